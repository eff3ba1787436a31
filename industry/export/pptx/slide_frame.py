"""The words around a slide's charts, in the layout's placeholders: title, subtitle and date above, notices,
notes and source below. What has no room there belongs in the speaker's notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from pptx.util import Pt

from industry.export.pptx.template import AS_OF, NOTES, NOTICE, PAGE, SOURCE, SUBTITLE, TITLE, Layout, Place
from industry.export.pptx.text_runs import BODY, LEADING, Box, Run, cut, dress, lines, write
from industry.figures.compose import wrapping
from industry.figures.compose.header_footer import NOTICE_LINES, ending
from industry.figures.record import Frame

SMALLER = (0.0, 4.0, 8.0)  # points less that the title has where it would take more than two lines
FOOTER = 2  # lines of notes, and of the source
APART = 3  # notices that stand on lines of their own; more stand one after another


def put(slide: Any, place: Place, paragraphs: Sequence[Sequence[Run]], box: Box | None = None) -> None:
    """Words into a placeholder, which is moved only where it must be; without words it goes."""
    shape = slide.placeholders[place.number]
    if not paragraphs:
        shape._element.getparent().remove(shape._element)
        return
    shape.name = place.name
    if box is not None and box != place.box:
        shape.left, shape.top, shape.width, shape.height = box.lengths
    write(shape.text_frame, paragraphs)


def finish(slide: Any, layout: Layout, language: str) -> None:
    """Language and faces of all words: the template's where it names others than the theme's own."""
    dress(slide._element, language)
    for shape in slide.placeholders:
        faces = layout.places[shape.placeholder_format.idx].faces
        if faces != BODY:
            dress(shape._element, language, faces)


def header(slide: Any, layout: Layout, frame: Frame) -> float:
    """Title with its finding on at most two lines, subtitle and date; the point where the body begins."""
    whole = frame.heading
    title, subtitle, date = (layout.places[one] for one in (TITLE, SUBTITLE, AS_OF))
    sizes = [title.size - less for less in SMALLER]
    size = next((one for one in sizes if lines(whole, one, title.room, True) <= 2), sizes[-1])
    count = min(lines(whole, size, title.room, True), 3)
    smaller = size if size != title.size else 0.0
    box = replace(title.box, height=title.box.height + (count - 1) * LEADING * size)
    parts = [Run(whole, size=smaller)]
    if (
        count == 2
        and frame.finding
        and max(lines(one, size, title.room, True) for one in (frame.lead, frame.finding)) == 1
    ):
        parts = [Run(f"{frame.lead}\n{frame.finding}", size=smaller)]
    put(slide, title, [parts], box)
    if smaller:
        for paragraph in slide.shapes.title.text_frame.paragraphs:
            paragraph.line_spacing = Pt(LEADING * size)
    rows = max(min(lines(frame.subtitle, subtitle.size, subtitle.room), FOOTER), 1)
    lower = box.bottom - title.box.bottom
    below = replace(
        subtitle.box,
        y=subtitle.box.y + lower,
        height=subtitle.box.height + (rows - 1) * subtitle.line,
    )
    words = cut(frame.subtitle, subtitle.size, subtitle.room, FOOTER)
    put(slide, subtitle, [[Run(words)]] if words else [], below)
    dated = replace(date.box, y=date.box.y + lower)
    put(slide, date, [[Run(frame.as_of)]] if frame.as_of else [], dated)
    return (below.bottom if words or frame.as_of else box.bottom) + 10


def footer(slide: Any, layout: Layout, frame: Frame) -> float:
    """Source at the bottom, notes and notices above; the point where the body ends."""
    notice, note, source, page = (layout.places[one] for one in (NOTICE, NOTES, SOURCE, PAGE))
    told = _source(frame, source)
    count = lines(told, source.size, source.room)
    box = replace(source.box, y=source.box.bottom - count * source.line, height=count * source.line)
    put(slide, source, [[Run(told)]] if told else [], source.box if count == FOOTER else box)
    top = (box.y if told else page.box.y) - 1
    vital = lines(ending(frame.vital), note.size, note.room) if frame.vital else 0
    notes = cut(frame.note, note.size, note.room, max(FOOTER, vital))
    if notes:
        high = lines(notes, note.size, note.room) * note.line
        top -= high
        put(slide, note, [[Run(notes)]], replace(note.box, y=top, height=high))
        top -= 4
    else:
        put(slide, note, [])
    notices = _notices(frame.notices, notice)
    if notices:
        high = sum(lines(one, notice.size, notice.room) for one in notices) * notice.line + 2 * notice.upright
        top -= high + 2
        box = replace(notice.box, y=top, height=high)
        put(slide, notice, [[Run(one)] for one in notices], box)
    else:
        put(slide, notice, [])
    return top - 10


def _source(frame: Frame, place: Place) -> str:
    """The source line where it fits, else without the reprints, else only the publishers' names, which
    have as many lines as they need."""
    for words in (frame.source, frame.source_brief, frame.source_names):
        if words and lines(words, place.size, place.room) <= FOOTER:
            return words
    if frame.source_names:
        return frame.source_names
    return cut(frame.source_brief or frame.source, place.size, place.room, FOOTER)


def _notices(notices: Sequence[str], place: Place) -> list[str]:
    """The notices, whole, for they name every region that isn't drawn: each on a line of its own or more;
    one after another where there are many. As in a picture, only what needs more than `NOTICE_LINES`
    lines is cut."""
    if len(notices) > APART:
        joint = "；" if wrapping.is_chinese("".join(notices)) else "; "
        notices = [joint.join(one.rstrip("。.") for one in notices)]
    told, left = [], NOTICE_LINES
    for index, one in enumerate(notices):
        told.append(cut(one, place.size, place.room, left - (len(notices) - index - 1)))
        left -= lines(told[-1], place.size, place.room)
    return told


def last(slide: Any) -> None:
    """Notices, notes and source after the body, as they are to be read aloud."""
    tree = slide.shapes._spTree
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx in (NOTICE, NOTES, SOURCE):
            tree.append(shape._element)


def number(slide: Any, layout: Layout) -> None:
    """The page number, which slides don't take from their layout by themselves."""
    held = layout.made.placeholders.get(PAGE)
    slide.shapes.clone_placeholder(held)
    shape = slide.placeholders[PAGE]
    shape.name = layout.places[PAGE].name
    body = deepcopy(held._element.txBody)
    for inherited in body[:2]:
        inherited.clear()
    shape._element.append(body)
