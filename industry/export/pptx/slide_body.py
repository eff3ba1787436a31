"""The body of a slide: each panel of the figure as a native chart or table under its heading, or the
sentence that stands instead, with the figure's table.

Where panels stand belongs in ``panel_places``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import PP_ALIGN

from industry.export.pptx.charts import bar_plan
from industry.export.pptx.charts.bar_plan import Plan
from industry.export.pptx.charts.bars import bar_chart
from industry.export.pptx.charts.lines import line_chart
from industry.export.pptx.panel_places import BESIDE, HEADING, fit, places, shorter
from industry.export.pptx.tables import panels as panel_tables
from industry.export.pptx.tables.native import place as place_table
from industry.export.pptx.tables.sizes import SizedTable
from industry.export.pptx.text_runs import LEADING, PALETTE, SMALLEST, Box, Run, label, lines, measure, say
from industry.export.xml_text import writable
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel

MOST_PANELS = 6
FILLED = 0.35  # of the scale that bars must have, or remarks go below the names
ALONE = 20.0  # points: the largest type of a table without a chart


def body(slide: Any, figure: Figure, room: Box, language: str) -> bool:
    """The panels, or a sentence and the table; whether rows of a table had to be left out."""
    if not figure.panels or len(figure.panels) > MOST_PANELS:
        return _sentence(slide, figure, room, language)
    left_out = False
    placed = places(figure.panels, room)
    head = max((_head_lines(panel, box) for panel, box in placed), default=0) * LEADING * HEADING
    boxes = [box.below(head + 6) if head else box for _, box in placed]
    plans = _plans(figure.panels, boxes, language)
    foot = max((_remark_height(one, boxes[index]) for index, one in plans.items()), default=0.0)
    for index, (panel, box) in enumerate(placed):
        _heading(slide, panel, replace(box, height=head))
        title = panel.heading or figure.frame.title
        title = say("series", language, title, panel.unit) if panel.unit else title
        if isinstance(panel, RowsPanel) and index in plans:
            names = (title, panel.rows[0].name)
            box = replace(boxes[index], height=boxes[index].height - foot)
            frame = bar_chart(slide.shapes, plans[index], box, names, language)
            _describe(slide, frame, figure, panel.heading)
            if plans[index].remark:
                place = Box(box.x, box.bottom, box.width, foot)
                label(slide.shapes, "Remark", place, _small(plans[index].remark))
        elif isinstance(panel, LinesPanel):
            others = [one for one in figure.panels if isinstance(one, LinesPanel)]
            frame = line_chart(slide.shapes, panel, boxes[index], title, language, others)
            _describe(slide, frame, figure, panel.heading)
        else:
            sheet = fit(panel, boxes[index], BESIDE if plans else ALONE)
            left_out |= _table(slide, figure, sheet, boxes[index], panel.heading, language)
    return left_out


def _head_lines(panel: Panel, box: Box) -> int:
    """Lines of a panel's heading, beside its unit."""
    if not panel.heading and not panel.unit:
        return 0
    return max(1, lines(panel.heading, HEADING, box.width - _unit_width(panel), True))


def _unit_width(panel: Panel) -> float:
    return measure(panel.unit, SMALLEST) * 1.05 + 10 if panel.unit else 0.0


def _heading(slide: Any, panel: Panel, box: Box) -> None:
    """What the panel shows at the left, its unit at the right."""
    wide = _unit_width(panel)
    if panel.heading:
        run = Run(panel.heading, True, PALETTE.ink, HEADING)
        label(slide.shapes, panel.heading, replace(box, width=box.width - wide), run)
    if panel.unit:
        place = replace(box, x=box.x + box.width - wide, width=wide)
        label(slide.shapes, panel.unit, place, _small(panel.unit), PP_ALIGN.RIGHT)


def _small(words: str) -> Run:
    return Run(words, False, PALETTE.soft, SMALLEST)


def _remark_height(planned: Plan, box: Box) -> float:
    if not planned.remark:
        return 0.0
    return lines(planned.remark, SMALLEST, box.width) * LEADING * SMALLEST + 4


def _plans(panels: Sequence[Panel], boxes: Sequence[Box], language: str) -> dict[int, Plan]:
    """The bar charts by their place; those of one scale, so that lengths may be compared across them, get the
    same step and the same room for names. A chart whose names have no room is left out, to
    be a table."""
    charts = {
        index: panel
        for index, panel in enumerate(panels)
        if isinstance(panel, RowsPanel) and bar_plan.fits(panel)
    }
    scales: dict[tuple[object, ...], list[int]] = {}
    for index, panel in charts.items():
        scales.setdefault((panel.unit, panel.low, panel.high, boxes[index].width), []).append(index)
    found: dict[int, Plan] = {}
    for members in scales.values():
        made = bar_plan.of_one_scale([bar_plan.plan(charts[one], boxes[one], language) for one in members])
        if min(one.filled for one in made) < FILLED:
            below = [bar_plan.plan(charts[one], boxes[one], language, False) for one in members]
            made = bar_plan.of_one_scale(below)
        found |= dict(zip(members, made, strict=True))
    return {one: made for one, made in found.items() if made.height <= boxes[one].height}


def _sentence(slide: Any, figure: Figure, room: Box, language: str) -> bool:
    if figure.empty:
        run = Run(figure.empty, True, PALETTE.ink, HEADING)
        high = lines(figure.empty, HEADING, room.width, True) * LEADING * HEADING
        label(slide.shapes, "Sentence", replace(room, height=high), run)
        room = room.below(high + 14)
    if not figure.table.rows:
        return False
    return _table(slide, figure, panel_tables.of_table(figure.table, shorter(room)), room, "", language)


def _table(slide: Any, figure: Figure, sheet: SizedTable, box: Box, title: str, language: str) -> bool:
    """A table, and below it how many rows it lacks; whether it lacks any."""
    _describe(slide, place_table(slide.shapes, sheet, box), figure, title)
    if sheet.left_out:
        line = Box(box.x, box.y + sheet.height + 2, box.width, LEADING * SMALLEST)
        label(slide.shapes, "More", line, _small(say("more", language, sheet.left_out)))
    return sheet.left_out > 0


def _describe(slide: Any, frame: Any, figure: Figure, title: str) -> None:
    """The alternative text, and a name by which the chart is found: the slide's text, of a second chart on it
    with #2 behind it."""
    held = frame._element.nvGraphicFramePr.cNvPr
    held.set("descr", writable(figure.alt or figure.frame.title))
    if title:
        held.set("title", writable(title))
    number = sum(one.has_chart or one.has_table for one in slide.shapes)
    held.set("name", writable(figure.id if number == 1 else f"{figure.id}#{number}"))
