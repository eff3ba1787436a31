"""A word of absence is true of the tables, of the period asked for; no other period stands in its place; 数据截至
tells of what is drawn. On tables drawn at random, and in cases one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.books import Worked
from tests.figures.drawing import Changed, marked, told
from tests.figures.specs import made, once
from tests.figures.test_honesty import (
    CATALOGUE,
    FIGURES,
    FLOWS,
    KNOBS,
    SPECS,
    STOCKS,
    SUBSETS,
    grown,
    subjects,
)
from tests.figures.untrue_absence import NEVER, said, untrue

ALONE = [one for one in SPECS if subjects(one) and one.chart != "together"]
SPANS = [one for one in FIGURES if one.over_a_period and one.chart not in ("together", "target")]


@settings(max_examples=600, deadline=None, derandomize=True, database=None)
@given(
    spec=st.sampled_from(ALONE),
    seed=st.integers(0, 10**6),
    knobs=st.frozensets(st.sampled_from(KNOBS)),
    regions=st.sampled_from([(), *SUBSETS]),
    period=st.sampled_from([None, None, None, *FLOWS, *STOCKS, "1999"]),
)
def test_every_word_of_absence_is_true_of_any_tables(
    spec: FigureSpec, seed: int, knobs: frozenset[str], regions: tuple[str, ...], period: str | None
) -> None:
    rows = grown(spec, seed, knobs)
    choices = Choices(regions=regions, period=period)

    def faults(some: list[Observation]) -> list[str]:
        tables = Worked(CATALOGUE, some)
        return list(untrue(draw(spec, tables, choices, "zh"), tables, spec, choices))

    found = faults(rows)
    for row in list(rows) if found else ():
        fewer = [one for one in rows if one != row]
        if less := faults(fewer):
            rows, found = fewer, less
    assert not found, "\n".join(
        [*found, str(choices), *(f"{row.id} {row.edition} {row.status}" for row in rows)]
    )


@pytest.mark.parametrize(
    "spec", [one for one in FIGURES if one.chart != "together"], ids=lambda spec: spec.id
)
def test_every_word_of_absence_is_true_of_the_frozen_tables(tables: Tables, spec: FigureSpec) -> None:
    """For every choice of regions; other periods than its own with none and with all, and by turns with one: tables drawn at
    random, above, have every one with any."""
    periods_of = (None, "2021-01/2021-05", "2024-01/2024-06")
    few = {regions: (None, periods_of[1 + at % 2]) for at, regions in enumerate(SUBSETS[:-1])}
    every = dict.fromkeys(((), SUBSETS[-1]), periods_of)
    for regions, period in ((one, each) for one, some in (few | every).items() for each in some):
        choices = Choices(regions=regions, period=period)
        assert not list(untrue(once(spec, tables, choices, "zh"), tables, spec, choices))
        if regions in ((), SUBSETS[-1]):  # its absences are those of the Chinese one, in other words
            english = once(spec, tables, choices, "en")
            assert not [text for text in said(english) if NEVER.search(text) or text.strip() == "—"]


@pytest.mark.parametrize("spec", SPANS, ids=lambda spec: spec.id)
@pytest.mark.parametrize("period", ["2024-01/2024-06", "gibberish", "2021-13", "2021@gibberish"])
def test_nothing_stands_in_the_place_of_a_period_that_isnt_held(
    tables: Tables, spec: FigureSpec, period: str
) -> None:
    figure = draw(spec, tables, Choices(period=period), "zh")
    assert not marked(figure) and figure.empty and not figure.frame.as_of


@pytest.mark.parametrize("figure", ["growth_quarters", "structure_hebei", "ranks_jian", "coverage"])
def test_a_figure_without_a_period_to_choose_says_so(tables: Tables, figure: str) -> None:
    spec = CATALOGUE.figures[figure]
    asked = draw(spec, tables, Choices(period="2024-01/2024-06"), "zh")
    assert asked.frame.notices[0] == "本图不可选择期间，未按“2024年1—6月”作图"
    assert asked.panels == draw(spec, tables, Choices(), "zh").panels


@pytest.mark.parametrize(
    ("language", "three", "more"),
    [
        ("zh", "没有“{}”这个地区", "没有“{}”等地区"),
        ("en", "There is no region “{}”", "There are no regions “{}” and others"),
    ],
)
def test_of_regions_that_there_arent_three_are_named(
    tables: Tables, language: str, three: str, more: str
) -> None:
    def told(*unknown: str) -> str:
        choices = Choices(regions=("hebei", *unknown, "jiangxi"))
        return draw(CATALOGUE.figures["growth_q1"], tables, choices, language).frame.notices[0]

    names = {"zh": "aa、bb、cc", "en": "aa, bb, cc"}[language]
    assert told("aa", "bb", "cc") == three.format(names)
    assert told("aa", "bb", "cc", "dd") == told("aa", "bb", "cc", *"efghij") == more.format(names)
    assert told("x" * 900) == three.format("x" * 40)


def test_a_sheet_passes_the_period_on(tables: Tables) -> None:
    figure = draw(CATALOGUE.figures["results"], tables, Choices(period="2024-01/2024-06"), "zh")
    assert not figure.panels and all(
        "2024年1—6月" in one or "不同" in one or "未收录" in one for one in figure.frame.notices
    )


def test_the_margin_of_january_to_may(tables: Tables) -> None:
    figure = draw(CATALOGUE.figures["margin"], tables, Choices(), "zh")
    assert [(row.region.id, row.derived) for row in marked(figure)] == [("hebei", False), ("jiangxi", True)]
    assert figure.frame.notices == ("期间不同，不参与比较：吉安7.3%（2021年1—4月）", "未收录：陕西")
    assert (
        "江西规模以上工业企业营业收入利润率6.23%由规模以上工业企业利润总额982亿元、规模以上工业企业营业收入15760.9亿元推算"
        in figure.frame.note
    )


def test_a_figure_of_the_period_asked_for_stands_alone(tables: Tables) -> None:
    """It isn't said to be of another period than the nearest of another region."""
    without = Changed(
        tables,
        without=lambda row: row.indicator.id == "profit_margin" and row.region.id in ("jiangxi", "china"),
    )
    figure = draw(CATALOGUE.figures["margin"], without, Choices(), "zh")
    assert figure.frame.notices[0].startswith("期间不同，不参与比较：吉安7.3%")
    assert figure.frame.notices[1] == "没有可比的地区，不参与比较：河北6.37%（2021年1—5月）"
    assert figure.empty == "所选地区中，没有两个同级地区有可比数字（2021年1—5月），不作图。"


def test_what_compares_later_than_the_year_to_look_at_is_told(tables: Tables) -> None:
    only = Changed(tables, without=lambda row: bool(row.period and row.period.year < 2022))
    figure = made(only, "bars", indicator="value_added_growth", regions=("jiangxi", "shaanxi"))
    assert not marked(figure) and "到2021年为止" in figure.empty
    assert figure.frame.notices and figure.frame.notices[0].startswith("晚于2021年，不参与比较：江西")
    later = made(
        only, "bars", chosen=Choices(("jiangxi", "shaanxi"), year="2022"), indicator="value_added_growth"
    )
    assert marked(later) and "2022年" in later.frame.subtitle


def test_the_data_go_up_to_what_is_drawn_and_behind_it_to_what_is_told_of(tables: Tables) -> None:
    as_of = {one.id: draw(one, tables, Choices(), "zh").frame.as_of for one in FIGURES}
    assert as_of["growth_q1"] == "数据截至2021年3月（另列的至2021年4月）"
    assert as_of["energy"] == "数据截至2020年12月"
    assert as_of["investment_energy"] == "数据截至2020年12月（另列的至2022年7月）"
    assert as_of["investment"] == as_of["emphasis"] == ""


def test_the_data_of_the_tables_go_up_to_the_last_actual_figure(tables: Tables) -> None:
    rows = [row for row in tables.rows() if row.status == "actual" and row.period]
    assert tables.until == max(row.until for row in rows)
    assert all(row.until <= row.period.end for row in rows if row.period)


def test_a_year_told_before_its_end_goes_up_to_then(tables: Tables) -> None:
    row = next(row for row in tables.rows("value_added_growth", "hebei") if row.source)
    assert row.source
    source = row.source.model_copy(update={"date": "2021-11-20"})
    early = replace(row, period=periods.parse("2021", "flow"), source=source)
    assert early.until == periods.parse("2021-11", "flow").end
    assert (
        replace(early, source=source.model_copy(update={"date": None})).until
        == periods.parse("2021-12", "flow").end
    )


def test_no_statement_is_left_of_absence_that_the_tables_dont_know(tables: Tables) -> None:
    for spec in FIGURES:
        assert not NEVER.search(told(draw(spec, tables, Choices(), "zh")))
