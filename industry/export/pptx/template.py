"""The presentation that decks are made from: ``template.pptx``, which an office opens in PowerPoint or WPS to set faces,
colours, sizes and places once for all slides, or one of its own. Here it is told the deck's language, and says where
each of our words stands: in a placeholder of its layout, or, where the layout lacks one, in a place beside the others.

What stands in the places belongs in ``slide_frame``, how a file is opened and its layouts are read, in ``templates``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from industry.export.office.ink import Ink
from industry.export.office.words import Box, say, speak
from industry.export.pptx import places
from industry.export.pptx.places import ROLES, Layout
from industry.export.pptx.templates import layouts
from industry.export.pptx.templates.colours import Colours, faces
from industry.export.pptx.templates.free_area import behind, shown
from industry.export.pptx.templates.layouts import Slots
from industry.export.pptx.templates.opened import opened
from industry.export.pptx.text_runs import INK
from industry.figures.theme import Palette

TEMPLATE = Path(__file__).with_name("template.pptx")
NOTES_MASTER = {
    PP_PLACEHOLDER.SLIDE_IMAGE: "figure",
    PP_PLACEHOLDER.BODY: "notes",
    PP_PLACEHOLDER.SLIDE_NUMBER: "page",
}
CHINESE = "Microsoft YaHei"
"""The face where a theme names no Chinese one."""


@dataclass(frozen=True)
class Blank:
    """A deck without slides, its layouts, the place that figures have, how these look, the theme's accents (#RRGGBB), and
    how many times ours the points of its slides are: everything here is in ours, of a slide whose shorter side has
    540."""

    deck: Any
    cover: Layout
    figure: Layout
    text: Box
    ink: Ink
    accents: tuple[str, ...]
    scale: float


def blank(language: str, offered: Sequence[str], template: bytes) -> Blank:
    """The template without slides, its names and prompts in ``language`` (``zh`` or ``en``) where they are ours.
    ``offered`` (#RRGGBB) come before the theme's accents in what the program offers for charts that its user adds.
    Raises BadTemplate."""
    deck = opened(template)
    scale = layouts.scale_of(deck)
    figure = layouts.for_figures(deck)
    cover = layouts.for_cover(deck, figure) or figure
    colours = Colours.of(figure.made)
    accents = tuple(colours.accents)
    ink = replace(
        INK, colours=_palette(figure, colours, scale), faces=faces(figure.made.slide_master, CHINESE)
    )
    shown_ink = replace(ink, colours=_palette(cover, Colours.of(cover.made), scale))
    made = places.for_figure(figure, ink, language, scale)
    title = made.places["title"]
    area = replace(figure.free, x=figure.free.x + title.side, width=figure.free.width - 2 * title.side)
    front = places.for_cover(cover, shown_ink, language, scale)
    for one in (cover, figure):
        _named(one, language)
    for owner, prompts in (
        (deck.notes_master, NOTES_MASTER),
        (figure.made.slide_master, {PP_PLACEHOLDER.BODY: "text"}),
    ):
        for kind, key in prompts.items():
            if (shape := owner.placeholders.get(kind)) is not None:
                _prompt(shape, key, language)
        if offered:
            _offer(owner.part.part_related_by(RT.THEME), offered)
    for master in (deck.notes_master, *deck.slide_masters):
        for owner in (master, *getattr(master, "slide_layouts", ())):
            speak(owner._element, language)
    return Blank(deck, front, made, area, ink, accents, scale)


def drop_last(deck: Any) -> None:
    """The deck without its last slide."""
    last = deck.slides._sldIdLst[-1]
    deck.part.drop_rel(last.rId)
    deck.slides._sldIdLst.remove(last)


def _palette(found: Slots, colours: Colours, scale: float) -> Palette:
    """The colours that are legible where a layout has its figure, on whatever lies behind it."""
    background = colours.background
    for one in behind(shown(found.made, scale), found.free):
        background = colours.filling(one.element, one.part) or background
    return colours.palette(background, colours.text)


def _named(found: Slots, language: str) -> None:
    """The names and prompts of a layout's placeholders in a language, and its master's, as far as they are ours."""
    for key in ("cover", "figure"):
        if found.made.name in _ours(key):
            found.made._element.cSld.set("name", say(key, language))
    for role, shape in found.held.items():
        if role in ROLES:
            _prompt(shape, role, language)
            if (base := getattr(shape, "_base_placeholder", None)) is not None:
                _prompt(base, role, language)


def _prompt(shape: Any, key: str, language: str) -> None:
    """Name and prompt of a placeholder that has ours; a page number keeps its field, a slide's image has none."""
    if shape.name not in _ours(key):
        return
    shape.name = say(key, language)
    for run in shape.text_frame.paragraphs[0].runs[:1] if shape.has_text_frame else ():
        run.text = shape.name


def _ours(key: str) -> set[str]:
    return {say(key, language) for language in ("zh", "en")}


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
