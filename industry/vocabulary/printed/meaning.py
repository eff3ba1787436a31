"""What a figure means whatever its numerals are, and what it says with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Printed:
    """``value`` (and ``value_to`` of a range) in the unit asked for, ``step`` the weight of the last printed
    digit, ``scale`` the 万 or 亿 printed with the number (1, 10⁴, 10⁸, 10¹²), ``qualifier`` as in the tables."""

    value: Decimal
    value_to: Decimal | None
    step: Decimal
    scale: int
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sums of the numerals, in their order, that make value and upper end, and what becomes of them:
    ``added`` is −100 of a growth to 1.3倍, which ``rises``; ``doublings`` says of 翻一番 how much one time is. The
    lower end of a range may as well be meant ``times`` so much."""

    low: tuple[Part, ...]
    high: tuple[Part, ...] = ()
    sign: int = 1
    added: Decimal = Decimal(0)
    rises: bool | None = None
    doublings: Decimal | None = None
    scale: int = 1
    qualifier: str = ""
    times: tuple[Decimal, ...] = ()
    factor: Decimal | None = field(init=False, repr=False, compare=False)
    """What the only numeral is multiplied by, where that is all."""

    def __post_init__(self) -> None:
        alone = len(self.low) == 1 and not self.high and self.low[0].said is None
        plain = self.doublings is None and self.rises is None and not self.added
        object.__setattr__(self, "factor", self.low[0].weight * self.sign if alone and plain else None)

    def of(self, found: Sequence[str]) -> Printed | None:
        """What is read with these numerals; None where they don't fit one another."""
        factor = self.factor
        if factor is None:
            return self._worked_out(iter(found))
        said = numerals.arabic(found[0])
        if said is None:
            return None
        value, step = said
        if factor != 1:
            value, step = value * factor + 0, step * abs(factor)
        return Printed(value, None, step, self.scale, self.qualifier)

    def _worked_out(self, left: Iterator[str]) -> Printed | None:
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
            return Printed(value, None, step, self.scale, self.qualifier)
        ends = sorted((value, self.sign * high[0] + 0))
        if any(low[0] * times < high[0] for times in self.times):
            return None
        if ends[0] == ends[1] or self.sign > 0 and ends[0] != value:
            return None
        return Printed(ends[0], ends[1], min(step, high[1]), self.scale, self.qualifier)


def _sum(parts: Sequence[Part], found: Iterator[str]) -> Numeral | None:
    """The parts of a number together: each a whole one below the weight of that before it. The last digit is the last
    that isn't 0: 781亿2000万 tells tenths of 亿, as 1万2千 tells thousands."""
    total, step, before = Decimal(0), ONE, None
    for part in parts:
        said = part.said or numerals.arabic(next(found))
        if said is None or len(parts) > 1 and said[0] % 1:
            return None
        number, step = said[0] * part.weight, said[1] * part.weight
        if before is not None and not (0 < number < before and (number * 10 >= before or not part.follows)):
            return None
        total, before = total + number, part.weight
    return total, step if len(parts) == 1 else max(step, _last(number))


def _last(number: Decimal) -> Decimal:
    """The weight of the last digit that isn't 0."""
    return ONE.scaleb(int(number.normalize().as_tuple().exponent))
