"""The tables behind a briefing's charts of lines, in an annex: each point of those that have more than figures stand at, which paper
doesn't show otherwise.

How a table is set belongs in ``tables``, what is told above its chart in ``told``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from industry.export.docx import titles
from industry.export.docx.figure_body import Body
from industry.export.docx.signing import Part
from industry.export.docx.styles import INK, WIDTH
from industry.export.docx.tables import native, sized
from industry.export.docx.told.sentences import enumerated, say
from industry.export.office.charts.line_plan import unlabelled
from industry.export.office.charts.panels import charted
from industry.export.office.frame_names import behind_name
from industry.export.office.tables.panels import by_width
from industry.export.xml_text import writable
from industry.figures.compose.wrapping import join
from industry.figures.frame import NOTHING
from industry.figures.record import Entry, Figure, LinesPanel, TableLine, TablePanel, drawn
from industry.figures.rows.cells import MARKS
from industry.figures.rows.editions import editions
from industry.rules import base_effects
from industry.rules.shelf import Shelf
from industry.vocabulary.observation import Observation
from industry.wording import noted
from industry.wording import say as phrase
from industry.wording.said import Said, rows_of
from industry.wording.words import worded

DISPUTED = "§"
"""Behind a figure from which another that is published differs."""
MORE = 100
"""By how much the number of each further table behind one chart is greater, where it has more lines than a page is wide."""


@dataclass(frozen=True)
class Behind:
    """The table behind a chart of the ``place``-th figure of the document: the chart's number in the figure, how it is called, and
    the table's own name and number in the annex."""

    figure: Figure
    place: int
    panel: LinesPanel
    chart: int
    of: str
    called: str
    number: int


class Annexed:
    """What stands in the annex of a briefing, in the order in which its figures are told of."""

    def __init__(self, body: Body, shelf: Shelf) -> None:
        self.body, self.shelf, self.language = body, shelf, body.language
        self.held: list[Behind] = []
        given = (number for (_, part), number in body.given.items() if part.startswith("data_caption"))
        self.last = max(given, default=0)

    def of(self, figure: Figure, place: int) -> list[Said]:
        """Take up what stands behind the charts of a figure, which is written next; the sentence that sends there, if any does."""
        if not charted(figure).panels:
            return []
        called = dict(zip(map(id, figure.panels), self.body.called(figure), strict=True))
        found = []
        for number, one in self.body.numbered(figure):
            if isinstance(one, LinesPanel) and unlabelled(one):
                given = self.body.given.get((figure.id, f"data_caption{number}"))
                self.last += given is None
                at = self.last if given is None else given
                name = worded("paper", "annex_table", self.language, at)
                found.append(Behind(figure, place, one, number, called[id(one)], name, at))
        self.held += found
        named = [one.called for one in found]
        return [say("seen_data", self.language, enumerated(named, self.language))] if named else []

    def tables(self) -> Iterator[Any]:
        """Each table with its title above, and below what its signs say and where its figures come from."""
        for one in self.held:
            yield from self._table(one)

    def _table(self, one: Behind) -> Iterator[Any]:
        body, language, figure = self.body, self.language, one.figure
        panel = by_period(one.panel, self.shelf, language, disputed(figure))
        title = join(figure.frame.title, one.panel.heading if len(figure.panels) > 1 else "")
        about = worded("paper", "data_of", language, one.of)
        about = worded("paper", "unit_of", language, about, one.panel.unit) if one.panel.unit else about
        of = editions([one.panel], body.catalogue, language)
        title = titles.in_brackets(title, [*of, about], language)
        _, pieces = by_width(panel, WIDTH, INK, language)
        for more, piece in enumerate(pieces):
            key = one.chart + MORE * more
            told = worded("paper", "table_on" if more else "titled", language, one.called, title)
            yield body.said(figure, f"data_caption{key}", told, "Caption", one.number)
            assert isinstance(piece, TablePanel)
            made = native(sized(piece), behind_name(figure.id, key), writable(told), language)
            body.parts.append(Part(figure.id, f"data{key}", made, panel=piece))
            yield from body.bookmarked(f"_f{one.place}_data{key}", [made])
        signs = signed(panel, language, one.of)
        if signs:
            yield body.said(figure, f"data_vital{one.chart}", noted(signs, language), "Note")
        rows = tuple(drawn(one.panel))
        source = worded("paper", "source_as", language, one.of)
        yield body.said(figure, f"data_source{one.chart}", source, "Note", marks=body.sourced(rows))


def disputed(figure: Figure) -> set[Observation]:
    """The figures that the notes on published numbers that differ are about."""
    return {*rows_of(one for one in figure.frame.notes if one.kind == "dispute")}


def by_period(
    panel: LinesPanel, shelf: Shelf, language: str, doubted: Collection[Observation] = ()
) -> TablePanel:
    """A panel's points as a table: a line for each of its columns, a column for each of its lines, and signs behind growth over a
    base that was out of the ordinary and behind what is ``doubted``."""
    lines = (
        TableLine(
            column.whole,
            "",
            "",
            NOTHING,
            tuple(_entry(one.texts[at], one.rows[at], shelf, language, doubted) for one in panel.series),
        )
        for at, column in enumerate(panel.columns)
    )
    return TablePanel(
        heading=panel.heading,
        unit=panel.unit,
        named=(worded("paper", "period", language), ""),
        regions=tuple((one.name, "") for one in panel.series),
        lines=tuple(lines),
    )


def _entry(
    text: Said, row: Observation | None, shelf: Shelf, language: str, doubted: Collection[Observation]
) -> Entry:
    if row is None:
        return Entry(phrase("not_held", language), apart=True)
    if effect := base_effects.base_effect(shelf, row):
        text += Said(MARKS[effect.kind], (row,), "low_base")
    if row in doubted:
        text += Said(DISPUTED, (row,), "dispute")
    return Entry(text, row=row)


def signed(panel: TablePanel, language: str, of: str) -> list[Said]:
    """What the signs behind its figures say; of those that are disputed the chart's own notes tell, which is called ``of``."""
    texts = [one.text for line in panel.lines for one in line.entries]
    held = [key for key, sign in MARKS.items() if any(sign in one for one in texts)]
    found = [phrase(f"base_mark_{key}", language) for key in held]
    if any(DISPUTED in one for one in texts):
        found.append(phrase("mark_disputed", language, of))
    return found
