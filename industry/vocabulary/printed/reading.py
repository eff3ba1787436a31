"""What is read: a number with its sign, unit, precision and qualifier, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from industry.vocabulary.printed.grammar import meaning
from industry.vocabulary.printed.numerals import ARABIC, step
from industry.vocabulary.printed.words import PLAIN


@dataclass(frozen=True, slots=True)
class Printed:
    """``value`` (and ``value_to`` of a range) in the unit asked for, ``step`` the weight of the last printed
    digit, ``scale`` the 万 or 亿 printed with the number (1, 10⁴, 10⁸, 10¹²), ``qualifier`` as in the tables."""

    value: Decimal
    value_to: Decimal | None
    step: Decimal
    scale: int
    qualifier: str = ""

    def says(self, value: Decimal, value_to: Decimal | None, qualifier: str) -> bool:
        """Whether a row holds what is printed."""
        return (self.value, self.value_to, self.qualifier) == (value, value_to, qualifier)


def read(text: str, unit: str, measure: str) -> Printed | None:
    """What ``text`` says of an indicator of this unit and measure; None unless sign, scale, unit and
    qualifier are all certain.

    The numerals are taken out, and what the rest means is worked out once for all numerals. A 万 or 亿 that
    belongs to the unit (``50万元`` in 万元, and in 万元/项) is the unit's, any other multiplies (``1.4万家`` is
    14000, ``1.2万亿元`` in 亿元 12000). 增长1.3倍 is +130 %, 增长到1.3倍 +30 %, 持平 0 within 0.05.
    """
    plain = text.translate(PLAIN)
    meant = meaning(ARABIC.sub("#", plain), unit, measure)
    said = meant.of(ARABIC.findall(plain)) if meant else None
    if meant is None or said is None:
        return None
    return Printed(*said, meant.scale, meant.qualifier)


def by_hand(value: str) -> Printed:
    """A figure that a curator has read where ``read`` can't: its decimals are those entered."""
    return Printed(Decimal(value), None, step(value), 1)
