"""The words around a slide's charts, in the layout's placeholders or in boxes of their own: title, subtitle and date
above, notices, notes and source below. What of them stands is decided in ``frame_fit``; what has no room belongs in
the speaker's notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from industry.export.office.ink import THEME
from industry.export.office.words import Box, Run, dress, rgb
from industry.export.pptx.places import Layout, Place
from industry.export.pptx.text_runs import SMALLEST, write
from industry.figures.compose import frame_fit, wrapping
from industry.figures.frame import NOTHING, Frame

LARGEST, SMALLER, LEAST = (
    32.0,
    4.0,
    18.0,
)  # points: a title's most, its steps until its lines have room, its least
ONE_LINE = 26.0  # points down to which a title that then has one line is made smaller for it
BESIDE, STEP = 12.0, 4  # points between a subtitle and the date beside it, and by which this is widened
SPARE = 0.88  # of a widened line that is filled: a viewer's own type may be wider than ours
APART = 3  # notices that stand on lines of their own; more stand one after another
LAST = ("notice", "notes", "source")
"""What is read after the body."""


def put(slide: Any, place: Place, words: Sequence[str], box: Box | None = None, size: float = 0.0) -> None:
    """Paragraphs into a placeholder, which is moved only where it must be, or into a box, no line of which ends at a space inside
    a period or a count; ``size`` in points where it isn't the place's."""
    told = [wrapping.tied(one) for one in words if one]
    if place.number is None:
        if told:
            _own(slide, place, told, box or place.box, size or place.size)
        return
    shape = slide.placeholders[place.number]
    shape.name = place.name
    box = box or place.box
    if place.moved or box.lengths != place.box.lengths:
        shape.left, shape.top, shape.width, shape.height = box.lengths
    size = size or (place.size if place.moved else 0.0)
    write(shape.text_frame, [Run(one, size=size) for one in told])


def _own(slide: Any, place: Place, words: Sequence[str], box: Box, size: float) -> None:
    """A box of its own where the layout has no placeholder."""
    shape = slide.shapes.add_textbox(*box.lengths)
    shape.name = place.name
    if place.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(place.fill)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Pt(place.side)
    frame.margin_top = frame.margin_bottom = Pt(place.upright)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if place.low else MSO_ANCHOR.TOP
    runs = [Run(one, colour=place.colour, size=size) for one in words]
    write(frame, runs, PP_ALIGN.RIGHT if place.right else PP_ALIGN.LEFT)


def header(slide: Any, layout: Layout, frame: Frame) -> float:
    """Title with its finding on at most two lines where it may grow, subtitle and date; the point where the body begins.
    Where it may not, a finding that has no room stays for the speaker's notes."""
    title, subtitle, date = (layout.places[one] for one in ("title", "subtitle", "as_of"))
    parts, size = _heading(title, frame)
    if not title.grows and _lines(title, parts, size) > title.holds(size):
        parts, size = _heading(title, replace(frame, finding=NOTHING))
    more = max(_lines(title, parts, size) - title.holds(size), 0)
    box = replace(title.box, height=title.box.height + min(more, 2) * title.pitch(size))
    put(slide, title, ["\n".join(parts)], box, size if size != title.size else 0.0)
    words = frame.plain_subtitle
    narrow, wide = _beside(subtitle, date, words, frame)
    lower = box.bottom - title.box.bottom
    below = _lowered(narrow, [words], lower)
    put(slide, subtitle, [words], below)
    if date.box.y > subtitle.box.y:  # the date stands below
        lower = below.bottom - subtitle.box.bottom if words else lower - subtitle.box.height
    dated = [frame.dated] if wide.room().count(frame.dated) <= 1 else [frame.as_of, frame.made_of]
    beside = _lowered(wide, dated, lower)
    put(slide, date, dated, beside)
    bottom = below.bottom if words or frame.dated else box.bottom
    return (max(bottom, beside.bottom) if frame.dated else bottom) + 10


def _heading(title: Place, frame: Frame) -> tuple[tuple[str, ...], float]:
    """Title and finding in the largest type in which they have room."""
    size = min(title.size, LARGEST)
    if size > ONE_LINE and _lines(title, frame_fit.heading(frame, title.room(ONE_LINE)), ONE_LINE) == 1:
        while _lines(title, frame_fit.heading(frame, title.room(size)), size) > 1:
            size = max(size - SMALLER, ONE_LINE)
    while True:
        parts = frame_fit.heading(frame, title.room(size))
        allowed = 2 if title.grows else title.holds(size)
        step = SMALLER if title.grows or size > LEAST + SMALLER else 2.0
        if _lines(title, parts, size) <= allowed or size - step < (LEAST if title.grows else SMALLEST):
            return parts, size
        size -= step


def _lines(title: Place, parts: Sequence[str], size: float) -> int:
    return sum(title.room(size).count(one, True) for one in parts)


def _beside(subtitle: Place, date: Place, words: str, frame: Frame) -> tuple[Place, Place]:
    """Subtitle and date side by side, the date as much wider as it takes one line, else its date and its version one each, where the
    subtitle has room for that."""
    if date.box.y > subtitle.box.y or subtitle.box.x > date.box.x:
        return subtitle, date
    for lines in ([frame.dated], [frame.as_of, frame.made_of]):
        for more in range(0, round(subtitle.box.width / 2), STEP):
            wide = replace(date.box, x=date.box.x - more, width=date.box.width + more)
            sure = replace(date, box=replace(wide, width=wide.width * (SPARE if more else 1)))
            if all(sure.room().count(one) <= 1 for one in lines):
                most = wide.x - BESIDE - subtitle.box.x if more else subtitle.box.width
                room = min(subtitle.box.width, most)
                narrower = replace(subtitle, box=replace(subtitle.box, width=room))
                if narrower.room().count(words) <= subtitle.room().count(words):
                    return narrower, replace(date, box=wide)
                break
    return subtitle, date


def _lowered(place: Place, words: Sequence[str], lower: float) -> Box:
    """The place of these paragraphs, as high as they take, so much lower than the layout's."""
    lines = sum(place.room().count(one) for one in words if one)
    high = place.box.height + max(lines - 1, 0) * place.line
    return replace(place.box, y=place.box.y + lower, height=high)


def footer(slide: Any, layout: Layout, frame: Frame, notices: int, notes: int, short: bool = False) -> float:
    """Source at the bottom, notes and notices on so many lines above; the point where the body ends. ``short``: sources that
    have no room on their lines are counted."""
    strip, note, source = (layout.places[one] for one in LAST)
    told = [frame_fit.source(frame, source.room(), spoken=short)] if frame.source else []
    top = min(_above(slide, source, told, source.box.bottom), source.box.bottom - source.line) - 1
    if frame.note:
        top = _above(slide, note, [frame_fit.notes(frame, note.room(), notes, spoken=True)], top) - 4
    if frame.notices:
        standing = frame_fit.notices(frame, strip.room(), notices, APART, spoken=True)
        top = _above(slide, strip, standing, top - 2)
    return top - 10


def _above(slide: Any, place: Place, words: Sequence[str], bottom: float) -> float:
    """Paragraphs into a place, so high that they stand on ``bottom``; the point where it begins."""
    high = sum(place.room().count(one) for one in words) * place.line + 2 * place.upright
    put(slide, place, words, replace(place.box, y=bottom - high, height=high))
    return bottom - high


def clear(slide: Any) -> None:
    """Without the placeholders that nothing has been put into."""
    for shape in list(slide.placeholders):
        if not (shape.has_text_frame and shape.text_frame.text):
            shape._element.getparent().remove(shape._element)


def finish(slide: Any, layout: Layout, language: str, faces: tuple[str, str] = THEME) -> None:
    """Notices, notes and source after the body, as they are to be read aloud; language and faces of all words, the
    template's where it names its own; page number and footer, which slides don't take from their layout."""
    names = {layout.places[one].name for one in LAST if one in layout.places}
    for shape in [one for one in slide.shapes if one.name in names and one.has_text_frame]:
        slide.shapes._spTree.append(shape._element)
    dress(slide._element, language, faces)
    own = {one.number: one.faces for one in layout.places.values()}
    for shape in slide.placeholders:
        if (named := own.get(shape.placeholder_format.idx, faces)) != faces:
            dress(shape._element, language, named)


def number(slide: Any, layout: Layout, language: str) -> None:
    """Page number and footer as the layout has them, in the slide's own points."""
    for role in ("footer", "page"):
        place = layout.places.get(role)
        if place is None:
            continue
        held = layout.made.placeholders.get(place.number)
        slide.shapes.clone_placeholder(held)
        body = deepcopy(held._element.txBody)
        for inherited in body[:2]:
            inherited.clear()
        made = slide.placeholders[place.number]
        made.name = held.name
        made._element.append(body)
        dress(made._element, language, place.faces)
