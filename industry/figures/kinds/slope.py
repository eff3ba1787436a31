"""Slope: two points in time of one indicator, one region and one source, each indicator in a panel
of its own.

Points of other sources are named beside and never joined; longer series belong in ``lines``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.options import OneRegionSpec
from industry.figures.record import Figure, LinesPanel, Series
from industry.figures.rows.lookup import actual, ended, stand_in
from industry.figures.rows.trend_columns import columns
from industry.rules.comparison import Apart, doubt
from industry.rules.verdicts import ALONE, verdict
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import IndicatorIds
from industry.wording.said import Said

OPEN = ("indicator", "scope", "denominator")


class Options(OneRegionSpec):
    """A panel for each of ``indicators``."""

    chart: Literal["slope"]
    indicators: IndicatorIds = Field(min_length=1)

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.TRENDS, "timing": ("flow", "stock")}


@dataclass(frozen=True)
class Ends:
    """Both points, and the change between them where the source itself prints it."""

    first: Observation
    last: Observation
    change: Observation | None

    @property
    def rows(self) -> tuple[Observation, ...]:
        return tuple(row for row in (self.first, self.last, self.change) if row)


def slope(context: Context[Options]) -> Figure:
    """One region's indicators, each from an earlier to a later point of one source."""
    region = context.region(context.regions[0])
    indicators = context.indicators(context.spec.indicators)
    found = {one.id: ends(context, one, region) for one in indicators}
    others = [row for one in indicators for row in _others(context, one, region, found[one.id])]
    pairs = [pair for pair in found.values() if pair]
    held = {row.indicator for row in others}
    lacking = [one for one in indicators if found[one.id] is None and one not in held]
    left = {one.id: stand_in(context, [one], region) for one in lacking}
    apart = [one for one in left.values() if one]
    apart += [
        one for each in indicators if not found[each.id] for one in loose_changes(context, each, region)
    ]
    missing = [context.name(one) for one in lacking if left[one.id] is None]
    spans = {(context.period(pair.first.period), context.period(pair.last.period)) for pair in pairs}
    each = "slope_subtitle" if len(spans) == 1 else "slope_subtitle_each"
    name = context.name(region)
    return figure(
        context,
        [_panel(context, pair) for pair in pairs],
        context.say(each, name, *spans.pop()) if spans else name,
        notices=[
            _apart(context, others, len(indicators) > 1),
            *context.strip(apart, missing, with_indicators=True),
        ],
        notes=_notes(context, pairs),
        lists=(*(row for pair in pairs for row in pair.rows), *others),
        remarks=_remarks(context, pairs, others) if pairs else None,
        empty=context.say("slope_nothing"),
    )


def _held(context: Context[Options], indicator: Indicator, region: Region) -> list[Observation]:
    return [row for row in actual(context, indicator, region) if row.period and not row.derived]


def ends(context: Context[Options], indicator: Indicator, region: Region) -> Ends | None:
    """The two points to join: published ones of one source, up to the year looked at before later ones, the users' own
    documents before others, the farthest apart; else one published and one derived from it and its printed change."""
    held = _held(context, indicator, region)
    pairs = list(_joined(held))
    if not pairs:
        for row in context.tables.derived(indicator.id, region.id):
            terms = row.terms if row.derivation and row.derivation.rule == "change" else ()
            pairs += [_ordered(row, term) for term in terms if term in held and verdict(row, term).joined]
    if not pairs:
        return None
    year = context.focus.year
    best = min(pairs, key=lambda pair: (year is not None and ended(pair[1]) // 12 > year, _preference(pair)))
    return Ends(*best, _printed_change(context, *best))


def _joined(held: Iterable[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """For each point the earliest with which it may be joined."""
    alike: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for row in sorted(held, key=ended):
        months = row.period and (row.period.instant or (row.period.months, row.period.first_month))
        alike[frozenset(one.id for one in row.sources), months].append(row)
    for rows in alike.values():
        for place, last in enumerate(rows):
            first = next((one for one in islice(rows, place) if verdict(one, last).joined), None)
            if first:
                yield first, last


def _ordered(one: Observation, other: Observation) -> tuple[Observation, Observation]:
    first, last = sorted((one, other), key=ended)
    return first, last


def _preference(pair: tuple[Observation, Observation]) -> tuple[bool, int, str]:
    first, last = pair
    return first.sources[0].document is None, ended(first) - ended(last), last.id


def _printed_change(context: Context[Options], first: Observation, last: Observation) -> Observation | None:
    """The change that the same source prints for exactly these two points."""
    if first.period is None or last.period is None or last.period.years_earlier() != first.period:
        return None
    for one in context.catalogue.indicators.values():
        if one.change_of == last.indicator.id:
            for row in context.tables.rows(one.id, last.region.id):
                if row.period == last.period and row.source in last.sources:
                    return row
    return None


def loose_changes(context: Context[Options], indicator: Indicator, region: Region) -> list[Apart]:
    """The printed changes of an indicator from which no second point can be worked out, and why: what the point that they
    lead to leaves unsaid, too, isn't."""
    held = {row.period: row for row in _held(context, indicator, region)}
    changes = [one for one in context.catalogue.indicators.values() if one.change_of == indicator.id]
    found = []
    for row in (row for one in changes for row in actual(context, one, region) if row.period in held):
        point = held[row.period]
        why = doubt(replace(row, inferred=row.inferred - point.inferred), point.edition)
        found += [Apart(row, why)] if why != ALONE else []
    return found


def change(context: Context[Options], pair: Ends) -> Said:
    """+2.2个百分点 as printed, or the difference of both ends, marked 推算."""
    if pair.change:
        return context.number(pair.change)
    step = max(pair.first.step, pair.last.step)
    times = wording.factor(pair.last.indicator, context.language)
    moved = (pair.last.value - pair.first.value) * times
    text = wording.plain(moved, step * times, context.language, signed=True)
    of_rates = pair.last.indicator.unit == "%"
    unit = (
        wording.points(context.language) if of_rates else wording.unit(pair.last.indicator, context.language)
    )
    return context.say("marked_derived", Said(text + unit, (pair.first, pair.last), "derived"))


def _panel(context: Context[Options], pair: Ends) -> LinesPanel:
    both = (pair.first, pair.last)
    line = Series(
        name="",
        own=pair.last.region.colour,
        colour=pair.last.region.colour,
        dashed=False,
        values=tuple(wording.value_in(row, context.language) for row in both),
        texts=tuple(context.number(row, marked=True) for row in both),
        rows=both,
        hovers=tuple(map(context.hover, both)),
    )
    return LinesPanel(
        heading=context.say("slope_change", context.short(pair.last.indicator), change(context, pair)),
        unit=wording.unit_line(pair.last.indicator, context.language),
        columns=columns(
            context,
            [row.period for row in both if row.period],
            {row.period for row in both if row.period and "period" in row.inferred},
        ),
        series=(line,),
        grouped=not context.zh,
    )


def _others(
    context: Context[Options], indicator: Indicator, region: Region, pair: Ends | None
) -> list[Observation]:
    """The region's other figures of the indicator, in time."""
    rows = [row for row in _held(context, indicator, region) if pair is None or row not in pair.rows]
    return sorted(rows, key=lambda row: (ended(row), row.id))


def _apart(context: Context[Options], others: Sequence[Observation], several: bool) -> Said:
    """The figures that aren't joined, of ``several`` indicators each with its name."""
    told = context.listed(
        context.valued(context.short(row.indicator), context.worded(row)) if several else context.worded(row)
        for row in others
    )
    return context.say("slope_others", told) if told else told


def _notes(context: Context[Options], pairs: Sequence[Ends]) -> list[Said]:
    notes = [
        context.say("slope_derived", context.period(row.period), *map(context.number, (other, pair.change)))
        for pair in pairs
        for row, other in ((pair.first, pair.last), (pair.last, pair.first))
        if row.derived and pair.change
    ]
    shown = [row for pair in pairs for row in pair.rows]
    if unnamed := [fact for fact in OPEN if any(fact in row.inferred for row in shown)]:
        notes.append(context.say("slope_unnamed", wording.bases(unnamed, context.language)))
    return notes + context.caveats(shown)


def _remarks(
    context: Context[Options], pairs: Iterable[Ends], others: Iterable[Observation]
) -> dict[str, str]:
    """Row id → its change, or that it isn't joined."""
    said: dict[str, str] = {row.id: context.say("slope_apart") for row in others}
    for pair in pairs:
        said[pair.last.id] = context.say("named", context.say("slope_changed"), change(context, pair))
    return said


KIND = Kind(Options, slope)
