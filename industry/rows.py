"""What the cells of an observation table say: each against its column, its indicator and source, and
what is printed.

A rule is asked once for each distinct text, or combination of texts, so that 100,000 rows cost little
more than their parsing. The form of the table is judged in ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import cast

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from industry import fields, periods, printed
from industry.catalogue import Indicator, Source
from industry.columns import Column, Places, again, coded, pairs, together
from industry.faults import Fault, near
from industry.reading import Table
from industry.references import Draft

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,10})?", re.ASCII)
_PARAGRAPH = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_HINTS = (
    ("percent", re.compile(r".*[%％‰]")),
    ("fullwidth", re.compile(r".*[０-９．－]")),
    ("comma", re.compile(r"-?\d+[,，]\d{1,2}")),
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
_MARKED = re.compile("[超逾近约左以不余餘]")
_SHAPE = "^(?P<before>[^0-9]*)(?P<number>[0-9]{1,8}(?:[.][0-9]{1,4})?)(?P<after>[^0-9]*)$"
_KEY = ("source", "paragraph", "edition", "status", "value")
_FIRST_GUESSES = 50

More = dict[str, object]


def check(table: Table, draft: Draft) -> Iterator[Fault]:
    """Every fault of the cells of one table."""
    columns = table.columns
    for column in fields.COLUMNS:
        name = column.name
        if not column.empty and name in table.present:
            yield from _cells(table, name, columns[name].empty(), lambda text: ("empty_cell", {}))
        if column.allowed and name != "inferred":
            yield from _allowed(table, name, (*column.allowed, ""))
    for name in ("indicator", "source", "edition"):
        yield from _known(table, draft, name)
    for name in ("value", "value_to"):
        yield from _cells(table, name, np.flatnonzero(~_numbers(columns[name])), _no_number)
    yield from _inferred(table)
    yield from _pairs(
        table, "period", columns["indicator"].mapped(lambda name: _series(draft, name)), _period
    )
    yield from _pairs(
        table, "paragraph", columns["source"].mapped(lambda name: _kind(draft, name)), _paragraph
    )
    yield from _printed(table, draft)
    yield from _twice(table, draft)


def canonical(text: str, timing: str) -> str:
    """A period in its shortest form; what can't be read stays as it is."""
    try:
        return str(periods.parse(text, timing)) if text else ""
    except periods.PeriodError:
        return text


def shortest(texts: Column, indicators: Column, timing: Callable[[str], str]) -> Column:
    """Periods in their shortest form. ``timing`` tells that of an indicator's id."""
    found, places = pairs(texts, indicators.mapped(timing))
    return coded([canonical(text, named) for text, named in found], places)


def _cells(
    table: Table, name: str, places: Places, tell: Callable[[str], tuple[str, More]]
) -> Iterator[Fault]:
    """A fault at each of the places, worded once for each distinct text."""
    column = table.columns[name]
    told: dict[str, tuple[str, More]] = {}
    for place in places:
        text = column[place]
        if text not in told:
            told[text] = tell(text)
        code, more = told[text]
        yield Fault(code, table.file, int(table.lines[place]), name, text, **more)  # type: ignore[arg-type]


def _allowed(table: Table, name: str, allowed: tuple[str, ...]) -> Iterator[Fault]:
    listed = tuple(one for one in dict.fromkeys(allowed) if one)

    def tell(text: str) -> tuple[str, More]:
        return "not_allowed", {"expected": listed, "facts": near(text, listed)}

    yield from _cells(table, name, table.columns[name].where(lambda text: text not in allowed), tell)


def _known(table: Table, draft: Draft, name: str) -> Iterator[Fault]:
    known, told = draft.ids[name], 0

    def tell(text: str) -> tuple[str, More]:
        nonlocal told
        told += 1
        hint = near(text, known) if told <= _FIRST_GUESSES else ()
        if name == "edition":
            return "unnamed", {"facts": (("names", "editions"), *hint)}
        return f"unknown_{name}", {"facts": hint}

    wrong = table.columns[name].where(lambda text: text and draft.unknown(name, text))
    yield from _cells(table, name, wrong, tell)


def _numbers(column: Column) -> Places:
    """Whether each cell is a number or empty."""
    right = pc.match_substring_regex(column.array, f"^({NUMBER.pattern})?$".replace(r"\d", "[0-9]"))
    return np.asarray(right)


def _no_number(text: str) -> tuple[str, More]:
    hint = next((hint for hint, form in _HINTS if form.match(text)), "other")
    return "not_a_number", {"expected": (fields.COLUMN["value"].good,), "facts": (("hint", hint),)}


def _inferred(table: Table) -> Iterator[Fault]:
    allowed = fields.COLUMN["inferred"].allowed

    def odd(text: str) -> str | None:
        return next((part or text for part in text.split(" ") if part not in allowed), None) if text else None

    column = table.columns["inferred"]
    for place in column.where(lambda text: odd(text) is not None):
        found = odd(column[place]) or ""
        line = int(table.lines[place])
        yield Fault("not_allowed", table.file, line, "inferred", found, allowed, near(found, allowed))
    if "period" in table.present:
        for place in table.columns["period"].empty():
            text = column[place]
            if "period" not in text.split() and odd(text) is None:
                yield Fault("period_missing", table.file, int(table.lines[place]), "period")


def _pairs(table: Table, name: str, kinds: Column, rule: Callable[[str, str], str | None]) -> Iterator[Fault]:
    """Faults of a cell that depend on what kind of row it stands in."""
    found, places = pairs(table.columns[name], kinds)
    told = {place: fault for place, pair in enumerate(found) if (fault := rule(*pair))}
    if told:
        for place in np.flatnonzero(np.isin(places, list(told))):
            pair = int(places[place])
            yield Fault(told[pair], table.file, int(table.lines[place]), name, found[pair][0])


def _series(draft: Draft, name: str) -> str:
    """Timing of an indicator, ``joint`` for a flow whose January and February are one period."""
    indicator = cast(Indicator | None, draft.record("indicator", name))
    timing = indicator.timing if indicator else "flow"
    return "joint" if indicator and timing == "flow" and indicator.joint_january_february else timing


def _period(text: str, series: str) -> str | None:
    if not text:
        return None
    try:
        period = periods.parse(text, "flow" if series == "joint" else series)
    except periods.PeriodError as error:
        return f"period_{error.code}"
    return "joint_months" if series == "joint" and period.months == 1 and period.month <= 2 else None


def _kind(draft: Draft, name: str) -> str:
    source = cast(Source | None, draft.record("source", name))
    return "" if source is None else "document" if source.document else source.kind


def _paragraph(text: str, kind: str) -> str | None:
    if text and not _PARAGRAPH.fullmatch(text):
        return "paragraph_form"
    if kind == "document" and not text:
        return "paragraph_missing"
    return "paragraph_surplus" if text and kind == "statistics" else None


def _printed(table: Table, draft: Draft) -> Iterator[Fault]:
    """Value, upper end and qualifier against what is printed."""
    names = ("indicator", "value", "value_to", "qualifier", "as_printed")
    for place in _doubtful(table, draft):
        name, value, value_to, qualifier, text = (table.columns[name][place] for name in names)
        line = int(table.lines[place])
        indicator = cast(Indicator | None, draft.record("indicator", name))
        if indicator is not None and (not value or NUMBER.fullmatch(value)):
            yield from _number(table.file, line, value, value_to, text, indicator.unit)
        yield from _qualified(table.file, line, qualifier, text)


def _doubtful(table: Table, draft: Draft) -> Places:
    """The places where what is printed has to be read row by row. The others print the value before
    the unit, or in a shape (下降#%, #万家) that one reading shows to be right for any number."""
    columns = table.columns
    units = columns["indicator"].mapped(lambda name: _unit(draft, name))
    value, text = columns["value"].array, columns["as_printed"].array
    single = np.asarray(pc.and_(pc.equal(columns["value_to"].array, ""), pc.not_equal(units.array, "")))
    single &= _numbers(columns["value"]) & np.asarray(pc.not_equal(value, ""))
    whole = np.asarray(pc.equal(pc.binary_join_element_wise(value, units.array, ""), text))
    sound = (
        single & whole & ~np.isin(units.codes, [c for c, u in enumerate(units.distinct) if _MARKED.search(u)])
    )
    rest = np.flatnonzero(~sound & np.asarray(pc.not_equal(text, "")))
    places = rest[single[rest]]
    shape = pc.extract_regex(text.take(pa.array(places)), _SHAPE)
    found = np.asarray(pc.is_valid(shape))
    places, shape = places[found], shape.filter(pa.array(found))
    before, number, after = (Column(shape.field(place).cast(pa.string())) for place in range(3))
    qualifiers = Column(columns["qualifier"].array.take(pa.array(places)))
    said = together((before.codes, after.codes, units.codes[places], qualifiers.codes))
    examples, first, case = np.unique(said, return_index=True, return_inverse=True)
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


def _twice(table: Table, draft: Draft) -> Iterator[Fault]:
    """Rows that say the same as an earlier one, whatever words their period is written in."""
    columns = table.columns
    period = shortest(columns["period"], columns["indicator"], lambda name: _timing(draft, name))
    key = together((columns["indicator"].codes, period.codes, *(columns[name].codes for name in _KEY)))
    for place, first in zip(*again(key), strict=True):
        name = columns["indicator"][place]
        if name:
            before = (("first", str(table.lines[first])),)
            yield Fault("duplicate_row", table.file, int(table.lines[place]), found=name, facts=before)


def _timing(draft: Draft, name: str) -> str:
    indicator = cast(Indicator | None, draft.record("indicator", name))
    return indicator.timing if indicator else "flow"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
