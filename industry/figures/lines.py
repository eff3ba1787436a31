"""Trends: one indicator of the chosen regions and the country over ordered periods, as published.

A column in which a region has no figure stays open, and growth cumulated since January never runs on
from one year into the next. With the spec's ``as_share`` levels are drawn as shares of the country's.
Which rows make a line is decided in ``trends``.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry import identities, wording
from industry.catalogue import Indicator
from industry.fields import UNITS
from industry.figures.bars import derived_note, indicator_of
from industry.figures.held import families, strip, terms, told
from industry.figures.record import Figure, LinesPanel, Series
from industry.figures.scene import Scene
from industry.figures.trends import Line, Trend, actual, averages, left_out, trend
from industry.observation import Observation


def lines(scene: Scene) -> Figure:
    """A panel for each indicator; for growth of 2021 its two-year averages in one of their own."""
    found = [trend(scene, indicator) for indicator in indicators(scene)]
    drawn = [one for one in found if one.rows]
    beside = [both for one in drawn if (both := averages(scene, one)).rows]
    shown = [row for one in (*drawn, *beside) for row in one.rows]
    apart = [one for each in found for one in left_out(scene, each)]
    rows = [*shown, *(row for one in found for row in one.published)]
    rows += [term for row in shown for term in terms(scene, row)]
    rows = list(dict.fromkeys([*rows, *(one.row for one in apart)]))
    table = scene.table(scene.with_disputed(rows), {one.row.id: told(scene, one) for one in apart})
    notices = [*(strip(scene, apart) if len(found) > 1 else scene.strip(apart, ())), *lacking(scene, found)]
    if not drawn:
        frame = scene.frame(rows, "", notices=notices)
        return scene.figure((), frame, rows, table, scene.say("lines_none"))
    panels = [panel(scene, one, heading(scene, one, len(found) > 1)) for one in drawn]
    panels += [panel(scene, one, scene.say("two_year")) for one in beside]
    notes = [caveat(scene, one, beside) for one in drawn]
    if any(one.gaps for one in panels):
        notes.append(scene.say("years_apart"))
    if any(None in line.values for one in panels for line in one.series):
        notes.append(scene.say("left_open"))
    notes += [derived_note(scene, row) for one in beside for row in one.rows if row.derived]
    notes += [scene.note_of(row) for one in drawn for row in one.published]
    frame = scene.frame(rows, subtitle(scene, drawn), notices=notices, notes=notes)
    return scene.figure(panels, frame, rows, table, drawn=shown)


def indicators(scene: Scene) -> list[Indicator]:
    """The one asked for, else the spec's, else of its concept the first that compares."""
    if scene.spec.indicators and not (scene.choices.indicator or scene.spec.indicator):
        return [scene.catalogue.indicators[id] for id in scene.spec.indicators]
    return [indicator_of(scene)]


def lacking(scene: Scene, found: Sequence[Trend]) -> list[str]:
    """Chosen regions without any figure; with the indicator's name where several are shown."""
    names = []
    for one in found:
        for region in families(scene):
            if not actual(scene, one.indicator, region):
                name = scene.name(region)
                names.append(scene.say("whose", name, scene.name(one.indicator)) if len(found) > 1 else name)
    return (
        [scene.say("missing", scene.say("joined" if len(found) > 1 else "listed").join(names))]
        if names
        else []
    )


def panel(scene: Scene, one: Trend, head: str) -> LinesPanel:
    """The lines as series; where periods run since January a year's last column ends the line."""
    pairs = enumerate(zip(one.columns, one.columns[1:], strict=False))
    gaps = [index for index, (first, then) in pairs if not one.yearly and first.year != then.year]
    derived = all(row.derived for row in one.rows)
    return LinesPanel(
        heading=head + (wording.derived_mark(one.rows[0], scene.language) if derived else ""),
        unit=wording.unit_line(one.rows[0].indicator, scene.language),
        columns=tuple(scene.period(when) for when in one.columns),
        series=tuple(series(scene, line, not derived) for line in one.lines),
        gaps=tuple(gaps),
    )


def series(scene: Scene, line: Line, marked: bool) -> Series:
    """A region's line; ``marked``: derived figures say so, unless the heading says it of all."""

    def text(row: Observation) -> str:
        return scene.number(row, bare=True) + (wording.derived_mark(row, scene.language) if marked else "")

    return Series(
        name=scene.name(line.region),
        colour=line.region.colour,
        dashed=line.region == scene.catalogue.benchmark,
        values=tuple(reading(scene, row) if row else None for row in line.rows),
        texts=tuple(text(row) if row else "" for row in line.rows),
        rows=tuple(row.id if row else "" for row in line.rows),
        hovers=tuple(scene.hover(row) if row else "" for row in line.rows),
    )


def reading(scene: Scene, row: Observation) -> float:
    """The value in the unit that the axis names: in English 亿元 is read as billion yuan."""
    indicator = row.indicator
    named = scene.zh or indicator.unit_en is not None
    return float(row.value if named else row.value * UNITS[indicator.unit][1])


def heading(scene: Scene, one: Trend, many: bool) -> str:
    if many or scene.spec.as_share:
        return scene.name(one.rows[0].indicator)
    return scene.say("year_on_year") if one.indicator.measure == "growth_yoy" else ""


def caveat(scene: Scene, one: Trend, beside: Sequence[Trend]) -> str:
    """Over which columns growth starts from a low base; the averages have a panel or can't be had."""
    held = {row.period for row in one.rows if identities.is_low_base(scene.tables, row)}
    low = [index for index, when in enumerate(one.columns) if when in held]
    names = [scene.period(one.columns[index]) for index in low]
    if not names:
        return ""
    if len(low) > 2 and low[-1] - low[0] == len(low) - 1:
        names = [scene.say("from_to", names[0], names[-1])]
    averaged = any(other.indicator == one.indicator for other in beside)
    return scene.say("low_base_note" if averaged else "low_base_none", scene.listed(names))


def subtitle(scene: Scene, drawn: Sequence[Trend]) -> str:
    """Regions, whether periods run since January, and the edition."""
    parts = [scene.listed(dict.fromkeys(scene.name(line.region) for one in drawn for line in one.lines))]
    if not all(one.yearly for one in drawn):
        parts.append(scene.say("cumulated"))
    editions = dict.fromkeys(one.edition for one in drawn if one.edition)
    parts += [wording.edition(one, scene.catalogue.config, scene.language) for one in editions]
    return ("，" if scene.zh else ", ").join(parts)
