"""What relates two figures of one region, or a part and its whole: each kind of such verdicts, how it is lost,
and that no figures at all are given one that their rows don't bear out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any, get_args

import pytest

from industry.rules.arithmetic.derived import share_of_parent
from industry.rules.pairs import base_period
from industry.rules.verdicts import AROUND, IN_A_ROW, Kind, verdict
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.observation import Derivation, Observation
from industry.vocabulary.strict_record import Text
from tests.conftest import GROWTH, REGIONS, SOURCE, indicator
from tests.rules.borne_out import meeting, wrong

Observe = Callable[..., Observation]

LEVEL = indicator("revenue", measure="level", unit="亿元", prices="current", concept="revenue")
STOCK = indicator("firms", measure="level", unit="家", timing="stock", concept="firms")
ALL = indicator("divisions", measure="level", unit="个", scope="divisions", concept=None)
SOME = indicator("divisions_growing", measure="count", unit="个", scope="divisions", concept=None)
OTHERS = indicator("clusters", measure="count", unit="个", scope="clusters", concept=None)
BRANCH = indicator("equipment", industry="equipment", concept="branches")
OTHER_BRANCH = indicator("electronics", industry="electronics", concept="branches")
RANK = indicator("rank", measure="rank", unit="位", rank_of="growth", rank_among="china")
PER_YEAR = indicator("stations_a_year", measure="level", unit="个/年")
GIANTS = indicator("giants", measure="level", unit="家", timing="list", concept="giants")
GAP = indicator("gap", measure="gap", unit="百分点", gap_of="growth", gap_to="china")

AGAIN = SOURCE.model_copy(update={"id": "bureau_2020"})
"""Another publication of the same publisher."""
PAPER = SOURCE.model_copy(update={"id": "paper", "publisher": Text(zh="日报", en="daily")})
DOUBT = frozenset({"scope"})


# Each kind, and what is no such pair

ONE = {"region": "jiangxi", "value": 20}
Change = dict[str, Any]
YEAR, BEFORE = {"period": "2021"}, {"period": "2020"}
RELATED_PAIRS: list[tuple[Kind, Change, Change, list[Change]]] = [
    ("part", {"indicator": LEVEL, "region": "jian"}, {"indicator": LEVEL},
     [{"region": "hebei"}, {"period": "2021"}, {"edition": "final"}, {"inferred": DOUBT}, {"status": "target"},
      {"indicator": STOCK, "period": "2021-06"}, {"indicator": GROWTH}]),
    ("part", {"indicator": LEVEL}, {"indicator": LEVEL, "region": "china"}, [{"period": "2021"}, {"qualifier": "over"}]),
    ("nested", {"indicator": SOME}, {"indicator": ALL},
     [{"region": "hebei"}, {"period": "2021"}, {"edition": "final"}, {"inferred": DOUBT}, {"status": "target"},
      {"indicator": OTHERS}, {"indicator": indicator("b", measure="level", unit="家", scope="divisions")},
      {"indicator": indicator("c", measure="share", unit="个", scope="divisions")}]),
    ("branch", {"indicator": BRANCH}, {},
     [{"region": "hebei"}, {"period": "2021"}, {"edition": "final"}, {"inferred": DOUBT}, {"status": "target"},
      {"indicator": indicator("all", scope="all")}, {"indicator": indicator("current", prices="current")},
      {"indicator": indicator("two", measure="growth_two_year_average")}]),
    ("branch", {"indicator": BRANCH}, {"indicator": OTHER_BRANCH}, [{"region": "china"}, {"inferred": DOUBT}]),
    ("two_points", YEAR, {"period": "2015"},
     [{"region": "hebei"}, {"period": "2015-01/2015-10"}, {"source": AGAIN}, {"source": PAPER}, {"qualifier": "over"},
      {"edition": "final"}, {"inferred": DOUBT}, {"status": "target"}, {"indicator": BRANCH}]),
    ("two_points", {"indicator": STOCK, "period": "2020-12"}, {"indicator": STOCK, "period": "2021-05"},
     [{"source": PAPER}, {"value_to": Decimal(30)}]),
    ("same_unknown", YEAR | {"inferred": DOUBT}, {"period": "2015", "inferred": DOUBT},
     [{"inferred": frozenset()}, {"inferred": frozenset({"denominator"})}, {"source": AGAIN}, {"qualifier": "about"},
      {"region": "hebei"}, {"edition": "final"}, {"status": "target"}]),
    ("same_unknown", YEAR, {"period": "2015", "inferred": frozenset({"period"})}, [{"source": AGAIN}]),
    ("base", {"indicator": RANK} | YEAR, {"indicator": RANK, "source": AGAIN} | BEFORE,
     [{"region": "hebei"}, {"period": "2019"}, {"period": "2020-01/2020-10"}, {"source": PAPER}, {"edition": "final"},
      {"inferred": frozenset({"period"})}, {"status": "target"}, {"indicator": GROWTH}]),
    ("base", {"indicator": STOCK, "period": "2021-05"}, {"indicator": STOCK, "period": "2020-12", "source": PAPER},
     [{"period": "2020-05", "source": PAPER}, {"inferred": DOUBT}, {"edition": "final"}, {"region": "jian"}]),
    ("base", {"period": "2021-01/2021-05"}, {"source": PAPER} | BEFORE,
     [{"period": "2021-01/2021-03"}, {"period": "2020-01/2020-03"}, {"period": "2019"}]),
    ("target", {"status": "target"} | YEAR, {"source": AGAIN} | BEFORE,
     [{"region": "hebei"}, {"period": "2019"}, {"source": PAPER}, {"edition": "final"}, {"inferred": DOUBT},
      {"status": "forecast"}, {"status": "target"}, {"indicator": BRANCH}]),
    ("target", {"status": "target"} | YEAR, {"source": PAPER, "period": "2021-01/2021-05"},
     [{"period": "2021-02/2021-05"}, {"period": "2022"}, {"inferred": DOUBT}, {"status": "policy"}]),
    ("target", {"status": "target", "indicator": STOCK, "period": "2021-12"},
     {"indicator": STOCK, "period": "2021-05", "source": PAPER}, [{"period": "2020-11"}, {"period": "2022-01"}]),
    ("target", {"status": "target", "indicator": PER_YEAR} | YEAR, {"indicator": PER_YEAR, "period": "2016/2020"},
     [{"source": PAPER}, {"period": "2016/2019"}]),
    ("target", {"status": "target", "period": "2021/2025"}, {"period": "2021/2022"}, [{"source": PAPER}]),
    ("series", {"period": "2021-01/2021-03"}, {"period": "2021-01/2021-06", "source": PAPER},
     [{"region": "hebei"}, {"edition": "final"}, {"inferred": DOUBT}, {"status": "target"}, {"indicator": BRANCH}]),
    ("series", {"indicator": GAP}, {"indicator": GAP, "period": "2021"}, [{"region": "hebei"}]),
]  # fmt: skip


LESS: dict[Kind, tuple[Kind, ...]] = {
    "part": ("other_level",),
    "two_points": ("base",),
    "series": ("target", "own_benchmark"),
}
"""What a pair that is no longer of a kind may still be."""


def ids(case: tuple[Kind, Change, Change, list[Change]]) -> str:
    return f"{case[0]} {case[2].get('indicator', GROWTH).id}"


@pytest.mark.parametrize(("kind", "first", "second", "others"), RELATED_PAIRS, ids=map(ids, RELATED_PAIRS))
def test_what_relates_two_figures_and_what_doesnt(
    observe: Observe, kind: Kind, first: Change, second: Change, others: list[Change]
) -> None:
    """``others`` change the second figure, each so that it is no longer of this kind."""
    a = observe(**(ONE | first))
    b = observe(**(ONE | second))
    assert verdict(a, b).kind == verdict(b, a).kind == kind
    for other in others:
        changed = observe(**(ONE | second | other))
        assert verdict(a, changed) == verdict(changed, a)
        assert verdict(a, changed).kind != kind, other
        assert not verdict(a, changed).ranked, other
        assert not verdict(a, changed).joined, other
        assert not verdict(a, changed).one_row or verdict(a, changed).kind in LESS.get(kind, ()), other


UNSAID = {"measure": "count", "unit": "个", "scope": None}
UNRELATED: list[tuple[str, Change, Change, Kind]] = [
    ("growth is no part of growth", {"region": "jian"}, {}, "other_level"),
    ("revenue and profit", {"indicator": LEVEL}, {"indicator": LEVEL.model_copy(update={"id": "profit"})},
     "other_basis"),
    ("counts of whom isn't said", {"indicator": indicator("a", **UNSAID)}, {"indicator": indicator("b", **UNSAID)},
     "other_basis"),
    ("two totals", {}, {"indicator": indicator("profit_growth")}, "other_basis"),
    ("a branch's amount around an amount", {"indicator": LEVEL},
     {"indicator": LEVEL.model_copy(update={"id": "electronics", "industry": "electronics"})}, "other_basis"),
    ("a stock of more than a year before the target's end", {"indicator": STOCK, "status": "target", "period": "2021-12"},
     {"indicator": STOCK, "period": "2020-11"}, "other_basis"),
    ("a stock and one of two years later", {"indicator": STOCK, "period": "2021-12", "source": AGAIN},
     {"indicator": STOCK, "period": "2019-12"}, "series"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "first", "second", "kind"), UNRELATED, ids=[one[0] for one in UNRELATED])
def test_what_is_alike_by_chance_is_unrelated(
    observe: Observe, name: str, first: Change, second: Change, kind: Kind
) -> None:
    a, b = observe(**(ONE | first)), observe(**(ONE | second))
    assert verdict(a, b).kind == verdict(b, a).kind == kind


def test_what_related_figures_are_told_of_is_why_they_arent_compared(observe: Observe) -> None:
    """The kind says how a pair may be drawn, the reason why it doesn't stand side by side."""
    for kind, first, second, _ in RELATED_PAIRS:
        found = verdict(observe(**(ONE | first)), observe(**(ONE | second)))
        codes = {
            "part": "level", "nested": "concept", "branch": "basis", "same_unknown": "inferred", "target": "status"
        }  # fmt: skip
        assert found.reason.code in (codes.get(kind, "period"), "concept", "own_benchmark"), kind


def test_a_share_stands_on_its_own_whole_alone(observe: Observe) -> None:
    city, province = (observe(region, 20, indicator=LEVEL) for region in ("jian", "jiangxi"))
    share = share_of_parent(city, province)
    assert verdict(share, province).kind == verdict(province, share).kind == "part"
    for other in (
        observe("jiangxi", 30, indicator=LEVEL),
        observe("hebei", 20, indicator=LEVEL),
        observe("jiangxi", 20, indicator=LEVEL, period="2021"),
        city,
        share_of_parent(replace(city, value=Decimal(4)), province),
    ):
        assert verdict(share, other).kind != "part"


@pytest.mark.parametrize("qualifier", fields.QUALIFIERS[1:])
def test_an_open_figure_has_no_share_and_no_rank(observe: Observe, qualifier: str) -> None:
    """An open level still stands below its province's, with an open end."""
    city = observe("jian", 20, indicator=LEVEL, qualifier=qualifier)
    assert verdict(city, observe("jiangxi", 90, indicator=LEVEL)).kind == "other_level"


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ({"period": "2015"}, {"period": "2020"}, True),
        ({"period": "2020-01/2020-10"}, {"period": "2021-01/2021-10"}, True),
        ({"period": "2020-01/2020-06"}, {"period": "2021-01/2021-10"}, False),
        ({"period": "2020"}, {"period": "2021-01/2021-10"}, False),
        ({"period": "2020"}, {"period": "2020"}, False),
        ({"period": "2015"}, {"period": "2020", "source": AGAIN}, False),
        ({"period": "2015"}, {"period": "2020", "edition": "final"}, False),
        ({"period": "2015"}, {"period": "2020", "inferred": frozenset({"period"})}, True),
        ({"period": "2015"}, {"period": "2020", "inferred": frozenset({"denominator"})}, False),
        ({"period": "2015-12", "indicator": STOCK}, {"period": "2021-10", "indicator": STOCK}, True),
    ],
)
def test_which_points_may_be_joined(observe: Observe, one: Change, other: Change, may: bool) -> None:
    first, second = observe("shaanxi", 5.2, **one), observe("shaanxi", 7.8, **other)
    assert verdict(first, second).joined is verdict(second, first).joined is may


@pytest.mark.parametrize(
    ("period", "timing", "earlier"),
    [("2021", "flow", "2020"), ("2021-12", "stock", "2020-12"), ("2021/2025", "flow", "2016/2020")],
)
def test_the_base_is_of_the_period_before(period: str, timing: str, earlier: str) -> None:
    assert str(base_period(periods.parse(period, timing))) == earlier


def test_the_tables_bear_out_every_kind(tables: Tables) -> None:
    seen: Counter[str] = Counter()
    for a, b in meeting(tables):
        assert not wrong(a, b), f"{a.id} and {b.id}"
        seen[verdict(a, b).kind] += 1
    assert set(seen) >= {*AROUND, *IN_A_ROW, "series", "same_unknown", "same_edition"}


INDICATORS = (LEVEL, STOCK, ALL, SOME, OTHERS, GROWTH, BRANCH, OTHER_BRANCH, RANK, PER_YEAR, GIANTS, GAP)
WHEN = (
    "2021",
    "2020",
    "2021-01/2021-06",
    "2020-01/2020-06",
    "2021-12",
    "2020-12",
    "2021-06",
    "2016/2020",
    "2021/2025",
)
USUAL: dict[str, Any] = {
    "edition": "", "status": "actual", "inferred": frozenset(), "qualifier": "", "source": SOURCE, "value_to": None,
    "derivation": None,
}  # fmt: skip
FACTS: dict[str, tuple[Any, ...]] = {
    "region": tuple(REGIONS),
    "indicator": INDICATORS,
    "period": WHEN,
    "edition": ("", "final"),
    "status": fields.STATUSES,
    "inferred": (frozenset(), *(frozenset({one}) for one in fields.INFERRED)),
    "qualifier": fields.QUALIFIERS,
    "source": (SOURCE, AGAIN, PAPER),
    "value_to": (None, Decimal(30)),
    "derivation": (None, Derivation("gap", (), Decimal("19.9"), Decimal("20.1"))),
}
PAIRS = 20_000


def turned(chance: Random, told: Change, most: int) -> Change:
    """The same with up to so many facts of another kind."""
    names = chance.sample(sorted(FACTS), chance.randint(0, most))
    return told | {name: chance.choice(FACTS[name]) for name in names}


def by_lot(observe: Observe) -> Iterator[tuple[Observation, Observation]]:
    """Pairs of figures that differ in a few facts, so that every kind of verdict is met."""
    chance = Random(0)
    for _ in range(PAIRS):
        usual = {name: chance.choice(FACTS[name]) for name in ("region", "indicator", "period")}
        one = turned(chance, USUAL | usual, 1)
        try:
            yield observe(value=20, id="one", **one), observe(value=20, id="other", **turned(chance, one, 3))
        except periods.PeriodError:
            continue  # a stock has no run of months


def test_any_two_figures_bear_out_their_kind(observe: Observe) -> None:
    seen: Counter[str] = Counter()
    for a, b in by_lot(observe):
        found = verdict(a, b).kind
        assert not wrong(a, b), f"{a} and {b}"
        seen[found] += 1
        for part, whole in ((a, b), (b, a)):
            if found == "part" and part.region.parent == whole.region.id:
                assert verdict(share_of_parent(part, whole), whole).kind == "part"
    assert set(seen) == set(get_args(Kind))
