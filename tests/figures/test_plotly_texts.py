"""What Plotly is given: it takes it whole and as it is, texts of the tables are no markup in it, and nothing in it knows of
observations, which would be kept with every plot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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

MORE = '<a href="http://evil.test/">点</a><sup>上</sup><img src=x>&copy;'
OURS = re.compile(r'<(?:/?b|span style="[^"<>]*"|/span|br|extra|/extra)>')
"""The marks that figures make themselves."""


@cache
def tables(more: str) -> Tables:
    return hostile.tables(WORLD, more) if more else world()


def plots(more: str, language: str) -> Iterator[tuple[str, Plot]]:
    """Every figure as a picture and on screen."""
    held = tables(more)
    canvas = canvas_of(held.catalogue.config.sizes[0])
    for one in drawn(held, edition.slides(held), language):
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
    held = list(plots(MORE, language))
    assert any("&lt;a href" in text for _, plot in held for text in strings(plot))
    for name, plot in held:
        for text in strings(plot):
            left = OURS.sub("", text)
            assert "<" not in left and "&copy" not in left, (name, text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_taken_as_it_is_and_knows_of_no_observation(language: str) -> None:
    for name, plot in plots("", language):
        assert plotted.taken(plot), name
        assert not [text for text in strings(plot) if isinstance(text, Said)], name
