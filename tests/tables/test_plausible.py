"""Certain nonsense is a fault, and what may be true is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from industry import project
from industry.tables import plausible
from industry.tables.faults import Fault
from tests.conftest import indicator
from tests.tables.fault_tables import base, table

GROWTH = "value_added_growth,{},18.5,,,{},,{},{},8,18.5%,,"
REST = (
    "enterprises,2020-12,14000,,,actual,,scope,meeting,9,1.4万家,口径未注明,The scope is not printed.",
    "meetings,2021,5,10,,target,,status,meeting,10,5-10次,,",
)


def faults(*rows: str, **changed: str) -> list[Fault]:
    """Those of a table with these rows; that its growth has no gap to China's is not asked here."""
    found = project.read(base(jiangxi=table(*rows, *REST), **changed))[1]
    return [fault for fault in found if fault.code != "unused_indicator"]


def codes(*rows: str, **changed: str) -> list[str]:
    return [fault.code for fault in faults(*rows, **changed)]


@pytest.mark.parametrize(("date", "period", "code"), [
    ("2021-07-25", "2021-01/2021-07", ""), ("2021-07-25", "2021-01/2021-08", "period_ahead"),
    ("2021-07-25", "2021", "period_ahead"), ("2021-07", "2021-01/2021-07", ""), ("2021-07", "2021", "period_ahead"),
    ("2021", "2021", ""), ("2021", "2021-01/2022-02", "period_ahead"), ("2021-12", "2021", ""), ("2020-12-31", "2021-03", "period_ahead"),
])  # fmt: skip
def test_no_actual_figure_ends_after_the_month_of_its_source(date: str, period: str, code: str) -> None:
    sources = base()["data/sources.yaml"].decode().replace("date: 2021-07-25", f"date: '{date}'")
    sources = sources.replace("2021-07-15", "2022-07-15")
    rows = [one.replace("2020-12,", "2020-06,") for one in REST]
    _, found = project.read(
        base(sources=sources, jiangxi=table(GROWTH.format(period, "actual", "", "meeting"), *rows))
    )
    assert [one.code for one in found if one.code != "unused_indicator"] == ([code] if code else [])


@pytest.mark.parametrize("status", ["target", "forecast", "policy"])
def test_what_is_to_come_may_end_later(status: str) -> None:
    assert codes(GROWTH.format("2025", status, "", "meeting")) == []


def test_a_list_and_a_source_without_a_date_are_exempt() -> None:
    growth = base()["data/indicators/growth.yaml"].decode().replace("timing: flow", "timing: list", 1)
    growth = growth.replace("  joint_january_february: true\n", "", 1)
    assert codes(GROWTH.format("2021", "actual", "", "meeting"), growth=growth) == []
    sources = base()["data/sources.yaml"].decode().replace("  date: 2021-07-25\n", "")
    assert codes(GROWTH.format("2021", "actual", "", "meeting"), sources=sources) == []


@pytest.mark.parametrize("period", ["1021", "1948", "2061", "0000/9999", "1021-06", "2021-01/2201-06"])
@pytest.mark.parametrize("status", ["actual", "target"])
def test_a_year_outside_the_tables_is_a_fault_whatever_the_status(period: str, status: str) -> None:
    (found,) = faults(GROWTH.format(period, status, "", "meeting"))
    assert (found.code, found.found, found.expected) == ("year_outside", period, ("1949/2060",))


def test_a_year_outside_the_tables_in_the_configuration_is_a_fault() -> None:
    config = (
        base()["config.yaml"]
        .decode()
        .replace("indicator: value_added_growth", "indicator: value_added_growth, period: '1020'")
    )
    found = faults(GROWTH.format("2021-06", "actual", "", "meeting"), config=config)
    assert [(fault.file, fault.code) for fault in found] == [("config.yaml", "year_outside")]


@pytest.mark.parametrize(("given", "counted"), [
    ({"measure": "rank", "unit": "位"}, "place"), ({"measure": "streak", "unit": "年"}, "place"),
    ({"measure": "level", "unit": "家"}, "things"), ({"measure": "count", "unit": "种"}, "things"),
    ({"measure": "parameter", "unit": "个"}, "things"), ({"measure": "change", "unit": "家"}, "more"),
    ({"measure": "level", "unit": "家", "addition": "net"}, "more"), ({"measure": "level", "unit": "亿元"}, ""),
    ({"measure": "gap", "unit": "家"}, ""), ({"measure": "multiple", "unit": "倍"}, ""), ({"measure": "level", "unit": "个/年"}, ""),
    ({"measure": "share", "unit": "%"}, ""),
])  # fmt: skip
def test_what_a_figure_counts(given: dict[str, str], counted: str) -> None:
    assert plausible.counts(indicator(**given)) == counted
    assert plausible.counts(None) == ""


@pytest.mark.parametrize(("counted", "wrong", "right"), [
    ("place", "0", "1"), ("place", "-1", "2"), ("place", "1.5", "31"), ("things", "1.4", "14000"), ("things", "-3", "0"),
    ("things", "0.5", "5.0"), ("more", "1.4", "-3"),
])  # fmt: skip
def test_a_count_is_whole(counted: str, wrong: str, right: str) -> None:
    (found,) = plausible.whole("x.csv", 2, counted, None, wrong, "")
    assert (found.code, found.column, found.found) == ("no_count", "value", wrong)
    (found,) = plausible.whole("x.csv", 2, counted, None, right, wrong)
    assert (found.column, found.found) == ("value_to", wrong)
    assert list(plausible.whole("x.csv", 2, counted, None, right, "")) == []


def test_a_count_printed_with_a_scale_is_whole() -> None:
    assert "no_count" not in codes(REST[0].replace("2020-12", "2019-12"))
    wrong = REST[0].replace("2020-12", "2019-12").replace("14000", "1.4").replace("1.4万家", "1.4家")
    assert "no_count" in codes(wrong)


@pytest.mark.parametrize(("one", "other", "room", "may"), [
    (("33", None, ""), ("34", None, ""), "1", False), (("33", None, ""), ("33.4", None, ""), "0.5", True),
    (("40", None, "over"), ("33", None, ""), "1", False), (("40", None, "over"), ("45", None, ""), "1", True),
    (("40", None, "at_most"), ("45", None, ""), "1", False), (("5", "10", ""), ("7", None, ""), "1", True),
    (("5", "10", ""), ("12", None, ""), "1", False), (("1000", None, "nearly"), ("980", None, ""), "1", True),
    (("1000", None, "about"), ("500", None, ""), "1", False),
])  # fmt: skip
def test_two_values_of_one_figure(
    one: tuple[str, str | None, str], other: tuple[str, str | None, str], room: str, may: bool
) -> None:
    figures = [
        (Decimal(value), Decimal(upper) if upper else None, word) for value, upper, word in (one, other)
    ]
    assert plausible.reconcilable(figures[0], figures[1], Decimal(room)) is may
    assert plausible.reconcilable(figures[1], figures[0], Decimal(room)) is may
