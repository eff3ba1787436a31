"""What a figure means whatever its numerals are, and what it says with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from industry.vocabulary.printed import numerals
from industry.vocabulary.printed.numerals import Numeral

ONE, TEN, HUNDRED = Decimal(1), Decimal(10), Decimal(100)


@dataclass(frozen=True, slots=True)
class Part:
    """A numeral and its weight: ``said`` is what one in characters says, None of one in figures. One that
    ``follows`` must be of the place next to the part before it (一万二千), as is said without 零."""

    weight: Decimal = ONE
    said: Numeral | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sums of the numerals, in their order, that make value and upper end, and what becomes of them:
    ``added`` is −100 of a growth to 1.3倍, which ``rises``; ``doublings`` says of 翻一番 how much one time is."""

    low: tuple[Part, ...]
    high: tuple[Part, ...] = ()
    sign: int = 1
    added: Decimal = Decimal(0)
    rises: bool | None = None
    doublings: Decimal | None = None
    scale: int = 1
    qualifier: str = ""

    def of(self, found: Iterable[str]) -> tuple[Decimal, Decimal | None, Decimal] | None:
        """Value, upper end and step; None where the numerals don't fit one another."""
        left = iter(found)
        low = _sum(self.low, left)
        high = _sum(self.high, left) if self.high else None
        if low is None or self.high and high is None:
            return None
        value, step = low
        if self.doublings is not None:
            if value not in (1, 2, 3):
                return None
            value, step = 2**value * self.doublings, self.doublings
        value = self.sign * value + self.added
        if self.rises is not None and (value < 0 if self.rises else value >= 0):
            return None
        if high is None:
            return value, None, step
        ends = sorted((value, self.sign * high[0]))
        if ends[0] == ends[1] or self.sign > 0 and ends[0] != value:
            return None
        return ends[0], ends[1], min(step, high[1])


def _sum(parts: Sequence[Part], found: Iterator[str]) -> Numeral | None:
    """The parts of a number together: each a whole one below the weight of that before it."""
    total, step, before = Decimal(0), ONE, None
    for part in parts:
        said = part.said or numerals.arabic(next(found))
        if said is None or len(parts) > 1 and said[0] % 1:
            return None
        number, step = said[0] * part.weight, said[1] * part.weight
        if before is not None and not (0 < number < before and (number * 10 >= before or not part.follows)):
            return None
        total, before = total + number, part.weight
    return total, step
