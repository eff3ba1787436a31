"""Where each of our words stands on a layout: in its placeholder, set as that is, or, where the layout lacks one, in a
place beside the others. All in points of a slide whose shorter side has 540.

What stands there belongs in ``slide_frame``, which placeholder is for what, in ``templates``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.office.ink import THEME, Ink
from industry.export.office.words import LEADING, Box, say
from industry.export.pptx.templates.free_area import overlap, shown
from industry.export.pptx.templates.layouts import Slots
from industry.export.pptx.text_runs import SMALLEST
from industry.figures.compose.line_room import Room

ROLES = ("title", "subtitle", "as_of", "notice", "notes", "source", "page")
"""What the words of a slide are, as ``slides.yaml`` names their places."""
HEADLINE = 24.0  # points of a title that the layout has no fit place for
WIDE = 600.0  # points of a slide in which a date has room beside its subtitle
DATED = 190.0  # points that it has there


@dataclass(frozen=True)
class Layout:
    """A layout, and where and how each of our words stands on it, by what it is (``ROLES``)."""

    made: Any
    places: dict[str, Place]


@dataclass(frozen=True)
class Place:
    """How words are set: the number of their placeholder, None for a box of their own; their name and place; the size of
    the type, the distance from line to line, what is free at each side and above and below, in points; the faces,
    Latin and Chinese. It ``grows`` where nothing stands just below. A box of its own has a colour, perhaps a filling,
    and stands ``right`` or ``low`` in its place. A placeholder that is ``moved`` gets this place and type on each slide."""

    number: int | None
    name: str
    box: Box
    size: float
    line: float
    side: float = 0.0
    upright: float = 0.0
    faces: tuple[str, str] = THEME
    grows: bool = True
    colour: str = ""
    fill: str = ""
    right: bool = False
    low: bool = False
    moved: bool = False

    def room(self, size: float = 0.0) -> Room:
        """What a line holds, in the place's type or in one of so many points."""
        return Room((self.box.width - 2 * self.side) / (size or self.size), elsewhere=True)

    def pitch(self, size: float) -> float:
        """From line to line in so many points."""
        return self.line * size / self.size

    def holds(self, size: float) -> int:
        """How many lines in so many points its box holds, at least one."""
        return max(int((self.box.height - 2 * self.upright + 1) / self.pitch(size)), 1)

    def fits(self, words: str, size: float) -> bool:
        """Whether bold words in so many points have room; in the smallest they must."""
        return self.room(size).count(words, True) <= self.holds(size) or size <= SMALLEST


def for_figure(found: Slots, ink: Ink, language: str, scale: float) -> Layout:
    """A figure's places: those of the layout, and beside them those that it lacks."""
    places = _held(found, language, scale)
    if "title" in found.boxes:
        places["title"] = replace(places["title"], grows=_grows(places["title"], found, scale))
    side = places["title"].side if "title" in places else 0.0
    area = replace(found.free, x=found.free.x + side, width=found.free.width - 2 * side)
    named = {role: say(role, language) for role in ROLES}
    soft, faced = ink.colours.soft, ink.faces

    def own(role: str, box: Box, size: float, **more: Any) -> None:
        if role not in places:
            made = Place(
                None, named[role], box, size, LEADING * size, faces=faced, **{"colour": soft, **more}
            )
            places[role] = made

    line, small = LEADING * 14.0, LEADING * SMALLEST
    own("title", replace(area, height=LEADING * HEADLINE), HEADLINE, colour=ink.colours.ink)
    if "title" not in found.boxes:
        area = area.below(places["title"].box.height + 6)
    right = area.x + area.width
    apart = "as_of" in places or area.width >= WIDE
    head = area.width - DATED - 12 if apart else area.width
    own("subtitle", Box(area.x, area.y, head, line), 14.0)
    dated = (
        Box(right - DATED, area.y, DATED, line) if apart else Box(area.x, area.y + line, area.width, small)
    )
    own("as_of", dated, SMALLEST, right=apart)
    bottom = area.bottom
    own("source", Box(area.x, bottom - 2 * small, area.width, 2 * small), SMALLEST, low=True)
    own("notes", Box(area.x, bottom - 3 * small, area.width, small), SMALLEST, low=True)
    strip = {"colour": ink.colours.notice_ink, "fill": ink.colours.notice, "side": 10.0, "upright": 4.0}
    own("notice", Box(area.x, bottom - 5 * small, area.width, line + 8), 14.0, **strip)
    return Layout(found.made, places)


def for_cover(found: Slots, ink: Ink, language: str, scale: float) -> Layout:
    """A cover's places: title, subtitle, and the date where the layout has a place for it."""
    held = _held(found, language, scale)
    places = {role: one for role, one in held.items() if role in ("title", "subtitle", "as_of")}
    title, area = places.get("title"), found.free
    if title is None:
        title = Place(
            None,
            say("title", language),
            replace(area, height=100.0),
            32.0,
            41.6,
            colour=ink.colours.ink,
            faces=ink.faces,
        )
        places["title"] = title
    if "title" not in found.boxes:
        area = area.below(title.box.height + 10)
    if "subtitle" not in places:
        box = Box(area.x + title.side, area.y, area.width - 2 * title.side, 54.0)
        if area.y < title.box.y:  # the title stands below what is free
            box = replace(box, y=area.bottom - box.height)
        places["subtitle"] = Place(
            None, say("subtitle", language), box, 18.0, LEADING * 18, faces=ink.faces, colour=ink.colours.soft
        )
    return Layout(found.made, places)


def _grows(title: Place, found: Slots, scale: float) -> bool:
    """Whether nothing stands just below a title."""
    below = replace(title.box, y=title.box.bottom, height=title.line)
    return not any(overlap(one.box, below) for one in shown(found.made, scale))


def _held(found: Slots, language: str, scale: float) -> dict[str, Place]:
    """The places of a layout's placeholders; a title that must be moved stands at the top of what is free."""
    places = {role: _place(found.held[role], box, role, language, scale) for role, box in found.boxes.items()}
    if "title" in found.held and "title" not in places:
        box = replace(found.free, height=LEADING * HEADLINE + 8)
        title = _place(found.held["title"], box, "title", language, scale)
        places["title"] = replace(title, size=HEADLINE, line=LEADING * HEADLINE, upright=0.0, moved=True)
    return places


def _place(shape: Any, box: Box, role: str, language: str, scale: float) -> Place:
    """How a placeholder is set; what its layout leaves open, the master says."""
    shapes = [shape]
    while (base := getattr(shapes[-1], "_base_placeholder", None)) is not None:
        shapes.append(base)
    kind = "titleStyle" if role == "title" else "bodyStyle"
    sources = [(one._element, "p:txBody/a:lstStyle") for one in shapes]
    sources.append((_master(shape), f"p:txStyles/p:{kind}"))

    def first(path: str, default: Any) -> Any:
        found = (value for one, style in sources for value in one.xpath(f"{style}/a:lvl1pPr/{path}"))
        return next(found, default)

    def inset(name: str, default: int) -> float:
        found = (value for one in shapes for value in one._element.xpath(f"p:txBody/a:bodyPr/@{name}"))
        return int(next(found, default)) / Pt(1) / scale

    size = int(first("a:defRPr/@sz", round(SMALLEST * 100))) / 100 / scale
    pitch = first("a:lnSpc/*", None)
    latin, eastern = THEME
    return Place(
        shape.placeholder_format.idx,
        say(role, language) if role in ROLES else shape.name,
        box,
        size,
        LEADING * size if pitch is None else _points(pitch, size, scale),
        inset("lIns", 91440),
        inset("tIns", 45720),
        (first("a:defRPr/a:latin/@typeface", latin), first("a:defRPr/a:ea/@typeface", eastern)),
    )


def _master(shape: Any) -> Any:
    """The element of a layout's placeholder's master."""
    return shape.part.slide_layout.slide_master._element


def _points(pitch: Any, size: float, scale: float) -> float:
    """The distance from line to line that a style asks for, in points or as a share of what is usual."""
    value = int(pitch.get("val"))
    return value / 100 / scale if pitch.tag == qn("a:spcPts") else LEADING * size * value / 100_000
