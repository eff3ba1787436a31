"""The tables as they were: each version once, packed, in ``history`` beside ``data``.

Versions are kept by adoptions and by a check that finds no fault, never by the dashboard. Of versions last seen long ago
(``_WHOLE_DAYS``) the last of each day stays, so that a version presented in a meeting can be asked for as long as anybody
asks, and a year costs no more than its days. A version is computed anew from what is read of it: a file that was copied or
renamed is believed in nothing. When which was seen belongs in ``writing.sightings``.
"""

from __future__ import annotations

import contextlib
import io
import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from industry.curation.refusal import Refusal
from industry.curation.writing import disk, sightings
from industry.curation.writing.sightings import OfDay, Sighting
from industry.tables import reader
from industry.tables.references import CONFIG

FOLDER = "history"
SEEN = sightings.LIST
_NAME = re.compile(r"([0-9a-f]{12})\.zip")
_WHOLE_DAYS = 400
_MOST = 300_000_000
"""Bytes of all files of a version at most: what is larger is no tables of ours."""
_BROKEN = (
    OSError, ValueError, EOFError, NotImplementedError, RuntimeError, AttributeError, IndexError, KeyError,
    zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What the library raises of a file that is no ZIP, or a damaged one."""


@dataclass(frozen=True, slots=True)
class Held:
    """A version that is kept, when it was first seen and when it last became that of the tables; None where nothing says so
    any more."""

    version: str
    first: datetime | None
    last: datetime | None

    @property
    def day(self) -> str:
        """The day of ``last``, to be shown."""
        return f"{self.last:%Y-%m-%d}" if self.last else "?"


def keep(folder: Path, files: Mapping[str, bytes], version: str, at: datetime | None = None) -> bool:
    """Keeps a version of the tables and notes that it was seen; whether that could be written. Bytes of a version that is
    kept already stay, unless they are damaged, or another's, which then go by its own name."""
    at = at or datetime.now()
    try:
        path = _path(folder, version)
        lies_there = _version(path)
        if lies_there not in ("", version) and not _path(folder, lies_there).exists():
            os.replace(path, _path(folder, lies_there))
        if lies_there != version:
            disk.put(path, packed(files, at.isoformat(timespec="seconds")))
        sightings.add(folder, version, at)
        _thin(folder, at)
    except OSError:
        return False
    return True


def held(folder: Path) -> tuple[Held, ...]:
    """The versions that are kept, by the time when each last became that of the tables; before them those of which nothing
    says when."""
    there = _there(folder)
    found: dict[str, Held] = {}
    for one in _seen(folder, there):
        if one.version in there:
            before = found.pop(one.version, None)
            found[one.version] = Held(one.version, before.first if before else one.at, one.at)
    return (*(Held(one, None, None) for one in sorted(there - found.keys())), *found.values())


def files(folder: Path, version: str) -> dict[str, bytes]:
    """The files of a version by their names from the project's root. Raises Refusal where it isn't kept, can't be read, or
    what lies there is another."""
    if version not in _there(folder):
        days = [f"{one.version} ({one.day})" for one in held(folder)][-5:]
        raise (
            Refusal("version_unknown", version, ", ".join(days)) if days else Refusal("version_none", version)
        )
    path = _path(folder, version)
    found = unpacked(path, version)
    if (other := reader.version(found)) != version:
        raise Refusal("version_other", version, path, other)
    if CONFIG not in found:
        raise Refusal("version_unreadable", version, path)
    return found


def on(folder: Path, day: date) -> OfDay:
    """The version that the tables had at the end of a day, whether it is kept or not."""
    there = _there(folder)
    seen = _seen(folder, there)
    found = sightings.of_day(seen, day)
    undated = there - {one.version for one in seen}
    return OfDay(found.version, found.unsure or bool(undated))


def packed(files: Mapping[str, bytes], note: str = "") -> bytes:
    """The files as a ZIP; equal files, with one ``note`` on the whole, are equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
        archive.comment = note.encode()
    return made.getvalue()


def unpacked(path: Path, name: str) -> dict[str, bytes]:
    """The tables of a ZIP that `packed` made, called ``name`` where it can't be read. Raises Refusal."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if reader.concerns(one.filename)]
            if sum(one.file_size for one in entries) > _MOST:
                raise Refusal("version_unreadable", name, str(path))
            return {one.filename: archive.read(one) for one in entries}
    except _BROKEN as error:
        raise Refusal("version_unreadable", name, str(path)) from error


def _path(folder: Path, version: str) -> Path:
    return folder / FOLDER / f"{version}.zip"


def _there(folder: Path) -> set[str]:
    """The versions by whose names files lie there."""
    try:
        names = os.listdir(folder / FOLDER)
    except OSError:
        return set()
    return {
        named[1] for one in names if (named := _NAME.fullmatch(one)) and os.path.isfile(folder / FOLDER / one)
    }


def _version(path: Path) -> str:
    """The version of which a file holds all; empty for what holds none."""
    try:
        found = unpacked(path, "")
        return reader.version(found) if CONFIG in found else ""
    except Refusal:
        return ""


def _seen(folder: Path, there: set[str]) -> tuple[Sighting, ...]:
    """When which version became that of the tables; of versions that are kept and of which nothing else tells, what their own
    files say."""
    seen = sightings.every(folder)
    lost = there - {one.version for one in seen}
    return (
        sightings.every(folder, [(at, one) for one in lost if (at := _noted(_path(folder, one)))])
        if lost
        else seen
    )


def _noted(path: Path) -> datetime | None:
    """When a file says that its version was kept."""
    with contextlib.suppress(*_BROKEN), zipfile.ZipFile(path) as archive:
        return datetime.fromisoformat(archive.comment.decode()).replace(tzinfo=None)
    return None


def _thin(folder: Path, now: datetime) -> None:
    """Takes away old versions but the last of each day."""
    seen = [one for one in sightings.listed(folder) if one.version]
    last_of_a_day = {one.at.date(): one.version for one in seen}
    kept = set(last_of_a_day.values()) | {
        one.version for one in seen if one.at > now - timedelta(_WHOLE_DAYS)
    }
    for version in {one.version for one in seen} - kept:
        disk.dropped(_path(folder, version))
