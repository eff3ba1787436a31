"""Panels of rows as native bar charts, with their numbers in the workbook behind each chart.

Where names and figures have room is planned in ``bar_plan``; panels that no bar chart can show belong in
``tables``.
"""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from industry.export.office.charts.bar_plan import GAP, Bar, Plan
from industry.export.office.charts.parts import NativeChart, dress_series, empty, hide, name_all, place_plot
from industry.export.office.charts.point_labels import data_label, fading, shown, solid
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, dress, measure
from industry.figures import theme
from industry.figures.compose.marks import pale

THICKEST = 3.0  # of a figure's type, a bar
REFERENCE = 1.25 / 14  # of it, the line around a dashed bar
OUTLINE = 0.75 / 14  # of it, that around a track, whose fill alone is too pale to be seen


def bar_chart(planned: Plan, box: Box, series: tuple[str, str], language: str) -> NativeChart:
    """The chart for a place of this size; ``series`` are the names of the bars and of the tracks behind them."""
    bars, ink = planned.bars, planned.ink
    held = [(series[0], [one.value for one in bars], _body)]
    if any(one.track is not None for one in bars):
        held.insert(0, (series[1], [one.track for one in bars], _track))
    made = empty(
        XL_CHART_TYPE.BAR_CLUSTERED,
        [one.label for one in bars],
        [(name, values) for name, values, _ in held],
        language,
        ink,
    )
    chart = made.chart
    pitch = box.height / max(len(bars), 1)
    thick = min(0.6 * pitch, THICKEST * ink.figure)
    plot = chart.plots[0]
    plot.gap_width = round(min(max(100 * (pitch - thick) / thick, 20), 500))
    plot.overlap = 100
    names = chart.category_axis
    names.reverse_order = True
    names._element.find(qn("c:lblAlgn")).set("val", "r")
    most = max((len(one.label.split("\n")) for one in bars), default=1)
    name_all(names, ink.colours.rule, planned.size if pitch >= LEADING * planned.size * most else ink.small)
    hide(chart.value_axis)
    chart.value_axis.major_unit = planned.step
    start, end = planned.span
    place_plot(chart, Box(start, 0.0, end - start, box.height), box)
    for element, (_, _, draw) in zip(chart._chartSpace.iter(qn("c:ser")), held, strict=True):
        points = [draw(index, bar, planned.unit, language, ink) for index, bar in enumerate(bars)]
        looks = "".join(look for look, _ in points)
        labels = "".join(label for _, label in points)
        dress_series(
            element, f'<c:invertIfNegative val="0"/>{looks}<c:dLbls>{labels}{shown(False)}</c:dLbls>'
        )
    dress(chart._chartSpace, language, ink.faces)
    return made


def _point(index: int, paint: str) -> str:
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{paint}</c:spPr></c:dPt>"
    )


def _track(index: int, bar: Bar, unit: float, language: str, ink: Ink) -> tuple[str, str]:
    """A track, and at its end the remark, or the figure where there is no bar."""
    if bar.track is None:
        return "", ""
    paint = solid(pale(bar.colour, ink.colours))
    paint += f'<a:ln w="{ink.stroke(OUTLINE)}">{solid(bar.colour)}</a:ln>'
    figure = bar.figure if bar.value is None else ""
    return _point(index, paint), data_label(
        index, figure, bar.aside, bar.track, "outEnd", ink.colours.ink, language, ink
    )


def _body(index: int, bar: Bar, unit: float, language: str, ink: Ink) -> tuple[str, str]:
    """A bar with its figure: at its end, or inside it where a track goes on behind."""
    if bar.value is None:
        return "", ""
    if bar.reference:
        paint = solid(theme.mix(bar.colour, ink.colours.background, 0.22))
        paint += f'<a:ln w="{ink.stroke(REFERENCE)}">{solid(bar.colour)}<a:prstDash val="dash"/></a:ln>'
    else:
        paint = (
            solid(bar.colour) if bar.finish == "closed" else fading(bar.colour, ink.colours.background)
        ) + "<a:ln><a:noFill/></a:ln>"
    if bar.track is None:
        return _point(index, paint), data_label(
            index, bar.figure, bar.aside, bar.value, "outEnd", ink.colours.ink, language, ink
        )
    inside = bar.value * unit > measure(bar.figure, ink.figure, True) + 2 * GAP
    place, colour = ("inEnd", theme.ink_on(bar.colour)) if inside else ("outEnd", ink.colours.ink)
    return _point(index, paint), data_label(index, bar.figure, "", bar.value, place, colour, language, ink)
