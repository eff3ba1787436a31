"""What a printed figure leaves open, and what arithmetic makes of it.

A figure printed as 18.5 may be anything from 18.45 to 18.55: half a unit of its last printed digit
either way. Counts (家, 个, 位 …) printed to the unit are exact. Which figures belong together is for
``identities``; nothing here knows a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation

COUNTED = fields.COUNTED
PERCENTAGES = frozenset({"%", "百分点"})
_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_SURE_DIGITS = 2
_KEPT = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Interval:
    """``value`` and the bounds, inclusive, between which the true figure lies.

    Bounds are rounded outwards, so a formula in which each term stands once gives an interval that
    contains the truth whenever those of its terms do."""

    low: Decimal
    value: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _DOWN.add(self.low, other.low), self.value + other.value, _UP.add(self.high, other.high)
        )

    def __sub__(self, other: Interval) -> Interval:
        return Interval(
            _DOWN.subtract(self.low, other.high), self.value - other.value, _UP.subtract(self.high, other.low)
        )

    def __mul__(self, other: Interval) -> Interval:
        corners = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        low = min(_DOWN.multiply(a, b) for a, b in corners)
        return Interval(low, self.value * other.value, max(_UP.multiply(a, b) for a, b in corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        corners = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        low = min(_DOWN.divide(a, b) for a, b in corners)
        return Interval(low, self.value / other.value, max(_UP.divide(a, b) for a, b in corners))

    def root(self) -> Interval:
        """The square root. Raises ZeroDivisionError where a bound is negative or zero."""
        if self.low <= 0:
            raise ZeroDivisionError("no root of a negative number")
        low, high = _DOWN.next_minus(_DOWN.sqrt(self.low)), _UP.next_plus(_UP.sqrt(self.high))
        return Interval(low, self.value.sqrt(), high)

    @property
    def half_width(self) -> Decimal:
        return (self.high - self.low) / 2

    def meets(self, other: Interval) -> bool:
        """Whether one number may be both."""
        return self.low <= other.high and other.low <= self.high

    def whole(self) -> Interval:
        """Narrowed to the whole numbers inside; ``low`` exceeds ``high`` where there are none."""
        low, high = self.low.to_integral_value(ROUND_CEILING), self.high.to_integral_value(ROUND_FLOOR)
        return Interval(low, self.value, high)

    def tidy(self, step: Decimal) -> Interval:
        """Its bounds rounded outwards to a thousandth of ``step``, so that they stay readable."""
        grain = step * _KEPT
        low = (self.low / grain).to_integral_value(ROUND_FLOOR) * grain
        high = (self.high / grain).to_integral_value(ROUND_CEILING) * grain
        return Interval(_plain(low), self.value, _plain(high))


def _plain(number: Decimal) -> Decimal:
    short = number.normalize()
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short


def exactly(number: int | Decimal) -> Interval:
    """A number that is not measured: the 100 of a percentage, the 1 of a growth factor."""
    return Interval(Decimal(number), Decimal(number), Decimal(number))


def _about(row: Observation, step: Decimal) -> Interval:
    exact = row.indicator.unit in COUNTED and step <= 1
    half = Decimal(0) if exact else step / 2
    return Interval(row.value - half, row.value, row.value + half)


def strict(row: Observation) -> Interval:
    """Half a unit of the last printed digit either way; a derived row has its own interval."""
    if row.derivation is not None:
        return Interval(row.derivation.low, row.value, row.derivation.high)
    return _about(row, row.step)


def loose(row: Observation) -> Interval:
    """As `strict`, but the zeros that end a whole number may be rounding: 4700 stands for 4650 to
    4750. At least two digits are taken as meant, so 2000 stands for 1950 to 2050."""
    if row.derivation is not None or row.step < 1:
        return strict(row)
    digits = str(abs(int(row.value)))
    zeros = len(digits) - max(len(digits.rstrip("0")), _SURE_DIGITS)
    return _about(row, max(row.step, Decimal(10) ** max(zeros, 0)))


def half_up(number: Decimal, step: Decimal) -> Decimal:
    """``number`` rounded to a multiple of ``step``, halves away from zero (四舍五入); never −0."""
    rounded = (number / step).to_integral_value(ROUND_HALF_UP) * step
    return (rounded.quantize(Decimal(1)) if step >= 1 else rounded.quantize(step)) + 0


def sure_step(interval: Interval, indicator: Indicator, finest: Decimal) -> Decimal:
    """The weight of the last digit that a quotient or product may show: the least power of ten not
    below half its interval, never finer than ``finest``, and one for a count."""
    digit = finest.adjusted()
    if indicator.unit in COUNTED:
        digit = max(digit, 0)
    while Decimal(10) ** digit < interval.half_width:
        digit += 1
    return Decimal(10) ** digit if digit >= 0 else Decimal(1).scaleb(digit)
