"""Panels of rows as native bar charts, with their numbers in the workbook behind each chart.

Labels belong in ``pptx_labels``, lines in ``pptx_lines``, panels that no bar chart can show in
``pptx_tables``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.pptx.point_labels import FIGURE, NS, data_label, fading, shown, solid
from industry.export.pptx.text_runs import LEADING, PALETTE, SMALLEST, Box, dress, lines, measure, plain, rgb
from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.record import End, Mark, Row, RowsPanel

NAME = 14.0  # points of the categories' names
THICKEST = 42.0  # points of a bar
NAMES = 0.4  # of the chart that names may take
NARROW = 500.0  # points below which a chart has smaller names
BESIDE = 0.6  # of the bars' room that a figure may take; a longer remark goes below the name
GAP = 8.0
DENSE = 0.9  # of the usual distance from line to line that names may come to


@dataclass(frozen=True)
class Bar:
    """A category of the chart: its label (lines), the track behind its bar and the bar itself (either
    may be missing), how the bar looks, and the figure with its remark."""

    label: str
    track: float | None
    value: float | None
    colour: str
    finish: End = "closed"
    figure: str = ""
    aside: str = ""
    reference: bool = False

    @property
    def end(self) -> float:
        return next((one for one in (self.value, self.track) if one is not None), 0.0)


@dataclass(frozen=True)
class Plan:
    """A bar chart before it is set: its bars, points kept for names, the scale's ends, the names' size
    in points, and what is said of bars below the chart for want of room beside them."""

    bars: tuple[Bar, ...]
    left: float
    low: float
    high: float
    size: float
    remark: str = ""

    @property
    def filled(self) -> float:
        """The share of the scale that bars take, between the figures at their ends."""
        ends = [0.0, *(one for bar in self.bars for one in (bar.track, bar.value) if one is not None)]
        return (max(ends) - min(ends)) / (self.high - self.low)

    @property
    def height(self) -> float:
        """The points in which all names can be read."""
        room = self.left - 2 * GAP
        most = max(sum(lines(one, SMALLEST, room) for one in bar.label.split("\n")) for bar in self.bars)
        return DENSE * most * LEADING * SMALLEST * len(self.bars)


def fits(panel: RowsPanel) -> bool:
    """Whether bars from zero on one scale show the panel: at most a track and a bar in a row."""
    if panel.own_scales or not any(row.marks for row in panel.rows):
        return False
    shapes = [tuple(mark.shape for mark in row.marks) for row in panel.rows]
    allowed = {(), ("bar",), ("track",), ("track", "bar")}
    return set(shapes) <= allowed and all(mark.start == 0 for row in panel.rows for mark in row.marks)


def plan(panel: RowsPanel, box: Box, beside: bool = True) -> Plan:
    """The bars of a panel, room for their names, and a scale with room for their figures. ``beside``:
    remarks stand beside the figures, else below the names."""
    size = NAME if box.width >= NARROW else SMALLEST
    names = _names(panel.rows, NAMES * box.width - 2 * GAP, size)
    references = [_reference(one.text, one.value, one.colour) for one in panel.references]
    bars = [_bar(row, name) for row, name in zip(panel.rows, names, strict=True)]
    remarks = []
    for index, bar in enumerate(bars):
        if not bar.aside:
            continue
        if not beside and measure(bar.aside, size) <= NAMES * box.width - 2 * GAP:
            bars[index] = replace(bar, aside="", label=f"{bar.label}\n{bar.aside}")
        elif _label_width(bar) > BESIDE * (1 - NAMES) * box.width:
            remarks.append(wrapping.join(panel.rows[index].name, bar.aside))
            bars[index] = replace(bar, aside="")
    bars += references
    widest = max(measure(one.label, size) for one in bars)
    left = min(1.06 * widest + 2 * GAP, NAMES * box.width)
    low, high = extent(bars, box.width - left, panel.low, panel.high)
    stop = "；" if wrapping.is_chinese("".join(remarks)) else "; "
    return Plan(tuple(bars), left, low, high, size, stop.join(remarks))


def _names(rows: Sequence[Row], room: float, size: float) -> list[str]:
    """Name and detail, on one line if all have room so; why there is no figure stands there too, since
    an absent bar has no label."""
    parts = [[row.name, row.detail, "" if row.marks else row.text] for row in rows]
    flat = ["  ".join(one for one in line[:2] if one) for line in parts]
    if max(measure(one, size) for one in flat) <= room:
        parts = [[one, line[2]] for one, line in zip(flat, parts, strict=True)]
    return ["\n".join(one for one in line if one) for line in parts]


def _reference(words: str, value: float, colour: str) -> Bar:
    name, _, figure = words.rpartition(" ")
    if not name or not any(one.isdigit() for one in figure):
        name, figure = words, ""
    return Bar(name, None, value, colour, figure=figure, reference=True)


def _bar(row: Row, name: str) -> Bar:
    found: dict[str, Mark] = {mark.shape: mark for mark in row.marks}
    bar, track = found.get("bar"), found.get("track")
    shown = bar or track
    figure, aside = (row.text, row.aside) if shown else ("", "")
    return Bar(
        name,
        track.end if track else None,
        bar.end if bar else None,
        shown.colour if shown else PALETTE.faint,
        bar.finish if bar else "closed",
        figure,
        aside,
    )


def extent(bars: Sequence[Bar], room: float, low: float, high: float) -> tuple[float, float]:
    """The scale's ends, so far out that every figure at the end of its bar is inside ``room`` points."""
    ends = [one for bar in bars for one in (bar.track, bar.value) if one is not None]
    low, high = min([0.0, low, *ends]), max([0.0, high, *ends])
    high = high if high > low else low + 1.0
    first, last = low, high
    for _ in range(40):
        unit = room / (last - first)
        for bar in bars:
            wide = 1.06 * _label_width(bar) + GAP
            edge = (
                max([bar.end, *([bar.track] if bar.track is not None else [])]) if bar.end >= 0 else bar.end
            )
            if bar.end >= 0:
                last = max(last, first + (edge - first) * room / max(room - wide, 0.2 * room))
            else:
                first = min(first, edge - wide / unit)
    return first, last


def _label_width(bar: Bar) -> float:
    words = measure(bar.figure, FIGURE, True)
    return words + (measure(f"  {bar.aside}", SMALLEST) if bar.aside else 0.0)


def bar_chart(shapes: Any, planned: Plan, box: Box, series: tuple[str, str], language: str) -> Any:
    """The chart in its place; ``series`` are the names of the bars and of the tracks behind them."""
    tracked = any(one.track is not None for one in planned.bars)
    data = numbers()
    data.categories = [plain(one.label, language) for one in planned.bars]
    if tracked:
        data.add_series(plain(series[1], language), [one.track for one in planned.bars])
    data.add_series(plain(series[0], language), [one.value for one in planned.bars])
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.lengths, data)
    chart = frame.chart
    settle(chart)
    pitch = box.height / max(len(planned.bars), 1)
    thick = min(0.6 * pitch, THICKEST)
    plot = chart.plots[0]
    plot.gap_width = round(min(max(100 * (pitch - thick) / thick, 20), 500))
    plot.overlap = 100
    names = chart.category_axis
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    names.format.line.color.rgb = rgb(PALETTE.rule)
    names.format.line.width = Pt(1)
    names._element.find(qn("c:lblAlgn")).set("val", "r")
    most = max((len(one.label.split("\n")) for one in planned.bars), default=1)
    names.tick_labels.font.size = Pt(planned.size if pitch >= LEADING * planned.size * most else SMALLEST)
    all_named(names)
    scale = chart.value_axis
    hide(scale)
    scale.has_major_gridlines = False
    scale.minimum_scale, scale.maximum_scale = planned.low, planned.high
    place_plot(chart, planned.left / box.width, 0.0, 1 - planned.left / box.width, 1.0)
    room = (box.width - planned.left) / (planned.high - planned.low)
    every = chart._chartSpace.findall(f".//{qn('c:ser')}")
    if tracked:
        _style(every[0], [_track(index, bar) for index, bar in enumerate(planned.bars)])
    _style(every[-1], [_body(index, bar, room) for index, bar in enumerate(planned.bars)])
    dress(chart._chartSpace, language)
    return frame


def numbers() -> Any:
    """An empty workbook, whose format adds no digits."""
    make: Any = CategoryChartData
    return make(number_format="General")


def hide(axis: Any) -> None:
    """An axis that only sets the scale."""
    axis.visible = False
    axis._element.find(qn("c:delete")).set("val", "1")


def all_named(axis: Any, turned: bool = False) -> None:
    """Every category has its name, level or turned upright: no program leaves some out."""
    words = axis._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    words.set("rot", "-5400000" if turned else "0")
    words.set("vert", "horz")
    last = axis._element.find(qn("c:noMultiLvlLbl"))
    for name in ("tickLblSkip", "tickMarkSkip"):
        last.addprevious(parse_xml(f'<c:{name} {NS} val="1"/>'))


def settle(chart: Any) -> None:
    """No title, no legend, square corners, and a base size of type."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(SMALLEST)
    chart.font.color.rgb = rgb(PALETTE.ink)
    space = chart._chartSpace
    for corner in space.findall(qn("c:roundedCorners")):
        space.remove(corner)
    corner = parse_xml(f'<c:roundedCorners {NS} val="0"/>')
    dates = space.find(qn("c:date1904"))
    if dates is None:
        space.insert(0, corner)
    else:
        dates.addnext(corner)


def place_plot(chart: Any, x: float, y: float, width: float, height: float) -> None:
    """The plot's inner place as shares of the chart, the same in every program."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout(x, y, width, height, '<c:layoutTarget val="inner"/>'))


def layout(x: float, y: float, width: float, height: float, target: str = "") -> Any:
    """A place inside a chart, in shares of it."""
    modes = "".join(f'<c:{one}Mode val="edge"/>' for one in "xy")
    sizes = "".join(
        f'<c:{name} val="{value:.5f}"/>' for name, value in zip("xywh", (x, y, width, height), strict=True)
    )
    return parse_xml(f"<c:layout {NS}><c:manualLayout>{target}{modes}{sizes}</c:manualLayout></c:layout>")


def _style(series: Any, points: Sequence[tuple[str, str]]) -> None:
    """Sets the points' looks and labels in a series, in the order that the format asks for."""
    for name in ("c:invertIfNegative", "c:spPr", "c:dPt", "c:dLbls"):
        for old in series.findall(qn(name)):
            series.remove(old)
    looks = "".join(look for look, _ in points)
    labels = "".join(label for _, label in points)
    wrapped = parse_xml(
        f'<c:ser {NS}><c:invertIfNegative val="0"/>{looks}<c:dLbls>{labels}{shown(False)}</c:dLbls></c:ser>'
    )
    anchor = series.find(qn("c:tx"))
    for one in reversed(list(wrapped)):
        anchor.addnext(one)


def _point(index: int, paint: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{paint}</c:spPr></c:dPt>"
    )


def _track(index: int, bar: Bar) -> tuple[str, str]:
    """A track, and at its end the remark, or the figure where there is no bar."""
    if bar.track is None:
        return "", ""
    paint = solid(theme.mix(bar.colour, PALETTE.background, 0.18)) + "<a:ln><a:noFill/></a:ln>"
    alone = bar.value is None
    return _point(index, paint), data_label(
        index, bar.figure if alone else "", bar.aside, bar.track, "outEnd", PALETTE.ink
    )


def _body(index: int, bar: Bar, unit: float) -> tuple[str, str]:
    """A bar with its figure: at its end, or inside it where a track goes on behind."""
    if bar.value is None:
        return "", ""
    if bar.reference:
        paint = solid(theme.mix(bar.colour, PALETTE.background, 0.22))
        paint += f'<a:ln w="15875">{solid(bar.colour)}<a:prstDash val="dash"/></a:ln>'
    else:
        paint = (
            solid(bar.colour) if bar.finish == "closed" else fading(bar.colour)
        ) + "<a:ln><a:noFill/></a:ln>"
    if bar.track is None:
        return _point(index, paint), data_label(
            index, bar.figure, bar.aside, bar.value, "outEnd", PALETTE.ink
        )
    inside = bar.value * unit > measure(bar.figure, FIGURE, True) + 2 * GAP
    place, ink = ("inEnd", theme.ink_on(bar.colour)) if inside else ("outEnd", PALETTE.ink)
    return _point(index, paint), data_label(index, bar.figure, "", bar.value, place, ink)
