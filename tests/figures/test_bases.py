"""What figures say of bases, on invented rows beside the world's: whose base it was, which growth, what average."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from industry import wording
from industry.figures import bases
from industry.figures.context import Context, Tables
from industry.figures.record import Figure
from industry.rules.base_effects import BaseEffect
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.vocabulary.slide import Choices
from industry.wording.said import VITAL
from tests.figures.drawing import Changed, lines, row_panels, told
from tests.figures.specs import made

Q1 = "2024-01/2024-03"
BEFORE = "2023-01/2023-03"


def with_growth(
    tables: Tables, *rows: tuple[str, str, str], indicator: str = "value_added_growth"
) -> Changed:
    """The world with growth of regions, as (region, period, value), where it has none for these months."""
    model = tables.rows(indicator, "china")[0]
    made_up: list[Observation] = []
    for region, period, value in rows:
        record = tables.catalogue.regions[region]
        id, when = f"{region}:{indicator}:{period}:made_up", parse(period, "flow")
        new = {"id": id, "region": record, "period": when, "value": Decimal(value), "as_printed": f"{value}%"}
        made_up.append(replace(model, step=Decimal("0.1"), edition="", **new))
    return Changed(tables, made_up)


def bars(tables: Tables, language: str = "zh", period: str = Q1, **spec: str) -> Figure:
    named = {"indicator": "value_added_growth"} | spec
    return made(tables, "bars", language, ("jiangxi", "hebei"), period=period, **named)


def test_a_base_is_a_rows_and_not_a_charts(tables: Tables) -> None:
    held = with_growth(tables, ("jiangxi", Q1, "9.5"), ("jiangxi", BEFORE, "-2.4"), ("hebei", Q1, "7.6"))
    figure = bars(held)
    assert "江西2024年1—3月上年同期为−2.4%，基数较低" in figure.frame.note
    assert "河北" not in figure.frame.note
    (panel,) = row_panels(figure)
    assert [(row.name, row.aside) for row in panel.rows] == [("江西", "两年平均约3.4%（推算）"), ("河北", "")]
    assert "江西两年平均由9.5%与−2.4%推算" in figure.frame.note
    assert next(one for one in figure.frame.notes if "基数较低" in one).kind in VITAL
    english = bars(held, "en")
    assert "Jiangxi, Jan–Mar 2024: −2.4% a year before, a low base" in english.frame.note
    assert row_panels(english)[0].rows[0].aside == "two-year average about 3.4% (derived)"


def test_where_all_have_an_average_it_has_a_panel(tables: Tables) -> None:
    rows = (
        ("jiangxi", Q1, "9.5"),
        ("jiangxi", BEFORE, "-2.4"),
        ("hebei", Q1, "7.6"),
        ("hebei", BEFORE, "5.1"),
    )
    years, averages = row_panels(bars(with_growth(tables, *rows)))
    assert (years.heading, averages.heading) == ("同比增速", "两年平均增速")
    assert [(row.name, row.text) for row in averages.rows] == [("江西", "约3.4"), ("河北", "约6.3")]


def test_where_no_base_was_out_of_the_ordinary_nothing_is_said_of_averages(tables: Tables) -> None:
    rows = (
        ("jiangxi", Q1, "6.5"),
        ("jiangxi", BEFORE, "5.4"),
        ("hebei", Q1, "7.6"),
        ("hebei", BEFORE, "5.1"),
    )
    figure = bars(with_growth(tables, *rows))
    assert len(figure.panels) == 1 and "平均" not in told(figure) and "基数" not in told(figure)


def test_falls_start_from_no_low_base(tables: Tables) -> None:
    rows = (
        ("jiangxi", "2024", "-0.1"),
        ("jiangxi", "2025", "-3.0"),
        ("hebei", "2024", "2.0"),
        ("hebei", "2025", "-1.0"),
    )
    assert "基数" not in told(bars(with_growth(tables, *rows), period="2025"))


def test_an_average_that_is_no_indicator_has_a_name_of_its_own(tables: Tables) -> None:
    rows = (("jiangxi", Q1, "40.0"), ("jiangxi", BEFORE, "-10.0"), ("hebei", Q1, "7.6"))
    figure = bars(with_growth(tables, *rows, indicator="revenue_growth"), indicator="revenue_growth")
    assert "规模以上工业企业营业收入增速（两年平均）" in {row[1] for row in figure.table.rows}
    assert "江西2024年1—3月上年同期为−10.0%，基数较低" in figure.frame.note


def test_both_years_sources_are_named(tables: Tables) -> None:
    figure = bars(tables, period="2021-01/2021-03")
    shown = {row.id for row in figure.rows}
    assert {
        row.id for row in tables.rows("value_added_growth", "jiangxi") if str(row.period) == "2020-01/2020-03"
    } <= shown
    assert {one.id for row in figure.rows for one in row.sources} >= {
        "jiangxi_stats_2021_01",
        "hebei_press_2020_10",
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bases_are_told_in_the_order_of_their_periods_however_they_are_drawn(
    tables: Tables, language: str
) -> None:
    """Of one region by periods, of several regions' by region; periods are sorted, and figures stand in their order."""
    model = tables.rows("value_added_growth", "shaanxi")[0]
    periods = [parse(f"2024-01/2024-{month}", "flow") for month in ("03", "06", "09")]
    bases_of = dict(zip(periods, ("-2.4", "-3.1", "-2.4"), strict=True))
    grown = [replace(model, id=f"a{one}", period=one, value=Decimal(9)) for one in periods]
    found = [
        BaseEffect("low", row, replace(row, id=f"b{row.period}", value=Decimal(base), step=Decimal("0.1")))
        for row, base in zip(grown, bases_of.values(), strict=True)
    ]
    context = Context(tables.catalogue.figures["gap_growth"], tables, Choices(), language)
    told = {str(bases.notes(context, order, lambda _: "A")[0]) for order in permutations(found)}
    assert len(told) == 1
    listed = "−2.4%、−3.1%、−2.4%" if language == "zh" else "−2.4%, −3.1%, −2.4%"
    assert listed in told.pop()


def test_of_one_year_it_is_said_once(tables: Tables) -> None:
    periods = ("2021-01/2021-02", "2021-01/2021-03", "2021-01/2021-09", "2021")
    figure = made(tables, "lines", indicator="value_added_growth", regions=("shaanxi",), periods=periods)
    assert (
        "陕西2021年1—2月、1—3月、1—9月、全年上年同期为−7.1%、−3.0%、1.2%、1.0%，基数较低" in figure.frame.note
    )
    assert len(lines(figure)) == 2


KEPT_AWAY = pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"qualifier": "about"}, "非确数"),
        ({"edition": "census_5"}, "版本不同（未注明版本、第五次经济普查修订值）"),
        ({"inferred": frozenset({"scope"})}, "材料未注明统计范围"),
    ],
)
"""How a base is changed so that it isn't averaged, and words of the reason."""


@KEPT_AWAY
@pytest.mark.parametrize(
    ("chart", "spec"),
    [
        ("bars", {"period": "2021"}),
        ("gap", {"own_periods": {"shaanxi": "2021"}}),
        ("lines", {"by": "quarters"}),
        ("gap_trend", {"by": "quarters"}),
        ("lines", {"by": "years", "years": 1}),
    ],
)
def test_a_base_that_is_not_averaged_is_told_once_with_what_keeps_it_from_that(
    tables: Tables, chart: str, spec: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    (row,) = [one for one in tables.rows("value_added_growth", "shaanxi") if str(one.period) == "2020"]
    other = replace(row, **change)
    held = Changed(tables, [other], without=lambda one: one == row)
    frame = made(held, chart, regions=("shaanxi",), indicator="value_added_growth", **spec).frame
    said = [*frame.notices, *frame.notes]
    number = wording.number(other, "zh")
    assert sum(one.count(f"陕西{number}") + one.count(f"：{number}") for one in said) == 1
    (note,) = [one for one in frame.notes if "不合算两年平均" in one]
    assert f"{reason}），上年同期正值" in note


@KEPT_AWAY
@pytest.mark.parametrize(
    "spec", [{"period": "2021-01/2021-03"}, {"chart": "lines", "by": "months", "years": 1}]
)
def test_a_base_that_is_held_is_not_called_missing_beside_a_printed_average(
    tables: Tables, spec: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    rows = tables.rows("value_added_growth", "china")
    (row,) = [one for one in rows if str(one.period) == "2020-01/2020-03"]
    other = replace(row, **change)
    held = Changed(tables, [other], without=lambda one: one == row)
    figure = made(
        held, **({"chart": "bars", "indicator": "value_added_growth", "regions": ("hebei",)} | spec)
    )
    number = wording.number(other, "zh")
    assert f"据公布的两年平均，基数较低（上年同期数：{number}，{reason}" in figure.frame.note
    (line,) = [
        one for one in figure.table.rows if (one[0], one[2], one[3]) == ("全国", "2021年1—3月", "24.5%")
    ]
    assert line[4].startswith(f"上年同期数：{number}，{reason}") and "基数较低，两年平均6.8%" in line[4]
