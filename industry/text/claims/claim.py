"""The claim of a number: what it is of, as far as its text says, whatever language that is in. How it is found is for the readers:
``claiming`` for Chinese, ``english`` for English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from industry.text.claims.numbers import Number
from industry.text.claims.relations import Relation
from industry.text.claims.when import When
from industry.vocabulary.catalogue import Indicator


@dataclass(frozen=True, slots=True)
class Claim:
    """``doubts``: what is only guessed, any of ``indicator region period``. ``indicators``: those that it may be of,
    the one meant where there is no doubt; ``near``: those named around it. ``read``: the words that are read as the
    figure, with those before it. ``against``: with what it is compared, as an id or the words."""

    number: Number
    text: str
    sentence: str
    read: str
    said: str
    relation: Relation
    indicators: tuple[Indicator, ...]
    near: tuple[Indicator, ...]
    region: str | None
    when: When | None
    status: str
    doubts: frozenset[str] = field(default_factory=frozenset)
    against: str | None = None
    other: tuple[str, When | None] | None = None
    """The region and the period of the claim before, which 快x个百分点 is compared with."""
    each: tuple[Indicator, ...] = ()
    """Of which it is told, where of several at once (A、B均增长x)."""
    base: When | None = None
    """The time that growth, a multiple or a change is told against, where that isn't a year before."""
    edition: str = ""
    """Of which edition the text says that it is."""
    turned: bool = False
    """Whether a gap is told from the other side than its words tell it: of what lies below, what lies above."""

    def placed(self, places: Sequence[int]) -> Claim:
        """The same claim in a text of whose letters these are the places."""
        one = self.number
        end = places[one.end - 1] + 1
        at = replace(one, start=places[one.start], end=end, lead=places[one.lead])
        return replace(self, number=at)

    def moved(self, by: int) -> Claim:
        """The same claim in a text that begins so much earlier."""
        return replace(self, number=self.number.moved(by))
