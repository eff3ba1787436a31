"""A text as it is compared with another: letter for letter, so that a place in the one is a place in the other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

DASHES = dict.fromkeys("‐‑‒–—―−－～~", "-")
"""Every sort of dash, each by the one that stands for all."""

MARK = "※"
"""What stands for every circled or raised figure (①, ²): it marks an item or a note, and is no digit of a number."""


_HALF = re.compile("[\ud800-\udfff]")
"""Half of a letter, which no text of a file holds and no converter takes."""


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters."""
    if text.isascii() or _HALF.search(text):
        return text
    return str(_converter().convert(text))


@lru_cache(maxsize=20_000)
def _letter(one: str) -> str:
    if unicodedata.category(one) == "No":
        return MARK
    even = unicodedata.normalize("NFKC", one).casefold()
    if len(even) != 1:
        return one
    even = DASHES.get(even, even)
    simple = simplified(even)
    return simple if len(simple) == 1 else even


def alike(text: str) -> str:
    """Half-width, small, simplified letters and one sort of dash, as many as the text has."""
    return "".join(map(_letter, text))


def as_printed(even: str, original: str) -> str:
    """What ``alike`` made of an original, with its capitals: 5G and not 5g."""
    return "".join(map(_capital, even, original))


def _capital(even: str, original: str) -> str:
    one = unicodedata.normalize("NFKC", original)
    return one if one.casefold() == even else even


@lru_cache(maxsize=512)
def pairs(text: str) -> frozenset[str]:
    """Every two letters that follow one another."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
