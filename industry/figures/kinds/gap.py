"""The gap of each region's growth to the country's over the same months, each region over its own
period: of the year-on-year rates, and beside it of the two-year averages.

The difference of the two published rates is drawn even where a gap is printed; a printed one that
disagrees is told in the notes. Regions stand in config.yaml's order and are never sorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.options import OfRates, PeriodsSpec, SubjectSpec
from industry.figures.record import NOTHING, Figure, Row, RowsPanel
from industry.figures.row_lookup import (
    asked_period,
    derived_note,
    difference,
    families,
    indicator_of,
    minus,
    row_over,
)
from industry.figures.side_by_side import mark, rows_panel
from industry.rules import base_effects
from industry.rules.derived import gap_of
from industry.rules.lock import comparable
from industry.rules.pairs import exact
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said, fill


class Options(SubjectSpec, PeriodsSpec, OfRates):
    """Where no period is asked for, a region's is that of its own document."""

    chart: Literal["gap"]


@dataclass(frozen=True)
class Pair:
    """A region's two gaps over ``period``, None where one can't be had; ``row`` is its growth. A gap's terms
    are the region's figure and the country's."""

    region: Region
    period: Period | None
    row: Observation | None
    year: Observation | None
    average: Observation | None

    @property
    def gaps(self) -> list[Observation]:
        return [one for one in (self.year, self.average) if one]

    @property
    def rows(self) -> list[Observation]:
        own = [self.row] if self.row and not self.gaps else []
        return own + [row for one in self.gaps for row in (*one.terms, one)]


def gap(context: Context[Options]) -> Figure:
    """Every chosen region's gap to the country, by both measures."""
    indicator = indicator_of(context)
    pairs = [pair_of(context, indicator, region) for region in families(context)]
    drawn = [one for one in pairs if one.year]
    averages = [one.average.terms for one in pairs if one.average]
    # as a source prints a gap, for the table; the frame tells it where it disagrees
    years = (one.year for one in drawn if one.year)
    printed = [
        row for one in years if (row := row_over(context, one.indicator.id, one.region.id, one.period))
    ]
    lists = [row for one in pairs for row in one.rows]
    terms = (term for both in averages for row in both for term in row.terms)
    remarks = {one.id: minus(context, *one.terms) for pair in drawn for one in pair.gaps}
    remarks |= {row.id: context.say("gap_printed") for row in printed}
    finish = partial(figure, context, lists=(*lists, *terms, *printed), remarks=remarks)
    country = context.name(context.catalogue.benchmark)
    if not drawn:
        empty = context.say("no_benchmark", country)
        return finish((), context.name(indicator), notices=strip(context, pairs), empty=empty)
    panels = [panel(context, heading(context, indicator), pairs, [one.year for one in pairs])]
    if indicator.measure == "growth_yoy":
        panels.append(panel(context, context.say("gap_two_year"), pairs, [one.average for one in pairs]))
    low, high = min(one.low for one in panels), max(one.high for one in panels)
    differ = len({one.period for one in drawn}) > 1
    return finish(
        [replace(one, low=low, high=high) for one in panels],
        subtitle(context, drawn),
        finding=finding(context, drawn),
        notices=[context.say("own_periods", country)] if differ else [],
        notes=[
            *low_base(context, drawn),
            *(derived_note(context, own) for own, _ in averages),
            *(context.note_of(one.row) for one in drawn if one.row),
        ],
    )


def pair_of(context: Context[Options], indicator: Indicator, region: Region) -> Pair:
    """Both gaps of a region over its own period."""
    bench = context.catalogue.benchmark
    period = own_period(context, indicator, region)
    row = row_over(context, indicator.id, region.id, period) if period else None
    if period is None or row is None:
        return Pair(region, period, row, None, None)
    year = gap_between(context, row, row_over(context, indicator.id, bench.id, period, row.edition))
    own, country = (
        base_effects.two_year(context.tables, one, indicator.id, period, row.edition)
        for one in (region.id, bench.id)
    )
    average = gap_between(context, own, country) if own and year else None
    return Pair(region, period, row, year, average)


def gap_between(
    context: Context[Options], row: Observation, benchmark: Observation | None
) -> Observation | None:
    if benchmark is None or not exact(row, benchmark):
        return None
    return gap_of(row, benchmark, difference(context, row.indicator, benchmark.region))


def own_period(context: Context[Options], indicator: Indicator, region: Region) -> Period | None:
    """The period over which a region is set against the country: of those that both publish the one
    asked for, else the latest of the region's own document, else the latest since January inside the
    window, else the latest; where they share none, the one asked for or the region's latest."""
    asked, window = asked_period(context, indicator, region), context.window
    rows = [row for row in context.tables.rows(indicator.id, region.id) if comparable(row)]
    bench = context.catalogue.benchmark.id
    both = [row for row in rows if row_over(context, indicator.id, bench, row.period, row.edition)]
    wanted = [row for row in both if row.period == asked]
    own = [row for row in both if row.publication.document]
    recent = [row for row in both if row.period and row.period.within(window) and row.period.first_month == 1]
    for group in (wanted, own, recent, both, [row for row in rows if row.period == asked], rows):
        if group:
            return max((row.period for row in group if row.period), key=lambda one: (one.end, one.months))
    return None


def panel(
    context: Context[Options], heading: str, pairs: Sequence[Pair], gaps: Sequence[Observation | None]
) -> RowsPanel:
    """One measure's gaps, a row for every region; where there is none, why."""
    lines = []
    chosen = [pair.region.id for pair in pairs]
    for pair, one in zip(pairs, gaps, strict=True):
        rows = (pair.row,) if pair.row else ()
        detail = Said(context.period(pair.period), rows) if pair.period else NOTHING
        marks = (mark(context, "bar", one, 0.0),) if one else ()
        text = context.number(one, bare=True) if one else absence(context, pair)
        aside = minus(context, *one.terms) if one else NOTHING
        lines.append(Row(context.name(pair.region), marks, text, detail, aside, pair.region.parent in chosen))
    unit = next(one.year.indicator for one in pairs if one.year)
    mark_of_all = next((wording.derived_mark(one, context.language) for one in gaps if one), "")
    return rows_panel(context, heading + mark_of_all, unit, lines)


def heading(context: Context[Options], indicator: Indicator) -> str:
    if indicator.measure == "growth_yoy":
        return context.say("gap_year_on_year")
    return context.name(difference(context, indicator, context.catalogue.benchmark))


def absence(context: Context[Options], pair: Pair) -> Said:
    """Why a region has no gap."""
    if pair.row is None:
        return context.say("no_data")
    if pair.year is None:
        return context.say("no_benchmark", context.name(context.catalogue.benchmark))
    return context.say("two_year_none")


def strip(context: Context[Options], pairs: Sequence[Pair]) -> list[Said]:
    """Every region by name, with its figure, where nothing is drawn."""
    held = (fill("{} {}", context.name(one.region), context.worded(one.row)) for one in pairs if one.row)
    lacking = (context.name(one.region) for one in pairs if one.row is None)
    return [context.joined(held), *context.strip((), lacking)]


def low_base(context: Context[Options], drawn: Sequence[Pair]) -> list[Said]:
    """For whom growth starts from a low base: with a two-year average beside it, or with none to be had."""
    low = [one for one in drawn if one.row and base_effects.is_low_base(context.tables, one.row)]
    notes = []
    for key, group in (
        ("low_base_note", [one for one in low if one.average]),
        ("low_base_none", [one for one in low if one.average is None]),
    ):
        if group:
            rows = [row for one in group for row in (one.row, one.average) if row]
            names = context.listed(
                context.say("value_at", context.name(one.region), context.period(one.period)) for one in group
            )
            notes.append(context.say(key, Said(names, rows)))
    return notes


def finding(context: Context[Options], drawn: Sequence[Pair]) -> Said:
    """Above or below the country, by which measure; only of a region shown alone."""
    one = drawn[0]
    if len(drawn) != 1 or one.year is None:
        return NOTHING
    country = context.catalogue.benchmark
    return wording.gap_finding(one.region, country, one.year, one.average, context.language)


def subtitle(context: Context[Options], drawn: Sequence[Pair]) -> Said:
    """Over whose periods, and which region lies in which."""
    when = {one.period for one in drawn}
    parts: list[str] = [context.say("own_period_each") if len(when) > 1 else context.period(drawn[0].period)]
    for one in drawn:
        if parent := context.catalogue.within(one.region):
            level = context.catalogue.level_of(one.region).one(context.language)
            parts.append(context.say("lies_in", context.name(one.region), context.name(parent), level))
    return context.joined(parts)


KIND = Kind(Options, gap)
