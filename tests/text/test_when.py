"""The periods that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from industry.text.alike import alike
from industry.text.claims.when import named, of

WRITTEN = date(2021, 7, 25)


def last(text: str, timing: str = "flow", written: date | None = WRITTEN) -> tuple[str, bool] | None:
    even = alike(text)
    one = of(named(even, written), even, len(even))
    if one is None:
        return None
    period, sure = one.period(timing)
    return str(period), sure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年上半年", ("2021-01/2021-06", True)),
        ("2021年1—5月", ("2021-01/2021-05", True)),
        ("今年1至6月份", ("2021-01/2021-06", True)),
        ("一季度", ("2021-01/2021-03", True)),
        ("2020年前三季度", ("2020-01/2020-09", True)),
        ("2020年三季度", ("2020-07/2020-09", True)),
        ("5月", ("2021-05", True)),
        ("2020年前11个月", ("2020-01/2020-11", True)),
        ("去年", ("2020", True)),
        ("“十三五”期间", ("2016/2020", True)),
        ("2016—2020年", ("2016/2020", True)),
        ("今年以来", ("2021-01/2021-07", False)),
        ("截至目前", ("2021-01/2021-07", False)),
        ("9月", ("2021-09", False)),
        ("1—5月，比上年同期", ("2021-01/2021-05", True)),
        ("1—5月增长，去年同期", ("2020-01/2020-05", True)),
        ("2021年7月25日", None),
    ],
)
def test_periods(text: str, expected: tuple[str, bool] | None) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2020年末", ("2020-12", True)), ("截至5月底", ("2021-05", True)), ("上半年", ("2021-06", False))],
)
def test_of_a_stock(text: str, expected: tuple[str, bool]) -> None:
    assert last(text, "stock") == expected


def test_carried_on_no_further_than_is_certain() -> None:
    assert last("上半年增长。利润") == ("2021-01/2021-06", True)
    assert last("上半年增长。\n利润") == ("2021-01/2021-06", False)
    assert last("上半年增长。二是利润") == ("2021-01/2021-06", False)


def test_without_the_drafts_date_this_year_is_a_guess() -> None:
    found = last("今年上半年", written=None)
    assert found is not None and not found[1]
    assert last("2021年上半年", written=None) == ("2021-01/2021-06", True)
