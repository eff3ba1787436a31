"""Whose the numbers written in a chart of lines are, by their places alone: measured in what Plotly is given."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import partial
from math import hypot, inf
from typing import Any, NamedTuple

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose import wrapping
from industry.figures.compose.on_canvas import Plot, compose, screen
from industry.figures.record import Figure, LinesPanel, Panel
from industry.vocabulary.configuration import Size

WIDTHS = (280, 340, 450, 600, 900, 1560)  # panels' in windows of 390, 1366 and 1920 pixels, and between
HALF = 0.56  # of its type: half the height of a figure


class Point(NamedTuple):
    """A mark: its line, its column, CSS pixels from the figure's corner."""

    line: int
    column: int
    x: float
    y: float


class Written(NamedTuple):
    """A number without a name: the mark that it is of, and how many pixels lie between its box and that, and between
    its box and the nearest mark of another line."""

    point: Point
    text: str
    own: float
    other: float


def written(figure: Figure, sizes: Iterable[Size]) -> Iterator[tuple[str, Written]]:
    """Every number at a mark, in pictures of the ``sizes`` and on screen, with where it was seen."""
    for size in sizes:
        plot = compose(figure, canvas_of(size))
        if plot["data"]:
            yield from ((size.id, one) for one in numbers(plot, figure.panels))
    for at, panel in enumerate(figure.panels):
        plot = screen(figure, at)
        for width in WIDTHS:
            yield from ((f"{width}", one) for one in numbers(plot, (panel,), width))


def numbers(plot: Plot, panels: tuple[Panel, ...], width: float | None = None) -> Iterator[Written]:
    """The numbers at the marks of all panels of lines, those with the line's name beside them left out. ``width``: CSS
    pixels of a plot that takes the room it has."""
    layout = plot["layout"]
    for place, panel in enumerate(panels):
        if isinstance(panel, LinesPanel):
            axis = str(place + 1) if place else ""
            yield from _of(panel, axis, plot, layout | {"width": width or layout["width"]})


def _of(panel: LinesPanel, axis: str, plot: Plot, layout: dict[str, Any]) -> Iterator[Written]:
    margin = layout["margin"]
    wide, high = (
        layout["width"] - margin["l"] - margin["r"],
        layout["height"] - margin["t"] - margin["b"],
    )

    def x(value: float) -> float:
        return float(margin["l"] + wide * share(layout["xaxis" + axis], value))

    def y(value: float) -> float:
        return float(margin["t"] + high * (1 - share(layout["yaxis" + axis], value)))

    lines = [
        one for one in plot["data"] if one.get("xaxis", "x") == "x" + axis and one["mode"] == "lines+markers"
    ]
    assert len(lines) == len(panel.series)
    points = [
        Point(number, column, x(column), y(value))
        for number, one in enumerate(lines)
        for column, value in zip(one["x"], one["y"], strict=True)
        if value is not None
    ]
    for one in layout.get("annotations", ()):
        found = [
            point
            for point in points
            if one["xref"] == "x" + axis
            and one["x"] == point.column
            and _plain(one["text"]) == wrapping.plain(panel.series[point.line].texts[point.column])
        ]
        if not found:
            continue
        size, text = one["font"]["size"], _plain(one["text"])
        across = wrapping.width(text) * size
        begin = (
            x(one["x"]) + one["xshift"] - {"left": 0.0, "center": 0.5, "right": 1.0}[one["xanchor"]] * across
        )
        middle = y(one["y"])
        box = begin, middle - HALF * size, begin + across, middle + HALF * size
        of = min(found, key=partial(_apart, box))  # of two lines with one number, either
        others = (_apart(box, point) for point in points if point.line != of.line)
        yield Written(of, text, _apart(box, of), min(others, default=inf))


def _apart(box: tuple[float, float, float, float], point: Point) -> float:
    """Pixels between a box and a mark's middle."""
    left, top, right, bottom = box
    return hypot(max(left - point.x, 0.0, point.x - right), max(top - point.y, 0.0, point.y - bottom))


def share(axis: dict[str, Any], value: float) -> float:
    """Where a value of an axis stands on the sheet, from 0 to 1."""
    (first, last), (low, high) = axis["range"], axis.get("domain", (0, 1))
    return float(low + (high - low) * (value - first) / (last - first))


def _plain(text: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", text))
