"""Figures that an address may ask for, of any indicator: each is drawn, or says why not; none fails."""

from __future__ import annotations

import pytest

from industry.figures.context import Tables
from industry.figures.draw import draw, spec_of
from industry.figures.record import Figure
from industry.vocabulary.slide import MADE, Choices, Slide
from tests.figures.drawing import labels, lines

GROWTH = "value_added_growth"


def asked(tables: Tables, figure: str, language: str = "zh", **chosen: str) -> Figure:
    """A figure of an address."""
    slide = Slide(figure, Choices(**chosen))
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
