"""Of a year that is chosen each region is shown with a figure of it, or with the nearest before it."""

from __future__ import annotations

from industry.tables.tables import Tables
from tests.of_years import of_every_year


def test_no_figure_of_a_year_is_passed_over(tables: Tables) -> None:
    assert [one for one in of_every_year(tables) if one[-1]] == []
