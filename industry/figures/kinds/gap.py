"""The gap of each region's growth to the country's over the same months, each region over its own
period: of the year-on-year rates, and where a base was out of the ordinary beside it of the averages over years, those over as many
years together.

The difference of the two published rates is drawn even where a gap is printed; a printed one that
disagrees is told in the notes. Regions stand in config.yaml's order and are never sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from industry import wording
from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import contradicted, figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfRates, PeriodsSpec, SubjectSpec
from industry.figures.record import Figure, Row, RowsPanel
from industry.figures.rows.lookup import (
    actual,
    asked_of,
    difference,
    editions,
    ended,
    families,
    gap_between,
    indicator_of,
    known,
    minus,
    newer,
    not_exact,
    row_over,
    stand_in,
    unshown,
    why_none,
    without,
)
from industry.figures.side_by_side import mark, on_one_scale, rows_panel
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, kept_apart
from industry.rules.lock import comparable
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said, rows_of


class Options(SubjectSpec, PeriodsSpec, OfRates):
    """Where no period is asked for, a region's is the latest that it shares with the country."""

    chart: Literal["gap"]


@dataclass(frozen=True)
class Pair:
    """A region's two gaps over ``period``, None where one can't be had; ``row`` is its growth, ``country`` the
    country's, ``effects`` what is out of the ordinary in their bases, ``apart`` what is told where there is no
    growth, ``later`` what would be a gap of a later period if it could be worked out. ``averages`` are those of the region and of the country that ``average`` is the gap of."""

    region: Region
    period: Period | None
    row: Observation | None
    country: Observation | None = None
    year: Observation | None = None
    average: Observation | None = None
    averages: tuple[Observation, ...] = ()
    effects: tuple[BaseEffect, ...] = ()
    apart: Apart | None = None
    later: tuple[Apart, ...] = ()

    @property
    def gaps(self) -> list[Observation]:
        return [one for one in (self.year, self.average) if one]

    @property
    def rows(self) -> list[Observation]:
        year = (self.country, self.year) if self.year else ()
        return [row for row in (self.row, *year, *self.averages, self.average) if row]


def gap(context: Context[Options]) -> Figure:
    """Every chosen region's gap to the country, by both measures."""
    indicator = indicator_of(context)
    pairs = [pair_of(context, indicator, region) for region in families(context)]
    either = [one for one in pairs if one.gaps]
    twice = any(one.average for one in either) and any(bases.marked(one.effects) for one in either)
    pairs = pairs if twice else [replace(one, average=None, averages=()) for one in pairs]
    drawn = [one for one in pairs if one.gaps]
    averages = [one.averages for one in pairs if one.average]
    lists = [row for one in pairs for row in one.rows]
    terms = (term for both in averages for row in both for term in row.terms)
    remarks = {one.id: minus(context, one) for pair in drawn for one in pair.gaps}
    found = list(dict.fromkeys(effect for one in drawn for effect in one.effects))
    shown = [row for one in pairs if one.average for row in (one.row, one.country) if row]
    caveats = bases.notes(context, found, lambda row: context.name(row.region), shown)
    finish = partial(figure, context, lists=(*lists, *terms, *rows_of(caveats)), remarks=remarks)
    country = context.name(context.catalogue.benchmark)
    after = (apart for one in pairs for apart in one.later)
    newest = filter(None, (newer(context, one.row, one.later) for one in drawn if one.row))
    own = without(context, newest, context.catalogue.benchmark)
    later = (*context.strip(unshown(after, (row for one in drawn for row in one.rows))), context.joined(own))
    if not drawn:
        asked = None if any(one.row for one in pairs) else asked_of(context, indicator)
        when = wording.asked(asked, context.catalogue.config, context.language) if asked else ""
        empty = context.say("not_over", when) if when else context.say("gap_none", country)
        return finish((), context.name(indicator), notices=(*strip(context, pairs), *later), empty=empty)
    years = [one.year for one in pairs]
    panels = [panel(context, heading(context, indicator), pairs, years, absence)] if any(years) else []
    for group in by_length(pairs) if twice else ():
        told = bases.heading(context, [one.averages[0] for one in group if one.average], "average_gap_panel")
        panels.append(panel(context, told, group, [one.average for one in group], no_average))
    differ = len({one.period for one in drawn}) > 1
    return finish(
        on_one_scale(panels),
        subtitle(context, drawn),
        finding=finding(context, drawn) if all(one.year for one in drawn) else NOTHING,
        notices=[
            context.say("own_periods", country) if differ else NOTHING,
            *(
                context.strip([one.apart for one in pairs if one.apart])
                if any(years)
                else strip(context, pairs)
            ),
            *later,
        ],
        notes=[
            *caveats,
            bases.unused(context, (row for one in drawn for row in (one.row, one.country))),
            *(bases.derived_note(context, row, dated=differ) for both in averages for row in both),
            *context.notes_of(one.row for one in drawn if one.row),
        ],
    )


def pair_of(context: Context[Options], indicator: Indicator, region: Region) -> Pair:
    """Both gaps of a region over its own period."""
    bench = context.catalogue.benchmark
    period = own_period(context, indicator, region)
    row = row_over(context, indicator.id, region.id, period, derived=True) if period else None
    if period is None or row is None:
        apart = stand_in(context, [indicator], region, asked_of(context, indicator, region))
        return Pair(region, period, row, apart=apart)
    country = row_over(context, indicator.id, bench.id, period, row.edition)
    year = gap_between(context, row, country)
    later = () if asked_of(context, indicator, region) else latest_apart(context, row, bench)
    if country is None:
        return Pair(region, period, row, later=later)
    effects = tuple(bases.effects(context, (row, country)))
    average: Observation | None = None
    averages: tuple[Observation, ...] = ()
    for years in sorted({2, *(one.years for one in bases.marked(effects))}, reverse=True):
        own, whole = (bases.average(context, one, years) for one in (row, country))
        if average is None and own and whole and (average := gap_between(context, own, whole)):
            averages = (own, whole)
    return Pair(region, period, row, country, year, average, averages, effects, later=later)


def latest_apart(context: Context[Options], row: Observation, bench: Region) -> tuple[Apart, ...]:
    """What keeps gaps from being drawn of later periods than that of ``row`` that begin in the same month."""
    first = row.period and row.period.first_month

    def rather(one: Observation) -> bool:
        return ended(one) > ended(row) and one.period is not None and one.period.first_month == first

    own = filter(rather, context.focus.until(actual(context, row.indicator, row.region)))
    return tuple(kept_apart(own, actual(context, row.indicator, bench)))


def by_length(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs by the years over which their averages are, the fewest first, which those without any stand with."""
    lengths = {one.region: wording.years_of(one.averages[0]) for one in pairs if one.average}
    first = min(lengths.values())
    return [
        [one for one in pairs if lengths.get(one.region, first) == each]
        for each in sorted(set(lengths.values()))
    ]


def own_period(context: Context[Options], indicator: Indicator, region: Region) -> Period | None:
    """The period over which a region is set against the country: the one asked for and no other; else of
    those that both publish in the year to look at the latest since January, else the latest; where they share
    none, the region's latest."""
    asked = asked_of(context, indicator, region)
    rows = [row for row in known(context, indicator.id, region) if comparable(row)]
    rows = [row for row in rows if asked is None or asked.fits(row)]
    country = context.tables.rows(indicator.id, context.catalogue.benchmark.id)
    beside = {(row.period, row.edition) for row in country if comparable(row)}
    both = [row for row in rows if (row.period, row.edition) in beside]
    if asked is None:
        both, rows = context.focus.of_year(both), context.focus.of_year(rows)
    cumulated = [row for row in both if row.period and row.period.first_month == 1]
    for group in (cumulated, both, rows):
        if group:
            return max((row.period for row in group if row.period), key=lambda one: (one.end, one.months))
    return None


def panel(
    context: Context[Options],
    heading: str,
    pairs: Sequence[Pair],
    gaps: Sequence[Observation | None],
    why: Callable[[Context[Options], Pair], Said],
) -> RowsPanel:
    """One measure's gaps, a row for every region; where there is none, ``why``."""
    lines = []
    chosen = [pair.region.id for pair in pairs]
    for pair, one in zip(pairs, gaps, strict=True):
        rows = (pair.row,) if pair.row else ()
        edition = context.edition(pair.row.edition) if pair.row else ""
        detail = Said(context.clauses(context.period(pair.period), edition), rows) if pair.period else NOTHING
        marks = (mark(context, "bar", one, 0.0),) if one else ()
        text = context.number(one, bare=True) if one else why(context, pair)
        aside = minus(context, one) if one else NOTHING
        lines.append(Row(context.name(pair.region), marks, text, detail, aside, pair.region.parent in chosen))
    unit = next(one.indicator for one in gaps if one)
    mark_of_all = next((wording.derived_mark(one, context.language) for one in gaps if one), "")
    return rows_panel(context, heading + mark_of_all, unit, lines)


def heading(context: Context[Options], indicator: Indicator) -> str:
    if indicator.measure == "growth_yoy":
        return context.say("gap_year_on_year")
    return context.name(difference(context, indicator, context.catalogue.benchmark))


def absence(context: Context[Options], pair: Pair) -> Said:
    """Why a region has no gap, behind its own figure: 17.6%；全国24.5%，版本不同（…）."""
    if pair.row is None:
        return Said(context.reason(pair.apart)) if pair.apart else context.say("not_held")
    why = why_none(context, pair.row, context.catalogue.benchmark, own=False)
    own = context.number(pair.row, marked=True)
    return context.joined((own, why)) if why else not_exact(context, pair.row)


def no_average(context: Context[Options], pair: Pair) -> Said:
    """Why a region has no gap of averages."""
    if pair.row is None:
        return absence(context, pair)
    if pair.country is None:
        bench = context.catalogue.benchmark
        held = any(one.period == pair.period for one in actual(context, pair.row.indicator, bench))
        return Said(context.say("no_gap_beside"), [pair.row]) if held else why_none(context, pair.row, bench)
    growth = next((one for one in (pair.row, pair.country) if not bases.average(context, one)), pair.row)
    return bases.lacking(context, growth, context.name(growth.region) if growth.region != pair.region else "")


def strip(context: Context[Options], pairs: Sequence[Pair]) -> list[Said]:
    """Every region by name, with its figure and why it has no gap, each reason once, where nothing is drawn."""
    held = without(context, (one.row for one in pairs if one.row), context.catalogue.benchmark)
    lacking = [one for one in pairs if one.row is None]
    missing = (context.name(one.region) for one in lacking if one.apart is None)
    return [context.joined(held), *context.strip([one.apart for one in lacking if one.apart], missing)]


def finding(context: Context[Options], drawn: Sequence[Pair]) -> Said:
    """Above or below the country, by which measure, of every region drawn, if all are of one period and
    edition."""
    pairs = []
    for one in drawn:
        if one.year and one.row and one.country:
            two = one.averages and all(wording.years_of(average) == 2 for average in one.averages)
            averages = (one.averages[0], one.averages[1]) if two else None
            pairs.append(wording.Beside(one.row, one.country, averages, one.year))
    if len({(one.row.period, one.row.edition) for one in pairs}) > 1:
        return NOTHING
    when = context.clauses(context.period(pairs[0].row.period), context.edition(pairs[0].row.edition))
    disputed = contradicted(context.tables, (row for one in pairs for row in one.rows))
    return wording.standing(pairs, context.language, when, disputed=disputed, editions=turned(context, pairs))


def turned(context: Context[Options], pairs: Sequence[wording.Beside]) -> dict[str, list[wording.Beside]]:
    """By its name, what another edition gives for a region and the country both."""
    found: dict[str, list[wording.Beside]] = {}
    for one in pairs:
        own, country = (editions(context, [row]) for row in (one.row, one.other))
        for name in own.keys() & country.keys():
            found.setdefault(name, []).append(wording.Beside(own[name][0], country[name][0]))
    return found


def subtitle(context: Context[Options], drawn: Sequence[Pair]) -> Said:
    """Over whose periods, and which region lies in which."""
    when = {one.period for one in drawn}
    parts: list[str] = [context.say("own_period_each") if len(when) > 1 else context.period(drawn[0].period)]
    for one in drawn:
        if parent := context.catalogue.within(one.region):
            level = context.catalogue.level_of(one.region).one(context.language)
            parts.append(context.say("lies_in", context.name(one.region), context.name(parent), level))
    return context.joined(parts)


KIND = Kind(Options, gap, comparing=True)
