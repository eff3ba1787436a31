"""A project's folder: where it lies, and its tables read with all that the program knows.

The tables know neither rules nor charts; here they are handed both. They are read, and what differs in them is told, without
Python's collector of cycles: where much is made that lasts it looks through all of it again and again, and finds nothing. Of reading
100,000 observations it took a tenth of the time, of what differs in them a quarter.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from industry.figures.kinds import kinds
from industry.rules import identities
from industry.tables import reader
from industry.tables.faults import Fault
from industry.tables.store import Store
from industry.tables.tables import Tables
from industry.text.shelf import Shelf
from industry.vocabulary.configuration import DOCUMENTS

PROGRAM = Path(__file__).resolve().parent.parent
_UNLISTED = ("curate.py",)
"""Scripts of pages that no config.yaml lists: a server that may write has them by itself."""
KNOWLEDGE = reader.Knowledge(
    solve=identities.solve,
    kinds={name: kind.options for name, kind in kinds().items()},
    scripts=tuple(
        sorted(f"pages/{one.name}" for one in (PROGRAM / "pages").glob("*.py") if one.name not in _UNLISTED)
    ),
)


def folder() -> Path:
    """The folder that holds config.yaml and data/: the one that the environment's ``DATA`` names
    (``make run DATA=/srv/tables``), else the program's own.

    Pages, their scripts and all else that shows the tables are the program's wherever the tables lie.
    """
    named = os.environ.get("DATA")
    return Path(os.path.expanduser(named)) if named else PROGRAM


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collector off until the end of the work, or as a decorator of the function. One within another, or in several
    threads, does no harm: it is on again when the first that found it on has ended."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@uncollected()
def read(
    files: Mapping[str, bytes], unreadable: Collection[str] = (), parsed: reader.Parsed | None = None
) -> tuple[Tables | None, tuple[Fault, ...]]:
    """Tables, or None and every fault: see `reader.read`."""
    return reader.read(files, KNOWLEDGE, unreadable, parsed)


def documents(folder: Path, named: str) -> Shelf:
    """The shelf of the office's own texts: the folder that the environment's ``DOCUMENTS`` names, else the one that
    config.yaml has ``named``, which is said from the folder that holds it."""
    told = os.environ.get("DOCUMENTS")
    where = Path(os.path.expanduser(told or str(folder / named)))
    return Shelf(where, named=bool(told) or named != DOCUMENTS)


def store(folder: Path | str) -> Store:
    """The tables of a folder while people edit them; one that hasn't changed isn't parsed again."""
    parsed: reader.Parsed = {}
    return Store(folder, lambda files, unreadable: read(files, unreadable, parsed))
