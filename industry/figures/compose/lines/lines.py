"""Lines over ordered periods: names and last figures at the lines' ends, other figures where there is
room, columns below. With two columns it is a slope, with figures at both ends.

Gaps stay open: nothing is drawn where a value is missing or the record says that no line runs on.
Placing labels belongs in ``line_labels``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.compose.lines import column_labels, line_labels, value_scale
from industry.figures.compose.lines.line_labels import Spot
from industry.figures.compose.marks import hovering
from industry.figures.compose.panel_drawing import Drawing, Pane, Place, styled
from industry.figures.record import LinesPanel, Series


class Symbol(NamedTuple):
    """What tells a line apart besides its colour: Plotly's name, that of the nearest in native charts, and the
    sign of a legend. None is a triangle, which readers take for up and down."""

    drawn: str
    native: str
    sign: str


SYMBOLS = (
    Symbol("circle", "circle", "●"),
    Symbol("x", "x", "×"),
    Symbol("cross", "plus", "＋"),
    Symbol("diamond", "diamond", "◆"),
    Symbol("square", "square", "■"),
    Symbol("circle-open", "circle", "○"),
)
SLOPE = 2  # columns of a slope
SPREAD = 73  # a modulus by which the colours of data/regions.yaml fall on five symbols, China's on the first
FLAT, LOW, TALL = 0.42, 12.0, 24.0  # of the width; em: how high a panel is that may choose
SCREEN = 17.0  # em: the height on screen
LEAST = (7.0, 5.0, 4.0)  # em that a panel needs at least, the tighter the less


def draw(panel: LinesPanel, pane: Pane) -> Drawing:
    """The panel in its pane. Where not every figure finds room, an axis of round values helps; the derived
    ones that find none even so are told below the columns, and that others are left out, unless that line would cost more of
    them their room."""
    axis = False
    told: tuple[Spot, ...] = ()
    drawing, labels = _attempt(panel, pane, axis, told)
    while (not labels.complete and not axis) or labels.untold:
        axis, told = axis or not labels.complete, (*told, *labels.untold)
        drawing, labels = _attempt(panel, pane, axis, told)
    if labels.bare and panel.unwritten:
        said, left = _attempt(panel, pane, axis, told, panel.unwritten)
        if left.bare <= labels.bare and not left.untold and (pane.fluid or said.height <= drawing.height):
            return said
    return drawing


def _attempt(
    panel: LinesPanel, pane: Pane, axis: bool, told: tuple[Spot, ...], more: str = ""
) -> tuple[Drawing, line_labels.Labels]:
    """The panel with an axis or without, and with the figures of the points ``told`` in words below it and what
    there is ``more`` to say."""
    low, high = value_scale.extent(panel)
    steps = value_scale.inside(low, high) if axis else []
    slope = len(panel.columns) == SLOPE
    ends = line_labels.ends(panel, pane)
    drawing = Drawing(pane, low=0.0, high=float(max(len(panel.columns) - 1, 1)))
    if len(panel.columns) == 1:
        drawing.low, drawing.high = -0.5, 0.5
    drawing.right = max(
        [
            pane.keep.right,
            1.2 * pane.em,
            *(one.width + line_labels.AWAY * pane.em for one in ends if one.beside),
        ]
    )
    firsts = [pane.measure(one.texts[0], "label") for one in panel.series if one.values and one.texts[0]]
    drawing.left = max([1.2 * pane.em, *(one / 2 for one in firsts)])
    if slope:
        drawing.left = max([drawing.left, *(one + 1.1 * pane.em for one in firsts)])
    if axis:
        drawing.left += pane.widest((_plain(one, panel.grouped) for one in steps), "tick") + 0.5 * pane.em
    drawing.left = max(drawing.left, pane.keep.left)
    top = drawing.legend(
        [
            (SYMBOLS[marker].sign.join(2 * ("┅" if one.dashed else "━")), pane.shade(one.colour), one.name)
            for one, marker in zip(panel.series, markers(panel.series), strict=True)
        ]
        if any(not one.named for one in ends)  # all of them or none
        else []
    )
    drawing.above = top = max(top, pane.keep.above)
    least = max(LEAST[pane.tight] * pane.em, line_labels.stacked(panel, pane, ends))
    below = column_labels.columns(drawing, panel, least)
    drawing.told = line_labels.in_words(panel, told, more)
    words = () if pane.fluid else pane.listed(drawing.told, "aside")
    under = len(words) * pane.line("aside")
    foot = max(below.height + (0.0 if drawing.ticks else under), pane.keep.below)
    drawing.below += under if drawing.ticks else 0.0  # under the browser's own labels
    drawing.foot = foot
    wanted = SCREEN if pane.fluid else max(LOW, min(FLAT * pane.width / pane.em, TALL))
    height = wanted * pane.em + foot + top if pane.height is None else pane.height
    drawing.height = max(height, top + foot + least)
    pad = 1.6 * pane.em
    upper, lower = top + pad, drawing.height - foot - (0.45 if panel.zero and low >= 0 else 1.2) * pane.em

    def level(value: float) -> float:
        return lower - (value - low) / (high - low) * (lower - upper)

    apart = _spaced([(level(one), _plain(one, panel.grouped)) for one in steps], pane.line("tick"))
    _grid(drawing, apart, level(0.0) if low <= 0 <= high else None)
    if slope:
        _posts(drawing, upper, lower)
    for one, marker in zip(panel.series, markers(panel.series), strict=True):
        drawing.traces.append(_trace(panel, one, marker, level, pane))
    column_labels.write(drawing, below, drawing.height - foot)
    for index, line in enumerate(words):
        y = drawing.height + drawing.below - (len(words) - index - 0.5) * pane.line("aside")
        drawing.write(styled(line), Place(None), y, "aside")
    spots = [
        Spot(
            series,
            column,
            level(value),
            text,
            theme.readable(panel.series[series].colour, pane.palette.background),
            panel.series[series].derived(column),
        )
        for series, line in enumerate(panel.series)
        for column, (value, text) in enumerate(zip(line.values, line.texts, strict=True))
        if value is not None
    ]
    zero = level(0.0) if low <= 0 <= high else None
    known = {(one.series, one.column) for one in told}
    spots = [replace(one, told=(one.series, one.column) in known) for one in spots]
    return drawing, line_labels.write(drawing, panel, spots, ends, (top, drawing.height - foot), zero)


def _spaced(steps: list[tuple[float, str]], least: float) -> list[tuple[float, str]]:
    """The steps of the scale without those that would stand less than ``least`` pixels from one kept; zero first."""
    kept: list[tuple[float, str]] = []
    for one in sorted(steps, key=lambda step: (step[1] != "0", -step[0])):
        if all(abs(one[0] - other) >= least for other, _ in kept):
            kept.append(one)
    return sorted(kept, reverse=True)


def _plain(value: float, grouped: bool) -> str:
    """A round value of the axis, which is no figure of anybody's; ``grouped``: with commas between its thousands."""
    told = f"{round(value, 10):,.10f}".rstrip("0").rstrip(".").replace("-", "−")
    return told if grouped else told.replace(",", "")


def _grid(drawing: Drawing, steps: list[tuple[float, str]], zero: float | None) -> None:
    """Faint lines at the round values, a firm one at zero."""
    pane = drawing.pane
    edge = pane.widest((words for _, words in steps), "tick") + 0.15 * pane.em
    for y, words in steps:
        drawing.write(words, Place(None, edge), y, "tick", anchor="right")
    for y, colour in [
        *((y, pane.palette.faint) for y, _ in steps),
        *([(zero, pane.palette.rule)] if zero is not None else []),
    ]:
        drawing.rule((0, 1), (y, y), colour, "x domain")


def _posts(drawing: Drawing, top: float, bottom: float) -> None:
    """The two upright lines of a slope."""
    for x in (0, 1):
        drawing.rule((x, x), (top, bottom), drawing.pane.palette.faint)


def markers(series: Sequence[Series]) -> list[int]:
    """The place of each line's symbol, which goes by its region's own colour: a region has the same one in every
    panel and file. Only where two lines of a panel would have the same does one take the next that is free."""
    found: list[int] = []
    for one in series:
        first = int(one.own.lstrip("#"), 16) % SPREAD % len(SYMBOLS)
        tried = [(first + step) % len(SYMBOLS) for step in range(len(SYMBOLS))]
        found.append(next((place for place in tried if place not in found), first))
    return found


def _edge(symbol: str, pane: Pane) -> dict[str, Any]:
    """The edge of a mark: of a full one a fine light line, by which two that nearly meet are told apart."""
    if "open" in symbol:
        return {"width": 0.1 * pane.em}
    return {"width": 0.05 * pane.em, "color": pane.palette.background}


def _trace(panel: LinesPanel, one: Series, marker: int, level: Any, pane: Pane) -> dict[str, Any]:
    # after a column that no line runs on from stands one with nothing in it
    columns = [
        place
        for column in range(len(one.values))
        for place in ((column, None) if column in panel.gaps else (column,))
    ]
    values = [None if column is None else one.values[column] for column in columns]
    rows = [None if column is None else one.rows[column] for column in columns]
    hovers = ["" if column is None else one.hovers[column] for column in columns]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": wrapping.plain(one.name),
        "x": columns,
        "y": [None if value is None else level(value) for value in values],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {
            "color": pane.shade(one.colour),
            "width": 0.14 * pane.em,
            "dash": "dash" if one.dashed else "solid",
        },
        "marker": {
            "color": pane.shade(one.colour),
            "size": 0.56 * pane.em,
            "symbol": SYMBOLS[marker].drawn,
            "line": _edge(SYMBOLS[marker].drawn, pane),
        },
        **hovering(rows, hovers),
    }
