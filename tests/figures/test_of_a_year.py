"""What figures show of a year that is chosen: no region's own figure of it gives way in silence to one of another year."""

from __future__ import annotations

from industry.tables.tables import Tables
from tests.of_years import of_every_year


def test_each_region_has_a_figure_of_the_year_or_the_nearest_before_it(tables: Tables) -> None:
    found = list(of_every_year(tables))
    assert [one for one in found if one[-1]] == [] and len(found) > 100
