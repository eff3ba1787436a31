"""Of which period, edition and way what is left out is told: no more than keeps the figure itself from being drawn, or a later one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry.figures.record import Figure
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.slide import NOTHING, Choices
from tests.figures.drawing import row_panels
from tests.figures.specs import made
from tests.figures.test_honesty import CATALOGUE
from tests.figures.test_kept_apart import OPEN, OTHER, UNSTATED, Indexed

GROWTH, STRATEGIC = "value_added_growth", "strategic_growth"
TO_MAY, TO_APRIL = "2021-01/2021-05", "2021-01/2021-04"
Change = Callable[[Observation], Observation | None]


def book(tables: Tables, indicators: Iterable[str], change: Change, *more: Observation) -> Indexed:
    """The rows of these indicators as ``change`` has them, None for those that it leaves out, and ``more``."""
    rows = (change(row) for id in indicators for row in tables.rows(id))
    return Indexed(CATALOGUE, [*(row for row in rows if row), *more])


def where(region: str, indicator: str, period: str, **change: Any) -> Change:
    """That changes one figure, or leaves it out where nothing is said of how."""

    def of(row: Observation) -> Observation | None:
        if (row.region.id, row.indicator.id, str(row.period)) != (region, indicator, period):
            return row
        return replace(row, **change) if change else None

    return of


def both(*changes: Change) -> Change:
    def of(row: Observation) -> Observation | None:
        found: Observation | None = row
        for one in changes:
            found = one(found) if found else None
        return found

    return of


def over(row: Observation, when: str, value: str, **change: Any) -> Observation:
    """Another figure of the indicator and region of ``row``."""
    period: Period = parse(when, row.indicator.timing)
    more = {"id": f"{row.id} {when} {value}", "value": Decimal(value), "as_printed": f"{value}%"}
    return replace(row, period=period, step=Decimal("0.1"), **(more | change))


def first(tables: Tables, indicator: str, region: str) -> Observation:
    return next(row for row in tables.rows(indicator, region) if row.exact and comparable(row))


def notices(figure: Figure) -> str:
    return "\n".join(figure.frame.notices)


MARGIN = ("profit_margin", "profit", "revenue")


@pytest.mark.parametrize(
    ("change", "told", "untold"),
    [
        (
            where("jiangxi", "profit", TO_MAY, **OTHER),
            ["江西规上工业利润总额982亿元", "江西6.0%（推算）（2021年1—4月）"],
            [],
        ),
        (
            both(where("jiangxi", "profit", TO_MAY, **OTHER), where("jiangxi", "revenue", TO_MAY, **OTHER)),
            ["江西6.23%（推算）（2021年1—5月）"],
            ["982亿元", "15760.9亿元"],
        ),
        (
            both(where("china", "profit_margin", TO_MAY), where("china", "profit", TO_MAY, **OPEN)),
            ["全国规上工业利润总额超34247.4亿元"],
            [],
        ),
    ],
)
def test_terms_are_told_of_what_could_be_worked_out_and_isn_t_told_itself(
    tables: Tables, change: Change, told: list[str], untold: list[str]
) -> None:
    ids = (*MARGIN, "profit_margin_gap_parent")
    said = notices(made(book(tables, ids, change), "bars", indicator="profit_margin", period=TO_MAY))
    assert all(one in said for one in told) and not any(one in said for one in untold), said


def test_a_term_that_isn_t_exact_is_told_beside_a_figure_of_another_edition(tables: Tables) -> None:
    more = over(
        first(tables, "profit_margin", "hebei"), TO_MAY, "7.0", **OTHER, region=CATALOGUE.regions["jiangxi"]
    )
    change = where("jiangxi", "profit", TO_MAY, **OPEN)
    said = notices(made(book(tables, MARGIN, change, more), "bars", indicator="profit_margin", period=TO_MAY))
    assert "江西7.0%（2021年1—5月）" in said and "江西规上工业利润总额超982亿元" in said


def branches(tables: Tables, change: Change, *more: Observation, **spec: Any) -> Figure:
    held = book(tables, (GROWTH, STRATEGIC), change, *more)
    return made(held, "branches", regions=("jiangxi",), indicator=GROWTH, indicators=(STRATEGIC,), **spec)


def test_of_branches_of_two_editions_those_of_the_later_stand_whichever_is_listed_first(
    tables: Tables,
) -> None:
    own = [first(tables, id, "jiangxi") for id in (GROWTH, STRATEGIC)]
    for editions in (("first_release", "census_5"), ("census_5", "first_release")):
        rows = [over(row, "2023", "7.0", edition=one) for one in editions for row in own]
        (panel,) = row_panels(branches(tables, lambda row: None, *rows, period="2023"))
        assert {mark.row.edition for row in panel.rows for mark in row.marks if mark.row} == {"census_5"}


def test_later_branches_that_a_doubt_keeps_away_are_told_and_none_that_end_with_those_that_stand(
    tables: Tables,
) -> None:
    own = [first(tables, id, "jiangxi") for id in (GROWTH, STRATEGIC)]
    held = [over(row, "2021-01/2021-04", "7.0") for row in own]
    ends = [
        over(row, "2021-03/2021-04", "8.1", edition=one)
        for row, one in zip(own, ("", "census_5"), strict=True)
    ]
    later = [
        over(row, "2021-01/2021-07", "9.1", edition=one)
        for row, one in zip(own, ("", "census_5"), strict=True)
    ]
    figure = branches(tables, lambda row: None, *held, *ends, *later)
    said = notices(figure)
    assert figure.panels and "9.1%" in said and "8.1%" not in said


def test_a_share_of_which_something_isn_t_stated_is_told_of_the_period_that_stands_alone(
    tables: Tables,
) -> None:
    ids = ("industries_total", "industries_growing", "industries_growing_share")
    spec = {"indicators": ids[:2], "regions": ("jian",), "period": TO_APRIL}
    (own,) = tables.rows(ids[2], "jian")
    then = over(own, "2020", "93.3", **UNSTATED)
    said = notices(
        made(book(tables, ids, where("jian", ids[2], TO_APRIL, **UNSTATED), then), "breadth", **spec)
    )
    assert "94.1%" in said and "93.3%" not in said


def gap(rows: Iterable[Observation], chosen: Choices = NOTHING) -> Figure:
    held = Indexed(CATALOGUE, [*rows])
    return made(held, "gap", regions=("hebei",), chosen=chosen, indicator=GROWTH)


def test_of_gaps_those_are_told_that_would_be_later_and_run_from_the_same_month(tables: Tables) -> None:
    own, whole = (first(tables, GROWTH, id) for id in ("hebei", "china"))
    drawn = [over(row, "2021-01/2021-03", "5.0") for row in (own, whole)]
    later = [over(own, "2021-01/2021-06", "6.1", edition="census_5"), over(whole, "2021-01/2021-06", "6.2")]
    quarter = [over(own, "2021-07/2021-09", "7.1", edition="census_5"), over(whole, "2021-07/2021-09", "7.2")]
    said = notices(gap([*drawn, *later, *quarter]))
    assert "6.1%" in said and "6.2%" in said and "7.1%" not in said
    asked = replace(Choices(), period="2021-01/2021-03", regions=("hebei",))
    assert notices(gap([*drawn, *later, *quarter], asked)) == "", "nobody asks for later ones"
    alone = notices(gap([drawn[0], over(own, "2021-01/2021-06", "6.1", **UNSTATED), later[1]]))
    assert "5.0%" in alone and "6.1%" in alone, "the country's is lacking for the period that would stand"


@pytest.mark.parametrize("change", [OTHER, UNSTATED])
def test_averages_that_stand_beside_no_gap_of_growth_have_not_its_reason(
    tables: Tables, change: dict[str, Any]
) -> None:
    ids = (GROWTH, "value_added_growth_two_year")
    own = {"jiangxi": "2021-01/2021-06", "shaanxi": "2021-01/2021-09"}
    held = book(tables, ids, where("china", GROWTH, own["jiangxi"], **change))
    figure = made(held, "gap", regions=tuple(own), indicator=GROWTH, own_periods=own)
    growth, averages = (
        [str(row.text) for row in panel.rows if "江西" in row.name] for panel in row_panels(figure)
    )
    assert "全国15.9%" in growth[0] and averages == ["无同比增速之差，不列"]


def test_reasons_of_two_periods_that_read_alike_are_two(tables: Tables) -> None:
    own, whole = (
        {id: first(tables, GROWTH, id) for id in ("hebei", "jiangxi")},
        first(tables, GROWTH, "china"),
    )
    periods = {"hebei": "2021-01/2021-03", "jiangxi": "2021-01/2021-06"}
    rows = [over(own[id], when, "5.0") for id, when in periods.items()]
    country = [over(whole, when, "6.0", qualifier="over") for when in periods.values()]
    held = Indexed(CATALOGUE, [*rows, *country])
    figure = made(held, "gap", regions=("hebei", "jiangxi"), indicator=GROWTH)
    assert set(country) <= {row for one in figure.frame.notices for row in one.rows}


def shares(rows: Iterable[Observation]) -> str:
    held = Indexed(CATALOGUE, [*rows])
    return notices(made(held, "share", regions=("jian",), indicators=("gdp",)))


def test_where_no_share_can_be_had_the_figure_beside_which_the_whole_is_held_is_told(tables: Tables) -> None:
    own, whole = (next(iter(tables.rows("gdp", id))) for id in ("jian", "jiangxi"))
    rows = [
        over(own, "2020", "2100.0"),
        over(own, "2021", "2200.0"),
        over(whole, "2020", "25000.0", edition=own.edition, **UNSTATED),
    ]
    said = shares(rows)
    assert "2100.0" in said and "2200.0" not in said and "材料未注明统计范围" in said
    assert "2200.0" in shares(rows[:2])


def test_of_a_region_without_figures_until_the_year_looked_at_the_last_of_these_is_told(
    tables: Tables,
) -> None:
    own = next(iter(tables.rows("gdp", "jian")))
    until, later = over(own, "2021", "2200.0", **UNSTATED), over(own, "2023", "2400.0")
    assert "2200.0" in shares([until, later]) and "2400.0" not in shares([until, later])
    assert "2400.0" in shares([later])


@pytest.mark.parametrize(("when", "told"), [("2021-01/2021-07", True), ("2021-01/2021-08", False)])
def test_a_rank_of_other_months_is_told_of_where_the_figure_of_these_is_held(
    tables: Tables, when: str, told: bool
) -> None:
    """Beside which alone it could stand."""
    rank = f"{GROWTH}_rank_china"
    (own,) = tables.rows(rank, "jiangxi")
    held = book(tables, (GROWTH, rank), lambda row: row, over(own, when, "9", **UNSTATED))
    said = made(held, "table", indicators=(GROWTH,), beside="rank").frame.note
    assert ("第9位" in said) == told, said
