"""Which version of the tables was seen when: a list, which gets a line each time that it became another one, and what is sure
of a day.

Where lines of the list are lost, others that tell the same (the log of adoptions, the note within a version's own file) stand
in their places; what they leave open is told, not guessed. Where versions lie belongs in ``history``.
"""

from __future__ import annotations

import contextlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from industry.curation.writing import log

LIST = "history/seen.jsonl"
_NAME = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Sighting:
    """From when on the tables were of a version; ``listed``: the list says so, so that nothing is lacking behind it. One
    without a version stands for a line that can't be read."""

    at: datetime
    version: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class OfDay:
    """The version that the tables had at the end of a day, None before the first; whether something is lost of that time, or the
    days there don't stand in order, so that it may have been another."""

    version: str | None
    unsure: bool = False


def add(folder: Path, version: str, at: datetime) -> None:
    """Notes that a version was seen, where the last one was another. Raises OSError."""
    before = [one.version for one in listed(folder) if one.version][-1:]
    if before != [version]:
        told = {"at": at.isoformat(timespec="seconds"), "version": version, "before": "".join(before)}
        line = json.dumps(told)
        with open(folder / LIST, "a", encoding="utf-8") as list_:
            list_.write(f"\n{line}\n")  # on a line of its own, even after one that was cut off


def listed(folder: Path) -> list[Sighting]:
    """What the list says, in its order. Where a line can't be read, or isn't there any more, stands one without a version, at
    the time of the one before."""
    try:
        lines = (folder / LIST).read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    found: list[Sighting] = []
    for line in filter(str.strip, lines):
        one, before = _sighting(line)
        last = found[-1] if found else Sighting(datetime.min, "")
        if one is None or before not in (None, last.version):
            found.append(Sighting(last.at, ""))
        if one is not None:
            found.append(one)
    return found


def _sighting(line: str) -> tuple[Sighting | None, str | None]:
    """What a line says, None where it can't be read; and the version before it, if it says that."""
    try:
        told = json.loads(line)
        at, version, before = datetime.fromisoformat(told["at"]), str(told["version"]), told.get("before")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None, None
    return (Sighting(at, version) if _NAME.fullmatch(version) and at.tzinfo is None else None), before


def every(folder: Path, noted: Iterable[tuple[datetime, str]] = ()) -> tuple[Sighting, ...]:
    """The list, with what it lacks of the log of adoptions, and of what is ``noted`` of versions besides, each before the
    first of a later time."""
    found = listed(folder)
    adopted = _adopted(folder)
    known = {one.version for one in found} | {version for _, version in adopted}
    others = [(at, version) for at, version in sorted(noted) if version not in known]
    there = {(one.at, one.version) for one in found}
    for at, version in (*adopted, *others):
        if (at, version) in there or not _NAME.fullmatch(version):
            continue
        place = next((place for place, one in enumerate(found) if one.at > at), len(found))
        if not (place and found[place - 1].version == version):
            found.insert(place, Sighting(at, version, False))
    return tuple(found)


def _adopted(folder: Path) -> list[tuple[datetime, str]]:
    """The versions that adoptions made, and when."""
    try:
        entries = log.read(folder)
    except OSError:
        return []
    found: list[tuple[datetime, str]] = []
    for one in entries:
        with contextlib.suppress(ValueError, TypeError):
            found.append((datetime.fromisoformat(one.at).replace(tzinfo=None), str(one.after)))
    return found


def of_day(seen: Sequence[Sighting], day: date) -> OfDay:
    """What the tables were at the end of a day."""
    told = [place for place, one in enumerate(seen) if one.version]
    sure = [told[place] for place in _in_order([seen[place].at.date() for place in told])]
    before = [place for place in sure if seen[place].at.date() <= day]
    earlier, found = [-1, -1, *before][-2:]
    then = next((place for place in sure if place > found), len(seen))
    lacking = then > found + 1 or found >= 0 and not seen[found].listed
    astray = any(
        one.version and one.at.date() > seen[found].at.date() for one in seen[earlier + 1 : max(found, 0)]
    )
    return OfDay(seen[found].version if before else None, lacking or astray)


def _in_order(days: Sequence[date]) -> list[int]:
    """The places of the most days that follow each other."""
    ends: list[int] = []
    last: list[date] = []
    previous: list[int] = []
    for place, day in enumerate(days):
        rank = bisect_right(last, day)
        previous.append(ends[rank - 1] if rank else -1)
        ends[rank : rank + 1], last[rank : rank + 1] = [place], [day]
    found = list[int]()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.append(place)
        place = previous[place]
    return found[::-1]
