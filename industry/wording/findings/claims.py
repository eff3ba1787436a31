"""One claim about figures drawn, and its words: who rose or fell, who stands first, how one stands to another.

Falls and negative values are called what they are, and compared by their size. Which claims hold of
which figures is decided in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from industry.rules.arithmetic.order import order, sign
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS, GROWTHS
from industry.vocabulary.observation import Observation
from industry.wording.phrases import say, value
from industry.wording.said import Said, join

Measured = Literal["", "year", "average", "both"]
"""By which growth a claim holds: year on year, on the average over two years, both; empty where there is one."""
Stands = tuple[str, tuple[str, ...]]
"""What is told of one figure beside another, or of its sign: a key and its facts."""
MOST = 6
"""Claims that a finding may have: longer ones stand behind no title."""
OF_RATES = ("top", "above", "below", "level", "equal")
"""What is told of the rates themselves: behind two measures 增速 says so."""


@dataclass(frozen=True)
class Claim:
    """``key`` of what is told of ``regions``, and its ``facts``; ``called``: what they are called together, where
    they aren't named. ``all``: how many they are where it holds of each (均); ``tied`` where they stand
    together. ``ranks``: it says who is the higher."""

    regions: tuple[Region, ...]
    key: str
    facts: tuple[str, ...] = ()
    called: str = ""
    all: int = 0
    tied: bool = False
    ranks: bool = False


@dataclass(frozen=True)
class Speaker:
    """How the figures of one indicator are spoken of in a language."""

    indicator: Indicator
    language: str

    @property
    def moves(self) -> bool:
        """Whether a sign says that something rose or fell."""
        return self.indicator.measure in (*GROWTHS, "change")

    @property
    def lower(self) -> bool:
        """Whether less is better."""
        return self.indicator.better == "lower"

    def listed(self, regions: Iterable[Region]) -> str:
        """江西、河北、陕西."""
        *names, last = (one.name(self.language) for one in regions)
        return join((join(names, say("listed", self.language)), last), say("and", self.language))

    def state(self, side: int) -> Stands:
        """What a sign is called, as key and facts: 增长, 持平, 为净亏损."""
        if self.moves:
            grew = self.indicator.measure != "change" and not self.lower
            return ("flat", "grew" if grew else "rose", "fell")[side], ()
        if side < 0 and self.indicator.negative:
            return "called", (self.indicator.negative(self.language),)
        return ("zero", "positive", "negative")[side], ()

    def size(self, side: int) -> str:
        """What the size of a fall, a rise or a negative value is called; empty where the value itself is."""
        if side < 0 and not self.moves and self.indicator.negative:
            return say("size_of", self.language, self.indicator.negative(self.language))
        if side < 0:
            return value("size", "fall" if self.moves else "negative", self.language)
        rose = self.moves and (self.lower or self.indicator.measure == "change")
        return value("size", "rise", self.language) if side > 0 and rose else ""

    def standing(self, row: Observation, other: Observation, signs: bool = False) -> Stands | None:
        """How ``row`` stands to ``other``, as key and facts; None where the digits leave it open. ``signs``: it
        has been told already who rose and who fell."""
        side, beside, higher = sign(row), sign(other), order(row, other)
        if higher is None:
            return None
        name = other.region.name(self.language)
        certain = side is not None and beside is not None  # else only which is the higher is told
        if certain and self.moves and side != beside and not signs:
            own, theirs = (self._told(*self.state(one or 0), "") for one in (side, beside))
            return "across", (own, name, theirs)
        if side and side == beside and (size := self.size(side)):
            return ("as_large", "larger", "smaller")[higher * side], (size, name)
        if self.indicator.measure in AMOUNTS:
            return ("as_many", "more", "fewer")[higher], (name,)
        return ("level", "above", "below")[higher], (name,)

    def words(self, claim: Claim, by: Measured = "", more: str = "", named: bool = True) -> str:
        """The claim as a clause; ``more`` behind it: by how much. Not ``named`` where the clause before is."""
        every = value("adverb", "every" if claim.all != 2 else "each", self.language)
        tied = value("adverb", "tied", self.language) if claim.tied else ""
        own = self._told(claim.key, claim.facts, (every if claim.all > 1 else "") + tied)
        twice = self._told(claim.key, claim.facts, every + tied)
        if more:
            own = say("by_how_much", self.language, own, more)
        key = f"claim_{by}" if by else "claim"
        if by == "both" and claim.key in OF_RATES:
            key = "claim_both_rates"
        who = (claim.called or self.listed(claim.regions)) if named else ""
        return say(key, self.language, who, own, twice).strip()

    def _told(self, key: str, facts: Iterable[str], adverb: str) -> str:
        return value("told", key, self.language).format(adverb, *facts)


def regions(rows: Iterable[Observation]) -> tuple[Region, ...]:
    """Whose figures they are."""
    return tuple(row.region for row in rows)


def run(speaker: Speaker, told: Sequence[tuple[Claim, Measured]], named: bool = True) -> Said:
    """Clauses one after the other, those whom the clause before names not named again; none where it isn't ``named``."""
    words = []
    before: tuple[Region, ...] = ()
    for claim, by in told:
        words.append(speaker.words(claim, by, named=named and claim.regions != before))
        before = claim.regions
    return join(words, say("comma", speaker.language))


def otherwise(editions: Sequence[str], language: str) -> Said:
    """That these editions have another order; nothing where there are none."""
    named = join(editions, say("listed", language))
    return say("order_turned", language, named) if named else Said()


def concluded(language: str, when: str, told: Iterable[str], rows: Iterable[Observation]) -> Said:
    """The finding of what is ``told`` of ``rows``, behind its period or edition; nothing where nothing is told."""
    words, shown = join(told, say("joined", language)), tuple(rows)
    if not words:
        return Said()
    listed = any(row.indicator.timing == "list" for row in shown)
    ends = any(row.period and row.period.instant for row in shown)
    key = "finding" if listed else "finding_at" if ends else "finding_in"
    return Said(say(key, language, when, words) if when else words, shown)
