"""The presentation that decks are made from, ``template.pptx``: an office opens it in PowerPoint or WPS and
sets faces, colours, sizes and places once for all slides. Here it is opened and told the deck's language,
and says how its placeholders are set.

What stands in the placeholders belongs in ``slide_frame``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from industry.export.office.ink import THEME, Ink
from industry.export.office.words import LEADING, Box, say, speak
from industry.export.pptx.text_runs import INK, SMALLEST
from industry.figures.compose.wrapping import Room

TEMPLATE = Path(__file__).with_name("template.pptx")
TITLE, DECK_SUBTITLE, PAGE, SUBTITLE, NOTICE, NOTES, SOURCE, AS_OF = 0, 1, 12, 13, 14, 15, 16, 17
LAYOUTS = {
    "cover": {TITLE: "title", DECK_SUBTITLE: "subtitle", AS_OF: "as_of"},
    "figure": {
        TITLE: "title",
        SUBTITLE: "subtitle",
        AS_OF: "as_of",
        NOTICE: "notice",
        NOTES: "notes",
        SOURCE: "source",
        PAGE: "page",
    },
}
MASTER = {PP_PLACEHOLDER.TITLE: "title", PP_PLACEHOLDER.BODY: "text", PP_PLACEHOLDER.SLIDE_NUMBER: "page"}
NOTES_MASTER = {
    PP_PLACEHOLDER.SLIDE_IMAGE: "figure",
    PP_PLACEHOLDER.BODY: "notes",
    PP_PLACEHOLDER.SLIDE_NUMBER: "page",
}
PERSONAL = {RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.PRINTER_SETTINGS}


@dataclass(frozen=True)
class Blank:
    """A deck without slides, its layouts, the place of the master's text, which figures have, and how these look."""

    deck: Any
    cover: Layout
    figure: Layout
    text: Box
    ink: Ink


@dataclass(frozen=True)
class Layout:
    """A layout, and how it sets each of its placeholders."""

    made: Any
    places: dict[int, Place]


@dataclass(frozen=True)
class Place:
    """How a placeholder is set: its number, name and place; the size of its type, the distance from line
    to line, what is free at each side and above and below, in points; its faces, Latin and Chinese."""

    number: int
    name: str
    box: Box
    size: float
    line: float
    side: float
    upright: float
    faces: tuple[str, str]

    def room(self, size: float = 0.0) -> Room:
        """What a line holds, in the placeholder's type or in one of so many points."""
        return Room((self.box.width - 2 * self.side) / (size or self.size), elsewhere=True)


def blank(language: str, accents: Sequence[str], path: Path = TEMPLATE) -> Blank:
    """The template without slides, its names and prompts in ``language`` (``zh`` or ``en``). ``accents``
    (#RRGGBB) come before the theme's own in what the program offers for charts that its user adds. Raises
    ValueError, which names every layout and placeholder that the template lacks."""
    deck = Presentation(str(path))
    master, held = deck.slide_master, {one.name: one for one in deck.slide_layouts}
    layouts: dict[str, Any] = {name: held.get(say(name, "en")) for name in LAYOUTS}
    lacking = list(_lacking(deck, layouts))
    if lacking:
        raise ValueError(f"{path.name} lacks {'; '.join(lacking)}")
    while deck.slides:
        drop_last(deck)
    for name, places in LAYOUTS.items():
        layouts[name]._element.cSld.set("name", say(name, language))
        for number, key in places.items():
            _prompt(layouts[name].placeholders.get(number), say(key, language))
    for owner, kinds in ((master, MASTER), (deck.notes_master, NOTES_MASTER)):
        for kind, key in kinds.items():
            if (shape := owner.placeholders.get(kind)) is not None:
                _prompt(shape, say(key, language))
    for one in (master, *held.values(), deck.notes_master):
        speak(one._element, language)
    for owner in (master, deck.notes_master):
        _offer(owner.part.part_related_by(RT.THEME), accents)
    for rels in (deck.part.package._rels, deck.part.rels):
        for name in [name for name, one in rels.items() if one.reltype in PERSONAL]:
            rels.pop(name)
    cover, figure = (
        Layout(layouts[name], {one: _place(layouts[name], one) for one in places})
        for name, places in LAYOUTS.items()
    )
    return Blank(deck, cover, figure, Box.of(master.placeholders.get(PP_PLACEHOLDER.BODY)), INK)


def drop_last(deck: Any) -> None:
    """The deck without its last slide."""
    last = deck.slides._sldIdLst[-1]
    deck.part.drop_rel(last.rId)
    deck.slides._sldIdLst.remove(last)


def _place(layout: Any, number: int) -> Place:
    """How a placeholder is set; what its layout leaves open, the master says."""
    shapes = [layout.placeholders.get(number)]
    while (base := getattr(shapes[-1], "_base_placeholder", None)) is not None:
        shapes.append(base)
    kind = "titleStyle" if number == TITLE else "bodyStyle"
    sources = [(one._element, "p:txBody/a:lstStyle") for one in shapes]
    sources.append((layout.slide_master._element, f"p:txStyles/p:{kind}"))

    def first(path: str, default: Any) -> Any:
        found = (value for one, style in sources for value in one.xpath(f"{style}/a:lvl1pPr/{path}"))
        return next(found, default)

    def inset(name: str, default: int) -> float:
        found = (value for one in shapes for value in one._element.xpath(f"p:txBody/a:bodyPr/@{name}"))
        return int(next(found, default)) / Pt(1)

    size = int(first("a:defRPr/@sz", SMALLEST * 100)) / 100
    pitch = first("a:lnSpc/*", None)
    latin, eastern = THEME
    return Place(
        number,
        shapes[0].name,
        Box.of(shapes[0]),
        size,
        LEADING * size if pitch is None else _points(pitch, size),
        inset("lIns", 91440),
        inset("tIns", 45720),
        (first("a:defRPr/a:latin/@typeface", latin), first("a:defRPr/a:ea/@typeface", eastern)),
    )


def _points(pitch: Any, size: float) -> float:
    """The distance from line to line that a style asks for, in points or as a share of what is usual."""
    value = int(pitch.get("val"))
    return value / 100 if pitch.tag == qn("a:spcPts") else LEADING * size * value / 100_000


def _lacking(deck: Any, layouts: dict[str, Any]) -> Iterator[str]:
    """What the code needs and doesn't find."""
    if not any(one.reltype == RT.NOTES_MASTER for one in deck.part.rels.values()):
        yield "the notes master"
    for kind, key in MASTER.items():
        if deck.slide_master.placeholders.get(kind) is None:
            yield f"the master's placeholder {say(key, 'en')}"
    for name, places in LAYOUTS.items():
        called = f"the layout {say(name, 'en')}"
        if layouts[name] is None:
            yield called
            continue
        for number, key in places.items():
            if layouts[name].placeholders.get(number) is None:
                yield f"{called}'s placeholder {number} ({say(key, 'en')})"


def _prompt(shape: Any, words: str) -> None:
    """Name and prompt of a placeholder; a page number keeps its field, a slide's image has none."""
    shape.name = words
    for run in shape.text_frame.paragraphs[0].runs[:1] if shape.has_text_frame else ():
        run.text = words


def _offer(theme: Any, accents: Sequence[str]) -> None:
    """The accents before the theme's own."""
    root = parse_xml(theme.blob)
    slots = [root.find(f".//{qn(f'a:accent{number}')}") for number in range(1, 7)]
    offered = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{one.lstrip("#")}"/>') for one in accents]
    offered += [one[0] for one in slots]
    kept: dict[str, Any] = {}
    for one in offered:
        kept.setdefault(one.get("val"), one)
    for slot, one in zip(slots, kept.values(), strict=False):
        slot[:] = [one]
    theme.blob = serialize_part_xml(root)
