"""``python -m industry read``: a new document as proposed rows, a CSV whose first columns are those of the tables.

What is proposed is found in ``text``; nothing is written into the tables, and a row is entered only by somebody who has read
it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from industry import project, wording
from industry.export.texts.written import write
from industry.export.workbook import comma_separated
from industry.tables.tables import Tables
from industry.text import document
from industry.text.document import Document
from industry.text.proposals.held import Held, held
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.text.unreadable import Unreadable
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source

BESIDE = ("region", "name", "unit", "measure", "passage", "candidates", "doubted", "held")
"""The columns behind those of the tables."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LAST_MONTH, _A_LATE_DAY = 12, 28
_say = partial(wording.worded, "command")


class Refused(ValueError):
    """That the command can't do what is asked: the key of a sentence in ``words/command.yaml``, and its facts."""

    def __init__(self, key: str, *facts: str) -> None:
        super().__init__(key, *facts)
        self.key, self.facts = key, facts


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with a sentence on the error stream."""
    language = chosen.language
    found = project.store(chosen.folder).current(wait=True)
    if found.tables is None:
        for fault in found.faults:
            print(wording.fault(fault, language), file=sys.stderr)
        return 1
    try:
        source, region, written = _whose(found.tables, chosen)
        out = _out(chosen)
        file = Path(chosen.file)
        read = document.read(file.name, document.bytes_of(file))
        made = table(read, found.tables, source, region, written)
        if out is not None:
            _write(out, made)
            print(_say("proposed", language, str(out), made.count(b"\r\n") - 1))
            return 0
    except Refused as refused:
        print(_say(refused.key, language, *refused.facts), file=sys.stderr)
        return 1
    except Unreadable as refused:
        print(wording.unreadable(refused, language), file=sys.stderr)
        return 1
    if sys.stdout is not None:
        sys.stdout.buffer.write(made)
    return 0


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


def _whose(tables: Tables, chosen: argparse.Namespace) -> tuple[Source | None, str, date | None]:
    """The source of the document, the region whose it is, and its date. Raises Refused."""
    catalogue = tables.catalogue
    if chosen.source is None and chosen.region is None:
        raise Refused("read_whose", _listed(_sources(catalogue.sources.values())))
    if chosen.source is not None and chosen.source not in catalogue.sources:
        raise Refused("read_source", chosen.source, _listed(_sources(catalogue.sources.values())))
    if chosen.region is not None and chosen.region not in catalogue.regions:
        raise Refused("region", chosen.region, _listed(catalogue.regions))
    source = catalogue.sources[chosen.source] if chosen.source is not None else None
    region = chosen.region or (source.region if source else "")
    return source, region, _date(chosen.date or (source.date if source else None))


def _sources(every: Iterable[Source]) -> list[str]:
    """Those that are documents, which is what is read."""
    return [one.id for one in every if one.kind != "statistics"]


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)


def _date(text: str | None) -> date | None:
    """A date that is known to the year, the month or the day: late in what isn't said. Raises Refused."""
    if not text:
        return None
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        return date(int(year), int(month or _LAST_MONTH), int(day or _A_LATE_DAY))
    except ValueError:
        raise Refused("read_date", text) from None


def _out(chosen: argparse.Namespace) -> Path | None:
    """Where to write, neither over the document nor among the tables. Raises Refused."""
    if chosen.out is None:
        return None
    out = Path(chosen.out)
    within = Path(chosen.folder) / "data"
    try:
        whole = out.resolve()
        if whole == Path(chosen.file).resolve() or whole.is_relative_to(within.resolve()):
            raise Refused("read_over", chosen.out)
    except (OSError, RuntimeError) as error:
        raise Refused("folder", chosen.out, str(error)) from error
    return out


def _write(out: Path, made: bytes) -> None:
    """Raises Refused."""
    try:
        write(out, made)
    except (OSError, ValueError) as error:
        raise Refused("folder", str(out), getattr(error, "strerror", None) or str(error)) from error
