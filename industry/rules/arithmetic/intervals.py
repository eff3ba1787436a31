"""What a printed figure leaves open, and what arithmetic makes of it.

A figure printed as 18.5 may be anything from 18.45 to 18.55: half a unit of its last printed digit
either way. Counts (家, 个, 位 …) printed to the unit are exact. Which figures belong together is for
``identities``; nothing here knows a table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from industry.vocabulary import fields
from industry.vocabulary.observation import Form, Observation

COUNTED = fields.COUNTED
PERCENTAGES = frozenset({"%", "百分点"})
_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_SURE_DIGITS = 2
_UNSURE = 9
"""Units of the last of forty digits by which a root may be off."""
_KEPT = Decimal("0.001")
_UNIT = Decimal(1)
_ROUGH = Decimal("0.05")
_ENDS = 5
_ENDLESS = Decimal("Infinity")


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

    def root(self, degree: int = 2) -> Interval:
        """The root of a ``degree``. Raises ZeroDivisionError where a bound is negative or zero."""
        if self.low <= 0:
            raise ZeroDivisionError("no root of a negative number")

        def of(number: Decimal, context: Context) -> Decimal:
            return context.sqrt(number) if degree == 2 else context.power(number, _DOWN.divide(1, degree))

        low, high = of(self.low, _DOWN), of(self.high, _UP)
        for _ in range(_UNSURE):
            low, high = _DOWN.next_minus(low), _UP.next_plus(high)
        return Interval(low, of(self.value, _UP), high)

    @property
    def half_width(self) -> Decimal:
        return (self.high - self.low) / 2

    def meets(self, other: Interval) -> bool:
        """Whether one number may be both."""
        return self.low <= other.high and other.low <= self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether one printed number may be both: an end alone is none in common, since halves are rounded up and 18.45 is
        printed as 18.5, never as 18.4."""
        inside = self.low < other.high and other.low < self.high
        return inside or (self.meets(other) and not (self.half_width and other.half_width))

    def whole(self) -> Interval:
        """Narrowed to the whole numbers inside; ``low`` exceeds ``high`` where there are none."""
        low, high = self.low.to_integral_value(ROUND_CEILING), self.high.to_integral_value(ROUND_FLOOR)
        return Interval(low, self.value, high)

    def tidy(self, step: Decimal) -> Interval:
        """Its bounds rounded outwards to a thousandth of ``step``, so that they stay readable; nothing of it is −0."""
        grain = step * _KEPT
        low = (self.low / grain).to_integral_value(ROUND_FLOOR) * grain
        high = (self.high / grain).to_integral_value(ROUND_CEILING) * grain
        return Interval(_plain(low), self.value or Decimal(0), _plain(high))


def _plain(number: Decimal) -> Decimal:
    short = number.normalize() + 0  # what is rounded towards the floor may be −0
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short


def exactly(number: int | Decimal) -> Interval:
    """A number that is not measured: the 100 of a percentage, the 1 of a growth factor."""
    return Interval(Decimal(number), Decimal(number), Decimal(number))


def _about(row: Observation, step: Decimal) -> Interval:
    exact = row.indicator.unit in COUNTED and step <= 1
    half = Decimal(0) if exact else step / 2
    return Interval(row.value - half, row.value, row.value + half)


def ends(row: Observation) -> tuple[Decimal, Decimal | None]:
    """What is told of a row: its number, or both ends of a printed range, or of a derived figure's interval, rounded
    outwards to the last digit shown."""
    derivation = row.derivation
    if derivation is None or derivation.form != "range":
        return row.value, row.value_to
    low = (derivation.low / row.step).to_integral_value(ROUND_FLOOR) * row.step
    return low, (derivation.high / row.step).to_integral_value(ROUND_CEILING) * row.step


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


def spanned(row: Observation, digits: Callable[[Observation], Interval]) -> Interval:
    """Between which numbers a figure lies as its ``digits`` have it (`strict`, `loose`), or its printed range or the words
    that open it to one side (超, 不足) or to both by a unit of its last digit (约)."""
    if row.value_to is not None:
        return Interval(row.value, row.value, row.value_to)
    if row.qualifier in ("over", "at_least"):
        return Interval(row.value, row.value, _ENDLESS)
    if row.qualifier in ("under", "at_most"):
        return Interval(-_ENDLESS, row.value, row.value)
    told = digits(row)
    if row.qualifier not in ("about", "nearly"):
        return told
    wide = max(row.step, told.half_width)
    return Interval(row.value - wide, row.value, row.value + wide)


def half_up(number: Decimal, step: Decimal) -> Decimal:
    """``number`` rounded to a multiple of ``step``, halves away from zero (四舍五入); never −0."""
    rounded = (number / step).to_integral_value(ROUND_HALF_UP) * step
    return (rounded.quantize(Decimal(1)) if step >= 1 else rounded.quantize(step)) + 0


class Digits(NamedTuple):
    """How a number is told: to a multiple of ``step``, as it is (``plain``), with 约 (``about``), or by the ends
    of its interval, rounded outwards (``range``)."""

    step: Decimal
    form: Form


def inside(interval: Interval, step: Decimal) -> bool:
    """Whether the value rounded to ``step`` lies in the interval."""
    return interval.low <= half_up(interval.value, step) <= interval.high


def sure(interval: Interval, step: Decimal) -> bool:
    """Whether every number of the interval is the same when rounded to ``step``."""
    return half_up(interval.low, step) == half_up(interval.high, step)


def digits(interval: Interval, finest: Decimal, ratio: bool = True) -> Digits:
    """The digits of a quotient, product or average, no finer than ``finest`` where the interval allows.

    Plain: digits that are all sure, and make a number of the interval unless that is narrower than the finest
    digit and the number moves by less than a twentieth. Else it is rounded to the weight of its doubt, or finer until it lies in the interval, and told
    with 约; a ``ratio`` in doubt by more than a twentieth is told by the ends of its interval.
    """
    half = interval.half_width
    if not half:
        return Digits(max(finest, _weight(interval.value)), "plain")
    near = _power(half / 2)
    for step in (near * 10, near) if ratio else (near,):
        if finest <= step <= max(finest, _UNIT) and sure(interval, step) and inside(interval, step):
            return Digits(_plain(step), "plain")
    moved = abs(half_up(interval.value, finest) - interval.value)
    if near <= finest and sure(interval, finest) and moved <= abs(interval.value) * _ROUGH:
        return Digits(finest, "plain")
    if ratio and half > abs(interval.value) * _ROUGH:
        ends = Decimal(1).scaleb(min(0, ((interval.high - interval.low) / _ENDS).adjusted()))
        return Digits(max(ends, _UNIT) if finest >= _UNIT else ends, "range")
    step = max(near, finest)
    while not inside(interval, step):
        step /= 10
    return Digits(_plain(step), "about")


def _power(number: Decimal) -> Decimal:
    """The least power of ten not below ``number``."""
    power = Decimal(1).scaleb(number.adjusted())
    return power if power >= number else power * 10


def _weight(number: Decimal) -> Decimal:
    """The weight of the last digit of a number that has few, of others something very small; at most one."""
    return Decimal(1).scaleb(min(0, int(number.normalize().as_tuple().exponent)))
