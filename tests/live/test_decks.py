"""The decks that curators list: each slide says what it shows, shows something, and stands once."""

from __future__ import annotations

from industry.export.order import drawn
from industry.figures.record import TablePanel
from industry.tables.tables import Tables


def test_every_slide_says_what_it_shows_and_stands_once(tables: Tables, language: str) -> None:
    config = tables.catalogue.config
    bare = {one.name(language) for one in tables.catalogue.regions.values()}
    bare |= {one(language) for one in (*config.topics.values(), *config.concepts.values())}
    assert len({one.title(language) for one in config.decks}) == len(config.decks)
    for deck in config.decks:
        figures = drawn(tables, deck.slides, language)
        titles = [one.frame.title for one in figures]
        assert len(figures) == len(deck.slides) == len(set(titles)), deck.id
        assert not bare & {deck.title(language), *titles}, deck.id
        assert all(one.panels and not one.empty for one in figures), deck.id


def test_the_first_deck_begins_with_the_table_of_indicators(tables: Tables) -> None:
    decks = tables.catalogue.config.decks
    first = drawn(tables, decks[0].slides[:1], "zh")[0]
    assert isinstance(first.panels[0], TablePanel)
