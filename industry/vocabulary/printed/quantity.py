"""A number with its scale and unit: 1.4万家, 一万二千, 3.4万多亿元, 三成五, 百分之十八, 34202.5(亿元).

quantity = part {part} [unit] | part "成" [part] | "百分之" part
part     = [numeral] ["多"] {scale}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from industry.vocabulary.printed import numerals, words
from industry.vocabulary.printed.meaning import HUNDRED, ONE, TEN, Part

_VAGUE = ("多", "余")
_SCALELESS = ("%", "百分点", "倍", "位", "年")
"""Nothing is 1.4万%."""
_OUTER = ("万亿", "亿", "万")
_OF_A_HUNDRED = {"百分之": ONE, "千分之": ONE / TEN}
_SHOWN = (10**4, 10**8, 10**12)


class Unreadable(Exception):
    """A figure doesn't go on as the grammar wants."""


@dataclass(slots=True)
class Cursor:
    """The words of a figure, read from left to right."""

    words: list[str]
    at: int = 0

    @property
    def next(self) -> str:
        return self.words[self.at] if self.at < len(self.words) else ""

    def take(self, *wanted: str) -> str:
        """The next word where it is one of these, else nothing."""
        word = self.next
        if not word or word not in wanted:
            return ""
        self.at += 1
        return word

    def numeral(self) -> Part | None:
        """The next word where it is a numeral. Raises Unreadable for one in characters that nobody says."""
        word = self.next
        if word == "#":
            self.at += 1
            return Part()
        if not numerals.SPOKEN.fullmatch(word):
            return None
        self.at += 1
        follows = not _filled(word)
        said = numerals.spoken(word if follows else word.removeprefix("零"))
        if said is None:
            raise Unreadable(word)
        return Part(ONE, said, follows)


def _filled(numeral: str) -> bool:
    """Whether a numeral in characters begins with the 零 of an empty place before it (一万零二百)."""
    return numeral.startswith("零") and numeral[1:2] not in ("", "点")


@dataclass(slots=True)
class Quantity:
    """Numerals with the scales printed behind them, the unit (empty: none is printed), the qualifiers among them.
    It is ``bare`` where it is a scale alone (过亿)."""

    parts: list[Part] = field(default_factory=list)
    scales: list[str] = field(default_factory=list)
    unit: str = ""
    behind: list[str] = field(default_factory=list)
    of_a_hundred: Decimal = ONE
    bare: bool = False


def read(cursor: Cursor, unit: words.Unit) -> Quantity:
    """The quantity that comes next. Raises Unreadable where there is none."""
    one = Quantity()
    fraction = cursor.take(*_OF_A_HUNDRED)
    while not one.behind:
        zero = _filled(cursor.next)
        part = cursor.numeral()
        if part is None:
            if one.parts or cursor.next not in numerals.SCALES:
                break
            one.bare, part = True, Part(ONE, (ONE, ONE))
        if zero and not one.parts or one.bare and one.parts:
            raise Unreadable  # 百十家 is an idiom
        one.scales.append(_scale(cursor, one))
        one.parts.append(part)
    if not one.parts:
        raise Unreadable
    return _fraction(one, fraction, unit) if fraction else _with_unit(cursor, one, unit)


def _scale(cursor: Cursor, one: Quantity) -> str:
    """The scale behind a numeral, and a 多 before, in or after it."""
    marks = ""
    while cursor.next in numerals.SCALES or cursor.next in _VAGUE and not one.behind:
        word = cursor.take(cursor.next)
        if word in _VAGUE:
            one.behind.append("over")
        else:
            marks += word
    return marks


def _fraction(one: Quantity, fraction: str, unit: words.Unit) -> Quantity:
    """百分之十八, 百分之百: the ones of its numeral count, and it takes no scale."""
    part, marks = one.parts[0], one.scales[0]
    if len(one.parts) > 1 or unit.measure != "%" or marks and not (one.bare and marks == "百"):
        raise Unreadable
    if part.said:
        number, step = part.said
        part = Part(ONE, (number * (HUNDRED if marks else ONE), min(step, ONE)))
    return Quantity([part], [""], "%", one.behind, _OF_A_HUNDRED[fraction])


def _with_unit(cursor: Cursor, one: Quantity, unit: words.Unit) -> Quantity:
    """With the unit printed behind the number, perhaps in brackets."""
    bracket = cursor.take("(")
    if bracket:
        one.scales[-1] += _scale(cursor, one)
    one.unit = cursor.take("倍", "‰", "成", *unit.words)
    if "多" in one.unit:
        one.behind.append("over")
    if one.unit and unit.per:
        cursor.take(f"/{unit.per}")
    if bracket and not (one.unit and cursor.take(")")):
        raise Unreadable
    if one.unit == "成":
        filled = _filled(cursor.next)
        tenth = cursor.numeral()
        if filled or any(one.scales) or len(one.parts) > 1:
            raise Unreadable
        one.parts += [] if tenth is None else [replace(tenth, follows=False)]
    return one


def weighed(one: Quantity, unit: words.Unit) -> tuple[Part, ...]:
    """The parts of a quantity with their weights in the indicator's unit. Raises Unreadable where they don't say
    what is counted."""
    if one.unit == "成":
        return tuple(
            replace(part, weight=weight) for weight, part in zip((TEN, ONE), one.parts, strict=False)
        )
    if not _counted(one, unit):
        raise Unreadable
    own = numerals.scale(unit.own) if one.unit or any(one.scales) else ONE
    by = one.of_a_hundred * (ONE / TEN if one.unit == "‰" else ONE)
    found = zip(_weights(one.scales), one.scales, one.parts, strict=True)
    return tuple(
        replace(
            part, weight=weight / (own or ONE) * by, follows=place > 0 and _follows(part, scale, one.scales)
        )
        for place, (weight, scale, part) in enumerate(found)
    )


def _follows(part: Part, scale: str, scales: Sequence[str]) -> bool:
    """Whether a part must be of the place next to the one before: 二千 of 一万二千, and 2000 of 1万2000, which isn't
    the 5 of 3万5."""
    return part.follows or part.said is None and scale in ("", _outer(scales))


def _counted(one: Quantity, unit: words.Unit) -> bool:
    """Whether what is printed says in which unit it is counted. A number alone is in the indicator's, as in a
    publication's table; a scale alone must end in the unit's own (过亿 in 亿元, never 1.4万)."""
    first = one.parts[0].said
    if any(one.scales) and unit.measure in _SCALELESS:
        return False
    if one.unit:
        return True
    if unit.own and any(one.scales):
        return one.scales[-1].endswith(unit.own)
    return first is None or unit.measure == "位"


def shown(one: Quantity, unit: words.Unit) -> int:
    """The 万 or 亿 that is printed with a number besides its unit's own: 1, 10⁴, 10⁸ or 10¹²."""
    marks = one.scales[0] + (_outer(one.scales) if len(one.scales) > 1 else "")
    found = numerals.ten_thousands(marks) / numerals.ten_thousands(unit.own)
    return int(found) if found in _SHOWN else 1


def _outer(scales: Sequence[str]) -> str:
    """The 万 or 亿 behind a number of several parts that counts for all of them: 1万2千亿."""
    first, last = (numerals.scale(marks) or ONE for marks in (scales[0], scales[-1]))
    return (
        ""
        if first > last or len(scales) == 1
        else next((one for one in _OUTER if scales[-1].endswith(one)), "")
    )


def _weights(scales: Sequence[str]) -> list[Decimal]:
    """What each part of a number counts. Raises Unreadable where the scales aren't said so."""
    outer = _outer(scales)
    own = [*scales[:-1], scales[-1].removesuffix(outer)]
    found = [weight for weight in map(numerals.scale, own) if weight is not None]
    if len(found) < len(own):
        raise Unreadable
    return [weight * (numerals.scale(outer) or ONE) for weight in found]
