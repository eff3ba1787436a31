"""A deck as PNG, each figure, against matplotlib saving a like chart and against ``fig.write_image``.

Ours is everything from the tables to the finished file, as `industry export` makes a deck's. Ours and matplotlib are
warm, the one with its browser, the other with its imports and fonts; ``write_image`` never is, so against it the deck
is made by a browser that starts for it and ends. Matplotlib's chart has as many bars, lines, texts and rules as ours, on
the same pixels. Kaleido gets the finished figure, and no MathJax, which it would ask the network for.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import plotly.graph_objects as go
import plotly.io
from matplotlib import font_manager

from benchmarks.measured import Measured, alternating, in_turn, milliseconds, ratio, seconds
from industry import project
from industry.export.formats import png
from industry.export.order import Order
from industry.export.picture import browser, figure_picture
from industry.export.picture.renderer import Renderer, for_many
from industry.figures.compose.on_canvas import compose
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec, Size
from industry.vocabulary.slide import Choices

AGAINST_MATPLOTLIB, AGAINST_KALEIDO = 0.5, 0.06
DECK = 24
_MARKS = re.compile(r"<[^>]*>")


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratios."""
    yield from measure(DECK, 1 if quick else 3, 1 if quick else 3)


def measure(figures: int, rounds: int, images: int) -> Iterator[Measured]:
    """Draw a deck of ``figures`` by ours and by matplotlib ``rounds`` times in turn, and ``images`` of them
    by ``write_image``."""
    tables, specs, size = deck(figures)
    drawn = [draw(spec, tables, Choices(), "zh") for spec in specs]
    composed = [go.Figure(compose(one, figure_picture.canvas_of(size))) for one in drawn]
    matplotlib.use("Agg")
    with for_many() as renderer:
        ours(renderer, tables, specs[:1], size)
        like(composed[:1], size)
        taken = in_turn(lambda: ours(renderer, tables, specs, size), lambda: like(composed, size), rounds)
    each, peer = ([one / figures for one in times] for times in taken)
    others = cycle(composed)
    cold, written = alternating(
        lambda: seconds(lambda: begun(tables, specs, size)) / figures,
        lambda: seconds(lambda: write_image(next(others), size)),
        images,
    )
    what = f"PNG of {width(size)}, each of {figures}"
    savefig = "matplotlib's savefig"
    detail = f"{milliseconds(each)} : {milliseconds(peer)}"
    yield Measured(what, ratio(each, peer), AGAINST_MATPLOTLIB, savefig, detail)
    detail = f"{milliseconds(cold)} : {milliseconds(peer)}"
    started = median(cold) / median(peer)
    yield Measured("  with the browser's start shared out", started, None, savefig, detail)
    detail = f"{milliseconds(cold)} : {milliseconds(written)}"
    yield Measured(what, ratio(cold, written), AGAINST_KALEIDO, "fig.write_image", detail)


def width(size: Size) -> str:
    """The size in pixels, in words."""
    return f"{round(size.width * size.scale)}×{round((size.height or 0) * size.scale)}"


def deck(figures: int) -> tuple[Tables, Sequence[FigureSpec], Size]:
    """The tables, that many of their figures that draw something, and the slide."""
    tables = project.store(project.folder()).current().tables
    if tables is None:
        raise RuntimeError("the tables have faults; see: python -m industry check")
    config = tables.catalogue.config
    drawn = [one for one in config.figures if not draw(one, tables, Choices(), "zh").empty]
    return tables, drawn[:figures], next(one for one in config.sizes if one.id == "slide")


def ours(renderer: Renderer, tables: Tables, specs: Sequence[FigureSpec], size: Size) -> None:
    """The figures from the tables to their files."""
    figures = tuple(draw(spec, tables, Choices(), "zh") for spec in specs)
    for _, make in png.FORMAT.each(Order("", figures, "zh", tables, size, renderer)):
        make()


def begun(tables: Tables, specs: Sequence[FigureSpec], size: Size) -> None:
    """The same with a browser of their own."""
    with for_many() as renderer:
        renderer.warm()
        ours(renderer, tables, specs, size)


def like(composed: Sequence[go.Figure], size: Size) -> None:
    """A chart of matplotlib's for each figure, saved in the same pixels."""
    family = _face()
    for figure in composed:
        assert size.height is not None
        dpi = 96 * size.scale
        sheet = plt.figure(figsize=(size.width / 96, size.height / 96), dpi=dpi)
        axes = sheet.add_axes((0.1, 0.15, 0.8, 0.65))
        for trace in figure.data:
            _trace(axes, trace)
        for place, note in enumerate(figure.layout.annotations):
            across, down = (place % 8 + 0.5) / 8, (place // 8 % 12 + 0.5) / 12
            points = (note.font.size or size.type) * 0.75
            words = _MARKS.sub("", str(note.text).replace("<br>", "\n")).replace("$", "")
            sheet.text(across, down, words, fontsize=points, family=family, ha="center")
        for _ in figure.layout.shapes:
            axes.axvline(0.5, linewidth=1)
        with io.BytesIO() as file:
            sheet.savefig(file, format="png", dpi=dpi)
        plt.close(sheet)


def _trace(axes: Any, trace: Any) -> None:
    values = [one if isinstance(one, int | float) else 0.5 for one in trace.x or ()]
    places = range(len(values))
    if trace.type == "bar":
        axes.barh(places, values)
    else:
        axes.plot(values, places, marker="o")


def _face() -> list[str]:
    known = {one.name for one in font_manager.fontManager.ttflist}
    return [one for one in ("Noto Sans CJK SC", "Noto Sans CJK JP", *browser.FACES) if one in known][:1] + [
        "DejaVu Sans"
    ]


def write_image(figure: go.Figure, size: Size) -> None:
    """The figure as Plotly itself writes it, by a browser that it starts and ends."""
    program = browser.find()
    if program is not None:
        os.environ.setdefault("BROWSER_PATH", program)
    plotly.io.defaults.mathjax = False
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        file = Path(name) / "figure.png"
        figure.write_image(file, width=size.width, height=size.height, scale=size.scale)
