"""Texts as XML files and their properties hold them: without the characters that XML has no way to write, and no
longer than the place that they are for.

How a text is set on a slide or in a sheet belongs there; which characters tables may hold, in ``tables``.
"""

from __future__ import annotations

import re

LONGEST_PROPERTY = 255
"""Characters that a property of an Office file (title, subject, keywords) may have."""
_SOFT_BREAK = re.compile(r"[\x0b\x0c]")
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str, longest: int | None = None) -> str:
    """``text`` without what XML 1.0 can't hold (control characters, halves of pairs, U+FFFE, U+FFFF), soft line
    breaks as spaces; of more than ``longest`` characters the beginning, with …."""
    told = _UNWRITABLE.sub("", _SOFT_BREAK.sub(" ", text))
    return told if longest is None or len(told) <= longest else told[: longest - 1] + "…"
