"""Notices and notes that are new on a slide of somebody's: put where its layout has them, above what stands at the bottom, and
charts of ours end above them.

What they say belongs in ``fresh``.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from industry.export.office.words import LEADING, say
from industry.export.pptx import signing
from industry.export.refreshing.paragraphs import A, replace
from industry.export.refreshing.signs import Mark, sign
from industry.export.refreshing.slides.found import P, Page
from industry.export.refreshing.slides.fresh import Fresh
from industry.figures.compose.wrapping import Room
from industry.text.office import Element
from industry.vocabulary.fields import LANGUAGES

LOWEST = ("notice", "notes", "source")
"""What stands below the charts, from top to bottom."""
_EMU, _APART = 12_700, 2.0
_USUAL = 1_400
"""Of type that the layout doesn't say, in hundredths of a point."""
_INSETS = {"lIns": 91_440, "rIns": 91_440, "tIns": 45_720, "bIns": 45_720}
_LEAST = 0.6
"""Of its height that a chart keeps."""


def place(page: Page, layout: Element | None, part: str, fresh: Fresh, words: Sequence[str]) -> Mark | None:
    """Put a new text on a slide; its mark, None where the layout has no place for it or the slide no room."""
    if layout is None or part not in LOWEST:
        return None
    ours = {name: one for name in LOWEST if (one := _called(page.root, name)) is not None}
    held, below = (
        _called(layout, part),
        [ours[one] for one in LOWEST[LOWEST.index(part) + 1 :] if one in ours],
    )
    box = None if held is None else _box(held, None)
    if held is None or box is None or not below or part in ours:
        return None
    size = next((int(one.get("sz")) for one in held.iter(f"{A}defRPr") if one.get("sz")), _USUAL) / 100
    inset = {name: int(_body(held).get(name, usual)) for name, usual in _INSETS.items()}
    em = (box[2] - inset["lIns"] - inset["rIns"]) / _EMU / size
    told = fresh.text(part, em) or list(words)
    lines = sum(Room(em, elsewhere=True).count(one) for one in told)
    high = round(lines * LEADING * size * _EMU) + inset["tIns"] + inset["bIns"]
    tops = [found[1] for one in below if (found := _box(one, layout))]
    if not tops:
        return None
    top = min(tops) - high - round(_APART * _EMU)
    if not _end_above(page, top):
        return None
    below[0].addprevious(_made(page, held, part, fresh.language, (box[0], top, box[2], high), told, below[0]))
    return Mark(fresh.figure.id, part, (sign(*told),), em)


def grown(page: Page, layout: Element | None, mark: Mark, old: Sequence[str], new: Sequence[str]) -> bool:
    """Make room for a text at the bottom that takes more lines than it did: upwards, with what stands above it. Whether nothing
    lies on anything for that; a text at the top stays where it is."""
    shape = _called(page.root, mark.part)
    box = None if shape is None else _box(shape, layout)
    if mark.part not in ("title", "subtitle", *LOWEST) or not mark.em or shape is None or box is None:
        return True
    bold = mark.part == "title"
    before, after = (sum(_count(one, mark.em, bold) for one in words) for words in (old, new))
    if after <= before:
        return True
    inset = {name: int(_body(shape).get(name, usual)) for name, usual in _INSETS.items()}
    pitch = LEADING * (box[2] - inset["lIns"] - inset["rIns"]) / mark.em
    high = round((after - before) * pitch)
    if mark.part not in LOWEST:
        return after * pitch <= box[3] - inset["tIns"] - inset["bIns"] + pitch / 2
    above = [
        one for name in LOWEST[: LOWEST.index(mark.part)] if (one := _called(page.root, name)) is not None
    ]
    boxes = [(one, found) for one in above if (found := _box(one, layout))]
    if not _end_above(page, min(one[1] for _, one in [*boxes, (shape, box)]) - high):
        return False
    for one, found in boxes:
        _put(one, (found[0], found[1] - high, found[2], found[3]))
    _put(shape, (box[0], box[1] - high, box[2], box[3] + high))
    return True


def _count(words: str, em: float, bold: bool) -> int:
    """On how many lines words stand, those that are parted included."""
    return sum(Room(em, elsewhere=True).count(one, bold) for one in words.split("\n"))


def room(body: Element) -> float:
    """What a line of a text's shape holds in its type, in em; 0 where the shape doesn't say both."""
    shape = body.getparent()
    box, sizes = _box(shape, None), [int(one.get("sz")) for one in body.iter(f"{A}rPr") if one.get("sz")]
    if box is None or not sizes or not sizes[0]:
        return 0.0
    inset = sum(int(_body(shape).get(one, _INSETS[one])) for one in ("lIns", "rIns"))
    return max(0.0, (box[2] - inset) / _EMU / (sizes[0] / 100))


def _put(shape: Element, box: tuple[int, int, int, int]) -> None:
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


def _called(root: Element, part: str) -> Element | None:
    """The shape that holds a part which a layout places, by its name; None of other parts."""
    if part not in signing.PLACED:
        return None
    names = {say(part, one) for one in LANGUAGES}
    for shape in root.iter(f"{P}sp"):
        told = shape.find(f"{P}nvSpPr/{P}cNvPr")
        if told is not None and told.get("name") in names:
            return shape
    return None


def _body(shape: Element) -> Element:
    found = shape.find(f"{P}txBody/{A}bodyPr")
    return etree.Element("none") if found is None else found


def _box(shape: Element, layout: Element | None) -> tuple[int, int, int, int] | None:
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


def _end_above(page: Page, top: int) -> bool:
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


def _made(
    page: Page,
    held: Element,
    part: str,
    language: str,
    box: tuple[int, int, int, int],
    words: Sequence[str],
    like: Element,
) -> Element:
    """A shape of the layout's placeholder, in the language and the faces of one beside it."""
    made = deepcopy(like)
    told = made.find(f"{P}nvSpPr/{P}cNvPr")
    told.set("id", str(max(int(one.get("id", 0)) for one in page.root.iter(f"{P}cNvPr")) + 1))
    told.set("name", say(part, language))
    about = made.find(f"{P}nvSpPr/{P}nvPr")
    about[:] = [deepcopy(held.find(f"{P}nvSpPr/{P}nvPr/{P}ph"))]
    made.find(f"{P}spPr").clear()
    _put(made, box)
    body = made.find(f"{P}txBody")
    for one in body.iter(f"{A}rPr", f"{A}endParaRPr"):
        one.attrib.pop("sz", None)
        for fill in one.findall(f"{A}solidFill"):
            one.remove(fill)
    replace(body, 0, len(body.findall(f"{A}p")), words)
    return made
