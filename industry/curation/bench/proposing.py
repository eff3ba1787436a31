"""From a file to proposed rows, whatever kind it is of. How each is read belongs in ``documents``, ``importing``, ``proposed`` and
``template``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from industry.curation import documents, proposed
from industry.curation.bench.kinds import Kind
from industry.curation.importing.answers import kept
from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import Key
from industry.curation.proposed import Proposed
from industry.curation.sheets import books
from industry.curation.template import reading
from industry.tables.tables import Tables
from industry.text import document
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source


def of_document(name: str, data: bytes, tables: Tables, source: Source) -> tuple[Proposed, ...]:
    """Raises Unreadable."""
    return documents.rows(document.read(name, data), tables, source, source.region, day(source))


def of_statistics(
    name: str,
    data: bytes,
    tables: Tables,
    answers: Mapping[Key, str],
    source: Source,
    anew: Collection[Key] = frozenset(),
) -> Imported:
    """What a file of statistics holds, with the answers that the tables keep, but for those that are asked ``anew``, and those given
    now. No row is accepted before somebody has seen it. Raises NoBook."""
    held = {key: one for key, one in kept(tables.catalogue).items() if key not in anew}
    found = imported(books.read(name, data), tables, {**held, **answers}, source)
    return replace(found, rows=tuple(replace(one, accepted=False) for one in found.rows))


def noted(rows: Iterable[Proposed], tables: Tables) -> list[Proposed]:
    """The rows, those that replace one with what it says now, or said when they were noted: so that nobody's change to it meanwhile
    is written over unseen."""
    return list(proposed.against(rows, tables))


def carried(now: Sequence[Proposed], new: Sequence[Proposed], tables: Tables) -> tuple[Proposed, ...]:
    """Rows that are proposed anew, with what somebody chose and corrected of those at the same places, by their passages: a cell
    that she wrote stays hers, and a row stays chosen if it still says the same and nothing more of it is doubted."""
    before = {one.told.get("passage", ""): one for one in now}
    found = []
    for one in new:
        held = before.get(one.told.get("passage", ""))
        found.append(_kept(one, held) if held is not None else one)
    return tuple(noted(found, tables))


def _kept(one: Proposed, held: Proposed) -> Proposed:
    touched = held.told.get("touched", "").split()
    cells = {**one.cells, **{name: held.cells.get(name, "") for name in touched if name in fields.COLUMN}}
    beside = {"aside": held.told.get("aside", "")}
    beside |= {"doubted": " ".join(name for name in one.doubted if name not in touched)}
    if touched:
        beside |= {"touched": " ".join(touched), "was": held.told.get("was", "")}
    made = replace(
        one,
        cells=cells,
        region=held.region if "region" in touched else one.region,
        replaces=held.replaces if "replaces" in touched else one.replaces,
        told={**one.told, **beside},
    )
    same = (made.cells, made.region, made.replaces) == (held.cells, held.region, held.replaces)
    return replace(made, accepted=held.accepted and same and {*made.doubted} <= {*held.doubted})


def day(source: Source) -> date | None:
    """The day of a source, late in what of it isn't known."""
    if not source.published:
        return None
    return documents.late_day(*source.published)


def of_rows(kind: Kind, name: str, data: bytes, tables: Tables) -> tuple[Proposed, ...]:
    """The rows of a file of proposals, or those of a template that are new or changed. Raises Refusal."""
    if kind == "proposal":
        return proposed.parsed(name, data)
    return reading.changed(reading.rows(books.read(name, data)), tables)


def with_source(row: Proposed, source: str) -> Proposed:
    """A row that names no source as one of this."""
    return row if row.cells.get("source") else replace(row, cells={**row.cells, "source": source})
