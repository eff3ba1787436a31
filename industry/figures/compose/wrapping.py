"""How wide words are, and where a line of Chinese or English may break.

Widths are in em of the font size, after the glyphs of Noto Sans CJK SC; the other faces named in
``theme`` are no wider by more than `SLACK`. Wrapping follows the rules of Chinese typesetting
(避头点, 避尾点): closing marks never begin a line, opening ones never end it, a number keeps its unit. Places belong to ``compose``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

from industry.vocabulary.fields import UNITS

_F = TypeVar("_F", bound=Callable[..., Any])

SLACK = 1.03
KEPT = 500  # characters of a text up to which what was measured of it is kept
LONG, FEW = 2_500, 32
"""Of a text of up to so many characters it is kept until so many others were measured: notes are wrapped again and again."""
SPACED = 0.25  # em that it may leave between a Chinese character and a Latin one or a digit
NO_BEGIN = frozenset("，。；：、）》”’％%！？】〉」』…—～·,.;:!?)]}‰℃")
NO_END = frozenset("（《“‘【〈「『([{$￥")
FULL_WIDTH = frozenset("“”‘’…·～×≥≤◆◇○●■□━▲▼△▽→←†‡§")

_LATIN = {
    **dict.fromkeys("ijlI.,:;'|!", 0.29),
    **dict.fromkeys("()[]{}/-tfr\\", 0.38),
    **dict.fromkeys("mM%@", 0.92),
    **dict.fromkeys("wW", 0.86),
    **dict.fromkeys("ABCDGHKNOQRUbdhnopqu&", 0.68),
    "—": 0.9,
    **dict.fromkeys(" \N{NO-BREAK SPACE}", 0.225),
}
_BOLD = 0.035
_MONTH = r"(?:\d{1,2}[—–～-])?\d{1,2}月"
_PERIOD = rf"\d{{4}}年(?:[第前]?[一二三四1-4]季度|{_MONTH}(?:末|底|\d{{1,2}}日)?|[上下]半年|末|底)?"
_MONTHS = rf"{_MONTH}(?:\d{{1,2}}日)?"
_DIGITS = r"\d[\d.,]{0,30}"
"""A number as far as it is looked for from each place: without an end, a long run of digits would be gone through from each of them."""
_RANGE = rf"(?:{_PERIOD}|{_MONTHS})(?:[—–～](?:{_PERIOD}|{_MONTHS}))?|{_DIGITS}[—–～]{_DIGITS}[年个％%]?"
_UNITS = {one.partition("/")[0] for one in UNITS} - {"%", "百分点", "年"}
_UNIT = f"个?百分点|万亿元?|[万亿]?(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))}|座)"
_COUNT = rf"[超约逾近]?[+−]?{_DIGITS}(?:[—–～]{_DIGITS})?(?:{_UNIT}|[万亿])(?:以[上下内]|左右)?|约[+−]?{_DIGITS}[%％]"
_WORDS = " ".join(said.partition(" per ")[0] for said, _ in UNITS.values()) + " million items figures months"
_COUNTS = "|".join({re.sub("s$", "s?", one): "" for one in re.findall("[A-Za-z]{2,}|m²", _WORDS)})
_ENGLISH = rf"(?:[A-Z][a-z]{{2}}–)?[A-Z][a-z]{{2}} \d{{4}}(?:–[A-Z][a-z]{{2}} \d{{4}})?|paragraph \d+|[+−]?{_DIGITS}(?<=\d)(?: (?:[bm]|tr)illion)? (?:{_COUNTS})(?![A-Za-z])"
_WORKED_OUT = "（?推[算定]）?"  # how a number came about, which stands behind it
WHOLE = rf"(?:{_COUNT}|{_RANGE}|第\d+[\u4e00-\u9fff]|{_ENGLISH}|{_WORKED_OUT}|（[\u4e00-\u9fff]{{2,4}}）)(?: ·)?|[^\s] ·"
"""What a line never ends inside, where we break it and where a browser does: a period, a range, a count with its unit, how a number
came about, a remark of a few characters in brackets, a place in a document, the dot behind an item. Browsers read it nearly as Python does."""
_HELD = re.compile(f"({WHOLE})")
_COUNTED = rf"(?:{_UNIT}|[万亿年月日批强省市级％%‰℃]| pp\b)?"
_NUMBER = rf"[A-Za-z]*[+−-]?\d[\d.,]*[%％]?(?:[—–～-][+−-]?\d[\d.,]*)?[A-Za-z]*{_COUNTED}"
_TOKEN = re.compile(rf"(?s){_WORKED_OUT}|{_PERIOD}|{_MONTHS}|约?{_NUMBER}|[A-Za-zÀ-ÿ0-9'’&/+−.-]+|\s+|.")
_SIGNED = re.compile(r"[+−-]?\d[\d.,]*[%*]?")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9+−])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")
_CLAUSE = re.compile(r".*?(?:[，；：。]|[,;:](?=\s)\s*|$)(?<=.)", re.DOTALL)
_SENTENCE = re.compile(r".*?(?:[。；！？]+[”）]?|[.;!?](?=\s)\s*|$)", re.DOTALL)


def is_chinese(text: str) -> bool:
    """Whether a Chinese character stands in it: then full-width punctuation joins its parts."""
    return _CHINESE.search(text) is not None


def _remembered(most: int) -> Callable[[_F], _F]:
    """Makes a function of a text whose latest ``most`` answers are kept, a `FEW` of them for texts of more than `KEPT`
    characters and none for those of more than `LONG`, so that what is kept has an end."""

    def remember(work: _F) -> _F:
        kept, few = lru_cache(most)(work), lru_cache(FEW)(work)

        @wraps(work)
        def asked(text: str, *more: Any, **named: Any) -> Any:
            long = len(text)
            return (kept if long <= KEPT else few if long <= LONG else work)(text, *more, **named)

        return cast(_F, asked)

    return remember


class _Advances(dict[str, float]):
    """What a character adds to a line, in em, without `SLACK`; worked out once for each."""

    def __init__(self, bold: bool) -> None:
        super().__init__()
        self.more = _BOLD if bold else 0.0

    def __missing__(self, one: str) -> float:
        self[one] = found = 1.0 if one >= "\u2e80" or one in FULL_WIDTH else _LATIN.get(one, 0.56) + self.more
        return found


_ADVANCES = (_Advances(False), _Advances(True))


def _onward(used: float, text: str, bold: bool) -> float:
    """The em, without `SLACK`, of a line that takes ``used`` of them and goes on with the text: added one by one, so that it
    doesn't matter in how many parts a text is measured."""
    for more in map(_ADVANCES[bold].__getitem__, text):
        used += more
    return used


@_remembered(8192)
def width(text: str, bold: bool = False) -> float:
    """Width in em, as estimated for the widest of the faces named; tags are not understood."""
    return _onward(0.0, text, bold) * SLACK


def spaces(text: str) -> float:
    """The em by which another program may set the text wider, between its Chinese and its Latin."""
    return SPACED * len(_SEAM.findall(text))


def join(first: str, second: str) -> str:
    """``first：second`` in Chinese, ``first: second`` in English, or the one that isn't empty."""
    if not first or not second:
        return first or second
    return f"{first}：{second}" if is_chinese(first) else f"{first}: {second}"


def plain(text: str) -> str:
    """The text for Plotly's little HTML, a text and nothing more: Plotly copies whatever else it holds. An English
    apostrophe is set straight: the Chinese faces give the curly one a full em."""
    if not is_chinese(text):
        text = text.replace("’", "'")
    return html.escape(text, quote=False)


@_remembered(4096)
def pieces(text: str) -> tuple[str, ...]:
    """The text cut wherever a line may end; a piece of spaces is dropped where it does."""
    return _parted(text, {at for one in _HELD.finditer(text) for at in range(one.start() + 1, one.end())})


def _parted(text: str, held: Collection[int] = ()) -> tuple[str, ...]:
    """The text cut wherever its signs let a line end, but for the places that are ``held``."""
    found: list[str] = []
    at = 0
    for token in _TOKEN.findall(text):
        glued = found and not found[-1].isspace() and (token[0] in NO_BEGIN or found[-1][-1] in NO_END)
        if glued or at in held:
            found[-1] += token
        else:
            found.append(token)
        at += len(token)
    return tuple(found)


def wholes(text: str) -> list[tuple[str, bool]]:
    """The text in parts, for what marks it up, and whether each stays `WHOLE`: those that do, and what stands around them, perhaps nothing."""
    return [(one, at % 2 == 1) for at, one in enumerate(_HELD.split(text))]


def tied(text: str) -> str:
    """The text with no-break spaces inside what stays whole, for programs that break its lines by themselves."""
    return _HELD.sub(lambda one: one[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a text, each with its sign and what stands right behind it."""
    return tuple(_SIGNED.findall(text))


def clauses(text: str) -> tuple[str, ...]:
    """The text cut behind every comma, semicolon and colon, where a heading ends its lines best."""
    return tuple(_CLAUSE.findall(text))


def _fill(
    text: str, room: float, bold: bool, cut: Callable[[str], tuple[str, ...]] = pieces
) -> tuple[str, ...]:
    lines: list[str] = []
    line, used, inked = "", 0.0, 0.0  # the em of all of the line, and of it without the spaces at its end
    for piece in _within(cut(text), room, bold):
        ink = piece.rstrip()
        end = _onward(used, ink, bold)
        if (end if ink else inked) * SLACK <= room:
            line += piece
            used, inked = _onward(end, piece[len(ink) :], bold), end if ink else inked
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while (keep := _longest(line, room, bold)) < len(line.rstrip()):
            lines.append(line[:keep])
            line = line[keep:]
        inked = _onward(0.0, line.rstrip(), bold)
        used = _onward(inked, line[len(line.rstrip()) :], bold)
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def _within(parts: Sequence[str], room: float, bold: bool) -> Iterator[str]:
    """The parts; of one that is wider than a line, those of which it is made."""
    for one in parts:
        yield from (one,) if width(one.rstrip(), bold) <= room else _parted(one)


def _longest(text: str, room: float, bold: bool) -> int:
    """How many characters of an unbreakable piece go on a line, closing marks kept with theirs: all where they
    fit, else at least one."""
    keep, used, advances = 0, 0.0, _ADVANCES[bold]
    for one in text:
        used += advances[one]
        if keep and used * SLACK > room:
            break
        keep += 1
    if keep < len(text) and (hyphen := text.rfind("-", 1, keep + 1)) > 0:
        return hyphen + 1  # one that is just too much hangs
    while keep > 2 and keep < len(text) and (text[keep] in NO_BEGIN or text[keep - 1] in NO_END):
        keep -= 1
    return keep


@_remembered(4096)
def wrap(text: str, room: float, bold: bool = False, balanced: bool = False) -> tuple[str, ...]:
    """Lines no wider than ``room`` em. ``balanced`` makes them of like length, and ends them with a clause where that
    takes no more of them and leaves none almost empty (headings)."""
    room += 1e-6  # a text exactly as wide as its room fits
    lines = _fill(text, room, bold)
    if not balanced or len(lines) < 2:
        return lines
    cut = pieces
    if all(width(one.strip(), bold) <= room for one in clauses(text)):
        wide = [width(one, bold) for one in _fill(text, room, bold, clauses)]
        cut = clauses if len(wide) <= len(lines) and min(wide) >= max(wide) / 4 else pieces
    low, high = max(room / len(lines), *(width(one.strip(), bold) for one in cut(text))), room
    while high - low > 0.25:
        middle = (low + high) / 2
        if len(_fill(text, middle, bold, cut)) <= len(lines):
            high = middle
        else:
            low = middle
    return _fill(text, high, bold, cut)


def listed(items: Sequence[str], room: float) -> tuple[str, ...]:
    """Lines no wider than ``room`` em of items that each have the mark behind them, broken inside one only where it is
    wider than a line."""
    lines: list[str] = []
    for item in items:
        if lines and width((lines[-1] + item).rstrip()) <= room:
            lines[-1] += item
        else:
            lines += [item] if width(item.rstrip()) <= room else wrap(item, room)
    return tuple(one.rstrip() for one in lines)


def sentences(text: str) -> tuple[str, ...]:
    """The text cut after each sentence or item of a list (。；)."""
    return tuple(one for one in _SENTENCE.findall(text) if one)


def cut(text: str, room: float, most: int) -> str:
    """As much of the text as ``most`` lines hold. What is left out ends at a sentence, with …; only where
    not even one sentence fits, inside it."""
    lines = wrap(text, room)
    if len(lines) <= most:
        return text
    held = most * max(room, SLACK)  # of a character at least, in each line
    for parts, ends in ((sentences(text), " ；;.。"), (pieces(text), " ，、；：,;:")):
        for told in reversed(_beginnings(parts, ends, held)):
            if len(wrap(told + "…", room)) <= most:
                return told + "…"
    told = "".join(lines[:most])[:-1]
    while told and len(wrap(told + "…", room)) > most:
        told = told[:-1]
    return told + "…"


def _ink(text: str) -> float:
    """The em that a text takes at least, on however many lines: those of its spaces may be dropped."""
    return width("".join(text.split()))


def _beginnings(parts: Sequence[str], ends: str, held: float) -> list[str]:
    """What the first part says, the first two, and so on, without the ``ends`` behind it; as far as ``held`` em
    are enough for it."""
    found: list[str] = []
    whole, used, kept = "", 0.0, ""
    for part in parts[:-1]:
        stripped = part.rstrip(ends)
        if used + _ink(stripped) > held:
            break
        kept = whole + stripped if stripped else kept
        found.append(kept)
        whole, used = whole + part, used + _ink(part)
    return found
