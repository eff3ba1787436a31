"""What a spreadsheet makes of the tables when they are opened without care and saved again: each harm is told by the check.

What is no harm: a value that loses or gains zeros at its end (7.0), since its digits are those of the print. One thing can't be
told from the table alone: a print that is a bare number does so together with its value (105.0 becomes 105); it is told as a
changed number when tables are compared.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from industry import project
from industry.curation.sheets import books
from industry.tables.store import contents
from tests.conftest import LIVE
from tests.curation import soffice, workbooks

Files = Mapping[str, bytes]
Rows = list[list[str]]


@pytest.fixture(scope="module")
def files() -> Files:
    return contents(LIVE)


def observations(files: Files) -> list[str]:
    return [name for name in files if name.startswith("data/observations/")]


def rows(data: bytes) -> Rows:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def untold(files: Files, changed: Files) -> list[tuple[str, int, str, str, str]]:
    """Cells that are changed, by more than zeros at the end of a bare number, on lines of which the check says nothing."""
    _, faults = project.read(changed)
    told = {(one.file, one.line) for one in faults} | {(one.file, None) for one in faults if one.line is None}
    found = []
    for name in observations(files):
        head, *before = rows(files[name])
        after = rows(changed[name])[1:]
        assert len(before) == len(after), name
        for line, (old, new) in enumerate(zip(before, after, strict=True), start=2):
            for column, one, other in zip(head, old, new, strict=False):
                zeros = column in ("value", "value_to", "as_printed")
                same = zeros and number(one) is not None and number(one) == number(other)
                if one != other and not same and not {(name, line), (name, None)} & told:
                    found.append((name, line, column, one, other))
    return found


HARMS: Mapping[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "2020-12 becomes Dec-20": (r"(\d\d)(\d\d)-(\d\d)", lambda one: f"{['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][int(one[3]) - 1]}-{one[2]}"),
    "2020-12 becomes 2020/12/1": (r"(\d{4})-0?(\d\d?)", lambda one: f"{one[1]}/{one[2]}/1"),
    "2020-12 becomes 2020年12月": (r"(\d{4})-0?(\d\d?)", lambda one: f"{one[1]}年{one[2]}月"),
    "2020-12 becomes 44166": (r"(\d{4})-(\d\d)", lambda one: str((int(one[1]) - 1900) * 365 + 25 + int(one[2]) * 30)),
    "18.5% becomes 0.185": (r"(\d+(?:\.\d+)?)%", lambda one: f"{Decimal(one[1]) / 100}"),
    "18.5% becomes 18.50%": (r"(\d+\.\d|\d+)%", lambda one: f"{Decimal(one[1]):.2f}%"),
    "5-10 becomes a day": (r"(\d\d?)-(\d\d?)", lambda one: f"{one[1]}月{one[2]}日"),
    "many digits become a power of ten": (r"(\d)\d{6,}", lambda one: f"{one[1]}.00E+{len(one[0]) - 1:02d}"),
    "thousands are set apart": (r"(\d+)(\d{3})", lambda one: f"{one[1]},{one[2]}"),
    "a year becomes a number with decimals": (r"(\d{4})", lambda one: f"{one[1]}.00"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_what_excel_makes_of_cells_is_told(files: Files, harm: str) -> None:
    """Whole cells are changed, in every column but the notes."""
    pattern, made = HARMS[harm]
    changed = dict(files)
    for name in observations(files):
        head, *held = rows(files[name])
        open_to = [not column.startswith("note") and column != "paragraph" for column in head]
        other = [[re.sub(rf"\A{pattern}\Z", made, cell) if may else cell for may, cell in zip(open_to, row, strict=True)] for row in held]  # fmt: skip
        changed[name] = workbooks.separated([head, *other])
    assert not untold(files, changed)


@soffice.needed
@pytest.mark.parametrize("dates", [False, True])
def test_what_libreoffice_makes_of_a_table_is_no_harm_or_told(files: Files, dates: bool, tmp_path: Path) -> None:  # fmt: skip
    """CSV → xlsx → CSV; and the workbook between is read as LibreOffice shows it, cell by cell."""
    given = []
    for name in observations(files):
        given.append(tmp_path / Path(name).name)
        given[-1].write_bytes(files[name])
    workbooks_made = soffice.converted(given, "xlsx", tmp_path / "xlsx", soffice.guessing(dates))
    tables_made = soffice.converted(workbooks_made, soffice.AS_SHOWN, tmp_path / "csv")
    changed = dict(files)
    for name, book, table in zip(observations(files), workbooks_made, tables_made, strict=True):
        changed[name] = table.read_bytes()
        (sheet,) = books.read(book.name, book.read_bytes()).sheets
        theirs = [[cell if cell.strip() else "" for cell in row] for row in rows(changed[name])]
        ours = [[cell.text for cell in row] for row in sheet.rows]
        assert [row[: len(ours[0])] for row in theirs] == ours
        (plain,) = books.read(name, files[name]).sheets
        assert [[cell.text for cell in row] for row in plain.rows] == [row[: len(plain.rows[0])] for row in rows(files[name])]  # fmt: skip
    assert not untold(files, changed)
