"""The labels of the columns under lines: months, and below them, on screen above them, the year, once.

Where they would meet they are turned upright, if need be in two rows; where not even those have room they are thinned,
the first and the last column that have marks keeping theirs. Where every second lies level they are, too, if turned ones would leave
a plot that is hardly high enough.
On screen as many are set as lie level in a panel of common width, years on a phone too, and the browser turns
them where it is narrower.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

from industry.figures.compose.panel_drawing import Drawing, Pane, Place, inward, styled
from industry.figures.record import LinesPanel

TURNED = 7.0  # em: the longest label that is turned upright on a narrow screen
LEVEL, YEARS = 33.0, 20.0  # em of a panel's scale on screen on which months lie level, and years
ROUNDING = 1.5  # pixels by which a browser may set a label wider than it was reckoned
UPRIGHT = 1.5  # of its type that an upright label needs across
LOW = 8.0  # em of a plot below which every second label is left out rather than all turned
ROWS = (1, 2)  # of upright labels, column by column in turn, before some are left out
Ticks = list[tuple[int, tuple[str, ...]]]


@dataclass(frozen=True)
class Below:
    """What stands below the columns: ``ticks``, level lines by their column, under the labels that are
    ``upright`` (each with the pixels above it), which take ``turned`` pixels of the ``height`` of all."""

    ticks: Ticks
    height: float
    upright: tuple[tuple[int, str, float], ...] = ()
    turned: float = 0.0


def columns(drawing: Drawing, panel: LinesPanel, least: float) -> Below:
    """The columns' labels and the pixels they take, where the plot needs at ``least`` so many. On screen many columns are
    left to the browser, which turns their labels where the panel is narrow."""
    pane = drawing.pane
    count = len(panel.columns)
    pitch = drawing.span / max(count - 1, 1)
    labels = tuple(one.lines for one in panel.columns)
    if count > 1 and all(pane.measure(one.whole, "tick") <= pitch - 0.6 * pane.em for one in panel.columns):
        labels = tuple((one.whole,) for one in panel.columns)
    elif count <= 2:
        room = _share(drawing, count)
        labels = tuple(
            (one.whole,) if pane.measure(one.whole, "tick") <= room else _wrapped(pane, one.lines, room)
            for one in panel.columns
        )
    widest = pane.widest((line for lines in labels for line in lines), "tick")
    every = 1 if count <= 2 else max(1, ceil((widest + 0.5 * pane.em) / pitch))
    if every > 1 and pane.fluid and widest <= TURNED * pane.em:
        return _left_to_browser(drawing, panel, labels)
    rows = next((one for one in ROWS if one * pitch >= UPRIGHT * pane.size("tick")), 0)
    if every > 1 and rows:
        turned = _upright(drawing, panel, rows)
        high = (pane.height or inf) - drawing.above - turned.height
        if every > 2 or pane.tight or not least <= high < LOW * pane.em:
            return turned
    shown = _years_once([(index, labels[index]) for index in _thinned(panel, every)])
    if pane.fluid:
        shown = _years_above(panel, shown)
    lines = max((len(one) for _, one in shown), default=0)
    return Below(shown, lines * pane.line("tick") + 0.5 * pane.em)


def _thinned(panel: LinesPanel, every: int) -> list[int]:
    """Columns ``every`` so many, or farther, from one another, evenly where less than twice as far allows it: among them the
    first and the last that have a mark, or where these are nearer the last."""
    count = len(panel.columns)
    held = [index for index in range(count) if any(one.values[index] is not None for one in panel.series)]
    first, last = (held[0], held[-1]) if held else (0, count - 1)
    if last - first < every:
        first = last
    every = next((one for one in range(every, 2 * every) if (last - first) % one == 0), every)
    between = range(last - every, first + every - 1, -every)
    return sorted({*range(first, -1, -every), *between, *range(last, count, every)})


def _upright(drawing: Drawing, panel: LinesPanel, rows: int) -> Below:
    """Every label turned: the months, with the years level below them where these have room, else both."""
    pane = drawing.pane
    starts: Ticks = [
        (index, (one.year,))
        for index, one in enumerate(panel.columns)
        if one.year and (index == 0 or panel.columns[index - 1].year != one.year)
    ]
    spans = [_around(drawing, index, pane.measure(words, "tick")) for index, (words,) in starts]
    level = bool(starts) and all(one[1] + 0.4 * pane.em <= two[0] for one, two in pairwise(spans))
    words = [one.lines[0] if level else one.whole for one in panel.columns]
    row = pane.widest(words, "tick") + 0.4 * pane.em
    turned = rows * row
    years = pane.line("tick") if level else 0.0
    upright = tuple((index, one, index % rows * row) for index, one in enumerate(words))
    return Below(starts if level else [], turned + years + 0.5 * pane.em, upright, turned)


def _around(drawing: Drawing, index: int, wide: float) -> tuple[float, float]:
    """From where to where a label around a column reaches, moved to stay inside the pane."""
    middle = drawing.share(index) * drawing.span + drawing.left
    middle += drawing.inward(middle, wide)
    return middle - wide / 2, middle + wide / 2


def _wrapped(pane: Pane, lines: tuple[str, ...], room: float) -> tuple[str, ...]:
    return tuple(part for line in lines for part in pane.wrap(line, "tick", room))


def _share(drawing: Drawing, count: int) -> float:
    """Pixels for each of one or two labels: up to the middle between the columns."""
    if count < 2:
        return drawing.pane.width
    middle = drawing.left + drawing.span / 2
    return min(middle, drawing.pane.width - middle) - 0.3 * drawing.pane.em


def _years_once(shown: Ticks) -> Ticks:
    """Labels without the year where it is that of the label before."""
    return [
        (index, lines if place == 0 or len(lines) < 2 or lines[1:] != shown[place - 1][1][1:] else lines[:1])
        for place, (index, lines) in enumerate(shown)
    ]


def _years_above(panel: LinesPanel, shown: Ticks) -> Ticks:
    """Labels of two lines with the year above the months, as it stands above those that are left to the browser: panels
    side by side tell their columns alike. Without any they stay as they are."""
    years = {index: panel.columns[index].year for index, _ in shown}
    own = {
        index: (one,) if any(map(str.isdigit, one)) else None for index, one in years.items()
    }  # (inferred) is none
    if all(lines[1:] != own[index] for index, lines in shown):
        return shown
    return [
        (index, (*lines[1:], lines[0]) if lines[1:] == own[index] else ("", *lines)) for index, lines in shown
    ]


def _left_to_browser(drawing: Drawing, panel: LinesPanel, labels: tuple[tuple[str, ...], ...]) -> Below:
    """Ticks of Plotly's own, upright where there is no room, below a line with the years. Beside the scale there is
    room for half of the first and the last, which Plotly leaves out where they would be cut off."""
    pane = drawing.pane
    halves = [pane.measure(one[0], "tick") / 2 + ROUNDING for one in (labels[0], labels[-1])]
    drawing.left, drawing.right = max(drawing.left, halves[0]), max(drawing.right, halves[1])
    pitch = drawing.span / (len(labels) - 1)
    apart = pane.widest((lines[0] for lines in labels), "tick") + 0.5 * pane.em
    level = (LEVEL if any(len(one) > 1 for one in labels) else YEARS) * pane.em
    every = max(ceil(1.1 * pane.size("tick") / pitch), ceil(apart * (len(labels) - 1) / level))
    shown = _thinned(panel, every)
    years = [(index, lines[1:]) for index, lines in _years_once(list(enumerate(labels))) if len(lines) > 1]
    spans = [_around(drawing, index, pane.measure(words, "tick")) for index, (words,) in years]
    if any(one[1] + 0.4 * pane.em > two[0] for one, two in pairwise(spans)):
        years = _years_apart(drawing, labels, pitch)
        shown, every = [shown[0], shown[-1]], shown[-1] - shown[0]
    above = pane.line("tick") if years else 0.0
    drawing.left_to_browser([(index, labels[index][0]) for index in shown])
    turned = apart > every * pitch
    high = pane.widest((lines[0] for lines in labels), "tick") if turned else pane.line("tick")
    drawing.below = high + 0.7 * pane.em
    return Below(years, above + 0.4 * pane.em)


def _years_apart(drawing: Drawing, labels: tuple[tuple[str, ...], ...], pitch: float) -> Ticks:
    """A year at the first of its columns, of so many that not every year could stand below its months."""
    pane = drawing.pane
    every = ceil((pane.widest((lines[-1] for lines in labels), "tick") + 0.7 * pane.em) / pitch)
    starts: Ticks = []
    for index, lines in enumerate(labels):
        far = not starts or index - starts[-1][0] >= every
        if far and (not starts or lines[-1] != labels[index - 1][-1]):
            starts.append((index, lines[-1:]))
    return starts


def write(drawing: Drawing, below: Below, top: float) -> None:
    """Sets them from ``top`` pixels down."""
    pane = drawing.pane
    pitch = pane.line("tick")
    for index, words, above in below.upright:
        y = top + above + 0.4 * pane.em + pane.measure(words, "tick") / 2
        drawing.write(styled(words), Place(index), y, "tick", anchor="center", angle=-90)
    for index, lines in below.ticks:
        middle = drawing.share(index) * drawing.span + drawing.left
        wide = pane.widest(lines, "tick")
        start, end = 0.0, pane.width
        if drawing.high == 1:  # two columns: each keeps to its side
            inner = drawing.left + drawing.span / 2
            start, end = (start, inner) if index == 0 else (inner, end)
        shift = inward(middle, wide, start, end)
        for number, line in enumerate(lines):
            if not line:
                continue
            y = top + below.turned + 0.4 * pane.em + (number + 0.5) * pitch
            drawing.write(styled(line), Place(index, shift), y, "tick", anchor="center")
