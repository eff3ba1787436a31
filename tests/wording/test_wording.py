"""Numbers, units, periods and reasons in both languages, and findings: what may be said and what not."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from industry import wording
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.observation import Observation
from tests.conftest import indicator

Observe = Callable[..., Observation]
NUMBERS: list[tuple[float, dict[str, Any], dict[str, Any], str, str]] = [
    (18.5, {}, {}, "18.5%", "18.5%"),
    (-9.6, {}, {}, "−9.6%", "−9.6%"),
    (6, {}, {"step": Decimal(1)}, "6%", "6%"),
    (6, {"measure": "gap", "unit": "百分点"}, {"step": Decimal(1)}, "+6个百分点", "+6 pp"),
    (-5.6, {"measure": "gap", "unit": "百分点"}, {}, "−5.6个百分点", "−5.6 pp"),
    (14000, {"unit": "家", "measure": "level"}, {"step": Decimal(1000), "scale": 10000}, "1.4万家", "14,000 firms"),
    (2692, {"unit": "个", "measure": "level"}, {"step": Decimal(1)}, "2692个", "2,692"),
    (1706.6, {"unit": "亿元", "measure": "level"}, {}, "1706.6亿元", "170.66 billion yuan"),
    (1800, {"unit": "亿元", "measure": "level"}, {"step": Decimal(1), "qualifier": "over"}, "超1800亿元", "over 180 billion yuan"),
    (1800, {"unit": "亿元", "measure": "level"}, {"step": Decimal(1)}, "1800亿元", "180.0 billion yuan"),
    (50, {"unit": "万元/项", "measure": "parameter"}, {"step": Decimal(1), "qualifier": "about"}, "约50万元/项",
     "about 500,000 yuan per item"),
    (8, {"unit": "位", "measure": "rank", "rank_of": "x", "rank_among": "china"}, {"step": Decimal(1)}, "第8位", "8th"),
    (3, {"unit": "位", "measure": "rank", "rank_of": "x", "rank_among": "parent"},
     {"step": Decimal(1), "qualifier": "at_most"}, "前3位", "top 3"),
    (1, {"unit": "位", "measure": "rank", "rank_of": "x", "rank_among": "parent"}, {"step": Decimal(1)}, "第1位", "1st"),
    (300, {"unit": "个", "measure": "level"}, {"step": Decimal(1), "qualifier": "over"}, "超300个", "over 300"),
    (300, {"unit": "个", "measure": "level"}, {"step": Decimal(1), "qualifier": "at_least"}, "300个以上", "at least 300"),
    (1000, {"unit": "家", "measure": "level"}, {"step": Decimal(1), "qualifier": "nearly"}, "近1000家", "nearly 1,000 firms"),
    (300, {"unit": "家", "measure": "level"}, {"step": Decimal(1), "qualifier": "under"}, "不足300家", "under 300 firms"),
    (-20, {}, {"step": Decimal(1), "qualifier": "over"}, "降超20%", "down over 20%"),
    (-20, {}, {"step": Decimal(1), "qualifier": "about"}, "约−20%", "about −20%"),
    (-1, {"measure": "gap", "unit": "百分点"}, {"step": Decimal(1), "qualifier": "under"}, "低不足1个百分点",
     "lower by under 1 pp"),
    (1.2 * 10**12, {"unit": "元", "measure": "level"}, {"step": Decimal(10**11), "scale": 10**12}, "1.2万亿元",
     "1,200,000,000,000 yuan"),
    (5, {"unit": "个", "measure": "level"}, {"step": Decimal(1), "value_to": Decimal(10)}, "5～10个", "5–10"),
    (5, {}, {"step": Decimal(1), "value_to": Decimal(10)}, "5%～10%", "5–10%"),
    (5, {}, {"step": Decimal("0.1"), "value_to": Decimal("5.5")}, "5%～5.5%", "5–5.5%"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "of", "fields", "zh", "en"), NUMBERS)
def test_numbers(
    observe: Observe, value: float, of: dict[str, Any], fields: dict[str, Any], zh: str, en: str
) -> None:
    row = observe("hebei", value, indicator=indicator("x", **of), **fields)
    assert wording.number(row, "zh") == zh
    assert wording.number(row, "en") == en


PERIODS = [
    ("2021", "flow", "2021年", "2021"),
    ("2021-06", "flow", "2021年6月", "Jun 2021"),
    ("2021-06", "stock", "2021年6月末", "end of Jun 2021"),
    ("2020-12", "stock", "2020年末", "end of 2020"),
    ("2021-01/2021-06", "flow", "2021年1—6月", "Jan–Jun 2021"),
    ("2016/2020", "flow", "2016—2020年", "2016–2020"),
    ("2020-11/2021-02", "flow", "2020年11月—2021年2月", "Nov 2020–Feb 2021"),
]


@pytest.mark.parametrize(("text", "timing", "zh", "en"), PERIODS)
def test_periods(text: str, timing: str, zh: str, en: str) -> None:
    when = periods.parse(text, timing)
    assert (wording.period(when, "zh"), wording.period(when, "en")) == (zh, en)
    assert [
        " ".join(filter(None, wording.months_and_year(when, "en"))),
        "".join(wording.months_and_year(when, "zh")[::-1]),
    ] == [en, zh]


def test_the_end_of_a_year_is_not_told_as_its_months() -> None:
    """Labels stand a year above its months: end of 2020 would be told in reverse."""
    when = periods.parse("2020-12", "stock")
    assert [wording.months_and_year(when, one)[0] for one in ("zh", "en")] == ["", ""]


def test_a_unit_of_an_indicators_own_stands_apart_from_the_number(observe: Observe) -> None:
    coal = indicator("x", unit="吨标煤", unit_en="tce", measure="level")
    row = observe("hebei", 1200, indicator=coal, step=Decimal(1))
    assert (wording.number(row, "zh"), wording.number(row, "en")) == ("1200吨标煤", "1,200 tce")


def test_an_office_program_words_a_number_as_we_do(tables: Tables) -> None:
    """The format's digits, sign and unit are those of the words; what takes words has no format."""
    formed = 0
    for row in tables.rows(derived=True):
        for language in ("zh", "en"):
            factor = Decimal(1) if language == "zh" else fields.UNITS[row.indicator.unit][1]
            if row.indicator.unit_en is not None:
                factor = Decimal(1)
            for bare in (True, False):
                said = wording.number(row, language, bare, marked=True)
                form = wording.number_format(said, float(row.value * factor), language)
                if form:
                    formed += 1
                    assert as_formatted(form, row.value * factor) == said, row
    assert formed > 1000


def test_what_is_rounded_to_zero_has_no_sign_in_an_office_program_either(observe: Observe) -> None:
    for value, told in ((-0.04, "0.0%"), (-0.06, "−0.1%"), (0, "0.0%")):
        row = observe("hebei", value)
        said = wording.number(row, "zh")
        assert said == as_formatted(wording.number_format(said, value, "zh"), row.value) == told


def as_formatted(form: str, value: Decimal) -> str:
    """What a program shows of ``value`` in a format: for above 0, below 0, and 0 where that has a part."""
    parts = form.split(";")
    chosen = parts[1] if value < 0 else parts[-1] if value == 0 and len(parts) == 3 else parts[0]
    found = re.fullmatch(r'("[^"]*"|\+)?(#,##)?0(?:\.(0+))?("[^"]*")?', chosen)
    assert found, form
    sign, grouped, digits, unit = (one or "" for one in found.groups())
    number = f"{abs(value):{',' if grouped else ''}.{len(digits)}f}"
    return sign.strip('"') + number + unit.strip('"')


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(1, "1", "1"), (999, "999", "999"), (1786, "1786", "1,786")]
)
def test_things_are_counted_as_their_figures_are_written(number: int, zh: str, en: str) -> None:
    assert (wording.count(number, "zh"), wording.count(number, "en")) == (zh, en)
