"""However long the tables' texts are, every figure is drawn, in every size of a fixed height and on screen, with axes on the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from industry.export.order import drawn
from industry.export.picture.figure_picture import canvas_of
from industry.export.site import edition
from industry.figures.compose.on_canvas import compose, overflow, screen
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.wording.said import Said
from tests import hostile

LONG = [
    ("zh", hostile.LONG["one long Chinese word"]),
    ("en", hostile.LONG["many words"]),
    ("en", hostile.LONG["one long word"][:120]),
]


def first_of_each_kind(tables: Tables, language: str) -> tuple[Figure, ...]:
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    return drawn(tables, [one for one in edition.slides(tables) if one.figure in kinds.values()], language)


def axes(plot: dict[str, Any]) -> list[list[float]]:
    return [one["domain"] for name, one in plot["layout"].items() if "axis" in name and "domain" in one]


@pytest.mark.parametrize(("language", "more"), LONG, ids=["Chinese", "words", "one word"])
def test_a_figure_of_long_texts_is_drawn(tables: Tables, language: str, more: str) -> None:
    """Each in one of the sizes for each text, another for the next, since to fit them takes long."""
    sizes = [one for one in tables.catalogue.config.sizes if one.height]
    for at, one in enumerate(first_of_each_kind(tables, language), LONG.index((language, more))):
        figure, size = hostile.figure(one, hostile.behind(more)), sizes[at % len(sizes)]
        for low, high in axes(compose(figure, canvas_of(size))):
            assert 0 <= low < high <= 1, (figure.id, size.id)
        for at in range(len(figure.panels)):
            assert screen(figure, at)["layout"]["height"] > 0


def test_a_title_that_is_too_high_for_a_picture_is_cut_and_told_elsewhere(tables: Tables) -> None:
    size = next(one for one in tables.catalogue.config.sizes if one.height)
    (figure,) = drawn(tables, edition.slides(tables)[:1], "zh")
    long = replace(figure, frame=replace(figure.frame, title=Said("长" * 3000), subtitle=Said("短" * 3000)))
    notes = [one["text"] for one in compose(long, canvas_of(size))["layout"]["annotations"]]
    assert 0 < sum(one.count("长") for one in notes) < 300
    assert 0 < sum(one.count("短") for one in notes) < 300
    told = overflow(long, canvas_of(size))
    assert long.frame.title in "".join(told) and long.frame.subtitle in told
    assert not [one for one in overflow(figure, canvas_of(size)) if one in figure.frame.heading]
