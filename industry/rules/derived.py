"""A derived row: how its value is rounded, what it carries, and the two that figures make for the rows
they draw.

When a row may be derived at all is decided in ``identities``; what follows from what in ``relations``.
"""

from __future__ import annotations

from decimal import Decimal

from industry.rules.intervals import PERCENTAGES, Interval, half_up, strict, sure_step
from industry.rules.pairs import part_of_parent
from industry.rules.relations import RULE, Rule
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.periods import Period

Rows = tuple[Observation, ...]
_TENTH = Decimal("0.1")


def rounded(rule: Rule, indicator: Indicator, rows: Rows, interval: Interval) -> tuple[Interval, Decimal]:
    """The interval with its value rounded, and the weight of the value's last digit.

    Sums and differences keep the digits of their coarsest term; of percentages those of their finest,
    since 1个百分点 takes no decimal off 24.6 %: its doubt is in the interval. Quotients, products and
    averages show what the interval leaves sure.
    """
    if not rule.additive:
        alike = [row.step for row in rows if row.indicator.unit == indicator.unit]
        step = sure_step(interval, indicator, min(alike, default=_TENTH))
    elif indicator.unit in PERCENTAGES:
        step = min(row.step for row in rows)
    else:
        step = max(row.step for row in rows)
    tidy = interval.tidy(step)
    return Interval(tidy.low, half_up(interval.value, step), tidy.high), step


def derive(
    rule: Rule,
    region: Region,
    indicator: Indicator,
    period: Period,
    terms: Rows,
    interval: Interval,
    status: str = "actual",
    edition: str = "",
) -> Observation:
    """The derived row."""
    shown, step = rounded(rule, indicator, terms, interval)
    alike = [row for row in terms if row.indicator.unit == indicator.unit]
    extra = (edition, "" if status == "actual" else status)
    return Observation(
        id=":".join((region.id, indicator.id, str(period), "derived", rule.name, *filter(None, extra))),
        region=region,
        indicator=indicator,
        period=period,
        value=shown.value,
        value_to=None,
        qualifier="",
        status=status,
        edition=edition,
        inferred=frozenset[str]().union(*(row.inferred for row in terms)),
        source=None,
        paragraph=None,
        as_printed="",
        note_zh="",
        note_en="",
        step=step,
        scale=max(alike, key=lambda row: row.step).scale if alike else 1,
        derivation=Derivation(rule.name, terms, shown.low, shown.high),
    )


def gap_of(row: Observation, benchmark: Observation, indicator: Indicator) -> Observation:
    """``row`` less ``benchmark`` as a row of ``indicator`` (a gap, in 百分点), each side published or
    derived. Raises ValueError where they aren't of one period: seasons would be mistaken for gaps."""
    if row.period is None or row.period != benchmark.period:
        raise ValueError(f"{row.id} and {benchmark.id} are not of one period")
    interval = strict(row) - strict(benchmark)
    return derive(RULE["gap"], row.region, indicator, row.period, (row, benchmark), interval)


def share_of_parent(row: Observation, parent: Observation) -> Observation:
    """``row`` as a percentage of the same figure of the region that it lies in, as a row of an
    indicator made for it. Raises ValueError unless indicator, period and edition are the same, and
    ZeroDivisionError where the parent's figure may be zero."""
    if row.period is None or not part_of_parent(row, parent):
        raise ValueError(f"{row.id} is no part of {parent.id}")
    interval = RULE["share"].work(0, (strict(row), strict(parent)))
    assert interval is not None
    changed = {"id": f"{row.indicator.id}_share_of_parent", "unit": "%", "measure": "share"}
    indicator = row.indicator.model_copy(update={**changed, "of": parent.region.name, "concept": None})
    return derive(
        RULE["share"], row.region, indicator, row.period, (row, parent), interval, row.status, row.edition
    )
