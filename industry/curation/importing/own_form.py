"""A sheet in the house's own form: a column for each of those that the tables have, by their ids (a table of a region as it is kept, a
template, proposed rows). Its cells are taken as they stand, a template's by the codes in their brackets; what is wrong with them is told when they are
adopted. A row that names the one it replaces and says the same is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry.curation.proposed import BESIDE, Proposed
from industry.curation.sheets.sheet import Book, Cell, Sheet, place
from industry.curation.template import codes, reading
from industry.tables import agreement
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Source

_NEEDED = frozenset(("indicator", "period", "value", "status"))
_ROWS = 30
"""Rows among which the header stands, at most."""


def names_sources(book: Book) -> bool:
    """Whether a book is in this form and has a column for the source of each row."""
    return any("source" in head for sheet in book.sheets if (head := _texts(_head(sheet)[1])))


@dataclass(frozen=True, slots=True)
class Own:
    """``rows`` of a sheet that are new or changed, and how many are ``unchanged``."""

    rows: tuple[Proposed, ...]
    unchanged: int


def rows(sheet: Sheet, tables: Tables, source: Source | None, region: str) -> Own | None:
    """The rows of a sheet, None where it isn't in this form. ``source``, ``region``: of rows that name none."""
    head, _ = _head(sheet)
    if head is None:
        return None
    columns = {
        name: at
        for at, name in enumerate(_texts(sheet.rows[head]))
        if name in fields.COLUMN or name in BESIDE
    }
    owner = region or codes.in_brackets(sheet.name) or _named(sheet.name, tables)
    found = []
    for at in range(head + 1, len(sheet.rows)):
        texts = _texts(sheet.rows[at])
        told = {name: codes.plain(name, texts[column], tables.catalogue) for name, column in columns.items()}
        if told["indicator"] and (told["value"] or told.get("as_printed")):
            found.append(_proposed(told, place(sheet.name, at, columns["value"]), tables, source, owner))
    changed = tuple(reading.changed(found, tables))
    return Own(changed, len(found) - len(changed))


def _head(sheet: Sheet) -> tuple[int | None, Sequence[Cell]]:
    """The row of the columns' ids, and its place."""
    found = ((at, row) for at, row in enumerate(sheet.rows[:_ROWS]) if _NEEDED <= {*_texts(row)})
    return next(found, (None, ()))


def _texts(row: Sequence[Cell]) -> list[str]:
    return [one.text.strip() for one in row]


def _named(sheet: str, tables: Tables) -> str:
    """The region that a sheet's name says."""
    every = tables.catalogue.regions.values()
    return next(
        (one.id for one in every if alike(sheet) in (one.id, alike(one.name.zh), alike(one.name.en))), ""
    )


def _proposed(told: dict[str, str], at: str, tables: Tables, source: Source | None, owner: str) -> Proposed:
    cells = {name: text for name, text in told.items() if name in fields.COLUMN}
    if not cells.get("source") and source is not None:
        cells["source"] = source.id
    region = told.get("region") or owner or told.get(reading.REPLACES, "").partition(":")[0]
    indicator = tables.catalogue.indicators.get(cells["indicator"])
    doubted = ["region"] if region not in tables.catalogue.regions else []
    doubted += [name for name in codes.CLOSED if not codes.allowed(name, cells.get(name, ""))]
    if indicator is None:
        doubted.append("indicator")
    else:
        if cells["period"] and periods.read(cells["period"], indicator.timing) is None:
            doubted.append("period")
        told_value = [
            cells.get(name, "") for name in ("value", "value_to", "qualifier", "as_printed", "by_hand")
        ]
        if any(agreement.check("", 0, indicator, *told_value)):
            doubted.append("value")
    beside = {name: told[name] for name in ("name", "unit", "measure") if told.get(name)}
    told_of = beside | {"passage": at, "doubted": " ".join(doubted)} | reading.was(told)
    return Proposed(region, cells, replaces=told.get(reading.REPLACES, ""), told=told_of)
