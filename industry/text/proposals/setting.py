"""A number in its document: the claim that is made of it, and the words around it that several cells hang on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from industry.text.claims import when
from industry.text.claims.claiming import Claim
from industry.text.claims.when import When

_STOPS, _BREAKS = "。!?\n", ",;:"
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}是|[(（]?[一二三四五六七八九十\d]{1,3}[)、.）]|第[一二三四五六七八九十]{1,3}[,、])"
)


@dataclass(frozen=True)
class Setting:
    """``parts`` are the document's paragraphs as ``alike`` makes them, ``part`` the place of the number's own; ``start``
    to ``end`` the number in it, ``lead`` where the words begin that go with it. ``written`` is the month of the
    document, counted as in ``periods``; None where it has no date."""

    parts: Sequence[str]
    part: int
    start: int
    end: int
    lead: int
    claim: Claim
    whens: Sequence[When]
    written: int | None

    @property
    def text(self) -> str:
        return self.parts[self.part]

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence begins and ends."""
        begin = max(self.text.rfind(sign, 0, self.start) for sign in _STOPS) + 1
        ends = [at for sign in _STOPS if (at := self.text.find(sign, self.end)) >= 0]
        return begin, min(ends, default=len(self.text))

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Where the words between two commas begin and end."""
        begin, end = self.sentence
        begin = max(begin, *(self.text.rfind(sign, begin, self.start) + 1 for sign in _BREAKS))
        ends = [at for sign in _BREAKS if (at := self.text.find(sign, self.end, end)) >= 0]
        return begin, min(ends, default=end)

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
        """The paragraph under which the number's own stands as an item (二是 …); empty where it is none."""
        if not _ITEM.match(self.text):
            return ""
        return next((one for one in reversed(self.parts[: self.part]) if not _ITEM.match(one)), "")

    @cached_property
    def item(self) -> int:
        """Where the item of a list begins in which the number stands; 0 where it is in none."""
        found = [one.start() for one in re.finditer(r"[一二三四五六七八九十]是", self.text[: self.start])]
        return found[-1] if found else 0


def whens_of(parts: Sequence[str], written: object) -> list[Sequence[When]]:
    """The periods that every paragraph names."""
    return [when.named(one, written) for one in parts]  # type: ignore[arg-type]
