"""What a part of an English sentence goes on with that names nothing itself: the one name of which the part before it, or the sentence
before, has spoken, told in the same way, and of the same regions in the same order (they were up by x, y and z respectively)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from industry.text.claims.claim import Claim
from industry.text.claims.english import binding
from industry.text.claims.english.holding import Carried, Subject
from industry.text.claims.english.parts.numbers import Figure
from industry.text.claims.english.relations import AVERAGES
from industry.text.claims.english.said import Said
from industry.text.claims.english.sentences import Name, Piece

MAIN = ("growth", "share", "plain")
"""The relations that tell a figure itself, not a difference or a rank."""
_ELSE = re.compile(r"\becono")
"""Of what isn't named, but spoken of."""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The pieces of a sentence, what has been told, made and bound of its figures so far, by index, and what was carried on to it."""

    some: Sequence[Piece]
    text: str
    told: Mapping[int, Said]
    made: Mapping[int, Claim]
    bound: Mapping[int, Name]
    before: Carried

    @property
    def subject(self) -> Subject | None:
        """What the sentence after it may go on with: what its last part speaks of, or what was carried on where it tells nothing."""
        if not self.made and not any(one.name for one in self.some):
            return self.before.subject
        last = max((at for at, one in enumerate(self.some) if one.kind == "semi"), default=-1)
        return self.spoken(last + 1, len(self.some)) or self.spoken(0, len(self.some))

    def spoken(self, begin: int, end: int) -> Subject | None:
        """Of what the figures between two indices are, if all of one name for sure."""
        told = [
            at for at in self.made if begin <= at < end and (at in self.bound or self.told[at].kind in MAIN)
        ]
        names = {name.said for at in told if (name := self.bound.get(at)) is not None}
        sure = (
            at in self.bound and "indicator" not in self.made[at].doubts or self.told[at].kind not in MAIN
            for at in told
        )
        if len(names) != 1 or not all(sure):
            return None
        kinds = {
            unit: said
            for at in told
            for said in [self.told[at]]
            if (unit := self._figure(at).unit) is not None and said.kind in MAIN
        }
        first = next((self._figure(at).unit for at in told if self.told[at].kind in MAIN), "")
        regions = tuple(
            str(self.made[at].region)
            for at in told
            if self._figure(at).unit == first and "region" not in self.made[at].doubts
        )
        return Subject(self.bound[told[0]], kinds, regions)

    def carried(self, at: int) -> Subject | None:
        """The subject of a figure whose part of the sentence names none: that of the part or the sentence before."""
        begin = next((look + 1 for look in range(at, -1, -1) if self.some[look].kind == "semi"), 0)
        if _ELSE.search(self.text, self.some[begin].start, self.some[at].start):
            return None
        earlier = any(look < begin for look in self.made)
        return self.spoken(0, begin) if earlier else self.before.subject

    def goes_on(self, at: int, said: Said, subject: Subject) -> bool:
        """Give a figure the kind of the one that it goes on from; whether that is sure."""
        main = subject.said.get(self._figure(at).unit)
        if said.kind in ("gap", "change", "rank"):
            return True
        if said.kind == "growth" and not said.like and not said.same:
            return True
        if said.like:
            before = max(
                (look for look in self.told if look < at and self.told[look].kind in MAIN), default=None
            )
            return before is not None and before in self.made and "indicator" not in self.made[before].doubts
        if main is None:
            return False
        if said.kind == "plain" and main.kind in ("growth", "share"):
            said.kind, said.sign = main.kind, 1
            said.average = said.average or main.average
            return main.sign > 0
        return said.kind == main.kind

    def average(self, at: int, said: Said) -> None:
        """Tell of a difference or a place whether it is one of averages: as the figure right before it is; not surely, where another before it is."""
        if self._right_behind(at):
            said.average = self.told[max(self.told)].average
            return
        begin = next((look for look in range(at, -1, -1) if self.some[look].kind == "semi"), 0)
        if any(one.name or one.kind == "year_on_year" for one in self.some[begin:at]):
            return
        subject = self.carried(at)
        before = [*self.told.values(), *(subject.said.values() if subject else ())]
        said.clear = said.clear and not any(one.average for one in before)

    def _right_behind(self, at: int) -> bool:
        """Whether a difference follows the figure of which it is in the same part of its sentence (grew by 10.2%, above China by 3.4 points)."""
        if not self.told:
            return False
        between = [one.kind for one in self.some[max(self.told) + 1 : at]]
        return "semi" not in between and between.count("comma") <= 1 and "year_on_year" not in between

    def in_turn(self, at: int, listed: tuple[int, int | None] | None, subject: Subject | None) -> str | None:
        """The region of a figure in a list with respectively that names none: that of the figure in its place before."""
        if listed is None or listed[1] is not None or subject is None:
            return None
        run = [look for look, each in binding.lists(self.some).items() if each[0] == listed[0]]
        respective = any(one.kind == "respectively" for one in self.some)
        return subject.regions[run.index(at)] if respective and len(run) == len(subject.regions) else None

    def alike(self, at: int) -> Said | None:
        """The relation of one of the last two figures before one in its sentence, differences and ranks apart, counted in the same."""
        before = [
            look for look in self.told if look < at and self.told[look].kind not in ("gap", "change", "rank")
        ]
        plain = [look for look in before if not self._averaged(look)]
        before = plain if plain and not self._averaged(at) else before
        same = [look for look in before[-2:] if self._figure(look).unit == self._figure(at).unit]
        return (
            self.told[same[-1]]
            if same and self.told[before[-1]].kind in MAIN and self.told[same[-1]].kind in MAIN
            else None
        )

    def _averaged(self, at: int) -> bool:
        """Whether the words behind a figure say that it is an average, which one behind it isn't for that."""
        said = self.told.get(at)
        return said is not None and any(self.some[look].kind in AVERAGES for look in said.behind)

    def _figure(self, at: int) -> Figure:
        one = self.some[at].token.figure
        assert one is not None
        return one
