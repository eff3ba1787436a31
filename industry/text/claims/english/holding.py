"""Which period and which region holds for a figure of an English sentence: what stands right behind it, what its sentence has named
before it, what its paragraph carries on; and whether that is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from industry.text.claims.english.near import clause
from industry.text.claims.english.parts.when import Clock
from industry.text.claims.english.parts.where import Places
from industry.text.claims.english.said import Said
from industry.text.claims.english.sentences import Name, Piece
from industry.text.claims.when import When
from industry.text.claims.where import Where


@dataclass(frozen=True, slots=True)
class Subject:
    """The one name of which the figures of a sentence are, how each sort of them was told, by unit, and their regions."""

    name: Name
    said: Mapping[str, Said]
    regions: tuple[str, ...]


@dataclass(slots=True)
class Carried:
    """What a paragraph has said so far; ``old``: the last period is of a paragraph before; ``subject``: of what its last sentence
    spoke; ``section``: id of the region that the heading names; ``unplaced``: figures have been told before any region was named."""

    clock: Clock
    wheres: list[Where] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    last: When | None = None
    old: bool = True
    subject: Subject | None = None
    section: str | None = None
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """The pieces of a sentence that begins at ``start`` of its paragraph, the relations of its figures as far as they are told,
    and what was carried on to it."""

    some: Sequence[Piece]
    told: Mapping[int, Said]
    start: int
    before: Carried
    places: Places

    def times(self) -> list[When]:
        """The periods that hold on behind the sentence: not those of what it only compares with."""
        skipped = {look for old in self.told.values() if old.same for look in old.behind}
        depth = 0
        for look, one in enumerate(self.some):
            depth += (one.kind == "open") - (one.kind == "close")
            skipped |= {look} if depth > 0 else set()
        found = [(look, one.token.when) for look, one in enumerate(self.some) if one.kind == "time"]
        return [when for look, when in found if when is not None and not when.base and look not in skipped]

    def when(self, at: int, said: Said, item: int | None) -> tuple[When | None, bool]:
        """The period of a figure, and whether it is sure."""
        if item is not None:
            found = self.some[item].token.when
            return found, found is not None and found.sure
        mine = [self.some[look] for look in said.behind if self.some[look].kind == "time"]
        own = [one for one in mine if one.token.when and (not one.token.when.base or said.same)]
        if own:
            when = own[0].token.when
            return when, when is not None and when.sure and len(own) == 1
        if (beside := self._beside(at)) is not None:
            return beside, beside.sure
        begin = clause(self.some, at)
        if begin > 1 and self.some[begin].kind == "when" and (then := self._then(begin)) is not None:
            return then, then.sure
        held = self._held(at)
        if held is None:
            return None, False
        when, sure = held
        if (
            said.same
            and not said.earlier
            and said.place is None
            and not any(self.some[look].kind == "place" for look in said.behind)
        ):
            return when, False
        return (when.years_before() if said.earlier else when), sure and when.sure

    def _beside(self, at: int) -> When | None:
        """The period that stands by itself in brackets right behind a figure: 9.1% (Jan–Jun 2018)."""
        kinds = [one.kind for one in self.some[at + 1 : at + 4]]
        return self.some[at + 2].token.when if kinds == ["open", "time", "close"] else None

    def _then(self, begin: int) -> When | None:
        """The period of which a clause with when tells: the one that stands right before it."""
        before = [one for one in self.some[:begin] if one.kind in ("time", "ago", "year_on_year")]
        stop = self.some[begin - 1]
        if not before or stop.kind != "comma" or self.some[begin - 2] is not before[-1]:
            return None
        if before[-1].kind == "time":
            return before[-1].token.when
        held = self._held(begin)
        return held[0].years_before() if held else None

    def _held(self, at: int) -> tuple[When, bool] | None:
        """The period that a sentence, or the paragraph before it, has named."""
        skipped = {look for place, old in self.told.items() if old.same for look in old.behind}
        times = [
            (look, one.token.when)
            for look, one in enumerate(self.some)
            if one.kind == "time" and one.token.when and not one.token.when.base and look not in skipped
        ]
        left = [when for look, when in times if look < at]
        if left:
            return left[-1], True
        spans = {(when.first, when.last, when.end) for _, when in times}
        last = self.before.last
        if len(spans) == 1:
            behind, when = times[0]
            same = last is None or self.before.old or (last.first, last.last) == (when.first, when.last)
            return when, same and not any(one.kind == "semi" for one in self.some[at:behind])
        return (last, not self.before.old and not spans) if last is not None else None

    def where(self, at: int, said: Said, item: int | None) -> tuple[str | None, bool]:
        """The region of a figure, and whether it is sure."""
        item = said.place if item is None else item
        if item is not None:
            place = self.some[item].token.place
            return (place.region, bool(place.region)) if place else (None, False)
        own = [
            self.some[look].token.place
            for look in said.behind
            if self.some[look].kind == "place" and not self.some[look].used
        ]
        relative = next(
            (look for look in range(clause(self.some, at), at) if self.some[look].kind == "where"), None
        )
        if relative is not None:  # in Shaanxi, where it stood at 54.6%
            named = next(
                (one for one in reversed(self.some[:relative]) if one.kind not in ("comma", "fill")), None
            )
            place = named.token.place if named is not None and named.kind == "place" else None
            return (place.region, bool(place.region)) if place else (None, False)
        skipped = {look for place, old in self.told.items() if old.same and place < at for look in old.behind}
        left = [
            look
            for look, one in enumerate(self.some[:at])
            if one.kind == "place" and not one.used and look not in skipped
        ]
        if own and own[0]:
            region = own[0].region
            before = self.some[left[-1]].token.place if left else None
            regions = self.places.catalogue.regions
            parent = regions[region].parent if region and region in regions else None
            alike = (
                said.same
                or before is None
                or before.region in (region, parent)
                or not self._same_clause(left[-1], at)
                or any(left[-1] in old.behind for place, old in self.told.items() if place < at)
            )
            return region, region is not None and len(own) == 1 and alike
        if left:
            place = self.some[left[-1]].token.place
            joined = len(left) > 1 and {one.kind for one in self.some[left[-2] + 1 : left[-1]]} <= {
                "comma",
                "and",
                "fill",
                "in",
                "of",
            }
            unsaid = (
                said.same
                and not said.earlier
                and not any(self.some[look].kind == "time" for look in said.behind)
            )
            unsaid = unsaid or self._mixed(left)
            return (
                (place.region, place.region is not None and not joined and not unsaid)
                if place
                else (None, False)
            )
        found, sure = self._carried()
        end = next(
            (look for look in range(at, len(self.some)) if self.some[look].kind == "semi"), len(self.some)
        )
        later = [
            one
            for one in self.some[at:end]
            if one.kind == "place"
            and not one.used
            and one.token.place
            and one.token.place.region != found
            and self._among(one)
        ]
        return found, sure and not later

    def _carried(self) -> tuple[str | None, bool]:
        """The region of what names none: that of all the sentences before in its paragraph, of the heading, of the owner."""
        found, sure = self.places.alone(self.before.wheres, self.start, self.start)
        named = {one.region for one in self.before.wheres if not one.base}
        section = self.before.section
        if not named:
            return (section, True) if section else (found, sure)
        if section and named != {section}:
            return section if section in named else found, False
        nation = self.places.catalogue.benchmark.id
        alone = len(named) == 1 and found not in (None, "", nation) and not self.before.unplaced
        return found, sure or alone

    def _mixed(self, left: Sequence[int]) -> bool:
        """Whether regions of which neither lies in the other stand in one statement (China's provincial revenue)."""
        regions = self.places.catalogue.regions
        last = self.some[left[-1]].token.place
        parent = regions[last.region].parent if last and last.region and last.region in regions else None
        near = [look for look in left[:-1] if self._same_clause(look, left[-1])]
        told = [self.some[look].token.place for look in near]
        return any(one and last and one.region not in {last.region, parent or last.region} for one in told)

    def _among(self, one: Piece) -> bool:
        """Whether a region named later isn't one that a figure is compared with or ranked among."""
        at = self.some.index(one)
        return not any(
            each.kind in ("more", "less", "rank", "compare", "exceed", "trail") for each in self.some[:at]
        )

    def _same_clause(self, left: int, at: int) -> bool:
        return not any(one.kind in ("comma", "while", "semi", "number") for one in self.some[left:at])
