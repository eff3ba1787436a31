"""By which a text of ours is known again in a file that somebody has worked on: a sign of what it said when it was written.

Signs lie beside the texts, never in them: a text whose sign is kept is as we wrote it, any other is somebody's own. Where a file
keeps them belongs in ``signing``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_DIGITS = 10
"""Hexadecimal digits of a sign."""
_SIGN = rf"[0-9a-f]{{{_DIGITS}}}"
_KEPT = re.compile(rf"([a-z_]+\d*) (\d+(?:\.\d+)?)/(\d{{1,2}}) ({_SIGN}(?:,{_SIGN})*) (\S+)")
WHOLE = "*"
"""In a figure's place: what is told of all of them."""
_MOST = 100_000
"""Characters of a mark that are read."""


@dataclass(frozen=True)
class Mark:
    """``part`` of the slide of this ``figure`` (its text, as a slide is written): ``title``, ``source``, ``alt2``, with a number
    where each panel has one. ``signs``: of its texts as they were written; ``em``: what a line of its place holds, and on how many
    ``lines`` it was to stand, as `standing` takes them, where these decide how much is said."""

    figure: str
    part: str
    signs: tuple[str, ...]
    em: float = 0.0
    lines: int = 0

    def __str__(self) -> str:
        return f"{self.part} {self.em:.6f}/{self.lines} {','.join(self.signs)} {self.figure}"

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """The mark that a text writes; None where it writes none."""
        found = _KEPT.fullmatch(text) if len(text) <= _MOST else None
        if found is None:
            return None
        part, em, lines, signs, figure = found.groups()
        return cls(figure, part, tuple(signs.split(",")), float(em), int(lines))


def bare(words: str) -> str:
    """Words without what stands between them, which programs set otherwise."""
    return "".join(words.split())


def sign(*paragraphs: str) -> str:
    """The sign of a text, whatever stands between its words."""
    return hashlib.sha256(bare("".join(paragraphs)).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def signs(texts: Iterable[str]) -> tuple[str, ...]:
    """The signs of several texts, each once."""
    return tuple(dict.fromkeys(sign(one) for one in texts if one.strip()))


def found(paragraphs: Sequence[str], wanted: Iterable[str]) -> tuple[int, int] | None:
    """From which paragraph up to which a text with one of these signs stands among others; None where it doesn't."""
    known, most = set(wanted), len(paragraphs)
    for count in range(most, 0, -1):
        for start in range(most - count + 1):
            if sign(*paragraphs[start : start + count]) in known:
                return start, start + count
    return None
