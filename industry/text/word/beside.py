"""What a Word document holds beside the text that is read: counted, so that nobody takes it for checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from industry.text.office import Element
from industry.text.word.blocks import blocks
from industry.text.word.packed import Packed

_FIGURE = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万亿两]")


def beside(packed: Packed, drawn: Counter[str]) -> dict[str, int]:
    """How many there are of each kind that isn't read: ``boxes`` (of text), ``notes`` (below the page, at the end),
    ``headers`` (and footers, with figures that aren't fields), ``pictures`` (charts, objects), ``formulas``,
    ``hidden`` runs of letters, ``signs`` (letters of a font of signs), ``macros``. ``drawn``: what was counted in the text."""
    counted = Counter(drawn)
    for kind, one in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for part in _parts(packed, kind):
            word = part.tag[: part.tag.rfind("}") + 1]
            own = (note for note in part.iter(word + one) if note.get(f"{word}type", "normal") == "normal")
            counted["notes"] += sum(bool(blocks(note)) for note in own)
    for kind in ("header", "footer"):
        for part in _parts(packed, kind):
            counted["headers"] += any(_FIGURE.search(one.text) for one in blocks(part, results=False))
    counted["macros"] += packed.macros
    return {kind: many for kind, many in counted.items() if many}


def _parts(packed: Packed, kind: str) -> Iterator[Element]:
    for name in packed.related(packed.main, kind):
        if (found := packed.xml(name)) is not None:
            yield found
