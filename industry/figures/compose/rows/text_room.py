"""Room for the texts of rows: at the end of the scale, beside the marks, and for the names.

All in pixels kept outside the scale, so that what fits at the pane's narrowest fits at any width.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from industry.figures.compose import wrapping
from industry.figures.compose.marks import ARROW
from industry.figures.compose.panel_drawing import Pane, styled
from industry.figures.compose.rows.mark_labels import GAP, HALF, strong
from industry.figures.record import Row, RowsPanel

ROUNDING = 1.0  # pixels by which a browser may move a text
Mode = Literal["inline", "value", "under"]


def scale(panel: RowsPanel) -> tuple[float, float]:
    """The scale's ends, with zero, every mark and every reference on it; 0 to 1 for own scales."""
    if panel.own_scales:
        return 0.0, 1.0
    values = [value for row in panel.rows for mark in row.marks for value in (mark.start, mark.end)]
    values += [one.value for one in panel.references]
    low, high = min([panel.low, 0.0, *values]), max([panel.high, 0.0, *values])
    return low, high if high > low else low + 1.0


def placing(panel: RowsPanel, row: Row, low: float, high: float) -> Callable[[float], float]:
    """From a value to its share of the row's scale."""
    if panel.own_scales:
        values = [value for mark in row.marks for value in (mark.start, mark.end)]
        low, high = min([0.0, *values]), max([0.0, *values])
        high = high if high > low else low + 1.0
    return lambda value: (value - low) / (high - low)


def end(row: Row, place: Callable[[float], float]) -> float:
    """The share of the scale at which the row's text begins: its longest mark, at least zero."""
    return max([place(0.0), *(place(max(mark.start, mark.end)) for mark in row.marks)])


def gap(row: Row, pane: Pane) -> float:
    gap = GAP * pane.em
    if any(mark.shape in ("point", "ring") for mark in row.marks):
        gap += HALF * pane.em
    if any(mark.finish == "open_up" for mark in row.marks):
        gap += ARROW * 0.5 * bar_height(pane) * 1.6
    return gap


def indent(row: Row, pane: Pane) -> float:
    """Pixels before the name of a city below its province."""
    return 1.0 * pane.em if row.muted else 0.0


def bar_height(pane: Pane) -> float:
    return (1.15 if pane.tight == 0 else 0.85) * pane.em


def figure(row: Row, pane: Pane, with_aside: bool) -> tuple[str, float]:
    """The row's text as it is set at the marks' end, and its width."""
    if not row.marks:
        words = "　".join(one for one in (row.text, row.aside if with_aside else "") if one)
        return styled(words), pane.measure(words, "aside")
    content = styled(row.text, bold=True) if row.text else ""
    wide = pane.measure(row.text, "value", True)
    if with_aside and row.aside:
        gap = "  " if content else ""
        content += gap + styled(row.aside, pane.size("aside"), pane.palette.soft)
        wide += pane.measure(gap + row.aside, "aside")
    return content, wide


def figures_room(panel: RowsPanel, pane: Pane, mode: Mode, low: float, high: float, room: float) -> float:
    """Pixels to keep right of the scale so that every row's text is within the pane."""
    need = 0.0
    for row in panel.rows:
        if not row.marks or mode == "under":
            continue
        place = placing(panel, row, low, high)
        wide = figure(row, pane, mode == "inline")[1] + gap(row, pane) + ROUNDING
        need = max(need, _kept(end(row, place), wide, room))
    return need


def _kept(share: float, wide: float, room: float) -> float:
    return room - (room - wide) / share if share > 0.01 else 0.0


def labels_room(panel: RowsPanel, pane: Pane, low: float, high: float, room: float) -> float:
    """The same for the label right of each row's last mark."""
    need = 0.0
    for row in panel.rows:
        place = placing(panel, row, low, high)
        worded = [mark for mark in row.marks if mark.text]
        if not worded or (row.text and not panel.own_scales):
            continue
        last = max(worded, key=lambda mark: place(mark.end))
        wide = pane.measure(last.text, "label", strong(last)) + (HALF + GAP) * pane.em
        need = max(need, _kept(place(last.end), wide, room))
    return min(need, 0.5 * room)


def column(panel: RowsPanel, pane: Pane) -> float:
    """Width of the column of figures at the right: its widest text, or half of a long heading."""
    asides = (pane.measure(row.aside, "aside") for row in panel.rows)
    whole = pane.measure(panel.aside_heading, "aside")
    room = whole if whole < 9 * pane.em else 0.62 * whole
    lines = wrapping.wrap(panel.aside_heading, room / pane.size("aside"), False, True)
    texts = pane.widest((row.text for row in panel.rows), "value", True)
    return max([texts, *(one for one in asides if one < 9 * pane.em), pane.widest(lines, "aside"), 1.0])


def on_names(panel: RowsPanel, pane: Pane) -> float:
    """Pixels for the rows' texts at the right of their names; 0 where a name is too long for that."""
    texts = pane.widest((row.text for row in panel.rows), "value", True) + 1.2 * pane.em
    names = pane.widest((row.name for row in panel.rows), "name") + pane.em
    return texts if names + texts <= pane.width else 0.0


def names_width(panel: RowsPanel, pane: Pane) -> float:
    each = (
        max(pane.measure(row.name, "name"), pane.measure(row.detail, "detail")) + indent(row, pane)
        for row in panel.rows
    )
    return min(max(each, default=0.0) + 0.8 * pane.em, (0.36 if pane.tight < 2 else 0.46) * pane.width)
