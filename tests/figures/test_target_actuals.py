"""What the tables hold of a target's own year: told in the figure, listed in its table, and the sentence that none is
held stands only where that is so. The oracle looks at the rows alone, not at what the product found of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.figures.kinds.target import target
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.observation import Observation
from tests.conftest import world
from tests.figures.drawing import Changed, drawn, named

NONE = {"zh": "未收录目标年度内的实际值", "en": "no actual figure within the year"}
RANK = "electronics_revenue_rank_parent"
JIAN = [row for one in world().catalogue.indicators for row in world().rows(one, "jian")]
AIMS = [
    row for row in JIAN
    if row.status == "target" and row.period and row.period.year == 2021 and "period" not in row.inferred
]  # fmt: skip
CLOSINGS = {
    id: one.closing_of.added for id, one in world().catalogue.indicators.items() if one.closing_of is not None
}
"""The stocks that an addition leads to."""


def made(indicator: str, period: str, value: str, status: Any = "actual", **more: Any) -> Observation:
    """A row of Ji'an as its bureau would print it."""
    like = next(row for row in JIAN if row.indicator.id == "designated_enterprises" and not row.derived)
    one = world().catalogue.indicators[indicator]
    when = periods.parse(period, one.timing)
    id = f"jian:{indicator}:{period}:{value}:{status}"
    told = {"inferred": frozenset(), **more}
    return replace(
        like, id=id, indicator=one, period=when, value=Decimal(value), status=status, edition="", **told
    )


def figure(*rows: Observation, language: str = "zh") -> Figure:
    return drawn(Changed(world(), rows), target, "targets_jian", language)


@pytest.mark.parametrize(("row", "stock", "said"), [
    (("stations_5g_added", "2021-01/2021-04", "500"), "stations_5g",
     "新增：2021年1—4月500个，完成目标的25.0%，慢于时序进度8.3个百分点"),
    (("designated_enterprises_added_net", "2021-01/2021-06", "-60"), "designated_enterprises",
     "净增：2021年1—6月−60家，不计完成比例"),
    (("stations_5g_added", "2021-04/2021-06", "300"), "stations_5g", "新增：2021年4—6月300个，不计完成比例"),
    (("project_start_rate", "2021-01/2021-04", "90"), "project_start_rate", "2021年1—4月90%，未满全年，不计进度"),
    (("project_start_rate", "2021", "90"), "project_start_rate", "2021年90%，不与目标对照"),
    (("renovation_benchmarks_built", "2021-01/2021-04", "3"), "renovation_benchmarks_built", "3个（2021年1—4月）"),
])  # fmt: skip
def test_what_is_held_of_the_year_is_told_beside_its_target(
    tables: Tables, row: tuple[str, str, str], stock: str, said: str
) -> None:
    more = made(*row)
    shown = figure(more)
    drawn_row = named(tables, shown, stock)
    texts = [drawn_row.detail, *(mark.text for mark in drawn_row.marks)]
    assert any(said in text for text in texts), texts
    assert more in shown.rows and NONE["zh"] not in shown.frame.subtitle


def test_the_stock_and_its_addition_are_both_told(tables: Tables) -> None:
    shown = named(
        tables,
        figure(made("stations_5g", "2021-04", "3200"), made("stations_5g_added", "2021-01/2021-04", "500")),
        "stations_5g",
    )
    assert "新增：2021年1—4月500个，完成目标的25.0%" in shown.detail
    assert "3200个（2021年4月末）" in [mark.text for mark in shown.marks]


@pytest.mark.parametrize(("language", "said"), [
    ("zh", "第3位（2021年）（上年第1位；2021年1—4月第2位）"), ("en", "3rd (2021) (the year before: 1st; Jan–Apr 2021: 2nd)"),
])  # fmt: skip
def test_a_place_reached_inside_the_year_is_told(language: str, said: str) -> None:
    now = made(RANK, "2021-01/2021-04", "2")
    shown = figure(made(RANK, "2021", "3", "target"), now, language=language)
    assert said in shown.frame.notices[0]
    assert now in shown.rows and NONE[language] not in shown.frame.subtitle


def test_a_status_is_said_once_in_the_table() -> None:
    header_and_cells = [cell for row in figure().table.rows for cell in row]
    assert not any("目标（" in cell or cell.count("实际") > 1 for cell in header_and_cells)


@cache
def watched() -> frozenset[str]:
    """The indicators of the targets shown, and the additions to their stocks."""
    ids = {row.indicator.id for row in AIMS}
    stocks = {stock for stock, added in CLOSINGS.items() if added in ids}
    ids |= stocks
    return frozenset(ids | {CLOSINGS[id] for id in ids if id in CLOSINGS})


OTHERS = ["industrial_value_added_growth", RANK, "stations_5g", "stations_5g_added", "designated_enterprises"]
INDICATORS = sorted(watched() | {one for one in OTHERS if one in world().catalogue.indicators})


@st.composite
def rows(draw: st.DrawFn) -> Observation:
    id = draw(st.sampled_from(INDICATORS))
    one = world().catalogue.indicators[id]
    first = draw(st.integers(1, 12))
    last = draw(st.integers(first, 12))
    year = draw(st.sampled_from([2020, 2021, 2021, 2021, 2022]))
    when = f"{year}-{last:02}" if one.timing != "flow" else f"{year}-{first:02}/{year}-{last:02}"
    when = f"{year}-{first:02}" if one.timing == "flow" and first == last else when
    value = draw(st.integers(1, 9) if one.measure == "rank" else st.integers(-90, 900))
    status = draw(st.sampled_from(["actual", "actual", "actual", "forecast"]))
    inferred = frozenset(draw(st.sampled_from([(), (), ("scope",), ("period",)])))
    return made(id, when, str(value), status, inferred=inferred)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(rows(), max_size=3, unique_by=lambda row: row.id),
    st.sets(st.sampled_from(sorted(watched()))),
    st.booleans(),
    st.sampled_from(["zh", "en"]),
)
def test_the_sentence_stands_only_where_no_actual_figure_of_the_year_is_held(
    more: list[Observation], gone: set[str], place: bool, language: str
) -> None:
    aimed = [made(RANK, "2021", "3", "target")] if place else []
    changed = Changed(
        world(), [*more, *aimed], lambda row: row.status == "target" and row.indicator.id in gone
    )
    shown = drawn(changed, target, "targets_jian", language)
    if not shown.panels:
        assert NONE[language] not in shown.frame.subtitle
        return
    aims = {row.indicator.id for row in shown.rows if row.status == "target" and row in [*AIMS, *aimed]}
    aims |= {row.indicator.id for row in shown.drawn if row.status == "target"}  # stocks derived from them
    aims |= {CLOSINGS[id] for id in aims if id in CLOSINGS}
    known = [row for row in (*JIAN, *more) if row.status == "actual" and row.indicator.id in aims]
    inside = [
        row for row in known if row.period and 2021 * 12 <= row.period.start <= row.period.end < 2022 * 12
    ]
    assert (NONE[language] in shown.frame.subtitle) == (not inside)
    for id in {row.indicator.id for row in inside}:
        assert any(row in shown.rows for row in inside if row.indicator.id == id), (
            f"{id} is held and not listed"
        )
