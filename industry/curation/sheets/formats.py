"""Number formats, as workbooks write them (``#,##0.0_ ;[<0]…;"亿"``), taken apart. What a number looks like in one is worked
out in ``shown``. A format that isn't understood to its last sign is none: nobody guesses what a cell shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["general", "number", "date", "text"]
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""What a workbook only numbers, as Excel and WPS in Chinese show it."""
LONGEST = 255
"""Characters of a format, as Excel has it."""
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<fill>.) | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式) | (?P<noon>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-]) | (?P<date>y+|m+|d+|h+|s+|aaaa|aaa|e+) | (?P<digit>[0#?]) | (?P<point>\.) | (?P<comma>,)
    | (?P<percent>%) | (?P<at>@) | (?P<literal>[-+$¥￥()/:^&'~{}<>=\s|]|[^\x00-\x7f])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COLOUR = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|[黑蓝青绿红白黄]色|洋红色?|蓝绿色|(?:color|颜色)\s*\d+",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)", re.ASCII)
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9A-F]{1,8}))?", re.IGNORECASE | re.ASCII)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_LONG_DATE, _LONG_TIME, _LANGUAGES = 0xF800, 0xF400, 0xFFFF
"""Languages that stand for the system's date and time; above the last they bring another calendar or other numerals."""
_ENGLISH = frozenset((0, 0x409))


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: ``literal``, ``digit`` (0 # ?), ``point``, ``comma``, ``percent``, ``exponent``, ``at``, ``general``, ``date``
    (yyyy, m, …), ``noon``, ``elapsed`` ([h])."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """``grouped``: with commas between thousands; ``scale``: by which power of ten the number is shown larger (2 for %);
    ``plain`` where it is a number with so many digits behind the point and nothing between them: what stands before it, how
    many, what stands behind."""

    kind: Kind
    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    grouped: bool = False
    scale: int = 0
    plain: tuple[str, int, str] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """``numbers``: the sections that numbers choose among; ``text``: that of texts, if it has one."""

    numbers: tuple[Section, ...]
    text: Section | None


@lru_cache(maxsize=4096)
def parsed(code: str) -> Format | None:
    """None where it isn't understood."""
    if len(code) > LONGEST:
        return None
    if "[$-F800]" in code.upper():
        code = BUILT_IN[31]
    elif "[$-F400]" in code.upper():
        code = BUILT_IN[21]
    found: list[Section] = []
    for one in _split(code):
        section = _section(one)
        if section is None or len(found) == 4:
            return None
        found.append(section)
    text = None
    if len(found) == 4 or found[-1].kind == "text":
        text = found.pop()
        if text.kind != "text" and any(one.kind != "literal" for one in text.tokens):
            return None
    if any(one.kind == "text" for one in found):
        return None
    return Format(tuple(found) or (_as_it_is(text),), text)


def _as_it_is(text: Section | None) -> Section:
    """How a number is shown by a format for texts alone."""
    tokens = text.tokens if text else ()
    return Section("general", tuple(Token("general", "") if one.kind == "at" else one for one in tokens))


def _split(code: str) -> Sequence[str]:
    parts, start, at = [], 0, 0
    while at < len(code):
        if code[at] in "\\!_*":
            at += 1
        elif code[at] in '"[':
            end = code.find({'"': '"', "[": "]"}[code[at]], at + 1)
            at = len(code) if end < 0 else end
        elif code[at] == ";":
            parts.append(code[start:at])
            start = at + 1
        at += 1
    return [*parts, code[start:]]


def _section(code: str) -> Section | None:
    tokens: list[Token] = []
    condition, at = None, 0
    english = True
    while at < len(code):
        found = _TOKEN.match(code, at)
        if found is None or found.lastgroup is None:
            return None
        kind, text = found.lastgroup, found[found.lastgroup]
        at = found.end()
        if kind == "bracket":
            if read := _CONDITION.fullmatch(text):
                condition = (read[1], Decimal(read[2]))
            elif read := _CURRENCY.fullmatch(text):
                language = int(read[2] or "0", 16)
                if language > _LANGUAGES:
                    return None
                english &= language in _ENGLISH
                tokens.append(Token("literal", read[1]))
            elif _ELAPSED.fullmatch(text):
                tokens.append(Token("elapsed", text.lower()))
            elif not _COLOUR.fullmatch(text):
                return None
        elif kind in ("quoted", "escaped", "literal"):
            tokens.append(Token("literal", text))
        elif kind == "space":
            tokens.append(Token("literal", " "))
        elif kind == "date":
            tokens.append(Token(kind, text.lower()))
        elif kind != "fill":
            tokens.append(Token(kind, text))
    kinds = {one.kind for one in tokens} - {"literal"}
    if kinds & {"date", "elapsed", "noon"}:
        return Section("date", tuple(tokens), condition) if _is_date(tokens, english) else None
    if kinds in ({"at"}, {"general"}):
        return Section("text" if kinds == {"at"} else "general", tuple(tokens), condition)
    return _number(tokens, condition)


def _is_date(tokens: Sequence[Token], english: bool) -> bool:
    """Whether digits stand in it only as parts of a second, behind a point, and nothing is in words that aren't known."""
    for place, one in enumerate(tokens):
        before = tokens[place - 1] if place else None
        if one.kind == "digit":
            if one.text != "0" or before is None or before.kind not in ("point", "digit"):
                return False
        elif one.kind == "point":
            behind = place + 1 < len(tokens) and tokens[place + 1].kind == "digit"
            if behind and not (
                before is not None and before.text[:1] == "s" and before.kind in ("date", "elapsed")
            ):
                return False
        elif one.kind == "date":
            longest = {"m": 5, "h": 2, "s": 2}.get(one.text[0], 4)
            if len(one.text) > longest or not english and one.text[0] in "md" and len(one.text) > 2:
                return False
        elif one.kind not in ("literal", "comma", "elapsed", "noon"):
            return False
    return True


def _number(tokens: Sequence[Token], condition: tuple[str, Decimal] | None) -> Section | None:
    """Its commas taken for what they mean: between digits thousands, behind them a number that many times smaller."""
    kept: list[Token] = []
    grouped, scale = False, 0
    digits = [place for place, one in enumerate(tokens) if one.kind == "digit"]
    points = [place for place, one in enumerate(tokens) if one.kind == "point"]
    point = points[0] if points else len(tokens)
    for place, one in enumerate(tokens):
        if one.kind == "percent":
            scale += 2
            kept.append(Token("literal", "%"))
        elif one.kind == "comma":
            if not digits or place < digits[0]:
                return None
            if any(place < at < point for at in digits):
                grouped = True
            elif place < point or place > digits[-1]:
                scale -= 3
            else:
                return None
        elif one.kind in ("digit", "point", "exponent", "literal"):
            kept.append(one)
        else:
            return None
    shape = "".join({"digit": "0", "point": ".", "exponent": "E"}.get(one.kind, "/" if one.text == "/" else "x") for one in kept)  # fmt: skip
    whole = r"[x/]*0(\.0*)?E0+[x/]*" if "E" in shape else r"[^.]*(\.[^.]*)?"
    if not re.fullmatch(whole, shape) or re.search(r"0x*/x*0", shape) or points and not digits:
        return None
    return Section("number", tuple(kept), condition, grouped, scale, _plain(kept))


def _plain(tokens: Sequence[Token]) -> tuple[str, int, str] | None:
    signs = "".join(one.text if one.kind in ("digit", "point") else "x" for one in tokens)
    found = re.fullmatch(r"(x*)(?:#*0)(?:\.(0+))?(x*)", signs)
    if found is None or any(one.kind == "exponent" for one in tokens):
        return None
    before, behind = len(found[1]), len(tokens) - len(found[3])
    texts = [one.text for one in tokens]
    return "".join(texts[:before]), len(found[2] or ""), "".join(texts[behind:])
