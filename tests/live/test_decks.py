"""The decks that curators list: each slide stands once, and what stands above a figure never reaches into it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from pptx import Presentation
from pptx.util import Pt

from industry.export.office.words import Box
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.pptx.template import TEMPLATE, blank
from industry.export.refreshing.slides.presentation import refresh
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck


def test_every_slide_has_a_title_of_its_own(tables: Tables, language: str) -> None:
    config = tables.catalogue.config
    assert len({one.title(language) for one in config.decks}) == len(config.decks)
    for deck in config.decks:
        titles = [one.frame.title for one in drawn(tables, deck.slides, language)]
        assert len(deck.slides) == len(titles) == len(set(titles)), deck.id


def test_the_lines_under_a_slide_s_title_end_above_its_figure(tables: Tables, language: str) -> None:
    """Counted line by line: a box may be too low for the words in it, which then stand on what is below."""
    held = blank(language, (), TEMPLATE.read_bytes()).figure.places
    places = {held[role].number: held[role] for role in ("as_of", "subtitle")}
    for deck in tables.catalogue.config.decks:
        for slide in list(Presentation(io.BytesIO(made(deck, tables, language))).slides)[1:]:
            for shape in slide.placeholders:
                place = places.get(shape.placeholder_format.idx)
                if place is None:
                    continue
                room = replace(place, box=Box.of(shape)).room()
                lines = sum(room.count(one.text) for one in shape.text_frame.paragraphs)
                bottom = shape.top + (lines * place.line + 2 * place.upright) * Pt(1)
                for other in slide.shapes:
                    across = other.left < shape.left + shape.width and shape.left < other.left + other.width
                    if across and shape.top < other.top + other.height and other.shape_id != shape.shape_id:
                        assert bottom <= other.top, (deck.id, slide.name, shape.text_frame.text, other.name)


@cache
def made(deck: Deck, tables: Tables, language: str) -> bytes:
    figures = drawn(tables, deck.slides, language)
    return presentation(deck.title(language), figures, language, version=tables.version)


def test_a_deck_that_is_refreshed_with_the_tables_it_is_of_keeps_every_byte(
    tables: Tables, language: str
) -> None:
    for deck in tables.catalogue.config.decks:
        found = refresh(made(deck, tables, language), tables, language)
        assert not found.report.lines and found.data == made(deck, tables, language), deck.id
