"""Whether value, upper end and qualifier of a row agree with what is printed.

Reads each shape of a printed figure once (下降#%, #万家), not each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import cast

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from industry.tables.columns import Column, Places, together
from industry.tables.csv_cells import Table
from industry.tables.faults import Fault
from industry.tables.references import Draft
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,10})?", re.ASCII)
_DIGIT = "0-9零一二两三四五六七八九十百千"
_GLUED: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = (
    (re.compile(rf"[超逾](?=过?[{_DIGIT}])"), "over", frozenset({"over"})),
    (re.compile(rf"近(?=[{_DIGIT}])"), "nearly", frozenset({"nearly", "about"})),
    (re.compile(rf"约(?=[{_DIGIT}])|左右"), "about", frozenset({"about"})),
    (re.compile("(?<!不)以上|不低于|不少于"), "at_least", frozenset({"at_least"})),
    (re.compile(rf"(?<=[{_DIGIT}万亿])[余餘]"), "over", frozenset({"over", "about"})),
    (re.compile("不超过|不高于"), "at_most", frozenset({"at_most"})),
)
_MARKED = re.compile("[超逾近约左以不余餘]")
_PADDED = r"^-?[0-9]{1,14}\.[0-9]0%$"
_DIGITS = 14
"""Characters of a value up to which a float tells any two numbers apart by more than its rounding."""
_SHAPE = "^(?P<before>[^0-9]*)(?P<number>[0-9]{1,8}(?:[.][0-9]{1,4})?)(?P<after>[^0-9]*)$"


def check(table: Table, draft: Draft) -> Iterator[Fault]:
    """Every fault of value, upper end and qualifier against what is printed."""
    names = ("indicator", "value", "value_to", "qualifier", "as_printed")
    for place in _doubtful(table, draft):
        name, value, value_to, qualifier, text = (table.columns[name][place] for name in names)
        line = int(table.lines[place])
        indicator = cast(Indicator | None, draft.record("indicator", name))
        if indicator is not None and (not value or NUMBER.fullmatch(value)):
            yield from _number(table.file, line, value, value_to, text, indicator.unit)
        yield from _qualified(table.file, line, qualifier, text)
    yield from _padded(table)


def _padded(table: Table) -> Iterator[Fault]:
    """Percentages to which a spreadsheet has added decimals (24.50% beside 24.5)."""
    value, text = table.columns["value"], table.columns["as_printed"]
    for place in np.flatnonzero(np.asarray(pc.match_substring_regex(text.array, _PADDED))):
        said, held = text[place], value[place]
        if NUMBER.fullmatch(held) and len(held.partition(".")[2]) < 2 and Decimal(held) == Decimal(said[:-1]):
            line, facts = int(table.lines[place]), (("value", held),)
            yield Fault("printed_format", table.file, line, "as_printed", said, (f"{held}%",), facts)


def _doubtful(table: Table, draft: Draft) -> Places:
    """The places where what is printed has to be read row by row. The others print the value before
    the unit, or in a shape (下降#%, #万家) that one reading shows to be right for any number."""
    columns = table.columns
    units = columns["indicator"].mapped(lambda name: _unit(draft, name))
    value, text = columns["value"].array, columns["as_printed"].array
    single = np.asarray(pc.and_(pc.equal(columns["value_to"].array, ""), pc.not_equal(units.array, "")))
    single &= numbers(columns["value"]) & np.asarray(pc.not_equal(value, ""))
    whole = np.asarray(pc.equal(pc.binary_join_element_wise(value, units.array, ""), text))
    sound = (
        single & whole & ~np.isin(units.codes, [c for c, u in enumerate(units.distinct) if _MARKED.search(u)])
    )
    rest = np.flatnonzero(~sound & np.asarray(pc.not_equal(text, "")))
    short = np.asarray(pc.less_equal(pc.utf8_length(value), _DIGITS))
    places = rest[(single & short)[rest]]
    shape = pc.extract_regex(text.take(pa.array(places)), _SHAPE)
    found = np.asarray(pc.is_valid(shape))
    places, shape = places[found], shape.filter(pa.array(found))
    before, number, after = (Column(shape.field(place).cast(pa.string())) for place in range(3))
    qualifiers = Column(columns["qualifier"].array.take(pa.array(places)))
    said = together((before.codes, after.codes, units.codes[places], qualifiers.codes))
    _, first, case = np.unique(said, return_index=True, return_inverse=True)
    factors = np.array(
        [_factor(before[one], after[one], units[places[one]], qualifiers[one]) for one in first] or [np.nan]
    )
    expected = np.asarray(pc.cast(number.array, pa.float64())) * factors[case]
    held = np.asarray(pc.cast(value.take(pa.array(places)), pa.float64()))
    right = np.abs(held - expected) <= 5e-16 * np.abs(expected)
    return np.setdiff1d(rest, places[right])


def _factor(before: str, after: str, unit: str, qualifier: str) -> float:
    """What a shape makes of its number; not a number where its reading shows a fault, or more than a
    factor."""
    text = f"{before}1{after}"
    said = printed.read(text, unit)
    if said is None or said.value_to is not None or "翻" in text or any(_qualified("", 0, qualifier, text)):
        return float("nan")
    return float(said.value)


def _unit(draft: Draft, name: str) -> str:
    indicator = cast(Indicator | None, draft.record("indicator", name))
    return indicator.unit if indicator else ""


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


def numbers(column: Column) -> Places:
    """Whether each cell is a number or empty."""
    right = pc.match_substring_regex(column.array, f"^({NUMBER.pattern})?$".replace(r"\d", "[0-9]"))
    return np.asarray(right)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
