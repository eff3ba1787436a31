"""Panels of lines as native line charts: gaps stay open, names and last figures stand at the lines' ends.

Where a line ends early, the names go into a legend. Bars and what both share belong in ``pptx_charts``.
"""

from __future__ import annotations

import re
from math import ceil, floor, log10
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.pptx_charts import FIGURE, GAP, NS, data_label, place_plot, settle, solid
from industry.export.pptx_text import LEADING, PALETTE, SMALLEST, Box, dress, measure
from industry.figures import theme
from industry.figures.record import LinesPanel, Series

_YEAR_FIRST = re.compile(r"(\d{4}年)(.+)")
_YEAR_LAST = re.compile(r"(.+) (\d{4})")
SYMBOLS = ("circle", "square", "diamond", "triangle", "x", "star")
LABEL = LEADING * FIGURE  # points that a label at a line's end is high
FEW = 6  # columns up to which one line's figures are all written


def columns(panel: LinesPanel, width: float) -> tuple[list[str], list[int]]:
    """The categories, with an empty one wherever no line runs on, and each column's place in them.
    Periods stand on two lines, months above the year, where ``width`` points ask for that and allow it."""
    found: list[str] = []
    places: list[int] = []
    each = 0.8 * width / max(len(panel.columns), 1)
    halves = [_YEAR_LAST.sub(r"\1\n\2", _YEAR_FIRST.sub(r"\2\n\1", words)) for words in panel.columns]
    flat = all(measure(one, SMALLEST) < each for one in panel.columns)
    turned = any(measure(one, SMALLEST) > each for one in halves)
    for index, words in enumerate(panel.columns if flat or turned else halves):
        places.append(len(found))
        found.append(words)
        if index in panel.gaps and index + 1 < len(panel.columns):
            found.append(" ")
    return found, places


def line_chart(shapes: Any, panel: LinesPanel, box: Box, fallback: str, language: str) -> Any:
    """The chart in its place; a line without a name is called ``fallback`` in the workbook."""
    names, places = columns(panel, box.width)
    data = CategoryChartData(number_format="General")
    data.categories = names
    for one in panel.series:
        values: list[float | None] = [None] * len(names)
        for place, value in zip(places, one.values, strict=True):
            values[place] = value
        data.add_series(one.name or fallback, values)
    frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box.lengths, data)
    chart = frame.chart
    settle(chart)
    low, high, step = scale(panel)
    slope = len(panel.columns) == 2
    legend = _legend_needed(panel)
    turned = max(measure(one, SMALLEST) for one in names) > 0.8 * box.width / len(names)
    room = _room(panel, box, names, (low, high, step), slope, legend, turned)
    place_plot(
        chart, room.x / box.width, room.y / box.height, room.width / box.width, room.height / box.height
    )
    _axes(chart, panel, (low, high, step), slope, turned)
    if legend:
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(FIGURE)
    unit = room.height / (high - low)
    shifts = _apart(panel, unit)
    for index, (series, one) in enumerate(
        zip(chart._chartSpace.findall(f".//{qn('c:ser')}"), panel.series, strict=True)
    ):
        labels = _labels(panel, one, places, slope, legend, shifts[index] / box.height, language, unit)
        _style(series, one, index, labels)
    dress(chart._chartSpace, language)
    return frame


def scale(panel: LinesPanel) -> tuple[float, float, float]:
    """The axis from one round value to another, and the step between them."""
    values = [value for one in panel.series for value in one.values if value is not None]
    values += [0.0] if panel.zero else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    high = high if high > low else low + 1.0
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.999)
    return step * floor(low / step + 1e-9), step * ceil(high / step - 1e-9), step


def _axis_words(value: float, step: float) -> str:
    digits = max(0, -floor(log10(step) + 1e-9))
    return f"{value:.{digits if step * 10**digits % 1 == 0 else digits + 1}f}"


def _last(one: Series) -> int:
    return max((index for index, value in enumerate(one.values) if value is not None), default=-1)


def _legend_needed(panel: LinesPanel) -> bool:
    """Whether some line has no end at the right edge to write its name beside."""
    named = [one for one in panel.series if one.name]
    return len(panel.series) > 1 and any(_last(one) != len(panel.columns) - 1 for one in named)


def _room(
    panel: LinesPanel,
    box: Box,
    names: list[str],
    axis: tuple[float, float, float],
    slope: bool,
    legend: bool,
    turned: bool,
) -> Box:
    """The plot's inner place, from the chart's corner: room for ticks, labels, columns and legend."""
    low, high, step = axis
    left = max(measure(_axis_words(one, step), SMALLEST) for one in (low, high)) + GAP
    if slope:
        left = max([2 * GAP, *(measure(one.texts[0], FIGURE, True) + 2 * GAP for one in panel.series)])
    ends = [
        measure("  ".join(word for word in (one.name, one.texts[_last(one)]) if word), FIGURE, True) + 2 * GAP
        for one in panel.series
        if _last(one) >= 0
    ]
    if legend:
        ends = [measure(one.texts[-1], FIGURE, True) + 2 * GAP for one in panel.series if one.texts[-1]]
    right = max([2 * GAP, *ends])
    below = LEADING * SMALLEST * max(len(one.split("\n")) for one in names) + GAP
    if turned:
        below = max(measure(one, SMALLEST) for one in names) + 1.5 * GAP
    below += _legend_rows(panel, box.width) * 1.6 * FIGURE + 4 if legend else 0.0
    above = 0.6 * LABEL if len(panel.series) > 1 else LABEL
    return Box(left, above, max(box.width - left - right, 0.3 * box.width), box.height - above - below)


def _legend_rows(panel: LinesPanel, width: float) -> int:
    """The lines that the legend takes, with each name's sample of its line."""
    return ceil(sum(measure(one.name, FIGURE) + 3.5 * FIGURE for one in panel.series) / (0.9 * width))


def _axes(chart: Any, panel: LinesPanel, axis: tuple[float, float, float], slope: bool, turned: bool) -> None:
    low, high, step = axis
    faint, rule = (RGBColor.from_string(one.lstrip("#")) for one in (PALETTE.faint, PALETTE.rule))
    time = chart.category_axis
    time.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    time.major_tick_mark = time.minor_tick_mark = XL_TICK_MARK.NONE
    time.has_major_gridlines = False
    time.format.line.color.rgb = rule if low <= 0 <= high else faint
    time.format.line.width = Pt(1)
    time.tick_labels.font.size = Pt(SMALLEST)
    words = time._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    words.set("rot", "-5400000" if turned else "0")
    words.set("vert", "horz")
    skip = "".join(f'<c:{name} val="1"/>' for name in ("tickLblSkip", "tickMarkSkip"))
    last = time._element.find(qn("c:noMultiLvlLbl"))
    for one in parse_xml(f"<c:catAx {NS}>{skip}</c:catAx>"):
        last.addprevious(one)
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = low, high, step
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    values.has_major_gridlines = not slope
    values.visible = not slope
    if not slope:
        values.major_gridlines.format.line.color.rgb = faint
        values.format.line.fill.background()
        values.tick_labels.font.size = Pt(SMALLEST)
        digits = _axis_words(step, step).partition(".")[2]
        form = "0" + ("." + "0" * len(digits) if digits else "")
        values.tick_labels.number_format = f'{form};"−"{form}'
        values.tick_labels.number_format_is_linked = False


def _apart(panel: LinesPanel, unit: float) -> list[float]:
    """Points by which each line's end label moves down so that no two meet."""
    last = len(panel.columns) - 1
    wanted = [(-(one.values[last] or 0.0) * unit, index) for index, one in enumerate(panel.series)]
    wanted = sorted(one for one in wanted if panel.series[one[1]].values[last] is not None)
    placed = [one for one, _ in wanted]
    for _ in range(60):
        for upper in range(len(placed) - 1):
            lack = LABEL - (placed[upper + 1] - placed[upper])
            if lack > 0:
                placed[upper] -= lack / 2
                placed[upper + 1] += lack / 2
    shifts = [0.0] * len(panel.series)
    for (natural, index), settled in zip(wanted, placed, strict=True):
        shifts[index] = settled - natural
    return shifts


def _labels(
    panel: LinesPanel,
    one: Series,
    places: list[int],
    slope: bool,
    legend: bool,
    shift: float,
    language: str,
    unit: float,
) -> str:
    """The labels of a line: its end, on a slope its start, all figures of a short line that is alone."""
    ink = theme.readable(one.colour, PALETTE.background)
    final, columns = _last(one), len(panel.columns)
    found = []
    for index, (value, words) in enumerate(zip(one.values, one.texts, strict=True)):
        if value is None:
            continue
        if index == final and index == columns - 1:
            name = "" if legend else one.name
            moved = (0.0, shift) if abs(shift) > 1e-4 else None
            found.append(data_label(places[index], words, "", value, "r", ink, language, name, moved))
        elif slope and index == 0:
            found.append(data_label(places[index], words, "", value, "l", ink, language))
        elif index == final or (len(panel.series) == 1 and columns <= FEW):
            place = "b" if _covered(panel, one, index, value, unit) else "t"
            found.append(data_label(places[index], words, "", value, place, ink, language))
    return "".join(found)


def _covered(panel: LinesPanel, one: Series, index: int, value: float, unit: float) -> bool:
    """Whether another line passes where a label above the point would stand."""
    others = [other.values[index] for other in panel.series if other is not one]
    return any(other is not None and 0 < (other - value) * unit < 1.6 * LABEL for other in others)


def _style(series: Any, one: Series, index: int, labels: str) -> None:
    """The line's colour, dash and markers, and its labels, in the order that the format asks for."""
    for name in ("c:spPr", "c:marker", "c:dPt", "c:dLbls"):
        for old in series.findall(qn(name)):
            series.remove(old)
    dash = '<a:prstDash val="dash"/>' if one.dashed else ""
    wrapped = parse_xml(
        f'<c:ser {NS}><c:spPr><a:ln w="31750" cap="rnd">{solid(one.colour)}{dash}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{SYMBOLS[index % len(SYMBOLS)]}"/><c:size val="8"/><c:spPr>{solid(one.colour)}'
        f"<a:ln>{solid(one.colour)}</a:ln></c:spPr></c:marker><c:dLbls>{labels}{_hidden()}</c:dLbls></c:ser>"
    )
    anchor = series.find(qn("c:tx"))
    for element in reversed(list(wrapped)):
        anchor.addnext(element)
    for smooth in series.findall(qn("c:smooth")):
        smooth.set("val", "0")


def _hidden() -> str:
    flags = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{one} val="0"/>' for one in flags)
