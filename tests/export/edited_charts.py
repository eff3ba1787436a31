"""Native charts of a slide or a page after somebody has edited their numbers, and where another program draws them then."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from ctypes import c_int, c_uint
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from openpyxl import load_workbook
from pypdfium2 import raw

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = re.compile(r"(?:ppt|word)/charts/chart\d+\.xml")
Values = list[dict[int, float]]
"""Of each series the values, by their points."""
New = Callable[[Values], Mapping[tuple[int, int], float]]
"""What somebody writes in place of numbers, by series and point."""


@dataclass(frozen=True)
class Drawn:
    """A filled shape: its page, its ends in points from the left and from below."""

    page: int
    left: float
    low: float
    right: float
    high: float


@dataclass(frozen=True)
class Chart:
    """A chart that was edited: its values now, what was put into it, and the colour that each point, or of lines each series, has
    alone in the file. ``follows``: points whose label is the number itself."""

    lines: bool
    values: Values
    new: Mapping[tuple[int, int], float]
    colours: Mapping[tuple[int, int], str]
    follows: frozenset[tuple[int, int]]


def replacing(new: Mapping[float, float]) -> New:
    """Each of some numbers by another, wherever it stands."""
    return lambda values: {
        (at, point): new[value]
        for at, series in enumerate(values)
        for point, value in series.items()
        if value in new
    }


def edited(content: bytes, new: New, coloured: bool = False) -> tuple[bytes, list[Chart]]:
    """The file with other numbers in its charts: in the workbook behind each and in the chart's own copy, as an office program
    saves it; ``coloured`` so that each bar is known by its colour."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    free = count(0x203040, 7)
    charts = [
        _edited(name, parts, new, free if coloured else None)
        for name in list(parts)
        if _CHART.fullmatch(name)
    ]
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    assert any(one.new for one in charts)
    return saved.getvalue(), charts


def _edited(name: str, parts: dict[str, bytes], new: New, free: Any) -> Chart:
    root = etree.fromstring(parts[name])
    series = list(root.iter(f"{C}ser"))
    held = [
        {int(one.get("idx")): one.find(f"{C}v") for one in each.iterfind(f"{C}val//{C}pt")} for each in series
    ]
    values: Values = [{at: float(one.text) for at, one in each.items()} for each in held]
    changed = new(values)
    for (at, point), value in changed.items():
        held[at][point].text = str(value)
        values[at][point] = value
    folder, file = posixpath.split(name)
    relations = etree.fromstring(parts[f"{folder}/_rels/{file}.rels"])
    (target,) = (one.get("Target") for one in relations if one.get("Type").endswith("/package"))
    book = posixpath.normpath(posixpath.join(folder, target))
    parts[book] = _written(parts[book], changed)
    lines = root.find(f".//{C}lineChart") is not None
    colours = {} if free is None else _coloured(series, lines, free)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    live = (
        (at, int(label.find(f"{C}idx").get("val")))
        for at, each in enumerate(series)
        for label in each.iter(f"{C}dLbl")
        if label.find(f"{C}numFmt") is not None
    )
    return Chart(lines, values, changed, colours, frozenset(live))


def _written(book: bytes, new: Mapping[tuple[int, int], float]) -> bytes:
    opened = load_workbook(io.BytesIO(book))
    for (series, point), value in new.items():
        opened.active.cell(point + 2, series + 2).value = value  # type: ignore[union-attr]
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def _coloured(series: Sequence[Any], lines: bool, free: Any) -> dict[tuple[int, int], str]:
    """Gives lines, and bars, a colour of their own, and says which; a line's is that of its markers, which are squares then."""
    found = {}
    for at, one in enumerate(series):
        if lines:
            found[at, 0] = f"{next(free):06X}"
            one.find(f"{C}marker/{C}symbol").set("val", "square")
            for look in (one.find(f"{C}spPr"), one.find(f"{C}marker")):
                for colour in look.iter(f"{A}srgbClr"):
                    colour.set("val", found[at, 0])
            continue
        for point in one.iterfind(f"{C}dPt"):
            found[at, int(point.find(f"{C}idx").get("val"))] = told = f"{next(free):06X}"
            look = point.find(f"{C}spPr")
            look.clear()
            etree.SubElement(etree.SubElement(look, f"{A}solidFill"), f"{A}srgbClr").set("val", told)
            etree.SubElement(etree.SubElement(look, f"{A}ln"), f"{A}noFill")
    return found


def drawn(path: Path) -> dict[str, list[Drawn]]:
    """The filled shapes of a PDF by their colours (RRGGBB)."""
    found: dict[str, list[Drawn]] = {}
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        for one in page.get_objects((raw.FPDF_PAGEOBJ_PATH,)):
            fills, strokes, (red, green, blue, alpha) = c_int(), c_int(), (c_uint() for _ in range(4))
            raw.FPDFPath_GetDrawMode(one.raw, fills, strokes)
            if fills.value and raw.FPDFPageObj_GetFillColor(one.raw, red, green, blue, alpha):
                colour = f"{red.value:02X}{green.value:02X}{blue.value:02X}"
                found.setdefault(colour, []).append(Drawn(number, *one.get_bounds()))
    return found
