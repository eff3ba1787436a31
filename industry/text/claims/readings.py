"""A text with all that was found in it, before anybody asks what belongs together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from industry.tables.tables import Tables
from industry.text.claims.naming import Name
from industry.text.claims.numbers import Number
from industry.text.claims.when import When
from industry.text.claims.where import Places, Where

Span = tuple[int, int, str]
"""Where words that say of which edition figures are begin and end, and the edition's id."""
STOPS = "。!?\n"


@dataclass(frozen=True, slots=True)
class Read:
    """A paragraph with all that was found in it. ``over``: the words before it that say of what it tells."""

    text: str
    tables: Tables
    numbers: Sequence[Number]
    names: Sequence[Name]
    whens: Sequence[When]
    wheres: Sequence[Where]
    places: Places
    editions: Sequence[Span] = ()
    over: str = ""

    def sentence(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return max(self.text.rfind(sign, 0, at) for sign in STOPS) + 1

    def names_between(self, start: int, stop: int) -> Iterator[Name]:
        """The names from one place to another, the last first."""
        for at in range(bisect_right(self.names, stop, key=lambda name: name.stop) - 1, -1, -1):
            if self.names[at].start < start:
                return
            yield self.names[at]

    def edition(self, at: int) -> str:
        """Of which edition the sentence of a place says that its figures are; empty where it doesn't."""
        begin = max(self.sentence(at), self.text.rfind(";", 0, at) + 1)
        said = [id for start, stop, id in self.editions if begin <= start and stop <= at]
        return said[-1] if said else ""

    def begin(self, at: int) -> int:
        """Where the words of a number begin: behind the number before it in its sentence."""
        one = self.numbers[at]
        begin = self.sentence(one.start)
        return max(begin, self.numbers[at - 1].end) if at else begin
