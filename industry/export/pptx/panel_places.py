"""Where a figure's panels stand on its slide: side by side, tables one below another where they can be
read so. What they look like belongs in ``slide_body``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TypeGuard

from industry.export.office.charts import bar_plan, line_plan
from industry.export.office.ink import Ink
from industry.export.office.tables import panels as panel_tables
from industry.export.office.tables.sizes import SizedTable
from industry.export.office.words import LEADING, Box
from industry.figures.record import GridPanel, LinesPanel, Panel, RowsPanel, TablePanel

GUTTER = 28.0  # points between panels
HEADING = 16.0
BESIDE = 15.0  # points: the largest type of a table that isn't alone
READABLE = 14.0  # points of type in which tables may stand one below another
SPLITS = (0.5, 0.44, 0.56, 0.38, 0.62)  # shares of the width that the first of two tables is tried in
Tabular = RowsPanel | GridPanel | TablePanel


def places(panels: Sequence[Panel], room: Box, ink: Ink) -> Sequence[tuple[Panel, Box]]:
    """Each panel's place: side by side, up to three in a row; tables and long lines one below another."""
    count = len(panels)
    tables = [one for one in panels if is_table(one)]
    if 1 < len(tables) == count:
        return _stacked(tables, room, ink)
    across = count if count <= 3 else ceil(count / 2)
    down = ceil(count / across)
    weights = _weights(panels, room, ink) if down == 1 else [1.0] * across
    gap = GUTTER / 2
    high = (room.height - (down - 1) * gap) / down
    rows = [replace(room, y=room.y + row * (high + gap), height=high) for row in range(down)]
    return list(zip(panels, (box for row in rows for box in _beside(row, weights)), strict=False))


def is_table(panel: Panel) -> TypeGuard[Tabular]:
    return not isinstance(panel, LinesPanel) and not (isinstance(panel, RowsPanel) and bar_plan.fits(panel))


def fit(panel: Tabular, box: Box, ink: Ink) -> SizedTable:
    """The table of a panel, in the box or, with a line that says so, cut to it."""

    def within(place: Box) -> SizedTable:
        if isinstance(panel, RowsPanel):
            return panel_tables.of_rows(panel, place, ink)
        if isinstance(panel, TablePanel):
            return panel_tables.of_entries(panel, place, ink)
        return panel_tables.of_grid(panel, place, ink)

    sheet = within(box)
    return within(shorter(box, ink)) if sheet.left_out else sheet


def shorter(room: Box, ink: Ink) -> Box:
    """The room without a line for what is left out."""
    return replace(room, height=room.height - LEADING * ink.small)


def _weights(panels: Sequence[Panel], room: Box, ink: Ink) -> list[float]:
    """How wide panels are that stand side by side: lines by what their columns need for names that stand level, in the first form
    for which there is room; slopes are all as wide as one another."""
    lined = [one for one in panels if isinstance(one, LinesPanel)]
    if len(lined) == len(panels) and any(len(one.columns) > 2 for one in lined):
        free = room.width - GUTTER * (len(panels) - 1)
        for needed in zip(*(line_plan.needed(one, room, ink) for one in lined), strict=True):
            if sum(needed) <= free:
                spare = (free - sum(needed)) / sum(len(one.columns) for one in lined)
                return [one + spare * len(panel.columns) for one, panel in zip(needed, lined, strict=True)]
    if lined:
        return [len(one.columns) + 8.0 if isinstance(one, LinesPanel) else 12.0 for one in panels]
    return [1.0] * len(panels)


def _beside(room: Box, weights: Sequence[float]) -> list[Box]:
    """The room cut into boxes side by side, as wide as their weights."""
    free = room.width - (len(weights) - 1) * GUTTER
    found: list[Box] = []
    x = room.x
    for weight in weights:
        found.append(replace(room, x=x, width=free * weight / sum(weights)))
        x += found[-1].width + GUTTER
    return found


def _stacked(panels: Sequence[Tabular], room: Box, ink: Ink) -> Sequence[tuple[Panel, Box]]:
    """Tables one below another where they can be read so, else side by side."""
    weights = [2.0 + (len(one.rows) if isinstance(one, RowsPanel) else 0) for one in panels]
    gap, y = 14.0, room.y
    free = room.height - gap * (len(panels) - 1)
    below: list[Box] = []
    for weight in weights:
        below.append(replace(room, y=y, height=free * weight / sum(weights)))
        y = below[-1].bottom + gap
    head = LEADING * HEADING + 6

    def sheets(boxes: Sequence[Box]) -> list[SizedTable]:
        return [
            fit(panel, box.below(head), ink.up_to(BESIDE)) for panel, box in zip(panels, boxes, strict=True)
        ]

    if all(one.size >= READABLE and not one.left_out for one in sheets(below)):
        return list(zip(panels, below, strict=True))
    splits = [(share, 1 - share) for share in SPLITS] if len(panels) == 2 else [(1.0,) * len(panels)]
    beside = min((_beside(room, one) for one in splits), key=lambda one: _lacking(sheets(one)))
    return list(zip(panels, beside, strict=True))


def _lacking(sheets: Sequence[SizedTable]) -> tuple[float, float, float]:
    """How far tables are from what they should be: rows left out, small type, broken cells."""
    size = min(one.size for one in sheets)
    return sum(one.left_out for one in sheets), -size, sum(one.height for one in sheets)
