"""Numbers with their units and words (超, 约, 以上 …), and periods.

A figure is never shown with more digits than were printed, nor with fewer. A unit that isn't in
`fields.UNITS` needs ``unit_en`` in its indicator's record; Python needs no change for it.
"""

from __future__ import annotations

from decimal import Decimal

from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import UNITS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

MINUS = "−"
COUNTED = {
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(value: Decimal, step: Decimal, language: str, signed: bool = False) -> str:
    """``value`` with the digits that ``step`` (weight of the last one) allows; − as the minus sign,
    thousands grouped in English only, + before a positive one where ``signed``."""
    digits = max(0, -int(step.normalize().as_tuple().exponent))
    rounded = value.quantize(Decimal(1).scaleb(-digits)) if digits else value.quantize(Decimal(1))
    text = f"{abs(rounded):,f}" if language == "en" else f"{abs(rounded):f}"
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


def counted(count: int, language: str) -> str:
    """A number of things in words up to ten: 五份材料, five documents."""
    words = COUNTED[language]
    return words[count] if count < len(words) else str(count)


def unit(indicator: Indicator, language: str) -> str:
    """The unit's words as they follow a number (百分点 takes 个 before it in Chinese)."""
    if language == "zh":
        return "个百分点" if indicator.unit == "百分点" else indicator.unit
    words = indicator.unit_en
    if words is None:
        return UNITS[indicator.unit][0]
    return words if words.startswith(("%", " ")) or not words else f" {words}"


def unit_line(indicator: Indicator, language: str) -> str:
    """What stands at the plot's top right: 单位：% ."""
    if language == "zh":
        return f"单位：{indicator.unit}"
    words = (indicator.unit_en if indicator.unit_en is not None else UNITS[indicator.unit][0]).strip()
    return f"Unit: {'percentage points' if words == 'pp' else words or 'number'}"


def _unit_of(row: Observation, language: str) -> str:
    """The unit behind a figure: of one single year 个/年 is 个."""
    words = unit(row.indicator, language)
    if row.period is not None and row.period.whole_years and row.period.months == 12:
        return words.removesuffix("/年").removesuffix(" a year")
    return words


def number(row: Observation, language: str, bare: bool = False) -> str:
    """The figure in words: sign for a difference, the printed digits and scale, unit, qualifier.

    ``bare`` leaves the unit away (it stands at the axis), never the qualifier.
    """
    signed = row.indicator.measure in ("gap", "change")
    if row.indicator.measure == "rank":
        return _rank(row, language)
    low = _amount(row, row.value, language, signed)
    text = low if row.value_to is None else _range(row, low, language)
    if not bare:
        text += _unit_of(row, language)
    return _qualified(text, row, language)


def _amount(row: Observation, value: Decimal, language: str, signed: bool) -> str:
    if language == "zh":
        if row.scale > 1:
            mark = "亿" if row.scale == 10**8 else "万"
            return plain(value / row.scale, row.step / row.scale, language, signed) + mark
        return plain(value, row.step, language, signed)
    factor = Decimal(1) if row.indicator.unit_en is not None else UNITS[row.indicator.unit][1]
    return plain(value * factor, row.step * factor, language, signed)


def _range(row: Observation, low: str, language: str) -> str:
    high = _amount(row, row.value_to or row.value, language, False)
    if language == "zh":
        return f"{low}%～{high}" if row.indicator.unit == "%" else f"{low}～{high}"
    return f"{low}–{high}"


def _qualified(text: str, row: Observation, language: str) -> str:
    loose = row.derivation is not None and row.derivation.high - row.derivation.low > 2 * row.step
    qualifier = "about" if loose and not row.qualifier else row.qualifier
    zh = {"at_least": "{}以上", "over": "超{}", "about": "约{}", "nearly": "近{}", "at_most": "不超过{}"}
    en = {
        "at_least": "at least {}",
        "over": "over {}",
        "about": "about {}",
        "nearly": "nearly {}",
        "at_most": "at most {}",
    }
    if not qualifier:
        return text
    return (zh if language == "zh" else en)[qualifier].format(text)


def _rank(row: Observation, language: str) -> str:
    place = int(row.value)
    if language == "zh":
        return f"前{place}位" if row.qualifier == "at_most" else f"第{place}位"
    if row.qualifier == "at_most":
        return f"top {place}"
    last = {1: "st", 2: "nd", 3: "rd"}.get(place % 10 if place % 100 not in (11, 12, 13) else 0, "th")
    return f"{place}{last}"


def derived_mark(row: Observation, language: str) -> str:
    """（推算） behind a derived figure, nothing behind a published one."""
    if not row.derived:
        return ""
    return "（推算）" if language == "zh" else " (derived)"


def period(when: Period | None, language: str) -> str:
    """2021年1—6月 · 2020年末 · 2016—2020年; Jan–Jun 2021 · end of 2020 · 2016–2020."""
    if when is None:
        return "未注明期间" if language == "zh" else "period not given"
    return _period_zh(when) if language == "zh" else _period_en(when)


def _period_zh(when: Period) -> str:
    if when.instant:
        return f"{when.year}年末" if when.month == 12 else f"{when.year}年{when.month}月末"
    if when.whole_years:
        return f"{when.year}年" if when.months == 12 else f"{when.first_year}—{when.year}年"
    if when.months == 1:
        return f"{when.year}年{when.month}月"
    if when.first_year == when.year:
        return f"{when.year}年{when.first_month}—{when.month}月"
    return f"{when.first_year}年{when.first_month}月—{when.year}年{when.month}月"


def _period_en(when: Period) -> str:
    last = MONTHS[when.month - 1]
    if when.instant:
        return f"end of {when.year}" if when.month == 12 else f"end of {last} {when.year}"
    if when.whole_years:
        return f"{when.year}" if when.months == 12 else f"{when.first_year}–{when.year}"
    if when.months == 1:
        return f"{last} {when.year}"
    first = MONTHS[when.first_month - 1]
    if when.first_year == when.year:
        return f"{first}–{last} {when.year}"
    return f"{first} {when.first_year}–{last} {when.year}"
