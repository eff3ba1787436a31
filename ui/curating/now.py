"""The tables as they lie in the folder at this moment, with the very files that they were read from. What viewers see may be a
moment older (``ui.store``)."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from industry import project
from industry.tables import reader, store
from industry.tables.faults import Fault
from industry.tables.tables import Tables


@dataclass(frozen=True, eq=False)
class Now:
    """``content`` names what all ``files`` say. ``tables`` is None where they have ``faults``."""

    files: Mapping[str, bytes]
    content: str
    tables: Tables | None
    faults: tuple[Fault, ...]


class _Last:
    """The last few that were read, the same files not twice."""

    held: tuple[Now, ...] = ()
    lock = threading.Lock()


def now() -> Now:
    """The tables of the folder."""
    return read(store.contents(project.folder()))


def read(files: Mapping[str, bytes]) -> Now:
    """The tables that these files make."""
    content = reader.content(files)
    with _Last.lock:
        found = next((one for one in _Last.held if one.content == content), None)
        if found is None:
            found = Now(files, content, *project.read(files))
            _Last.held = (found, *_Last.held[:3])
    return found
