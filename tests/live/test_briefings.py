"""Briefings in Word of the tables that people keep: whatever these hold, our own proofreading finds nothing wrong in them, and they
are already up to date."""

from __future__ import annotations

from industry.export.docx.briefing import briefing
from industry.export.docx.told.groups import groups
from industry.export.docx.told.sentences import sentences
from industry.export.order import drawn
from industry.export.refreshing.word.document import refresh
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.text.proof.verdict import OBJECTIONS
from industry.vocabulary.slide import COMPARE, Choices, Slide
from tests.export.test_docx import text, wrong
from tests.export.word_rules import faults


def test_briefings_are_valid_and_pass_our_own_proofreading(tables: Tables, language: str) -> None:
    for deck in tables.catalogue.config.decks:
        content = briefing(deck.title(language), drawn(tables, deck.slides, language), language, tables)
        assert faults(content) == []
        assert wrong(text(content), tables) == [], deck.id
        found = refresh(content, tables, language)
        assert not found.report.lines and found.data == content, deck.id


def test_no_sentence_on_a_comparison_is_objected_to(tables: Tables) -> None:
    """Amounts, rates that are worked out, figures of a later edition: whatever is told of an indicator, proofreading follows; what is
    left out where it objects are few."""
    slides = [Slide(COMPARE, Choices(indicator=one)) for one in tables.catalogue.indicators]
    drawn_of = [(one, groups(one, tables)) for one in drawn(tables, slides, "zh")]
    every = [(str(said), one.id) for one, held in drawn_of for said in sentences(held, tables, "zh")]
    assert every
    objected = [
        one for one in every if any(each.verdict in OBJECTIONS for each in judge(one[0], tables, None, None))
    ]
    assert len(objected) * 4 <= len(every), objected
