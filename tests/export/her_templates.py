"""Three presentations as offices have them, made when tests ask for them: plain, dark, and narrow beside a logo bar."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, _Relationship
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Emu, Inches, Pt

from industry.export.office.words import Box
from industry.export.pptx.templates.free_area import overlap

Places = Mapping[str, Mapping[int, tuple[float, float, float, float]]]
"""By layout, and by the number of a placeholder, its place in inches."""
_FIRST_ID = 2_147_490_000
"""Of masters and layouts, which share them."""
OFFICE = {"Title Slide", "Title and Content"}


def _kept(deck: Any, names: set[str]) -> None:
    """Only the layouts of these names."""
    for layout in [one for one in deck.slide_layouts if one.name not in names]:
        deck.slide_layouts.remove(layout)


def _themed(deck: Any, colours: Mapping[str, str], faces: Mapping[str, tuple[str, str]]) -> None:
    """The theme with these colours, and these faces, Latin and Chinese, of headings and text."""
    part = deck.slide_master.part.part_related_by(RT.THEME)
    told = part.blob.decode()
    for name, colour in colours.items():
        told = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', told)
    for name, (latin, eastern) in faces.items():
        faced = f'<a:{name}><a:latin typeface="{latin}"/><a:ea typeface="{eastern}"/><a:cs typeface=""/></a:{name}>'
        told = re.sub(rf"<a:{name}>.*?</a:{name}>", faced, told, flags=re.DOTALL)
    part.blob = told.encode()


def _placed(deck: Any, places: Places) -> None:
    for owner in (deck.slide_master, *deck.slide_layouts):
        held = places.get(getattr(owner, "name", "") or "", {})
        for one in owner.placeholders:
            if box := held.get(one.placeholder_format.idx):
                one.left, one.top, one.width, one.height = map(Inches, box)


def _sample(deck: Any) -> None:
    """A slide of hers, as last month's deck has."""
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "上月情况"
    slide.placeholders[1].text = "五月数据，不得留下"
    slide.notes_slide.notes_text_frame.text = "内部备注"


def plain() -> Any:
    """White, 4:3, a title and a content and nothing else; with slides, notes and an author of hers."""
    deck = Presentation()
    _kept(deck, OFFICE)
    _sample(deck)
    deck.core_properties.author = "某科"
    return deck


DARK = {
    "dk1": "16222F", "lt1": "F4F1E8", "dk2": "0E1720", "lt2": "C9D3DC", "accent1": "F2B134", "accent2": "4FA3D1",
    "accent3": "9BC53D", "accent4": "E55934", "accent5": "B388EB", "accent6": "7FD8BE",
}  # fmt: skip


def dark() -> Any:
    """Dark through the master's map of colours, 16:9 in a small size, with faces and accents of its own."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    _kept(deck, OFFICE)
    _themed(deck, DARK, {"majorFont": ("Georgia", "STZhongsong"), "minorFont": ("Arial", "SimSun")})
    map = deck.slide_master._element.find("{*}clrMap")
    for name, slot in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
        map.set(name, slot)
    footer = {10: (0.5, 5.2, 2.3, 0.3), 11: (3.4, 5.2, 3.2, 0.3), 12: (7.2, 5.2, 2.3, 0.3)}
    body = {0: (0.5, 0.25, 9.0, 0.8), 1: (0.5, 1.2, 9.0, 3.9)} | footer
    _placed(
        deck,
        {
            "": body,
            "Title and Content": body,
            "Title Slide": {0: (0.75, 1.6, 8.5, 1.2), 1: (0.75, 3, 8.5, 1)} | footer,
        },
    )
    return deck


NARROW_BAR = (8.35, 0.0, 1.65, 7.5)
NARROW_LOGO = (8.55, 0.3, 1.25, 0.9)
NARROW_RULE = (0.45, 1.42, 7.7, 0.0)


def narrow() -> Any:
    """A bar with a logo at the right, a rule below the title, a footer with words: what is free is narrow."""
    deck = Presentation()
    _kept(deck, OFFICE)
    shapes = deck.slide_master.shapes
    _picture(deck.slide_master, NARROW_LOGO, "#FFFFFF")
    _picture(deck.slide_master, NARROW_BAR, "#B3261E")
    rule = _drawn(deck, NARROW_RULE)
    shapes._spTree.append(rule)
    body = {
        0: (0.45, 0.35, 7.7, 1.0), 1: (0.45, 1.65, 7.7, 4.95),
        10: (0.45, 6.95, 1.8, 0.35), 11: (2.4, 6.95, 3.7, 0.35), 12: (6.4, 6.95, 1.75, 0.35),
    }  # fmt: skip
    cover = body | {0: (0.6, 2.2, 7.3, 1.5), 1: (0.6, 3.9, 7.3, 1.2)}
    _placed(deck, {"": body, "Title and Content": body, "Title Slide": cover})
    for layout in deck.slide_layouts:
        for one in layout.placeholders:
            if one.placeholder_format.idx == 11:
                one.text_frame.text = "内部资料"
    subtitle = next(one for one in deck.slide_layouts[0].placeholders if one.placeholder_format.idx == 1)
    subtitle._element.getparent().remove(subtitle._element)
    return deck


def _picture(owner: Any, place: tuple[float, float, float, float], colour: str) -> None:
    """A picture of one colour on a master, which the library itself puts only on slides."""
    content = io.BytesIO()
    Image.new("RGB", (24, 24), colour).save(content, "PNG")
    _, rId = owner.part.get_or_add_image_part(io.BytesIO(content.getvalue()))
    tree = owner.shapes._spTree
    x, y, wide, high = map(Inches, place)
    picture = tree.add_pic(900 + len(tree), "Logo", "", rId, x, y, wide, high)
    tree.remove(picture)
    tree.insert(2, picture)


def _drawn(deck: Any, place: tuple[float, float, float, float]) -> Any:
    """A line as an element for the master."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    x, y, wide, high = map(Inches, place)
    line = slide.shapes.add_connector(1, x, y, Emu(x + wide), Emu(y + high))
    line.line.width = Pt(1.5)
    deck.part.drop_rel(deck.slides._sldIdLst[-1].rId)
    deck.slides._sldIdLst.remove(deck.slides._sldIdLst[-1])
    element = line._element
    element.getparent().remove(element)
    return element


def meetings(held: Any) -> list[str]:
    """What of a deck's slides lies over something else, of the master's too, or outside the slide, or has no size; to a
    five hundredth of the slide."""
    found, wide, high = [], held.slide_width / Pt(1), held.slide_height / Pt(1)
    unit = min(wide, high) / 540
    for slide in held.slides:
        boxes = [(one.name, Box.of(one)) for one in slide.shapes]
        theirs = [
            (one.name, Box.of(one))
            for one in slide.slide_layout.slide_master.shapes
            if not one.is_placeholder
        ]
        for told, box in boxes:
            right, bottom = box.x + box.width - wide, box.bottom - high
            if max(-box.x, -box.y, right, bottom) > 0.1 * unit or min(box.width, box.height) <= 0:
                found.append(f"{slide.name}: {told} at {box}")
        for (one, first), (other, second) in [
            *combinations(boxes, 2),
            *((a, b) for a in boxes for b in theirs),
        ]:
            thinner = Box(first.x + unit, first.y + unit, first.width - 2 * unit, first.height - 2 * unit)
            if overlap(thinner, second):
                found.append(f"{slide.name}: {one} and {other}")
    return found


def alone(layout: str, wide: float, high: float, places: bool = True) -> bytes:
    """The library's own presentation with one of its layouts, in so many inches; without the places of placeholders where these
    are left to a master that has none."""
    deck = Presentation()
    across, down = (
        told / own for told, own in ((Inches(wide), deck.slide_width), (Inches(high), deck.slide_height))
    )
    deck.slide_width, deck.slide_height = Inches(wide), Inches(high)
    _kept(deck, {layout})
    if not places:
        for one in list(deck.slide_master.placeholders):
            one._element.getparent().remove(one._element)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for one in list(owner._element.iter(qn("a:xfrm"))):
            if not places and owner.placeholders:
                one.getparent().remove(one)
            for part in one:
                for name, times in {"x": across, "y": down, "cx": across, "cy": down}.items():
                    if told := part.get(name):
                        part.set(name, str(round(int(told) * times)))
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


ALL: Mapping[str, Callable[[], Any]] = {"plain": plain, "dark": dark, "narrow": narrow}


def packed(name: str) -> bytes:
    """One of them as its file."""
    content = io.BytesIO()
    ALL[name]().save(content)
    return content.getvalue()


def of_two_masters(first: Any, second: Any) -> bytes:
    """The file of a presentation with the masters of two, each with its layouts and its theme."""
    package = first.part.package
    master = second.slide_master.part
    told = master.part_related_by(RT.THEME)
    made = SlideMasterPart.load(
        PackURI("/ppt/slideMasters/slideMaster2.xml"), CT.PML_SLIDE_MASTER, package, master.blob
    )
    theme = Part(PackURI("/ppt/theme/theme9.xml"), CT.OFC_THEME, package, told.blob)
    names = {told: theme}
    for at, layout in enumerate(second.slide_layouts, start=50):
        part = layout.part
        names[part] = SlideLayoutPart.load(
            PackURI(f"/ppt/slideLayouts/slideLayout{at}.xml"), CT.PML_SLIDE_LAYOUT, package, part.blob
        )
        names[part].rels._rels["rId1"] = _Relationship(
            "/ppt/slideLayouts", "rId1", RT.SLIDE_MASTER, "Internal", made
        )
    for id, one in master.rels.items():
        made.rels._rels[id] = _Relationship(
            "/ppt/slideMasters", id, one.reltype, "Internal", names[one.target_part]
        )
    ids = first.part._element.find(qn("p:sldMasterIdLst"))
    new = etree.SubElement(ids, qn("p:sldMasterId"), id=str(_FIRST_ID))
    new.set(qn("r:id"), first.part.relate_to(made, RT.SLIDE_MASTER))
    for at, one in enumerate(made._element.iter(qn("p:sldLayoutId")), start=_FIRST_ID + 1):
        one.set("id", str(at))
    content = io.BytesIO()
    first.save(content)
    return content.getvalue()
