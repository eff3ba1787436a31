"""The name of a state of the data, whole and as it is shown and said.

It is made of what the files hold, so that equal tables have one name on every machine (made in ``tables.reader``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORT = 6
"""Characters that are shown: few enough to be read out and typed. One of sixteen million: of a thousand versions that are
kept, the chance that another begins like a given one is one in sixteen thousand; and where two do, whoever asks is told to
say more of it, so that no other is ever taken for it."""
PROPERTY = "DataVersion"
"""How it is called in pictures and in the properties of Office files."""
SLIDES = "Slides"
"""And what a presentation says of its slides: how each is written, with spaces between."""
WHOLE = re.compile(r"[0-9a-f]{12}")
_SAID = re.compile(rf"[0-9a-f]{{{SHORT},12}}")
_BETWEEN = re.compile(r"[\s\-—–·.]+")


def short(version: str) -> str:
    """How it is shown."""
    return version[:SHORT]


def said(text: str) -> str:
    """The beginning of a version that somebody typed or read out, in small letters and without what stands between; empty
    where it is none."""
    plain = _BETWEEN.sub("", text.translate(_NARROW)).lower()
    return plain if _SAID.fullmatch(plain) else ""


def matching(text: str, versions: Iterable[str]) -> tuple[str, ...]:
    """Those of ``versions`` that begin so, each once."""
    begins = said(text)
    return tuple(dict.fromkeys(one for one in versions if begins and one.startswith(begins)))


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width characters as the usual ones."""
