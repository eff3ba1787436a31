"""The gap to the country over time: derived over the same months alone, left open where either lacks a figure, broken
where lines break, with the averages beside it where bases were out of the ordinary."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from industry.figures.context import Tables
from industry.figures.draw import draw, spec_of
from industry.figures.record import Figure
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Break
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices, Slide
from industry.vocabulary.strict_record import Text
from tests.figures.drawing import Changed, held, labels, lines
from tests.figures.specs import made

GROWTH = "value_added_growth"


def quarters(tables: Tables, regions: tuple[str, ...] = (), language: str = "zh") -> Figure:
    return made(tables, "gap_trend", language, regions, indicator=GROWTH, by="quarters", years=2)


def test_each_point_is_the_region_less_the_country_over_the_same_months(tables: Tables) -> None:
    figure = quarters(tables)
    year, average = lines(figure)
    assert (year.heading, year.unit) == ("同比增速之差（推算）", "单位：百分点")
    assert (average.heading, average.unit) == ("两年平均增速之差（推算）", "单位：百分点")
    rows = [row for panel in (year, average) for one in panel.series for row in one.rows if row]
    for row in rows:
        own, country = row.terms
        assert row.value == own.value - country.value
        assert own.period == country.period == row.period and own.edition == country.edition
        assert country.region.id == "china" and verdict(own, country).one_axis
    assert {one.name for one in year.series} == {"江西", "河北", "陕西"}


def test_a_rate_and_an_average_may_stand_on_both_sides(tables: Tables) -> None:
    year, average = lines(quarters(tables, ("shaanxi",)))
    at, beside = (list(labels(panel)).index("2021年1—3月") for panel in (year, average))
    assert (year.series[0].texts[at], average.series[0].texts[beside]) == ("−5.6", "+0.6")


def test_cumulated_gaps_run_over_no_turn_of_a_year(tables: Tables) -> None:
    (year, _) = lines(figure := quarters(tables))
    assert [labels(year)[at] for at in year.gaps] == ["2020年"]
    assert "累计数每年重新起算，线不跨年" in figure.frame.note


def test_what_the_country_lacks_stays_open(tables: Tables) -> None:
    def of_china(row: Observation) -> bool:
        return (row.region.id, row.indicator.id, str(row.period)) == ("china", GROWTH, "2021-01/2021-06")

    figure = quarters(Changed(tables, [], without=of_china))
    year = lines(figure)[0]
    at = list(labels(year)).index("2021年1—6月") if "2021年1—6月" in labels(year) else None
    assert at is None or all(one.values[at] is None for one in year.series)
    assert "没有可连数字的时段留空，不作推补" in figure.frame.note


@pytest.mark.parametrize("kept", [1, 2, 3, 5])
def test_gaps_are_of_an_edition_of_which_the_country_has_figures_though_more_is_held_of_another(
    tables: Tables, kept: int
) -> None:
    """One in ``kept`` + 1 of the regions' figures is of the country's edition."""
    rows = [one for one in tables.rows(GROWTH) if one.region.id != "china"]
    others = [
        replace(one, id=f"{one.id}:final", edition="final") for at, one in enumerate(rows) if at % (kept + 1)
    ]
    moved = {one.id.removesuffix(":final") for one in others}
    held = Changed(tables, others, without=lambda one: one.id in moved)
    country = {one.period for one in tables.rows(GROWTH, "china") if one.exact}
    assert any(one.exact and one.period in country and one.id not in moved for one in rows)
    figure = quarters(held)
    assert figure.panels and not figure.empty


def test_another_edition_of_the_country_is_no_base_for_a_gap(tables: Tables) -> None:
    (row,) = [one for one in tables.rows(GROWTH, "china") if str(one.period) == "2021-01/2021-06"]
    other = replace(row, id="other", edition="final")
    year = lines(quarters(Changed(tables, [other], without=lambda one: one == row)))[0]
    values = dict(zip(labels(year), zip(*(one.values for one in year.series), strict=True), strict=True))
    assert set(values.get("2021年1—6月", (None,))) == {None}


def test_a_break_ends_the_line_and_is_told(tables: Tables) -> None:
    reason = Text(zh="口径调整", en="counted anew")
    counted = Break(since="2021-01", reason=reason)
    own = tables.catalogue.indicators[GROWTH].model_copy(update={"breaks": (counted,)})
    book = Changed(tables, [])
    book.catalogue = replace(tables.catalogue, indicators={**tables.catalogue.indicators, GROWTH: own})
    figure = made(book, "gap_trend", indicator=GROWTH, by="years", years=2)
    (year, *_) = lines(figure)
    assert labels(year) == ("2020年", "2021年") and year.gaps == (0,)
    assert "口径调整" in figure.frame.note


def test_gaps_of_one_column_may_stand_side_by_side(tables: Tables) -> None:
    figure = quarters(tables)
    for panel in lines(figure):
        for column in range(len(panel.columns)):
            marks = [held(figure, row) for one in panel.series if (row := one.rows[column])]
            assert all(verdict(one, other).one_axis for one, other in combinations(marks, 2))


@pytest.mark.parametrize(
    ("region", "told_of", "gap"), [("china", "全国超24.5%", ()), ("hebei", "河北超17.6%", ("江西", "陕西"))]
)
def test_what_is_not_exact_leaves_a_column_open_and_is_told(
    tables: Tables, region: str, told_of: str, gap: tuple[str, ...]
) -> None:
    """The gaps of averages that are published for the same months stay."""

    def first(row: Observation) -> bool:
        growth = row.indicator.id == "value_added_growth" and row.region.id == region
        return growth and row.exact and str(row.period) == "2021-01/2021-03"

    vague = [
        replace(row, qualifier="over") for row in tables.rows("value_added_growth", region) if first(row)
    ]
    figure = quarters(Changed(tables, vague, first))
    assert vague and f"非确数，不参与比较：{told_of}（2021年1—3月）" in figure.frame.notices
    years, averages = lines(figure)
    quarter = [
        {one.name: text for one in panel.series if (text := one.texts[place])}
        for panel in (years, averages)
        for place, column in enumerate(panel.columns)
        if column.whole == "2021年1—3月"
    ]
    assert tuple(quarter[0] if len(quarter) > 1 else ()) == gap
    assert quarter[-1] == {"江西": "+3.4", "河北": "−1.0", "陕西": "+0.6"}


def test_a_region_without_a_gap_is_named_with_why(tables: Tables) -> None:
    figure = quarters(tables)
    assert any("吉安" in one for one in figure.frame.notices)
    levels = made(tables, "gap_trend", regions=("jian",), indicator="gdp_growth", by="quarters", years=2)
    assert levels.panels or "不作图" in levels.empty


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_can_be_asked_for_of_any_rate_by_its_address(tables: Tables, language: str) -> None:
    slide = Slide("gap_trend", Choices(indicator=GROWTH, regions=("jiangxi",), span="2020/2021"))
    spec = spec_of(tables.catalogue, slide)
    assert spec is not None
    figure = draw(spec, tables, slide.choices, language)
    assert figure.id == str(slide) and figure.panels
    assert ("全国" if language == "zh" else "China") in figure.frame.title


def test_its_marks_come_from_exact_values(tables: Tables) -> None:
    for panel in lines(quarters(tables)):
        for one in panel.series:
            for value, row in zip(one.values, one.rows, strict=True):
                assert (value is None) == (row is None)
                assert row is None or Decimal(str(value)) == Decimal(str(float(row.value)))


@pytest.mark.parametrize(
    ("chart", "spec", "told"),
    [
        ("gap_trend", {"indicator": "industrial_tax_growth"}, "未收录全国同期数字"),
        (
            "lines",
            {"indicators": ("designated_enterprises",), "as_share": True},
            "未收录同期、同版本的总体数字，不参与比较",
        ),
        ("lines", {"indicators": ("designated_enterprises",), "as_share": True}, "层级不同，不参与比较"),
        ("lines", {"indicator": "value_added_growth_month"}, "不在所列期间，不参与比较"),
    ],
)
def test_that_no_other_region_compares_is_never_why_a_trend_shows_nothing(
    tables: Tables, chart: str, spec: dict[str, Any], told: str
) -> None:
    figure = made(tables, chart, **spec)
    assert not figure.panels and any(told in one for one in figure.frame.notices)
    assert not any("没有可比的地区" in one for one in figure.frame.notices)


@pytest.mark.parametrize(
    ("country", "qualifier", "told"),
    [
        (True, "", "不在所列期间，不参与比较：吉安24.6%"),
        (False, "", "吉安24.6%（2021年1—4月）：未收录全国同期数字"),
        (True, "over", "非确数，不参与比较：吉安超24.6%"),
        (False, "over", "非确数，不参与比较：吉安超24.6%"),
    ],
)
def test_where_no_months_held_are_a_column_it_is_told_what_keeps_a_figure_from_a_gap(
    tables: Tables, country: bool, qualifier: str, told: str
) -> None:
    (own,) = tables.rows(GROWTH, "jian")
    open_one = replace(own, id="made", qualifier=qualifier)

    def away(row: Observation) -> bool:
        of_country = country and row.region.id == "china" and row.period == own.period
        return row.indicator.id == GROWTH and row != open_one and not of_country

    figure = quarters(Changed(tables, [open_one], away), ("jian",))
    assert not figure.panels and any(told in one for one in figure.frame.notices), figure.frame.notices


def test_what_stands_beside_no_figure_of_the_country_is_told_of_an_edition_that_is_held(
    tables: Tables,
) -> None:
    """None of China's is of the regions' edition, so that no gap can be had; neither is of one that has no name."""
    rows = tables.rows("gdp_growth")
    other = [
        replace(row, edition="first_release" if row.region.id == "china" else "census_5") for row in rows
    ]
    figure = made(
        Changed(tables, other, without=lambda row: row in rows), "gap_trend", indicator="gdp_growth"
    )
    assert figure.empty and figure.frame.notices
    own = [one for one in figure.frame.notices if all(row in other for row in one.rows)]
    assert own and not any("未注明版本" in one for one in own), own


def test_where_the_country_alone_holds_an_indicator_its_line_is_drawn_of_whichever_edition(
    tables: Tables,
) -> None:
    rows = [row for row in tables.rows(GROWTH, "china") if row.exact]
    other = [replace(row, edition="final") for row in rows]
    only = Changed(tables, other, without=lambda row: row.indicator.id == GROWTH and row not in other)
    (year, *_) = lines(made(only, "lines", indicator=GROWTH, by="quarters"))
    assert [one.name for one in year.series] == ["全国"]
