"""Which indicator a number is of: the longest name nearest before it within its sentence, or right behind it (1.4万家
规模以上工业企业), of those that ``fits`` it; and where a list is told with 分别, the one in its place. Whether that is sure is
asked of ``understood``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from industry.text.claims.around.lists import Listed
from industry.text.claims.around.subject import sharing, subject
from industry.text.claims.fits import fitting
from industry.text.claims.naming import Name, is_cue
from industry.text.claims.numbers import POINTS, Number
from industry.text.claims.readings import STOPS, Read
from industry.text.claims.relations import Relation
from industry.text.claims.understood import alone, clear, denominated, grows, prefix, spoken_of
from industry.text.claims.when import When
from industry.vocabulary.catalogue import Indicator

_MOST = 12
"""Names around a number that it may be of."""
_AMONG = re.compile("(?:在|各|的)$")
_BESIDE = re.compile("(?:占|在|于|比|较|对|超过?)$")
"""Before a region, or a name, with which something is compared."""
_REACHES = re.compile(r"[^,。;]{0,12}(?:到|至|为)(?:(?:19|20)\d\d年[末底]?的?)?")
"""Between the ends of 由x提高到y."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The indicators that a number may be of, those named around it, and whether it is ``sure``; ``region`` and
    ``when`` where its place in a list says so, ``pair`` where it is an end of 由x到y; ``each`` of which it is told, where of
    several at once."""

    indicators: tuple[Indicator, ...]
    near: tuple[Indicator, ...]
    sure: bool
    region: tuple[str | None, bool] | None = None
    when: When | None = None
    pair: bool = False
    each: tuple[Indicator, ...] = ()


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
    for name in read.names_between(begin, one.start):
        if _only_compared(read, name, said):
            continue
        fit = fitting(read, name.indicators, one, said)
        if not fit:
            skipped = True
            continue
        understood = clear(read, name.stop, one.start, said, meant=fit[0])
        each = _each(read, at, name, said) if understood else ()
        sure = understood and (bool(each) or prefix(read, name)) and alone(read, at, name, said, fit[0])
        return Bound(fit, near, sure and not skipped and len(fit) == 1, pair=ends(read, at), each=each)
    before = subject(read, one, said) if not skipped else None
    fit = fitting(read, before.indicators, one, said) if before else ()
    if before and fit:
        sure = len(fit) == 1 and alone(read, at, before, said, fit[0])
        own = any(begin <= w.start and w.stop <= one.start and not w.base for w in read.wheres)
        region = None if own else read.places.of(read.wheres, read.text, begin - 1)
        return Bound(fit, near, sure, region)
    return Bound((), near, False)


def _each(read: Read, at: int, name: Name, said: Relation) -> tuple[Indicator, ...]:
    """The indicators of all names that share a number (A、B均增长x); empty where any of them isn't sure."""
    one = read.numbers[at]
    found = []
    for each in sharing(read, name, one):
        fit = fitting(read, each.indicators, one, said)
        if len(fit) != 1 or not alone(read, at, each, said, fit[0]):
            return ()
        found.append(fit[0])
    return tuple(found)


def _of_list(read: Read, at: int, said: Relation, place: Listed, near: tuple[Indicator, ...]) -> Bound:
    one = read.numbers[at]
    inside = [name for name in read.names if place.head[0] <= name.start and name.stop <= place.head[1]]
    inside = [name for name in inside if not _only_compared(read, name, said)]
    own = [name for name in inside if (name.start, name.stop) == place.item]
    region = next((w for w in read.wheres if (w.start, w.stop) == place.item), None)
    time = next((w for w in read.whens if (w.start, w.stop) == place.item), None)
    tried = own or inside[-1:]
    if not tried:
        begin = read.sentence(one.start)
        tried = [name for name in read.names if begin <= name.start and name.stop <= one.start][-1:]
    carried = None
    if not tried and (region or time) and place.sure:
        carried = subject(read, read.numbers[place.first], said)
        tried = [carried] if carried else []
    fit = fitting(read, tried[0].indicators, one, said) if tried else ()
    sure = place.sure and len(fit) == 1 and (bool(own) or region is not None or time is not None)
    sure = (
        sure
        and all(
            prefix(read, name, own)
            and (not is_cue(read.text[name.start : name.stop], fit[0]) or spoken_of(read, name, fit[0]))
            for name in tried
        )
        and (carried is not None or clear(read, tried[-1].stop, place.head[1], said, own))
        and clear(read, place.head[1], read.numbers[place.first].lead, said, own)
    )
    sure = sure and grows(read, tried[-1], one, said, fit[0])
    if said.kind == "share":
        sure = sure and denominated(read, tried[-1] if not own else own[0], one.start, fit[0])
    where = (region.region, region.region is not None) if region else None
    return Bound(fit, near, sure, where, time)


def _near(read: Read, one: Number) -> tuple[Indicator, ...]:
    """The indicators named in the sentence of a number and the one before, the nearest first."""
    begin = read.sentence(max(0, read.sentence(one.start) - 1))
    end = min(
        [place for sign in STOPS if (place := read.text.find(sign, one.end)) >= 0], default=len(read.text)
    )
    some = [name for name in read.names if begin <= name.start < end]
    some.sort(
        key=lambda name: one.start - name.stop if name.stop <= one.start else (name.start - one.end) * 2
    )
    found = dict.fromkeys(id for name in some[:_MOST] for id in name.indicators)
    return tuple(read.tables.catalogue.indicators[id] for id in found)


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
    return (fit, len(fit) == 1 and not is_cue(read.text[name.start : name.stop], fit[0])) if fit else None


def _only_compared(read: Read, name: Name, said: Relation) -> bool:
    """Whether a name only says with what something is compared, or of what it is a share."""
    text = read.text
    before = text[max(0, name.start - 6) : name.start]
    if said.kind == "rank" and _AMONG.search(before) and text[name.stop : name.stop + 1] in tuple("中里内"):
        return True
    if re.search(r"占(?:全国|全省|全市|我省|我市|的)?$", before):
        return True
    of = name.start - before.endswith("的")
    of = next((each.start for each in read.wheres if each.base and each.stop == of), of)
    return (
        said.kind in ("share", "gap", "contribution") and _BESIDE.search(text, max(0, of - 2), of) is not None
    )


def turned(read: Read, at: int) -> bool:
    """Whether a growth is what another of an earlier time has turned into: 由上年同期下降6.1%转为增长29.4%."""
    one, last = read.numbers[at], read.numbers[max(0, at - 1)]
    return (
        at > 0 and re.fullmatch("转为?(?:同比)?(?:增长|下降)?", read.text[last.end : one.start]) is not None
    )


def ends(read: Read, at: int) -> bool:
    """Whether a number is an end of 由x提高到y, each of another time."""
    one = read.numbers[at]
    before = read.text[read.begin(at) : one.start]
    if re.search(r"(?:由|从)[^,。;]*$", before) and at + 1 < len(read.numbers):
        follows = read.text[one.end : read.numbers[at + 1].start]
        return _REACHES.fullmatch(follows) is not None
    if at and turned(read, at):
        return False
    if at and _REACHES.fullmatch(read.text, read.numbers[at - 1].end, one.start):
        earlier = read.text[read.begin(at - 1) : read.numbers[at - 1].start]
        return re.search(r"(?:由|从)[^,。;]*$", earlier) is not None
    return False
