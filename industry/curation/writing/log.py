"""The log of adoptions, as data: what was adopted and taken back, when, by whom, from which files, and what can be taken
back from here. It is written with the tables it tells of (``journal``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from industry.curation.writing import disk

LOG = "history/adoptions.jsonl"
ADOPT, UNDO, REDO = "adopt", "undo", "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """``what``: one of ADOPT, UNDO, REDO; ``at``: the time, to the second; ``named``: the files it came from; ``rows`` new,
    ``replaced`` in another's place; ``files``: those of the tables that changed; ``before``, ``after``: the data's version,
    empty where the tables had faults; ``backup``: the file in history/backups with all files of before; ``prints``: the
    fingerprint of every file of after; ``packed``: that of the backup itself."""

    what: str
    at: str
    who: str
    named: tuple[str, ...]
    rows: int
    replaced: int
    files: tuple[str, ...]
    before: str
    after: str
    backup: str
    prints: Mapping[str, str]
    packed: str = ""

    @property
    def id(self) -> str:
        """What names it among all others: no two have one backup."""
        return self.backup


def read(folder: Path) -> tuple[Entry, ...]:
    """The entries in their order; a line that isn't one is passed over. Raises OSError."""
    found = []
    for line in (disk.bytes_of(folder / LOG) or b"").decode("utf-8", "replace").splitlines():
        try:
            found.append(_entry(json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            continue
    return tuple(found)


def _entry(held: dict[str, Any]) -> Entry:
    """Raises ValueError, TypeError, KeyError or AttributeError for what is none."""
    told: dict[str, Any] = {name: str(text) for name, text in held.items()}
    told |= {name: tuple(map(str, held[name])) for name in ("named", "files")}
    told |= {name: int(held[name]) for name in ("rows", "replaced")}
    return Entry(**told | {"prints": {str(name): str(of) for name, of in held["prints"].items()}})


def with_entry(log: bytes | None, one: Entry) -> bytes:
    """The bytes of a log with an entry at its end."""
    before = log or b""
    between = b"" if not before or before.endswith(b"\n") else b"\n"
    return before + between + json.dumps(asdict(one), ensure_ascii=False).encode() + b"\n"


def last(entries: tuple[Entry, ...], what: str) -> Entry | None:
    """The entry that an UNDO would take back, or a REDO: the last adoption that stands, the last undoing since which nothing
    was adopted; None where there is none."""
    done: list[Entry] = []
    undone: list[Entry] = []
    for one in entries:
        if one.what == ADOPT:
            done.append(one)
            undone.clear()
        elif one.what == UNDO and done:
            done.pop()
            undone.append(one)
        elif one.what == REDO and undone:
            undone.pop()
            done.append(one)
    stack = done if what == UNDO else undone
    return stack[-1] if stack else None


def stands(entries: tuple[Entry, ...], adoption: Entry) -> bool:
    """Whether an adoption was never taken back, or was adopted again since; so does one that the log doesn't have."""
    done: list[str] = []
    undone: list[str] = []
    for one in entries:
        if one.what == ADOPT:
            done.append(one.id)
            undone.clear()
        elif one.what == UNDO and done:
            undone.append(done.pop())
        elif one.what == REDO and undone:
            done.append(undone.pop())
    return adoption.id in done or all(one.id != adoption.id for one in entries)
