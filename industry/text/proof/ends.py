"""The two figures of a comparison: of which indicator they are, when the earlier one was, and the rows that may be set side
by side. Whether what a text says of them is right is for ``compared`` and ``stated``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from industry.rules import pairs
from industry.rules.lock import comparable
from industry.rules.verdicts import Reason, Verdict, verdict
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period


class End(NamedTuple):
    """A region and a period; with an edition, of that alone."""

    region: str
    period: Period
    edition: str = ""


Pair = tuple[Observation | None, Observation | None]
_BASES = ("growth_yoy", "growth_two_year_average", "growth_annual_average", "share", "rate", "level", "count")
_AMOUNTS = ("level", "count")
_MORE = ("多于", "少于")
"""Said of amounts alone, never of their growth."""
_YEAR = 12
_YEAR_END = re.compile("(?:去年|上年)(?:年?[末底])|年初")


def beside(found: Verdict) -> bool:
    """Whether two regions' figures may be told as one above the other."""
    return found.ranked or found.kind == "other_level"


def along(found: Verdict) -> bool:
    """Whether two times' figures may."""
    return found.one_line


def hindered(one: Observation, other: Observation, allowed: Callable[[Verdict], bool]) -> Reason | None:
    """Why nothing follows from two rows: what `rules.verdicts` says of those that may not stand side by side, or that one isn't exact;
    None where something does."""
    if not pairs.exact(one, other):
        return Reason("inexact", (one.id, other.id))
    found = verdict(one, other)
    return None if allowed(found) else found.reason


def base(claim: Claim, tables: Tables) -> Indicator | None:
    """The indicator of which the two figures are: that of the nearest name, in percent for percentage points, an amount where one is
    told as more than the other."""
    if claim.relation.kind == "above" and claim.relation.way in _MORE and not claim.relation.aspect:
        return next(filter(amount, (*claim.indicators, *claim.near)), None)
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


def amount(one: Indicator) -> bool:
    """Whether an indicator is of amounts, of which one may be more than another."""
    return one.measure in _AMOUNTS and one.unit != "%"


def earlier(claim: Claim, period: Period) -> Period | None:
    """The period with which a change is told: the same months a year before, or the one that is named."""
    if claim.when is not None and _YEAR_END.match(claim.relation.against):
        last = claim.when.last // _YEAR * _YEAR - 1
        return Period(last, last, True) if period.instant else None
    if claim.base is not None and claim.base.last < _YEAR:  # it names no year
        return None
    if claim.base is not None:
        first = claim.base.last if period.instant else claim.base.first
        then = Period(first, claim.base.last, period.instant)
        moment = claim.base.end and not period.instant
        return then if then.end < period.end and not moment else None
    if claim.relation.year:
        return period.years_earlier()
    return _month_before(period) if claim.relation.against == "上月" else None


def _month_before(period: Period) -> Period | None:
    """The month before one; of the months since January all but the last."""
    if period.instant or period.months == 1:
        return Period(period.start - 1, period.end - 1, period.instant)
    return Period(period.start, period.end - 1) if period.first_month == 1 else None


def held(one: Indicator, end: End, tables: Tables, derived: bool = False) -> list[Observation]:
    """The actual rows of an indicator at an end: those that are published, with ``derived`` the others behind them."""
    return [
        row
        for row in tables.rows(one.id, end.region, derived)
        if row.status == "actual"
        and row.period
        and (row.period.start, row.period.end) == (end.period.start, end.period.end)
        and end.edition in ("", row.edition)
    ]


def pair(
    one: Indicator,
    first: End,
    second: End,
    allowed: Callable[[Verdict], bool],
    tables: Tables,
    derived: bool = False,
) -> Pair:
    """The rows of two ends that may be set side by side, of the newest edition; if none may, any two. ``derived``: rows that are
    worked out, too, where no published ones may."""
    ones, others = held(one, first, tables), held(one, second, tables)
    if derived and not any(allowed(verdict(a, b)) for a in ones for b in others):
        ones, others = (held(one, end, tables, True) for end in (first, second))
    fit = _exact(ones, others, allowed, tables)
    newest = [both for both in fit if both[0].edition == fit[-1][0].edition]
    joined = [both for both in newest if verdict(*both).joined]
    if fit:
        return (joined or newest)[-1]
    return next(iter(ones), None), next(iter(others), None)


def _exact(
    ones: Sequence[Observation],
    others: Sequence[Observation],
    allowed: Callable[[Verdict], bool],
    tables: Tables,
) -> list[tuple[Observation, Observation]]:
    """The pairs of exact rows that may be set side by side, of the newest edition last."""
    order: Sequence[str] = [*tables.catalogue.config.editions]
    fit = [(a, b) for a in ones for b in others if allowed(verdict(a, b)) and a.exact and b.exact]
    return sorted(fit, key=lambda both: order.index(both[0].edition) if both[0].edition in order else -1)


def older(
    one: Observation, other: Observation, allowed: Callable[[Verdict], bool], tables: Tables
) -> list[tuple[Observation, Observation]]:
    """The published exact pairs of other editions than that of two rows, of the same two ends; the newest first."""
    ones, others = (
        held(each.indicator, End(each.region.id, each.period), tables) if each.period else []
        for each in (one, other)
    )
    return [both for both in _exact(ones, others, allowed, tables)[::-1] if both[0].edition != one.edition]


def printed(claim: Claim, gap: Indicator, region: str, against: str, tables: Tables) -> bool:
    """Whether a text's gap is held against a printed one: where that is of what is told, or two exact figures don't decide it."""
    if claim.when is None:
        return False
    period, _ = claim.when.period(gap.timing)
    rows = [row for row in tables.rows(gap.id, region) if row.period == period]
    of = tables.catalogue.indicators[str(gap.gap_of)]
    one, other = pair(of, End(region, period), End(against, period), beside, tables)
    if claim.status != "actual" or claim.edition or one is None or other is None:
        return bool(rows)
    decided = beside(verdict(one, other)) and one.exact and other.exact
    return any(comparable(row) and row.exact and row.edition == one.edition or not decided for row in rows)


def as_published(claim: Claim, tables: Tables) -> Claim:
    """A claim without doubts of a gap between two regions as the tables print it, where they do: of the gap's own indicator, and told of the region that
    it is printed of, whichever way round the text names the two."""
    of, regions = base(claim, tables), tables.catalogue.regions
    if claim.relation.kind != "gap" or of is None or claim.when is None:
        return claim
    period, _ = claim.when.period(of.timing)
    then = claim.other[1] if claim.other else None
    if then is not None and then.period(of.timing)[0] != period:
        return claim
    region, against = str(claim.region), str(claim.against)
    if region not in regions or against not in regions:
        return claim
    for one, other in ((region, against), (against, region)):
        to = {"china": tables.catalogue.benchmark.id, "parent": regions[one].parent}
        for each in tables.catalogue.indicators.values():
            told = each.gap_of == of.id and to.get(str(each.gap_to)) == other
            if told and printed(claim, each, one, other, tables):
                return replace(claim, indicators=(each,), region=one, against=other, turned=one != region)
    return claim


def abreast(
    one: Indicator, regions: Sequence[str], period: Period, edition: str, tables: Tables
) -> dict[str, Observation | None]:
    """Of each region the row that may stand in one order with those of the others: all of the newest edition that all of them hold,
    published ones first; where there is no such edition, any. With an ``edition`` of that alone."""
    rows = {region: held(one, End(region, period, edition), tables, True) for region in regions}
    for each in (*[*tables.catalogue.config.editions][::-1], ""):
        found = {
            region: next((row for row in rows[region] if row.edition == each), None) for region in regions
        }
        if all(found.values()):
            return found
    return {region: next(iter(rows[region]), None) for region in regions}


def common(one: Indicator, region: str, other: str, period: Period, tables: Tables) -> tuple[str, ...]:
    """The last period of the year in which both regions hold what may be compared, and their rows."""
    for row in reversed(tables.rows(one.id, region)):
        if row.period is None or row.status != "actual" or row.period.year != period.year:
            continue
        for match in held(one, End(other, row.period), tables):
            if hindered(row, match, beside) is None:
                return str(row.period), row.id, match.id
    return ()
