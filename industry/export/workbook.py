"""Workbooks: tables of texts and numbers that no cell of which can run as a formula.

What stands in a table is decided elsewhere.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from industry.export.kept import PROPERTY
from industry.export.xml_text import writable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_SHEET = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_WIDEST = 60
LONGEST_CELL = 32767
"""Characters that Excel takes in a cell."""


class Number(float):
    """A number that a workbook shows with so many ``digits`` behind the point, and keeps as it is."""

    digits: int

    def __new__(cls, value: float, digits: int) -> Self:
        made = super().__new__(cls, value)
        made.digits = digits
        return made

    @property
    def form(self) -> str:
        return f"0.{'0' * self.digits}" if self.digits else "0"


Cell = str | float | int | None
Sheet = tuple[Sequence[str], Sequence[Sequence[Cell]]]


def workbook(sheets: Mapping[str, Sheet], version: str = "") -> bytes:
    """An XLSX of ``sheets`` (name → header, rows), frozen header, columns as wide as they need; ``version`` of the data
    among its properties.

    Numbers are numbers; every text is written as text, whatever it begins with.
    """
    book = Workbook()
    book.remove(book.active)
    if version:
        book.custom_doc_props.append(StringProperty(name=PROPERTY, value=version))
    for name, (header, rows) in sheets.items():
        _fill(book.create_sheet(sheet_name(name, book.sheetnames)), header, rows)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def sheet_name(name: str, taken: Iterable[str] = ()) -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\, not taken yet."""
    words = _SHEET.sub("", writable(name)).strip()[:31] or "sheet"
    used = {one.lower() for one in taken}
    number, unique = 2, words
    while unique.lower() in used:
        tail = f" {number}"
        unique, number = words[: 31 - len(tail)] + tail, number + 1
    return unique


def _fill(sheet: Worksheet, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    for at, line in enumerate([header, *rows], start=1):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(at, column)
            if isinstance(value, str):
                cell.value = writable(value, LONGEST_CELL)
                cell.data_type = "s"
                if value.startswith(FORMULA):
                    cell.quotePrefix = True
            else:
                cell.value = value
                if isinstance(value, Number):
                    cell.number_format = value.form
            cell.alignment = Alignment(
                vertical="top", wrap_text=isinstance(value, str) and len(value) > _WIDEST
            )
            if at == 1:
                cell.font = Font(bold=True)
    for column, words in enumerate(header, start=1):
        texts = [words, *(str(line[column - 1] or "") for line in rows)]
        width = max(sum(2 if ord(one) > 0x2E7F else 1 for one in text) for text in texts)
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, _WIDEST)
    sheet.freeze_panes = "A2"


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV that Excel and WPS open as UTF-8; a text that would run as a formula gets an apostrophe."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([harmless(one) for one in header])
    writer.writerows([[harmless(one) for one in line] for line in rows])
    return held.getvalue().encode("utf-8-sig")


def harmless(value: Cell) -> Cell:
    """``value`` as a spreadsheet may read it from a CSV: numbers as they are, no text as a formula."""
    if isinstance(value, str) and value.startswith(FORMULA) and not _NUMBER.match(value):
        return "'" + value
    return value
