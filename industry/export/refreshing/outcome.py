"""What has become of a chart or a table in somebody's file, as whoever sets it notes it down, and whether what words say of figures has
turned round: a sign or a direction in them is another, or came to or from nought. The words that have one are in ``words/refresh.yaml``.

How it is told belongs in ``frames`` and ``report``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from industry import wording
from industry.export.refreshing.report import Kind
from industry.vocabulary.fields import LANGUAGES

_ITEMS = re.compile(r"[；;。\n]|\. ")
_SIGNED = r"(?<![\d.])[−+-]?\d[\d,.]*"
_UP, _LEVEL, _DOWN = _WAYS = ("up", "level", "down")
_SIGNS = {"+": _UP, "−": _DOWN, "-": _DOWN}
_REFERENCES = re.compile("[\u2460-\u2473\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]")
_JOINER = "\N{WORD JOINER}"
_Ways = tuple[str, ...]
_NUMBER = re.compile(r"[\d.,]*\d")


@dataclass(frozen=True)
class Moved:
    """A point whose number differs: of which series, at which place of the fresh chart, under which name, and both numbers as the
    charts say them, ``before`` empty of one that had none, ``after`` of one that has none now. ``apart``: what it is now isn't
    compared with the others, and was before. ``noted``: the number is the same, what stands by it
    isn't. ``called``: the names of its category, before and now."""

    series: int
    place: int
    name: str
    before: str
    after: str
    apart: bool = False
    noted: bool = False
    called: tuple[str, str] = ("", "")

    def kind(self, other: bool) -> Kind:
        """How it is told that it is another number; ``other``: one that may be of other months."""
        if turned(self.before, self.after):
            return "turned_other" if other else "turned"
        return "number_other" if other else "noted" if self.noted else "number"


@dataclass
class Told:
    """What has become of a chart or a table: the numbers that ``moved``, names that are no more or new, ``kept`` words that
    are somebody's own beside what they would be now, and whether all is ``rebuilt``."""

    changed: bool = False
    rebuilt: bool = False
    own: bool = False
    moved: list[Moved] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)


def of_one_number(before: str, after: str) -> bool:
    """Whether words in a chart or a table have the same numbers in them; False without any."""
    return _NUMBER.findall(before) == _NUMBER.findall(after) != []


def turned(before: str, after: str, whole: bool = True) -> bool:
    """Whether what both speak of goes another way now. Of a ``whole``, which isn't cut to its place, whether something went a way that
    nothing of it goes now, too."""
    old, new = (_by_topic(one) for one in (before, after))
    alike = [one for one in old if len(old[one]) == len(new.get(one, ()))]
    if any(sorted(old[one]) != sorted(new[one]) for one in alike):
        return True
    gone, come = (_ways(ways for topic, ways in one.items() if topic not in alike) for one in (old, new))
    return whole and bool(gone - come)


def directed(told: str) -> bool:
    """Whether something in words goes a way."""
    return bool(_ways(_by_topic(told).values()))


def _ways(held: Iterable[Iterable[_Ways]]) -> Counter[str]:
    return Counter(way for items in held for ways in items for way in ways)


def _by_topic(told: str) -> dict[str, list[_Ways]]:
    """Which ways numbers and words go in each item of a text, by what it says without them."""
    found: dict[str, list[_Ways]] = {}
    for item in _ITEMS.split(_REFERENCES.sub("", told.replace(_JOINER, ""))):
        words = _directed().split(item)
        ways = (_way(one) for one in words[1::2])
        found.setdefault("".join("".join(words[::2]).split()), []).append(tuple(one for one in ways if one))
    return found


def _way(said: str) -> str:
    """Which way a number or a word goes; empty of a number without a sign and of what has no direction."""
    if not any(map(str.isdigit, said)):
        return _words().get(said.lower(), "")
    return _SIGNS.get(said[0], "") if any(one in "123456789" for one in said) else _LEVEL


@cache
def _words() -> dict[str, str]:
    """The words that have a direction, in all languages, and what stands about them and says nothing of what is spoken of."""
    return dict(_listed())


def _listed() -> Iterator[tuple[str, str]]:
    for key in (*_WAYS, "aside"):
        for language in LANGUAGES:
            for one in wording.worded("refresh", f"way_{key}", language).split("|"):
                yield one, key if key in _WAYS else ""


@cache
def _directed() -> re.Pattern[str]:
    longest = sorted(_words(), key=len, reverse=True)
    said = "|".join(
        rf"\b{one}\b" if one.isascii() and one[0].isalpha() else re.escape(one) for one in longest
    )
    return re.compile(rf"({_SIGNED}|{said})", re.IGNORECASE)
