"""No text of the tables keeps a file from being written: what XML can't hold goes, and what a property has no
room for ends in …."""

from __future__ import annotations

import io
from itertools import groupby

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from industry.export import workbook
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.export.pptx import presentation
from industry.export.site import edition
from industry.export.xml_text import writable
from industry.figures.record import TablePanel
from industry.tables.tables import Tables
from tests import hostile

SOFT = "\x0b\x0c"
"""Breaks inside a paragraph, which become spaces."""
UNWRITABLE = "".join(
    one
    for one in "".join(hostile.ODD.values())
    if one not in SOFT and (one < " " and one not in "\t\r\n" or "\ud7ff" < one < "\ue000" or one > "\ufffd")
)
"""What XML can't hold of what nobody should write: control characters, halves of pairs, no characters."""


@pytest.mark.parametrize("one", UNWRITABLE)
def test_what_xml_cannot_hold_goes(one: str) -> None:
    assert writable(f"甲{one}乙") == "甲乙"


def test_what_it_can_hold_stays() -> None:
    told = "甲\t乙\n丙\r\x7f\x85\ufffd😀R&D <b>"
    assert writable(told) == told
    assert writable("软\x0b换行\x0c") == "软 换行 "


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert writable("长" * 255, 255) == "长" * 255
    told = writable("长" * 300, 255)
    assert (len(told), told[-1]) == (255, "…")
    assert len(writable("长" * 254 + "\x00长", 255)) == 255


@pytest.mark.parametrize("title", ["长" * 300, "W" * 3000, "题\x0b目\x01", "题\ufffe目\uffff"])
@pytest.mark.parametrize("made", ["pptx", "xlsx", "html"])
def test_a_deck_of_any_title(tables: Tables, title: str, made: str) -> None:
    deck = tables.catalogue.config.decks[1]
    figures = drawn(tables, deck.slides[:2], "zh")
    size = tables.catalogue.config.sizes[0]
    content = formats()[made].make(Order(title, figures, "zh", tables, size))
    if made == "pptx":
        held = Presentation(io.BytesIO(content))
        assert len(held.slides) == 3
        assert held.core_properties.title == writable(title, 255)


def test_a_deck_whose_every_text_has_such_characters_loses_no_figure(
    tables: Tables, caplog: pytest.LogCaptureFixture
) -> None:
    config = tables.catalogue.config
    first = {one.chart: one.id for one in config.figures}
    listed = [one for one in edition.slides(tables) if one.figure in first.values()]
    figures = tuple(
        hostile.figure(one, hostile.behind(UNWRITABLE + SOFT[0])) for one in drawn(tables, listed, "zh")
    )
    order = Order("题" + UNWRITABLE, figures, "zh", tables, config.sizes[0])
    deck = Presentation(
        io.BytesIO(presentation.presentation(order.title, figures, "zh", "副题" + UNWRITABLE))
    )
    assert [name for name, _ in groupby(one.name for one in deck.slides)][1:] == [one.id for one in figures]
    book = load_workbook(io.BytesIO(formats()["xlsx"].make(order)))
    tables_seen = sum(isinstance(panel, TablePanel) for one in figures for panel in one.panels)
    assert len(book.sheetnames) == len(figures) + tables_seen + 3  # derived rows, sources, notices
    assert not caplog.records, caplog.text


def test_a_cell_holds_what_excel_takes() -> None:
    content = workbook.workbook({"a\ufffe": (("head",), [("长" * 40_000,), ("\ufffe\uffff=1",)])})
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    long, odd = (cell.value for (cell,) in sheet.iter_rows(min_row=2))
    assert (len(long), odd) == (workbook.LONGEST_CELL, "=1")
