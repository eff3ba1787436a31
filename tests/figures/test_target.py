"""Targets: kinds in words, bases of the year before, derived ends, bullets, and what is set apart."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry.figures.kinds.target import target
from industry.rules.progress import kind
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from tests.conftest import indicator
from tests.figures.drawing import Changed, drawn, named, row_panels, told


@pytest.mark.parametrize(
    ("one", "word"),
    [
        (indicator(measure="level", unit="家", timing="stock"), "level"),
        (indicator(measure="count", unit="家", timing="list"), "level"),
        (indicator(measure="rank", unit="位", rank_of="x", rank_among="china"), "rank"),
        (indicator(measure="level", unit="家", addition="net"), "net"),
        (indicator(measure="level", unit="家", addition="gross"), "gross"),
        (indicator(measure="level", unit="个"), "amount"),
        (indicator(measure="share"), "rate"),
        (indicator(measure="growth_yoy"), "rate"),
    ],
)
def test_the_five_kinds_follow_from_the_indicators_fields(one: Indicator, word: str) -> None:
    assert kind(one) == word


@pytest.mark.parametrize(
    ("one", "detail", "change", "ends"),
    [
        ("designated_enterprises", "期末水平，净增110家", "+6.8%", ["1624家", "1734家（推算）"]),
        ("stations_5g", "期末水平，新增2000个", "+74.6%", ["2692个", "4700个"]),
        ("specialised_provincial_added_gross", "新增", "", ["49家", "28家"]),
    ],
)
def test_a_base_leads_to_its_target(
    tables: Tables, one: str, detail: str, change: str, ends: list[str]
) -> None:
    row = named(tables, drawn(tables, target, "targets_jian"), one)
    assert (row.detail, row.text) == (detail, change)
    assert [mark.shape for mark in row.marks] == ["link", "ring", "point"]
    assert [mark.text for mark in row.marks if mark.text] == ends


def test_each_row_has_its_own_scale(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian")
    assert all(panel.own_scales for panel in row_panels(figure))
    assert "各行刻度不同，不跨行比较长短" in figure.frame.subtitle
    assert row_panels(figure)[0].aside_heading == "目标要求（推算）"


def test_a_target_without_a_base_has_no_link_and_no_change(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian")
    based, baseless = row_panels(figure)
    assert (based.heading, baseless.heading) == ("有上年基数", "未收录可作基数的上年数")
    assert len(baseless.rows) == 9
    for row in baseless.rows:
        assert not any(mark.shape == "ring" for mark in row.marks) and row.text == ""
    assert [
        mark.text for mark in named(tables, figure, "renovation_benchmarks_built").marks if mark.text
    ] == ["5～10个"]


def test_a_base_whose_period_is_inferred_is_told_and_not_drawn(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian")
    row = named(tables, figure, "projects_100m_carried_out")
    assert row.detail == "任务量；上年超300个/年，材料未注明期间，不作基数"
    assert [mark.shape for mark in row.marks] == ["point"]
    assert "“近三年”的起止未写明" in figure.frame.note


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"edition": "revised"}, "版本不同（未注明版本、revised）"),
        ({"inferred": frozenset({"scope"})}, "材料未注明统计范围"),
    ],
)
def test_what_keeps_a_figure_from_being_a_base_is_told(
    tables: Tables, changed: dict[str, Any], why: str
) -> None:
    (base,) = [row for row in tables.rows("stations_5g", "jian") if row.status == "actual"]
    book = Changed(tables, [replace(base, id="changed", **changed)], without=lambda row: row == base)
    figure = drawn(book, target, "targets_jian")  # type: ignore[arg-type]
    assert f"上年2692个，{why}，不作基数" in named(book, figure, "stations_5g").detail  # type: ignore[arg-type]


def test_a_base_that_is_of_another_source_alone_has_that_for_its_reason(tables: Tables) -> None:
    (base,) = [row for row in tables.rows("stations_5g", "jian") if row.status == "actual"]
    other = replace(base, id="changed", source=tables.catalogue.sources["jian_yearbooks"])
    book = Changed(tables, [other], without=lambda row: row.indicator == base.indicator and row == base)
    row = named(book, drawn(book, target, "targets_jian"), "stations_5g")  # type: ignore[arg-type]
    assert "上年2692个，来源不同，不作基数" in row.detail, row.detail


@pytest.mark.parametrize("reverse", [False, True])
def test_of_two_that_are_no_bases_the_one_of_the_targets_own_edition_is_told(
    tables: Tables, reverse: bool
) -> None:
    (base,) = [row for row in tables.rows("stations_5g", "jian") if row.status == "actual"]
    own = replace(base, id="own", source=tables.catalogue.sources["jian_yearbooks"])
    other = replace(base, id="a", value=base.value + 1, edition="revised")
    book = Changed(tables, [own, other][:: -1 if reverse else 1], without=lambda row: row == base)
    row = named(book, drawn(book, target, "targets_jian"), "stations_5g")  # type: ignore[arg-type]
    assert "上年2692个，来源不同，不作基数" in row.detail, row.detail


def test_a_forecast_is_no_target_and_policy_stays_away(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian")
    assert figure.frame.notices == ("年内预计数，非目标：电子信息产业营业收入超1800亿元（2021年）",)
    assert {row.status for row in figure.rows} == {"actual", "target", "forecast"}
    assert {row.status for row in figure.drawn} == {"actual", "target"}


def test_an_end_that_does_not_add_up_to_the_unit_is_noted(tables: Tables) -> None:
    notes = drawn(tables, target, "targets_jian").frame.note
    assert "材料为4700个，按公布数计算为4692个（在取整范围内相符）" in notes
    assert "规模以上工业企业数的期末目标由1624家与净增110家推算" in notes


def test_every_target_of_the_year_is_shown(tables: Tables) -> None:
    shown = {row.id for row in drawn(tables, target, "targets_jian").rows}
    rows = [row for one in tables.catalogue.indicators for row in tables.rows(one, "jian")]
    assert {row.id for row in rows if row.status in ("target", "forecast")} <= shown


def test_the_data_are_as_of_the_latest_actual_figure(tables: Tables) -> None:
    assert drawn(tables, target, "targets_jian").frame.as_of == "数据截至2020年12月"


def stock(tables: Tables, period: str, value: int) -> Observation:
    base = next(row for row in tables.rows("designated_enterprises", "jian"))
    when = periods.parse(period, "stock")
    return replace(base, id=f"jian:made:{period}", period=when, value=Decimal(value))


def test_a_bar_only_for_an_actual_figure_inside_the_targets_period(tables: Tables) -> None:
    more = Changed(tables, [stock(tables, "2021-06", 1690), stock(tables, "2022-06", 1800)])
    figure = drawn(more, target, "targets_jian")
    bars = [
        mark
        for panel in row_panels(figure)
        for row in panel.rows
        for mark in row.marks
        if mark.shape == "bar"
    ]
    assert [mark.text for mark in bars] == ["1690家（2021年6月末）"]
    assert ("bar", "#1EA2B4", "2021年实际") in row_panels(figure)[0].legend
    assert "未收录目标年度内的实际值" not in figure.frame.subtitle


def test_a_base_of_another_publisher_makes_no_change(tables: Tables) -> None:
    other = tables.catalogue.sources["jian_yearbooks"]
    swapped = replace(stock(tables, "2020-12", 1624), source=other, id="jian:other")
    more = Changed(
        tables,
        [swapped],
        lambda row: (
            row.indicator.id == "designated_enterprises" and not row.derived and row.id != "jian:other"
        ),
    )
    row = named(tables, drawn(more, target, "targets_jian"), "designated_enterprises")
    assert row.text == "" and not any(mark.shape == "ring" for mark in row.marks)


@pytest.mark.parametrize(("publisher", "bar"), [("jian_2021_05", True), ("jian_yearbooks", False)])
def test_what_is_reached_a_year_after_the_base_is_of_its_publisher(
    tables: Tables, publisher: str, bar: bool
) -> None:
    """Both are read on one scale, and a year apart only figures of one publisher are."""
    reached = replace(stock(tables, "2021-12", 1750), source=tables.catalogue.sources[publisher])
    row = named(tables, drawn(Changed(tables, [reached]), target, "targets_jian"), "designated_enterprises")
    assert any(mark.shape == "bar" for mark in row.marks) is bar


@pytest.mark.parametrize(
    ("region", "empty", "notice"),
    [
        (
            "hebei",
            "河北没有写明在2021年完成的目标，不作图；已有的目标见下表。",
            "14项目标未写明完成年份，不作图，见下表",
        ),
        (
            "shaanxi",
            "陕西没有写明在2021年完成的目标，不作图；已有的目标见下表。",
            "未写明完成年份，不作图：率先建设的工业强县数20个",
        ),
        ("jiangxi", "江西没有目标数字。", "年内预计数，非目标：电子信息产业营业收入超6500亿元（2021年）"),
    ],
)
def test_undated_targets_are_never_drawn(tables: Tables, region: str, empty: str, notice: str) -> None:
    figure = drawn(tables, target, "targets_jian", regions=(region,))
    assert (figure.panels, figure.empty) == ((), empty)
    assert figure.frame.notices[0] == notice
    assert len(figure.table.rows) == len(figure.rows)


def test_targets_of_two_regions_are_never_in_one_figure(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian", regions=("jian", "hebei"))
    assert {row.region.id for row in figure.rows} == {"jian"}


def test_english_has_no_chinese(tables: Tables) -> None:
    figure = drawn(tables, target, "targets_jian", "en")
    assert not any("一" <= sign <= "鿿" for sign in told(figure))
