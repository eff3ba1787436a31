"""How wide the columns of a list are on paper, where none is cut off and nothing scrolls."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from industry.figures.compose import wrapping

BELOW = (8, 10, 11, 12, 13)
"""Which columns of `listing.header` most rows leave empty or have at length: on paper each has a line of its own below its
row, behind its head, and none where it says nothing (site.css hides these columns by their places, too)."""
ROOM = 73.0
"""em between the margins of an A4 that stands, in the type of a printed list."""
GAP = 0.8
"""em between two columns."""
_WHOLE = re.compile(wrapping.WHOLE)
SHORT = 6.0
"""em of texts that take one line: in Chinese, which has no blanks, names as well."""


def columns(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The tracks of a CSS grid, one for each column that isn't `BELOW`: as wide as the longest word of its head and its
    texts (em), or less where all together are wider than the paper; what room is left goes to those whose texts are long on
    the average (fr)."""
    every = enumerate(zip(header, *rows, strict=True))
    held = [texts for at, texts in every if at not in BELOW]
    least = [_longest(set(texts)) + GAP for texts in held]
    narrower = min(1.0, ROOM / sum(least))
    shares = [sum(map(wrapping.width, texts)) / len(texts) for texts in held]
    return " ".join(
        f"minmax({em * narrower:.2f}em, {share:.2f}fr)" for em, share in zip(least, shares, strict=True)
    )


def _longest(texts: Collection[str]) -> float:
    """The em of the widest of what no line ends inside: a word, a period, a number with its unit, a `SHORT` text."""
    short = [one for one in texts if wrapping.width(one) <= SHORT]
    long = [
        whole
        for one in texts
        for whole in (*wrapping.pieces(one), *(found[0] for found in _WHOLE.finditer(one)))
    ]
    return max(wrapping.width(one, bold=True) for one in (*short, *long))
