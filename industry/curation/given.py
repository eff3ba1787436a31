"""What files that somebody names hold for the tables: proposed rows, records of sources, answers about workbooks, whole tables."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from industry.curation import proposed
from industry.curation.importing import answers
from industry.curation.importing.questions import Key
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal, Wrong
from industry.tables import csv_cells, reader, store
from industry.text import plain_file

_RECORDS = (".yaml", ".yml")
_OBSERVATIONS = "data/observations"


@dataclass(frozen=True, slots=True)
class Given:
    """``answers``: the confirmed ones about workbooks; ``whole``: tables by their names from a project's root, None where there are rows and records."""

    rows: tuple[Proposed, ...] = ()
    sources: tuple[tuple[str, bytes], ...] = ()
    answers: Mapping[Key, str] = field(default_factory=dict)
    whole: dict[str, bytes] | None = None


def read(paths: Sequence[Path]) -> Given:
    """Raises Refusal where a file can't be read, is none of these, or no row is accepted."""
    rows: list[Proposed] = []
    sources: list[tuple[str, bytes]] = []
    answered: dict[Key, str] = {}
    whole: dict[str, bytes] = {}
    for path in paths:
        if os.path.isdir(path):  # unlike Path's own it raises nothing for a name that can't be
            whole |= _folder(path)
            continue
        data = _bytes(path)
        if path.suffix.lower() in _RECORDS and answers.asks(path.name, data):
            answered |= _answers(path.name, data)
        elif path.suffix.lower() in _RECORDS:
            sources.append((path.name, data))
        elif _is_table(path, data):
            whole[f"{_OBSERVATIONS}/{path.name}"] = data
        else:
            rows += proposed.parsed(path.name, data)
    if whole and (rows or sources or answered):
        raise Refusal("both_kinds")
    if rows and not any(one.accepted for one in rows):
        raise Refusal("none_accepted", len(rows))
    if not (rows or sources or answered or whole):
        raise Refusal("nothing_given", ", ".join(path.name for path in paths))
    return Given(tuple(rows), tuple(sources), answered, whole or None)


def _answers(name: str, data: bytes) -> dict[Key, str]:
    """The answers of a file in which all are confirmed. Raises Refusal."""
    found, faults = answers.parsed(name, data)
    if faults:
        raise Refusal("answers_faulty", name, wrong=[Wrong(None, fault=one) for one in faults])
    if left := answers.unconfirmed(name, data):
        raise Refusal("answers_unconfirmed", name, left)
    return found


def _bytes(path: Path) -> bytes:
    try:
        return plain_file.read(path)
    except FileNotFoundError:
        raise Refusal("no_file", path) from None
    except OSError as error:
        raise Refusal("unread_file", path, error) from error


def _folder(path: Path) -> dict[str, bytes]:
    """A project's folder (config.yaml and data), or one of tables alone. Raises Refusal."""
    files, unreadable = store.reading(path)
    if unreadable:
        raise Refusal("unread_file", path, ", ".join(unreadable))
    if files:
        return files
    tables = {f"{_OBSERVATIONS}/{one.name}": one for one in sorted(path.glob("*.csv"))}
    if not tables:
        raise Refusal("no_tables", path)
    return {name: _bytes(one) for name, one in tables.items() if reader.holds(name)}


def _is_table(path: Path, data: bytes) -> bool:
    """Whether a CSV is a region's table: it has no column that says of each row which region's it is."""
    if path.suffix.lower() != ".csv":
        return False
    table, faults = csv_cells.table(path.name, data)
    return table is not None and not any(
        one.code == "extra_column" and one.column in proposed.BESIDE for one in faults
    )
