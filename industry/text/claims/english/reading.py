"""What each number of an English paragraph claims, as the same ``Claim`` that Chinese text gives, so that it is judged alike.

``Claim.read`` and ``said`` hold what the words say as a Chinese print (``rose by about 19 percent`` is 增长约19%): what digits, signs
and qualifiers mean is for ``vocabulary.printed``, in one grammar. What is sure and what a guess is decided as in ``claiming``:
a period or region carried on within its paragraph, a subject never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from industry.tables.tables import Tables
from industry.text.claims import fits
from industry.text.claims.claim import Claim
from industry.text.claims.english import binding, lexicon, naming, relations, sentences, tokens
from industry.text.claims.english.relations import Said, relation
from industry.text.claims.english.sentences import Name, Piece
from industry.text.claims.english.when import Clock
from industry.text.claims.english.where import Places
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.text.claims.when import YEAR, When
from industry.text.claims.where import Where
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2,}")
_LIMITS = re.compile(
    r"[\s,(\-]*(?:but |and |when |if |even )*(?:excluding|except|without|not|if|unless|provided|assuming|in nominal|in real|after (?:deduct|exclud|adjust)|net of|before tax|"
    r"adjusted|minus|apart from|other than|aside from|instead of|rather than|on condition|subject to|disregarding|leaving out)\b"
)
"""Behind a figure, what makes it one of something else."""
_FEW = 5
_LONGEST = 2000
"""Letters that are read as one sentence; what is longer is cut at a blank, and what is cut is no sentence."""


def spoken(paragraph: str) -> bool:
    """Whether a paragraph is English: words in Latin letters, and hardly a Chinese one."""
    latin = len(_LATIN.findall(paragraph))
    return latin > 1 and latin > _FEW * len(_HAN.findall(paragraph))


@dataclass(slots=True)
class _Said:
    """What a paragraph has said so far; ``carried``: the last period is of a paragraph before."""

    clock: Clock
    wheres: list[Where] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    last: When | None = None
    carried: bool = True


class Text:
    """A text whose English paragraphs are read one after the other. ``owner``: id of the region whose it is."""

    def __init__(self, tables: Tables, written: date | None, owner: str | None) -> None:
        self.tables, self.written = tables, written
        self.places = Places(tables.catalogue, tables.catalogue.regions[owner] if owner else None)
        self.designated = False

    def claims(self, paragraph: str, start: int, last: When | None) -> tuple[list[Claim], When | None]:
        """The claims of a paragraph that begins at ``start``, in order, and the last period named; ``last``: that of the
        paragraph before, which is carried on as a guess."""
        said = _Said(Clock(self.written, last=last), last=last)
        made: list[Claim] = []
        for begin, end, whole in _sentences(paragraph):
            one = _Sentence(paragraph[begin:end], begin, self, said, whole)
            made += [claim.moved(start) for claim in one.claims()]
            names = [each.name for each in one.some if each.name]
            self.designated = self.designated or any({"industry", "designated"} <= each.said for each in names)
            said.names += names
            said.wheres += one.wheres
            if times := one.times():
                said.last, said.carried = times[-1], False
                said.clock.last = times[-1]
                said.clock.year = times[-1].last // YEAR if times[-1].sure else said.clock.year
            elif said.last is not None and not said.carried:
                said.clock.last, said.clock.year = said.last, said.last.last // YEAR
        return made, said.last


def _sentences(paragraph: str) -> Iterator[tuple[int, int, bool]]:
    """Where each sentence begins and ends, and whether it is one in full."""
    cut = len(paragraph) > _LONGEST
    for begin, end in sentences.ends(paragraph):
        whole = end - begin <= _LONGEST
        if cut and begin == 0 and not paragraph[0].isupper() or cut and end == len(paragraph) and paragraph[-1].isalnum():
            whole = False
        while end - begin > _LONGEST:
            stop = paragraph.rfind(" ", begin + 1, begin + _LONGEST)
            stop = stop if stop > begin else begin + _LONGEST
            yield begin, stop, False
            begin = stop
        yield begin, end, whole


class _Sentence:
    def __init__(self, original: str, start: int, text: Text, before: _Said, whole: bool) -> None:
        self.original, self.start, self.before, self.whole = original, start, before, whole
        self.tables, self.places, self.written = text.tables, text.places, text.written
        self.designated = text.designated
        self.text = lexicon.even(original)
        names = naming.names(text.tables)
        found = list(tokens.tokens(self.text, original, before.clock, text.places, names))
        self.some: list[Piece] = sentences.pieces(found, text.tables)
        self.wheres: list[Where] = []
        self.told: dict[int, Said] = {}
        self.made: dict[int, Claim] = {}

    def claims(self) -> list[Claim]:
        listed = binding.lists(self.some)
        for at, piece in enumerate(self.some):
            if piece.kind != "number":
                continue
            said = relation(self.some, at)
            first = listed[at][0] if at in listed else at
            if said is not None and first != at and first in self.told:
                own = said
                said = self.told[first]
                said = Said(said.kind, said.sign, said.other, said.year, over=said.over, clear=own.clear or said.clear, average=said.average, behind=own.behind)
            if said is None:
                continue
            self.told[at] = said
            if said.other is not None:
                self.some[said.other].used = True
            self.made[at] = self._claim(at, said, listed.get(at))
        self.wheres = [
            Where(self.start + one.start, self.start + one.stop, one.token.place.region, one.used)
            for one in self.some
            if one.kind == "place" and one.token.place
        ]
        return list(self.made.values())

    def times(self) -> list[When]:
        """The periods that hold on behind the sentence: not those of what it only compares with."""
        skipped = {look for old in self.told.values() if old.same for look in old.behind}
        found = [(look, one.token.when) for look, one in enumerate(self.some) if one.kind == "time"]
        return [when for look, when in found if when is not None and not when.base and look not in skipped]

    def _claim(self, at: int, said: Said, listed: tuple[int, int | None] | None) -> Claim:
        one = self.some[at].token.figure
        assert one is not None
        item = listed[1] if listed else None
        kind = self.some[item].kind if item is not None else ""
        told = self._before(at)
        if said.same:
            said.kind, said.sign = (told[-1].kind, told[-1].sign) if told else (said.kind, said.sign)
        if said.like:
            old = told[-1] if told and told[-1].kind in ("growth", "share", "plain") and not told[-1].same else None
            said.clear = old is not None and old.clear and self._same_unit(at)
            if old is not None:
                said.kind, said.sign, said.average, said.whole = old.kind, old.sign, old.average, old.whole
        bound = binding.bind(self.some, at, said, self.before.names, self.tables, item if kind == "name" else None, self.designated)
        when, sure_when = self._when(at, said, item if kind == "time" else None)
        region, sure_where = self._where(at, said, item if kind == "place" else None)
        number = Number(one.start, one.stop, one.start, one.unit, one.place)
        meant = self._relation(said, region)
        catalogue = self.tables.catalogue.indicators
        read = Read(self.text, self.tables, (), (), (), (), None)  # type: ignore[arg-type]
        name = self.some[bound.name].name if bound.name is not None else None
        measured = next((each.kind for each in reversed(told) if each.kind in ("growth", "share", "plain")), "")
        fit = fits.fitting(read, [id for id in bound.ids if id in catalogue], number, meant)
        fit = binding.fitting(fit, self.some, at, name, said, measured)
        doubts = {
            *([] if bound.sure and said.clear and one.known and self.whole and len(fit) == 1 and self._alone(at, bound, said, listed, (region, when)) else ["indicator"]),
            *([] if sure_where else ["region"]), *([] if sure_when else ["period"]),
        }  # fmt: skip
        last = self.some[said.behind[-1]].stop if said.behind else one.stop
        if _LIMITS.match(self.text, last):
            doubts.add("indicator")
        if said.kind in ("gap", "change") and not one.print[0].isdigit():
            doubts.add("indicator")  # a difference of about or over so much
        if not doubts and self._rivalled(bound.rivals, fit[0], region, when):
            doubts.add("indicator")
        if said.kind == "growth" and when is not None and self._other_base(said, at, when):
            doubts.add("indicator")
        against = None
        if said.other is not None:
            place = self.some[said.other].token.place
            against = (place.region or meant.against) if place else None
            if region is not None and against == region:
                doubts.add("region")
        elif said.kind == "change" and not said.year:
            against = meant.against or None
        return Claim(
            Number(self.start + one.start, self.start + one.stop, self.start + one.start, one.unit, one.place),
            self.original[one.start : one.stop], self.original, _read(one.print, one.unit, said, fit), _way(said), meant, fit,
            self._near(at), region, when, self._status(at, said, when), frozenset(doubts), against,
        )  # fmt: skip

    def _same_unit(self, at: int) -> bool:
        """Whether the figure before one in its sentence is counted in the same."""
        before = max(look for look in self.told if look < at)
        one, other = self.some[at].token.figure, self.some[before].token.figure
        return one is not None and other is not None and one.unit == other.unit

    def _before(self, at: int) -> list[Said]:
        """The relations of the figures before one in its sentence."""
        return [self.told[look] for look in sorted(self.told) if look < at]

    def _alone(
        self, at: int, bound: binding.Bound, said: Said, listed: tuple[int, int | None] | None, of: tuple[str | None, When | None]
    ) -> bool:
        """Whether no figure of the same kind has been told of the name before, unless of another region or period."""
        if listed is not None:
            return listed[1] is not None
        one = self.some[at].token.figure
        for look, old in self.told.items():
            other, made = self.some[look].token.figure, self.made.get(look)
            if made is None or bound.name is None or look < bound.name or one is None or other is None:
                continue
            if (old.kind, other.unit, old.average) == (said.kind, one.unit, said.average) and (made.region, made.when) == of:
                return False
        return True

    def _relation(self, said: Said, region: str | None) -> Relation:
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
        elif said.kind == "change" and not said.year:
            base = next((self.some[look].token.when for look in said.behind if self.some[look].kind == "time"), None)
            if base is not None and base.first // YEAR == base.last // YEAR:
                against = f"{base.first // YEAR}年{base.first % YEAR + 1}-{base.last % YEAR + 1}月"
        return Relation(said.kind, against, said.year, said.average)  # type: ignore[arg-type]

    def _when(self, at: int, said: Said, item: int | None) -> tuple[When | None, bool]:
        """The period of a figure, and whether it is sure."""
        if item is not None:
            found = self.some[item].token.when
            return found, found is not None and found.sure
        mine = [self.some[look] for look in said.behind if self.some[look].kind == "time"]
        own = [one for one in mine if one.token.when and (not one.token.when.base or said.same)]
        if own:
            when = own[0].token.when
            return when, when is not None and when.sure and len(own) == 1
        begin = relations.clause(self.some, at)
        if begin > 1 and self.some[begin].kind == "when" and (then := self._then(begin)) is not None:
            return then, then.sure
        held = self._held(at)
        if held is None:
            return None, False
        when, sure = held
        if said.same and not said.earlier and not any(self.some[look].kind == "place" for look in said.behind):
            return when, False
        return (when.years_before() if said.earlier else when), sure and when.sure

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
            when = times[0][1]
            same = last is None or self.before.carried or (last.first, last.last) == (when.first, when.last)
            return when, same
        return (last, not self.before.carried and not spans) if last is not None else None

    def _where(self, at: int, said: Said, item: int | None) -> tuple[str | None, bool]:
        """The region of a figure, and whether it is sure."""
        if item is not None:
            place = self.some[item].token.place
            return (place.region, bool(place.region)) if place else (None, False)
        own = [self.some[look].token.place for look in said.behind if self.some[look].kind == "place" and not self.some[look].used]
        skipped = {look for place, old in self.told.items() if old.same and place < at for look in old.behind}
        left = [
            look
            for look, one in enumerate(self.some[:at])
            if one.kind == "place" and not one.used and look not in skipped
        ]
        if own and own[0]:
            region = own[0].region
            before = self.some[left[-1]].token.place if left else None
            regions = self.tables.catalogue.regions
            parent = regions[region].parent if region in regions else None
            alike = said.same or before is None or before.region in (region, parent) or not self._same_clause(left[-1], at)
            return region, region is not None and len(own) == 1 and alike
        if left:
            place = self.some[left[-1]].token.place
            joined = len(left) > 1 and {one.kind for one in self.some[left[-2] + 1 : left[-1]]} <= {"comma", "and", "fill", "in", "of"}
            unsaid = said.same and not said.earlier and not any(self.some[look].kind == "time" for look in said.behind)
            unsaid = unsaid or self._mixed(left)
            return (place.region, place.region is not None and not joined and not unsaid) if place else (None, False)
        later = [one for one in self.some[at:] if one.kind == "place" and not one.used and self._among(one)]
        found, sure = self.places.alone(self.before.wheres, self.start, self.start + self.some[at].start)
        return found, sure and not later

    def _mixed(self, left: Sequence[int]) -> bool:
        """Whether regions of which neither lies in the other stand in one statement (China's provincial revenue)."""
        regions = self.tables.catalogue.regions
        last = self.some[left[-1]].token.place
        parent = regions[last.region].parent if last and last.region in regions else None
        near = [look for look in left[:-1] if self._same_clause(look, left[-1])]
        told = [self.some[look].token.place for look in near]
        return any(one and last and one.region not in {last.region, parent or last.region} for one in told)

    def _among(self, one: Piece) -> bool:
        """Whether a region named later isn't one that a figure is compared with or ranked among."""
        at = self.some.index(one)
        return not any(each.kind in ("more", "less", "rank", "compare", "exceed", "trail") for each in self.some[:at])

    def _same_clause(self, left: int, at: int) -> bool:
        return not any(one.kind in ("comma", "while", "semi") for one in self.some[left:at])

    def _rivalled(self, rivals: Sequence[str], meant: Indicator, region: str | None, when: When | None) -> bool:
        """Whether the tables hold a figure of what a name could be as well."""
        for id in rivals:
            other = self.tables.catalogue.indicators[id]
            if other.measure != meant.measure or when is None:
                continue
            period, _ = when.period(other.timing)
            rows = self.tables.rows(id, region)
            if any(row.period and (row.period.start, row.period.end) == (period.start, period.end) for row in rows):
                return True
        return False

    def _other_base(self, said: Said, at: int, when: When) -> bool:
        """Whether a growth is told against another time than a year before."""
        bases = [self.some[look].token.when for look in said.behind if self.some[look].kind == "time"]
        return any(one is not None and one.base and not said.same and one.last // YEAR != when.last // YEAR - 1 for one in bases)

    def _near(self, at: int) -> tuple[Indicator, ...]:
        """The indicators named in the sentence, the nearest first, and in those before it in its paragraph."""
        named = sorted((one for one in self.some if one.name), key=lambda one: abs(one.start - self.some[at].start))
        ids = [id for one in named if one.name for id in one.name.meant.ids]
        ids += [id for name in reversed(self.before.names[-2:]) for id in name.meant.ids]
        known = self.tables.catalogue.indicators
        return tuple(known[id] for id in dict.fromkeys(ids))

    def _status(self, at: int, said: Said, when: When | None) -> str:
        """actual, target or forecast, by the words of the sentence and by the period."""
        begin = next((look for look in range(at, -1, -1) if self.some[look].kind == "semi"), 0)
        kinds = [self.some[look].kind for look in (*range(begin, at), *said.behind)]
        rest = self.some[(said.behind[-1] if said.behind else at) + 1 :]
        if rest and rest[0].kind in ("comma", "open"):
            kinds += [one.kind for one in rest[1:4] if one.kind in ("aim", "forecast", "fill", "is")]
        if "forecast" in kinds:
            return "forecast"
        if "aim" in kinds:
            return "target"
        if when is None or self.written is None:
            return "actual"
        return "target" if when.first > self.written.year * YEAR + self.written.month - 1 else "actual"


def _read(said: str, unit: str, how: Said, fit: Sequence[Indicator]) -> str:
    """The figure with the words before it, as a Chinese print."""
    if how.over:
        said = "超" + said if said[0].isdigit() else "?"
    if unit == "" and fit and not said.endswith(("以上", "以下", "左右")):
        said += words.unit_of(fit[0].unit).measure
    if how.kind == "rank_change":
        return ("前移" if how.sign > 0 else "后移") + said
    if how.kind in ("gap", "change"):
        return _way(how) + said
    if how.kind != "growth" or said.startswith(("翻", "增")):
        return said
    return ("增长" if how.sign > 0 else "下降") + said


def _way(how: Said) -> str:
    """The words of a difference by which its sign is told."""
    if how.kind == "gap":
        return "高" if how.sign > 0 else "低"
    return ("提高" if how.sign > 0 else "回落") if how.kind == "change" else ""
