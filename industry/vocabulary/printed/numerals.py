"""Numerals in figures (``12,345.6``) and in characters (``三千五百``), and the scales 百 千 万 亿."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

Numeral = tuple[Decimal, Decimal]
"""A number, and the weight of its last digit."""
ARABIC = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)", re.ASCII)
SPOKEN = re.compile(
    r"[零一二两三四五六七八九十][零一二两三四五六七八九十百千]*(?:点[零一二三四五六七八九]+)?"
)
SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "亿": Decimal(10**8)}
_SCALE = re.compile("[百千]?(?:万亿|万|亿)?")
_DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MOST = 16
_STEPS = tuple(Decimal(1).scaleb(-digits) for digits in range(_MOST))


def arabic(text: str) -> Numeral | None:
    """A numeral that ``ARABIC`` has found; None where it begins with a zero too many, or is too long."""
    bare = text.replace(",", "").replace(" ", "") if len(text) > 4 else text
    if len(bare) > _MOST or bare[0] == "0" and bare[1:2] not in ("", "."):
        return None
    return Decimal(bare), _STEPS[len(bare.partition(".")[2])]


def step(number: str) -> Decimal:
    """The weight of the last digit of a decimal number."""
    return Decimal(1).scaleb(-len(number.partition(".")[2]))


def spoken(text: str) -> Numeral | None:
    """A numeral up to 9999 as it is said in full (一千零五, never 一千五), with 点 before decimals. 百 and 千 are
    places: of 一千二百 the last digit is the 2."""
    whole, point, decimals = text.replace("两", "二").partition("点")
    total = digit = 0
    for character in whole:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS.index(character)
    total += digit
    if whole.removeprefix("一" if 10 <= total < 20 else "") != in_characters(
        total
    ):  # 壹拾陆 of an amount in words
        return None
    if point:
        figures = "".join(str(_DIGITS.index(one)) for one in decimals)
        return Decimal(f"{total}.{figures}"), step(f".{figures}")
    return Decimal(total), Decimal(_PLACES[whole[-1]] if whole[-1] in "百千" else 1)


def in_characters(number: int) -> str:
    """A whole number up to 9999 as it is said."""
    said, empty = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            said += ("零" if empty and said else "") + _DIGITS[digit] + name
        empty = not digit
    return said.removeprefix("一") if said.startswith("一十") else said or "零"


def scale(marks: str) -> Decimal | None:
    """What 千万, 万亿 and the like multiply by, 1 where nothing is printed; None of what isn't said."""
    return prod((SCALES[mark] for mark in marks), start=Decimal(1)) if _SCALE.fullmatch(marks) else None


def ten_thousands(marks: str) -> Decimal:
    """The part of a scale that stays printed: 万 and 亿."""
    return prod((SCALES[mark] for mark in marks if mark in "万亿"), start=Decimal(1))
