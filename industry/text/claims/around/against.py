"""With what a figure is compared: which region, which time, and whether that is another than a year before, also where it stands at the head of the
sentence or behind the number: 与2019年同期相比，…, 较疫情前，…; and whether more is named beside it than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from industry.text.claims.claim import Claim
from industry.text.claims.numbers import LEVEL, Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import OF_GROWTH, Relation
from industry.text.claims.when import YEAR, When, year_before
from industry.vocabulary.catalogue import Indicator

_AGAINST = re.compile(
    r"(?:^|[,;:])(?:全[国省市]|我[国省市])?(?:(?:与|和|同|以)[^,。;]{2,14}?(?:相比|比较|比|为基期|为基数|为基础)|(?:相?比|相?较于?|对比)(?!重|较)[^,。;%增降涨高低快慢]{2,12})(?=,)"
)
"""与2019年同期相比, at the head of what is told against that."""
_AGAINST_BEHIND = re.compile(
    "[,(]?(?:这|均)?是?(?:与|和|同)[^,。;]{2,14}?(?:相比|比较)的?[^,。;]{0,4}(?=[,。;)]|$)"
)
_LEVEL = re.compile("^同期|平均水平|平均|水平|增速|增幅|^的")
"""Beside another region's name, what says of no other figure that it is told."""
_PRONOUNS = ("它", "其", "该省", "该市", "前者", "他们")
"""Words for the region that was spoken of before."""
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


def earlier(read: Read, one: Number, said: Relation) -> When | None:
    """The time that the words name with which a change is told (比上年前三季度提高, 高于一季度); None where they name none, or no more than a year
    before (同比, 比上年, 比上年同期)."""
    at, stop = _than(read, one, said)
    inside = [each for each in read.whens if at <= each.start and each.stop <= stop]
    return inside[0] if len(inside) == 1 and not said.year else None


def than_a_time(read: Read, one: Number, said: Relation) -> bool:
    """Whether what a change is told against is no more than a time: neither that of another region (比河北上年同期) nor of another name."""
    at, stop = _than(read, one, said)
    times = [each.start for each in read.whens if at <= each.start and each.stop <= stop]
    places = any(at <= each.start and each.stop <= stop for each in read.wheres)
    return times in ([], [at]) and not places and next(read.names_between(at, stop), None) is None


def _than(read: Read, one: Number, said: Relation) -> tuple[int, int]:
    """Where the words stand with which something is compared; nowhere where there are none."""
    begin = read.sentence(one.start)
    at = read.text.rfind(said.against, begin, one.end) if said.against else -1
    return (at, at + len(said.against)) if at >= begin else (0, 0)


def whom(
    read: Read, said: Relation, before: Sequence[Claim], one: Number, region: str | None
) -> tuple[str | None, tuple[str, When | None] | None]:
    """With which region something is compared, by id; the words where they name none."""
    if said.kind not in ("gap", "rank", "above", "part"):
        return said.against or None, None
    for name in sorted(read.places.names, key=len, reverse=True):
        if said.against.startswith(name) or said.kind == "rank" and said.against == name:
            return read.places.names[name] or name, None
    if said.against and said.against not in _PRONOUNS:
        return said.against, None
    last = next(iter(bases(read, said, before, one, region)), None)
    return (last[0], last) if last is not None else (None, None)


def bases(
    read: Read, said: Relation, before: Sequence[Claim], one: Number, region: str | None
) -> list[tuple[str, When | None]]:
    """The regions, each with its time, with which a gap may be told whose words name none, the last first: those whose figures its sentence
    has told before it, never those that have only been told as above or below one, and those with which these were compared in words."""
    begin = max(read.text.rfind(sign, 0, one.start) for sign in "。\n") + 1
    found: dict[str, When | None] = {}
    if said.kind not in ("gap", "above"):
        return []
    for old in reversed(before):
        if old.number.start < begin:
            break
        named = old.against if old.relation.kind in ("gap", "above") and old.relation.against else None
        its = named if old.relation.kind in OF_GROWTH else old.region or ""
        if its is not None and its != region:
            found.setdefault(its, old.when)
    return list(found.items())


def undecided(
    read: Read,
    said: Relation,
    before: Sequence[Claim],
    one: Number,
    region: str | None,
    meant: Sequence[Indicator],
) -> bool:
    """Whether it isn't sure with which figure a gap is told whose words name no region: only behind one that is sure, and of what is meant, it is."""
    if said.against and said.against not in _PRONOUNS:
        return False
    some = bases(read, said, before, one, region)
    if not some:
        return False
    figures = (old for old in reversed(before) if old.relation.kind not in OF_GROWTH)
    told = next((old for old in figures if old.region == some[0][0]), None)
    if told is None or len(some) > 1 or told.doubts & {"region", "period"}:
        return True
    return not {*_plainly(read, told.indicators)} & {*_plainly(read, meant)}


def _plainly(read: Read, some: Sequence[Indicator]) -> Iterator[str]:
    """The names of indicators, or of what they are gaps of, whether of one month or not."""
    every = read.tables.catalogue.indicators
    for one in some:
        yield re.sub("当[月季]", "", every[one.gap_of or one.id].name.zh)


def level_with_it(read: Read, at: int, said: Relation) -> bool:
    """Whether a region right behind another's growth may be level with that, or not have grown (江西增长8.8%,河北持平)."""
    one, last = read.numbers[at], read.numbers[max(at - 1, 0)]
    whose = next((each for each in read.wheres if each.stop == one.start), None)
    if not at or said.kind != "growth" or last.unit != "%" or whose is None:
        return False
    return LEVEL.search(read.text, one.start, one.end) is not None and read.text[last.end : whose.start] in (
        *",;、",
    )


def places_since(said: Relation, then: When | None, time: When | None) -> bool:
    """Whether places are told to be gained since another time than a year before, from which alone the tables count them."""
    if said.kind != "rank_change" or not said.against or said.year:
        return False
    return then is None or time is None or (then.first, then.last) != (time.first - YEAR, time.last - YEAR)


def another_indicator(read: Read, said: Relation, one: Number, meant: Sequence[Indicator]) -> bool:
    """Whether a figure is told beside that of another region by more words than the region's name (高于全国GDP增速), and they aren't the name of what is
    meant."""
    known = max((name for name in read.places.names if said.against.startswith(name)), key=len, default="")
    rest = _LEVEL.sub("", said.against.removeprefix(known))
    if said.kind not in ("gap", "above") or not known or not rest:
        return False
    at = read.text.rfind(rest, read.sentence(one.start), one.end)
    own = {id for each in meant for id in (each.id, each.gap_of)}
    names = (each for each in read.names if each.start == at and at + len(rest) <= each.stop)
    return not any(own & {*each.indicators} for each in names)


def _year_ago(read: Read, start: int, stop: int, time: When | None) -> bool:
    """Whether the time named there is a year before another."""
    whens = [each for each in read.whens if start <= each.start and each.stop <= stop]
    if not whens:
        return re.search("(?:上年|去年)同?[期月]?(?:相?比)?", read.text[start:stop]) is not None
    return time is not None and all(year_before(each, time) for each in whens)
