"""Whether value and upper end of a row are numbers, and agree, like the qualifier, with what is printed.

Reads each shape of a printed figure once (下降#%, #万家), not each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from industry.tables.faults import Fault
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,10})?", re.ASCII)
_HINTS = (
    ("percent", re.compile(r".*[%％‰]")),
    ("fullwidth", re.compile(r".*[０-９．－]")),
    ("comma", re.compile(r"-?\d+[,，]\d{1,2}$")),
    ("thousands", re.compile(r"-?\d{1,3}([,，]\d{3})+(\.\d+)?")),
    ("minus", re.compile(r"[−–—]")),
    ("exponent", re.compile(r"[-+]?[\d.]+[eE]")),
    ("unit", re.compile(r"[-+]?\d[\d.]*\D+")),
)
_DIGIT = "0-9零一二两三四五六七八九十百千"
_GLUED: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = (
    (re.compile(rf"[超逾](?=过?[{_DIGIT}])"), "over", frozenset({"over"})),
    (re.compile(rf"近(?=[{_DIGIT}])"), "nearly", frozenset({"nearly", "about"})),
    (re.compile(rf"约(?=[{_DIGIT}])|左右"), "about", frozenset({"about"})),
    (re.compile("(?<!不)以上|不低于|不少于"), "at_least", frozenset({"at_least"})),
    (re.compile(rf"(?<=[{_DIGIT}万亿])[余餘]"), "over", frozenset({"over", "about"})),
    (re.compile("不超过|不高于"), "at_most", frozenset({"at_most"})),
)
_PADDED = re.compile(r"-?\d{1,14}\.\d0%", re.ASCII)


def evident(value: str, value_to: str, qualifier: str, text: str, unit: str) -> bool:
    """Whether the shape of what is printed shows already that there is no fault."""
    if value_to or not NUMBER.fullmatch(value):
        return False
    if text == value + unit:
        return _factor("", unit, unit, qualifier) == 1
    parts = printed.split(text)
    if parts is None or text.endswith("0%"):
        return False
    before, number, after = parts
    factor = _factor(before, after, unit, qualifier)
    return factor is not None and Decimal(value) == Decimal(number) * factor


@lru_cache(maxsize=4096)
def _factor(before: str, after: str, unit: str, qualifier: str) -> Decimal | None:
    """What a shape makes of its number; None where that isn't all, or the qualifier is wrong."""
    one = printed.shape(before, after, unit)
    wrong = any(_qualified("", 0, qualifier, f"{before}1{after}"))
    return None if one is None or wrong else one.value


def check(
    file: str, line: int, indicator: Indicator | None, value: str, value_to: str, qualifier: str, text: str
) -> Iterator[Fault]:
    """Every fault of value, upper end and qualifier of a row."""
    for name, number in (("value", value), ("value_to", value_to)):
        if number and not NUMBER.fullmatch(number):
            hint = (("hint", next((hint for hint, form in _HINTS if form.match(number)), "other")),)
            yield Fault("not_a_number", file, line, name, number, (fields.COLUMN["value"].good,), hint)
    if text:
        if indicator and (not value or NUMBER.fullmatch(value)):
            yield from _number(file, line, value, value_to, text, indicator.unit)
        yield from _qualified(file, line, qualifier, text)
        yield from _padded(file, line, value, text)


def _padded(file: str, line: int, value: str, text: str) -> Iterator[Fault]:
    """A percentage to which a spreadsheet has added decimals (24.50% beside 24.5)."""
    number = _PADDED.fullmatch(text) and NUMBER.fullmatch(value)
    if number and len(value.partition(".")[2]) < 2 and Decimal(value) == Decimal(text[:-1]):
        yield Fault("printed_format", file, line, "as_printed", text, (f"{value}%",), (("value", value),))


def _number(file: str, line: int, value: str, value_to: str, text: str, unit: str) -> Iterator[Fault]:
    said = printed.read(text, unit)
    facts = (("printed", text), ("unit", unit))
    if said is None:
        yield Fault("no_number_printed", file, line, "as_printed", text)
        return
    if value and Decimal(value) != said.value:
        yield Fault("value_differs", file, line, "value", value, (_plain(said.value),), facts)
    if value_to and not NUMBER.fullmatch(value_to):
        return
    if value and value_to and Decimal(value_to) <= Decimal(value):
        yield Fault("range_order", file, line, "value_to", value_to, (value,))
    elif said.value_to is None and value_to:
        yield Fault("value_to_differs", file, line, "value_to", value_to, ("",), facts)
    elif said.value_to is not None and (not value_to or Decimal(value_to) != said.value_to):
        yield Fault("value_to_differs", file, line, "value_to", value_to, (_plain(said.value_to),), facts)


def _qualified(file: str, line: int, qualifier: str, text: str) -> Iterator[Fault]:
    """The words that say how a figure is meant, where they stand beside it."""
    found = [(name, fits) for form, name, fits in _GLUED if form.search(text)]
    if qualifier not in fields.QUALIFIERS:
        return
    if found and not any(qualifier in fits for _, fits in found):
        names = tuple(dict.fromkeys(name for name, _ in found))
        yield Fault("qualifier_differs", file, line, "qualifier", qualifier, names, (("printed", text),))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
