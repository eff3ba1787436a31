"""Which records are new, changed or no more: regions, sources, indicators, priorities, rules, and what config.yaml shows.

What a changed record does to the rows is told by the other modules here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from industry.curation.changes.change import Change, changes
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.strict_record import Record as Strict
from industry.vocabulary.strict_record import Text

Sort = Literal["region", "source", "indicator", "priority", "rule", "figure", "deck", "setting"]
_LISTED = ("figures", "decks")
"""Keys of config.yaml whose records are told one by one."""


@dataclass(frozen=True)
class Held:
    """A record by its ``id``, with its ``name`` where it has one; ``fields`` are all that it says, by the keys that lead
    there, as its file writes them."""

    sort: Sort
    id: str
    name: Text | None
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """A field that differs, empty where it isn't said."""

    key: str
    before: str
    after: str


@dataclass(frozen=True)
class Record(Change[Held]):
    """``fields``: of a changed one those that differ."""

    fields: tuple[Field, ...] = ()


def records(before: Tables, after: Tables) -> tuple[Record, ...]:
    """The records that differ, by sort."""
    old, new = ({(one.sort, one.id): one for one in _held(side.catalogue)} for side in (before, after))
    return tuple(
        Record(one.before, one.after, tuple(_differing(one)) if one.kind == "changed" else ())
        for _, one in changes(old, new, lambda one, two: one.fields == two.fields)
    )


def _differing(one: Change[Held]) -> Iterator[Field]:
    assert one.before is not None and one.after is not None
    old, new = one.before.fields, one.after.fields
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield Field(key, old.get(key, ""), new.get(key, ""))


def _held(catalogue: Catalogue) -> Iterator[Held]:
    """Every record. A priority has no id: it is found by what it says."""
    yield from (_record("region", id, one) for id, one in catalogue.regions.items())
    yield from (_record("source", id, one) for id, one in catalogue.sources.items())
    yield from (_record("indicator", id, one) for id, one in catalogue.indicators.items())
    times: Counter[str] = Counter()
    for one in catalogue.priorities:
        id = f"{one.source}:{one.paragraph}:{one.kind}:{one.theme}:{one.text.zh}"
        times[id] += 1
        told = Held("priority", f"{id}:{times[id]}", one.text, dict(_flat("", one.model_dump())))
        yield told
    yield from (
        Held("rule", key, None, dict(_flat("", one))) for key, one in catalogue.rules.model_dump().items()
    )
    yield from (_record("figure", one.id, one) for one in catalogue.config.figures)
    yield from (_record("deck", one.id, one) for one in catalogue.config.decks)
    for key in (one for one in type(catalogue.config).model_fields if one not in _LISTED):
        held = catalogue.config.model_dump(include={key})[key]
        yield Held("setting", key, None, dict(_flat("", held)))


def _record(sort: Sort, id: str, one: Strict) -> Held:
    name = next((each for key in ("name", "title") if (each := getattr(one, key, None))), None)
    return Held(sort, id, name, dict(_flat("", one.model_dump())))


def _flat(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """All that a value says, by the keys that lead there; a list of plain values is one text."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _flat(f"{key}.{name}" if key else str(name), one)
    elif isinstance(value, (list, tuple)):
        if not any(isinstance(one, (Mapping, list, tuple)) for one in value):
            yield from ((key, ", ".join(map(str, value))) for _ in value[:1])
            return
        for place, one in enumerate(value, start=1):
            named = str(one["id"]) if isinstance(one, Mapping) and "id" in one else str(place)
            yield from _flat(f"{key}.{named}" if key else named, one)
    elif value is not None and value != "":
        yield key, str(value)
