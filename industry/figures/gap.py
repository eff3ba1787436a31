"""The gap of each region's growth to the country's over the same months, each region over its own
period: of the year-on-year rates, and beside it of the two-year averages.

The difference of the two published rates is drawn even where a gap is printed; a printed one that
disagrees is told in the notes. Regions stand in config.yaml's order and are never sorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry import identities, periods, wording
from industry.catalogue import Indicator, Region
from industry.comparison import comparable
from industry.figures.bars import derived_note, indicator_of
from industry.figures.held import asked_period, difference, families, held, minus, terms
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.scene import Scene
from industry.observation import Observation
from industry.periods import Period


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


def gap(scene: Scene) -> Figure:
    """Every chosen region's gap to the country, by both measures."""
    indicator = indicator_of(scene)
    bench = scene.catalogue.benchmark
    pairs = [pair_of(scene, indicator, region) for region in families(scene)]
    drawn = [one for one in pairs if one.year]
    rows = [row for one in pairs for row in one.rows]
    rows += [
        term
        for one in pairs
        if one.average
        for row in (one.average.row, one.average.benchmark)
        for term in terms(scene, row)
    ]
    printed = [row for one in drawn if one.year and (row := as_printed(scene, one.year))]
    rows += printed
    remarks = {
        one.value.id: minus(scene, one.row, one.benchmark)
        for pair in drawn
        for one in (pair.year, pair.average)
        if one
    }
    remarks |= {row.id: scene.say("gap_printed") for row in printed}
    table = scene.table(scene.with_disputed(rows), remarks)
    if not drawn:
        told = scene.say("no_benchmark", scene.name(bench))
        return scene.figure(
            (), scene.frame(rows, scene.name(indicator), notices=strip(scene, pairs)), rows, table, told
        )
    panels = [panel(scene, heading(scene, indicator), pairs, [one.year for one in pairs])]
    if indicator.measure == "growth_yoy":
        panels.append(panel(scene, scene.say("gap_two_year"), pairs, [one.average for one in pairs]))
    low, high = min(one.low for one in panels), max(one.high for one in panels)
    notes = low_base(scene, drawn)
    notes += [
        derived_note(scene, one.average.row) for one in drawn if one.average and one.average.row.derived
    ]
    notes += [scene.note_of(one.row) for one in drawn if one.row]
    differ = len({one.period for one in drawn}) > 1
    notices = [scene.say("own_periods", scene.name(bench))] if differ else []
    frame = scene.frame(rows, subtitle(scene, drawn), finding(scene, drawn), notices, notes)
    shown = [one.value for pair in drawn for one in (pair.year, pair.average) if one]
    return scene.figure(
        [RowsPanel(one.heading, one.unit, one.rows, low, high) for one in panels],
        frame,
        rows,
        table,
        drawn=shown,
    )


def pair_of(scene: Scene, indicator: Indicator, region: Region) -> Pair:
    """Both gaps of a region over its own period."""
    bench = scene.catalogue.benchmark
    period = own_period(scene, indicator, region)
    row = held(scene, indicator.id, region.id, period) if period else None
    if period is None or row is None:
        return Pair(region, period, row, None, None)
    year = gap_between(scene, row, held(scene, indicator.id, bench.id, period, row.edition))
    averages = [
        identities.two_year(scene.tables, one, indicator.id, period, row.edition)
        for one in (region.id, bench.id)
    ]
    average = gap_between(scene, averages[0], averages[1]) if averages[0] and year else None
    return Pair(region, period, row, year, average)


def gap_between(scene: Scene, row: Observation, benchmark: Observation | None) -> Gap | None:
    if benchmark is None or not (row.exact and benchmark.exact):
        return None
    name = difference(scene, row.indicator, benchmark.region)
    return Gap(row, benchmark, identities.gap_of(row, benchmark, name))


def own_period(scene: Scene, indicator: Indicator, region: Region) -> Period | None:
    """The period over which a region is set against the country: of those that both publish the one
    asked for, else the latest of the region's own document, else the latest since January inside the
    window, else the latest; where they share none, the one asked for or the region's latest."""
    asked, window = (
        asked_period(scene, indicator, region),
        periods.parse(scene.catalogue.config.window, "flow"),
    )
    rows = [row for row in scene.tables.rows(indicator.id, region.id) if comparable(row)]
    bench = scene.catalogue.benchmark.id
    both = [row for row in rows if held(scene, indicator.id, bench, row.period, row.edition)]
    wanted = [row for row in both if row.period == asked]
    own = [row for row in both if row.source.document]
    recent = [row for row in both if row.period and row.period.within(window) and row.period.first_month == 1]
    for group in (wanted, own, recent, both, [row for row in rows if row.period == asked], rows):
        if group:
            return max((row.period for row in group if row.period), key=lambda one: (one.end, one.months))
    return None


def panel(scene: Scene, heading: str, pairs: Sequence[Pair], gaps: Sequence[Gap | None]) -> RowsPanel:
    """One measure's gaps, a row for every region; where there is none, why."""
    lines, values = [], [0.0]
    chosen = [pair.region.id for pair in pairs]
    for pair, one in zip(pairs, gaps, strict=True):
        detail = scene.period(pair.period) if pair.period else ""
        muted = pair.region.parent in chosen
        name = scene.name(pair.region)
        if one is None:
            lines.append(Row(name, (), absence(scene, pair), detail, muted=muted))
            continue
        value = float(one.value.value)
        values.append(value)
        mark = Mark("bar", 0.0, value, pair.region.colour, row=one.value.id, hover=scene.hover(one.value))
        aside = minus(scene, one.row, one.benchmark)
        lines.append(Row(name, (mark,), scene.number(one.value, bare=True), detail, aside, muted))
    unit = next((one.year.value.indicator for one in pairs if one.year), None)
    worded = wording.unit_line(unit, scene.language) if unit else ""
    return RowsPanel(heading, worded, tuple(lines), min(values), max(values))


def heading(scene: Scene, indicator: Indicator) -> str:
    if indicator.measure == "growth_yoy":
        return scene.say("gap_year_on_year")
    return scene.name(difference(scene, indicator, scene.catalogue.benchmark))


def absence(scene: Scene, pair: Pair) -> str:
    """Why a region has no gap."""
    if pair.row is None:
        return scene.say("no_data")
    if pair.year is None:
        return scene.say("no_benchmark", scene.name(scene.catalogue.benchmark))
    return scene.say("two_year_none")


def strip(scene: Scene, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Every region by name, with its figure, where nothing is drawn."""
    held = [f"{scene.name(one.region)} {scene.worded(one.row)}" for one in pairs if one.row]
    lacking = [one.region for one in pairs if one.row is None]
    told = (scene.say("joined").join(held),) if held else ()
    return told + scene.strip((), lacking)


def as_printed(scene: Scene, one: Gap) -> Observation | None:
    """The gap as a source prints it, for the table; the frame tells it where it disagrees."""
    return held(scene, one.value.indicator.id, one.row.region.id, one.row.period)


def low_base(scene: Scene, drawn: Sequence[Pair]) -> list[str]:
    """For whom growth starts from a low base: with a two-year average beside it, or with none to be had."""
    low = [one for one in drawn if one.row and identities.is_low_base(scene.tables, one.row)]
    notes = []
    for key, group in (
        ("low_base_note", [one for one in low if one.average]),
        ("low_base_none", [one for one in low if one.average is None]),
    ):
        if group:
            names = [scene.say("value_at", scene.name(one.region), scene.period(one.period)) for one in group]
            notes.append(scene.say(key, scene.listed(names)))
    return notes


def finding(scene: Scene, drawn: Sequence[Pair]) -> str:
    """Above or below the country, by which measure; only of a region shown alone."""
    if len(drawn) != 1 or drawn[0].year is None:
        return ""
    one = drawn[0]
    year, average = drawn[0].year.value, one.average.value if one.average else None
    return wording.gap_finding(one.region, scene.catalogue.benchmark, year, average, scene.language)


def subtitle(scene: Scene, drawn: Sequence[Pair]) -> str:
    """Over whose periods, and which region lies in which."""
    when = {one.period for one in drawn}
    parts = [scene.say("own_period_each") if len(when) > 1 else scene.period(drawn[0].period)]
    for one in drawn:
        parent = scene.catalogue.parent_of(one.region)
        if one.region.level == "city" and parent:
            parts.append(scene.say("city_of", scene.name(one.region), scene.name(parent)))
    return scene.say("joined").join(parts)
