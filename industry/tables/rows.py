"""What the cells of an observation table say: each against its column, its indicator and source, and
what is printed.

Goes through the rows once. What hangs on a few cells alone is asked once for each combination of them,
however many rows hold it. The form of the table is judged in ``csv_cells``, whether a value is what is
printed in ``agreement``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple, cast

from industry.tables import agreement, plausible
from industry.tables.csv_cells import Table
from industry.tables.faults import Fault, near
from industry.tables.references import Draft
from industry.vocabulary import fields, periods, printed
from industry.vocabulary.catalogue import Indicator, Source

_ASKED = (
    "indicator", "period", "value", "value_to", "qualifier", "status", "edition", "inferred", "source",
    "paragraph", "occurrence", "as_printed", "by_hand",
)  # fmt: skip
_WORDS = ("qualifier", "status", "edition", "inferred", "by_hand")
_KNOWN_ELSEWHERE = ("indicator", "source", "edition")
_FIRST_GUESSES = 50
"""Unknown ids of a column for which a near one is looked for: that takes its time."""
_PARAGRAPH = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_NOTES = ("note_zh", "note_en")
_ERROR = re.compile(r"#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|名称\?|#+)|#(NAME|REF|VALUE|NUM)|Err:\d+")
"""What a spreadsheet shows in the place of a formula's value, or of a number for which its column is too narrow."""
_BETWEEN = re.compile(r"[\s、，,；;/|+&和]+")

Faults = tuple[Fault, ...]
"""What is wrong with some cells: all but file and line, which differ from row to row."""


def check(table: Table, draft: Draft) -> Iterator[Fault]:
    """Every fault of the cells of one table."""
    rules = _Rules(draft, table.present)
    first: dict[object, int] = {}
    values: dict[int, dict[str, int]] = {}
    plain = agreement.PLAIN.fullmatch
    for place, (line, cells) in enumerate(zip(table.lines, table.cells(*_ASKED), strict=True)):
        name, period, value, value_to, qualifier, status, edition, inferred, source, *cells_of_place = cells
        paragraph, occurrence, text, hand = cells_of_place
        indicator, unit, series, counted, unknown = rules.named(name)
        shortest, end, misspelt = rules.span(period, series)
        told, until = rules.others(qualifier, status, edition, inferred, hand, source, paragraph, occurrence)
        if unknown or misspelt:
            told = unknown + misspelt + told
        if not (period and value and text):
            told += rules.undated(period, inferred)
            told += rules.alone("value", value) + rules.alone("as_printed", text)
        for fault in told:
            yield replace(fault, file=table.file, line=line)
        if end > until:
            yield replace(rules.ahead(period, source), file=table.file, line=line)
        told = ()
        alone = text == value + unit and not (value_to or qualifier or hand)
        if not (alone and plain(value)):
            told = tuple(agreement.check(table.file, line, indicator, value, value_to, qualifier, text, hand))
            yield from told
        if counted and not told and (value_to or not value.isdigit() or value[0] == "0"):
            yield from plausible.whole(table.file, line, counted, indicator, value, value_to)
        before = first.setdefault((name, shortest, source, paragraph, edition, status), place)
        if before != place:
            yield from _repeated(table, indicator, before, place, values.setdefault(before, {}))
    yield from _errors(table)


class _Named(NamedTuple):
    """What the id of an indicator leads to. ``unit``: what stands behind a number printed alone.
    ``series``: its timing, ``joint`` for a flow whose January and February are one period. ``counted``: what its
    figures count (`plausible.counts`)."""

    indicator: Indicator | None
    unit: str
    series: str
    counted: str
    faults: Faults


class _Span(NamedTuple):
    """A period in its ``shortest`` words, and its last month, 0 where no date of a source bounds it."""

    shortest: str
    end: int
    faults: Faults


class _Rules:
    """The rules about a few cells each, for one table: asked once for each combination of them."""

    def __init__(self, draft: Draft, present: frozenset[str]) -> None:
        self._draft, self._present = draft, present
        self._guesses = dict.fromkeys(_KNOWN_ELSEWHERE, _FIRST_GUESSES)
        self.alone = cache(self._alone)
        self.named = cache(self._named)
        self.span = cache(self._span)
        self.others = cache(self._others)
        self._years = draft.years

    def _alone(self, name: str, text: str) -> Faults:
        """A cell against what its column may hold."""
        column = fields.COLUMN[name]
        if not text:
            needed = not (column.optional or column.open) and name in self._present
            return (Fault("empty_cell", "", None, name),) if needed else ()
        if name == "inferred":
            return _inferred(text)
        if name in _KNOWN_ELSEWHERE and self._draft.unknown(name, text):
            self._guesses[name] -= 1
            return (self._draft.dangling("", None, name, text, name, self._guesses[name] >= 0),)
        allowed = tuple(filter(None, column.allowed))
        if allowed and text not in allowed:
            return (Fault("not_allowed", "", None, name, text, allowed, near(text, allowed)),)
        return ()

    def _others(self, *cells: str) -> tuple[Faults, int]:
        """What is wrong with all other cells, and the last month of which such a row may be."""
        *words, source, paragraph, occurrence = cells
        told = chain.from_iterable(map(self.alone, _WORDS, words))
        actual = cells[_WORDS.index("status")] == "actual"
        until = plausible.known_until(self.source(source), self._years) if actual else plausible.NEVER
        return (*told, *self._place(source, paragraph), *_one_of(occurrence, paragraph)), until

    def _named(self, name: str) -> _Named:
        indicator = cast(Indicator | None, self._draft.record("indicator", name))
        faults = self.alone("indicator", name)
        if indicator is None:
            return _Named(None, agreement.printed_alone(None), "flow", "", faults)
        joint = indicator.timing == "flow" and indicator.joint_january_february
        series = "joint" if joint else indicator.timing
        return _Named(
            indicator, agreement.printed_alone(indicator), series, plausible.counts(indicator), faults
        )

    def source(self, name: str) -> Source | None:
        return cast(Source | None, self._draft.record("source", name))

    def ahead(self, period: str, name: str) -> Fault:
        """A period that ends after the date of its source, which has one."""
        return plausible.ahead(period, cast(Source, self.source(name)))

    def _place(self, name: str, paragraph: str) -> Faults:
        """The figures of a document have a paragraph, those of statistics none."""
        source = self.source(name)
        code = ""
        if paragraph and not _PARAGRAPH.fullmatch(paragraph):
            code = "paragraph_form"
        elif source and source.document and not paragraph:
            code = "paragraph_missing"
        elif source and not source.document and source.kind == "statistics" and paragraph:
            code = "paragraph_surplus"
        found = self.alone("source", name)
        return (*found, Fault(code, "", None, "paragraph", paragraph)) if code else found

    def _span(self, text: str, series: str) -> _Span:
        if not text:
            return _Span("", 0, ())
        timing = "flow" if series == "joint" else series
        try:
            period = periods.parse(text, timing)
        except periods.PeriodError as error:
            month = periods.month_of_date(text) if error.code == "form" else ""
            code = "period_date" if month else f"period_{error.code}"
            return _Span(text, 0, (Fault(code, "", None, "period", text, (month,) if month else ()),))
        if plausible.outside(period, self._years):
            return _Span(text, 0, (Fault("year_outside", "", None, "period", text, (str(self._years),)),))
        end = 0 if series == "list" else period.end  # a list is named by its year before the year is over
        joint = self._draft.joint_months
        if series != "joint" or joint is None or not period.cuts(*joint):
            return _Span(str(period), end, ())
        whole = str(period.mended(*joint))
        facts = (("months", " ".join(map(str, range(joint[0], joint[1] + 1)))),)
        return _Span(str(period), end, (Fault("joint_months", "", None, "period", text, (whole,), facts),))

    def undated(self, period: str, inferred: str) -> Faults:
        """Only a period that can't even be inferred may be left out."""
        wrong = not period and "period" in self._present
        wrong = wrong and "period" not in inferred.split() and not _inferred(inferred)
        return (Fault("period_missing", "", None, "period"),) if wrong else ()


def _errors(table: Table) -> Iterator[Fault]:
    """Notes of which a spreadsheet has made a formula, and saved what it shows of that."""
    for name in _NOTES:
        told = table.columns[name]
        for text in filter(_ERROR.fullmatch, set(told)):
            lines = (line for line, each in zip(table.lines, told, strict=True) if each == text)
            yield from (Fault("cell_error", table.file, line, name, text) for line in lines)


def _one_of(occurrence: str, paragraph: str) -> Faults:
    """Which of several prints of a paragraph one is, is a number from 1."""
    if occurrence and not (paragraph and _PARAGRAPH.fullmatch(occurrence)):
        return (Fault("occurrence_form", "", None, "occurrence", occurrence),)
    return ()


def _inferred(text: str) -> Faults:
    """Several from a closed list, each once, with spaces between."""
    told = text.split()
    odd = next((part for part in told if part not in fields.INFERRED), None)
    if odd is None:
        twice = dict.fromkeys(part for at, part in enumerate(told) if part in told[:at])
        return tuple(Fault("repeated_entry", "", None, "inferred", part) for part in twice)
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > 1 and all(part in fields.INFERRED for part in parts):
        return (Fault("not_separated", "", None, "inferred", text, (" ".join(parts),)),)
    return (Fault("not_allowed", "", None, "inferred", odd, fields.INFERRED, near(odd, fields.INFERRED)),)


def _repeated(
    table: Table, indicator: Indicator | None, before: int, place: int, values: dict[str, int]
) -> Iterator[Fault]:
    """A row that tells of the same as the first one, at the place ``before``: says it the same as that or a later
    one, or contradicts it. ``values`` of such rows so far, with their lines."""
    one, other = table.row(place), table.row(before)
    line, first = table.lines[place], str(table.lines[before])
    name, value = one["indicator"], one["value"]
    values.setdefault(other["value"], table.lines[before])
    twice = values.setdefault(value, line)
    if twice != line and name:
        yield Fault("duplicate_row", table.file, line, found=name, facts=(("first", str(twice)),))
    elif twice == line and one["period"] and _contradict(indicator, one, other):
        facts = (("first", first), ("value", value), ("before", other["value"]))
        yield Fault("contradictory_row", table.file, line, found=name, facts=facts)


def _contradict(indicator: Indicator | None, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two rows give values that neither rounding nor what their qualifiers leave open reconciles."""
    numbers = all(agreement.NUMBER.fullmatch(row["value"]) for row in (one, other))
    if indicator is None or not numbers:
        return False
    room = sum((_step(indicator, row) for row in (one, other)), start=Decimal(0)) / 2
    return not plausible.reconcilable(_figure(one), _figure(other), room)


def _step(indicator: Indicator, row: Mapping[str, str]) -> Decimal:
    """The weight of a row's last printed digit, of one entered by hand that of its value's."""
    said = printed.read(row["as_printed"], indicator.unit, indicator.measure)
    return (said or printed.by_hand(row["value"])).step


def _figure(row: Mapping[str, str]) -> tuple[Decimal, Decimal | None, str]:
    upper = row["value_to"] if agreement.NUMBER.fullmatch(row["value_to"]) else ""
    return Decimal(row["value"]), Decimal(upper) if upper else None, row["qualifier"]
