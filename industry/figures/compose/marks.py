"""A row's marks as Plotly traces, grouped by kind so that a panel has few of them.

Every trace carries its marks' observation ids in ``customdata``. Heights and places come from
``rows``; no text is set here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from industry.figures import theme
from industry.figures.compose.panel_drawing import Drawing
from industry.figures.record import Mark
from industry.vocabulary.observation import Observation

SOFT_END = 0.06  # of the scale: the hatched part of a bar that ends 约
ARROW = 0.8  # of a bar's height: the tip of one that ends 以上


@dataclass(frozen=True)
class Drawn:
    """A mark with its place on the drawing: the scale's values and pixels from the top."""

    mark: Mark
    start: float
    end: float
    y: float
    high: float


@dataclass
class Bars:
    """Bars of one look, gathered into a trace."""

    base: list[float] = field(default_factory=list)
    length: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    colour: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)

    def add(self, one: Drawn, start: float, end: float, colour: str) -> None:
        self.base.append(start)
        self.length.append(end - start)
        self.y.append(one.y)
        self.high.append(one.high)
        self.colour.append(colour)
        self.row.append(id_of(one.mark.row))
        self.hover.append(one.mark.hover)

    def trace(self, background: str, hatched: bool) -> dict[str, Any]:
        marker: dict[str, Any] = {"color": self.colour, "line": {"width": 0}}
        if hatched:
            marker = {
                "color": background,
                "line": {"width": 1, "color": self.colour},
                "pattern": {
                    "shape": "/",
                    "fgcolor": self.colour,
                    "bgcolor": background,
                    "size": 6,
                    "solidity": 0.45,
                },
            }
        return {
            "type": "bar",
            "orientation": "h",
            "base": self.base,
            "x": self.length,
            "y": self.y,
            "width": self.high,
            "marker": marker,
            "cliponaxis": False,
            **hovering(self.row, self.hover),
        }


def id_of(row: Observation | None) -> str:
    """What a trace says of a mark's observation: its id, "" for none."""
    return row.id if row else ""


def hovering(rows: Sequence[str], hovers: Sequence[str]) -> dict[str, Any]:
    """The part of a trace that says which observations it shows and what the pointer tells."""
    if not any(hovers):
        return {"customdata": rows, "hoverinfo": "skip"}
    return {"customdata": rows, "hovertext": hovers, "hovertemplate": "%{hovertext}<extra></extra>"}


def draw(drawing: Drawing, marks: list[Drawn]) -> None:
    """Adds the traces of all marks of a panel, the pale ones behind the others."""
    palette = drawing.pane.palette
    tracks, bodies, soft = Bars(), Bars(), Bars()
    span = drawing.high - drawing.low
    for one in marks:
        if one.mark.shape == "track":
            tracks.add(one, one.start, one.end, pale(one.mark.colour, palette))
        elif one.mark.shape == "bar":
            end = one.end
            if one.mark.finish == "about":
                piece = min(SOFT_END * span, abs(one.end - one.start) / 2)
                end = one.end - piece if one.end >= one.start else one.end + piece
                soft.add(one, end, one.end, one.mark.colour)
            bodies.add(one, one.start, end, one.mark.colour)
    for bars, hatched in ((tracks, False), (bodies, False), (soft, True)):
        if bars.base:
            drawing.traces.append(bars.trace(palette.background, hatched))
    for one in marks:
        if one.mark.shape in ("link", "bracket"):
            drawing.traces.append(_line(drawing, one))
    _tips(drawing, [one for one in marks if one.mark.finish in ("open_up", "open_down")])
    for shape in ("ring", "point"):
        _points(drawing, [one for one in marks if one.mark.shape == shape], shape)


def pale(colour: str, palette: theme.Palette) -> str:
    """The colour of a track."""
    return theme.mix(colour, palette.background, 0.18)


def _line(drawing: Drawing, one: Drawn) -> dict[str, Any]:
    palette = drawing.pane.palette
    bracket = one.mark.shape == "bracket"
    colour = one.mark.colour if bracket else theme.mix(one.mark.colour, palette.background, 0.5)
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers" if bracket else "lines",
        "x": [one.start, one.end],
        "y": [one.y, one.y],
        "line": {"color": colour, "width": (0.16 if bracket else 0.22) * drawing.pane.em},
        "cliponaxis": False,
        **hovering([id_of(one.mark.row)] * 2, [one.mark.hover] * 2),
    }
    if bracket:
        trace["marker"] = {
            "symbol": "line-ns",
            "size": one.high,
            "line": {"color": colour, "width": 0.16 * drawing.pane.em},
        }
    return trace


def _tips(drawing: Drawing, marks: list[Drawn]) -> None:
    """Arrow heads of open ends: filled where the value may be more, hollow where it may be less."""
    if not marks:
        return
    background = drawing.pane.palette.background
    upward = [one.mark.finish == "open_up" for one in marks]
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.end for one in marks],
            "y": [one.y for one in marks],
            "cliponaxis": False,
            "marker": {
                "symbol": ["triangle-right" if up else "triangle-left" for up in upward],
                "size": [_tip(one) for one in marks],
                "color": [
                    one.mark.colour if up else background for one, up in zip(marks, upward, strict=True)
                ],
                "line": {"color": [one.mark.colour for one in marks], "width": 0.08 * drawing.pane.em},
                "opacity": 1,
            },
            **hovering([id_of(one.mark.row) for one in marks], [one.mark.hover for one in marks]),
        }
    )


def _tip(one: Drawn) -> float:
    return one.high * ARROW if one.mark.shape == "bar" else one.high * 0.6


def _points(drawing: Drawing, marks: list[Drawn], shape: str) -> None:
    if not marks:
        return
    em = drawing.pane.em
    colours = [one.mark.colour for one in marks]
    ring = {
        "symbol": "circle",
        "size": 1.12 * em,
        "color": drawing.pane.palette.background,
        "line": {"color": colours, "width": 0.17 * em},
    }
    point = {"symbol": "diamond", "size": 0.98 * em, "color": colours, "line": {"width": 0}}
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.end for one in marks],
            "y": [one.y for one in marks],
            "cliponaxis": False,
            "marker": {**(ring if shape == "ring" else point), "opacity": 1},
            **hovering([id_of(one.mark.row) for one in marks], [one.mark.hover for one in marks]),
        }
    )
