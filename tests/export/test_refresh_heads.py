"""Files of ours from before tables of rows had heads: refreshed, they follow the tables as all do, and get no heads by that."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing.frames import Refreshed
from industry.export.refreshing.slides import presentation as slides
from industry.export.refreshing.word import document
from industry.figures.record import Figure, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits

OURS = ("targets_jian", "ranks_jiangxi", "tiers_jian")
FILE, CELL, OTHER = "data/observations/jian.csv", ",196,,,actual,,,jian_2021_05,30,196家,", "197"


def changed() -> Tables:
    """The frozen tables with another number in one cell of a table."""
    files = edits.world()
    old = files[FILE].decode("utf-8")
    assert old.count(CELL) == 1
    return edits.read(files | {FILE: old.replace(CELL, CELL.replace("196", OTHER)).encode("utf-8")})


def figures(language: str) -> list[Figure]:
    return list(drawn(world(), [Slide.parse(one) for one in OURS], language))


def before(figure: Figure) -> Figure:
    """The figure without names of its tables' columns."""
    named = RowsPanel.named
    return replace(
        figure,
        panels=tuple(
            replace(one, named=named) if isinstance(one, RowsPanel) else one for one in figure.panels
        ),
    )


def in_word(data: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in one.rows] for one in Document(io.BytesIO(data)).tables
    ]


def on_slides(data: bytes) -> list[list[list[str]]]:
    shapes: Any = (shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes)
    found = [one.table for one in shapes if one.has_table]
    assert all(one.first_col for one in found)
    return [[[cell.text_frame.text for cell in row.cells] for row in one.rows] for one in found]


def word(held: list[Figure], language: str) -> bytes:
    return briefing("汇报", held, language, world())


def deck(held: list[Figure], language: str) -> bytes:
    return presentation("汇报", held, language, version=world().version)


Kind = tuple[
    Callable[[list[Figure], str], bytes],
    Callable[[bytes, Tables, str], Refreshed],
    Callable[[bytes], list[list[list[str]]]],
]
KINDS: dict[str, Kind] = {
    "docx": (word, document.refresh, in_word),
    "pptx": (deck, slides.refresh, on_slides),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_tables_made_without_heads_follow_and_get_none(kind: str, language: str) -> None:
    make, refresh, cells = KINDS[kind]
    old, new = (make(one, language) for one in ([*map(before, figures(language))], figures(language)))
    bare, headed = cells(old), cells(new)
    assert [len(one) for one in headed] > [len(one) for one in bare]
    assert all(all(one[0][1:]) for one in headed)
    for data in (old, new):
        same = refresh(data, world(), language)
        assert not same.report.lines and same.data == data
        after = refresh(data, changed(), language)
        was, now = cells(data), cells(after.data)
        moved = [
            (one, other)
            for table, fresh in zip(was, now, strict=True)
            for row, line in zip(table, fresh, strict=True)
            for one, other in zip(row, line, strict=True)
            if one != other
        ]
        assert len(moved) == 1 and "196" in moved[0][0] and OTHER in moved[0][1]
