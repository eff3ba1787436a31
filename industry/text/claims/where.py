"""The regions that a running text speaks of: names, 我省 and 全市 by whose the text is, and those that are only what
something is compared with or ranked among (比全国高, 列全省第2位). A place that no table is of is known as a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from industry.vocabulary.catalogue import Catalogue, Region
from industry.vocabulary.printed import words

_KNOWN, GENERAL, _CITIES, _LETTERS = (
    part.split() for part in files(__package__).joinpath("places.txt").read_text("utf-8").split("\n\n")
)
"""Names of all provinces, of other places that are no region of the tables, of cities of their provinces, and the
letters by which provinces are called."""
LETTERS = dict(zip(_LETTERS, _KNOWN, strict=True))
"""The letter of a province, which a table may print in place of its name (赣), and the name."""
_CITY = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}(?:市|县|区|州)(?=[规工利营今全1-9\d一上,])")
_NO_PLACE = re.compile(
    "(?:开发|园|高新|经开|地|山|老|城|片|社|景|港|功能|保税|示范|试验|集聚|聚集|自贸|库)区$|(?:上|城|股|楼|超|门|都|各|全|该|本)市$|各[县区州]$"
)
"""Ends of words that are no names of places: 开发区, 各县."""
_COMPARED = "|".join(sorted(map(re.escape, words.of_kind("HhLl")), key=len, reverse=True))
_BESIDE = re.compile(
    rf"(?:(?<![同占环])比|较|于|{_COMPARED}|低出|超过|赶不上|不及|不如|[优好逊]于|领[先跑]|追平|高过|超|占|列|居|排|排在|排名|位居|位列|名列|稳居|跃居|升至|跻身|达到|达|等于|约为|相当于|"
    r"占到|对|在|进入|从)(?:了)?$"
)
_COMPARED_BEFORE = re.compile(rf"(?:(?<![同占环])比|较|{_COMPARED}|超过)$")
"""Behind which several regions may stand: 高于全国、河北."""
_AMONG = re.compile(
    r"(?:同期)?(?:平均|水平|第[\d一二三四五六七八九十](?!产业|季)|前(?![\d一二三四五六七八九十]+个?月|三季度)[\d一二三四五六七八九十]|首位|排|位次|位居|的?(?:比重|比例|份额)|\d+强)"
)
_START = re.compile(r"(?:^|[,;。!?\n、:“”(]|同期|月|年|季度|月份)$")
_AND = re.compile("[、和及与]|以及")
_WITH = re.compile(r"(?:与|和|同|跟)$")
_EVEN = re.compile(
    r"(?:的?(?:平均水平|平均增速|平均|水平|增速|增幅))?(?:均|都|也|仍)?(?:相比|相当|(?:基本|大体|大致|总体)?持平|之差|的?差距)"
)
_SEEN = re.compile(r"(?:情况|范围|层面)?来?看[,:]")
"""从全国看: of what is told then."""
UNKNOWN = ""
_BARE = 3
"""Letters of a city's name."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place named from ``start`` to ``stop``: the id of a region, ``UNKNOWN`` for one that no table is of, None
    where it hangs on whose the text is, which nobody said. ``base``: what something is compared with or ranked among."""

    start: int
    stop: int
    region: str | None
    base: bool = False


class Places:
    """How regions are named in a text that is of ``owner``."""

    def __init__(self, catalogue: Catalogue, owner: Region | None) -> None:
        self.catalogue, self.owner = catalogue, owner
        self.names: dict[str, str | None] = dict.fromkeys(
            (*_KNOWN, *GENERAL, *_CITIES, *(f"{one}市" for one in _CITIES)), UNKNOWN
        )
        for one in catalogue.regions.values():
            for suffix in ("", "省", "市", "全省", "全市"):
                self.names[one.name.zh + suffix] = one.id
        for name in _KNOWN:
            self.names.setdefault(name + "省", self.names[name])
        self.names |= dict.fromkeys(("我国", "全国"), catalogue.benchmark.id)
        self.names |= dict.fromkeys(("我省", "全省", "本省", "省内"), self._own("province"))
        self.names |= dict.fromkeys(("我市", "全市", "本市", "市内"), self._own("city"))
        self._form = re.compile("|".join(map(re.escape, sorted(self.names, key=len, reverse=True))))

    def _own(self, level: str) -> str | None:
        """The region of a level that the text's owner is, or lies in."""
        one = self.owner
        while one is not None and one.level != level:
            one = self.catalogue.within(one)
        return one.id if one else None

    def named(self, text: str) -> tuple[Where, ...]:
        """Every place that a text (made by ``alike``) names, in order."""
        found = []
        for one in self._form.finditer(text):
            region = self.names[one[0]]
            inside = region == UNKNOWN and _START.search(text[: one.start()][-6:]) is None
            found.append(Where(*one.span(), region, inside or _beside(text, *one.span())))
        known = {at for one in found for at in range(one.start, one.stop)}
        for one in _CITY.finditer(text):
            if (
                not known & set(range(*one.span()))
                and one[0] not in self.names
                and not _NO_PLACE.search(one[0])
            ):
                found.append(Where(*one.span(), UNKNOWN, _beside(text, *one.span())))
        found.sort(key=lambda one: one.start)
        several = False
        for at in range(1, len(found)):
            last, place = found[at - 1], found[at]
            first = last.base and _COMPARED_BEFORE.search(text[: last.start][-4:]) is not None
            joined = _AND.fullmatch(text, last.stop, place.start) is not None
            several = (first or several) and joined
            along = joined and last.base and last.region == place.region == UNKNOWN
            found[at] = replace(place, base=place.base or several or along)
        return tuple(found)

    def of(self, wheres: Sequence[Where], text: str, at: int) -> tuple[str | None, bool]:
        """The region of what stands at a place, and whether that is sure: the last one named in its sentence, the one
        before where that is carried on, else the owner's own."""
        own = self.owner.id if self.owner else None
        begin = text.rfind("\n", 0, at) + 1
        sentence = max(text.rfind(sign, 0, at) for sign in "。!?\n") + 1
        before = [one for one in wheres if begin <= one.start and one.stop <= at and not one.base]
        before = [one for one in before if not _closed(text, one.stop, at)]
        clause = max(text.rfind(sign, 0, at) for sign in ",;。!?\n") + 1
        other = any(
            one.region == UNKNOWN and one.base and one.start >= clause and one.stop <= at for one in wheres
        )
        if not before:
            return own, own is not None and not other
        last = before[-1]
        if other:
            return last.region, False
        joined = len(before) > 1 and _AND.fullmatch(text, before[-2].stop, last.start) is not None
        if joined or len(before) > 1 and self._strange(before[-2], last):
            return last.region, False
        if last.region == UNKNOWN and last.start < sentence and last.stop - last.start <= _BARE:
            return own, False  # a city that a sentence before has named, perhaps by the way
        if last.start >= sentence:
            return last.region, last.region is not None
        return last.region, last.region is not None and last.region == own

    def _strange(self, one: Where, other: Where) -> bool:
        """Whether two places stand side by side of which the first neither is nor holds the second: 上海全省."""
        if one.stop != other.start or one.region == other.region:
            return False
        region = self.catalogue.regions.get(other.region or "")
        while region is not None and region.id != one.region:
            region = self.catalogue.within(region)
        return region is None


def _closed(text: str, stop: int, at: int) -> bool:
    """Whether what ends at ``stop`` stands in brackets that are closed before a place."""
    return text.count(")", stop, at) > text.count("(", stop, at)


def _beside(text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - 4) : start]
    if before.endswith("从") and _SEEN.match(text, stop):
        return False
    if _WITH.search(before) and _EVEN.match(text, stop):
        return True
    return _BESIDE.search(before) is not None or _AMONG.match(text, stop) is not None
