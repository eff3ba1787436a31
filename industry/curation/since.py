"""From what somebody says of an earlier state of the tables to that state: a version whole or as it is shown, a day, a file of
ours that holds its version. How versions are kept belongs in ``history``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from industry import project
from industry.curation import history
from industry.curation.refusal import Refusal
from industry.export.kept import NotKept, kept
from industry.tables.tables import Tables
from industry.wording import SHORT, short_version

_DAY = re.compile(r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})日?")
WHOLE = re.compile(r"[0-9a-f]{12}")
_SAID = re.compile(rf"[0-9a-f]{{{SHORT},12}}")
_BETWEEN = re.compile(r"[\s\-—–·.]+")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width characters as the usual ones."""
_TOLD = 8
"""Versions that a sentence lists."""


@dataclass(frozen=True)
class Earlier:
    """The tables of then, None where they are those of now; ``day``: the one that was asked for; ``unsure``: whether the tables may
    have been others at the end of that day."""

    version: str
    tables: Tables | None
    day: date | None = None
    unsure: bool = False


def earlier(folder: Path, asked: str, now: Tables) -> Earlier:
    """What ``asked`` says. Raises Refusal: it says nothing that is known, several versions begin so, none is kept of that day,
    the file holds no version, or the tables of then can't be read any more."""
    text = asked.strip()
    if written := _DAY.fullmatch(text):
        day = _day(text, *map(int, written.groups()))
        found = history.on(folder, day)
        if found.version is None:
            raise unknown(folder, text)
        return Earlier(found.version, _then(folder, found.version, now), day, found.unsure)
    version = _version(folder, text, now)
    return Earlier(version, _then(folder, version, now))


def _then(folder: Path, version: str, now: Tables) -> Tables | None:
    return None if version == now.version else tables(folder, version)


def tables(folder: Path, version: str) -> Tables:
    """The tables of a whole version. Raises Refusal where it isn't kept, or this program refuses it."""
    if not any(one.version == version for one in history.held(folder)):
        raise unknown(folder, version)
    found, faults = project.read(history.files(folder, version))
    if found is None:
        raise Refusal("version_faulty", short_version(version), len(faults), words="changes")
    return found


def _version(folder: Path, text: str, now: Tables) -> str:
    path = Path(text)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if is_file:
        return _of_file(path)
    if not said(text):
        raise Refusal("not_since", text, SHORT, words="changes")
    known = (*(one.version for one in history.held(folder)), now.version)
    found = matching(text, known)
    if not found:
        raise unknown(folder, text)
    if len(found) > 1:
        raise Refusal("since_several", text, ", ".join(found), words="changes")
    return found[0]


def _day(asked: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("not_since", asked, SHORT, words="changes") from None


def _of_file(path: Path) -> str:
    try:
        return kept(path.read_bytes()).version
    except NotKept as none:
        raise Refusal(f"file_{none.code}", path.name, words="changes") from none
    except OSError as error:
        raise Refusal("unread_file", path, error) from error


def unknown(folder: Path, asked: str) -> Refusal:
    """Says which versions and days are kept."""
    held = history.held(folder)
    if not held:
        return Refusal("since_none", asked, words="changes")
    listed = ", ".join(f"{short_version(one.version)} ({one.day})" for one in held[-_TOLD:])
    first = min((one.first for one in held if one.first), default=None)
    return Refusal(
        "since_unknown", asked, len(held), f"{first:%Y-%m-%d}" if first else "?", listed, words="changes"
    )


def said(text: str) -> str:
    """The beginning of a version that somebody typed or read out, in small letters and without what stands between; empty
    where it is none."""
    plain = _BETWEEN.sub("", text.translate(_NARROW)).lower()
    return plain if _SAID.fullmatch(plain) else ""


def matching(text: str, versions: Iterable[str]) -> tuple[str, ...]:
    """Those of ``versions`` that begin so, each once."""
    begins = said(text)
    return tuple(dict.fromkeys(one for one in versions if begins and one.startswith(begins)))
