"""What native charts of every kind are put together from: an empty workbook, hidden axes, places in shares
of the chart.
"""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.pptx.charts.point_labels import NS
from industry.export.pptx.text_runs import PALETTE, SMALLEST, rgb


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
