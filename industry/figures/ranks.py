"""Ranks as the sources print them: the place, the population, the period, and the change on a year before.

Each row is an indicator of its own, so places are not compared between rows; ranks of different
populations stand in different panels. How many a population counts is printed nowhere, so the scale is
open. A rank whose period or subject is inferred is named in the strip and stands in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry import wording
from industry.catalogue import Indicator, Region
from industry.comparison import Apart, comparable, verdict
from industry.figures.held import families, short, strip, told
from industry.figures.record import Figure, Mark, Row, RowsPanel, Shape
from industry.figures.scene import Scene
from industry.observation import Observation

LEAST_PLACES = 10  # that an open scale of ranks shows


@dataclass(frozen=True)
class Place:
    """A rank, that of a year before (printed, or derived from the change), and the change."""

    row: Observation
    before: Observation | None
    change: Observation | None

    @property
    def rows(self) -> list[Observation]:
        return [row for row in (self.row, self.before, self.change) if row]


def ranks(scene: Scene) -> Figure:
    """A panel for each population, a row for each rank."""
    regions = families(scene)
    places: list[Place] = []
    apart: list[Apart] = []
    streaks: list[Observation] = []
    for region in regions:
        for indicator in indicators(scene):
            rows = [row for row in scene.tables.rows(indicator.id, region.id) if row.status == "actual"]
            dated = [row for row in rows if comparable(row)]
            if indicator.measure == "streak":
                streaks += rows
                continue
            apart += [Apart(row, verdict(row, row)) for row in rows if row not in dated]
            if dated:
                places.append(place(scene, max(dated, key=ended)))
    drawn = {one.row.region.id for one in places}
    apart.sort(key=lambda one: one.row.region.id in drawn)
    rows = [*(row for one in places for row in one.rows), *(one.row for one in apart), *streaks]
    named = {row.region.id for row in rows}
    notices = [*scene.strip((), [one for one in regions if one.id not in named]), *strip(scene, apart)]
    table = scene.table(scene.with_disputed(rows), {one.row.id: told(scene, one) for one in apart})
    notes = [streak(scene, row) for row in streaks]
    notes += [scene.note_of(one.row) for one in places]
    if not places:
        frame = scene.frame(rows, "", notices=notices, notes=notes)
        return scene.figure((), frame, rows, table, scene.say("ranks_none"))
    populations = dict.fromkeys(population(scene, one.row).id for one in places)
    panels = [
        panel(scene, [one for one in places if population(scene, one.row).id == id]) for id in populations
    ]
    names = scene.listed(scene.name(one) for one in regions if one.id in drawn)
    subtitle = ("，" if scene.zh else ", ").join((names, scene.say("ranks_open")))
    frame = scene.frame(rows, subtitle, notices=notices, notes=notes)
    return scene.figure(panels, frame, rows, table, drawn=[row for one in places for row in one.rows])


def ended(row: Observation) -> tuple[int, str]:
    """Orders ranks of one indicator by when they end."""
    return row.period.end if row.period else 0, row.id


def streak(scene: Scene, row: Observation) -> str:
    """For how many years a place was held, with what the source leaves out."""
    name = scene.say("whose", scene.name(row.region), scene.name(row.indicator))
    if comparable(row):
        return f"{name} {scene.worded(row)}"
    why = told(scene, Apart(row, verdict(row, row)))
    return scene.say("streak", f"{name} {scene.number(row)}", scene.period(row.period), why)


def indicators(scene: Scene) -> list[Indicator]:
    """The spec's, else all ranks and the years that one was held, in the catalogue's order."""
    known = scene.catalogue.indicators
    if scene.spec.indicators:
        return [known[id] for id in scene.spec.indicators]
    return [one for one in known.values() if one.measure in ("rank", "streak")]


def place(scene: Scene, row: Observation) -> Place:
    """The rank with its change and the place of a year before, as far as they can be had."""
    earlier = row.period.years_earlier() if row.period else None
    both = (scene.tables.rows, scene.tables.derived)
    publisher = row.source.publisher
    before = [
        one
        for rows in both
        for one in rows(row.indicator.id, row.region.id)
        if one.period == earlier
        and comparable(one)
        and (one.source.publisher, one.edition) == (publisher, row.edition)
    ]
    changes = [
        one
        for indicator in scene.catalogue.indicators.values()
        if indicator.change_of == row.indicator.id
        for rows in both
        for one in rows(indicator.id, row.region.id)
        if one.period == row.period and comparable(one)
    ]
    return Place(row, before[0] if before else None, changes[0] if changes else None)


def population(scene: Scene, row: Observation) -> Region:
    """The region among whose parts the rank is counted."""
    parent = scene.catalogue.parent_of(row.region)
    return parent if row.indicator.rank_among == "parent" and parent else scene.catalogue.benchmark


def panel(scene: Scene, places: Sequence[Place]) -> RowsPanel:
    """The ranks of one population."""
    among = population(scene, places[0].row)
    country = among == scene.catalogue.benchmark
    farthest = max(int(row.value) for one in places for row in (one.row, one.before) if row)
    reach = max(LEAST_PLACES, farthest * 5 // 4)
    many = len({one.row.region.id for one in places}) > 1
    legend: list[tuple[Shape, str, str]] = []
    colour = places[0].row.region.colour
    if any(one.before for one in places):
        legend = [("point", colour, scene.say("ranks_now")), ("ring", colour, scene.say("ranks_before"))]
    if any(one.row.qualifier == "at_most" for one in places):
        legend.append(("bracket", colour, scene.say("ranks_bound")))
    return RowsPanel(
        heading=scene.say("rank_among_china" if country else "rank_among_parent", scene.name(among)),
        unit="",
        rows=tuple(line(scene, one, reach, many) for one in places),
        own_scales=True,
        legend=tuple(legend),
    )


def line(scene: Scene, one: Place, reach: int, many: bool) -> Row:
    """A rank on its open scale: a diamond at the place, a ring at that of a year before, linked; a
    bracket where only the range is known (前3)."""
    row, colour = one.row, one.row.region.colour
    spot = float(row.value)
    marks = [Mark("track", 0.0, float(reach), colour, "open_up")]
    if row.qualifier == "at_most":
        marks.append(Mark("bracket", 1.0, spot, colour, "open_down", row.id, hover=scene.hover(row)))
    else:
        if one.before:
            past = float(one.before.value)
            marks.append(Mark("link", past, spot, colour))
            marks.append(Mark("ring", past, past, colour, row=one.before.id, hover=scene.hover(one.before)))
        marks.append(Mark("point", spot, spot, colour, row=row.id, hover=scene.hover(row)))
    subject = scene.catalogue.indicators[row.indicator.rank_of] if row.indicator.rank_of else row.indicator
    name = short(scene, subject)
    if many:
        name = scene.say("whose", scene.name(row.region), name)
    return Row(name, tuple(marks), scene.number(row), detail(scene, one), change(scene, one))


def detail(scene: Scene, one: Place) -> str:
    """The period, and the place of a year before."""
    said = [scene.period(one.row.period)]
    if one.before:
        before = scene.number(one.before) + wording.derived_mark(one.before, scene.language)
        said.append(f"{scene.say('ranks_before')}{'' if scene.zh else ' '}{before}")
    return scene.say("joined").join(said)


def change(scene: Scene, one: Place) -> str:
    """How many places up or down on a year before."""
    if one.change is None:
        return ""
    value = one.change.value
    key = "places_up" if value > 0 else "places_down" if value < 0 else "places_same"
    return scene.say(key, wording.plain(abs(value), one.change.step, scene.language))
