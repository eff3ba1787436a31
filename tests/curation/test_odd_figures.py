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
