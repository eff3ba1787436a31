"""What printed digits leave open must contain the truth, and lose none of it in arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.rules.arithmetic.intervals import Interval, digits, exactly, half_up, loose, strict
from tests.books import Handmade, decimals, indicator

TRUTHS = st.decimals(min_value=-500, max_value=500, places=6)
STEPS = st.sampled_from(decimals("0.01", "0.1", "1", "10"))


def rounded(truth: Decimal, step: Decimal) -> Interval:
    """The interval of a figure that is printed to ``step``."""
    value = half_up(truth, step)
    return Interval(value - step / 2, value, value + step / 2)


def contains(interval: Interval, truth: Decimal) -> bool:
    return interval.low <= truth <= interval.high


@given(TRUTHS, TRUTHS, STEPS, STEPS)
def test_sums_differences_and_products_contain_the_truth(
    a: Decimal, b: Decimal, step_a: Decimal, step_b: Decimal
) -> None:
    one, other = rounded(a, step_a), rounded(b, step_b)
    assert contains(one + other, a + b)
    assert contains(one - other, a - b)
    assert contains(one * other, a * b)


@given(TRUTHS, st.decimals(min_value=6, max_value=500, places=6), STEPS, STEPS)
def test_quotients_contain_the_truth(a: Decimal, b: Decimal, step_a: Decimal, step_b: Decimal) -> None:
    quotient = rounded(a, step_a) / rounded(b, step_b)
    # a = q·b, so that the test itself needs no division
    assert min(quotient.low * b, quotient.high * b) <= a <= max(quotient.low * b, quotient.high * b)


@given(st.decimals(min_value=6, max_value=500, places=6), STEPS)
def test_roots_contain_the_truth(truth: Decimal, step: Decimal) -> None:
    root = rounded(truth, step).root()
    assert root.low**2 <= truth <= root.high**2


@given(TRUTHS, TRUTHS, STEPS, STEPS)
def test_tidy_bounds_only_widen(a: Decimal, b: Decimal, step_a: Decimal, step_b: Decimal) -> None:
    exact = rounded(a, step_a) * rounded(b, step_b)
    tidy = exact.tidy(step_a)
    assert tidy.low <= exact.low
    assert exact.high <= tidy.high
    assert tidy.half_width - exact.half_width <= step_a / 1000


def test_nothing_that_is_worked_out_is_a_negative_zero() -> None:
    one, nothing, less = (exactly(number) for number in (1, 0, -1))
    for interval in (one - one, nothing * less, nothing / less):
        tidy = interval.tidy(Decimal("0.1"))
        assert [str(number) for number in (tidy.low, tidy.value, tidy.high)] == ["0", "0", "0"]


def test_no_division_by_what_may_be_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        exactly(1) / Interval(*decimals("-0.05", "0", "0.05"))
    with pytest.raises(ZeroDivisionError):
        Interval(*decimals("-0.05", "0", "0.05")).root()


@pytest.mark.parametrize(
    ("figure", "unit", "low", "high"),
    [
        ("18.5%", "%", "18.45", "18.55"),
        ("6个百分点", "百分点", "5.5", "6.5"),
        ("1706.6亿元", "亿元", "1706.55", "1706.65"),
        ("37.78万亿元", "亿元", "377750", "377850"),
        ("1624家", "家", "1624", "1624"),
        ("第8位", "位", "8", "8"),
        ("1.4万家", "家", "13500", "14500"),
    ],
)
def test_half_a_unit_of_the_last_digit_but_counts_are_exact(
    figure: str, unit: str, low: str, high: str
) -> None:
    measure = "rank" if unit == "位" else "gap" if unit == "百分点" else "level"
    row = Handmade(indicator("x", measure, unit)).add("jian", "x", "2021", figure)
    assert (strict(row).low, strict(row).high) == decimals(low, high)


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        ("4700个", "4650", "4750"),
        ("2000个", "1950", "2050"),
        ("2692个", "2692", "2692"),
        ("50个", "50", "50"),
        ("0个", "0", "0"),
    ],
)
def test_zeros_that_end_a_whole_number_may_be_rounding(figure: str, low: str, high: str) -> None:
    row = Handmade(indicator("x", unit="个")).add("jian", "x", "2021", figure)
    assert (loose(row).low, loose(row).high) == decimals(low, high)


def test_rounding_is_half_up_and_never_minus_zero() -> None:
    assert half_up(Decimal("0.25"), Decimal("0.1")) == Decimal("0.3")
    assert half_up(Decimal("-0.25"), Decimal("0.1")) == Decimal("-0.3")
    assert str(half_up(Decimal("-0.04"), Decimal("0.1"))) == "0.0"
    assert str(half_up(Decimal(14329), Decimal("1E+3"))) == "14000"


@pytest.mark.parametrize(
    ("low", "value", "high", "finest", "step", "form"),
    [
        ("6.2274", "6.2306", "6.2339", "0.01", "0.01", "plain"),  # 982 / 15760.9
        ("3.54206", "3.54208", "3.54210", "0.01", "0.01", "plain"),
        ("11.8453", "11.8453", "11.8453", "0.01", "0.01", "plain"),  # counts are exact
        ("12.5", "12.5", "12.5", "0.01", "0.1", "plain"),
        ("0", "0", "0", "0.01", "1", "plain"),
        ("5.98", "6", "6.02", "0.1", "0.1", "plain"),
        ("5.7", "5.9", "6.1", "0.1", "1", "plain"),
        ("3", "3", "3", "1", "1", "plain"),
        ("6.31", "6.325", "6.34", "0.01", "0.01", "about"),  # 6.3 is sure, but no number of the interval
        ("3.4", "3.55", "3.7", "0.01", "0.1", "about"),
        ("3572.8", "3573.3", "3573.8", "0.1", "1", "about"),
        ("14325", "14329", "14334", "1", "10", "about"),  # 14330 would be read as exact
        ("-0.05", "0.01", "0.06", "0.1", "0.1", "about"),
        ("12.4", "15.5", "20.7", "0.01", "1", "range"),
        ("4.95", "6", "7.08", "0.01", "0.1", "range"),
        ("1.99", "3", "6.01", "0.01", "0.1", "range"),
    ],
)
def test_a_quotient_shows_the_digits_that_are_sure_and_never_leaves_its_interval(
    low: str, value: str, high: str, finest: str, step: str, form: str
) -> None:
    interval = Interval(*decimals(low, value, high))
    found = digits(interval, Decimal(finest), ratio=low[0] != "-")
    assert (str(found.step), found.form) == (step, form)


@given(
    TRUTHS, st.decimals(min_value=0, max_value=30, places=6), st.sampled_from(decimals("0.01", "0.1", "1"))
)
def test_what_is_shown_of_an_interval_is_in_it(low: Decimal, width: Decimal, finest: Decimal) -> None:
    interval = Interval(low, low + width / 3, low + width)
    for ratio in (True, False):
        step, form = digits(interval, finest, ratio)
        number = half_up(interval.value, step)
        if form == "plain":
            assert number == half_up(interval.low, step) == half_up(interval.high, step)
            assert contains(interval, number) or width < step <= finest
        elif form == "about":
            assert contains(interval, number)
        else:
            assert ratio
            assert interval.half_width > step or step == finest >= 1
