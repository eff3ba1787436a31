"""What our own words say of the curators' tables is never called wrong by proofreading."""

from industry.tables.tables import Tables
from tests.text import own_words


def test_a_derived_figure_as_it_is_told_agrees_with_its_row(tables: Tables) -> None:
    own_words.told_agrees(tables)


def test_rounded_further_it_agrees_and_with_more_or_other_digits_it_does_not(tables: Tables) -> None:
    own_words.rounded_agrees(tables)


def test_sentences_on_derived_figures_are_never_called_wrong(tables: Tables, language: str) -> None:
    own_words.sentences_agree(tables, language)


def test_proofreading_says_of_what_is_worked_out_that_it_is(tables: Tables, language: str) -> None:
    own_words.told_as_worked_out(tables, language)
