"""Which period is compared where none is asked for, and what else can be chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.rules.comparison import Question, compare, nearest
from industry.rules.lock import leading_edition
from industry.tables.tables import Tables
from industry.vocabulary.focus import Focus
from tests.books import Handmade, indicator

REGIONS = ("jiangxi", "jian", "hebei", "shaanxi")
Held = dict[str, tuple[str, ...]]


def book(held: Held, **more: object) -> Handmade:
    """Growth of regions over periods."""
    made = Handmade(indicator("growth", "growth_yoy", **more))
    for region, periods in held.items():
        for number, period in enumerate(periods):
            made.add(region, "growth", period, f"{number + len(region)}.{number}%")
    return made


def locked(held: Held, focus: str, regions: tuple[str, ...] = REGIONS) -> str:
    """What is compared of what is held, when this year is looked at."""
    return str(compare(book(held), Question("growth", regions, year=focus)).lock or "")


SHARED: Held = {
    "jiangxi": ("2020-01/2020-06", "2021-01/2021-03", "2021-01/2021-06", "2022"),
    "hebei": ("2020-01/2020-06", "2021-01/2021-03", "2021-01/2021-10", "2022"),
    "shaanxi": ("2020-01/2020-06", "2021-01/2021-03", "2021-01/2021-09"),
    "china": ("2021-01/2021-06", "2021-01/2021-09"),
}


@pytest.mark.parametrize(
    ("held", "focus", "lock"),
    [
        (
            SHARED,
            "2021",
            "2021-01/2021-03",
        ),  # what most provinces share, though two have later ones with the country
        (SHARED, "2020", "2020-01/2020-06"),
        (SHARED, "2022", "2022"),
        (SHARED, "2024", "2022"),  # the nearest earlier year
        (SHARED, "2019", ""),  # never a later one
        (SHARED, "latest", "2022"),
        (
            {one: SHARED[one] for one in ("jiangxi", "china")},
            "2021",
            "2021-01/2021-06",
        ),  # one beside the country
        ({"jiangxi": ("2021-01/2021-06",), "jian": ("2021-01/2021-06",)}, "2021", "2021-01/2021-06"),
        (
            {"hebei": ("2021-01/2021-06",), "jian": ("2021-01/2021-06",)},
            "2021",
            "",
        ),  # a city beside a strange province
    ],
)
def test_the_year_looked_at(held: Held, focus: str, lock: str) -> None:
    assert locked(held, focus) == lock


def test_of_equals_the_one_that_the_country_holds_then_the_newest() -> None:
    both = ("2021-01/2021-03", "2021-01/2021-06")
    assert locked({"jiangxi": both, "hebei": both}, "2021") == both[1]
    assert locked({"jiangxi": both, "hebei": both, "china": both[:1]}, "2021") == both[0]
    assert locked({"jiangxi": both, "hebei": both, "china": both}, "2021") == both[1]


@pytest.mark.parametrize(
    ("older", "lock"),
    [
        ("2026-01/2026-06", "2026-01/2026-06"),  # three months older, of one year, shared by more
        ("2026-01/2026-05", "2026-01/2026-09"),  # four months older
        ("2025", "2026-01/2026-09"),  # of another year
    ],
)
def test_of_the_latest_a_recent_one_that_more_share(older: str, lock: str) -> None:
    newest = "2026-01/2026-09"
    held = {"jiangxi": (older, newest), "hebei": (older, newest), "shaanxi": (older,)}
    assert locked(held, "latest") == lock


def test_the_latest_is_one_that_two_provinces_share() -> None:
    held = {"jiangxi": ("2025", "2026-01/2026-09"), "hebei": ("2025",), "china": ("2025", "2026-01/2026-09")}
    assert locked(held, "latest") == "2025"
    assert locked(held, "latest", ("jiangxi",)) == "2026-01/2026-09"


@pytest.mark.parametrize(
    ("shared", "lock"),
    [("2025", "2025"), ("2024", "2026-01/2026-09"), ("2021", "2026-01/2026-09")],  # a year older, or more
)
def test_what_two_provinces_share_is_not_the_latest_for_years(shared: str, lock: str) -> None:
    """Else the latest would show an older period than the years after it do, which fall back no further."""
    alone = "2026-01/2026-09"
    held = {"jiangxi": (shared, alone), "hebei": (shared,), "china": (shared, alone)}
    assert locked(held, "latest") == lock
    assert locked(held, "2027") == alone


def test_where_nobody_compares_over_the_year_the_last_figure_up_to_it_is_told() -> None:
    held: Held = {
        "jiangxi": ("2020",),
        "hebei": ("2020",),
        "shaanxi": ("2021-01/2021-03", "2023", "2025-01/2025-06", "2026"),
    }

    def told(regions: tuple[str, ...] = REGIONS, **asked: str) -> str:
        (apart,) = compare(book(held), Question("growth", regions, **asked)).apart
        assert apart.verdict.kind == "other_period"
        return str(apart.row.period)

    assert told(year="2025") == "2025-01/2025-06"
    assert told(year="latest") == "2026"
    assert told(year="2020") == "2021-01/2021-03"  # there is none up to it, so the first after it
    assert told(period="2020", year="2025") == "2021-01/2021-03"  # the nearest to what is asked for


def told(held: Held, **asked: str) -> dict[str, str]:
    """The period of the figure that is told of each region beside what is drawn, or in its place."""
    found = compare(book(held), Question("growth", REGIONS, **asked))
    return {one.row.region.id: str(one.row.period) for one in (*found.apart, *found.newer)}


def test_a_figure_of_the_year_is_told_before_a_nearer_one_of_the_next() -> None:
    held = {
        "jiangxi": ("2023-01/2023-03", "2024-01/2024-04"),
        "hebei": ("2023",),
        "shaanxi": ("2023",),
    }
    assert told(held, year="2023") == {"jiangxi": "2023-01/2023-03"}
    assert told(held, period="2023") == {"jiangxi": "2023-01/2023-03"}


def test_an_earlier_figure_is_told_before_a_later_one() -> None:
    held = {"jiangxi": ("2019", "2021-01/2021-02"), "hebei": ("2020",), "shaanxi": ("2020",)}
    assert told(held, year="2020") == {"jiangxi": "2019"}


def test_a_figure_of_the_year_asked_for_is_told_before_a_nearer_one_of_the_year_before() -> None:
    when = "2023-01/2023-03"
    held = {"jiangxi": ("2022", "2023"), "hebei": (when,), "shaanxi": (when,)}
    assert told(held, period=when) == {"jiangxi": "2023"}


def test_what_is_drawn_of_an_earlier_year_has_the_years_own_beside_it() -> None:
    held = {"jiangxi": ("2020", "2021", "2023-01/2023-03", "2024"), "hebei": ("2020",), "shaanxi": ("2022",)}
    assert told(held, year="2023") == {"jiangxi": "2023-01/2023-03", "shaanxi": "2022"}
    assert told(held, year="latest") == {"jiangxi": "2024", "shaanxi": "2022"}
    assert told(held, period="2020") == {"shaanxi": "2022"}


def test_what_can_be_chosen_is_all_that_compares_of_any_year() -> None:
    found = compare(book(SHARED), Question("growth", REGIONS, year="2021"))
    assert [str(one) for one in found.candidates] == [
        "2021-01/2021-03", "2021-01/2021-09", "2021-01/2021-06", "2022", "2020-01/2020-06",
    ]  # fmt: skip


def test_a_period_asked_for_is_compared_whatever_the_year(tables: Tables) -> None:
    asked = compare(tables, Question("value_added_growth", REGIONS, "2022"))
    assert str(asked.lock) == "2022"
    assert [row.region.id for row in asked.ranked] == ["jiangxi", "shaanxi"]


def test_a_city_alone_is_compared_with_its_province() -> None:
    when = ("2021-01/2021-06",)
    found = compare(
        book({"jiangxi": when, "jian": when, "china": when}), Question("growth", ("jian",), year="2021")
    )
    assert [row.region.id for row in found.drawn] == ["jiangxi", "jian"] and found.benchmark


def test_amounts_are_not_compared_with_the_country() -> None:
    made = Handmade(indicator("profit", unit="亿元"))
    for region in ("jiangxi", "china"):
        made.add(region, "profit", "2021", "100亿元")
    assert compare(made, Question("profit", REGIONS, year="2021")).lock is None


def test_of_several_editions_the_one_released_last_that_most_hold() -> None:
    made = Handmade(indicator("gdp", unit="亿元"))
    made.catalogue.config.__dict__["editions"] = {"first_release": None, "final": None, "census_5": None}
    for region, editions in {
        "jiangxi": ("first_release", "final", "census_5"),
        "hebei": ("first_release", "final"),
    }.items():
        for edition in editions:
            made.add(region, "gdp", "2021", "100亿元", edition=edition)
    assert str(compare(made, Question("gdp", REGIONS, year="2021")).lock) == "2021@final"


@given(st.sets(st.integers(2000, 2030), min_size=1), st.integers(2000, 2030))
def test_the_nearest_figure_is_the_latest_until_the_year_else_the_first_after_it(
    held: set[int], year: int
) -> None:
    made = book({"hebei": tuple(map(str, held))})
    found = nearest(made.rows("growth"), "hebei", None, Focus(year))
    before = [one for one in held if one <= year]
    assert found is not None and str(found.row.period) == str(max(before) if before else min(held))


@pytest.mark.parametrize(
    ("older", "newer", "led"),
    [(8, 8, "new"), (8, 7, "new"), (8, 5, "new"), (8, 4, "old"), (8, 0, "old"), (1, 8, "new"), (0, 0, "")],
)
def test_a_series_is_of_the_last_edition_of_which_more_than_half_as_much_is_held(
    older: int, newer: int, led: str
) -> None:
    book = Handmade(indicator("level", unit="亿元"))
    for edition, count in (("old", older), ("new", newer)):
        for year in range(count):
            for source in ("a", "b"):
                book.add("jiangxi", "level", str(2010 + year), "10亿元", edition=edition, source=source)
    assert leading_edition(book.all, ["old", "new"].index) == led


def test_of_editions_of_which_none_was_released_after_the_other_that_of_most_figures_leads() -> None:
    book = Handmade(indicator("level", unit="亿元"))
    for edition, count in (("a", 8), ("b", 5)):
        for year in range(count):
            book.add("jiangxi", "level", str(2010 + year), "10亿元", edition=edition)
    assert leading_edition(book.all, lambda edition: -1) == "a"
