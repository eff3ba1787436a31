"""全省, 全市: the region that the lines over the table, its group of rows, its sheet or its source name, and no other."""

from __future__ import annotations

import pytest

from industry.curation.importing.importer import Imported, imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import xlsx

_OF_CHINA, _OF_JIANGXI = "nbs_2022_01_27", "jiangxi_2021_07"
_GROWTH = "规模以上工业增加值增速（%）"


def brought(tables: Tables, source: str, title: str, *rows: list[str], sheet: str = "Sheet1") -> Imported:
    head = ["地区", _GROWTH]
    book = books.read("表.xlsx", xlsx({sheet: [[title], head, *rows]}))
    return imported(book, tables, {}, tables.catalogue.sources[source])


def regions(found: Imported) -> list[str]:
    return [one.region if not one.doubted else f"{one.region}?" for one in found.rows]


@pytest.mark.parametrize(
    ("source", "title", "sheet", "expected"),
    [
        (_OF_CHINA, "江西省2021年1-6月主要指标", "Sheet1", ["jiangxi", "?", "china"]),
        (_OF_CHINA, "2021年1-6月主要指标", "江西", ["jiangxi", "?", "china"]),
        (_OF_CHINA, "2021年1-6月主要指标", "Sheet1", ["?", "?", "china"]),
        (_OF_CHINA, "吉安市2021年1-6月主要指标", "Sheet1", ["jiangxi", "jian", "china"]),
        (_OF_JIANGXI, "2021年1-6月主要指标", "Sheet1", ["jiangxi", "?", "china"]),
        (_OF_JIANGXI, "河北省2021年1-6月主要指标", "Sheet1", ["hebei", "?", "china"]),
        (_OF_CHINA, "江西省与河北省2021年1-6月主要指标", "Sheet1", ["?", "?", "china"]),
    ],
)
@pytest.mark.parametrize("names", [("全省", "全市", "全国"), ("全省合计", "我市", "全国总计")])
def test_the_whole_is_of_the_region_that_is_named(
    source: str, title: str, sheet: str, expected: list[str], names: tuple[str, ...], tables: Tables
) -> None:
    rows = [[name, f"{at}.5"] for at, name in enumerate(names)]
    found = brought(tables, source, title, *rows, sheet=sheet)
    assert regions(found) == expected and not found.left_out
    asked = [one.key.said for one in found.questions if one.key.what == "region"]
    assert asked == [name for name, one in zip(names, expected, strict=True) if one == "?"]


def test_of_groups_of_rows_each_is_of_its_own(tables: Tables) -> None:
    rows = [["江西省"], ["全省", "1.5"], ["南昌市", "2.1"], ["河北省"], ["全省", "3.4"]]
    assert regions(brought(tables, _OF_CHINA, "2021年1-6月主要指标", *rows)) == ["jiangxi", "hebei"]


def test_among_other_words_too(tables: Tables) -> None:
    rows = [["地区", "数值"], [f"全省{_GROWTH}", "1.5"]]
    for source, expected in ((_OF_JIANGXI, ["jiangxi"]), (_OF_CHINA, ["?"])):
        book = books.read("表.xlsx", xlsx({"Sheet1": [["2021年1-6月主要指标"], *rows]}))
        assert regions(imported(book, tables, {}, tables.catalogue.sources[source])) == expected


def test_an_average_is_asked(tables: Tables) -> None:
    rows = [["全省平均", "1.5"], ["全国平均水平", "2.1"]]
    found = brought(tables, _OF_JIANGXI, "2021年1-6月主要指标", *rows)
    assert regions(found) == ["jiangxi?", "china?"]
    assert [one.guess for one in found.questions] == ["jiangxi", "china"]
