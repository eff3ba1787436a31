"""What printed figures leave no doubt about: the sign of one, and which of two is the higher.

A published figure is taken as printed: 0.0 is no change, and two printed alike, to the same digit, are level.
Of a derived one only its interval counts. Whether two figures may be compared at all is for ``comparison``.
"""

from __future__ import annotations

from industry.rules.arithmetic.intervals import strict
from industry.vocabulary.observation import Observation


def sign(row: Observation) -> int | None:
    """1, 0 or −1; None where the digits leave it open. Of a gap: which of its terms is the higher."""
    if row.derivation is None:
        return _side(row.value > 0, row.value < 0)
    if (row.derivation.rule, row.derivation.place) == ("gap", 0):
        return order(*row.terms)
    low, high = row.derivation.low, row.derivation.high
    return _side(low > 0, high < 0) if low > 0 or high < 0 or low == high else None


def order(one: Observation, other: Observation) -> int | None:
    """1 where ``one`` is surely the higher, −1 the lower, 0 where both are level; None where the digits leave
    it open. Of published figures the ends of intervals may touch, since halves are rounded up: 18.45 is
    printed as 18.5, never as 18.4."""
    first, second = strict(one), strict(other)
    worked = one.derived or other.derived
    if one.value == other.value:
        certain = first.low == first.high and second.low == second.high
        return 0 if certain or not worked and one.step == other.step else None
    above, below = first.low - second.high, second.low - first.high
    if worked:
        return _side(above > 0, below > 0) if above > 0 or below > 0 else None
    return _side(above >= 0, below >= 0) if above >= 0 or below >= 0 else None


def _side(up: bool, down: bool) -> int:
    return up - down
