"""What the words before a number make of it: its sign and its qualifiers. Each kind of word is a letter, and a
measure takes certain orders of them:

    R grows, U rises, u speeds up, D falls, d slows down, K narrows or widens, J moves up, j moves back
    v slightly, T to, W is, N reaches, n plans to, e 了, V new, C falls below
    G growth as a noun, F fall as a noun, H above, h higher, L below, l lower, E exceeds, Q any other qualifier
    B than, O a place or its average, o an earlier time, i the turn of a year, z compared, X 的
    Y year on year, A a year on average, a over two years
    S share of, Z ranks, P +, M −

The same words mean another thing of another measure: 低于 is a sign of a gap and a qualifier of a level, and no
fall can be read of a share. What no order takes can't be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from industry.vocabulary.printed.words import BREAKS, FALLS, LEAD, QUALIFIER

AVERAGES = ("growth_annual_average", "growth_two_year_average")
GROWTHS = ("growth_yoy", *AVERAGES)
MOVES = "moves"
"""A change of a rank: 前移4位. 前移为3位 may be by or to."""
_SIGNED = ("level", "rate", "share", "contribution")
_TOGETHER = {frozenset({"over", "at_least"}): "over", frozenset({"under", "at_most"}): "under"}
_MEANT = "[NWQEHLe]*"
_SAID = "[NWQEe]*"
_BY = "[NQEHLe]*"
"""Not 下降为5%, which may be by or to."""
_BELOW = "N*Ce?"
"""跌破5% of a growth is a rise still."""


def kinds(words: Sequence[str]) -> str:
    """The letters of words before a number, # for one that doesn't stand there: 下跌破5% may be a fall by more than
    5 % or one below it."""
    found = (LEAD.get(word, "N" if word.startswith("每") else "#") for word in words)
    breaks = [before in FALLS and word == BREAKS for before, word in zip(["", *words], words, strict=False)]
    return "".join("#" if broken else kind for kind, broken in zip(found, breaks, strict=True))


def sign(letters: str, measure: str, yearly: bool = False) -> int:
    """1 or −1, 0 where the words don't go together before a number of this measure, whose unit is so much a year
    or isn't."""
    rises, falls = _orders(measure, yearly)
    letters = _bare(letters)
    if any(re.fullmatch(order, letters) for order in falls):
        return -1
    return (-1 if letters.endswith("M") else 1) if any(re.fullmatch(order, letters) for order in rises) else 0


def becomes(letters: str, measure: str) -> str:
    """What 1.3倍 is of growth or a multiple: ``by`` (增长1.3倍), ``to`` (增长到1.3倍), ``fall to``, ``is``
    (上年的1.3倍), nothing where that can't be read."""
    letters = _bare(letters)
    if measure == "multiple":
        return "to" if re.fullmatch(r"(?:[RUD]T|RW|[NW]*)(?:[QE]*|Q*[Ooi]X?[QE]*)", letters) else ""
    if re.fullmatch(rf"{_before(measure)}(?:[RU]e?|GN*)[QE]*", letters):
        return "by"
    if re.fullmatch(r"(?:[RU]T|RW)(?:[QE]*|Q*oX[QE]*)", letters):
        return "to"
    if re.fullmatch(r"[NWQ]*oX[QE]*", letters):
        return "is"
    return "fall to" if re.fullmatch(r"DT(?:[QE]*|Q*oX[QE]*)", letters) else ""


def reached(letters: str) -> str:
    """The letters before a place without those of the way to it: 上升至第3位 is the third."""
    return re.sub("^v?[UDJj]T", "", _bare(letters))


def doubles(letters: str) -> bool:
    """Whether the words may stand before 翻一番."""
    return re.fullmatch(r"Y?(?:Boz?)?[NQEe]*", _bare(letters)) is not None


def unchanged(letters: str, measure: str) -> bool:
    """Whether the words may stand before 持平, and it is 0: of a growth beside the year before, of a gap
    beside what it is a gap to."""
    years = {one: f"{_average(one)}?" for one in AVERAGES}
    orders = {"gap": "(?:BOz?)?", "growth_yoy": "Y?(?:Boz?)?", "change": "Y?(?:B[oi]z?)?"} | years
    return measure in orders and re.fullmatch(orders[measure], letters) is not None


def qualifier(words: Sequence[str], *behind: str) -> str | None:
    """The one qualifier that the words before a number and those ``behind`` it come to, empty for none; None
    where they don't go together."""
    letters = kinds(words)
    meant = [
        word
        for word, kind, after in zip(words, letters, f"{letters}#"[1:], strict=True)
        if kind in "QC" or kind in "HLE" and after not in "Oo"
    ]
    found = {*(QUALIFIER.get(word, "") for word in meant), *filter(None, behind)}
    only = _TOGETHER.get(frozenset(found)) if len(found) > 1 else next(iter(found), None)
    if not found:
        return None if "控制在" in words else ""
    return None if letters.endswith("M") and only != "about" else only or None


def _bare(letters: str) -> str:
    """Without the words that only say how much or how little something moves, or that it is to."""
    return re.sub("n+(?=v?[RUDFudJj])|v(?=[RUDHhLl])", "", letters).replace("n", "N")


def _average(measure: str) -> str:
    return "[Aa]" if measure == "growth_two_year_average" else "A"


def _before(measure: str) -> str:
    """The words that say against what something grows."""
    if measure in AVERAGES:
        return f"{_average(measure)}?"
    return "(?:Y|(?:Boz?)?)" if measure == "growth_yoy" else "(?:Y|(?:B[oi]z?)?)"


@cache
def _orders(measure: str, yearly: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The orders of words that leave a number as it is, or take its own sign, and those that make it a fall."""
    before = _before(measure)
    if measure in GROWTHS:
        when = f"{_average(measure)}?" if measure in AVERAGES else "Y?"
        rises = (f"(?:{when}G?|{before}[RU]){_MEANT}[PM]?", f"(?:G?[UDud]|GR)T{_MEANT}M?", f"GKT{_SAID}")
        return (*rises, f"(?:{when}G)?{_BELOW}"), (
            f"{before}D{_BY}",
            f"{when}F(?:{_MEANT}|{_BELOW})",
            f"{when}F[KD]T{_MEANT}",
        )
    if measure == MOVES:
        return (f"{before}[UJ][QEe]*", "[QE]*[PM]?"), (f"{before}[Dj][QEe]*",)
    than, before = ("O", "(?:BOz?)?") if measure == "gap" else ("[oi]", before)
    beside = (f"G?[HhE]{than}{_SAID}", f"G?{before}G?h{_SAID}", f"{_SAID}[PM]?")
    below = (f"G?[Ll]{than}{_SAID}", f"G?{before}G?l{_SAID}")
    if measure == "gap":
        return beside, below
    if measure == "change":
        up, down = (f"G?{before}G?{moves}[NQEe]*" for moves in ("[RUu]", "[Dd]"))
        return (*beside, up), (*below, down)
    if measure == "rank":
        return ("[ZNOe]*",), ()
    opening = "V?" if measure in ("level", "count") else "(?:SO?X?)?" if measure == "share" else ""
    every = "A?" if yearly else ""
    crossed = (_BELOW, f"S{_BELOW}") if measure in (*_SIGNED, "count") else ()
    return (f"{every}{opening}(?:[RUD]T)?{_MEANT}{'M?' if measure in _SIGNED else ''}", *crossed), ()
