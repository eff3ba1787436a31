"""Reading a printed figure: the numerals taken out, and what the rest means asked of the grammar."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from industry.vocabulary.printed.grammar import meaning
from industry.vocabulary.printed.meaning import Printed
from industry.vocabulary.printed.numerals import ARABIC, step
from industry.vocabulary.printed.words import NUMERAL, PLAIN


def read(text: str, unit: str, measure: str) -> Printed | None:
    """What ``text`` says of an indicator of this unit and measure; None unless sign, scale, unit and
    qualifier are all certain.

    The numerals are taken out, and what the rest means is worked out once for all numerals. A 万 or 亿 that
    belongs to the unit (``50万元`` in 万元, and in 万元/项) is the unit's, any other multiplies (``1.4万家`` is
    14000, ``1.2万亿元`` in 亿元 12000). 增长1.3倍 is +130 %, 增长到1.3倍 +30 %, 持平 0 within 0.05.
    """
    if NUMERAL not in text:
        pieces = ARABIC.split(text)
        meant = meaning(NUMERAL.join(pieces[::2]), unit, measure)
        if meant is not None:
            return meant.of(pieces[1::2])
    plain = text.translate(PLAIN)  # numerals in full-width digits are none before that
    return read(plain, unit, measure) if plain != text else None


@cache
def plain(unit: str, measure: str) -> bool:
    """Whether ``read`` of any number with the unit behind it, the commonest print, is that number itself."""
    meant = meaning(NUMERAL + unit, unit, measure)
    return meant is not None and meant.factor == 1 and not meant.qualifier


def by_hand(value: str) -> Printed:
    """A figure that a curator has read where ``read`` can't: its decimals are those entered."""
    return Printed(Decimal(value), None, step(value), 1)
