"""Of which source a file's figures are: those that it may be, the one that its name tells, and a new one made like another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import yaml
from pydantic import ValidationError

from industry.curation.bench.kinds import Kind
from industry.curation.proposed import Proposed
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source

FILE = "new_source.yaml"
"""The name by which a new record goes."""
_DATED = re.compile(r"_\d{4}(?!\d).*")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[月日]?")
EDITED = ("title_zh", "title_en", "publisher_zh", "publisher_en")


@dataclass(frozen=True)
class New:
    """A source that the tables don't have yet, and its record as a file of records."""

    source: Source
    data: bytes


def fitting(kind: Kind, tables: Tables) -> tuple[Source, ...]:
    """Those that a file of this kind may be of, the newest first."""
    statistics = kind == "statistics"
    found = [one for one in tables.catalogue.sources.values() if (one.kind == "statistics") == statistics]
    return tuple(sorted(found, key=lambda one: one.date or "", reverse=True))


def named(name: str, tables: Tables) -> str:
    """The id of the source whose document a file is by its name; empty where it is none's."""
    stem = PurePath(name).stem
    return next((one.id for one in tables.catalogue.sources.values() if one.document == stem), "")


def asked(kind: Kind, rows: Iterable[Proposed] = ()) -> bool:
    """Whether it must be said of which source the figures are: rows that name theirs do so themselves."""
    return kind in ("document", "statistics") or any(not row.cells.get("source") for row in rows)


def day(text: str) -> str:
    """A date as the tables write it, however somebody writes it; empty for what is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return ""
    return "-".join(f"{int(one):02}" for one in found.groups() if one)


def like(one: Source, when: str, edited: Mapping[str, str], tables: Tables) -> New | str:
    """A source like another, of another date and with its own title and publisher (by the names of `EDITED`); or the key of a
    sentence that says what is missing. What else it has is the other's, but for what is of that one alone."""
    date = day(when)
    if not date:
        return "no_day"
    if any(not edited.get(name, "").strip() for name in EDITED):
        return "no_title"
    title = {tongue: edited[f"title_{tongue}"].strip() for tongue in ("zh", "en")}
    if title["zh"] == one.title.zh:
        return "same_title"
    record: dict[str, object] = {
        "id": _id(one, date, tables.catalogue.sources),
        "title": title,
        "publisher": {tongue: edited[f"publisher_{tongue}"].strip() for tongue in ("zh", "en")},
        "producer": one.producer,
        "via": one.via.model_dump() if one.via else None,
        "access": one.access if one.access != "public" else None,
        "date": date,
        "kind": one.kind,
        "region": one.region,
        "confidence": one.confidence,
    }
    record = {name: value for name, value in record.items() if value is not None}
    try:
        source = Source.model_validate(record)
    except ValidationError:
        return "no_day"
    return New(source, yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=10_000).encode())


def _id(one: Source, date: str, taken: Mapping[str, Source]) -> str:
    first = f"{_DATED.sub('', one.id)}_{date.replace('-', '_')}"
    ids: Sequence[str] = [first, *(f"{first}_{count}" for count in range(2, len(taken) + 3))]
    return next(id for id in ids if id not in taken)
