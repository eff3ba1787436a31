"""Units that a table prints in a row or a column of their own, in its corner, over a group of rows: each figure takes the nearest, and
where two that are as near differ, or the lines over the table say another in which nothing is, that is asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import separated, xlsx

PROFIT, REVENUE, GROWTH = (
    "规模以上工业企业利润总额",
    "规模以上工业企业营业收入",
    "规模以上工业增加值增速",
)
HEAD = ["地区", PROFIT, REVENUE, GROWTH]
LINE = ["河北", "700", "9000000", "5.5"]
RIGHT = ["profit 700", "revenue 900", "value_added_growth 5.5"]


def brought(tables: Tables, rows: Sequence[Sequence[str]], form: str = "csv", merged: str = "") -> Imported:
    even = [[*row, *[""] * (max(map(len, rows)) - len(row))] for row in rows]
    data = (
        separated(even) if form == "csv" else xlsx({"Sheet1": even}, {"Sheet1": [merged] if merged else []})
    )
    return imported(books.read(f"a.{form}", data), tables, {}, tables.catalogue.sources["nbs_2022_01_27"])


def sure(found: Imported) -> list[str]:
    return sorted(f"{one.cells['indicator']} {one.cells['value']}" for one in found.rows if not one.doubted)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("title", ["2021年1-11月主要指标", "2021年1-11月主要指标（亿元）"])
@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["", "亿元", "万元", "%"], LINE],
        [HEAD, ["单位", "亿元", "万元", "%"], LINE],
        [HEAD, ["计量单位：", "亿元", "万元", "%"], LINE],
        [HEAD, ["", "（亿元）", "(万元)", "（%）"], LINE],
        [["", "亿元", "万元", "%"], HEAD, LINE],
        [["地区", PROFIT, REVENUE, "规模以上工业增加值"], ["", "亿元", "万元", "增速"], LINE],
        [["地区", f"{PROFIT} 亿元", f"{REVENUE}\n万元", GROWTH], LINE],
    ],
)
def test_a_row_of_units_is_of_its_columns(
    rows: list[list[str]], title: str, form: str, tables: Tables
) -> None:
    assert sure(brought(tables, [[title], *rows], form)) == RIGHT


@pytest.mark.parametrize("head", ["单位", "计量单位", ""])
def test_a_column_of_units_is_of_its_rows(head: str, tables: Tables) -> None:
    rows = [[PROFIT, "亿元", "700"], [REVENUE, "万元", "9000000"], [GROWTH, "%", "5.5"]]
    title = ["2021年1-11月河北省主要指标（亿元）"]
    assert sure(brought(tables, [title, ["指标", head, "数值"], *rows])) == RIGHT


def test_a_unit_that_is_merged_over_rows_is_of_each(tables: Tables) -> None:
    rows = [[PROFIT, "万元", "7000000"], [REVENUE, "", "9000000"], [GROWTH, "%", "5.5"]]
    found = brought(
        tables, [["2021年1-11月河北省主要指标"], ["指标", "单位", "数值"], *rows], "xlsx", "B3:B4"
    )
    assert sure(found) == RIGHT


@pytest.mark.parametrize("corner", ["单位：万元", "地区（万元）", "地区 单位：万元"])
@pytest.mark.parametrize("title", ["2021年1-11月主要指标", "2021年1-11月主要指标（亿元）"])
def test_a_unit_in_the_corner_is_of_all(corner: str, title: str, tables: Tables) -> None:
    found = brought(tables, [[title], [corner, *HEAD[1:]], ["河北", "7000000", "9000000", "5.5"]])
    assert sure(found) == RIGHT


@pytest.mark.parametrize("line", [["一、效益（万元）"], ["单位：万元"], ["（万元）"]])
def test_a_unit_between_rows_is_of_those_below(line: list[str], tables: Tables) -> None:
    rows = [["指标", "数值"], [GROWTH, "5.5"], [REVENUE, "900"], line, [PROFIT, "7000000"]]
    assert sure(brought(tables, [["2021年1-11月河北省主要指标（亿元）"], *rows])) == RIGHT


@pytest.mark.parametrize(
    "rows",
    [
        [["2021年1-11月", "单位：", "万元"], ["地区", PROFIT], ["河北", "7000000"]],
        [["2021年1-11月"], ["", "单位", "万元"], ["地区", PROFIT], ["河北", "7000000"]],
        [["2021年1-11月"], ["地区", PROFIT], ["单位", "万元"], ["河北", "7000000"]],
        [["2021年1-11月（亿元）"], ["地区", PROFIT], ["", "万元"], ["河北", "7000000"], ["江苏", "1"]],
    ],
)
def test_a_unit_beside_its_word_or_over_one_column(rows: list[list[str]], tables: Tables) -> None:
    found = brought(tables, rows)
    if "亿元" in rows[0][0]:  # in which nothing is
        assert not sure(found) and [one.guess for one in found.questions] == ["万元"]
    else:
        assert sure(found) == ["profit 700"]


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ([["地区", f"{PROFIT}（亿元）", REVENUE, GROWTH], ["", "万元", "万元", "%"], LINE], 1),
        ([HEAD, ["", "千万元", "千万元", "%"], LINE], 2),
        ([["地区", REVENUE, PROFIT, GROWTH], ["", "万元", "", "%"], LINE], 1),
        ([["地区", f"{PROFIT}【万元】", f"{REVENUE}万元的", GROWTH], LINE], 2),
    ],
)
def test_units_that_differ_are_asked(rows: list[list[str]], asked: int, tables: Tables) -> None:
    found = brought(tables, [["2021年1-11月主要指标（亿元）"], *rows])
    assert [one.key.what for one in found.questions].count("unit") == asked


def test_a_growth_in_a_unit_of_amounts_is_asked(tables: Tables) -> None:
    rows = [["地区", GROWTH, f"{PROFIT}增长"], ["", "亿元", "亿元"], ["河北", "5.5", "7"]]
    found = brought(tables, [["2021年1-11月主要指标"], *rows])
    assert not sure(found) and [one.key.what for one in found.questions] == ["indicator", "indicator"]
