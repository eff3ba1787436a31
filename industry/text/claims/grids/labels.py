"""What a title, a header or the label of a row says, taken apart: region, period, unit, status, in which relation its figures
stand (同比增长, 位次, 比全国±, 占…比重 …), and the words that are left, which name the indicator. Numbering, 其中 and spaces between
letters are no words.

A label says only what is printed in it; how labels of one cell go together is for ``wording``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.claims import naming, when
from industry.text.claims.grids.rows import MARK
from industry.text.claims.numbers import POINTS
from industry.text.claims.where import Places
from industry.vocabulary.printed import words

Kind = Literal["", "level", "growth", "fall", "rank", "gap", "change"]

NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[(][一二三四五六七八九十\d]+[)]|\d{1,2}[.、)](?!\d)|[-—*·#●■◆○]+)+"
)
TABLE_NUMBER = re.compile(
    r"(?:附|续)?[表图](?:\s?[一二三四五六七八九十]+|\s?\d{1,2}(?:[-.]\d{1,2})*(?!\d))?[:.、\s]*"
)
_PRICES = re.compile(r"[,(]?按?(?:(?P<constant>可比价|不变价)|现价|当年价)格?(?:计算)?[)]?(?=[,)]|$)")
_WITHIN = re.compile(r"(?<=\S)\s\S{2,6}(?:下辖|所辖|辖)的?[市县区]$")
"""Behind a region, of which other it is a part."""
_APART = re.compile(r"(?<=\S)\s(\S{1,5})$")
_AMONG = re.compile(r"(?:其中|#)[:,]?")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT_OF = re.compile(r"(?:计量)?单位[:]")
_SCALE = re.compile(r"(?:百|千)?(?:万亿|万|亿)?")
_SIGNS = re.compile(r"[±+\-/]*(?=%|‰|个?百分点)")
_ENDING = re.compile(r"[,/]([^,/()]{1,5})$|(?<=增长|增减|增速|增幅|同比|占比|比重|变动)(个?百分点)$|(%)$")
_STATUS = (
    ("目标", re.compile(r"(?:预期|预定|计划|考核|年度|全年|奋斗|工作)*目标(?:任务|值|数|增速)?|计划(?:数|值)?$|任务数$")),
    ("预计", re.compile(r"预计(?:完成|达到|数|值)?|预测(?:数|值)?")),
)  # fmt: skip
_WHO = r"(?P<who>[^,()]{0,10}?)"
_RANK = re.compile(rf"(?:居|列|在|占)?{_WHO}(?:的)?(?:位次|排名|排位|名次|位置|排序)$")
_GAP = re.compile(
    rf"(?:(?P<pre>高于|快于|低于|慢于)|比|较|与){_WHO}(?:平均)?(?:水平|增速|增幅)?的?(?:±|增减|高低|快慢|相比|之差|差距|差|(?P<up>高|快)|(?P<down>低|慢))*$"
)
_CHANGE = re.compile(
    rf"(?P<how>(?:比|较){_WHO}|同比)(?:±|增减|提高|提升|上升|加快|回升|变动|变化|增加|升降)*$"
)
_GROWTH = re.compile(
    r"(?P<fall>下降|降低|降幅|减少)(?:率|幅度)?$|(?:增长(?:率|速度|幅度)?|增减(?:率|幅度)?|增速|增幅|涨幅|变动(?:率|幅度)?|涨跌|±|[+]/?-)(?:为)?$|(?P<bare>同比)$"
)
_RATE = re.compile(r"增速|增幅|率|涨幅|降幅")
_LEVEL = re.compile(
    r"(?:绝对[量值数额]|总量|数值|数量|指标值|实绩|实际(?:完成)?(?:数|值)?|完成(?:数|值|额|情况)?|本期(?:数|值)?|当期(?:数|值)?|数据|数额|值|合计|情况|规模|总额|金额)$"
)
_SPECIAL = re.compile(
    r"(?P<since>1-本月|1至本月|本月止累计|年初至本月|本年累计|累计(?:数|值|额)?|本期止累计|自年初累计)|(?P<same>(?:上年|去年)?同期(?:数|值)?|上年同期)|(?P<alone>本月|当月)|(?P<now>本期|当期|报告期)"
)
_AVERAGE = re.compile("(?:两年平均|年均)$")
_UNTIL = re.compile("截[至止]$")
_TIME = re.compile("年|月|季|同期|上期|期初")
_YEAR_BEFORE = re.compile("(?:比|较)(?:上年|去年)(?:同期|同月)?")
_PLAIN = frozenset(("share", "rate", "contribution", "level", "count", "parameter", "streak"))


@dataclass(frozen=True)
class Label:
    """``text``: as printed. ``when``: the periods printed, as they stand; ``shift``: what is said of another label's
    period (``since`` January, ``same`` months a year before, ``alone`` its last month). ``region``: its name as printed. ``who``:
    among whom or against whom. ``rate``: the relation is that of a rate, in per cent by itself. ``inner``: one of a
    part (其中). ``prices``: at which it is told. ``words``: all else."""

    text: str
    words: str = ""
    when: tuple[str, ...] = ()
    shift: str = ""
    region: str = ""
    several: bool = False
    unit: str = ""
    status: str = ""
    kind: Kind = ""
    who: str = ""
    rate: bool = False
    inner: bool = False
    numbered: bool = False
    prices: str = ""


class Reader:
    """Reads the labels of a text that is of a region and was written at a date. Unless ``small``, what may stand smaller in a
    label (prices, unit, of which region another is a part) is of its words: whoever enters rows is asked what they mean."""

    def __init__(self, tables: Tables, places: Places, written: date | None, small: bool = True) -> None:
        self.tables, self.places, self.written, self.small = tables, places, written, small
        self._units = _units(tables)

    def label(self, text: str) -> Label:
        """A header's or a row's label, made even."""
        even, apart = MARK.sub("", text), ""
        if self.small:
            even, apart = self._apart(_WITHIN.sub("", even))
        even, found = re.sub(r"\s", "", even), Label(text)
        if self.small and (priced := _PRICES.search(even)):
            even = even[: priced.start()] + even[priced.end() :]
            found = replace(found, prices="constant" if priced["constant"] else "current")
        numbering = NUMBERING.match(even)
        if numbering and numbering.end() < len(even):
            even, found = even[numbering.end() :], replace(found, numbered=True)
        if inner := _AMONG.match(even):
            even, found = even[inner.end() :], replace(found, inner=True)
        even, unit = self._unit(even)
        for name, form in _STATUS:
            if form.search(even):
                found, even = replace(found, status=name), form.sub("", even)
                break
        found = replace(found, unit=unit or apart)
        even, found = self._times(even, found)
        if self._named(even):
            return replace(found, words=even)
        even, found = self._special(even, found)
        even, found = self._relation(even, found)
        even, found = self._region(even, found)
        return replace(found, words=re.sub(r"[()\[\]:,、]+$|^[:,、]+|[(][)]", "", even))

    def _apart(self, text: str) -> tuple[str, str]:
        """A label and the unit that stands smaller behind it."""
        tail = _APART.search(text)
        unit = self._as_unit(tail[1]) if tail else ""
        return (text[: tail.start()], unit) if tail and unit else (text, "")

    def _named(self, even: str) -> bool:
        """Whether the whole of some words is the name of an indicator that isn't told by how it moves or ranks."""
        ids = naming.names(self.tables).get(even, ())
        measures = {self.tables.catalogue.indicators[id].measure for id in ids}
        return bool(ids) and measures <= _PLAIN

    def units(self, text: str) -> tuple[str, ...]:
        """The units that a line gives for all: 单位：亿元、%."""
        said = _UNIT_OF.search(text)
        if said is None:
            return ()
        parts = re.split(r"[、,/;和]", re.split(r"[)\]]", text[said.end() :])[0])
        found = [unit for part in parts if (unit := self._as_unit(re.sub(r"\s", "", part)))]
        return tuple(dict.fromkeys(found)) if len(found) == len(parts) else ()

    def as_unit(self, text: str) -> str:
        """The unit that some words are, or nothing."""
        return self._as_unit(re.sub(r"\s", "", text))

    def _as_unit(self, text: str) -> str:
        text = text.removeprefix("单位:")
        if text in self._units:
            return text
        signed = _SIGNS.match(text)
        text = text[signed.end() :] if signed else text
        scale = _SCALE.match(text)
        rest = text[scale.end() if scale else 0 :]
        return text if rest in self._units else ""

    def _unit(self, even: str) -> tuple[str, str]:
        for one in reversed(list(_BRACKETS.finditer(even))):
            if unit := self._as_unit(one[1]):
                return even[: one.start()] + even[one.end() :], unit
        ending = _ENDING.search(even)
        if ending and (unit := self._as_unit(ending[1] or ending[2] or ending[3])):
            return even[: ending.start()], unit
        return even, ""

    def _times(self, even: str, found: Label) -> tuple[str, Label]:
        """Without its periods, which it then knows."""
        said = [one for one in when.named(even, self.written) if not one.base]
        taken: list[str] = []
        rest = even
        for one in reversed(said):
            taken.insert(0, even[one.start : one.stop])
            rest = _UNTIL.sub("", rest[: one.start]) + rest[one.stop :]
        return re.sub(r"[(][)]", "", rest), replace(found, when=tuple(taken))

    def _special(self, even: str, found: Label) -> tuple[str, Label]:
        """Without what it says of another label's period."""
        even = _YEAR_BEFORE.sub("同比", even)
        one = _SPECIAL.search(even)
        if one is None:
            return even, found
        return even[: one.start()] + even[one.end() :], replace(found, shift=str(one.lastgroup))

    def _relation(self, even: str, found: Label) -> tuple[str, Label]:
        points = found.unit.endswith(POINTS)
        if one := _RANK.search(even):
            head, who = self._who(even[: one.start()], one["who"])
            return head, replace(found, kind="rank", who=who)
        change = _CHANGE.search(even)
        if points and change and (change["how"] == "同比" or _TIME.search(change["who"])):
            return even[: change.start()], replace(found, kind="change", who=change["how"])
        if (one := _GAP.search(even)) and self._place(one["who"]):
            down = one["pre"] in ("低于", "慢于") or one["down"]
            return even[: one.start()], replace(found, kind="gap", who=("-" if down else "") + one["who"])
        if one := _GROWTH.search(even):
            kept = even[: one.start()] + ("同比" if one["bare"] else "")
            kind: Kind = "fall" if one["fall"] else "growth"
            return kept, replace(found, kind=kind, rate=_RATE.search(one[0]) is not None)
        if _AVERAGE.search(even):
            return even, replace(found, kind="growth")
        if (one := _LEVEL.search(even)) and self._ends(even) in (one.start(), 0 if one.start() == 0 else -1):
            return even[: one.start()], replace(found, kind="level")
        return even, found

    def _who(self, head: str, who: str) -> tuple[str, str]:
        """What of some words before 位次 is the place among whose regions it is, and the rest."""
        for name in sorted(self.places.names, key=len, reverse=True):
            if who.endswith(name):
                return head + re.sub("(?:居|列|在)$", "", who.removesuffix(name)), name
        return head + who, ""

    def _place(self, words: str) -> bool:
        return words in self.places.names

    def _ends(self, words: str) -> int:
        """Where the last name in some words ends; 0 where there is none."""
        return max((one.stop for one in naming.find(words, self.tables)), default=0)

    def _region(self, even: str, found: Label) -> tuple[str, Label]:
        """Without the region, which it then knows."""
        said = list(self.places.named(re.sub("占.*", "", even)))
        if not said:
            return even, found
        one = said[0]
        several = len({each.region for each in said}) > 1
        rest = even[: one.start] + even[one.stop :]
        return rest.removeprefix("的"), replace(found, region=even[one.start : one.stop], several=several)


@kept
def _units(tables: Tables) -> frozenset[str]:
    """What may be counted, without 万 and 亿."""
    found = {"元", "美元", "%", "‰", POINTS, "个" + POINTS, "千瓦时", "吨", "人", "户", "度", "千米", "公里"}
    for one in tables.catalogue.indicators.values():
        unit = words.unit_of(one.unit)
        found |= {unit.measure, *unit.words}
    return frozenset(found - {""})
