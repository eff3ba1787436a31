"""Ranks as the sources print them, or as a printed change leads to them: the place, the population, the period, and the change on
a year before.

Each row is an indicator of its own, so places are not compared between rows; ranks of different
populations stand in different panels. The scale runs from the first place to the last of the population, and is
open where data/regions.yaml doesn't say how many it counts. A rank is the last of the year looked at, else of the nearest before
it; one of a later year is named in the strip. A rank whose period or subject is inferred is named in the strip and stands in the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.record import Figure, Mark, Row, RowsPanel, Shape
from industry.figures.rows.lookup import ended, families, known, stand_in
from industry.figures.rows.ways import unfit
from industry.figures.side_by_side import mark
from industry.rules.comparison import Apart, doubt, unstated
from industry.rules.lock import comparable
from industry.rules.verdicts import ALONE, Verdict, verdict
from industry.vocabulary import fields
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import IndicatorIds
from industry.vocabulary.subject import misfit
from industry.wording.said import Said

LEAST_PLACES = 10  # that an open scale of ranks shows


class Options(RegionsSpec):
    """The ranks named, else all of them and the years that one was held."""

    chart: Literal["ranks"]
    indicators: IndicatorIds = ()

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.ORDINALS}


@dataclass(frozen=True)
class Place:
    """A rank, that of a year before (printed, or derived from the change), and the change."""

    row: Observation
    before: Observation | None
    change: Observation | None

    @property
    def rows(self) -> list[Observation]:
        return [row for row in (self.row, self.before, self.change) if row]


def ranks(context: Context[Options]) -> Figure:
    """A panel for each population, a row for each rank: by regions, of each the best first, of equals the latest."""
    regions = families(context)
    places: list[Place] = []
    apart: list[Apart] = []
    streaks: list[Observation] = []
    wanted = context.indicators(context.spec.indicators) or [
        one for one in context.catalogue.indicators.values() if not misfit(context.spec, one)
    ]
    for region in regions:
        for indicator in wanted:
            rows = [row for row in known(context, indicator.id, region) if row.status == "actual"]
            dated = [row for row in rows if comparable(row)]
            if indicator.measure == "streak":
                streaks += rows
                continue
            apart += [Apart(row, unstated(row)) for row in rows if row not in dated]
            if held := context.focus.of_year(dated):
                found, left_out = place(context, max(held, key=_foremost))
                places.append(found)
                apart += [one for one in left_out if one not in apart]
            elif dated and (later := stand_in(context, [indicator], region)):
                apart.append(later)
    places.sort(key=lambda one: (regions.index(one.row.region), one.row.value, -ended(one.row)))
    drawn = {one.row.region.id for one in places}
    apart.sort(key=lambda one: one.row.region.id in drawn)
    rows = [*(row for one in places for row in one.rows), *(one.row for one in apart), *streaks]
    named = {row.region.id for row in rows}
    left = {one.id: stand_in(context, wanted, one) for one in regions if one.id not in named}
    missing = [context.name(one) for one in regions if one.id in left and left[one.id] is None]
    apart += [one for one in left.values() if one]
    rows += [one.row for one in left.values() if one]
    populations = dict.fromkeys(
        context.catalogue.population(one.row.indicator, one.row.region).id for one in places
    )
    names = context.listed(context.name(one) for one in regions if one.id in drawn)
    about = context.clauses(names, context.say("ranks_apart"))
    return figure(
        context,
        [
            panel(
                context,
                [
                    one
                    for one in places
                    if context.catalogue.population(one.row.indicator, one.row.region).id == id
                ],
            )
            for id in populations
        ],
        context.joined((about, context.say("ranks_open"))) if places else "",
        notices=[*context.strip((), missing), *context.strip(apart, with_indicators=True)],
        notes=[*(streak(context, row) for row in streaks), *context.notes_of(one.row for one in places)],
        lists=rows,
        remarks=context.reasons(apart),
        empty=context.say("ranks_none"),
        about=about if places else None,
    )


def _foremost(row: Observation) -> tuple[bool, int, str]:
    """One that a source prints before one that was worked out, of these the later."""
    return not row.derived, ended(row), row.id


def streak(context: Context[Options], row: Observation) -> Said:
    """For how many years a place was held, with what the source leaves out."""
    name = context.say("whose", context.name(row.region), context.name(row.indicator))
    if comparable(row):
        return context.say("years_running", name, context.worded(row))
    apart = Apart(row, unstated(row))
    when = context.taken(row, apart.verdict.reason)
    return context.say(
        "streak", context.say("years_running", name, context.number(row)), context.reason(apart), when
    )


def place(context: Context[Options], row: Observation) -> tuple[Place, list[Apart]]:
    """The rank with its change and the place of a year before, as far as they can be had; and what is published of either that
    can't stand beside it."""
    earlier = row.period.years_earlier() if row.period else None

    def keeps(one: Observation) -> Verdict:
        found = verdict(one, row)
        return ALONE if found.one_row else found

    doubted = partial(doubt, edition=row.edition)
    before = [one for one in known(context, row.indicator.id, row.region) if one.period == earlier]
    changes = [
        one
        for indicator in context.catalogue.indicators.values()
        if indicator.change_of == row.indicator.id
        for one in known(context, indicator.id, row.region)
        if one.period == row.period and one.status == "actual"
    ]
    found = Place(
        row,
        next((one for one in before if keeps(one) == ALONE), None),
        next((one for one in changes if doubted(one) == ALONE), None),
    )
    actual = [one for one in before if one.status == "actual" and not one.derived]
    return found, [*unfit([actual], keeps), *unfit([changes], doubted)]


def panel(context: Context[Options], places: Sequence[Place]) -> RowsPanel:
    """The ranks of one population."""
    among = context.catalogue.population(places[0].row.indicator, places[0].row.region)
    country = among == context.catalogue.benchmark
    farthest = max(int(row.value) for one in places for row in (one.row, one.before) if row)
    last = max(among.places, farthest) if among.places else None
    reach = last or max(LEAST_PLACES, farthest * 5 // 4)
    many = len({one.row.region.id for one in places}) > 1
    legend: list[tuple[Shape, str, str]] = []
    colour = places[0].row.region.colour
    if any(one.before for one in places):
        legend = [("point", colour, context.say("ranks_now")), ("ring", colour, context.say("ranks_before"))]
    if any(one.row.qualifier == "at_most" for one in places):
        legend.append(("bracket", colour, context.say("ranks_bound")))
    ends = context.say("ranks_scale", str(last)) if last else context.say("ranks_scale_open")
    legend.append(("track", colour, ends))
    level = context.catalogue.level_of(among).one(context.language)
    return RowsPanel(
        heading=context.say(
            "rank_among_china" if country else "rank_among_parent", context.name(among), level
        ),
        unit="",
        rows=tuple(line(context, one, reach, last is None, many) for one in places),
        own_scales=True,
        legend=tuple(legend),
        named=(context.say("table_indicator"), context.say("row_rank"), context.say("row_change")),
    )


def line(context: Context[Options], one: Place, reach: int, open: bool, many: bool) -> Row:
    """A rank on its scale, each place as wide as another: a diamond at the place, a ring at that of a year before, linked; a
    bracket where only the range is known (前3)."""
    row, colour = one.row, one.row.region.colour
    marks = [Mark("track", 0.5, reach + 0.5, colour, "open_up" if open else "closed")]
    if row.qualifier == "at_most":
        marks.append(replace(mark(context, "bracket", row, 1.0), finish="open_down"))
    elif one.before:
        past = mark(context, "ring", one.before)
        marks += [Mark("link", past.end, float(row.value), colour), past, mark(context, "point", row)]
    else:
        marks.append(mark(context, "point", row))
    subject = context.catalogue.indicators[row.indicator.rank_of] if row.indicator.rank_of else row.indicator
    name = context.short(subject)
    if many:
        name = context.say("whose", context.name(row.region), name)
    return Row(
        name, tuple(marks), context.number(row, marked=True), detail(context, one), change(context, one)
    )


def detail(context: Context[Options], one: Place) -> Said:
    """The period, and the place of a year before."""
    when = Said(context.period(one.row.period), (one.row,))
    if one.before is None:
        return when
    return context.joined((when, context.say("ranks_then", context.number(one.before, marked=True))))


def change(context: Context[Options], one: Place) -> Said:
    """How many places up or down on a year before."""
    if one.change is None:
        return NOTHING
    value = one.change.value
    key = "places_up" if value > 0 else "places_down" if value < 0 else "places_same"
    places = wording.plain(abs(value), one.change.step, context.language)
    return context.say(key, Said(places, (one.change,)))


KIND = Kind(Options, ranks, comparing=True, beside=("ranks_apart", "ranks_open"))
