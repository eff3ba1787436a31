"""A deck of another year: its slides choose it, its title says it where anything of it is shown, and the figures that show
none of it are named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from industry.export.deck import regional, years
from industry.export.names import shown
from industry.export.order import drawn
from industry.rules.comparison import Question, compare
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck
from industry.vocabulary.focus import LATEST
from industry.vocabulary.periods import parse
from industry.vocabulary.slide import COMPARE, Choices, Slide
from tests.figures.drawing import Changed
from tests.of_years import nearest


def others(tables: Tables) -> list[str]:
    return [one for one in map(str, years.held(tables)) if one != tables.catalogue.config.focus]


def test_the_usual_year_changes_no_deck(tables: Tables) -> None:
    config = tables.catalogue.config
    for one in config.decks:
        assert years.of_year(one, None, tables) == years.of_year(one, config.focus, tables) == one
        assert years.title(one, (), config.focus, config, "zh") == one.title.zh
        assert not years.of_others((), config.focus, config, "zh")


def test_all_slides_but_those_of_a_time_of_their_own_choose_it(tables: Tables) -> None:
    config, (year, *_) = tables.catalogue.config, others(tables)
    held = config.decks[0]
    own = ("profit?period=2021-01/2021-05", "growth_months?span=2019/2021", f"profit?year={LATEST}")
    deck = years.of_year(held.model_copy(update={"figures": (*held.figures, *own)}), year, tables)
    *usual, period, span, latest = deck.slides
    assert [str(one) for one in (period, span, latest)] == [str(Slide.parse(one)) for one in own]
    assert {one.choices.year for one in usual} == {year} and years.chosen(usual) == year
    assert years.chosen((*usual, period, span)) == year and years.chosen((*usual, latest)) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_title_and_sentence_say_what_is_drawn(tables: Tables, language: str) -> None:
    """Of every region's deck in a year that is early and one that is late: what is named shows none of it, all else does."""
    config, found = tables.catalogue.config, others(tables)
    for id in config.regions:
        deck = regional.of_region(tables, id)
        assert deck is not None
        for year in (found[0], found[-1]):
            figures = drawn(tables, years.of_year(deck, year, tables).slides, language)
            of_it = [
                any(row.period and str(row.period.year) == year for row in shown(one)) for one in figures
            ]
            told = years.of_others(figures, year, config, language)
            for one, there in zip(figures, of_it, strict=True):
                if any(row.period for row in shown(one)):
                    assert (one.frame.title in told) is not there, (one.id, told)
            title = years.title(deck, figures, year, config, language)
            assert title.startswith(deck.title(language))
            assert (year in title) == (any(of_it) or not told)


def test_years_that_can_be_chosen(tables: Tables) -> None:
    assert all(years.can_be_chosen(tables, one) for one in (*others(tables), LATEST))
    late = str(max(years.held(tables)) + 1)
    assert not any(years.can_be_chosen(tables, one) for one in (late, "", "soon"))


def of_all(tables: Tables, region: str) -> Deck:
    """A region's deck of a comparison of every indicator."""
    every = tuple(str(Slide(COMPARE, Choices(indicator=one))) for one in tables.catalogue.indicators)
    return Deck(id=region, title=tables.catalogue.config.decks[0].title, figures=every)


def test_the_deck_of_a_region_compares_over_a_period_in_which_that_is(tables: Tables) -> None:
    """Of a comparison of every indicator, in the year that is latest: where it leaves the region out, none could have it of the
    year that has a figure of the region."""
    kept, year, moved = tables.catalogue, LATEST, 0
    for id in kept.config.regions:
        for slide in years.of_year(of_all(tables, id), year, tables).slides:
            chosen = slide.choices
            question = Question(str(chosen.indicator), kept.config.regions, chosen.period, year=year)
            found = compare(tables, question)
            moved += chosen.period is not None
            if found.lock is None or id in [row.region.id for row in found.drawn]:
                continue
            assert chosen.period is None
            for lock in found.candidates:
                if lock.period and lock.period.year == nearest(tables, str(chosen.indicator), id, year):
                    there = compare(tables, replace(question, period=str(lock))).drawn
                    assert id not in [row.region.id for row in there], (id, str(slide))
    assert moved


@pytest.mark.parametrize("change", [{"status": "target"}, {"inferred": frozenset({"scope"})}])
def test_no_target_and_no_guess_of_a_later_year_moves_the_deck_of_a_region(
    tables: Tables, change: dict[str, Any]
) -> None:
    late = years.held(tables)[0] + 1
    rows = [row for id in tables.catalogue.indicators for row in tables.rows(id) if row.period]
    later = [
        replace(row, id=f"{row.id}:later", period=parse(str(late), row.indicator.timing), **change)
        for row in {
            (one.region, one.indicator): one for one in rows if one.indicator.timing == "flow"
        }.values()
    ]
    more = Changed(tables, later)
    for id in tables.catalogue.config.regions:
        deck = of_all(tables, id)
        assert years.of_year(deck, LATEST, more) == years.of_year(deck, LATEST, tables)
