"""The verdict on pairs, one case for each way in which two figures differ, and the same-period lock."""

import gc
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Any
from weakref import ref

import pytest

from industry.rules import pairs
from industry.rules.comparison import Question, compare, set_apart
from industry.rules.lock import Asked, Lock
from industry.rules.verdicts import verdict
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.observation import Derivation, Observation
from tests.conftest import indicator
from tests.figures.drawing import Changed

Observe = Callable[..., Observation]
GAP = indicator("gap", measure="gap", unit="百分点", gap_of="growth", gap_to="china")
LIST = indicator("giants", unit="家", measure="level", timing="list", concept="little_giants")
TWO_YEAR = indicator("two_year", measure="growth_two_year_average")

CASES: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    ("same", {}, {}, "same", "same"),
    ("other period", {}, {"period": "2021-01/2021-10"}, "other_period", "period"),
    ("one month is not the run to it", {}, {"period": "2021-06"}, "other_period", "period"),
    ("a year and its twelve months", {"period": "2021"}, {"period": "2021-01/2021-12"}, "same", "same"),
    ("city beside province", {}, {"region": "jian"}, "other_level", "level"),
    ("country beside province", {}, {"region": "china"}, "other_level", "level"),
    ("city of another period", {}, {"region": "jian", "period": "2021-01/2021-04"}, "other_period", "period"),
    ("edition", {"edition": "final"}, {"edition": "census_5"}, "other_edition", "edition"),
    ("edition and period", {"edition": "final"}, {"edition": "census_5", "period": "2021-01/2021-10"},
     "other_period", "period"),
    ("two-year average", {}, {"indicator": TWO_YEAR}, "other_basis", "basis"),
    ("other concept", {}, {"indicator": indicator("x", concept=None)}, "other_basis", "concept"),
    ("target", {}, {"status": "target"}, "other_basis", "status"),
    ("forecast and target", {"status": "forecast"}, {"status": "target"}, "other_basis", "status"),
    ("two targets", {"status": "target"}, {"status": "target"}, "other_basis", "status"),
    ("qualified", {}, {"qualifier": "over"}, "qualified", "qualified"),
    ("scope inferred", {}, {"inferred": frozenset({"scope"})}, "unknown", "inferred"),
    ("denominator inferred", {}, {"inferred": frozenset({"denominator"})}, "unknown", "inferred"),
    ("period inferred", {}, {"inferred": frozenset({"period"})}, "unknown", "inferred"),
    ("no period", {}, {"period": None, "inferred": frozenset({"period"})}, "unknown", "inferred"),
    ("gaps of own periods", {"indicator": GAP}, {"indicator": GAP, "period": "2021"}, "own_benchmark", "own_benchmark"),
    ("gaps of one period", {"indicator": GAP}, {"indicator": GAP}, "same", "same"),
    ("lists of one edition, other dates", {"indicator": LIST, "edition": "b3"},
     {"indicator": LIST, "edition": "b3", "period": "2021-11"}, "same_edition", "same"),
    ("lists of other editions", {"indicator": LIST, "edition": "b2"}, {"indicator": LIST, "edition": "b3"},
     "other_edition", "edition"),
    ("lists of other editions and dates", {"indicator": LIST, "edition": "b2"},
     {"indicator": LIST, "edition": "b3", "period": "2021-11"}, "other_edition", "edition"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "first", "second", "kind", "code"), CASES, ids=[case[0] for case in CASES])
def test_verdict(
    observe: Observe, name: str, first: dict[str, Any], second: dict[str, Any], kind: str, code: str
) -> None:
    a = observe(**({"region": "jiangxi", "value": 1} | first))
    b = observe(**({"region": "hebei", "value": 2} | second))
    found = verdict(a, b)
    assert (found.kind, found.reason.code) == (kind, code)
    assert verdict(b, a) == found


@pytest.mark.parametrize(
    ("low", "high", "kind"),
    [
        ("1.9", "2.1", "undecided"),
        ("2.05", "2.3", "undecided"),
        ("2.06", "2.3", "same"),
        ("1.7", "1.94", "same"),
    ],
)
def test_a_derived_figure_that_touches_another_is_not_ranked(
    observe: Observe, low: str, high: str, kind: str
) -> None:
    printed, other = observe("hebei", 2), observe("shaanxi", 2)
    middle = (Decimal(low) + Decimal(high)) / 2
    derived = observe("jiangxi", 0, derivation=Derivation("gap", (), Decimal(low), Decimal(high)))
    derived = replace(derived, value=middle)
    assert verdict(derived, printed).kind == verdict(printed, derived).kind == kind
    assert pairs.decided(derived, (derived, printed)) is (kind == "same")
    assert pairs.decided(printed, (printed, derived, other))  # two printed alike are a tie


def test_only_same_is_ranked(observe: Observe) -> None:
    for case in CASES:
        a = observe(**({"region": "jiangxi", "value": 1} | case[1]))
        b = observe(**({"region": "hebei", "value": 2} | case[2]))
        side_by_side = ("same", "same_edition", "qualified", "own_benchmark", "other_level")
        assert verdict(a, b).ranked == (case[3] in ("same", "same_edition"))
        assert verdict(a, b).one_axis == (case[3] in side_by_side)


REGIONS = ("jiangxi", "jian", "hebei", "shaanxi")


def test_first_quarter_as_published(tables: Tables) -> None:
    found = compare(tables, Question("value_added_growth", REGIONS, "2021-01/2021-03"))
    assert found.lock == Lock(periods.parse("2021-01/2021-03", "flow"), "")
    assert [(row.region.id, str(row.value)) for row in found.ranked] == [
        ("jiangxi", "29.4"),
        ("shaanxi", "18.9"),
        ("hebei", "17.6"),
    ]
    assert found.benchmark and str(found.benchmark.value) == "24.5"
    assert [(one.row.region.id, one.verdict.kind) for one in found.apart] == [("jian", "other_period")]


def test_every_chosen_region_is_drawn_or_named(tables: Tables) -> None:
    for indicator_id in tables.catalogue.indicators:
        for chosen in (REGIONS, REGIONS[2:], REGIONS[1:2]):
            found = compare(tables, Question(indicator_id, chosen))
            told = {row.region.id for row in found.drawn}
            told |= {one.row.region.id for one in found.apart} | {one.id for one in found.missing}
            alone = tables.catalogue.within(tables.catalogue.regions[chosen[0]]) if len(chosen) == 1 else None
            unchosen = {alone.id if alone else "", tables.catalogue.benchmark.id}
            assert told - unchosen == set(chosen), indicator_id


def test_the_order_of_choosing_changes_nothing(tables: Tables) -> None:
    answers = {
        tuple(row.id for row in compare(tables, Question("value_added_growth", order)).ranked)
        for order in permutations(REGIONS)
    }
    assert len(answers) == 1


@pytest.mark.parametrize("asked", ["1999", "2021-05", "2021-01/2021-03@final", "batches_1_3", "gibberish"])
def test_no_other_period_stands_in_the_place_of_one_asked_for(tables: Tables, asked: str) -> None:
    found = compare(tables, Question("value_added_growth", REGIONS, asked))
    assert found.lock is None and found.asked is not None
    assert found.drawn == () and found.benchmark is None and found.disputed == ()
    assert {one.row.region.id for one in found.apart} == set(REGIONS)
    assert {one.verdict.kind for one in found.apart} <= {"other_period", "other_edition"}
    assert found.candidates == compare(tables, Question("value_added_growth", REGIONS)).candidates


def test_a_derived_figure_is_compared_where_none_is_published(tables: Tables) -> None:
    """982 of 15760.9 is between 6.2274 and 6.2339 per cent, and 6.37 is above that whatever follows it."""
    found = compare(tables, Question("profit_margin", REGIONS, "2021-01/2021-05"))
    assert [(row.region.id, row.derived) for row in found.ranked] == [("hebei", False), ("jiangxi", True)]
    assert [(one.row.region.id, one.verdict.reason.code) for one in found.apart] == [("jian", "period")]
    assert [one.id for one in found.missing] == ["shaanxi"]


def derived(row: Observation, low: str, high: str) -> Observation:
    return replace(row, derivation=Derivation("share", (), Decimal(low), Decimal(high)), source=None)


@pytest.mark.parametrize(("low", "high", "ranked"), [("6.2", "6.3", True), ("6.2", "6.37", False)])
def test_a_derived_figure_is_ranked_where_the_intervals_dont_touch(
    observe: Observe, low: str, high: str, ranked: bool
) -> None:
    one = derived(observe("jiangxi", 6.25), low, high)
    found = verdict(one, observe("hebei", 6.4))
    assert found.ranked is ranked and found.one_axis
    assert found.kind == ("same" if ranked else "undecided")


def test_an_answer_is_of_its_book_and_goes_with_it(tables: Tables) -> None:
    asked = Question("value_added_growth", REGIONS, "2021-01/2021-03")
    whole = compare(tables, asked)
    first = whole.ranked[0]
    fewer = Changed(tables, without=lambda row: row.region == first.region)
    assert first not in compare(fewer, asked).rows
    assert compare(tables, asked) is whole
    known = ref(fewer)
    del fewer
    gc.collect()
    assert known() is None, "what is kept holds tables that nobody reads any more"


@pytest.mark.parametrize(
    ("row", "period", "edition", "code"),
    [
        ({}, "2021-01/2021-10", None, "period"),
        ({}, "2021-01/2021-06", "final", "edition"),
        ({}, "2021-01/2021-06", None, "alone"),
        ({}, None, "final", "edition"),
        ({"inferred": frozenset({"scope"})}, "2021-01/2021-06", None, "inferred"),
        ({"status": "target"}, "2021-01/2021-06", None, "status"),
        ({"indicator": GAP}, "2021-01/2021-10", None, "period"),
        ({"indicator": GAP}, "2021-01/2021-06", "final", "edition"),
        ({}, "2021-01/2021-10", "final", "period"),
    ],
)
def test_what_keeps_a_figure_from_being_the_one_asked_for(
    observe: Observe, row: dict[str, Any], period: str | None, edition: str | None, code: str
) -> None:
    when = periods.parse(period, "flow") if period else None
    assert set_apart(observe("hebei", 4.8, **row), Asked(when, edition)).reason.code == code
