"""Where shapes stand on a slide of somebody's, in EMU, and how they are put elsewhere.

What is said in them, and which of them give way, belongs in ``placing``.
"""

from __future__ import annotations

from lxml import etree

from industry.export.office.words import say
from industry.export.pptx import signing
from industry.export.refreshing.paragraphs import A
from industry.export.refreshing.slides.found import P, Page
from industry.text.office import Element
from industry.vocabulary.fields import LANGUAGES

EMU = 12_700
"""In a point."""
INSETS = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
"""Between a box and its words, where it doesn't say."""
_LEAST = 0.6
"""Of its height that a chart keeps."""


def called(root: Element, part: str) -> Element | None:
    """The shape that holds a part which a layout places, by its name; None of other parts."""
    if part not in signing.PLACED:
        return None
    names = {say(part, one) for one in LANGUAGES}
    for shape in root.iter(f"{P}sp"):
        told = shape.find(f"{P}nvSpPr/{P}cNvPr")
        if told is not None and told.get("name") in names:
            return shape
    return None


def body_of(shape: Element) -> Element:
    found = shape.find(f"{P}txBody/{A}bodyPr")
    return etree.Element("none") if found is None else found


def box_of(shape: Element, layout: Element | None) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of a shape, those of its placeholder in the layout where it says none."""
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None and layout is not None:
        own = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        known = (one for one in layout.iter(f"{P}sp") if (ph := one.find(f"{P}nvSpPr/{P}nvPr/{P}ph")) is not None
                 and own is not None and ph.get("idx") == own.get("idx"))  # fmt: skip
        place = next((found for one in known if (found := one.find(f"{P}spPr/{A}xfrm")) is not None), None)
    at, size = (None, None) if place is None else (place.find(f"{A}off"), place.find(f"{A}ext"))
    if at is None or size is None:
        return None
    return int(at.get("x", 0)), int(at.get("y", 0)), int(size.get("cx", 0)), int(size.get("cy", 0))


def frame_box(frame: Element) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of a chart's or a table's frame."""
    place = frame.find(f"{P}xfrm")
    at, size = (None, None) if place is None else (place.find(f"{A}off"), place.find(f"{A}ext"))
    if at is None or size is None:
        return None
    return int(at.get("x", 0)), int(at.get("y", 0)), int(size.get("cx", 0)), int(size.get("cy", 0))


def put(shape: Element, box: tuple[int, int, int, int]) -> None:
    space = shape.find(f"{P}spPr")
    place = space.find(f"{A}xfrm")
    if place is None:
        place = etree.Element(f"{A}xfrm")
        space.insert(0, place)
    for name, (first, second) in (("off", ("x", "y")), ("ext", ("cx", "cy"))):
        one = place.find(f"{A}{name}")
        if one is None:
            one = etree.SubElement(place, f"{A}{name}")
        at = box[:2] if name == "off" else box[2:]
        one.set(first, str(at[0]))
        one.set(second, str(at[1]))


def end_above(page: Page, top: int) -> bool:
    """Have charts of ours end above a point; whether they can, and no table goes below it."""
    lower = []
    for one in page.frames:
        place = one.element.find(f"{P}xfrm")
        at, size = (None, None) if place is None else (place.find(f"{A}off"), place.find(f"{A}ext"))
        if at is None or size is None:
            continue
        more = int(at.get("y", 0)) + int(size.get("cy", 0)) - top
        if more > 0:
            high = int(size.get("cy", 0))
            if not one.is_chart or high - more < _LEAST * high:
                return False
            lower.append((size, high - more))
    for size, high in lower:
        size.set("cy", str(high))
    return True
