"""The gap of each region's growth to the country's over the same months, each region over its own
period: of the year-on-year rates, and beside it of the two-year averages.

The difference of the two published rates is drawn even where a gap is printed; a printed one that
disagrees is told in the notes. Regions stand in config.yaml's order and are never sorted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.options import PeriodsSpec, SubjectSpec
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.row_lookup import (
    asked_period,
    derived_note,
    difference,
    families,
    indicator_of,
    minus,
    row_over,
)
from industry.rules import base_effects
from industry.rules.derived import gap_of
from industry.rules.lock import comparable
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period


class Options(SubjectSpec, PeriodsSpec):
    """Where no period is asked for, a region's is that of its own document."""

    chart: Literal["gap"]

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.RATES}


@dataclass(frozen=True)
class Gap:
    """One measure of a region beside its benchmark's over the same months, and their difference."""

    row: Observation
    benchmark: Observation
    value: Observation


@dataclass(frozen=True)
class Pair:
    """A region's two gaps over ``period``, None where one can't be had; ``row`` is its growth."""

    region: Region
    period: Period | None
    row: Observation | None
    year: Gap | None
    average: Gap | None

    @property
    def rows(self) -> list[Observation]:
        gaps = [one for one in (self.year, self.average) if one]
        own = [self.row] if self.row and not gaps else []
        return own + [row for one in gaps for row in (one.row, one.benchmark, one.value)]


def gap(context: Context[Options]) -> Figure:
    """Every chosen region's gap to the country, by both measures."""
    indicator = indicator_of(context)
    bench = context.catalogue.benchmark
    pairs = [pair_of(context, indicator, region) for region in families(context)]
    drawn = [one for one in pairs if one.year]
    rows = [row for one in pairs for row in one.rows]
    rows += [
        term
        for one in pairs
        if one.average
        for row in (one.average.row, one.average.benchmark)
        for term in row.terms
    ]
    printed = [row for one in drawn if one.year and (row := as_printed(context, one.year))]
    rows += printed
    remarks = {
        one.value.id: minus(context, one.row, one.benchmark)
        for pair in drawn
        for one in (pair.year, pair.average)
        if one
    }
    remarks |= {row.id: context.say("gap_printed") for row in printed}
    table = context.table(context.with_disputed(rows), remarks)
    if not drawn:
        told = context.say("no_benchmark", context.name(bench))
        return context.figure(
            (), context.frame(rows, context.name(indicator), notices=strip(context, pairs)), rows, table, told
        )
    panels = [panel(context, heading(context, indicator), pairs, [one.year for one in pairs])]
    if indicator.measure == "growth_yoy":
        panels.append(panel(context, context.say("gap_two_year"), pairs, [one.average for one in pairs]))
    low, high = min(one.low for one in panels), max(one.high for one in panels)
    notes = low_base(context, drawn)
    notes += [
        derived_note(context, one.average.row) for one in drawn if one.average and one.average.row.derived
    ]
    notes += [context.note_of(one.row) for one in drawn if one.row]
    differ = len({one.period for one in drawn}) > 1
    notices = [context.say("own_periods", context.name(bench))] if differ else []
    frame = context.frame(rows, subtitle(context, drawn), finding(context, drawn), notices, notes)
    shown = [one.value for pair in drawn for one in (pair.year, pair.average) if one]
    return context.figure(
        [RowsPanel(one.heading, one.unit, one.rows, low, high) for one in panels],
        frame,
        rows,
        table,
        drawn=shown,
    )


def pair_of(context: Context[Options], indicator: Indicator, region: Region) -> Pair:
    """Both gaps of a region over its own period."""
    bench = context.catalogue.benchmark
    period = own_period(context, indicator, region)
    row = row_over(context, indicator.id, region.id, period) if period else None
    if period is None or row is None:
        return Pair(region, period, row, None, None)
    year = gap_between(context, row, row_over(context, indicator.id, bench.id, period, row.edition))
    averages = [
        base_effects.two_year(context.tables, one, indicator.id, period, row.edition)
        for one in (region.id, bench.id)
    ]
    average = gap_between(context, averages[0], averages[1]) if averages[0] and year else None
    return Pair(region, period, row, year, average)


def gap_between(context: Context[Options], row: Observation, benchmark: Observation | None) -> Gap | None:
    if benchmark is None or not (row.exact and benchmark.exact):
        return None
    name = difference(context, row.indicator, benchmark.region)
    return Gap(row, benchmark, gap_of(row, benchmark, name))


def own_period(context: Context[Options], indicator: Indicator, region: Region) -> Period | None:
    """The period over which a region is set against the country: of those that both publish the one
    asked for, else the latest of the region's own document, else the latest since January inside the
    window, else the latest; where they share none, the one asked for or the region's latest."""
    asked, window = (
        asked_period(context, indicator, region),
        periods.parse(context.catalogue.config.window, "flow"),
    )
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
    context: Context[Options], heading: str, pairs: Sequence[Pair], gaps: Sequence[Gap | None]
) -> RowsPanel:
    """One measure's gaps, a row for every region; where there is none, why."""
    lines, values = [], [0.0]
    chosen = [pair.region.id for pair in pairs]
    for pair, one in zip(pairs, gaps, strict=True):
        detail = context.period(pair.period) if pair.period else ""
        muted = pair.region.parent in chosen
        name = context.name(pair.region)
        if one is None:
            lines.append(Row(name, (), absence(context, pair), detail, muted=muted))
            continue
        value = float(one.value.value)
        values.append(value)
        mark = Mark("bar", 0.0, value, pair.region.colour, row=one.value.id, hover=context.hover(one.value))
        aside = minus(context, one.row, one.benchmark)
        lines.append(Row(name, (mark,), context.number(one.value, bare=True), detail, aside, muted))
    unit = next((one.year.value.indicator for one in pairs if one.year), None)
    worded = wording.unit_line(unit, context.language) if unit else ""
    return RowsPanel(heading, worded, tuple(lines), min(values), max(values))


def heading(context: Context[Options], indicator: Indicator) -> str:
    if indicator.measure == "growth_yoy":
        return context.say("gap_year_on_year")
    return context.name(difference(context, indicator, context.catalogue.benchmark))


def absence(context: Context[Options], pair: Pair) -> str:
    """Why a region has no gap."""
    if pair.row is None:
        return context.say("no_data")
    if pair.year is None:
        return context.say("no_benchmark", context.name(context.catalogue.benchmark))
    return context.say("two_year_none")


def strip(context: Context[Options], pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Every region by name, with its figure, where nothing is drawn."""
    held = [f"{context.name(one.region)} {context.worded(one.row)}" for one in pairs if one.row]
    lacking = [one.region for one in pairs if one.row is None]
    told = (context.say("joined").join(held),) if held else ()
    return told + context.strip((), lacking)


def as_printed(context: Context[Options], one: Gap) -> Observation | None:
    """The gap as a source prints it, for the table; the frame tells it where it disagrees."""
    return row_over(context, one.value.indicator.id, one.row.region.id, one.row.period)


def low_base(context: Context[Options], drawn: Sequence[Pair]) -> list[str]:
    """For whom growth starts from a low base: with a two-year average beside it, or with none to be had."""
    low = [one for one in drawn if one.row and base_effects.is_low_base(context.tables, one.row)]
    notes = []
    for key, group in (
        ("low_base_note", [one for one in low if one.average]),
        ("low_base_none", [one for one in low if one.average is None]),
    ):
        if group:
            names = [
                context.say("value_at", context.name(one.region), context.period(one.period)) for one in group
            ]
            notes.append(context.say(key, context.listed(names)))
    return notes


def finding(context: Context[Options], drawn: Sequence[Pair]) -> str:
    """Above or below the country, by which measure; only of a region shown alone."""
    if len(drawn) != 1 or drawn[0].year is None:
        return ""
    one = drawn[0]
    year, average = drawn[0].year.value, one.average.value if one.average else None
    return wording.gap_finding(one.region, context.catalogue.benchmark, year, average, context.language)


def subtitle(context: Context[Options], drawn: Sequence[Pair]) -> str:
    """Over whose periods, and which region lies in which."""
    when = {one.period for one in drawn}
    parts = [context.say("own_period_each") if len(when) > 1 else context.period(drawn[0].period)]
    for one in drawn:
        if parent := context.catalogue.within(one.region):
            level = context.catalogue.level_of(one.region).one(context.language)
            parts.append(context.say("lies_in", context.name(one.region), context.name(parent), level))
    return context.say("joined").join(parts)


KIND = Kind(Options, gap)
