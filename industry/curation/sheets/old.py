"""Old workbooks (.xls of Excel 5 to 2003, and .et, which WPS writes in the same form), read by xlrd, which alone of the
kept libraries tells the number formats. What a format makes of a number is worked out in ``shown``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd import biffh

from industry.curation.sheets import shown
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.grid import Grid, Spent
from industry.curation.sheets.sheet import Block, Cell, Sheet, Told

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_OTHERS = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint", "__properties_version1.0": "Outlook"}
"""What else is a compound file, by its streams."""


class _Nowhere:
    """Where xlrd's warnings go."""

    def write(self, _: str) -> int:
        return 0

    def flush(self) -> None:
        pass


def read(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Told, ...]]:
    """Raises NoBook."""
    if _LOCKED in data:
        raise NoBook("locked")
    for stream, kind in _OTHERS.items():
        if stream.encode("utf-16-le") in data and _WORKBOOK not in data:
            raise NoBook("other_kind", kind)
    try:
        book = xlrd.open_workbook(
            file_contents=data,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=_Nowhere(),
        )
        return _sheets(book)
    except NoBook:
        raise
    except xlrd.XLRDError as error:
        raise NoBook("locked" if "encrypted" in str(error) else "broken") from error
    except Exception as error:  # a file that is damaged makes xlrd fail in any way there is
        raise NoBook("broken") from error


def _sheets(book: Any) -> tuple[tuple[Sheet, ...], tuple[Told, ...]]:
    spent, found, told = Spent(), [], list[Told]()
    for number, name in enumerate(book.sheet_names()):
        if book._sheet_visibility[number]:
            told.append(Told("hidden_sheet", (name,)))
            continue
        grid = Grid(name, spent)
        sheet = book.sheet_by_index(number)
        _fill(book, sheet, grid)
        found.append(grid.sheet())
        told += grid.told()
        book.unload_sheet(number)
    return tuple(found), tuple(told)


def _fill(book: Any, sheet: Any, grid: Grid) -> None:
    grid.hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    grid.hidden_columns = [(column, column) for column, info in sheet.colinfo_map.items() if info.hidden]
    grid.merged = [Block(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
    formats = [_format(book, one) for one in book.xf_list]
    zeros = bool(sheet.show_zero_values)
    for row in range(sheet.nrows):
        for column, (kind, value, style) in enumerate(_row(sheet, row)):
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            format = formats[style]
            if kind == xlrd.XL_CELL_TEXT:
                cell = shown.text(value, format)
            elif kind == xlrd.XL_CELL_BOOLEAN:
                cell = Cell("TRUE" if value else "FALSE")
            elif kind == xlrd.XL_CELL_ERROR:
                cell = Cell(biffh.error_text_from_code.get(value, "#ERR!"))
                grid.tell("errors", row, column, cell.text)
            else:
                cell, known = shown.number(shown.exact(value), format, bool(book.datemode), zeros)
                if not known:
                    grid.tell("unknown_format", row, column, format)
            grid.put(row, column, cell)


def _row(sheet: Any, row: int) -> Iterator[tuple[int, Any, int]]:
    return zip(sheet.row_types(row), sheet.row_values(row), sheet._cell_xf_indexes[row], strict=True)


def _format(book: Any, style: Any) -> str:
    """The format of a style: the file's own, else the one that its number stands for."""
    known = book.format_map.get(style.format_key)
    own = sys.intern(known.format_str) if known is not None and known.format_str else ""
    return own if own and own != "General" else shown.BUILT_IN.get(style.format_key, own or "General")
