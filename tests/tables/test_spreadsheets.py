"""What Excel, WPS and LibreOffice make of a table that is opened by their defaults and saved: every cell that becomes another
thing is a fault at its place, or what the table says is just the same. Every column is tried with everything that is known."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from industry import project
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.wording import fault
from tests.tables.fault_tables import base

JIANGXI = "data/observations/jiangxi.csv"
ERRORS = (
    "#NAME?",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#N/A",
    "#NUM!",
    "#NULL!",
    "########",
    "Err:502",
    "#VALUE",
    "#名称?",
)
"""What cells show of a formula that has none of its values, or of a number for which they are too narrow."""
WORDS = ("TRUE", "FALSE", "True", "是", "Yes", "YES", "=A1", "=SUM(A1:A2)", "+5", "@x", "-附注", "-")
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})[-/](\d{1,2})", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)%", re.ASCII)
SPELLING: Mapping[str, Callable[[str], str]] = {
    "apostrophe": lambda cell: f"'{cell}",
    "formula": lambda cell: f'="{cell}"',
    "spaces": lambda cell: f" {cell} ",
    "no-break space": lambda cell: f"{cell}\u00a0",
    "full-width space": lambda cell: f"\u3000{cell}",
    "tab": lambda cell: f"{cell}\t",
    "line": lambda cell: f"{cell}\n",
    "capital": lambda cell: cell[:1].upper() + cell[1:],
    "capitals": str.upper,
    "full-width": lambda cell: cell.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}),
    "dash": lambda cell: cell.replace("-", "–"),
    "long dash": lambda cell: cell.replace("-", "—"),
    "minus": lambda cell: cell.replace("-", "−"),
}


def dates(cell: str) -> Iterator[str]:
    """A cell that is taken for a date."""
    if found := _MONTH.fullmatch(cell):
        year, month = found[1], int(found[2])
        name = f"{date(int(year), month, 1):%b}"
        yield from (
            f"{name}-{year[2:]}",
            f"{year[2:]}-{name}",
            f"{year}/{month}/1",
            f"{year}-{month:02}-01",
            f"{year}年{month}月",
        )
        yield from (
            f"{year}年{month}月1日",
            f"{month}/1/{year}",
            f"{year}/{month}/1 0:00",
            f"{year}/{month}",
            f"{year}.{month}",
        )
        yield str((date(int(year), month, 1) - date(1899, 12, 30)).days)
    elif found := _SHORT.match(cell):
        one, two = found.groups()
        yield from (
            f"{one}月{two}日",
            f"{two}-{one}",
            f"2021/{one}/{two}",
            f"2021-{int(one):02}-{int(two):02}",
            f"{one}:{two}",
        )


def numbers(cell: str) -> Iterator[str]:
    """A number in another format."""
    if _NUMBER.fullmatch(cell):
        number = float(cell)
        yield from (
            f"{number:.2E}",
            f"{number:,.2f}",
            f"({cell})",
            f"¥{cell}",
            f"${number:,.2f}",
            f"{number:.0%}",
            f"{number:.2%}",
        )
        yield from (
            f"{number:,.0f}" if number >= 1000 else f"{number:e}",
            f"{cell}元",
            f"{cell}.",
            cell.replace(".", ","),
        )
        if number == int(number) < 60000 and number > 0:
            day = date(1899, 12, 30) + timedelta(int(number))
            yield from (
                f"{day:%Y/%m/%d}",
                f"{day:%Y-%m-%d}",
                f"{day.month}月{day.day}日",
                f"{cell}:00",
                f"0{cell}",
            )
    elif found := _PERCENT.fullmatch(cell):
        number = float(found[1])
        yield from (
            f"{number / 100:g}",
            f"{number:.0f}%",
            f"{number:.2f}%",
            f"{number / 100:.2f}",
            f"{number:.2E}",
            f"({cell})",
        )


class Tried(NamedTuple):
    """A cell and what became of it: of the row on a ``line`` the cell of a ``column``."""

    line: int
    column: str
    after: str


def rows() -> list[dict[str, str]]:
    """The table with every column, in each of which some row has a cell."""
    held = list(csv.DictReader(io.StringIO(base()[JIANGXI].decode())))
    given = [{name: row.get(name, "") for name in fields.COLUMN} for row in held]
    given.append(
        given[0]
        | {
            "period": "2021-01/2021-05",
            "paragraph": "8",
            "as_printed": "升三成许",
            "value": "30",
            "by_hand": "yes",
        }
        | {"occurrence": "1"}
    )
    given.append(given[0] | {"period": "2021-01/2021-03", "value": "-7.1", "as_printed": "-7.1%"})
    given.append(given[1] | {"period": "2019-12", "value": "12345", "as_printed": "12345"})
    given.append(given[3] | {"period": "2020", "value": "1", "value_to": "2", "as_printed": "1-2次"})
    return given


def files(table: list[dict[str, str]]) -> dict[str, bytes]:
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(fields.COLUMN), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return base() | {JIANGXI: made.getvalue().encode()}


def said(tables: Tables) -> list[tuple[object, ...]]:
    """What the rows say, however it is written."""
    return [
        (
            one.indicator.id,
            one.period,
            one.value,
            one.value_to,
            one.qualifier,
            one.status,
            one.edition,
            one.inferred,
        )
        + (one.source, one.paragraph, one.occurrence, one.step, one.scale, one.note_zh, one.note_en)
        for one in tables.rows()
    ]


RIGHT = rows()


@pytest.fixture(scope="module")
def right() -> list[tuple[object, ...]]:
    found, faults = project.read(files(RIGHT))
    assert found is not None, faults
    return said(found)


def tried(column: str) -> Iterator[Tried]:
    for line, row in enumerate(RIGHT, start=2):
        cell = row[column]
        vouched = row["by_hand"] and column == "value"  # which nothing else in the row says
        if cell and not vouched:
            texts = (
                *ERRORS,
                *WORDS,
                *dates(cell),
                *numbers(cell),
                *(change(cell) for change in SPELLING.values()),
            )
            yield from (Tried(line, column, after) for after in dict.fromkeys(texts) if after != cell)


FREE = ("note_zh", "note_en")
"""Texts of our own, which may say anything that is no garbage."""
TOGETHER = ("value", "value_to", "qualifier", "as_printed", "by_hand")
"""Cells that have to say one thing: which of them is wrong nobody can know."""


FORMS: Mapping[str, Callable[[str], bytes]] = {
    "semicolons": lambda text: text.replace(",", ";").encode(),
    "tabs": lambda text: text.replace(",", "\t").encode(),
    "sep=": lambda text: f"sep=,\n{text}".encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "gb18030": lambda text: text.encode("gb18030"),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "windows": lambda text: text.replace("\n", "\r\n").encode(),
    "old mac": lambda text: text.replace("\n", "\r").encode(),
    "quoted": lambda text: written(text, quoting=csv.QUOTE_ALL),
    "no end": lambda text: text.rstrip("\n").encode(),
    "empty rows": lambda text: (text + "," * text.split("\n")[0].count(",") + "\n\n\n").encode(),
    "empty columns": lambda text: text.replace("\n", ",,,\n").encode(),
    "an empty row in between": lambda text: text.replace("\n", "\n\n", 1).encode(),
    "an empty row before": lambda text: f"\n{text}".encode(),
    "capitals": lambda text: text.replace("indicator", "Indicator", 1).encode(),
    "other order": lambda text: written(text, order=-1),
    "a column less": lambda text: written(text, first=1),
    "a column more": lambda text: text.replace("\n", ",x\n").encode(),
    "spaces": lambda text: text.replace(",", ", ").encode(),
    "a title": lambda text: f"江西,,\n{text}".encode(),
    "cut off": lambda text: text[: len(text) * 2 // 3].encode(),
}
"""What becomes of a table as a whole."""


def written(text: str, quoting: int = csv.QUOTE_MINIMAL, order: int = 1, first: int = 0) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, quoting=quoting, lineterminator="\n")  # type: ignore[call-overload]
    writer.writerows(row[first:][::order] for row in csv.reader(io.StringIO(text)))
    return made.getvalue().encode()


@pytest.mark.parametrize("form", FORMS)
def test_a_table_in_another_form_is_told_or_says_the_same(form: str, right: list[tuple[object, ...]]) -> None:
    whole = files(RIGHT)
    found, faults = project.read(whole | {JIANGXI: FORMS[form](whole[JIANGXI].decode())})
    assert (found is None) == bool(faults)
    if found is not None:
        assert said(found) == right
    else:
        assert any(one.file == JIANGXI for one in faults)
        assert all(fault(one, language) for one in faults for language in ("zh", "en"))


@pytest.mark.parametrize("column", fields.COLUMN)
def test_a_cell_that_became_another_thing_is_told_at_its_place(
    column: str, right: list[tuple[object, ...]]
) -> None:
    places = set(TOGETHER if column in TOGETHER else [column])
    silent, elsewhere, count = [], [], 0
    for one in tried(column):
        count += 1
        table = [dict(row) for row in RIGHT]
        table[one.line - 2][column] = one.after
        found, faults = project.read(files(table))
        if found is not None:
            if said(found) != right and (column not in FREE or one.after in ERRORS):
                silent.append(one)
        elif not any(each.line == one.line and each.column in places for each in faults):
            elsewhere.append((one, [(each.code, each.file, each.line, each.column) for each in faults]))
        assert all(fault(each, language) for each in faults for language in ("zh", "en"))
    assert count > 30 and not silent and not elsewhere, (silent, elsewhere)
