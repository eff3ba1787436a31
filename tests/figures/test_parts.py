"""Long tables and bars: whatever a size can't hold at once it holds in bands or in parts, and nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from playwright.sync_api import Browser

from industry.export.picture.figure_picture import canvas_of
from industry.figures import parts
from industry.figures.compose import panel_layout
from industry.figures.compose.canvas import PAGE, Canvas
from industry.figures.compose.on_canvas import compose, fits, overflow
from industry.figures.record import Figure, Row, RowsPanel, TablePanel
from industry.wording.said import Said
from tests.conftest import world
from tests.figures import geometry
from tests.figures import sample_figures as samples
from tests.figures.sample_tables import many, numbers
from tests.figures.test_sizes import texts

SIZES = {one.id: one for one in world().catalogue.config.sizes}
SLIDE = Canvas(1280, 720, 20.0, 3.0)
EVERY = [
    (regions, lines, ("zh", "en")[at % 2])
    for at, (regions, lines) in enumerate(product((1, 3, 8, 16, 31), (3, 8, 20)))
]
BY_SIZE = {
    "slide": EVERY[::2],
    "square": [*EVERY[1::2], EVERY[-1]],
    "report": EVERY[::2],
    "half": [*EVERY[1::2], EVERY[-1]],
}
"""Of pictures as high as they are wide or lower, and of those on a page: each table in one, the largest in both."""


def bars(count: int) -> Figure:
    rows = tuple(
        Row(f"第{at}省", (samples.bar(30.0 - at, samples.JIANGXI, f"bar:{at}"),), Said(f"{30 - at}.{at}"))
        for at in range(count)
    )
    panel = RowsPanel("同比增速", "单位：%", rows, -1.0, 30.0)
    return replace(samples.LOCK, panels=(panel,))


def cells(figure: Figure, canvas: Canvas) -> Counter[str]:
    """How often each number is drawn."""
    told = [re.match(r"\d+\.\d\d(?=\+|$)", one) for one in texts(compose(figure, canvas))]
    return Counter(one[0] for one in told if one)


@pytest.mark.parametrize("size", ["slide", "square"])
def test_a_picture_grows_until_every_number_stands_in_it_once(size: str) -> None:
    for regions, lines, language in BY_SIZE[size]:
        figure = many(regions, lines, language)
        assert cells(figure, canvas_of(SIZES[size])) == Counter(numbers(figure)), (regions, lines)


@pytest.mark.parametrize("size", ["report", "half"])
def test_a_picture_on_a_page_has_whole_lines_and_counts_those_that_it_has_not(size: str) -> None:
    for regions, lines, language in BY_SIZE[size]:
        figure, canvas = many(regions, lines, language), canvas_of(SIZES[size])
        high = compose(figure, canvas)["layout"]["height"]
        assert high / 96 * 25.4 <= PAGE
        (panel,) = figure.panels
        assert isinstance(panel, TablePanel)
        left_out = [one for one in overflow(figure, canvas) if re.search(r"未列|not shown", one)]
        more = int(re.findall(r"\d+", left_out[0])[0]) if left_out else 0
        stand = replace(figure, panels=(replace(panel, lines=panel.lines[: lines - more]),))
        assert cells(figure, canvas) == Counter(numbers(stand)), (regions, lines)
        assert more < lines and (regions, lines) != (31, 3) or not more, (regions, lines)


def test_parts_hold_all_of_a_figure_once_and_each_of_them_fits() -> None:
    for regions, lines, language in EVERY[4::2]:
        figure = many(regions, lines, language)
        held = parts.parted(figure, lambda one: fits(one, SLIDE))
        assert sum((Counter(numbers(one)) for one in held), Counter()) == Counter(numbers(figure))
        assert all(fits(one, SLIDE) for one in held) and {one.id for one in held} == {figure.id}
        assert len({one.frame.title for one in held}) == len(held)
        if len(held) > 1:
            assert f"1/{len(held)}" in held[0].frame.title and "2/" in held[1].frame.title
        for one in held:
            (panel,) = one.panels
            assert isinstance(panel, TablePanel) and not panel.lines[0].under


def test_parts_by_regions_say_which_and_keep_the_scale_of_their_bars() -> None:
    (panel,) = many(31, 3).panels
    assert isinstance(panel, TablePanel)
    halves = parts.by_regions(panel, 2)
    whole = [one.bars for one in panel.lines]
    assert [
        (*one.bars, *two.bars) for one, two in zip(halves[0].lines, halves[1].lines, strict=True)
    ] == whole
    way = parts.fewest(panel, lambda _, found: all(len(one.regions) <= 16 for one in found), "zh")  # type: ignore[union-attr]
    assert [one.heading for one in parts.divided(panel, way, "zh")] == ["全国至福建", "山东至新疆"]


def test_parts_by_lines_are_alike_in_lines_where_some_belong_together() -> None:
    """Lines below others stay with them, and a part with such ones has no more of them: of 2, 2, 1, 1, 1 and 1 in four parts each
    has two."""
    (panel,) = many(3, 8).panels
    assert isinstance(panel, TablePanel)
    under = (False, True, False, True, False, False, False, False)
    lines = tuple(replace(one, under=held) for one, held in zip(panel.lines, under, strict=True))
    for count, wanted in ((2, [4, 4]), (3, [2, 3, 3]), (4, [2, 2, 2, 2]), (5, [2, 2, 2, 1, 1])):
        found = parts.by_lines(replace(panel, lines=lines), count)
        assert [len(one.lines) for one in found] == wanted
        assert not any(one.lines[0].under for one in found)
        assert sum((one.lines for one in found), ()) == lines


def test_a_panel_that_cannot_be_parted_stays_whole() -> None:
    assert parts.parted(samples.LINES, lambda _: False)[0].panels == samples.LINES.panels
    (panel,) = many(3, 3).panels
    assert parts.fewest(panel, lambda *_: False, "zh") == parts.WHOLE


def test_thirty_one_bars_can_be_read_on_a_slide_and_in_its_picture() -> None:
    figure = bars(31)
    for canvas in (SLIDE, canvas_of(SIZES["slide"])):
        for part in parts.parted(figure, partial(fits, canvas=canvas)):
            plot = compose(part, canvas)
            sizes = [note["font"]["size"] for note in plot["layout"]["annotations"]]
            assert min(sizes) >= 0.021 * 720
    panel, *_ = figure.panels
    assert isinstance(panel, RowsPanel)
    first, second = panel_layout.halves(figure.panels)
    assert isinstance(first, RowsPanel) and isinstance(second, RowsPanel)
    assert (*first.rows, *second.rows) == panel.rows and (first.low, first.high) == (second.low, second.high)


def test_no_text_of_a_long_table_is_cut_off_or_lies_on_another(chromium: Browser) -> None:
    with geometry.page_with_plotly(chromium) as page:
        for regions, lines, spoken, size in (
            (8, 8, "zh", "half"), (31, 8, "en", "slide"), (31, 20, "zh", "report"), (16, 20, "en", "square"),
        ):  # fmt: skip
            plot = compose(many(regions, lines, spoken), canvas_of(SIZES[size]))
            assert geometry.faults(geometry.boxes(page, plot)) == [], (regions, lines, size)
