"""What holds an internal figure says so wherever it goes: pictures of every size, slides, pages, workbooks, listings."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from industry import project
from industry.export import listing
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.export.picture.figure_picture import plotly_json
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import WORLD

MARK = {"zh": "【内部资料】", "en": "Internal"}
SLIDES = (Slide("growth_q1"), Slide.parse("compare?indicator=value_added_growth&heading=Own"))
SOURCES = re.compile(r"^(- id: \w+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    """The frozen tables, of which all sources are internal."""
    folder = tmp_path_factory.mktemp("internal") / "tables"
    shutil.copytree(WORLD, folder)
    file = folder / "data" / "sources.yaml"
    file.write_text(SOURCES.sub(r"\1\n  access: internal", file.read_text("utf-8")), "utf-8")
    found = project.store(folder).current()
    assert found.tables is not None, found.faults[:3]
    yield found.tables


def order(tables: Tables, language: str) -> Order:
    return Order("汇报", drawn(tables, SLIDES, language), language, tables, tables.catalogue.config.sizes[0])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_export_says_so(inside: Tables, tables: Tables, language: str) -> None:
    mark = MARK[language]
    made, public = order(inside, language), order(tables, language)
    for figure, other in zip(made.figures, public.figures, strict=True):
        for size in inside.catalogue.config.sizes:
            for title in (True, False):
                assert mark in _texts(plotly_json(figure, size, title)[0]), size.id
                assert mark not in _texts(plotly_json(other, size, title)[0])
    deck = Presentation(io.BytesIO(formats()["pptx"].make(made)))
    for slide in list(deck.slides)[1:]:
        assert mark in " ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
    page = formats()["html"].make(made).decode()
    assert page.count(mark) >= len(SLIDES)
    book = load_workbook(io.BytesIO(formats()["xlsx"].make(made)))
    told = [[str(cell.value) for line in sheet for cell in line] for sheet in book]
    assert any(mark in text for text in told[-1])
    assert all(any(mark in text for text in sheet) for sheet in told[-2:])


def _texts(plotly: str) -> str:
    """All texts of a picture, without its line breaks."""
    layout: dict[str, Any] = json.loads(plotly)["layout"]
    return re.sub(r"<[^>]*>", "", "".join(one.get("text", "") for one in layout["annotations"]))


def test_a_listing_says_so(inside: Tables) -> None:
    sheets = listing.sources_sheet(inside.catalogue.sources.values(), "zh")
    (_, rows) = next(iter(sheets.values()))
    assert all(any(MARK["zh"] in str(cell) for cell in row) for row in rows)
    assert all(MARK["en"] in line[0] for line in listing.sources(inside, "en")[1])
    for row in listing.every(inside)[:40]:
        assert MARK["zh"] in " ".join(listing.line(row, inside, "zh"))


def test_the_frozen_tables_are_there(inside: Tables) -> None:
    assert Path(WORLD).is_dir() and all(one.access == "internal" for one in inside.catalogue.sources.values())
