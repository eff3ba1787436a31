"""Low and high bases row by row, on invented rows: real ones of those years differ."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.rules import base_effects, identities
from industry.rules.arithmetic.intervals import half_up
from industry.rules.base_effects import BaseEffect, average, base_effect
from industry.rules.shelf import Shelf
from industry.vocabulary.catalogue import Break, Indicator
from industry.vocabulary.changing_rules import BaseEffects, Shock, Threshold
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.periods import parse
from tests.books import Handmade, indicator, source, text

GROWTH = indicator("growth", "growth_yoy", concept="industrial_growth", producer="statistics")
AVERAGE = indicator("average", "growth_two_year_average", two_year_average_of="growth", producer="statistics")
PROFIT = indicator("profit_growth", "growth_yoy", concept="profit_growth")
PROFIT_AVERAGE = indicator("profit_average", "growth_two_year_average", two_year_average_of="profit_growth")
Q1 = "{}-01/{}-03"


def book(*more: Indicator) -> Handmade:
    return Handmade(GROWTH, AVERAGE, PROFIT, PROFIT_AVERAGE, *more)


def series(figures: dict[int, str], period: str = "{}", region: str = "jiangxi", **more: Any) -> Handmade:
    """Growth over the same months of several years, as printed."""
    held = book()
    for year, figure in figures.items():
        held.add(region, "growth", period.format(year, year), figure, **more)
    return held


def kinds(held: Handmade) -> dict[int, str]:
    """Year → low, high or unknown, of the rows of growth that have either."""
    found = {}
    for row in held.rows("growth"):
        effect = base_effect(Shelf(held), row)
        if effect:
            assert row.period
            found[row.period.year] = effect.kind
    return found


def effect_of(held: Handmade, row: Observation) -> BaseEffect:
    effect = base_effect(Shelf(held), row)
    assert effect is not None
    return effect


@pytest.mark.parametrize(
    ("figures", "period", "found"),
    [
        ({2024: "-0.1%", 2025: "-3.0%"}, "{}", {}),
        ({2024: "2.0%", 2025: "-1.0%"}, "{}", {}),
        ({2023: "-2.4%", 2024: "9.5%"}, Q1, {2024: "low"}),
        ({2023: "5.1%", 2024: "7.6%"}, Q1, {}),
        ({2022: "0.2%", 2023: "18.0%"}, "{}-01/{}-05", {2023: "low"}),
        ({2020: "1.0%", 2021: "18.5%"}, "{}-01/{}-06", {2021: "low"}),
        ({2020: "-13.5%", 2021: "35.1%", 2022: "7.5%"}, "{}-01/{}-02", {2021: "low", 2022: "high"}),
    ],
)
def test_a_rise_over_a_low_base_and_its_echo(
    figures: dict[int, str], period: str, found: dict[int, str]
) -> None:
    assert kinds(series(figures, period)) == found


def tenth(row: Observation) -> str:
    """An average to a tenth of a percent."""
    return str(half_up(row.value, Decimal("0.1")))


def test_a_published_average_tells_where_the_base_is_not_held() -> None:
    held = book()
    held.add("shaanxi", "profit_average", "2021-01/2021-08", "24.8%")
    row = held.add("shaanxi", "profit_growth", "2021-01/2021-08", "98.2%")
    found = effect_of(held, row)
    assert (found.kind, found.base, found.average and found.average.value) == ("low", None, Decimal("24.8"))


def test_the_average_of_the_first_months_of_2021() -> None:
    held = series({2020: "-13.5%", 2021: "35.1%"}, "{}-01/{}-02")
    found = effect_of(held, held.all[1])
    assert found.base == held.all[0] and found.average
    assert (tenth(found.average), found.average.derived, found.years) == ("8.1", True, 2)
    assert found.average.terms == (held.all[1], held.all[0]), "so both years' sources are named"


def test_an_ordinary_base_is_none_though_growth_is_high() -> None:
    calm = {2019: "5.0%", 2021: "5.2%", 2023: "12.0%", 2025: "5.1%"}
    assert 2023 not in kinds(series(calm | {2022: "5.0%"}))
    assert kinds(series(calm | {2022: "1.0%"}))[2023] == "low"
    printed = series(calm | {2022: "5.0%"})
    printed.add("jiangxi", "average", "2023", "8.4%")
    assert kinds(printed)[2023] == "low", "a published average is asked no more"


def test_the_normal_knows_no_shock_and_no_year_that_stands_out() -> None:
    held = series({2018: "6.0%", 2019: "6.2%", 2020: "1.0%", 2021: "9.9%", 2022: "3.0%", 2023: "5.8%"})
    years = base_effects._Years(Shelf(held), held.all[4], parse("2022", "flow"), Decimal(3))
    assert years.normal(-1) == Decimal("6.0"), "of 2018, 2019 and 2023"


def test_a_high_base_is_one_above_normal_even_without_a_low_one_before() -> None:
    calm = {2018: "5.0%", 2019: "5.0%", 2021: "5.0%", 2022: "14.0%", 2024: "5.0%"}
    assert kinds(series(calm | {2023: "5.0%"}))[2023] == "high"
    assert kinds(series({2022: "14.0%", 2023: "5.0%"})) == {}, "no normal, no high base"


def test_months_in_a_shock_have_no_high_base() -> None:
    held = series({2018: "5.0%", 2019: "14.0%", 2020: "-5.0%"})
    assert kinds(held) == {2019: "low"}


def test_the_average_goes_back_to_the_last_year_that_was_normal() -> None:
    held = series({2019: "5.7%", 2020: "2.8%", 2021: "9.6%", 2022: "3.6%"}, region="china")
    found = effect_of(held, held.all[3])
    assert found.kind == "high" and found.years == 3 and found.average
    assert [str(term.value) for term in found.average.terms] == ["3.6", "9.6", "2.8"]
    assert tenth(found.average) == "5.3"


def test_a_published_average_stands_for_two_years_of_a_longer_one() -> None:
    held = series({2021: "35.1%", 2022: "7.5%"}, "{}-01/{}-02", "china")
    held.add("china", "average", "2021-01/2021-02", "8.1%")
    found = effect_of(held, held.all[1])
    assert found.years == 3 and found.average
    assert [str(term.value) for term in found.average.terms] == ["7.5", "8.1"]
    assert tenth(found.average) == "7.9"


def test_a_rise_over_a_shock_whose_terms_are_missing_says_so() -> None:
    held = series({2021: "24.6%"}, "{}-01/{}-04", "jian")
    found = effect_of(held, held.all[0])
    assert (found.kind, found.base, found.average, found.unfit) == ("unknown", None, None, None)
    assert kinds(series({2021: "-2.0%"}, "{}-01/{}-04")) == {}, "a fall starts from no low base"
    assert kinds(series({2023: "24.6%"}, "{}-01/{}-04")) == {}, "outside a shock nothing is lacking"


@pytest.mark.parametrize(
    ("indicator", "base", "code"),
    [
        ("growth", {"edition": "final"}, "edition"),
        ("growth", {"qualifier": "about"}, "open"),
        ("growth", {"inferred": "scope"}, "inferred"),
        ("profit_growth", {"source": "another"}, "producer"),
        ("broken_growth", {}, "break"),
    ],
)
def test_a_base_that_isn_t_combined_is_not_called_missing_but_what_keeps_it_from_that(
    indicator: str, base: dict[str, str], code: str
) -> None:
    since = Break(since="2021", reason=text("counted otherwise"))
    held = book(GROWTH.model_copy(update={"id": "broken_growth", "breaks": (since,)}))
    row = held.add("jiangxi", indicator, "2021", "9.0%")
    other = held.add("jiangxi", indicator, "2020", "1.0%", **base)
    found = effect_of(held, row)
    assert found.kind == "unknown" and found.unfit and found.before == other
    assert (found.unfit.row, found.unfit.verdict.reason.code) == (other, code)


@pytest.mark.parametrize(
    ("base", "code"),
    [
        ({"edition": "final"}, "edition"),
        ({"qualifier": "about"}, "open"),
        ({"inferred": "scope"}, "inferred"),
    ],
)
def test_neither_is_one_beside_an_average_that_is_printed(base: dict[str, str], code: str) -> None:
    held = series({2021: "24.5%"}, Q1, "china")
    held.add("china", "average", "2021-01/2021-03", "6.8%")
    alone = effect_of(held, held.all[0])
    assert (alone.kind, alone.before, alone.unfit) == ("low", None, None)
    other = held.add("china", "growth", "2020-01/2020-03", "-8.4%", **base)
    found = effect_of(held, held.all[0])
    assert (found.kind, found.base, found.before) == ("low", None, other)
    assert found.unfit and found.unfit.verdict.reason.code == code


def test_growth_that_is_worked_out_itself_has_a_base_from_which_no_average_follows() -> None:
    held = series({2021: "9.0%", 2020: "1.0%"})
    row, base = held.all
    worked = replace(
        row, derivation=Derivation("difference", (row,), row.value, row.value, "plain"), source=None
    )
    found = effect_of(held, worked)
    assert found.unfit and (found.unfit.row, found.unfit.verdict.reason.code) == (base, "no_mean")


def test_a_shock_of_one_region_is_none_of_another() -> None:
    flood = Shock(months="2022-07", regions=("hebei",), kind="disaster", reason=text("flood"), source="x")
    rules = BaseEffects(thresholds=(Threshold(points=3, concepts=("industrial_growth",)),), shocks=(flood,))
    for region, found in (("hebei", {2023: "unknown"}), ("jiangxi", {})):
        held = series({2023: "9.0%"}, "{}-07", region)
        changed = held.catalogue.rules.model_copy(update={"base_effects": rules})
        held.catalogue = replace(held.catalogue, rules=changed)
        assert kinds(held) == found


def test_thresholds_are_by_indicator_before_concept() -> None:
    rules = BaseEffects(
        thresholds=(Threshold(points=3, concepts=("one",)), Threshold(points=9, indicators=("mine",)))
    )
    assert rules.threshold("mine", "one") == 9 and rules.threshold("other", "one") == 3
    assert rules.threshold("other", None) is None


@pytest.mark.parametrize(
    "record",
    [
        indicator("x", "share", concept="industrial_growth"),
        indicator("x", "growth_two_year_average", concept="industrial_growth"),
        indicator("x", "growth_yoy", timing="stock", concept="industrial_growth"),
        indicator("x", "growth_yoy", better="lower", concept="industrial_growth"),
        indicator("x", "growth_yoy"),
    ],
)
def test_only_growth_that_has_a_threshold_and_is_wanted_is_judged(record: Indicator) -> None:
    held = book(record)
    for year, figure in ((2020, "-1.0%"), (2021, "19.6%")):
        held.add("china", "x", f"{year}-05" if record.timing == "stock" else f"{year}-01/{year}-05", figure)
    assert not any(base_effect(Shelf(held), row) for row in held.rows("x"))


@pytest.mark.parametrize("more", [{"qualifier": "over"}, {"status": "target"}, {"inferred": "period"}])
def test_what_is_open_planned_or_guessed_is_not_judged(more: dict[str, str]) -> None:
    held = series({2020: "-8.4%"}, Q1)
    assert base_effect(Shelf(held), held.add("jiangxi", "growth", "2021-01/2021-03", "24.5%", **more)) is None


# The average over years.


def test_the_average_is_for_any_year_and_the_published_one_before_a_derived() -> None:
    held = series({2023: "-2.4%", 2024: "9.5%"}, Q1)
    row = held.all[1]
    derived = average(Shelf(held), row)
    assert derived and tenth(derived) == "3.4"
    assert derived in identities.solve(held)[0]
    printed = held.add("jiangxi", "average", "2024-01/2024-03", "3.3%")
    assert average(Shelf(held), row) is printed
    assert average(Shelf(held), held.all[0]) is None


def test_years_of_two_producers_are_not_averaged() -> None:
    held = Handmade(PROFIT, PROFIT_AVERAGE)
    held.add("china", "profit_growth", "2020", "2.8%", source="one")
    row = held.add("china", "profit_growth", "2021", "49.6%", source="other")
    assert average(Shelf(held), row) is None and identities.solve(held) == ((), ())


def test_one_producers_growths_combine_though_two_publishers_print_them() -> None:
    held = series({})
    bureau = source("bureau", publisher="统计局").model_copy(update={"producer": "statistics"})
    office = source("office", "meeting", "工信厅").model_copy(update={"producer": "industry"})
    held.add("jiangxi", "growth", "2020-01/2020-06", "1.0%", source=bureau)
    row = held.add("jiangxi", "growth", "2021-01/2021-06", "18.5%", source=office)
    found = average(Shelf(held), row)
    assert found and (tenth(found), found.publishers) == ("9.4", {"统计局", "工信厅"})
    held.add("jiangxi", "growth", "2021-01/2021-06", "17.1%", source=bureau)
    assert average(Shelf(held), row) is None, "the bureau's own figure contradicts the department's"


def test_of_one_producers_figures_of_a_base_the_best_is_averaged() -> None:
    """Whatever the order of their ids: the bureau's own before what a department quotes of it in fewer digits."""
    held = series({})
    bureau = source("bureau", publisher="统计局").model_copy(update={"producer": "statistics"})
    office = source("a_meeting", "meeting", "工信厅").model_copy(update={"producer": "industry"})
    for printed in (["1%", office], ["1.4%", bureau]):
        held.add("jiangxi", "growth", "2020-01/2020-06", printed[0], source=printed[1])
    row = held.add("jiangxi", "growth", "2021-01/2021-06", "18.5%", source=bureau)
    found = average(Shelf(held), row)
    assert found and [term.as_printed for term in found.terms] == ["18.5%", "1.4%"]


def test_nothing_is_averaged_through_a_fall_that_leaves_nothing() -> None:
    held = Handmade(PROFIT, PROFIT_AVERAGE)
    held.add("china", "profit_growth", "2022", "下降100%")
    row = held.add("china", "profit_growth", "2023", "50%")
    assert average(Shelf(held), row) is None and base_effect(Shelf(held), row) is None
    assert identities.solve(held) == ((), ())


# Whatever the numbers.

PERCENT = st.integers(min_value=-400, max_value=600).map(lambda tenths: f"{Decimal(tenths) / 10}%")
YEARS = st.dictionaries(st.integers(2016, 2025), PERCENT, min_size=1)


@given(YEARS)
def test_regions_names_decide_nothing(figures: dict[int, str]) -> None:
    assert kinds(series(figures, region="hebei")) == kinds(series(figures, region="shaanxi"))


@given(YEARS)
def test_no_mark_without_its_terms_and_a_fall_never_starts_low(figures: dict[int, str]) -> None:
    held = series(figures)
    for row in held.rows("growth"):
        found = base_effect(Shelf(held), row)
        if found is None or found.kind == "unknown":
            continue
        assert row.period and found.base and found.base.period == row.period.years_earlier()
        factor = (1 + row.value / 100) * (1 + found.base.value / 100)
        far = row.value - half_up(100 * (factor.sqrt() - 1), row.step)
        assert (far >= 3 and row.value > 0) if found.kind == "low" else far <= -3


@given(YEARS, st.integers(2016, 2025), st.integers(0, 300))
def test_more_growth_never_unmarks_a_low_base_nor_marks_a_high_one(
    figures: dict[int, str], year: int, tenths: int
) -> None:
    if year not in figures:
        return
    raised = f"{Decimal(figures[year][:-1]) + Decimal(tenths) / 10}%"
    before, after = (kinds(series(one)).get(year) for one in (figures, {**figures, year: raised}))
    assert before != "low" or after == "low"
    assert after != "high" or before == "high"
