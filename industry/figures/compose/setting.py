"""What stands on a canvas, and how large: the texts of a figure's frame, its panels between them, and what gives way where
there is no room for all of it.

How that becomes a plot belongs in ``on_canvas``, which panels stand side by side in ``panel_layout``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from industry import wording
from industry.figures import theme
from industry.figures.compose import frame_fit, header_footer, panel_layout, wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.header_footer import Line, Texts
from industry.figures.compose.panel_drawing import styled
from industry.figures.compose.panel_layout import Cell
from industry.figures.frame import NOTHING
from industry.figures.record import Figure

_APART = 3
"""Lines that a sentence in place of panels has free around it where there is room."""


@dataclass(frozen=True)
class Setting:
    """A figure set: its canvas, header, footer, panels, and the height that they take, or the sentence in their place.
    ``readable``: nothing of the panels is left out or too small."""

    canvas: Canvas
    head: Texts
    foot: Texts
    cells: list[Cell]
    used: float
    sentence: str = ""
    readable: bool = False

    @property
    def free(self) -> float | None:
        """The pixels that panels have to fill."""
        return _free(self.canvas, self.head, self.foot)


def setting(figure: Figure, canvas: Canvas, title: bool = True) -> Setting:
    """Header, panels and footer. On a sheet of free height all words stand and the panels are as high as they
    look best, unless they would be higher than a page. Where the panels would become too small to read, notes and
    source give way first to a line each; where they find no room at all, the strip too, which counts what it leaves
    out. Kept for those who ask first whether a figure fits and draw it then."""
    return _kept(_Itself(figure), canvas, title)


def sentence(words: str, canvas: Canvas, top: float, free: float | None) -> Texts:
    """The sentence that stands where nothing may be drawn."""
    found, room = Texts(), header_footer.room(canvas)
    lines = wrapping.wrap(words, 0.86 * room / canvas.type, False, True)
    pitch = _pitch(canvas)
    found.height = (len(lines) + _APART) * pitch
    middle = top + (found.height if free is None else free) / 2
    for index, line in enumerate(lines):
        y = middle + (index - (len(lines) - 1) / 2) * pitch
        found.lines.append(Line(styled(line), room / 2, y, canvas.type, theme.LIGHT.soft, "center"))
    return found


class _Itself:
    """A figure, equal to itself alone: one of the same words may stand on other rows."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    def __hash__(self) -> int:
        return id(self.figure)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.figure is self.figure


@lru_cache(maxsize=128)
def _kept(itself: _Itself, canvas: Canvas, title: bool) -> Setting:
    figure = itself.figure
    head = header_footer.header(figure.frame, canvas, title)
    foot = header_footer.footer(
        figure.frame, canvas, None if canvas.height is None else frame_fit.FOOTER_LINES
    )
    if not figure.panels:
        return _without(figure, canvas, head, foot, title)
    if canvas.height is None and (
        found := panel_layout.freely(figure.panels, canvas, _room(canvas, head, foot))
    ):
        return Setting(canvas, head, foot, *found, readable=True)
    for most in (*([None] if canvas.height is None else []), frame_fit.FOOTER_LINES, 1):
        foot = header_footer.footer(figure.frame, canvas, most)
        found = panel_layout.within(figure.panels, canvas, _room(canvas, head, foot), theme.STEPS)
        if found:
            return Setting(canvas, head, foot, *found, readable=True)
    room = _room(canvas, head, foot)
    for step in theme.SMALL_PRINT:
        if found := panel_layout.within(figure.panels, canvas, room, [step]):
            return Setting(canvas, head, foot, *found, readable=step == theme.SMALL_PRINT[0])
    if canvas.grows and any(map(panel_layout.is_long, figure.panels)):
        return _grown(figure, canvas, head)
    if found := panel_layout.as_much_as_fits(figure.panels, canvas, room, figure.frame):
        return Setting(canvas, head, foot, *found)
    for strip in (frame_fit.NOTICE_LINES, 2, 1):  # what is set apart gives way only to a figure's being drawn
        foot = header_footer.footer(figure.frame, canvas, 1, strip)
        found = panel_layout.anyhow(figure.panels, canvas, _room(canvas, head, foot))
        if found:
            return Setting(canvas, head, foot, *found)
    return _without(figure, canvas, head, foot, title)


def _grown(figure: Figure, canvas: Canvas, head: Texts) -> Setting:
    """What is too long for its canvas on a higher one."""
    foot = header_footer.footer(figure.frame, canvas, None)
    cells, used = panel_layout.compactly(figure.panels, canvas)
    high = ceil(head.height + used + foot.height + 2 * header_footer.margin(canvas))
    return Setting(canvas.at_height(high), head, foot, cells, used, readable=True)


def _without(figure: Figure, canvas: Canvas, head: Texts, foot: Texts, title: bool) -> Setting:
    """A figure without its panels: a sentence says why, if only that they have no room. Where its words have none beside that,
    only what it is about stands, with no finding whose notes would be lacking; the smallest size that there may be holds
    that."""
    frame = figure.frame
    full = wording.say("too_much", frame.language, frame.elsewhere)
    said = figure.empty or full
    high = sentence(said, canvas, head.height, _free(canvas, head, foot)).height
    if high - _APART * _pitch(canvas) <= _room(canvas, head, foot):
        return Setting(canvas, head, foot, [], high, said, not figure.panels)
    bare = replace(
        frame, finding=NOTHING, subtitle=NOTHING, notices=(), notes=(), sources=(), until=0, apart=0
    )
    head, foot = header_footer.header(bare, canvas, title), header_footer.footer(bare, canvas, 1)
    foot.missing += filter(None, (frame.finding, frame.subtitle, *frame.notices, frame.note, frame.source))
    high = sentence(full, canvas, head.height, _free(canvas, head, foot)).height
    return Setting(canvas, head, foot, [], high, full)


def _pitch(canvas: Canvas) -> float:
    """Pixels from line to line of a sentence in place of panels."""
    return 1.5 * canvas.type


def _room(canvas: Canvas, head: Texts, foot: Texts) -> float:
    """The pixels that panels may take between header and footer."""
    return max(0.0, canvas.most - 2 * header_footer.margin(canvas) - head.height - foot.height)


def _free(canvas: Canvas, head: Texts, foot: Texts) -> float | None:
    return None if canvas.height is None else _room(canvas, head, foot)
