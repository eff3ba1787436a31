"""The upright lines of rows: zero, and the dashed references with their texts below the rows.

A line is interrupted wherever a text stands, so it never strikes one through.
"""

from __future__ import annotations

from typing import Any

from industry.figures.compose.marks import Drawn, hovering
from industry.figures.compose.panel_drawing import Drawing, Obstacle, Place, styled
from industry.figures.record import Reference, RowsPanel


def references(drawing: Drawing, panel: RowsPanel, top: float) -> tuple[float, list[Obstacle]]:
    """The references' texts below ``top``, each on the first line where it is clear; the height they
    take, and what they are in the way of."""
    pane = drawing.pane
    pitch, size = pane.line("label"), pane.size("label")
    taken: list[list[tuple[float, float]]] = []
    obstacles: list[Obstacle] = []
    for one in sorted(panel.references, key=lambda one: one.value):
        lines = pane.wrap(one.text, "label", pane.width)
        wide = pane.widest(lines, "label")
        share = drawing.share(one.value)
        middle = share * drawing.span + drawing.left
        shift = drawing.inward(middle, wide)
        start, end = middle + shift - wide / 2, middle + shift + wide / 2
        level = 0
        while any(
            start < two + 0.8 * size and end > low - 0.8 * size
            for lines_ in taken[level : level + len(lines)]
            for low, two in lines_
        ):
            level += 1
        for index, line in enumerate(lines):
            while len(taken) <= level + index:
                taken.append([])
            taken[level + index].append((start, end))
            y = top + 0.25 * pane.em + (level + index + 0.5) * pitch
            drawing.write(styled(line), Place(one.value, shift), y, "label", pane.palette.soft, "center")
            obstacles.append(
                Obstacle(y - 0.62 * size, y + 0.62 * size, share, shift - wide / 2, shift + wide / 2)
            )
    return (len(taken) * pitch + 0.25 * pane.em if taken else 0.0), obstacles


def verticals(
    drawing: Drawing,
    panel: RowsPanel,
    marks: list[Drawn],
    obstacles: list[Obstacle],
    first: float,
    last: float,
    foot: float,
) -> None:
    """The zero line and the dashed references, interrupted where a text stands."""
    pane = drawing.pane
    if marks and not panel.own_scales:
        for top, bottom in _baseline(drawing, marks, first, last, obstacles):
            drawing.rule((0, 0), (top, bottom), pane.palette.rule, layer="above")
    for one in panel.references:
        at = one.value, first, last + foot, obstacles
        parts = drawing.upright(*at) or drawing.upright(*at, least=0.0)
        drawing.traces.append(_reference(drawing, one, parts))


def _baseline(
    drawing: Drawing, marks: list[Drawn], first: float, last: float, obstacles: list[Obstacle]
) -> list[tuple[float, float]]:
    """The parts of the zero line: whole where it is clear of the names, else one for each bar."""
    parts = drawing.upright(0.0, first, last, obstacles)
    if len(parts) < 2:
        return parts
    reach = 0.22 * drawing.pane.em
    return [
        (one.y - one.high / 2 - reach, one.y + one.high / 2 + reach)
        for one in marks
        if one.mark.shape == "bar"
    ]


def _reference(drawing: Drawing, one: Reference, parts: list[tuple[float, float]]) -> dict[str, Any]:
    ys: list[float | None] = []
    for top, bottom in parts:
        ys += [top, bottom, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [one.value if y is not None else None for y in ys],
        "y": ys,
        "zorder": -1,
        "line": {"color": drawing.pane.shade(one.colour), "width": 0.11 * drawing.pane.em, "dash": "dash"},
        **hovering([one.row] * len(ys), [one.text] * len(ys)),
    }
