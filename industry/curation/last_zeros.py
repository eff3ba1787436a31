"""Zeros that ended printed numbers and are gone (9.0% became 9%), and with them decimals that figures showed: a spreadsheet that
opens a table by its defaults and saves it does so. The table alone can't tell, the versions that were kept can.

Where a print has no zeros it may be that it never had; so this is told, and done nothing about unasked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from industry.curation import history
from industry.curation.proposed import IMPORT, Proposed, against
from industry.curation.refusal import Refusal
from industry.tables import csv_cells
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods

VERSIONS = 12
"""Versions before that of now which are looked through: some weeks of work."""
_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.(\d+))?%?", re.ASCII)
"""A print that a spreadsheet takes for a number."""
_ZEROS = re.compile(rb"\.\d*0%?[,\"\r\n]")
_SAME = ("indicator", "period", "source", "paragraph", "occurrence", "edition", "status", "qualifier")
_NUMBERS = ("value", "value_to")
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lost:
    """A row whose print has lost zeros, by its id: what it says and what it said."""

    id: str
    region: str
    printed: str
    was: Cells


def lost(folder: Path, tables: Tables) -> tuple[Lost, ...]:
    """The rows of tables whose prints are those of a version kept lately, but for zeros that ended them."""
    found: dict[str, Lost] = {}
    for one in history.held(folder)[::-1][: VERSIONS + 1]:
        if one.version == tables.version:
            continue
        try:
            files = history.files(folder, one.version)
        except Refusal:
            continue
        for row in _shorter(tables, files):
            found.setdefault(row.id, row)
    return tuple(found.values())


def proposals(found: Iterable[Lost], tables: Tables) -> tuple[Proposed, ...]:
    """Rows that put the zeros back: to be looked at, and adopted."""
    told = {"accepted_by": IMPORT}
    rows = (
        Proposed(one.region, tables.cells(one.id) | {name: one.was[name] for name in ("as_printed", *_NUMBERS)}, True, one.id, told)
        for one in found
    )  # fmt: skip
    return against(rows, tables)


def _shorter(tables: Tables, files: Mapping[str, bytes]) -> Iterator[Lost]:
    for region, table in tables.tables.items():
        data = files.get(table.file, b"")
        before = csv_cells.table(table.file, data)[0] if _ZEROS.search(data) else None
        if before is None:
            continue
        there: dict[tuple[object, ...], list[Cells]] = defaultdict(list)
        for cells in _rows(before):
            if key := _said(cells, tables):
                there[key].append(cells)
        for id, cells in zip(tables.ids(region), _rows(table), strict=True):
            key, text = _said(cells, tables), cells["as_printed"]
            was = there.get(key, []) if key else []
            if was and text not in (one["as_printed"] for one in was):
                longest = max(was, key=lambda one: _decimals(one["as_printed"]))
                if _decimals(longest["as_printed"]) > _decimals(text):
                    yield Lost(id, region, text, longest)


def _rows(table: csv_cells.Table) -> Iterator[Cells]:
    return (dict(zip(fields.COLUMN, cells, strict=True)) for cells in table.cells(*fields.COLUMN))


def _said(cells: Cells, tables: Tables) -> tuple[object, ...] | None:
    """What a row says whose print is a number alone, however many zeros end it; None of any other."""
    text, indicator = cells["as_printed"], tables.catalogue.indicators.get(cells["indicator"])
    if not _NUMBER.fullmatch(text) or indicator is None:
        return None
    try:
        numbers = [Decimal(cells[name]) if cells[name] else None for name in _NUMBERS]
        period = periods.shortest(cells["period"], indicator.timing)
    except (ValueError, ArithmeticError):
        return None
    number = text.removesuffix("%")
    bare = number.rstrip("0").rstrip(".") if "." in number else number
    same = (cells[name] for name in _SAME if name != "period")
    return (*same, period, *numbers, bare.replace(",", ""), text.endswith("%"))


def _decimals(text: str) -> int:
    found = _NUMBER.fullmatch(text)
    return len(found[1] or "") if found else 0
