"""What a label of a sheet says by itself: which region, period, unit, relation, edition, and the words that are left, which name the
indicator. Periods, units and relations are read as in tables of running text; what labels say together belongs in ``deciding``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from industry.curation.importing.reading import units
from industry.curation.importing.reading.heads import Label
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.grids import labels
from industry.text.claims.grids.labels import NUMBERING
from industry.text.claims.where import LETTERS, UNKNOWN, Places
from industry.vocabulary.catalogue import Region

_RANK = re.compile(r"位次|排名|排位|名次|排序|位置$|第几位")
_ORDINAL = re.compile(r"^(?:序号?|编号|代码|行次)$")
_AREA = re.compile(r"[\u4e00-\u9fff]{1,12}(?:省|市|县|区|州|盟|旗|兵团|辖区|地区)$")
_EACH = re.compile(r"各?(?:地区|省市?|设区市|市县|县区|区县|省区市)$")
_COUNTRY = re.compile(r"(?:全国|我国|国家)(?:总计|合计|总体)?$")
WHOLE = "@"
_WHOLES = {"省": "@province", "市": "@city", "国": "@country"}
_OF_WHOLE = re.compile(
    r"(?:[全我本](?P<level>[省市])|(?P<inside>[省市])内|全(?P<country>国)(?=平均))(?:总计|合计|总体|汇总|(?P<mean>平均(?:水平|数|值)?))?$"
)
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|汇总|平均|均值|其他|其它)$")
BEHIND = re.compile(
    r"[省市县区州盟旗]|自治|开发|经开|高新|新区|园区|本级|直属|省属|市属|以外|之外|除外|\(不含"
)
_AUTONOMOUS = re.compile(r"(?:壮族|回族|维吾尔)?自治区$")
_HOLLOW = re.compile(
    r"^(?:累计|同比|本年|实际|#|其中|[:：,、()\-])+|(?:同比|累计|完成|实现|情况|指标值?|[:：,、()\-])+$"
)
_BASE = re.compile(r"(?:比|较)((?:19|20)\d\d)年(?:同期)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUALIFIERS = ("两年平均", "年均", "当季")
_PLANNED = ("目标", "预计")
ALONE = "当月"


@dataclass(frozen=True, slots=True)
class Saying:
    """``text``: as it is printed, even. ``region``: the id of one, ``UNKNOWN`` for one that no table is of, None where none is named; of
    全省 and 全市 ``WHOLE`` and the level of the region that they are, and ``?`` of 全省平均, which may be another thing.
    ``words``: what is left, which may name an indicator. ``qualifiers``: words that set an indicator apart from others of its name.
    ``rank``: it is of places, not of figures."""

    text: str
    label: labels.Label
    region: str | None = None
    words: str = ""
    qualifiers: frozenset[str] = frozenset()
    edition: str = ""
    rank: bool = False
    total: bool = False
    odd: bool = False

    @property
    def timed(self) -> bool:
        return bool(self.label.when or self.label.shift)


class Sayer:
    """Reads the labels of a book that is of a region, if that is known."""

    def __init__(self, tables: Tables, owner: Region | None) -> None:
        self.tables = tables
        self.places = Places(tables.catalogue, owner)
        self.reader = labels.Reader(tables, self.places, None, small=False)
        self._known: dict[tuple[str, bool], Saying] = {}
        self._units: dict[tuple[str, str], Saying] = {}
        self._paths: dict[int, tuple[Sequence[Label], list[Saying]]] = {}

    @cached_property
    def editions(self) -> Sequence[tuple[str, str]]:
        """The words by which a text says of which edition it is, the longest first, and the editions."""
        told = self.tables.catalogue.config.edition_words
        found = [(alike(word), edition) for edition, words in told.items() for word in words]
        return sorted(found, key=lambda one: -len(one[0]))

    def of(self, one: Label) -> Saying:
        """What a label says."""
        if one.unit:
            return self._unit(one.seen.text)
        return self.text(one.seen.text, one.seen.odd)

    def path(self, labels: Sequence[Label]) -> list[Saying]:
        """What labels over one another, or beside one another, say: a relation with the unit that stands by itself, as if it stood in
        brackets behind it (同比增减 over 百分点)."""
        if (held := self._paths.get(id(labels))) is not None:
            return held[1]
        told = [self.of(one) for one in labels]
        self._paths[id(labels)] = labels, told
        for at, one in enumerate(labels):
            near = [*range(at - 1, -1, -1), *range(at + 1, len(labels))] if one.unit else ()
            related = next((each for each in near if told[each].label.kind not in ("", "level")), None)
            if related is not None and not told[related].label.unit:
                told[related] = self._with_unit(told[related], told[at].label.unit)
        return told

    def _with_unit(self, one: Saying, unit: str) -> Saying:
        key = f"{one.text}({unit})"
        if (key, one.text) not in self._units:
            self._units[key, one.text] = replace(self.text(key, one.odd), text=one.text)
        return self._units[key, one.text]

    def _unit(self, text: str) -> Saying:
        if (text, "") not in self._units:
            unit = units.alone(text) or text
            self._units[text, ""] = Saying(text, labels.Label(text, unit=self.reader.as_unit(unit) or unit))
        return self._units[text, ""]

    def text(self, text: str, odd: bool = False) -> Saying:
        if (text, odd) not in self._known:
            self._known[text, odd] = self._read(text, odd)
        return self._known[text, odd]

    def place(self, text: str) -> str | None:
        """The region that a whole text names: its id, ``UNKNOWN`` for one that no table is of, None where it names none."""
        even = NUMBERING.sub("", text) or text
        names = self.places.names
        if whole := _OF_WHOLE.match(even):
            return _WHOLES[whole["level"] or whole["inside"] or whole["country"]] + (
                "?" if whole["mean"] else ""
            )
        if _COUNTRY.match(even):
            return self.tables.catalogue.benchmark.id
        even = LETTERS.get(even, _AUTONOMOUS.sub("", even))
        if even in names:
            return names[even] if names[even] is not None else None
        return (
            UNKNOWN
            if _AREA.match(even) and not _EACH.match(even) and not self.reader.label(even).when
            else None
        )

    def own(self, text: str) -> str | None:
        whole = _OF_WHOLE.match(text)
        return self.place(text) if whole and not whole["mean"] else None

    def whole(self, said: str, near: str | None) -> str:
        """The region that 全省 or 全市 is where the figures are of a region ``near``, or lie in it; empty where that says nothing."""
        level = said.removeprefix(WHOLE).removesuffix("?")
        one = self.tables.catalogue.regions.get(near or "")
        while one is not None and one.level != level:
            one = self.tables.catalogue.parent_of(one)
        return one.id if one else ""

    def edition(self, text: str) -> tuple[str, str]:
        """The edition that a text names, and the text without its words."""
        for word, edition in self.editions:
            if word in text:
                return edition, re.sub(rf"[(\[]?{re.escape(word)}[)\]]?", "", text)
        return "", text

    def _read(self, text: str, odd: bool) -> Saying:
        region = self.place(text)
        if region is not None:
            return Saying(text, labels.Label(text, region=text), region, odd=odd)
        edition, rest = self.edition(text)
        label = self.reader.label(rest)
        if not label.unit and (unit := units.ending(rest)):
            label = replace(self.reader.label(rest.removesuffix(unit)), unit=unit)
        words = _without_base(label)
        if label.region:
            region = self._inside(rest, label)
        qualifiers = {one for one in _QUALIFIERS if one in words}
        for one in qualifiers:
            words = words.replace(one, "")
        if label.shift == "alone":
            qualifiers.add(ALONE)
        rank = label.kind == "rank" or _RANK.search(text) is not None or _ORDINAL.match(text) is not None
        total = _TOTAL.match(label.words or text) is not None
        return Saying(
            text, label, region, hollow(words), frozenset(qualifiers), edition, rank, total, odd
        )  # fmt: skip

    def _inside(self, text: str, label: labels.Label) -> str | None:
        """The region that a text names among other words: only where it isn't part of another place's name."""
        named, several = self.named(text, label)
        named = self.own(label.region) or named
        behind = text.partition(label.region)[2]
        before = re.sub(r"[\d年月\-季度上下半前一二三四第:、()]*", "", text.partition(label.region)[0])
        if several or BEHIND.match(behind) or before:
            return UNKNOWN
        return named

    def named(self, text: str, label: labels.Label) -> tuple[str | None, bool]:
        """The region that a text names first, and whether it names others; 全省 behind a province is no other."""
        named = {one.region for one in self.places.named(text) if not one.base} - {None}
        return self.places.names.get(label.region), len(named) > 1


def hollow(words: str) -> str:
    """The words without those that say nothing of what is meant."""
    return _HOLLOW.sub("", words)


def _without_base(label: labels.Label) -> str:
    """The words of a label without the year before its own, with which it is compared (2020年比2019年增长)."""
    base = _BASE.search(label.words)
    own = {one[0] for part in label.when for one in [_YEAR.match(part)] if one}
    if base is None or own != {str(int(base[1]) + 1)}:
        return label.words
    return label.words[: base.start()] + label.words[base.end() :]
