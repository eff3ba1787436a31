"""What a source prints of a figure that is drawn otherwise is told, once, by every kind that draws it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry import wording
from industry.tables.tables import Tables
from industry.vocabulary.finding import Finding
from industry.vocabulary.strict_record import Text
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


ALL: dict[str, dict[str, Any]] = {
    "bars": {"indicator": GROWTH, "period": "2021-01/2021-03"},
    "gap": {"indicator": GROWTH, "period": "2021-01/2021-03"},
    "lines": {"indicators": (GROWTH,)},
    "gap_trend": {"indicator": GROWTH},
}
OTHERS = {"china": "nbs_2021_07", "jiangxi": "jiangxi_stats_2021_05"}
CHOSEN = ("jiangxi", "hebei")


def told_otherwise(chart: str, region: str, value: str, qualifier: str = "") -> tuple[list[str], str]:
    """The notes in which another source's ``value`` stands, and the finding."""
    printed = {"about": "约{}%", "nearly": "近{}%", "over": "超{}%"}.get(qualifier, "{}%").format(value)
    more = {"source": OTHERS[region], "as_printed": printed, "qualifier": qualifier}
    changed = printed_too(region, GROWTH, "2021-01/2021-03", value, **more)
    frame = made(changed, chart, regions=CHOSEN, **ALL[chart]).frame
    return [str(one) for one in frame.notes if printed in one], str(frame.finding)


@pytest.mark.parametrize("chart", ALL)
@pytest.mark.parametrize(
    ("region", "value", "qualifier"),
    [
        ("china", "24.6", ""),
        ("china", "26.5", ""),
        ("china", "26.5", "over"),
        ("china", "24.7", "about"),
        ("jiangxi", "29.5", ""),
        ("jiangxi", "31.0", ""),
    ],
)
def test_another_source_s_figure_that_says_something_else_is_told_once(
    chart: str, region: str, value: str, qualifier: str
) -> None:
    (note,), _ = told_otherwise(chart, region, value, qualifier)
    assert note.count(value) == 1 and {"china": "24.5%", "jiangxi": "29.4%"}[region] in note
    assert note.count("（2021年") == 2, "of one publisher the dates tell which is which"


@pytest.mark.parametrize("chart", ALL)
@pytest.mark.parametrize(
    ("region", "value", "qualifier"),
    [
        ("china", "24.50", ""),
        ("china", "25", "about"),
        ("china", "24.6", "about"),
        ("china", "24.4", "nearly"),
        ("china", "20", "over"),
        ("jiangxi", "29", ""),
    ],
)
def test_one_that_says_the_same_to_other_digits_takes_nothing_from_what_is_found(
    tables: Tables, chart: str, region: str, value: str, qualifier: str
) -> None:
    finding = made(tables, chart, regions=CHOSEN, **ALL[chart]).frame.finding
    assert told_otherwise(chart, region, value, qualifier) == ([], finding)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2021-08-16", "国家统计局（2021年8月）为16.5%，国家统计局（2021年7月）为15.9%"),
        ("2021-07-16", "国家统计局（2021年7月16日）为16.5%，国家统计局（2021年7月15日）为15.9%"),
        (
            "2021-07-15",
            "国家统计局（2021年7月的另一份材料）为16.5%，国家统计局（2021年上半年国民经济运行数据）为15.9%",
        ),
    ],
)
def test_of_one_publisher_the_months_tell_which_is_which_or_the_days_or_the_titles(
    tables: Tables, date: str, told: str
) -> None:
    (row,) = [one for one in tables.rows(GROWTH, "china") if str(one.period) == "2021-01/2021-06"]
    named = Text(zh="2021年7月的另一份材料", en="Another text of July 2021")
    other = row.publication.model_copy(update={"id": "another", "title": named, "date": date})
    found = Finding(
        "conflict",
        "two_sources",
        (replace(row, value=Decimal("16.5"), as_printed="16.5%", source=other), row),
        Decimal("16.5"),
        row.value,
        row.value,
        row.value,
    )
    assert str(wording.dispute(found, row, "zh")) == told


def opened(*regions: str) -> Tables:
    """The frozen tables with the growth of these regions in the first quarter told as about or over so much."""
    files = edits.world()
    for region in regions:
        name = f"data/observations/{region}.csv"
        held = dict(edits.rows(files))[name]
        (at,) = [
            at
            for at, one in enumerate(held)
            if (one["indicator"], one["period"]) == (GROWTH, "2021-01/2021-03")
        ]
        word, qualifier = ("超", "over") if region == "china" else ("约", "about")
        held[at] |= {"as_printed": f"{word}{held[at]['value']}%", "qualifier": qualifier}
        files |= {name: edits.written(held)}
    return edits.read(files)


@pytest.mark.parametrize(
    ("open_", "regions", "told"),
    [
        (("hebei",), ("hebei",), "河北约17.6%（2021年1—3月），非确数"),
        (("china",), ("hebei",), "河北17.6%（2021年1—3月）：全国超24.5%，非确数"),
        (
            ("china", "hebei"),
            ("jiangxi", "hebei", "shaanxi"),
            "江西29.4%（2021年1—3月）、河北约17.6%（2021年1—3月）、陕西18.9%（2021年1—3月）：全国超24.5%，非确数",
        ),
    ],
)
def test_why_there_is_no_gap_is_told_once_and_no_figure_twice(
    open_: tuple[str, ...], regions: tuple[str, ...], told: str
) -> None:
    figure = made(opened(*open_), "gap", regions=regions, indicator=GROWTH, period="2021-01/2021-03")
    assert [str(one) for one in figure.frame.notices] == [told]


@pytest.mark.parametrize(("value", "told"), [("150", 1), ("144", 0)])
def test_of_an_edition_of_a_list_another_date_s_figure_is_told_with_both_dates(value: str, told: int) -> None:
    files, name = edits.world(), "data/observations/jiangxi.csv"
    held = dict(edits.rows(files))[name]
    lists, edition = "little_giants_national", "batches_1_3"
    listed = next(one for one in held if (one["indicator"], one["edition"]) == (lists, edition))
    before = listed | {"period": "2021-11", "value": value, "as_printed": f"{value}家"}
    tables = edits.read(files | {name: edits.written([*held, before])})
    figure = made(tables, "bars", indicator=lists, edition=edition)
    notes = [str(one) for one in figure.frame.notes if "144家（2021年12月" in one]
    assert len(notes) == told and all("150家（2021年11月" in one for one in notes)
