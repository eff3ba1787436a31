"""The examples of the columns are true: the good ones pass the checks in a row that they suit, the bad ones never do."""

from __future__ import annotations

import csv
import io

import pytest

from industry import project
from industry.tables.store import contents
from industry.vocabulary import fields
from tests.conftest import WORLD

TABLE = "data/observations/jiangxi.csv"
PLAIN = {
    "indicator": "value_added_growth",
    "period": "2021-01/2021-06",
    "value": "18.5",
    "status": "actual",
    "source": "jiangxi_2021_07",
    "paragraph": "8",
    "as_printed": "18.5%",
}
"""A row of examples alone."""
AROUND = {
    "value_to": {"value": "5", "as_printed": "5%-10%"},
    "qualifier": {"as_printed": "超18.5%"},
    "edition": {
        "indicator": "little_giants_national",
        "period": "2021-07",
        "value": "144",
        "as_printed": "144家",
    },
    "by_hand": {"as_printed": "由降转升18.5%"},
}
"""What else stands in the row of a column's example."""
KINDS = {"number": float, "integer": int, "string": str}


def faults(cells: dict[str, str]) -> set[tuple[str, str]]:
    """Code and column of what is wrong with a table of this row alone among the frozen ones."""
    files = contents(WORLD)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(fields.COLUMN), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow(cells)
    files[TABLE] = out.getvalue().encode()
    found = [one for one in project.read(files)[1] if one.file == TABLE]
    return {(one.code, one.column) for one in found}


@pytest.mark.parametrize("name", fields.COLUMN)
def test_an_example_is_as_good_or_as_bad_as_it_says(name: str) -> None:
    column = fields.COLUMN[name]
    assert column.good != column.bad
    assert not faults(PLAIN | AROUND.get(name, {}) | {name: column.good})
    assert name in {at for _, at in faults(PLAIN | AROUND.get(name, {}) | {name: column.bad})}


def test_examples_make_a_row() -> None:
    assert {name: fields.COLUMN[name].good for name in PLAIN} == PLAIN


@pytest.mark.parametrize("column", fields.COLUMNS, ids=lambda one: one.name)
def test_a_column_is_told_in_both_languages(column: fields.Column) -> None:
    assert all((column.head_zh, column.head_en, column.zh.endswith("。"), column.en.endswith(".")))
    assert KINDS[column.kind](column.good)
    assert all(one in told for one in column.allowed for told in (column.zh, column.en))
