"""No text of a drawn figure overlaps another, is cut off, or is too small to read: every shape, at
the widths of screens and at all sizes of export, measured in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from industry.figures import theme
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import compose, screen
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.configuration import LEAST
from industry.vocabulary.slide import Choices
from tests.figures import geometry
from tests.figures import sample_crowded as crowded
from tests.figures import sample_figures as samples
from tests.figures.specs import once

FIGURES = {name: one for name, one in (vars(samples) | vars(crowded)).items() if isinstance(one, Figure)}
SIZES = {
    "slide": Canvas(1280, 720, 20, 3),
    "report": Canvas(590, None, 12, 3.125),
    "half": Canvas(284, None, 10.7, 3.125),
    "square": Canvas(720, 720, 17.5, 3),
}
SCREENS = (280, 300, 340, 600, 1100, 1200, 1560)  # panels' widths in windows of 390, 1366 and 1920 pixels
CROWDED = {"FINISHES", "MANY"}  # more than a fixed height can hold in readable type


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with geometry.page_with_plotly(chromium) as found:
        yield found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FIGURES)
def test_pictures(page: Page, name: str, size: str) -> None:
    canvas = SIZES[size]
    full = name in CROWDED and canvas.height is not None
    for title in (True, False):
        drawn = geometry.boxes(page, compose(FIGURES[name], canvas, title))
        assert drawn.boxes
        assert geometry.faults(drawn, 0.0 if full else 0.999 * theme.SMALLEST * canvas.type) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("times", [1, 1.25, 1.5])
def test_what_a_size_has_no_room_for_is_told_beside_no_other_words(
    page: Page, tables: Tables, language: str, times: float
) -> None:
    """From the smallest size on that `check` lets pass, with findings as long as they are."""
    canvas = Canvas(int(times * LEAST["width"] * 10), int(times * LEAST["height"] * 10), 10)
    figures = [once(one, tables, Choices(), language) for one in tables.catalogue.config.figures]
    plots = [compose(one, canvas) for one in (*figures, *FIGURES.values())]
    words = [one for one in plots if not one["data"]]
    assert words
    for plot in words:
        assert geometry.faults(geometry.boxes(page, plot)) == []


def test_the_smallest_text_of_a_slide_can_be_read_from_the_last_row() -> None:
    assert SIZES["slide"].type * theme.SMALLEST >= 0.024 * 720


@pytest.mark.parametrize("name", [name for name, one in FIGURES.items() if one.panels])
def test_screens(page: Page, name: str) -> None:
    figure = FIGURES[name]
    for index in range(len(figure.panels)):
        plot = screen(figure, index)
        for width in SCREENS:
            assert geometry.faults(geometry.boxes(page, plot, width), 12.5) == [], width


def test_the_measure_sees_what_is_wrong(page: Page) -> None:
    text = {"showarrow": False, "xref": "paper", "yref": "paper", "yanchor": "middle", "font": {"size": 14}}
    layout = {
        "width": 400,
        "height": 200,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "annotations": [
            {**text, "text": "江西", "x": 0.5, "y": 0.5},
            {**text, "text": "河北", "x": 0.51, "y": 0.5},
            {**text, "text": "陕西省统计局", "x": 0.0, "xanchor": "center", "y": 0.2},
        ],
    }
    found = geometry.faults(geometry.boxes(page, {"data": [], "layout": layout}), smallest=15)
    assert [one.split(":")[0].split(" of")[0] for one in found].count("too small") == 3
    assert any(one.startswith("overlap") and "江西" in one and "河北" in one for one in found)
    assert any(one.startswith("cut off") and "陕西省统计局" in one for one in found)
