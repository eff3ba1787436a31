"""A dispute stands wherever its number stands: in a figure's notes and table, in listings and workbooks, in a
slide's notes."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from industry import wording
from industry.export import listing
from industry.export.formats import xlsx
from industry.export.pptx.presentation import presentation
from industry.figures.draw import draw
from industry.rules.comparison import Question, compare
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices

LANGUAGES = fields.LANGUAGES


def disputed(tables: Tables) -> list[tuple[Observation, Finding]]:
    found = [(row, one) for one in tables.findings for row in one.disputed]
    assert len(found) > 3
    return found


def test_what_agrees_is_no_dispute(tables: Tables) -> None:
    codes = {one.code for one in tables.findings if not one.disputed}
    assert "agrees" in codes and not codes & {"conflict", "out_of_line"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_listing(tables: Tables, language: str) -> None:
    for row, one in disputed(tables):
        told = wording.dispute(one, row, language)
        assert told.vital and any(told in str(cell) for cell in listing.line(row, tables, language))
        sheet = next(iter(listing.sheets(tables, [row], language).values()))
        assert any(told in str(cell) for cell in sheet[1][0])
    regions = tables.catalogue.config.regions
    question = Question("profit_margin", regions)  # of the concept's other figures none is drawn
    for concept in tables.catalogue.config.concepts:
        _, lines, _ = listing.apart(tables, concept, compare(tables, question), regions, language, 1000)
        for row, one in disputed(tables):
            if row.indicator.concept == concept and row.region.id in regions:
                assert any(wording.dispute(one, row, language) in line[-1] for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_figure_its_table_its_workbook_and_its_slide(tables: Tables, language: str) -> None:
    seen = 0
    for spec in tables.catalogue.config.figures:
        figure = draw(spec, tables, Choices(), language)
        told = [
            (row, wording.dispute(one, row, language)) for row, one in disputed(tables) if row in figure.rows
        ]
        if spec.chart in ("coverage", "emphasis") or not told:
            continue
        seen += 1
        header, lines = xlsx.numbers(figure, tables, language)
        _, *slides = Presentation(io.BytesIO(presentation("", [figure], language))).slides
        notes = [one.notes_slide.notes_text_frame.text for one in slides]
        for row, words in told:
            assert words in figure.frame.note and any(words in one for one in notes)
            assert any(words in cell for line in figure.table.rows for cell in line), f"{spec.id}: {row.id}"
            assert any(words in str(line[-2]) for line in lines if line[-1] == row.id), header
    assert seen > 3
