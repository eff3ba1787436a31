"""What an answer is kept for: a changed meaning is asked anew in the next month; and years with which a table compares."""

from __future__ import annotations

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import AS_SAID, Key
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import separated

_HEAD = ["地区", "规模以上工业增加值增速（%）"]


def brought(tables: Tables, *rows: list[str], given: dict[Key, str] | None = None) -> Imported:
    book = books.read("表.csv", separated([list(one) for one in rows]))
    return imported(book, tables, given or {}, tables.catalogue.sources["nbs_2022_01_27"])


def said(*words: str) -> list[str]:
    return [*words, ""]


@pytest.mark.parametrize(
    ("note", "again", "asked"),
    [
        ("① 河北为1-10月数据。", "① 河北为1-10月数据。", True),
        ("① 河北为1-9月数据。", "① 河北为1-10月数据。", False),
        ("注：增速按2020年同期数计算。", "注：增速按2019年同期数计算。", True),
        ("注：不含省属企业。", "注：不含省属企业。", False),
    ],
)
def test_an_answer_about_words_holds_for_the_same_distance_alone(
    note: str, again: str, asked: bool, tables: Tables
) -> None:
    row = ["河北①" if note.startswith("①") else "河北", "5.5"]
    first = brought(tables, said("2021年1-10月主要指标"), _HEAD, row, said(note))
    given = {one.key: AS_SAID for one in first.questions}
    assert [one.key.what for one in first.questions] == ["words"]
    then = brought(tables, said("2021年1-11月主要指标"), _HEAD, row, said(again), given=given)
    assert bool(then.questions) == asked


@pytest.mark.parametrize(
    "title", ["（比2019年同期）", "（与2019年同期相比）", "（较2019年增长）", "（以2019年为基期）"]
)
def test_growth_over_two_years_is_none_over_one(title: str, tables: Tables) -> None:
    rows = said(f"2021年1-11月主要指标{title}"), _HEAD, ["河北", "5.5"]
    first = brought(tables, *rows)
    assert {one.cells["period"] for one in first.rows} == {"2021-01/2021-11"}
    given = {one.key: AS_SAID for one in first.questions}
    assert given and all(one.doubted for one in brought(tables, *rows, given=given).rows)


@pytest.mark.parametrize("title", ["2021-2020年主要指标", "2020-2021年主要指标"])
def test_no_figure_of_a_year_is_of_two(title: str, tables: Tables) -> None:
    assert all(one.doubted for one in brought(tables, said(title), _HEAD, ["河北", "5.5"]).rows)


def test_an_answer_about_a_column_holds_beside_the_same_columns_alone(tables: Tables) -> None:
    title = said("2021年1-10月主要指标")
    first = brought(tables, title, ["地区", "工业增加值"], ["河北", "5.5"])
    given = {one.key: "value_added_growth" if one.key.what == "indicator" else "%" for one in first.questions}
    same = brought(tables, title, ["地区", "工业增加值"], ["河北", "5.6"], given=given)
    beside = ["地区", "工业增加值", "增速", "利润", "增速"]
    other = brought(tables, title, beside, ["河北", "1000", "5.5", "700", "6.6"], given=given)
    assert len([one for one in same.rows if not one.doubted]) <= 1
    assert all(one.doubted for one in other.rows)


@pytest.mark.parametrize("head", ["增速", "增速（%）", "增加值"])
def test_an_answer_is_of_the_bureau_whose_table_was_asked_about(head: str, tables: Tables) -> None:
    def of(source: str, month: int, given: dict[Key, str]) -> Imported:
        rows = [said(f"2021年1-{month}月主要指标"), ["地区", head], ["河北", "5.5"]]
        book = books.read("表.csv", separated(rows))
        return imported(book, tables, given, tables.catalogue.sources[source], "hebei")

    national, other = "nbs_2022_01_27", _of_another(tables, "nbs_2022_01_27")
    asked = [one.key for one in of(national, 10, {}).questions]
    given = {one: "profit_growth" if one.what == "indicator" else "%" for one in asked}
    assert given and not of(national, 11, given).questions
    assert [one.what for one in (each.key for each in of(other, 11, given).questions)] == [
        one.what for one in asked
    ]


def _of_another(tables: Tables, id: str) -> str:
    """A source of another publisher, published later than the months that are told."""
    own = tables.catalogue.sources[id]
    others = tables.catalogue.sources.values()
    return next(
        one.id for one in others if one.publisher != own.publisher and one.date and one.date >= "2022-01"
    )


def test_a_head_that_holds_levels_in_the_next_month_is_doubted(tables: Tables) -> None:
    row = [["地区", "规模以上工业增加值增速（%）"], ["河北", "1055.5"]]
    assert all(one.doubted for one in brought(tables, said("2021年1-11月主要指标"), *row).rows)
