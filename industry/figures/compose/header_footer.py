"""The texts around the panels of a picture: header and footer, as high as their wrapped lines.

Places are pixels from the corner of the area inside the margins. Only pictures have them; on screen
the page sets the same texts itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.panel_drawing import Anchor, styled
from industry.figures.record import Frame

FOOTER_LINES = 2  # of notes, and of the source, where the height is fixed
NOTICE_LINES = 7  # every region that is not drawn is named: only the longest strips are cut
SOURCE_LINES = 6  # from which a picture of free height has the brief source too
NARROW = 40  # em below which the title is set smaller
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
    """The lines of a header or a footer, boxes behind them, their height, and what was left out."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    height: float = 0.0
    missing: list[str] = field(default_factory=list)


def margin(canvas: Canvas) -> float:
    """Pixels left free at every edge: little where the page has its own margins."""
    return (2.0 if canvas.height is not None else 0.6) * canvas.type


def size(canvas: Canvas, role: str) -> float:
    return max(theme.SIZES[role], theme.SMALLEST) * canvas.type


def header(frame: Frame, canvas: Canvas, room: float, title: bool) -> Texts:
    """Title with its finding, and the subtitle."""
    found = Texts()
    big = size(canvas, "title" if room >= NARROW * canvas.type else "title_narrow")
    if title:
        whole = frame.heading
        lines = wrapping.wrap(whole, room / big, True)
        if len(lines) > 1 and frame.finding:
            parts = wrapping.wrap(frame.lead, room / big, True, True) + wrapping.wrap(
                frame.finding, room / big, True, True
            )
            lines = parts if len(parts) <= len(lines) else wrapping.wrap(whole, room / big, True, True)
        elif len(lines) > 1:
            lines = wrapping.wrap(whole, room / big, True, True)
        _set(found, lines, big, PALETTE.ink, 1.32, bold=True)
        found.height += 0.3 * canvas.type
    if frame.subtitle:
        small = size(canvas, "subtitle")
        _set(found, wrapping.wrap(frame.subtitle, room / small, False, True), small, PALETTE.soft, 1.4)
    if found.lines:
        found.height += 0.7 * canvas.type
    return found


def footer(frame: Frame, canvas: Canvas, room: float, most: int) -> Texts:
    """The strip of what is set apart, notes, source, and the date of the data at the right bottom. In
    a fixed height notes and source have ``most`` lines each, the notes as many as what is vital needs,
    the source as many as its publishers' names need."""
    found = Texts()
    fixed = canvas.height is not None
    found.height = 0.7 * canvas.type
    if frame.notices:
        _strip(found, frame, canvas, room, NOTICE_LINES if fixed else 0)
    small = size(canvas, "notes")
    width = room / small
    if frame.notes:
        needed = len(wrapping.wrap(ending(frame.vital), width)) if frame.vital else 0
        _words(found, frame.note, frame.note, width, small, max(most, needed) if fixed else 0)
    brief = frame.source_brief or frame.source
    if fixed:
        _source(found, frame, width, small, most)
    elif len(wrapping.wrap(frame.source, width)) > SOURCE_LINES:
        _words(found, frame.source, brief, width, small, 0)
    else:
        _words(found, frame.source, frame.source, width, small, 0)
    if frame.as_of:
        _date(found, frame.as_of, small, room)
    return found


def ending(words: str) -> str:
    """The words as they end where what follows them is cut: they need room for the … too."""
    return words.rstrip(" ；;.。") + "…"


def _source(found: Texts, frame: Frame, width: float, small: float, most: int) -> None:
    """The fullest source line of ``most`` lines; where not even the publishers' names fit, they have as
    many as they need, for none of them is cut."""
    forms = [one for one in (frame.source, frame.source_brief, frame.source_names) if one]
    words = next((one for one in forms if len(wrapping.wrap(one, width)) <= most), frame.source_names)
    if not words:
        _words(found, frame.source, frame.source_brief or frame.source, width, small, most)
        return
    if words != frame.source:
        found.missing.append(frame.source)
    _set(found, wrapping.wrap(words, width), small, PALETTE.soft, 1.4)


def _words(found: Texts, words: str, brief: str, width: float, small: float, most: int) -> None:
    """A paragraph, or where it has more than ``most`` lines (0: in any case) its brief form."""
    lines = wrapping.wrap(words, width)
    if brief != words and (not most or len(lines) > most):
        lines = wrapping.wrap(brief, width)
        found.missing.append(words)
    if most and len(lines) > most:
        lines = wrapping.cut(brief, width, most)[0]
        if words not in found.missing:
            found.missing.append(words)
    _set(found, lines, small, PALETTE.soft, 1.4)


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


def _strip(found: Texts, frame: Frame, canvas: Canvas, room: float, most: int) -> None:
    """The notices on their pale strip, with ``most`` lines in all (0: as many as they need)."""
    big, pad = size(canvas, "notice"), 0.5 * canvas.type
    width = (room - 2 * pad) / big
    top = found.height
    found.height += 0.35 * canvas.type
    left, widest = most, 0.0
    for index, words in enumerate(frame.notices):
        lines, whole = wrapping.wrap(words, width), True
        if most:
            behind = len(frame.notices) - index - 1
            lines, whole = wrapping.cut(words, width, max(1, left - behind)) if left > 0 else ((), False)
            left -= len(lines)
        if not whole:
            found.missing.append(words)
        widest = max([widest, *(wrapping.width(line) * big for line in lines)])
        _set(found, lines, big, PALETTE.notice_ink, 1.4, pad)
    found.height += 0.35 * canvas.type
    found.boxes.append((0.0, top, min(room, widest + 2 * pad), found.height))
    found.height += 0.45 * canvas.type


def _date(found: Texts, words: str, small: float, room: float) -> None:
    """After the last line where there is room, else on a line of its own."""
    wide = wrapping.width(words) * small
    last = found.lines[-1] if found.lines and not found.boxes[1:] else None
    used = wrapping.width(_bare(last.content)) * small if last and last.size == small else room
    if last is not None and used + wide + 1.5 * small <= room:
        found.lines.append(Line(styled(words), room, last.y, small, PALETTE.soft, "right"))
        return
    for line in wrapping.wrap(words, room / small):
        found.lines.append(Line(styled(line), room, found.height + 0.7 * small, small, PALETTE.soft, "right"))
        found.height += 1.4 * small


def _bare(content: str) -> str:
    return content.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def annotation(line: Line, area: tuple[float, float]) -> dict[str, Any]:
    """The line as Plotly's annotation, on an area of so many pixels inside the margins."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": line.x / area[0],
        "y": 1 - line.y / area[1],
        "text": line.content,
        "showarrow": False,
        "xanchor": line.anchor,
        "yanchor": "middle",
        "align": line.anchor,
        "borderpad": 0,
        "font": {"size": line.size, "color": line.colour},
    }
