"""What a benchmark table can tell beside a figure, in place of its gap to the country: how it has changed since the
last period, its rank in the country, the year's target.

In which cells it stands belongs in ``cells``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from industry import wording
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.rows.lookup import known
from industry.figures.rows.ways import last
from industry.rules.arithmetic.derived import change_between
from industry.rules.comparison import Apart, doubt, unstated
from industry.rules.lock import comparable, preferred
from industry.rules.verdicts import ALONE, Verdict, verdict
from industry.vocabulary.fields import GROWTHS, RATES
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said

Beside = Literal["gap", "change", "rank", "target"]
Tell = Callable[[Context[RegionsSpec], Observation, bool], Said]
"""What is told beside a figure in its cell; or, ``dated``, away from it: with its unit, and with any period but
that of the figure."""
Found = tuple[list[Observation], list[Apart]]
"""What is told beside a figure, the last of it that of which it is told; and what would be, with what keeps it from that."""


def left_out(context: Context[RegionsSpec], beside: Beside, row: Observation) -> list[Apart]:
    """What would be told beside ``row``, weren't it for what keeps it from that."""
    return _FIND[beside](context, row)[1] if beside in _FIND else []


def change(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """较1—2月−5.7: by how many points a rate differs from that of the last period that the same year holds; where
    there is none, and it isn't growth, which its bases would turn, from the same months of the year before. Nothing of
    an amount, or where the two are no series."""
    for before in _before(context, row)[0]:
        points = context.number(change_between(row, before), bare=not dated)
        told = context.say("since", when(context, before, row), str(points))
        return Said(str(told), (row, before))
    return NOTHING


def _before(context: Context[RegionsSpec], row: Observation) -> Found:
    """The figure that a change is from."""
    if row.period is None or row.indicator.measure not in RATES or not row.exact:
        return [], []
    over, grows = row.period, row.indicator.measure in GROWTHS
    earlier = None if grows else over.years_earlier()

    def keeps(one: Observation) -> Verdict:
        found = doubt(one, row.edition)
        return found if found != ALONE or verdict(one, row).one_line else verdict(one, row)

    def inside(when: Period) -> bool:
        return _since(when, over) or when == earlier

    found, apart = last(context, row.indicator, row.region, keeps, inside, row.edition)
    return [found] if found else [], apart


def _since(one: Period, other: Period) -> bool:
    """Whether a run of months since January, or a stock, ends before another of the same year."""
    if one.year != other.year or one.end >= other.end:
        return False
    return one.start == other.start or (one.instant and other.instant)


def rank(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """全国第8位: the rank among the country's regions over the figure's own period. Of other months of its year the
    rank stands with the figure that it is the rank of, 1—7月16.1%，全国第8位; where that isn't held, neither does."""
    found, _ = _ranked(context, row)
    if not found:
        return NOTHING
    *figures, held = found
    if not figures:
        said = context.say("rank_beside", context.number(held, marked=True))
        return _over(context, held) + said if dated else said
    over = context.period(held.period) if dated else when(context, held, row)
    return context.say(
        "rank_of_months", over, context.number(figures[0], marked=True), context.number(held, marked=True)
    )


def _ranked(context: Context[RegionsSpec], row: Observation) -> Found:
    """The rank of a figure; that of other months, and before it the figure of these."""
    if row.period is None:
        return [], []
    over, own = row.period, row.indicator
    dated = {one.period for one in known(context, own.id, row.region) if one.status == "actual"}
    apart: list[Apart] = []

    def others(when: Period) -> bool:
        return when.year == over.year and when != over and when in dated

    for one in context.catalogue.indicators.values():
        if one.rank_of != own.id or one.rank_among != "china":
            continue
        held, unfit = last(context, one, row.region, unstated, over.__eq__)
        if held:
            return [held], []
        ranks = [each for each in known(context, one.id, row.region) if comparable(each)]
        months = {each.period for each in ranks if each.period and others(each.period)}
        figure, lacking = last(context, own, row.region, unstated, months.__contains__)
        _, more = last(context, one, row.region, unstated, others)
        apart += [*unfit, *lacking, *more]
        if figure:
            return [figure, *preferred(each for each in ranks if each.period == figure.period)[:1]], apart
    return [], apart


def target(context: Context[RegionsSpec], row: Observation, dated: bool = False) -> Said:
    """目标6.5%左右: what is aimed at for the year looked at (of the latest: the last there is, if the figure is no
    newer), as printed or as an addition leads to it; with the year, where the figure beside is of another: 2021年目标
    1734家（推算）."""
    for aim in _aimed(context, row)[0]:
        told, year = context.number(aim, marked=True), aim.period.year if aim.period else 0
        if row.period and row.period.year == year and not dated:
            return context.say("target_in_cell", told)
        return context.say("target_of_year", context.year(year), told)
    return NOTHING


def _aimed(context: Context[RegionsSpec], row: Observation) -> Found:
    """The target of the year looked at."""
    first, year = row.year, context.focus.year

    def inside(when: Period) -> bool:
        aimed = when.instant or when.whole_years == 1
        return aimed and (when.year >= first if year is None else when.year == year)

    found, apart = last(context, row.indicator, row.region, unstated, inside, row.edition, "target")
    return [found] if found else [], apart


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
_FIND: Mapping[Beside, Callable[[Context[RegionsSpec], Observation], Found]] = {
    "change": _before,
    "rank": _ranked,
    "target": _aimed,
}
