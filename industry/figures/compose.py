"""Sets a figure on a canvas: the picture with all its texts, or one panel alone for the screen.

Header and footer take the height of their lines, panels stand side by side where each has room enough,
and nothing overlaps or is cut off. How a shape is drawn belongs in ``compose_rows``, ``compose_lines``
and ``compose_grid``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import plotly.graph_objects as go

from industry.figures import compose_grid, compose_lines, compose_rows, rows_plan, sheet, text, theme
from industry.figures.canvas import Canvas
from industry.figures.pane import NARROWEST, Drawing, Pane, styled
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.figures.sheet import Line, Texts, overflow

COMFORTABLE = 24  # em that a panel needs beside another
CRAMPED = 14  # em it may have where the height is fixed and stacked panels would not fit
GUTTER = 2.4  # em between panels side by side
SCREEN_TYPE = 15.0
PALETTE = theme.LIGHT

__all__ = ["compose", "overflow", "screen"]


def draw(panel: Panel, pane: Pane) -> Drawing:
    """A panel by its shape."""
    if isinstance(panel, RowsPanel):
        return compose_rows.draw(panel, pane)
    if isinstance(panel, LinesPanel):
        return compose_lines.draw(panel, pane)
    return compose_grid.draw(panel, pane)


def compose(figure: Figure, canvas: Canvas, title: bool = True) -> go.Figure:
    """The picture: ``title`` False leaves title and finding to the caption of a report. The layout's
    height is the canvas's, or what the figure needs where that is None."""
    margin = sheet.margin(canvas)
    room = canvas.width - 2 * margin
    head = sheet.header(figure.frame, canvas, room, title)
    foot = sheet.footer(figure.frame, canvas, room)
    free = None if canvas.height is None else canvas.height - 2 * margin - head.height - foot.height
    cells, used = _arrange(figure.panels, canvas, room, free) if figure.panels else ([], 0.0)
    empty = _sentence(figure.empty, canvas, room, head.height, free) if not figure.panels else Texts()
    used = max(used, empty.height)
    inner = head.height + (used if free is None else max(free, used)) + foot.height
    height = float(canvas.height) if canvas.height is not None else float(ceil(inner + 2 * margin))
    area = (room, height - 2 * margin)
    layout: dict[str, Any] = {
        "template": theme.template(PALETTE, canvas.type),
        "width": canvas.width,
        "height": height,
        "autosize": False,
        "margin": {"l": margin, "r": margin, "t": margin, "b": margin, "pad": 0, "autoexpand": False},
        "hovermode": "closest",
        "barmode": "overlay",
    }
    lines = [*head.lines, *empty.lines]
    lines += [replace(one, y=one.y + area[1] - foot.height) for one in foot.lines]
    notes = [sheet.annotation(one, area) for one in lines]
    shapes = [_box(box, area, foot.height) for box in foot.boxes]
    traces: list[dict[str, Any]] = []
    for index, cell in enumerate(cells):
        place = replace(cell, y=cell.y + head.height)
        notes += [sheet.annotation(one, area) for one in _headings(place, canvas)]
        _place(place, index, area, layout, traces, notes, shapes)
    layout |= {"annotations": notes, "shapes": shapes}
    return go.Figure({"data": traces, "layout": layout})


def screen(figure: Figure, panel: int, dark: bool = False) -> go.Figure:
    """A panel alone for the dashboard, right for any width from `NARROWEST` up: no texts of the
    frame, no heading and unit, no background; the browser gives the width."""
    palette = theme.DARK if dark else theme.LIGHT
    pane = Pane(NARROWEST, None, SCREEN_TYPE, palette, fluid=True)
    drawing = draw(figure.panels[panel], replace(pane, keep=_shared(figure.panels, pane)[panel]))
    across, down = drawing.axes()
    layout: dict[str, Any] = {
        "template": theme.template(palette, SCREEN_TYPE),
        "autosize": True,
        "height": ceil(drawing.height),
        "margin": {"l": drawing.left, "r": drawing.right, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "closest",
        "barmode": "overlay",
        "dragmode": False,
        "xaxis": across,
        "yaxis": {**down, "range": [ceil(drawing.height), 0]},
        "annotations": drawing.texts,
        "shapes": drawing.shapes,
    }
    return go.Figure({"data": drawing.traces, "layout": layout})


@dataclass(frozen=True)
class Cell:
    """A panel's place: pixels from the area's corner, under its heading of ``head`` pixels."""

    panel: Panel
    x: float
    y: float
    head: float
    drawing: Drawing


def _arrange(
    panels: tuple[Panel, ...], canvas: Canvas, room: float, free: float | None
) -> tuple[list[Cell], float]:
    """The panels in as many columns as are comfortable; in a fixed height the first of ever tighter
    arrangements that fits, else the one that overruns least."""
    gutter = GUTTER * canvas.type
    counts = [
        count
        for count in range(len(panels), 0, -1)
        if (room - (count - 1) * gutter) / count >= (COMFORTABLE if free is None else CRAMPED) * canvas.type
    ] or [1]
    easy = [one for one in counts if (room - (one - 1) * gutter) / one >= COMFORTABLE * canvas.type] or [1]
    if free is None:
        return _rows_of(panels, canvas, room, easy[0], None, 1.0, 0)
    found: tuple[list[Cell], float] | None = None
    for shrink, tight in [(one, 0) for one in theme.SHRINKS] + [(theme.SHRINKS[-1], 1), (theme.SHRINKS[-1], 2)]:
        for count in dict.fromkeys((easy[0], *counts)):
            tried = _rows_of(panels, canvas, room, count, None, shrink, tight)
            if tried[1] <= free:
                return _rows_of(panels, canvas, room, count, free, shrink, tight)
            if found is None or tried[1] < found[1]:
                found = tried
    assert found is not None
    return found


def _shared(panels: tuple[Panel, ...], pane: Pane) -> list[tuple[float, float]]:
    """Pixels to keep left and right of each panel's scale: the same in panels of the same scale, so
    that a percentage point is as long in one as in the other."""
    keeps = [(0.0, 0.0)] * len(panels)
    groups: dict[tuple[float, float, str], list[int]] = {}
    for index, panel in enumerate(panels):
        if isinstance(panel, RowsPanel) and not panel.own_scales:
            groups.setdefault((panel.low, panel.high, panel.unit), []).append(index)
    for members in groups.values():
        if len(members) > 1:
            plans = [rows_plan.plan(panel, pane) for panel in (panels[index] for index in members) if isinstance(panel, RowsPanel)]
            keep = (max(one.left for one in plans), max(one.right for one in plans))
            keeps = [keep if index in members else one for index, one in enumerate(keeps)]
    return keeps


def _rows_of(
    panels: tuple[Panel, ...],
    canvas: Canvas,
    room: float,
    count: int,
    free: float | None,
    shrink: float,
    tight: int,
) -> tuple[list[Cell], float]:
    """Cells in ``count`` columns, and the height they take; spread over ``free`` where given."""
    gutter = GUTTER * canvas.type
    wide = (room - (count - 1) * gutter) / count
    base = Pane(wide, None if canvas.height is None else 0.0, canvas.type, PALETTE, shrink=shrink, tight=tight)
    ranks = [panels[start : start + count] for start in range(0, len(panels), count)]
    panes = {id(panel): replace(base, keep=keep) for panel, keep in zip(panels, _shared(panels, base), strict=True)}
    drawn = [[draw(panel, panes[id(panel)]) for panel in rank] for rank in ranks]
    heads = [max(_heading_height(panel, canvas, wide) for panel in rank) for rank in ranks]
    gap = (1.1 if tight == 0 else 0.6) * canvas.type
    needs = [max(one.height for one in rank) for rank in drawn]
    total = sum(needs) + sum(heads) + gap * (len(ranks) - 1)
    extra = 0.0 if free is None else max(0.0, free - total)
    cells: list[Cell] = []
    y = 0.0
    for rank, done, head, need in zip(ranks, drawn, heads, needs, strict=True):
        share = extra * need / sum(needs)
        if free is not None:
            done = [draw(panel, replace(panes[id(panel)], height=need + share)) for panel in rank]
        for column, (panel, drawing) in enumerate(zip(rank, done, strict=True)):
            cells.append(Cell(panel, column * (wide + gutter), y, head, drawing))
        y += head + need + share + gap
    return cells, total + extra


def _heading_height(panel: Panel, canvas: Canvas, wide: float) -> float:
    lines = _heading_lines(panel, canvas, wide)[1]
    if not lines and not panel.unit:
        return 0.0
    return (max(lines, 1) + 0.35) * 1.35 * sheet.size(canvas, "heading")


def _heading_lines(panel: Panel, canvas: Canvas, wide: float) -> tuple[tuple[str, ...], int, bool]:
    """The heading's lines, how many lines heading and unit take, and whether the unit has its own."""
    big = sheet.size(canvas, "heading")
    unit = text.width(panel.unit) * sheet.size(canvas, "unit")
    room = wide - (unit + canvas.type if unit else 0.0)
    beside = text.wrap(panel.heading, max(room, 1.0) / big, True, True)
    alone = text.wrap(panel.heading, wide / big, True, True)
    if not panel.unit or (room > 0.4 * wide and len(beside) <= len(alone)):
        return beside, len(beside), False
    return alone, len(alone) + 1, True


def _headings(cell: Cell, canvas: Canvas) -> list[Line]:
    panel, wide = cell.panel, cell.drawing.pane.width
    big, small = sheet.size(canvas, "heading"), sheet.size(canvas, "unit")
    lines, _, own = _heading_lines(panel, canvas, wide)
    pitch = 1.35 * big
    found = [
        Line(styled(line, bold=True), cell.x, cell.y + (index + 0.5) * pitch, big, PALETTE.ink)
        for index, line in enumerate(lines)
    ]
    if panel.unit:
        y = cell.y + (len(lines) + 0.5 if own else max(len(lines), 1) - 0.5) * pitch
        found.append(Line(styled(panel.unit), cell.x + wide, y, small, PALETTE.soft, "right"))
    return found


def _sentence(words: str, canvas: Canvas, room: float, top: float, free: float | None) -> Texts:
    """The sentence that stands where nothing may be drawn."""
    found = Texts()
    lines = text.wrap(words, 0.86 * room / canvas.type, False, True)
    pitch = 1.5 * canvas.type
    found.height = (len(lines) + 3) * pitch
    middle = top + (found.height if free is None else max(free, found.height)) / 2
    for index, line in enumerate(lines):
        y = middle + (index - (len(lines) - 1) / 2) * pitch
        found.lines.append(Line(styled(line), room / 2, y, canvas.type, PALETTE.soft, "center"))
    return found


def _box(box: tuple[float, float, float, float], area: tuple[float, float], foot: float) -> dict[str, Any]:
    left, top, right, bottom = box
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "x0": left / area[0],
        "x1": right / area[0],
        "y0": (foot - top) / area[1],
        "y1": (foot - bottom) / area[1],
        "fillcolor": PALETTE.notice,
        "line": {"width": 0},
        "layer": "below",
    }


def _place(
    cell: Cell,
    index: int,
    area: tuple[float, float],
    layout: dict[str, Any],
    traces: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    shapes: list[dict[str, Any]],
) -> None:
    """Puts a drawing on its own pair of axes."""
    drawing = cell.drawing
    number = "" if index == 0 else str(index + 1)
    across, down = drawing.axes()
    left, right = cell.x + drawing.left, cell.x + drawing.pane.width - drawing.right
    top = cell.y + cell.head
    named: Callable[[str], str] = lambda axis: axis[0] + number + axis[1:]  # noqa: E731
    layout["xaxis" + number] = {
        **across,
        "domain": [left / area[0], min(1.0, right / area[0])],
        "anchor": "y" + number,
    }
    low = 1 - (top + drawing.height) / area[1]
    layout["yaxis" + number] = {**down, "domain": [max(0.0, low), 1 - top / area[1]], "anchor": "x" + number}
    traces += [{**one, "xaxis": "x" + number, "yaxis": "y" + number} for one in drawing.traces]
    for one in drawing.texts:
        notes.append({**one, "xref": named(one["xref"]), "yref": named(one["yref"])})
    for one in drawing.shapes:
        shapes.append({**one, "xref": named(one["xref"]), "yref": named(one["yref"])})


