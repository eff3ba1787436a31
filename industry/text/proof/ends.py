"""The two figures of a comparison: of which indicator they are, when the earlier one was, and the rows that may be set side
by side. Whether what a text says of them is right is for ``compared`` and ``stated``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from industry.rules.verdicts import Verdict, verdict
from industry.tables.tables import Tables
from industry.text.claims import when
from industry.text.claims.claim import Claim
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

End = tuple[str, Period]
"""A region and a period."""
Pair = tuple[Observation | None, Observation | None]
_BASES = ("growth_yoy", "growth_two_year_average", "growth_annual_average", "share", "rate", "level", "count")
_YEAR = 12
_YEAR_END = re.compile("(?:去年|上年)(?:年?[末底])|年初")
_DATED = 12 * 1000
"""Months before which a time names no year."""


def base(claim: Claim, tables: Tables) -> Indicator | None:
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


def earlier(claim: Claim, period: Period) -> Period | None:
    """The period with which a change is told: the same months a year before, or the one that is named."""
    if claim.when is not None and _YEAR_END.match(claim.relation.against) and period.instant:
        last = claim.when.last // _YEAR * _YEAR - 1
        return Period(last, last, True)
    if claim.relation.year or not claim.relation.against:
        return period.years_earlier() if claim.relation.year else None
    if claim.relation.against == "上月":
        return _month_before(period)
    found = when.named(claim.relation.against, None)
    if not found or claim.when is None:
        return None
    one = found[0]
    years = claim.when.last // _YEAR * _YEAR if one.first < _DATED else 0
    if period.instant:
        return Period(one.last + years, one.last + years, True)
    return Period(one.first + years, one.last + years)


def _month_before(period: Period) -> Period | None:
    """The month before one; of the months since January all but the last."""
    if period.instant or period.months == 1:
        return Period(period.start - 1, period.end - 1, period.instant)
    return Period(period.start, period.end - 1) if period.first_month == 1 else None


def held(one: Indicator, end: End, tables: Tables) -> list[Observation]:
    """The published actual rows of an indicator at an end."""
    region, period = end
    return [
        row
        for row in tables.rows(one.id, region)
        if row.status == "actual"
        and row.period
        and (row.period.start, row.period.end) == (period.start, period.end)
    ]


def pair(one: Indicator, first: End, second: End, allowed: Callable[[Verdict], bool], tables: Tables) -> Pair:
    """The rows of two ends that may be set side by side, of the newest edition; if none may, any two."""
    ones, others = held(one, first, tables), held(one, second, tables)
    order: Sequence[str] = [*tables.catalogue.config.editions]
    fit = [(a, b) for a in ones for b in others if allowed(verdict(a, b)) and a.exact and b.exact]
    fit.sort(key=lambda both: order.index(both[0].edition) if both[0].edition in order else -1)
    joined = [both for both in fit if verdict(*both).joined]
    if fit:
        return (joined or fit)[-1]
    return next(iter(ones), None), next(iter(others), None)


def common(one: Indicator, region: str, other: str, period: Period, tables: Tables) -> tuple[str, ...]:
    """The last period of the year that both regions hold, and their rows."""
    for row in reversed(tables.rows(one.id, region)):
        if row.period is None or row.status != "actual" or row.period.year != period.year:
            continue
        if match := held(one, (other, row.period), tables):
            return str(row.period), row.id, match[0].id
    return ()
