"""What our own words say of the frozen tables is never called wrong by proofreading."""

from __future__ import annotations

import pytest

from industry import wording
from industry.tables.tables import Tables
from industry.text.proof import judge
from tests.conftest import world
from tests.text import own_words


def test_a_derived_figure_as_it_is_told_agrees_with_its_row(tables: Tables) -> None:
    own_words.told_agrees(tables)


def test_rounded_further_it_agrees_and_with_more_or_other_digits_it_does_not(tables: Tables) -> None:
    own_words.rounded_agrees(tables)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sentences_on_derived_figures_are_never_called_wrong(tables: Tables, language: str) -> None:
    own_words.sentences_agree(tables, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_proofreading_says_of_what_is_worked_out_that_it_is(tables: Tables, language: str) -> None:
    own_words.told_as_worked_out(tables, language)


def test_a_period_in_brackets_right_behind_a_figure_is_the_figure_s() -> None:
    rows = [row for row in world().rows("value_added_growth", "jiangxi") if row.exact and row.period]
    one, other = rows[0], rows[-1]
    told = [f"{wording.number(row, 'en')} ({wording.period(row.period, 'en')})" for row in (one, other)]
    text = f"Not compared: Jiangxi, Industrial growth {told[0]}; Jiangxi, Industrial growth {told[1]}."
    found = judge(text, world(), None, None)
    assert [each.row for each in found] == [one, other]
