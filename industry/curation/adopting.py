"""Adopting what was proposed, and taking it back: the only place that writes among the tables.

All or nothing, one at a time, with a dated backup of all files before, and only files that have no fault then. How files are
changed as one, who may, and the log stand in ``writing``; what the files would be, in ``candidate``.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from industry import project
from industry.curation import candidate, datapackage, history
from industry.curation.candidate import Candidate, Files, Mappings
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal, would_be
from industry.curation.writing import disk, journal, lock, log
from industry.curation.writing.log import ADOPT, REDO, UNDO, Entry
from industry.tables import reader, store
from industry.tables.faults import Fault
from industry.tables.lying.under_way import JOURNAL, fingerprint
from industry.tables.references import CONFIG
from industry.tables.tables import Tables

BACKUPS = "history/backups"
_MOST_BACKUPS = 500
"""Backups that stay; taking back goes as far."""
_BACKUP = re.compile(r"[\w-]+\.zip", re.ASCII)
_PATIENCE = 10.0
"""Seconds for which files that are being saved are waited for."""
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
Make = Callable[[Files, Tables | None], Candidate]


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was done, as the log has it. ``merged``: the tables were no longer those that it was proposed against; ``kept``:
    their version could be kept in the history; ``recovered``: a change found cut off, and taken back first; ``of``: the entry that
    was taken back, perhaps somebody else's; None of an adoption."""

    entry: Entry
    merged: bool = False
    kept: bool = True
    recovered: journal.Recovered | None = None
    of: Entry | None = None


def adopt(
    folder: Path,
    rows: Sequence[Proposed] = (),
    sources: Sequence[tuple[str, bytes]] = (),
    mappings: Mappings | None = None,
    *,
    whole: Files | None = None,
    replace: bool = False,
    base: str = "",
    expected: str = "",
    named: Sequence[str] = (),
    at: datetime | None = None,
) -> Adopted | None:
    """Adopts the accepted rows, new sources and mappings (`candidate.built`), or ``whole`` tables, which take rows away or
    alter them only where they are to ``replace`` them. None where that changes nothing.

    ``base``: the content (`reader.content`) of the files that it was proposed against: where they have changed since but not
    in the rows concerned it is adopted all the same, and told. ``expected``: the content of the files on which somebody has
    looked at what it changes; on any others nothing is adopted. ``named``: the files it came from, for the log.
    Raises Refusal, with all that is wrong; the tables are as they were then.
    """

    def make(now: Files, tables: Tables | None) -> Candidate:
        if expected and reader.content(now) != expected:
            raise Refusal("not_as_seen", _since(folder))
        if whole is None and tables and candidate.entered(now, rows, sources, tables):
            return candidate.built(now, (), (), mappings, tables)
        if whole is None:
            return candidate.built(now, rows, sources, mappings, tables)
        found = candidate.whole_tables(now, whole)
        if not replace and (lost := candidate.lost(now, found.files)):
            raise Refusal("would_lose", len(lost), wrong=lost)
        return found

    return _change(folder, ADOPT, make, tuple(named), base, at or datetime.now())


def undo(folder: Path, back: bool = False, at: datetime | None = None, expected: str = "") -> Adopted:
    """Takes the last adoption back that stands, and so on from time to time; ``back``: takes the last undoing back. The files
    are the very bytes of before. ``expected``: the id of the log's entry that somebody has looked at; another is let stand.
    Raises Refusal then, where there is none, or the tables have been edited by hand since."""
    what = REDO if back else UNDO
    named: list[str] = []
    found: list[Entry] = []

    def make(now: Files, _tables: Tables | None) -> Candidate:
        one = log.last(log.read(folder), what)
        if expected and (one is None or one.id != expected):
            raise Refusal("not_the_last", _since(folder))
        if one is None:
            raise Refusal("no_redo" if back else "no_undo")
        if edited := [name for name in sorted({*now, *one.prints}) if _edited(now, one, name)]:
            raise Refusal("edited_since", one.at, ", ".join(edited), f"{BACKUPS}/{one.backup}")
        before = _of_backup(folder, one)
        named.append(one.at)
        found.append(one)
        files = {name: data for name, data in now.items() if name not in one.files}
        return Candidate(
            files | {name: before[name] for name in one.files if name in before},
            new=one.rows,
            replaced=one.replaced,
        )

    done = _change(folder, what, make, named, "", at or datetime.now())
    if done is None:  # which no change of ours says of itself
        raise Refusal("version_unreadable", named[0], log.LOG)
    return dataclasses.replace(done, of=found[0])


def recover(folder: Path, at: datetime | None = None) -> journal.Recovered | None:
    """Takes back a change that was cut off, where there is one, and takes away what was only staged. Raises Refusal."""
    if disk.bytes_of(folder / JOURNAL) is None and not journal.left_behind(folder):
        return None
    with _told(), lock.held(folder, at or datetime.now()):
        return journal.recovered(folder)


def _since(folder: Path) -> str:
    """Who changed the tables last, and when; a dash where nobody has by adopting."""
    entries = log.read(folder)
    return f"{entries[-1].at} {entries[-1].who}" if entries else "—"


def _edited(now: Files, one: Entry, name: str) -> bool:
    """Whether somebody has edited a file since; titles and decks of config.yaml only where it was adopted too."""
    if name == CONFIG and CONFIG not in one.files:
        return False
    return fingerprint(now.get(name)) != one.prints.get(name, "")


def _change(
    folder: Path, what: str, make: Make, named: Sequence[str], base: str, at: datetime
) -> Adopted | None:
    _there(folder)
    with _told(), lock.held(folder, at):
        recovered = journal.recovered(folder)
        now = _now(folder)
        tables, faults = project.read(now)
        found = make(now, tables)
        changed = tuple(
            name for name in sorted({*now, *found.files}) if now.get(name) != found.files.get(name)
        )
        if not changed:
            return None
        then = _sound(found, faults, what)
        if tables:
            history.keep(folder, now, tables.version, at)
        packed = history.packed(now)
        backup = _backed_up(folder, packed, at)
        entry = Entry(
            what, f"{at:%Y-%m-%d %H:%M:%S}", lock.me(), tuple(named), found.new, found.replaced, changed,
            tables.version if tables else "", then.version if then else "", backup.name,
            {name: fingerprint(data) for name, data in sorted(found.files.items())}, fingerprint(packed),
        )  # fmt: skip
        written = disk.bytes_of(folder / log.LOG)
        before = {name: now.get(name) for name in changed} | {log.LOG: written}
        after = {name: found.files.get(name) for name in changed} | {log.LOG: log.with_entry(written, entry)}
        journal.change(folder, before, after, what, entry.who, entry.at)
        kept = then is not None and history.keep(folder, found.files, then.version, at)
        if then:
            datapackage.keep(folder, then)
        _thin(folder)
    return Adopted(entry, bool(base) and base != reader.content(now), kept, recovered)


def _there(folder: Path) -> None:
    """Raises Refusal where nothing of a project is in the folder: neither tables nor a history of them."""
    if not folder.is_dir():
        raise Refusal("no_folder", folder)
    if not any((folder / one).exists() for one in (CONFIG, "data", JOURNAL, log.LOG)):
        raise Refusal("folder_without_tables", folder)


def _now(folder: Path) -> Files:
    """The files as they are, none of them half saved: as the last adoption left them, or standing still. Raises Refusal."""
    now, last = _read(folder), log.read(folder)[-1:]
    if not last or {name: fingerprint(data) for name, data in now.items()} != last[0].prints:
        if store.still(folder, time.monotonic() + _PATIENCE, fresh=True) is None:
            raise Refusal("saving_now")
        now = _read(folder)
    return now


def _read(folder: Path) -> Files:
    now, unreadable = store.reading(folder)
    if unreadable:
        raise Refusal("unreadable_now", ", ".join(unreadable))
    return now


def _sound(found: Candidate, before: Sequence[Fault], what: str) -> Tables | None:
    """The tables as they would be. Raises Refusal where they have faults; what is taken back may have those of before."""
    tables, faults = project.read(found.files)
    if tables is None and what == ADOPT:
        old = set(before)
        wrong = would_be(faults, found.origins)
        mine = [one for one in wrong if one.place or one.fault not in old]
        raise Refusal("faulty", len(faults), wrong=[*mine, *(one for one in wrong if one not in mine)])
    return tables


def _of_backup(folder: Path, one: Entry) -> Files:
    """All files as they were before an entry. Raises Refusal where its backup isn't there, or isn't what was packed then."""
    path = folder / BACKUPS / one.backup
    try:
        whole = _BACKUP.fullmatch(one.backup) and one.packed in ("", fingerprint(disk.bytes_of(path)))
    except OSError:
        whole = False
    if not whole:
        raise Refusal("version_unreadable", one.at, path)
    found = history.unpacked(path, one.at)
    if one.before and (other := reader.version(found)) != one.before:
        raise Refusal("version_other", one.at, path, other)
    return found


def _backed_up(folder: Path, packed: bytes, at: datetime) -> Path:
    """A dated backup of all files, as they are packed. Raises OSError."""
    place = folder / BACKUPS
    path, count = place / f"{at:%Y%m%d-%H%M%S}.zip", 1
    while path.exists():
        count += 1
        path = place / f"{at:%Y%m%d-%H%M%S}-{count}.zip"
    disk.put(path, packed)
    return path


def _thin(folder: Path) -> None:
    """Keeps the newest backups, in the order of the log: the clock may have been set back meanwhile."""
    with contextlib.suppress(OSError):
        place = {one.backup: at for at, one in enumerate(log.read(folder))}
        every = sorted(
            (folder / BACKUPS).glob("*.zip"),
            key=lambda path: (place.get(path.name, -1), path.stat().st_mtime, path.name),
        )
        for path in every[:-_MOST_BACKUPS]:
            disk.dropped(path)


@contextmanager
def _told() -> Iterator[None]:
    """What keeps files from being written, as a Refusal."""
    try:
        yield
    except lock.HeldError as held:
        raise Refusal("held_since", held.who, held.since) if held.who else Refusal("held") from None
    except journal.ChangedMeanwhileError as changed:
        raise Refusal("edited_meanwhile", str(changed)) from None
    except Refusal:
        raise
    except ValueError as error:
        raise Refusal("journal_unreadable", JOURNAL, BACKUPS) from error
    except OSError as error:
        file = str(error.filename2 or error.filename or "")
        if error.errno in _FULL:
            raise Refusal("no_room") from error
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise Refusal("no_permission", file) from error
        raise Refusal("not_written", file, error) from error
