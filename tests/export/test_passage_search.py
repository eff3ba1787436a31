"""The search over texts. The documents are written here."""

from __future__ import annotations

from pathlib import Path

import pytest

from industry.export.texts.search import marked, passages
from industry.tables.tables import Tables
from industry.text.shelf import Shelf


@pytest.fixture
def shelf(tables: Tables, tmp_path: Path) -> Shelf:
    first, second = tables.catalogue.documents[:2]
    long = "铺垫" * 60
    (tmp_path / f"{first.document}.txt").write_text(
        f"开头。\n{long}推动数字经济发展，增长7.5%。{long}\n", "utf-8"
    )
    (tmp_path / f"{second.document}.txt").write_text("發展數字經濟。\n增长17.5%。\n", "utf-8")
    return Shelf(tmp_path)


def test_both_scripts_find_both(tables: Tables, shelf: Shelf) -> None:
    found = passages(tables, shelf, "数字经济", "zh")
    assert found == passages(tables, shelf, "數字經濟", "zh")
    first, second = tables.catalogue.documents[:2]
    assert {one.id for one in found.hits} == {f"{first.id}:2", f"{second.id}:1"} and found.count == 2


def test_a_hit_shows_what_is_around_the_word_and_where_it_stands(tables: Tables, shelf: Shelf) -> None:
    (hit,) = passages(tables, shelf, "推动", "zh").hits
    assert "推动数字经济" in hit.text and hit.text.startswith("…") and hit.text.endswith("…")
    assert hit.more == f"{tables.catalogue.documents[0].title.zh} · 第2段"
    assert "paragraph 2" in passages(tables, shelf, "推动", "en").hits[0].more


def test_a_word_may_be_of_the_document_but_not_all(tables: Tables, shelf: Shelf) -> None:
    region = tables.catalogue.regions[tables.catalogue.documents[0].region].name.zh
    assert passages(tables, shelf, f"{region} 数字经济", "zh").count >= 1
    assert passages(tables, shelf, region, "zh").count == 0
    assert passages(tables, shelf, "", "zh").count == passages(tables, shelf, "没有的词", "zh").count == 0


def test_a_new_file_is_found_at_once(tables: Tables, shelf: Shelf) -> None:
    assert passages(tables, shelf, "新来的", "zh").count == 0
    third = tables.catalogue.documents[2]
    (shelf.folder / f"{third.document}.txt").write_text("新来的一段", "utf-8")
    assert passages(tables, shelf, "新来的", "zh").count == 1
    assert passages(tables, Shelf(shelf.folder / "none"), "新来的", "zh").count == 0


def test_the_words_are_marked_in_the_paragraph_they_found(tables: Tables) -> None:
    text = "發展數字經濟，數字經濟增长７.５％"
    found = marked(tables, text, "数字经济 7.5%")
    assert "".join(one.text for one in found) == text
    assert [one.text for one in found if one.look == "found"] == ["數字經濟", "數字經濟", "７.５％"]
    for nothing in ("", "没有的词"):
        assert [(one.text, one.look) for one in marked(tables, text, nothing)] == [(text, "")]
    assert marked(tables, "", "词") == ()
