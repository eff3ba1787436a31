"""What a briefing says of figures that are left as they were, while others are brought up to the tables: it stays, since what is said of
the others together is made without them, and other figures aren't given their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from industry.export.docx.markup import unmarked
from industry.export.docx.signing import Part
from industry.export.refreshing import paragraphs
from industry.export.refreshing.report import part_of
from industry.export.refreshing.signs import WHOLE, bare
from industry.export.refreshing.word.found import Document

SENTENCES = re.compile(r"(?<=。)|(?<=\.) ")
_OPENING = ("overall", "about_overall", "finding", "about")
_VALUE = re.compile(r"\d+\.\d+|\d+(?=%)")


@dataclass
class Held:
    """``marks``: the numbers of those that stay as they are; ``parts`` that are said all the same; ``told``: of which figure which part
    stays, for which figures (``left``, as the document calls them), and what would be said there now without them."""

    parts: list[Part]
    left: tuple[str, ...] = ()
    marks: set[int] = field(default_factory=set)
    told: list[tuple[str, str, str, str]] = field(default_factory=list)

    def leave(self, found: Document, figures: Sequence[str], kinds: Sequence[str]) -> None:
        """Leave these kinds of parts of some figures, and note what they would say that stands nowhere."""

        def of_these(figure: str, part: str) -> bool:
            return part_of(part)[0] in kinds and (figure in figures or not figures)

        self.marks |= {at for at, one in enumerate(found.marks) if of_these(one.figure, one.part)}
        there = {each for at in self.marks for each in found.marks[at].signs}
        away = [one for one in self.parts if of_these(one.figure, one.name)]
        new = [one for one in away if one.element is not None and not {*one.mark.signs} <= there]
        now = " ／ ".join(one.told for one in new) or "—"
        self.told.append((figures[0] if figures else WHOLE, kinds[0], "；".join(self.left), now))
        self.parts = [one for one in self.parts if one not in away]


def held(found: Document, parts: Sequence[Part], left: Collection[str]) -> Held:
    """What stays of what a document says where these figures of its are ``left``: what must be said of the data where that would be
    another; the opening where it speaks of them and would no more; and sentences of figures that would be given theirs."""
    made = Held(list(parts), tuple(_caption(found, one) for one in left))
    if not left:
        return made
    told = [one.signs for one in found.marks if one.part == "told"]
    if told != [one.mark.signs for one in parts if one.name == "told"]:
        made.leave(found, (WHOLE,), ("told",))
    findings = [one for one in found.marks if part_of(one.part)[0] == "finding" and one.figure in left]
    said = {each for one in parts if part_of(one.name)[0] == "finding" for each in one.mark.signs}
    if any(not {*one.signs} <= said for one in findings):
        made.leave(found, (), _OPENING)
    theirs = {each for one in left for each in _subjects(_text(found, one))}
    for one in parts:
        if one.name == "text" and one.figure not in left:
            before = {*_subjects(_text(found, one.figure))}
            if theirs & {*_subjects(one.told)} - before:
                made.leave(found, (one.figure,), ("text",))
    return made


def stand(found: Document) -> list[str]:
    """The figures of which a chart, a table or a paragraph stands in the document."""
    said = {found.marks[at].figure for at in found.places} | {one.figure for one in found.frames}
    return [one for one in found.figures if one in said]


def _text(found: Document, figure: str) -> str:
    """The sentences of a figure as they stand in the document."""
    places = [at for at, one in enumerate(found.marks) if (one.figure, one.part) == (figure, "text")]
    blocks = [found.places.get(at, found.hers.get(at)) for at in places]
    return "".join(paragraphs.text(one.element) for one in blocks if one)


def _subjects(told: str) -> Iterator[str]:
    """Of what sentences speak: their words up to the first value."""
    for one in SENTENCES.split(unmarked(told)):
        if one.strip():
            yield bare(_VALUE.split(one)[0])


def _caption(found: Document, figure: str) -> str:
    """What a figure is called in the document; by the slide that it is of where it has no caption."""
    for at, one in found.places.items():
        mark = found.marks[at]
        if mark.figure == figure and part_of(mark.part)[0] == "caption":
            return paragraphs.text(one.element)
    return figure
