"""What the cells of an observation table say: each against its column, its indicator and source, and
what is printed.

A rule is asked once for each distinct text, or combination of texts, so that 100,000 rows cost little
more than their parsing. The form of the table is judged in ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

import numpy as np

from industry.tables import agreement
from industry.tables.columns import Column, Places, again, coded, pairs, together
from industry.tables.csv_cells import Table
from industry.tables.faults import Fault, near
from industry.tables.references import Draft
from industry.vocabulary import fields, periods, printed
from industry.vocabulary.catalogue import Indicator, Source

_PARAGRAPH = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_HINTS = (
    ("percent", re.compile(r".*[%％‰]")),
    ("fullwidth", re.compile(r".*[０-９．－]")),
    ("comma", re.compile(r"-?\d+[,，]\d{1,2}$")),
    ("thousands", re.compile(r"-?\d{1,3}([,，]\d{3})+(\.\d+)?")),
    ("minus", re.compile(r"[−–—]")),
    ("exponent", re.compile(r"[-+]?[\d.]+[eE]")),
    ("unit", re.compile(r"[-+]?\d[\d.]*\D+")),
)
_KEY = ("source", "paragraph", "edition", "status")
_FIRST_GUESSES = 50
_BETWEEN = re.compile(r"[\s、，,；;/|+&和]+")
_MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    re.compile(r"(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)\d{1,2}", re.ASCII),
    re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})", re.ASCII),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(\d{1,2}日)?", re.ASCII),
    re.compile(r"(?P<month>[a-z]{3})-(?P<year>\d{2})", re.ASCII | re.IGNORECASE),
    re.compile(r"(?P<year>\d{2})-(?P<month>[a-z]{3})", re.ASCII | re.IGNORECASE),
)
"""The ways in which spreadsheets show the date that they make of 2021-06."""
_SERIAL = re.compile(r"[1-7]\d{4}", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)

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
        yield from _cells(table, name, np.flatnonzero(~agreement.numbers(columns[name])), _no_number)
    yield from _inferred(table)
    yield from _pairs(
        table, "period", columns["indicator"].mapped(lambda name: _series(draft, name)), _period
    )
    yield from _pairs(
        table, "paragraph", columns["source"].mapped(lambda name: _kind(draft, name)), _paragraph
    )
    yield from agreement.check(table, draft)
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


def _no_number(text: str) -> tuple[str, More]:
    hint = next((hint for hint, form in _HINTS if form.match(text)), "other")
    return "not_a_number", {"expected": (fields.COLUMN["value"].good,), "facts": (("hint", hint),)}


def _inferred(table: Table) -> Iterator[Fault]:
    allowed = fields.COLUMN["inferred"].allowed

    def odd(text: str) -> str | None:
        return next((part for part in text.split() if part not in allowed), None) if text else None

    column = table.columns["inferred"]
    for place in column.where(lambda text: odd(text) is not None):
        found = odd(column[place]) or ""
        line = int(table.lines[place])
        parts = [part for part in _BETWEEN.split(column[place]) if part]
        if len(parts) > 1 and all(part in allowed for part in parts):
            yield Fault("not_separated", table.file, line, "inferred", column[place], (" ".join(parts),))
            continue
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
            line, text = int(table.lines[place]), found[pair][0]
            expected = (month_of(text),) if told[pair] == "period_date" else ()
            yield Fault(told[pair], table.file, line, name, text, expected)


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
        return "period_date" if error.code == "form" and month_of(text) else f"period_{error.code}"
    return "joint_months" if series == "joint" and period.months == 1 and period.month <= 2 else None


def month_of(text: str) -> str:
    """The month of a date as a spreadsheet writes it (2021/6/1, Jun-21, the number 44348 of the 1900
    system); nothing where ``text`` is no date."""
    if _SERIAL.fullmatch(text):
        return f"{_DAY_ZERO + timedelta(int(text)):%Y-%m}"
    found = next((found for form in _DATES if (found := form.fullmatch(text))), None)
    if found is None:
        return ""
    year, name = int(found["year"]), found["month"].lower()
    month = int(name) if name.isdigit() else _MONTHS.index(name) if name in _MONTHS else 0
    if len(found["year"]) == 2:
        year += 2000 if year < 30 else 1900
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def _kind(draft: Draft, name: str) -> str:
    source = cast(Source | None, draft.record("source", name))
    return "" if source is None else "document" if source.document else source.kind


def _paragraph(text: str, kind: str) -> str | None:
    if text and not _PARAGRAPH.fullmatch(text):
        return "paragraph_form"
    if kind == "document" and not text:
        return "paragraph_missing"
    return "paragraph_surplus" if text and kind == "statistics" else None


def _twice(table: Table, draft: Draft) -> Iterator[Fault]:
    """Rows that say the same as an earlier one, whatever words their period is written in, and rows
    that give another value for the same."""
    columns = table.columns
    period = shortest(columns["period"], columns["indicator"], lambda name: _timing(draft, name))
    same = together((columns["indicator"].codes, period.codes, *(columns[name].codes for name in _KEY)))
    key = together((same, columns["value"].codes))
    twice = set()
    for place, first in zip(*again(key), strict=True):
        twice.add(place)
        name = columns["indicator"][place]
        if name:
            before = (("first", str(table.lines[first])),)
            yield Fault("duplicate_row", table.file, int(table.lines[place]), found=name, facts=before)
    for place, first in zip(*again(same), strict=True):
        if place not in twice and period[place] and _contradict(table, draft, int(place), int(first)):
            name, value, other = columns["indicator"][place], columns["value"][place], columns["value"][first]
            facts = (("first", str(table.lines[first])), ("value", value), ("before", other))
            yield Fault("contradictory_row", table.file, int(table.lines[place]), found=name, facts=facts)


def _contradict(table: Table, draft: Draft, one: int, other: int) -> bool:
    """Whether two rows give values that no rounding reconciles, with the same qualifier."""
    columns = table.columns
    indicator = cast(Indicator | None, draft.record("indicator", columns["indicator"][one]))
    values = [columns["value"][place] for place in (one, other)]
    if indicator is None or not all(agreement.NUMBER.fullmatch(value) for value in values):
        return False
    said = [printed.read(columns["as_printed"][place], indicator.unit) for place in (one, other)]
    room = sum((found.step for found in said if found is not None), start=Decimal(0)) / 2
    same = columns["qualifier"][one] == columns["qualifier"][other]
    return same and abs(Decimal(values[0]) - Decimal(values[1])) >= room


def _timing(draft: Draft, name: str) -> str:
    indicator = cast(Indicator | None, draft.record("indicator", name))
    return indicator.timing if indicator else "flow"
