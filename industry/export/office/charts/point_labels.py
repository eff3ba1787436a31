"""Labels and colours of the points in a native chart, as the format writes them.

A label that is only the number, in whatever format, follows the number when somebody edits it; one that
says more (约, 推算) is text. Which points have labels belongs in ``bars`` and ``lines``.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from pptx.oxml.ns import nsdecls

from industry.export.office.ink import Ink
from industry.export.office.words import Run
from industry.export.xml_text import writable
from industry.figures import theme
from industry.wording import number_format

NS = nsdecls("c", "a")


def data_label(
    index: int,
    figure: str,
    aside: str,
    value: float,
    place: str,
    colour: str,
    language: str,
    ink: Ink,
    lead: str = "",
    shift: float = 0.0,
) -> str:
    """A point's label: the number itself in its format, or words. ``lead`` stands before the figure,
    ``shift`` moves the label down, in shares of the chart."""
    if not figure and not aside:
        return ""
    moved = ""
    if abs(shift) > 1e-4:
        moved = (
            f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{shift:.5f}"/></c:manualLayout></c:layout>'
        )
    form = number_format(figure, value, language) if not aside and not lead else ""
    size = round(ink.figure * 100)
    if form:
        body = (
            f'<c:numFmt formatCode="{escape(form, {chr(34): "&quot;"})}" sourceLinked="0"/>'
            f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/>'
            f'<a:p><a:pPr><a:defRPr sz="{size}" b="1">{solid(colour)}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
        )
    else:
        runs = [Run(lead + "  ", False, colour)] if lead else []
        runs += [Run(figure, True, colour)] if figure else []
        runs += (
            [Run((gap(aside) if figure else "") + aside, False, ink.colours.soft, ink.small)] if aside else []
        )
        told = "".join(
            f'<a:r><a:rPr sz="{round((one.size or ink.figure) * 100)}" b="{int(one.bold)}">{solid(one.colour)}</a:rPr>'
            f"<a:t>{escape(writable(one.text))}</a:t></a:r>"
            for one in runs
        )
        body = (
            f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr>{told}</a:p>'
            "</c:rich></c:tx><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        )
    return f'<c:dLbl><c:idx val="{index}"/>{moved}{body}<c:dLblPos val="{place}"/>{shown(True)}</c:dLbl>'


def shown(value: bool) -> str:
    flags = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{one} val="{int(value and one == "Val")}"/>' for one in flags)


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def fading(colour: str, background: str) -> str:
    """An open end: the colour pales into the background."""
    stops = ((0, colour), (65000, colour), (100000, theme.mix(colour, background, 0.12)))
    held = "".join(f'<a:gs pos="{place}"><a:srgbClr val="{one.lstrip("#")}"/></a:gs>' for place, one in stops)
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{held}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>'


def gap(aside: str) -> str:
    """What stands between a figure and its remark; a full-width bracket has room of its own."""
    return "" if aside[:1] == "（" else "  "
