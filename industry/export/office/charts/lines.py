"""Panels of lines as native line charts: gaps stay open, names and last figures stand at the lines' ends, names in a legend
where a line ends early."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.office.charts.bar_plan import GAP
from industry.export.office.charts.line_plan import Plan, labelled, legend_height, plan, point_place, room
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
from industry.export.office.words import Box, dress, measure, rgb
from industry.figures import theme
from industry.figures.compose.lines.lines import SYMBOLS, markers
from industry.figures.record import LinesPanel, Series

OFF = 1.3  # labels' heights from a point to the far end of what stands above or below it
LINE, OUTLINE, MARKER = 2.5 / 14, 1.5 / 14, 8 / 14  # of a figure's type: a line, a marker's outline, a marker


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
    inner = room(panel, box, planned)
    place_plot(chart, inner, box)
    _axes(chart, planned, panel.grouped)
    if planned.legend:
        high = legend_height(panel, box.width, ink)
        _legend(chart, Box(0, box.height - high, box.width, high), box, ink)
    unit = inner.height / (planned.high - planned.low)
    last = len(panel.columns) - 1
    firsts, lasts = (_apart(panel, unit, one, planned.label) for one in (0, last))
    for series, one, marker, first, final in zip(
        chart._chartSpace.iter(qn("c:ser")), panel.series, markers(panel.series), firsts, lasts, strict=True
    ):
        shifts = first / box.height, final / box.height
        units = inner.width / len(planned.names), unit, box.height
        labels = _labels(panel, one, planned, shifts, units, language)
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


def _axes(chart: Any, planned: Plan, grouped: bool) -> None:
    ink = planned.ink
    firm = ink.colours.rule if planned.low <= 0 <= planned.high else ink.colours.faint
    name_all(chart.category_axis, firm, ink.small, planned.turned, planned.every)
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
    form = f"{'#,##' if grouped else ''}{0:.{planned.decimals}f}"
    values.tick_labels.number_format = f'{form};"−"{form}'
    values.tick_labels.number_format_is_linked = False


def _apart(panel: LinesPanel, unit: float, column: int, label: float) -> list[float]:
    """Points by which each line's label beside ``column`` moves down so that no two, ``label`` high, meet, and none lies on the
    line at zero: each stays on the side of that where its value is."""
    values = [one.values[column] for one in panel.series]
    wanted = sorted((-one * unit, index) for index, one in enumerate(values) if one is not None)
    placed = [one for one, _ in wanted]
    above = sum(one <= 0 for one in placed)
    for _ in range(60):
        for upper in range(len(placed) - 1):
            lack = label - (placed[upper + 1] - placed[upper])
            if lack > 0:
                placed[upper] -= lack / 2
                placed[upper + 1] += lack / 2
    least = most = label / 2
    for at in reversed(range(above)):
        placed[at] = min(placed[at], -least)
        least = label - placed[at]
    for at in range(above, len(placed)):
        placed[at] = max(placed[at], most)
        most = label + placed[at]
    shifts = [0.0] * len(panel.series)
    for (natural, index), settled in zip(wanted, placed, strict=True):
        shifts[index] = settled - natural
    return shifts


def _over(value: float, points: float, label: float) -> str:
    """Whether a label ``label`` high stands above (t) or below (b) its point, which is so many ``points`` from the line at zero:
    above, unless it would lie on that."""
    return "b" if value < 0 and points < OFF * label else "t"


def _labels(
    panel: LinesPanel,
    one: Series,
    planned: Plan,
    shifts: tuple[float, float],
    units: tuple[float, float, float],
    language: str,
) -> str:
    """The labels of a line: its end, on a slope its start, every derived figure, all of a short line that is
    alone; ``units``: points from column to column, those that 1 is high, and those of the chart."""
    ink = planned.ink
    pitch, unit, high = units
    colour = theme.readable(one.colour, ink.colours.background)
    final, edge = one.last, len(panel.columns) - 1
    found = []
    for index, (value, words) in enumerate(zip(one.values, one.texts, strict=True)):
        if value is None or not labelled(panel, one, index):
            continue
        at, points = planned.places[index], abs(value) * unit
        over = _over(value, points, planned.label)
        if planned.above:
            found.append(
                data_label(
                    at, words, "", value, over, colour, language, ink, one.name if index == final else ""
                )
            )
        elif index == final == edge:
            name = "" if planned.legend else one.name
            found.append(data_label(at, words, "", value, "r", colour, language, ink, name, shifts[1]))
        elif planned.slope and index == 0:
            found.append(data_label(at, words, "", value, "l", colour, language, ink, shift=shifts[0]))
        else:
            place, shift = point_place(planned, index, words, pitch * len(planned.names)) or "t", 0.0
            place = over if place == "t" else place
            if place == "r":
                wide = measure(words, ink.figure, True) + GAP
                shift = _clear(panel, one, index, int(wide / pitch) + 1, planned.label / unit)
                shift *= -unit / high
            elif _covered(panel, one, index, value, unit / planned.label):
                free = points if value >= 0 else (value - planned.low) * unit
                place = "b" if free > OFF * planned.label else "r"
            found.append(data_label(at, words, "", value, place, colour, language, ink, shift=shift))
    return "".join(found)


def _covered(panel: LinesPanel, one: Series, index: int, value: float, unit: float) -> bool:
    """Whether another line passes where a label above the point would stand, or one before it has its own there.
    ``unit``: how many labels high 1 is."""
    others = [other.values[index] for other in panel.series if other is not one]
    near = any(other is not None and 0 < (other - value) * unit < 1.6 for other in others)
    return near or value in (other.values[index] for other in panel.series[: panel.series.index(one)])


def _clear(panel: LinesPanel, one: Series, index: int, columns: int, label: float) -> float:
    """By how much a label right of a point, as high as ``label`` of the values and so many columns wide, is raised so that
    fewest figures of lines lie behind it: first not at all."""
    held = [line.values[index : index + columns + 1] for line in panel.series]
    behind = [each for line in held for each in line if each is not None]
    value = one.values[index] or 0.0

    def covered(raised: float) -> int:
        return sum(abs(each - value - raised) < 0.7 * label for each in behind) - (raised == 0.0)

    return min((0.0, 1.2 * label, -1.2 * label), key=covered)


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
