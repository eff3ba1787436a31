"""A project's folder, read with all that the program knows.

The tables know neither rules nor charts; here they are handed both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from industry.rules import identities
from industry.tables import reader
from industry.tables.faults import Fault
from industry.tables.store import Store
from industry.tables.tables import Tables

KNOWLEDGE = reader.Knowledge(solve=identities.solve)


def read(
    files: Mapping[str, bytes], unreadable: Collection[str] = ()
) -> tuple[Tables | None, tuple[Fault, ...]]:
    """Tables, or None and every fault: see `reader.read`."""
    return reader.read(files, KNOWLEDGE, unreadable)


def store(folder: Path | str) -> Store:
    """The tables of a folder while people edit them."""
    return Store(folder, read)
