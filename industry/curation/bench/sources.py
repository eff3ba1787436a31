"""Of which source a file's figures are: those that it may be, the one that its name tells, and a new one made like another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from industry.curation.bench.kinds import Kind
from industry.curation.importing import new_source
from industry.curation.importing.answers import kept
from industry.curation.importing.importer import imported
from industry.curation.proposed import Proposed
from industry.curation.sheets import books
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source, newest_first
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import Text

FILE = "new_source.yaml"
"""The name by which a new record goes."""
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[月日]?")
EDITED = ("title_zh", "title_en", "publisher_zh", "publisher_en")
VIA = ("via_zh", "via_en")
OTHER_TITLE = "other_title"
"""That one title was written anew and the other wasn't: it has to be said that they say the same."""


@dataclass(frozen=True)
class New:
    """A source that the tables don't have yet, and its record as a file of records."""

    source: Source
    data: bytes


def fitting(kind: Kind, tables: Tables) -> tuple[Source, ...]:
    """Those that a file of this kind may be of, the newest first."""
    statistics = kind == "statistics"
    every = tables.catalogue.sources.values()
    return newest_first(one for one in every if (one.kind == "statistics") == statistics)


def named(name: str, tables: Tables) -> str:
    """The id of the source whose document a file is by its name; empty where it is none's."""
    names = name, PurePath(name).stem
    return next((one.id for one in tables.catalogue.sources.values() if one.document in names), "")


def samples(kind: Kind, tables: Tables) -> tuple[Source, ...]:
    """Those that a new source of a file of this kind may be made like: of a document any, those that are documents first."""
    fit = fitting(kind, tables)
    return fit if kind == "statistics" else (*fit, *fitting("statistics", tables))


def asked(kind: Kind, rows: Iterable[Proposed] = ()) -> bool:
    """Whether it must be said of which source the figures are: rows that name theirs do so themselves."""
    return kind in ("document", "statistics") or any(not row.cells.get("source") for row in rows)


def day(text: str) -> str:
    """A date as the tables write it, however somebody writes it; empty for what is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return ""
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return ""
    return "-".join(f"{int(one):02}" for one in found.groups() if one)


def period(name: str, data: bytes, tables: Tables, source: Source) -> Period | None:
    """The period of most figures of a file of statistics; None where none has one. Raises NoBook."""
    found = imported(books.read(name, data), tables, kept(tables.catalogue), source)
    return new_source.period(found.rows)


def like(one: Source, when: str, of: Period | None, tables: Tables) -> Source:
    """A source like another, published on a `day`, with the period ``of`` its figures in its title."""
    return new_source.like(one, when, of, tables.catalogue.sources)


def of_document(source: Source, name: str, tables: Tables, kind: fields.SourceKind, region: str) -> Source:
    """A new source as that of a document, of a kind and a region."""
    return new_source.of_document(source, name, tables.catalogue.sources.values(), kind, region)


def file_for(source: Source, name: str) -> str:
    """The name by which a document's file is looked for in the folder of documents; empty where the source names none."""
    return f"{source.document}{PurePath(name).suffix}" if source.document else ""


def edited(
    source: Source,
    one: Source,
    texts: Mapping[str, str],
    confidence: fields.Confidence = new_source.ONE_PLACE,
    same: bool = False,
) -> New | dict[str, str]:
    """A new source with what somebody wrote (by the names of `EDITED` and `VIA`), made like ``one``; or of each text that won't do the key of a
    sentence that says why. ``same``: she says that a title which is still the suggested one says what she wrote in the other language."""
    lacking = {name: "no_text" for name in EDITED if not texts.get(name, "").strip()}
    via = [texts.get(name, "").strip() for name in VIA]
    if any(via) and not all(via):
        lacking[VIA[via.index("")]] = "via_both"
    if lacking:
        return lacking
    title, publisher = (
        Text(**{tongue: texts[f"{name}_{tongue}"].strip() for tongue in fields.LANGUAGES})
        for name in ("title", "publisher")
    )
    if lacking := {f"title_{tongue}": "same_title" for tongue in new_source.unlike(title, one.title)}:
        return lacking
    left = new_source.unlike(title, source.title)
    if len(left) == 1 and not same:
        return {f"title_{left[0]}": OTHER_TITLE}
    made = source.model_copy(update={"title": title, "publisher": publisher})
    made = new_source.seen(made, Text(zh=via[0], en=via[1]) if all(via) else None, confidence)
    return New(made, new_source.written(made))
