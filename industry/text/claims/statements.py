"""Comparisons that a text tells without a number: 增速高于全国平均水平, 比上年同期加快, 由负转正, 居三省首位. Each stands among the
numbers, by the span of the words that say it; in which relation it stands is read off these words again.

Only what is compared with a region or a time by name is a comparison; 高于预期, 好于其他地区 say nothing that tables hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from industry.text.claims.numbers import POINTS, Number
from industry.text.claims.relations import FEWER, YEAR_BEFORE, Kind, Relation
from industry.text.claims.when import When
from industry.text.claims.where import Where
from industry.vocabulary.printed import words as printed

_SO_FAR = re.compile(r"(?:(?<!平)均|都|也|仍|继续|持续|始终|明显|略)?$")
_ABOVE = re.compile("|".join(sorted((*printed.of_kind("HL"), "超过", "大于", "小于"), key=len, reverse=True)))
_THAN = re.compile(r"(?<![同占环对])比(?!重)")
_LEVEL = r"(?:同期)?(?:平均水平|平均增速|平均增幅|平均|水平|增速|增幅)?"
_END = r"(?=[,。;:!?)\n]|$)"
_LEVELLED = re.compile(_LEVEL + _END)
_SO = re.compile(rf"{_LEVEL}(?:明显|略|更)?(?P<way>{FEWER}|[高低快慢大小多少]){_END}")
_WAY = re.compile(f"{FEWER}$|.$")
_MOVED = re.compile(
    rf"(?:有所|明显|略有|小幅|大幅|继续|进一步|逐步|稳步|均)*(?P<way>加快|提高|提升|上升|回升|放缓|回落|下降|降低|收窄|扩大){_END}"
)
_TURNED = re.compile(r"由负转正|转负为正|扭负为正|由降转[增升]|由正转负|由[增升]转降")
_PLACED = re.compile(
    rf"(?:位居|居|位列|列|排名?)(?P<many>[两三四五六])省(?:份)?(?P<place>首位|第[一二三四五六1-6]位?|末位){_END}"
)
_NUMERALS = (
    {one: at for at, one in enumerate("一二三四五六", start=1)}
    | {str(at): at for at in range(1, 7)}
    | {"两": 2}
)


def find(text: str, wheres: Sequence[Where], whens: Sequence[When]) -> Iterator[Number]:
    """The comparisons of a text (made by ``alike``) that tell no number, each as the number that it would be."""
    by_start = {one.start: one for one in wheres}
    for kind, form in (("above", _ABOVE), ("above", _THAN)):
        for one in form.finditer(text):
            whom = by_start.get(one.end())
            behind = (_SO if form is _THAN else _LEVELLED).match(text, whom.stop) if whom else None
            if behind:
                yield _made(text, one.start(), behind.end(), kind)
    for when in whens:
        if (
            when.base
            and when.start
            and text[when.start - 1] in "比较"
            and (moved := _MOVED.match(text, when.stop))
        ):
            yield _made(text, when.start - 1, moved.end(), "quicker")
    for one in _TURNED.finditer(text):
        yield _made(text, one.start(), one.end(), "turned")
    for one in _PLACED.finditer(text):
        yield _made(text, one.start(), one.end(), "placed")


def _made(text: str, start: int, end: int, kind: str) -> Number:
    adverb = _SO_FAR.search(text, max(0, start - 2), start)
    begin = adverb.start() if adverb else start
    return Number(begin, end, begin, POINTS, said=kind)


def among(numbers: Sequence[Number], told: Iterator[Number]) -> tuple[Number, ...]:
    """Numbers and comparisons in order; a number inside the words of a comparison is part of these."""
    found = sorted(told, key=lambda one: one.start)
    inside = {at for one in found for at in range(one.start, one.end)}
    rest = [one for one in numbers if not inside & {one.start, one.end - 1}]
    return tuple(sorted((*rest, *found), key=lambda one: one.start))


def relation(text: str, one: Number) -> Relation:
    """What is compared, and which way; ``against`` the words for a region or a time, of a place among how many and which."""
    words = text[one.start : one.end]
    told = Relation(_KINDS[one.said])
    if one.said == "turned":
        return replace(told, way="up" if words[-1] in "正增升" else "down")
    if one.said == "placed":
        found = _PLACED.search(words)
        assert found is not None
        return replace(told, against=found["many"] + "省", way=found["place"])
    if one.said == "quicker":
        time, way = re.split("比|较", words, maxsplit=1)[-1], words[-2:]
        year = YEAR_BEFORE.match(time) is not None
        return replace(told, against=time[:-2], year=year, way=way)
    above = _ABOVE.search(words)
    if above:
        return replace(told, against=words[above.end() :], way=above[0])
    than = re.split("比(?!重)", words)[-1]
    behind = _WAY.search(than)
    assert behind is not None
    return replace(told, against=than[: behind.start()], way=behind[0])


_KINDS: dict[str, Kind] = {"above": "above", "quicker": "quicker", "turned": "turned", "placed": "placed"}


def place(words: str, many: str) -> tuple[int, int]:
    """Which place among how many: 首位 of 三省 is the first of three."""
    among = _NUMERALS[many[0]]
    return (1 if words == "首位" else among if words == "末位" else _NUMERALS[words[1]]), among
