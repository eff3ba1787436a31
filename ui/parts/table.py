"""A table of our own, whose cells are buttons: a plain record of columns and lines, drawn by table.js.

What a table holds is decided by whoever makes the record; a cell with a row's id opens that number's card, and a
line with a ``pick`` can be chosen as a whole. Texts stay texts: nothing in them is read as Markdown or HTML. Its height
is reckoned here from the same sizes as in table.css, so that a page keeps its place before the browser has drawn it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from math import ceil
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from industry.figures.compose import wrapping
from ui.address import words
from ui.parts import component

_LINE, _SMALL, _BAR, _PADDING, _BORDER, _EDGE = 21, 17, 9, 14, 1, 20
"""CSS pixels: a line of text, of small text, a bar, the space above and below a cell, the rule under it, the space
at both its sides."""
_TYPE, _SMALL_TYPE = 14.5, 12.5
_SCROLLBAR = 16


@dataclass(frozen=True)
class Bar:
    """A thin bar from ``start`` to ``end``, as shares (0 to 1) of the scale that the whole line has: it is as long in
    every column, and as wide as the narrowest of those with bars, below the text. One that is too
    pale to be seen by itself has an ``edge``, a colour too."""

    start: float
    end: float
    colour: str
    edge: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell: its text, ``small`` text beside it (in a line's head: below it), a ``tag`` set off in amber (1—4月).
    ``faint`` for what isn't compared; ``under``: it belongs to the line above, and stands further in. ``zero``: where the bars' scale has its zero, as a share. ``row``: the id of
    the number whose card it opens; ``link``: an address; ``places``: of a list, for each item (a line of the
    text) the words in brackets that say its place in a document, and the id by which that opens, empty where nothing opens."""

    text: str = ""
    small: str = ""
    tag: str = ""
    faint: bool = False
    under: bool = False
    bars: tuple[Bar, ...] = ()
    zero: float | None = None
    row: str = ""
    link: str = ""
    places: tuple[tuple[str, str], ...] = ()

    @property
    def said(self) -> str:
        """All that it says, which a narrow screen says under the line's head where its column folds."""
        return " ".join(filter(None, (self.text, self.small, self.tag)))


@dataclass(frozen=True)
class Column:
    """A column: its head, ``sub`` smaller beside that, and the least ``width`` in CSS pixels, in which the height of
    its cells is reckoned; the room that is left goes to all in proportion. On a narrow screen it is ``narrow`` pixels
    wide (0: as wide), or, where it ``folds``, its text stands under the line's head, behind its ``lead``; where all fit a
    phone the head then has what others leave of one, however wide it is. ``bold`` for the figures that matter."""

    head: str
    width: int
    narrow: int = 0
    sub: str = ""
    align: Literal["left", "right", "center"] = "left"
    folds: bool = False
    lead: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """A line: its first cell is its head. ``pick``: what choosing the whole line gives; ``selected``: it is chosen."""

    cells: tuple[Cell, ...]
    pick: str = ""
    selected: bool = False


@dataclass(frozen=True, eq=False)
class Table:
    """A table: ``caption`` names it for those who can't see it. The first column stays in place where the others
    have to scroll. ``most``: CSS pixels of height beyond which it scrolls inside its box, on the screen, and says how
    many lines are out of sight; on a narrow screen they unfold instead. None: never; then each line keeps its reckoned height.
    ``bare``: the columns' heads are there only for those who can't see them."""

    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    most: int | None = None
    bare: bool = False

    def __post_init__(self) -> None:
        if any(len(one.cells) != len(self.columns) for one in self.lines):
            raise ValueError(f"a line of “{self.caption}” has other cells than there are columns")

    @cached_property
    def written(self) -> str:
        """The record as table.js reads it."""
        lines = [
            {"cells": [_bare(one) for one in line.cells], "pick": line.pick, "selected": line.selected}
            | ({} if self.most else {"high": _line_height(self, line, False)})
            | ({} if self.most else {"high_narrow": _line_height(self, line, True)})
            for line in self.lines
        ]
        columns = [asdict(one) for one in self.columns]
        told: dict[str, Any] = {"caption": self.caption, "columns": columns, "lines": lines}
        if self.most:
            told["more"] = [words("lines_above", "{}"), words("lines_below", "{}")]
        return json.dumps(told | {"most": self.most, "bare": self.bare}, ensure_ascii=False)

    @cached_property
    def heights(self) -> tuple[int, int]:
        """The height in CSS pixels on a wide screen and on a narrow one, at the columns' least widths."""
        return _height(self, False), _height(self, True)


def show(table: Table, key: str, on_pick: Callable[[str], None] | None = None, early: bool = False) -> None:
    """Draw a table under a ``key`` that no other of the page has, before all else where it is ``early``. A number's button opens
    its card; ``on_pick`` is called, before the page runs again, with what a line that was chosen gives."""
    name = f"{key}-table"

    def picked() -> None:
        if on_pick and (one := st.session_state[name].pick):
            on_pick(str(one))

    component.numbers(
        Path(__file__).parent, "table", name, table.written, table.heights, early, on_pick_change=picked
    )


def needed(texts: Sequence[str]) -> int:
    """The CSS pixels of a column in which none of these texts, set bold, is broken."""
    return ceil(max((wrapping.width(one, True) for one in texts), default=0.0) * _TYPE) + _EDGE


def least(texts: Iterable[str]) -> int:
    """The CSS pixels of a column in which these texts, set bold, are broken only where words may be: no number apart from its unit."""
    return needed([piece.strip() for one in texts for piece in wrapping.pieces(one)])


def _bare(cell: Cell) -> dict[str, Any]:
    """What a cell says, without all that it doesn't."""
    told = {key: value for key, value in cell.__dict__.items() if value not in ("", (), False, None)}
    bars = [{key: value for key, value in one.__dict__.items() if value != ""} for one in cell.bars]
    return told | {"bars": bars} if bars else told


def _height(table: Table, narrow: bool) -> int:
    if table.most:  # its lines are as high as their texts make them, where the columns are wider too
        lines = len(table.lines) * (_LINE + _PADDING + _BORDER)
    else:
        lines = sum(_line_height(table, one, narrow) for one in table.lines)
    whole = (0 if table.bare else _head_height(table, narrow)) + lines + _SCROLLBAR
    return whole if table.most is None else min(whole, table.most)


def _head_height(table: Table, narrow: bool) -> int:
    shown = [one for one in table.columns if not (narrow and one.folds)]
    heads = (_lines(f"{one.head} {one.sub}".strip(), _wide(one, narrow), _TYPE) for one in shown)
    return max(heads, default=1) * _LINE + _PADDING + 2


def _line_height(table: Table, line: Line, narrow: bool) -> int:
    high = 0
    for at, (column, cell) in enumerate(zip(table.columns, line.cells, strict=True)):
        if narrow and column.folds:
            continue
        words = [cell.text, *([cell.small] if at else []), cell.tag]
        wide = _wide(column, narrow) - (_TYPE if cell.under else 0)
        bold = column.bold and not cell.faint
        text = _lines(" ".join(filter(None, words)), wide, _TYPE, bold) * _LINE
        if at == 0:
            cells = zip(line.cells, table.columns, strict=True)
            folded = [of.lead + one.said for one, of in cells if narrow and of.folds and one.said]
            small = _lines(cell.small, wide, _SMALL_TYPE) if cell.small else 0
            items = [*(f"{one} · " for one in folded[:-1]), *folded[-1:]]
            text += (small + len(wrapping.listed(items, _room(wide, _SMALL_TYPE)))) * _SMALL
        high = max(high, text + (_BAR if cell.bars else 0))
    return high + _PADDING + _BORDER


def _wide(column: Column, narrow: bool) -> int:
    return column.narrow or column.width if narrow else column.width


def _room(width: float, type: float) -> float:
    """The em that a column leaves to a line."""
    return max(width - _EDGE, 1) / type


@lru_cache(maxsize=16384)
def _lines(words: str, width: float, type: float, bold: bool = False) -> int:
    """How many lines a text takes in a column, never fewer than one."""
    room = _room(width, type)
    return sum(
        1 if wrapping.width(one, bold) <= room else len(wrapping.wrap(one, room, bold))
        for one in words.split("\n")
    )
