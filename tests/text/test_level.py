"""持平 is judged as a difference of nothing: of what it names, and never as growth of 0 where that is another time. On the frozen tables."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import pytest

from industry.export.docx.told.groups import Group
from industry.export.docx.told.sentences import sentences
from industry.text.proof import judge
from tests.conftest import world
from tests.text import level
from tests.text.comparisons import PROVINCES
from tests.text.level import Told

MANY = 700
KINDS = {"times": level.of_times, "regions": level.of_regions, "parents": level.of_parents}


@cache
def last(kind: str, language: str) -> tuple[tuple[Told, str], ...]:
    """Each sentence of a kind with what is judged of its last figure: as many true ones as are, and a sample of the others."""
    every = [one for one in KINDS[kind](world()) if one.language == language]
    true, other = [one for one in every if one.true], [one for one in every if not one.true]
    chosen = random.Random(1)
    some = [one for part in (true, other) for one in chosen.sample(part, min(MANY, len(part)))]
    return tuple((one, judge(one.text, world(), None, one.owner)[-1].verdict) for one in some)


@pytest.mark.parametrize(
    ("kind", "language"),
    [("times", "zh"), ("times", "en"), ("regions", "zh"), ("regions", "en"), ("parents", "zh")],
)
def test_what_is_told_as_level_is_a_difference_of_nothing(kind: str, language: str) -> None:
    seen = Counter[tuple[bool | None, str]]()
    for told, verdict in last(kind, language):
        if told.true is not True:
            assert verdict not in ("agrees", "agrees_rounded", "comparison_true"), told.text
        if told.true is not False:
            assert verdict not in ("differs", "comparison_false"), told.text
        seen[told.true, verdict] += 1
    true, false = (sum(many for (each, _), many in seen.items() if each is so) for so in (True, False))
    assert true + false > (5 if kind == "parents" else 50)
    assert seen[True, "comparison_true"] + seen[True, "agrees"] >= 0.9 * true, seen
    unsure = seen[False, "cannot_compare"] if kind == "times" else 0
    assert seen[False, "comparison_false"] + seen[False, "differs"] + unsure >= 0.7 * false, seen


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("2020年1—9月，陕西规上工业增加值同比增长1.2%，与全国持平。", "comparison_true"),
        ("2020年1—9月，陕西规上工业增加值同比增长1.2%，与全国平均水平基本持平。", "comparison_true"),
        ("2020年1—9月，陕西规上工业增加值同比增长1.2%，与江西持平。", "comparison_false"),
        ("2020年1—9月，陕西规上工业增加值同比增长1.2%，与江西基本持平。", "comparison_false"),
        ("2021年，江西地区生产总值增速与全国基本持平。", "to_confirm"),
        ("2021年，江西地区生产总值增速与全国持平。", "comparison_false"),
        ("2020年1—9月，陕西规上工业增加值增速与全国和江西持平。", "to_confirm"),
        ("2020年1—5月，河北规上工业增加值增速与1—4月持平。", "not_held"),
        ("2020年1—5月，河北规上工业增加值同比增长0.0%，与一季度持平。", "cannot_compare"),
        ("2020年1—5月，河北规上工业增加值增速持平。", "to_confirm"),
        ("2020年1—5月，河北规上工业增加值同比增长0.0%，持平。", "to_confirm"),
        ("2020年1—5月，河北规上工业增加值与1—4月持平。", "to_confirm"),
        ("2020年1—5月，河北规上工业增加值同比持平。", "agrees"),
        ("2020年1—5月，河北规上工业增加值与上年同期持平。", "agrees"),
        ("2020年1—9月，陕西规上工业增加值与上年同期持平。", "differs"),
        ("2020年，陕西规上工业增加值同比增长1.0%，与1—6月持平。", "comparison_true"),
        ("2021年，全国规上工业增加值增长9.6%，江西快1.8个百分点，陕西持平。", "to_confirm"),
        ("2020年1—9月，江西规上工业增加值增长2.7%，河北、陕西分别持平、低1.5个百分点。", "to_confirm"),
        ("2020年1—9月，江西规上工业增加值增长2.7%，河北持平。", "to_confirm"),
        ("2021年，江西规上工业增加值增速居全国第8位，与上年持平。", "to_confirm"),
        ("2021年，江西规上工业增加值增速居全国第8位，位次与上年持平。", "to_confirm"),
        ("2021年，江西规上工业企业利润总额3122.4亿元，与上年持平。", "differs"),
        ("2020年，江西、陕西规上工业增加值增速比1—6月分别提高1.5个百分点、持平。", "comparison_true"),
        ("2020年，江西、陕西规上工业增加值分别增长4.6%、持平。", "differs"),
    ],
)  # fmt: skip
def test_with_what_something_is_level_is_as_its_words_say(told: str, verdict: str) -> None:
    assert judge(told, world(), None, None)[-1].verdict == verdict


@pytest.mark.parametrize(("language", "words"), [("zh", "与全国持平"), ("en", "level with China")])
def test_a_briefing_s_sentence_of_a_region_level_with_the_country_is_approved(
    language: str, words: str
) -> None:
    of = "value_added_growth"
    country = {row.period: row for row in world().rows(of, "china")}
    rows = [row for region in PROVINCES for row in world().rows(of, region)]
    level = [row for row in rows if row.period in country and country[row.period].value == row.value]
    assert level
    for row in level:
        (told,) = sentences([Group((row,), country[row.period], {})], world(), language)
        found = judge(told, world(), None, None)
        assert words in told
        assert {one.verdict for one in found} <= {"agrees", "comparison_true"}, told
        assert any(one.claim.relation.kind == "gap" for one in found)
