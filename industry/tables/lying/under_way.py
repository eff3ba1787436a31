"""A change of several files that is under way: its journal holds what they were before, so that whoever reads meanwhile, or
after a change that was cut off, reads the files of before and never some of each. Making a change belongs in ``writing``.

The journal lies beside ``data``, appears whole and is taken away at once when the last file is written: until then all is as
before, from then on as after.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

JOURNAL = "history/under_way.json"
Stamp = tuple[int, int, int, int]
"""Of a file: when changed, size, inode and change of inode."""
_BLOCK = 4096
"""Bytes that programs write at a time, or that times a power of two."""
_AT_ONCE = 60 * 10**9
"""Nanoseconds within which files are saved together."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """``before``: the bytes of the files that change, None for one that wasn't there; ``after``: the fingerprint of what
    they become, empty for one that goes. ``what``, ``who``, ``at``: the change, for whoever comes upon it."""

    before: Mapping[str, bytes | None]
    after: Mapping[str, str]
    what: str = ""
    who: str = ""
    at: str = ""

    def own(self, name: str, data: bytes | None) -> bool:
        """Whether a file is as the change found it or leaves it, and nobody else's."""
        return data == self.before[name] or fingerprint(data) == self.after[name]

    def without(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files without the change: those that it writes as they were, but for what somebody has written since."""
        found = dict(files)
        for name, data in self.before.items():
            if not self.own(name, files.get(name)):
                continue
            if data is None:
                found.pop(name, None)
            else:
                found[name] = data
        return found


def fingerprint(data: bytes | None) -> str:
    """Tells one content of a file from another; empty for no file."""
    return "" if data is None else sha256(data).hexdigest()


def perhaps_half(stamps: Collection[Stamp]) -> bool:
    """Whether of the files that were changed last one ends where a block does: so do most of which only a part is written yet,
    and hardly any that is whole."""
    newest = max((changed for changed, *_ in stamps), default=0)
    return any(size and size % _BLOCK == 0 for changed, size, *_ in stamps if newest - changed < _AT_ONCE)


def written(change: UnderWay) -> bytes:
    """The journal's bytes."""
    before = {
        name: data if data is None else b64encode(data).decode() for name, data in change.before.items()
    }
    told = {"what": change.what, "who": change.who, "at": change.at}
    return json.dumps(told | {"before": before, "after": dict(change.after)}, ensure_ascii=False).encode()


def read(data: bytes) -> UnderWay:
    """Raises ValueError for what is no journal."""
    try:
        held = json.loads(data)
        before = {
            str(name): kept if kept is None else b64decode(kept) for name, kept in held["before"].items()
        }
        after = {name: str(held["after"][name]) for name in before}
        return UnderWay(before, after, str(held["what"]), str(held["who"]), str(held["at"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no journal: {error!r}") from error


def found(folder: Path) -> UnderWay | None:
    """The change that is under way in a project's folder. Raises OSError or ValueError where there is one that can't be read."""
    try:
        return read((folder / JOURNAL).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def seen(folder: Path) -> tuple[UnderWay | None, tuple[str, ...]]:
    """The change under way in a folder; the journal's name where it can't be read."""
    try:
        return found(folder), ()
    except (OSError, ValueError):
        return None, (JOURNAL,)
