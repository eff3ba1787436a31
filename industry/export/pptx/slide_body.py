"""The body of a slide: each panel of the figure as a native chart or table under its heading, or the
sentence that stands instead, with the figure's table.

Where panels stand belongs in ``panel_places``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from industry.export.office.charts.bar_plan import Plan
from industry.export.office.charts.line_plan import plan
from industry.export.office.charts.panels import MOST_PANELS, chart_of, plans
from industry.export.office.charts.parts import NativeChart
from industry.export.office.frame_names import frame_name
from industry.export.office.ink import Ink
from industry.export.office.tables import panels as panel_tables
from industry.export.office.tables.sizes import SizedTable, readable
from industry.export.office.words import LEADING, Box, Run, lines, measure, say
from industry.export.pptx.native_tables import place as place_table
from industry.export.pptx.panel_places import BESIDE, HEADING, fit, is_table, places, shorter
from industry.export.pptx.text_runs import label
from industry.export.xml_text import writable
from industry.figures.parts import SPLIT
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel, TablePanel

NARROWEST, LOWEST, LEAST = (
    190.0,
    60.0,
    24.0,
)  # points of a panel without its heading, and without its remarks, in which it can be read
ALONE = 20.0  # points: the largest type of a table without a chart


def body(slide: Any, figure: Figure, room: Box, language: str, ink: Ink) -> bool:
    """The panels, or a sentence and the table; whether rows of a table had to be left out."""
    if not figure.panels or len(figure.panels) > MOST_PANELS:
        return _sentence(slide, figure, room, language, ink)
    left_out = False
    placed = places(figure.panels, room, ink)
    head = max((_head_lines(panel, box, ink) for panel, box in placed), default=0) * LEADING * HEADING
    boxes = [box.below(head + 6) if head else box for _, box in placed]
    made = plans(figure.panels, boxes, language, ink)
    foot = max((_remark_height(one, boxes[index]) for index, one in made.items()), default=0.0)
    largest = ink.up_to(BESIDE if made else ALONE)
    for index, (panel, box) in enumerate(placed):
        _heading(slide, panel, replace(box, height=head), ink)
        planned = made.get(index)
        box = replace(boxes[index], height=boxes[index].height - foot) if planned else boxes[index]
        one = native(figure, index, planned, box, language, largest)
        if isinstance(one, SizedTable):
            left_out |= _table(slide, figure, one, box, panel.heading, language)
            continue
        _describe(slide, _placed(slide, one, box), figure, panel.heading)
        if planned and planned.remark:
            label(
                slide.shapes, "Remark", Box(box.x, box.bottom, box.width, foot), _small(planned.remark, ink)
            )
    return left_out


def native(
    figure: Figure, index: int, planned: Plan | None, box: Box, language: str, ink: Ink
) -> NativeChart | SizedTable:
    """A figure's panel for its place: bars as they are ``planned``, lines, or a table."""
    panel = figure.panels[index]
    made = chart_of(figure, panel, planned, box, language, ink)
    if made is not None:
        return made
    assert not isinstance(panel, LinesPanel)
    return fit(panel, box, ink)


def cramped(panels: Sequence[Panel], room: Box, language: str, ink: Ink) -> bool:
    """Whether several panels have so little room beside one another that each had better have a slide of its own."""
    if not 1 < len(panels) <= MOST_PANELS:
        return False
    placed = places(panels, room, ink)
    head = max(_head_lines(panel, box, ink) for panel, box in placed) * LEADING * HEADING
    boxes = [box.below(head + 6) for _, box in placed]
    if min(one.width for one in boxes) < NARROWEST:
        return True
    made = plans(panels, boxes, language, ink)
    foot = max((_remark_height(one, boxes[index]) for index, one in made.items()), default=0.0)
    lowest = min(one.height for one in boxes)
    if lowest < LOWEST or lowest - foot < LEAST:
        return True
    lined = [(one, box) for one, box in zip(panels, boxes, strict=True) if isinstance(one, LinesPanel)]
    if any(plan(one, box, ink).turned and not plan(one, room, ink).turned for one, box in lined):
        return True
    tables = [index for index, (panel, _) in enumerate(placed) if index not in made and is_table(panel)]
    return any(_cut(placed[one][0], boxes[one], ink) for one in tables)


def whole(panels: Sequence[Panel], room: Box, language: str, ink: Ink) -> bool:
    """Whether panels have room with all that they show: many bars as bars, tables with all their rows."""
    if not 0 < len(panels) <= MOST_PANELS:
        return True
    placed = places(panels, room, ink)
    head = max(_head_lines(panel, box, ink) for panel, box in placed) * LEADING * HEADING
    boxes = [box.below(head + 6) if head else box for _, box in placed]
    made = plans(panels, boxes, language, ink)
    smaller = ink.up_to(BESIDE if made else ALONE)
    for index, (panel, box) in enumerate(zip(panels, boxes, strict=True)):
        if index in made:
            continue
        if is_table(panel):
            sheet = fit(panel, box, smaller)
            if sheet.left_out or (isinstance(panel, TablePanel) and not readable(sheet)):
                return False
        elif isinstance(panel, RowsPanel) and len(panel.rows) >= SPLIT:
            return False
    return True


def _cut(panel: Panel, box: Box, ink: Ink) -> bool:
    return is_table(panel) and fit(panel, box, ink.up_to(BESIDE)).left_out > 0


def _head_lines(panel: Panel, box: Box, ink: Ink) -> int:
    """Lines of a panel's heading, beside its unit."""
    if not panel.heading and not panel.unit:
        return 0
    return max(1, lines(panel.heading, HEADING, box.width - _unit_width(panel, ink), True))


def _unit_width(panel: Panel, ink: Ink) -> float:
    return measure(panel.unit, ink.small) * 1.05 + 10 if panel.unit else 0.0


def _heading(slide: Any, panel: Panel, box: Box, ink: Ink) -> None:
    """What the panel shows at the left, its unit at the right."""
    wide = _unit_width(panel, ink)
    if panel.heading:
        run = Run(panel.heading, True, ink.colours.ink, HEADING)
        label(slide.shapes, panel.heading, replace(box, width=box.width - wide), run)
    if panel.unit:
        place = replace(box, x=box.x + box.width - wide, width=wide)
        label(slide.shapes, panel.unit, place, _small(panel.unit, ink), PP_ALIGN.RIGHT)


def _small(words: str, ink: Ink) -> Run:
    return Run(words, False, ink.colours.soft, ink.small)


def _remark_height(planned: Plan, box: Box) -> float:
    if not planned.remark:
        return 0.0
    return lines(planned.remark, planned.ink.small, box.width) * LEADING * planned.ink.small + 4


def _sentence(slide: Any, figure: Figure, room: Box, language: str, ink: Ink) -> bool:
    if figure.empty:
        run = Run(figure.empty, True, ink.colours.ink, HEADING)
        high = lines(figure.empty, HEADING, room.width, True) * LEADING * HEADING
        label(slide.shapes, "Sentence", replace(room, height=high), run)
        room = room.below(high + 14)
    if not figure.table.rows:
        return False
    sheet = panel_tables.of_table(figure.table, shorter(room, ink), ink)
    return _table(slide, figure, sheet, room, "", language)


def _table(slide: Any, figure: Figure, sheet: SizedTable, box: Box, title: str, language: str) -> bool:
    """A table, and below it how many rows it lacks; whether it lacks any."""
    _describe(slide, place_table(slide.shapes, sheet, box), figure, title)
    if sheet.left_out:
        line = Box(box.x, box.y + sheet.height + 2, box.width, LEADING * sheet.ink.small)
        label(slide.shapes, "More", line, _small(say("more", language, sheet.left_out), sheet.ink))
    return sheet.left_out > 0


def _placed(slide: Any, made: NativeChart, box: Box) -> Any:
    """The frame of a chart in its place on the slide."""
    shapes = slide.shapes
    chart = slide.part.relate_to(made.part(slide.part.package, "ppt"), RT.CHART)
    shapes._add_chart_graphicFrame(chart, *box.lengths)
    return shapes[-1]


def _describe(slide: Any, frame: Any, figure: Figure, title: str) -> None:
    """Its title, and a name by which the chart is found: the slide's text, of a second chart on it with #2 behind it."""
    held = frame._element.nvGraphicFramePr.cNvPr
    if title:
        held.set("title", writable(title))
    number = sum(one.has_chart or one.has_table for one in slide.shapes)
    held.set("name", frame_name(figure.id, number))
