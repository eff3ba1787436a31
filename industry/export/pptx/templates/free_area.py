"""What of a layout is free for a figure: the place of its content, or what title, logos, rules and footers leave, in
points of a slide whose shorter side has 540.

Which layout it is, and what its placeholders are, belongs in ``layouts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.office.words import Box

MARGIN = 0.035  # of the slide's height that stays free at its edges
BEHIND = 0.8  # of a place that a shape must cover to be its background
WORTH = 0.45  # of a place that must be left beside a shape, or words stand upon it
APART = 6.0  # points between a figure and what the layout has
_SHAPES = tuple(map(qn, ("p:sp", "p:pic", "p:grpSp", "p:cxnSp", "p:graphicFrame")))


@dataclass(frozen=True)
class Shape:
    """Something that the layout or its master shows on every slide: its element, its part, its place."""

    element: Any
    part: Any
    box: Box


def scaled(shape: Any, scale: float) -> Box | None:
    """The place of a shape of a slide whose points are ``scale`` times ours; None where neither it nor its master has one, or
    there is nothing of it."""
    if not all((shape.width, shape.height)) or None in (shape.left, shape.top):
        return None
    return over(Box.of(shape), 1 / scale)


def inside(box: Box, wide: float, high: float) -> bool:
    """Whether a place is one of a slide that is so ``wide`` and ``high``."""
    return box.x > -1 and box.y > -1 and _right(box) < wide + 1 and box.bottom < high + 1


def over(box: Box, scale: float) -> Box:
    """The box with all lengths times ``scale``."""
    return Box(*(one * scale for one in (box.x, box.y, box.width, box.height)))


def shown(layout: Any, scale: float) -> list[Shape]:
    """What stands on every slide of a layout beside placeholders, the lowest first."""
    owners = [layout]
    if layout._element.get("showMasterSp") not in ("0", "false"):
        owners.insert(0, layout.slide_master)
    return [
        Shape(one, owner.part, over(box, 1 / scale))
        for owner in owners
        for one in owner._element.cSld.spTree
        if one.tag in _SHAPES and not _placeholder(one) and not _hidden(one)
        for box in _place(one)
    ]


def _placeholder(element: Any) -> bool:
    return any(True for _ in element.iterchildren() for _ in _.iterfind(f"{qn('p:nvPr')}/{qn('p:ph')}"))


def _hidden(element: Any) -> bool:
    return any(
        one.get("hidden") in ("1", "true")
        for head in element.iterchildren()
        for one in head.iterfind(qn("p:cNvPr"))
    )


def _place(element: Any) -> Iterator[Box]:
    held = element.find(qn("p:xfrm"))
    for name in ("p:spPr", "p:grpSpPr"):
        properties = element.find(qn(name))
        held = properties.find(qn("a:xfrm")) if held is None and properties is not None else held
    if held is None:
        return
    at, size = held.find(qn("a:off")), held.find(qn("a:ext"))
    if at is not None and size is not None:
        x, y = (int(at.get(one)) for one in "xy")
        wide, high = (int(size.get(one)) for one in ("cx", "cy"))
        if int(held.get("rot", "0")) // 5_400_000 % 2:  # stood on its side about its middle
            x, y, wide, high = x + (wide - high) // 2, y + (high - wide) // 2, high, wide
        yield Box(*(one / Pt(1) for one in (x, y, wide, high)))


def behind(shapes: Sequence[Shape], place: Box) -> list[Shape]:
    """Those that cover most of a place: what is put there stands upon them."""
    return [one for one in shapes if _shared(one.box, place) >= BEHIND * place.width * place.height]


def free(place: Box, taken: Sequence[Box]) -> Box:
    """What of a place is left beside what is taken, cut from one of its sides for each; what lies so that most would be
    lost, as a watermark, is stood upon."""
    least = WORTH * place.width * place.height
    for one in sorted(taken, key=lambda one: -one.width * one.height):
        if not overlap(place, grown := _grown(one)):
            continue
        cuts = (
            replace(place, y=grown.bottom, height=place.bottom - grown.bottom),
            replace(place, height=grown.y - place.y),
            replace(place, x=_right(grown), width=_right(place) - _right(grown)),
            replace(place, width=grown.x - place.x),
        )
        best = max(cuts, key=lambda cut: max(cut.width, 0.0) * max(cut.height, 0.0))
        if min(best.width, best.height) > 0 and best.width * best.height >= least:
            place = best
    return place


def overlap(one: Box, other: Box) -> bool:
    """Whether two places share more than an edge."""
    return _shared(one, other) > 1e-6


def _grown(box: Box) -> Box:
    return Box(box.x - APART, box.y - APART, box.width + 2 * APART, box.height + 2 * APART)


def _right(box: Box) -> float:
    return box.x + box.width


def _shared(one: Box, other: Box) -> float:
    """The area that two places share, in square points; a line's is that of a thin strip."""
    one, other = (
        replace(each, width=max(each.width, 0.1), height=max(each.height, 0.1)) for each in (one, other)
    )
    wide = min(_right(one), _right(other)) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide * high if wide > 0 and high > 0 else 0.0
