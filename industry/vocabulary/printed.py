"""A figure as a source prints it (``18.5%``, ``1.4万家``, ``下降9.6%``, ``近千家``), read as a number.

The printed digits decide how precisely a figure may be shown and how far a sum may be off; this
module finds them. It knows Chinese numerals and measure words, not indicators or tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod

SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "亿": Decimal(10**8)}
_TRADITIONAL = str.maketrans("萬億個項戶兩參", "万亿个项户两三")
_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2, "首": 1}
_FALL = ("下降", "减少", "降低", "回落", "-", "−", "－")
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_ALONE = re.compile(r"(\D*)(\d+(?:\.\d+)?)(\D*)", re.ASCII)
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\D{0,2}?[-—~～至](\d+(?:\.\d+)?)", re.ASCII)
_MARKS = re.compile(r"(?:[百千]?[万亿]){1,2}|[百千](?![瓦克米分])")
_UNIT = re.compile(r"([万亿]*)([^/]*)")
_CHINESE = re.compile(r"[零一二两三四五六七八九十百千首]+|(?=[万亿])")


@dataclass(frozen=True, slots=True)
class Printed:
    """``value`` (and ``value_to`` of a range) in plain units or in the unit asked for, ``step`` the
    weight of the last printed digit, ``scale`` the 万 or 亿 printed with the number (1, 10⁴, 10⁸)."""

    value: Decimal
    value_to: Decimal | None
    step: Decimal
    scale: int


def _step(number: str) -> Decimal:
    return Decimal(1).scaleb(-len(number.partition(".")[2]))


def _chinese(text: str) -> Decimal | None:
    """A numeral up to 9999 in characters; None when it is none."""
    total, digit = 0, None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in "十百千":
            total += (1 if digit is None else digit) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = None
        else:
            return None
    return Decimal(total + (digit or 0))


def read(text: str, unit: str) -> Printed | None:
    """What ``text`` says in ``unit``; None when no number can be read from it.

    A 万 or 亿 that belongs to the unit (``50万元`` in 万元, and in 万元/项) is the unit's, any other
    multiplies (``1.4万家`` in 家 is 14000, ``1.2万亿元`` in 亿元 is 12000). 翻一番 is 2 倍. 下降 and the
    like make it negative.
    """
    parts = split(text)
    one = shape(parts[0], parts[2], unit) if parts else None
    if parts is None or one is None:
        return _read(text, unit)
    return Printed(one.value * Decimal(parts[1]), None, one.step * _step(parts[1]), one.scale)


def split(text: str) -> tuple[str, str, str] | None:
    """What stands before the only number of a text, the number, and what stands after it; None where
    there are more numbers, or none."""
    found = _ALONE.fullmatch(text)
    return (found[1], found[2], found[3]) if found else None


@lru_cache(maxsize=4096)
def shape(before: str, after: str, unit: str) -> Printed | None:
    """What a 1 between these words says: any other number says that many times as much (下降#% is read
    once). None where it doesn't: 翻番 is 2 倍 whatever number stands beside it."""
    text = f"{before}1{after}"
    return None if "翻" in text else _read(text, unit)


def _read(text: str, unit: str) -> Printed | None:
    plain = text.strip().translate(_TRADITIONAL).replace(",", "").replace("，", "")
    if "翻一番" in plain or "翻番" in plain:
        return Printed(Decimal(2), None, Decimal(1), 1)
    sign = -1 if plain.startswith(_FALL) else 1
    span = _RANGE.search(plain)
    found = span or _NUMBER.search(plain)
    if found is None:
        return _read_characters(plain, sign, unit)
    number = span[1] if span else found[0]
    factor, scale = _factor(plain[found.end() :], unit)
    return Printed(
        value=sign * Decimal(number) * factor,
        value_to=sign * Decimal(span[2]) * factor if span else None,
        step=_step(number) * factor,
        scale=scale,
    )


def _factor(rest: str, unit: str) -> tuple[Decimal, int]:
    """What the words after a number multiply it by, in ``unit``, and the 万 or 亿 among them."""
    rest = rest.lstrip("余多几")
    own, measure = _UNIT.match(unit).groups()  # type: ignore[union-attr]
    if not rest or rest.startswith(own + measure):
        return Decimal(1), 1
    found = _MARKS.match(rest)
    marks = found[0] if found else ""
    if own and not marks and measure not in rest:
        return Decimal(1), 1
    factor = _product(marks) / _product(own)
    scale = _product(re.sub("[百千]", "", marks)) / _product(own)
    return factor, int(scale) if scale > 1 else 1


def _product(marks: str) -> Decimal:
    return prod((SCALES[mark] for mark in marks), start=Decimal(1))


def _read_characters(plain: str, sign: int, unit: str) -> Printed | None:
    """The same for a number in characters (``近千家``, ``两个``, ``过亿元``)."""
    found = _CHINESE.search(plain)
    if found is None:
        return None
    value = _chinese(found[0]) if found[0] else Decimal(1)
    if value is None:
        return None
    factor, scale = _factor(plain[found.end() :], unit)
    return Printed(sign * value * factor, None, factor, scale)
