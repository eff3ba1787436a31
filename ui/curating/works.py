"""Works in progress: a file that somebody opened on the page, and what she has decided of it so far. They are kept in this
server's memory alone, so that a reload, another page or another window finds them again; a stop of the server ends them.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from industry.curation.bench.judged import Judged
from industry.curation.bench.kinds import Kind
from industry.curation.bench.sources import FILE, New
from industry.curation.bench.trying import Tried
from industry.curation.candidate import Mappings
from industry.curation.importing import worded
from industry.curation.importing.answers import lasting
from industry.curation.importing.importer import Imported
from industry.curation.importing.questions import Key, Question
from industry.curation.proposed import Proposed
from industry.vocabulary.periods import Period
from ui.curating.now import Now

MOST_BYTES = 20 * 1024 * 1024
"""Of one file."""
_MOST, _ALL_BYTES, _AT_HAND = 24, 100 * 1024 * 1024, 4
"""Works that are kept, and the bytes of their files; the oldest go first. Of so many the newest all that was worked out of them too."""


@dataclass(frozen=True, eq=False)
class Sight:
    """What a tab shows of a work, as it was when the tab was drawn: a click there writes this and nothing else. ``sign``: of the work
    then (`Work.sign`); ``base``, ``content``: of the tables for which its rows were proposed, and with which they were compared."""

    sign: str
    rows: tuple[Proposed, ...]
    sources: tuple[tuple[str, bytes], ...]
    answers: Mapping[Key, str]
    whole: Mapping[str, bytes] | None
    base: str
    content: str

    @property
    def mappings(self) -> Mappings | None:
        """What makes the file of kept answers with those of this work, of the tables as they are then; None where none of them lasts."""
        return partial(worded.mappings, self.answers) if lasting(self.answers) else None


@dataclass(eq=False)
class Work:
    """``name`` and ``data``: the file as it was opened. ``kind``: what it is taken for. ``source``: the id of the source of its
    figures, None until it is looked for; ``new``: one that the tables don't have yet; ``choosing``: it is to be chosen anew;
    ``titled``: the period in a new one's title; ``reprint``: it is asked where it was seen; ``like``: which source it is made like, empty where none is chosen, None until one is
    looked for.
    ``answers`` to an import's questions, these as they were ``asked``, the kept ones that are asked ``anew``, and what was ``imported`` with them. ``region``: that of a whole table. ``rows``: what is proposed, None until it has been; ``base``: the tables for which it was.
    ``turns``: of each window that shows it the last change that came from there. ``seen``: what was chosen when its effect was
    last looked at. ``outcome``: what came of the last attempt to adopt it; ``times``: how often it was adopted or taken back; ``undone``: the
    outcome that was taken back last, and its sign since.
    ``marked``: its sign when it was looked at last, and since when it is so. ``writing``: held by whoever writes it."""

    name: str
    data: bytes
    kind: Kind
    id: str = field(default_factory=lambda: secrets.token_urlsafe(6))
    at: datetime = field(default_factory=datetime.now)
    source: str | None = None
    new: New | None = None
    choosing: bool = False
    titled: tuple[object, Period | None] | None = None
    like: str | None = None
    reprint: bool = False
    answers: dict[Key, str] = field(default_factory=dict)
    asked: dict[Key, Question] = field(default_factory=dict)
    anew: frozenset[Key] = frozenset()
    imported: Imported | None = None
    region: str = ""
    rows: list[Proposed] | None = None
    base: Now | None = None
    judged: tuple[object, tuple[Judged, ...]] | None = None
    tried: tuple[object, Tried] | None = None
    seen: object = None
    turns: dict[str, int] = field(default_factory=dict)
    outcome: Any = None
    adopted: bool = False
    times: int = 0
    undone: tuple[Any, str] | None = None
    marked: tuple[str, datetime] = ("", datetime.min)
    writing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def sources(self) -> tuple[tuple[str, bytes], ...]:
        """The files of new sources."""
        return ((FILE, self.new.data),) if self.new else ()

    @property
    def sign(self) -> str:
        """Of all that is decided of it so far: another as soon as anything of that is another."""
        rows = [
            (one.region, sorted(one.cells.items()), one.accepted, one.replaces, sorted(one.told.items()))
            for one in self.rows or ()
        ]
        said = (
            self.source, self.new, self.choosing, self.region, sorted(self.answers.items()), sorted(self.anew), rows,
            self.adopted, self.times,
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def mark(self) -> str:
        """Its sign now; since when it is so is kept."""
        sign = self.sign
        if self.marked[0] != sign:
            self.marked = sign, datetime.now()
        return sign

    def sight(self, sign: str, rows: Sequence[Proposed], content: str) -> Sight:
        """What a tab shows that shows these ``rows`` to be written. ``sign``: taken before they were."""
        base = self.base.content if self.base else ""
        return Sight(sign, tuple(rows), self.sources, dict(self.answers), self.whole, base, content)

    @property
    def whole(self) -> dict[str, bytes] | None:
        """The whole tables that it is to become; None of rows."""
        return {TABLE.format(self.region): self.data} if self.kind == "table" else None

    @property
    def ended(self) -> datetime | None:
        """When it was given up, or left behind once it was adopted; None where it is still there."""
        return None if work(self.id) is self else _ended.get(self.id, self.at)

    def take(self, source: str, new: New | None = None) -> None:
        """Take another source: what was proposed for the one before is proposed anew."""
        self.source, self.new, self.choosing, self.rows, self.imported = source, new, False, None, None


TABLE = "data/observations/{}.csv"
_works: dict[str, Work] = {}
_ended: dict[str, datetime] = {}
"""When works were ended that are remembered no more."""
_lock = threading.Lock()


def begin(work: Work) -> None:
    """Keep a work, and let the oldest go where there are too many."""
    with _lock:
        _works[work.id] = work
        while len(_works) > _MOST or sum(len(one.data) for one in _works.values()) > _ALL_BYTES:
            if len(_works) == 1:
                break
            _forget(next(iter(_works)))
        for older in list(_works.values())[:-_AT_HAND]:
            older.judged = older.tried = older.imported = None


def work(id: str) -> Work | None:
    return _works.get(id)


def end(id: str) -> None:
    """Forget a work."""
    with _lock:
        _forget(id)


def _forget(id: str) -> None:
    if _works.pop(id, None) is not None:
        _ended[id] = datetime.now()


def every() -> tuple[Work, ...]:
    """All that are remembered, the newest first."""
    with _lock:
        return tuple(reversed(_works.values()))
