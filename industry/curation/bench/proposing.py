"""From a file to proposed rows, whatever kind it is of. How each is read belongs in ``documents``, ``importing``, ``proposed`` and
``template``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from industry.curation import documents, proposed, template
from industry.curation.bench.kinds import Kind
from industry.curation.proposed import Proposed
from industry.curation.sheets import books
from industry.tables.tables import Tables
from industry.text import document
from industry.vocabulary.catalogue import Source

_LAST_MONTH, _A_LATE_DAY = 12, 28


def of_document(name: str, data: bytes, tables: Tables, source: Source) -> tuple[Proposed, ...]:
    """Raises Unreadable."""
    return documents.rows(document.read(name, data), tables, source, source.region, day(source))


def day(source: Source) -> date | None:
    """The day of a source, late in what of it isn't known."""
    if not source.published:
        return None
    year, month, late = (*source.published, *(_LAST_MONTH, _A_LATE_DAY)[len(source.published) - 1 :])[:3]
    return date(year, month, late)


def of_rows(kind: Kind, name: str, data: bytes, tables: Tables) -> tuple[Proposed, ...]:
    """The rows of a file of proposals, or those of a template that are new or changed. Raises Refusal."""
    if kind == "proposal":
        return proposed.parsed(name, data)
    return template.changed(template.rows(books.read(name, data)), tables)


def with_source(row: Proposed, source: str) -> Proposed:
    """A row that names no source as one of this."""
    return row if row.cells.get("source") else replace(row, cells={**row.cells, "source": source})
