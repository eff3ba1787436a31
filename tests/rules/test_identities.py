"""Each identity both ways, on figures of the documents and on what must not be derived."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.rules import identities
from industry.rules.arithmetic.derived import change_between, gap_of, share_of_parent
from industry.rules.arithmetic.intervals import half_up
from industry.rules.shelf import Shelf
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Closing, PartOf
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording.numbers import number
from tests.books import Handmade, decimals, indicator, source

GROWTH = indicator("growth", "growth_yoy")
GAP_CHINA = indicator("gap_china", "gap", "百分点", gap_of="growth", gap_to="china")
GAP_PARENT = indicator("gap_parent", "gap", "百分点", gap_of="growth", gap_to="parent")
TECH = indicator("tech_growth", "growth_yoy")
GAP_TECH = indicator("tech_gap", "gap", "百分点", gap_of="tech_growth", gap_to="growth")
AVERAGE = indicator("average", "growth_two_year_average", two_year_average_of="growth")
RANK = indicator("rank", "rank", "位")
PLACES = indicator("places", "change", "位", change_of="rank")
SHARE = indicator("share", "share")
SHARE_CHANGE = indicator("share_change", "change", "百分点", change_of="share")
LISTED = indicator("listed", "count", "家", "list")
LISTED_CHANGE = indicator("listed_change", "change", "家", "list", change_of="listed")
PRODUCTS = indicator("products", "count", "种")
UP, UP_FAST = indicator("up", "count", "种"), indicator("up_fast", "count", "种")
UP_SHARE = indicator("up_share", "share", share_of=PartOf(part="up", whole="products"))
FAST_SHARE = indicator("fast_share", "share", share_of=PartOf(part="up_fast", whole="products"))
REVENUE, BRANCH = indicator("revenue", unit="亿元"), indicator("branch", unit="亿元")
BRANCH_SHARE = indicator("branch_share", "share", share_of=PartOf(part="branch", whole="revenue"))
STATIONS = indicator(
    "stations", unit="个", timing="stock", closing_of=Closing(opening="stations", added="stations_added")
)
ADDED = indicator("stations_added", unit="个")
PARTS = [indicator(name, unit="亿元") for name in ("first", "second", "third")]
TOTAL = indicator("total", unit="亿元", sum_of=("first", "second", "third"))
CONTRIBUTION = indicator(
    "contribution", "contribution", contribution_of=PartOf(part="branch", whole="revenue")
)


def solved(book: Handmade) -> tuple[dict[str, Observation], list[Finding]]:
    """Derived rows by id, and findings."""
    rows, findings = identities.solve(book)
    assert len({row.id for row in rows}) == len(rows)
    return {row.id: row for row in rows}, list(findings)


def lone(book: Handmade) -> Observation:
    rows, findings = solved(book)
    assert findings == []
    (row,) = rows.values()
    return row


def check(book: Handmade) -> Finding:
    rows, (found,) = solved(book)
    assert rows == {}
    return found


def bounds(row: Observation) -> tuple[Decimal, Decimal]:
    assert row.derivation is not None
    return row.derivation.low, row.derivation.high


# Gaps.


def test_a_gap_that_contradicts_the_published_benchmark_is_a_conflict() -> None:
    book = Handmade(GROWTH, GAP_CHINA)
    value = book.add("jiangxi", "growth", "2021-01/2021-06", "18.5%")
    gap = book.add("jiangxi", "gap_china", "2021-01/2021-06", "6个百分点")
    china = book.add("china", "growth", "2021-01/2021-06", "15.9%")
    found = check(book)
    assert (found.code, found.rule, found.rows) == ("conflict", "gap", (gap, value, china))
    assert (found.printed, found.computed, found.low, found.high) == decimals("6", "2.6", "2.5", "2.7")


def test_a_check_takes_its_terms_from_the_source_that_prints_the_gap() -> None:
    book = Handmade(GROWTH, GAP_CHINA)
    book.add("jiangxi", "growth", "2021-01/2021-06", "30.0%", source="bureau")
    own = book.add("jiangxi", "growth", "2021-01/2021-06", "18.5%", source=source("paper", kind="meeting"))
    book.add("jiangxi", "gap_china", "2021-01/2021-06", "2.6个百分点", source=source("paper", kind="meeting"))
    book.add("china", "growth", "2021-01/2021-06", "15.9%")
    gap, sources = solved(book)[1]
    assert (gap.code, gap.rows[1]) == ("agrees", own)
    assert (sources.code, sources.rule) == ("conflict", "two_sources")


def test_a_gap_printed_without_decimals_agrees_within_its_digit() -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点")
    book.add("jiangxi", "growth", "2021-01/2021-04", "23.6%")
    assert (check(book).code, check(book).computed) == ("agrees", Decimal("1.0"))


def test_a_gap_to_another_indicator_of_the_region() -> None:
    book = Handmade(GROWTH, TECH, GAP_TECH)
    book.add("hebei", "growth", "2021-01/2021-10", "4.8%")
    book.add("hebei", "tech_growth", "2021-01/2021-10", "12.7%")
    book.add("hebei", "tech_gap", "2021-01/2021-10", "7.9个百分点")
    assert (check(book).code, check(book).computed) == ("agrees", Decimal("7.9"))


def test_a_citys_gap_gives_its_province_with_the_doubt_of_the_printed_digits() -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    value = book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    gap = book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点")
    row = lone(book)
    assert row.id == "jiangxi:growth:2021-01/2021-04:derived:gap"
    assert (row.value, row.step, row.as_printed, row.paragraph) == (Decimal("23.6"), Decimal("0.1"), "", None)
    assert bounds(row) == decimals("23.05", "24.15")
    assert row.derivation is not None
    assert row.terms == (gap, value)
    assert row.source is None and row.sources == value.sources
    assert row.region.id == "jiangxi"


def test_both_growth_rates_give_a_gap_that_no_source_prints() -> None:
    book = Handmade(GROWTH, GAP_CHINA, GAP_PARENT)
    own = book.add("shaanxi", "growth", "2021-01/2021-03", "18.9%")
    country = book.add("china", "growth", "2021-01/2021-03", "24.5%")
    row = lone(book)  # a province's parent is China: that gap is not given twice
    assert (row.indicator.id, row.value, row.source) == ("gap_china", Decimal("-5.6"), None)
    assert row.sources == (*own.sources, *country.sources)
    assert bounds(row) == decimals("-5.7", "-5.5")


@pytest.mark.parametrize("period", ["2021-01/2021-05", "2021-06", "2020-01/2020-06"])
def test_gaps_are_of_one_period(period: str) -> None:
    book = Handmade(GROWTH, GAP_CHINA)
    book.add("jiangxi", "growth", "2021-01/2021-06", "18.5%")
    book.add("china", "growth", period, "15.9%")
    assert solved(book) == ({}, [])


# What nothing may be derived from.


@pytest.mark.parametrize(
    "more",
    [
        {"qualifier": "over"},
        {"status": "target"},
        {"status": "forecast"},
        {"inferred": "indicator"},
        {"inferred": "scope"},
        {"inferred": "denominator"},
        {"inferred": "period"},
        {"source": source("another_publisher")},
    ],
)
def test_no_row_from_figures_that_are_open_not_actual_inferred_or_of_two_publishers(more: Any) -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1.0个百分点", **more)
    assert solved(book) == ({}, [])


@pytest.mark.parametrize("more", [{}, {"qualifier": "over"}, {"edition": "revised"}, {"inferred": "scope"}])
def test_nothing_is_derived_where_any_figure_is_published(more: Any) -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点")
    book.add("jiangxi", "growth", "2021-01/2021-04", "23.6%", **more)
    assert solved(book)[0] == {}


def test_a_check_may_use_what_is_inferred_and_says_so() -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点", inferred="period")
    book.add("jiangxi", "growth", "2021-01/2021-04", "20.0%")
    assert (check(book).code, check(book).inferred) == ("conflict", frozenset({"period"}))


def test_derived_rows_feed_no_further_derivation() -> None:
    book = Handmade(GROWTH, GAP_PARENT, GAP_CHINA)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点")
    book.add("jiangxi", "gap_china", "2021-01/2021-04", "3个百分点")
    assert set(solved(book)[0]) == {"jiangxi:growth:2021-01/2021-04:derived:gap"}


def test_what_a_figure_could_follow_from_is_told_of_open_figures_too_and_never_of_what_gives_none() -> None:
    """An average gives no growth of the year before."""
    book = Handmade(GROWTH, AVERAGE)
    now = book.add("hebei", "growth", "2021", "5.0%", qualifier="over")
    before = book.add("hebei", "growth", "2020", "3.0%")
    held = [*identities.ways(Shelf(book), AVERAGE)]
    assert [(slot.region, slot.period, terms) for slot, terms in held] == [
        ("hebei", now.period, ([now], [before]))
    ]
    book = Handmade(GROWTH, AVERAGE)
    book.add("hebei", "growth", "2021", "5.0%")
    book.add("hebei", "average", "2021", "4.0%")
    assert not [*identities.ways(Shelf(book), GROWTH)]


def test_rows_derived_before_change_nothing() -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1个百分点")
    once = identities.solve(book)
    book.all += once[0]
    assert identities.solve(book) == once


# Changes.


def test_a_change_gives_last_years_figure_from_one_source_and_carries_what_is_inferred() -> None:
    book = Handmade(SHARE, SHARE_CHANGE)
    book.add("hebei", "share", "2021-01/2021-10", "21%", inferred="denominator")
    book.add("hebei", "share_change", "2021-01/2021-10", "2.2个百分点", inferred="denominator period")
    row = lone(book)
    assert row.id == "hebei:share:2020-01/2020-10:derived:change"
    assert (row.value, bounds(row)) == (Decimal("18.8"), decimals("18.25", "19.35"))
    assert row.inferred == {"denominator", "period"}


def test_a_change_of_an_unnamed_share_is_not_taken_from_a_named_one() -> None:
    book = Handmade(SHARE, SHARE_CHANGE)
    book.add("hebei", "share", "2021-01/2021-10", "21%")
    book.add("hebei", "share_change", "2021-01/2021-10", "2.2个百分点", inferred="denominator")
    assert solved(book) == ({}, [])


def test_places_gained_give_the_rank_a_year_before_exactly() -> None:
    book = Handmade(RANK, PLACES)
    book.add("jiangxi", "rank", "2021-01/2021-06", "第8位")
    book.add("jiangxi", "places", "2021-01/2021-06", "4位")
    row = lone(book)
    assert row.id == "jiangxi:rank:2020-01/2020-06:derived:rank_change"
    assert (row.value, bounds(row)) == (Decimal(12), decimals("12", "12"))


@pytest.mark.parametrize(("before", "code"), [("第12位", "agrees"), ("第4位", "conflict")])
def test_places_are_gained_towards_the_first(before: str, code: str) -> None:
    book = Handmade(RANK, PLACES)
    book.add("jiangxi", "rank", "2021-01/2021-06", "第8位")
    book.add("jiangxi", "places", "2021-01/2021-06", "4位")
    book.add("jiangxi", "rank", "2020-01/2020-06", before)
    assert check(book).code == code


def test_two_ranks_give_the_places_gained() -> None:
    book = Handmade(RANK, PLACES)
    book.add("jiangxi", "rank", "2021-01/2021-06", "第8位")
    book.add("jiangxi", "rank", "2020-01/2020-06", "第12位")
    assert (lone(book).indicator.id, lone(book).value) == ("places", Decimal(4))


def test_a_change_of_a_list_leads_to_last_years_list_and_of_batches_nowhere() -> None:
    book = Handmade(LISTED, LISTED_CHANGE)
    book.add("hebei", "listed", "2021", "33家", edition="list_2021")
    book.add("hebei", "listed_change", "2021", "增加1家", edition="list_2021")
    row = lone(book)
    assert (row.value, row.edition, str(row.period)) == (Decimal(32), "list_2020", "2020")
    book = Handmade(LISTED, LISTED_CHANGE)
    book.add("hebei", "listed", "2021", "33家", edition="batches_1_3")
    book.add("hebei", "listed_change", "2021", "增加1家", edition="batches_1_3")
    assert solved(book) == ({}, [])


# Shares.


@pytest.mark.parametrize(("part", "share"), [("32种", "94.1%"), ("23种", "67.6%")])
def test_a_share_agrees_with_its_counts(part: str, share: str) -> None:
    book = Handmade(PRODUCTS, UP, UP_SHARE)
    book.add("jian", "products", "2021-01/2021-04", "34种")
    book.add("jian", "up", "2021-01/2021-04", part)
    book.add("jian", "up_share", "2021-01/2021-04", share)
    assert check(book).code == "agrees"


def test_a_share_that_its_counts_do_not_give_is_a_conflict() -> None:
    book = Handmade(PRODUCTS, UP, UP_SHARE)
    book.add("jian", "products", "2021-01/2021-04", "34种")
    book.add("jian", "up", "2021-01/2021-04", "32种")
    book.add("jian", "up_share", "2021-01/2021-04", "94.2%")
    assert (check(book).code, check(book).computed) == ("conflict", Decimal("94.12"))


def products(fast_share: str) -> Handmade:
    book = Handmade(PRODUCTS, UP, UP_FAST, UP_SHARE, FAST_SHARE)
    book.add("jian", "up", "2021-01/2021-04", "117种")
    book.add("jian", "up_share", "2021-01/2021-04", "77.5%")
    book.add("jian", "up_fast", "2021-01/2021-04", "104种")
    book.add("jian", "fast_share", "2021-01/2021-04", fast_share)
    return book


def test_two_shares_give_one_whole_and_agree_with_it() -> None:
    rows, findings = solved(products("68.9%"))
    (row,) = rows.values()
    assert (row.id, row.value) == ("jian:products:2021-01/2021-04:derived:share", Decimal(151))
    assert bounds(row) == decimals("151", "151")
    assert row.derivation is not None
    assert len(row.derivation.terms) == 4
    assert [(found.code, found.rows[0].indicator.id, found.rows[2]) for found in findings] == [
        ("agrees", "up_share", row),
        ("agrees", "fast_share", row),
    ]


def test_shares_of_different_wholes_give_none_and_are_a_conflict() -> None:
    rows, (found,) = solved(products("75.0%"))
    assert rows == {}
    assert (found.code, found.rule) == ("conflict", "total")
    assert {found.printed, found.computed} == {Decimal(151), Decimal(139)}


def test_shares_of_two_wholes_may_give_one_part() -> None:
    other = indicator("up_share_here", "share", share_of=PartOf(part="up", whole="listed"))
    book = Handmade(PRODUCTS, UP, UP_SHARE, indicator("listed", unit="种"), other)
    book.add("jian", "products", "2021", "151种")
    book.add("jian", "up_share", "2021", "77.5%")
    book.add("jian", "listed", "2021", "200种")
    book.add("jian", "up_share_here", "2021", "58.5%")
    row = lone(book)
    assert (row.indicator.id, row.value) == ("up", Decimal(117))


def test_a_share_of_no_whole_number_gives_none() -> None:
    book = Handmade(PRODUCTS, UP, UP_SHARE)
    book.add("jian", "up", "2021-01/2021-04", "117种")
    book.add("jian", "up_share", "2021-01/2021-04", "77.7%")  # 150.5 to 150.7 products
    assert [found.code for found in solved(book)[1]] == ["conflict"]


def test_the_whole_of_money_keeps_the_digits_that_are_sure() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "branch", "2020", "1706.6亿元")
    book.add("jian", "branch_share", "2020", "47.76%")
    row = lone(book)
    assert (row.indicator.id, f"{row.value:.3f}", str(row.step)) == ("revenue", "3573.283", "1")
    low, high = bounds(row)
    assert low < Decimal("3572.81")
    assert Decimal("3573.75") < high < Decimal("3573.78")


def test_part_and_share_come_from_the_others() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "3573.3亿元")
    book.add("jian", "branch_share", "2020", "47.76%")
    assert (lone(book).indicator.id, str(lone(book).value)) == ("branch", "1706.60808")
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "3573.3亿元")
    book.add("jian", "branch", "2020", "1706.6亿元")
    assert (lone(book).indicator.id, f"{lone(book).value:.4f}") == ("branch_share", "47.7598")
    assert number(lone(book), "zh") == "47.76%"


def test_each_edition_has_its_own_share() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    for edition, branch in (("preliminary", "40.0亿元"), ("final", "45.0亿元")):
        book.add("jian", "revenue", "2020", "100.0亿元", edition=edition)
        book.add("jian", "branch", "2020", branch, edition=edition)
    book.add("jian", "branch", "2020", "50.0亿元", edition="census")
    rows, _ = solved(book)
    assert {(row.edition, number(row, "zh")) for row in rows.values()} == {
        ("preliminary", "40%"),
        ("final", "45%"),
    }


def test_a_whole_that_may_be_nothing_gives_no_share() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "0.0亿元")
    book.add("jian", "branch", "2020", "0.0亿元")
    assert solved(book) == ({}, [])


def test_a_loss_has_a_margin_and_a_lost_whole_no_share() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "100.0亿元")
    book.add("jian", "branch", "2020", "-10.0亿元")
    assert number(lone(book), "zh") == "−10%"
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "-100.0亿元")
    book.add("jian", "branch", "2020", "10.0亿元")
    assert solved(book) == ({}, [])


def test_nothing_is_derived_where_not_even_the_sign_is_sure() -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    book.add("jian", "revenue", "2020", "100.0亿元")
    book.add("jian", "branch", "2020", "0.0亿元")
    assert solved(book) == ({}, [])


def test_both_ends_of_a_change_come_from_one_source() -> None:
    book = Handmade(SHARE, SHARE_CHANGE)
    book.add("hebei", "share", "2021", "21.0%", source=source("one", publisher="bureau"))
    book.add("hebei", "share", "2020", "20.0%", source=source("other", publisher="bureau"))
    assert solved(book) == ({}, [])
    book.add("hebei", "share", "2020", "20.5%", source=source("one", publisher="bureau"))
    rows, _ = solved(book)
    assert [number(row, "zh") for row in rows.values()] == ["+0.5个百分点"]


# Sums, stocks, contributions.


@pytest.mark.parametrize(
    ("total", "code"),
    [("60.2亿元", "agrees"), ("60亿元", "agrees"), ("61.0亿元", "conflict"), ("70亿元", "conflict")],
)
def test_a_total_is_the_sum_of_its_parts(total: str, code: str) -> None:
    book = Handmade(*PARTS, TOTAL)
    for name, figure in zip(("first", "second", "third"), ("10.0亿元", "20.0亿元", "30.1亿元"), strict=True):
        book.add("jian", name, "2021", figure)
    book.add("jian", "total", "2021", total)
    assert check(book).code == code


def test_one_missing_part_is_what_the_others_leave_two_are_not() -> None:
    book = Handmade(*PARTS, TOTAL)
    book.add("jian", "total", "2021", "60.0亿元")
    book.add("jian", "first", "2021", "10.0亿元")
    assert solved(book) == ({}, [])
    book.add("jian", "third", "2021", "29.0亿元")
    row = lone(book)
    assert (row.indicator.id, row.value, bounds(row)) == (
        "second",
        Decimal("21.0"),
        decimals("20.85", "21.15"),
    )


def test_a_target_of_stock_agrees_within_the_rounding_of_its_zeros() -> None:
    book = Handmade(STATIONS, ADDED)
    book.add("jian", "stations", "2020-12", "2692个")
    book.add("jian", "stations_added", "2021", "2000个", status="target")
    book.add("jian", "stations", "2021-12", "4700个", status="target")
    found = check(book)
    assert (found.code, found.rule) == ("agrees_within_rounding", "closing")
    assert (found.printed, found.computed) == decimals("4700", "4692")
    assert [row.status for row in found.rows] == ["target", "actual", "target"]


def test_a_net_addition_aimed_at_gives_the_stock_aimed_at() -> None:
    book = Handmade(STATIONS, ADDED)
    book.add("jian", "stations", "2020-12", "1624个")
    book.add("jian", "stations_added", "2021", "110个", status="target")
    row = lone(book)
    assert (row.status, row.value, bounds(row)) == ("target", Decimal(1734), decimals("1734", "1734"))
    assert row.id == "jian:stations:2021-12:derived:closing:target"
    assert row.period == periods.parse("2021-12", "stock")


def test_coarse_stocks_keep_the_digits_of_the_coarsest() -> None:
    book = Handmade(STATIONS, ADDED)
    book.add("hebei", "stations", "2020-12", "1.4万个")
    book.add("hebei", "stations_added", "2021", "329个")
    row = lone(book)
    assert (row.value, row.scale, bounds(row)) == (14329, 10000, decimals("13829", "14829"))
    assert number(row, "zh") == "约1.4万个"


@pytest.mark.parametrize("period", ["2021-01/2021-06", "2020", "2020/2021"])
def test_additions_of_another_span_give_no_stock_of_the_year(period: str) -> None:
    book = Handmade(STATIONS, ADDED)
    book.add("jian", "stations", "2019-12", "1500个", source="elsewhere")
    book.add("jian", "stations", "2020-12", "1624个", source="elsewhere")
    book.add("jian", "stations_added", period, "110个")
    assert {row for row in solved(book)[0] if "2021" in row} == set()


@pytest.mark.parametrize(("figure", "code"), [("40.0%", "agrees"), ("20.0%", "conflict")])
def test_a_contribution_is_a_share_of_the_increment(figure: str, code: str) -> None:
    book = Handmade(REVENUE, BRANCH, CONTRIBUTION)
    for name, period, money in (
        ("branch", "2020", "200.00亿元"),
        ("branch", "2021", "240.00亿元"),
        ("revenue", "2020", "1000.00亿元"),
        ("revenue", "2021", "1100.00亿元"),
    ):
        book.add("hebei", name, period, money)
    book.add("hebei", "contribution", "2021", figure)
    assert (check(book).code, check(book).computed) == (code, Decimal("40.0"))


# Two-year averages.


def two_years(region: str = "china", period: str = "2021-01/2021-02") -> Handmade:
    book = Handmade(GROWTH, AVERAGE)
    year = period[:4]
    book.add(region, "growth", period, "35.1%", source=source("release_2021", publisher="bureau"))
    before = period.replace(year, str(int(year) - 1))
    book.add(region, "growth", before, "下降13.5%", source=source("release_2020", publisher="bureau"))
    return book


def test_the_two_year_average_is_geometric() -> None:
    row = lone(two_years())
    assert (row.id, row.value) == ("china:average:2021-01/2021-02:derived:two_year_average", row.value)
    assert f"{row.value:.3f}" == "8.102"
    assert number(row, "zh") == "约8.1%"
    low, high = bounds(row)
    assert low < Decimal("8.102") < high
    assert high - low < Decimal("0.11")


@pytest.mark.parametrize("figures", [("-100.0%", "20.0%"), ("20.0%", "-100.0%"), ("-150.0%", "-150.0%")])
def test_a_year_that_left_nothing_has_no_average(figures: tuple[str, str]) -> None:
    book = Handmade(GROWTH, AVERAGE)
    for year, figure in zip(("2021", "2020"), figures, strict=True):
        book.add("china", "growth", year, figure, source="one")
    assert solved(book) == ({}, [])


def test_a_published_average_is_checked_and_none_derived() -> None:
    book = two_years()
    book.add("china", "average", "2021-01/2021-02", "8.1%")
    assert check(book).code == "agrees"
    book = two_years()
    book.add("china", "average", "2021-01/2021-02", "10.8%")  # the arithmetic mean
    assert check(book).code == "conflict"


def test_two_year_averages_are_for_any_year_and_of_one_producer() -> None:
    assert half_up(lone(two_years(period="2024-01/2024-02")).value, Decimal("0.1")) == Decimal("8.1")
    book = Handmade(GROWTH, AVERAGE)
    book.add("china", "growth", "2021", "9.6%", source="one")
    book.add("china", "growth", "2020", "2.8%", source="other")
    assert solved(book) == ({}, [])


# What figures ask for.


def test_gap_of_two_rows_of_one_period() -> None:
    book = Handmade(GROWTH, GAP_CHINA)
    one = book.add("shaanxi", "growth", "2021-01/2021-03", "18.9%")
    other = book.add("china", "growth", "2021-01/2021-03", "24.5%")
    row = gap_of(one, other, GAP_CHINA)
    assert (row.value, bounds(row), row.indicator) == (Decimal("-5.6"), decimals("-5.7", "-5.5"), GAP_CHINA)
    later = book.add("china", "growth", "2021-01/2021-04", "20.3%")
    with pytest.raises(ValueError, match="one period"):
        gap_of(one, later, GAP_CHINA)
    first = book.add("shaanxi", "growth", "2021-01/2021-03", "18.8%", edition="first")
    assert gap_of(first, other, GAP_CHINA).edition == "first" and row.edition == ""


def test_the_gap_by_which_a_figure_was_worked_out_is_told_and_not_worked_out_again() -> None:
    book = Handmade(GROWTH, GAP_PARENT, GAP_CHINA)
    city = book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    gap = book.add("jian", "gap_parent", "2021-01/2021-04", "1.5个百分点")
    province = lone(book)
    assert gap_of(city, province, GAP_PARENT) is gap
    above = book.add("shaanxi", "gap_china", "2021-01/2021-04", "2.3个百分点")
    country = book.add("china", "growth", "2021-01/2021-04", "20.3%")
    worked = solved(book)[0]["shaanxi:growth:2021-01/2021-04:derived:gap"]
    assert gap_of(worked, country, GAP_CHINA) is above
    other = gap_of(worked, replace(country, value=Decimal("20.4")), GAP_CHINA)
    assert other.derived and other.value == Decimal("2.2")


def test_the_gap_by_which_a_figure_was_worked_out_is_told_of_no_other_pair() -> None:
    """Neither the other way round, nor to a region whose figure is the same by chance."""
    book = Handmade(GROWTH, GAP_PARENT)
    city = book.add("jian", "growth", "2021-01/2021-04", "24.6%")
    book.add("jian", "gap_parent", "2021-01/2021-04", "1.5个百分点")
    province = lone(book)
    below = gap_of(province, city, GAP_PARENT)
    assert (below.region, below.value, below.terms) == (province.region, Decimal("-1.5"), (province, city))
    alike = book.add("hebei", "growth", "2021-01/2021-04", "24.6%")
    beside = gap_of(alike, province, GAP_PARENT)
    assert (beside.region, beside.terms) == (alike.region, (alike, province))


def test_the_change_by_which_a_figure_was_worked_out_is_told_and_not_worked_out_again() -> None:
    book = Handmade(SHARE, SHARE_CHANGE)
    now = book.add("hebei", "share", "2020", "19.4%")
    change = book.add("hebei", "share_change", "2020", "-0.3个百分点")
    before = lone(book)
    assert before.derived and change_between(now, before) is change


def test_gap_of_derived_averages_widens() -> None:
    book = two_years()
    mine = lone(book)
    row = gap_of(mine, mine, indicator("average_gap", "gap", "百分点"))
    low, high = bounds(mine)
    assert (row.value, bounds(row)) == (Decimal("0.0"), (low - high, high - low))


def test_a_citys_share_of_its_province() -> None:
    book = Handmade(STATIONS)
    city = book.add("jian", "stations", "2020-12", "1624个")
    province = book.add("jiangxi", "stations", "2020-12", "13710个")
    row = share_of_parent(city, province)
    assert row is not None
    assert row.value == Decimal(100) * (Decimal(1624) / Decimal(13710))
    assert (number(row, "zh"), row.region.id) == ("11.85%", "jian")
    assert row.indicator.of is not None
    assert row.indicator.of.zh == "jiangxi"
    with pytest.raises(ValueError, match="no part of"):
        share_of_parent(province, city)
    later = book.add("jiangxi", "stations", "2021-12", "15142个")
    with pytest.raises(ValueError, match="no part of"):
        share_of_parent(city, later)


def test_a_share_of_a_coarse_level_shows_no_decimals() -> None:
    book = Handmade(STATIONS)
    city = book.add("jian", "stations", "2020-12", "1624个")
    province = book.add("jiangxi", "stations", "2020-12", "1.4万个")
    row = share_of_parent(city, province)
    assert row is not None
    assert number(row, "zh") == "约12%"


# Whatever the truth, it lies in the interval, and a check of true figures never finds a conflict.

PERCENT = st.decimals(min_value=-40, max_value=150, places=4)
COUNT = st.integers(min_value=1, max_value=100_000)


def printed(number: Decimal) -> str:
    return f"{half_up(number, Decimal('0.1'))}%"


@given(PERCENT, PERCENT)
def test_the_interval_of_a_derived_benchmark_contains_the_truth(value: Decimal, gap: Decimal) -> None:
    book = Handmade(GROWTH, GAP_PARENT)
    book.add("jian", "growth", "2021", printed(value))
    book.add("jian", "gap_parent", "2021", f"{half_up(gap, Decimal(1))}个百分点")
    low, high = bounds(lone(book))
    assert low <= value - gap <= high
    book.add("jiangxi", "growth", "2021", printed(value - gap))
    assert check(book).code == "agrees"


@given(PERCENT, PERCENT)
def test_the_interval_of_a_two_year_average_contains_the_truth(now: Decimal, before: Decimal) -> None:
    book = Handmade(GROWTH, AVERAGE)
    book.add("china", "growth", "2021", printed(now))
    book.add("china", "growth", "2020", printed(before))
    low, high = bounds(lone(book))
    square = (100 + now) * (100 + before)
    assert (100 + low) ** 2 <= square <= (100 + high) ** 2


@given(COUNT, st.data())
def test_the_whole_of_a_true_share_is_found(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(min_value=max(1, whole // 50), max_value=whole))
    share = printed(Decimal(100 * part) / whole)
    book = Handmade(PRODUCTS, UP, UP_SHARE)
    book.add("jian", "up", "2021", f"{part}种")
    book.add("jian", "up_share", "2021", share)
    low, high = bounds(lone(book))
    assert low <= whole <= high
    book.add("jian", "products", "2021", f"{whole}种")
    assert check(book).code == "agrees"


@given(
    published=st.sets(st.sampled_from(["", "first", "census"])),
    parts=st.sets(st.sampled_from(["", "first", "census"])),
    wholes=st.sets(st.sampled_from(["", "first", "census"])),
)
def test_a_share_is_derived_of_each_edition_of_which_none_is_published(
    published: set[str], parts: set[str], wholes: set[str]
) -> None:
    book = Handmade(REVENUE, BRANCH, BRANCH_SHARE)
    for id, figure, editions in (
        ("branch_share", "25%", published),
        ("branch", "250亿元", parts),
        ("revenue", "1000亿元", wholes),
    ):
        for edition in sorted(editions):
            book.add("jiangxi", id, "2021", figure, edition=edition, source="bureau")
    derived, _ = identities.solve(book)
    found = {row.edition for row in derived if row.indicator.id == "branch_share"}
    both = parts & wholes
    assert found == {one for one in both - published if one or not published}
    assert all(row.edition == term.edition for row in derived for term in row.terms)
    amounts = {row.indicator.id for row in derived} - {"branch_share"}
    assert not amounts & {id for id, held in (("branch", parts), ("revenue", wholes)) if held}
