"""Benchmark tables: a column for each region where there is room; else turned, a column for each line, which many regions
need; else in as few bands as have room, whichever way is lower. A thin bar under a number has the scale of its line.

What a cell says is decided in the record; what it looks like on the screen, by the page's own table.
"""

from __future__ import annotations

from typing import Any

from industry.figures import parts
from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import Drawing, Pane
from industry.figures.compose.table import bands, cells
from industry.figures.compose.table.bands import LEAST, Bands, Bars
from industry.figures.record import TablePanel


def draw(panel: TablePanel, pane: Pane) -> Drawing:
    """The panel in its pane, below it what its part leaves out."""
    drawing = Drawing(pane, low=0.0, high=max(pane.width, 1.0))
    foot = cells.wrapped(pane, panel.left_out, "detail", pane.width, balanced=False)
    drawing.traces.append(_trace(bands.put(drawing, _bands(panel, pane), foot), pane))
    return drawing


def _bands(panel: TablePanel, pane: Pane) -> Bands:
    """Type is made smaller to have more lines in a turned band, not to have more columns of regions: those would go
    on and on."""
    first = bands.first_columns(panel, pane)
    beside = pane.width - sum(first), pane.width - bands.region_column(panel, pane)
    regions, lines = (
        int(room // (LEAST * em)) for room, em in zip(beside, (pane.type, pane.em), strict=True)
    )
    if regions >= len(panel.regions):
        return (bands.upright(panel, pane, first, beside[0] / len(panel.regions)),)
    across = tuple(bands.turned(one, pane) for one in _of_lines(panel, max(lines, 1)))
    if len(across) == 1 or regions < 1:
        return across
    held = parts.by_regions(panel, -(-len(panel.regions) // regions))
    each = beside[0] / len(held[0].regions)
    down = tuple(bands.upright(one, pane, first, each) for one in held)
    return min(across, down, key=lambda one: bands.needed(pane, one))


def _of_lines(panel: TablePanel, most: int) -> tuple[TablePanel, ...]:
    """The panel in parts of at most so many lines, or, where a line has more below it, of one each."""
    ways = (parts.by_lines(panel, count) for count in range(1, len(panel.lines) + 1))
    return next(
        one for one in ways if max(len(part.lines) for part in one) <= most or len(one) == len(panel.lines)
    )


def _trace(bars: Bars, pane: Pane) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start for start, *_ in bars],
        "x": [length for _, length, _, _ in bars],
        "y": [y for _, _, y, _ in bars],
        "width": bands.thick(pane),
        "marker": {"color": [pane.shade(entry.colour) for *_, entry in bars], "line": {"width": 0}},
        "customdata": [[entry.row.id] if entry.row else [] for *_, entry in bars],
        "hovertext": [wrapping.plain(entry.hover) for *_, entry in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
