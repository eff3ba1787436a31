"""What a benchmark table tells beside its figures when asked: change, rank, target; and that nothing else is told."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Entry, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests.figures.drawing import Changed

TITLE = Text(zh="对标", en="Benchmark")


def entries(
    tables: Tables, beside: str, indicator: str, language: str = "zh", **chosen: str
) -> dict[str, Entry]:
    """The first line's entries by region."""
    spec = kinds()["table"].options(
        id="made", chart="table", title=TITLE, page="overview", indicators=(indicator,), beside=beside
    )
    (panel,) = draw(spec, tables, Choices(**chosen), language).panels
    assert isinstance(panel, TablePanel)
    names = (name for name, _ in panel.regions)
    return dict(zip(names, panel.lines[0].entries, strict=True))


def note(tables: Tables, beside: str, indicator: str, **chosen: str) -> str:
    spec = kinds()["table"].options(
        id="made", chart="table", title=TITLE, page="overview", indicators=(indicator,), beside=beside
    )
    return draw(spec, tables, Choices(**chosen), "zh").frame.note


def test_a_change_names_its_earlier_period_and_both_figures(tables: Tables) -> None:
    held = {str(row.period): row for row in tables.rows("value_added_growth", "china")}
    now, before = held["2021-01/2021-03"], held["2021-01/2021-02"]
    told = entries(tables, "change", "value_added_growth")["全国"]
    assert (told.row, told.aside) == (now, "较1—2月−10.6") and told.aside.rows == (now, before)
    assert now.value - before.value == Decimal("-10.6")
    assert entries(tables, "change", "value_added_growth", "en")["China"].aside == "−10.6 on Jan–Feb"


def test_growth_isn_t_set_beside_that_of_another_year(tables: Tables) -> None:
    told = entries(tables, "change", "value_added_growth")
    for name, one in told.items():
        years = {row.period.year for row in one.aside.rows if row.period}
        assert len(years) <= 1, name


def test_an_amount_has_no_change_in_points(tables: Tables) -> None:
    assert tables.catalogue.indicators["designated_enterprises"].measure in AMOUNTS
    assert not any(one.aside for one in entries(tables, "change", "designated_enterprises").values())
    assert "未收录可供比较的上一期数字" in note(tables, "change", "designated_enterprises")


def test_a_rank_of_other_months_stands_with_the_figure_of_those_months(tables: Tables) -> None:
    told = entries(tables, "rank", "value_added_growth")["江西"]
    figure, rank = told.aside.rows
    assert rank.indicator.rank_of == figure.indicator.id == "value_added_growth"
    assert rank.period == figure.period != (told.row and told.row.period)
    assert re.fullmatch(r"1—\d+月\d+\.\d%，全国第8位", told.aside)


def test_a_rank_of_other_months_is_left_out_without_their_figure(tables: Tables) -> None:
    held = entries(tables, "rank", "value_added_growth")["江西"]
    (figure, _) = held.aside.rows
    without = Changed(tables, without=lambda row: row.id == figure.id)
    told = entries(without, "rank", "value_added_growth")["江西"]  # type: ignore[arg-type]
    assert figure not in told.aside.rows
    assert all(row.indicator.rank_of is None or len(told.aside.rows) == 2 for row in told.aside.rows)


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("rank", r"江西2021年1—\d+月[\d.]+%，全国第8位"),
        ("change", r"2021年1—3月，全国较1—2月−10\.6个百分点；.*"),
        ("target", r"吉安2021年目标1734家（推算）"),
    ],
)
def test_the_headline_is_that_of_the_view(tables: Tables, beside: str, told: str) -> None:
    spec = kinds()["table"].options(id="made", chart="table", title=TITLE, page="overview", beside=beside)
    said = draw(spec, tables, Choices(), "zh").frame.subtitle
    assert re.fullmatch(rf"[^：]+：{told}", said), said


def test_where_no_target_of_the_year_is_held_the_note_says_so_of_these_indicators(tables: Tables) -> None:
    assert not any(one.aside for one in entries(tables, "target", "value_added_growth").values())
    assert "未收录表中各指标所选年份的年度目标" in note(tables, "target", "value_added_growth")


def test_a_target_to_which_an_addition_leads_stands_beside_the_figure_before_it(tables: Tables) -> None:
    told = entries(tables, "target", "designated_enterprises")["吉安"]
    assert told.row and str(told.row.period) == "2020-12"
    assert told.aside == "2021年目标1734家（推算）"
    english = entries(tables, "target", "designated_enterprises", "en")["Ji'an"]
    assert english.aside == "target for 2021: 1,734 firms (derived)"
    assert "未收录" not in note(tables, "target", "designated_enterprises")
    assert not entries(tables, "target", "designated_enterprises", year="2022")["吉安"].aside


def test_a_figure_set_apart_has_its_region_s_target_too(tables: Tables) -> None:
    (held,) = [
        row for row in tables.rows("value_added_growth", "jian") if str(row.period) == "2021-01/2021-04"
    ]
    year = periods.read("2021", "flow")
    aim = replace(held, id="made", status="target", period=year, value=Decimal("9.5"), qualifier="about")
    told = entries(Changed(tables, [aim]), "target", "value_added_growth")["吉安"]  # type: ignore[arg-type]
    assert (told.apart, told.aside) == (True, "目标约9.5%")


def test_a_target_of_the_year_stands_beside_its_region_s_figure(tables: Tables) -> None:
    (held,) = [
        row for row in tables.rows("value_added_growth", "hebei") if str(row.period) == "2021-01/2021-03"
    ]
    year = periods.read("2021", "flow")
    aim = replace(held, id="made", status="target", period=year, value=Decimal("6.5"), qualifier="at_least")
    told = entries(Changed(tables, [aim]), "target", "value_added_growth")  # type: ignore[arg-type]
    assert told["河北"].aside == "目标6.5%以上" and aim in told["河北"].aside.rows
    assert not told["江西"].aside
