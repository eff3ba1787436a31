"""Which indicator a number is of: the longest name nearest before it within its sentence, or right behind it (1.4万家
规模以上工业企业), of those whose measure and unit go with its relation; and where a list is told with 分别, the one in its
place.

It is sure only where nothing that isn't understood stands between the name and the number, or right before the name: a
word that the reader doesn't know may make it another indicator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from industry.tables.tables import Tables
from industry.text.naming import Name, is_alias
from industry.text.numbers import POINTS, Number
from industry.text.relations import Relation
from industry.text.when import When
from industry.text.where import Places, Where
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

_MEASURES: dict[str, tuple[str, ...]] = {
    "growth": ("growth_yoy",),
    "share": ("share", "rate"),
    "contribution": ("contribution", "share"),
    "gap": ("gap",),
    "change": ("change",),
    "rank": ("rank", "count"),
    "rank_change": ("change",),
    "multiple": ("multiple", "growth_yoy"),
    "pull": (),
    "plain": (
        "level",
        "count",
        "parameter",
        "streak",
        "rate",
        "share",
        "contribution",
        "growth_yoy",
        "multiple",
        "change",
    ),
}
_DIFFER: dict[str, tuple[str, ...]] = {
    "": ("growth_yoy", "share", "rate"),
    "two": ("growth_two_year_average",),
    "annual": ("growth_annual_average",),
}
"""Of which measures a difference is told in percentage points."""
_KNOWN = re.compile(
    r"[,.、;:()“”\s]|截[至止]|同比|累计|当月|当季|分别|其中|实现|完成|达到|达|为|是|的|了|在|中|均|也|都|由|从|到|至|增速|增幅|增长率|降幅|"
    r"增长|增加|下降|提高|提升|上升|回升|加快|回落|收窄|扩大|放缓|减少|降低|高于|低于|快于|慢于|高出|高|低|快|慢|比|较|与|"
    r"占比|占|比重|位次|排名|位居|位列|名列|居|列|排|第|平均水平|平均增速|平均增幅|平均|水平|年均|两年平均|前移|后移|首次|已|"
    r"约|超过|超|近|突破|逾|净增|新增|总额|总量|数量|数|规模|一举|预计|力争|确保|目标|计划|争取|仅|就|将|共|共有|共计|有|"
    r"贡献率|对|拉动|上年末|上年同期|去年同期|上年|去年|同期|同时|而|和|及|以及|年内|今年|本年|全年|持平|基本|家|以上|各"
)
_ENDED = re.compile(r"[,.。;、:!?()\n\s]|和|及|以及|与|的|$|比|较|同比|增长|占|约|左右|以上")
_ENTERPRISES = re.compile("规(?:模以上|上|模)(?:工业)?企业$")
_LISTS = re.compile("分别")
_STOPS = "。!?\n"
_JOINTS = re.compile(r"[、,]|和|及|与|以及")


@dataclass(frozen=True, slots=True)
class Read:
    """A text with all that was found in it."""

    text: str
    tables: Tables
    numbers: Sequence[Number]
    names: Sequence[Name]
    whens: Sequence[When]
    wheres: Sequence[Where]
    places: Places

    def sentence(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return max(self.text.rfind(sign, 0, at) for sign in _STOPS) + 1

    def begin(self, at: int) -> int:
        """Where the words of a number begin: behind the number before it in its sentence."""
        one = self.numbers[at]
        begin = self.sentence(one.start)
        return max(begin, self.numbers[at - 1].end) if at else begin


@dataclass(frozen=True, slots=True)
class Listed:
    """A number's place in a list with 分别: ``first`` is the index of the list's first number, ``item`` the text of
    what its own stands for, ``sure`` that there are as many of these as of numbers."""

    first: int
    item: tuple[int, int]
    head: tuple[int, int]
    sure: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """The indicators that a number may be of, those named around it, and whether it is ``sure``; ``region`` and
    ``when`` where its place in a list says so, ``pair`` where it is an end of 由x到y."""

    indicators: tuple[Indicator, ...]
    near: tuple[Indicator, ...]
    sure: bool
    region: tuple[str | None, bool] | None = None
    when: When | None = None
    pair: bool = False


def listed(read: Read, at: int) -> Listed | None:
    """The list with 分别 in which a number stands."""
    one = read.numbers[at]
    begin = read.sentence(one.start)
    marks = [mark.start() for mark in _LISTS.finditer(read.text, begin, one.start)]
    if not marks:
        return None
    mark = marks[-1]
    some = [
        place
        for place, other in enumerate(read.numbers)
        if other.start > mark and read.sentence(other.start) == begin
    ]
    run = [some[0]]
    for place in some[1:]:
        between = read.text[read.numbers[run[-1]].end : read.numbers[place].start]
        if not re.fullmatch(r"(?:[、,]|和|及|以及)(?:下降|增长|超|约|近|回落|提高|达|为|-)?", between):
            break
        run.append(place)
    if at not in run:
        return None
    clause = max(begin, *(read.text.rfind(sign, begin, mark) + 1 for sign in ";:"))
    earlier = [other.end for other in read.numbers if clause <= other.start < mark]
    clause = max([clause, *earlier])
    items = _items(read, clause, mark, len(run))
    if items is None:
        return Listed(run[0], (clause, mark), (clause, mark), False)
    return Listed(run[0], items[run.index(at)], (clause, mark), True)


def _items(read: Read, begin: int, mark: int, many: int) -> list[tuple[int, int]] | None:
    """The parts of what stands before 分别, as many as there are numbers: names or regions."""
    for found in (
        [(one.start, one.stop) for one in read.names if begin <= one.start and one.stop <= mark],
        [
            (one.start, one.stop)
            for one in read.wheres
            if begin <= one.start and one.stop <= mark and not one.base
        ],
    ):
        if len(found) == many and all(
            _JOINTS.search(read.text[left[1] : right[0]])
            for left, right in zip(found, found[1:], strict=False)
        ):
            return found
    return None


def bind(read: Read, at: int, said: Relation, place: Listed | None) -> Bound:
    """Of which indicator the number is."""
    one = read.numbers[at]
    near = _near(read, one)
    if place is not None:
        return _of_list(read, at, said, place, near)
    behind = _behind(read, one, said)
    if behind is not None:
        return Bound(behind[0], near, behind[1])
    begin = read.sentence(one.start)
    skipped = False
    for name in reversed([name for name in read.names if begin <= name.start and name.stop <= one.start]):
        if _only_compared(read.text, name, said):
            continue
        fit = fitting(read, name.indicators, one, said)
        if not fit:
            skipped = True
            continue
        clear = (
            _clear(read, name.stop, one.start, said)
            and _prefix(read, name)
            and _alone(read, at, name, said, fit[0])
        )
        pair = _pair(read, at)
        return Bound(fit, near, clear and not skipped and len(fit) == 1, pair=pair)
    return Bound((), near, False)


def _alone(read: Read, at: int, name: Name, said: Relation, meant: Indicator) -> bool:
    """Whether a number has its name for itself: no noun of its own follows it (49家企业获评…), no other number of the
    same kind has been told of the name, and an alias, which says less than a name, stands in a sentence that is understood
    from its beginning."""
    one = read.numbers[at]
    counted = said.kind == "plain" and one.unit not in ("%", "倍") and not one.unit.endswith(POINTS)
    if counted and not _ENDED.match(read.text, one.end):
        return False
    if counted and any(name.stop <= other.start for other in read.numbers[:at] if other.unit == one.unit):
        return False
    word = read.text[name.start : name.stop]
    if not is_alias(word, meant):
        return True
    begin = read.sentence(name.start)
    others = [other for other in read.names if begin <= other.start and other.stop <= name.start]
    catalogue = read.tables.catalogue.indicators
    if others and _ENTERPRISES.search(read.text[others[-1].start : others[-1].stop]):
        return _clear(read, others[-1].stop, name.start, said)
    kin = all(catalogue[other.indicators[0]].industry == meant.industry for other in others)
    return kin and _clear(read, begin, name.start, said, others or [name])


def _of_list(read: Read, at: int, said: Relation, place: Listed, near: tuple[Indicator, ...]) -> Bound:
    one = read.numbers[at]
    inside = [name for name in read.names if place.head[0] <= name.start and name.stop <= place.head[1]]
    own = [name for name in inside if (name.start, name.stop) == place.item]
    region = next((w for w in read.wheres if (w.start, w.stop) == place.item), None)
    tried = own or inside[-1:]
    if not tried:
        begin = read.sentence(one.start)
        tried = [name for name in read.names if begin <= name.start and name.stop <= one.start][-1:]
    fit = fitting(read, tried[0].indicators, one, said) if tried else ()
    sure = place.sure and len(fit) == 1 and (bool(own) or region is not None)
    sure = (
        sure
        and all(_prefix(read, name) for name in tried)
        and _clear(read, tried[-1].stop, place.head[1], said, own)
    )
    where = (region.region, region.region is not None) if region else None
    return Bound(fit, near, sure, where)


def _near(read: Read, one: Number) -> tuple[Indicator, ...]:
    """The indicators named in the sentence of a number and the one before, the nearest first."""
    begin = read.sentence(max(0, read.sentence(one.start) - 1))
    end = min(
        [place for sign in _STOPS if (place := read.text.find(sign, one.end)) >= 0], default=len(read.text)
    )
    some = [name for name in read.names if begin <= name.start < end]
    some.sort(
        key=lambda name: one.start - name.stop if name.stop <= one.start else (name.start - one.end) * 2
    )
    found = dict.fromkeys(id for name in some for id in name.indicators)
    return tuple(read.tables.catalogue.indicators[id] for id in found)


def fitting(read: Read, ids: Sequence[str], one: Number, said: Relation) -> tuple[Indicator, ...]:
    """Those of some indicators that a number in this relation can be of; of several measures the likeliest."""
    catalogue = read.tables.catalogue.indicators
    measures = _MEASURES[said.kind]
    if said.kind in ("growth", "plain", "multiple") and said.average:
        measures = ("growth_annual_average",) if said.average == "annual" else ("growth_two_year_average",)
    found = [catalogue[id] for id in ids if catalogue[id].measure in measures]
    if said.kind in ("gap", "change") and not found:
        found = [catalogue[id] for id in ids if catalogue[id].measure in _DIFFER[said.average]]
        return tuple(_apart([each for each in found if _differs_in(each, one)], read, one, said))
    exact = [each for each in found if counts(each, one)]
    if said.kind in ("growth", "gap", "share", "contribution", "change") and not exact:
        exact = [
            each for each in found if one.unit in ("%", POINTS, "个" + POINTS) and each.unit in ("%", POINTS)
        ]
    if said.kind == "rank":
        exact = [each for each in exact if each.measure == "rank"] or exact
    if said.kind in ("rank", "gap") and (scope := _scope(said.against)):
        exact = [each for each in exact if (each.rank_among or each.gap_to) in (None, scope, *catalogue)]
    return tuple(_apart(exact, read, one, said))


def _scope(against: str) -> str:
    """china or parent, where the words say so."""
    if against.startswith(("全国", "我国")):
        return "china"
    return "parent" if against.startswith(("全省", "我省")) or against.endswith("省") else ""


def _apart(found: list[Indicator], read: Read, one: Number, said: Relation) -> list[Indicator]:
    """Without those that the text tells apart: 当月, 当季, 全国 and 全省; an increase and a stock (新增)."""
    if len(found) < 2:
        return found
    before = read.text[read.sentence(one.start) : one.start]
    for mark in ("当月", "当季"):
        said_so = [each for each in found if mark in each.name.zh]
        found = (
            said_so if said_so and mark in before else [each for each in found if mark not in each.name.zh]
        )
    added = re.search(r"净增(?!长)|新增", before[-16:])
    if len(found) > 1:
        found = [
            each for each in found if bool(each.addition or "新增" in each.name.zh) == bool(added)
        ] or found
    return found


def counts(one: Indicator, number: Number) -> bool:
    """Whether an indicator is counted in what the number is."""
    unit = words.unit_of(one.unit)
    if number.unit in ("", "级"):
        return unit.measure not in ("%", "百分点", "位", "倍")
    if number.unit == "倍":
        return unit.measure == "倍" or one.measure == "growth_yoy"
    said = number.unit.removeprefix("个多").removeprefix("个") if POINTS in number.unit else number.unit
    said = {"亿元": "元", "万元": "元", "成": "%", "‰": "%"}.get(said, said)
    if number.place:
        return one.measure in ("rank", "count")
    return said == unit.measure or said in unit.words


def _differs_in(one: Indicator, number: Number) -> bool:
    """Whether a difference of an indicator's figures may be told in what the number is."""
    return one.unit == "%" if number.unit in ("%", POINTS, "个" + POINTS) else counts(one, number)


def _behind(read: Read, one: Number, said: Relation) -> tuple[tuple[Indicator, ...], bool] | None:
    """The indicator whose name follows a count at once."""
    if (
        one.unit in ("", "%", "元", "亿元", "万元", "倍")
        or POINTS in one.unit
        or one.place
        or said.kind != "plain"
    ):
        return None
    name = next((name for name in read.names if name.start >= one.end), None)
    if name is None or name.start - one.end > 1 or read.text[one.end : name.start] not in ("", "的"):
        return None
    fit = fitting(read, name.indicators, one, said)
    return (fit, len(fit) == 1) if fit else None


def _only_compared(text: str, name: Name, said: Relation) -> bool:
    """Whether a name only says with what something is compared, or of what it is a share."""
    before = text[max(0, name.start - 6) : name.start]
    return (
        said.kind in ("share", "gap", "contribution")
        and re.search(r"(?:占|在|于|比|较|对)(?:全国|全省|全市|我省|我市|的)?$", before) is not None
    )


def _clear(read: Read, start: int, stop: int, said: Relation, own: Sequence[Name] = ()) -> bool:
    """Whether all between a name and its number is understood."""
    taken = [(one.lead, one.end) for one in read.numbers] + [(one.start, one.stop) for one in read.wheres]
    taken += [(one.start, one.stop) for one in read.whens]
    if said.kind in ("share", "gap", "contribution") or own:
        taken += [(one.start, one.stop) for one in read.names if one.start >= start]
    ends = dict(sorted(taken))
    at = start
    while at < stop:
        if at in ends and ends[at] > at:
            at = ends[at]
            continue
        known = _KNOWN.match(read.text, at)
        if known is None:
            return False
        at = known.end()
    return True


def _prefix(read: Read, name: Name) -> bool:
    """Whether nothing that isn't understood stands right before a name, back to a stop."""
    text = read.text
    begin = max(text.rfind(sign, 0, name.start) for sign in ",。;:、!?\n(") + 1
    earlier = [one.end for one in read.numbers if begin <= one.start and one.end <= name.start]
    begin = max([begin, *earlier])
    others = [other for other in read.names if begin <= other.start and other.stop <= name.start]
    begin = max([begin, *(other.stop for other in others)])
    return _clear(read, begin, name.start, Relation("plain"))


def _pair(read: Read, at: int) -> bool:
    """Whether a number is an end of 由x提高到y, each of another time."""
    one = read.numbers[at]
    before = read.text[read.begin(at) : one.start]
    if re.search(r"(?:由|从)[^,。;]*$", before) and at + 1 < len(read.numbers):
        follows = read.text[one.end : read.numbers[at + 1].start]
        return re.fullmatch(r"[^,。;]{0,9}(?:到|至|为)", follows) is not None
    if at and re.fullmatch(r"[^,。;]{0,12}(?:到|至|为)", read.text[read.numbers[at - 1].end : one.start]):
        earlier = read.text[read.begin(at - 1) : read.numbers[at - 1].start]
        return re.search(r"(?:由|从)[^,。;]*$", earlier) is not None
    return False
