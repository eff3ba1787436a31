"""A figure in a briefing: its panels as native charts with their title below, as tables with their title above, then what
must be said of them and where they come from.

Where charts stand belongs in ``chart_places``; the figure's sentences are made in ``told``; in which part it stands, in
``briefing``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from industry.export.docx import titles
from industry.export.docx.chart_places import Line, Place, arranged, is_chart, parted, together
from industry.export.docx.markup import Style, abreast, chart, kept_together, loosened, marked, paragraph, w
from industry.export.docx.package import Charts
from industry.export.docx.signing import Part
from industry.export.docx.styles import INK, WIDTH
from industry.export.docx.tables import native, sized
from industry.export.docx.told.remarks import closed, panel_of
from industry.export.office.charts.panels import chart_of, charted, headed
from industry.export.office.charts.parts import framed
from industry.export.office.described import described
from industry.export.office.frame_names import frame_name
from industry.export.office.tables.panels import by_width
from industry.export.xml_text import writable
from industry.figures.compose.wrapping import join
from industry.figures.parts import WHOLE, Way
from industry.figures.record import Figure, Panel, Table, TablePanel
from industry.figures.rows.editions import editions
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Observation
from industry.wording import citation, noted
from industry.wording import say as phrase
from industry.wording.said import Said, rows_of
from industry.wording.words import worded

UNFRAMED = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""A chart stands on the page without fill and lines around it."""


CHARTS, LAST = 0, -1
"""Places of notes: below the charts of a figure that has tables too, and below all of it."""


class Body:
    """What is written of figures, one after another: the numbers of charts and tables run through the document, but for those that
    are ``given``, by the figure and the part; ``parts`` is what has been written so far; titles and notes call things as ``named``
    says; ``noted``: all notices and notes stand below a figure, since no other part tells them; ``marks``: the numbers of the sources
    of rows."""

    def __init__(
        self,
        package: Charts,
        catalogue: Catalogue,
        language: str,
        given: Mapping[tuple[str, str], int] | None = None,
        noted: bool = False,
        named: Callable[[str], str] = str,
        marks: Callable[[Iterable[Observation]], str] = lambda _: "",
    ) -> None:
        self.package, self.catalogue, self.language = package, catalogue, language
        self.given, self.noted = given or {}, noted
        self.named, self.sourced = named, marks
        self._held: dict[str, tuple[list[Way], list[tuple[Panel, ...]]]] = {}
        self.parts: list[Part] = []
        self.figures = self.tables = self.drawn = self.marks = 0
        self.numbers: dict[str, Sequence[str]] = {}
        """By a figure's id, how the chart or table of each panel is called: 图1."""

    def of(self, figure: Figure, place: int) -> list[Any]:
        """The charts and tables of a figure, the ``place``-th of the document's."""
        if not charted(figure).panels:
            return self._table_alone(figure, place)
        self.numbers[figure.id] = self.called(figure)
        ways, pieces = self._parted(figure)
        notes = self._notes(figure)
        charts = [one for one in self.numbered(figure) if is_chart(one[1])]
        found = (
            self._charts(figure, arranged(charts, self.language), place, ways, notes.get(CHARTS, ()))
            if charts
            else []
        )
        number = 0
        for panel, parts in zip(figure.panels, pieces, strict=True):
            if not is_chart(panel):
                title = titles.heading(figure, panel, self.language)
                of = (
                    titles.period(title, panel, self.language),
                    *editions([panel], self.catalogue, self.language),
                )
                found += self._tables(figure, parts, title, (place, number + 1), ways, of)
                found += self._noted(figure, notes.get(number + 1, ()), number + 1)
            number += len(parts)
        return [*found, *self._below(figure, notes.get(LAST, ()))]

    def _notes(self, figure: Figure) -> dict[int, list[Said]]:
        """What is noted of a figure of charts or tables, by where it stands: `CHARTS` below all charts; the number of a table where
        another follows; `LAST` below all."""
        number, places = 1, []
        for panel, parts in zip(figure.panels, self._parted(figure)[1], strict=True):
            places.append(CHARTS if is_chart(panel) else number)
            number += len(parts)
        found: dict[int, list[Said]] = {}
        for one in self._told(figure):
            at = panel_of(figure, one)
            place = LAST if at is None or places[at] == max(places) else places[at]
            found.setdefault(place, []).append(one)
        return found

    def _told(self, figure: Figure) -> list[Said]:
        """The notes that stand with a figure: what nothing may cut and keys, or all."""
        return [one for one in figure.frame.notes if self.noted or one.vital or one.kind == "key"]

    def _noted(self, figure: Figure, notes: Iterable[Said], number: int) -> list[Any]:
        """Notes at one of these places."""
        told = noted(notes, self.language)
        part = "vital" if number == LAST else f"vital{number}"
        return [self.said(figure, part, told, "Note")] if told else []

    def called(self, figure: Figure) -> tuple[str, ...]:
        """For each panel of the figure that is written next, how its chart or table will be called."""
        if figure.panels and not charted(figure).panels:
            return (self._table(figure, 1, self.tables + 1)[0],) * len(figure.panels)
        found, tables, number = [], self.tables, 1
        for panel, parts in zip(figure.panels, self._parted(figure)[1], strict=True):
            if is_chart(panel):
                found.append(self._chart(figure, self.figures + 1)[0])
            else:
                tables += 1
                found.append(self._table(figure, number, tables)[0])
            number += len(parts)
        return tuple(found)

    def _chart(self, figure: Figure, number: int) -> tuple[str, int]:
        number = self.given.get((figure.id, "caption"), number)
        return worded("paper", "figure_number", self.language, number), number

    def _table(self, figure: Figure, part: int, number: int) -> tuple[str, int]:
        number = self.given.get((figure.id, f"caption{part}"), number)
        return worded("paper", "table_number", self.language, number), number

    def numbered(self, figure: Figure) -> list[tuple[int, Panel]]:
        """The charts and tables of a figure, each with its number."""
        return list(enumerate((one for parts in self._parted(figure)[1] for one in parts), start=1))

    def bookmarked(self, name: str, elements: list[Any]) -> list[Any]:
        """Elements with a hidden bookmark around them, by which they are found again."""
        self.marks += 1
        return [w("bookmarkStart", id=self.marks, name=name), *elements, w("bookmarkEnd", id=self.marks)]

    def said(
        self, figure: Figure, part: str, words: str, style: Style | None, number: int = 0, marks: str = ""
    ) -> Any:
        """A paragraph that says a part of a figure, behind it the numbers of its sources."""
        made = paragraph(*marked(self.named(words), marks, self.language), style=style)
        self.parts.append(Part(figure.id, part, made, number=number))
        return made

    def _parted(self, figure: Figure) -> tuple[list[Way], list[tuple[Panel, ...]]]:
        """In how many parts panels are: many bars, and tables with more columns than a page has room for."""
        if figure.id not in self._held:
            ways, pieces = parted(figure.panels, self.language)
            for at, panel in enumerate(figure.panels):
                if isinstance(panel, TablePanel):
                    ways[at], pieces[at] = by_width(panel, WIDTH, INK, self.language)
            self._held[figure.id] = ways, pieces
        return self._held[figure.id]

    def _charts(
        self, figure: Figure, placed: Sequence[Line], at: int, ways: Sequence[Way], notes: Iterable[Said]
    ) -> list[Any]:
        """Lines of charts with what is said of their bars, the figure's title, and notes; on one page as far as they leave none
        half empty."""
        made = [self._line(figure, one, at, ways) for one in placed]
        self.figures += 1
        called, number = self._chart(figure, self.figures)
        of = editions([*filter(is_chart, figure.panels)], self.catalogue, self.language)
        title = titles.in_brackets(figure.frame.title, of, self.language)
        title = self._titled("titled", called, figure, "caption", title, number)
        below = self._noted(figure, notes, CHARTS)
        if not below and not all(
            map(is_chart, figure.panels)
        ):  # a table comes next, which may begin another page
            loosened(title)
        if together(placed):
            made = [[each for one in made for each in one]]
        charts = [each for one in [*made[:-1], [*made[-1], title]] for each in kept_together(one)]
        return [*charts, *below]

    def _line(self, figure: Figure, line: Line, at: int, ways: Sequence[Way]) -> list[Any]:
        drawings = [self._placed(figure, one, line, ways) for one in line.places]
        found = abreast(drawings, line.starts)
        for one, place in zip(drawings, line.places, strict=True):
            start, _, end = self.bookmarked(f"_f{at}_chart{place.number}", [one])
            one.addprevious(start)
            one.addnext(end)
        remarks = [(one.number, one.planned.remark) for one in line.places if one.planned]
        said = [self.said(figure, f"remark{number}", one, "Note") for number, one in remarks if one]
        return [found, *said]

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
        told = (named, described(figure, place.panel), writable(place.panel.heading))
        drawn = chart(self.package.chart(made), self.drawn, *told, place.box.width, line.height)
        part = Part(figure.id, f"in{place.number}", drawn, made.space, place.panel)
        self.parts.append(replace(part, parted=named.partition("~")[2]))
        return drawn

    def _titled(self, kind: str, called: str, figure: Figure, part: str, title: str, number: int) -> Any:
        """A title, kept on the page of what comes after it; ``number`` of the chart or the table that is called so."""
        self.numbers.setdefault(figure.id, (called,))
        return self.said(figure, part, worded("paper", kind, self.language, called, title), "Caption", number)

    def _tables(
        self,
        figure: Figure,
        parts: Sequence[Any],
        title: str,
        at: tuple[int, int],
        ways: Sequence[Way],
        of: Sequence[str] = (),
    ) -> list[Any]:
        """A panel's table, or those that it is parted in, one of which goes on where the other ends; ``at``: the figure's place in
        the document, and the first table's number in the figure; ``of``: what all its figures are of."""
        self.tables += 1
        called, number = self._table(figure, at[1], self.tables)
        beside = [one for one in figure.panels if not is_chart(one)]
        found: list[Any] = []
        for more, one in enumerate(parts):
            unit = "" if isinstance(one, Table) else one.unit
            told = title if len(parts) == 1 else join(title, one.heading)
            told = titles.in_brackets(told, [*of, unit], self.language)
            kind, part = "table_on" if more else "titled", f"caption{at[1] + more}"
            above = self._titled(kind, called, figure, part, told, number)
            name = frame_name(figure.id, at[1] + more, ways)
            panel = None if isinstance(one, Table) else one
            made = native(sized(one, beside), name, described(figure, panel), self.language)
            held = Part(figure.id, f"in{at[1] + more}", made, panel=panel)
            self.parts.append(replace(held, parted=name.partition("~")[2]))
            found += [above, *self.bookmarked(f"_f{at[0]}_table{at[1] + more}", [made])]
        return found

    def _table_alone(self, figure: Figure, place: int) -> list[Any]:
        found = [self.said(figure, "sentence", figure.empty, None)] if figure.empty else []
        if figure.table.rows:
            found += self._tables(figure, [figure.table], figure.frame.title, (place, 1), [WHOLE])
        return [*found, *self._below(figure, self._told(figure))]

    def _below(self, figure: Figure, notes: Iterable[Said]) -> list[Any]:
        """What stands below all of a figure: notices where no other part tells them, notes, and the sources."""
        frame = figure.frame
        source, rows = self._source(figure)
        found: list[Any] = []
        if self.noted:
            told = phrase("joined", self.language).join(closed(one, self.language) for one in frame.notices)
            found += [self.said(figure, "notice", told, "Note")] if told else []
            source, rows = frame.source, figure.rows
        return [
            *found,
            *self._noted(figure, notes, LAST),
            *([self.said(figure, "source", source, "Note", marks=self.sourced(rows))] if source else []),
        ]

    def _source(self, figure: Figure) -> tuple[str, tuple[Observation, ...]]:
        """The sources of what is drawn and of the notes below it, and the rows that these are of; what else is told of the figure
        stands elsewhere, with its own."""
        rows = (*figure.drawn, *rows_of(one for one in figure.frame.notes if one.vital))
        held = {one.id for one in figure.frame.sources}
        found = [one for one in citation.sources(rows) if one.id in held]
        if found and figure.panels:
            return citation.line(found, self.language), rows
        return figure.frame.source, figure.rows
