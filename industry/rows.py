"""What the cells of an observation table say: each against its column, its indicator and source, and
what is printed.

Works column by column on distinct values, so that 100,000 rows cost little more than their parsing.
The form of the table is judged in ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from typing import cast

from industry import fields, periods, printed
from industry.catalogue import Indicator, Source
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
_KEY = ("indicator", "period", "source", "paragraph", "edition", "status", "value")
_FIRST_GUESSES = 50


def check(table: Table, draft: Draft) -> Iterator[Fault]:
    """Every fault of the cells of one table."""
    columns = table.columns
    for column in fields.COLUMNS:
        if not column.empty and column.name in table.present:
            yield from _each(table, column.name, {""}, lambda name, cell: ("empty_cell", {}))
        if column.allowed and column.name != "inferred":
            bad = {cell for cell in set(columns[column.name]) if cell and cell not in column.allowed}
            yield from _each(table, column.name, bad, _not_allowed)
    for name, kind in (("indicator", "indicator"), ("source", "source"), ("edition", "edition")):
        yield from _unknown(table, draft, name, kind)
    for name in ("value", "value_to"):
        bad = {cell for cell in set(columns[name]) if cell and not NUMBER.fullmatch(cell)}
        yield from _each(table, name, bad, _no_number)
    yield from _inferred(table)
    yield from _periods(table, draft)
    yield from _paragraphs(table, draft)
    yield from _printed(table, draft)
    yield from _twice(table, draft)


def canonical(text: str, timing: str) -> str:
    """A period in its shortest form; what can't be read stays as it is."""
    try:
        return str(periods.parse(text, timing)) if text else ""
    except periods.PeriodError:
        return text


def _each(
    table: Table, name: str, bad: Collection[str], tell: Callable[[str, str], tuple[str, dict[str, object]]]
) -> Iterator[Fault]:
    """A fault for each row whose cell is one of ``bad``, told once for each distinct cell."""
    if not bad:
        return
    told = {cell: tell(name, cell) for cell in bad}
    for line, cell in zip(table.lines, table.columns[name], strict=True):
        if cell in told:
            code, more = told[cell]
            yield Fault(code, table.file, line, name, cell, **more)  # type: ignore[arg-type]


def _not_allowed(name: str, cell: str) -> tuple[str, dict[str, object]]:
    allowed = tuple(one for one in fields.COLUMN[name].allowed if one)
    return "not_allowed", {"expected": allowed, "facts": near(cell, allowed)}


def _no_number(name: str, cell: str) -> tuple[str, dict[str, object]]:
    hint = next((hint for hint, form in _HINTS if form.match(cell)), "other")
    return "not_a_number", {"expected": (fields.COLUMN[name].good,), "facts": (("hint", hint),)}


def _unknown(table: Table, draft: Draft, name: str, kind: str) -> Iterator[Fault]:
    bad = {cell for cell in set(table.columns[name]) if cell and draft.unknown(kind, cell)}
    known = draft.ids[kind] if len(bad) <= _FIRST_GUESSES else {}

    def tell(name: str, cell: str) -> tuple[str, dict[str, object]]:
        if kind == "edition":
            return "unnamed", {"facts": (("names", "editions"), *near(cell, known))}
        return f"unknown_{kind}", {"facts": near(cell, known)}

    yield from _each(table, name, bad, tell)


def _inferred(table: Table) -> Iterator[Fault]:
    allowed = fields.COLUMN["inferred"].allowed
    odd = {
        cell: [part for part in cell.split(" ") if part not in allowed]
        for cell in set(table.columns["inferred"])
    }
    wrong = {cell: parts[0] for cell, parts in odd.items() if cell and parts}
    cells = table.columns["inferred"]
    for line, cell, period in zip(table.lines, cells, table.columns["period"], strict=True):
        if cell in wrong:
            found = wrong[cell] or cell
            yield Fault("not_allowed", table.file, line, "inferred", found, allowed, near(found, allowed))
        elif not period and "period" not in cell.split() and "period" in table.present:
            yield Fault("period_missing", table.file, line, "period")


def _periods(table: Table, draft: Draft) -> Iterator[Fault]:
    pairs = list(zip(table.columns["period"], table.columns["indicator"], strict=True))
    wrong = {pair: fault for pair in set(pairs) if (fault := _period(draft, *pair))}
    if wrong:
        for line, pair in zip(table.lines, pairs, strict=True):
            if pair in wrong:
                yield Fault(wrong[pair], table.file, line, "period", pair[0])


def _period(draft: Draft, text: str, name: str) -> str | None:
    indicator = cast(Indicator | None, draft.record("indicator", name))
    if not text:
        return None
    try:
        period = periods.parse(text, indicator.timing if indicator else "flow")
    except periods.PeriodError as error:
        return f"period_{error.code}"
    joint = indicator is not None and indicator.joint_january_february and indicator.timing == "flow"
    return "joint_months" if joint and period.months == 1 and period.month <= 2 else None


def _paragraphs(table: Table, draft: Draft) -> Iterator[Fault]:
    pairs = list(zip(table.columns["paragraph"], table.columns["source"], strict=True))
    wrong = {pair: fault for pair in set(pairs) if (fault := _paragraph(draft, *pair))}
    if wrong:
        for line, pair in zip(table.lines, pairs, strict=True):
            if pair in wrong:
                yield Fault(wrong[pair], table.file, line, "paragraph", pair[0])


def _paragraph(draft: Draft, text: str, name: str) -> str | None:
    source = cast(Source | None, draft.record("source", name))
    if text and not _PARAGRAPH.fullmatch(text):
        return "paragraph_form"
    if source is None:
        return None
    if source.document and not text:
        return "paragraph_missing"
    return "paragraph_surplus" if text and source.kind == "statistics" else None


def _printed(table: Table, draft: Draft) -> Iterator[Fault]:
    """Value, upper end and qualifier against what is printed."""
    names = ("indicator", "value", "value_to", "qualifier", "as_printed")
    units: dict[str, str | None] = {}
    for name in set(table.columns["indicator"]):
        indicator = cast(Indicator | None, draft.record("indicator", name))
        units[name] = indicator.unit if indicator else None
    cells = zip(table.lines, *(table.columns[name] for name in names), strict=True)
    for line, name, value, value_to, qualifier, text in cells:
        unit = units[name]
        if not text or (text == f"{value}{unit}" and not value_to and not _MARKED.search(text)):
            continue
        if unit is not None and (not value or NUMBER.fullmatch(value)):
            yield from _number(table.file, line, value, value_to, text, unit)
        if _MARKED.search(text):
            yield from _qualified(table.file, line, qualifier, text)


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
    columns: list[Sequence[str]] = [table.columns[name] for name in _KEY]
    pairs = list(zip(table.columns["period"], table.columns["indicator"], strict=True))
    short = {pair: canonical(pair[0], _timing(draft, pair[1])) for pair in set(pairs)}
    columns[1] = [short[pair] for pair in pairs]
    seen: dict[tuple[str, ...], int] = {}
    for line, key in zip(table.lines, zip(*columns, strict=True), strict=True):
        first = seen.setdefault(key, line)
        if first != line and key[0]:
            yield Fault("duplicate_row", table.file, line, found=key[0], facts=(("first", str(first)),))


def _timing(draft: Draft, name: str) -> str:
    indicator = cast(Indicator | None, draft.record("indicator", name))
    return indicator.timing if indicator else "flow"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
