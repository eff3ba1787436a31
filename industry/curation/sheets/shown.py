"""What a cell shows: a number, a day or a text in its number format, as Excel and WPS in Chinese show it. The formats
themselves are taken apart in ``formats``.

A column that is too narrow (####) is taken for wide enough, and ``General`` shows the fifteen digits that the sheet holds.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from industry.curation.sheets.formats import BUILT_IN, Format, Section, Token, parsed
from industry.curation.sheets.sheet import EMPTY, Cell

__all__ = ["BUILT_IN", "exact", "number", "text"]
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP, Emax=999999, Emin=-999999)
"""To how many digits a sheet works."""
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP, Emax=999999, Emin=-999999)
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_FIRST_1900, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST = 2_958_465
"""The number of the last day of 9999."""
_NO_DAY = 60
"""29 February 1900, which was none: days before count one less."""
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def number(value: Decimal, code: str, since_1904: bool = False, zeros: bool = True) -> tuple[Cell, bool]:
    """The cell of a number in a format, and whether the format is understood. ``zeros``: whether the sheet shows them.
    Where it isn't, the text is the number with the format in ⟨⟩, and the cell has neither number nor day."""
    if not value and not zeros:
        return Cell("", value), True
    format = parsed(code)
    held = _DIGITS.plus(value)
    section, shown = _section(format, held) if format else (None, None)
    if section is not None and shown is not None:
        if section.kind == "date":
            moment = _moment(shown, since_1904, section)
            if moment is not None and shown == held:
                day, text = moment
                return Cell(text.strip(), None if day else value, day), True
        else:
            return Cell(_formed(shown, section).strip(), value), True
    return Cell(f"{general(held)}⟨{code}⟩"), False


def exact(value: float) -> Decimal:
    """A number as a sheet holds it: of what is stored as 18.399999999999999 the digits of 18.4; 5 for 5.0."""
    return Decimal(repr(value).removesuffix(".0"))


def text(found: str, code: str) -> Cell:
    """The cell of a text in a format."""
    if not found or found.isspace():
        return EMPTY
    format = parsed(code) if code not in ("General", "@") else None
    if format is None or format.text is None:
        return Cell(found)
    shown = "".join(found if one.kind == "at" else one.text for one in format.text.tokens)
    return Cell("" if shown.isspace() else shown)


def general(value: Decimal) -> str:
    """A number as a sheet shows it that nobody has formatted."""
    if not value:
        return "0"
    if not -10 < value.adjusted() < 21:  # as a sheet tells it where it is edited
        mantissa = value.scaleb(-value.adjusted(), _EXACT).normalize(_EXACT)
        return f"{mantissa:f}E{value.adjusted():+03d}"
    return f"{value.normalize(_EXACT):f}"


def _section(format: Format, value: Decimal) -> tuple[Section | None, Decimal]:
    """The section that shows the number, and the number as it shows it: without its sign where the section is that of
    numbers below zero. None where that isn't certain."""
    found = format.numbers
    if not any(one.condition for one in found):
        if len(found) == 1 or value > 0 or not value and len(found) < 3:
            return found[0], value
        return (found[1], -value) if value < 0 else (found[2], value)
    if value < 0:
        return None, value  # with its sign or without? Programs differ
    for one in found:
        if (
            one.condition is None
            and one is found[-1]
            or one.condition
            and _HOLDS[one.condition[0]](value, one.condition[1])
        ):
            return one, value
        if one.condition is None:
            return None, value
    return None, value


def _formed(value: Decimal, section: Section) -> str:
    sign = "-" if value < 0 else ""
    if section.kind == "general":
        told = general(abs(value))
        return sign + "".join(told if one.kind == "general" else one.text for one in section.tokens)
    size = abs(value).scaleb(section.scale, _EXACT) if section.scale else abs(value)
    if section.plain:
        prefix, places, suffix = section.plain
        rounded = size.quantize(Decimal(1).scaleb(-places), context=_EXACT)
        return f"{sign}{prefix}{rounded:{',' if section.grouped else ''}f}{suffix}"
    if not any(one.kind == "digit" for one in section.tokens):
        return "".join((sign if section.tokens else "", *(one.text for one in section.tokens)))
    if any(one.kind == "exponent" for one in section.tokens):
        return sign + _scientific(size, section.tokens)
    point = next((at for at, one in enumerate(section.tokens) if one.kind == "point"), len(section.tokens))
    whole, behind = section.tokens[:point], section.tokens[point:]
    places = sum(one.kind == "digit" for one in behind)
    rounded = size.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    before, _, after = f"{rounded:f}".partition(".")
    return sign + _before(before.lstrip("0"), whole, section.grouped) + _behind(after, behind)


def _before(digits: str, tokens: Sequence[Token], grouped: bool) -> str:
    """The digits before the point at their places, from the last to the first, which takes all that are left."""
    places = sum(one.kind == "digit" for one in tokens)
    left, out, count = list(digits), list[str](), 0

    def add(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0 and digit != " ":
            out.append(",")
        out.append(digit)
        count += 1

    for one in reversed(tokens):
        if one.kind != "digit":
            out.append(one.text[::-1])
            continue
        places -= 1
        if left:
            add(left.pop())
        elif one.text != "#":
            add("0" if one.text == "0" else " ")
        while not places and left:
            add(left.pop())
    return ("".join(left) if not any(one.kind == "digit" for one in tokens) else "") + "".join(out)[::-1]


def _behind(digits: str, tokens: Sequence[Token]) -> str:
    """The point and the digits behind it; # shows no zeros at the end, ? a space in their place."""
    needed = len(digits.rstrip("0"))
    out, at = "", 0
    for one in tokens:
        if one.kind == "digit":
            spare = at >= needed and one.text != "0"
            out += ("" if one.text == "#" else " ") if spare else digits[at]
            at += 1
        else:
            out += one.text
    return out


def _scientific(size: Decimal, tokens: Sequence[Token]) -> str:
    """One digit before the point."""
    mark = next(at for at, one in enumerate(tokens) if one.kind == "exponent")
    start = next(at for at, one in enumerate(tokens) if one.kind == "digit")
    places = sum(one.kind == "digit" for one in tokens[:mark]) - 1
    power = size.adjusted() if size else 0
    mantissa = size.scaleb(-power, _EXACT).quantize(Decimal(1).scaleb(-places), context=_EXACT)
    if mantissa >= 10:
        power, mantissa = power + 1, mantissa / 10
        mantissa = mantissa.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    width = sum(one.kind == "digit" for one in tokens[mark:])
    sign = "-" if power < 0 else "+" if tokens[mark].text[1] == "+" else ""
    around = [
        "".join(one.text for one in part if one.kind == "literal") for part in (tokens[:start], tokens[mark:])
    ]
    return f"{around[0]}{mantissa:f}E{sign}{abs(power):0{width}d}{around[1]}"


def _moment(serial: Decimal, since_1904: bool, section: Section) -> tuple[date | None, str] | None:
    """The day, None of a time alone, and what is shown; None of what is no date."""
    tokens = section.tokens
    fine = sum(one.kind == "digit" for one in tokens)
    step = Decimal(1).scaleb(-fine)
    all_seconds = (serial * 86_400).quantize(step, context=_EXACT)
    if not any(one.kind in ("date", "elapsed") and one.text[0] == "s" for one in tokens):
        all_seconds = (serial * 86_400).quantize(Decimal("0.001"), context=_EXACT)
    days = int((all_seconds / 86_400).to_integral_value(ROUND_FLOOR))
    if not 0 <= days <= _LAST - (1462 if since_1904 else 0) or not since_1904 and days == _NO_DAY:
        return None
    named = any(one.kind == "date" and one.text[0] in "yde" or one.text[:3] == "aaa" for one in tokens)
    monthly = any(
        one.kind == "date" and one.text[0] == "m" and not minutes for one, minutes in _minutes(tokens)
    )
    if since_1904:
        day = _FIRST_1904 + timedelta(days)
    else:
        day = _FIRST_1900 + timedelta(days + (days < _NO_DAY))
    if (named or monthly) and not since_1904 and not days:
        return None  # 0 January 1900
    seconds = all_seconds - days * 86_400
    shown = "".join(
        _part(one, minutes, day, seconds, all_seconds, tokens) for one, minutes in _minutes(tokens)
    )
    return (day if named or monthly else None), shown


def _minutes(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each token, and whether an m in it is of minutes: behind hours or before seconds."""
    timed = [one for one in tokens if one.kind in ("date", "elapsed")]
    place = 0
    for one in tokens:
        minutes = False
        if one.kind in ("date", "elapsed"):
            if one.kind == "date" and one.text in ("m", "mm"):
                before = timed[place - 1].text[0] if place else ""
                after = timed[place + 1].text[0] if place + 1 < len(timed) else ""
                minutes = before == "h" or after == "s"
            place += 1
        yield one, minutes


def _part(
    one: Token, minutes: bool, day: date, seconds: Decimal, total: Decimal, tokens: Sequence[Token]
) -> str:
    if one.kind == "noon":
        early, late = one.text.split("/")
        return early if seconds < 43_200 else late
    if one.kind == "elapsed":
        return f"{int(total // {'h': 3600, 'm': 60, 's': 1}[one.text[0]]):0{len(one.text)}d}"
    if one.kind == "digit":
        place = [each for each in tokens if each.kind == "digit"].index(one)
        return f"{seconds % 1:.{1 + place}f}"[-1]
    if one.kind != "date":
        return one.text
    width = len(one.text)
    match one.text[0]:
        case "y" | "e":
            return f"{day.year % 100:02d}" if one.text in ("y", "yy") else f"{day.year}"
        case "a":
            return ("" if width == 3 else "星期") + "一二三四五六日"[day.weekday()]
        case "d":
            return f"{day.day:0{width}d}" if width < 3 else _DAYS[day.weekday()][: None if width > 3 else 3]
        case "h":
            hour = int(seconds // 3600)
            if any(each.kind == "noon" for each in tokens):
                hour = hour % 12 or 12
            return f"{hour:0{width}d}"
        case "s":
            return f"{int(seconds % 60):0{width}d}"
    if minutes:
        return f"{int(seconds % 3600 // 60):0{width}d}"
    if width < 3:
        return f"{day.month:0{width}d}"
    return _MONTHS[day.month - 1][: {3: 3, 5: 1}.get(width)]
