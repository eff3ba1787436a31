"""Where a figure's panels stand on its slide: side by side, tables one below another where they can be
read so. What they look like belongs in ``slide_body``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeGuard, TypeVar

from industry.export.pptx.charts import bar_plan
from industry.export.pptx.tables import panels as panel_tables
from industry.export.pptx.tables.sizes import SizedTable
from industry.export.pptx.text_runs import LEADING, SMALLEST, Box
from industry.figures.record import GridPanel, LinesPanel, Panel, RowsPanel

GUTTER = 28.0  # points between panels
HEADING = 16.0
BESIDE = 15.0  # points: the largest type of a table that isn't alone
READABLE = 14.0  # points of type in which tables may stand one below another
SPLITS = (0.5, 0.44, 0.56, 0.38, 0.62)  # shares of the width that the first of two tables is tried in
Tabular = RowsPanel | GridPanel
Kind = TypeVar("Kind", bound=Panel)


def places(panels: Sequence[Panel], room: Box) -> Sequence[tuple[Panel, Box]]:
    """Each panel's place: side by side, up to three in a row; tables and long lines one below another."""
    count = len(panels)
    tables = [one for one in panels if is_table(one)]
    if 1 < len(tables) == count:
        return _stacked(tables, room)
    across = count if count <= 3 else ceil(count / 2)
    down = ceil(count / across)
    if down == 1 and any(isinstance(one, LinesPanel) for one in panels):
        return _by_columns(panels, room)
    width = (room.width - (across - 1) * GUTTER) / across
    height = (room.height - (down - 1) * GUTTER / 2) / down
    return [
        (
            panel,
            Box(
                room.x + (number % across) * (width + GUTTER),
                room.y + (number // across) * (height + GUTTER / 2),
                width,
                height,
            ),
        )
        for number, panel in enumerate(panels)
    ]


def is_table(panel: Panel) -> TypeGuard[Tabular]:
    return not isinstance(panel, LinesPanel) and not (isinstance(panel, RowsPanel) and bar_plan.fits(panel))


def fit(panel: Tabular, box: Box, largest: float) -> SizedTable:
    """The table of a panel, in the box or, with a line that says so, cut to it."""

    def within(place: Box) -> SizedTable:
        if isinstance(panel, RowsPanel):
            return panel_tables.of_rows(panel, place, largest)
        return panel_tables.of_grid(panel, place, largest)

    sheet = within(box)
    return within(shorter(box)) if sheet.left_out else sheet


def shorter(room: Box) -> Box:
    """The room without a line for what is left out."""
    return replace(room, height=room.height - LEADING * SMALLEST)


def _by_columns(panels: Sequence[Panel], room: Box) -> list[tuple[Panel, Box]]:
    """Side by side, a panel of more columns wider."""
    return _beside(
        panels, [len(one.columns) + 8.0 if isinstance(one, LinesPanel) else 12.0 for one in panels], room
    )


def _beside(panels: Sequence[Kind], weights: Sequence[float], room: Box) -> list[tuple[Kind, Box]]:
    """Side by side, as wide as their weights."""
    free = room.width - (len(panels) - 1) * GUTTER
    found, x = [], room.x
    for panel, weight in zip(panels, weights, strict=True):
        found.append((panel, replace(room, x=x, width=free * weight / sum(weights))))
        x = found[-1][1].x + found[-1][1].width + GUTTER
    return found


def _stacked(panels: Sequence[Tabular], room: Box) -> Sequence[tuple[Panel, Box]]:
    """Tables one below another where they can be read so, else side by side."""
    weights = [_weight(one) for one in panels]
    gap, y = 14.0, room.y
    free = room.height - gap * (len(panels) - 1)
    found: list[tuple[Tabular, Box]] = []
    for panel, weight in zip(panels, weights, strict=True):
        box = Box(room.x, y, room.width, free * weight / sum(weights))
        found.append((panel, box))
        y = box.bottom + gap
    head = LEADING * HEADING + 6
    sheets = [fit(panel, box.below(head), BESIDE) for panel, box in found]
    if all(one.size >= READABLE and not one.left_out for one in sheets):
        return found
    splits = [(share, 1 - share) for share in SPLITS] if len(panels) == 2 else [(1.0,) * len(panels)]
    tries = [_beside(panels, one, room) for one in splits]
    return min(tries, key=lambda one: _lacking([fit(panel, box.below(head), BESIDE) for panel, box in one]))


def _lacking(sheets: Iterable[SizedTable]) -> tuple[float, float, float]:
    """How far tables are from what they should be: rows left out, small type, broken cells."""
    held = list(sheets)
    return sum(one.left_out for one in held), -min(one.size for one in held), sum(one.height for one in held)


def _weight(panel: Panel) -> float:
    count = len(panel.rows) if isinstance(panel, RowsPanel) else 0
    return count + 2.0
