"""Workbooks that people fill in: sheets of text alone, with frozen heads and lists to choose from. What stands in them is
decided elsewhere; workbooks that are only read belong in ``workbook``."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from industry.export.names import sheet_name
from industry.export.office.saving import made_of, saved
from industry.export.workbook import FORMULA
from industry.export.xml_text import writable

_TEXT = "@"
_LINE_HEIGHT = 15
_ROOM = 3000
"""Empty lines below the rows whose cells have their lists too."""
_FACE = "微软雅黑"
_INK, _QUIET, _DARK, _PALE, _LINE = "101A21", "5B6770", "0B6E74", "F1F5F6", "D3DBDF"
_EDGE = Border(bottom=Side(style="thin", color=_LINE), right=Side(style="hair", color=_LINE))
_BEHIND = re.compile(rb"(?=<(?:drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>)")


@dataclass(frozen=True, slots=True)
class Choices:
    """The list of a column's cells: the sheet and column (from 0) in which it stands below one line of heads, and its length.
    ``closed``: nothing else is taken; else it is only warned of. ``title``, ``prompt``: what an entry that isn't there is told."""

    sheet: str
    column: int
    count: int
    closed: bool
    title: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its rows, the first ``heads`` of which are heads, the last of those naming the columns; ``above`` them lines that
    run over the whole width, the first being the title. The first ``fixed`` columns stay when it is scrolled. ``choices`` by
    the names of columns, ``quiet`` the columns that nobody is to fill in, ``hidden`` those that nobody is to see."""

    name: str
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    heads: int = 1
    fixed: int = 1
    above: Sequence[Sequence[str]] = ()
    choices: Mapping[str, Choices] = field(default_factory=dict)
    quiet: Sequence[str] = ()
    hidden: Sequence[str] = ()


def workbook(pages: Sequence[Page], version: str) -> bytes:
    """An XLSX of these sheets, the first of them open; ``version`` of the data among its properties."""
    book = Workbook()
    book.remove(book.active)
    made_of(book, version)
    for style in _styles():
        book.add_named_style(style)
    for page in pages:
        _fill(book.create_sheet(sheet_name(page.name, book.sheetnames)), page)
    return _unwarned(saved(book))


def _styles() -> Iterator[NamedStyle]:
    """The looks of cells, every one of them text: rows and the column nobody fills in, first and further heads, the title and
    lines above."""

    def style(
        name: str, font: Font, fill: str = "", edge: bool = True, wrap: bool = True, middle: bool = True
    ) -> NamedStyle:
        font.name = _FACE
        made = NamedStyle(name, font, number_format=_TEXT)
        made.alignment = Alignment(vertical="center" if middle else "top", wrap_text=wrap)
        if fill:
            made.fill = PatternFill("solid", fgColor=fill)
        if edge:
            made.border = _EDGE
        return made

    yield style("row", Font(size=10, color=_INK), middle=False)
    yield style("quiet", Font(size=10, color=_QUIET), _PALE, wrap=False, middle=False)
    yield style("head", Font(size=10, bold=True, color="FFFFFF"), _DARK)
    yield style("second", Font(size=9, color=_QUIET), _PALE)
    yield style("title", Font(size=15, bold=True, color=_DARK), edge=False)
    yield style("told", Font(size=10, color=_INK), edge=False)


def _fill(sheet: Worksheet, page: Page) -> None:
    top = len(page.above)
    names = page.rows[page.heads - 1]
    quiet = {at for at, name in enumerate(names) if name in page.quiet}
    for column, width in enumerate(page.widths, start=1):
        held = sheet.column_dimensions[get_column_letter(column)]
        held.width, held.number_format = width, _TEXT  # rows that are yet to be filled in are text too
        held.font = Font(name=_FACE, size=10, color=_INK)
        held.alignment = Alignment(vertical="top", wrap_text=True)
    for name in page.hidden:
        sheet.column_dimensions[get_column_letter(names.index(name) + 1)].hidden = True
    for at, (text, *_) in enumerate(page.above, start=1):
        _above(sheet, at, text, sum(page.widths), len(page.widths))
    for at, line in enumerate(page.rows):
        for column, text in enumerate(line):
            style = ("row", "quiet")[column in quiet] if at >= page.heads else ("head", "second")[at > 0]
            _cell(sheet, top + at + 1, column + 1, text, style)
        wrapped = (_lines(text, page.widths[place]) for place, text in enumerate(line) if place not in quiet)
        high = _LINE_HEIGHT * (1 if 0 < at < page.heads else max(wrapped, default=1)) + (7 if at == 0 else 2)
        sheet.row_dimensions[top + at + 1].height = high
    last = top + max(len(page.rows), page.heads)
    if not page.above:
        sheet.freeze_panes = sheet.cell(page.heads + 1, page.fixed + 1)
        sheet.auto_filter.ref = f"A{page.heads}:{get_column_letter(len(names))}{last}"
    for name, choices in page.choices.items():
        _choose(sheet, get_column_letter(names.index(name) + 1), page.heads + 1, last + _ROOM, choices)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    printed = [at for at in range(len(names)) if at not in quiet]
    sheet.print_area = f"A1:{get_column_letter(printed[-1] + 1)}{last}"
    if not page.above:
        sheet.print_title_rows = f"1:{page.heads}"


def _cell(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    """A cell of text, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.style = style
    if text:
        cell.value = writable(text)
        cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True


def _above(sheet: Worksheet, at: int, text: str, width: int, columns: int) -> None:
    """A line over the whole width, as high as it needs."""
    title = at == 1
    _cell(sheet, at, 1, text, "title" if title else "told")
    sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=columns)
    sheet.row_dimensions[at].height = 30 if title else _LINE_HEIGHT * _lines(text, width) + 4


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a cell of this width, rather more than fewer."""
    room = width - 1
    wide = (sum(1.85 if ord(one) > 0x2E7F else 0.95 for one in part) for part in text.split("\n"))
    return sum(max(1, ceil(one / room)) for one in wide)


def _choose(sheet: Worksheet, letter: str, first: int, last: int, choices: Choices) -> None:
    at = get_column_letter(choices.column + 1)
    rule = DataValidation(
        type="list",
        formula1=f"'{choices.sheet}'!${at}$2:${at}${choices.count + 1}",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if choices.closed else "warning",
        errorTitle=choices.title,
        error=choices.prompt,
    )
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(rule)


def _unwarned(data: bytes) -> bytes:
    """The workbook without Excel's green corners at numbers kept as text, whose advice would make numbers of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            held = given.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                told = b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
                held = _BEHIND.sub(told, held, count=1)
            made.writestr(part, held)
    return out.getvalue()
