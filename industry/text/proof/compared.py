"""Differences that a text tells and the tables don't print: of two regions, of a region and its nation or province, of two
times. Whether the two figures may be compared at all is asked of ``rules.verdicts``."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from industry.rules.verdicts import Reason, verdict
from industry.tables.tables import Tables
from industry.text.claims import when
from industry.text.claims.claiming import Claim
from industry.text.proof import guessed
from industry.text.proof.verdict import LESS, Code
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

Found = tuple[Code, Observation | None, Reason]
_BASES = ("growth_yoy", "growth_two_year_average", "growth_annual_average", "share", "rate", "level", "count")


def judge(claim: Claim, tables: Tables) -> Found:
    """A gap between two regions or two times."""
    base = _base(claim, tables)
    if base is None or claim.region in (None, "") or claim.when is None:
        return guessed.judge(claim, tables)
    if claim.relation.kind == "gap":
        if claim.against not in tables.catalogue.regions:
            return guessed.judge(claim, tables)
        period, _ = claim.when.period(base.timing)
        before = claim.other[1] if claim.other else None
        its = before.period(base.timing)[0] if before else period
        ends = _row(base, str(claim.region), period, tables), _row(base, str(claim.against), its, tables)
        missing = Reason("period", _common(base, str(claim.region), str(claim.against), period, tables))
    else:
        period, _ = claim.when.period(base.timing)
        then = _earlier(claim, period)
        if then is None:
            return guessed.judge(claim, tables)
        ends = _row(base, str(claim.region), period, tables), _row(base, str(claim.region), then, tables)
        missing = Reason("not_held", (base.id, str(then)))
    one, other = ends
    if one is None or other is None:
        if claim.relation.kind == "change":
            return guessed.judge(claim, tables)
        return "cannot_compare", one or other, missing
    return _told(claim, one, other)


def _told(claim: Claim, one: Observation, other: Observation) -> Found:
    found = verdict(one, other)
    times = claim.relation.kind == "change"
    allowed = found.one_line if times else found.ranked or found.kind == "other_level"
    if not allowed or not (one.exact and other.exact):
        return "cannot_compare", one, Reason(found.reason.code, found.reason.facts)
    if claim.doubts:
        return "to_confirm", one, Reason("guessed", tuple(sorted(claim.doubts)))
    unit = "百分点" if one.indicator.unit == "%" else one.indicator.unit
    words = re.sub(r"^[^\d零一二两三四五六七八九十]*", "", claim.read)
    said = printed.read(words, unit, "change")
    if said is None or said.qualifier not in ("", "about"):
        return "unreadable", one, Reason("unreadable")
    sign = -1 if LESS.search(claim.said) else 1
    difference = one.value - other.value
    if claim.relation.fall:  # of two falls the sizes
        if max(one.value, other.value) >= 0:
            return "to_confirm", one, Reason("guessed", ("indicator",))
        difference = -difference
    shown = difference if not said.qualifier else _round(difference, said.step)
    facts = (one.id, other.id, str(difference))
    if said.value * sign == shown:
        return "comparison_true", one, Reason("difference", facts)
    if times and not found.joined:
        return "cannot_compare", one, Reason("two_sources", facts)
    return "comparison_false", one, Reason("difference", facts)


def _round(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_HALF_UP) * step


def _base(claim: Claim, tables: Tables) -> Indicator | None:
    """The indicator of which the two figures are: that of the nearest name, in percent for percentage points."""
    for one in claim.indicators:
        if one.gap_of or one.change_of:
            return tables.catalogue.indicators[str(one.gap_of or one.change_of)]
        if one.measure in _BASES:
            return one
    points = "百分点" in claim.number.unit
    wanted = claim.relation.average
    for one in claim.near:
        average = {"growth_annual_average": "annual", "growth_two_year_average": "two"}.get(one.measure, "")
        plain = "当月" not in one.name.zh and "当季" not in one.name.zh
        if one.measure in _BASES and (one.unit == "%") == points and average == wanted and plain:
            return one
    return None


def _earlier(claim: Claim, period: Period) -> Period | None:
    """The period with which a change is told: the same months a year before, or the one that is named."""
    if claim.relation.year or not claim.relation.against:
        return period.years_earlier() if claim.relation.year else None
    found = when.named(claim.relation.against, None)
    if not found or claim.when is None:
        return None
    one = found[0]
    years = claim.when.last // 12 * 12 if one.first < 12 * 1000 else 0
    return Period(one.first + years, one.last + years, period.instant)


def _row(one: Indicator, region: str, period: Period, tables: Tables) -> Observation | None:
    rows = [row for row in tables.rows(one.id, region) if row.period and row.status == "actual"]
    return next(
        (
            row
            for row in rows
            if row.period and (row.period.start, row.period.end) == (period.start, period.end)
        ),
        None,
    )


def _common(one: Indicator, region: str, other: str, period: Period, tables: Tables) -> tuple[str, ...]:
    """The last period of the year that both regions hold, and their rows."""
    for row in reversed(tables.rows(one.id, region)):
        if row.period is None or row.status != "actual" or row.period.year != period.year:
            continue
        if match := _row(one, other, row.period, tables):
            return str(row.period), row.id, match.id
    return ()
