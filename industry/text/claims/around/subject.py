"""Of what a sentence speaks that names nothing: of the one thing that the sentence before has spoken of, if it goes on in words that
can't begin with another (同比…, 增速居…, 比全国…, or a region). And names joined before one number that all share (均)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from industry.text.claims.naming import Name
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation, relation
from industry.text.claims.understood import clear, prefix

_GOES_ON = re.compile(
    r"\s*(?:同比|增速|增幅|降幅|比|较|高于|低于|快于|慢于|高出|居全|列全|位居全|两年平均|年均增长|(?:总量|规模)?占)"
)
"""What goes on with the sentence before, whatever that told; growth goes on with growth in other words too."""
_BEGINS = re.compile(r"\s*(?:其中|各|新增|净增|共|家|对|有|由|从(?![^,。]{1,6}看,))")
"""What another subject may begin with."""
_KINDS = ("growth", "gap", "change", "rank", "rank_change", "above", "quicker", "turned")
_JOINED = re.compile(r"、|和|及|与|以及")
_ALL = re.compile("均|都")


def subject(read: Read, one: Number, said: Relation) -> Name | None:
    """The name that the sentence of a number has from the one before, where that is sure."""
    begin = read.sentence(one.start)
    if said.kind not in _KINDS or not begin or read.text[begin - 1] == "\n":
        return None
    earlier = read.sentence(begin - 1)
    named = [name for name in read.names if earlier <= name.start < begin]
    told = [number for number in read.numbers if earlier <= number.start < begin]
    if not told or not named or len({read.text[name.start : name.stop] for name in named}) > 1:
        return None
    name = named[-1]
    starts_with_region = any(place.start == begin and not place.base for place in read.wheres)
    if starts_with_region or not _GOES_ON.match(read.text, begin):
        grown = any(_kind(read, number) == "growth" for number in told)
        if said.kind != "growth" or not grown or _BEGINS.match(read.text, begin):
            return None
    understood = clear(read, name.stop, max(name.stop, told[-1].lead), said) and prefix(read, name)
    return name if understood and clear(read, begin, one.start, said) else None


def _kind(read: Read, number: Number) -> str:
    return (
        "" if number.said else relation(read.text, number, read.begin(list(read.numbers).index(number))).kind
    )


def sharing(read: Read, name: Name, one: Number) -> Sequence[Name]:
    """The names that share a number with ``name``, before which they stand, in order: A、B均增长x; empty where nothing says
    that all do."""
    if not _ALL.search(read.text, name.stop, one.start):
        return ()
    found = [name]
    for other in reversed([each for each in read.names if each.stop <= name.start]):
        if not _JOINED.fullmatch(read.text, other.stop, found[0].start):
            break
        found.insert(0, other)
    return found if len(found) > 1 and prefix(read, found[0]) else ()
