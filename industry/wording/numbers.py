"""Numbers with their units and words (超, 约, 以上 …), and periods.

A published figure is never shown with more digits than were printed, nor with fewer; a derived one never outside
its interval. A unit that isn't in
`fields.UNITS` needs ``unit_en`` in its indicator's record; Python needs no change for it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from industry.rules.arithmetic.intervals import ends, half_up
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import UNITS, of_one_year
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.phrases import say
from industry.wording.phrases import value as word
from industry.wording.said import Said

MINUS = "−"
SCALES = {10**4: "万", 10**8: "亿", 10**12: "万亿"}
COUNTED = {
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(value: Decimal, step: Decimal, language: str, signed: bool = False) -> str:
    """``value`` with the digits that ``step`` (weight of the last one) allows; − as the minus sign,
    thousands grouped in English only, + before a positive one where ``signed``."""
    rounded = half_up(value, Decimal(1).scaleb(-decimals(step)) if step < 1 else step)
    text = f"{abs(rounded):,f}" if language == "en" else f"{abs(rounded):f}"
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


def counted(count: int, language: str) -> str:
    """A number of things in words up to ten: 五份材料, five documents."""
    words = COUNTED[language]
    return words[count] if count < len(words) else str(count)


def count(number: int, language: str) -> str:
    """A number of things in digits, grouped as `plain` does."""
    return plain(Decimal(number), Decimal(1), language)


def unit(indicator: Indicator, language: str) -> str:
    """The unit's words as they follow a number (百分点 takes 个 before it in Chinese)."""
    if language == "zh":
        return points(language) if indicator.unit == "百分点" else indicator.unit
    words, _ = _english(indicator)
    return words if words.startswith(("%", " ")) or not words else f" {words}"


def points(language: str) -> str:
    """The unit of a difference of two percentages, as it follows a number."""
    return "个百分点" if language == "zh" else UNITS["百分点"][0]


def unit_line(indicator: Indicator, language: str) -> str:
    """What stands at the plot's top right: 单位：% ."""
    return say("unit_line", language, unit_name(indicator, language))


def unit_name(indicator: Indicator, language: str) -> str:
    """The unit where no number stands before it: percentage points, number."""
    return indicator.unit if language == "zh" else _alone(_english(indicator)[0])


def unit_alone(unit: str, language: str) -> str:
    """The same of a unit of the tables that is no indicator's: 百分点."""
    return unit if language == "zh" else _alone(UNITS[unit][0] if unit in UNITS else unit)


def _alone(words: str) -> str:
    return "percentage points" if words.strip() == "pp" else words.strip() or "number"


def _unit_of(row: Observation, language: str) -> str:
    """The unit behind a figure: of one single year 个/年 is 个."""
    words = unit(row.indicator, language)
    if row.period is not None and row.period.whole_years and row.period.months == 12:
        return of_one_year(words)
    return words


@lru_cache(maxsize=8192)
def number(
    row: Observation, language: str, bare: bool = False, marked: bool = False, signed: bool = True
) -> Said:
    """The figure in words: sign for a difference, the printed digits and scale, unit, qualifier.

    ``bare`` leaves the unit away (it stands at the axis), never the qualifier; ``marked`` says of a derived
    figure that it is; ``signed`` False leaves the + of a difference away.
    """
    if row.indicator.measure == "rank":
        words = _rank(row, language)
    else:
        first, last = ends(row)
        low = _amount(row, first, language, signed and row.indicator.measure in ("gap", "change"))
        words = low if last is None else _range(row, low, last, language, bare)
        words = _qualified(words if bare else words + _unit_of(row, language), row, language)
    said = Said(words, (row,), "derived" if row.derived else "plain")
    return said + derived_mark(row, language) if marked else said


def magnitude(gap: Observation, language: str, bare: bool = False) -> Said:
    """How far apart two figures lie, without the sign: 约2.9个百分点, of a row that is a difference; ``bare`` without
    its unit."""
    low, high = (gap.derivation.low, gap.derivation.high) if gap.derivation else (gap.value, gap.value)
    turned = gap
    if gap.value < 0:
        worked = replace(gap.derivation, low=-high, high=-low) if gap.derivation else None
        turned = replace(gap, value=-gap.value, derivation=worked)
    told = number(turned, language, bare, signed=False)
    return Said(told, (gap,), "derived" if gap.derived else "plain")


def number_format(figure: str, value: float, language: str) -> str:
    """The format in which an office program words ``value`` as ``figure`` says it, and any number put in its
    place; empty where that takes words (约, 万, 推算), and for what is no single figure."""
    row = figure.rows[0] if isinstance(figure, Said) and len(figure.rows) == 1 else None
    if row is None or _qualifier(row) or ends(row)[1] is not None or row.indicator.measure == "rank":
        return ""
    ways = ((bare, marked) for bare in (True, False) for marked in (False, True))
    bare, marked = next((one for one in ways if figure == number(row, language, *one)), (None, None))
    if bare is None:
        return ""
    times = factor(row.indicator, language)
    if abs(value - float(row.value * times)) > 1e-9 or row.scale > 1 and language == "zh":
        return ""
    digits = decimals(row.step * times)
    body = "#,##0" if language == "en" and abs(value) >= 1000 else "0"
    body += "." + "0" * digits if digits else ""
    words = ("" if bare else _unit_of(row, language)) + (derived_mark(row, language) if marked else "")
    unit = f'"{words}"' if words else ""
    signed = row.indicator.measure in ("gap", "change")
    zero = f";{body}{unit}" if signed else ""
    minus = f'"{MINUS}"' if half_up(row.value, row.step) else ""
    return f"{'+' if signed else ''}{body}{unit};{minus}{body}{unit}{zero}"


def decimals(step: Decimal) -> int:
    """The digits behind the point that the weight of the last one allows."""
    return max(0, -int(step.normalize().as_tuple().exponent))


def _english(indicator: Indicator) -> tuple[str, Decimal]:
    """The unit's English words, and what turns a number into theirs."""
    return UNITS[indicator.unit] if indicator.unit_en is None else (indicator.unit_en, Decimal(1))


def factor(indicator: Indicator, language: str) -> Decimal:
    """What turns a number into that of the unit in ``language``."""
    return Decimal(1) if language == "zh" else _english(indicator)[1]


def value_in(row: Observation, language: str) -> float:
    """The number that stands beside `unit_name` in a workbook: 127.32 of billion yuan for 1273.2亿元."""
    return float(row.value * factor(row.indicator, language))


def _amount(row: Observation, value: Decimal, language: str, signed: bool) -> str:
    step = _step(row, value)
    if language == "zh" and row.scale > 1:
        return plain(value / row.scale, step / row.scale, language, signed) + SCALES[row.scale]
    return plain(
        value * factor(row.indicator, language), _step_in(row, value, step, language), language, signed
    )


def digits_in(row: Observation, language: str) -> int:
    """How many decimals the number that stands beside `unit_name` has, as in its words."""
    return decimals(_step_in(row, row.value, row.step, language))


def _step_in(row: Observation, value: Decimal, step: Decimal, language: str) -> Decimal:
    """The weight of the last digit in the unit of a language."""
    times = factor(row.indicator, language)
    step *= times
    while row.qualifier and times != 1 and step < 1 and not value * times % (step * 10):
        step *= 10  # 超1800亿元 is over 180 billion yuan: the print says no tenth of a billion
    return step


def _step(row: Observation, value: Decimal) -> Decimal:
    """The weight of the last digit: of a printed range each end's own, so that 5%-5.5% is not 5.0%～5.5%."""
    if row.value_to is None:
        return row.step
    return max(row.step, Decimal(1).scaleb(int(value.as_tuple().exponent)))


def _range(row: Observation, low: str, last: Decimal, language: str, bare: bool) -> str:
    high = _amount(row, last, language, False)
    if language == "zh":
        return f"{low}%～{high}" if row.indicator.unit == "%" and not bare else f"{low}～{high}"
    return f"{low}–{high}"


def _qualifier(row: Observation) -> str:
    """The one printed, or 约 of a derived figure of whose last digit there is a doubt."""
    return "about" if row.derivation and row.derivation.form == "about" else row.qualifier


def _qualified(text: str, row: Observation, language: str) -> str:
    """A qualifier speaks of the size of a figure, not of its place on the scale: of a fall by more than 20 % it says
    降超20% (and of one that is about −20 %, 约−20%)."""
    qualifier = _qualifier(row)
    if not qualifier:
        return text
    told = word("qualifier", qualifier, language)
    if not text.startswith(MINUS) or qualifier == "about":
        return told.format(text)
    below = row.indicator.measure if row.indicator.measure in ("gap", "level") else "growth"
    return word("below", below, language).format(told.format(text.removeprefix(MINUS)))


def _rank(row: Observation, language: str) -> str:
    place = int(row.value)
    if language == "zh":
        return f"前{place}位" if row.qualifier == "at_most" else f"第{place}位"
    if row.qualifier == "at_most":
        return f"top {place}"
    last = {1: "st", 2: "nd", 3: "rd"}.get(place % 10 if place % 100 not in (11, 12, 13) else 0, "th")
    return f"{place}{last}"


def opened(row: Observation, language: str) -> bool:
    """Whether a word stands before the figure: 约2, 超3; not 5以上."""
    qualifier = _qualifier(row)
    return bool(qualifier) and not word("qualifier", qualifier, language).startswith("{")


def derived_mark(row: Observation, language: str) -> str:
    """（推算） behind a derived figure, nothing behind a published one."""
    return say("marked_derived", language, "") if row.derived else ""


def period(when: Period | None, language: str) -> str:
    """2021年1—6月 · 2020年末 · 2016—2020年; Jan–Jun 2021 · end of 2020 · 2016–2020."""
    if when is None:
        return say("period_none", language)
    months, year = months_and_year(when, language)
    if language == "zh":
        return year + months
    return f"{months} {year}" if months else year


def year(number: int, language: str) -> str:
    """2021年, 2021."""
    return period(Period(12 * number, 12 * number + 11), language)


@lru_cache(maxsize=1024)
def months_and_year(when: Period, language: str) -> tuple[str, str]:
    """The two parts of a period's words, of which a column may set one below the other: 1—6月, 2021年. Years,
    their ends, and months of two years, have no first part."""
    zh = language == "zh"
    first, last = (f"{month}" if zh else MONTHS[month - 1] for month in (when.first_month, when.month))
    year = f"{when.year}年" if zh else f"{when.year}"
    if when.instant:
        if when.month == 12:
            return "", f"{year}末" if zh else f"end of {year}"
        return f"{last}月末" if zh else f"end of {last}", year
    if when.whole_years:
        years = f"{when.first_year}—{year}" if zh else f"{when.first_year}–{year}"
        return "", year if when.months == 12 else years
    if when.months == 1:
        return f"{last}月" if zh else last, year
    if when.first_year == when.year:
        return f"{first}—{last}月" if zh else f"{first}–{last}", year
    if zh:
        return "", f"{when.first_year}年{first}月—{year}{last}月"
    return "", f"{first} {when.first_year}–{last} {when.year}"
