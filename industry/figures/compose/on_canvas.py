"""Sets a figure on a canvas: the picture with all its texts, or one panel alone for the screen.

What stands on it, and how large, was decided in ``setting``: header and footer take the height of their lines, and nothing
overlaps or is cut off.
"""

from __future__ import annotations

import html
from dataclasses import replace
from math import ceil
from typing import Any

from plotly.io import to_json

from industry.figures import theme
from industry.figures.compose import header_footer, panel_layout, wrapping
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.header_footer import Line
from industry.figures.compose.panel_drawing import NARROWEST, Pane, styled
from industry.figures.compose.panel_layout import Cell
from industry.figures.compose.setting import sentence, setting
from industry.figures.record import Figure, TablePanel

SCREEN_TYPE = 15.0
PALETTE = theme.LIGHT
_WHOLE = {key: {"marker": {"opacity": 1}} for key in ("selected", "unselected")}
"""A mark that a reader clicks leaves the others as they are."""
NARROW = 0.001  # of the sheet: the least that an axis has, else Plotly gives it the whole

Plot = dict[str, Any]
"""A figure in Plotly's own form, ``data`` and ``layout``, to be read only. Plotly takes it whole and as it is, which tests have
it say of figures of every kind (``tests/figures/plotted.py``): its asking would take longer than all that is done here."""

__all__ = ["Plot", "around", "as_json", "compose", "fits", "overflow", "screen"]


def compose(figure: Figure, canvas: Canvas, title: bool = True) -> Plot:
    """The picture: ``title`` False leaves title and finding to the caption of a report. The layout's
    height is the canvas's, or what the figure needs where that is None or grows."""
    set_ = setting(figure, canvas, title)
    canvas, margin = set_.canvas, header_footer.margin(canvas)
    free = set_.free
    inner = set_.head.height + (set_.used if free is None else max(free, set_.used)) + set_.foot.height
    height = (
        float(canvas.height)
        if canvas.height is not None
        else float(min(ceil(inner + 2 * margin), canvas.most))
    )
    area = (header_footer.room(canvas), height - 2 * margin)
    layout: dict[str, Any] = {
        "template": theme.template(PALETTE, canvas.type),
        "width": canvas.width,
        "height": height,
        "autosize": False,
        "margin": {"l": margin, "r": margin, "t": margin, "b": margin, "pad": 0, "autoexpand": False},
        "hovermode": "closest",
        "barmode": "overlay",
    }
    lines = list(set_.head.lines)
    if not set_.cells:
        lines += sentence(set_.sentence, canvas, set_.head.height, free).lines
        layout |= {"xaxis": {"visible": False}, "yaxis": {"visible": False}}
    lines += [replace(one, y=one.y + area[1] - set_.foot.height) for one in set_.foot.lines]
    notes = [header_footer.annotation(one, area) for one in lines]
    shapes = [_box(box, area, set_.foot.height) for box in set_.foot.boxes]
    traces: list[dict[str, Any]] = []
    for index, cell in enumerate(set_.cells):
        place = replace(cell, y=cell.y + set_.head.height)
        notes += [header_footer.annotation(one, area) for one in _headings(place, canvas)]
        _place(place, index, area, layout, traces, notes, shapes)
    return _plot(traces, layout, notes, shapes)


def as_json(plot: Plot) -> str:
    """The plot as Plotly's script reads it."""
    return str(to_json(plot, validate=False))


def overflow(figure: Figure, canvas: Canvas) -> tuple[str, ...]:
    """The texts of the frame that this canvas has no room for in full: they belong in the speaker notes, or
    beside the picture."""
    found = setting(figure, canvas)
    left_out = (one.panel.left_out for one in found.cells if isinstance(one.panel, TablePanel))
    return (*found.head.missing, *found.foot.missing, *filter(None, left_out))


def fits(figure: Figure, canvas: Canvas) -> bool:
    """Whether all panels of a figure stand on this canvas in type that can be read."""
    return setting(figure, canvas).readable


def screen(figure: Figure, panel: int, dark: bool = False) -> Plot:
    """A panel alone for the dashboard, right for any width from `NARROWEST` up: no texts of the
    frame, no heading and unit, no background; the browser gives the width. The texts `around` it ride in the layout's ``meta``."""
    palette = theme.DARK if dark else theme.LIGHT
    pane = Pane(NARROWEST, None, SCREEN_TYPE, palette, fluid=True)
    drawing = panel_layout.draw(
        figure.panels[panel], replace(pane, keep=panel_layout.shared(figure.panels, pane)[panel])
    )
    across, down = drawing.axes()
    fitted = any("insidetextfont" in one for one in drawing.traces)
    layout: dict[str, Any] = {
        "template": theme.template(palette, SCREEN_TYPE),
        "autosize": True,
        **({"uniformtext": {"minsize": pane.size("tick"), "mode": "hide"}} if fitted else {}),
        "height": ceil(drawing.height) + ceil(drawing.below),
        "margin": {
            "l": drawing.left,
            "r": drawing.right,
            "t": 0,
            "b": ceil(drawing.below),
            "pad": 0,
            "autoexpand": False,
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "closest",
        "barmode": "overlay",
        "dragmode": False,
        "meta": {
            "legend": [[sign, colour, wrapping.plain(words)] for sign, colour, words in drawing.key],
            "told": [wrapping.plain(one) for one in drawing.told],
        },
        "xaxis": across,
        "yaxis": {**down, "range": [ceil(drawing.height), 0]},
    }
    return _plot([{**one, **_WHOLE} for one in drawing.traces], layout, drawing.texts, drawing.shapes)


def around(plot: Plot) -> tuple[list[tuple[str, str, str]], list[str]]:
    """The texts around a panel on screen: above it the entries of a legend, signs with their colours and words, and below it what is
    told in words, items of a list that each have the mark behind them. Nothing of a plot that is no panel's."""
    held = plot.get("layout", {}).get("meta", {"legend": (), "told": ()})
    legend = [(sign, colour, html.unescape(words)) for sign, colour, words in held["legend"]]
    return legend, [html.unescape(one) for one in held["told"]]


def _plot(
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
    texts: list[dict[str, Any]],
    shapes: list[dict[str, Any]],
) -> Plot:
    """The plot, which names nothing that it has none of."""
    more = {"annotations": texts, "shapes": shapes}
    return {"data": traces, "layout": {**layout, **{name: held for name, held in more.items() if held}}}


def _headings(cell: Cell, canvas: Canvas) -> list[Line]:
    panel, wide = cell.panel, cell.drawing.pane.width
    big, small = header_footer.size(canvas, "heading"), header_footer.size(canvas, "unit")
    lines, _, own = panel_layout.heading(panel, canvas, wide)
    pitch = 1.35 * big
    found = [
        Line(styled(line, bold=True), cell.x, cell.y + (index + 0.5) * pitch, big, PALETTE.ink)
        for index, line in enumerate(lines)
    ]
    if panel.unit:
        y = cell.y + (len(lines) + 0.5 if own else max(len(lines), 1) - 0.5) * pitch
        found.append(Line(styled(panel.unit), cell.x + wide, y, small, PALETTE.soft, "right"))
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

    def named(axis: str) -> str:
        return axis[0] + number + axis[1:]

    layout["xaxis" + number] = {
        **across,
        "domain": _domain(left / area[0], right / area[0]),
        "anchor": "y" + number,
    }
    low = 1 - (top + drawing.height) / area[1]
    layout["yaxis" + number] = {**down, "domain": _domain(low, 1 - top / area[1]), "anchor": "x" + number}
    traces += [{**one, "xaxis": "x" + number, "yaxis": "y" + number} for one in drawing.traces]
    for one in drawing.texts:
        notes.append({**one, "xref": named(one["xref"]), "yref": named(one["yref"])})
    for one in drawing.shapes:
        shapes.append({**one, "xref": named(one["xref"]), "yref": named(one["yref"])})


def _domain(low: float, high: float) -> list[float]:
    """Where an axis begins and ends on the sheet, also where what stands above it leaves it no room."""
    end = min(max(high, NARROW), 1.0)
    return [min(max(low, 0.0), end - NARROW), end]
