"""Our charts, tables and paragraphs in a Word document, whoever has worked on it: where they stand, of which figures they are, and what
it keeps of our texts.

Charts and tables are known by their names, and where a program has dropped these by the hidden bookmarks around them; paragraphs by
the signs of what they said, in the order in which they stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from industry.export import kept
from industry.export.docx import signing
from industry.export.docx.markup import PLACED
from industry.export.office import properties
from industry.export.office.archive import Archive
from industry.export.office.frame_names import BEHIND
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.frames import Frame, R, chart, named
from industry.export.refreshing.paragraphs import A, C, W
from industry.export.refreshing.signs import Mark, sign
from industry.figures.draw import spec_of
from industry.text.office import Element
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.slide import Slide

_BOOKMARK = re.compile(r"_f(\d{1,3})_(chart|table|data)(\d{1,3})")
_SAID = re.compile(r"_f(\d{1,3})_text")
BESIDE = ("finding", "alt", "called", "data_alt", *subjects.KEPT)
"""Parts that are no paragraphs."""


@dataclass
class Block:
    """A paragraph, one that holds a chart of ours, or a table of ours, and by which it is known."""

    element: Element
    token: str


@dataclass
class Document:
    """``figures``: those of which it was made, as slides are written; ``marks`` that it keeps in the part ``kept``; ``places``: of a mark the
    block that is as we wrote it, ``hers`` the one in its place that isn't, by the mark's number."""

    root: Element
    figures: tuple[str, ...]
    frames: list[Frame]
    blocks: list[Block]
    kept: str = ""
    marks: list[Mark] = field(default_factory=list)
    language: str = ""
    clean: bool = False
    single: bool = False
    places: dict[int, Block] = field(default_factory=dict)
    hers: dict[int, Block] = field(default_factory=dict)


def document(archive: Archive, catalogue: Catalogue) -> Document:
    """A document with what of ours it holds. Raises Unreadable where it is none."""
    root = archive.xml(archive.main) if archive.main else None
    if root is None or root.tag != f"{W}document":
        raise Unreadable("broken")
    listed = kept.listed(archive.bytes_of(properties.NAME) or b"")
    found = Document(root, listed, [], [])
    for name in archive.related(archive.main, "customXml"):
        held = archive.xml(name)
        if held is not None and held.tag == f"{{{signing.MARKS}}}briefing":
            found.kept = name
            found.marks, found.language, found.clean, found.single = signing.read(held)
    known = {*listed, *(one.figure for one in found.marks)}
    found.frames = list(_frames(archive, root, listed, known, catalogue))
    found.figures = listed or tuple(dict.fromkeys(one.figure for one in found.frames))
    found.blocks = list(_blocks(root, found.frames))
    _match(found)
    return found


def _frames(
    archive: Archive, root: Element, listed: Sequence[str], known: set[str], catalogue: Catalogue
) -> Iterator[Frame]:
    relations = {one.get("Id"): one for one in archive.relations(archive.main)}
    for element in root.iter(f"{W}drawing", f"{W}tbl"):
        names = _names(element, listed)
        found = next(
            (one for one in names if one[0] in known or spec_of(catalogue, Slide.parse(one[0]))), None
        )
        if found is None:
            continue
        if element.tag == f"{W}tbl":
            behind = found[2] == BEHIND
            yield Frame(element, *found[:2], parted="" if behind else found[2], behind=behind)
            continue
        linked = element.find(f"*/{A}graphic/{A}graphicData/{C}chart")
        if linked is not None:
            space, part, book = chart(archive, archive.main, relations, linked.get(f"{R}id", ""))
            if space is not None:
                yield Frame(element, *found[:2], space, part, book, found[2])


def _names(element: Element, listed: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """The figure and the number that a chart or a table may be of: by its name, and by its bookmark."""
    if element.tag == f"{W}tbl":
        told, key = element.find(f"{W}tblPr/{W}tblCaption"), f"{W}val"
        before = element.getprevious()
        marks = [*element.iter(f"{W}bookmarkStart"), *([] if before is None else [before])]
    else:
        told, key = element.find(f"*/{{{PLACED}}}docPr"), "name"
        run = next(element.iterancestors(f"{W}r"), element)
        marks = [*run.itersiblings(f"{W}bookmarkStart", preceding=True)]
    found = named("" if told is None else told.get(key, ""))
    if found is not None:
        yield found
    bookmarks = (_BOOKMARK.fullmatch(one.get(f"{W}name", "")) for one in marks)
    for place, kind, number in (one.groups() for one in bookmarks if one):
        if 0 < int(place) <= len(listed):
            yield listed[int(place) - 1], int(number), BEHIND if kind == "data" else ""


def _blocks(root: Element, frames: Sequence[Frame]) -> Iterator[Block]:
    ours = {one.element: one for one in frames}
    for element in root.iter(f"{W}p", f"{W}tbl"):
        if any(one in ours for one in element.iterancestors(f"{W}tbl")):
            continue
        inside = element.iter(f"{W}drawing") if element.tag == f"{W}p" else ()
        found = [ours[one] for one in (element, *inside) if one in ours]
        for frame in found:
            yield Block(element, _token(frame.figure, frame.key))
        if not found and element.tag == f"{W}p" and (told := paragraphs.text(element)).strip():
            yield Block(element, sign(told))


def _token(figure: str, part: str) -> str:
    return f"{part} {figure}"


def _match(found: Document) -> None:
    """Find the blocks of the marks: in the order in which they stood, and then those that somebody has moved."""
    stand = [at for at, one in enumerate(found.marks) if one.part.rstrip("0123456789") not in BESIDE]
    marks = [
        _token(one.figure, one.part) if one.part.rstrip("0123456789") in signing.FRAMES else one.signs[0]
        for one in (found.marks[at] for at in stand)
    ]
    blocks = [one.token for one in found.blocks]
    taken: set[int] = set()
    changes = SequenceMatcher(None, marks, blocks, autojunk=False).get_opcodes()
    for change, first, last, begins, ends in changes:
        if change == "equal":
            found.places |= {stand[first + at]: found.blocks[begins + at] for at in range(last - first)}
            taken |= set(range(begins, ends))
    for at, token in zip(stand, marks, strict=True):
        moved = next((one for one, held in enumerate(blocks) if held == token and one not in taken), None)
        if at not in found.places and moved is not None:
            found.places[at] = found.blocks[moved]
            taken.add(moved)
    for change, first, last, begins, ends in changes:
        if change == "replace" and last - first == ends - begins:
            for at in range(last - first):
                if stand[first + at] not in found.places and begins + at not in taken:
                    found.hers[stand[first + at]] = found.blocks[begins + at]
    told = {_place(one.element, found.figures): one for one in found.blocks}
    for at in stand:
        one = found.marks[at]
        if one.part == "text" and at not in found.places and one.figure in told:
            found.hers[at] = told[one.figure]


def _place(paragraph: Element, listed: Sequence[str]) -> str:
    """The figure whose sentences stand in a paragraph, by its bookmark; empty of any other."""
    marks = (_SAID.fullmatch(one.get(f"{W}name", "")) for one in paragraph.iter(f"{W}bookmarkStart"))
    places = [int(one[1]) for one in marks if one and 0 < int(one[1]) <= len(listed)]
    return listed[places[0] - 1] if places else ""
