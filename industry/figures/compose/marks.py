"""A row's marks as Plotly traces, grouped by kind so that a panel has few of them.

Every trace carries its marks' observation ids in ``customdata``. Heights and places come from
``rows``; no text is set here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import copysign
from typing import Any

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import THIN, Drawing, Pane
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


def id_of(row: Observation | None) -> str:
    """What a trace says of a mark's observation: its id, "" for none."""
    return row.id if row else ""


def hovering(rows: Sequence[Observation | None], hovers: Sequence[str]) -> dict[str, Any]:
    """The part of a trace that says which observations it shows and what the pointer tells."""
    ids = [id_of(one) for one in rows]
    if not any(hovers):
        return {"customdata": ids, "hoverinfo": "skip"}
    told = list(map(wrapping.plain, hovers))
    return {"customdata": ids, "hovertext": told, "hovertemplate": "%{hovertext}<extra></extra>"}


def draw(drawing: Drawing, marks: list[Drawn]) -> None:
    """Adds the traces of all marks of a panel, the pale ones behind the others."""
    background = drawing.pane.palette.background
    tracks = [one for one in marks if one.mark.shape == "track"]
    bodies: list[Drawn] = []
    soft: list[Drawn] = []
    for one in marks:
        if one.mark.shape == "bar" and one.mark.finish == "about":
            piece = min(SOFT_END * (drawing.high - drawing.low), abs(one.end - one.start) / 2)
            split = one.end - copysign(piece, one.end - one.start)
            soft.append(replace(one, start=split))
            bodies.append(replace(one, end=split))
        elif one.mark.shape == "bar":
            bodies.append(one)
    colours = [one.mark.colour for one in tracks]
    fills = [pale(one, drawing.pane.palette) for one in colours]
    _bars(drawing, tracks, {"color": fills, "line": outline(colours, drawing.pane)})
    _bars(drawing, bodies, {"color": [one.mark.colour for one in bodies]})
    hatch = {"fgcolor": [one.mark.colour for one in soft], "bgcolor": background, "shape": "/", "size": 6}
    line = {"width": 1, "color": hatch["fgcolor"]}
    _bars(drawing, soft, {"color": background, "line": line, "pattern": {**hatch, "solidity": 0.45}})
    for one in marks:
        if one.mark.shape in ("link", "bracket"):
            _line(drawing, one)
    _tips(drawing, [one for one in marks if one.mark.finish in ("open_up", "open_down")])
    _rings(drawing, [one for one in marks if one.mark.shape == "ring"])
    _diamonds(drawing, [one for one in marks if one.mark.shape == "point"])


def _told(marks: Sequence[Drawn]) -> dict[str, Any]:
    """What all traces of marks have."""
    told = hovering([one.mark.row for one in marks], [one.mark.hover for one in marks])
    return {"y": [one.y for one in marks], "cliponaxis": False, **told}


def _bars(drawing: Drawing, marks: Sequence[Drawn], marker: dict[str, Any]) -> None:
    if marks:
        drawing.traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [one.start for one in marks],
                "x": [one.end - one.start for one in marks],
                "width": [one.high for one in marks],
                "marker": {"line": {"width": 0}, **marker},
                **_told(marks),
            }
        )


def _points(drawing: Drawing, marks: Sequence[Drawn], marker: dict[str, Any]) -> None:
    if marks:
        drawing.traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [one.end for one in marks],
                "marker": {**marker, "opacity": 1},
                **_told(marks),
            }
        )


def outline(colours: Sequence[str], pane: Pane) -> dict[str, Any]:
    """The edge of fills that are too pale to be seen by themselves, each in the mark's own of these colours."""
    return {"width": max(1.0, THIN * pane.em), "color": [pane.shade(one) for one in colours]}


def pale(colour: str, palette: theme.Palette) -> str:
    """The fill of a track, which an outline makes seen."""
    return theme.mix(colour, palette.background, 0.18)


def _line(drawing: Drawing, one: Drawn) -> None:
    """A link, or a bracket with an upright stroke at both ends."""
    bracket, em = one.mark.shape == "bracket", drawing.pane.em
    background = drawing.pane.palette.background
    colour = one.mark.colour if bracket else theme.paler(one.mark.colour, background, 0.5)
    stroke = {"symbol": "line-ns", "size": one.high, "line": {"color": colour, "width": 0.16 * em}}
    drawing.traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers" if bracket else "lines",
            "x": [one.start, one.end],
            "line": {"color": colour, "width": (0.16 if bracket else 0.22) * em},
            **({"marker": stroke} if bracket else {}),
            **_told((one, one)),
        }
    )


def _tips(drawing: Drawing, marks: Sequence[Drawn]) -> None:
    """Arrow heads of open ends: filled where the value may be more, hollow where it may be less."""
    colours = [one.mark.colour for one in marks]
    upward = [one.mark.finish == "open_up" for one in marks]
    background = drawing.pane.palette.background
    marker = {
        "symbol": ["triangle-right" if up else "triangle-left" for up in upward],
        "size": [one.high * (ARROW if one.mark.shape == "bar" else 0.6) for one in marks],
        "color": [colour if up else background for colour, up in zip(colours, upward, strict=True)],
        "line": {"color": colours, "width": 0.08 * drawing.pane.em},
    }
    _points(drawing, marks, marker)


def _rings(drawing: Drawing, marks: Sequence[Drawn]) -> None:
    em = drawing.pane.em
    line = {"color": [one.mark.colour for one in marks], "width": 0.17 * em}
    background = drawing.pane.palette.background
    _points(drawing, marks, {"symbol": "circle", "size": 1.12 * em, "color": background, "line": line})


def _diamonds(drawing: Drawing, marks: Sequence[Drawn]) -> None:
    colours, size = [one.mark.colour for one in marks], 0.98 * drawing.pane.em
    _points(drawing, marks, {"symbol": "diamond", "size": size, "color": colours, "line": {"width": 0}})
