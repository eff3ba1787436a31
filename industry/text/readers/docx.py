"""Word documents: a part for each of their blocks."""

from __future__ import annotations

from collections import Counter

from industry.text.readers import Texts
from industry.text.word.beside import beside
from industry.text.word.blocks import blocks
from industry.text.word.packed import Packed


def read(data: bytes) -> Texts:
    """Raises Unreadable."""
    packed, drawn = Packed(data), Counter[str]()
    parts = tuple(one.text for one in blocks(packed.root, drawn))
    return Texts(parts, unread=beside(packed, drawn))
