"""Faults that tests try and see survived, counted: docs/faults.md and docs/faults.zh.md say of each kind how many, and where they are
tried. Each test that tries some notes how many, and the one that comes last holds the documents against all of them."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from industry.export.texts.written import write

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = tuple(DOCS / name for name in ("faults.md", "faults.zh.md"))


@dataclass(frozen=True, slots=True)
class Row:
    """What happens, how often it is tried and survived, and the file of tests that hold it, as a document says it."""

    what: str
    count: int
    held_by: str


def rows(page: Path) -> list[Row]:
    """The table of a document."""
    lines = [line.strip("| ").split(" | ") for line in page.read_text("utf-8").splitlines()]
    return [
        Row(one[0], int(one[2]), one[3].strip("`")) for one in lines if len(one) == 4 and one[2].isdigit()
    ]


@dataclass(frozen=True, slots=True)
class Survived:
    """``survived("an adoption is killed", 40, of=5)``: the ``test`` that calls it is one ``of`` five that try this kind of fault, and
    has tried forty. A kind is how its row begins in English. ``folder``: what all processes of a run of the tests share."""

    folder: Path
    test: str

    def __call__(self, kind: str, count: int, of: int = 1) -> None:
        place = self.folder / _named(kind)
        place.mkdir(parents=True, exist_ok=True)
        write(place / _named(self.test), str(count).encode())
        noted = [int(one.read_bytes()) for one in place.glob("[!.]*")]
        if len(noted) == of and sys.platform == "linux":
            at = [row.what.startswith(kind) for row in rows(PAGES[0])].index(True)
            told = {page.name: rows(page)[at].count for page in PAGES}
            assert told == dict.fromkeys(told, sum(noted)), f"{kind}: the tests try {sum(noted)}"


def _named(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
