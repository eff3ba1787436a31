"""What holds of a figure in whatever size it is drawn: no picture is higher than a page, no text is cut, every
derived mark has its figure, and every period its label."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.canvas import PAGE
from industry.figures.compose.lines.lines import SYMBOLS
from industry.figures.compose.on_canvas import Plot, around, compose, screen
from industry.figures.record import Figure, LinesPanel, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Size
from industry.vocabulary.slide import Choices
from industry.wording.said import Kind, Said
from tests.conftest import world
from tests.figures import sample_figures as samples
from tests.figures.drawing import row_panels
from tests.figures.handmade import column
from tests.figures.specs import once

LANGUAGES = ("zh", "en")
SPECS = [one.id for one in world().catalogue.config.figures]
SIZES = world().catalogue.config.sizes
EVERY = pytest.mark.parametrize("id", SPECS)
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda one: str(one.id))


def bare(text: str) -> str:
    """Without marks and spaces, so that it doesn't matter where a line is broken."""
    return re.sub(r"\s|<[^>]*>", "", html.unescape(text)).replace("’", "'")


def texts(plotted: Plot) -> list[str]:
    """The texts of a composed figure, in their order, and those around a panel on screen."""
    layout = plotted["layout"]
    found = [one["text"] for one in layout.get("annotations", ())]
    legend, told = around(plotted)
    found += [*(words for _, _, words in legend), *told]
    for name, axis in layout.items():
        found += axis.get("ticktext", ()) if name.startswith("xaxis") else ()
    return [bare(one) for one in found]


def drawn(tables: Tables, id: str, language: str) -> Figure:
    return once(tables.catalogue.figures[id], tables, Choices(), language)


def views(figure: Figure) -> dict[str, str]:
    """All words of every picture of a figure, and of its panels on screen."""
    found = {size.id: "".join(texts(compose(figure, canvas_of(size)))) for size in SIZES}
    panels = range(len(figure.panels))
    return {**found, "screen": "".join(one for at in panels for one in texts(screen(figure, at)))}


@EVERY
def test_no_picture_is_higher_than_a_page(tables: Tables, id: str) -> None:
    for language in LANGUAGES:
        figure = drawn(tables, id, language)
        for size in SIZES:
            high = compose(figure, canvas_of(size))["layout"]["height"]
            if size.height is None:
                assert high / 96 * 25.4 <= PAGE, size.id
            else:  # a table in English grows out of a square
                assert high == size.height or (high > size.height == size.width and figure.chart == "table")


def test_panels_stand_side_by_side_before_they_are_higher_than_a_page(tables: Tables) -> None:
    panel = samples.LINES.panels[0]
    report = canvas_of(next(one for one in SIZES if one.id == "report"))
    for count in (1, 2, 3, 6):
        layout = compose(replace(samples.LINES, panels=(panel,) * count), report)["layout"]
        assert layout["height"] / 96 * 25.4 <= PAGE
        across = {layout[f"xaxis{number or ''}"]["domain"][0] for number in (0, *range(2, count + 1))}
        assert len(across) == (1 if count < 3 else 2 if count < 6 else 3), count


@SIZED
def test_what_a_page_cannot_hold_is_told_and_other_pictures_grow(size: Size) -> None:
    panel = samples.LOCK.panels[0]
    assert isinstance(panel, RowsPanel)
    figure = replace(samples.LOCK, panels=(replace(panel, rows=panel.rows * 60),))
    plotted = compose(figure, canvas_of(size))
    if size.height:
        assert plotted["layout"]["height"] > size.height and plotted["data"]
        return
    assert plotted["layout"]["height"] / 96 * 25.4 <= PAGE
    assert "内容较多，此尺寸无法容纳，详见看板。" in "".join(texts(plotted)) and not plotted["data"]


@EVERY
def test_every_derived_mark_has_its_figure_and_says_that_it_is_derived(tables: Tables, id: str) -> None:
    for language, word in zip(LANGUAGES, ("推算", "derived"), strict=True):
        figure = drawn(tables, id, language)
        for at, panel in enumerate(figure.panels):
            alone = replace(figure, panels=(panel,))
            wanted = dict.fromkeys(derived(panel))
            if not wanted:
                continue
            for place, told in views(alone).items():
                told += bare(panel.heading)
                lacking = [one for one in wanted if bare(one) not in told or word not in told]
                assert lacking == [], f"{language} {place}, panel {at}"


def derived(panel: Any) -> list[Said]:
    """The worded figures of a panel's derived marks."""
    if isinstance(panel, LinesPanel):
        return [text for one in panel.series for text in one.texts if text.kind == "derived"]
    if isinstance(panel, RowsPanel):
        marked = [mark for row in panel.rows for mark in row.marks if mark.row and mark.row.derived]
        held = [row for row in panel.rows if any(mark in marked for mark in row.marks)]
        assert all(one.text for one in (*(m for m in marked if m.text), *held))
        return [one.text for one in (*marked, *held) if one.text and one.text.kind == "derived"]
    return []


@SIZED
@pytest.mark.parametrize("seed", range(6))
def test_derived_points_are_told_wherever_they_lie(size: Size, seed: int) -> None:
    """Random lines, close to one another, with many derived points."""
    lot = Random(seed)
    count = lot.choice((3, 6, 11))
    columns = tuple(column(f"2021年1—{month + 2}月") for month in range(count))
    series = []
    for number, one in enumerate(samples.LINES.panels[0].series):  # type: ignore[union-attr]
        values = [round(10 + lot.random() * lot.choice((0.3, 20)), 2) for _ in range(count)]
        said = [
            Said(f"{value}（推算）", kind="derived") if lot.random() < 0.4 else Said(f"{value}")
            for value in values
        ]
        blank = (Said(),) * count
        series.append(
            replace(one, values=tuple(values), texts=tuple(said), rows=(None,) * count, hovers=blank)
        )
        if number == lot.randrange(4):
            break
    panel = LinesPanel("", "单位：%", columns, tuple(series))
    for place, told in views(replace(samples.LINES, panels=(panel,))).items():
        assert [one for one in derived(panel) if one not in told] == [], place
    assert "".join(texts(compose(replace(samples.LINES, panels=(panel,)), canvas_of(size))))


@EVERY
def test_every_period_has_its_label(tables: Tables, id: str) -> None:
    """Or every second, level, in a plot that is hardly high enough."""
    for language in LANGUAGES:
        figure = drawn(tables, id, language)
        for panel in (one for one in figure.panels if isinstance(one, LinesPanel)):
            wanted = [one.lines[0] for one in panel.columns]
            for size in SIZES:
                plot = compose(replace(figure, panels=(panel,)), canvas_of(size))
                held = [one for one in texts(plot) if any(bare(words) in one for words in wanted)]
                level = not any(
                    one["textangle"] for one in plot["layout"]["annotations"] if "textangle" in one
                )
                assert (2 if level else 1) * len(held) >= len(wanted), size.id


def statements(lot: Random, language: str) -> tuple[Said, ...]:
    """Random notes, some of them vital, some longer than a picture has room for."""
    kinds: tuple[Kind, ...] = ("plain", "derived", "caveat", "low_base", "dispute")
    words = (
        ("江西", "同比", "2021年1—6月", "18.5%", "，")
        if language == "zh"
        else ("Jiangxi ", "18.5% ", "in ", "2021, ")
    )
    made = []
    for number in range(lot.randint(1, 9)):
        kind = lot.choice(kinds)
        length = lot.choice((3, 12, 60, 200)) if kind not in ("low_base", "dispute") else lot.choice((3, 12))
        made.append(
            Said(
                f"«{number}»" + "".join(lot.choice(words) for _ in range(length)).strip(" ，,") + "#",
                kind=kind,
            )
        )
    return tuple(sorted(made, key=lambda one: not one.vital))


@EVERY
def test_notes_are_whole_or_counted(tables: Tables, id: str) -> None:
    """Every figure has notes of its own in each language, some hundred drawings of lots in all."""
    lot = Random(f"{id}0")
    for language, count in zip(
        LANGUAGES, (r"(?:另有|共)(\d+)条注?，见数据表", r"(\d+)(?:more)?notes?,"), strict=True
    ):
        figure = drawn(tables, id, language)
        notes = statements(lot, language)
        figure = replace(figure, frame=replace(figure.frame, notes=notes))
        for size in SIZES:
            told = "".join(texts(compose(figure, canvas_of(size))))
            assert "…" not in told
            held = [one for one in notes if bare(one) in told]
            half = [one for one in notes if one not in held and one[:3] in told]
            assert half == [], size.id
            assert all(one in held for one in notes if one.vital), size.id
            left = re.search(count, told)
            assert int(left.group(1) if left else 0) == len(notes) - len(held), size.id


def test_a_line_s_marker_is_no_triangle_and_stands_in_its_legend(tables: Tables) -> None:
    assert [one.drawn for one in SYMBOLS if "triangle" in one.drawn + one.native] == []
    assert not {"▲", "▼", "△", "▽"} & {one.sign for one in SYMBOLS}
    signs = {one.drawn: one.sign for one in SYMBOLS}
    for language in LANGUAGES:
        figure = drawn(tables, "growth_months", language)
        told = texts(compose(figure, canvas_of(SIZES[0])))
        plot = compose(figure, canvas_of(SIZES[0]))
        legends = [one for one in told if one[0] in "━┅"]
        assert legends
        for one in plot["data"]:
            entry = [words for words in legends if bare(one["name"]) in words]
            line = "━" if one["line"]["dash"] == "solid" else "┅"
            sign = f"{line}{signs[one['marker']['symbol']]}{line}"  # on both sides, as in the plot
            assert all(f"{sign}{bare(one['name'])}" in words for words in entry)


def test_rows_of_the_world_are_drawn(tables: Tables) -> None:
    """The tests above speak of something."""
    found = [drawn(tables, id, "zh") for id in SPECS]
    assert any(derived(panel) for one in found for panel in one.panels if isinstance(panel, LinesPanel))
    assert any(derived(panel) for one in found for panel in row_panels(one))
