"""What Plotly is given: it takes it whole and as it is, texts of the tables are no markup in it, and nothing in it knows of
observations, which would be kept with every plot."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import pytest

from industry.export.order import drawn
from industry.export.picture.figure_picture import canvas_of
from industry.export.site import edition
from industry.figures.compose.on_canvas import Plot, compose, screen
from industry.tables.tables import Tables
from industry.wording.said import Said
from tests import hostile
from tests.conftest import WORLD, world
from tests.figures import plotted

MORE = " ".join(hostile.MARKS[one] for one in hostile.IN_HTML)
FIRST = {one.chart: one.id for one in reversed(world().catalogue.config.figures)}.values()
"""A figure of each kind."""
OURS = re.compile(r'<(?:/?b|span style="[^"<>]*"|/span|br|extra|/extra)>')
"""The marks that figures make themselves."""


def plots(held: Tables, language: str, figures: Container[str] = ()) -> Iterator[tuple[str, Plot]]:
    """Every figure, or these, as a picture and on screen."""
    slides = [one for one in edition.slides(held) if not figures or one.figure in figures]
    canvas = canvas_of(held.catalogue.config.sizes[0])
    for one in drawn(held, slides, language):
        yield one.id, compose(one, canvas)
        for at in range(len(one.panels)):
            yield f"{one.id}, {at}", screen(one, at)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif hasattr(value, "__iter__"):
        for one in value:
            yield from strings(one)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_of_a_table_is_markup(language: str) -> None:
    held = list(plots(hostile.tables(WORLD, hostile.behind(MORE)), language, FIRST))
    assert any("&lt;img" in text for _, plot in held for text in strings(plot))
    for name, plot in held:
        for text in strings(plot):
            left = OURS.sub("", text)
            assert "<" not in left and "&copy" not in left, (name, text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_taken_as_it_is_and_knows_of_no_observation(language: str) -> None:
    """Every figure in Chinese, in English one of each kind, which is made of the same traces."""
    for name, plot in plots(world(), language, FIRST if language == "en" else ()):
        assert plotted.taken(plot), name
        assert not [text for text in strings(plot) if isinstance(text, Said)], name
