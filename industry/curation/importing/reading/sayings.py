"""What a label of a sheet says by itself: which region, period, unit, relation, edition, and the words that are left, which name the
indicator. Periods, units and relations are read as in tables of running text; what labels say together belongs in ``deciding``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from industry.curation.importing.reading.blocks import Label
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import when
from industry.text.claims.grids import labels, titles
from industry.text.claims.grids.labels import NUMBERING
from industry.text.claims.where import LETTERS, UNKNOWN, Places
from industry.vocabulary.catalogue import Region

_RANK = re.compile(r"位次|排名|排位|名次|排序|位置$|第几位")
_ORDINAL = re.compile(r"^(?:序号?|编号|代码|行次)$")
_AREA = re.compile(r"[\u4e00-\u9fff]{1,12}(?:省|市|县|区|州|盟|旗|兵团|辖区|地区)$")
_EACH = re.compile(r"各?(?:地区|省市?|设区市|市县|县区|区县|省区市)$")
_ANNEX = re.compile(r"^附[件表]\s?[\d一二三四五六七八九十]{0,2}[:.、\s]*")
_COUNTRY = re.compile(r"(?:全国|我国|国家)(?:总计|合计|总体)?$")
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|汇总|平均|均值|其他|其它)$")
_BEHIND = re.compile(
    r"[省市县区州盟旗]|自治|开发|经开|高新|新区|园区|本级|直属|省属|市属|以外|之外|除外|\(不含"
)
_AUTONOMOUS = re.compile(r"(?:壮族|回族|维吾尔)?自治区$")
_HOLLOW = re.compile(
    r"^(?:累计|同比|本年|实际|#|其中|[:：,、()\-])+|(?:同比|累计|完成|实现|情况|指标值?|[:：,、()\-])+$"
)
_TOLD = re.compile("指标|情况|增|工业|经济|企业|利润|收入|投资|生产总值|以上|[年月]")
"""Words of what is told, which stand in no name of a place and in no line by whom it is published."""
_NAME = 8
_UNIT_LINE = re.compile(r"[(\[](?:计量)?单位:[^)\]]*[)\]]|(?:计量)?单位:.*$")
_UNNAMED = re.compile(
    r"(?:sheet|工作表|附?表|数据|月报|季报|年报|汇总表?|总表|打印|底稿)\s?\d*(?:\s?\(\d+\))?"
)
_BASE = re.compile(r"(?:比|较)((?:19|20)\d\d)年(?:同期)?")
_HELD_AGAINST = re.compile(
    r"(?:[比较与和同](?:(?:19|20)\d\d年|前年|去年|上年)(?:同[期月]|1-\d{1,2}月份?|\d{1,2}月份?)?|(?:19|20)\d\d年同[期月]|以(?:19|20)\d\d年为基[期年])(?:相比|比较|对比|增长|增减|变动)*"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PUBLISHED = re.compile(
    r"统计局|调查队|[厅委局办]公?室?(?:编|制|发布|提供|填报)|编印|制表|填报|审核|来源|联系人|打印|电话"
)
_QUALIFIERS = ("两年平均", "年均", "当季")
_PLANNED = ("目标", "预计")
ALONE = "当月"


@dataclass(frozen=True, slots=True)
class Saying:
    """``text``: as it is printed, even. ``region``: the id of one, ``UNKNOWN`` for one that no table is of, None where none is named.
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


@dataclass(frozen=True)
class Over:
    """What the lines over a table and the sheet's name say of all its figures. ``strange``: lines in which something isn't
    understood; ``words``: of what they say the figures are, ``scope``: of which enterprises."""

    label: labels.Label
    region: str | None = None
    units: tuple[str, ...] = ()
    name: labels.Label | None = None
    words: str = ""
    scope: str = ""
    edition: str = ""
    strange: tuple[str, ...] = ()
    several: frozenset[str] = field(default_factory=frozenset)


class Sayer:
    """Reads the labels of a book that is of a region, if that is known."""

    def __init__(self, tables: Tables, owner: Region | None) -> None:
        self.tables = tables
        self.places = Places(tables.catalogue, owner)
        self.reader = labels.Reader(tables, self.places, None)
        self._known: dict[tuple[str, bool], Saying] = {}

    @cached_property
    def editions(self) -> Sequence[tuple[str, str]]:
        """The words by which a text says of which edition it is, the longest first, and the editions."""
        told = self.tables.catalogue.config.edition_words
        found = [(alike(word), edition) for edition, words in told.items() for word in words]
        return sorted(found, key=lambda one: -len(one[0]))

    def of(self, one: Label) -> Saying:
        """What a label says."""
        return self.text(one.seen.text, one.seen.odd)

    def text(self, text: str, odd: bool = False) -> Saying:
        if (text, odd) not in self._known:
            self._known[text, odd] = self._read(text, odd)
        return self._known[text, odd]

    def place(self, text: str) -> str | None:
        """The region that a whole text names: its id, ``UNKNOWN`` for one that no table is of, None where it names none."""
        even = NUMBERING.sub("", text) or text
        names = self.places.names
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
        named, several = self._named(text, label)
        behind = text.partition(label.region)[2]
        before = re.sub(r"[\d年月\-季度上下半前一二三四第:、()]*", "", text.partition(label.region)[0])
        if several or _BEHIND.match(behind) or before:
            return UNKNOWN
        return named

    def _named(self, text: str, label: labels.Label) -> tuple[str | None, bool]:
        """The region that a text names first, and whether it names others; 全省 behind a province is no other."""
        named = {one.region for one in self.places.named(text) if not one.base} - {None}
        return self.places.names.get(label.region), len(named) > 1

    def over(self, lines: Sequence[str], sheet: str) -> Over:
        """What the lines over a table and the sheet's name say; a line by whom it is published says nothing."""
        units: list[str] = []
        said: list[tuple[str, titles.Title, str, str | None]] = []
        strange: list[str] = []
        for line in (*lines, alike(sheet)):
            own = line == alike(sheet)
            if not line or own and _UNNAMED.fullmatch(line.strip()):
                continue
            if _PUBLISHED.search(line) and not _TOLD.search(line):
                continue
            if given := self.reader.units(line):
                units += given
                line = _UNIT_LINE.sub("", line)
            elif "单位:" in line:
                strange.append(line)
                continue
            edition, rest = self.edition(_ANNEX.sub("", line))
            if _HELD_AGAINST.search(rest):  # a period with which the figures are compared is none of theirs
                strange.append(line)
                rest = re.sub(r"[(][)]", "", _HELD_AGAINST.sub("", rest))
            region = self.place(rest) if not _TOLD.search(rest) and len(rest) <= _NAME else None
            if not rest.strip("()[]"):
                said.append((line, titles.Title(labels.Label("")), edition, None))
                continue
            found = titles.title(rest, self.reader)
            if region is None and found.label.region:
                region = self._titled(rest, found.label)
            elif region is not None:
                found = titles.Title(labels.Label(rest, region=rest))
            if not found.plain and line not in strange:
                strange.append(line)
            said.append((line, found, edition, region))
        last = bool(said) and said[-1][0] == alike(sheet)
        return _together(units, said, strange, last)

    def _titled(self, text: str, label: labels.Label) -> str | None:
        named, several = self._named(text, label)
        behind = text.partition(label.region)[2]
        return UNKNOWN if several or _BEHIND.match(behind) else named


def _together(
    units: Sequence[str],
    said: Sequence[tuple[str, titles.Title, str, str | None]],
    strange: Sequence[str],
    sheet: bool,
) -> Over:
    """``sheet``: the last of what is said is the sheet's name."""
    names = [one for _, one, _, _ in said if one.name is not None]
    regions = {region for *_, region in said if region is not None}
    times = [(one.label.when, one.label.shift) for _, one, _, _ in said if one.label.when or one.label.shift]
    if sheet and len(times) > 1 and said[-1][1].label.when and _ends(times[-1][0], times[:-1]):
        times.pop()  # a sheet that is called 6月 and holds 1-6月
    editions = {edition for *_, edition, _ in said if edition}
    several = set()
    if len(regions) > 1:
        several.add("region")
    if len({when for when, _ in times if when}) > 1 and not _fit(times):
        several.add("period")
    name = names[0].name if len(names) == 1 and names[0].named == 1 else None
    kept = [one.label.unit for _, one, _, _ in said if one.label.unit]
    label = labels.Label(
        " ".join(line for line, *_ in said),
        when=tuple(dict.fromkeys(part for when, _ in times for part in when)),
        shift=next((shift for _, shift in times if shift), ""),
        region=next((one.label.region for _, one, _, region in said if region is not None), ""),
        status=next((one.label.status for _, one, _, _ in said if one.label.status), ""),
    )
    if name is not None and not name.kind:
        kinds = [one.label.kind for _, one, _, _ in said if one.label.kind and one.name is name]
        name = replace(name, kind=kinds[0]) if kinds else name
    return Over(
        label,
        next(iter(regions), None) if len(regions) < 2 else UNKNOWN,
        tuple(dict.fromkeys((*units, *kept))),
        name,
        hollow(name.words) if name else "",
        next((one.scope for _, one, _, _ in said if one.scope), ""),
        next(iter(editions), "") if len(editions) == 1 else "",
        tuple(strange),
        frozenset(several),
    )


def _ends(sheet: tuple[str, ...], times: Sequence[tuple[tuple[str, ...], str]]) -> bool:
    """Whether a sheet's name is of the month at the end of what the lines over the table say."""
    own = [one for part in sheet for one in when.named(part, None)]
    over = [one for parts, _ in times for part in parts for one in when.named(part, None)]
    if len(own) != 1 or own[0].first != own[0].last or not over:
        return False
    year = re.search(r"\d{4}", "".join(sheet)) is not None
    last = {
        one.last if year else one.last % when.YEAR for one in over if one.last - one.first < when.YEAR - 1
    }
    return last == {own[0].last if year else own[0].last % when.YEAR}


def _fit(times: Collection[tuple[tuple[str, ...], str]]) -> bool:
    """Whether what several lines say of the period may be of one: a year, and months without one."""
    parts = {part for when, _ in times for part in when}
    years = {part for part in parts if re.fullmatch(r"\d{4}年?度?", part)}
    return len(years) <= 1 and len(parts - years) <= 1


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
