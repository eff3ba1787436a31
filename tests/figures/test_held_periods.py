"""The grid of periods by region: every period held, newest first, each as an address picks it; and what else is held of
the subject, a line for each measure with why it isn't compared."""

from __future__ import annotations

from collections import Counter

import pytest

from industry.figures.context import Context, Tables
from industry.figures.draw import draw, spec_of
from industry.figures.options import RegionsSpec
from industry.figures.record import TableLine, TablePanel
from industry.figures.rows import held_periods, running
from industry.rules.base_effects import base_effect
from industry.rules.comparison import Question, compare
from industry.rules.lock import is_lock
from industry.rules.shelf import Shelf
from industry.vocabulary.focus import Focus
from industry.vocabulary.slide import COMPARE, Choices, Slide
from industry.wording import say

GROWTH = "value_added_growth"


def context(
    tables: Tables, indicator: str, regions: tuple[str, ...] = (), language: str = "zh"
) -> Context[RegionsSpec]:
    spec = spec_of(tables.catalogue, slide := Slide(COMPARE, Choices(regions, indicator=indicator)))
    assert isinstance(spec, RegionsSpec)
    return Context(spec, tables, slide.choices, language)


def grid(tables: Tables, indicator: str, regions: tuple[str, ...] = ()) -> TablePanel:
    return held_periods.grid(context(tables, indicator, regions), tables.catalogue.indicators[indicator])


def line(panel: TablePanel, pick: str) -> TableLine:
    return next(one for one in panel.lines if one.pick == pick)


def test_every_actual_figure_that_has_a_period_is_in_the_grid(tables: Tables) -> None:
    for indicator in (GROWTH, "gdp", "designated_enterprises", "little_giants_national"):
        panel = grid(tables, indicator)
        shown = {one.row.id for each in panel.lines for one in each.entries if one.row}
        places = {tuple(each.pick for each in panel.lines)}
        assert len(places) == 1 and len({each.pick for each in panel.lines}) == len(panel.lines)
        held = [row for row in tables.rows(indicator) if row.status == "actual" and row.period]
        assert {row.id for row in held if row.id in shown} and len(shown) <= len(held) + len(
            tables.derived(indicator)
        )
        assert all(is_lock(each.pick, tables.catalogue.config.editions) for each in panel.lines)


def test_each_line_picks_the_period_that_it_shows(tables: Tables) -> None:
    for one in grid(tables, GROWTH).lines:
        chosen = Choices(period=one.pick, indicator=GROWTH)
        spec = spec_of(tables.catalogue, Slide(COMPARE, chosen))
        assert spec is not None
        figure = draw(spec, tables, chosen, "zh")
        drawn = held_periods.drawn(figure, tables.catalogue.indicators[GROWTH], tables.catalogue.benchmark)
        assert drawn == (one.pick if figure.panels else "")


def test_marks_stand_behind_growth_over_a_low_base(tables: Tables) -> None:
    panel = grid(tables, GROWTH)
    entries = line(panel, "2021-01/2021-06").entries
    assert [one.text for one in entries] == ["15.9*", "18.5*", "", "", ""]
    assert [head for head, _ in panel.regions] == ["全国", "江西", "吉安", "河北", "陕西"]
    assert held_periods.marks(context(tables, GROWTH), panel)[0] == "*上年同期基数较低"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_growth_of_which_no_base_is_known_is_told_from_growth_over_a_normal_one(
    tables: Tables, language: str
) -> None:
    """As 22.8 of a year after a shock, with nothing held of that, was not beside 25.4*."""
    seen, shelf = Counter[str](), Shelf(tables)
    for indicator in tables.catalogue.indicators:
        about = context(tables, indicator, language=language)
        panel = held_periods.grid(about, tables.catalogue.indicators[indicator])
        entries = [one for each in panel.lines for one in each.entries if one.row]
        kinds = {effect.kind for one in entries if one.row and (effect := base_effect(shelf, one.row))}
        for one in entries:
            effect = base_effect(shelf, one.row) if one.row else None
            mark = {"low": "*", "high": "†", "unknown": "‡"}[effect.kind] if effect else ""
            assert one.text == about.number(one.row, bare=True) + mark
            seen[mark] += 1
        told = [say(f"base_mark_{one}", language) for one in ("low", "high", "unknown") if one in kinds]
        assert held_periods.marks(about, panel) == told
    assert seen["‡"] > 10 and seen["*"] and seen[""]


def test_a_city_alone_stands_beside_its_province(tables: Tables) -> None:
    assert [head for head, _ in grid(tables, GROWTH, ("jian",)).regions] == ["全国", "江西", "吉安"]


def test_what_is_inferred_stands_apart_and_says_so(tables: Tables) -> None:
    entries = [one for each in grid(tables, "designated_enterprises").lines for one in each.entries]
    inferred = [one for one in entries if one.row and one.row.inferred]
    assert inferred and all(one.apart and one.tag == "推定" for one in inferred)


def test_other_measures_have_a_reason_and_a_way_to_them(tables: Tables) -> None:
    found = compare(tables, Question(GROWTH, tuple(tables.catalogue.config.regions)))
    others = held_periods.others(context(tables, GROWTH), found)
    concept = tables.catalogue.indicators[GROWTH].concept
    for one in others:
        assert one.reason and one.held and one.worded
        assert one.indicator is None or one.indicator.concept == concept
    assert not any(one.indicator and one.indicator.id == GROWTH for one in others)


def test_an_indicator_of_no_concept_has_a_grid_and_no_others(tables: Tables) -> None:
    lone = next(
        one
        for one in tables.catalogue.indicators.values()
        if one.concept is None and any(row.status == "actual" and row.period for row in tables.rows(one.id))
    )
    assert grid(tables, lone.id).lines
    found = compare(tables, Question(lone.id, tuple(tables.catalogue.config.regions)))
    assert all(one.indicator is None for one in held_periods.others(context(tables, lone.id), found))


def test_what_runs_over_time_begins_with_the_headlines(tables: Tables) -> None:
    regions = tuple(tables.catalogue.config.regions)
    found = running.running(tables, regions)
    assert found[0].tier == "headline" and GROWTH in {one.id for one in found}
    held = running.years(tables, tables.catalogue.indicators[GROWTH], regions, Focus(2021))
    assert held and held.usual == (2020, 2021) and held.first <= 2020
    gdp = running.years(tables, tables.catalogue.indicators["gdp"], regions, Focus(2021))
    assert gdp and gdp.usual == (gdp.first, gdp.last)
