"""Figures that an address may ask for, of any indicator: each is drawn, or says why not; none fails."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from industry.figures.context import Tables
from industry.figures.draw import draw, spec_of
from industry.figures.record import Figure
from industry.figures.rows.lookup import ended
from industry.rules.lock import lock_of
from industry.rules.verdicts import verdict
from industry.vocabulary import fields
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.vocabulary.slide import MADE, Choices, Slide
from industry.wording.reasons import lock as worded_lock
from tests.figures.drawing import Changed, labels, lines, row_panels

GROWTH = "value_added_growth"


def asked(tables: Tables, figure: str, language: str = "zh", **chosen: str) -> Figure:
    """A figure of an address."""
    slide = Slide(figure, Choices.of(chosen))
    spec = spec_of(tables.catalogue, slide)
    assert spec is not None
    return draw(spec, tables, slide.choices, language)


@pytest.mark.parametrize("chosen", [{}, {"year": "latest"}, {"span": "2020/2020"}], ids=str)
@pytest.mark.parametrize("figure", MADE)
def test_of_every_indicator(tables: Tables, figure: str, chosen: dict[str, str]) -> None:
    for indicator in tables.catalogue.indicators:
        drawn = asked(tables, figure, indicator=indicator, **chosen)
        assert bool(drawn.panels) != bool(drawn.empty), indicator


@pytest.mark.parametrize("span", ["2020/2020", "2020"])
def test_one_year_is_a_span(tables: Tables, span: str) -> None:
    panel = lines(asked(tables, "trend", indicator=GROWTH, span=span))[0]
    assert {one[:4] for one in labels(panel)} == {"2020"} and len(panel.columns) > 1


@pytest.mark.parametrize("span", ["2021/2020", "2020-01/2021-06", "2020/", "2020/2021\n", "２０２０/2021"])
def test_what_is_no_span_is_told(tables: Tables, span: str) -> None:
    figure = asked(tables, "trend", indicator=GROWTH, span=span)
    assert not figure.panels and figure.empty


@pytest.mark.parametrize("year", ["latest\n", "2021\n", "２021", "21", "the latest"])
def test_what_is_no_year_is_told(tables: Tables, year: str) -> None:
    figure = asked(tables, "trend", indicator=GROWTH, year=year)
    assert not figure.panels and figure.empty


@pytest.mark.parametrize("chosen", [{}, {"span": "2012/2026"}], ids=str)
@pytest.mark.parametrize("figure", ["trend", "gap_trend", "share_trend"])
def test_lines_run_only_where_verdicts_join_and_over_equal_times(
    tables: Tables, figure: str, chosen: dict[str, str]
) -> None:
    for indicator in tables.catalogue.indicators:
        for panel in lines(asked(tables, figure, indicator=indicator, **chosen)):
            steps = set()
            for one in panel.series:
                for at, (row, then) in enumerate(pairwise(one.rows)):
                    if row and then and at not in panel.gaps:
                        assert verdict(row, then).one_line, (indicator, row.id, then.id)
                        steps.add(ended(then) - ended(row))
            assert len(steps) < 2, (indicator, labels(panel))


@pytest.mark.parametrize("span", ["2015/2021", "2020/2021"])
def test_ends_of_months_unequally_far_apart_are_points_that_say_their_month(
    tables: Tables, span: str
) -> None:
    figure = asked(tables, "trend", indicator="designated_enterprises", span=span)
    (panel,) = lines(figure)
    assert panel.gaps == tuple(range(len(panel.columns) - 1)) and len(panel.columns) > 2
    assert all(
        one.lines == (one.whole,) and "月末" in one.whole or "年末" in one.whole for one in panel.columns
    )
    assert all(any(one.rows[at] for one in panel.series) for at in range(len(panel.columns)))
    assert "各时点间隔不等，只标点，不连线" in figure.frame.note


def test_ends_of_years_are_a_line_with_every_year(tables: Tables) -> None:
    rows = [row for row in tables.rows("stations_5g", "hebei") if row.exact and str(row.period) == "2021-12"]
    ends = [
        replace(rows[0], id=year, period=parse(f"{year}-12", "stock"), inferred=frozenset())
        for year in ("2017", "2018", "2020")
    ]
    book = Changed(tables, ends, without=lambda row: row.indicator.id == "stations_5g" and row not in ends)
    figure = asked(book, "trend", indicator="stations_5g", span="2015/2022")
    (panel,) = lines(figure)
    assert labels(panel) == ("2017年末", "2018年末", "2019年末", "2020年末") and panel.gaps == ()
    assert panel.series[0].values[2] is None and "间隔不等" not in figure.frame.note


def test_two_dates_of_one_edition_of_a_list_are_no_line(tables: Tables) -> None:
    (row,) = [one for one in tables.rows("little_giants_national", "jiangxi") if str(one.period) == "2021-12"]
    other = replace(row, id="earlier", period=parse("2020-12", "list"))
    assert verdict(row, other).kind == "same_edition"
    figure = asked(Changed(tables, [other]), "trend", indicator="little_giants_national", regions="jiangxi")
    (panel,) = lines(figure)
    assert labels(panel) == ("2020年12月", "2021年12月") and panel.gaps == (0,)


def test_averages_stay_open_where_growth_does(tables: Tables) -> None:
    def half_year(row: Observation) -> bool:
        return row.indicator.id.startswith(GROWTH) and str(row.period) == "2021-01/2021-06"

    book = Changed(tables, without=half_year)
    for panel in lines(asked(book, "trend", indicator=GROWTH)):
        at = labels(panel).index("2021年1—6月")
        assert 0 < at < len(panel.columns) - 1 and all(one.values[at] is None for one in panel.series)


@pytest.mark.parametrize("year", [None, "2019", "2020", "2022", "latest"])
def test_panels_of_other_periods_say_their_own(tables: Tables, year: str | None) -> None:
    """A target's period is the year that its figure names."""
    for spec in tables.catalogue.config.figures:
        figure = draw(spec, tables, Choices(year=year), "zh")
        panels = [] if spec.chart == "target" or len(figure.panels) < 2 else row_panels(figure)
        locks = {lock_of(mark.row) for one in panels for row in one.rows for mark in row.marks if mark.row}
        for panel in panels if len(locks) > 1 else ():
            for row in panel.rows:
                for one in (mark.row for mark in row.marks if mark.row):
                    said = (panel.heading, row.name, row.detail, row.text)
                    when = worded_lock(lock_of(one), tables.catalogue.config, "zh").split("，")
                    assert all(any(word in text for text in said) for word in when), (spec.id, said)


def test_one_period_of_all_panels_stands_in_the_subtitle_alone(tables: Tables) -> None:
    spec = tables.catalogue.figures["results"]
    same = draw(spec, tables, Choices(period="2021-01/2021-05"), "zh")
    assert "2021年1—5月" in same.frame.subtitle
    assert not any("2021年" in one.heading for one in same.panels)


def test_what_has_no_share_no_gap_or_no_line_is_said_to_have_none(tables: Tables) -> None:
    for id, indicator in tables.catalogue.indicators.items():
        for figure, meant, why in (
            ("share_trend", fields.AMOUNTS, "不是总量，没有占全国的比重"),
            ("gap_trend", fields.RATES, "不是增速或比率，不与全国相减"),
            ("trend", (*fields.TRENDS, "parameter"), "不画走势线"),
        ):
            drawn = asked(tables, figure, indicator=id)
            assert (why in drawn.empty) == (indicator.measure not in meant), (figure, id)
            if why in drawn.empty:
                assert drawn.frame.title == indicator.name.zh and not drawn.frame.notices
