"""What stands in a text and says nothing of its figures: the space between figures and characters (2025 年, 18.5 %), which many
type and a PDF's layout leaves, and brackets that say how something is called from here on or that a figure is worked out. The
text is read without, and places are those of the text given."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_GAP = "[ \N{NO-BREAK SPACE}\N{THIN SPACE}]"
_LOOSE = re.compile(rf"(?<=[{_HAN}]){_GAP}(?=[\d.+-])|(?<=[\d.]){_GAP}(?=[{_HAN}%‰])")
"""One space; two part the cells of a table."""
_JOINER = "\N{WORD JOINER}"
_ASIDE = re.compile(
    r"[（(](?:(?:以下|下)?统?简?称(?:为|作)?[:：]?[^（()）\d，。；]{1,20}|推算数?|推定|下同)[）)]| ?\(derived\)"
)


def tightened(text: str) -> tuple[str, Sequence[int]]:
    """The text without these spaces and brackets, and of each of its letters, and of its end, the place in the text given."""
    if _JOINER in text:
        held = [*(at for at, letter in enumerate(text) if letter != _JOINER), len(text)]
        told, places = tightened(text.replace(_JOINER, ""))
        return told, [held[at] for at in places]
    taken = {one.start() for one in _LOOSE.finditer(text)}
    taken |= {at for one in _ASIDE.finditer(text) for at in range(*one.span())}
    if not taken:
        return text, range(len(text) + 1)
    places = [at for at in range(len(text)) if at not in taken]
    return "".join(text[at] for at in places), [*places, len(text)]
