"""A text put together of others knows all that they speak of, each once, and is as grave as the gravest of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from industry.vocabulary.observation import Observation
from industry.wording import phrases
from industry.wording.said import GRAVER, Said, distinct, fill, gravest, join, of_rows, rows_of, without_table

Observe = Callable[..., Observation]


@pytest.fixture
def parts(observe: Observe) -> tuple[str, ...]:
    """Of two figures, of none, of one of the two and another, and a text that knows nothing."""
    one, two, three = (observe(region, 4.8) for region in ("hebei", "jiangxi", "shaanxi"))
    return Said("甲", (one, two), "caveat"), Said("乙"), Said("丙", (two, three), "low_base"), "丁"


def test_every_row_once_in_the_order_told(parts: tuple[str, ...]) -> None:
    for some in permutations(parts):
        told = [row for one in some if isinstance(one, Said) for row in one.rows]
        expected = tuple(dict.fromkeys(told))
        assert rows_of(some) == join(some).rows == fill("{}{}{}{}", *some).rows == expected
        assert len(expected) == 3


def test_the_gravest_kind(parts: tuple[str, ...]) -> None:
    for some in permutations(parts):
        assert gravest(some) == join(some).kind == fill("{}{}{}{}", *some).kind == "low_base"
    for at, kind in enumerate(GRAVER):
        alike = [Said("甲", (), one) for one in GRAVER[: at + 1]]
        assert gravest(alike) == gravest(alike[::-1]) == distinct(alike)[0].kind == kind
    assert gravest(()) == gravest(("丁",)) == "plain"
    assert join(parts, kind="notice").kind == "notice"


def test_of_one_row_told_twice_there_is_one(observe: Observe) -> None:
    row = observe("hebei", 4.8)
    assert Said("甲", (row, row)).rows == (row,) and Said("甲").rows == rows_of(("丁",)) == ()


def test_what_sends_to_a_table_says_something_else_where_there_is_none() -> None:
    """Also put together with others, told of other rows, and where it is told once for several."""
    sending = phrases.say("each_in_table", "zh")
    assert sending and without_table(sending) == ""
    for told in (
        join(("甲", sending)),
        fill("甲{}", sending),
        "甲" + sending,
        of_rows("甲" + sending, (), "caveat"),
    ):
        assert told == f"甲{sending}" and without_table(told) == "甲"
        assert phrases.tableless(distinct([told, told])[0]) == "甲"
    points = phrases.say("see_points", "zh")
    assert without_table(join((points, "乙"), "；")) == f"{phrases.say('points_bare', 'zh')}；乙"
    assert without_table("甲") == "甲" and join(("甲", "乙")).alone is None
