"""Whoever sees little contrast, or a picture on a weak projector, sees every mark: of each the fill or the outline has
3 : 1 against what it stands on (WCAG 2.2, 1.4.11), in what is composed and in native charts; so have regions' colours, and
keys of legends. Texts are held by test_grey, what tells regions apart by test_colour_vision.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

import pytest
from lxml import etree

from industry.export.office.charts.bar_plan import fits, plan
from industry.export.office.charts.bars import bar_chart
from industry.export.office.words import Box
from industry.export.picture.figure_picture import plotly_json
from industry.export.pptx.text_runs import INK
from industry.figures import theme
from industry.figures.compose.grid import fill
from industry.figures.record import Cell, Figure, RowsPanel
from industry.tables.eyesight import SEEN, contrast
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Choices
from industry.wording.said import Said
from tests.conftest import world
from tests.figures.specs import once
from tests.figures.test_grey import report

WHITE = theme.LIGHT.background
EMPTY = fill(Cell(Said(), 0.0, "#000000"), theme.LIGHT)
"""The fill of a cell that stands for nothing."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SPECS = world().catalogue.config.figures


def seen(colours: Sequence[str]) -> bool:
    return any(contrast(one, WHITE) >= SEEN for one in colours)


def each(value: Any) -> Iterator[Any]:
    return iter(value) if isinstance(value, list) else cycle([value])


def marks(trace: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Of each mark of a trace its fill, and its outline where it has one."""
    marker = trace.get("marker", {})
    edge = marker.get("line", {})
    if trace["type"] == "bar" or "markers" in trace.get("mode", ""):
        looks = (
            each(one) for one in (marker.get("color", WHITE), edge.get("color", WHITE), edge.get("width", 0))
        )
        for _, colour, line, wide in zip(trace["x"], *looks, strict=False):
            yield (colour, line) if wide else (colour,)
    if "lines" in trace.get("mode", ""):
        yield (trace["line"]["color"],)


@pytest.fixture(scope="module")
def drawn(tables: Tables) -> list[tuple[FigureSpec, Figure, dict[str, Any]]]:
    """Every figure, and as a report has it."""
    figures = [(one, once(one, tables, Choices(), "zh")) for one in SPECS]
    return [(spec, one, json.loads(plotly_json(one, report())[0])) for spec, one in figures]


def test_the_colours_of_regions_are_seen(tables: Tables) -> None:
    pale = {one.id: one.colour for one in tables.catalogue.regions.values() if not seen((one.colour,))}
    assert not pale


def test_every_mark_is_seen(drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]]) -> None:
    pale, count = set(), 0
    for spec, _, plot in drawn:
        for mark in (one for trace in plot["data"] for one in marks(trace) if one[0] != EMPTY):
            count += 1
            if not seen(mark):
                pale.add((spec.id, mark))
    assert not pale
    assert count > 500, "otherwise there is nothing to see"


def test_keys_of_legends_are_seen(drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]]) -> None:
    keys = 0
    for spec, figure, plot in drawn:
        texts = "".join(one["text"] for one in plot["layout"]["annotations"])
        signs = re.findall(r"color:(#[0-9A-Fa-f]{6})[^>]*>(?:<b>)?([■□◆○━●×＋┅]|├┤)", texts)
        keys += len(signs)
        assert all(seen((colour,)) for colour, _ in signs), (spec.id, signs)
        legends = [one.legend for one in figure.panels if isinstance(one, RowsPanel)]
        assert len(signs) >= sum(map(len, legends)), spec.id
    assert keys > 10


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_bar_of_a_native_chart_is_seen(tables: Tables, language: str) -> None:
    box, tracks = Box(0.0, 0.0, 600.0, 300.0), 0
    for spec in SPECS:
        for panel in once(spec, tables, Choices(), language).panels:
            if not isinstance(panel, RowsPanel) or not fits(panel):
                continue
            planned = plan(panel, box, language, INK)
            tracks += sum(one.track is not None for one in planned.bars)
            space = bar_chart(planned, box, ("", ""), language).chart._chartSpace
            for point in space.iter(f"{C}dPt"):
                shape = point.find(f"{C}spPr")
                colours = ["#" + one.get("val") for one in shape.iter(f"{A}srgbClr")]
                assert seen(colours), (spec.id, etree.tostring(shape))
    assert tracks > 5
