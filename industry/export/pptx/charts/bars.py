"""Panels of rows as native bar charts, with their numbers in the workbook behind each chart.

Where names and figures have room is planned in ``bar_plan``; panels that no bar chart can show belong in
``tables``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.pptx.charts.bar_plan import GAP, Bar, Plan
from industry.export.pptx.charts.parts import all_named, hide, numbers, place_plot, settle
from industry.export.pptx.charts.point_labels import FIGURE, NS, data_label, fading, shown, solid
from industry.export.pptx.text_runs import LEADING, PALETTE, SMALLEST, Box, dress, measure, plain, rgb
from industry.figures import theme

THICKEST = 42.0  # points of a bar


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
