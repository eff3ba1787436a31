"""Screen, picture, HTML, workbook and slides of a figure hold the same numbers and the same texts."""

from __future__ import annotations

import html as markup
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from openpyxl import load_workbook

from industry import wording
from industry.export import listing
from industry.export.formats import html, xlsx
from industry.export.order import Order
from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import compose, fits, overflow, screen
from industry.figures.parts import parted
from industry.figures.record import Figure, LinesPanel, RowsPanel, TablePanel, counts_only
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Choices
from tests.figures.plotted import read, taken
from tests.figures.specs import once

_TAG = re.compile(r"<[^>]+>")


def bare(text: str) -> str:
    """Text without marks, line breaks and spaces, with quotation marks as a Latin face has them."""
    return re.sub(r"\s+", "", markup.unescape(_TAG.sub("", text))).translate(str.maketrans("“”‘’", "\"\"''"))


def drawn_texts(plot: dict[str, Any]) -> str:
    """All text of a Plotly figure, pointer texts included."""
    found = [one.get("text", "") for one in plot["layout"].get("annotations", [])]
    for trace in plot["data"]:
        for key in ("text", "hovertext"):
            value = trace.get(key) or []
            found += [value] if isinstance(value, str) else [str(one) for one in value]
    return bare("".join(found))


def ids(plot: dict[str, Any]) -> set[str]:
    """The observations that a Plotly figure's marks stand for."""

    def each(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            for one in value:
                yield from each(one)

    return {one for trace in plot["data"] for one in each(trace.get("customdata", []))} - {""}


def bars(figure: Figure) -> list[tuple[str, float]]:
    """The observation and length of every bar that begins at zero on a panel's own scale."""
    return [
        (mark.row.id, mark.end)
        for panel in figure.panels
        if isinstance(panel, RowsPanel) and not panel.own_scales
        for row in panel.rows
        for mark in row.marks
        if mark.shape == "bar" and mark.row and mark.start == 0
    ]


def lengths(plot: dict[str, Any]) -> list[tuple[str, float]]:
    found = []
    for trace in plot["data"]:
        if trace.get("type") == "bar":
            base = trace.get("base") or [0.0] * len(trace["x"])
            for row, start, x in zip(trace.get("customdata") or [], base, trace["x"], strict=False):
                found.append((row, start + x))
    return found


def worded(figure: Figure) -> list[str]:
    """Every figure that the record words: at bars, at marks, along lines."""
    found: list[str] = []
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            for row in panel.rows:
                found += [row.text, *(mark.text for mark in row.marks)]
            found += [one.text for one in panel.references]
        elif isinstance(panel, LinesPanel):
            # where points are close only the pointer tells the figure, with its unit before 推算
            found += [re.split("[（(]", text)[0] for series in panel.series for text in series.texts]
    return [bare(one) for one in found if one]


def plotted(figure: Figure) -> list[dict[str, Any]]:
    return [taken(screen(figure, at)) for at in range(len(figure.panels))]


def test_screen_and_picture(tables: Tables, spec: FigureSpec, language: str) -> None:
    figure = once(spec, tables, Choices(), language)
    canvas = canvas_of(tables.catalogue.config.sizes[0])
    picture = taken(compose(figure, canvas))
    screens = plotted(figure)
    marks = set().union(*map(ids, screens)) if screens else set()
    assert marks == ids(picture)
    for row, end in bars(figure):
        for plot in (screens, [picture]):
            ends = [length for one in plot for name, length in lengths(one) if name == row]
            assert any(abs(one - end) < 1e-9 for one in ends), row
    on_screen = "".join(map(drawn_texts, screens))
    in_picture = drawn_texts(picture)
    for text in worded(figure):
        assert text in on_screen
        assert text in in_picture
    left = "".join(map(bare, overflow(figure, canvas)))
    frame = figure.frame
    for text in (frame.title, frame.finding, frame.subtitle, *frame.notices, frame.note):
        assert bare(text) in in_picture or bare(text) in left, text
    assert bare(frame.source) in in_picture or bare(frame.source) in left


def test_html(tables: Tables, orders: dict[str, Order], language: str) -> None:
    asked = orders[language]
    canvas = replace(canvas_of(tables.catalogue.config.sizes[0]), grows=False)
    page = html.FORMAT.make(asked).decode("utf-8")
    drawings = re.findall(r'<script type="application/json" class="drawing">(.*?)</script>', page, re.DOTALL)
    slides = iter([json.loads(one) for one in drawings])
    whole = bare(page)
    for figure in asked.figures:
        seen: set[str] = set()
        for part in parted(figure, partial(fits, canvas=canvas)):  # what is too long goes on
            composed, held = read(compose(part, canvas)), next(slides)
            assert ids(held) == ids(composed)
            assert drawn_texts(held) == drawn_texts(composed)
            seen |= ids(held)
        assert seen == ids(read(compose(figure, replace(canvas, grows=True))))
        for row in figure.table.rows:
            assert all(bare(cell) in whole for cell in row)
    assert not list(slides)


def test_workbook(orders: dict[str, Order], language: str) -> None:
    asked = orders[language]
    book = load_workbook(io.BytesIO(xlsx.FORMAT.make(asked)))
    derived = any(row.derived for figure in asked.figures for row in figure.rows)
    seen, number = listing.columns(language, "table_sheet", "number")
    names = [one for one in book.sheetnames if not one.startswith(f"{seen} ")]
    tables_seen = [one for figure in asked.figures for one in figure.panels if isinstance(one, TablePanel)]
    assert len(book.sheetnames) - len(names) == len(tables_seen)
    assert len(names) == len(asked.figures) + 2 + derived
    for figure, name in zip(asked.figures, names, strict=False):
        head, *lines = book[name].iter_rows(values_only=True)
        if counts_only(figure.panels) or not figure.rows:
            texts = [["" if cell is None else str(cell) for cell in line] for line in lines]
            assert texts == [list(row) for row in figure.table.rows]
            continue
        exact = {
            row.id: wording.value_in(row, language) for row in figure.rows
        }  # a workbook keeps sixteen digits
        assert {str(line[-1]): line[head.index(number)] for line in lines} == pytest.approx(exact, rel=1e-14)
    notices = bare("".join(str(cell) for line in book[book.sheetnames[-1]].values for cell in line))
    for figure in asked.figures:
        for text in (*figure.frame.notices, figure.frame.note, figure.frame.source):
            assert bare(text) in notices


def test_slides(orders: dict[str, Order], deck_in: Callable[[str], Any], language: str) -> None:
    asked, deck = orders[language], deck_in(language)
    of_figures: dict[str, list[Any]] = {}
    for slide in deck.slides:
        of_figures.setdefault(slide.name, []).append(slide)
    for figure in asked.figures:
        held = of_figures[figure.id]  # of a figure that goes over several each has the words of its own rows
        slide = held[-1]
        notes = bare(slide.notes_slide.notes_text_frame.text)
        shown = bare("".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)) + notes
        spoken = bare("".join(one.notes_slide.notes_text_frame.text for one in held))
        frame = figure.frame.tableless
        for text in (frame.title, frame.finding, frame.source if len(held) == 1 else ""):
            assert bare(text) in shown, (figure.id, text)
        for text in (*frame.notices, *(one.rstrip(".。") for one in frame.notes)):
            assert bare(text) in spoken, (figure.id, text)
        shapes = [shape for one in held for shape in one.shapes]
        values = [
            value
            for shape in shapes
            if getattr(shape, "has_chart", False)
            for series in shape.chart.plots[0].series
            for value in series.values
            if value is not None
        ]
        cells = bare(
            "".join(
                cell.text
                for shape in shapes
                if getattr(shape, "has_table", False)
                for row in shape.table.rows
                for cell in row.cells
            )
        )
        for row, end in bars(figure):
            assert any(abs(one - end) < 1e-9 for one in values) or cells, (figure.id, row)
