"""Gaps to the country: each region over its own months, by two measures, never ordered."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import compose
from industry.figures.context import Tables
from industry.figures.record import Figure, Row, RowsPanel
from industry.rules.arithmetic.derived import derive
from industry.rules.arithmetic.intervals import strict
from industry.rules.arithmetic.relations import RULE
from industry.rules.verdicts import verdict
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.wording.averages import years_of
from tests.figures.drawing import Changed, held, row_panels, told
from tests.figures.specs import made

GROWTH = "value_added_growth"
OWN = {
    "jiangxi": "2021-01/2021-06",
    "jian": "2021-01/2021-04",
    "hebei": "2021-01/2021-10",
    "shaanxi": "2021-01/2021-09",
}


def gaps(tables: Tables, language: str = "zh", regions: tuple[str, ...] = ()) -> Figure:
    return made(tables, "gap", language, regions, indicator="value_added_growth", own_periods=OWN)


def rows(panel: RowsPanel) -> list[tuple[str, str, str, str]]:
    return [(row.name, row.detail, row.text, row.aside) for row in panel.rows]


def test_both_measures_stand_side_by_side_in_the_fixed_order(tables: Tables) -> None:
    years, averages = row_panels(gaps(tables))
    assert rows(years) == [
        ("江西", "2021年1—6月", "+2.6", "18.5 − 15.9"),
        ("吉安", "2021年1—4月", "+4.3", "24.6 − 20.3"),
        ("河北", "2021年1—10月", "−6.1", "4.8 − 10.9"),
        ("陕西", "2021年1—9月", "−4.6", "7.2 − 11.8"),
    ]
    assert [(row.name, row.text, row.aside) for row in averages.rows][2:] == [
        ("河北", "未收录上年同期数", ""),
        ("陕西", "−2.2", "4.2 − 6.4"),
    ]
    assert [row.muted for row in years.rows] == [False, True, False, False]
    assert (years.low, years.high) == (averages.low, averages.high), "a point is as long in both"


def test_the_two_measures_may_disagree_and_both_are_shown(tables: Tables) -> None:
    own = {"shaanxi": "2021-01/2021-03"}
    figure = made(tables, "gap", indicator="value_added_growth", own_periods=own, regions=("shaanxi",))
    assert [panel.rows[0].text for panel in row_panels(figure)] == ["−5.6", "+0.6"]
    assert figure.frame.finding == "2021年1—3月，陕西同比低于全国，两年平均高于全国"
    assert "上年同期陕西为−3.0%、全国为−8.4%，基数较低" in figure.frame.note


def test_no_finding_of_several_regions(tables: Tables) -> None:
    figure = gaps(tables)
    assert figure.frame.finding == ""
    assert figure.frame.notices == ("各地区时段不同，仅与全国同期比较",)
    assert "高于全国" not in told(figure) and "低于全国" not in told(figure)


def test_marks_of_one_axis_may_share_it(tables: Tables) -> None:
    figure = gaps(tables)
    for panel in row_panels(figure):
        marked = [held(figure, mark.row) for row in panel.rows for mark in row.marks]
        pairs = [verdict(one, other) for one in marked for other in marked if one != other]
        assert all(one.one_axis for one in pairs) and not any(one.ranked for one in pairs)


def test_the_printed_gap_is_told_and_not_drawn(tables: Tables) -> None:
    figure = gaps(tables)
    assert "材料为6个百分点，按公布数计算为2.6个百分点" in figure.frame.note
    printed = [row for row in figure.rows if row.as_printed == "6个百分点"]
    assert len(printed) == 1 and printed[0] not in figure.drawn
    assert any(
        row[3] == "+6个百分点" and row[4] == "原文数字；材料为6个百分点，按公布数计算为2.6个百分点"
        for row in figure.table.rows
    )
    assert "6个百分点" not in told(gaps(tables, regions=("hebei",)))


def test_a_low_base_is_told_of_those_that_start_from_one(tables: Tables) -> None:
    note = gaps(tables).frame.note
    assert "2021年1—6月上年同期江西为1.0%、全国为−1.3%，基数较低" in note
    assert "吉安（2021年1—4月）、河北（2021年1—10月）未收录上年同期数，上年同期正值新冠肺炎疫情" in note
    assert "江西2021年1—6月两年平均由18.5%与1.0%推算" in note


def test_one_panel_where_no_base_was_out_of_the_ordinary(tables: Tables) -> None:
    period = {"jiangxi": "2020-01/2020-09"}
    figure = made(tables, "gap", indicator="value_added_growth", own_periods=period, regions=("jiangxi",))
    assert [panel.heading for panel in figure.panels] == ["同比增速之差（推算）"]
    assert "年平均" not in told(figure) and figure.frame.finding == "2020年1—9月，江西同比高于全国1.5个百分点"


def test_averages_that_are_not_drawn_are_neither_told_nor_listed(tables: Tables) -> None:
    """They could be worked out, but no base asks for them."""
    grown = {
        ("hebei", "2018"): "5.2",
        ("hebei", "2019"): "5.6",
        ("china", "2018"): "6.2",
        ("china", "2019"): "5.7",
    }

    def whole(row: Observation) -> bool:
        return row.indicator.id == GROWTH and (row.region.id, str(row.period)) in grown

    rows = [
        replace(
            tables.rows(GROWTH, region)[0],
            id=f"{region}:{year}",
            period=parse(year, "flow"),
            value=Decimal(value),
        )
        for (region, year), value in grown.items()
    ]
    known = Changed(tables, rows, lambda row: whole(row) and row not in rows)
    figure = made(known, "gap", indicator=GROWTH, own_periods={"hebei": "2019"}, regions=("hebei",))
    assert figure.frame.finding == "2019年，河北同比低于全国0.1个百分点"
    assert {row.indicator.id for row in figure.rows} == {GROWTH, f"{GROWTH}_gap_china"}


def test_averages_over_three_years_beside_a_high_base(tables: Tables) -> None:
    figure = made(tables, "gap", indicator="value_added_growth", period="2022", regions=("jiangxi",))
    years, averages = row_panels(figure)
    assert (years.rows[0].text, averages.heading) == ("+3.5", "三年平均增速之差（推算）")
    assert averages.rows[0].aside == "约7.7（推算） − 约5.3（推算）"
    assert "全国2022年上年同期为9.6%，基数较高" in figure.frame.note
    assert "两年平均" not in told(figure)


@pytest.mark.parametrize("period", ["2021", "2022"])
def test_averages_over_two_years_and_over_three_have_no_axis_in_common(tables: Tables, period: str) -> None:
    own = {"jiangxi": "2022", "shaanxi": period}
    _, *averages = row_panels(made(tables, "gap", indicator="value_added_growth", own_periods=own))
    headings = ["两年平均增速之差（推算）", "三年平均增速之差（推算）"]
    assert [one.heading for one in averages] == (headings if period == "2021" else headings[1:])
    for panel in averages:
        gaps = [mark.row for row in panel.rows for mark in row.marks if mark.row]
        assert len({years_of(gap.terms[0]) for gap in gaps}) == 1
        assert len({gap.indicator.id for gap in gaps}) == 1
    names = [row.name for panel in averages for row in panel.rows]
    assert sorted(names) == sorted({"江西", "吉安", "河北", "陕西"}), "each region stands once"


@pytest.mark.parametrize("left_out", ["china", "hebei"])
def test_a_region_without_a_gap_still_has_its_row(tables: Tables, left_out: str) -> None:
    def without(row: Observation) -> bool:
        october = str(row.period) == "2021-01/2021-10" or left_out == "hebei"
        return row.indicator.id.startswith("value_added_growth") and row.region.id == left_out and october

    def of_others(row: Observation) -> bool:
        return without(row) or (row.region.id == "hebei" and str(row.period) != "2021-01/2021-10")

    figure = gaps(Changed(tables, without=of_others))
    hebei: list[Row] = [row for panel in row_panels(figure) for row in panel.rows if row.name == "河北"]
    lacking = "未收录全国同期数字"
    assert [row.text for row in hebei] == (
        [f"4.8%；{lacking}", lacking] if left_out == "china" else ["未收录"] * 2
    )
    assert all(not row.marks for row in hebei)


@pytest.mark.parametrize(
    ("region", "figure", "average"),
    [("jiangxi", "江西约18.5%", "江西约18.5%，非确数"), ("china", "18.5%；全国约15.9%", "约+2.4")],
)
def test_where_a_figure_is_open_it_is_why_there_is_no_gap(
    tables: Tables, region: str, figure: str, average: str
) -> None:
    def whole(row: Observation) -> bool:
        half = str(row.period) == "2021-01/2021-06" and row.indicator.id == GROWTH
        return half and row.region.id == region and row.exact

    about = [replace(row, qualifier="about") for row in tables.rows(GROWTH, region) if whole(row)]
    found = gaps(Changed(tables, about, whole), regions=("jiangxi", "shaanxi"))
    years, averages = row_panels(found)
    assert about and [panel.rows[0].text for panel in (years, averages)] == [f"{figure}，非确数", average]
    assert "层级" not in told(found) and "江西" not in found.frame.finding


def test_a_gap_by_which_the_figure_was_worked_out_stands_as_published(tables: Tables) -> None:
    """In both figures of gaps, without a word of how it was worked out."""
    half = "2021-01/2021-06"
    (gap,) = (row for row in tables.rows(f"{GROWTH}_gap_china", "jiangxi") if str(row.period) == half)
    country = next(row for row in tables.rows(GROWTH, "china") if str(row.period) == half)
    assert gap.period and not gap.derived
    within = strict(country) + strict(gap)
    terms = gap, country
    growth = derive(
        RULE["gap"], gap.region, country.indicator, gap.period, terms, within, place=1
    )  # fmt: skip

    def published(row: Observation) -> bool:
        return (row.indicator, row.region, row.period) == (growth.indicator, gap.region, gap.period) and (
            not row.derived
        )

    known = Changed(tables, (growth,), published)
    (years, *_) = row_panels(made(known, "gap", indicator=GROWTH, period=half, regions=("jiangxi",)))
    assert rows(years) == [("江西", "2021年1—6月", "+6", "原文数字")] and "推算" not in years.heading
    over_time = made(known, "gap_trend", indicator=GROWTH, by="months", years=1, regions=("jiangxi",))
    assert gap in over_time.drawn and growth in over_time.rows


def test_where_no_year_has_a_gap_those_of_published_averages_stand(tables: Tables) -> None:
    def whole(row: Observation) -> bool:
        quarter = row.indicator.id == GROWTH and str(row.period) == "2021-01/2021-03"
        return quarter and row.region.id == "china" and row.exact

    vague = [replace(row, qualifier="over") for row in tables.rows(GROWTH, "china") if whole(row)]
    found = made(Changed(tables, vague, whole), "gap", indicator=GROWTH, period="2021-01/2021-03")
    (averages,) = row_panels(found)
    assert vague and {row.name: row.text for row in averages.rows} == {
        "江西": "+3.4", "吉安": "期间不同", "河北": "−1.0", "陕西": "+0.6",
    }  # fmt: skip
    assert not found.empty and not found.frame.finding
    each = "江西29.4%（2021年1—3月）、河北17.6%（2021年1—3月）、陕西18.9%（2021年1—3月）"
    assert f"{each}：全国超24.5%，非确数" in found.frame.notices[0]


def test_without_own_periods_the_latest_that_is_shared(tables: Tables) -> None:
    years = row_panels(made(tables, "gap", indicator="value_added_growth"))[0]
    found = {row.name: row.detail for row in years.rows}
    assert found == {"江西": "2021年", "吉安": "2021年1—4月", "河北": "2021年1—10月", "陕西": "2021年"}


@pytest.mark.parametrize("change", [{"edition": "final"}, {"inferred": frozenset({"scope"})}])
def test_what_the_country_holds_of_another_edition_or_of_a_guess_is_not_shared(
    tables: Tables, change: dict[str, Any]
) -> None:
    quarter, half = "2021-01/2021-03", "2021-01/2021-06"

    def otherwise(row: Observation) -> bool:
        if row.indicator.id != GROWTH or row.region.id not in ("china", "jiangxi"):
            return False
        ours = not row.edition and not row.inferred and str(row.period) in (quarter, half)
        return not ours or (row.region.id == "china" and str(row.period) == half)

    theirs = [
        replace(row, id=f"{row.id}:otherwise", **change)
        for row in tables.rows(GROWTH, "china")
        if str(row.period) == half and row.exact
    ]
    assert theirs
    known = Changed(tables, theirs, lambda row: otherwise(row) and row not in theirs)
    (year, *_) = row_panels(made(known, "gap", indicator=GROWTH, regions=("jiangxi",)))
    assert rows(year)[0][1:3] == ("2021年1—3月", "+4.9")


def test_what_is_no_growth_has_one_panel(tables: Tables) -> None:
    figure = made(tables, "gap", indicator="profit_margin")
    assert [panel.heading for panel in figure.panels] == ["规模以上工业企业营业收入利润率与全国之差（推算）"]
    assert "两年平均" not in told(figure)


def test_nothing_to_set_against(tables: Tables) -> None:
    def without(row: Observation) -> bool:
        return row.region.id == "china"

    figure = gaps(Changed(tables, without=without))
    assert figure.panels == () and figure.empty == "所选地区没有可与全国同期相减的数字，不作图。"
    assert all(name in "".join(figure.frame.notices) for name in ("江西", "吉安", "河北", "陕西"))


def test_in_english(tables: Tables) -> None:
    figure = gaps(tables, "en")
    assert rows(row_panels(figure)[0])[2] == ("Hebei", "Jan–Oct 2021", "−6.1", "4.8 − 10.9")
    assert not any("\u4e00" <= one <= "\u9fff" for one in told(figure).replace("标题", ""))


@pytest.mark.parametrize("periods", [{"jiangxi": "2020-01/2020-09"}, OWN])
def test_a_scale_of_nothing_but_zeros_has_a_length(tables: Tables, periods: dict[str, str]) -> None:
    own = [
        row for region in periods for row in tables.rows(GROWTH, region) if str(row.period) == periods[region]
    ]
    level = [
        replace(country, id=f"{row.id}:level", region=row.region)
        for row in own
        for country in tables.rows(GROWTH, "china")
        if country.period == row.period
    ]
    book = Changed(tables, level, without=lambda row: row in own)
    figure = made(book, "gap", indicator=GROWTH, own_periods=periods, regions=tuple(periods))
    marks = [mark for panel in row_panels(figure) for row in panel.rows for mark in row.marks]
    assert any((mark.start, mark.end) == (0, 0) for mark in marks)
    assert all(panel.low <= 0 <= panel.high and panel.low < panel.high for panel in row_panels(figure))
    compose(figure, canvas_of(tables.catalogue.config.sizes[0]))
