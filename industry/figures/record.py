"""The figure record: everything a figure says and shows, before it is set on any paper.

Screen, picture, slide, workbook and page are all made from one `Figure`. It holds worded texts and plain
numbers, both with their observations; it knows no pixels (``compose``), no rules and no tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from industry.figures.frame import NOTHING, Frame
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, kind_of, rows_of

Shape = Literal["bar", "track", "point", "ring", "link", "bracket"]
End = Literal["closed", "open_up", "open_down", "about"]


@dataclass(frozen=True)
class Mark:
    """One mark of a row on the panel's scale, from ``start`` to ``end`` (equal for a point or ring).

    ``track`` is a pale extent behind the others (the population of a rank, the whole of a part),
    ``link`` a thin line between two points, ``bracket`` a span that is only bounded (前3). ``finish``
    says how it ends: an open end for 以上/超, a soft one for 约. ``row`` is the observation that it shows.
    ``text`` is drawn by the mark where given; ``hover`` is one line for the pointer."""

    shape: Shape
    start: float
    end: float
    colour: str
    finish: End = "closed"
    row: Observation | None = None
    text: Said = NOTHING
    hover: Said = NOTHING


@dataclass(frozen=True)
class Row:
    """A line of a panel: ``name`` and, smaller, ``detail`` (a period, an English gloss) above it, its marks, then ``text`` (the
    worded figure, bold) and ``aside`` (how it came about, grey) at their end. Without marks only the texts stand there (未收录,
    未收录上年同期数). ``muted`` for a region of another level, which stands below the others, indented."""

    name: str
    marks: tuple[Mark, ...]
    text: Said
    detail: Said = NOTHING
    aside: Said = NOTHING
    muted: bool = False


@dataclass(frozen=True)
class Reference:
    """A dashed line across the rows at ``value``, below them its ``name`` and ``figure`` (全国 24.5)."""

    value: float
    name: str
    figure: Said
    colour: str
    row: Observation | None = None

    @property
    def text(self) -> str:
        return f"{self.name} {self.figure}"


@dataclass(frozen=True)
class RowsPanel:
    """Rows on one scale from ``low`` to ``high`` in ``unit`` (zero is always in it); with ``own_scales`` each row has a
    scale of its own and lengths are not compared between rows. ``legend`` explains marks, as (shape, colour, text);
    ``named`` is what a table of it calls the rows' names, figures and asides, no drawing."""

    heading: str
    unit: str
    rows: tuple[Row, ...]
    low: float = 0.0
    high: float = 1.0
    references: tuple[Reference, ...] = ()
    own_scales: bool = False
    legend: tuple[tuple[Shape, str, str], ...] = ()
    aside_heading: str = ""
    named: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True)
class Series:
    """A line: one value or None for each of the panel's columns; gaps stay open. ``texts`` are the worded figures, ``rows`` the
    observations, None where there is none. ``own``: its region's colour, by which its symbol goes, in whatever it is drawn."""

    name: str
    own: str
    colour: str
    dashed: bool
    values: tuple[float | None, ...]
    texts: tuple[Said, ...]
    rows: tuple[Observation | None, ...]
    hovers: tuple[Said, ...]

    @property
    def last(self) -> int:
        """The last column with a value, −1 where there is none."""
        return max((index for index, value in enumerate(self.values) if value is not None), default=-1)

    def derived(self, column: int) -> bool:
        """Whether the figure in a column is derived, so that it never stands without its words."""
        return kind_of(self.texts[column]) == "derived"


@dataclass(frozen=True)
class Column:
    """A column's label, whole or in two parts one above the other: 1—6月, 2021年; some have no ``year``."""

    whole: str
    first: str
    year: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return (self.first, self.year) if self.year else (self.whole,)

    @property
    def broken(self) -> str:
        """The whole with a space where it may end a line: no Chinese line ends before a month by itself."""
        return f"{self.year} {self.first}" if self.whole == self.year + self.first else self.whole


@dataclass(frozen=True)
class LinesPanel:
    """Series over ordered ``columns``; after the indices in ``gaps`` no line runs on, for want of a comparable period. ``zero``
    keeps zero on the value axis, ``grouped`` commas between its thousands; ``unwritten`` is told where figures find no room."""

    heading: str
    unit: str
    columns: tuple[Column, ...]
    series: tuple[Series, ...]
    gaps: tuple[int, ...] = ()
    zero: bool = True
    grouped: bool = False
    unwritten: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a grid: ``weight`` 0 (empty) to 1 (full) shades ``colour``; ``text`` stands in it."""

    text: Said
    weight: float
    colour: str
    hover: Said = NOTHING


@dataclass(frozen=True)
class GridPanel:
    """Cells by row and column (``cells[row][column]``), beside each row its name and detail; ``groups`` stand above the
    columns: a label and how many of them it spans. Of columns in a ``sequence`` (months) some labels may be left out.
    ``unwritten`` stands below where cells are too narrow for their texts, or may be: then none of these does."""

    heading: str
    unit: str
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    details: tuple[Said, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    sequence: bool = False
    unwritten: str = ""


@dataclass(frozen=True)
class Entry:
    """A figure of a table: its ``text``, an ``aside`` smaller beside it (its gap, its share), and a ``tag`` that
    sets off what it doesn't share with its line (1—4月). ``end``: where the thin bar ends that begins at zero, on
    the scale of the line; None without one. ``apart``: not compared, so it stands in small print."""

    text: Said
    aside: Said = NOTHING
    tag: Said = NOTHING
    end: float | None = None
    colour: str = ""
    apart: bool = False
    row: Observation | None = None
    hover: Said = NOTHING


@dataclass(frozen=True)
class TableLine:
    """A line of a table: its ``name`` with a smaller ``detail`` below, or where room is short its ``unit`` beside it,
    the period that its entries share, and an entry for each column. ``under``: it belongs to the line above, and is called
    ``alone`` where it doesn't stand there.
    ``off``: its period isn't of the year looked at. ``pick``: the id of the indicator that it is about. ``scale``: ends that
    its bars' scale has besides those of its entries, where these are a part of a line."""

    name: str
    detail: str
    unit: str
    period: Said
    entries: tuple[Entry, ...]
    under: bool = False
    off: bool = False
    pick: str = ""
    alone: str = ""
    scale: tuple[float, ...] = ()

    @property
    def bars(self) -> tuple[tuple[float, float] | None, ...]:
        """Where each entry's thin bar begins and ends, as shares (0 to 1) of the one scale of the line, which holds
        zero: a bar begins there. None without a bar, or where all are nothing."""
        ends = [0.0, *self.scale, *(one.end for one in self.entries if one.end is not None)]
        low, span = min(ends), max(ends) - min(ends)
        held = (one.end if span else None for one in self.entries)
        return tuple(None if end is None else (-low / span, (end - low) / span) for end in held)


@dataclass(frozen=True)
class TablePanel:
    """Figures by line and region: ``regions`` are the columns' names, each with what stands smaller beside it.
    Lengths of bars are compared within a line, never between lines. ``named``: the heads of the first columns, the
    second empty where lines have no period of their own, and then no column is drawn for it. ``left_out`` says below the
    table what of it doesn't stand there, and where it does."""

    heading: str
    unit: str
    named: tuple[str, str]
    regions: tuple[tuple[str, str], ...]
    lines: tuple[TableLine, ...]
    left_out: str = ""


Panel = RowsPanel | LinesPanel | GridPanel | TablePanel


@dataclass(frozen=True)
class Table:
    """The figure's numbers as a table of texts, a header and rows of the same length. ``counts`` are the
    columns whose texts are whole numbers."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    counts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """What a figure is. ``id`` is the text of its slide (``vocabulary.slide``). ``rows`` are all observations shown, in marks,
    strip, notes and table; ``empty`` is the sentence that stands instead of a chart when nothing may be drawn."""

    id: str
    chart: str
    frame: Frame
    panels: tuple[Panel, ...]
    table: Table
    rows: tuple[Observation, ...]
    alt: str
    empty: str = ""

    @cached_property
    def drawn(self) -> tuple[Observation, ...]:
        """The observations that stand in a panel, each once: by a mark, a dashed line, or in its words."""
        return tuple(dict.fromkeys(row for panel in self.panels for row in drawn(panel)))


@dataclass(frozen=True)
class Failed(Figure):
    """Stands in the place of a figure that could not be made: its title, and ``empty`` says so."""


def counts_only(panels: Sequence[Panel]) -> bool:
    """Whether all that is shown is counts in the cells of grids."""
    return bool(panels) and all(isinstance(one, GridPanel) for one in panels)


def drawn(panel: Panel) -> Iterator[Observation]:
    """The observations that stand in a panel, as `Figure.drawn`: those of its marks first."""
    yield from marked(panel)
    texts: list[str] = [panel.heading]
    if isinstance(panel, RowsPanel):
        texts += [one for row in panel.rows for one in (row.text, row.detail, row.aside)]
    elif isinstance(panel, GridPanel):
        texts += panel.details
    elif isinstance(panel, TablePanel):
        texts += [one for line in panel.lines for entry in line.entries for one in (entry.text, entry.aside)]
    yield from rows_of(texts)


def marked(panel: Panel) -> Iterator[Observation]:
    """The observations that a panel's marks, dashed lines or cells show; of rows without marks their figures."""
    if isinstance(panel, GridPanel):
        yield from rows_of(cell.text for line in panel.cells for cell in line)
    elif isinstance(panel, TablePanel):
        yield from (one.row for line in panel.lines for one in line.entries if one.row is not None)
    elif isinstance(panel, LinesPanel):
        yield from (row for line in panel.series for row in line.rows if row is not None)
    elif any(row.marks for row in panel.rows):
        yield from (mark.row for row in panel.rows for mark in row.marks if mark.row is not None)
        yield from (one.row for one in panel.references if one.row is not None)
    else:
        yield from rows_of(row.text for row in panel.rows)
