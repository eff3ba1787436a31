"""Targets beside their base and the months gone by: when there is a percentage, and what it is. The oracle works
with fractions of its own and knows nothing of the product's intervals."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from industry import wording
from industry.figures.rows.targets import targets_of
from industry.rules.progress import kind, progress
from industry.vocabulary.observation import Observation
from tests.books import Handmade, indicator, source

BUREAU = source("bureau")
INDICATORS = [
    indicator("works", "level", "个"),
    indicator("money", "level", "亿元"),
    indicator("firms", "level", "家", "stock"),
    indicator("net", "level", "家", addition="net"),
    indicator("gross", "level", "家", addition="gross"),
    indicator("growth", "growth_yoy"),
    indicator("energy", "growth_yoy", better="lower"),
    indicator("share", "share"),
    indicator("place", "rank", "位", rank_of="growth", rank_among="china"),
    indicator("times", "multiple", "倍"),
]
TOLERANCE = Handmade().catalogue.rules.on_schedule


class Book(Handmade):
    findings = ()

    def derived(self, indicator: str, region: str | None = None) -> list[Observation]:
        return []


def printed(value: Fraction | int | str, unit: str) -> str:
    return f"第{value}位" if unit == "位" else f"{value}{unit}"


def aimed(
    what: str, base: str | None, goal: str, actual: tuple[str, str] | None = None, **more: Any
) -> tuple[Book, Any]:
    """A target of 2021 with its base, and what is known of a part of the year."""
    book = Book(*INDICATORS)
    one = next(each for each in INDICATORS if each.id == what)
    stock = one.timing == "stock"
    if base is not None:
        book.add("hebei", what, "2020-12" if stock else "2020", printed(base, one.unit), source=BUREAU)
    year = "2021-12" if stock else "2021"
    target = book.add("hebei", what, year, printed(goal, one.unit), source=BUREAU, status="target", **more)
    if actual:
        book.add("hebei", what, actual[0], printed(actual[1], one.unit), source=BUREAU)
    return book, targets_of(book, book.catalogue.regions["hebei"], [target])[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "base", "goal", "said"),
    [
        ("works", "200", "250", "+25.0%"),
        ("money", "-10", "20", "由−10亿元到20亿元"),
        ("money", "0", "20", "由0亿元到20亿元"),
        ("money", "20", "-5", "由20亿元到−5亿元"),
        ("energy", "-5", "-3", "下降3%"),
        ("growth", "6.5", "8", "增长8%"),
        ("growth", "6.5", "0", "持平"),
        ("share", "2.5", "3.0", "+0.5个百分点"),
        ("share", "2.52", "3", "约+0.48个百分点"),
        ("place", "2", "3", ""),
        ("gross", "49", "28", ""),
        ("times", "1", "2", ""),
    ],
)
def test_what_a_target_asks_for(what: str, base: str, goal: str, said: str) -> None:
    _, aim = aimed(what, base, goal)
    assert wording.required(aim.base, aim.goal, "zh") == said


@pytest.mark.parametrize(
    ("what", "goal", "actual", "said"),
    [
        ("works", "300", ("2021-01/2021-02", "50"), "2021年1—2月50个，完成目标的16.7%，与时序进度持平"),
        ("works", "300", ("2021-01/2021-06", "160"), "2021年1—6月160个，完成目标的53.3%，快于时序进度3.3个百分点"),
        ("net", "110", ("2021-01/2021-06", "40"), "2021年1—6月40家，完成目标的36.4%，慢于时序进度13.6个百分点"),
        ("works", "300", ("2021", "330"), "2021年330个，完成目标的110.0%"),
    ],
)  # fmt: skip
def test_how_far_a_target_has_come(what: str, goal: str, actual: tuple[str, str], said: str) -> None:
    _, aim = aimed(what, None, goal, actual)
    assert wording.progress(aim.progress, TOLERANCE, "zh") == said


def test_a_lower_bound_is_named_as_one() -> None:
    _, aim = aimed("works", None, "300", ("2021-01/2021-06", "160"), qualifier="at_least")
    assert "完成目标下限的53.3%" in wording.progress(aim.progress, TOLERANCE, "zh")


def test_last_years_progress_over_the_same_months_stands_beside() -> None:
    book = Book(*INDICATORS)
    target = book.add("hebei", "works", "2021", "300个", source=BUREAU, status="target")
    for when, value in (("2021-01/2021-06", "160个"), ("2020", "200个"), ("2020-01/2020-06", "90个")):
        book.add("hebei", "works", when, value, source=BUREAU)
    found = progress(target, book.rows("works", "hebei"))
    assert found and wording.progress_before(found, "zh") == "2020年1—6月完成全年的45.0%"


def test_a_rate_of_some_months_is_no_progress_of_its_year() -> None:
    _, aim = aimed("growth", None, "8", ("2021-01/2021-04", "24.6"), qualifier="at_least")
    assert (aim.reached, aim.progress) == (None, None)
    assert [wording.sofar(row, aim.goal, "zh") for row in aim.sofar] == [
        "2021年1—4月24.6%，未满全年，不计进度"
    ]


NUMBERS = st.one_of(
    st.just("0"), st.integers(-40, 400).map(str), st.integers(-99, 999).map(lambda n: f"{n / 10:.1f}")
)
QUALIFIERS = st.sampled_from(["", "", "at_least", "over", "about", "nearly", "at_most"])


@example(what="money", base="31", goal="1", done="0", month=1, qualifier="", status="target", language="zh")
@example(what="money", base="1", goal="2", done="0", month=1, qualifier="", status="target", language="zh")
@given(
    what=st.sampled_from([one.id for one in INDICATORS]),
    base=st.none() | NUMBERS,
    goal=NUMBERS,
    done=NUMBERS,
    month=st.integers(1, 12),
    qualifier=QUALIFIERS,
    status=st.sampled_from(["target", "target", "forecast"]),
    language=st.sampled_from(["zh", "en"]),
)
def test_no_percentage_without_its_ground(
    what: str, base: str | None, goal: str, done: str, month: int, qualifier: str, status: str, language: str
) -> None:
    one = next(each for each in INDICATORS if each.id == what)
    if one.unit in ("家", "个", "位"):
        base, goal, done = base and base.split(".")[0], goal.split(".")[0], done.split(".")[0]
    if what == "times":  # nothing is a negative multiple
        base, goal, done = base and base.lstrip("-"), goal.lstrip("-"), done.lstrip("-")
    if what == "place":  # there is none before the first
        base, goal, done = base and str(abs(int(base)) + 1), str(abs(int(goal)) + 1), str(abs(int(done)) + 1)
    stock = one.timing == "stock"
    when = f"2021-{month:02}" if stock else "2021" if month == 12 else f"2021-01/2021-{month:02}"
    if month == 1 and not stock:
        when = "2021-01"
    book, aim = aimed(what, base, goal, (when, done), qualifier=qualifier)
    if status == "forecast":
        year = "2021-12" if stock else "2021"
        target = book.add("hebei", what, year, printed(goal, one.unit), source=BUREAU, status="forecast")
        assert progress(target, book.rows(what, "hebei")) is None
        return
    said = str(wording.required(aim.base, aim.goal, language))
    percent = re.fullmatch(r"(?:约|about )?([+−]?[\d.]+)%", said)
    if percent and what not in ("growth", "energy"):
        assert base is not None and Fraction(base) > 0 and Fraction(goal) > 0 and not qualifier
        true = 100 * (Fraction(goal) / Fraction(base) - 1)
        digits = len(percent[1].partition(".")[2])
        shown = Fraction(percent[1].replace("−", "-"))
        room = Fraction(1, 2 * 10**digits) if "约" not in said and "about" not in said else abs(true) / 2 + 10
        assert abs(shown - true) <= room
    if base is None or what in ("place", "gross", "times"):
        assert not said
    found = aim.progress
    if (
        kind(one) in ("rate", "rank", "level")
        or qualifier in ("about", "nearly", "at_most")
        or Fraction(goal) <= 0
        or Fraction(done) < 0
    ):
        assert found is None
    elif found is not None:
        words = str(wording.progress(found, TOLERANCE, language))
        apart = 100 * Fraction(done) / Fraction(goal) - Fraction(100 * month, 12)
        if "快于" in words or "ahead" in words:
            assert apart > 1 and month < 12
        elif "慢于" in words or "behind" in words:
            assert apart < -1 and month < 12
        elif "持平" in words or "level" in words:
            assert abs(apart) <= 1 and month < 12
    if kind(one) == "rate":
        assert aim.reached is None or month == 12
