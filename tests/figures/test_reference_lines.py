"""No dashed reference of rows strikes a text through, whatever rows there are, however wide the panel is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import Plot, compose, screen
from industry.figures.record import Figure, Row, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording.said import Said
from tests.conftest import world
from tests.figures import geometry
from tests.figures import sample_figures as samples
from tests.figures.handmade import reference
from tests.figures.specs import once
from tests.figures.whose import share

SIZES = world().catalogue.config.sizes
TOUCH = 0.5  # CSS pixels that a browser may round off
WIDTHS = (280, 310, 340, 450, 600, 900, 1560)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with geometry.page_with_plotly(chromium) as found:
        yield found


def dashes(plot: Plot, width: float) -> Iterator[tuple[float, float, float]]:
    """The parts of all dashed lines upright: their place across, top and bottom, in CSS pixels."""
    layout = plot["layout"]
    margin = layout["margin"]
    wide, high = width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]
    for one in plot["data"]:
        if one.get("mode") == "lines" and one["line"].get("dash"):
            axis = one.get("xaxis", "x")[1:]
            for at in range(0, len(one["y"]), 3):
                x = margin["l"] + wide * share(layout["xaxis" + axis], one["x"][at])
                top, bottom = (
                    margin["t"] + high * (1 - share(layout["yaxis" + axis], y)) for y in one["y"][at : at + 2]
                )
                yield x, top, bottom


def struck(page: Page, figure: Figure) -> list[str]:
    """The texts that a dashed line touches, and at which size."""
    ways = [(size.id, compose(figure, canvas_of(size)), float(size.width)) for size in SIZES]
    ways += [
        (f"{at} at {width}", screen(figure, at), width)
        for at in range(len(figure.panels))
        for width in WIDTHS
    ]
    found = []
    for name, plot, width in ways:
        texts = geometry.boxes(page, plot, width).boxes
        for x, top, bottom in dashes(plot, width):
            found += [
                f"{name}: {one.text}"
                for one in texts
                if one.left < x < one.right and max(one.top, top) < min(one.bottom, bottom) - TOUCH
            ]
    return found


@pytest.mark.parametrize("seed", range(4))
def test_of_any_rows(page: Page, seed: int) -> None:
    lot = Random(seed)
    panel = samples.LOCK.panels[0]
    assert isinstance(panel, RowsPanel)
    rows: list[Row] = []
    for row in panel.rows * 2:
        value = round(lot.uniform(1, 29.4), 1)
        marks = tuple(replace(one, end=value) for one in row.marks)
        aside = lot.choice(("", "两年平均4.4%", "上年同期为−8.4%，基数较低"))
        rows.append(replace(row, marks=marks, text=Said(f"{value}"), aside=Said(aside)))
    nearby = round(lot.choice(rows).marks[0].end + lot.uniform(0, 3), 1)
    lines = (reference(nearby, "全国", f"{nearby}", samples.CHINA, "china:1"),)
    figure = replace(samples.LOCK, panels=(replace(panel, rows=tuple(rows), references=lines),))
    assert list(dashes(screen(figure, 0), 600)), "there is a line"
    assert struck(page, figure) == []


@pytest.mark.parametrize("id", [one.id for one in world().catalogue.config.figures])
def test_of_every_figure(page: Page, tables: Tables, id: str) -> None:
    for language in ("zh", "en"):
        figure = once(tables.catalogue.figures[id], tables, Choices(), language)
        if any(isinstance(panel, RowsPanel) and panel.references for panel in figure.panels):
            assert struck(page, figure) == [], language
