"""What a briefing keeps of its texts as they were written, so that they are known again after somebody has worked on it: in a part
of its own beside the document, which Word and WPS keep.

What a sign is belongs in ``refreshing.signs``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from industry.export.docx.markup import PLACED, WORD
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.signs import Mark, sign, signs
from industry.figures.record import Figure, Panel
from industry.vocabulary.observation import Observation

LISTS = ("told",)
"""Parts of which there are many, told one after another."""
FRAMES = ("in", "data")
"""Parts that are charts and tables: of a figure, and in the annex the tables behind its charts."""
MARKS = "urn:industry:briefing"
"""The namespace of the part; by it the part is found."""


@dataclass(frozen=True)
class Part:
    """Something that a briefing says: ``name`` of the slide of a ``figure``, of the source with that id (``source``) or of the
    whole. ``element``: a paragraph, or a chart's run or a table with its ``panel``, a chart with the root of its part
    (``space``), and how its figure is ``parted``; None of words that stand among others. ``number`` of a figure or a table in the
    document. ``rows``: what words that stand among others, or a paragraph of the overview, speak of. ``signs``: of what is no words."""

    figure: str
    name: str
    element: Any = None
    space: Any = None
    panel: Panel | None = None
    words: str = ""
    number: int = 0
    parted: str = ""
    rows: tuple[Observation, ...] = ()
    signs: tuple[str, ...] = ()

    @property
    def is_frame(self) -> bool:
        return self.name.rstrip("0123456789") in FRAMES and self.element is not None

    @property
    def told(self) -> str:
        """Its words, of a paragraph and of words among others."""
        return self.words if self.element is None else paragraphs.text(self.element)

    @property
    def mark(self) -> Mark:
        if self.signs:
            return Mark(self.figure, self.name, self.signs)
        if not self.is_frame:
            return Mark(self.figure, self.name, (sign(self.told),), 0.0, self.number)
        words = paragraphs.inside(self.element if self.space is None else self.space)
        return Mark(self.figure, self.name, signs(words) or (sign(),))


def in_order(parts: Sequence[Part], root: Any) -> list[Part]:
    """The parts as they stand below an element, and those that stand among others at the end."""
    places = {one: at for at, one in enumerate(root.iter())} | {None: -1}
    stand = [one for one in parts if one.element in places]
    return sorted(stand, key=lambda one: (one.element is None, places[one.element]))


def described(element: Any) -> dict[str, tuple[Any, str]]:
    """Of a chart's drawing or a table the elements and attributes that hold its alternative text and its title."""
    drawn = next(element.iter(f"{{{PLACED}}}docPr"), None)
    if drawn is not None:
        return {"alt": (drawn, "descr"), "called": (drawn, "title")}
    told = element.find(f"{{{WORD}}}tblPr/{{{WORD}}}tblDescription")
    return {} if told is None else {"alt": (told, f"{{{WORD}}}val")}


def described_as(name: str, frame: str) -> str:
    """The part that is said of a chart or a table to those who don't see it: alt2, of one in the annex data_alt2."""
    return f"{name}{frame.removeprefix('in')}" if frame.startswith("in") else f"data_{name}{frame[4:]}"


def with_beside(parts: Sequence[Part], figures: Iterable[Figure]) -> Iterator[Part]:
    """The parts, behind each chart and table what is said of it to those who don't see it, and at the end what these ``figures`` and
    their findings are about."""
    for one in parts:
        yield one
        for name, (element, key) in described(one.element).items() if one.is_frame else ():
            if element.get(key):
                yield Part(one.figure, described_as(name, one.name), words=element.get(key))
    for one in parts:
        number = part_number(one.name)
        if one.rows and (told := subjects.about(one.rows)):
            yield Part(one.figure, subjects.about_as(one.name), signs=told)
        elif one.panel and one.name.startswith("in"):
            for name, drawn in (("of", subjects.of(one.panel)), ("when", subjects.when(one.panel))):
                if drawn:
                    yield Part(one.figure, f"{name}{number}", signs=drawn)
    for figure in figures:
        yield Part(figure.id, "disputed", signs=subjects.disputed(figure.frame))


def part_number(name: str) -> str:
    """The number behind a part's name."""
    return name[len(name.rstrip("0123456789")) :]


def written(marks: Iterable[Mark], language: str, clean: bool, single: bool) -> bytes:
    """Marks as a part of a briefing in a language, which is a ``clean`` copy or not, of a ``single`` figure or not."""
    told = {"language": language, "clean": str(int(clean)), "single": str(int(single))}
    root = etree.Element(f"{{{MARKS}}}briefing", told, nsmap={None: MARKS})
    for one in marks:
        etree.SubElement(root, f"{{{MARKS}}}mark").text = str(one)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def read(root: Any) -> tuple[list[Mark], str, bool, bool]:
    """The marks of such a part, the language, whether it is a clean copy, and of a single figure."""
    found = (Mark.read(one.text or "") for one in root.iter(f"{{{MARKS}}}mark"))
    language = "en" if root.get("language") == "en" else "zh"
    clean, single = (root.get(one) == "1" for one in ("clean", "single"))
    return [one for one in found if one is not None], language, clean, single
