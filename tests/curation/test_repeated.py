"""A figure that a book has several times, and what the tables hold already: which row may be accepted, and what the others say of it."""

from __future__ import annotations

import pytest

from industry.curation.importing.importer import imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import xlsx

HEAD = ["地区", "规模以上工业增加值增速（%）"]
Row = tuple[bool, str, str]


def told(tables: Tables, *rows: list[str], title: str = "2021年1-11月主要指标") -> list[Row]:
    """Of each proposed row whether it is accepted, what of it is doubted and what it says of others."""
    book = books.read("表.xlsx", xlsx({"Sheet1": [[title], HEAD, *rows]}))
    found = imported(book, tables, {}, tables.catalogue.sources["nbs_2022_01_27"])
    return [(one.accepted, " ".join(one.doubted), one.told.get("held", "")) for one in found.rows]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["5.1"], [(True, "", "")]),
        (["5.1", "5.1"], [(True, "", ""), (False, "", "line 2")]),
        (["5.1", "5.1", "5.1"], [(True, "", ""), (False, "", "line 2"), (False, "", "line 2")]),
        (
            ["5.1", "5.2"],
            [(False, "value", "differs: line 3 (value)"), (False, "value", "differs: line 2 (value)")],
        ),
        (
            ["5.1", "5.1", "5.2"],
            [
                (False, "value", "differs: line 4 (value)"),
                (False, "value", "differs: line 4 (value)"),
                (False, "value", "differs: line 2 (value)"),
            ],
        ),
        (
            ["5.1", "5.2", "5.3"],
            [
                (False, "value", "differs: line 3 (value)"),
                (False, "value", "differs: line 2 (value)"),
                (False, "value", "differs: line 2 (value)"),
            ],
        ),
    ],
)
def test_of_several_the_first_stands_where_all_say_the_same(
    values: list[str], expected: list[Row], tables: Tables
) -> None:
    assert told(tables, *(["河北", value] for value in values)) == expected


def test_rows_of_other_places_have_nothing_to_do_with_one_another(tables: Tables) -> None:
    assert told(tables, ["河北", "5.1"], ["陕西", "5.1"], ["河北", "5.1"]) == [
        (True, "", ""),
        (True, "", ""),
        (False, "", "line 2"),
    ]


def test_rows_of_which_the_place_is_not_known_repeat_nothing(tables: Tables) -> None:
    found = told(tables, ["河北", "5.1"], ["河北", "5.2"], title="主要指标")
    assert all(doubted and not accepted and not held for accepted, doubted, held in found)
