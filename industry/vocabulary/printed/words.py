"""The words of printed figures, from ``words.yaml``, and a text taken apart into them. What they mean together is
for ``leads`` and ``grammar``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from industry.vocabulary import beside
from industry.vocabulary.printed.numerals import SPOKEN

_WORDS = beside(__package__, "words.yaml")
_PLAIN = {
    ord(one): other for old, new in _WORDS["variants"].items() for one, other in zip(old, new, strict=True)
} | dict.fromkeys(map(ord, "\u3000\u00a0\u2009\u202f"), " ")
"""Traditional characters, full-width digits and signs → simplified and half-width."""
NUMERAL = "#"
"""What stands for a numeral in figures."""
PLAIN = {**_PLAIN, ord(NUMERAL): "\ufffd"}
QUALIFIER: dict[str, str] = {word: name for name, words in _WORDS["qualifier"].items() for word in words}
BREAKS = "破"
_UP_TO = "上"
"""A qualifier before a scale alone (上千家), nowhere else."""
LEAD: dict[str, str] = dict.fromkeys(QUALIFIER, "Q") | {
    word: kind for kind, words in _WORDS["lead"].items() for word in words
}
"""Words before a number by their kind: a letter of ``leads``."""


def of_kind(kinds: str) -> tuple[str, ...]:
    """The words before a number that are of certain kinds."""
    return tuple(word for word, kind in LEAD.items() if kind in kinds)


FALLS = frozenset(word for word, kind in LEAD.items() if kind in ("D", "d"))
TAIL: dict[str, str] = {word: name for name, words in _WORDS["tail"].items() for word in words}
"""Words behind a number by the qualifier that they are."""
LEVEL: dict[str, str] = _WORDS["level"]
HALVES = ("一半", "半数", "半")
FRACTIONS = ("百分之", "千分之")
ORDINAL, FIRST, AMONG = "第", ("首位", "榜首", "首"), "前"
DOUBLED, DOUBLES, DOUBLINGS = "翻番", ("翻", "翻了"), "番"
ORDER = "级"
"""Behind a scale alone: 万亿级."""
CONNECTED = ("至", "到", "-", "~")
_SIGNS = (*HALVES, *FRACTIONS, ORDINAL, *FIRST, AMONG, DOUBLED, *DOUBLES, DOUBLINGS, ORDER, *CONNECTED)
_UNIT = re.compile("([万亿]*)([^/]*)(?:/(.*))?")


class Unit(NamedTuple):
    """A unit taken apart: the 万 or 亿 of its own, what it counts in, what each is for (万 元 项), and every
    word for the second."""

    own: str
    measure: str
    per: str
    words: frozenset[str]


@cache
def unit_of(unit: str) -> Unit:
    own, measure, per = _UNIT.fullmatch(unit).groups("")  # type: ignore[union-attr]
    words = {measure, *_WORDS["counters"].get(measure, ())}
    if measure == "百分点":
        words |= {"个多百分点"}
    return Unit(own, measure, per, frozenset(words - {""}))


@cache
def _vocabulary(unit: str) -> re.Pattern[str]:
    own = unit_of(unit)
    words = {*LEAD.keys() - {_UP_TO}, *TAIL, *LEVEL, *_SIGNS, *own.words, "(", ")", "倍", "强"}
    words |= {"%", "‰", "成"} if own.measure == "%" else set()
    words |= {f"/{own.per}", f"每{own.per}"} if own.per else set()
    longest = sorted(words, key=len, reverse=True)
    return re.compile(
        "|".join((*map(re.escape, longest), f"{_UP_TO}(?=[百千万亿])", "[百千万亿]", SPOKEN.pattern, "#"))
    )


def apart(text: str, unit: str) -> list[str] | None:
    """A text as words, the longest that fit; None where something in it is none."""
    text = text.translate(_PLAIN).replace(" ", "")
    found, at = [], 0
    vocabulary = _vocabulary(unit)
    while at < len(text):
        word = vocabulary.match(text, at)
        if word is None:
            return None
        found.append(word[0])
        at = word.end()
    return found
