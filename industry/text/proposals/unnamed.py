"""What an indicator would be of which no record is kept yet: its name in the words of the document, its unit, measure
and timing as far as the number says them. A curator makes the record; this only saves him the look-up."""

from __future__ import annotations

import re
from collections.abc import Collection

from industry.text.claims.numbers import POINTS
from industry.text.proposals.setting import Setting
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words
from industry.vocabulary.strict_record import Text

_END = re.compile(
    r"(?:同比|环比|年均|分别|累计|增长|增加|下降|减少|提高|提升|回落|前移|后移|达到|达|为|是|有|共|约|近|超过|超|突破|高于|低于|高出|快于|慢于|"
    r"全[国省市]|平均|水平|增幅|增速|列|居|位居|排|已|了|的|至|到|由|从|在|占|比重|比|较|去年|上年|同期|其中|[,、:;“”\"《》()|\-\s])$"
)
"""A word at the end of a name that only says how much."""
_FIGURE = re.compile(
    r"\d[\d.,]{0,20}(?:个百分点|[万亿]{0,2}(?:亩|[%元家个项位种人次户名台]))?(?:以上|左右)?$"
)
_HEAD = re.compile(
    r"^(?:其中|同时|另外|并|而|且|和|及|与|以及|[一二三四五六七八九十]是|今年|去年|全年|年内|我们|我[国省市]|全[国省市]|前三季度|"
    r"[上下]半年|[一二三四]季度|截[至止]|力争|争取|确保|预计|实现|完成|[,、:;“”\"()\s]|\d[\d年月份底末\-]*)+"
)
_MONEY = re.compile(r"收入|营收|产值|销售|投资|利润|贷款|资金|税|经费|贸易|进出口|融资|账款|产业")
_HELD = re.compile(
    r"(?:(?<!中)有|[达设])$|拥有|现有|共有|达到?$|建成|集聚|聚集|总数|总量|目前|截[至止]|年末|[月年]底"
)
_MEASURE: dict[str, fields.Measure] = {
    "growth": "growth_yoy",
    "share": "share",
    "contribution": "contribution",
    "gap": "gap",
    "change": "change",
    "rank": "rank",
    "rank_change": "change",
    "multiple": "multiple",
    "pull": "change",
}
_COUNTER = re.compile("只|吨|辆|台|套|件|箱|瓶|公斤|公里|千瓦时")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ENGLISH_END = re.compile(
    r"(?:\s|\b(?:grew|grow|rose|fell|increased|decreased|declined|dropped|was|were|is|are|up|down|reached|stood|by|to|at|of|about|over|"
    r"nearly|more than|ranking|ranked|rmb|cny|yuan|and|a))$"
)
_LONGEST = 24
_BEHIND = 10
"""Letters of what follows a count that belong to its name, at most."""
_CLAUSES = 3
"""Clauses of a sentence in which a name is looked for."""


def indicator(one: Setting, kept: Collection[str]) -> Indicator:
    """The record as the words would have it. Its ``id`` and topic are empty of meaning."""
    measure, unit = _measured(one, kept)
    said = name(one)
    text = Text(zh=said, en=said)
    counted = measure == "level" and unit in fields.COUNTED
    timing: fields.Timing = "stock" if counted and (stands(one) or _begins(one)) else "flow"
    return Indicator(
        id="unnamed", topic="", name=text, unit=unit, tier="detail", measure=measure, timing=timing
    )


def _measured(one: Setting, kept: Collection[str]) -> tuple[fields.Measure, str]:
    claim, said = one.claim, one.claim.number.unit
    kind = claim.relation.kind
    if claim.number.place or said == "强":
        counted = re.search(r"第[\d一二两三四五六七八九十]+([个家])|首(家)", one.figure)
        return ("count", counted[1] or counted[2]) if counted else ("rank", "位")
    if said == "年" and re.search("连续", one.before + one.figure):
        return "streak", "年"
    if POINTS in said:
        return _MEASURE.get(kind, "change"), POINTS
    if kind == "growth" and claim.relation.average:
        averages: dict[str, fields.Measure] = {
            "two": "growth_two_year_average",
            "annual": "growth_annual_average",
        }
        return averages[claim.relation.average], "%"
    if said in ("%", "‰", "成") and not one.text.startswith("翻", one.start):
        return _MEASURE.get(kind, "share"), "%"
    if one.text.startswith("翻", one.start):
        return "multiple", "倍"
    if said == "倍":
        return ("growth_yoy", "%") if kind == "growth" else ("multiple", "倍")
    return ("change" if kind in ("change", "rank_change") else "level"), _unit(one, kept)


def _unit(one: Setting, kept: Collection[str]) -> str:
    """What a number counts in: where the tables know it, by the word that their indicators have for it."""
    text, said, claimed = one.figure, one.claim.number.unit, one.claim.read
    if said in ("亿元", "万元", "元", "美元"):
        scale = next((each for each in "亿万" if each in text + claimed[-3:]), "")
        return scale + said[-1] if said != "美元" else scale + said
    if said == "" and (counter := _COUNTER.match(one.behind)):
        return counter[0]
    if said in ("", "级"):
        return (
            "亿元"
            if re.search("[亿千百]", text) and _MONEY.search(one.said) and not text[-1].isdigit()
            else "个"
        )
    return said if said in kept else next((unit for unit in kept if said in words.unit_of(unit).words), said)


def stands(one: Setting) -> bool:
    """Whether the words say that so many are there now."""
    return _HELD.search(one.text[one.clause[0] : one.start]) is not None or "达到" in one.figure


def _begins(one: Setting) -> bool:
    """Whether the clause begins with the number (208个县域特色产业集群)."""
    return not one.before.strip("、,") or one.before.endswith(("、", "和"))


def name(one: Setting) -> str:
    """The words before the number, without those that only say how much, from its clause or one before it in the sentence;
    of a count what follows it too."""
    if not _CHINESE.search(one.before) and (found := _english(one.before)):
        return _cased(found, one, 0, one.start)
    behind = ""
    if one.claim.number.unit not in ("%", "亿元", "万元", "元", "") and POINTS not in one.claim.number.unit:
        stop = re.search(r"[,;:。、\d“”《》()]", one.behind)
        behind = one.behind[: stop.start() if stop else None][:_BEHIND]
    clauses = re.split("[,;:。]", one.text[one.sentence[0] : one.start])[::-1]
    for place, clause in enumerate(clauses[:_CLAUSES]):
        found = _core(clause)
        if found or place == 0 and behind.strip():
            before = _cased(found, one, one.sentence[0], one.start)
            return before + (one.cased[one.end : one.end + len(behind)] if place == 0 else "")
    return one.figure


def _cased(words: str, one: Setting, start: int, end: int) -> str:
    """Words that stand last between two places of the text, with the document's capitals."""
    at = one.text.rfind(words, start, end)
    return one.cased[at : at + len(words)] if at >= 0 else words


def _english(before: str) -> str:
    """The same of an English clause."""
    left = re.split(r"[,;:]|(?<=[a-z)%])\. ", before[-4 * _LONGEST :])[-1]
    while found := _ENGLISH_END.search(left):
        left = left[: found.start()]
    return left.strip()


def _core(clause: str) -> str:
    """The noun of a clause: without numbers and words that say how much behind it, and what leads to it."""
    left = clause[-2 * _LONGEST :]
    while found := _FIGURE.search(left) or _END.search(left[-4:]):
        left = left[: len(left) - len(found[0])]
    return _HEAD.sub("", left)[-_LONGEST:].strip('“”"()、,:; ')
