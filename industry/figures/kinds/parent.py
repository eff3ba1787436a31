"""A city beside the province that it lies in, then the country, over the same months: growth and rates.

A city is never ranked with provinces nor added to its own. Levels belong in ``share``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfRates, PeriodsSpec
from industry.figures.record import Figure, RowsPanel
from industry.figures.rows.lookup import (
    actual,
    asked_of,
    difference,
    ended,
    families,
    gap_between,
    row_over,
    rows_asked,
    stand_in,
    unshown,
    why_none,
)
from industry.figures.side_by_side import bar, reference, rows_panel
from industry.rules.comparison import Apart, doubt, kept_apart
from industry.rules.verdicts import ALONE
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import IndicatorIds
from industry.vocabulary.subject import misfit
from industry.wording.said import Said, rows_of


class Options(PeriodsSpec, OfRates):
    """A panel for each of ``indicators``; where none are named, for each whose gap to the province is an
    indicator of its own."""

    chart: Literal["parent"]
    indicators: IndicatorIds = ()


@dataclass(frozen=True)
class Beside:
    """A city's figure, its province's (derived where only the gap is printed) and the country's over
    the same months, with the gaps to both."""

    city: Observation
    province: Observation | None
    country: Observation | None
    gaps: tuple[Observation, ...]

    @property
    def drawn(self) -> list[Observation]:
        return [row for row in (self.city, self.province) if row]

    @property
    def rows(self) -> list[Observation]:
        return [row for row in (self.city, self.province, self.country, *self.gaps) if row]


def parent(context: Context[Options]) -> Figure:
    """Cities against their provinces and the country, a panel for each indicator."""
    chosen = families(context)
    cities = [one for one in chosen if context.catalogue.within(one)]
    wanted = indicators(context)
    tried = [(city, one, beside(context, city, one)) for city in cities for one in wanted]
    found = [one for *_, one in tried if one]
    apart, missing = left_out(context, [(city, indicator) for city, indicator, one in tried if not one])
    over = {city.parent for city in cities} | {city.id for city in cities}
    others = [context.name(one) for one in chosen if one.id not in over]
    caveats = [caveat(context, one) for one in found]
    unused = bases.unused(context, (row for one in found for row in (*one.drawn, one.country)))
    doubted = (*printed(context, found), *later(context, found))
    shown = [row for one in found for row in one.rows]
    return figure(
        context,
        [panel(context, one, many=len(cities) > 1) for one in found],
        subtitle(context, found) if found else "",
        notices=[
            within_one(context, cities, others) if others else NOTHING,
            *context.strip(apart, missing, with_indicators=len(wanted) > 1),
            *absent(context, found),
            *context.strip(unshown(doubted, shown), with_indicators=True),
        ],
        notes=[*caveats, unused, *context.notes_of(row for one in found for row in one.drawn)],
        lists=(
            *shown,
            *(term for one in found if one.province for term in one.province.terms),
            *rows_of(caveats),
        ),
        empty=context.say("parent_none"),
    )


def left_out(
    context: Context[Options], lacking: Sequence[tuple[Region, Indicator]]
) -> tuple[list[Apart], list[Said]]:
    """Of what isn't drawn the nearest figures, and the names of that of which none is held."""
    apart: list[Apart] = []
    missing: list[Said] = []
    several = len({indicator.id for _, indicator in lacking}) > 1 or len(indicators(context)) > 1
    for city, indicator in lacking:
        if one := stand_in(context, [indicator], city, asked_of(context, indicator, city)):
            apart.append(one)
        else:
            name = context.name(city)
            missing.append(context.say("whose", name, context.short(indicator)) if several else Said(name))
    return apart, missing


def within_one(context: Context[Options], cities: Sequence[Region], others: Sequence[str]) -> Said:
    """That only cities and their provinces are shown, whatever they are called, and which regions not."""
    catalogue = context.catalogue
    own = [catalogue.level_of(one) for one in cities] or catalogue.rules.levels[-1:]
    above = [catalogue.level_of(over) for one in cities if (over := catalogue.parent_of(one))]
    both = (own, above or catalogue.rules.levels[-2:-1])
    names = (context.listed(one.one(context.language) for one in each) for each in both)
    return context.say("within_one", *names, context.listed(others))


def indicators(context: Context[Options]) -> list[Indicator]:
    """The spec's, else every one whose gap to the parent is an indicator of its own."""
    known = context.catalogue.indicators.values()
    wanted = context.spec.indicators or [one.gap_of for one in known if one.gap_to == "parent" and one.gap_of]
    return [one for one in context.indicators(wanted) if not misfit(context.spec, one)]


def beside(context: Context[Options], city: Region, indicator: Indicator) -> Beside | None:
    """A city's latest figure, of those for which its province's can be had if there is one; or None."""
    over = context.catalogue.parent_of(city)
    rows = rows_asked(context, indicator, city, derived=True)
    if not rows or over is None:
        return None

    def other(row: Observation, region: Region, derived: bool = False) -> Observation | None:
        return row_over(context, indicator.id, region.id, row.period, row.edition, derived)

    def key(one: tuple[Period, Observation]) -> tuple[object, ...]:
        period, row = one
        return other(row, over, True) is not None, period.end, period.months

    _, row = max(rows, key=key)
    province, country = other(row, over, True), other(row, context.catalogue.benchmark)
    gaps = (
        gap(context, row, one, to) for one, to in ((province, over), (country, context.catalogue.benchmark))
    )
    return Beside(row, province, country, tuple(filter(None, gaps)))


def gap(
    context: Context[Options], row: Observation, other: Observation | None, to: Region
) -> Observation | None:
    """The gap of a city's figure ``to`` a region: worked out where both are exact, else as it is printed, if that is."""
    held = row_over(
        context, difference(context, row.indicator, to).id, row.region.id, row.period, row.edition
    )
    return gap_between(context, row, other) or (held if held and held.exact else None)


def panel(context: Context[Options], one: Beside, many: bool = False) -> RowsPanel:
    """A city above its province, the country as a dashed line."""
    indicator = one.city.indicator
    above = filter(None, (context.catalogue.parent_of(one.city.region), context.catalogue.benchmark))
    others = {difference(context, indicator, region).id: region for region in above}
    told = (
        context.say("gap_with", context.name(others[gap.indicator.id]), context.number(gap))
        for gap in one.gaps
    )
    effects = {found.row: found for found in bases.effects(context, one.drawn)}
    lines = [bases.beside(context, bar(context, row), effects.get(row)) for row in one.drawn]
    lines[0] = replace(lines[0], aside=context.clauses(*told, lines[0].aside))
    name = context.name(indicator)
    heading = context.say("whose", context.name(one.city.region), name) if many else name
    dashed = [reference(context, one.country)] if one.country else []
    return rows_panel(context, heading, indicator, lines, dashed)


def absent(context: Context[Options], found: Sequence[Beside]) -> list[Said]:
    """Of which indicators the province's or the country's figure is lacking, and why."""
    told: dict[Said, list[str]] = {}
    for one in found:
        over = context.catalogue.parent_of(one.city.region)
        for row, region in ((one.province, over), (one.country, context.catalogue.benchmark)):
            if row is None and region is not None:
                told.setdefault(why_none(context, one.city, region), []).append(
                    context.name(one.city.indicator)
                )
    return [context.say("named", context.listed(names), why) for why, names in told.items()]


def printed(context: Context[Options], found: Sequence[Beside]) -> list[Apart]:
    """Printed gaps that would stand beside a city's figure where none can be worked out, and why they don't."""
    apart: list[Apart] = []
    for one in found:
        for region in (context.catalogue.parent_of(one.city.region), context.catalogue.benchmark):
            own = difference(context, one.city.indicator, region) if region else None
            if own and own.id not in {gap.indicator.id for gap in one.gaps}:
                rows = [row for row in actual(context, own, one.city.region) if row.period == one.city.period]
                gaps = ((row, doubt(row, one.city.edition)) for row in rows)
                apart += [Apart(row, why) for row, why in gaps if why != ALONE]
    return apart


def later(context: Context[Options], found: Sequence[Beside]) -> list[Apart]:
    """What keeps later figures of cities from standing beside their provinces', where no period is asked for."""
    apart: list[Apart] = []
    for one in found:
        row, over = one.city, context.catalogue.parent_of(one.city.region)
        if over and not asked_of(context, row.indicator, row.region):
            own = context.focus.until(actual(context, row.indicator, row.region))
            after = [one for one in own if ended(one) > ended(row)]
            apart += kept_apart(after, actual(context, row.indicator, over))
    return apart


def caveat(context: Context[Options], one: Beside) -> Said:
    """What the bases of growth were, told of the indicator."""
    rows = [row for row in (*one.drawn, one.country) if row]
    found = bases.effects(context, rows)
    said = bases.notes(context, found, lambda row: context.name(row.region), one.drawn)
    told = context.joined(said)
    return context.say("named", context.name(one.city.indicator), told) if told else NOTHING


def subtitle(context: Context[Options], found: Sequence[Beside]) -> Said:
    """The regions and the period."""
    regions = [context.name(row.region) for one in found for row in one.drawn]
    if any(one.country for one in found):
        regions.append(context.name(context.catalogue.benchmark))
    when = context.listed(context.period(one.city.period) for one in found)
    return context.clauses(context.listed(regions), when)


KIND = Kind(Options, parent, comparing=True, beside=("", ""))
