"""Certain nonsense: what can't be true whatever a source prints. A year outside the tables, an actual figure of
months that its source couldn't know yet, a count of half a thing, a rank before the first, two values that no
rounding reconciles.

What is only suspicious is a finding, in ``rules.suspicions``; whether a value is what is printed is judged in
``agreement``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from industry.tables.agreement import NUMBER
from industry.tables.faults import Fault
from industry.tables.records import Entry
from industry.tables.references import Draft
from industry.tables.yaml_lines import Path, dotted
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Indicator, Source
from industry.vocabulary.configuration import Config, Deck
from industry.vocabulary.focus import LATEST
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import naming, texts

NEVER = 10**6
"""A month that no period reaches."""
_LEAST = {"place": Decimal(1), "things": Decimal(0)}
_NEAR = Decimal("0.2")
"""How far a figure that is about or nearly a number may lie from it, as a share: wide, for what is sure."""


def counts(indicator: Indicator | None) -> str:
    """What an indicator's figures count: ``place`` (a rank, a streak: from 1), ``things`` (whole, none or more),
    ``more`` (whole, fewer too), nothing else."""
    if indicator is None:
        return ""
    if indicator.measure in fields.ORDINALS:
        return "place"
    if indicator.unit not in fields.COUNTED or indicator.measure not in (
        *fields.AMOUNTS,
        "change",
        "parameter",
    ):
        return ""
    return "more" if indicator.measure == "change" or indicator.addition == "net" else "things"


def whole(
    file: str, line: int, counted: str, indicator: Indicator | None, value: str, value_to: str
) -> Iterator[Fault]:
    """Numbers that can't count what they are said to count (see `counts`)."""
    unit = indicator.unit if indicator else ""
    for column, number in (("value", value), ("value_to", value_to)):
        if not NUMBER.fullmatch(number):
            continue
        exact = Decimal(number)
        if exact % 1 or exact < _LEAST.get(counted, exact):
            facts = (("counted", counted), ("unit", unit))
            yield Fault("no_count", file, line, column, number, (), facts)


def known_until(source: Source | None, years: Period | None) -> int:
    """The last month, counted like those of a `Period`, of which a source can print an actual figure: that of
    its date, the December of a year alone; `NEVER` where it has no date, or one outside the ``years``."""
    if source is None or not source.published:
        return NEVER
    year, month = (*source.published, 12)[:2]
    until = year * 12 + month - 1
    return NEVER if outside(Period(until, until), years) else until


def ahead(period: str, source: Source) -> Fault:
    """The fault of an actual figure whose months end after the source's date; where it stands is left out."""
    until = known_until(source, None)
    facts = (("latest", str(Period(until, until))), ("source", source.id), ("date", str(source.date)))
    return Fault("period_ahead", "", None, "period", period, (), facts)


def outside(period: Period, years: Period | None) -> bool:
    """Whether a period reaches beyond the years of which figures may be."""
    return years is not None and not period.within(years)


def records(draft: Draft) -> Iterator[Fault]:
    """Years outside the tables in the dates of sources and in the periods that config.yaml asks for; dates that
    no calendar has."""
    years = draft.years
    if years is None:
        return
    for kind, entries in draft.entries.items():
        for one in entries:
            if one.record is None or kind == "rules":
                continue
            found = [(path, text) for pattern, names in naming(one.model) if names.kind == "period"
                     for path, text in texts(one.raw, pattern)]  # fmt: skip
            if kind == "source" and isinstance(one.raw.get("date"), str):
                found.append((("date",), one.raw["date"][:4]))
                if not _on_calendar(one.raw["date"]):
                    yield one.fault("wrong_form", ("date",), one.raw["date"], (), ("form", "date"))
            found += years_looked_at(one)
            for path, text in found:
                period = periods.read(text, "flow")
                if period is not None and outside(period, years):
                    line, column = one.line(*path), dotted((*one.path, *path))
                    yield Fault("year_outside", one.yaml_file.file, line, column, text, (str(years),))


def years_looked_at(one: Entry) -> Iterator[tuple[Path, str]]:
    """The years that config.yaml, or a slide of a deck, chooses to be looked at, and where; not the latest there is."""
    chosen: list[tuple[Path, str | None]] = []
    if isinstance(one.record, Config):
        chosen = [(("focus",), one.record.focus)]
    elif isinstance(one.record, Deck):
        chosen = [(("figures", at), slide.choices.year) for at, slide in enumerate(one.record.slides)]
    yield from ((path, year) for path, year in chosen if year and year != LATEST)


def _on_calendar(text: str) -> bool:
    """Whether a date, or the month or year of one, is one of the calendar."""
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return text.startswith("0000")  # told as a year outside the tables
    return True


def reconcilable(
    one: tuple[Decimal, Decimal | None, str], other: tuple[Decimal, Decimal | None, str], room: Decimal
) -> bool:
    """Whether two figures, each a value, its upper end and its qualifier, may be the same number; ``room`` is
    what their printed digits leave open between them."""
    low, high = _range(*one)
    least, most = _range(*other)
    return not (
        (low is not None and most is not None and low - most >= room)
        or (least is not None and high is not None and least - high >= room)
    )


def _range(value: Decimal, upper: Decimal | None, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """The numbers between which a figure surely lies; None for an open end."""
    if upper is not None:
        return value, upper
    if qualifier in ("at_least", "over"):
        return value, None
    if qualifier in ("at_most", "under"):
        return None, value
    if qualifier in ("about", "nearly"):
        room = abs(value) * _NEAR
        return value - room, value + room
    return value, value
