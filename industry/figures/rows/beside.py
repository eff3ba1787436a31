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
Tell = Callable[[Context[RegionsSpec], Observation], Said]


def change(context: Context[RegionsSpec], row: Observation) -> Said:
    """较1—2月−5.7: by how many points a rate differs from that of the last period that the same year holds; where
    there is none, and it isn't growth, which its bases would turn, from the same months of the year before. Nothing of
    an amount, or where the two are no series."""
    if row.period is None or row.indicator.measure not in RATES or not row.exact:
        return NOTHING
    rows = [one for one in known(context, row.indicator.id, row.region) if comparable(one) and one.exact]
    series = [one for one in preferred(rows) if verdict(one, row).one_line and exact(one, row)]
    within = [one for one in series if _before(one.period, row.period)]
    grows = row.indicator.measure in GROWTHS
    earlier = [one for one in series if one.period == row.period.years_earlier() and not grows]
    before = latest(within) or latest(earlier)
    if before is None:
        return NOTHING
    points = context.number(change_between(row, before), bare=True)
    told = context.say("since", when(context, before, row), str(points))
    return Said(str(told), (row, before))


def _before(one: Period | None, other: Period) -> bool:
    """Whether a run of months since January, or a stock, ends before another of the same year."""
    if one is None or one.year != other.year or one.end >= other.end:
        return False
    return one.start == other.start or (one.instant and other.instant)


def rank(context: Context[RegionsSpec], row: Observation) -> Said:
    """全国第8位（1—6月）: the rank among the country's regions over the figure's period, else the last that its
    year holds."""
    for one in context.catalogue.indicators.values():
        if row.period is None or one.rank_of != row.indicator.id or one.rank_among != "china":
            continue
        rows = [held for held in known(context, one.id, row.region) if comparable(held)]
        same = [held for held in rows if held.period == row.period]
        held = latest(same or [one for one in rows if one.period and one.period.year == row.period.year])
        if held:
            place = context.number(held)
            if held in same:
                return context.say("rank_beside", place)
            return context.say("rank_of_months", place, when(context, held, row))
    return NOTHING


def target(context: Context[RegionsSpec], row: Observation) -> Said:
    """目标6.5%左右: what was aimed at for the figure's year."""
    aims = [
        one
        for one in context.tables.rows(row.indicator.id, row.region.id)
        if one.status == "target" and stated(one) and one.period and row.period
        if one.period.year == row.period.year and (one.period.instant or one.period.whole_years == 1)
    ]
    return context.say("target_in_cell", context.number(aims[0])) if aims else NOTHING


def when(context: Context[RegionsSpec], one: Observation, beside: Observation) -> str:
    """A period's months, with the year where it is another than that of the figure beside."""
    if one.period and beside.period and one.period.year == beside.period.year:
        months, _ = wording.months_and_year(one.period, context.language)
        return months or context.period(one.period)
    return context.period(one.period)


TELL: Mapping[Beside, Tell] = {"change": change, "rank": rank, "target": target}
"""What is told beside a figure, by the option; the gap, the usual one, by the comparison itself."""
