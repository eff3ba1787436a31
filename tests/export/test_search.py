"""One search: what is typed finds numbers as printed and as values, names in both languages, every word needed."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from industry.export import listing, search
from industry.tables.tables import Tables


def kinds(tables: Tables, text: str, language: str = "zh") -> dict[str, search.Group]:
    return {one.kind: one for one in search.search(tables, text, language)}


def rows(tables: Tables, text: str) -> set[str]:
    """Prints of the rows found, or the values of those that are derived."""
    found = search.rows(tables, text) or frozenset()
    return {one.as_printed or str(one.value) for one in listing.every(tables) if one.id in found}


def test_a_number_is_found_as_it_is_printed_and_as_a_value(tables: Tables) -> None:
    for asked in ("65.7", "65.7%", "６５．７", " 65.7％ "):
        assert any("65.7%" in one for one in rows(tables, asked)), asked
    assert any(one.startswith("1.4万") for one in rows(tables, "1.4万"))
    assert any(one.startswith("1.4万") for one in rows(tables, "14000"))
    assert rows(tables, "14,000") == rows(tables, "14000")
    assert any(one.endswith("2.27%") for one in rows(tables, "-2.27"))
    assert rows(tables, "−2.27") == rows(tables, "-2.27") <= rows(tables, "2.27")


def test_a_number_isn_t_found_inside_another(tables: Tables) -> None:
    assert not any("65.7" in one for one in rows(tables, "5.7"))


def test_a_number_that_is_still_typed_finds_those_that_begin_so(tables: Tables) -> None:
    assert rows(tables, "65.") >= rows(tables, "65.7")
    first = kinds(tables, "18.5")["numbers"].hits[0]
    assert first.text == "18.5%"


def test_numbers_stand_first_where_one_is_asked_for(tables: Tables) -> None:
    assert next(iter(kinds(tables, "18.5"))) == "numbers"
    assert next(iter(kinds(tables, "小巨人"))) == "indicators"
    assert list(kinds(tables, "小巨人"))[-1] == "numbers"


def test_all_words_are_needed_and_stand_anywhere(tables: Tables) -> None:
    both = search.rows(tables, "江西 利润") or frozenset()
    assert both and both == search.rows(tables, "利润 江西")
    assert both < (search.rows(tables, "利润") or frozenset())
    assert both == search.rows(tables, "江西利润"), "a region's name needs no space"
    assert search.rows(tables, "江西65.7") == search.rows(tables, "江西 65.7")
    assert all("江西" in one.more for one in kinds(tables, "江西 利润")["numbers"].hits)


def test_both_languages_and_any_case(tables: Tables) -> None:
    assert search.rows(tables, "JIANGXI Profit") == search.rows(tables, "jiangxi profit")
    assert kinds(tables, "value added", "en")["indicators"].hits
    assert kinds(tables, "value added", "zh")["indicators"].hits
    assert search.rows(tables, "2021年1-6月 江西") == search.rows(tables, "2021年1—6月　江西")


def test_a_time_is_the_period_and_nothing_else(tables: Tables) -> None:
    by_id = {one.id: one for one in listing.every(tables)}

    def periods(asked: str) -> set[str]:
        return {str(by_id[id].period) for id in search.rows(tables, asked) or ()}

    assert periods("上半年") and all(one.endswith("-06") and "-01/" in one for one in periods("上半年"))
    assert periods("江西上半年增速") == periods("江西 上半年 增速") == periods("增速h1江西") != set()
    for asked in ("2020 江西", "江西2020年", "2020年利润"):
        found = periods(asked)
        assert found and all("2020" in one for one in found), (asked, found)
    assert periods("前三季度") == {
        one for one in periods("前三季度") if one.endswith("-09") and "-01/" in one
    }
    assert "三季度" in search.index(tables).asked("三季度") and "前三季度" in search.index(tables).asked(
        "江西前三季度"
    )


def test_simplified_and_traditional_characters_are_one(tables: Tables) -> None:
    for simplified, traditional in (
        ("利润", "利潤"), ("工业增加值", "工業增加值"), ("陕西", "陝西"), ("专精特新", "專精特新"), ("数字化", "數字化"),
    ):  # fmt: skip
        found = kinds(tables, simplified)
        assert found and found == kinds(tables, traditional), simplified


def test_a_region_is_found_by_any_of_its_names(tables: Tables) -> None:
    assert search.rows(tables, "河北省利润") == search.rows(tables, "河北利润") != frozenset()
    for asked in ("jian", "Ji'an", "Ji’an", "吉安市"):
        assert "jian" in {one.id for one in kinds(tables, asked)["regions"].hits}, asked


def test_every_kind_is_found(tables: Tables) -> None:
    assert kinds(tables, "hebei", "en")["regions"].hits[0].id == "hebei"
    hit = kinds(tables, "小巨人")["priorities"].hits[0]
    assert hit.of is not None and set(hit.of) == {"theme", "document"}
    assert kinds(tables, "规模以上工业增加值增速")["indicators"].hits[0].id == "value_added_growth"
    ids = {one.id for one in listing.every(tables)}
    assert {one.id for one in kinds(tables, "利润")["numbers"].hits} <= ids


@pytest.mark.parametrize("nothing", ["", "   ", "，。", "zzqqxx"])
def test_nothing_is_found(tables: Tables, nothing: str) -> None:
    assert search.search(tables, nothing, "zh") == ()


@pytest.mark.parametrize(
    "odd", ["-", "+", ".", "%", "(", "\\", "[a", "9" * 500, "1—", "５％～", "\x00", "a" * 3000]
)
def test_whatever_is_typed_is_only_looked_for(tables: Tables, odd: str) -> None:
    search.search(tables, odd, "zh")


def test_few_hits_are_told_and_all_are_counted(tables: Tables) -> None:
    group = kinds(tables, "江西")["numbers"]
    assert len(group.hits) == search.MOST < group.count == len(search.rows(tables, "江西") or ())


def test_many_rows_are_searched_in_no_time(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    held = listing.every(tables)
    many = [replace(row, id=f"{row.id}#{turn}", value=row.value + turn) for turn in range(60) for row in held]
    monkeypatch.setattr(listing, "every", lambda _: many)
    search.index.cache_clear()
    try:
        search.search(tables, "x", "zh")  # makes the index
        for text in ("65.7", "江西利润", "value added", "a", "1", "2021年1—6月 江西"):
            begun = time.perf_counter()
            search.search(tables, text, "zh")
            assert time.perf_counter() - begun < 1, text  # 100,000 rows take under 0.2 s on a machine at rest
    finally:
        search.index.cache_clear()
