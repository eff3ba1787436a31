"""Levels as a part of the whole: a city's of its province, a province's of the country.

Both must be published exactly, for one period and edition. Each row is drawn on the track of its own
whole, so shares of different wholes have no scale in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry import identities, periods, wording
from industry.catalogue import Indicator, Region, Text
from industry.comparison import comparable
from industry.figures.held import asked_period, families, held, short
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.scene import Scene
from industry.observation import Observation


@dataclass(frozen=True)
class Part:
    """A region's level, its parent's of the same period and edition, and the share."""

    row: Observation
    whole: Observation
    share: Observation

    @property
    def rows(self) -> tuple[Observation, ...]:
        return self.row, self.whole, self.share


def share(scene: Scene) -> Figure:
    """A panel for each whole, a row for each part; what has no share is named."""
    known = scene.catalogue.indicators
    asked = scene.choices.indicator or scene.spec.indicator
    wanted = (asked,) if asked else scene.spec.indicators
    regions = families(scene)
    parts: list[Part] = []
    lacking: list[str] = []
    unshared: list[Observation] = []
    for id in wanted:
        for region in regions:
            pairs = candidates(scene, known[id], region)
            if exact := [pair for pair in pairs if pair[0].exact and pair[1].exact]:
                parts.append(part(exact[-1]))
            else:
                lacking.append(lack(scene, known[id], region, pairs))
                unshared += pairs[-1] if pairs else ()
    notices = [scene.say("no_share", scene.listed(lacking))] if lacking else []
    rows = [*(row for one in parts for row in one.rows), *unshared]
    if not parts:
        return scene.figure((), scene.frame(rows, "", notices=notices), rows, empty=scene.say("share_none"))
    panels = [panel(scene, group, edition_of(scene, parts)) for group in groups(parts)]
    notes = [scene.note_of(row) for one in parts for row in (one.row, one.whole)]
    frame = scene.frame(rows, subtitle(scene, parts), notices=notices, notes=notes)
    remarks = {one.share.id: parted_as(scene, one) for one in parts}
    return scene.figure(panels, frame, rows, scene.table(rows, remarks), drawn=[one.share for one in parts])


Pairs = list[tuple[Observation, Observation]]


def candidates(scene: Scene, indicator: Indicator, region: Region) -> Pairs:
    """The region's figures whose whole is published too, over the period asked for or inside the window:
    the latest last, of several editions the later of config.yaml's order last."""
    over = scene.catalogue.parent_of(region)
    if over is None:
        return []
    editions = ["", *scene.catalogue.config.editions]
    asked, window = (
        asked_period(scene, indicator, region),
        periods.parse(scene.catalogue.config.window, "flow"),
    )
    keys = {
        (row.period, row.edition)
        for row in scene.tables.rows(indicator.id, region.id)
        if row.period
        and comparable(row)
        and (row.period == asked if asked else row.period.within(window))
        and scene.spec.edition in (None, row.edition)
    }
    found: Pairs = []
    for period, edition in sorted(keys, key=lambda one: (one[0].end, editions.index(one[1]))):
        row, whole = (held(scene, indicator.id, id, period, edition) for id in (region.id, over.id))
        if row and whole:
            found.append((row, whole))
    return found


def part(pair: tuple[Observation, Observation]) -> Part:
    """The share of a pair, named after what it is a share of."""
    row, whole = pair
    worked = identities.share_of_parent(row, whole)
    named = {
        one: wording.say("share_name", one, row.indicator.name(one), whole.region.name(one))
        for one in ("zh", "en")
    }
    indicator = worked.indicator.model_copy(update={"name": Text(**named)})
    return Part(row, whole, replace(worked, indicator=indicator))


def lack(scene: Scene, indicator: Indicator, region: Region, pairs: Pairs) -> str:
    """The name of what has no share, with the figure that isn't exact where that is why."""
    name = scene.say("whose", scene.name(region), scene.name(indicator))
    loose = [row for row in pairs[-1] if not row.exact] if pairs else []
    if not loose:
        return name
    return scene.say("value_at", name, f"{scene.name(loose[0].region)} {scene.number(loose[0])}")


def groups(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts of one region together, by indicator where several of its parts share one."""
    found: dict[tuple[str, str], list[Part]] = {}
    for one in parts:
        whole = one.whole.region.id
        alike = [other for other in parts if other.whole == one.whole]
        found.setdefault((whole, one.row.indicator.id if len(alike) > 1 else ""), []).append(one)
    return list(found.values())


def edition_of(scene: Scene, parts: Sequence[Part]) -> str:
    """Period and edition in words, where they are the same for all parts."""
    when = {dated(scene, one) for one in parts}
    return when.pop() if len(when) == 1 else ""


def dated(scene: Scene, one: Part) -> str:
    words = [scene.period(one.row.period)]
    if one.row.edition:
        words.append(wording.edition(one.row.edition, scene.catalogue.config, scene.language))
    return ("，" if scene.zh else ", ").join(words)


def panel(scene: Scene, parts: Sequence[Part], common: str) -> RowsPanel:
    """Parts of one whole, or of several wholes of one region. Rows are named after what differs; period
    and edition stand beside the name unless they are ``common`` to all."""
    alone = len({one.row.indicator.id for one in parts}) == 1 and len(parts) > 1
    several = len({one.row.region.id for one in parts}) > 1
    lines = []
    for one in parts:
        region, indicator = scene.name(one.row.region), short(scene, one.row.indicator)
        name = region if alone else scene.say("whose", region, indicator) if several else indicator
        colour = one.row.region.colour
        marks = (
            Mark("track", 0.0, float(one.whole.value), colour, row=one.whole.id),
            Mark("bar", 0.0, float(one.row.value), colour, row=one.share.id, hover=scene.hover(one.share)),
        )
        parted = [parted_as(scene, one)] if common else [dated(scene, one), parted_as(scene, one)]
        lines.append(Row(name, marks, scene.number(one.share), scene.say("joined").join(parted)))
    whole = scene.name(parts[0].whole.region)
    subject = parts[0].row.indicator
    heading = scene.say("share_name", scene.name(subject), whole) if alone else scene.say("share_in", whole)
    marked = heading + wording.derived_mark(parts[0].share, scene.language)
    return RowsPanel(marked, "", tuple(lines), own_scales=True)


def parted_as(scene: Scene, one: Part) -> str:
    """1624 / 13710家."""
    return f"{scene.number(one.row, bare=True)} / {scene.number(one.whole)}"


def subtitle(scene: Scene, parts: Sequence[Part]) -> str:
    """The regions, period and edition where they are common, and that rows have scales of their own."""
    regions = scene.listed(dict.fromkeys(scene.name(one.row.region) for one in parts))
    words = [regions, edition_of(scene, parts), scene.say("own_scales")]
    return ("，" if scene.zh else ", ").join(word for word in words if word)
