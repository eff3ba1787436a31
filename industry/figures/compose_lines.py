"""Lines over ordered periods: names and last figures at the lines' ends, other figures where there is
room, columns below. With two columns it is a slope, with figures at both ends.

Gaps stay open: nothing is drawn where a value is missing or the record says that no line runs on.
Placing labels belongs in ``lines_labels``.
"""

from __future__ import annotations

from math import ceil, floor, log10
from typing import Any

from industry.figures import lines_labels, theme
from industry.figures.compose_marks import hovering
from industry.figures.lines_labels import End, Spot
from industry.figures.pane import Drawing, Pane, Place, styled
from industry.figures.record import LinesPanel, Series
from industry.figures.rows_plan import LINE

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon")
FLAT, LOW, TALL = 0.42, 12.0, 24.0  # of the width; em: how high a panel is that may choose
SCREEN, LEAST = 17.0, 7.0  # em: the height on screen; what a panel needs at least


def draw(panel: LinesPanel, pane: Pane) -> Drawing:
    """The panel in its pane. Where not every figure finds room, an axis of round values helps."""
    drawing, complete = _attempt(panel, pane, axis=False)
    if not complete:
        drawing, _ = _attempt(panel, pane, axis=True)
    return drawing


def _attempt(panel: LinesPanel, pane: Pane, axis: bool) -> tuple[Drawing, bool]:
    values = [value for one in panel.series for value in one.values if value is not None]
    low, high = min([*values, *([0.0] if panel.zero else [])]), max([*values, *([0.0] if panel.zero else [])])
    high = high if high > low else low + 1.0
    steps = _round_values(low, high) if axis else []
    slope = len(panel.columns) == 2
    ends = lines_labels.ends(panel, pane)
    drawing = Drawing(pane, low=0.0, high=float(max(len(panel.columns) - 1, 1)))
    if len(panel.columns) == 1:
        drawing.low, drawing.high = -0.5, 0.5
    drawing.right = max([1.2 * pane.em, *(one.width + lines_labels.AWAY * pane.em for one in ends if one.named)])
    firsts = [pane.measure(one.texts[0], "label") for one in panel.series if one.values and one.texts[0]]
    drawing.left = max([1.2 * pane.em, *(one / 2 for one in firsts)])
    if slope:
        drawing.left = max([drawing.left, *(one + 1.1 * pane.em for one in firsts)])
    if axis:
        drawing.left += max(pane.measure(_plain(one), "tick") for one in steps) + 0.5 * pane.em
    ticks, foot = _columns(drawing, panel)
    top = _legend(drawing, panel, ends)
    wanted = SCREEN if pane.fluid else max(LOW, min(FLAT * pane.width / pane.em, TALL))
    height = wanted * pane.em + foot + top if pane.height is None else pane.height
    drawing.height = max(height, top + foot + LEAST * pane.em)
    pad = 1.45 * pane.em
    upper, lower = top + pad, drawing.height - foot - (0.45 if panel.zero and low >= 0 else 1.2) * pane.em

    def level(value: float) -> float:
        return lower - (value - low) / (high - low) * (lower - upper)

    _grid(drawing, panel, [(level(one), _plain(one)) for one in steps], level(0.0) if low <= 0 <= high else None)
    if slope:
        _posts(drawing, upper, lower)
    for index, one in enumerate(panel.series):
        drawing.traces.append(_trace(panel, one, index, level, pane))
    _write_columns(drawing, ticks, drawing.height - foot)
    spots = [
        Spot(series, column, level(value), text, theme.readable(panel.series[series].colour, pane.palette.background))
        for series, line in enumerate(panel.series)
        for column, (value, text) in enumerate(zip(line.values, line.texts, strict=True))
        if value is not None
    ]
    return drawing, lines_labels.write(drawing, panel, spots, ends, (top, drawing.height - foot))


def _round_values(low: float, high: float) -> list[float]:
    """Three to six round values from ``low`` to ``high``."""
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.999)
    return [round(index * step, 10) for index in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def _plain(value: float) -> str:
    """A round value of the axis; it is no figure of anybody's."""
    return f"{value:g}".replace("-", "−") if abs(value) < 1e6 else str(int(value))


def _columns(drawing: Drawing, panel: LinesPanel) -> tuple[list[tuple[int, tuple[str, ...]]], float]:
    """The columns' labels that have room, as lines, and the height they take."""
    pane = drawing.pane
    count = len(panel.columns)
    pitch = drawing.span / max(count - 1, 1)
    labels = period_lines(panel.columns)
    if count > 1 and all(pane.measure(one, "tick") <= pitch - 0.6 * pane.em for one in panel.columns):
        labels = tuple((one,) for one in panel.columns)
    elif count <= 2:
        labels = tuple(pane.wrap(one, "tick", 0.46 * pane.width) for one in panel.columns)
    widest = max((pane.measure(line, "tick") for lines in labels for line in lines), default=0.0)
    every = 1 if count <= 2 else max(1, ceil((widest + 0.5 * pane.em) / pitch))
    shown = [(index, labels[index]) for index in range(count) if (count - 1 - index) % every == 0]
    shown = [
        (index, lines if place == 0 or len(lines) < 2 or lines[1:] != shown[place - 1][1][1:] else lines[:1])
        for place, (index, lines) in enumerate(shown)
    ]
    lines = max((len(one) for _, one in shown), default=0)
    return shown, (lines * LINE * pane.size("tick") + 0.5 * pane.em)


def period_lines(columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Labels of periods on two lines: the months, and below them the year. (A year that repeats is
    said once, when it is known which labels have room.)"""
    found = []
    for one in columns:
        year, mark, months = one.partition("年")
        words = one.rsplit(" ", 1)
        if mark and months and year.isdigit():
            found.append((months, year + mark))
        elif len(words) == 2 and words[1].isdigit():
            found.append((words[0], words[1]))
        else:
            found.append((one,))
    return tuple(found)


def _write_columns(drawing: Drawing, ticks: list[tuple[int, tuple[str, ...]]], top: float) -> None:
    pane = drawing.pane
    pitch = LINE * pane.size("tick")
    for index, lines in ticks:
        middle = drawing.share(index) * drawing.span + drawing.left
        half = max(pane.measure(line, "tick") for line in lines) / 2
        shift = max(half - middle, 0.0) or min(pane.width - middle - half, 0.0)
        for number, line in enumerate(lines):
            y = top + 0.4 * pane.em + (number + 0.5) * pitch
            drawing.write(styled(line), Place(index, shift), y, "tick", pane.palette.soft, "center")


def _legend(drawing: Drawing, panel: LinesPanel, ends: list[End]) -> float:
    """Names of the lines that have none at their end, above the plot; the height they take."""
    pane = drawing.pane
    unnamed = [one for one, end in zip(panel.series, ends, strict=True) if not end.named]
    if not unnamed:
        return 0.0
    pitch = LINE * pane.size("legend")
    y, used, line = 0.5 * pitch, 0.0, ""
    for one in unnamed:
        wide = pane.measure(f"━ {one.name}　", "legend")
        if used and used + wide > pane.width:
            drawing.write(line, Place(None), y, "legend", pane.palette.soft)
            y, used, line = y + pitch, 0.0, ""
        sign = "┅" if one.dashed else "━"
        line += styled(sign, colour=one.colour, bold=True) + styled(f" {one.name}　")
        used += wide
    drawing.write(line, Place(None), y, "legend", pane.palette.soft)
    return y + 0.5 * pitch + 0.3 * pane.em


def _grid(drawing: Drawing, panel: LinesPanel, steps: list[tuple[float, str]], zero: float | None) -> None:
    """Faint lines at the round values, a firm one at zero."""
    pane = drawing.pane
    edge = max((pane.measure(words, "tick") for _, words in steps), default=0.0) + 0.15 * pane.em
    for y, words in steps:
        drawing.write(words, Place(None, edge), y, "tick", pane.palette.soft, "right")
    for y, colour in [*((y, pane.palette.faint) for y, _ in steps), *([(zero, pane.palette.rule)] if zero else [])]:
        drawing.shapes.append(
            {
                "type": "line", "xref": "x domain", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y,
                "layer": "below", "line": {"color": colour, "width": max(1.0, 0.05 * pane.em)},
            }
        )  # fmt: skip


def _posts(drawing: Drawing, top: float, bottom: float) -> None:
    """The two upright lines of a slope."""
    for x in (0, 1):
        drawing.shapes.append(
            {
                "type": "line", "xref": "x", "yref": "y", "x0": x, "x1": x, "y0": top, "y1": bottom,
                "layer": "below", "line": {"color": drawing.pane.palette.faint, "width": max(1.0, 0.07 * drawing.pane.em)},
            }
        )  # fmt: skip


def _trace(panel: LinesPanel, one: Series, index: int, level: Any, pane: Pane) -> dict[str, Any]:
    x: list[int | None] = []
    y: list[float | None] = []
    rows: list[str] = []
    hovers: list[str] = []
    for column, value in enumerate(one.values):
        x.append(column)
        y.append(None if value is None else level(value))
        rows.append(one.rows[column] or "")
        hovers.append(one.hovers[column] or "")
        if column in panel.gaps:
            x.append(None)
            y.append(None)
            rows.append("")
            hovers.append("")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": one.name,
        "x": x,
        "y": y,
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": one.colour, "width": 0.14 * pane.em, "dash": "dash" if one.dashed else "solid"},
        "marker": {
            "color": one.colour,
            "size": 0.5 * pane.em,
            "symbol": SYMBOLS[index % len(SYMBOLS)],
            "line": {"width": 0},
        },
        **hovering(rows, hovers),
    }
