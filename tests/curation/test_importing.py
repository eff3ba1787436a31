"""Workbooks as proposed rows: each layout is brought in as its key says, and what isn't certain is asked."""

from __future__ import annotations

import re

import pytest

from industry.curation.importing import worded
from industry.curation.importing.deciding import dating
from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import Key
from industry.curation.sheets import books
from industry.export.workbook import comma_separated
from industry.tables import agreement
from industry.tables.tables import Tables
from industry.text.claims.grids.labels import Label
from industry.vocabulary import fields
from tests.curation.layouts import LAYOUTS, Layout


def lines(text: str) -> list[str]:
    return sorted(" ".join(one.split()) for one in text.strip().splitlines() if one.strip())


def brought(one: Layout, tables: Tables, given: dict[Key, str] | None = None) -> Imported:
    book = books.read(one.file, one.data)
    return imported(book, tables, given or {}, tables.catalogue.sources[one.source], one.region)


def sure(found: Imported) -> list[str]:
    told = []
    for one in found.rows:
        if not one.doubted:
            cells = one.cells
            told.append(
                f"{one.region} {cells['indicator']} {cells['period']} {cells['value']} "
                f"{cells.get('edition') or '-'} {cells['as_printed']}"
            )
    return sorted(told)


@pytest.mark.parametrize("one", LAYOUTS, ids=lambda one: one.name)
def test_a_layout_is_brought_in_or_asked_about(one: Layout, tables: Tables) -> None:
    found = brought(one, tables)
    assert sure(found) == lines(one.sure)
    asked = [f"{each.key.what} {each.guess or '-'} {each.figures}" for each in found.questions]
    assert sorted(asked) == lines(one.asked)
    left = [f"{each.name} {each.figures}" for each in found.left_out]
    assert sorted(left) == lines(one.left)


@pytest.mark.parametrize("one", LAYOUTS, ids=lambda one: one.name)
def test_no_row_with_an_open_question_is_accepted_and_each_says_where_it_stands(
    one: Layout, tables: Tables
) -> None:
    for row in brought(one, tables).rows:
        assert row.told["passage"]
        if row.doubted:
            assert not row.accepted and not row.replaces
            continue
        cells = row.cells
        indicator = tables.catalogue.indicators[cells["indicator"]]
        told = [cells.get(name, "") for name in ("value", "value_to", "qualifier", "as_printed", "by_hand")]
        assert not list(agreement.check("", 0, indicator, *told))


def growth(tables: Tables) -> dict[str, str]:
    rows = map(tables.cells, (one.id for one in tables.rows("value_added_growth", "hebei")))
    return next(one for one in rows if one["as_printed"] == f"{one['value']}%" and "/" in one["period"])


def own_form(tables: Tables, *changes: dict[str, str]) -> Imported:
    """A row of a region in the house's own form, a line for each of these changes, without its id."""
    names = ("region", *fields.COLUMN)
    cells = {"region": "hebei"} | growth(tables)
    lines_of = [[(cells | one).get(name, "") for name in names] for one in changes]
    return imported(books.read("x.csv", comma_separated(names, lines_of)), tables, {}, None)


def test_rows_are_counted_by_what_becomes_of_them(tables: Tables) -> None:
    cells = growth(tables)
    other = str(float(cells["value"]) + 1)
    told = {"value": other, "as_printed": f"{other}%"}
    found = own_form(tables, {}, {}, {"period": "2018"} | told, {"period": "2017"} | told | {"value": "99"})
    assert worded.counted(found.rows, "zh") == (
        "1条是新数据，没有疑问，已标 accept；1条待核；1条在本表中重复；1条本库已有，内容相同"
    )
    assert worded.counted(own_form(tables, told).rows, "zh") == "1条与本库已有的不同，须逐条核对"
    both = [*found.rows, *own_form(tables, told).rows]
    counts = [int(one) for one in re.findall(r"(\d+)条", worded.counted(both, "zh"))]
    assert sum(counts) == len(both)


def test_a_doubted_row_takes_no_row_s_place(tables: Tables) -> None:
    cells = growth(tables)
    (sure_one,) = own_form(tables, {"value": "99.5", "as_printed": "99.5%"}).rows
    (doubted,) = own_form(tables, {"value": "99.5"}).rows
    assert sure_one.replaces and not sure_one.accepted and f"value={cells['value']}" in sure_one.told["was"]
    assert doubted.doubted == ("value",) and not doubted.replaces and not doubted.accepted


def test_a_column_that_is_headed_cumulated_and_alone_at_once_is_asked_about() -> None:
    month = Label("2021年10月", when=("2021年10月",))
    title = Label("")
    for shift in ("since", "alone"):
        assert not dating.of([month, Label("", shift=shift)], title, None, True).open
    both = [month, Label("", shift="since"), Label("", shift="alone")]
    assert dating.of(both, title, None, True).open == "period"
