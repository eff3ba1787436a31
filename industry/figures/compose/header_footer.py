"""The texts around the panels of a picture: header and footer, as high as their wrapped lines. What of them
stands where the height is fixed is decided in ``frame_fit``.

Places are pixels from the corner of the area inside the margins. Only pictures have them; on screen
the page sets the same texts itself.
"""

from __future__ import annotations

import html
import sys
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from industry.figures import theme
from industry.figures.compose import frame_fit, panel_drawing, wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.line_room import Room
from industry.figures.compose.panel_drawing import Anchor, styled
from industry.figures.frame import Frame

SOURCE_LINES = 6  # from which a picture of free height has the brief source too
NARROW = 40  # em below which the title is set smaller
TITLE, SUBTITLE = 0.4, 0.2  # of a fixed height that they may take
PALETTE = theme.LIGHT


@dataclass(frozen=True)
class Line:
    """A line of text: middle at ``y`` pixels, from ``x`` pixels (its right end where anchored right)."""

    content: str
    x: float
    y: float
    size: float
    colour: str
    anchor: Anchor = "left"


@dataclass
class Texts:
    """The lines of a header or a footer, boxes behind them, their height, and what isn't told in full."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    height: float = 0.0
    missing: list[str] = field(default_factory=list)


def margin(canvas: Canvas) -> float:
    """Pixels left free at every edge: little where the page has its own margins."""
    return (2.0 if canvas.height is not None else 0.6) * canvas.type


def room(canvas: Canvas) -> float:
    """Pixels inside the margins, across."""
    return canvas.width - 2 * margin(canvas)


def size(canvas: Canvas, role: str) -> float:
    return max(theme.SIZES[role], theme.SMALLEST) * canvas.type


def header(frame: Frame, canvas: Canvas, title: bool) -> Texts:
    """Title with its finding, and the subtitle."""
    found = Texts()
    wide = room(canvas)
    big = size(canvas, "title" if wide >= NARROW * canvas.type else "title_narrow")
    if title:
        line = Room(wide / big)
        left = _most(canvas, TITLE, 1.32 * big)
        for part in frame_fit.heading(frame, line):
            told = line.cut(part, max(left, 1))
            _set(found, line.wrap(told, True, True), big, PALETTE.ink, 1.32, bold=True)
            left -= line.count(told, True)
            found.missing += [part] if told != part else []
        found.height += 0.3 * canvas.type
    if frame.subtitle:
        small = size(canvas, "subtitle")
        told = wrapping.cut(frame.subtitle, wide / small, _most(canvas, SUBTITLE, 1.4 * small))
        found.missing += [frame.subtitle] if told != frame.subtitle else []
        _set(found, wrapping.wrap(told, wide / small, False, True), small, PALETTE.soft, 1.4)
    if found.lines:
        found.height += 0.7 * canvas.type
    return found


def _most(canvas: Canvas, share: float, pitch: float) -> int:
    """Lines that fit into this share of a fixed height; of a free one, as many as there are."""
    if canvas.height is None:
        return sys.maxsize
    return max(1, int(share * (canvas.height - 2 * margin(canvas)) / pitch))


def footer(frame: Frame, canvas: Canvas, most: int | None, strip: int = frame_fit.NOTICE_LINES) -> Texts:
    """The strip of what is set apart, notes, source, and the date of the data at the right bottom. Notes and
    source have ``most`` lines each and the strip ``strip``, or as many as they need."""
    found = Texts()
    found.height = 0.7 * canvas.type
    if frame.notices:
        _strip(found, frame, canvas, None if most is None else strip)
    small = size(canvas, "notes")
    wide = Room(room(canvas) / small)
    if most is not None:
        _words(found, frame.note, frame_fit.notes(frame, wide, most), wide, small)
        _words(found, frame.source, frame_fit.source(frame, wide, most), wide, small)
    else:
        whole = wide.count(frame.source) <= SOURCE_LINES
        _words(found, frame.note, frame.note, wide, small)
        _words(
            found, frame.source, frame.source if whole else frame.source_brief or frame.source, wide, small
        )
    if frame.dated:
        _date(found, frame, small, canvas)
    return found


def _words(found: Texts, words: str, told: str, wide: Room, small: float) -> None:
    """A paragraph, told in full or not."""
    if told != words:
        found.missing.append(words)
    _set(found, wide.wrap(told), small, PALETTE.soft, 1.4)


def _set(
    found: Texts,
    lines: tuple[str, ...],
    big: float,
    colour: str,
    pitch: float,
    x: float = 0.0,
    bold: bool = False,
) -> None:
    for line in lines:
        y = found.height + pitch * big / 2
        found.lines.append(Line(styled(line, bold=bold), x, y, big, colour))
        found.height += pitch * big


def _strip(found: Texts, frame: Frame, canvas: Canvas, most: int | None) -> None:
    """The notices on their pale strip."""
    big, pad = size(canvas, "notice"), 0.5 * canvas.type
    wide = Room((room(canvas) - 2 * pad) / big)
    told = frame.notices if most is None else frame_fit.notices(frame, wide, most)
    found.missing += [one for one, shown in zip_longest(frame.notices, told) if one != shown]
    top = found.height
    found.height += 0.35 * canvas.type
    widest = 0.0
    for words in told:
        lines = wide.wrap(words)
        widest = max([widest, *(wrapping.width(line) * big for line in lines)])
        _set(found, lines, big, PALETTE.notice_ink, 1.4, pad)
    found.height += 0.35 * canvas.type
    found.boxes.append((0.0, top, min(room(canvas), widest + 2 * pad), found.height))
    found.height += 0.45 * canvas.type


def _date(found: Texts, frame: Frame, small: float, canvas: Canvas) -> None:
    """Up to when the data go and their version: after the last line where there is room, else on a line of its own. Where
    the height is fixed that takes nothing from the plot: it stands in the margin, at the left, since a deck's bar is at the right."""
    wide = room(canvas)
    last = found.lines[-1] if found.lines and not found.boxes[1:] else None
    used = wrapping.width(html.unescape(last.content)) * small if last and last.size == small else wide

    def beside(words: str) -> bool:
        """Whether they stand after the last line."""
        return last is not None and used + wrapping.width(words) * small + 1.5 * small <= wide

    words = frame.dated
    if last is not None and beside(words):
        found.lines.append(Line(styled(words), wide, last.y, small, PALETTE.soft, "right"))
        return
    fits = wrapping.width(words) * small <= wide
    if canvas.height is not None and fits:
        found.lines.append(Line(styled(words), 0.0, found.height + 0.7 * small, small, PALETTE.soft))
        return
    parts = (words,) if fits else (frame.as_of, frame.made_of)
    for line in (line for part in parts for line in wrapping.wrap(part, wide / small)):
        y = found.height + 0.7 * small
        found.lines.append(Line(styled(line), wide, y, small, PALETTE.soft, "right"))
        found.height += 1.4 * small


def annotation(line: Line, area: tuple[float, float]) -> dict[str, Any]:
    """The line as Plotly's annotation, on an area of so many pixels inside the margins."""
    at = {"xref": "paper", "yref": "paper", "x": line.x / area[0], "y": 1 - line.y / area[1]}
    return panel_drawing.annotation(line.content, at, line.size, line.colour, line.anchor)
