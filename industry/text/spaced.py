"""Chinese typed with a space between figures and characters (2025 年, 18.5 %), as many do and as a PDF's layout leaves it: it is read
without these spaces, and places are those of the text given."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_GAP = "[ \N{NO-BREAK SPACE}\N{THIN SPACE}]"
_LOOSE = re.compile(rf"(?<=[{_HAN}]){_GAP}(?=[\d.+-])|(?<=[\d.]){_GAP}(?=[{_HAN}%‰])")
"""One space; two part the cells of a table."""


def tightened(text: str) -> tuple[str, Sequence[int]]:
    """The text without these spaces, and of each of its letters, and of its end, the place in the text given."""
    taken = {one.start() for one in _LOOSE.finditer(text)}
    if not taken:
        return text, range(len(text) + 1)
    places = [at for at in range(len(text)) if at not in taken]
    return "".join(text[at] for at in places), [*places, len(text)]
