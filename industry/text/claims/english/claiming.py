"""The claims of an English sentence: what is told by the words around each figure, of what it is, when and where, put together as the
``Claim`` that Chinese text gives.

``Claim.read`` and ``said`` hold what the words say as a Chinese print (``rose by about 19 percent`` is 增长约19%): what digits, signs
and qualifiers mean is for ``vocabulary.printed``, in one grammar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from industry.tables.tables import Tables
from industry.text.claims import fits
from industry.text.claims.claim import Claim
from industry.text.claims.english import aspect, binding
from industry.text.claims.english.going_on import MAIN, GoingOn
from industry.text.claims.english.holding import Carried, Holding
from industry.text.claims.english.limits import limited
from industry.text.claims.english.parts.numbers import Figure
from industry.text.claims.english.parts.where import Places
from industry.text.claims.english.percents import opening
from industry.text.claims.english.relations import relation
from industry.text.claims.english.said import Said, printed, way
from industry.text.claims.english.sentences import Name, Piece
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import OF_GROWTH, Relation
from industry.text.claims.when import YEAR, When, year_before
from industry.text.claims.where import Where
from industry.vocabulary.catalogue import Indicator


class Sentence:
    """A sentence from ``start`` of its paragraph. ``whole``: it isn't a piece of a longer one; ``designated``: the text has spoken
    of industry of designated size."""

    def __init__(
        self, original: str, text: str, start: int, some: Sequence[Piece], tables: Tables, places: Places,
        before: Carried, written: date | None, whole: bool, designated: bool,
    ) -> None:  # fmt: skip
        self.original, self.text, self.start, self.some, self.tables = original, text, start, some, tables
        self.before, self.written, self.whole, self.designated = before, written, whole, designated
        self.told: dict[int, Said] = {}
        self.made: dict[int, Claim] = {}
        self.bound: dict[int, Name] = {}
        self.going = GoingOn(some, text, self.told, self.made, self.bound, before)
        self.holding = Holding(some, self.told, start, before, places)

    @property
    def wheres(self) -> list[Where]:
        """The places that it names, where they stand in its paragraph."""
        return [
            Where(self.start + one.start, self.start + one.stop, one.token.place.region, one.used)
            for one in self.some
            if one.kind == "place" and one.token.place
        ]

    def claims(self) -> list[Claim]:
        listed = binding.lists(self.some)
        for piece, before in zip(self.some[1:], self.some, strict=False):
            if piece.kind == "place" and before.kind in ("more", "less"):
                piece.used = True  # above China
        for at, piece in enumerate(self.some):
            if piece.kind != "number":
                continue
            said = relation(self.some, at)
            first = listed[at][0] if at in listed else at
            if said is not None and first != at and first in self.told:
                own, said = said, self.told[first]
                said = replace(said, clear=own.clear or said.clear, behind=own.behind, whole=None)
            if said is None:
                continue
            if said.kind in OF_GROWTH and not said.average:
                self.going.average(at, said)
            self.told[at] = said
            if said.other is not None and not said.apart:
                self.some[said.other].used = True
            self.made[at] = self._claim(at, said, listed.get(at))
        return list(self.made.values())

    def _claim(self, at: int, said: Said, listed: tuple[int, int | None] | None) -> Claim:
        one = self._figure(at)
        item = listed[1] if listed else None
        kind = self.some[item].kind if item is not None else ""
        told = self._before(at)
        main = next((each for each in reversed(told) if each.kind in ("growth", "share", "plain")), None)
        if said.same:
            before = self.going.carried(at) if main is None else None
            main = before.said.get(one.unit) if before else main
            said.clear = said.clear and main is not None
            said.kind, said.sign = (main.kind, main.sign) if main else (said.kind, said.sign)
        if said.like:
            old = self.going.alike(at)
            said.clear = said.clear and old is not None and old.clear
            if old is not None:
                said.same, said.earlier = old.same, old.earlier
                said.kind, said.sign, said.whole = old.kind, old.sign, old.whole
                said.average = said.average or old.average
        bound = binding.bind(
            self.some,
            at,
            said,
            self.before.names,
            self.tables,
            item if kind == "name" else None,
            self.designated,
        )
        subject = self.going.carried(at) if bound.name is None else None
        goes_on = False
        if subject is not None:
            goes_on = said.clear and (said.same or self.going.goes_on(at, said, subject))
            bound = binding.carried(self.some, at, said, subject.name, self.tables)
        listed_place = self.going.in_turn(at, listed, subject)
        when, sure_when = self.holding.when(at, said, item if kind == "time" else None)
        region, sure_where = self.holding.where(at, said, item if kind == "place" else None)
        if listed_place is not None:
            region, sure_where = listed_place, True
        if when is not None and said.kind in ("growth", "multiple", "change"):
            said.since = self._since(at, said, when)
        number = Number(one.start, one.stop, one.start, one.unit, one.place)
        meant = self._relation(at, said, region)
        catalogue = self.tables.catalogue.indicators
        read = Read(self.text, self.tables, (), (), (), (), None)  # type: ignore[arg-type]
        name = self.some[bound.name].name if bound.name is not None else subject.name if subject else None
        if name is not None:
            self.bound[at] = name
        measured = next((each.kind for each in reversed(told) if each.kind in MAIN), "")
        if subject is not None and not measured:
            measured = next((each.kind for each in subject.said.values()), "")
        fit = fits.fitting(read, [id for id in bound.ids if id in catalogue], number, meant)
        fit = binding.fitting(fit, self.some, at, name, said, measured)
        alone = (
            self._alone(at, bound, said, listed, (region, when))
            if subject is None
            else listed is None or listed[1] is not None or listed_place is not None
        )
        if subject is not None and not goes_on:
            bound = replace(bound, sure=False)
        sure = bound.sure and said.clear and self.whole and len(fit) == 1 and alone
        doubts = {
            *([] if sure else ["indicator"]),
            *([] if sure_where else ["region"]),
            *([] if sure_when else ["period"]),
        }
        if limited(self.some, self.text, at, said):
            doubts.add("indicator")
        if not doubts and not self.designated and self._rivalled(bound.rivals, fit[0], region, when):
            doubts.add("indicator")
        against = self._against(said, meant)
        other = self._apart(said, against)
        if said.other is not None and not self._comparable(said, region):
            doubts.add("region")
        return Claim(
            Number(self.start + one.start, self.start + one.stop, self.start + one.start, one.unit, one.place),
            self.original[one.start : one.stop], self.original, printed(one, said, fit), way(said), meant, fit,
            self._near(at), region, when, self._status(at, said, when), frozenset(doubts), against, other, base=said.since,
        )  # fmt: skip

    def _apart(self, said: Said, against: str | None) -> tuple[str, When | None] | None:
        """The region with which a gap is told, and the time of its own that stands behind it."""
        if said.kind != "gap" or said.other is None or against is None:
            return None
        times = [
            self.some[look].token.when
            for look in said.behind
            if look > said.other and self.some[look].kind == "time"
        ]
        return (against, times[0]) if times and times[0] and not times[0].base else None

    def _against(self, said: Said, meant: Relation) -> str | None:
        """With what it is compared, by id; in words where a region or a period is named without one."""
        if said.other is not None:
            place = self.some[said.other].token.place
            return (place.region or meant.against) if place else None
        return meant.against or None if said.kind == "change" and not said.year else None

    def _comparable(self, said: Said, region: str | None) -> bool:
        """Whether a region isn't compared with itself, or ranked where it doesn't lie."""
        place = self.some[said.other or 0].token.place
        regions = self.tables.catalogue.regions
        if place is None or region is None or region not in regions:
            return True
        among = (regions[region].parent, self.tables.catalogue.benchmark.id, None)
        return place.region != region and (said.kind != "rank" or place.region in among)

    def _figure(self, at: int) -> Figure:
        one = self.some[at].token.figure
        assert one is not None
        return one

    def _before(self, at: int) -> list[Said]:
        """The relations of the figures before one in its sentence."""
        return [self.told[look] for look in sorted(self.told) if look < at]

    def _alone(
        self,
        at: int,
        bound: binding.Bound,
        said: Said,
        listed: tuple[int, int | None] | None,
        of: tuple[str | None, When | None],
    ) -> bool:
        """Whether no figure of the same kind has been told of the name before, unless of another region or period."""
        if listed is not None:
            return listed[1] is not None
        one = self.some[at].token.figure
        for look, old in self.told.items():
            other, made = self.some[look].token.figure, self.made.get(look)
            if made is None or bound.name is None or look < bound.name or one is None or other is None:
                continue
            if (old.kind, other.unit, old.average, old.since) == (
                said.kind,
                one.unit,
                said.average,
                said.since,
            ) and (
                made.region,
                made.when,
            ) == of:
                return False
        return True

    def _relation(self, at: int, said: Said, region: str | None) -> Relation:
        regions = self.tables.catalogue.regions
        against = ""
        if said.other is not None:
            place = self.some[said.other].token.place
            own = regions.get(region or "")
            its = regions.get(place.region or "") if place else None
            if its is not None and its == self.tables.catalogue.benchmark:
                against = "全国"
            elif its is not None and said.kind != "rank":
                against = "全省" if own is not None and own.parent == its.id else its.name.zh
            elif place is not None and place.region != "":
                against = "全省"
        told = aspect.of(self.some, self.text, at, said)
        return Relation(said.kind, against, said.year, said.average, told, said.since is not None)  # type: ignore[arg-type]

    def _rivalled(
        self, rivals: Sequence[str], meant: Indicator, region: str | None, when: When | None
    ) -> bool:
        """Whether the tables hold a figure of what a name could be as well."""
        for id in rivals:
            other = self.tables.catalogue.indicators[id]
            if other.measure != meant.measure or when is None:
                continue
            period, _ = when.period(other.timing)
            rows = self.tables.rows(id, region)
            if any(
                row.period and (row.period.start, row.period.end) == (period.start, period.end)
                for row in rows
            ):
                return True
        return False

    def _since(self, at: int, said: Said, when: When) -> When | None:
        """The time that a multiple or a change is told against, or a growth where that isn't a year before."""
        if said.kind == "change":
            times = (self.some[look].token.when for look in said.behind if self.some[look].kind == "time")
            return next(times, None) if not said.year else None
        opened = opening(self.some, at)
        behind = [look for look in (*said.behind, opened or 0) if self.some[look].kind == "time"]
        bases = [self.some[look].token.when for look in behind]
        if said.same:
            return None
        told = (one for one in bases if one and one.base)
        return next((one for one in told if said.kind != "growth" or not year_before(one, when)), None)

    def _near(self, at: int) -> tuple[Indicator, ...]:
        """The indicators named in the sentence, the nearest first, and in those before it in its paragraph."""
        named = sorted(
            (one for one in self.some if one.name), key=lambda one: abs(one.start - self.some[at].start)
        )
        ids = [id for one in named if one.name for id in one.name.meant.ids]
        ids += [id for name in reversed(self.before.names[-2:]) for id in name.meant.ids]
        return tuple(self.tables.catalogue.indicators[id] for id in dict.fromkeys(ids))

    def _status(self, at: int, said: Said, when: When | None) -> str:
        """actual, target or forecast, by the words of the sentence and by the period."""
        begin = next((look for look in range(at, -1, -1) if self.some[look].kind == "semi"), 0)
        kinds = [self.some[look].kind for look in (*range(begin, at), *said.behind)]
        if "forecast" in kinds:
            return "forecast"
        if "aim" in kinds:
            return "target"
        if when is None or self.written is None:
            return "actual"
        return "target" if when.first > self.written.year * YEAR + self.written.month - 1 else "actual"
