"""A new document as proposed rows. What is proposed of it is found in ``text``; nothing is written into the tables."""

from __future__ import annotations

from datetime import date

from industry.curation.proposed import Proposed, held_as, line_of
from industry.tables.tables import Tables
from industry.text.document import Document
from industry.text.proposals.held import Held, held
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.vocabulary.catalogue import Source


def late_day(year: int, month: int = 12, day: int = 28) -> date:
    """A date that may be known to its year or month alone, late in what isn't known. Raises ValueError."""
    return date(year, month, day)


def rows(
    read: Document, tables: Tables, source: Source | None, region: str, written: date | None
) -> tuple[Proposed, ...]:
    """A row for each figure of a document, in its order. ``region``: whose the document is; ``written``: when it was."""
    proposals = propose(read, tables, written, region)
    id = source.id if source else ""
    known = held(proposals, read, tables, id or None)
    return tuple(proposed(one, each, id) for one, each in zip(proposals, known, strict=True))


def proposed(one: Proposal, known: Held | None, source: str) -> Proposed:
    """A proposal of a document with this ``source`` as a row that may be accepted."""
    cells = {
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
    told = {
        "name": one.name,
        "unit": one.unit,
        "measure": one.measure,
        "passage": one.passage,
        "candidates": " ".join(each.id for each in one.candidates),
        "doubted": " ".join(one.doubted),
        "held": _told(known),
    }
    return Proposed(one.region, cells, told=told)


def _told(known: Held | None) -> str:
    """The id of the row that says the same, or of that which differs and in which columns; of an earlier proposal its
    line in the CSV."""
    if known is None:
        return ""
    return held_as(known.row or line_of(known.earlier or 0), known.differs)
