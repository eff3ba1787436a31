"""Decks in templates that lack what a figure needs: each of the library's own layouts by itself, in slides of many sizes, with the
fullest figures. What a layout lacks has a place of its own, clear of all else."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pptx import Presentation

from industry.export.pptx.presentation import presentation
from industry.figures.record import Figure
from tests.export import her_templates
from tests.export.test_her_template import figures

LAYOUTS = tuple(one.name for one in Presentation().slide_layouts)
SIZES = ((10, 7.5), (13.333, 7.5), (7.5, 10), (3, 2))


@cache
def fullest() -> tuple[Figure, ...]:
    """The figure with most words around it, and the one with most rows."""
    every = figures("zh")
    worded = max(every, key=lambda one: len("".join((*one.frame.notices, one.frame.note, one.frame.source))))
    return tuple({one.id: one for one in (worded, max(every, key=lambda one: len(one.table.rows)))}.values())


@pytest.mark.parametrize("places", [True, False], ids=["placed", "unplaced"])
@pytest.mark.parametrize(("at", "layout"), [*enumerate(LAYOUTS)])
def test_each_layout_alone_keeps_all_words_and_charts_apart(at: int, layout: str, places: bool) -> None:
    template = her_templates.alone(layout, *SIZES[(at + places) % len(SIZES)], places)
    held = Presentation(io.BytesIO(presentation("工业数据汇报", fullest(), "zh", template=template)))
    assert her_templates.meetings(held) == []
    assert {one.name for one in held.slides} >= {one.id for one in fullest()}
