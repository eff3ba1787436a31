"""Lists that are told with 分别: the names, regions or periods before it, each of the number in its place; and the regions or times
behind it, or behind one another, with which each number is compared (分别高于全国、河北0.1个和3.3个百分点)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from industry.text.claims.numbers import MOVED, POINTS
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation, relation
from industry.text.claims.where import Where
from industry.vocabulary.printed import words

_MARK = re.compile("分别|依次")
_RUN = re.compile(
    rf"(?:[、,]|和|与|及|以及)(?:{MOVED}|高|低|快|慢|大|小|增长|超|约|近|达|为|-)*(?:[一二两三四五六七八九十]+)?(?=$)"
)
_JOINTS = re.compile(r"[、,]|和|及|与|以及")
_JOINT = re.compile(r"、|和|及|与|以及")
_OF = re.compile("(?:占|在|比|较|于)(?:全国|全省|全市|我省|我市)?的?$")
"""Before a name that only says of what something is a share, or with what it is compared."""
_NEAR = 5
_LEVEL = r"(?:平均水平|平均增速|平均增幅|平均|水平|增速|增幅)?"
_HIGHER = "|".join(
    sorted(map(re.escape, (*words.of_kind("HL"), "高出", "低出", "超过")), key=len, reverse=True)
)
_BEHIND = re.compile(
    rf"(?:均|都)?(?:(?P<higher>{_HIGHER})(?P<whom>[^,;。]+?)|(?:比|较)(?P<what>[^,;。]+?)(?P<way>高出?|低|快|慢|{MOVED}))(?:了)?$"
)
_BEFORE = re.compile(
    rf"(?:(?P<higher>{_HIGHER})(?P<whom>[^,;。高低快慢]+?)$|(?:比|较)(?P<what>[^,;。比较]+?)$)"
)
_WAY = re.compile(rf"(?:高出?|低|快|慢|{MOVED})?(?:了|出)?$")
_NEXT = re.compile(rf"(?:[、,]|和|及|以及)(?P<whom>[^,;。、]+?){_LEVEL}$")
_DIRECTIONS = re.compile(
    rf"{_HIGHER}|{MOVED}|[高低]出|[高低](?!新|技术|耗能)|快|慢|增长|增加(?!值)|减少|下滑"
)
_YEAR_BEFORE = re.compile(r"(?:上年|去年)同期|上年|去年")


@dataclass(frozen=True, slots=True)
class Listed:
    """A number's place in a list with 分别: ``first`` is the index of the list's first number, ``item`` the text of
    what its own stands for, ``sure`` that there are as many of these as of numbers."""

    first: int
    item: tuple[int, int]
    head: tuple[int, int]
    sure: bool


def listed(read: Read, at: int) -> Listed | None:
    """The list with 分别 in which a number stands, its items before it."""
    found = _list(read, at)
    if found is None:
        return None
    mark, run = found
    begin = read.sentence(mark)
    clause = max(begin, *(read.text.rfind(sign, begin, mark) + 1 for sign in ";:"))
    clause = max([clause, *(one.end for one in read.numbers if clause <= one.start < mark)])
    items = _items(read, clause, mark, len(run)) or _earlier(read, begin, mark, len(run))
    if items is None:
        return Listed(run[0], (clause, mark), (clause, mark), False)
    return Listed(run[0], items[run.index(at)], (min(clause, items[0][0]), mark), True)


def _list(read: Read, at: int) -> tuple[int, list[int]] | None:
    """Where 分别 stands before a number in its sentence, and the numbers of its list, if this is one of them."""
    one = read.numbers[at]
    begin = read.sentence(one.start)
    marks = [mark.start() for mark in _MARK.finditer(read.text, begin, one.start)]
    if not marks:
        return None
    some = [
        place
        for place in range(at + 1)
        if read.numbers[place].start > marks[-1] and read.sentence(read.numbers[place].start) == begin
    ]
    run = [some[0]]
    for place in range(some[0] + 1, len(read.numbers)):
        between = read.text[read.numbers[run[-1]].end : read.numbers[place].start]
        if read.numbers[place].said or not _RUN.fullmatch(between):
            break
        run.append(place)
    return (marks[-1], run) if at in run else None


def _items(read: Read, begin: int, mark: int, many: int) -> list[tuple[int, int]] | None:
    """The parts of what stands before 分别, as many as there are numbers: names, regions or periods."""
    kinds: Sequence[list[tuple[int, int]]] = (
        [
            (one.start, one.stop)
            for one in read.names
            if begin <= one.start and one.stop <= mark and not _OF.search(read.text[: one.start][-_NEAR:])
        ],
        [(w.start, w.stop) for w in read.wheres if begin <= w.start and w.stop <= mark and not w.base],
        [(w.start, w.stop) for w in read.whens if begin <= w.start and w.stop <= mark and not w.base],
    )
    for found in kinds:
        if len(found) == many and all(
            _JOINTS.search(read.text[left[1] : right[0]]) for left, right in pairwise(found)
        ):
            return found
    for found in kinds:
        chain = found[-1:]
        for left in reversed(found[:-1]):
            if not _JOINT.fullmatch(read.text, left[1], chain[0][0]):
                break
            chain.insert(0, left)
        if len(chain) == many > 1:
            return chain
    return None


def _earlier(read: Read, begin: int, mark: int, many: int) -> list[tuple[int, int]] | None:
    """The items of the list before in the sentence, where this one has none of its own: A、B分别增长x、y，占比分别为…"""
    marks = [one.start() for one in _MARK.finditer(read.text, begin, mark)]
    if not marks or any(
        one.start >= marks[-1] and one.stop <= mark for one in read.names if one.start >= mark
    ):
        return None
    between = sum(marks[-1] < one.start < mark for one in read.numbers)
    clause = max([begin, *(one.end for one in read.numbers if begin <= one.start < marks[-1])])
    return _items(read, clause, marks[-1], many) if between == many else None


def compared(read: Read, at: int) -> Relation | None:
    """With what a number is compared by its place among several: 分别比全国、河北高x、y, 快于全国x、河北y."""
    found = _list(read, at)
    if found is not None:
        mark, run = found
        before, behind = (
            read.text[read.sentence(mark) : mark],
            read.text[mark + 2 : read.numbers[run[0]].start],
        )
        before = re.split("[,;:]", before)[-1]
        one = _BEHIND.fullmatch(behind)
        way = (one["higher"] or one["way"]) if one else ""
        if one is None and _WAY.fullmatch(behind):
            one = _BEFORE.search(before)
            way = (one["higher"] or re.sub("[了出]$", "", behind)) if one else ""
        if one is None or not way:
            return None
        parts = _parts(one["whom"] or one["what"], read)
        if len(parts) != len(run) or len(parts) < 2:
            return None
        own = relation(read.text, read.numbers[at], read.begin(at)).way if at != run[0] else ""
        return _told(parts[run.index(at)], own or way)
    return _next(read, at)


def directed(read: Read, at: int, first: int, said: Relation) -> Relation:
    """The relation of a list's ``first`` number with the direction that another has for itself (分别提高x和下降y)."""
    own = relation(read.text, read.numbers[at], read.begin(at)) if at != first and said.way else said
    return replace(said, way=own.way or said.way)


def several(read: Read, at: int) -> bool:
    """Whether more than one direction stands before the list of a number (分别高于、低于全国x和y), so that it isn't sure which is whose."""
    found = _list(read, at)
    if found is None:
        return False
    mark, run = found
    return len(_DIRECTIONS.findall(read.text, mark, read.numbers[run[0]].start)) > 1


def subjects(read: Read, at: int) -> list[Where]:
    """The regions around a number that is compared by its place, without the one that stands right before it: of 快于河北x、陕西y the
    second is no subject either."""
    last = read.numbers[at - 1].end if at else 0
    start = read.numbers[at].start
    return [one for one in read.wheres if one.stop < start or one.start < last]


def _next(read: Read, at: int) -> Relation | None:
    """快于河北3.3个百分点、陕西3个百分点."""
    one = read.numbers[at]
    if not at or not one.unit.endswith(POINTS):
        return None
    last = read.numbers[at - 1]
    found = _NEXT.fullmatch(read.text[last.end : one.start])
    if found is None or found["whom"] not in read.places.names or not last.unit.endswith(POINTS):
        return None
    said = compared(read, at - 1) or relation(read.text, last, read.begin(at - 1))
    if said.kind != "gap" or not said.against:
        return None
    way = said.way or read.text[read.begin(at - 1) : last.start]
    return Relation("gap", found["whom"], way=way)


def _parts(named: str, read: Read) -> list[str]:
    """The regions or times that words name; empty where any is neither."""
    parts = [re.sub(f"{_LEVEL}$", "", one) for one in re.split("、|以及|和|与|及", named)]
    known = [one in read.places.names or re.search(r"年|月|季度|同期", one) is not None for one in parts]
    return parts if all(known) else []


def _told(what: str, way: str) -> Relation:
    if re.fullmatch(MOVED, way):
        year = _YEAR_BEFORE.fullmatch(what) is not None
        return Relation("change", what, year, way=way)
    return Relation("gap", what, way=way)
