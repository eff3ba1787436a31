"""By which names a running text calls the indicators: their own, shortened as people do, their ``aliases``, and
the ``cues`` that only point to them.

One name may be of several indicators, which differ in measure or unit: 规上工业增加值 is a level or its growth, by
the number that follows. Which one is meant is for ``claims``. All names are as ``alike`` makes them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.vocabulary.catalogue import Indicator

_ENDINGS = re.compile(
    r"(?:两年平均增速|年均增速|当月增速|当季增速|累计变动|同比变动|比上年增减|变动|增速|家数|人数|条数|种数|场次|册数|的变化|"
    r"在全[国省]的位次|与全[国省]之差|数)$"
)
_SHARE = re.compile(r"(.+?)(?:占(.+?)比重|总产值占比|占比|对(.+)的贡献率)$")
_SHORTER = (
    ("规模以上工业企业数", "规模以上企业数"), ("规模以上工业企业", "规模以上工业"), ("利润总额", "利润"), ("营业收入", "营收"),
    ("地区生产总值", "生产总值"), ("地区生产总值", "gdp"), ("非公有制经济", "非公经济"), ("技术改造", "技改"), ("用电量", "用电"),
    ("固定资产投资", "固投"), ("主营业务收入", "主营收入"), ("第二产业", "二产"),
)  # fmt: skip
_ACHIEVED = re.compile(r"^(规模以上工业企业|规模以上工业|规模以上企业)(?=利润|营业收入|营收)")
"""Behind which people put 实现."""
_RATE = re.compile(r"(?<=增加值)(?:增速|增幅|增长率)$")
"""Behind a name, that its growth is meant."""
_WHOLE = ("生产总值", "gdp")
"""What a whole name may be shortened to; 利润 alone may be anybody's."""
_DESIGNATED = ("规模以上", "规上", "规模")
_FEWEST = 2
_LONGEST_HEAD = 14
_PUT = re.compile("(?:累计)?(?:实现|完成)")
_CHINESE = re.compile("[\u4e00-\u9fff“”]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands, and the ids of the indicators that it may be of."""

    start: int
    stop: int
    indicators: tuple[str, ...]


@kept
def names(tables: Tables) -> Mapping[str, tuple[str, ...]]:
    """Every name, and the ids of the indicators that it is of."""
    found: dict[str, list[str]] = defaultdict(list)
    indicators = tables.catalogue.indicators
    for one in indicators.values():
        for name in sorted(_names(one, indicators)):
            if len(name) >= _FEWEST and one.id not in found[name]:
                found[name].append(one.id)
            share = indicators.get(one.change_of or "", one)
            if (
                share.measure in ("share", "rate")
                and share.of
                and "增加值" in share.of.zh
                and not name.endswith("增加值")
            ):
                found[name + "增加值"].append(one.id)
    for name in tuple(found):
        stem = _RATE.sub("", name)
        found[name] += [id for id in found.get(stem, ()) if stem != name and id not in found[name]]
    return {name: tuple(ids) for name, ids in found.items()}


@kept
def _by_beginning(tables: Tables) -> Mapping[str, tuple[str, ...]]:
    """Names by their first two letters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names(tables):
        found[name[:2]].append(name)
    return {begin: tuple(sorted(some, key=len, reverse=True)) for begin, some in found.items()}


def find(text: str, tables: Tables) -> Iterator[Name]:
    """The names in a text (made by ``alike``), the longest where several begin or overlap."""
    known, begins = names(tables), _by_beginning(tables)
    at = 0
    while at < len(text) - 1:
        name = next((one for one in begins.get(text[at : at + 2], ()) if text.startswith(one, at)), None)
        if name is None:
            at += 1
            continue
        yield Name(at, at + len(name), known[name])
        at += len(name)


def parted(text: str, tables: Tables, spans: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Names with one of some spans in them, a period for the most part: 电子信息产业2020年实现营业收入."""
    begins = _by_beginning(tables)
    for start, stop in spans:
        put = _PUT.match(text, stop)
        behind = put.end() if put else stop
        for at in range(max(0, start - _LONGEST_HEAD), start - 1):
            head = text[at:start]
            if not _CHINESE.fullmatch(head):
                continue
            whole = next(
                (
                    one
                    for one in begins.get(text[at : at + 2], ())
                    if one.startswith(head)
                    and text.startswith(one[len(head) :], behind)
                    and len(one) - len(head) >= _FEWEST
                ),
                None,
            )
            if whole is not None:
                yield Name(at, behind + len(whole) - len(head), names(tables)[whole])
                break


@lru_cache(maxsize=4096)
def _own(name: str, short: str) -> frozenset[str]:
    said = {alike(one) for one in (name, short) if one}
    said |= {_ENDINGS.sub("", one) for one in said}
    said |= {share[1] for one in tuple(said) if (share := _SHARE.match(one))}
    return frozenset().union(*map(variants, said))


def variants(name: str) -> frozenset[str]:
    """A name (as ``alike`` makes it) with all words by which people call the same."""
    said = _shorter(name)
    said |= {_ACHIEVED.sub(r"\1实现", one) for one in said}
    return frozenset(variant for one in said for variant in _designated(one))


def short(one: Indicator) -> str:
    """The short name, but of an increase only where it says so: 省级专精特新企业 is the stock."""
    added = one.addition is not None or one.name.zh.startswith(("新增", "净增"))
    return one.short.zh if one.short and (not added or "增" in one.short.zh) else ""


def is_alias(word: str, one: Indicator) -> bool:
    """Whether an indicator is called so by one of its ``aliases`` or ``cues`` alone."""
    own = _own(one.name.zh, short(one))
    return word not in own and word in _variants((*one.aliases, *one.cues))


def is_cue(word: str, one: Indicator) -> bool:
    """Whether a word only points to an indicator, and may mean another thing."""
    named = _own(one.name.zh, short(one)) | _variants(one.aliases)
    return word not in named and word in _variants(one.cues)


@lru_cache(maxsize=4096)
def _variants(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(variant for one in said for variant in _designated(alike(one)))


def _names(one: Indicator, indicators: Mapping[str, Indicator]) -> set[str]:
    bases = [indicators[id] for id in (one.gap_of, one.change_of, one.rank_of, one.two_year_average_of) if id]
    said = {*_variants((*one.aliases, *one.cues)), *_own(one.name.zh, short(one))}
    for base in bases:
        said |= _names(base, indicators)
    return said


def _shorter(name: str) -> set[str]:
    found = {name}
    for long, short in _SHORTER:
        found |= {
            one.replace(long, short) for one in found if long in one and (one != long or short in _WHOLE)
        }
    return found


def _designated(name: str) -> set[str]:
    for one in _DESIGNATED[:2]:
        if one in name:
            return {
                name.replace(one, other) for other in (_DESIGNATED if "工业" in name else _DESIGNATED[:2])
            }
    return {name}
