"""Of what a briefing keeps marks of, what is said in its place now, and what stands together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from industry.export.docx.signing import LISTS, Part
from industry.export.refreshing import subjects
from industry.export.refreshing.report import part_of
from industry.export.refreshing.signs import WHOLE, Mark

ANNEXED = "data"
"""With it begin the parts of the annex of tables: what changes in them is told of the charts behind which they stand."""
_SUMS_UP = "overall"
"""With it begin the paragraphs of the overview."""


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
    old, new = spoken(marks, _SUMS_UP), [one for one in parts if part_of(one.name)[0] == _SUMS_UP]
    followed = follow(old, new, lambda was, now: now.mark.signs == was.mark.signs)
    found = {at: one for at, one in found.items() if part_of(one.name)[0] != _SUMS_UP}
    return found | {was.at: one for was, one in followed}


@dataclass(frozen=True)
class Spoken:
    """A mark of what sums up what is found, at its number, and what that was about, of which older documents keep nothing."""

    at: int
    mark: Mark
    about: tuple[str, ...]


def spoken(marks: Sequence[Mark], kind: str) -> list[Spoken]:
    """The marks of the findings, or of the paragraphs of the overview."""
    return [
        Spoken(at, one, kept_of(marks, one.figure, subjects.about_as(one.part)))
        for at, one in enumerate(marks)
        if part_of(one.part)[0] == kind
    ]


def kept_of(marks: Iterable[Mark], figure: str, part: str) -> tuple[str, ...]:
    """What marks keep of a figure under a name."""
    return subjects.kept((one for one in marks if one.figure == figure), part)


def follow(
    old: Sequence[Spoken], new: Sequence[Part], stands: Callable[[Spoken, Part], bool]
) -> list[tuple[Spoken, Part]]:
    """What is said now in the place of what was said, never by its number: what ``stands``, then what has most in common, of the same
    figure first; where a document doesn't keep what it was about what has its name."""
    found: dict[Spoken, Part] = {}
    taken: set[int] = set()

    def take(pairs: Iterable[tuple[Spoken, Part]]) -> None:
        for was, now in pairs:
            if was not in found and id(now) not in taken:
                found[was] = now
                taken.add(id(now))

    def alike(pair: tuple[Spoken, Part]) -> tuple[float, bool]:
        was, now = pair
        return subjects.follows(was.about, now.rows), was.mark.figure == now.figure

    every = [(was, now) for was in old for now in new]
    take(one for one in every if stands(*one))
    take(one for one in sorted(every, key=alike, reverse=True) if alike(one)[0])
    named = ((one.mark.figure, one.mark.part) for one in old)
    take(
        (was, now)
        for was, name in zip(old, named, strict=True)
        for now in new
        if not was.about and (now.figure, now.name) == name
    )
    return [*found.items()]


def _listed(marks: Sequence[Mark], parts: Sequence[Part], name: str) -> Iterator[tuple[int, Part]]:
    """The same of parts of which there are many: what says the same, and between that what is left in order."""
    held = [at for at, one in enumerate(marks) if one.part == name]
    new = [one for one in parts if one.name == name]
    old_signs, signs = [marks[at].signs for at in held], [one.mark.signs for one in new]
    for _, first, last, begins, ends in SequenceMatcher(None, old_signs, signs, autojunk=False).get_opcodes():
        yield from zip(held[first:last], new[begins:ends], strict=False)
