"""核稿 as it is given back: a draft with each number's verdict in words, as text and as JSON.

What a number's verdict is belongs in ``text.proof``, what it is called in ``wording``; the same as comments of a Word document is
made in ``commented``.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Literal

from industry import wording
from industry.tables.tables import Tables
from industry.text.document import PAGE
from industry.text.proof import Judged, judge
from industry.text.unreadable import Unreadable

MOST_LETTERS = 500_000
"""Of a draft: six hundred pages, some ten seconds."""
MOST_NUMBERS = 20_000
"""Of a draft: more than any text of that length has."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CENTURIES = range(18, 31)
"""In which a draft may have been written."""
Tone = Literal["right", "doubt", "elsewhere", "wrong", "unchecked"]
"""How a number is marked: ✓ right, ! to be looked at, ◐ held of something else, ✗ wrong, ? not checked."""
MARKS: dict[Tone, str] = {"right": "✓", "doubt": "!", "elsewhere": "◐", "wrong": "✗", "unchecked": "?"}
_TONES: dict[str, Tone] = {
    "agrees": "right", "agrees_rounded": "right", "comparison_true": "right", "derivable": "right",
    "disputed": "doubt", "to_confirm": "doubt", "other_edition": "doubt",
    "other_period": "elsewhere", "other_region": "elsewhere", "other_basis": "elsewhere",
    "differs": "wrong", "other_status": "wrong", "comparison_false": "wrong", "cannot_compare": "wrong",
    "not_held": "unchecked", "unreadable": "unchecked",
}  # fmt: skip


@dataclass(frozen=True)
class Proofed:
    """A number of the draft from ``start`` to ``end`` (characters of its text), its ``verdict`` as a code and as it is
    ``called``, the id of the ``row`` it was held against, what is ``said`` of it, and the row's ``source`` in brackets."""

    start: int
    end: int
    text: str
    verdict: str
    row: str | None
    reason: str
    said: str
    called: str
    tone: Tone
    source: str = ""

    @property
    def cited(self) -> str:
        """What is said, with its source."""
        return self.said + self.source


@dataclass(frozen=True)
class Proof:
    """Every number of a ``draft`` in its order, and their sum, which begins with what wasn't checked."""

    draft: str
    numbers: tuple[Proofed, ...]
    summary: str


def proof(draft: str, tables: Tables, written: date | None, region: str | None, language: str) -> Proof:
    """The draft held against the tables. ``written``: its date, ``region``: the id of the region whose it is. Raises
    Unreadable where it is longer than can be read while somebody waits."""
    if len(draft) > MOST_LETTERS:
        raise too_long()
    if sum(1 for _ in _DIGITS.finditer(draft)) > MOST_NUMBERS:
        raise Unreadable("too_many_numbers", str(MOST_NUMBERS))
    found = judge(draft, tables, written, region)
    numbers = tuple(_proofed(one, tables, language) for one in found)
    return Proof(draft, numbers, wording.summary(found, language))


def too_long() -> Unreadable:
    """That a draft has more letters than are judged."""
    return Unreadable("too_long", str(MOST_LETTERS))


def day(text: str) -> date:
    """The date of a draft, written YYYY-MM-DD. Raises ValueError."""
    found = date.fromisoformat(text)
    if len(text) != len("YYYY-MM-DD") or found.year // 100 not in _CENTURIES:
        raise ValueError(text)
    return found


def _proofed(one: Judged, tables: Tables, language: str) -> Proofed:
    by = wording.cited(one.row, language) if one.row else ""
    source = wording.worded("proofs", "by", language, by) if by else ""
    return Proofed(
        one.start, one.end, one.text, one.verdict, one.row.id if one.row else None, one.reason.code,
        wording.because(one, tables, language), wording.verdict(one.verdict, language), _TONES[one.verdict],
        source,
    )  # fmt: skip


def as_json(found: Proof, paged: bool = False) -> str:
    """A list of ``{start, end, text, verdict, row, reason, said, paragraph, place}``: ``start`` and ``end`` in characters of the
    draft's text, ``paragraph`` from 1 (of a draft that is ``paged`` the page), ``place`` the start within that."""
    kept = ("start", "end", "text", "verdict", "row", "reason", "said")
    listed = [
        {name: getattr(one, name) for name in kept} | {"paragraph": paragraph, "place": place}
        for one, (paragraph, place) in zip(found.numbers, _places(found, paged), strict=True)
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)


def as_text(found: Proof, language: str, paged: bool = False) -> Iterator[str]:
    """A line for each number, with its paragraph's, or its page's of a draft that is ``paged``; the sum at the end."""
    places = _places(found, paged)
    for at, (one, (paragraph, _)) in enumerate(zip(found.numbers, places, strict=True), start=1):
        place = wording.place_in_document(paragraph, paged, language)
        yield f"{MARKS[one.tone]}{at}  {place}  {one.text}  {one.called}  {one.cited}"
    yield found.summary


def _places(found: Proof, paged: bool) -> list[tuple[int, int]]:
    """Of every number its paragraph, empty lines not counted, or its page, and where in that it begins."""
    lines = found.draft.split("\n")
    ends = list(accumulate(len(line) + 1 for line in lines))
    counted = list(accumulate(int(line == PAGE if paged else bool(line.strip())) for line in lines))
    begins = [0, *ends]
    at = [bisect_right(ends, one.start) for one in found.numbers]
    return [
        (counted[line] + paged, one.start - begins[line]) for one, line in zip(found.numbers, at, strict=True)
    ]
