"""Priorities by themes and documents, and what a word is found in, for all regions side by side."""

from __future__ import annotations

import pytest

from industry.export.pages.priorities import by_word, dated, of_region, priorities
from industry.tables.tables import Tables
from tests.conftest import world

REGIONS = world().catalogue.config.regions


def test_every_priority_stands_once_documents_in_order_of_date(tables: Tables) -> None:
    found = priorities(tables, "zh")
    assert found.count == len(tables.catalogue.priorities)
    texts = [item.text for _, cells in found.grid for cell in cells for item in cell]
    assert sorted(texts) == sorted(one.text.zh for one in tables.catalogue.priorities)
    days = [source.published for source, _ in found.documents]
    assert days == sorted(days) and len(days) == len({one.source for one in tables.catalogue.priorities})
    for theme, cells in found.grid:
        for (source, head), cell in zip(found.documents, cells, strict=True):
            for item in cell:
                assert (item.theme, item.document) == (theme, head)
                assert any(
                    (one.source, one.paragraph, one.text.zh) == (source.id, item.paragraph, item.text)
                    for one in tables.catalogue.priorities
                )


def test_theme_kind_and_words_narrow_it(tables: Tables) -> None:
    themes = tables.catalogue.config.themes
    for theme in themes:
        for kind in ("aim", "assessment", "done"):
            held = [one for one in tables.catalogue.priorities if (one.theme, one.kind) == (theme, kind)]
            assert priorities(tables, "zh", theme, kind).count == len(held)
    for source in dated(tables):
        narrowed = priorities(tables, "zh", document=source.id)
        assert [one.id for one, _ in narrowed.documents] == [source.id]
        assert narrowed.count == sum(one.source == source.id for one in tables.catalogue.priorities)
    (grid,) = priorities(tables, "zh", "digital").grid
    assert grid[0] == themes["digital"].zh
    found = priorities(tables, "zh", text="园区")
    assert 0 < found.count < len(tables.catalogue.priorities)


@pytest.mark.parametrize(("word", "language"), [("数字经济", "zh"), ("digital economy", "en")])
def test_a_word_shows_numbers_and_priorities_of_all_regions(tables: Tables, word: str, language: str) -> None:
    found = by_word(tables, word, REGIONS, "2021", language)
    assert found.regions == tuple(tables.catalogue.regions[id].name(language) for id in REGIONS)
    assert found.lines and all(len(one.cells) == len(REGIONS) for one in found.lines)
    for line in found.lines:
        assert any(said.rows for said, _ in line.cells)
        for id, (said, _) in zip(REGIONS, line.cells, strict=True):
            for row in said.rows:
                assert row.region.id == id and (row.period is None or row.period.year <= 2021)
            assert said.rows or said == ("未收录" if language == "zh" else "not in our data")
    names = {line.name for line in found.lines}
    topic = [one for one in tables.catalogue.indicators.values() if one.topic == "digital"]
    shown = {one.name(language) for one in topic}
    assert shown & names and all(len(items) for items in found.items)
    theme = tables.catalogue.config.themes["digital"](language)
    assert any(item.theme == theme for items in found.items for item in items)


def test_a_word_that_nothing_has_is_found_nowhere(tables: Tables) -> None:
    found = by_word(tables, "绝无此词", REGIONS, None, "zh")
    assert not found.lines and not any(found.items)


def test_a_region_has_the_aims_of_its_own_documents(tables: Tables) -> None:
    for id in REGIONS:
        held = of_region(tables, id, "zh")
        sources = [one.id for one in dated(tables) if one.region == id]
        aims = [one for one in tables.catalogue.priorities if one.kind == "aim" and one.source in sources]
        assert sum(map(len, held.values())) == len(aims)
