"""A figure in a briefing: its panels as native charts with their title below, as tables with their title above, then what
must be said of them and where they come from.

Its sentences are made in ``sentences``; in which part it stands, in ``briefing``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from industry.export.docx.markup import Style, chart, kept_together, paragraph, run, w
from industry.export.docx.package import Package
from industry.export.docx.styles import INK, WIDTH
from industry.export.docx.tables import native, sized
from industry.export.office.charts import bar_plan
from industry.export.office.charts.bar_plan import Plan
from industry.export.office.charts.bars import bar_chart
from industry.export.office.charts.lines import line_chart
from industry.export.office.charts.parts import NativeChart
from industry.export.office.words import Box, say
from industry.export.xml_text import writable
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.wording.words import worded

PITCH = 21.0
"""Points from bar to bar."""
TALLEST = 560.0
"""Points of a chart: it stands on one page with its title."""
LINES_HIGH, SLOPE_HIGH = 200.0, 130.0
MOST_PANELS = 6
UNFRAMED = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""A chart stands on the page without fill and lines around it."""
FILLED = 0.35
"""Of the scale that bars must have, or remarks go below the names."""


class Body:
    """What is written of figures, one after another: the numbers of charts and tables run through the document."""

    def __init__(self, package: Package, language: str) -> None:
        self.package, self.language = package, language
        self.figures = self.tables = self.drawn = self.marks = 0
        self.numbers: dict[str, str] = {}
        """By a figure's id, how its first chart or table is called: 图1."""

    def of(self, figure: Figure, place: int) -> list[Any]:
        """The charts and tables of a figure, the ``place``-th of the document's."""
        panels: list[Panel] = list(figure.panels)
        if not panels or len(panels) > MOST_PANELS:
            return self._table_alone(figure, place)
        plans = self._plans(panels)
        charts = [index for index, one in enumerate(panels) if isinstance(one, LinesPanel) or index in plans]
        found: list[Any] = []
        shown = 0
        for index in charts:
            panel = panels[index]
            shown += 1
            found += kept_together(list(self._chart(figure, panel, plans.get(index), shown)))
        if charts:
            self.figures += 1
            title = self._titled("figure", self.figures, figure, figure.frame.title)
            found = [*found[:-2], *kept_together([*found[-2:], title])]
        for index, panel in enumerate(panels):
            if index not in charts:
                shown += 1
                title = panel.heading if panel.heading and len(panels) > 1 else figure.frame.title
                found += self._table(figure, panel, title, panel.unit, place, shown)
        return [*found, *self._below(figure)]

    def bookmarked(self, name: str, elements: list[Any]) -> list[Any]:
        """Elements with a hidden bookmark around them, by which they are found again."""
        self.marks += 1
        return [w("bookmarkStart", id=self.marks, name=name), *elements, w("bookmarkEnd", id=self.marks)]

    def said(self, words: str, style: Style) -> Any:
        return paragraph(run(words, self.language), style=style)

    def _plans(self, panels: list[Panel]) -> dict[int, Plan]:
        """The bar charts by their place; those of one unit and scale have one step."""
        scales: dict[tuple[object, ...], list[int]] = {}
        for index, panel in enumerate(panels):
            if isinstance(panel, RowsPanel) and bar_plan.fits(panel):
                scales.setdefault((panel.unit, panel.low, panel.high), []).append(index)
        found: dict[int, Plan] = {}
        for members in scales.values():
            made = self._of_one_scale([panels[one] for one in members], True)
            if min(one.filled for one in made) < FILLED:
                made = self._of_one_scale([panels[one] for one in members], False)
            found |= dict(zip(members, made, strict=True))
        return {index: one for index, one in found.items() if _height(one) <= TALLEST}

    def _of_one_scale(self, panels: list[Panel], beside: bool) -> list[Plan]:
        box = Box(0, 0, WIDTH, TALLEST)
        rows = [one for one in panels if isinstance(one, RowsPanel)]
        return bar_plan.of_one_scale([bar_plan.plan(one, box, self.language, INK, beside) for one in rows])

    def _chart(self, figure: Figure, panel: Panel, planned: Plan | None, number: int) -> Iterator[Any]:
        """A panel's heading and unit, its chart, and what is said of its bars."""
        told = [one for one in (panel.heading, panel.unit) if one]
        if told:
            yield self.said("  ".join(told), "Panel")
        title = panel.heading or figure.frame.title
        title = say("series", self.language, title, panel.unit) if panel.unit else title
        if planned is not None and isinstance(panel, RowsPanel):
            box = Box(0, 0, WIDTH, _height(planned))
            yield self._placed(
                bar_chart(planned, box, (title, panel.rows[0].name), self.language),
                box,
                figure,
                panel,
                number,
            )
            if planned.remark:
                yield self.said(planned.remark, "Note")
        elif isinstance(panel, LinesPanel):
            box = Box(0, 0, WIDTH, SLOPE_HIGH if len(panel.columns) == 2 else LINES_HIGH)
            others = [one for one in figure.panels if isinstance(one, LinesPanel)]
            yield self._placed(
                line_chart(panel, box, title, self.language, INK, others), box, figure, panel, number
            )

    def _placed(self, made: NativeChart, box: Box, figure: Figure, panel: Panel, number: int) -> Any:
        """A chart in a line of its own, by its name found again: the slide's text, of a second one with #2 behind it."""
        self.drawn += 1
        name = writable(figure.id if number == 1 else f"{figure.id}#{number}")
        alt = writable(figure.alt or figure.frame.title)
        made.space.find(qn("c:chart")).addnext(parse_xml(UNFRAMED))
        relation = self.package.chart(made)
        drawing = chart(relation, self.drawn, name, alt, writable(panel.heading), box.width, box.height)
        return paragraph(drawing, style="Figure")

    def _titled(self, kind: str, number: int, figure: Figure, title: str) -> Any:
        self.numbers.setdefault(figure.id, worded("paper", f"{kind}_number", self.language, number))
        return self.said(worded("paper", kind, self.language, number, title), "Caption")

    def _table(self, figure: Figure, of: Any, title: str, unit: str, place: int, number: int) -> list[Any]:
        self.tables += 1
        called = worded("paper", "with_unit", self.language, title, unit) if unit else title
        above = self._titled("table", self.tables, figure, called)
        above.find(f"{{{above.nsmap['w']}}}pPr").insert(1, w("keepNext"))
        name = figure.id if number == 1 else f"{figure.id}#{number}"
        made = native(sized(of), name, figure.alt or figure.frame.title, self.language)
        return [above, *self.bookmarked(f"_f{place}_table{number}", [made])]

    def _table_alone(self, figure: Figure, place: int) -> list[Any]:
        found = [paragraph(run(figure.empty, self.language))] if figure.empty else []
        if figure.table.rows:
            found += self._table(figure, figure.table, figure.frame.title, "", place, 1)
        return [*found, *self._below(figure)]

    def _below(self, figure: Figure) -> list[Any]:
        """What nothing may cut, and the sources."""
        frame = figure.frame
        return [self.said(one, "Note") for one in (frame.vital, frame.source) if one]


def _height(planned: Plan) -> float:
    return max(PITCH * len(planned.bars), 1.1 * planned.height) + 6
