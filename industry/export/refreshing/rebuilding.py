"""A chart in somebody's file drawn anew where numbers alone don't do: in the colours and the type that it had there."""

from __future__ import annotations

from copy import deepcopy

from industry.export.docx.markup import RELATIONS
from industry.export.refreshing.paragraphs import A, C
from industry.export.refreshing.points import at_of, head, names, title
from industry.text.office import Element

_ID = f"{{{RELATIONS}}}id"


def rebuild(old: Element, new: Element) -> None:
    """All of a fresh chart in the place of the old one, in its colours and type, with its link to its workbook."""
    link = old.find(f"{C}externalData")
    held = None if link is None else link.get(_ID)
    colours, (was, now) = _recoloured(old, new), map(_size, (old, new))
    old[:] = [deepcopy(one) for one in new]
    for one in old.iter(f"{A}srgbClr"):
        one.set("val", colours.get(one.get("val", ""), one.get("val", "")))
    for one in old.iter(f"{A}rPr", f"{A}defRPr") if was and now and was != now else ():
        if one.get("sz"):
            one.set("sz", str(round(int(one.get("sz")) * was / now)))
    made = old.find(f"{C}externalData")
    if made is not None and held:
        made.set(_ID, held)
    elif made is not None:
        old.remove(made)


def _recoloured(old: Element, new: Element) -> dict[str, str]:
    """For each colour of a fresh chart the one that the old one has in its place: of its words, of a series, of a category."""
    found: dict[str, str] = {}
    for was, now in ((_inked(one) for one in pair) for pair in zip(*map(_looks, (old, new)), strict=True)):
        found |= {colour: was[name] for name, colour in now.items() if name in was}
    return found


def _looks(space: Element) -> tuple[dict[str, Element], dict[str, Element], dict[str, Element]]:
    """What has a colour, by its name: the words, the series, the points by their categories."""
    called = names(space)
    series = [*space.iter(f"{C}ser")]
    held = {
        head(called[at_of(one)]): one
        for each in series
        for one in each.iterfind(f"{C}dPt")
        if at_of(one) < len(called)
    }
    words = space.find(f"{C}txPr")
    return {"": words} if words is not None else {}, {title(one): one for one in series}, held


def _inked(held: dict[str, Element]) -> dict[str, str]:
    """The first colour of each."""
    paths = (f"{C}spPr//{A}srgbClr", f".//{A}defRPr/{A}solidFill/{A}srgbClr")
    found = {
        name: next((colour for path in paths if (colour := one.find(path)) is not None), None)
        for name, one in held.items()
    }
    return {name: one.get("val", "") for name, one in found.items() if one is not None}


def _size(space: Element) -> int:
    """The base size of a chart's type, in hundredths of a point; 0 where it says none."""
    told = space.find(f"{C}txPr//{A}defRPr")
    size = "" if told is None else told.get("sz", "")
    return int(size) if size.isdecimal() else 0
