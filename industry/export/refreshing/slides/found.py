"""Our charts and tables in a presentation, whoever made it: on which of its slides they stand, of which figures they are, and what
these slides keep of our texts.

Only slides that hold a chart or a table, or keep texts of ours, are parsed, and of their parts those that belong to ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pptx.oxml.ns import qn

from industry.export.office.archive import Archive
from industry.export.office.words import Box
from industry.export.pptx import signing
from industry.export.refreshing.frames import Frame, R, chart, named
from industry.export.refreshing.paragraphs import A, C
from industry.export.refreshing.signs import WHOLE, Mark
from industry.figures.draw import spec_of
from industry.figures.parts import Way
from industry.text.office import Element, target
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.slide import Slide

P = qn("p:x")[:-1]
_EMU = 12_700
_SHORTER = 540
"""Points of the shorter side of a slide as it is laid out."""
_WAY = re.compile(r"(\d{1,2})x(\d{1,2})")
_HOLDS, _KEEPS = b"graphicFrame", b"custDataLst"
_MOST_SLIDES = 1_000


@dataclass
class SlideFrame(Frame):
    """``scale``: how many of the slide's points one is of those in which slides are laid out; ``ways``: of a figure in parts how
    each of its panels is parted."""

    scale: float = 1.0
    ways: tuple[Way, ...] = ()

    @property
    def box(self) -> Box | None:
        """Where it stands; None where its element doesn't say."""
        place = self.element.find(f"{P}xfrm")
        size = None if place is None else place.find(f"{A}ext")
        if size is None:
            return None
        try:
            wide, high = (int(size.get(one, "")) / _EMU / self.scale for one in ("cx", "cy"))
        except ValueError:
            return None
        return Box(0.0, 0.0, wide, high) if wide > 0 and high > 0 else None


@dataclass
class Page:
    """A slide that holds ours: its ``number`` in the show, its ``part`` and the root of that, ``marks`` that it keeps in the part
    ``tags``, its ``notes`` page's part and the root of that."""

    number: int
    part: str
    root: Element
    frames: list[SlideFrame]
    marks: list[Mark] = field(default_factory=list)
    tags: str = ""
    notes: str = ""
    notes_root: Element = None

    @property
    def figures(self) -> list[str]:
        """Those of its charts and tables, and those of which a sentence stands there alone."""
        told = [one.figure for one in self.marks if one.part == "sentence"]
        return list(dict.fromkeys([*(one.figure for one in self.frames), *told]))


def slides(archive: Archive) -> tuple[list[str], float]:
    """The parts of a presentation's slides in its order, and their scale. Raises Unreadable where it is none."""
    root = archive.xml(archive.main) if archive.main else None
    if root is None or root.tag != f"{P}presentation":
        raise Unreadable("broken")
    targets = {
        one.get("Id"): target(archive.main, one.get("Target", "")) for one in archive.relations(archive.main)
    }
    found = [targets.get(one.get(f"{R}id"), "") for one in root.iter(f"{P}sldId")]
    size = root.find(f"{P}sldSz")
    sides = [] if size is None else [size.get(one, "") for one in ("cx", "cy")]
    short = min(map(int, sides)) if sides and all(map(str.isdecimal, sides)) else 0
    return [one for one in found if one in archive][:_MOST_SLIDES], short / _EMU / _SHORTER or 1.0


def page(archive: Archive, catalogue: Catalogue, part: str, number: int, scale: float) -> Page | None:
    """A slide with what of ours it holds; None where it holds nothing. Raises Unreadable."""
    content = archive.bytes_of(part) or b""
    if _HOLDS not in content and _KEEPS not in content:
        return None
    root = archive.xml(part)
    assert root is not None
    found = Page(number, part, root, [])
    relations = {one.get("Id"): one for one in archive.relations(part)}
    _signed(archive, found, relations)
    known = {one.figure for one in found.marks} | {root.find(f"{P}cSld").get("name", "")} - {""}
    found.frames = list(_frames(archive, part, root, relations, known, catalogue))
    if not found.figures:
        return None
    for one in found.frames:
        one.scale = scale
    found.notes = next(archive.related(part, "notesSlide"), "")
    if found.notes and any(one.part == "spoken" for one in found.marks):
        found.notes_root = archive.xml(found.notes)
    return found


def cover(archive: Archive, part: str, number: int) -> Page | None:
    """A slide without figures that keeps what we have written on it; None of any other. Raises Unreadable."""
    content = archive.bytes_of(part) or b""
    if _HOLDS in content or _KEEPS not in content:
        return None
    found = Page(number, part, archive.xml(part), [])
    _signed(archive, found, {one.get("Id"): one for one in archive.relations(part)})
    return found if any(one.figure == WHOLE for one in found.marks) else None


def _signed(archive: Archive, found: Page, relations: dict[str, Element]) -> None:
    """Read what a slide keeps of our texts."""
    held = found.root.find(f"{P}cSld/{P}custDataLst/{P}tags")
    if held is not None and (one := relations.get(held.get(f"{R}id"))) is not None:
        found.tags = target(found.part, one.get("Target", ""))
        tags = archive.xml(found.tags)
        found.marks = [] if tags is None else list(signing.read(tags))


def _frames(
    archive: Archive,
    part: str,
    root: Element,
    relations: dict[str, Element],
    known: set[str],
    catalogue: Catalogue,
) -> Iterator[SlideFrame]:
    for element in root.iter(f"{P}graphicFrame"):
        told = element.find(f"{P}nvGraphicFramePr/{P}cNvPr")
        found = named("" if told is None else told.get("name", ""))
        if found is None:
            continue
        figure, number, parted = found
        ways = tuple((int(down), int(across)) for down, across in _WAY.findall(parted))
        if figure not in known and spec_of(catalogue, Slide.parse(figure)) is None:
            continue
        linked = element.find(f"{A}graphic/{A}graphicData/{C}chart")
        if linked is None:
            if next(element.iter(f"{A}tbl"), None) is not None:
                yield SlideFrame(element, figure, number, ways=ways)
            continue
        space, name, book = chart(archive, part, relations, linked.get(f"{R}id", ""))
        if space is not None:
            yield SlideFrame(element, figure, number, space, name, book, ways=ways)


def texts(root: Element) -> Sequence[tuple[Element, str]]:
    """The bodies of words on a slide or a notes page, each with the name of its shape."""
    found = []
    for shape in root.iter(f"{P}sp"):
        body, told = shape.find(f"{P}txBody"), shape.find(f"{P}nvSpPr/{P}cNvPr")
        if body is not None:
            found.append((body, "" if told is None else told.get("name", "")))
    return found
