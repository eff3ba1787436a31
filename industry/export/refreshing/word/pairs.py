"""Of what a briefing keeps marks of, what is said in its place now, and what stands together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from industry.export.docx.signing import LISTS, Part
from industry.export.refreshing.report import part_of
from industry.export.refreshing.signs import WHOLE, Mark

ANNEXED = "data"
"""With it begin the parts of the annex of tables: what changes in them is told of the charts behind which they stand."""


def group(figure: str, part: str) -> str:
    """What stands together: what is said of a figure, of the whole under one head, and of the sources."""
    kind, _ = part_of(part)
    if kind in ("annex", "version"):
        return "annex"
    if kind.startswith(ANNEXED):
        return ANNEXED
    return kind if figure == WHOLE else figure


def paired(marks: Sequence[Mark], parts: Sequence[Part]) -> dict[int, Part]:
    """Of each mark, by its number, what is said in its place now."""
    single = {(one.figure, one.name): one for one in parts if one.name not in LISTS}
    found = {
        at: single[one.figure, one.part]
        for at, one in enumerate(marks)
        if (one.figure, one.part) in single and one.part not in LISTS
    }
    for name in LISTS:
        found |= dict(_listed(marks, parts, name))
    return found


def _listed(marks: Sequence[Mark], parts: Sequence[Part], name: str) -> Iterator[tuple[int, Part]]:
    """The same of parts of which there are many: what says the same, and between that what is left in order."""
    held = [at for at, one in enumerate(marks) if one.part == name]
    new = [one for one in parts if one.name == name]
    old_signs, signs = [marks[at].signs for at in held], [one.mark.signs for one in new]
    for _, first, last, begins, ends in SequenceMatcher(None, old_signs, signs, autojunk=False).get_opcodes():
        yield from zip(held[first:last], new[begins:ends], strict=False)
