"""Cells put at their places become a sheet: trimmed, as a rectangle, with the text of merged cells in their first. What a
cell shows is decided by whoever reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from industry.curation.sheets import bounds
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.sheet import EMPTY, Block, Cell, Sheet, Told, place


@dataclass
class Spent:
    """What the sheets of one file have used of the bounds so far."""

    cells: int = 0
    places: int = 0


@dataclass
class Grid:
    """The cells of a sheet while it is read; rows and columns from 0. Raises NoBook past the bounds, and ``broken`` where two
    cells stand in one place."""

    name: str
    spent: Spent
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of runs of them."""
    merged: list[Block] = field(default_factory=list)
    _rows: dict[int, dict[int, Cell]] = field(default_factory=lambda: defaultdict(dict))
    _told: dict[str, tuple[int, str, str]] = field(default_factory=dict)

    def put(self, row: int, column: int, cell: Cell) -> None:
        if not cell.text and cell.number is None and cell.day is None:
            return
        cells = self._rows[row]
        if column in cells:
            raise NoBook("broken")
        if len(cell.text) > bounds.LONGEST:
            raise NoBook("too_long", place(self.name, row, column), f"{bounds.LONGEST:,}")
        cells[column] = cell
        self.spent.cells += 1
        if self.spent.cells > bounds.MOST_CELLS:
            raise NoBook("too_many_cells", f"{bounds.MOST_CELLS:,}")
        if not cell.text:
            self.tell("unshown", row, column, str(cell.day or cell.number))

    def tell(self, code: str, row: int, column: int, found: str) -> None:
        """Something of a cell that must be known: the first of its kind is named, the others are counted."""
        count, where, first = self._told.get(code, (0, place(self.name, row, column), found[:80]))
        self._told[code] = (count + 1, where, first)

    def told(self) -> Iterator[Told]:
        for code, (count, where, found) in self._told.items():
            yield Told(code, (str(count), where, found))

    def sheet(self) -> Sheet:
        rows = self._rows
        height = 1 + max(
            (row for row, cells in rows.items() if any(one.text for one in cells.values())), default=-1
        )
        width = 1 + max((at for cells in rows.values() for at, one in cells.items() if one.text), default=-1)
        self.spent.places += height + width * len(rows)
        if self.spent.places > bounds.MOST_PLACES:
            raise NoBook("too_wide", place(self.name, height - 1, width - 1), f"{bounds.MOST_PLACES:,}")
        merged = tuple(self._merged(height, width))
        empty = (EMPTY,) * width
        whole = tuple(
            tuple(cells.get(at, EMPTY) for at in range(width)) if (cells := rows.get(row)) else empty
            for row in range(height)
        )
        return Sheet(
            self.name,
            whole,
            merged,
            frozenset(row for row in self.hidden_rows if row < height),
            frozenset(at for first, last in self.hidden_columns for at in range(first, min(last + 1, width))),
        )

    def _merged(self, height: int, width: int) -> Iterator[Block]:
        """The blocks of what is seen; the cells that they cover show nothing."""
        for one in self.merged:
            block = Block(one.top, one.left, min(one.bottom, height - 1), min(one.right, width - 1))
            if block.top > block.bottom or block.left > block.right:
                continue
            self.spent.places += (block.bottom - block.top + 1) * (block.right - block.left + 1)
            if self.spent.places > 2 * bounds.MOST_PLACES:
                raise NoBook("broken")
            for row in range(block.top, block.bottom + 1):
                if (cells := self._rows.get(row)) is None:
                    continue
                for at in range(block.left, block.right + 1):
                    if (row, at) != (block.top, block.left):
                        cells.pop(at, None)
            if (block.top, block.left) != (block.bottom, block.right):
                yield block


def plain(name: str, rows: Iterable[Iterable[str]]) -> Sheet:
    """A sheet of texts."""
    grid = Grid(name, Spent())
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text and not text.isspace():
                grid.put(row, column, Cell(text))
    return grid.sheet()
