"""Panels of lines as native line charts: gaps stay open, names and last figures stand at the lines' ends, names in a legend
where a line ends early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.office.charts.bar_plan import BEYOND, GAP
from industry.export.office.charts.parts import (
    NativeChart,
    dress_series,
    empty,
    hide,
    layout,
    name_all,
    place_plot,
)
from industry.export.office.charts.point_labels import data_label, shown, solid
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, dress, measure, rgb
from industry.figures import theme
from industry.figures.compose.lines import value_scale
from industry.figures.compose.lines.lines import SYMBOLS, markers
from industry.figures.record import LinesPanel, Series
from industry.wording.numbers import decimals

LINE, OUTLINE, MARKER = 2.5 / 14, 1.5 / 14, 8 / 14  # of a figure's type: a line, a marker's outline, a marker
CLOSE = 0.8  # of the greatest value from which on programs leave zero away, with some to spare
ROOMY = 0.8  # of a chart that its columns take, beside axis and labels
FEW = 6  # columns up to which one line's figures are all written
BESIDE = 0.16  # of a slope that the figures beside its ends may take


@dataclass(frozen=True)
class Plan:
    """A line chart before it is set: its categories, each column's place in them, whether they are turned
    upright, and the step of the value axis, whose ends are the program's own, about ``low`` and ``high``. A
    ``slope`` has figures at both ends and no axis; ``above``: they stand above their points, not beside them;
    ``legend``: names stand there, not at the lines' ends. ``ink`` is how all this looks."""

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

    @property
    def label(self) -> float:
        """The points that a label at a line's end is high."""
        return LEADING * self.ink.figure

    @property
    def decimals(self) -> int:
        """Those of the axis's round values."""
        return decimals(Decimal(f"{self.step:g}"))


def plan(panel: LinesPanel, box: Box, ink: Ink, beside: Sequence[LinesPanel] = ()) -> Plan:
    """How a panel is set in a box, on one scale with slopes of its unit that stand ``beside`` it."""
    names, places, turned = columns(panel, box.width, ink)
    slope = len(panel.columns) == 2
    widest = max((measure(one, ink.figure, True) for line in panel.series for one in line.texts), default=0.0)
    alone = len(panel.series) == 1
    names_wide = max((measure(one.whole, ink.small) for one in panel.columns), default=0.0)
    level = widest <= BESIDE * box.width and 2 * (names_wide + widest + 2 * GAP) <= box.width
    above = alone and (not level if slope else len(panel.columns) <= FEW)
    held = [one for one in beside if len(one.columns) == 2 and one.unit == panel.unit] if slope else []
    step, low, high = _scale([panel, *held], slope)
    return Plan(names, places, turned, low, high, step, slope, above, _legend_needed(panel), ink)


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


def columns(panel: LinesPanel, width: float, ink: Ink) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
    """The categories, with an empty one wherever no line runs on, each column's place in them, and
    whether they are turned upright. Periods stand on one line where ``width`` points allow it, else
    on two, the months above the year; else they are turned."""
    breaks = [index for index in panel.gaps if index + 1 < len(panel.columns)]
    each = ROOMY * width / (len(panel.columns) + len(breaks))
    whole, halves = [one.whole for one in panel.columns], ["\n".join(one.lines) for one in panel.columns]
    flat = max(measure(one, ink.small) for one in whole) <= each
    turned = not flat and max(measure(one, ink.small) for one in halves) > each
    found: list[str] = []
    places: list[int] = []
    for index, words in enumerate(whole if flat or turned else halves):
        places.append(len(found))
        found.append(words)
        if index in breaks:
            found.append(" ")
    return tuple(found), tuple(places), turned


def line_chart(
    panel: LinesPanel,
    box: Box,
    fallback: str,
    language: str,
    ink: Ink,
    beside: Sequence[LinesPanel] = (),
) -> NativeChart:
    """The chart for a place of this size, ``beside`` others; a line without a name is called ``fallback`` in the
    workbook."""
    planned = plan(panel, box, ink, beside)
    held = []
    for one in panel.series:
        values: list[float | None] = [None] * len(planned.names)
        for place, value in zip(planned.places, one.values, strict=True):
            values[place] = value
        held.append((one.name or fallback, values))
    made = empty(XL_CHART_TYPE.LINE_MARKERS, planned.names, held, language, ink)
    chart = made.chart
    room = _room(panel, box, planned)
    place_plot(chart, room, box)
    _axes(chart, planned)
    if planned.legend:
        high = _legend_height(panel, box.width, ink)
        _legend(chart, replace(room, y=box.height - high, height=high), box, ink)
    unit = room.height / (planned.high - planned.low)
    last = len(panel.columns) - 1
    firsts, lasts = (_apart(panel, unit, one, planned.label) for one in (0, last))
    for series, one, marker, first, final in zip(
        chart._chartSpace.iter(qn("c:ser")), panel.series, markers(panel.series), firsts, lasts, strict=True
    ):
        labels = _labels(panel, one, planned, (first / box.height, final / box.height), unit, language)
        _style(series, one, marker, labels, ink)
    dress(chart._chartSpace, language, ink.faces)
    return made


def _legend(chart: Any, inner: Box, whole: Box, ink: Ink) -> None:
    """A legend in its place below the plot."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(ink.figure)
    key = chart.legend._element
    for old in key.findall(qn("c:layout")):
        key.remove(old)
    key.find(qn("c:legendPos")).addnext(layout(inner, whole))


def _legend_needed(panel: LinesPanel) -> bool:
    """Whether some line has no end at the right edge to write its name beside."""
    named = [one for one in panel.series if one.name]
    return len(panel.series) > 1 and any(one.last != len(panel.columns) - 1 for one in named)


def _room(panel: LinesPanel, box: Box, planned: Plan) -> Box:
    """The plot's inner place, from the chart's corner: room for ticks, labels, columns and legend."""
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
    below = LEADING * ink.small * max(len(one.split("\n")) for one in planned.names) + GAP
    if planned.turned:
        below = max(measure(one, ink.small) for one in planned.names) + 1.5 * GAP
    below += _legend_height(panel, box.width, ink) if planned.legend else 0.0
    above = planned.label if planned.above else 0.6 * planned.label
    return Box(left, above, max(box.width - left - right, 0.3 * box.width), box.height - above - below)


def _legend_height(panel: LinesPanel, width: float, ink: Ink) -> float:
    """The points that the legend takes, with each name's sample of its line."""
    rows = ceil(sum(measure(one.name, ink.figure) + 3.5 * ink.figure for one in panel.series) / (0.8 * width))
    return rows * 1.6 * ink.figure + 4


def _axes(chart: Any, planned: Plan) -> None:
    ink = planned.ink
    firm = ink.colours.rule if planned.low <= 0 <= planned.high else ink.colours.faint
    name_all(chart.category_axis, firm, ink.small, planned.turned)
    values = chart.value_axis
    values.major_unit = planned.step
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    if planned.slope:
        hide(values)
        return
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = rgb(ink.colours.faint)
    values.format.line.fill.background()
    values.tick_labels.font.size = Pt(ink.small)
    form = f"{0:.{planned.decimals}f}"
    values.tick_labels.number_format = f'{form};"−"{form}'
    values.tick_labels.number_format_is_linked = False


def _apart(panel: LinesPanel, unit: float, column: int, label: float) -> list[float]:
    """Points by which each line's label beside ``column`` moves down so that no two, ``label`` high, meet."""
    wanted = [(-(one.values[column] or 0.0) * unit, index) for index, one in enumerate(panel.series)]
    wanted = sorted(one for one in wanted if panel.series[one[1]].values[column] is not None)
    placed = [one for one, _ in wanted]
    for _ in range(60):
        for upper in range(len(placed) - 1):
            lack = label - (placed[upper + 1] - placed[upper])
            if lack > 0:
                placed[upper] -= lack / 2
                placed[upper + 1] += lack / 2
    shifts = [0.0] * len(panel.series)
    for (natural, index), settled in zip(wanted, placed, strict=True):
        shifts[index] = settled - natural
    return shifts


def _labels(
    panel: LinesPanel, one: Series, planned: Plan, shifts: tuple[float, float], unit: float, language: str
) -> str:
    """The labels of a line: its end, on a slope its start, every derived figure, all of a short line that is
    alone."""
    ink = planned.ink
    colour = theme.readable(one.colour, ink.colours.background)
    final, edge = one.last, len(panel.columns) - 1
    found = []
    for index, (value, words) in enumerate(zip(one.values, one.texts, strict=True)):
        if value is None:
            continue
        at = planned.places[index]
        if planned.above:
            found.append(
                data_label(
                    at, words, "", value, "t", colour, language, ink, one.name if index == final else ""
                )
            )
        elif index == final == edge:
            name = "" if planned.legend else one.name
            found.append(data_label(at, words, "", value, "r", colour, language, ink, name, shifts[1]))
        elif planned.slope and index == 0:
            found.append(data_label(at, words, "", value, "l", colour, language, ink, shift=shifts[0]))
        elif index == final or one.derived(index):
            place = "t"
            if index == 0 and measure(words, ink.figure, True) > 2 * planned.label:
                place = "r"
            elif _covered(panel, one, index, value, unit / planned.label):
                place = "b" if (value - planned.low) * unit > 1.3 * planned.label else "r"
            found.append(data_label(at, words, "", value, place, colour, language, ink))
    return "".join(found)


def _covered(panel: LinesPanel, one: Series, index: int, value: float, unit: float) -> bool:
    """Whether another line passes where a label above the point would stand, or one before it has its own there.
    ``unit``: how many labels high 1 is."""
    others = [other.values[index] for other in panel.series if other is not one]
    near = any(other is not None and 0 < (other - value) * unit < 1.6 for other in others)
    return near or value in (other.values[index] for other in panel.series[: panel.series.index(one)])


def _style(series: Any, one: Series, marker: int, labels: str, ink: Ink) -> None:
    """The line's colour, dash and markers, and its labels."""
    dash = '<a:prstDash val="dash"/>' if one.dashed else ""
    symbol = SYMBOLS[marker]
    inside = solid(ink.colours.background if "open" in symbol.drawn else one.colour)
    dress_series(
        series,
        f'<c:spPr><a:ln w="{ink.stroke(LINE)}" cap="rnd">{solid(one.colour)}{dash}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{symbol.native}"/><c:size val="{round(MARKER * ink.figure)}"/><c:spPr>{inside}'
        f'<a:ln w="{ink.stroke(OUTLINE)}">{solid(one.colour)}</a:ln></c:spPr></c:marker>'
        f"<c:dLbls>{labels}{shown(False)}</c:dLbls>",
    )
    series.find(qn("c:smooth")).set("val", "0")
