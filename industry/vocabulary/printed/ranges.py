"""The lower end of a range that has no unit of its own: which scale of the upper end is also its (三至五百 is 300 to
500, 3至5万 30000 to 50000, 9千至1万 9000 to 10000), and where that can't be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from industry.vocabulary.printed import numerals
from industry.vocabulary.printed.meaning import ONE, TEN
from industry.vocabulary.printed.quantity import Quantity, Unreadable

_LONG = (Decimal(1000), Decimal(100))


def lower(low: Quantity, high: Quantity) -> tuple[Quantity, tuple[Decimal, ...]]:
    """The lower end with the unit and the scale that it shares, and what it could as well be multiplied by: it is
    certain where none of those products lies below the upper end. Raises Unreadable."""
    if low.unit:
        return low, ()
    one = replace(low, unit=high.unit, of_a_hundred=high.of_a_hundred)
    compound = any(low.scales) or len(low.parts) > 1
    if high.unit == "成" and compound:
        raise Unreadable
    if compound or len(high.scales) > 1:
        return one, tuple(_scales(low, high))
    return _spoken(replace(one, scales=high.scales), high)


def _scales(low: Quantity, high: Quantity) -> Iterator[Decimal]:
    """The scales of the upper end that could be said of the lower one too: 万 of 3千至5千万."""
    for end in {marks[at:] for marks in high.scales for at in range(len(marks))}:
        times = numerals.scale(end)
        if times is not None and numerals.scale(low.scales[-1] + end) is not None:
            yield times


def _spoken(low: Quantity, high: Quantity) -> tuple[Quantity, tuple[Decimal, ...]]:
    """百 and 千 within the upper numeral are also the lower one's where that is a digit alone. 十 may be so or not
    (三至五十), and nobody says the one end in figures and the other one in characters."""
    above = high.parts[0].said
    if above is None or above[0] < TEN or high.bare:
        return low, ()
    below = low.parts[0].said
    if below is None:
        raise Unreadable
    if below[0] >= TEN:
        return low, ()
    place = next((place for place in _LONG if above[0] >= place), TEN)
    if place == TEN:
        return low, () if above[0] % TEN else (TEN,)
    if above[0] % place or below[0] % ONE:
        raise Unreadable
    part = replace(low.parts[0], said=(below[0] * place, below[1] * place))
    return replace(low, parts=[part]), ()
