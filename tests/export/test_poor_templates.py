"""Decks in templates that lack what a figure needs: each of the library's own layouts by itself, in slides of many sizes, with the
fullest figures. What a layout lacks has a place of its own, clear of all else."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

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


def test_of_several_masters_cover_and_figures_have_one() -> None:
    """The first has the title slide and no place for a figure, the second both, in another look."""
    first = Presentation(io.BytesIO(her_templates.alone("Title Slide", 10, 5.625)))
    template = her_templates.of_two_masters(first, her_templates.dark())
    held = Presentation(io.BytesIO(presentation("工业数据汇报", fullest(), "zh", template=template)))
    masters = {one.slide_layout.slide_master.part for one in held.slides}
    assert len(held.slide_masters) == 2 and len(masters) == 1
    theme = next(iter(masters)).part_related_by(RT.THEME).blob.decode()
    assert her_templates.DARK["accent1"] in theme
    assert her_templates.meetings(held) == []
