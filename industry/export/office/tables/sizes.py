"""How a table is set: as large as its box allows, columns as wide as their words, rows as high as their
lines. Nothing here knows the format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, Run, lines, measure
from industry.figures.compose import wrapping
from industry.figures.compose.line_room import FILLED

WIDER = 1.15  # of a word's width, what other faces may need
NUMBERS = 1.22  # of a number's width, what other faces may need: one torn over two lines is misread
SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)  # of the spare width, which the names may take where cells are broken
STRETCH = 90.0  # points that a column may get beyond what it needs


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, and what it looks like.
    ``across`` is how many columns it takes; the cells it covers follow it and are empty. ``under``: what its row is called can be
    read only below the row above."""

    paragraphs: tuple[Run, ...] = ()
    fill: str = ""
    right: bool = False
    middle: bool = False
    across: int = 1
    under: bool = False

    def sized(self, size: float, smallest: float) -> list[Run]:
        """Its paragraphs: the first in the table's size, details smaller."""
        small = max(size - 2, min(size, smallest))
        return [run._replace(size=small if index else size) for index, run in enumerate(self.paragraphs)]


@dataclass(frozen=True)
class SizedTable:
    """A table before it is set: its first ``heads`` rows are headers, ``widths`` in points; ``pad`` stands above and below
    a cell's words, ``side`` at both sides of all but the first column's."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float
    pad: float
    side: float
    ink: Ink
    ruled: bool = True
    left_out: int = 0

    @property
    def height(self) -> float:
        return sum(self.heights)


def fitted(rows: Sequence[tuple[Cell, ...]], heads: int, box: Box, ink: Ink) -> SizedTable:
    """A table of texts, its columns as wide as they need and the box allows."""
    return _fitted(tuple(rows), heads, box, ink)


@lru_cache(256)  # whether a slide has room is asked before it is filled, and decks share their figures
def _fitted(rows: tuple[tuple[Cell, ...], ...], heads: int, box: Box, ink: Ink) -> SizedTable:
    found = None
    for wrapped in (False, True):
        for size, pad in ink.steps:
            if sum(_needed(rows, heads, size, ink)) > box.width if not wrapped else size > ink.name:
                continue
            sheet = _best(rows, heads, box, size, replace(ink, steps=((size, pad),)))
            if readable(sheet):
                return sheet
            if not sheet.left_out:
                found = found or sheet
    return found or _best(rows, heads, box, ink.steps[-1][0], ink)


def _best(
    rows: Sequence[tuple[Cell, ...]],
    heads: int,
    box: Box,
    size: float,
    ink: Ink,
) -> SizedTable:
    """The table with those widths of columns that leave out fewest rows and take the least height."""
    need = _needed(rows, 0, size, ink)
    if sum(need) > box.width:
        need = _needed(rows, heads, size, ink)
    tried = [settled(rows, heads, _widths(need, box), box, ink)]
    floors = _least(rows, size, ink)
    if sum(floors) > box.width:
        floors = _least(rows, size, ink, 1.0)
    spare = box.width - sum(floors)
    if sum(need) > box.width and spare > 0:
        for share in SHARES:
            first = min(need[0], floors[0] + share * spare)
            rest = replace(box, width=box.width - first)
            others = _widths(need[1:], rest, floors[1:])
            tried.append(settled(rows, heads, (first, *others), box, ink))
    return min(tried, key=lambda one: (one.left_out, _broken(one, floors), one.height))


def readable(sheet: SizedTable) -> bool:
    """Whether a table has all its rows, and columns as wide as their longest words."""
    return not sheet.left_out and not _broken(sheet, least(sheet))


def least(sheet: SizedTable) -> list[float]:
    """The points of each column in which none of its words is broken, and no number in any face."""
    return _least(sheet.rows, sheet.size, sheet.ink, 1.0)


def _broken(sheet: SizedTable, floors: Sequence[float]) -> int:
    """How many columns are narrower than their longest word."""
    return sum(width < one - 0.5 for width, one in zip(sheet.widths, floors, strict=True))


def _least(rows: Sequence[tuple[Cell, ...]], size: float, ink: Ink, wider: float = WIDER) -> list[float]:
    """The width of each column in which no word is broken, in a ``wider`` face neither, and no number in any face."""

    def longest(_: int, cell: Cell) -> float:
        return max(
            wider * _wide(cell, size, ink, wrapping.pieces),
            NUMBERS * _wide(cell, size, ink, wrapping.numbers),
        )

    return _columns(rows, size, ink, longest)


def _needed(rows: Sequence[tuple[Cell, ...]], heads: int, size: float, ink: Ink) -> list[float]:
    """The width of each column if no cell is broken; ``heads`` of the rows may take two lines."""

    def needed(row: int, cell: Cell) -> float:
        number = NUMBERS * _wide(cell, size, ink, wrapping.numbers)
        whole = max(_wide(cell, size, ink), number)
        return max(whole / 1.8, _wide(cell, size, ink, wrapping.pieces), number) if row < heads else whole

    return _columns(rows, size, ink, needed)


def _columns(
    rows: Sequence[tuple[Cell, ...]], size: float, ink: Ink, wide: Callable[[int, Cell], float]
) -> list[float]:
    """The width of each column for its widest cell, by row and cell."""
    return [
        max(2 * size, *(wide(row, cell) for row, cell in enumerate(column))) / FILLED + 2 * ink.side
        for column in zip(*rows, strict=True)
    ]


def _wide(cell: Cell, size: float, ink: Ink, parts: Callable[[str], Sequence[str]] = str.splitlines) -> float:
    """The widest part of a cell's words."""
    return _widest(cell, size, ink.small, parts)


@lru_cache(16384)
def _widest(cell: Cell, size: float, small: float, parts: Callable[[str], Sequence[str]]) -> float:
    return max(
        (measure(part, run.size, run.bold) for run in cell.sized(size, small) for part in parts(run.text)),
        default=0.0,
    )


def _widths(need: Sequence[float], box: Box, least: Sequence[float] = ()) -> tuple[float, ...]:
    """What each column needs, and some more where there is room; else no column has more than as much
    as all of them can have, and none less than its ``least``."""
    floors = least or (0.0,) * len(need)
    spare = box.width - sum(need)
    if spare >= 0:
        return tuple(one + min(spare / len(need), STRETCH) for one in need)
    low, high = 0.0, max(need)
    while high - low > 0.5:
        middle = (low + high) / 2
        if sum(max(floor, min(one, middle)) for one, floor in zip(need, floors, strict=True)) > box.width:
            high = middle
        else:
            low = middle
    return tuple(max(floor, min(one, low)) for one, floor in zip(need, floors, strict=True))


def settled(
    rows: Sequence[tuple[Cell, ...]],
    heads: int,
    widths: Sequence[float],
    box: Box,
    ink: Ink,
    side: float | None = None,
    ruled: bool = True,
) -> SizedTable:
    """The largest type in which all rows fit into the box; in the smallest, as many as do. ``side`` where cells have
    other room at their sides than the ink's."""
    beside = ink.side if side is None else side
    for size, pad in ink.steps[:-1]:
        ends = accumulate(_height(row, widths, size, pad, beside, ink) for row in rows)
        if all(end <= box.height for end in ends):  # looks no further than the first without room
            break
    else:
        size, pad = ink.steps[-1]
    heights = tuple(_height(row, widths, size, pad, beside, ink) for row in rows)
    sheet = SizedTable(tuple(rows), heads, tuple(widths), heights, size, pad, beside, ink, ruled)
    if sheet.height <= box.height:
        return sheet
    kept = sum(end <= box.height for end in accumulate(heights))
    kept = max(kept, min(heads + 1, len(rows)))
    return replace(sheet, rows=sheet.rows[:kept], heights=heights[:kept], left_out=len(rows) - kept)


def inked(sheet: SizedTable) -> float:
    """The points that the lines of all cells take together."""
    return sum(
        _tall(cell, sheet.size, sheet.ink.small, _room(sheet.widths, index, cell, sheet.side, sheet.ink))
        for row in sheet.rows
        for index, cell in enumerate(row)
    )


def _room(widths: Sequence[float], index: int, cell: Cell, side: float, ink: Ink) -> float:
    return sum(widths[index : index + cell.across]) - 2 * (ink.side if index == 0 else side)


def _height(
    row: tuple[Cell, ...], widths: Sequence[float], size: float, pad: float, side: float, ink: Ink
) -> float:
    most = LEADING * size
    for index, cell in enumerate(row):
        most = max(most, _tall(cell, size, ink.small, _room(widths, index, cell, side, ink)))
    return most + 2 * pad


@lru_cache(65536)
def _tall(cell: Cell, size: float, small: float, room: float) -> float:
    """The height of a cell's lines in a room of this width."""
    return sum(
        lines(run.text, run.size, room, run.bold) * LEADING * run.size for run in cell.sized(size, small)
    )
