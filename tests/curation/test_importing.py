"""Workbooks as proposed rows: each layout is brought in as its key says, and what isn't certain is asked."""

from __future__ import annotations

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import Key
from industry.curation.sheets import books
from industry.tables import agreement
from industry.tables.tables import Tables
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
