"""A new document as proposed rows. What is proposed of it is found in ``text``; nothing is written into the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from industry.curation.proposed import Proposed, held_as, line_of
from industry.tables.tables import Tables
from industry.text.claims import when
from industry.text.document import Document
from industry.text.proposals.held import Held, held
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Source

_LATE = 28
"""The day of a date that is known to its month alone: none of its month is taken to be to come."""


def late_day(year: int, month: int = 12, day: int = _LATE) -> date:
    """A date that may be known to its year or month alone, late in what isn't known. Raises ValueError."""
    return date(year, month, day)


def rows(
    read: Document, tables: Tables, source: Source | None, region: str, written: date | None
) -> tuple[Proposed, ...]:
    """A row for each figure of a document, in its order. ``region``: whose the document is; ``written``: when it was."""
    proposals = [_begun(one, written) for one in propose(read, tables, written, region)]
    id = source.id if source else ""
    known = held(proposals, read, tables, id or None)
    return tuple(proposed(one, each, id) for one, each in zip(proposals, known, strict=True))


def _begun(one: Proposal, written: date | None) -> Proposal:
    """A proposal whose period is doubted where it is printed, of what was done, and wasn't over on the day ``written``."""
    if written is None or one.status != "actual" or "period" in (*one.inferred, *one.doubted):
        return one
    found = periods.read(one.period, one.indicator.timing if one.indicator else "flow")
    month = written.year * when.YEAR + written.month - 1
    listed = one.indicator is not None and one.indicator.timing == "list"
    if found is None or listed or found.end < month or found.end == month and written.day >= _LATE:
        return one
    return replace(one, doubted=(*one.doubted, "period"))


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
