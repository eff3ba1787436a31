"""Numbers in which a space or a sign stands that scans and typists leave: of thousands parted by spaces the number is read, of any other break
none is, and no part of it is taken for a number of its own."""

from __future__ import annotations

import random
from functools import cache

import pytest

from industry.text import spaced
from industry.text.proof import Judged, judge
from tests.conftest import world
from tests.text import comparisons

MANY = 40
AMOUNTS = {"revenue": "规模以上工业企业营业收入", "profit": "规模以上工业企业利润总额", "gdp": "地区生产总值"}
RATES = {"value_added_growth": "规模以上工业增加值", "gdp_growth": "地区生产总值"}


@cache
def told(rates: bool) -> tuple[tuple[str, str], ...]:
    """The words before a figure of the tables and the figure, of a sample."""
    found = []
    for indicator, name in (RATES if rates else AMOUNTS).items():
        for region in comparisons.REGIONS:
            for row in comparisons.rows(world(), region, indicator):
                if (time := comparisons.timed(row)) and row.value > 0:
                    head = f"{time[0]}，{comparisons.REGIONS[region]}{name}"
                    found.append((head + "同比增长" * rates, str(row.value) if rates else f"{row.value:,}"))
    every = [one for one in dict.fromkeys(found) if ("." in one[1] if rates else "," in one[1])]
    return tuple(random.Random(2).sample(every, min(MANY, len(every))))


def judged(text: str) -> Judged:
    (found,) = judge(text, world(), None, None)
    return found


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}"])
def test_thousands_may_be_parted_by_spaces(space: str) -> None:
    for head, figure in told(False):
        plain, spaced = (judged(f"{head}{figure.replace(',', sign)}亿元。").verdict for sign in (",", space))
        assert spaced == plain, (head, figure)


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}"])
@pytest.mark.parametrize("before", ["2021", "1234 567", "15 760.9"])
def test_figures_behind_another_and_a_space_arent_thousands(before: str, space: str) -> None:
    """Where they begin isn't known."""
    text = f"{before} 29 619亿元".replace(" ", space)
    assert spaced.tightened(text)[0] == text


@pytest.mark.parametrize("sign", ["，", ",", "·", "：", "；", "..", " .", ". ", " ", "'"])
def test_a_broken_rate_is_no_number_and_none_of_its_parts_is(sign: str) -> None:
    for head, figure in told(True):
        found = judged(f"{head}{figure.replace('.', sign)}%。")
        assert found.verdict in ("unreadable", "to_confirm", "not_held"), (head, figure, found.text)
        assert found.text == figure.replace(".", sign) + "%"


def test_numbers_told_one_by_one_are_as_many() -> None:
    found = judge("2021年一季度，江西、河北规上工业增加值分别增长29.4，17.6%。", world(), None, None)
    assert len(found) == 2
