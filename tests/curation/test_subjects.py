"""Rows that name a branch alone are of the subject that stands over or above them, and titles that speak of a part are asked about."""

from __future__ import annotations

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import separated

_SOURCE = "nbs_2022_01_27"


def brought(tables: Tables, *rows: list[str]) -> Imported:
    book = books.read("表.csv", separated([list(one) for one in rows]))
    return imported(book, tables, {}, tables.catalogue.sources[_SOURCE], "hebei")


def sure(found: Imported) -> list[str]:
    return [one.cells["indicator"] for one in found.rows if not one.doubted]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("规模以上工业增加值", ["value_added_growth", "high_tech_manufacturing_growth"]),
        ("工业税收", ["industrial_tax_growth"]),
    ],
)
@pytest.mark.parametrize("mark", ["其中：", "#", "  ", ""])
def test_a_branch_is_of_the_subject_of_the_row_above(
    over: str, expected: list[str], mark: str, tables: Tables
) -> None:
    head = ["指标", "同比增长（%）"]
    found = brought(tables, ["2021年1-11月主要指标", ""], head, [over, "5.1"], [f"{mark}高技术制造业", "6.3"])
    assert sure(found) == expected


@pytest.mark.parametrize("subject", ["营业收入", "利润总额", "投资", "用电量", "税收", ""])
def test_a_branch_under_a_title_of_another_subject_or_of_none_is_asked(subject: str, tables: Tables) -> None:
    title = [f"2021年1-11月分行业{subject}情况", ""]
    found = brought(tables, title, ["行业", "增速（%）"], ["高技术制造业", "6.3"], ["装备制造业", "-1.2"])
    assert not sure(found) and len(found.rows) == 2


@pytest.mark.parametrize("part", ["制造业", "高技术制造业", "装备制造业", "重点企业"])
def test_a_title_that_speaks_of_a_part_is_asked(part: str, tables: Tables) -> None:
    title = [f"2021年1-11月{part}主要指标", ""]
    found = brought(tables, title, ["地区", "规模以上工业企业利润总额（亿元）"], ["河北", "700"])
    assert not sure(found) and [one.key.what for one in found.questions] == ["words"]


def test_a_branch_is_of_the_column_before_it_wherever_figures_begin(tables: Tables) -> None:
    head = [
        "地区",
        "规模以上工业企业营业收入增速（%）",
        "#汽车制造业增速（%）",
        "规模以上工业增加值增速（%）",
    ]
    rows = [["江西", "1.1", "…", "1.3"], ["河北", "2.1", "2.2", "2.3"]]
    found = brought(tables, ["2021年1-8月主要指标", "", "", ""], head, *rows)
    assert [one.told["passage"][:2] for one in found.rows if one.doubted] == ["C4"]
