"""What native charts of every kind are put together from: an empty chart with its workbook, axes, places in
shares of the chart, and the looks of a series.

What a point's label says belongs in ``point_labels``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.util import Pt

from industry.export.office.charts.point_labels import NS
from industry.export.office.ink import Ink
from industry.export.office.words import Box, plain, rgb

LOOKS = ("c:invertIfNegative", "c:spPr", "c:marker", "c:dPt", "c:dLbls")  # of a series, after its name


@dataclass(frozen=True)
class NativeChart:
    """A chart before it stands anywhere: as the library has it, and the bytes of the workbook behind it."""

    chart: Any
    workbook: bytes

    @property
    def space(self) -> Any:
        """The chart's element."""
        return self.chart._chartSpace

    def part(self, package: Any, folder: str) -> Any:
        """Its part with its workbook's below ``folder`` (``ppt``, ``word``) of a package; whatever shows it is to be
        related to it."""
        book = EmbeddedXlsxPart(
            package.next_partname(f"/{folder}/embeddings/Microsoft_Excel_Sheet%d.xlsx"),
            CT.SML_SHEET,
            package,
            self.workbook,
        )
        name = package.next_partname(f"/{folder}/charts/chart%d.xml")
        made = ChartPart(name, CT.DML_CHART, package, self.space)
        self.space.get_or_add_externalData().rId = made.relate_to(book, RT.PACKAGE)
        return made


def empty(
    kind: Any,
    names: Sequence[str],
    series: Iterable[tuple[str, Sequence[float | None]]],
    language: str,
    ink: Ink,
) -> NativeChart:
    """A chart of a kind with its workbook, whose format adds no digits: no title, no legend, square corners, and a
    base size of type."""
    make: Any = CategoryChartData
    make_chart: Any = Chart
    data = make(number_format="General")
    data.categories = [plain(one, language) for one in names]
    for name, values in series:
        data.add_series(plain(name, language), values)
    chart = make_chart(parse_xml(data.xml_bytes(kind)), None)
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(ink.small)
    chart.font.color.rgb = rgb(ink.colours.ink)
    space = chart._chartSpace
    for corner in space.findall(qn("c:roundedCorners")):
        space.remove(corner)
    for one in (*space.iter(qn("c:axId")), *space.iter(qn("c:crossAx"))):
        one.set("val", one.get("val", "").lstrip("-"))  # the format has no ids below zero
    space.find(qn("c:date1904")).addnext(parse_xml(f'<c:roundedCorners {NS} val="0"/>'))
    return NativeChart(chart, data.xlsx_blob)


def hide(axis: Any) -> None:
    """An axis that only sets the scale."""
    axis.visible = False
    axis._element.find(qn("c:delete")).set("val", "1")
    axis.has_major_gridlines = False


def name_all(axis: Any, colour: str, size: float, turned: bool = False, every: int = 1) -> None:
    """An axis of categories, each with its name in so many points, level or turned upright, or one of
    so many: no program leaves out others."""
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = rgb(colour)
    axis.format.line.width = Pt(1)
    axis.tick_labels.font.size = Pt(size)
    words = axis._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    words.set("rot", "-5400000" if turned else "0")
    words.set("vert", "horz")
    last = axis._element.find(qn("c:noMultiLvlLbl"))
    for name in ("tickLblSkip", "tickMarkSkip"):
        last.addprevious(parse_xml(f'<c:{name} {NS} val="{every}"/>'))


def place_plot(chart: Any, inner: Box, whole: Box) -> None:
    """The plot's inner place, in points from the chart's corner, the same in every program."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout(inner, whole, '<c:layoutTarget val="inner"/>'))


def layout(inner: Box, whole: Box, target: str = "") -> Any:
    """A place inside a chart, in shares of it."""
    shares = (
        inner.x / whole.width,
        inner.y / whole.height,
        inner.width / whole.width,
        inner.height / whole.height,
    )
    modes = "".join(f'<c:{one}Mode val="edge"/>' for one in "xy")
    sizes = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in zip("xywh", shares, strict=True))
    return parse_xml(f"<c:layout {NS}><c:manualLayout>{target}{modes}{sizes}</c:manualLayout></c:layout>")


def framed(made: NativeChart, box: Box, above: float, below: float = 0.0) -> None:
    """Gives a chart made for ``box`` so many points more above and below; all that is in it keeps its size and place."""
    high = box.height + above + below
    for held in made.space.iter(qn("c:manualLayout")):
        placed = (
            held.find(qn("c:yMode")) is not None
        )  # else moved, as a label is from where it stands by itself
        for name in ("y", "h"):
            one = held.find(qn(f"c:{name}"))
            if one is not None:
                points = float(one.get("val")) * box.height + (above if name == "y" and placed else 0.0)
                one.set("val", f"{points / high:.5f}")


def dress_series(series: Any, looks: str) -> None:
    """Replaces what a series looks like, in the order that the format asks for."""
    for name in LOOKS:
        for old in series.findall(qn(name)):
            series.remove(old)
    anchor = series.find(qn("c:tx"))
    for one in reversed(list(parse_xml(f"<c:ser {NS}>{looks}</c:ser>"))):
        anchor.addnext(one)
