"""Workbooks: tables of texts and numbers that no cell of which can run as a formula.

What stands in a table is decided elsewhere.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from industry.export.names import sheet_name
from industry.export.office.saving import made_of, saved
from industry.export.xml_text import writable
from industry.figures.compose.line_room import Room
from industry.wording.numbers import MINUS

FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_WIDEST = 60
_WHOLE, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_HEADED = Alignment(vertical="center", wrap_text=True)
_LARGER = 14 / 11
"""How much larger a title is than other cells."""
_BOLD, _TITLE = Font(bold=True), Font(bold=True, size=14)
_RULED = Border(bottom=Side("thin", "FFBFC5CC"))
_NARROW, _BROAD, _LINE = (24, 20, 16, 12), "0" * 7, 16.0
"""Characters that a printed column has at most, and where all would have no room on one page fewer; what it holds at least; points
from line to line."""
_PAGE, _SMALLER, _SHRUNK = 145, 70, 1.3
"""Characters that stand side by side on A4 across in this size, in percent, and how much more than that a page is made smaller for."""
LONGEST_CELL = 32767
"""Characters that Excel takes in a cell."""


class Number(float):
    """A number that a workbook shows with so many ``digits`` behind the point, and keeps as it is; words may stand
    ``before`` and ``after`` it."""

    digits: int
    before: str
    after: str

    def __new__(cls, value: float, digits: int, before: str = "", after: str = "") -> Self:
        made = super().__new__(cls, value)
        made.digits, made.before, made.after = digits, before, after
        return made

    @property
    def form(self) -> str:
        """The number format, below zero with the minus that texts have, but for what is rounded to zero."""
        bare = f"0.{'0' * self.digits}" if self.digits else "0"
        before, after = (writable(one).replace('"', "") for one in (self.before, self.after))
        minus = MINUS if round(self, self.digits) else ""
        above, below = (
            (f'"{one}"' if one else "") + bare + (f'"{after}"' if after else "")
            for one in (before, f"{before}{minus}")
        )
        return f"{above};{below}"


Cell = str | float | int | None
Sheet = tuple[Sequence[str], Sequence[Sequence[Cell]]]


@dataclass(frozen=True)
class Printed:
    """A sheet laid out to be read and printed: paragraphs ``above``, a table, paragraphs ``below``. In the rows of ``heads``
    a None is a part of the cell left of it. On every page stand the heads and the ``names``, so many columns; pages
    break between ``groups`` of columns, which are so many each."""

    above: Sequence[str]
    heads: Sequence[Sequence[Cell]]
    rows: Sequence[Sequence[Cell]]
    below: Sequence[str]
    names: int
    groups: Sequence[int]


def workbook(sheets: Mapping[str, Sheet | Printed], version: str = "") -> bytes:
    """An XLSX of ``sheets`` (name → header and rows, or one laid out), frozen header, columns as wide as they need;
    ``version`` of the data and the program's among its properties.

    Numbers are numbers; every text is written as text, whatever it begins with.
    """
    book = Workbook()
    book.remove(book.active)
    if version:
        made_of(book, version)
    for name, told in sheets.items():
        sheet = book.create_sheet(sheet_name(name, book.sheetnames))
        if isinstance(told, Printed):
            _lay(sheet, told)
        else:
            _fill(sheet, *told)
    return saved(book)


def _fill(sheet: Worksheet, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    looks: dict[tuple[bytes | None, bool, bool], Any] = {}  # openpyxl takes long to find a style that it has
    for at, line in enumerate([header, *rows], start=1):
        for column, value in enumerate(line, start=1):
            cell = _put(sheet, at, column, value)
            wrapped = isinstance(value, str) and len(value) > _WIDEST
            look = (cell._style and cell._style.tobytes(), wrapped, at == 1)
            if look in looks:
                cell._style = copy(looks[look])
                continue
            cell.alignment = _WRAPPED if wrapped else _WHOLE
            if at == 1:
                cell.font = _BOLD
            looks[look] = cell._style
    widths = _widen(sheet, [header, *rows], _WIDEST)
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    _paper(sheet, widths)


def _put(sheet: Worksheet, at: int, column: int, value: Cell) -> Any:
    """A cell with its value, whose texts are texts."""
    cell = sheet.cell(at, column)
    if isinstance(value, str):
        told = writable(value, LONGEST_CELL)
        cell.value = told
        cell.data_type = "s"
        if told.startswith(FORMULA):
            cell.quotePrefix = True
    else:
        cell.value = value
        if isinstance(value, Number):
            cell.number_format = value.form
    return cell


def _wide(value: Cell) -> int:
    """Characters that a cell takes, a Chinese one two of them."""
    told = (
        f"{value.before}{float(value):z.{value.digits}f}{value.after}" if isinstance(value, Number) else value
    )
    return sum(2 if ord(one) > 0x2E7F else 1 for one in str(told or ""))


def _room(column: Sequence[Cell], most: int) -> int:
    """The characters that a column has: texts are broken at ``most``, no number is."""
    whole = (_wide(one) for one in column if not isinstance(one, str))
    return max(min(max(map(_wide, column)) + 2, most), max(whole, default=0) + 2)


def _widen(sheet: Worksheet, lines: Sequence[Sequence[Cell]], most: int) -> list[int]:
    """Columns as wide as their widest cell, texts at ``most`` so many characters; their widths."""
    widths = [_room(column, most) for column in zip(*lines, strict=True)]
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return widths


def _lay(sheet: Worksheet, held: Printed) -> None:
    """The sheet as it is printed: A4 across, as many pages beside one another as its groups of columns need."""
    count = len(held.heads[0])
    names = [(*line[: held.names], *([None] * (count - held.names))) for line in held.heads]
    lines = [*names, *held.rows, (_BROAD,) * count]
    tried = (_widen(sheet, lines, most) for most in _NARROW)
    widths = next((one for one in tried if _fit(one)), None) or _widen(sheet, lines, _NARROW[0])
    first = len(held.above) + 1
    for at, words in enumerate(held.above, start=1):
        _tell(sheet, at, words, widths)
        sheet.cell(at, 1).font = _TITLE if at == 1 else Font()
    for at, line in enumerate(held.heads, start=first):
        for column, value in enumerate(line, start=1):
            cell = _put(sheet, at, column, value)
            cell.font, cell.alignment, cell.border = _BOLD, _HEADED, _RULED
        tall, starts = 1, [column for column, value in enumerate(line, start=1) if value is not None]
        for low, high in pairwise([*starts, count + 1]):
            room = sum(widths[low - 1 : high - 1])
            tall = max(tall, _lines(line[low - 1], room))
            if high - low > 1:
                sheet.merge_cells(start_row=at, end_row=at, start_column=low, end_column=high - 1)
        sheet.row_dimensions[at].height = _LINE * tall
    for at, line in enumerate(held.rows, start=first + len(held.heads)):
        for column, value in enumerate(line, start=1):
            cell = _put(sheet, at, column, value)
            cell.alignment, cell.border = _WRAPPED, _RULED
        sheet.row_dimensions[at].height = _LINE * max(map(_lines, line, widths))
    for at, words in enumerate(held.below, start=first + len(held.heads) + len(held.rows) + 1):
        _tell(sheet, at, words, widths)
    last = first + len(held.heads) - 1
    sheet.freeze_panes = sheet.cell(last + 1, held.names + 1)
    sheet.print_title_rows = f"{first}:{last}"
    sheet.print_title_cols = f"A:{get_column_letter(held.names)}"
    if not _paper(sheet, widths):
        _breaks(sheet, widths, held)


def _lines(value: Cell, width: float) -> int:
    """The lines on which a text stands in so many characters."""
    return Room((width - 1) / 2, elsewhere=True).count(value) if isinstance(value, str) else 1


def _tell(sheet: Worksheet, at: int, words: str, widths: Sequence[int]) -> None:
    """A paragraph over the columns of the first page, as high as it needs."""
    reach = len(widths) if _fit(widths) else _reaching(widths)
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=reach)
    _put(sheet, at, 1, words).alignment = _WRAPPED
    larger = _LARGER if at == 1 else 1.0
    sheet.row_dimensions[at].height = larger * _LINE * _lines(words, sum(widths[:reach]) / larger)


def _fit(widths: Sequence[int]) -> bool:
    """Whether all columns stand on one page, if in smaller print."""
    return sum(widths) <= _SHRUNK * _PAGE


def _reaching(widths: Sequence[int]) -> int:
    """The columns that a page holds."""
    return max(1, sum(end <= _PAGE for end in accumulate(widths)))


def _paper(sheet: Worksheet, widths: Sequence[int]) -> bool:
    """A4 across, on one page between left and right where all columns have room there; whether they have."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    if _fit(widths):
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    else:
        sheet.page_setup.scale = _SMALLER
    return _fit(widths)


def _breaks(sheet: Worksheet, widths: Sequence[int], held: Printed) -> None:
    """Pages break between groups of columns."""
    names, at = sum(widths[: held.names]), held.names
    used = names
    for group in held.groups:
        wide = sum(widths[at : at + group])
        if used + wide > _PAGE and used > names:
            sheet.col_breaks.append(Break(id=at))
            used = names
        used, at = used + wide, at + group


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV that Excel and WPS open as UTF-8; a text that would run as a formula gets an apostrophe."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([harmless(one) for one in header])
    writer.writerows([[harmless(one) for one in line] for line in rows])
    return held.getvalue().encode("utf-8-sig")


def harmless(value: Cell) -> Cell:
    """``value`` as a spreadsheet may read it from a CSV: numbers as they are, no text as a formula, nor with characters
    behind which one hides."""
    if not isinstance(value, str):
        return value
    told = writable(value)
    return "'" + told if told.startswith(FORMULA) and not _NUMBER.match(told) else told
