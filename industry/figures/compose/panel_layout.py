"""Panels on a sheet: how many stand side by side, how small their type gets, how high each is.

A panel knows nothing of the others, except that panels of one scale get one length. Texts of the
frame belong in ``header_footer``, Plotly's layout in ``on_canvas``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry.figures import parts, theme
from industry.figures.compose import grid, header_footer, wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.lines import lines
from industry.figures.compose.panel_drawing import Drawing, Keep, Pane
from industry.figures.compose.rows import rows, scale_and_heights
from industry.figures.compose.table import table
from industry.figures.frame import Frame
from industry.figures.record import LinesPanel, Panel, RowsPanel, TablePanel

COMFORTABLE = 24  # em that a panel needs beside another
CRAMPED = 14  # em it may have where the height is fixed and stacked panels would not fit
GUTTER = 2.4  # em between panels side by side
LONG = 16  # rows from which a sheet grows with them
Arranged = tuple[list["Cell"], float]


def draw(panel: Panel, pane: Pane) -> Drawing:
    """A panel by its shape."""
    if isinstance(panel, RowsPanel):
        return rows.draw(panel, pane)
    if isinstance(panel, LinesPanel):
        return lines.draw(panel, pane)
    if isinstance(panel, TablePanel):
        return table.draw(panel, pane)
    return grid.draw(panel, pane)


@dataclass(frozen=True)
class Cell:
    """A panel's place: pixels from the area's corner, under its heading of ``head`` pixels."""

    panel: Panel
    x: float
    y: float
    head: float
    drawing: Drawing


def freely(panels: tuple[Panel, ...], canvas: Canvas, free: float) -> Arranged | None:
    """The panels as high as they look best, in as many columns as are comfortable, or in the first greater number
    with which they are no higher than ``free`` pixels, if any."""
    counts = _counts(panels, canvas, COMFORTABLE)[:1] + _counts(panels, canvas, CRAMPED)[::-1]
    made = (_columns(panels, canvas, one, None, (1.0, 0)) for one in counts if one >= counts[0])
    return next((one for one in made if one[1] <= free), None)


def within(
    panels: tuple[Panel, ...], canvas: Canvas, free: float, steps: Sequence[tuple[float, int]]
) -> Arranged | None:
    """The first of ever tighter arrangements (shrink, tight) that fits into ``free`` pixels, spread
    over them; a long panel alone may be set in two columns."""
    split = halves(panels)
    table = len(panels) == 1 and isinstance(panels[0], TablePanel)  # whose drawing takes long
    if table and _columns(panels, canvas, 1, 0.0, steps[-1])[1] > free:
        return None
    for step in steps:
        easy = _counts(panels, canvas, COMFORTABLE)[:1]
        tries = [(panels, count) for count in dict.fromkeys(easy + _counts(panels, canvas, CRAMPED))]
        if split and header_footer.room(canvas) >= (2 * COMFORTABLE + GUTTER) * canvas.type and step[0] < 1:
            tries.append((split, 2))
        for tried, count in tries:
            if _columns(tried, canvas, count, 0.0, step)[1] <= free:
                return _columns(tried, canvas, count, free, step)
    return None


def anyhow(panels: tuple[Panel, ...], canvas: Canvas, free: float) -> Arranged | None:
    """What fits if the type gets too small to read, None where not even that does."""
    return within(panels, canvas, free, [(one, 2) for one in theme.LAST_RESORTS])


def is_long(panel: Panel) -> bool:
    """Whether a panel may have too many rows for a sheet, which is then better higher than in tiny type."""
    return isinstance(panel, TablePanel) or (isinstance(panel, RowsPanel) and len(panel.rows) >= LONG)


def compactly(panels: tuple[Panel, ...], canvas: Canvas) -> Arranged:
    """The panels as low as they can be read, side by side where that is comfortable."""
    split = halves(panels)
    count = _counts(split or panels, canvas, COMFORTABLE)[0]
    return _columns(split if split and count > 1 else panels, canvas, count, None, (theme.STEPS[-1][0], 1))


def as_much_as_fits(panels: tuple[Panel, ...], canvas: Canvas, free: float, frame: Frame) -> Arranged | None:
    """Tables with the first of their lines only and, below, how many they have besides; None where not one of each has
    room, or there are other panels."""
    tables = [one for one in panels if isinstance(one, TablePanel)]
    if len(tables) < len(panels):
        return None
    found: Arranged | None = None
    low, high = 0, max(len(one.lines) for one in tables)
    while high - low > 1:
        middle = (low + high) // 2
        cut = tuple(parts.beginning(one, middle, frame) for one in tables)
        if tried := within(cut, canvas, free, theme.STEPS[-1:]):
            low, found = middle, tried
        else:
            high = middle
    return found


def _counts(panels: tuple[Panel, ...], canvas: Canvas, least: float) -> list[int]:
    """The numbers of columns in which each panel has ``least`` em, the greatest first."""
    gutter, room = GUTTER * canvas.type, header_footer.room(canvas)
    counts = range(len(panels), 0, -1)
    return [one for one in counts if (room - (one - 1) * gutter) / one >= least * canvas.type] or [1]


def halves(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """A long panel of one scale as two: the second goes on where the first ends. Nothing of others."""
    only = panels[0]
    return (
        parts.divided(only, parts.HALVES, "") if len(panels) == 1 and parts.HALVES in parts.ways(only) else ()
    )


def shared(panels: tuple[Panel, ...], pane: Pane, abreast: bool = True) -> list[Keep]:
    """Pixels to keep around each panel's scale: left and right the same in panels of the same scale, so
    that a percentage point is as long in one as in the other, and for rows of the same names, which stand level where panels
    may stand ``abreast``; on all sides the same in slopes, so that they stand on one line and are of one size."""
    keeps = [Keep()] * len(panels)
    groups: dict[tuple[float, float, str], list[int]] = {}
    for index, panel in enumerate(panels):
        if isinstance(panel, RowsPanel) and not panel.own_scales:
            groups.setdefault((panel.low, panel.high, panel.unit), []).append(index)
    for members in (one for one in groups.values() if len(one) > 1):
        alike = [panel for index in members if isinstance(panel := panels[index], RowsPanel)]
        plans = [scale_and_heights.plan(panel, pane) for panel in alike]
        keep = Keep(max(one.left for one in plans), max(one.right for one in plans))
        if abreast and len({tuple(row.name for row in panel.rows) for panel in alike}) == 1:
            kept = replace(pane, keep=keep)
            high = (scale_and_heights.blocks(one, scale_and_heights.plan(one, kept)) for one in alike)
            rows = zip(*high, strict=True)
            keep = keep._replace(rows=tuple(max(one.height for one in row) for row in rows))
        keeps = [keep if index in members else one for index, one in enumerate(keeps)]
    slopes = [one for one in panels if isinstance(one, LinesPanel) and len(one.columns) == lines.SLOPE]
    if len(slopes) > 1:
        drawn = [lines.draw(one, pane) for one in slopes]
        sides = zip(*((one.left, one.right, one.above, one.foot) for one in drawn), strict=True)
        keep = Keep(*map(max, sides))
        keeps = [keep if panel in slopes else one for panel, one in zip(panels, keeps, strict=True)]
    return keeps


def _columns(
    panels: tuple[Panel, ...],
    canvas: Canvas,
    count: int,
    free: float | None,
    step: tuple[float, int],
) -> Arranged:
    """Cells in ``count`` columns, and the height they take; ``free`` is spread among them, None lets
    every panel choose its height."""
    gutter = GUTTER * canvas.type
    wide = (header_footer.room(canvas) - (count - 1) * gutter) / count
    shrink, tight = step
    base = Pane(
        wide, None if free is None else 0.0, canvas.type, header_footer.PALETTE, shrink=shrink, tight=tight
    )
    panes = [replace(base, keep=keep) for keep in shared(panels, base, count > 1)]
    drawn = [draw(panel, pane) for panel, pane in zip(panels, panes, strict=True)]
    gap = (1.1 if tight == 0 else 0.6) * canvas.type
    ranks = [range(start, min(start + count, len(panels))) for start in range(0, len(panels), count)]
    heads = [max(_heading_height(panels[index], canvas, wide, tight) for index in rank) for rank in ranks]
    needs = [max(drawn[index].height for index in rank) for rank in ranks]
    total = sum(needs) + sum(heads) + gap * (len(ranks) - 1)
    extra = max(0.0, (free or 0.0) - total)
    cells: list[Cell] = []
    y = 0.0
    for rank, head, need in zip(ranks, heads, needs, strict=True):
        share = extra * need / sum(needs)
        for index in rank:
            drawing = drawn[index]
            if extra or (free is not None and drawing.height < need):
                drawing = draw(panels[index], replace(panes[index], height=need + share))
            cells.append(Cell(panels[index], (index - rank[0]) * (wide + gutter), y, head, drawing))
        y += head + need + share + gap
    return cells, total + extra


def _heading_height(panel: Panel, canvas: Canvas, wide: float, tight: int) -> float:
    lines = heading(panel, canvas, wide)[1]
    if not lines and not panel.unit:
        return 0.0
    return (max(lines, 1) + (0.35 if tight < 2 else 0.15)) * 1.35 * header_footer.size(canvas, "heading")


def heading(panel: Panel, canvas: Canvas, wide: float) -> tuple[tuple[str, ...], int, bool]:
    """The heading's lines, how many lines heading and unit take, and whether the unit has its own."""
    big = header_footer.size(canvas, "heading")
    unit = wrapping.width(panel.unit) * header_footer.size(canvas, "unit")
    room = wide - (unit + canvas.type if unit else 0.0)
    beside = wrapping.wrap(panel.heading, max(room, 1.0) / big, True, True)
    alone = wrapping.wrap(panel.heading, wide / big, True, True)
    if not panel.unit or (room > 0.4 * wide and len(beside) <= len(alone)):
        return beside, len(beside), False
    return alone, len(alone) + 1, True
