"""WordprocessingML: the elements that a briefing is put together from, in the order that the format asks for.

What they say belongs in ``briefing``; how paragraphs look, in ``styles``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, Literal

from lxml import etree

from industry.export.office.words import plain
from industry.figures.compose import wrapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES = {"w": WORD, "r": RELATIONS, "wp": PLACED, "a": DRAWN, "c": CHART}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
JOINER = "\N{WORD JOINER}"
"""Beside it no line ends; the settings say so too, since not every program knows it."""
STOPS = ("。", ".")
_MARKS = re.compile(f"(?:{JOINER}[^{JOINER}0-9])+(?=[。.]$)")
_DASH = re.compile("(?<=[0-9年月日])—(?=[0-9]+[年月日])|(?<=[a-z])–(?=[A-Z])")
"""Between the first and the last of months, years or days."""
_CALLED = re.compile("(?<=.[图表])(?=[0-9])")
_SPACED = re.compile("(?:(?<=.Figure)|(?<=.Table)|(?<=.table)) (?=[0-9])")
_WHOLE = re.compile(f"(?<=.)(附?[图表]{JOINER}[0-9]+)")
"""What a chart or a table is called by, and its number, inside a text."""
_TIED = re.compile("(?<=推)(?=[算定])|(?<=约)(?=[+−0-9])")
"""Inside what is short and stands in a narrow column, where Word may end a line after any character."""
_HELD = re.compile(f"([（(]?推{JOINER}[算定][)）]?)")
"""What is tied, as a part of a cell's words."""
EMU = 12700
"""Of a point: the format's units of drawings."""
Style = Literal[
    "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Caption", "Figure", "Cell", "Note", "Source",
    "Signed",
]  # fmt: skip
"""Of paragraphs, but for those of the text."""


def w(tag: str, *children: Any, **attributes: object) -> Any:
    """An element of Word with these children and attributes of its namespace; None among children is passed over."""
    told = {f"{{{WORD}}}{name}": str(value) for name, value in attributes.items()}
    made = etree.Element(f"{{{WORD}}}{tag}", told, nsmap=NAMES)
    made.extend([one for one in children if one is not None])
    return made


def twips(points: float) -> int:
    """The format's units of text."""
    return round(20 * points)


def part(root: Any) -> bytes:
    """A part as its bytes."""
    etree.cleanup_namespaces(
        root, keep_ns_prefixes=list(NAMES) if root.tag == f"{{{WORD}}}document" else None
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def bound(words: str, language: str) -> str:
    """Words that a file can hold, of which no line ends beside the dash of 1—5月 and inside 图1."""
    told = _DASH.sub(f"{JOINER}\\g<0>{JOINER}", plain(words, language))
    return _SPACED.sub("\N{NO-BREAK SPACE}", _CALLED.sub(JOINER, told))


def tied(words: str) -> str:
    """The words of a cell, of which no line ends inside （推算） and 约−0.88."""
    return _TIED.sub(JOINER, words)


def in_cell(words: str, language: str, *looks: Any) -> list[Any]:
    """The words of a cell in a look; （推算） in them is a run of its own, by whose language every program breaks no line inside it."""
    parts = [one for one in _HELD.split(tied(words)) if one]
    held = ([w("lang", eastAsia="en-US")] if _HELD.fullmatch(one) else [] for one in parts)
    return [run(one, language, *map(deepcopy, looks), *more) for one, more in zip(parts, held, strict=True)]


def run(words: str, language: str, *looks: Any) -> Any:
    """Letters in a look, the elements of which come in the format's order."""
    told = w("t")
    told.text = bound(words, language)
    told.set(SPACE, "preserve")
    return w("r", w("rPr", *looks) if looks else None, told)


def raised(words: str, language: str) -> Any:
    """A mark above the line, which programs break by the rules of Unicode: in Chinese some know no joiner."""
    return run(words, language, w("vertAlign", val="superscript"), w("lang", eastAsia="en-US"))


def marked(words: str, marks: str, language: str) -> list[Any]:
    """Words, and before the stop at their end (GB/T 7714) the numbers of their sources above the line: no line ends between
    the last letter and the stop."""
    if not marks:
        return running(words, language)
    told = words[:-1] if words.endswith(STOPS) else words
    stop = [run(words[len(told) :], language)] if told != words else []
    return [*running(told, language), raised("".join(JOINER + one for one in marks), language), *stop]


def running(words: str, language: str) -> list[Any]:
    """Words of a text, no line of which ends at a space inside a period or a count; 图1 in them is a run of its own, by whose
    language every program breaks no line inside it."""
    parts = [one for one in _WHOLE.split(bound(wrapping.tied(words), language)) if one]
    looks = ([w("lang", eastAsia="en-US")] if _WHOLE.fullmatch(one) else [] for one in parts)
    return [run(one, language, *look) for one, look in zip(parts, looks, strict=True)]


def unmarked(words: str) -> str:
    """A sentence without the numbers of sources before its stop."""
    return _MARKS.sub("", words)


def paragraph(*runs: Any, style: Style | None = None, properties: Iterable[Any] = ()) -> Any:
    """A paragraph of a style, else one of the text; ``properties`` come in the format's order."""
    held = [*([w("pStyle", val=style)] if style else []), *properties]
    return w("p", w("pPr", *held) if held else None, *runs)


def page_number() -> list[Any]:
    """—1—: the number of the page, which programs count."""
    code = w("instrText")
    code.text = " PAGE "
    code.set(SPACE, "preserve")
    field = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
        run("1", "zh"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return [run("—", "zh"), *field, run("—", "zh")]


def chart(relation: str, number: int, name: str, alt: str, title: str, width: float, height: float) -> Any:
    """A native chart in the line, of so many points, with its name, alternative text and title."""
    frame = etree.Element(
        f"{{{PLACED}}}inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"), nsmap=NAMES
    )
    size = {"cx": str(round(width * EMU)), "cy": str(round(height * EMU))}
    etree.SubElement(frame, f"{{{PLACED}}}extent", size)
    etree.SubElement(frame, f"{{{PLACED}}}effectExtent", dict.fromkeys("ltrb", "0"))
    told = {"id": str(number), "name": name, "descr": alt} | ({"title": title} if title else {})
    etree.SubElement(frame, f"{{{PLACED}}}docPr", told)
    etree.SubElement(frame, f"{{{PLACED}}}cNvGraphicFramePr")
    data = etree.SubElement(
        etree.SubElement(frame, f"{{{DRAWN}}}graphic"), f"{{{DRAWN}}}graphicData", {"uri": CHART}
    )
    etree.SubElement(data, f"{{{CHART}}}chart", {f"{{{RELATIONS}}}id": relation})
    return w("r", w("drawing", frame))


def abreast(drawings: Sequence[Any], starts: Sequence[float]) -> Any:
    """Charts in a line of their own; all but the first begin at ``starts``, in points from the left."""
    if len(drawings) == 1:
        return paragraph(*drawings, style="Figure")
    runs = [drawings[0]]
    for one in drawings[1:]:
        runs += [w("r", w("tab")), one]
    tabs = w("tabs", *(w("tab", val="left", pos=twips(one)) for one in starts))
    return paragraph(*runs, style="Figure", properties=[tabs, w("jc", val="left")])


def loosened(made: Any) -> Any:
    """A paragraph of a style that may end a page, whatever this style says."""
    made.find(f"{{{WORD}}}pPr/{{{WORD}}}pStyle").addnext(w("keepNext", val=0))
    return made


def kept_together(elements: list[Any]) -> list[Any]:
    """Paragraphs, each of which stays on the page of the next."""
    for one in elements[:-1]:
        properties = one.find(f"{{{WORD}}}pPr")
        if properties is None and one.tag == f"{{{WORD}}}p":
            properties = w("pPr")
            one.insert(0, properties)
        if properties is not None and properties.find(f"{{{WORD}}}keepNext") is None:
            styled = properties.find(f"{{{WORD}}}pStyle") is not None
            properties.insert(int(styled), w("keepNext"))
    return elements
