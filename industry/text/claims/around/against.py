"""Whether a growth is told against another time than a year before, where that stands at the head of its sentence or behind the number: 与2019年同期相比，…,
较疫情前，…. What stands right before a number (比2019年增长) is found with the number itself."""

from __future__ import annotations

import re

from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.text.claims.when import When, year_before

_AGAINST = re.compile(
    r"(?:^|[,;:])(?:全[国省市]|我[国省市])?(?:(?:与|和|同|以)[^,。;]{2,14}?(?:相比|比较|比|为基期|为基数|为基础)|(?:相?比|相?较于?|对比)(?!重|较)[^,。;%增降涨高低快慢]{2,12})(?=,)"
)
"""与2019年同期相比, at the head of what is told against that."""
_AGAINST_BEHIND = re.compile(
    "[,(]?(?:这|均)?是?(?:与|和|同)[^,。;]{2,14}?(?:相比|比较)的?[^,。;]{0,4}(?=[,。;)]|$)"
)
_OWN_BASE = re.compile("同比|[比较](?:上年|去年)")


def another_time(read: Read, begin: int, start: int, one: Number, time: When | None) -> bool:
    """Whether a growth is told against another time than a year before, or nobody knows what: as the sentence says at its head, or behind
    the number. A growth of which its own words say that it is on a year before isn't."""
    behind = _AGAINST_BEHIND.match(read.text, one.end)
    if behind is not None:
        return not _year_ago(read, *behind.span(), time)
    if _OWN_BASE.search(read.text, start, one.start):
        return False
    heads = list(_AGAINST.finditer(read.text[begin : one.start]))
    return bool(heads) and not _year_ago(read, begin + heads[-1].start(), begin + heads[-1].end(), time)


def longer_ago(read: Read, begin: int, one: Number, time: When | None, said: Relation) -> When | None:
    """The time against which a figure is told, where that isn't a year before: 比2019年同期增长, 较一季度增长, 是2015年的1.4倍."""
    clause = max(begin, *(read.text.rfind(sign, 0, one.start) + 1 for sign in ",;"))
    bases = [each for each in read.whens if each.base and clause <= each.start and each.stop <= one.start]
    told = [
        each for each in bases if read.text[max(0, each.start - 1) : each.start] in ("比", "较", "是", "于")
    ]
    if said.kind == "plain" and told and read.text[told[-1].stop : one.start] == "的":  # 比去年底的13710户
        return None
    return next((each for each in told if time is None or not year_before(each, time)), None)


def _year_ago(read: Read, start: int, stop: int, time: When | None) -> bool:
    """Whether the time named there is a year before another."""
    whens = [each for each in read.whens if start <= each.start and each.stop <= stop]
    if not whens:
        return re.search("(?:上年|去年)同?[期月]?(?:相?比)?", read.text[start:stop]) is not None
    return time is not None and all(year_before(each, time) for each in whens)
