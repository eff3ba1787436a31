"""Checks without an identity: two sources, growth against levels, growth out of line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from industry.rules.audit import audit
from industry.vocabulary.finding import Finding
from tests.books import Handmade, decimals, indicator, source


def growth_book() -> Handmade:
    return Handmade(
        indicator("strategic_growth", "growth_yoy", scope="designated"),
        indicator("firms", unit="家", timing="stock"),
        indicator("revenue", unit="亿元", prices="current", scope="designated"),
        indicator("revenue_growth", "growth_yoy", prices="current", scope="designated"),
    )


def only(book: Handmade) -> Finding:
    (found,) = audit(book)
    return found


def test_two_sources_that_differ_are_a_conflict_with_the_document_first() -> None:
    book = growth_book()
    paper = source("shaanxi_2021_02", kind="meeting")
    said = book.add("shaanxi", "firms", "2020-12", "7164戶", source=paper, inferred="period")
    bureau = book.add("shaanxi", "firms", "2020-12", "7145户", source="bureau")
    found = only(book)
    assert (found.code, found.rule, found.rows) == ("conflict", "two_sources", (said, bureau))
    assert (found.printed, found.computed, found.low, found.high) == decimals("7164", "7145", "7145", "7145")
    assert found.inferred == {"period"}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("7145户", "7145户", "agrees"),
        ("1.4万家", "13710家", "agrees"),
        ("13700家", "13710家", "agrees_within_rounding"),
        ("13600家", "13710家", "conflict"),
        ("13711家", "13712家", "conflict"),
    ],
)
def test_two_sources_within_their_digits(one: str, other: str, code: str) -> None:
    book = growth_book()
    book.add("jiangxi", "firms", "2020-12", one, source=source("b", confidence="B"))
    book.add("jiangxi", "firms", "2020-12", other, source=source("a"))
    assert only(book).code == code


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("24.5%", "24.6%", "conflict"),
        ("24.5%", "24.50%", "agrees"),
        ("24.5%", "24.55%", "agrees"),
        ("24.5%", "24.56%", "conflict"),
        ("24%", "25%", "conflict"),
        ("24.5%", "25%", "agrees"),
    ],
)
def test_to_equally_many_digits_two_numbers_are_two(one: str, other: str, code: str) -> None:
    book = growth_book()
    book.add("jiangxi", "strategic_growth", "2021", one, source="a")
    book.add("jiangxi", "strategic_growth", "2021", other, source="b")
    assert only(book).code == code


@pytest.mark.parametrize(
    ("qualifier", "values", "others"),
    [
        ("over", ["300家", "311家"], ["313家", "320家"]),
        ("at_most", ["313家", "312家"], ["311家", "300家"]),
        ("about", ["312家", "311家", "310家"], ["314家", "320家"]),
    ],
)
def test_what_is_open_is_told_where_it_contradicts(
    qualifier: str, values: list[str], others: list[str]
) -> None:
    for value in (*values, *others):
        book = growth_book()
        said = book.add("jiangxi", "firms", "2020-12", value, source="a", qualifier=qualifier)
        exact = book.add("jiangxi", "firms", "2020-12", "312家", source="b")
        found = [(one.code, one.rows) for one in audit(book)]
        assert found == ([("conflict", (said, exact))] if value in others else []), value


@pytest.mark.parametrize(("open_one", "told"), [("24.0%", False), ("24.5%", False), ("24.9%", True)])
def test_of_a_conflict_what_is_open_is_told_only_where_it_contradicts_one(open_one: str, told: bool) -> None:
    book = growth_book()
    exact = [
        book.add("jiangxi", "strategic_growth", "2021", one, source=id)
        for id, one in (("a", "24.5%"), ("b", "24.6%"))
    ]
    at_least = book.add("jiangxi", "strategic_growth", "2021", open_one, source="open", qualifier="at_least")
    (found,) = (one for one in audit(book) if one.code == "conflict")
    assert {*found.rows} == {*exact, *([at_least] if told else [])}


@pytest.mark.parametrize(
    "more",
    [
        {"edition": "batches_1_2"},
        {"status": "target"},
        {"source": source("jiangxi_bureau")},
    ],
)
def test_what_is_of_another_edition_or_status_or_of_the_same_place_is_not_compared(
    more: dict[str, str],
) -> None:
    book = growth_book()
    book.add("jiangxi", "firms", "2020-12", "300家")
    book.add("jiangxi", "firms", "2020-12", "312家", **({"source": "other"} | more))
    assert list(audit(book)) == []


def test_growth_above_both_neighbours_is_out_of_line() -> None:
    book = growth_book()
    before = book.add("jiangxi", "strategic_growth", "2021-01/2021-04", "36.2%")
    middle = book.add("jiangxi", "strategic_growth", "2021-01/2021-06", "44.2%", inferred="period")
    after = book.add("jiangxi", "strategic_growth", "2021-01/2021-11", "20.9%")
    found = only(book)
    assert (found.code, found.rows) == ("out_of_line", (middle, before, after))
    assert (found.printed, found.computed, found.low, found.high) == decimals("44.2", "36.2", "20.9", "36.2")


@pytest.mark.parametrize(
    "line",
    [
        ("36.2%", "30.0%", "20.9%"),  # between
        ("36.2%", "41.0%", "20.9%"),  # above, by less than five points
        ("110.0%", "120.0%", "100.0%"),  # above, by less than a tenth
        ("-8.0%", "-12.9%", "-2.0%"),  # below, by less than five points
    ],
)
def test_growth_in_line_is_not_flagged(line: tuple[str, ...]) -> None:
    book = growth_book()
    for period, figure in zip(("2021-01/2021-03", "2021-01/2021-06", "2021"), line, strict=True):
        book.add("jiangxi", "strategic_growth", period, figure)
    assert list(audit(book)) == []


def test_growth_far_below_both_is_flagged_but_not_across_years_regions_or_single_months() -> None:
    book = growth_book()
    for region, period, figure in (
        ("jiangxi", "2021-01/2021-03", "30.0%"),
        ("jiangxi", "2021-01/2021-06", "10.0%"),
        ("hebei", "2021-01/2021-09", "30.0%"),
        ("jiangxi", "2022-01/2022-03", "30.0%"),
        ("jiangxi", "2021-09", "30.0%"),
        ("jiangxi", "2021-02/2021-10", "30.0%"),
    ):
        book.add(region, "strategic_growth", period, figure)
    assert list(audit(book)) == []
    book.add("jiangxi", "strategic_growth", "2021-01/2021-09", "25.0%")
    assert (only(book).code, only(book).computed) == ("out_of_line", Decimal("25.0"))


def levels(book: Handmade, growth: str, **more: str) -> None:
    book.add("jiangxi", "revenue", "2020", "37909.2亿元", **more)
    book.add("jiangxi", "revenue", "2021", "43976.7亿元")
    book.add("jiangxi", "revenue_growth", "2021", growth)


def test_growth_that_two_levels_do_not_give_is_a_difference_of_coverage() -> None:
    book = growth_book()
    levels(book, "25.6%")
    found = only(book)
    assert (found.code, found.rule) == ("coverage_differs", "growth_and_level")
    assert (found.printed, found.computed) == decimals("25.6", "16.0")
    assert [row.indicator.id for row in found.rows] == ["revenue_growth", "revenue", "revenue"]


def test_growth_that_two_levels_give_agrees() -> None:
    book = growth_book()
    levels(book, "16.0%")
    assert only(book).code == "agrees"


def test_growth_over_several_years_is_none_against_a_year_before() -> None:
    book = growth_book()
    book.add("jiangxi", "revenue", "2015/2019", "100.0亿元")
    book.add("jiangxi", "revenue", "2016/2020", "130.0亿元")
    book.add("jiangxi", "revenue_growth", "2016/2020", "6.1%")
    assert list(audit(book)) == []


def test_levels_of_two_editions_are_not_set_against_growth() -> None:
    book = growth_book()
    levels(book, "25.6%", edition="final")
    assert list(audit(book)) == []


def test_constant_prices_are_not_set_against_levels() -> None:
    book = Handmade(
        indicator("gdp", unit="亿元", prices="current"),
        indicator("gdp_growth", "growth_yoy", prices="constant"),
    )
    book.add("jiangxi", "gdp", "2020", "25691.5亿元")
    book.add("jiangxi", "gdp", "2021", "29619.7亿元")
    book.add("jiangxi", "gdp_growth", "2021", "8.8%")
    assert list(audit(book)) == []


def test_growth_of_a_loss_is_not_worked_out() -> None:
    book = growth_book()
    book.add("jiangxi", "revenue", "2020", "-10.0亿元")
    book.add("jiangxi", "revenue", "2021", "12.0亿元")
    book.add("jiangxi", "revenue_growth", "2021", "25.6%")
    assert list(audit(book)) == []
