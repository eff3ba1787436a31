"""Where the texts of rows stand: what is told of a row nearer to it than to the next, rows of the same names level."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from industry.figures.compose.on_canvas import screen
from industry.figures.record import Figure, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.figures.specs import once

LANGUAGES = ("zh", "en")


def heights(figure: Figure, panel: int) -> list[tuple[str, float]]:
    """The texts of a panel on screen and how far down they stand, from the top."""
    texts = screen(figure, panel)["layout"]["annotations"]
    found = [(html.unescape(re.sub("<[^>]+>", "", one["text"])), float(one["y"])) for one in texts]
    return sorted(found, key=lambda one: one[1])


def of_rows(tables: Tables, language: str) -> Iterator[tuple[Figure, dict[int, RowsPanel]]]:
    for spec in tables.catalogue.config.figures:
        figure = once(spec, tables, Choices(), language)
        yield figure, {at: one for at, one in enumerate(figure.panels) if isinstance(one, RowsPanel)}


def named(row: str, texts: list[tuple[str, float]]) -> float | None:
    """How far down the name of a row stands; None where it is on several lines."""
    shown = row.replace("’", "'")
    return next((y for text, y in texts if text == shown or text.startswith(f"{shown}  ")), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_of_a_row_stands_nearer_to_its_name_than_to_the_next(
    tables: Tables, language: str
) -> None:
    seen = 0
    for figure, panels in of_rows(tables, language):
        for at, panel in panels.items():
            texts = heights(figure, at)
            for one, two in pairwise(panel.rows):
                own, following = named(one.name, texts), named(two.name, texts)
                if own is None or following is None:
                    continue
                told = [
                    (text, y)
                    for text, y in texts
                    if own < y < following and one.aside and text.endswith(str(one.aside).replace("’", "'"))
                ]
                lead = [
                    (text, y) for text, y in texts if own < y < following and text.endswith(f": {one.text}")
                ]
                for text, y in (*told, *lead):
                    seen += 1
                    assert y - own < following - y, (figure.id, text)
    assert seen > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_the_same_names_on_one_scale_stand_level_in_all_panels(tables: Tables, language: str) -> None:
    seen = 0
    for figure, panels in of_rows(tables, language):
        groups: dict[object, list[int]] = {}
        for at, panel in panels.items():
            if not panel.own_scales:
                names = tuple(row.name for row in panel.rows)
                groups.setdefault((names, panel.low, panel.high, panel.unit), []).append(at)
        for members in (one for one in groups.values() if len(one) > 1):
            places = []
            for at in members:
                texts = heights(figure, at)
                places.append([named(row.name, texts) for row in panels[at].rows])
            seen += 1
            assert all(one == pytest.approx(places[0]) for one in places), figure.id
    assert seen
