"""Growth against an earlier year and multiples, worked out of printed figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from industry.rules import growth_over
from industry.rules.shelf import Shelf
from industry.vocabulary.observation import Observation
from tests.conftest import world


def row(id: str, region: str, period: str, edition: str = "") -> Observation:
    return next(
        one for one in world().rows(id, region) if str(one.period) == period and one.edition == edition
    )


def test_growth_of_two_years_is_compounded() -> None:
    found = growth_over.over_years(Shelf(world()), row("value_added_growth", "china", "2021-01/2021-03"), 2)
    assert found is not None and found.derivation is not None
    assert [str(one.period) for one in found.terms] == ["2021-01/2021-03", "2020-01/2020-03"]
    assert found.value == (Decimal("1.245") * Decimal("0.916") - 1) * 100
    assert found.derivation.low < Decimal("14.0") < found.derivation.high


@pytest.mark.parametrize("years", [1, 3])
def test_what_isnt_held_for_each_year_gives_nothing(years: int) -> None:
    one = row("value_added_growth", "jiangxi", "2021-01/2021-06")
    assert growth_over.over_years(Shelf(world()), one, years) is None


def test_multiples_and_growth_of_amounts() -> None:
    later, earlier = (row("gdp", "jiangxi", period, "census_5") for period in ("2021", "2020"))
    times, grown = growth_over.multiple(later, earlier), growth_over.growth_between(later, earlier)
    assert times is not None and grown is not None
    assert (times.indicator.unit, grown.indicator.unit) == ("倍", "%")
    assert times.value.quantize(Decimal("0.001")) == Decimal("1.155")
    assert grown.value.quantize(Decimal("0.1")) == Decimal("15.5")


def test_of_another_edition_there_is_no_multiple() -> None:
    later, earlier = row("gdp", "jiangxi", "2021", "census_5"), row("gdp", "jiangxi", "2020", "first_release")
    assert growth_over.multiple(later, earlier) is None
    assert growth_over.growth_between(later, earlier) is None
