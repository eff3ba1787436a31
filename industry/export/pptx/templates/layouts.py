"""Which layout of a presentation a deck's cover stands on, and which its figures; what its placeholders are for, by
their types, their names where they have ours, and their places.

How a placeholder is set, and what a layout lacks, belongs in ``template``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PP

from industry.export.office.words import Box, say
from industry.export.pptx.templates.free_area import APART, MARGIN, free, scaled, shown

TITLES = (PP.TITLE, PP.CENTER_TITLE)
CONTENTS = (PP.OBJECT, PP.BODY, PP.CHART, PP.TABLE)
NAMED = ("subtitle", "as_of", "notice", "notes", "source")
"""What a placeholder of our own template is named after, in either language, and so is one that an office copies."""
SHORTER = 540.0
"""Points of a slide's shorter side, in which everything is placed and then brought to the slide's own size."""
_UNFIT = ("title", "secHead", "vertTx", "vertTitleAndTx", "picTx")
_UPRIGHT = (PP.VERTICAL_TITLE, PP.VERTICAL_BODY, PP.VERTICAL_OBJECT)


@dataclass(frozen=True)
class Slots:
    """A layout, the placeholders that are used in it by what they are for, and the place that is free beside them."""

    made: Any
    held: dict[str, Any]
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


def for_cover(deck: Any) -> Slots | None:
    """The layout of a title slide, where there is one."""
    held = [slots(deck, one) for one in _layouts(deck)]
    found = [one for one in held if _type(one.made) == "title" or _of(one.made, (PP.CENTER_TITLE,))]
    return next((one for one in found if "title" in one.held), None)


def slots(deck: Any, layout: Any) -> Slots:
    """What a layout has, and the place for a figure: that of its content, or of its master's, down to the footer."""
    scale = scale_of(deck)
    wide, high = (one / 12700 / scale for one in (deck.slide_width, deck.slide_height))
    held: dict[str, Any] = {}
    for role, kinds in (("title", TITLES), ("subtitle", (PP.SUBTITLE,)), ("page", (PP.SLIDE_NUMBER,))):
        if found := _of(layout, kinds):
            held[role] = found[0]
    others = _of(layout, CONTENTS)
    for role in NAMED:
        names = {say(role, language) for language in ("zh", "en")}
        if role not in held and (one := next((one for one in others if one.name in names), None)):
            held[role] = one
    contents = [one for one in others if one not in held.values()]
    footers = [one for one in _of(layout, (PP.FOOTER,)) if one.text_frame.text.strip()]
    if footers:
        held["footer"] = footers[0]
    place = _content([scaled(one, scale) for one in contents], layout, scale, wide, high)
    place = replace(place, y=MARGIN * high, height=(1 - 2 * MARGIN) * high)
    for one in (scaled(held[role], scale) for role in ("page", "footer") if role in held):
        if one.y > high / 2 and one.y - APART < place.bottom:
            place = replace(place, height=one.y - APART - place.y)
    taken = [
        *([scaled(held["title"], scale)] if "title" in held else []),
        *(one.box for one in shown(layout, scale)),
    ]
    return Slots(layout, held, free(place, taken), len(contents))


def _content(boxes: Sequence[Box], layout: Any, scale: float, wide: float, high: float) -> Box:
    """The place of the contents of a layout, of its master's text where it has none, else the whole slide's."""
    master = layout.slide_master.placeholders.get(PP.BODY)
    held = [one for one in boxes if one.width > 0 and one.height > 0]
    if not held and master is not None:
        held = [scaled(master, scale)]
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
        25.0 * ("title" in one.held) - 60.0 * (_type(one.made) in _UNFIT) - 40.0 * upright - 15.0 * pictures
    )
    return float(100.0 * named + fit + 25.0 * one.free.width * one.free.height / whole)


def _layouts(deck: Any) -> Iterable[Any]:
    return (layout for master in deck.slide_masters for layout in master.slide_layouts)


def _of(layout: Any, kinds: Sequence[Any]) -> list[Any]:
    return [one for one in layout.placeholders if one.placeholder_format.type in kinds]


def _type(layout: Any) -> str:
    found: str = layout._element.get("type", "")
    return found
