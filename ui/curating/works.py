"""Works in progress: a file that somebody opened on the page, and what she has decided of it so far. They are kept in this
server's memory alone, so that a reload, another page or another window finds them again; a stop of the server ends them.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from industry.curation.bench.kinds import Kind
from industry.curation.bench.sources import New
from industry.curation.proposed import Proposed

MOST_BYTES = 20 * 1024 * 1024
"""Of one file."""
_MOST, _ALL_BYTES = 24, 100 * 1024 * 1024
"""Works that are kept, and the bytes of their files; the oldest go first."""


@dataclass(eq=False)
class Work:
    """``name`` and ``data``: the file as it was opened. ``kind``: what it is taken for. ``source``: the id of the source of its
    figures, None until it is looked for; ``new``: one that the tables don't have yet; ``choosing``: it is to be chosen anew. ``answers`` by the key of their question.
    ``rows``: what is proposed, None until it has been. ``files``: the tables for which it was. ``turns``: of each window
    that shows it the last change that came from there."""

    name: str
    data: bytes
    kind: Kind
    id: str = field(default_factory=lambda: secrets.token_urlsafe(6))
    at: datetime = field(default_factory=datetime.now)
    lock: threading.RLock = field(default_factory=threading.RLock)
    source: str | None = None
    new: New | None = None
    choosing: bool = False
    answers: dict[str, str] = field(default_factory=dict)
    rows: list[Proposed] | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    done: bool = False

    def take(self, source: str, new: New | None = None) -> None:
        """Take another source: what was proposed for the one before is proposed anew."""
        self.source, self.new, self.choosing, self.rows = source, new, False, None


_works: dict[str, Work] = {}
_lock = threading.Lock()


def begin(work: Work) -> None:
    """Keep a work, and let the oldest go where there are too many."""
    with _lock:
        _works[work.id] = work
        while len(_works) > _MOST or sum(len(one.data) for one in _works.values()) > _ALL_BYTES:
            if len(_works) == 1:
                break
            del _works[next(iter(_works))]


def work(id: str) -> Work | None:
    return _works.get(id)


def end(id: str) -> None:
    """Forget a work."""
    with _lock:
        _works.pop(id, None)


def unfinished() -> tuple[Work, ...]:
    """Those that aren't adopted, the newest first."""
    with _lock:
        return tuple(one for one in reversed(_works.values()) if not one.done)
