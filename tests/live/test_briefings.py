"""Briefings in Word of the tables that people keep: whatever these hold, our own proofreading finds nothing wrong in them, and they
are already up to date."""

from __future__ import annotations

from industry.export.docx.briefing import briefing, say_named
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


def test_no_conclusion_of_a_comparison_is_objected_to(tables: Tables) -> None:
    """Amounts, rates that are worked out, figures of a later edition: whatever is concluded of an indicator, proofreading follows."""
    slides = [Slide(COMPARE, Choices(indicator=one)) for one in tables.catalogue.indicators]
    found = [one.frame for one in drawn(tables, slides, "zh") if one.frame.finding]
    told = [str(say_named(one.title, one.finding, "zh")) for one in found]
    assert told
    for one in told:
        verdicts = {judged.verdict for judged in judge(one, tables, None, None)}
        assert not verdicts & set(OBJECTIONS), one
