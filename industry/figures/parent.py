"""A city beside the province that it lies in, then the country, over the same months: growth and rates.

A city is never ranked with provinces nor added to its own. Levels belong in ``share``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry import identities, periods, wording
from industry.catalogue import Indicator, Region
from industry.comparison import comparable
from industry.figures.bars import bar
from industry.figures.held import asked_period, difference, families, held, low_base, quoted, terms
from industry.figures.record import Figure, Reference, RowsPanel
from industry.figures.scene import Scene
from industry.figures.share import share
from industry.observation import Observation

__all__ = ["parent", "share"]


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


def parent(scene: Scene) -> Figure:
    """Cities against their provinces and the country, a panel for each indicator."""
    chosen = families(scene)
    cities = [one for one in chosen if one.level == "city"]
    found = [
        one for city in cities for indicator in indicators(scene) if (one := beside(scene, city, indicator))
    ]
    rows = [row for one in found for row in one.rows]
    rows += [term for one in found if one.province for term in terms(scene, one.province)]
    rows += [row for one in found for row in quoted(scene, [r for r in (*one.drawn, one.country) if r])]
    over = {city.parent for city in cities} | {city.id for city in cities}
    others = [scene.name(one) for one in chosen if one.id not in over]
    notices = [scene.say("city_and_province", scene.listed(others))] if others else []
    held_by = {one.city.region for one in found}
    notices += scene.strip((), [one for one in cities if one not in held_by])
    notices += absent(scene, found)
    if not found:
        return scene.figure(
            (), scene.frame(rows, "", notices=notices), rows, empty=scene.say("nothing_compares")
        )
    notes = [caveat(scene, one) for one in found]
    notes += [scene.note_of(row) for one in found for row in one.drawn]
    frame = scene.frame(rows, subtitle(scene, found), notices=notices, notes=notes)
    return scene.figure(
        [panel(scene, one, many=len(cities) > 1) for one in found],
        frame,
        rows,
        drawn=[row for one in found for row in one.drawn],
    )


def indicators(scene: Scene) -> list[Indicator]:
    """The spec's, else every one whose gap to the parent is an indicator of its own."""
    known = scene.catalogue.indicators
    wanted = scene.spec.indicators or [
        one.gap_of for one in known.values() if one.gap_to == "parent" and one.gap_of
    ]
    return [known[id] for id in wanted]


def beside(scene: Scene, city: Region, indicator: Indicator) -> Beside | None:
    """A city's latest figure, of those for which its province's can be had if there is one; or None."""
    over = scene.catalogue.parent_of(city)
    window = periods.parse(scene.catalogue.config.window, "flow")
    asked = asked_period(scene, indicator, city)
    rows = [row for row in scene.tables.rows(indicator.id, city.id) if comparable(row) and row.period]
    rows = [
        row for row in rows if row.period == asked or not asked and row.period and row.period.within(window)
    ]
    if not rows or over is None:
        return None

    def other(row: Observation, region: Region, derived: bool = False) -> Observation | None:
        return held(scene, indicator.id, region.id, row.period, row.edition, derived)

    def key(row: Observation) -> tuple[object, ...]:
        return (
            other(row, over, True) is not None,
            row.period.end if row.period else 0,
            row.period.months if row.period else 0,
        )

    row = max(rows, key=key)
    province, country = other(row, over, True), other(row, scene.catalogue.benchmark)
    gaps = [gap_to(scene, row, one) for one in (province, country) if one and row.exact and one.exact]
    return Beside(row, province, country, tuple(gaps))


def gap_to(scene: Scene, row: Observation, other: Observation) -> Observation:
    """The gap between two rows; the printed one where ``other`` was derived from it."""
    named = difference(scene, row.indicator, other.region)
    printed = held(scene, named.id, row.region.id, row.period)
    if printed and other.derivation and printed.id in other.derivation.terms:
        return printed
    return identities.gap_of(row, other, named)


def panel(scene: Scene, one: Beside, many: bool = False) -> RowsPanel:
    """A city above its province, the country as a dashed line."""
    indicator = one.city.indicator
    told = []
    others = {difference(scene, indicator, row.region).id: row for row in (one.province, one.country) if row}
    for gap in one.gaps:
        told.append(scene.say("gap_with", scene.name(others[gap.indicator.id].region), scene.number(gap)))
    lines = [replace(bar(scene, one.city), aside=("，" if scene.zh else ", ").join(told))]
    if one.province:
        lines.append(bar(scene, one.province))
    references: tuple[Reference, ...] = ()
    if one.country:
        text = f"{scene.name(one.country.region)} {scene.number(one.country, bare=True)}"
        references = (Reference(float(one.country.value), text, one.country.region.colour, one.country.id),)
    values = [float(row.value) for row in one.rows if row.indicator.id == indicator.id]
    heading = (
        scene.say("whose", scene.name(one.city.region), scene.name(indicator))
        if many
        else scene.name(indicator)
    )
    unit = wording.unit_line(indicator, scene.language)
    return RowsPanel(heading, unit, tuple(lines), min(0.0, *values), max(0.0, *values), references)


def absent(scene: Scene, found: Sequence[Beside]) -> list[str]:
    """Of which indicators the province's or the country's figure is lacking."""
    told: dict[str, list[str]] = {}
    for one in found:
        over = scene.catalogue.parent_of(one.city.region)
        for row, region in ((one.province, over), (one.country, scene.catalogue.benchmark)):
            if row is None and region is not None:
                told.setdefault(scene.name(region), []).append(scene.name(one.city.indicator))
    return [scene.say("no_parent_figure", scene.listed(names), whom) for whom, names in told.items()]


def caveat(scene: Scene, one: Beside) -> str:
    """The caveat of a low base, told of the indicator, with every two-year average that can be had."""
    rows = [row for row in (*one.drawn, one.country) if row]
    said = low_base(scene, rows, lambda row: scene.name(row.region))
    return scene.say("named", scene.name(one.city.indicator), said) if said else ""


def subtitle(scene: Scene, found: Sequence[Beside]) -> str:
    """The regions and the period."""
    regions = list(dict.fromkeys(scene.name(row.region) for one in found for row in one.drawn))
    if any(one.country for one in found):
        regions.append(scene.name(scene.catalogue.benchmark))
    when = dict.fromkeys(scene.period(one.city.period) for one in found)
    return ("，" if scene.zh else ", ").join((scene.listed(regions), scene.listed(when)))
