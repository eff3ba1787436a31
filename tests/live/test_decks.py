"""The decks that curators list: each slide stands once."""

from __future__ import annotations

from industry.export.order import drawn
from industry.tables.tables import Tables


def test_every_slide_has_a_title_of_its_own(tables: Tables, language: str) -> None:
    config = tables.catalogue.config
    assert len({one.title(language) for one in config.decks}) == len(config.decks)
    for deck in config.decks:
        titles = [one.frame.title for one in drawn(tables, deck.slides, language)]
        assert len(deck.slides) == len(titles) == len(set(titles)), deck.id
