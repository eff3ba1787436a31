"""The tables as they were: each version once, packed, in ``history`` beside ``data``, and a list of which one was seen when.

Versions are kept by adoptions and by a check that finds no fault, never by the dashboard. Of versions last seen long ago
(``_WHOLE_DAYS``) the last of each day stays, so that a version presented in a meeting can be asked for as long as anybody
asks, and a year costs no more than its days.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from industry.curation.refusal import Refusal
from industry.curation.writing import disk
from industry.tables import reader

FOLDER = "history"
SEEN = f"{FOLDER}/seen.jsonl"
_NAME = re.compile(r"[0-9a-f]{12}")
_WHOLE_DAYS = 400
_MOST = 300_000_000
"""Bytes of all files of a version at most: what is larger is no tables of ours."""


@dataclass(frozen=True, slots=True)
class Held:
    """A version that is kept, when it was first seen and when it last became that of the tables."""

    version: str
    first: datetime
    last: datetime


def keep(folder: Path, files: Mapping[str, bytes], version: str, at: datetime | None = None) -> bool:
    """Keeps a version of the tables and notes that it was seen; whether that could be written. Bytes of a version that is
    kept already stay."""
    at = at or datetime.now()
    try:
        path = _path(folder, version)
        if not path.is_file():
            disk.put(path, packed(files))
        seen = _seen(folder)
        if not seen or seen[-1][1] != version:
            line = json.dumps({"at": at.isoformat(timespec="seconds"), "version": version})
            with open(folder / SEEN, "a", encoding="utf-8") as list_:
                list_.write(f"\n{line}\n")  # on a line of its own, even after one that was cut off
            _thin(folder, at)
    except OSError:
        return False
    return True


def held(folder: Path) -> tuple[Held, ...]:
    """The versions that are kept, by the time when each last became that of the tables."""
    found: dict[str, Held] = {}
    for at, version in _seen(folder):
        before = found.pop(version, None)
        if _path(folder, version).is_file():
            found[version] = Held(version, before.first if before else at, at)
    return tuple(found.values())


def files(folder: Path, version: str) -> dict[str, bytes]:
    """The files of a version by their names from the project's root. Raises Refusal where it isn't kept, or can't be read."""
    if not _NAME.fullmatch(version) or not _path(folder, version).is_file():
        days = [f"{one.version} ({one.last:%Y-%m-%d})" for one in held(folder)][-5:]
        raise (
            Refusal("version_unknown", version, ", ".join(days)) if days else Refusal("version_none", version)
        )
    return unpacked(_path(folder, version), version)


def on(folder: Path, day: date) -> str | None:
    """The version that the tables had at the end of a day: the last one seen on it or before; None before the first."""
    found = None
    for at, version in _seen(folder):
        if at.date() <= day and _path(folder, version).is_file():
            found = version
    return found


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP; equal files are equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpacked(path: Path, name: str) -> dict[str, bytes]:
    """The tables of a ZIP that `packed` made, called ``name`` where it can't be read. Raises Refusal."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if reader.concerns(one.filename)]
            if sum(one.file_size for one in entries) > _MOST:
                raise Refusal("version_unreadable", name, str(path))
            return {one.filename: archive.read(one) for one in entries}
    except (
        OSError,
        ValueError,
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise Refusal("version_unreadable", name, str(path)) from error


def _path(folder: Path, version: str) -> Path:
    return folder / FOLDER / f"{version}.zip"


def _seen(folder: Path) -> list[tuple[datetime, str]]:
    """When which version became that of the tables; lines that aren't whole are passed over."""
    try:
        lines = (folder / SEEN).read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            one = json.loads(line)
            at, version = datetime.fromisoformat(one["at"]), str(one["version"])
        except (ValueError, KeyError, TypeError):
            continue
        if _NAME.fullmatch(version) and at.tzinfo is None:
            found.append((at, version))
    return found


def _thin(folder: Path, now: datetime) -> None:
    """Takes away old versions but the last of each day."""
    seen = _seen(folder)
    last_of_a_day = {at.date(): version for at, version in seen}
    kept = set(last_of_a_day.values()) | {
        version for at, version in seen if at > now - timedelta(_WHOLE_DAYS)
    }
    for version in {version for _, version in seen} - kept:
        disk.dropped(_path(folder, version))
