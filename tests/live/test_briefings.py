"""Briefings in Word of the tables that people keep: whatever these hold, our own proofreading finds nothing wrong in them, and they
are already up to date."""

from __future__ import annotations

from industry.export.deck import regional, years
from industry.export.docx.briefing import briefing
from industry.export.docx.told import about
from industry.export.docx.told.groups import groups
from industry.export.docx.told.sentences import sentences
from industry.export.docx.told.telling import Telling
from industry.export.order import drawn
from industry.export.refreshing.word.document import refresh
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.text.proof.verdict import OBJECTIONS
from industry.vocabulary.focus import LATEST, Focus
from industry.vocabulary.slide import COMPARE, Choices, Slide
from industry.wording.said import rows_of
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


def test_a_regions_briefing_of_any_year_tells_of_that_region(tables: Tables) -> None:
    """It opens with the region, in no sentence on an indicator with others alone, and no comparison in it tells of others
    alone where the region has a figure: one of the year chosen, or the nearest before it, stands before theirs."""
    config, found = tables.catalogue.config, 0
    for id in config.regions:
        deck = regional.of_region(tables, id)
        for year in (*map(str, years.held(tables)), LATEST):
            figures = drawn(tables, years.of_year(deck, year, tables).slides, "zh")
            telling = Telling(tables, "zh")
            opened = [said for _, said in telling.opening(figures)]
            if id not in [each.id for slide in deck.slides if (each := about.only_region(slide, tables))]:
                continue  # a deck of curators' own that none of its slides shows to be the region's
            assert telling.about and telling.about.id == id, (id, year)
            spoken = {
                (row.region.id, row.indicator.two_year_average_of or row.indicator.id)
                for row in rows_of(opened)
                if row.indicator.measure != "gap"
            }
            rows = Focus.of(year).until([row for row in tables.rows(region=id) if comparable(row)])
            held = {one for _, one in spoken} & {row.indicator.id for row in rows}
            assert held <= {one for where, one in spoken if where == id}, (id, year)
            assert not held or id in [row.region.id for row in opened[0].rows], (id, year)
            for figure in figures:
                said = telling.of(figure, [figure.id] * len(figure.panels))
                told = {row.region.id for row in rows_of(said)}
                drawn_of = {row.indicator.id for row in figure.drawn} & {row.indicator.id for row in rows}
                own = (row for row in figure.rows if row.region.id == id and row.indicator.id in drawn_of)
                before = any(
                    (row,) in telling.told for row in own
                )  # of what another figure told it isn't again
                if figure.chart == "bars" and told and drawn_of:
                    assert id in told or before, (id, figure.id)
                    found += 1
    assert found > 10
