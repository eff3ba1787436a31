"""Of a year that is chosen each region is shown with a figure of it, or with the nearest before it."""

from __future__ import annotations

from industry.export.deck import years
from industry.rules.comparison import Question, compare
from industry.rules.lock import lock_of
from industry.tables.tables import Tables
from tests.of_years import of_every_year


def test_no_figure_of_a_year_is_passed_over(tables: Tables) -> None:
    assert [one for one in of_every_year(tables) if one[-1]] == []


def test_no_list_that_is_drawn_is_told_beside_itself_as_of_another_time(tables: Tables) -> None:
    """A source may count a list again, a year later."""
    for indicator in tables.catalogue.indicators.values():
        for year in (*years.held(tables), "latest"):
            found = compare(
                tables, Question(indicator.id, tuple(tables.catalogue.config.regions), year=str(year))
            )
            picked = [row for row in (*found.drawn, found.benchmark) if row]
            drawn = {(row.region.id, lock_of(row)) for row in picked}
            beside = {(one.row.region.id, lock_of(one.row)) for one in found.newer}
            assert not drawn & beside, (indicator.id, year)
