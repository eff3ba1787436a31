"""Periods: what people write, and what is refused."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.vocabulary import fields
from industry.vocabulary.periods import Period, PeriodError, parse, years


@pytest.mark.parametrize(
    ("text", "timing", "start", "end"),
    [
        ("2021", "flow", (2021, 1), (2021, 12)),
        ("2021-06", "flow", (2021, 6), (2021, 6)),
        ("2021-01/2021-06", "flow", (2021, 1), (2021, 6)),
        ("2016/2020", "flow", (2016, 1), (2020, 12)),
        ("2020-12", "stock", (2020, 12), (2020, 12)),
        ("2021-11", "list", (2021, 11), (2021, 11)),
    ],
)
def test_what_people_write(text: str, timing: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    period = parse(text, timing)
    assert (period.first_year, period.first_month) == start
    assert (period.year, period.month) == end
    assert period.instant == (timing == "stock")


def test_a_year_and_its_months_are_one_period() -> None:
    assert parse("2021", "flow") == parse("2021-01/2021-12", "flow")
    assert str(parse("2021-01/2021-12", "flow")) == "2021"
    assert str(parse("2016-01/2020-12", "flow")) == "2016/2020"


@pytest.mark.parametrize(
    ("text", "timing", "code"),
    [
        ("2021-13", "flow", "month"),
        ("2021-00", "flow", "month"),
        ("2021-01/2021-13", "flow", "month"),
        ("2021-06/2021-01", "flow", "order"),
        ("2021-06/2021-06", "flow", "order"),
        ("2020/2020", "flow", "order"),
        ("2020", "stock", "stock"),
        ("2020-01/2020-12", "stock", "stock"),
        ("", "flow", "form"),
        ("2021-6", "flow", "form"),
        ("2021-06-30", "flow", "form"),
        ("2021/2021-06", "flow", "form"),
        ("2021-01/", "flow", "form"),
        ("２０２１", "flow", "form"),
        ("2021年", "flow", "form"),
        ("2021\n", "flow", "form"),
        (" 2021", "flow", "form"),
    ],
)
def test_what_is_refused(text: str, timing: str, code: str) -> None:
    with pytest.raises(PeriodError) as caught:
        parse(text, timing)
    assert caught.value.code == code


@given(st.text(max_size=20), st.sampled_from(get_args(fields.Timing)))
def test_any_text_is_a_period_or_refused(text: str, timing: str) -> None:
    try:
        period = parse(text, timing)
    except PeriodError:
        return
    assert parse(str(period), timing) == period


@given(st.integers(0, 9999 * 12 + 11), st.integers(0, 200))
def test_the_shortest_text_reads_as_the_same_period(start: int, length: int) -> None:
    period = Period(start, min(start + length, 9999 * 12 + 11))
    assert parse(str(period), "flow") == period
    assert period.years_earlier(0) == period
    assert period.within(period)


@given(st.integers(1000, 9998), st.integers(0, 1000))
def test_years_shown_may_be_one_year(first: int, more: int) -> None:
    last = min(first + more, 9999)
    found = years(f"{first}/{last}")
    assert found is not None and (found.first_year, found.year) == (first, last) and found.whole_years
    assert more == 0 or years(f"{last}/{first}") is None
    assert years(str(first)) == parse(str(first), "flow")


@given(st.integers(24000, 24030), st.integers(0, 30), st.integers(1, 12), st.integers(0, 4))
def test_months_published_together_are_held_whole_or_not_at_all(
    start: int, more: int, first: int, others: int
) -> None:
    period, last = Period(start, start + more), min(first + others, 12)
    held = [count % 12 + 1 in range(first, last + 1) for count in range(start, start + more + 1)]
    whole = sum(held) % (last - first + 1) == 0 and not (
        held[0] and period.first_month != first or held[-1] and period.month != last
    )
    assert period.cuts(first, last) is not whole
    mended = period.mended(first, last)
    assert not mended.cuts(first, last) and period.within(mended)
    assert (mended == period) is whole
