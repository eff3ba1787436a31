"""What the cells of an observation table say: each against its column, its indicator and source, and
what is printed.

A rule is asked once for each combination of the cells that it is about, however many rows hold it. The
form of the table is judged in ``csv_cells``, whether a value is what is printed in ``agreement``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any, cast

from industry.tables import agreement
from industry.tables.csv_cells import Row, Table
from industry.tables.faults import Fault, near
from industry.tables.references import Draft
from industry.vocabulary import fields, periods, printed
from industry.vocabulary.catalogue import Indicator, Source

_PARAGRAPH = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_SAME = ("source", "paragraph", "edition", "status")
"""With indicator and period, the cells of rows that tell of one and the same."""
_FIRST_GUESSES = 50
"""Unknown ids of a table for which a near one is looked for: that takes its time."""
_BETWEEN = re.compile(r"[\s、，,；;/|+&和]+")
Rule = Callable[[Any], Fault | None]
"""Gets a cell, or several of one row; tells what is wrong with them, all but file and line."""


def check(table: Table, draft: Draft) -> Iterator[Fault]:
    """Every fault of the cells of one table."""
    for column in fields.COLUMNS:
        if not column.empty and column.name in table.present:
            for line, text in zip(table.rows, table.cells(column.name), strict=True):
                if not text:
                    yield Fault("empty_cell", table.file, line, column.name)
        if column.allowed:
            rule = _inferred if column.name == "inferred" else partial(_allowed, column)
            yield from _asked(table, rule, column.name)
    for name in ("indicator", "source", "edition"):
        yield from _asked(table, _known(draft, name), name)
    if "period" in table.present:
        yield from _asked(table, _without_period, "period", "inferred")
    yield from _asked(table, partial(_period, draft), "period", "indicator")
    yield from _asked(table, partial(_paragraph, draft), "paragraph", "source")
    yield from agreement.check(table, draft)
    yield from _repetitions(table, draft)


def _asked(table: Table, rule: Rule, *names: str) -> Iterator[Fault]:
    """What a rule tells of these cells of each row."""
    told = {cells: fault for cells in dict.fromkeys(table.cells(*names)) if (fault := rule(cells))}
    if told:
        for line, cells in zip(table.rows, table.cells(*names), strict=True):
            if cells in told:
                yield replace(told[cells], file=table.file, line=line)


def _allowed(column: fields.Column, text: str) -> Fault | None:
    listed = tuple(filter(None, column.allowed))
    if not text or text in listed:
        return None
    return Fault("not_allowed", "", None, column.name, text, listed, near(text, listed))


def _inferred(text: str) -> Fault | None:
    odd = next((part for part in text.split() if part not in fields.INFERRED), None)
    if odd is None:
        return None
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > 1 and all(part in fields.INFERRED for part in parts):
        return Fault("not_separated", "", None, "inferred", text, (" ".join(parts),))
    return Fault("not_allowed", "", None, "inferred", odd, fields.INFERRED, near(odd, fields.INFERRED))


def _known(draft: Draft, name: str) -> Rule:
    """The rule for ids and names that stand elsewhere."""
    wrong = count()

    def rule(text: str) -> Fault | None:
        if not text or not draft.unknown(name, text):
            return None
        hint = near(text, draft.ids[name]) if next(wrong) < _FIRST_GUESSES else ()
        if name == "edition":
            return Fault("unnamed", "", None, name, text, facts=(("names", "editions"), *hint))
        return Fault(f"unknown_{name}", "", None, name, text, facts=hint)

    return rule


def _without_period(cells: Row) -> Fault | None:
    """Only a period that can't even be inferred may be left out."""
    period, inferred = cells
    if period or "period" in inferred.split() or _inferred(inferred):
        return None
    return Fault("period_missing", "", column="period")


def _period(draft: Draft, cells: Row) -> Fault | None:
    """A period is of the kind that its indicator has."""
    text, name = cells
    if not text:
        return None
    indicator = _indicator(draft, name)
    try:
        period = periods.parse(text, indicator.timing if indicator else "flow")
    except periods.PeriodError as error:
        month = periods.month_of_date(text) if error.code == "form" else ""
        code = "period_date" if month else f"period_{error.code}"
        return Fault(code, "", None, "period", text, (month,) if month else ())
    joint = indicator and indicator.timing == "flow" and indicator.joint_january_february
    if joint and period.months == 1 and period.month in draft.joint_months:
        return Fault("joint_months", "", None, "period", text)
    return None


def _paragraph(draft: Draft, cells: Row) -> Fault | None:
    """The figures of a document have a paragraph, those of statistics none."""
    text, name = cells
    source = cast(Source | None, draft.record("source", name))
    if text and not _PARAGRAPH.fullmatch(text):
        return Fault("paragraph_form", "", None, "paragraph", text)
    if source and source.document and not text:
        return Fault("paragraph_missing", "", column="paragraph")
    if source and not source.document and source.kind == "statistics" and text:
        return Fault("paragraph_surplus", "", None, "paragraph", text)
    return None


def _repetitions(table: Table, draft: Draft) -> Iterator[Fault]:
    """Rows that say the same as an earlier one, whatever words their period is written in, and rows that
    give another value for the same."""
    known = {name: _indicator(draft, name) for name in set(table.cells("indicator"))}
    timings = {name: indicator.timing if indicator else "flow" for name, indicator in known.items()}
    spans = map(periods.shortest, table.cells("period"), map(timings.__getitem__, table.cells("indicator")))
    keys = zip(spans, table.cells("indicator", *_SAME), strict=True)
    first: dict[object, int] = {}
    values: dict[int, dict[str, int]] = {}
    for line, key in zip(table.rows, keys, strict=True):
        before = first.setdefault(key, line)
        if before == line:
            continue
        one, other = (dict(zip(fields.COLUMN, table.rows[at], strict=True)) for at in (line, before))
        name, value = one["indicator"], one["value"]
        twice = values.setdefault(before, {other["value"]: before}).setdefault(value, line)
        if twice != line and name:
            yield Fault("duplicate_row", table.file, line, found=name, facts=(("first", str(twice)),))
        elif twice == line and one["period"] and _contradict(known[name], one, other):
            facts = (("first", str(before)), ("value", value), ("before", other["value"]))
            yield Fault("contradictory_row", table.file, line, found=name, facts=facts)


def _contradict(indicator: Indicator | None, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two rows give values that no rounding reconciles, with the same qualifier."""
    numbers = all(agreement.NUMBER.fullmatch(row["value"]) for row in (one, other))
    if indicator is None or not numbers or one["qualifier"] != other["qualifier"]:
        return False
    said = (printed.read(row["as_printed"], indicator.unit) for row in (one, other))
    room = sum((found.step for found in said if found is not None), start=Decimal(0)) / 2
    return abs(Decimal(one["value"]) - Decimal(other["value"])) >= room


def _indicator(draft: Draft, name: str) -> Indicator | None:
    return cast(Indicator | None, draft.record("indicator", name))
