"""A table or bars too long for a slide go on: every number once, heads repeated, one scale, nothing left out."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from industry.export.office.tables.panels import NONE, of_entries, of_rows
from industry.export.office.tables.sizes import readable
from industry.export.office.words import Box, measure
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.pptx.text_runs import INK, SMALLEST
from industry.export.refreshing.slides.presentation import refresh
from industry.figures import parts
from industry.figures.record import Figure, RowsPanel, Table, TablePanel
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.export import her_templates
from tests.export.her_templates import packed
from tests.figures.sample_tables import many, numbers
from tests.figures.test_parts import bars


def slides(figure: Figure, language: str = "zh") -> list[Any]:
    return list(Presentation(io.BytesIO(presentation("题", [figure], language))).slides)[1:]


def tables(made: list[Any]) -> list[Any]:
    return [shape.table for slide in made for shape in slide.shapes if shape.has_table]


@pytest.mark.parametrize(
    ("regions", "lines", "language"),
    [(3, 8, "en"), (8, 20, "zh"), (16, 8, "en"), (31, 3, "zh"), (31, 20, "zh")],
)
def test_every_number_of_a_table_stands_on_one_of_its_slides(regions: int, lines: int, language: str) -> None:
    figure = many(regions, lines, language)
    made = slides(figure, language)
    told = Counter(
        cell.text_frame.paragraphs[0].text
        for table in tables(made)
        for row in table.rows
        for cell in row.cells
        if re.fullmatch(r"\d+\.\d\d", cell.text_frame.paragraphs[0].text)
    )
    assert told == Counter(numbers(figure))
    assert {slide.name for slide in made} == {figure.id}
    if len(made) > 1:
        assert f"1/{len(made)}" in made[0].shapes.title.text_frame.text
        assert all(table.first_row for table in tables(made))
    names = [shape.name for slide in made for shape in slide.shapes if shape.has_table]
    assert len(set(names)) == len(names)
    for slide in made:
        assert not [shape for shape in slide.shapes if shape.name == "More"]
        for shape in (one for one in slide.shapes if one.has_table):
            assert (
                min(
                    run.font.size.pt
                    for cell in shape.table.iter_cells()
                    for one in cell.text_frame.paragraphs
                    for run in one.runs
                )
                >= SMALLEST
            )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_numbers_of_a_table_have_room_in_wider_faces_too(language: str) -> None:
    """A table that can be read has each number on one line in a face a fifth wider than ours, as one that stands for a missing
    face is; where columns can't be so wide it isn't one, and goes on in parts."""
    seen = Counter[bool]()
    for regions, wide in product((3, 8), (260, 420, 600, 860)):
        (panel,) = many(regions, 3, language).panels
        assert isinstance(panel, TablePanel)
        sheet = of_entries(panel, Box(0, 0, wide, 600), INK)
        seen[readable(sheet)] += 1
        for row in sheet.rows if readable(sheet) else ():
            for at, (cell, width) in enumerate(zip(row, sheet.widths, strict=True)):
                room = width - 2 * (INK.side if at == 0 else sheet.side)
                for run in cell.sized(sheet.size, INK.small):
                    numbers = re.findall(r"[−+-]?\d[\d.,]*%?", run.text)
                    assert all(1.2 * measure(one, run.size, run.bold) <= room for one in numbers), run.text
    assert seen[True] and seen[False]


def test_thirty_one_bars_are_two_charts_of_one_scale_on_one_slide() -> None:
    figure = bars(31)
    (slide,) = slides(figure)
    first, second = (shape.chart for shape in slide.shapes if shape.has_chart)
    told = [*first.plots[0].categories, *second.plots[0].categories]
    assert sum("省" in one for one in told) == 31
    units = {chart.value_axis.major_unit for chart in (first, second)}
    assert len(units) == 1
    assert [one.name for one in slide.shapes if one.has_chart] == [f"{figure.id}#{at}~2x0" for at in (1, 2)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_parts_of_one_bar_chart_have_one_scale(language: str) -> None:
    """Whichever slides they stand on, in a refresh too."""
    figure = bars(31)
    (panel,) = figure.panels
    assert isinstance(panel, RowsPanel)
    longer = replace(panel, rows=(*panel.rows, *panel.rows))  # more than two halves of a slide hold
    data = presentation("题", [replace(figure, panels=(longer,))], language, template=packed("narrow"))
    held = [
        shape.chart
        for one in Presentation(io.BytesIO(data)).slides
        for shape in one.shapes
        if shape.has_chart
    ]
    ends = [max(one.plots[0].series[0].values) for one in held]
    assert len(held) > 2 and len(set(ends)) > 1
    assert len({one.value_axis.major_unit for one in held}) == 1
    starts = {one._chartSpace.find(f".//{qn('c:manualLayout')}/{qn('c:x')}").get("val") for one in held}
    assert len(starts) == 1


@pytest.mark.parametrize(("count", "panels"), [(3, 0), (9, 0), (31, 0), (31, 9)])
def test_the_table_of_a_figure_that_is_not_drawn_goes_on(count: int, panels: int) -> None:
    """Of one without panels, and of one with more than a slide has: every row once, below the sentence, in each template; a
    refresh finds the parts again."""
    rows = tuple((f"第{at}省", f"{at}.5%（上年同期为{at}）") for at in range(count))
    sample = bars(3)
    figure = replace(
        sample,
        panels=sample.panels * panels,
        table=Table(("地区", "增速"), rows),
        empty="" if panels else "期间不同，不作图。",
    )
    for name in (None, *her_templates.ALL):
        made = presentation("题", [figure], "zh", template=packed(name) if name else None)
        held = list(Presentation(io.BytesIO(made)).slides)[1:]
        told = [
            tuple(cell.text_frame.text for cell in row.cells)
            for table in tables(held)
            for row in list(table.rows)[1:]
        ]
        assert told == list(rows), name
        assert all(
            one.shapes.title.text_frame.text.count(f"{at}/{len(held)}")
            for at, one in enumerate(held, 1)
            if len(held) > 1
        )
        names = [shape.name for slide in held for shape in slide.shapes if shape.has_table]
        assert len(set(names)) == len(names) == len(held)
        assert not [shape for slide in held for shape in slide.shapes if shape.name == "More"]


def test_a_figure_is_parted_again_as_it_was() -> None:
    figure = many(31, 8)
    whole = parts.again(figure, [(2, 3)], 4)
    assert sum(
        (Counter(numbers(replace(figure, panels=(one,)))) for one in whole.panels), Counter()
    ) == Counter(numbers(figure))
    assert len(whole.panels) == 6 and "4/6" in whole.frame.title
    assert parts.again(figure, [], 1) is figure
    bare = replace(figure, panels=())
    assert parts.again(bare, [], 1) is bare


@pytest.mark.parametrize("language", ["zh", "en"])
def test_slides_of_a_figure_are_counted_over_all_its_panels(language: str) -> None:
    """A table that goes on, and panels beside it, each on slides of their own: 1/n to n/n; a refresh finds one figure, as the
    cover counts, and nothing to change."""
    spec = next(one for one in world().catalogue.config.figures if one.chart == "target")
    (figure,) = drawn(world(), [Slide(spec.id)], language)
    assert len(figure.panels) > 1
    data = presentation("题", [figure], language, template=packed("narrow"), version=world().version)
    made = list(Presentation(io.BytesIO(data)).slides)[1:]
    titles = [one.shapes.title.text_frame.text for one in made]  # type: ignore[union-attr]
    assert len(made) > len(figure.panels)
    assert [f"{at}/{len(made)}" in one for at, one in enumerate(titles, start=1)] == [True] * len(made)
    found = refresh(data, world(), language)
    assert found.report.figures == 1 and found.report.slides == len(made)
    assert not found.report.lines and found.data == data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_table_comes_to_stands_on_the_first_of_its_slides(language: str) -> None:
    """The others have its room; nothing of it is told as changed in a refresh, and in a narrow template with long words a table
    of ten lines has few slides."""
    (figure,) = drawn(world(), [Slide("benchmark")], language)
    data = presentation("题", [figure], language, template=packed("narrow"), version=world().version)
    held = list(Presentation(io.BytesIO(data)).slides)[1:]
    said = [
        str(figure.frame.plain_subtitle)
        in [
            one.text_frame.text.replace("\N{NO-BREAK SPACE}", " ")
            for one in slide.shapes
            if one.has_text_frame
        ]
        for slide in held
    ]
    assert said == [True] + [False] * (len(held) - 1) and 1 < len(held) <= 4
    spoken = [one.notes_slide.notes_text_frame.text for one in held]
    for source in figure.frame.sources:
        assert any(source.publisher(language) in one for one in spoken)
    assert all(figure.frame.source[:4] in one for one in spoken)
    low, small = (
        next(one for one in figure.frame.notes if pick(one))
        for pick in (lambda one: one.startswith("*"), lambda one: one.kind == "key")
    )
    for slide in (
        held
    ):  # what a mark says stands where the mark does, what small type means on every slide, not elsewhere
        words = " ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
        cells = [
            cell.text_frame.paragraphs[0].text for table in tables([slide]) for cell in table.iter_cells()
        ]
        assert (low in words) == any(one.endswith("*") for one in cells)
        assert small in words
    assert not refresh(data, world(), language).report.lines


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_cell_below_a_head_is_empty(language: str) -> None:
    """A dash stands where there is nothing to say."""
    dashes = 0
    for spec in (one for one in world().catalogue.config.figures if one.chart == "target"):
        (figure,) = drawn(world(), [Slide(spec.id)], language)
        for panel in (one for one in figure.panels if isinstance(one, RowsPanel)):
            sheet = of_rows(panel, Box(0, 0, 860, 600), INK)
            heads = sheet.rows[0] if sheet.heads else ()
            for line in sheet.rows[sheet.heads :]:
                cells = [cell for cell, head in zip(line, heads, strict=False) if head.paragraphs]
                assert all(one.paragraphs for one in cells)
                dashes += sum(one.paragraphs[0].text == NONE for one in cells)
    assert dashes
