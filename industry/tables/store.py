"""The tables of a folder while people edit them: the last good ones, and the faults of what lies
there now.

Only this module reads the tables from the disk. What has changed is read by a thread of its own, and only that; what the
bytes mean is decided in ``reader``, while it is still waited for whether they stay.

What viewers see has stood still: half a saved file, cut off at a line's end, is a valid shorter table, which nothing but time
tells from one with rows taken out. So a change is taken over when no file has changed for ``STILL`` seconds, by our own clock:
longer than a program that saves lets a file be, even on a slow share, and short enough that who saves sees it within three
seconds. What adopting changes is as before until all of it is there, however long that takes (``under_way``).
"""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path

from industry.tables import reader
from industry.tables.csv_cells import MOST_BYTES
from industry.tables.faults import Fault
from industry.tables.lying import listed, under_way
from industry.tables.lying.listed import stamps
from industry.tables.lying.under_way import JOURNAL, Stamp, UnderWay
from industry.tables.tables import Tables

_SETTLED = 2.5
"""Seconds after which a file's time of change can be trusted to tell one content from the next."""
STILL = 1.5
"""Seconds for which no file has changed before a change is taken over for viewers."""
_LOOKS, _AHEAD, _LONGER = 10, 3, 4
"""How often it is looked meanwhile; after how many looks without a change it is read ahead; how many times as long where a
file may be half of one."""
_PATIENCE = 10.0
"""Seconds that the first viewer of all waits for that."""
_TRIES = 5
_PAUSE = 0.02

Made = tuple[Tables | None, tuple[Fault, ...]]
Read = Callable[[Mapping[str, bytes], Collection[str]], Made]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``tables`` are the last that were good, None if none ever were; ``faults`` those of the files
    as they lie there now."""

    tables: Tables | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The files as they were at one moment: their stamps, bytes, and the names that can't be read; the change that was
    under way; whether they stood ``still`` meanwhile."""

    stamps: dict[str, Stamp]
    files: dict[str, bytes]
    unreadable: tuple[str, ...]
    at: float
    change: UnderWay | None = None
    still: bool = True

    @property
    def whole(self) -> dict[str, bytes]:
        """The files without a change that is under way."""
        return self.change.without(self.files) if self.change else self.files

    @property
    def said(self) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """All that tables are made of."""
        return self.whole, self.unreadable

    @property
    def settled(self) -> bool:
        """Whether no file was so fresh that a second change could have the same stamp."""
        return all(map(self._settled, self.stamps.values()))

    def same(self, name: str, stamp: Stamp | None) -> bytes | None:
        """The bytes of a file that hasn't changed since, as far as its stamp can tell; else None."""
        known = stamp is not None and stamp == self.stamps.get(name) and self._settled(stamp)
        return self.files.get(name) if known else None

    def _settled(self, stamp: Stamp) -> bool:
        return abs(self.at - stamp[0] / 1e9) > _SETTLED


class Store:
    """The tables of a folder. Threads may share one; each call costs a ``stat`` of each file.

    ``behind``: files have changed and are waited for or read just now. ``clock`` and ``pause``: how seconds pass.
    """

    def __init__(
        self,
        folder: Path | str,
        read: Read,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.folder = Path(folder)
        self.behind = False
        self._read, self._clock = read, clock
        self._still = partial(still, self.folder, clock=clock, pause=pause)
        self._lock = threading.Lock()
        self._watched = threading.Lock()
        self._reading: _Reading | None = None
        self._snapshot: Snapshot | None = None
        self._made: tuple[object, Made] | None = None
        self._failed = False

    def current(self, wait: bool = False) -> Snapshot:
        """What was read last. Where files have changed since, another thread reads them for the calls to come, once they
        stand still; the first call of all and one after a thread that failed read them itself, likewise. One that is to
        ``wait`` reads what lies there now, whatever it is: that is for commands, which say what is wrong with it."""
        if wait:
            self._update()
        elif self._snapshot is None or self._failed:
            self._first()
        else:
            self._look()
        assert self._snapshot is not None
        return self._snapshot

    @property
    def last(self) -> Snapshot | None:
        """What was read last, without a look at the folder; None where nothing was."""
        return self._snapshot

    def _first(self) -> None:
        """Reads the files once they stand still; where they don't, there are no tables yet, and no fault."""
        with self._watched:
            if self._snapshot is not None and not self._failed:
                return
            until = self._clock() + _PATIENCE
            seen = self._still(until, fresh=True)
            while seen is None or not self._update(seen):
                if self._clock() >= until:
                    self._snapshot = self._snapshot or Snapshot(None, ())
                    self.behind = True
                    return
                seen = self._still(until)

    def _look(self) -> None:
        """Has another thread read what has changed, or what may have, where none does."""
        before = self._reading
        changed = before is None or stamps(self.folder) != before.stamps
        if not self._watched.acquire(blocking=False):  # it may wait for what hadn't changed, and now has
            self.behind = self.behind or changed
            return
        self.behind = changed
        if before is not None and not self.behind and before.settled:
            self._watched.release()
            return
        threading.Thread(target=self._catch_up, name="tables", daemon=True).start()

    def _catch_up(self) -> None:
        failed = True
        try:
            while not self._update(self._still(meanwhile=self._ahead)):
                pass
            failed = False
        finally:
            self.behind, self._failed = False, failed
            self._watched.release()

    def _ahead(self) -> None:
        """Makes tables of what lies there now, so that they are there if it stays so."""
        with self._lock:
            now = _read(self.folder, self._reading)
            if now.still and self._reading is not None and now.said != self._reading.said:
                self._tables(now)

    def _update(self, seen: dict[str, Stamp] | None = None) -> bool:
        """Reads what has changed, only where it is what was ``seen`` to stand still, if anything; whether it was. A bad
        state is remembered like a good one."""
        with self._lock:
            before = self._reading
            if before is None or not before.settled or stamps(self.folder) != before.stamps:
                now = _read(self.folder, before)
                if seen is not None and not (now.still and now.stamps == seen):
                    return False
                self._take(now)
            self._failed = False
            return True

    def _take(self, now: _Reading) -> None:
        before = self._reading
        if before is None or now.said != before.said:
            found, faults = self._tables(now)
            if not now.whole and not self.folder.is_dir():
                faults = (Fault("missing_folder", str(self.folder)),)
            kept = self._snapshot.tables if self._snapshot else None
            self._snapshot = Snapshot(found if found is not None else kept, faults)
        self._reading, self._made = now, None

    def _tables(self, now: _Reading) -> Made:
        """What the files say: as it was made of the same before, or made now."""
        said = now.said
        if self._made is None or self._made[0] != said:
            found, faults = self._read(*said)
            if found is not None:
                found.derived()  # worked out here, once, and not by the first viewers who ask
            self._made = said, (found, faults)
        return self._made[1]


def contents(folder: Path | str) -> dict[str, bytes]:
    """The bytes of a project's tables by their names from its root; what can't be read is left out."""
    return _read(Path(folder)).whole


def reading(folder: Path | str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """`contents`, and the names of what is there and can't be read."""
    now = _read(Path(folder))
    return now.whole, now.unreadable


def still(
    folder: Path,
    until: float = inf,
    fresh: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> dict[str, Stamp] | None:
    """The stamps of the files once they have been the same for a while; None where they haven't ``until`` then, by the
    ``clock``. With ``fresh`` those that were changed long ago are taken to stand still. What is done ``meanwhile`` is done once
    they have been the same for a part of it."""
    seen, since, looks = stamps(folder), clock(), 0
    changed = max((max(one[0], one[3]) for one in seen.values()), default=0) / 1e9
    if fresh and time.time() - changed > STILL:
        return seen
    while clock() < since + STILL * (_LONGER if under_way.perhaps_half(seen.values()) else 1):
        if clock() >= until:
            return None
        pause(STILL / _LOOKS)
        looks += 1
        if (now := stamps(folder)) != seen:
            seen, since, looks = now, clock(), 0
        elif looks == _AHEAD:
            meanwhile()
    return seen


def _read(folder: Path, last: _Reading | None = None) -> _Reading:
    """All files as they were at one moment; where they change while being read, once more. Those that are
    as they were in the ``last`` reading are taken from it."""
    for attempt in range(_TRIES):
        before = stamps(folder)
        at = time.time()
        files: dict[str, bytes] = {}
        unreadable = []
        for name, path in listed.files(folder):
            named = reader.concerns(name) and not reader.holds(name)
            data = last.same(name, before.get(name)) if last else None
            if data is None:
                data = b"" if named else _bytes(path)  # only the name of a file too many matters
            if data is None:
                unreadable.append(name)
            else:
                files[name] = data
        change, unread = under_way.seen(folder) if JOURNAL in before else (None, ())
        gone = before.keys() - files.keys() - {*unreadable, JOURNAL}
        reading = _Reading(before, files, (*unreadable, *unread), at, change)
        if not gone and stamps(folder) == before:
            return reading
        time.sleep(_PAUSE * (attempt + 1))
    return _Reading(
        {}, files, (*unreadable, *unread), at, change, still=False
    )  # it never stood still: to be read again


def _bytes(path: str) -> bytes | None:
    """The bytes of a plain file, of one that is too large as many as show it; None for one that can't be read, or is none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None
