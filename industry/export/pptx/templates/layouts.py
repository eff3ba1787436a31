"""Which layout of a presentation a deck's cover stands on, and which its figures; what its placeholders are for, by
their types, their names where they have ours, and their places.

How a placeholder is set, and what a layout lacks, belongs in ``template``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PP

from industry.export.office.words import Box, say
from industry.export.pptx.templates.free_area import APART, MARGIN, free, inside, overlap, scaled, shown

TITLES = (PP.TITLE, PP.CENTER_TITLE)
CONTENTS = (PP.OBJECT, PP.BODY, PP.CHART, PP.TABLE)
NAMED = ("subtitle", "as_of", "notice", "notes", "source")
"""What a placeholder of our own template is named after, in either language, and so is one that an office copies."""
SHORTER = 540.0
"""Points of a slide's shorter side, in which everything is placed and then brought to the slide's own size."""
_UNFIT = ("title", "secHead", "vertTx", "vertTitleAndTx", "picTx")
_HEAD, _FOOT = 0.4, 0.8
"""The shares of a slide's height above which a title ends, and below which a page number begins, that leave a figure its room."""
_NARROWEST = 190.0
"""Points of a title in which it can be read."""
_UPRIGHT = (PP.VERTICAL_TITLE, PP.VERTICAL_BODY, PP.VERTICAL_OBJECT)


@dataclass(frozen=True)
class Slots:
    """A layout, the placeholders that are used in it by what they are for, where they are, and the place that is free beside
    them. A title without a place is one that must be moved."""

    made: Any
    held: dict[str, Any]
    boxes: dict[str, Box]
    free: Box
    contents: int


def scale_of(deck: Any) -> float:
    """How many times ours the points of a deck's slides are."""
    shorter: int = min(deck.slide_width, deck.slide_height)
    return shorter / 12700 / SHORTER


def for_figures(deck: Any) -> Slots:
    """The layout that figures stand on: one with places for all of our words, else with a title and one content, else
    with a title, and with most room."""
    held = [slots(deck, one) for one in _layouts(deck)]
    return max(held, key=lambda one: _score(deck, one))


def for_cover(deck: Any, figure: Slots) -> Slots | None:
    """The layout of a title slide of the master that the layout of the figures has, where it has one: two masters are two looks."""
    own = [one for one in _layouts(deck) if one.slide_master.part is figure.made.slide_master.part]
    held = [slots(deck, one, True) for one in own]
    found = [one for one in held if _type(one.made) == "title" or _of(one.made, (PP.CENTER_TITLE,))]
    return next((one for one in found if "title" in one.boxes), None)


def slots(deck: Any, layout: Any, cover: bool = False) -> Slots:
    """What a layout has for a ``cover`` or a figure, and the place for that: of its content, or of its master's, down to the
    footer. A placeholder that isn't where a figure's words stand is none, and a title there is moved."""
    scale = scale_of(deck)
    wide, high = (one / 12700 / scale for one in (deck.slide_width, deck.slide_height))
    held: dict[str, Any] = {}
    for role, kinds in (("title", TITLES), ("subtitle", (PP.SUBTITLE,)), ("page", (PP.SLIDE_NUMBER,))):
        if first := _of(layout, kinds):
            held[role] = first[0]
    others = _of(layout, CONTENTS)
    for role in NAMED:
        names = {say(role, language) for language in ("zh", "en")}
        if role not in held and (one := next((one for one in others if one.name in names), None)):
            held[role] = one
    contents = [one for one in others if one not in held.values() and scaled(one, scale)]
    footers = [one for one in _of(layout, (PP.FOOTER,)) if one.text_frame.text.strip()]
    if footers:
        held["footer"] = footers[0]
    found = {
        role: box for role, one in held.items() if (box := scaled(one, scale)) and inside(box, wide, high)
    }
    boxes = {role: box for role, box in found.items() if cover or _fits(role, found, high)}
    held = {role: one for role, one in held.items() if role in boxes or role == "title"}
    place = _content([box for one in contents if (box := scaled(one, scale))], layout, scale, wide, high)
    place = replace(place, y=MARGIN * high, height=(1 - 2 * MARGIN) * high)
    for one in (boxes[role] for role in ("page", "footer") if role in boxes):
        if one.y > high / 2 and one.y - APART < place.bottom:
            place = replace(place, height=one.y - APART - place.y)
    taken = [
        *(boxes[role] for role in ("title", "page", "footer") if role in boxes),
        *(one.box for one in shown(layout, scale)),
    ]
    return Slots(layout, held, boxes, free(place, taken), len(contents))


def _fits(role: str, boxes: Mapping[str, Box], high: float) -> bool:
    """Whether a placeholder is where a figure's words of this kind stand: title and what belongs to it above the figure and
    clear of one another, all else below it."""
    box, title = boxes[role], boxes.get("title")
    if role == "title":
        return box.bottom <= _HEAD * high and box.width >= _NARROWEST
    if role in ("subtitle", "as_of"):
        headed = title is not None and _fits("title", boxes, high) and not overlap(title, box)
        return headed and box.bottom <= high / 2
    if role in ("page", "footer"):
        return box.y >= _FOOT * high or box.bottom <= high / 2
    return box.y >= high / 2


def _content(boxes: Sequence[Box], layout: Any, scale: float, wide: float, high: float) -> Box:
    """The place of the contents of a layout, of its master's text where it has none, else the whole slide's."""
    master = layout.slide_master.placeholders.get(PP.BODY)
    held = [one for one in boxes if one.width > 0 and one.height > 0]
    if not held and master is not None and (box := scaled(master, scale)):
        held = [box]
    if not held:
        margin = MARGIN * high
        return Box(margin, margin, wide - 2 * margin, high - 2 * margin)
    left, top = min(one.x for one in held), min(one.y for one in held)
    right, bottom = max(one.x + one.width for one in held), max(one.bottom for one in held)
    return Box(max(left, 0.0), top, min(right, wide) - max(left, 0.0), bottom - top)


def _score(deck: Any, one: Slots) -> float:
    kinds = [one.held[role].placeholder_format.type for role in NAMED if role in one.held]
    named = sum(kind != PP.SUBTITLE for kind in kinds)
    upright, pictures = len(_of(one.made, _UPRIGHT)), len(_of(one.made, (PP.PICTURE, PP.MEDIA_CLIP)))
    whole: float = deck.slide_width * deck.slide_height / (12700 * scale_of(deck)) ** 2
    fit = {0: 20.0, 1: 30.0}.get(one.contents, 10.0)
    fit += (
        25.0 * ("title" in one.boxes) - 60.0 * (_type(one.made) in _UNFIT) - 40.0 * upright - 15.0 * pictures
    )
    return float(100.0 * named + fit + 25.0 * one.free.width * one.free.height / whole)


def _layouts(deck: Any) -> Iterable[Any]:
    return (layout for master in deck.slide_masters for layout in master.slide_layouts)


def _of(layout: Any, kinds: Sequence[Any]) -> list[Any]:
    return [one for one in layout.placeholders if one.placeholder_format.type in kinds]


def _type(layout: Any) -> str:
    found: str = layout._element.get("type", "")
    return found
