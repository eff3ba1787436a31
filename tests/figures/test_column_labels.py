"""Whatever labels of columns have no room, the first and the last column with marks have theirs, drawn by a browser;
and those over a grid lie level where they have room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.lines.lines import draw
from industry.figures.compose.on_canvas import compose, screen
from industry.figures.compose.panel_drawing import Pane
from industry.figures.record import Column, GridPanel, LinesPanel
from industry.figures.theme import LIGHT
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.conftest import world
from tests.figures import geometry
from tests.figures import sample_figures as samples
from tests.figures.handmade import column
from tests.figures.specs import once

SIZES = world().catalogue.config.sizes
WIDTHS = (280, 330, 600, 900, 1560)
MONTHS = (*(f"1—{month}月" for month in range(2, 12)), "")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with geometry.page_with_plotly(chromium) as found:
        yield found


def unlabelled(page: Page, panel: LinesPanel) -> list[str]:
    """The pictures and the widths on screen at which the label of the first or the last column with marks isn't there."""
    figure = replace(samples.LINES, panels=(panel,))
    ways = [(size.id, compose(figure, canvas_of(size)), None) for size in SIZES]
    ways += [(f"{width}", screen(figure, 0), width) for width in WIDTHS]
    held = [at for at in range(len(panel.columns)) if any(one.values[at] is not None for one in panel.series)]
    found = []
    for name, plot, width in ways:
        told = [one.text for one in geometry.boxes(page, plot, width).boxes]
        for one in (panel.columns[held[0]], panel.columns[held[-1]]):
            if not any(words in told for words in (one.whole, one.lines[0])):
                found.append(f"{name}: {one.whole} not in {told}")
    return found


@pytest.mark.parametrize("count", [3, 5, 11, 12, 23, 31, 80])
@pytest.mark.parametrize("empty", [0, 2])
def test_first_and_last_marks_have_their_period(page: Page, count: int, empty: int) -> None:
    """Columns of some years, the first and last ones with marks or ``empty``."""
    names = [f"{2018 + at // len(MONTHS)}年{MONTHS[at % len(MONTHS)]}" for at in range(count)]
    blank = [empty <= at < count - (empty if count > 2 * empty else 0) for at in range(count)]
    series = tuple(
        replace(
            one,
            values=tuple(10.0 + at + number if held else None for at, held in enumerate(blank)),
            texts=(one.texts[0][:0],) * count,
            rows=(None,) * count,
            hovers=(one.hovers[0][:0],) * count,
        )
        for number, one in enumerate(samples.LINES.panels[0].series)  # type: ignore[union-attr]
    )
    assert unlabelled(page, LinesPanel("", "单位：%", tuple(map(column, names)), series)) == []


@pytest.mark.parametrize("id", [one.id for one in world().catalogue.config.figures])
def test_so_have_those_of_every_figure(page: Page, tables: Tables, id: str) -> None:
    for language in ("zh", "en"):
        for panel in once(tables.catalogue.figures[id], tables, Choices(), language).panels:
            if isinstance(panel, LinesPanel):
                assert unlabelled(page, panel) == [], language


def test_labels_over_a_grid_are_turned_only_where_they_have_no_room(page: Page, tables: Tables) -> None:
    figure = once(tables.catalogue.figures["emphasis"], tables, Choices(), "zh")
    (panel,) = figure.panels
    assert isinstance(panel, GridPanel)
    names = [one.whole for one in panel.columns]
    for width, level in ((280, False), (330, False), (900, True), (1560, True)):
        drawn = geometry.boxes(page, screen(figure, 0), width)
        heads = [one for one in drawn.boxes if one.text in names]
        assert len(heads) == len(names) and geometry.faults(drawn, 12.5) == [], width
        assert {one.right - one.left > one.bottom - one.top for one in heads} == {level}, width


@pytest.mark.parametrize("width", [330, 600, 900])
def test_a_year_stands_on_one_side_of_its_months_in_all_panels_of_a_screen(page: Page, width: int) -> None:
    """Whether a browser sets the months, of which there are many, or we do."""
    sides = set()
    for count in (4, 6, 12, 23):
        columns = tuple(
            column(f"2021年{month}" if month else "2021年")
            for month in [*MONTHS, *MONTHS, *MONTHS][:count]
            if month
        )
        series = tuple(
            replace(one, values=(10.0,) * len(columns), texts=(one.texts[0][:0],) * len(columns), rows=(None,) * len(columns),
                    hovers=("",) * len(columns))
            for one in samples.LINES.panels[0].series
        )  # fmt: skip
        panel = replace(samples.LINES.panels[0], columns=columns, series=series, gaps=())
        boxes = geometry.boxes(page, screen(replace(samples.LINES, panels=(panel,)), 0), width).boxes
        years = [one for one in boxes if one.text == "2021年"]
        months = [one for one in boxes if one.text in MONTHS and one.text]
        if years and months:
            sides |= {year.top < month.top for year in years for month in months}
    assert sides == {True}


def quarters() -> LinesPanel:
    """A line over the quarters of two years."""
    columns = tuple(
        Column(f"{one} {year}", one, year) if one else Column(year, year)
        for year in ("2020", "2021")
        for one in ("Jan–Mar", "Jan–Jun", "Jan–Sep", "")
    )
    line = samples.series("Jiangxi", samples.JIANGXI, -6.1, 1.0, 2.6, 4.6, 29.4, 18.5, 13.0, 11.4)
    return LinesPanel("", "", columns, (line,))


@pytest.mark.parametrize(("width", "tight"), [(420.0, 0), (460.0, 0), (560.0, 1), (560.0, 2)])
def test_all_are_turned_where_more_than_every_second_would_be_left_out_and_where_gaps_are_reduced(
    width: float, tight: int
) -> None:
    for height in range(180, 480, 10):
        drawing = draw(quarters(), Pane(width, float(height), 20.0, LIGHT, tight=tight))
        turned = [one["text"] for one in drawing.texts if one["textangle"]]
        assert len(turned) == len(quarters().columns), (height, turned)


def test_every_second_label_lies_level_where_all_turned_would_leave_a_plot_hardly_high_enough() -> None:
    seen = set()
    for height in range(180, 480, 10):
        drawing = draw(quarters(), Pane(560.0, float(height), 20.0, LIGHT))
        turned = any(one["textangle"] for one in drawing.texts)
        level = [one["text"] for one in drawing.texts if one["x"] in range(8) and not one["textangle"]]
        high = (drawing.height - drawing.above - drawing.foot) / 20.0
        assert high >= 8.0 or not turned or drawing.height > height, height
        assert turned or ("Jan–Mar" in level and "2021" in level), "the first and the last have theirs"
        seen.add(turned)
    assert seen == {True, False}


def test_a_mark_stands_below_the_point_of_time_that_it_marks() -> None:
    """As a year above its months it stood above the end of 2020."""
    ends = Column("end of 2015", "end of 2015"), Column("end of 2020 (inferred)", "end of 2020", "(inferred)")
    (panel,) = samples.SLOPE.panels[:1]
    assert isinstance(panel, LinesPanel)
    drawn = screen(replace(samples.SLOPE, panels=(replace(panel, columns=ends),)), 0)
    found = {one["text"]: one for one in drawn["layout"]["annotations"]}
    assert {"end of 2020", "(inferred)"} <= {*found}
    high = {text: (one["y"], one.get("yshift", 0)) for text, one in found.items()}
    assert high["(inferred)"] > high["end of 2020"] == high["end of 2015"], "pixels from the top"
