"""Of what figures are told that are compared, by the last word of it before what compares them: of a rate (增速高于全国), of the size of a fall
(降幅低于全国, 下降快于全国), of something that fell (下降6.1%,低于全国: either may be meant), or of nothing but a name. How they stand to one
another by it is for ``proof.sides``. And whether of an average over years: as the figure is with which it goes."""

from __future__ import annotations

import re

from industry.text.claims.around.lists import listed
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import FEWER, OF_GROWTH, Aspect, Relation, relation
from industry.vocabulary.printed import words

_SAYS: dict[str, tuple[str, ...]] = {
    "amount": ("总量", "总规模", "绝对值"),
    "fall": (*words.of_kind("F"), "降速"),
    "rate": (
        *words.of_kind("RUGuS"), "变动", "变化", "份额", "贡献率", "利润率", "比率", "产销率", "拉升", "攀升", "增长面",
    ),
    "fell": words.of_kind("D"),
}  # fmt: skip


def _any(some: tuple[str, ...]) -> str:
    """Any of some words; one of a single letter only right before a figure (升, but not in 升级)."""
    told = (
        one if len(one) > 1 else rf"{one}(?=[了约近超]*-?\d)" for one in sorted(some, key=len, reverse=True)
    )
    return "|".join(told)


_SAID = re.compile("|".join(f"(?P<{sort}>{_any(some)})(?!加?值)" for sort, some in _SAYS.items()))
_OF_FALLS = re.compile("收窄|缩小|扩大|[大小多少]")
"""What is said of the size of a fall, and of no rate below zero."""
_OF_RATES = re.compile("回升|提高|提升")
"""What is said of rates alone."""
_FALLING = re.compile(FEWER)
_SPREADS = re.compile("收窄|缩小|扩大")
"""What is said of gaps, too."""
_PACE = re.compile("[快慢]")
"""What amounts are never told to be."""
_NARROWS = re.compile("收窄|扩大")
_AT_ONCE = re.compile(r"(?:得|更|略|[比较与][^,;。\d]*)?")
"""Between a fall and what compares it (下降快于河北, 下降比河北快)."""

FALL_SAID = "降幅"
"""Set before the words of a number that a fall told elsewhere makes one."""
_SIGNED = re.compile(
    "[-+负]|" + _any(tuple(word for sort in ("fall", "rate", "fell") for word in _SAYS[sort]))
)

_ALL = re.compile("(?<!平)均|都")
"""What tells that a comparison is of growth on the year and of averages at once."""
_MOST = 12
"""Numbers back to the one of which it is told."""
_TOLD_OF = re.compile(
    r"(?P<two>两年平均)|同比(?!提|上升|回|加快|放缓|下降|降低|收窄|扩大|前|后)|当月|单月|当季"
)
"""An average over two years, or growth on the year."""


def unsigned(figure: str) -> bool:
    """Whether a figure with the words before it (为6.1%) leaves open whether something rose or fell by it."""
    return _SIGNED.search(figure) is None


def aspect(read: Read, one: Number, said: Relation) -> Aspect:
    """Of what a number, or a comparison without one, is told."""
    begin, end = read.sentence(one.start), one.start
    if said.way and not one.said:
        end = max(begin, read.text.rfind(said.way, begin, end))
    text = read.text[max([begin, *(name.start for name in read.names if begin <= name.start < end)]) : end]
    found = list(_SAID.finditer(text))[-1:]
    sort = str(found[0].lastgroup) if found else "amount"
    if _FALLING.search(said.way):
        return "fall"
    if sort == "amount":
        return "fall" if _NARROWS.search(said.way) else "fell" if _PACE.search(said.way) else ""
    if sort == "fell" and _OF_RATES.search(said.way):
        return "rate"
    if sort == "fell" and not (
        _OF_FALLS.search(said.way) or said.way and _AT_ONCE.fullmatch(text, found[0].end())
    ):
        return "fell"
    return "rate" if sort == "rate" else "fall"


def spread(read: Read, at: int, said: Relation) -> bool:
    """Whether what is told to widen or narrow is the gap that the figure before it tells (高于全国4.9个百分点,比上年同期扩大), and no rate or fall."""
    one, last = read.numbers[at], read.numbers[max(at - 1, 0)]
    if not at or last.start < read.sentence(one.start) or not _SPREADS.search(said.way):
        return False
    between = read.text[last.end : one.end if one.said else one.start]
    told = _SAID.search(between.rpartition(said.way)[0])
    return told is None and _relation(read, at - 1).kind in ("gap", "above")


def averaged(read: Read, at: int, said: Relation) -> tuple[str, bool]:
    """Over which years growth is averaged that a comparison or a place is told of, as in ``Relation.average``, and whether that is sure: by its
    own words, else by the figure before it, in brackets that are closed apart; of the sentence before where its own names nothing. Behind another
    name it isn't sure. Of any other number what its words say."""
    if said.kind not in OF_GROWTH:
        return said.average, True
    one = read.numbers[at]
    begin = read.sentence(one.start)
    if begin and read.text[begin - 1] != "\n" and not _named(read, begin, one.start):
        begin = read.sentence(begin - 1)
    for look in range(at, max(-1, at - _MOST), -1):
        each = read.numbers[look]
        between = read.text[each.end : one.start]
        if each.start < begin:
            break
        if between.count(")") > between.count("("):
            continue
        its = said if look == at or each.said else _relation(read, look)
        told = list(_TOLD_OF.finditer(read.text, read.begin(look), each.start))
        average = its.average or ("two" if told and told[-1]["two"] else "")
        if average or told or its.kind not in OF_GROWTH and each.unit == "%":
            both = (
                len({one["two"] for one in told}) > 1
                or average
                and _ALL.search(read.text, read.begin(at), one.end)
            )
            return average, not both and (not average or look == at or not _named(read, each.end, one.start))
    return "", True


def _relation(read: Read, at: int) -> Relation:
    """In which relation a number stands; in a list in that of the first."""
    place = listed(read, at)
    first = place.first if place else at
    return relation(read.text, read.numbers[first], read.begin(first))


def _named(read: Read, start: int, stop: int) -> bool:
    return next(read.names_between(start, stop), None) is not None
