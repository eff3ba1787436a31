"""A report picture printed in grey: what stands for one region is still told from what stands for another.

Colours of regions differ in hue, not in grey, so something else has to tell of each: its name beside its row, its sign or
its dashes along its line. Two fills count as told apart in grey from a contrast of 3 : 1 on (WCAG 2.2, 1.4.11: the
contrast that parts of a graphic need which are required to understand it), texts against what they stand on from
4.5 : 1 (1.4.3); both go by luminance alone, which is what a grey printer keeps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from industry.export.picture.figure_picture import plotly_json
from industry.figures import theme
from industry.figures.compose.lines.lines import SYMBOLS
from industry.figures.record import Figure, GridPanel, RowsPanel
from industry.tables.eyesight import contrast
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec, Size
from industry.vocabulary.slide import Choices
from tests.conftest import world
from tests.figures.specs import once
from tests.live.test_same_everywhere import bare

APART, READ = 3.0, 4.5
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def report() -> Size:
    """The first size as high as its rows need: a column of a document."""
    return next(one for one in world().catalogue.config.sizes if one.height is None)


def lines(plot: dict[str, Any]) -> Iterator[list[tuple[str, str, str]]]:
    """The lines of each panel: sign, dashes, colour."""
    panels: dict[str, list[tuple[str, str, str]]] = {}
    for one in plot["data"]:
        if one.get("mode") == "lines+markers" and one.get("name"):
            held = panels.setdefault(one.get("yaxis", "y"), [])
            held.append((one["marker"]["symbol"], one["line"]["dash"], one["line"]["color"]))
    yield from panels.values()


@pytest.fixture(scope="module")
def drawn(tables: Tables) -> list[tuple[FigureSpec, Figure, dict[str, Any]]]:
    """Every figure as a report has it, and as it is composed."""
    figures = [(one, once(one, tables, Choices(), "zh")) for one in tables.catalogue.config.figures]
    return [(spec, one, json.loads(plotly_json(one, report())[0])) for spec, one in figures]


def test_lines_differ_in_their_signs_dashes_or_greys(
    drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]],
) -> None:
    count = 0
    for spec, _, plot in drawn:
        for panel in lines(plot):
            for (sign, dash, colour), (other, dashes, shade) in combinations(panel, 2):
                count += 1
                told = sign != other or dash != dashes or contrast(colour, shade) >= APART
                assert told, (spec.id, sign, colour, shade)
    assert count > 20, "otherwise there is nothing to tell apart"


def test_each_line_is_named_at_its_end_or_beside_its_sign(
    drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]],
) -> None:
    signs = {one.drawn: one.sign for one in SYMBOLS}
    for spec, _, plot in drawn:
        texts = bare("".join(one["text"] for one in plot["layout"]["annotations"]))
        for one in plot["data"]:
            if one.get("mode") == "lines+markers" and one.get("name"):
                sign, name = signs[one["marker"]["symbol"]], bare(one["name"])
                assert name in texts, (spec.id, name)
                legend = any(each in texts for each in ("━", "┅"))
                assert not legend or sign in texts, (spec.id, sign)


def test_each_row_of_bars_has_its_name_beside_it(
    drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]],
) -> None:
    rows = 0
    for spec, figure, plot in drawn:
        texts = bare("".join(one["text"] for one in plot["layout"]["annotations"]))
        for panel in (one for one in figure.panels if isinstance(one, RowsPanel)):
            named = [(row.name, row.detail) for row in panel.rows if row.marks]
            rows += len(named)
            assert len(named) == len(set(named)), (spec.id, "two rows of one name")
            assert all(bare(name) in texts for name, _ in named), spec.id
    assert rows > 50


def test_what_a_legend_tells_apart_differs_in_shape_or_grey(
    drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]],
) -> None:
    for spec, figure, _ in drawn:
        for panel in (one for one in figure.panels if isinstance(one, RowsPanel)):
            for (shape, colour, _), (other, shade, _) in combinations(panel.legend, 2):
                assert shape != other or contrast(colour, shade) >= APART, (spec.id, shape)


def test_a_filled_cell_says_in_words_what_its_fill_says(
    drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]],
) -> None:
    for spec, figure, _ in drawn:
        for panel in (one for one in figure.panels if isinstance(one, GridPanel)):
            for line in panel.cells:
                assert all(cell.text for cell in line if cell.weight), spec.id


def test_texts_are_read_in_grey(drawn: list[tuple[FigureSpec, Figure, dict[str, Any]]]) -> None:
    """Against white, on which all stand but those in a filled cell or a notice, whose colours say their own."""
    for spec, _, plot in drawn:
        for one in plot["layout"]["annotations"]:
            ground = one.get("bgcolor") or theme.LIGHT.background
            colour = one.get("font", {}).get("color", theme.LIGHT.ink)
            if _COLOUR.fullmatch(colour) and _COLOUR.fullmatch(ground) and colour != "#FFFFFF":
                assert contrast(colour, ground) >= READ, (spec.id, one["text"], colour)


def test_a_region_is_not_known_by_its_grey_alone(tables: Tables) -> None:
    """Why names and signs have to tell: in grey some colours of regions are alike."""
    colours = [one.colour for one in tables.catalogue.regions.values()]
    assert min(contrast(*pair) for pair in combinations(colours, 2)) < APART
