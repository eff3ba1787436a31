"""A derived row: how its exact value is told, what it carries, and the two that figures make for the rows
they draw.

When a row may be derived at all is decided in ``identities``; what follows from what in ``relations``.
"""

from __future__ import annotations

from decimal import Decimal

from industry.rules.arithmetic.intervals import COUNTED, PERCENTAGES, Digits, Interval, digits, inside, strict
from industry.rules.arithmetic.relations import RULE, Rule
from industry.rules.pairs import one_series, part_of_parent
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.periods import Period

Rows = tuple[Observation, ...]
HUNDREDTH = Decimal("0.01")
DIFFERENCES = ("gap", "change")


def told(rule: Rule, indicator: Indicator, rows: Rows, interval: Interval) -> Digits:
    """How the term worked out from ``rows`` is shown, which is never outside its interval.

    Sums and differences of equally fine figures keep their digits, as bureaus subtract. Of unequal ones they are
    told with 约: to the coarsest digit (114 − 83.4: 约31), but of a rate that is worked out from a difference to the
    finest, since 1个百分点 takes no decimal off 24.6 %. All else shows what the interval leaves sure.
    """
    steps = {row.step for row in rows}
    if rule.additive and not any(row.derived for row in rows):
        rate = indicator.unit in PERCENTAGES and indicator.measure not in DIFFERENCES
        step = min(steps) if rate else max(steps)
        if inside(interval, step):
            return Digits(step, "plain" if len(steps) == 1 else "about")
    finest = min((row.step for row in rows if row.indicator.unit == indicator.unit), default=HUNDREDTH)
    if indicator.unit in COUNTED:
        finest = max(finest, Decimal(1))
    elif rule.ratio and indicator.unit in PERCENTAGES:
        finest = min(HUNDREDTH, _second_digit(interval.value))
    return digits(interval, finest, rule.ratio)


def _second_digit(number: Decimal) -> Decimal:
    """The weight of a number's second digit, as of a small share."""
    return Decimal(1).scaleb(number.adjusted() - 1) if number else Decimal(1)


def derive(
    rule: Rule,
    region: Region,
    indicator: Indicator,
    period: Period,
    terms: Rows,
    interval: Interval,
    status: str = "actual",
    edition: str = "",
    place: int = 0,
) -> Observation:
    """The derived row, which is the term of the rule at ``place``."""
    step, form = told(rule, indicator, terms, interval)
    shown = interval.tidy(step)
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
        derivation=Derivation(rule.name, terms, shown.low, shown.high, form, place),
    )


def gap_of(row: Observation, benchmark: Observation, indicator: Indicator) -> Observation:
    """``row`` less ``benchmark`` as a row of ``indicator`` (a gap, in 百分点), each side published or
    derived; the gap itself where one side was worked out from it and the other. Raises ValueError where they
    aren't of one period: seasons would be mistaken for gaps."""
    if row.period is None or row.period != benchmark.period:
        raise ValueError(f"{row.id} and {benchmark.id} are not of one period")
    if held := _held_before("gap", row, benchmark):
        return held
    interval = strict(row) - strict(benchmark)
    return derive(
        RULE["gap"], row.region, indicator, row.period, (row, benchmark), interval, edition=row.edition
    )


def gap_between(row: Observation, other: Observation) -> Observation:
    """By how much a figure of a region is above the same of another, as `gap_of` has it, in 百分点 of percentages, of an
    indicator made for it. Raises ValueError where they aren't of one period."""
    unit = "百分点" if row.indicator.unit == "%" else row.indicator.unit
    made = {"id": f"{row.indicator.id}_gap", "unit": unit, "measure": "gap", "concept": None}
    return gap_of(row, other, row.indicator.model_copy(update=made))


def change_between(row: Observation, earlier: Observation) -> Observation:
    """By how many percentage points a rate differs from an earlier one of its series; the change itself where either
    was worked out from it. Raises ValueError where either has no period."""
    if row.period is None or earlier.period is None:
        raise ValueError(f"{row.id} or {earlier.id} has no period")
    if held := _held_before("change", row, earlier):
        return held
    changed = {"id": f"{row.indicator.id}_change", "unit": "百分点", "measure": "change", "concept": None}
    indicator = row.indicator.model_copy(update=changed)
    interval = strict(row) - strict(earlier)
    return derive(RULE["change"], row.region, indicator, row.period, (row, earlier), interval)


def _held_before(rule: str, row: Observation, other: Observation) -> Observation | None:
    """The difference by which one of both was worked out from the other: subtracted again it would only lose
    digits that a source prints."""
    for place, (worked, beside) in enumerate(((row, other), (other, row)), start=1):
        made = worked.derivation
        if made and (made.rule, made.place) == (rule, place):
            held, term = made.terms
            if one_series(term, beside) and (term.period, term.value) == (beside.period, beside.value):
                return held
    return None


def share_of_parent(row: Observation, parent: Observation) -> Observation | None:
    """``row`` as a percentage of the same figure of the region that it lies in, as a row of an
    indicator made for it; None where the parent's figure may be nothing, and of what is less than nothing. Raises
    ValueError unless indicator, status, and period and edition, or of a list its edition, are the same."""
    if row.period is None or not part_of_parent(row, parent):
        raise ValueError(f"{row.id} is no part of {parent.id}")
    interval = RULE["share"].work(0, (strict(row), strict(parent)))
    if interval is None or interval.low < 0:
        return None
    changed = {"id": f"{row.indicator.id}_share_of_parent", "unit": "%", "measure": "share"}
    indicator = row.indicator.model_copy(update={**changed, "of": parent.region.name, "concept": None})
    return derive(
        RULE["share"], row.region, indicator, row.period, (row, parent), interval, row.status, row.edition
    )
