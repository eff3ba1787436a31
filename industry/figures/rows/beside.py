"""What a benchmark table can tell beside a figure, in place of its gap to the country: how it has changed since the
last period, its rank in the country, the year's target.

In which cells it stands belongs in ``cells``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from industry import wording
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.rows.lookup import known, latest
from industry.rules.arithmetic.derived import change_between
from industry.rules.lock import comparable, preferred, stated
from industry.rules.pairs import exact
from industry.rules.verdicts import verdict
from industry.vocabulary.fields import GROWTHS, RATES
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said

Beside = Literal["gap", "change", "rank", "target"]
Tell = Callable[[Context[RegionsSpec], Observation, bool], Said]
"""What is told beside a figure in its cell; or, ``dated``, away from it: with its unit, and with any period but
that of the figure."""


def change(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """较1—2月−5.7: by how many points a rate differs from that of the last period that the same year holds; where
    there is none, and it isn't growth, which its bases would turn, from the same months of the year before. Nothing of
    an amount, or where the two are no series."""
    if row.period is None or row.indicator.measure not in RATES or not row.exact:
        return NOTHING
    rows = [one for one in known(context, row.indicator.id, row.region) if comparable(one) and one.exact]
    grows, over = row.indicator.measure in GROWTHS, row.period
    held = preferred(rows)
    within = [one for one in held if _before(one.period, over)]
    earlier = [one for one in held if one.period == over.years_earlier() and not grows]
    series = (
        [one for one in some if verdict(one, row).one_line and exact(one, row)] for some in (within, earlier)
    )
    before = next(filter(None, map(latest, series)), None)
    if before is None:
        return NOTHING
    points = context.number(change_between(row, before), bare=not dated)
    told = context.say("since", when(context, before, row), str(points))
    return Said(str(told), (row, before))


def _before(one: Period | None, other: Period) -> bool:
    """Whether a run of months since January, or a stock, ends before another of the same year."""
    if one is None or one.year != other.year or one.end >= other.end:
        return False
    return one.start == other.start or (one.instant and other.instant)


def rank(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """全国第8位: the rank among the country's regions over the figure's own period. Of other months of its year the
    rank stands with the figure that it is the rank of, 1—7月16.1%，全国第8位; where that isn't held, neither does."""
    for one in context.catalogue.indicators.values():
        if row.period is None or one.rank_of != row.indicator.id or one.rank_among != "china":
            continue
        rows = [held for held in known(context, one.id, row.region) if comparable(held)]
        if same := latest([held for held in rows if held.period == row.period]):
            said = context.say("rank_beside", context.number(same))
            return _over(context, same) + said if dated else said
        within = [held for held in rows if held.period and held.period.year == row.period.year]
        figures = known(context, row.indicator.id, row.region)
        if held := latest([held for held in within if _ranked(figures, held)]):
            figure = _ranked(figures, held)[0]
            over = context.period(held.period) if dated else when(context, held, row)
            told = (context.number(figure, marked=True), context.number(held))
            return context.say("rank_of_months", over, *told)
    return NOTHING


def _ranked(figures: Sequence[Observation], held: Observation) -> list[Observation]:
    """The figures of which ``held`` is the rank: comparable, and over its period."""
    return preferred(one for one in figures if comparable(one) and one.period == held.period)


def target(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """目标6.5%左右: what is aimed at for the year looked at (of the latest: the last there is, if the figure is no
    newer), as printed or as an addition leads to it; with the year, where the figure beside is of another: 2021年目标
    1734家（推算）."""
    aims = [
        one
        for one in known(context, row.indicator.id, row.region)
        if one.status == "target" and stated(one) and one.period
        if one.period.instant or one.period.whole_years == 1
    ]
    first = row.period.year if row.period else 0
    years = (one.period.year for one in aims if one.period and one.period.year >= first)
    looked_at = context.focus.year if context.focus.year is not None else max(years, default=None)
    held = preferred(one for one in aims if one.period and one.period.year == looked_at)
    if not held or looked_at is None:
        return NOTHING
    told = context.number(held[0], marked=True)
    if row.period and row.period.year == looked_at and not dated:
        return context.say("target_in_cell", told)
    return context.say("target_of_year", context.year(looked_at), told)


def _over(context: Context[RegionsSpec], row: Observation) -> str:
    """2021年1—3月, set before what is told of it."""
    return context.say("over", context.period(row.period))


def when(context: Context[RegionsSpec], one: Observation, beside: Observation) -> str:
    """A period's months, with the year where it is another than that of the figure beside."""
    if one.period and beside.period and one.period.year == beside.period.year:
        months, _ = wording.months_and_year(one.period, context.language)
        return months or context.period(one.period)
    return context.period(one.period)


TELL: Mapping[Beside, Tell] = {"change": change, "rank": rank, "target": target}
"""What is told beside a figure, by the option; the gap, the usual one, by the comparison itself."""
