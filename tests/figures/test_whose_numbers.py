"""A number that stands in a chart of lines without its line's name is nearest to its own mark; else it isn't there."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from industry.figures.record import LinesPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording.said import Said
from tests.conftest import world
from tests.figures import sample_figures as samples
from tests.figures.handmade import column
from tests.figures.specs import once
from tests.figures.whose import written

SIZES = world().catalogue.config.sizes
SHAPES = ((2, 0), (3, 0), (5, 0.4), (5, 1), (11, 0), (11, 0.5))  # columns, and the share of derived figures


def lines(lot: Random, columns: int, derived: float) -> LinesPanel:
    """Four lines, apart from one another or close, of which not all have all figures."""
    made = []
    near = lot.choice((0.5, 3, 20))
    for one in samples.LINES.panels[0].series:  # type: ignore[union-attr]
        values = tuple(
            None if lot.random() < 0.15 else round(10 + near * lot.random(), 2) for _ in range(columns)
        )
        texts = tuple(
            Said()
            if value is None
            else Said(f"{value:.2f}（推算）", kind="derived")
            if lot.random() < derived
            else Said(f"{value:.2f}")
            for value in values
        )
        blank = (Said(),) * columns
        made.append(replace(one, values=values, texts=texts, rows=(None,) * columns, hovers=blank))
    months = tuple(column(f"2021年1—{month + 2}月") for month in range(columns))
    return LinesPanel("", "单位：%", months, tuple(made))


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_whatever_lines_there_are_a_number_is_nearest_to_its_own_mark(shape: tuple[int, float]) -> None:
    seen = 0
    for seed in range(12):
        figure = replace(samples.LINES, panels=(lines(Random(seed), *shape),))
        found = list(written(figure, SIZES))
        seen += len(found)
        assert [one for one in found if one[1].other <= one[1].own] == [], seed
    assert seen > 100, "numbers are written"


@pytest.mark.parametrize("id", [one.id for one in world().catalogue.config.figures])
def test_so_it_is_in_every_figure(tables: Tables, id: str) -> None:
    for language in ("zh", "en"):
        figure = once(tables.catalogue.figures[id], tables, Choices(), language)
        if any(isinstance(panel, LinesPanel) for panel in figure.panels):
            assert [one for one in written(figure, SIZES) if one[1].other <= one[1].own] == [], language
