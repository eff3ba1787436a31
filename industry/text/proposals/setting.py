"""A number in its document: the claim that is made of it, and the words around it that several cells hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from industry.text.alike import alike, as_printed
from industry.text.claims import when
from industry.text.claims.claim import Claim
from industry.text.claims.when import When
from industry.text.document import Document

_STOPS, _BREAKS = "。!?\n", ",;:"
_ITEM = re.compile(
    r"(?P<is>[一二三四五六七八九十]{1,3}是)|(?P<in>[(（][一二三四五六七八九十\d]{1,3}[)）])|(?P<nth>第[一二三四五六七八九十]{1,3}[,、])|"
    r"(?P<spoken>[一二三四五六七八九十]{1,3}、)|(?P<figure>\d{1,2}[.、)](?!\d))"
)
_ITEM_INSIDE = re.compile(r"[一二三四五六七八九十]是")
_ITEMS = 50
"""Items of a list, at most."""
_LONGEST = 600
"""Letters of a sentence before and behind a number, at most."""
_ROOM = 1500
"""Letters of a paragraph before and behind a number that are looked at, at least."""


@dataclass(frozen=True)
class Setting:
    """``text`` is the number's paragraph as ``alike`` makes it (of a very long one what is near), from the letter
    ``origin`` on, ``cased`` the same with the capitals of the document; ``start`` to ``end`` the number in it, ``lead`` where the words begin that go with it, ``whens`` the periods
    that it names. ``part`` is its place among the document's ``parts``, ``written`` the document's date, if it has one."""

    parts: Sequence[str]
    part: int
    text: str
    cased: str
    origin: int
    whens: Sequence[When]
    start: int
    end: int
    lead: int
    claim: Claim
    written: date | None

    @cached_property
    def now(self) -> int | None:
        """The month of the document, counted as in ``periods``; None where it has no date."""
        return self.written.year * 12 + self.written.month - 1 if self.written else None

    @cached_property
    def headed(self) -> When | None:
        """The period that the paragraph names last under which the number's own is an item."""
        found = [one for one in when.named(self.head, self.written) if not one.base]
        return found[-1] if found else None

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence begins and ends, or what is near of a very long one."""
        low, high = max(0, self.start - _LONGEST), min(len(self.text), self.end + _LONGEST)
        begin = max(low, *(self.text.rfind(sign, low, self.start) + 1 for sign in _STOPS))
        ends = [at for sign in _STOPS if (at := self.text.find(sign, self.end, high)) >= 0]
        return begin, min(ends, default=high)

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Where the words between two commas begin and end."""
        begin, end = self.sentence
        begin = max(begin, *(self.text.rfind(sign, begin, self.start) + 1 for sign in _BREAKS))
        ends = [at for sign in _BREAKS if (at := self.text.find(sign, self.end, end)) >= 0]
        return begin, min(ends, default=end)

    @property
    def figure(self) -> str:
        """The number itself."""
        return self.text[self.start : self.end]

    @cached_property
    def before(self) -> str:
        """The clause up to the number."""
        return self.text[self.clause[0] : self.start]

    @cached_property
    def behind(self) -> str:
        """The clause from the number on."""
        return self.text[self.end : self.clause[1]]

    @cached_property
    def said(self) -> str:
        """The whole sentence."""
        return self.text[slice(*self.sentence)]

    @cached_property
    def head(self) -> str:
        """The paragraph under which the number's own stands as an item (二是 …): the one before those that are counted in
        the same way; empty where it is none."""
        own = _ITEM.match(self.parts[self.part])
        if own is None:
            return ""
        for at in range(self.part - 1, max(-1, self.part - _ITEMS), -1):
            other = _ITEM.match(self.parts[at])
            if other is None or other.lastgroup != own.lastgroup:
                return self.parts[at][-_ROOM:]
        return ""

    @cached_property
    def item(self) -> int:
        """Where the item of a list begins in which the number stands; 0 where it is in none."""
        found = [one.start() for one in _ITEM_INSIDE.finditer(self.text, 0, self.start)]
        return found[-1] if found else 0


def settings(document: Document, claims: Sequence[Claim], written: date | None) -> Iterator[Setting]:
    """The setting of every claim of a document's text, whose paragraphs are joined by line breaks."""
    parts = [alike(one) for one in document.parts]
    at, begin, room = 0, 0, (-1, -1)
    text, cased, origin, whens = "", "", 0, tuple[When, ...]()
    for claim in claims:
        number = claim.number
        while at + 1 < len(parts) and begin + len(parts[at]) < number.start:
            begin += len(parts[at]) + 1
            at += 1
        place = number.start - begin
        if room != (at, place // _ROOM):
            room = at, place // _ROOM
            origin = max(0, (room[1] - 1) * _ROOM)
            text = parts[at][origin : (room[1] + 2) * _ROOM]
            cased = as_printed(text, document.parts[at][origin : origin + len(text)])
            whens = when.named(text, written)
        own = number.moved(-begin - origin)
        moved = replace(claim, number=own)
        yield Setting(parts, at, text, cased, origin, whens, own.start, own.end, own.lead, moved, written)
