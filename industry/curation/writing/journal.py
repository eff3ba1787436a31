"""Several files changed as one: all of them or none, whenever the process or the machine ends.

All new files are staged beside the old ones, then a journal with the old ones' bytes is written (``under_way``, which readers
mind), then file after file takes its place, then the journal goes: that is the moment from which the change is made. What is
found of a change that was cut off before is taken back by ``recovered``. Where the journal may be seen halfway nothing is
promised: it appears and goes by a rename within its folder, which file systems and shares of our time do as one step.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from industry.curation.writing import disk
from industry.tables.lying import under_way
from industry.tables.lying.under_way import JOURNAL, UnderWay
from industry.tables.references import CONFIG

_AT_WORK = 600
"""Seconds for which a file may be written."""


class ChangedMeanwhileError(Exception):
    """Somebody has written a file since it was read: its name."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A change that was cut off and is taken back; ``kept``: files that somebody has written since, which are left so."""

    change: UnderWay
    kept: tuple[str, ...]


def change(
    folder: Path,
    before: Mapping[str, bytes | None],
    after: Mapping[str, bytes | None],
    what: str = "",
    who: str = "",
    at: str = "",
) -> None:
    """Makes the files ``before`` what they are ``after``, by their names from the folder; None is no file.

    Raises ChangedMeanwhileError and OSError; all files are as they were then, or, where not even that could be written, are
    read so by whoever minds the journal and are put back by the next ``recovered``.
    """
    prints = {name: under_way.fingerprint(after[name]) for name in before}
    parts: dict[str, Path] = {}
    try:
        for name, data in after.items():
            if data is not None:
                parts[name] = disk.staged(folder / name, data)
        told = UnderWay(before, prints, what, who, at)
        disk.put(folder / JOURNAL, under_way.written(told))
        for name in before:  # told before anything is touched, as far as that can be known
            _ours(folder, told, name)
        for name, data in after.items():
            _ours(folder, told, name)
            if data is None:
                disk.taken(folder / name)
            else:
                disk.placed(parts.pop(name), folder / name)
        for place in {(folder / name).parent for name in after}:
            disk.settled(place)
        disk.taken(folder / JOURNAL)
    except BaseException:
        for part in parts.values():  # makes room, where it is that what is lacking
            disk.dropped(part)
        with contextlib.suppress(OSError):
            recovered(folder)
        raise
    disk.settled((folder / JOURNAL).parent)


def left_behind(folder: Path) -> list[Path]:
    """What was only staged by a process that is no more, as far as whoever holds the lock can know: versions are kept without it,
    so that those may be at work."""
    known = time.time() - _AT_WORK
    found = [*folder.glob(f".{CONFIG}.part"), *(folder / "data").rglob(".*.part")]
    found += (folder / "history/backups").glob(".*.part")
    with contextlib.suppress(OSError):
        found += [one for one in (folder / "history").glob(".*.part") if one.stat().st_mtime < known]
    return found


def _ours(folder: Path, told: UnderWay, name: str) -> None:
    if disk.bytes_of(folder / name) != told.before[name]:
        raise ChangedMeanwhileError(name)
    if os.name == "nt" and told.before[name] is not None:  # pragma: no cover
        with open(folder / name, "r+b"):  # refused where Excel has it open
            pass


def recovered(folder: Path) -> Recovered | None:
    """Takes back a change that was cut off, with what was only staged; None where there is none. Only for who holds the lock. Raises OSError where a
    file can't be put back yet, ValueError where the journal can't be read."""
    for part in left_behind(folder):
        disk.dropped(part)
    found = under_way.found(folder)
    if found is None:
        return None
    kept = []
    for name, data in found.before.items():
        now = disk.bytes_of(folder / name)
        if not found.own(name, now):
            kept.append(name)
        elif now != data:
            if data is None:
                disk.taken(folder / name)
            else:
                disk.put(folder / name, data)
    disk.taken(folder / JOURNAL)
    disk.settled((folder / JOURNAL).parent)
    return Recovered(found, tuple(kept))
