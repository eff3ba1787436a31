"""Briefings in Word of the tables that people keep: whatever these hold, our own proofreading finds nothing wrong in them."""

from __future__ import annotations

from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.tables.tables import Tables
from tests.export.test_docx import text, wrong
from tests.export.word_rules import faults


def test_briefings_are_valid_and_pass_our_own_proofreading(tables: Tables, language: str) -> None:
    for deck in tables.catalogue.config.decks:
        content = briefing(deck.title(language), drawn(tables, deck.slides, language), language, tables)
        assert faults(content) == []
        assert wrong(text(content), tables) == [], deck.id
