"""The figure record: everything a figure says and shows, before it is set on any paper.

Screen, picture, slide, workbook and page are all made from one `Figure`. It holds worded texts and
plain numbers; it knows no pixels (``compose``), no rules (``comparison``) and no tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from industry.vocabulary.observation import Observation

Shape = Literal["bar", "track", "point", "ring", "link", "bracket"]
End = Literal["closed", "open_up", "open_down", "about"]


@dataclass(frozen=True)
class Frame:
    """The texts around the marks. ``finding`` stands after the title; ``notices`` are what is set
    apart and why (the strip); ``notes`` follow 注：; ``source`` is the whole source line (资料来源：…),
    ``vital`` the beginning of the notes that no picture may cut (disputed figures, low bases);
    ``source_brief`` without the reprints' names, for a picture that has no room for them;
    ``source_names`` only the publishers, which every picture names;
    ``as_of`` the whole sentence 数据截至…."""

    title: str
    finding: str
    subtitle: str
    notices: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    as_of: str
    source_brief: str = ""
    vital: str = ""
    source_names: str = ""


@dataclass(frozen=True)
class Mark:
    """One mark of a row on the panel's scale, from ``start`` to ``end`` (equal for a point or ring).

    ``track`` is a pale extent behind the others (the population of a rank, the whole of a part),
    ``link`` a thin line between two points, ``bracket`` a span that is only bounded (前3). ``finish``
    says how it ends: an open end for 以上/超, a soft one for 约. ``row`` is the observation's id.
    ``text`` is drawn by the mark where given; ``hover`` is one line for the pointer."""

    shape: Shape
    start: float
    end: float
    colour: str
    finish: End = "closed"
    row: str = ""
    text: str = ""
    hover: str = ""


@dataclass(frozen=True)
class Row:
    """A line of a panel: ``name`` and, smaller, ``detail`` (a period, an English gloss) above it, its
    marks, then ``text`` (the worded figure, bold) and ``aside`` (how it came about, grey) at the end
    of the marks. Without marks only the texts stand there (无数据, 两年平均不可得). ``muted`` for a
    region of another level, which stands below the others, indented."""

    name: str
    marks: tuple[Mark, ...]
    text: str
    detail: str = ""
    aside: str = ""
    muted: bool = False


@dataclass(frozen=True)
class Reference:
    """A dashed line across the rows at ``value`` with its ``text`` (全国 24.5) below the rows."""

    value: float
    text: str
    colour: str
    row: str = ""


@dataclass(frozen=True)
class RowsPanel:
    """Rows on one scale from ``low`` to ``high`` in ``unit`` (zero is always in it); with
    ``own_scales`` each row has a scale of its own and lengths are not compared between rows.
    ``legend`` explains marks, as (shape, colour, text)."""

    heading: str
    unit: str
    rows: tuple[Row, ...]
    low: float = 0.0
    high: float = 1.0
    references: tuple[Reference, ...] = ()
    own_scales: bool = False
    legend: tuple[tuple[Shape, str, str], ...] = ()
    aside_heading: str = ""


@dataclass(frozen=True)
class Series:
    """A line: one value or None for each of the panel's columns; gaps stay open. ``texts`` are the
    worded figures, ``rows`` the observations' ids, "" where there is none."""

    name: str
    colour: str
    dashed: bool
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    rows: tuple[str, ...]
    hovers: tuple[str, ...]


@dataclass(frozen=True)
class LinesPanel:
    """Series over ordered ``columns`` (period labels). ``gaps`` are indices of columns after which no
    line runs on, for want of a comparable period. ``zero`` keeps zero on the value axis."""

    heading: str
    unit: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    gaps: tuple[int, ...] = ()
    zero: bool = True


@dataclass(frozen=True)
class Cell:
    """A cell of a grid: ``weight`` 0 (empty) to 1 (full) shades ``colour``; ``text`` stands in it."""

    text: str
    weight: float
    colour: str
    hover: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class GridPanel:
    """Cells by row and column (``cells[row][column]``); a column label may repeat a group above it
    (``groups``: label and how many columns it spans)."""

    heading: str
    unit: str
    columns: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    details: tuple[str, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()


Panel = RowsPanel | LinesPanel | GridPanel


@dataclass(frozen=True)
class Table:
    """The figure's numbers as a table of texts, a header and rows of the same length."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """What a figure is. ``rows`` are all observations shown, in marks, strip, notes and table;
    ``empty`` is the sentence that stands instead of a chart when nothing may be drawn."""

    id: str
    chart: str
    frame: Frame
    panels: tuple[Panel, ...]
    table: Table
    rows: tuple[Observation, ...]
    alt: str
    empty: str = ""
    drawn: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Failed(Figure):
    """Stands in the place of a figure that could not be made: its title, and ``empty`` says so."""
