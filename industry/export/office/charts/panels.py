"""A figure's panels as native charts: bars that are compared planned on one scale, lines beside lines of their unit; and a
heading inside a chart, for pages on which charts stand by themselves.

Which panels stand where belongs in ``pptx`` and ``docx``; how one chart is drawn, in ``bars`` and ``lines``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from industry.export.office.charts import bar_plan
from industry.export.office.charts.bar_plan import Plan
from industry.export.office.charts.bars import bar_chart
from industry.export.office.charts.lines import line_chart
from industry.export.office.charts.parts import NativeChart
from industry.export.office.charts.point_labels import NS
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, dress, say
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel

_MOST_PANELS = 6
"""Panels that a figure may have as charts and tables of their own."""
FILLED = 0.35
"""Of the scale that bars must have, or remarks go below the names."""


def charted(figure: Figure) -> Figure:
    """The figure; one of more panels than can be charts and tables of their own is its table alone."""
    return figure if len(figure.panels) <= _MOST_PANELS else replace(figure, panels=())


def plans(
    panels: Sequence[Panel], boxes: Sequence[Box], language: str, ink: Ink, figure: Sequence[Panel] = ()
) -> dict[int, Plan]:
    """The bar charts by their place; those of one scale, so that lengths may be compared across them, get the
    same step and the same room for names, also with those of the ``figure`` that don't stand here. A chart whose names have
    no room is left out, to be a table."""
    charts = {at: one for at, one in enumerate(panels) if isinstance(one, RowsPanel) and bar_plan.fits(one)}
    others = [one for one in figure if isinstance(one, RowsPanel) and bar_plan.fits(one)]
    scales: dict[tuple[object, ...], list[int]] = {}
    for at, panel in charts.items():
        scales.setdefault((*_scale(panel, panels[:at]), boxes[at].width), []).append(at)
    found: dict[int, Plan] = {}
    for scale, members in scales.items():
        each = [(charts[one], boxes[one]) for one in members]
        each += [(one, boxes[members[0]]) for one in others if _scale(one) == scale[:-1]]
        made = bar_plan.of_one_scale([bar_plan.plan(one, box, language, ink) for one, box in each])
        if min(one.filled for one in made) < FILLED:
            below = [bar_plan.plan(one, box, language, ink, False) for one, box in each]
            made = bar_plan.of_one_scale(below)
        found |= dict(zip(members, made, strict=False))
    return {one: made for one, made in found.items() if made.height <= boxes[one].height}


def _scale(panel: RowsPanel, before: Sequence[Panel] = ()) -> tuple[str, float, float]:
    """By which panels are known that are compared. One that goes on where another ends doesn't say its unit again."""
    held = (one for one in reversed(before) if isinstance(one, RowsPanel) and one.unit)
    ends = panel.low, panel.high
    unit = panel.unit or next((one.unit for one in held if (one.low, one.high) == ends), "")
    return unit, *ends


def chart_of(
    figure: Figure, panel: Panel, planned: Plan | None, box: Box, language: str, ink: Ink
) -> NativeChart | None:
    """A panel as a chart of this size: bars as they are ``planned``, or lines; None of one that is a table."""
    title = panel.heading or figure.frame.title
    title = say("series", language, title, panel.unit) if panel.unit else title
    if isinstance(panel, LinesPanel):
        others = [one for one in figure.panels if isinstance(one, LinesPanel)]
        return line_chart(panel, box, title, language, ink, others)
    if isinstance(panel, RowsPanel) and planned:
        return bar_chart(planned, box, (title, panel.rows[0].name), language)
    return None


def headed(made: NativeChart, words: Sequence[str], language: str, ink: Ink) -> None:
    """Gives a chart a heading of these lines in its upper left corner, where room was made for them (``framed``)."""
    size = f'sz="{round(100 * ink.name)}" b="0"'
    lines = "".join(
        f'<a:p><a:pPr algn="l"><a:defRPr {size}/></a:pPr><a:r><a:rPr {size}/><a:t/></a:r></a:p>'
        for _ in words
    )
    place = '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
    title: Any = parse_xml(
        f"<c:title {NS}><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{lines}</c:rich></c:tx>"
        f'<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
    )
    for told, line in zip(title.iter(qn("a:t")), words, strict=True):
        told.text = line
    dress(title, language, ink.faces)
    made.space.find(qn("c:chart")).insert(0, title)
    made.space.find(f"{qn('c:chart')}/{qn('c:autoTitleDeleted')}").set("val", "0")


def heading_height(lines: int, ink: Ink) -> float:
    """The points that a heading of so many lines takes with the distance below it."""
    return lines * LEADING * ink.name + 4 if lines else 0.0
