"""Of a list behind one figure every difference is held against that figure, and none is sure where two may be meant. On the frozen tables."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import pytest

from industry.text.proof import judge
from tests.conftest import world
from tests.text import first_named
from tests.text.first_named import Told

MANY = 1500


@cache
def last() -> tuple[tuple[Told, tuple[str, ...]], ...]:
    every = list(first_named.sentences(world()))
    open_ = list(first_named.undecided(world()))
    chosen = random.Random(1)
    some = chosen.sample(every, MANY) + chosen.sample(open_, min(MANY // 5, len(open_)))
    return tuple(
        (
            one,
            tuple(
                each.verdict
                for each in judge(one.text, world(), None, None)
                if each.claim.relation.kind == "gap"
            ),
        )
        for one in some
    )


def test_every_difference_is_held_against_the_figure_told_before_the_list() -> None:
    seen = Counter[tuple[bool | None, str]]()
    for told, found in last():
        assert len(found) == len(told.true), told.text
        for true, verdict in zip(told.true, found, strict=True):
            assert verdict != "comparison_true" or true is True, told.text
            assert verdict != "comparison_false" or true is False, told.text
            seen[true, verdict] += 1
    assert seen[True, "comparison_true"] > 0.9 * sum(many for (true, _), many in seen.items() if true)
    false = sum(many for (true, _), many in seen.items() if true is False)
    assert seen[False, "comparison_false"] > 0.9 * false
    assert seen[None, "to_confirm"] > 100


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        ("全国规上工业增加值增长9.6%，江西、陕西分别快1.8个、慢3.8个百分点。", ["comparison_true", "comparison_false"]),
        ("全国规上工业增加值增长9.6%，江西、陕西分别快1.8个、慢2.0个百分点。", ["comparison_true", "comparison_true"]),
        ("全国规上工业增加值增长9.6%，江西快1.8个百分点，陕西慢2.0个百分点。", ["comparison_true", "comparison_true"]),
        ("全国规上工业增加值增长9.6%，江西比全国快1.8个百分点，陕西慢2.0个百分点。", ["comparison_true", "comparison_true"]),
        ("江西规上工业增加值增长11.4%，比全国快1.8个百分点，陕西慢3.8个百分点。", ["comparison_true", "to_confirm"]),
        ("全国地区生产总值增长8.1%，江西规上工业增加值快3.3个百分点。", ["to_confirm"]),
        ("全国规上工业增加值增长9.6%，广东增长9.0%，江西快1.8个百分点。", ["not_held", "to_confirm"]),
    ],
)  # fmt: skip
def test_a_base_named_first_holds_for_the_whole_list(told: str, verdicts: list[str]) -> None:
    found = judge(f"2021年，{told}", world(), None, None)[1:]
    assert [one.verdict for one in found] == verdicts
