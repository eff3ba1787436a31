"""Names of sheets beside the period over their tables: in whichever words they agree nothing is asked, where they don't everything is."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.curation.importing.deciding import dating
from industry.curation.importing.reading.over import Over, over
from industry.curation.importing.reading.sayings import Sayer
from industry.tables.tables import Tables
from industry.text.alike import alike

WRITTEN = "零一二三四五六七八九十"
QUARTERS = {3: "一", 6: "二", 9: "三", 12: "四"}
RUNS = {3: ("一季度", "首季度"), 6: ("上半年",), 9: ("前三季度",), 12: ("全年",)}


def written(month: int) -> str:
    return WRITTEN[month] if month <= 10 else f"十{WRITTEN[month - 10]}"


def runs(year: int, month: int) -> list[str]:
    """From January to the end of a month, as a line says it of its figures."""
    said = [
        f"1-{month}月",
        f"1—{month}月",
        f"1～{month}月份",
        f"1至{month}月",
        f"前{month}个月",
        *RUNS.get(month, ()),
    ]
    return [f"{year}年{one}" for one in said]


def names(year: int, month: int) -> list[str]:
    """As a sheet of that month may be called."""
    whole = runs(year, month)
    alone = [f"{month}月", f"{month}月份", f"{month}月累计", f"{written(month)}月", f"{month}月末"]
    if month in QUARTERS:
        alone.append(f"{QUARTERS[month]}季度")
    of_year = [f"{year}年{one}" for one in alone]
    numbers = [
        f"{year}.{month}",
        f"{year}-{month:02}",
        f"{year}{month:02}",
        f"{year}.1-{month}",
        f"{year} 年 1-{month} 月",
    ]
    more = [
        f"一至{written(month)}月",
        f"年初至{month}月",
        f"1月-{month}月",
        f"{year}年1-{month}月 (2)",
        f"{year % 100}年1-{month}月",
    ]
    return [*whole, *(one.removeprefix(f"{year}年") for one in whole), *alone, *of_year, *numbers, *more]


def said(tables: Tables, lines: list[str], sheet: str) -> Over:
    return over(_sayer(tables), [alike(one) for one in lines], sheet)


@lru_cache(maxsize=1)
def _sayer(tables: Tables) -> Sayer:
    return Sayer(tables, None)


def months(found: Over) -> tuple[int, int] | None:
    one = dating.of((), found.label, None, True).when
    return (one.first, one.last) if one else None


ENDS = st.tuples(st.integers(2016, 2026), st.integers(2, 12))


@settings(max_examples=150, deadline=None)
@given(st.data(), ENDS)
def test_a_name_that_means_the_same_is_not_asked_about(
    tables: Tables, data: st.DataObject, end: tuple[int, int]
) -> None:
    year, month = end
    title = data.draw(st.sampled_from(runs(year, month)))
    sheet = data.draw(
        st.sampled_from([*names(year, month), str(month), f"1-{month}", str(year), f"{year}年"])
    )
    found = said(tables, [f"{title}主要指标"], sheet)
    assert not found.several and not found.strange, (title, sheet)
    assert months(found) == (year * 12, year * 12 + month - 1), (title, sheet)


@settings(max_examples=150, deadline=None)
@given(st.data(), ENDS, ENDS)
def test_a_name_of_another_period_is_asked_about(
    tables: Tables, data: st.DataObject, end: tuple[int, int], other: tuple[int, int]
) -> None:
    title = data.draw(st.sampled_from(runs(*end)))
    sheet = data.draw(st.sampled_from([one for one in names(*other) if one not in names(*end)] or ["1-13月"]))
    told = other[0] == end[0] or str(other[0]) in sheet or f"{other[0] % 100}年" in sheet
    if other == end or other[1] == end[1] and not told:
        return
    found = said(tables, [f"{title}主要指标"], sheet)
    assert found.several or found.strange, (title, sheet)


@settings(max_examples=50, deadline=None)
@given(st.data(), ENDS)
def test_the_year_or_the_months_of_a_name_stand_where_no_line_has_them(
    tables: Tables, data: st.DataObject, end: tuple[int, int]
) -> None:
    year, month = end
    whole = data.draw(st.sampled_from(runs(year, month)))
    for line, sheet in (
        (whole.removeprefix(f"{year}年"), str(year)),
        (f"{year}年", whole.removeprefix(f"{year}年")),
    ):
        found = said(tables, [f"{line}主要指标"], sheet)
        assert not found.several and months(found) == (year * 12, year * 12 + month - 1), (line, sheet)


@pytest.mark.parametrize(
    ("lines", "sheet", "asked"),
    [
        (
            ["2021年9月主要指标"],
            "1-9月",
            False,
        ),  # whether the title's is alone is another question, whose answer is kept
        (["2021年二季度主要指标"], "6月", False),
        (["2021年二季度主要指标"], "1-6月", False),
        (["2021年1-9月主要指标"], "9月当月", True),
        (["2021年1-9月主要指标", "2021年前三季度"], "9月", False),
        (["2021年1-9月主要指标", "1-8月"], "9月", True),
        (["2021年1-9月主要指标", "（2021年9月）"], "9月", True),
        (["2021年1-9月主要指标"], "8", True),
        (["2021年1-9月主要指标"], "1-8", True),
        (["2021年主要指标", "1-9月"], "2021.9", False),
        (["2020年、2021年1-9月主要指标"], "9月", False),
    ],
)
def test_what_a_name_leaves_open(tables: Tables, lines: list[str], sheet: str, asked: bool) -> None:
    found = said(tables, lines, sheet)
    assert bool(found.several or found.strange) == asked
