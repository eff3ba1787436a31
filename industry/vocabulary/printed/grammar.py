"""The grammar of printed figures.

    figure = lead quantity [("至" | "-") quantity] tail
           | lead ("持平" | "一半" | "翻" numeral "番" | "第" numeral ["-" numeral] | "前" numeral | "首" unit) tail
    tail   = {"以上" | "左右" | "多" …}

Everything that is printed must be accounted for. Words before the number are for ``leads``, a number with its
scale and unit for ``quantity``, what two ends of a range share for ``ranges``.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from industry.vocabulary.printed import leads, numerals, quantity, ranges, words
from industry.vocabulary.printed.meaning import HUNDRED, ONE, TEN, Meaning, Part
from industry.vocabulary.printed.quantity import Cursor, Quantity, Unreadable

_LEVEL_STEP = Decimal("0.1")
"""持平 is 0 within 0.05."""
_BEGIN = frozenset(
    (
        "#", *words.LEVEL, *words.HALVES, *words.FRACTIONS, words.ORDINAL, words.AMONG, *words.FIRST,
        words.DOUBLED, *words.DOUBLES, *numerals.SCALES,
    )
)  # fmt: skip
"""Words with which a number, or what stands for it, begins; so do numerals in characters."""


@lru_cache(maxsize=8192)
def meaning(shape: str, unit: str, measure: str) -> Meaning | None:
    """What a figure means whose numerals are each a #; None where that isn't certain."""
    found = words.apart(shape, unit)
    if not found:
        return None
    try:
        return _Figure(found, words.unit_of(unit), measure).meaning()
    except Unreadable:
        return None


forget = meaning.cache_clear


class _Figure:
    """A figure of one measure and unit. Its methods raise Unreadable."""

    def __init__(self, found: list[str], unit: words.Unit, measure: str) -> None:
        self.unit, self.measure = unit, measure
        self._kind = leads.MOVES if measure == "change" and unit.measure == "位" else measure
        begins = (at for at, one in enumerate(found) if one in _BEGIN or numerals.SPOKEN.fullmatch(one))
        self.cursor = Cursor(found, next(begins, len(found)))
        self.lead = found[: self.cursor.at]
        self.letters = leads.kinds(self.lead)

    def meaning(self) -> Meaning:
        first = self.cursor.next
        if first in words.LEVEL:
            return self._level()
        if first == words.DOUBLED or first in words.DOUBLES:
            return self._doubling()
        if first in words.HALVES:
            return self._half()
        if first in (words.ORDINAL, words.AMONG, *words.FIRST):
            return self._place()
        return self._amount()

    def _signed(self, meant: Meaning, *behind: str) -> Meaning:
        sign = leads.sign(self.letters, self._kind, self.unit.per == "年")
        if not sign:
            raise Unreadable
        return self._finished(replace(meant, sign=sign), *behind)

    def _finished(self, meant: Meaning, *behind: str) -> Meaning:
        """With its qualifier, where nothing but that follows."""
        told = list(behind)
        while word := self.cursor.take(*words.TAIL):
            told.append(words.TAIL[word])
        qualifier = leads.qualifier(self.lead, *told)
        if self.cursor.next or qualifier is None or meant.high and qualifier not in ("", "about"):
            raise Unreadable
        if self.measure == "rank" and qualifier in ("at_least", "over", "under"):
            raise Unreadable  # 第3位以上 is a place before the third
        return replace(meant, qualifier=qualifier)

    def _level(self) -> Meaning:
        word = self.cursor.take(*words.LEVEL)
        grows = self.measure in leads.GROWTHS or word != "零增长"
        if self.cursor.next or not grows or not leads.unchanged(self.letters, self.measure):
            raise Unreadable
        step = _LEVEL_STEP if self.unit.measure in ("%", "百分点") else ONE
        return Meaning((Part(ONE, (Decimal(0), step)),), qualifier=words.LEVEL[word])

    def _doubling(self) -> Meaning:
        part: Part | None = Part(ONE, (ONE, ONE))
        if not self.cursor.take(words.DOUBLED):
            self.cursor.take(*words.DOUBLES)
            part = self.cursor.numeral()
            if not self.cursor.take(words.DOUBLINGS):
                raise Unreadable
        if part is None or not leads.doubles(self.letters):
            raise Unreadable
        if self.measure == "multiple" and self.unit.measure == "倍":
            return self._finished(Meaning((part,), doublings=ONE))
        if not self._grows() or self.measure in leads.AVERAGES:
            raise Unreadable
        return self._finished(Meaning((part,), doublings=HUNDRED, added=-HUNDRED))

    def _grows(self) -> bool:
        """Whether 增长1.3倍 is a figure of this measure: a growth in percent."""
        return self.unit.measure == "%" and self.measure in (*leads.GROWTHS, "change")

    def _half(self) -> Meaning:
        word = self.cursor.take(*words.HALVES)
        if self.unit.measure != "%" or word == "半" and not self.lead:
            raise Unreadable
        return self._signed(Meaning((Part(TEN, (Decimal(5), ONE)),)))

    def _place(self) -> Meaning:
        """第8位, 第3—5位, 前3, 首家: a place, or how many there are by then."""
        word = self.cursor.take(self.cursor.next)
        ranks = self.measure == "rank"
        part = Part(ONE, (ONE, ONE)) if word in words.FIRST else self.cursor.numeral()
        if part and ranks and word == words.ORDINAL and self.cursor.take(*words.CONNECTED):
            return self._places(part)
        unit = self.cursor.take(*self.unit.words, *(("强",) if word == words.AMONG else ()))
        counts = self.measure == "count" and word != words.AMONG and unit
        if part is None or not (counts or ranks and (unit or word != "首")):
            raise Unreadable
        if ranks:
            self.letters = leads.reached(self.letters)
        return self._signed(Meaning((part,)), "at_most" if word == words.AMONG else "")

    def _places(self, low: Part) -> Meaning:
        again = self.cursor.take(words.ORDINAL)
        high = self.cursor.numeral()
        unit = self.cursor.take(*self.unit.words)
        if high is None or not (unit or again):
            raise Unreadable
        ends = Quantity([low], [""], unit if again else ""), Quantity([high], [""], unit)
        return self._signed(self._between(*ends))

    def _amount(self) -> Meaning:
        low = quantity.read(self.cursor, self.unit)
        if low.bare:
            low.behind += ["about"] if self.cursor.take(words.ORDER) else []
            if not (self.lead or low.behind or low.unit and low.scales[0] in ("百", "千")):
                self._qualified(low)
        if low.unit == "倍":
            return self._times(low)
        if self.measure == "rank" and self.cursor.take("强"):
            return self._signed(Meaning(quantity.weighed(low, self.unit)), "at_most")
        if not self.cursor.take(*words.CONNECTED):
            parts = quantity.weighed(low, self.unit)
            return self._signed(Meaning(parts, scale=quantity.shown(low, self.unit)), *low.behind)
        if self.letters.endswith("M") and not self.cursor.take("-"):
            raise Unreadable
        high = quantity.read(self.cursor, self.unit)
        alike = low.unit == high.unit or not low.unit
        if not high.unit or high.unit == "倍" or not alike or low.behind or high.behind:
            raise Unreadable
        if low.of_a_hundred != high.of_a_hundred:
            raise Unreadable
        return self._signed(self._between(low, high))

    def _qualified(self, bare: Quantity) -> None:
        """百亿元以上: a scale alone is a number there. 亿元 names a unit, and may do so in 亿元以上."""
        if self.cursor.next not in words.TAIL or bare.scales[0] == self.unit.own:
            raise Unreadable

    def _between(self, low: Quantity, high: Quantity) -> Meaning:
        low, times = ranges.lower(low, high)
        ends = [quantity.weighed(one, self.unit) for one in (low, high)]
        return Meaning(ends[0], ends[1], scale=quantity.shown(high, self.unit), times=times)

    def _times(self, one: Quantity) -> Meaning:
        """1.3倍: of a multiple itself, of a growth in percent a rise by so much, or to so much."""
        way = leads.becomes(self.letters, self.measure)
        if not way or len(one.parts) > 1 or any(one.scales):
            raise Unreadable
        if self.measure == "multiple":
            return self._finished(Meaning(tuple(one.parts)), *one.behind)
        if not self._grows():
            raise Unreadable
        added = Decimal(0) if way == "by" else -HUNDRED
        part = replace(one.parts[0], weight=HUNDRED)
        rises = None if way == "is" else way != "fall to"
        return self._finished(Meaning((part,), added=added, rises=rises), *one.behind)
