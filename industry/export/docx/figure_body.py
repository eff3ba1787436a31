"""A figure in a briefing: its panels as native charts with their title below, as tables with their title above, then what
must be said of them and where they come from.

Where charts stand belongs in ``chart_places``; the figure's sentences are made in ``sentences``; in which part it stands, in
``briefing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from industry.export.docx.chart_places import Line, Place, arranged, is_chart, parted
from industry.export.docx.markup import Style, abreast, chart, kept_together, paragraph, run, w
from industry.export.docx.package import Package
from industry.export.docx.styles import HEIGHT, INK, WIDTH
from industry.export.docx.tables import native, sized
from industry.export.office.charts.panels import MOST_PANELS, chart_of, headed
from industry.export.office.charts.parts import framed
from industry.export.office.frame_names import frame_name
from industry.export.office.tables.panels import by_width
from industry.export.xml_text import writable
from industry.figures.compose.wrapping import join
from industry.figures.parts import WHOLE, Way
from industry.figures.record import Figure, Panel, Table, TablePanel
from industry.wording.words import worded

TOGETHER = 0.4 * HEIGHT
"""Points that the lines of a figure's charts may take and stay on one page: what goes on to the next leaves no more of it free."""
UNFRAMED = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""A chart stands on the page without fill and lines around it."""


class Body:
    """What is written of figures, one after another: the numbers of charts and tables run through the document."""

    def __init__(self, package: Package, language: str) -> None:
        self.package, self.language = package, language
        self.figures = self.tables = self.drawn = self.marks = 0
        self.numbers: dict[str, str] = {}
        """By a figure's id, how its first chart or table is called: 图1."""

    def of(self, figure: Figure, place: int) -> list[Any]:
        """The charts and tables of a figure, the ``place``-th of the document's."""
        if not figure.panels or len(figure.panels) > MOST_PANELS:
            return self._table_alone(figure, place)
        ways, pieces = self._parted(figure.panels)
        numbered = list(enumerate((one for parts in pieces for one in parts), start=1))
        charts = [one for one in numbered if is_chart(one[1])]
        found = self._charts(figure, arranged(charts, self.language), ways) if charts else []
        number = 0
        for panel, parts in zip(figure.panels, pieces, strict=True):
            if not is_chart(panel):
                title = panel.heading if panel.heading and len(figure.panels) > 1 else figure.frame.title
                found += self._tables(figure, parts, title, (place, number + 1), ways)
            number += len(parts)
        return [*found, *self._below(figure)]

    def bookmarked(self, name: str, elements: list[Any]) -> list[Any]:
        """Elements with a hidden bookmark around them, by which they are found again."""
        self.marks += 1
        return [w("bookmarkStart", id=self.marks, name=name), *elements, w("bookmarkEnd", id=self.marks)]

    def said(self, words: str, style: Style) -> Any:
        return paragraph(run(words, self.language), style=style)

    def _parted(self, panels: Sequence[Panel]) -> tuple[list[Way], list[tuple[Panel, ...]]]:
        """In how many parts panels are: many bars, and tables with more columns than a page has room for."""
        ways, pieces = parted(panels, self.language)
        for at, panel in enumerate(panels):
            if isinstance(panel, TablePanel):
                ways[at], pieces[at] = by_width(panel, WIDTH, INK, self.language)
        return ways, pieces

    def _charts(self, figure: Figure, placed: Sequence[Line], ways: Sequence[Way]) -> list[Any]:
        """Lines of charts with what is said of their bars, and the figure's title; on one page as far as they leave none
        half empty."""
        made = [self._line(figure, one, ways) for one in placed]
        self.figures += 1
        title = self._titled(
            "titled",
            worded("paper", "figure_number", self.language, self.figures),
            figure,
            figure.frame.title,
        )
        if sum(one.above + one.high for one in placed) <= TOGETHER:
            made = [[each for one in made for each in one]]
        return [each for one in [*made[:-1], [*made[-1], title]] for each in kept_together(one)]

    def _line(self, figure: Figure, line: Line, ways: Sequence[Way]) -> list[Any]:
        drawings = [self._placed(figure, one, line, ways) for one in line.places]
        remarks = [one.planned.remark for one in line.places if one.planned and one.planned.remark]
        return [abreast(drawings, line.starts), *(self.said(one, "Note") for one in remarks)]

    def _placed(self, figure: Figure, place: Place, line: Line, ways: Sequence[Way]) -> Any:
        """A chart with its heading, as high as its line; by its name it is found again."""
        made = chart_of(figure, place.panel, place.planned, place.box, self.language, INK)
        assert made is not None
        self.drawn += 1
        made.space.find(qn("c:chart")).addnext(parse_xml(UNFRAMED))
        framed(made, place.box, line.above, line.high - place.box.height)
        if place.heading:
            headed(made, place.heading, self.language, INK)
        named = frame_name(figure.id, place.number, ways)
        told = (named, writable(figure.alt or figure.frame.title), writable(place.panel.heading))
        return chart(self.package.chart(made), self.drawn, *told, place.box.width, line.above + line.high)

    def _titled(self, kind: str, called: str, figure: Figure, title: str) -> Any:
        """A title, kept on the page of what comes after it."""
        self.numbers.setdefault(figure.id, called)
        return self.said(worded("paper", kind, self.language, called, title), "Caption")

    def _tables(
        self, figure: Figure, parts: Sequence[Any], title: str, at: tuple[int, int], ways: Sequence[Way]
    ) -> list[Any]:
        """A panel's table, or those that it is parted in, one of which goes on where the other ends; ``at``: the figure's place in
        the document, and the first table's number in the figure."""
        self.tables += 1
        called = worded("paper", "table_number", self.language, self.tables)
        found: list[Any] = []
        for more, one in enumerate(parts):
            unit = "" if isinstance(one, Table) else one.unit
            told = title if len(parts) == 1 else join(title, one.heading)
            told = worded("paper", "with_unit", self.language, told, unit) if unit else told
            above = self._titled("table_on" if more else "titled", called, figure, told)
            name = frame_name(figure.id, at[1] + more, ways)
            made = native(sized(one), name, figure.alt or figure.frame.title, self.language)
            found += [above, *self.bookmarked(f"_f{at[0]}_table{at[1] + more}", [made])]
        return found

    def _table_alone(self, figure: Figure, place: int) -> list[Any]:
        found = [paragraph(run(figure.empty, self.language))] if figure.empty else []
        if figure.table.rows:
            found += self._tables(figure, [figure.table], figure.frame.title, (place, 1), [WHOLE])
        return [*found, *self._below(figure)]

    def _below(self, figure: Figure) -> list[Any]:
        """What nothing may cut, and the sources."""
        frame = figure.frame
        return [self.said(one, "Note") for one in (frame.vital, frame.source) if one]
