"""The words around a slide's charts, in the layout's placeholders: title, subtitle and date above, notices,
notes and source below. What of them stands is decided in ``frame_fit``; what has no room belongs in the
speaker's notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from industry.export.office.ink import THEME
from industry.export.office.words import LEADING, Box, Run, dress
from industry.export.pptx.template import AS_OF, NOTES, NOTICE, PAGE, SOURCE, SUBTITLE, TITLE, Layout, Place
from industry.export.pptx.text_runs import write
from industry.figures.compose import frame_fit
from industry.figures.frame import Frame

SMALLER = (0.0, 4.0, 8.0)  # points less that the title has where it would take more than two lines
BESIDE, STEP = 12.0, 4  # points between a subtitle and the date beside it, and by which this is widened
APART = 3  # notices that stand on lines of their own; more stand one after another


def put(slide: Any, place: Place, words: Sequence[str], box: Box | None = None, size: float = 0.0) -> None:
    """Paragraphs into a placeholder, which is moved only where it must be; ``size`` in points where it isn't
    the template's."""
    shape = slide.placeholders[place.number]
    shape.name = place.name
    if box is not None and box.lengths != place.box.lengths:
        shape.left, shape.top, shape.width, shape.height = box.lengths
    write(shape.text_frame, [Run(one, size=size) for one in words if one])


def header(slide: Any, layout: Layout, frame: Frame) -> float:
    """Title with its finding on at most two lines, subtitle and date; the point where the body begins."""
    title, subtitle, date = (layout.places[one] for one in (TITLE, SUBTITLE, AS_OF))
    for less in SMALLER:
        size = title.size - less
        parts = frame_fit.heading(frame, title.room(size))
        count = sum(title.room(size).count(one, True) for one in parts)
        if count <= 2:
            break
    box = replace(title.box, height=title.box.height + (min(count, 3) - 1) * LEADING * size)
    put(slide, title, ["\n".join(parts)], box, size if less else 0.0)
    words = frame.plain_subtitle
    narrow, wide = _beside(subtitle, date, words, frame.dated)
    lower = box.bottom - title.box.bottom
    below = _lowered(narrow, [words], lower)
    put(slide, subtitle, [words], below)
    dated = [frame.dated] if wide.room().count(frame.dated) <= 1 else [frame.as_of, frame.made_of]
    beside = _lowered(wide, dated, lower)
    put(slide, date, dated, beside)
    bottom = below.bottom if words or frame.dated else box.bottom
    return (max(bottom, beside.bottom) if frame.dated else bottom) + 10


def _beside(subtitle: Place, date: Place, words: str, dated: str) -> tuple[Place, Place]:
    """Subtitle and date side by side, the date as much wider as it takes one line where the subtitle has room for that."""
    if date.room().count(dated) <= 1 or (subtitle.box.x, subtitle.box.y) > (date.box.x, date.box.y):
        return subtitle, date
    for more in range(STEP, round(subtitle.box.width / 2), STEP):
        wide = replace(date.box, x=date.box.x - more, width=date.box.width + more)
        wider = replace(date, box=wide)
        if wider.room().count(dated) <= 1:
            end = min(subtitle.box.x + subtitle.box.width, wide.x - BESIDE)
            narrower = replace(subtitle, box=replace(subtitle.box, width=end - subtitle.box.x))
            fits = narrower.room().count(words) <= subtitle.room().count(words)
            return (narrower, wider) if fits else (subtitle, date)
    return subtitle, date


def _lowered(place: Place, words: Sequence[str], lower: float) -> Box:
    """The place of these paragraphs, as high as they take, so much lower than the layout's."""
    lines = sum(place.room().count(one) for one in words if one)
    high = place.box.height + max(lines - 1, 0) * place.line
    return replace(place.box, y=place.box.y + lower, height=high)


def footer(slide: Any, layout: Layout, frame: Frame) -> float:
    """Source at the bottom, notes and notices above; the point where the body ends."""
    strip, note, source = (layout.places[one] for one in (NOTICE, NOTES, SOURCE))
    told = [frame_fit.source(frame, source.room())] if frame.source else []
    top = min(_above(slide, source, told, source.box.bottom), source.box.bottom - source.line) - 1
    if frame.note:
        top = _above(slide, note, [frame_fit.notes(frame, note.room(), spoken=True)], top) - 4
    if frame.notices:
        notices = frame_fit.notices(frame, strip.room(), apart=APART, spoken=True)
        top = _above(slide, strip, notices, top - 2)
    return top - 10


def _above(slide: Any, place: Place, words: Sequence[str], bottom: float) -> float:
    """Paragraphs into a placeholder, so high that they stand on ``bottom``; the point where it begins."""
    high = sum(place.room().count(one) for one in words) * place.line + 2 * place.upright
    put(slide, place, words, replace(place.box, y=bottom - high, height=high))
    return bottom - high


def clear(slide: Any) -> None:
    """Without the placeholders that nothing has been put into."""
    for shape in list(slide.placeholders):
        if not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)


def finish(slide: Any, layout: Layout, language: str) -> None:
    """Notices, notes and source after the body, as they are to be read aloud; the page number, which slides
    don't take from their layout; language and faces of all words, the template's where it names its own."""
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx in (NOTICE, NOTES, SOURCE):
            slide.shapes._spTree.append(shape._element)
    if PAGE in layout.places:
        held = layout.made.placeholders.get(PAGE)
        slide.shapes.clone_placeholder(held)
        body = deepcopy(held._element.txBody)
        for inherited in body[:2]:
            inherited.clear()
        slide.placeholders[PAGE].name = held.name
        slide.placeholders[PAGE]._element.append(body)
    dress(slide._element, language)
    for shape in slide.placeholders:
        faces = layout.places[shape.placeholder_format.idx].faces
        if faces != THEME:
            dress(shape._element, language, faces)
