"""The profile of a region: of every region and year its figures are its own and as late as they may be, and what is said
of them beside others is what the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry import wording
from industry.export.card import find
from industry.export.pages.profile import HEADLINES, Number, Profile, profile
from industry.figures.finished import disputed
from industry.rules.base_effects import base_effect
from industry.rules.pairs import one_figure
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.vocabulary.fields import AMOUNTS
from industry.wording.said import Said
from tests.conftest import world
from tests.figures.drawing import Changed
from tests.forbidden import judging

REGIONS = world().catalogue.config.regions
YEARS = (None, "2019", "2021", "2024", "latest")


def numbers(one: Profile) -> Iterator[Number]:
    yield from one.headlines
    for industry in one.industries:
        yield from industry.numbers


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("region", REGIONS)
def test_its_figures_are_its_own_up_to_the_year(
    tables: Tables, region: str, year: str | None, language: str
) -> None:
    one = profile(tables, region, year, language)
    limit = 9999 if year == "latest" else int(year or tables.catalogue.config.focus)
    assert len(one.headlines) <= HEADLINES
    for number in numbers(one):
        (row,) = number.figure.rows
        assert row.region.id == region and row.status == "actual"
        assert row.period is None or row.period.year <= limit
        assert find(tables, row.id) is not None
        assert number.when
    shown = [number.figure.rows[0] for number in one.headlines]
    assert len({row.indicator.id for row in shown}) == len(shown)
    for change in one.changes:
        (first,), (last,) = change.first.rows, change.last.rows
        assert first.indicator == last.indicator and first.region.id == last.region.id == region
        assert first.period and last.period and first.period.end < last.period.end
        assert last.period.year <= limit
        terms = {source.id for row in (first, last) for source in row.sources}
        assert len(terms) == 1
    told = [one.finding, *(said for each in numbers(one) for said in (*each.beside, each.base))]
    assert not list(judging((region, said) for said in told))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("region", REGIONS)
def test_the_latest_figure_of_the_year_is_shown(tables: Tables, region: str, year: str | None) -> None:
    one = profile(tables, region, year, "zh")
    for number in one.headlines:
        (row,) = number.figure.rows
        assert row.period is not None
        others = [
            other
            for other in tables.rows(row.indicator.id, region, derived=True)
            if other.status == "actual" and not other.inferred and other.period
        ]
        same_year = [
            other.period.end for other in others if other.period and other.period.year == row.period.year
        ]
        assert row.period.end == max(same_year)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("region", REGIONS)
def test_above_and_below_are_what_the_figures_say(tables: Tables, region: str, year: str | None) -> None:
    """Of rates without a base out of the ordinary, by the printed values alone."""
    for number in profile(tables, region, year, "zh").headlines:
        (row,) = number.figure.rows
        if row.indicator.measure in AMOUNTS or number.base or row.value < 0:
            continue
        for said in number.beside:
            for other in (one for one in said.rows if one.region != row.region and not one.derived):
                assert other.period == row.period and other.indicator == row.indicator
                if "高于" in said:
                    assert row.value > other.value
                if "低于" in said:
                    assert row.value < other.value


def test_a_city_at_a_glance(tables: Tables) -> None:
    one = profile(tables, "jian", "2021", "zh")
    assert one.finding.startswith(
        "规上工业增加值增速：2021年1—4月增长24.6%，高于全省1.0个、全国4.3个百分点，居江西第2位"
    )
    held = {number.name: number for number in one.headlines}
    assert held["规上工业企业数"].figure == "1624家"
    assert held["规上工业企业数"].beside == ("占江西11.85%（推算）",)
    assert held["规上工业利润增速"].beside[0] == "未收录江西同期数字"
    assert (
        held["营业收入利润率"].beside[0] == "高于江西1.3个百分点"
    )  # as published, though Jiangxi's own is derived
    electronics = one.industries[0]
    assert electronics.name == "电子信息"
    told = [number.figure for number in electronics.numbers]
    assert {"1706.6亿元", "47.76%", "352家", "第1位"} <= {*map(str, told)}
    english = profile(tables, "jian", "2021", "en")
    assert english.industries[0].name == "Electronics"
    assert "Jan–Apr 2021, growth of 24.6%" in english.finding


@pytest.mark.parametrize("region", REGIONS)
def test_changes_are_of_about_the_year_where_any_is(tables: Tables, region: str) -> None:
    for year in (2019, 2021, 2024):
        ends = [one.last.rows[0].period for one in profile(tables, region, str(year), "zh").changes]
        years = {one.year for one in ends if one}
        assert all(one <= year for one in years)
        assert not years or min(years) >= year - 1 or max(years) < year - 1


def test_changes_are_of_one_source(tables: Tables) -> None:
    one = profile(tables, "shaanxi", "2021", "zh").changes[0]
    assert (one.first, one.last, one.change) == ("5072家", "7164家", "+2092家（推算）")
    assert isinstance(one.first, Said)


def test_a_low_base_is_told_wherever_its_growth_stands(tables: Tables) -> None:
    one = profile(tables, "shaanxi", "2021", "zh")
    growth = next(each for each in one.headlines if each.name == "规上工业增加值增速")
    assert "基数较低" in growth.base and "基数较低" in one.finding
    assert one.finding.kind == "low_base"


def test_every_branch_that_the_tables_hold_stands_under_its_name(tables: Tables) -> None:
    for region in REGIONS:
        held = {
            row.indicator.industry
            for row in tables.rows(region=region)
            if row.indicator.industry and row.status == "actual"
        }
        one = profile(tables, region, "latest", "en")
        names = {tables.catalogue.config.industries[id].en for id in held if id}
        assert {each.name for each in one.industries} == names


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("year", YEARS)
def test_what_other_sources_say_stands_beside_a_figure(
    tables: Tables, year: str | None, language: str
) -> None:
    seen = 0
    for region in REGIONS:
        one = profile(tables, region, year, language)
        shown = [(number.figure.rows[0], " ".join(number.beside)) for number in numbers(one)]
        shown += [(end.rows[0], change.when) for change in one.changes for end in (change.first, change.last)]
        for row, told in shown:
            other = [
                each for found in disputed(tables, [row]) for each in found.rows if not one_figure(each, row)
            ]
            for each in other[:1]:
                assert wording.number(each, language) in told, (row.id, told)
                seen += 1
    assert seen or year != "2021"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_average_over_two_years_is_told_where_a_base_asks_for_more(tables: Tables, language: str) -> None:
    """China's growth of 2022 is told with the average over three years; the region's own base is high here, too."""
    growth = tables.rows("value_added_growth", "jiangxi")
    before = next(row for row in growth if str(row.period) == "2021")
    high = replace(before, id="high", value=Decimal("16.0"))
    held: Any = Changed(tables, [high], without=lambda row: row.id == before.id)
    one = profile(held, "jiangxi", "2022", language)
    country = next(row for row in tables.rows("value_added_growth", "china") if str(row.period) == "2022")
    effect = base_effect(Shelf(tables), country)
    assert effect and effect.years == 3
    base = wording.say("base_high", language)
    assert base in one.finding, one.finding
    assert wording.over(2, language) not in one.finding, one.finding
