"""In which relation a number stands to what it is of, by the words before it: plain, growth, share, contribution, gap,
change, rank, multiple. The words themselves are matched here; which indicator is meant is for ``claims``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from industry.text.claims.numbers import LEVEL, POINTS, Number
from industry.vocabulary.printed import words

Kind = Literal[
    "plain", "growth", "share", "contribution", "pull", "sequential", "gap", "change", "rank", "rank_change", "multiple",
    "above", "quicker", "turned", "placed", "part",
]  # fmt: skip
"""``sequential``: 环比; ``part``: of the same amount of a larger region. The four before it are of comparisons that tell no number: see ``statements``."""
OF_GROWTH = ("gap", "change", "rank", "rank_change", "above", "quicker", "turned", "placed")
"""The relations in which something is told of a growth that another number tells."""
Aspect = Literal["", "rate", "fall", "fell"]
"""Of what figures are told that are compared: of a ``rate`` (增速高于), of the size of a ``fall`` (降幅低于, 下降快于), of something that
``fell`` (下降6.1%,低于: either may be meant, as where only a pace is spoken of); empty where nothing says so but a name."""
_GROWS = re.compile(
    r"(?:增长|增加(?!值)|增(?!加值)|上涨|涨|下降|降|下滑|下跌|减少|回落|负增长|增速|增幅|增长率|降幅|跌幅|萎缩|提高|上升|回升|持平|零增长|翻|拉升|攀升)"
)
_GROWN = re.compile(r"(?:增长|增加|提高|上升|上涨|增|翻|增幅达?|增速达?)(?:了|约|近|超)?$")
_SHARE = re.compile(r"占比|比重|占|份额|增长面")
_BESIDE = "|".join(sorted(map(re.escape, words.of_kind("HL")), key=len, reverse=True))
FEWER = "[多少](?:下降|[降跌])"
"""By how much more or less something falls than another."""
_BENCHMARK = re.compile(
    rf"(?:(?P<head>{_BESIDE}|[大小]于|高出|低出|超过|超出|(?<![同占环])比(?![重较])|(?<!比)较|(?<!参)与|超))(?:同期)?(?P<of>(?:(?!比(?!重)|较|高于|低于)[^,。;:、]){{1,24}}?)"
    rf"(?:平均水平|平均增速|平均增幅|平均|水平|增速|增幅)?(?P<tail>高出?|低|快|慢|{FEWER}|[多少大小出])?(?:了|约|近|超)?$"
)
_NEUTRAL = ("比", "较", "与")
"""Words that compare and don't say which way."""
_MORE = (*words.of_kind("HL"), "高出", "低出", "超过", "超出", "大于", "小于")
_WHOM = re.compile("[\u4e00-\u9fff]{2,4}(?<![达到至为现成])")
"""Words before a sum with which it is compared, and that don't say what it has come to."""
_MOVES = re.compile(
    r"(?:提高|提升|上升|回升|加快|回落|下降|收窄|扩大|净增加?|增加|新增|减少|净减少?|放缓|降低|下滑|(?<=[月年期])[增减]|多|少)(?:了|约|近|超)?$"
)
_PLACES = re.compile(r"(?:前移|后移|前进|后退|晋升|上升|提升|下降|跃升|上移|下移|提高)(?:了)?$")
_ANNUAL = re.compile("年(?:均|平均)(?!人|用工|从业|余额|价|气温)")
_NOT_AVERAGED = re.compile("同比|当月|单月|增长|下降|占|比重|率")
_INCREASE = re.compile("(?:净?增加?|净?减少?|多|少)(?:了|约|近|超)?")
_THAN_LEVEL = re.compile(r"(?:比|较)(?P<of>[^,。;]{2,10}?)的?\d[\d.]*[^\d,。;]{1,3}$")
"""比去年底的13710户, behind which the increase is told."""
_LONG = 30
_PART = re.compile(
    r"(?<![占比])占(?:到|了)?(?P<of>全国|全省|全市|我省|[\u4e00-\u9fff]{2}全省)(?:的|总量的?|同行业的?|的比重为?|比重为?)*(?:达|约|近|超|为)*$"
)
"""占全国的3.2%: what a region's amount is of that of the whole."""
_GROWTH_BEHIND = re.compile("的(?:较快|高速|快速|平稳|稳定|中高速)?(?:增长|增速|增幅)")
_PULLS = re.compile(r"拉动")
_CONTRIBUTES = re.compile(r"贡献率")
_QUICKER = re.compile(rf"(?:[高低快慢小]|(?<!扩)大|{FEWER}|[多少])(?:了|约)?$")
_PART_OF_YEAR = r"[上下]半年|全年|前[\d一二两三四五六七八九十]|第?[一二三四首1-4]季|\d"
YEAR_BEFORE = re.compile(rf"(?:上年|去年)(?!{_PART_OF_YEAR})|同比|年初")
"""With what is a year before; a part of that year (上年四季度) is another time."""
_BEFORE = re.compile(
    r"(?:(?<![同占环])比(?!重)|较)(?P<of>[^,。;]{1,10}?)(?=提高|提升|上升|回升|加快|回落|下降|收窄|扩大|净增|增加|新增|净减|减少|放缓|降低|[前后上下]移|前进|后退|晋升|跃升|高|低|快|慢|多|少|增|减)"
)
FALL = re.compile("降幅|跌幅|减幅")
"""By how much something falls: of a number behind it a fall is told without a sign."""
_LEVEL_WITH = re.compile(
    r"(?:(?<!参)与|(?:和|同(?![比期步月]))(?=[^业额值入润]{0,10}$)|跟|较|(?<![同占环对相])比(?!重))"
    r"(?P<of>(?:(?!与|跟|比(?!重)|同比)[^,;:]){1,24}?)(?:的?(?:平均水平|平均增速|平均增幅|平均|水平|增速|增幅))?(?:相比较?|比较)?(?:均|都|也|仍|还|继续|保持|总体)*$"
)
_LEVEL_BEHIND = re.compile("于(?P<of>[^,;。:]{1,24})")
"""With what something is level (与1-4月持平, 持平于全国)."""
_NOTHING_SAID = re.compile("(?:[,、(]|同比|均|都|也|仍|且|并|但|而)*")
"""Between a figure and what tells that it is level with another."""
_OF_RATE = re.compile("增速|[增涨降跌减]幅|增长率|率|占比|比重|份额")
_OF_TIME = re.compile("年|月|季|同期|上期|期初|时期")
_OF_PLACE = re.compile("[全我][国省市]")
_OF_RANK = re.compile("位次|名次|排名|排位")
_POINTS_NEXT = re.compile(rf"(?:[、和及与]|以及)[^,;。]{{0,24}}{POINTS}")
"""Behind what is told as level, how far the next of its list is above or below."""
_YEAR_AGO = re.compile("(?:上年|去年|上一年)(?:同期|同月)?")
_SEQUENTIAL = re.compile(r"环比|季调")
_MONTH_BEFORE = re.compile(r"[比较]上(?:个)?(?:月|季)(?!末|底).*(?:增长|下降|上涨|下跌)")
_POINTS = (POINTS, "个" + POINTS, "个多" + POINTS)


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind``, ``against``: the words that say with what it is compared, where they are printed (empty: none),
    ``year``: with the same months a year before, ``average``: of a growth, 年均 or 两年平均.
    ``aspect``: of what the figures that are compared are told; ``over``: it is told against another time than a year before.
    ``way``: the words that say which is the higher, or which way it went; empty where none do."""

    kind: Kind
    against: str = ""
    year: bool = False
    average: str = ""
    aspect: Aspect = ""
    over: bool = False
    way: str = ""


def relation(text: str, one: Number, begin: int) -> Relation:
    """What the words from ``begin`` to the number make of it."""
    said = text[begin : one.start]
    if _INCREASE.fullmatch(said) and (level := _THAN_LEVEL.search(text[:begin][-_LONG:])):
        return Relation("change", level["of"])
    if _PART.search(said) and one.unit == "%" and (part := _PART.search(said)):
        return Relation("part", part["of"])
    clause = re.split(r"[,;:、]", said)[-1]
    average = "two" if "两年平均" in clause else "annual" if _ANNUAL.search(clause) else _averaged(text, one)
    if LEVEL.search(text[one.start : one.end]) and (told_even := even(text, one, begin, average)):
        return told_even
    if one.place:
        return Relation("rank", _among(said))
    if one.unit in ("位", "名") and _PLACES.search(clause):
        before = _BEFORE.search(clause)
        return Relation("rank_change", before["of"] if before else "", bool(YEAR_BEFORE.search(clause)))
    if _CONTRIBUTES.search(clause):
        return Relation("contribution")
    if _PULLS.search(clause):
        return Relation("pull")
    if _SEQUENTIAL.search(clause) or not one.unit.endswith(POINTS) and _MONTH_BEFORE.search(clause):
        return Relation("sequential")
    before = _BEFORE.search(clause)
    year = bool(YEAR_BEFORE.search(before["of"] if before else clause))
    compared = _BENCHMARK.search(clause)
    told = (
        one.unit in ("%", *_POINTS) or _QUICKER.search(clause) or compared and _beside_amount(compared, one)
    )
    if compared and told and not _times(compared["of"]):
        way = compared["tail"] or compared["head"]
        return Relation("gap", compared["of"], average=average, way=way)
    if one.unit.endswith(POINTS):
        if (moves := _MOVES.search(clause)) and not (re.search("增长$", clause)):
            return Relation("change", before["of"] if before else "", year, average, way=moves[0])
        if compared and (compared["tail"] or compared["head"] not in _NEUTRAL):  # 高于上年同期
            return Relation("change", compared["of"], year, average, way=compared["tail"] or compared["head"])
        if quicker := _QUICKER.search(clause):
            return Relation("gap", average=average, way=quicker[0])
        if _SHARE.search(clause):
            return Relation("share")
        return Relation("growth" if _GROWS.search(clause) else "plain", average=average)
    if one.unit == "倍":
        return Relation("growth" if _GROWN.search(clause) else "multiple", average=average)
    if one.unit in ("%", "成", "‰"):
        if _GROWTH_BEHIND.match(text, one.end) and not _SHARE.search(clause):
            return Relation("growth", average=average)
        if _SHARE.search(clause) and not re.search(r"增长$|增长了$", clause):
            return Relation("share")
        return Relation(
            "growth" if _GROWS.search(clause + text[one.start : one.end]) else "plain", average=average
        )
    if before and (moves := _MOVES.search(clause)):
        return Relation("change", before["of"], year, way=moves[0])
    return Relation("plain", average=average)


def even(text: str, one: Number, begin: int, average: str) -> Relation | None:
    """Of what 持平 tells a difference of nothing: of two regions, or of a rate's two times; None where it tells that an amount hasn't grown on the
    year. Where no words say with what a rate is level, nothing is compared."""
    said = text[begin : one.start]
    clause = re.split("[,;:]", said)[-1]
    found = list(_LEVEL_WITH.finditer(clause))
    beside = found[-1] if found else None
    of = clause[beside.start("of") : beside.end("of")] if beside else ""
    if behind := _LEVEL_BEHIND.match(text, one.end):
        of = behind["of"]
    before = said[: len(said) - len(clause)] + clause[: beside.start() if beside else len(clause)]
    bare = _NOTHING_SAID.fullmatch(before) is not None
    rate = _OF_RATE.search(before) is not None or bare and text.endswith("%", 0, begin)
    if of and not (_OF_TIME.search(of) and not _OF_PLACE.search(of)):
        return Relation("gap", of, average=average, way=beside[0][0] if beside else "")
    points = not of and (text.endswith(POINTS, 0, begin) or _POINTS_NEXT.match(text, one.end) is not None)
    if points or _OF_RANK.search(before) or bare and text.endswith((POINTS, "位"), 0, begin):
        return Relation("change")
    if not rate and (not of or _YEAR_AGO.fullmatch(of)):
        return None
    return Relation("change", of, _YEAR_AGO.fullmatch(of) is not None, average)


def _beside_amount(compared: re.Match[str], one: Number) -> bool:
    """Whether a sum or a count is told as by how much one is more than another's (多于江西10996.1亿元), and not as what it has come to."""
    return one.unit != "" and compared["head"] in _MORE and _WHOM.fullmatch(compared["of"]) is not None


def _averaged(text: str, one: Number) -> str:
    """``two`` or ``annual``, where the sentence said before that it tells averages over years, and hasn't told growth on a year since."""
    said = text[max(text.rfind(sign, 0, one.start) for sign in "。!?\n") + 1 : one.start]
    last = said.rpartition("两年平均")
    if re.search("年均[,;]", said.rpartition("%")[2]) and one.unit == "%":
        return "annual"
    if not last[1] or one.unit != "%" or "同比" in last[2]:
        return ""
    return "two" if not _NOT_AVERAGED.search(last[2]) or not re.search(r"\d%", last[2]) else ""


def _among(said: str) -> str:
    """Among whom a place is counted: the last of 全国, 全省, 全市 or a region's name before it."""
    found = re.findall(r"全国|全省|全市|我省|我市|[\u4e00-\u9fff]{2}省", said[-14:])
    return found[-1] if found else ""


def _times(words: str) -> bool:
    """Whether words name a time and no place: 去年同期, 一季度, 1-5月."""
    return re.search(r"年|月|季度|同期|上期|期初", words) is not None and "全" not in words
