"""The words around a slide's charts, in the layout's placeholders: title, subtitle and date above, notices,
notes and source below. What has no room there belongs in the speaker's notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from industry.export.pptx.master import (
    AS_OF,
    BOTTOM,
    NOTES,
    NOTICE,
    PAGE,
    ROOM,
    SOURCE,
    SUBTITLE,
    TITLE,
    Place,
)
from industry.export.pptx.text_runs import HEADINGS, LEADING, Box, Run, cut, dress, lines, write
from industry.figures.compose import wrapping
from industry.figures.compose.header_footer import NOTICE_LINES, ending
from industry.figures.record import Frame

TITLES = (28.0, 24.0, 20.0)  # points, the largest in which the title takes two lines
FOOTER = 2  # lines of notes, and of the source
APART = 3  # notices that stand on lines of their own; more stand one after another


def put(
    slide: Any, place: Place, paragraphs: Sequence[Sequence[Run]], language: str, box: Box | None = None
) -> None:
    """Words into a placeholder, which is moved only where it must be; without words it goes."""
    shape = next(one for one in slide.placeholders if one.placeholder_format.idx == place.number)
    if not paragraphs:
        shape._element.getparent().remove(shape._element)
        return
    shape.name = place.name(language)
    if box is not None and box != place.box:
        shape.left, shape.top, shape.width, shape.height = box.lengths
    write(shape.text_frame, paragraphs)


def head(slide: Any, language: str) -> None:
    """Titles in the theme's face for headings."""
    if slide.shapes.title is not None:
        dress(slide.shapes.title._element, language, HEADINGS)


def header(slide: Any, frame: Frame, language: str) -> float:
    """Title with its finding on at most two lines, subtitle and date; the point where the body begins."""
    whole = frame.heading
    room = ROOM
    size = next((one for one in TITLES if lines(whole, one, room, True) <= 2), TITLES[-1])
    count = min(lines(whole, size, room, True), 3)
    smaller = size if size != TITLE.size else 0.0
    title = replace(TITLE.box, height=TITLE.box.height + (count - 1) * LEADING * size)
    parts = [Run(whole, size=smaller)]
    if (
        count == 2
        and frame.finding
        and max(lines(one, size, room, True) for one in (frame.lead, frame.finding)) == 1
    ):
        parts = [Run(f"{frame.lead}\n{frame.finding}", size=smaller)]
    put(slide, TITLE, [parts], language, title)
    if smaller:
        for paragraph in slide.shapes.title.text_frame.paragraphs:
            paragraph.line_spacing = Pt(LEADING * size)
    room = SUBTITLE.box.width
    rows = max(min(lines(frame.subtitle, SUBTITLE.size, room), FOOTER), 1)
    lower = title.bottom - TITLE.box.bottom
    below = replace(
        SUBTITLE.box, y=SUBTITLE.box.y + lower, height=SUBTITLE.box.height + (rows - 1) * SUBTITLE.line
    )
    words = cut(frame.subtitle, SUBTITLE.size, room, FOOTER)
    put(slide, SUBTITLE, [[Run(words)]] if words else [], language, below)
    date = replace(AS_OF.box, y=AS_OF.box.y + lower)
    put(slide, AS_OF, [[Run(frame.as_of)]] if frame.as_of else [], language, date)
    return (below.bottom if words or frame.as_of else title.bottom) + 10


def footer(slide: Any, frame: Frame, language: str) -> float:
    """Source at the bottom, notes and notices above; the point where the body ends."""
    source = _source(frame)
    count = lines(source, SOURCE.size, SOURCE.box.width)
    box = replace(SOURCE.box, y=BOTTOM - count * SOURCE.line, height=count * SOURCE.line)
    put(slide, SOURCE, [[Run(source)]] if source else [], language, SOURCE.box if count == FOOTER else box)
    top = (box.y if source else PAGE.box.y) - 1
    vital = lines(ending(frame.vital), NOTES.size, NOTES.box.width) if frame.vital else 0
    notes = cut(frame.note, NOTES.size, NOTES.box.width, max(FOOTER, vital))
    if notes:
        high = lines(notes, NOTES.size, NOTES.box.width) * NOTES.line
        top -= high
        put(slide, NOTES, [[Run(notes)]], language, replace(NOTES.box, y=top, height=high))
        top -= 4
    else:
        put(slide, NOTES, [], language)
    told = _notices(frame.notices)
    if told:
        wide = NOTICE.box.width - 2 * NOTICE.pad
        high = sum(lines(one, NOTICE.size, wide) for one in told) * NOTICE.line + 0.8 * NOTICE.pad
        top -= high + 2
        box = replace(NOTICE.box, y=top, height=high)
        put(slide, NOTICE, [[Run(one)] for one in told], language, box)
    else:
        put(slide, NOTICE, [], language)
    return top - 10


def _source(frame: Frame) -> str:
    """The source line where it fits, else without the reprints, else only the publishers' names, which
    have as many lines as they need."""
    for words in (frame.source, frame.source_brief, frame.source_names):
        if words and lines(words, SOURCE.size, SOURCE.box.width) <= FOOTER:
            return words
    if frame.source_names:
        return frame.source_names
    return cut(frame.source_brief or frame.source, SOURCE.size, SOURCE.box.width, FOOTER)


def _notices(notices: Sequence[str]) -> list[str]:
    """The notices, whole, for they name every region that isn't drawn: each on a line of its own or more;
    one after another where there are many. As in a picture, only what needs more than `NOTICE_LINES`
    lines is cut."""
    wide = NOTICE.box.width - 2 * NOTICE.pad
    if len(notices) > APART:
        joint = "；" if wrapping.is_chinese("".join(notices)) else "; "
        notices = [joint.join(one.rstrip("。.") for one in notices)]
    told, left = [], NOTICE_LINES
    for index, one in enumerate(notices):
        told.append(cut(one, NOTICE.size, wide, left - (len(notices) - index - 1)))
        left -= lines(told[-1], NOTICE.size, wide)
    return told


def last(slide: Any) -> None:
    """Notices, notes and source after the body, as they are to be read aloud."""
    tree = slide.shapes._spTree
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx in (NOTICE.number, NOTES.number, SOURCE.number):
            tree.append(shape._element)


def number(slide: Any, language: str) -> None:
    """The page number, which slides don't take from their layout by themselves."""
    slide.shapes._spTree.append(
        parse_xml(
            f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr>
      <p:cNvPr id="{max(shape.shape_id for shape in slide.shapes) + 1}" name="{PAGE.name(language)}"/>
      <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{PAGE.number}"/></p:nvPr></p:nvSpPr>
      <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>
      <a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>
      </a:p></p:txBody></p:sp>"""
        )
    )
