"""Workbooks and tables of text for tests, made in the forms in which people have them. What a test holds against them
stands in the test."""

from __future__ import annotations

import csv
import html
import io
import struct
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

Plain = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True)
class Shown:
    """A value in the number format by which a cell shows it: ``Shown(7, "0.0")`` shows 7.0."""

    value: Plain
    format: str = "General"


Given = Plain | Shown
Rows = Sequence[Sequence[Given]]


def separated(
    rows: Rows, separator: str = ",", encoding: str = "utf-8-sig", ends: str = "\r\n", quoted: bool = False
) -> bytes:
    """A table of text; ``utf-8-sig``, ``utf-16`` bring a byte order mark, ``utf-8``, ``utf-16-le`` none."""
    held = io.StringIO(newline="")
    texts = [["" if one is None else str(_value(one)) for one in row] for row in rows]
    broken = any(
        "\n" in one or "\r" in one for row in texts for one in row
    )  # csv quotes these before \r\n alone
    quoting = csv.QUOTE_ALL if quoted or broken else csv.QUOTE_MINIMAL
    csv.writer(held, delimiter=separator, lineterminator=ends, quoting=quoting).writerows(texts)
    return held.getvalue().encode(encoding)


def xlsx(
    sheets: Mapping[str, Rows],
    merged: Mapping[str, Sequence[str]] | None = None,
    hidden: Collection[str] = (),
    hidden_rows: Mapping[str, Sequence[int]] | None = None,
    hidden_columns: Mapping[str, Sequence[str]] | None = None,
    since_1904: bool = False,
) -> bytes:
    """A workbook as Excel writes one. ``merged``: ranges (A1:D1) by sheet; ``hidden``: sheets that aren't shown; rows from
    1 and columns by letter that aren't. A text that begins with = is a formula without a stored value."""
    book = Workbook()
    book.remove(book.active)
    if since_1904:
        book.epoch = datetime(1904, 1, 1)
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for number, row in enumerate(rows, start=1):
            for column, one in enumerate(row, start=1):
                cell = sheet.cell(number, column, _value(one))
                if isinstance(one, Shown):
                    cell.number_format = one.format
        for block in (merged or {}).get(name, ()):
            sheet.merge_cells(block)
        for hides in (hidden_rows or {}).get(name, ()):
            sheet.row_dimensions[hides].hidden = True
        for letter in (hidden_columns or {}).get(name, ()):
            sheet.column_dimensions[letter].hidden = True
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def xls(sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None, **more: Any) -> bytes:
    """The same as an old workbook (Excel 97)."""
    book = xlwt.Workbook(**more)
    for name, rows in sheets.items():
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        styles = {one.format: xlwt.easyxf(num_format_str=one.format) for row in rows for one in row if isinstance(one, Shown)}  # fmt: skip
        for number, row in enumerate(rows):
            for column, one in enumerate(row):
                if isinstance(one, Shown):
                    sheet.write(number, column, one.value, styles[one.format])
                elif one is not None:
                    sheet.write(number, column, one)
        for block in (merged or {}).get(name, ()):
            left, top, right, bottom = (one - 1 for one in range_boundaries(block))
            sheet.merge(top, bottom, left, right)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def web_page(rows: Rows, title: str = "", encoding: str = "utf-8", spans: Mapping[str, str] | None = None) -> bytes:  # fmt: skip
    """A web page with one table, as systems of bureaus give it out under the name of a workbook. ``spans``: attributes
    by cell (``{"A1": 'colspan="3"'}``)."""
    body = "".join(
        "<tr>"
        + "".join(
            f"<td {(spans or {}).get(f'{get_column_letter(column)}{number}', '')}>{html.escape(str(one))}</td>"
            for column, one in enumerate(row, start=1)
            if one is not None
        )
        + "</tr>"
        for number, row in enumerate(rows, start=1)
    )
    head = f'<html><head><meta charset="{encoding}"><style>td {{ color: black }}</style></head>'
    return f"{head}<body><h3>{title}</h3><table>{body}</table></body></html>".encode(encoding)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(
    cells: str, strings: str = "", styles: str = "", parts: Mapping[str, bytes | str] | None = None
) -> bytes:
    """A workbook of one sheet 表1 written by hand: ``cells`` the XML of the sheet within ``worksheet``, ``strings`` that of
    the shared texts within ``sst``, ``styles`` that within ``styleSheet``; ``parts`` more of them, or in their place."""
    held = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATION}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{cells}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        **(parts or {}),
    }
    return zipped(held)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Parts by their names as one file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of such a file, to be changed and packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def compound(*streams: str) -> bytes:
    """A compound file (of old workbooks, of those with a password) that holds empty streams of these names."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    sectors = struct.pack("<128I", table, end, *[free] * 126)
    entries = b""
    for number, name in enumerate(("Root Entry", *streams)):
        text = name.encode("utf-16-le")
        child = 1 if number == 0 and streams else free
        after = number + 1 if 0 < number < len(streams) else free
        entries += text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, 5 if number == 0 else 2, 1, free, after, child)  # fmt: skip
        entries += bytes(36) + struct.pack("<IQ", end, 0)
    return head + sectors + entries.ljust(512, b"\0")[:512]


def columns(data: bytes) -> dict[str, list[list[Any]]]:
    """What openpyxl, read on its own, finds in a workbook: its sheets' values, row by row."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def _value(one: Given) -> Plain:
    return one.value if isinstance(one, Shown) else one
