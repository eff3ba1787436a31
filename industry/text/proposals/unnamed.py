"""What an indicator would be of which no record is kept yet: its name in the words of the document, its unit, measure
and timing as far as the number says them. A curator makes the record; this only saves him the look-up."""

from __future__ import annotations

import re

from industry.text.claims.numbers import POINTS
from industry.text.proposals.setting import Setting
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words
from industry.vocabulary.strict_record import Text

_TAIL = re.compile(
    r"(?:同比|环比|年均|分别|累计|增长|增加|下降|减少|提高|提升|回落|达到|达|为|是|有|共|约|近|超过|超|突破|高于|低于|高出|全[国省市]|平均|水平|增幅|增速|"
    r"列|居|位居|排|已|了|的|至|到|由|从|在|占|比重|比|去年|上年|同期|\d[\d.,]*[%\u4e00-\u9fff]?|[,、:;“”\"《》()\s])+$"
)
_HEAD = re.compile(
    r"^(?:其中|同时|另外|并|而|且|和|及|与|以及|一是|二是|三是|四是|五是|今年|去年|全年|年内|我们|我[国省市]|全[国省市]|[,、:;“”\"()\s]|\d[\d年月\-]*)+"
)
_MONEY = re.compile(r"收入|营收|产值|销售|投资|利润|贷款|资金|税|经费|贸易|进出口|融资|账款|产业")
_HELD = re.compile(r"[有达设]$|拥有|现有|共有|达到?$|建成|集聚|总数|总量|目前|截[至止]|年末|[月年]底|累计")
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
_LONGEST = 24


def indicator(one: Setting) -> Indicator:
    """The record as the words would have it. Its ``id`` and topic are empty of meaning."""
    measure, unit = _measured(one)
    said = name(one)
    text = Text(zh=said, en=said)
    timing: fields.Timing = (
        "stock" if measure == "level" and unit in fields.COUNTED and _held(one) else "flow"
    )
    return Indicator(
        id="unnamed", topic="", name=text, unit=unit, tier="detail", measure=measure, timing=timing
    )


def _measured(one: Setting) -> tuple[fields.Measure, str]:
    claim, said = one.claim, one.claim.number.unit
    kind = claim.relation.kind
    if claim.number.place or said == "强":
        counted = re.search(r"第[\d一二两三四五六七八九十]+([个家])|首(家)", one.text[one.start : one.end])
        return ("count", counted[1] or counted[2]) if counted else ("rank", "位")
    if said == "年" and re.search("连续", one.before + one.text[one.start : one.end]):
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
        return ("growth_yoy" if kind == "growth" else "share"), "%"
    if one.text.startswith("翻", one.start):
        return "multiple", "倍"
    if said == "倍":
        return ("growth_yoy", "%") if kind == "growth" else ("multiple", "倍")
    return ("change" if kind in ("change", "rank_change") else "level"), _unit(one)


def _unit(one: Setting) -> str:
    """What a number counts in, by the name that the tables have for it."""
    text, said = one.text[one.start : one.end], one.claim.number.unit
    if said in ("亿元", "万元", "元") or said == "美元":
        scale = "亿" if "亿" in text else "万" if "万" in text else ""
        return scale + said[-1] if said != "美元" else scale + said
    if said in ("", "级"):
        return (
            "亿元"
            if re.search("[亿千百]", text) and _MONEY.search(one.said) and not text[-1].isdigit()
            else "个"
        )
    for unit in fields.UNITS:
        if said == unit:
            return unit
    return next((unit for unit in fields.UNITS if said in words.unit_of(unit).words), said)


def _held(one: Setting) -> bool:
    return bool(_HELD.search(one.before)) or not one.before.strip("、,") or one.before.endswith(("、", "和"))


def name(one: Setting) -> str:
    """The words before the number, without those that only say how much; of a count what follows it."""
    before = _HEAD.sub("", _TAIL.sub("", one.before))
    behind = ""
    if one.claim.number.unit not in ("%", "亿元", "万元", "元", "") and POINTS not in one.claim.number.unit:
        behind = re.match(r"[^,;:。、\d“”《》()]{0,10}", one.behind)[0]  # type: ignore[index]
    found = (before[-_LONGEST:] + behind).strip('“”"()、,:; ')
    if not found:
        earlier = re.split("[,;:。]", one.text[one.sentence[0] : one.clause[0]].rstrip(",;:"))[-1]
        found = _HEAD.sub("", _TAIL.sub("", earlier))[-_LONGEST:]
    return found or one.text[one.start : one.end]
