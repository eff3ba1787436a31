"""Notices and notes that are new on a slide of somebody's: put where its layout has them, above what stands at the bottom, and
charts of ours end above them.

What they say belongs in ``fresh``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from industry.export.office.words import LEADING, Box, say
from industry.export.pptx.panel_places import HEADING, low
from industry.export.pptx.presentation import ROOM
from industry.export.pptx.text_runs import INK
from industry.export.refreshing.paragraphs import A, replace
from industry.export.refreshing.signs import Mark, sign
from industry.export.refreshing.slides.boxes import (
    EMU,
    INSETS,
    body_of,
    box_of,
    called,
    end_above,
    frame_box,
    put,
)
from industry.export.refreshing.slides.found import P, Page
from industry.export.refreshing.slides.fresh import Fresh
from industry.figures.compose.line_room import Room
from industry.figures.record import Panel
from industry.text.office import Element

LOWEST = ("notice", "notes", "source")
"""What stands below the charts, from top to bottom."""
_APART = 2.0
_USUAL = 1_400
"""Of type that the layout doesn't say, in hundredths of a point."""
_GAP = 10
"""Points between charts and what stands at the bottom."""


def place(page: Page, layout: Element | None, part: str, fresh: Fresh, words: Sequence[str]) -> Mark | None:
    """Put a new text on a slide; its mark, None where the layout has no place for it or the slide no room."""
    if layout is None or part not in LOWEST:
        return None
    ours = {name: one for name in LOWEST if (one := called(page.root, name)) is not None}
    held, below = (
        called(layout, part),
        [ours[one] for one in LOWEST[LOWEST.index(part) + 1 :] if one in ours],
    )
    box = None if held is None else box_of(held, None)
    if held is None or box is None or not below or part in ours:
        return None
    size = next((int(one.get("sz")) for one in held.iter(f"{A}defRPr") if one.get("sz")), _USUAL) / 100
    inset = {name: int(body_of(held).get(name, usual)) for name, usual in INSETS.items()}
    em = (box[2] - inset["lIns"] - inset["rIns"]) / EMU / size
    told = fresh.text(part, em) or list(words)
    lines = sum(Room(em, elsewhere=True).count(one) for one in told)
    high = round(lines * LEADING * size * EMU) + inset["tIns"] + inset["bIns"]
    tops = [found[1] for one in below if (found := box_of(one, layout))]
    if not tops:
        return None
    top = min(tops) - high - round(_APART * EMU)
    if not end_above(page, top):
        return None
    below[0].addprevious(_made(page, held, part, fresh.language, (box[0], top, box[2], high), told, below[0]))
    return Mark(fresh.figure.id, part, (sign(*told),), em)


def grown(page: Page, layout: Element | None, mark: Mark, old: Sequence[str], new: Sequence[str]) -> bool:
    """Make room for a text at the bottom that takes more lines than it did: upwards, with what stands above it. Whether nothing
    lies on anything for that; a text at the top stays where it is."""
    shape = called(page.root, mark.part)
    box = None if shape is None else box_of(shape, layout)
    if mark.part not in ("title", "subtitle", *LOWEST) or not mark.em or shape is None or box is None:
        return True
    more = _more(shape, box, mark, old, new)
    if more <= 0:
        return True
    if mark.part in LOWEST:
        return stack(page, layout, {mark.part: (mark, old, new)})
    room = box[3] - sum(int(body_of(shape).get(one, INSETS[one])) for one in ("tIns", "bIns"))
    line = _more(shape, box, mark, [], ["—"])
    return _more(shape, box, mark, [], new) <= room + line / 2


Worded = Mapping[str, tuple[Mark, Sequence[str], Sequence[str]]]
"""Of parts at the bottom their marks, the words that stand there and those to stand."""


def holds(page: Page, layout: Element | None, panels: Sequence[Panel], texts: Worded) -> bool:
    """Whether charts of these ``panels`` and tables have the room that a slide's have where it is made, above these texts."""
    top, shapes = _stacked(page, layout, texts)
    boxes = [(one.is_chart, found) for one in page.frames if (found := frame_box(one.element))]
    if not boxes or not shapes or top >= min(box[1] for _, box, _ in shapes):
        return True
    point = page.frames[0].scale * EMU
    if any(y + high > top if not is_chart else top - y < ROOM * point for is_chart, (_, y, _, high) in boxes):
        return False
    left, right = min(x for _, (x, *_) in boxes), max(x + wide for _, (x, _, wide, _) in boxes)
    high = (top - min(y for _, (_, y, *_) in boxes)) / point - _GAP + LEADING * HEADING + 6
    return not low(panels, Box(0.0, 0.0, (right - left) / point, high), INK)


def stack(page: Page, layout: Element | None, texts: Worded) -> bool:
    """Have the texts at the bottom stand one on another in the lines that they take now, and charts of ours end above them; whether
    these can."""
    top, shapes = _stacked(page, layout, texts)
    if not end_above(page, top):
        return False
    for shape, box, (y, more) in shapes:
        if (y, more) != (box[1], 0):
            put(shape, (box[0], y, box[2], box[3] + more))
    return True


def _stacked(page: Page, layout: Element | None, texts: Worded) -> tuple[int, list[Any]]:
    """Where what stands at the bottom begins then, and the shapes with their boxes, where each is to begin, and how much higher it
    is."""
    found, up = [], 0
    for part in reversed(LOWEST):
        shape = called(page.root, part)
        box = None if shape is None else box_of(shape, layout)
        if shape is None or box is None:
            continue
        more = _more(shape, box, *texts[part]) if part in texts else 0
        up += more
        found.append((shape, box, (box[1] - up, more)))
    return min((y for _, _, (y, _) in found), default=0), found


def _more(
    shape: Element, box: tuple[int, int, int, int], mark: Mark, old: Sequence[str], new: Sequence[str]
) -> int:
    """How much higher a text is in other words; 0 where it isn't known what its lines hold."""
    inset = sum(int(body_of(shape).get(one, INSETS[one])) for one in ("lIns", "rIns"))
    before, after = (sum(_count(one, mark.em, mark.part == "title") for one in words) for words in (old, new))
    return round((after - before) * LEADING * (box[2] - inset) / mark.em) if mark.em else 0


def _count(words: str, em: float, bold: bool) -> int:
    """On how many lines words stand, those that are parted included."""
    return sum(Room(em, elsewhere=True).count(one, bold) for one in words.split("\n"))


def room(body: Element) -> float:
    """What a line of a text's shape holds in its type, in em; 0 where the shape doesn't say both."""
    shape = body.getparent()
    box, sizes = box_of(shape, None), [int(one.get("sz")) for one in body.iter(f"{A}rPr") if one.get("sz")]
    if box is None or not sizes or not sizes[0]:
        return 0.0
    inset = sum(int(body_of(shape).get(one, INSETS[one])) for one in ("lIns", "rIns"))
    return max(0.0, (box[2] - inset) / EMU / (sizes[0] / 100))


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
    put(made, box)
    body = made.find(f"{P}txBody")
    for one in body.iter(f"{A}rPr", f"{A}endParaRPr"):
        one.attrib.pop("sz", None)
        for fill in one.findall(f"{A}solidFill"):
            one.remove(fill)
    replace(body, 0, len(body.findall(f"{A}p")), words)
    return made
