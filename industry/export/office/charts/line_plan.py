"""The plan of a native line chart: the step of its scale, the forms that its columns' names have room in, and the
rooms of the plot, the names and the legend. Nothing here knows the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from industry.export.office.charts.bar_plan import BEYOND, GAP
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, measure
from industry.figures.compose.lines import value_scale
from industry.figures.compose.wrapping import is_chinese
from industry.figures.record import Column, LinesPanel, Series
from industry.wording.numbers import decimals

CLOSE = 0.8  # of the greatest value from which on programs leave zero away, with some to spare
FEW = 6  # columns up to which one line's figures are all written
APART = 3.0  # points that programs keep free between names
WIDER = 1.1  # of what they are estimated to take, names in a face that stands for another
DASH = "–"  # after which a line may end: no Chinese one
AIR = 1.5  # labels' heights that each of those in one column has of the plot, so that lines are seen between them
LOW = 100.0  # points below which a plot of lines isn't read: a fifth of a slide
SPARSE = (2, 3)  # of how many names one stands, where all, turned or in parts, leave the plot no height
BESIDE = 0.16  # of a slope that the figures beside its ends may take


class Names(NamedTuple):
    """The categories, each column's place in them, whether they are turned upright, and of how many one stands."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    turned: bool
    every: int = 1


@dataclass(frozen=True)
class Plan:
    """A line chart before it is set: its categories, each column's place in them, whether they are turned
    upright, and the step of the value axis, whose ends are the program's own, about ``low`` and ``high``. A
    ``slope`` has figures at both ends and no axis; ``above``: they stand above their points, not beside them;
    ``legend``: names stand there, not at the lines' ends. Of so many names one stands (``every``). ``ink`` is how all this
    looks."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    turned: bool
    low: float
    high: float
    step: float
    slope: bool
    above: bool
    legend: bool
    ink: Ink
    every: int = 1

    @property
    def label(self) -> float:
        """The points that a label at a line's end is high."""
        return LEADING * self.ink.figure

    @property
    def level(self) -> bool:
        """Whether all names stand, and none is turned."""
        return not self.turned and self.every == 1

    @property
    def decimals(self) -> int:
        """Those of the axis's round values."""
        return decimals(Decimal(f"{self.step:g}"))


def plan(panel: LinesPanel, box: Box, ink: Ink, beside: Sequence[LinesPanel] = ()) -> Plan:
    """How a panel is set in a box, on one scale with slopes of its unit that stand ``beside`` it."""
    slope = len(panel.columns) == 2
    widest = max((measure(one, ink.figure, True) for line in panel.series for one in line.texts), default=0.0)
    alone = len(panel.series) == 1
    names_wide = max((measure(one.whole, ink.small) for one in panel.columns), default=0.0)
    level = widest <= BESIDE * box.width and 2 * (names_wide + widest + 2 * GAP) <= box.width
    above = alone and (not level if slope else len(panel.columns) <= FEW)
    held = [one for one in beside if len(one.columns) == 2 and one.unit == panel.unit] if slope else []
    step, low, high = _scale([panel, *held], slope)
    planned = Plan((), (), False, low, high, step, slope, above, _legend_needed(panel), ink)
    left, right = _sides(panel, box, planned)
    across = _across(box, left, right)

    def named(every: int) -> Plan:
        return replace(planned, **_named(panel.columns, panel.gaps, across, ink, every)._asdict())

    def tight(one: Plan) -> bool:
        """Whether a year of a name would be broken where another face stands for ours."""
        widest = WIDER * _widest(one.names, ink)
        return not any(map(is_chinese, one.names)) and widest > one.every * across / len(one.names)

    found = named(1)
    parted = not found.turned and DASH + "\n" in "".join(found.names)
    if (parted and tight(found)) or ((parted or found.turned) and room(panel, box, found).height < LOW):
        return next((one for one in map(named, SPARSE) if not (one.turned or tight(one))), found)
    return found


def _scale(panels: Sequence[LinesPanel], slope: bool) -> tuple[float, float, float]:
    """The step of the value axis, and how far a program may take it. It is one step beyond the farthest value of
    slopes, which have no axis to read, and of values so close to one another that programs leave zero away."""
    low, high = (
        min(one) if place == 0 else max(one)
        for place, one in enumerate(zip(*map(value_scale.extent, panels), strict=True))
    )
    found = [
        abs(value) for one in panels for line in one.series for value in line.values if value is not None
    ]
    mixed = low < 0 < high
    if panels[0].zero and not mixed and found and (slope or min(found) > CLOSE * max(found)):
        step = float(f"{BEYOND * max(found):.3g}") or 1.0
        return step, -step if low < 0 else 0.0, step if high > 0 else 0.0
    spare = (high - low) / 20
    ends = value_scale.around(low - spare if low < 0 else low, high + spare if high > 0 else high)
    return value_scale.step(low, high), *ends


def needed(panel: LinesPanel, box: Box, ink: Ink) -> list[float]:
    """The points that a panel needs to be wide for its columns' names in each of the forms that are level, the one with the
    fewest lines first."""
    planned = plan(panel, box, ink)
    left, right = _sides(panel, box, planned)
    slots = len(planned.names)
    return [left + right + slots * _widest(one, ink) for one in _forms(panel.columns)]


def _forms(columns: Sequence[Column]) -> list[list[str]]:
    """The columns' names on one line; the months above the year; and these parted after their dash, where lines may end so."""
    halves = ["\n".join(one.lines) for one in columns]
    return [[one.whole for one in columns], halves, [one.replace(DASH, f"{DASH}\n") for one in halves]]


def _widest(names: Iterable[str], ink: Ink) -> float:
    """The points that names take beside one another."""
    return APART + max((ink.latin(one) * measure(one, ink.small) for one in names), default=0.0)


def _named(columns: Sequence[Column], gaps: Sequence[int], width: float, ink: Ink, every: int = 1) -> Names:
    """The categories in a plot of so many points, with an empty one wherever no line runs on: their names in the first of
    their forms that has room where of so many one stands, else turned upright."""
    breaks = [index for index in gaps if index + 1 < len(columns)]
    each = every * width / (len(columns) + len(breaks))
    forms = _forms(columns)
    fit = next((one for one in forms if _widest(one, ink) <= each), None)
    found: list[str] = []
    places: list[int] = []
    for index, words in enumerate(fit or forms[0]):
        places.append(len(found))
        found.append(words)
        if index in breaks:
            found.append(" ")
    return Names(tuple(found), tuple(places), fit is None, 1 if fit is None else every)


def _legend_needed(panel: LinesPanel) -> bool:
    """Whether some line has no end at the right edge to write its name beside."""
    named = [one for one in panel.series if one.name]
    return len(panel.series) > 1 and any(one.last != len(panel.columns) - 1 for one in named)


def _sides(panel: LinesPanel, box: Box, planned: Plan) -> tuple[float, float]:
    """The points left and right of the plot for ticks and labels."""
    ink = planned.ink
    ticks = (f"{one:.{planned.decimals}f}" for one in (planned.low, planned.high))
    left = max(measure(one, ink.small) for one in ticks) + GAP
    if planned.slope:
        left = max(2 * GAP, *(measure(one.texts[0], ink.figure, True) + 2 * GAP for one in panel.series))
    ends = [
        measure("  ".join(word for word in (one.name, one.texts[one.last]) if word), ink.figure, True)
        + 2 * GAP
        for one in panel.series
        if one.last >= 0
    ]
    if planned.legend:
        ends = [measure(one.texts[-1], ink.figure, True) + 2 * GAP for one in panel.series if one.texts[-1]]
    right = max([2 * GAP, *ends])
    if planned.slope and planned.above:
        left = right = 2 * GAP
    return left, right


def _across(box: Box, left: float, right: float) -> float:
    """The plot's width."""
    return max(box.width - left - right, 0.3 * box.width)


def room(panel: LinesPanel, box: Box, planned: Plan) -> Box:
    """The plot's inner place, from the chart's corner: room for ticks, labels, columns and legend."""
    ink = planned.ink
    left, right = _sides(panel, box, planned)
    most = max(len(one.split("\n")) for one in planned.names)
    if WIDER * _widest(planned.names, ink) > planned.every * _across(box, left, right) / len(planned.names):
        most += 1  # where another face stands for ours
    below = LEADING * ink.small * most + GAP
    if planned.turned:
        below = max(measure(one, ink.small) for one in planned.names) + 1.5 * GAP
    below += legend_height(panel, box.width, ink) if planned.legend else 0.0
    above = planned.label if planned.above else 0.6 * planned.label
    return Box(left, above, _across(box, left, right), box.height - above - below)


def labelled(panel: LinesPanel, one: Series, at: int) -> bool:
    """Whether a line's figure in a column is written at its point: its end, on a slope its start, every derived one, all of a
    short line that is alone."""
    short = len(panel.columns) == 2 or (len(panel.series) == 1 and len(panel.columns) <= FEW)
    return short or at == one.last or one.derived(at)


def unlabelled(panel: LinesPanel) -> bool:
    """Whether a panel's chart has points at which no figure is written."""
    return any(
        value is not None and not labelled(panel, one, at)
        for one in panel.series
        for at, value in enumerate(one.values)
    )


def lacking(panel: LinesPanel, box: Box, ink: Ink) -> float:
    """The points that a panel's plot is too low to be read, or for the figures in one of its columns to stand apart and by
    their lines; 0 where it isn't."""
    planned = plan(panel, box, ink)
    written = [
        sum(one.values[at] is not None and labelled(panel, one, at) for one in panel.series)
        for at in range(len(panel.columns))
    ]
    least = 0.0 if planned.slope else LOW
    needed = max(least, AIR * planned.label * max(written, default=0))
    return max(needed - room(panel, box, planned).height, 0.0)


def point_place(planned: Plan, column: int, words: str, width: float) -> str:
    """Where a figure over a point within a plot ``width`` points wide stands: in the middle above it (t), right of it where
    it would lie over the axis so (r), or nowhere, for want of room."""
    pitch = width / len(planned.names)
    at, wide = planned.places[column], measure(words, planned.ink.figure, True)
    if wide / 2 <= (at + 0.5) * pitch:
        return "t"
    return "r" if wide + GAP <= (len(planned.names) - at - 0.5) * pitch else ""


def crowded(panel: LinesPanel, box: Box, ink: Ink) -> bool:
    """Whether a derived figure, which never goes without its words, has no room in a plot."""
    planned = plan(panel, box, ink)
    if planned.slope or planned.above:
        return False
    width = room(panel, box, planned).width
    return any(
        one.derived(at) and at < len(panel.columns) - 1 and not point_place(planned, at, words, width)
        for one in panel.series
        for at, (value, words) in enumerate(zip(one.values, one.texts, strict=True))
        if value is not None
    )


def legend_height(panel: LinesPanel, width: float, ink: Ink) -> float:
    """The points that the legend takes, with each name's sample of its line."""
    rows = ceil(sum(measure(one.name, ink.figure) + 3.5 * ink.figure for one in panel.series) / (0.8 * width))
    return rows * 1.6 * ink.figure + 4
