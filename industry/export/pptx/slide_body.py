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
from industry.export.office.charts.panels import chart_of
from industry.export.office.charts.parts import NativeChart
from industry.export.office.frame_names import frame_name
from industry.export.office.ink import Ink
from industry.export.office.tables.sizes import SizedTable
from industry.export.office.words import Box, Run
from industry.export.pptx.native_tables import place as place_table
from industry.export.pptx.panel_places import APART, HEADING, Laid, below_sentence, fit, unit_width
from industry.export.pptx.text_runs import label
from industry.export.xml_text import writable
from industry.figures.record import Figure, LinesPanel, Panel


def body(slide: Any, figure: Figure, room: Box, language: str, ink: Ink, whole: Sequence[Panel] = ()) -> None:
    """The panels, on the scales that they share with those of the ``whole`` figure, or a sentence and the table."""
    if not figure.panels:
        _sentence(slide, figure, room, ink)
        return
    laid = Laid.of(figure.panels, room, language, ink, whole)
    for index, (panel, box) in enumerate(laid.placed):
        _heading(slide, panel, replace(box, height=laid.head), ink)
        planned, box = laid.plans.get(index), laid.boxes[index]
        one = native(figure, index, planned, box, language, laid.ink, whole)
        if isinstance(one, SizedTable):
            _table(slide, figure, one, box, panel.heading)
            continue
        _describe(slide, _placed(slide, one, box), figure, panel.heading)
        if planned and planned.remark:
            place = Box(box.x, box.bottom, box.width, laid.foot)
            label(slide.shapes, "Remark", place, _small(planned.remark, ink))


def native(
    figure: Figure,
    index: int,
    planned: Plan | None,
    box: Box,
    language: str,
    ink: Ink,
    whole: Sequence[Panel] = (),
) -> NativeChart | SizedTable:
    """A figure's panel for its place: bars as they are ``planned``, lines beside those of the ``whole`` figure, or a table."""
    panel = figure.panels[index]
    made = chart_of(replace(figure, panels=tuple(whole or figure.panels)), panel, planned, box, language, ink)
    if made is not None:
        return made
    assert not isinstance(panel, LinesPanel)
    return fit(panel, box, ink)


def _heading(slide: Any, panel: Panel, box: Box, ink: Ink) -> None:
    """What the panel shows at the left, its unit at the right."""
    wide = unit_width(panel, ink)
    if panel.heading:
        run = Run(panel.heading, True, ink.colours.ink, HEADING)
        label(slide.shapes, panel.heading, replace(box, width=box.width - wide), run)
    if panel.unit:
        place = replace(box, x=box.x + box.width - wide, width=wide)
        label(slide.shapes, panel.unit, place, _small(panel.unit, ink), PP_ALIGN.RIGHT)


def _small(words: str, ink: Ink) -> Run:
    return Run(words, False, ink.colours.soft, ink.small)


def _sentence(slide: Any, figure: Figure, room: Box, ink: Ink) -> None:
    below = below_sentence(figure.empty, room)
    if figure.empty:
        run = Run(figure.empty, True, ink.colours.ink, HEADING)
        label(slide.shapes, "Sentence", replace(room, height=below.y - room.y - APART), run)
    if figure.table.rows:
        _table(slide, figure, fit(figure.table, below, ink), below, "")


def _table(slide: Any, figure: Figure, sheet: SizedTable, box: Box, title: str) -> None:
    _describe(slide, place_table(slide.shapes, sheet, box), figure, title)


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
