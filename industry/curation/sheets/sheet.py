"""The records of a file of tables: a book, its sheets, their cells as somebody sees them. Reading them from bytes belongs in
``books``; what they mean, in ``importing``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openpyxl.utils import get_column_letter


@dataclass(frozen=True, slots=True)
class Cell:
    """``text``: what the sheet shows, with the digits that it shows (7.0 where the cell's format has one decimal); empty where
    it shows nothing. ``number``: the value of a cell that is a number, whole as it is stored; ``day`` of one that is a date.
    A percentage is shown as one: text 18.5%, number 0.185. ``formula``: whether the value was worked out by the sheet."""

    text: str = ""
    number: Decimal | None = None
    day: date | None = None
    formula: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of merged cells: rows and columns from 0, the last included. Its text stands in its first cell alone."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` of equally many cells, none of them empty to its end at the right or below. ``hidden``: the rows and columns
    that the sheet doesn't show, from 0; they are there all the same."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: tuple[Block, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever reads the file must know. ``code``: ``hidden_sheet`` (its name; it isn't read), ``no_cells`` (the name of a
    sheet that is a chart), ``not_worked_out`` (formulas whose result the file doesn't hold; their cells show the formula),
    ``errors`` (#N/A, #DIV/0!), ``unknown_format`` (cells whose text is the value and its format in ⟨⟩, neither number nor day),
    ``unshown`` (values that their format hides). The last four: how many cells, the place of the first, what it holds."""

    code: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A file of tables by its ``name``: one sheet with an empty name where it is a table of text, or a web page."""

    name: str
    sheets: tuple[Sheet, ...]
    told: tuple[Told, ...] = ()


def place(sheet: str, row: int, column: int) -> str:
    """A cell as a spreadsheet names it, rows and columns from 0: 表1!C5; C5 in a table of text."""
    at = f"{get_column_letter(column + 1)}{row + 1}"
    return f"{sheet}!{at}" if sheet else at
