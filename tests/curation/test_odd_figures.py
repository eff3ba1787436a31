"""No figure of a table is lost in silence, and parts of one aren't taken for per cent."""

from __future__ import annotations

from typing import Any

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import Shown, xlsx

_HEAD = ["地区", "规模以上工业增加值增速（%）"]


def brought(tables: Tables, *rows: Any) -> Imported:
    book = books.read("表.xlsx", xlsx({"Sheet1": [["2021年1-11月主要指标"], *rows]}))
    return imported(book, tables, {}, tables.catalogue.sources["nbs_2022_01_27"])


@pytest.mark.parametrize("shown", ["(3.2)", "▲4.1", "△2.2", "↓2.2", "3.2-", "3.1?", "6.6 e", "▼6", "＞5.1"])
@pytest.mark.parametrize("first", [True, False])
def test_a_number_with_signs_is_a_row_that_is_not_sure(shown: str, first: bool, tables: Tables) -> None:
    rows = [["河北", shown], ["江西", "5.5"]]
    found = brought(tables, _HEAD, *(rows if first else rows[::-1]))
    told = {one.region: one for one in found.rows}
    assert told["hebei"].doubted and not told["hebei"].accepted
    assert told["jiangxi"].cells["value"] == "5.5" and not told["jiangxi"].doubted


def test_a_number_that_is_shown_with_a_sign_keeps_it(tables: Tables) -> None:
    (one,) = brought(tables, _HEAD, ["河北", Shown(-6.1, "0.0;▲0.0")]).rows
    assert one.cells["value"] == "-6.1" and not one.doubted


@pytest.mark.parametrize("head", ["规模以上工业增加值增速", "规模以上工业增加值同比增长"])
@pytest.mark.parametrize("numbers", [("0.051", "0.062"), ("0.05", "0.06"), ("0.5", "0.6")])
def test_parts_of_one_without_a_unit_are_asked(head: str, numbers: tuple[str, str], tables: Tables) -> None:
    rows = [["河北", numbers[0], Shown(0.073, "0.0%")], ["江西", numbers[1], Shown(0.012, "0.0%")]]
    found = brought(tables, ["地区", head, "规模以上工业企业营业收入增速"], *rows)
    sure = [one.cells["indicator"] for one in found.rows if not one.doubted]
    assert sure == ["revenue_growth", "revenue_growth"]


def test_a_sum_that_is_left_empty_is_no_note(tables: Tables) -> None:
    (one,) = brought(tables, _HEAD, ["河北", "5.5"], ["合 计", None]).rows
    assert not one.doubted


def test_a_numbering_behind_the_labels_is_left_out_by_its_name(tables: Tables) -> None:
    found = brought(tables, [*_HEAD, "序号"], ["河北", "5.5", "1"], ["江西", "6.6", "2"])
    assert [(one.name, one.figures) for one in found.left_out] == [("序号", 2)]


def test_a_month_beside_the_months_up_to_it_is_guessed_to_stand_alone(tables: Tables) -> None:
    head = ["地区", "1-10月累计", "10月"]
    found = brought(tables, ["规模以上工业企业利润总额（亿元）"], head, ["河北", "700", "70"])
    asked = {one.key.what: one.guess for one in found.questions}
    assert asked.get("months") == "alone" and [one.cells["period"] for one in found.rows][1] == "2021-10"


_ODD = [
    "(5.5)",
    "（5.5）",
    "5.5↑",
    "↓5.5",
    "▲5.5",
    "负5.5",
    "增5.5",
    "降5.5",
    "减5.5",
    "同比5.5",
    "5.5p",
    "5.5P",
    "5.5r",
    "5.5（快报）",
    "*5.5",
    ".5",
    "-.5",
    "5.",
    "'5.5",
    "5.5-",
    "5~6",
    "5-6",
    "5.5/6.6",
    "5.5；6.6",
    "5·5",
    "5。5",
    "<0.1",
    "≥5",
    "1.2E+2",
    "1e3",
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "¥5.5",
    "$5.5",
    "±5.5",
    "5.5.5",
    "1/3",
    "第5",
    "5位",
    "5.5倍",
    "5.5亿元",
    "5.5个百分点",
    "…5.5",
    "5.5(12)",
    "5,5",
    "1,23",
    "12,34,5",
    "5.5以上",
    "5.5左右",
    "10成",
    "五点五",
    "空",
    "==",
    "?",
    "待定",
    "见注",
    "…",
    "—",
    "-",
    "/",
    "无",
    "未公布",
]
_TAKEN = {"5.5%": "5.5", "－5.5": "-5.5", "–5.5": "-5.5", "+5.5": "5.5", "５．５": "5.5", "1,234.5": "1234.5"}


@pytest.mark.parametrize("line", range(3))
@pytest.mark.parametrize("columns", [1, 2])
def test_every_cell_where_figures_stand_comes_out_and_none_is_guessed(
    line: int, columns: int, tables: Tables
) -> None:
    heads = [_HEAD[1], "规模以上工业企业营业收入增速（%）"][:columns]
    for odd in (*_ODD, "5.5 6.6", "5 5%", "5.5\n6.6"):
        rows = [[place, *["1.1"] * columns] for place in ("江西", "河北", "陕西")]
        rows[line][1:] = [odd] * columns
        found = brought(tables, ["地区", *heads], *rows)
        at = [f"Sheet1!{'BC'[each]}{line + 3}" for each in range(columns)]
        told = {one.told["passage"].split(" ")[0]: one for one in found.rows}
        left = sum(one.figures for one in found.left_out)
        assert sum(each in told for each in at) + left == columns, odd
        assert not any(told[each].accepted for each in at if each in told), odd
        if not left:
            assert sum(not one.doubted for one in found.rows) == 2 * columns, odd


def test_what_is_certain_is_taken(tables: Tables) -> None:
    for text, value in _TAKEN.items():
        found = brought(tables, _HEAD, ["江西", "1.1"], ["河北", text])
        assert [one.cells["value"] for one in found.rows] == ["1.1", value], text
        beyond = abs(float(value)) > tables.catalogue.rules.plausible.ranges["growth_yoy"].most
        assert [one.doubted for one in found.rows] == [(), ("value",) if beyond else ()], text


def test_one_figure_for_several_rows_is_not_sure(tables: Tables) -> None:
    rows = [["2021年1-11月主要指标"], _HEAD, ["河北", "5.5"], ["江西", None], ["陕西", "6.6"]]
    book = books.read("表.xlsx", xlsx({"Sheet1": rows}, {"Sheet1": ["B3:B4"]}))
    found = imported(book, tables, {}, tables.catalogue.sources["nbs_2022_01_27"])
    assert [(one.region, one.accepted) for one in found.rows] == [("hebei", False), ("shaanxi", True)]


def test_rows_of_words_without_figures_are_told(tables: Tables) -> None:
    found = brought(tables, _HEAD, ["河北", "5.5"], [], ["地区", "负责人"], ["说明", None])
    assert [(one.reason, one.name, one.figures) for one in found.left_out] == [("rows", "Sheet1!A5 地区", 2)]
