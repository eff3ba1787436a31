"""A new document as proposed rows: a CSV whose first columns are those of the tables.

What is proposed is found in ``text``; nothing is written into the tables, and a row is entered only by somebody who has read
it.
"""

from __future__ import annotations

from datetime import date

from industry.export.workbook import comma_separated
from industry.tables.tables import Tables
from industry.text.document import Document
from industry.text.proposals.held import Held, held
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source

BESIDE = ("region", "name", "unit", "measure", "passage", "candidates", "doubted", "held")
"""The columns behind those of the tables."""


def table(read: Document, tables: Tables, source: Source | None, region: str, written: date | None) -> bytes:
    """The proposed rows of a document as a CSV, with a byte order mark so that Excel and WPS take it for UTF-8."""
    proposed = propose(read, tables, written, region)
    id = source.id if source else None
    known = held(proposed, read, tables, id)
    lines = (cells(one, each, id or "") for one, each in zip(proposed, known, strict=True))
    return comma_separated((*fields.COLUMN, *BESIDE), lines)


def cells(one: Proposal, known: Held | None, source: str) -> tuple[str, ...]:
    """A proposal's cells in the order of the columns."""
    row = {
        "indicator": one.indicator.id if one.indicator else "",
        "period": one.period,
        "value": one.cell(one.value),
        "value_to": one.cell(one.value_to),
        "qualifier": one.qualifier,
        "status": one.status,
        "inferred": " ".join(one.inferred),
        "source": source,
        "paragraph": str(one.paragraph),
        "occurrence": str(one.occurrence or ""),
        "as_printed": one.as_printed,
    }
    beside = {
        "region": one.region,
        "name": one.name,
        "unit": one.unit,
        "measure": one.measure,
        "passage": one.passage,
        "candidates": " ".join(each.id for each in one.candidates),
        "doubted": " ".join(one.doubted),
        "held": _told(known),
    }
    return tuple(row.get(name, "") for name in fields.COLUMN) + tuple(beside[name] for name in BESIDE)


def _told(known: Held | None) -> str:
    """The id of the row that says the same, or of that which differs and in which columns; of an earlier proposal its
    line in the CSV."""
    if known is None:
        return ""
    what = known.row or f"line {(known.earlier or 0) + 2}"
    return f"differs: {what} ({' '.join(known.differs)})" if known.differs else what
