"""What a source prints of a figure that is drawn otherwise is told by every kind that draws it."""

from __future__ import annotations

from typing import Any

import pytest

from industry.tables.tables import Tables
from tests.curation import edits
from tests.figures.specs import made

GROWTH, MARGIN = "value_added_growth", "profit_margin"
GAPS: dict[str, dict[str, Any]] = {
    "gap": {"indicator": GROWTH, "own_periods": {"jiangxi": "2021-01/2021-06"}},
    "gap_trend": {"indicator": GROWTH},
}


def printed_too(region: str, indicator: str, period: str, value: str, **other: str) -> Tables:
    """The frozen tables with one more row of a region, like that of its growth over the period but for these."""
    files, name = edits.world(), f"data/observations/{region}.csv"
    held = dict(edits.rows(files))[name]
    like = next(one for one in held if (one["indicator"], one["period"]) == (GROWTH, period))
    more = {"indicator": indicator, "value": value, "as_printed": f"{value}%"} | other
    return edits.read(files | {name: edits.written([*held, like | more])})


@pytest.mark.parametrize("chart", GAPS)
def test_a_printed_gap_that_the_drawn_one_contradicts(tables: Tables, chart: str) -> None:
    figure = made(tables, chart, regions=("jiangxi",), **GAPS[chart])
    told = "江西2021年1—6月规上工业增速与全国之差：材料为6个百分点，按公布数计算为2.6个百分点"
    assert figure.frame.notes[0] == told and figure.frame.notes[0].vital
    (line,) = [one for one in figure.table.rows if one[3] == "+6个百分点"]
    assert line[4].startswith("原文数字；材料为6个百分点")


@pytest.mark.parametrize(
    ("margin", "told"),
    [("5.5", ["材料为1.3个百分点，按公布数计算为1.8个百分点"]), ("6.1", []), ("6.0", [])],
)
def test_a_printed_gap_of_a_city_to_its_province(margin: str, told: list[str]) -> None:
    tables = printed_too("jiangxi", MARGIN, "2021-01/2021-04", margin)
    figure = made(tables, "parent", regions=("jian",), indicators=(MARGIN,))
    named = "吉安2021年1—4月规模以上工业企业营业收入利润率与全省之差："
    assert [str(one) for one in figure.frame.notes if one.kind == "dispute"] == [named + one for one in told]
    assert [line[3] for line in figure.table.rows if line[4].startswith("原文数字")] == ["+1.3个百分点"]
