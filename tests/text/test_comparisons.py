"""Sentences that compare: no false one is approved, no true one told as false, and no reason's words contradict its numbers. On the
frozen tables."""

from __future__ import annotations

import random
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import product

import pytest

from industry import wording
from industry.tables.tables import Tables
from industry.text.proof import Judged, judge
from tests.conftest import world
from tests.curation import edits
from tests.text import amounts, averages, comparisons
from tests.text.comparisons import NAMES, PROVINCES, Told

MANY = 250
GAP = {
    "indicator": "value_added_growth_gap_china", "period": "2021-01/2021-03", "value": "-6.9", "status": "actual", "source": "hebei_2021_11",
    "paragraph": "4", "as_printed": "低于全国6.9个百分点",
}  # fmt: skip
APPROVED = ("agrees", "agrees_rounded", "comparison_true")
WRONG = ("differs", "comparison_false")
COMPARED = ("gap", "change", "above", "quicker", "placed", "rank")
_SIGNED = r"([−-]?\d+(?:\.\d+)?)%"
_REASONS = {
    "zh": re.compile(
        rf"：{_SIGNED}，.*：{_SIGNED}，(?:(?P<fall>降幅)?前者(?P<way>[高低大小])(?P<by>[\d.]+)|两者相等)"
    ),
    "en": re.compile(
        rf": {_SIGNED}, .*: {_SIGNED}: (?:the first (?P<fall>fall )?is (?P<way>higher|lower|larger|smaller) by (?P<by>[\d.]+)|the two are equal)"
    ),
}


@cache
def every() -> tuple[Told, ...]:
    """A sample of all sentences, of each kind and sign as many."""
    tables, found = world(), dict[str, list[Told]]()
    for one, other in comparisons.pairs(tables):
        signs = f"{one.value < 0}{other.value < 0}"
        found.setdefault("zh" + signs, []).extend(comparisons.chinese(tables, one, other))
        found.setdefault("en" + signs, []).extend(comparisons.english(one, other))
    for indicator in NAMES:
        first, *rest = (comparisons.rows(tables, region, indicator) for region in PROVINCES)
        for some in product(first, *rest):
            if len({(row.period, row.edition) for row in some}) == 1 and comparisons.timed(some[0]):
                falls = str(sum(row.value < 0 for row in some))
                found.setdefault("places" + falls, []).extend(comparisons.places(tables, some))
                found.setdefault("lists" + falls, []).extend(comparisons.lists(some))
        for one, before in comparisons.times(tables, indicator):
            signs = f"{one.value < 0}{before.value < 0}"
            found.setdefault("moved" + signs, []).extend(comparisons.moved(one, before))
    for told in averages.sentences(tables):
        found.setdefault(f"averages {told.language}{True in told.truths}", []).append(told)
    for told in amounts.sentences(tables):
        found.setdefault(f"amounts {told.language}{True in told.truths}", []).append(told)
    chosen = random.Random(1)
    return tuple(one for some in found.values() for one in chosen.sample(some, min(MANY, len(some))))


@cache
def last() -> tuple[tuple[Told, tuple[Judged, ...]], ...]:
    """Each sentence with what is judged of it: of a comparison what compares, and not the figure told before it."""
    return tuple(
        (
            told,
            tuple(
                one
                for one in judge(told.text, world(), None, None)
                if told.listed or one.claim.relation.kind in COMPARED
            ),
        )
        for told in every()
    )


def test_no_false_comparison_is_approved() -> None:
    wrong = [
        told.text
        for told, found in last()
        if told.truths != {True} and found and all(one.verdict in APPROVED for one in found)
    ]
    assert not wrong, (len(wrong), wrong[:20])


def test_no_true_comparison_is_told_as_false() -> None:
    wrong = [
        told.text
        for told, found in last()
        if True in told.truths and any(one.verdict in WRONG for one in found)
    ]
    assert not wrong, (len(wrong), wrong[:20])


def test_what_is_sure_is_judged() -> None:
    """Most of what has one reading alone is approved or told as false."""
    counted = Counter[tuple[bool, bool]]()
    for told, found in last():
        if told.truths in ({True}, {False}) and found:
            right = [one.verdict in (APPROVED if True in told.truths else WRONG) for one in found]
            counted[True in told.truths, all(right) if True in told.truths else any(right)] += 1
    assert counted[True, True] > 0.6 * (counted[True, True] + counted[True, False]), counted
    assert counted[False, True] > 0.6 * (counted[False, True] + counted[False, False]), counted


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_a_reason_are_true_of_its_numbers(language: str) -> None:
    seen = 0
    for told, found in last():
        for one in found:
            rate = one.row is not None and one.row.indicator.unit == "%"
            judged = one.verdict in ("comparison_true", "comparison_false")
            if not (judged and rate) or one.reason.code == "published":
                continue
            said = wording.because(one, world(), language)
            words = _REASONS[language].search(said)
            assert words is not None, said
            seen += 1
            first, second = (Decimal(each.replace("−", "-")) for each in words.groups()[:2])
            if words["way"] is None:
                assert first == second, said
                continue
            more = 1 if words["way"] in ("高", "大", "higher", "larger") else -1
            difference = abs(first) - abs(second) if words["fall"] else first - second
            assert more * Decimal(words["by"]) == difference, (told.text, said)
            assert not words["fall"] or max(first, second) < 0, said
    assert seen > 0.2 * len(every())


@pytest.mark.parametrize(
    ("by", "verdict"),
    [("0.4", "comparison_true"), ("0.5", "comparison_false"), ("0.43", "to_confirm"), ("0.47", "to_confirm"), ("0.9", "comparison_false")],
)  # fmt: skip
def test_a_difference_is_as_fine_as_the_coarser_of_its_figures(by: str, verdict: str) -> None:
    """Of 6.87% beside 7.3%: what 7.3 leaves open is no digit to be sure of."""
    text = f"2021年1—4月，吉安规上工业企业营业收入利润率7.3%，比全国高{by}个百分点。"
    assert judge(text, world(), None, None)[-1].verdict == verdict


@pytest.mark.parametrize("told", ["比2021年一季度提高17.5", "较2021年1—3月提高17.5", "比2021年1—5月提高17.5"])
def test_growth_on_the_year_is_compared_with_the_time_that_is_named(told: str) -> None:
    """17.5 points lie between the first halves of two years."""
    (found,) = judge(f"2021年上半年，江西规上工业增加值同比增速{told}个百分点。", world(), None, None)
    assert found.verdict not in APPROVED


@pytest.mark.parametrize("words", ["above that of", "below that of", "higher than in", "lower than that in"])
@pytest.mark.parametrize("by", ["6.8", "7.8"])
def test_a_time_behind_that_of_is_what_a_figure_is_compared_with(words: str, by: str) -> None:
    head = "In 2021, the value added of industrial enterprises above designated size in Jiangxi grew by 11.4%"
    found = judge(f"{head}, {by} percentage points {words} 2020.", world(), None, None)[-1]
    true = by == "6.8" and words in ("above that of", "higher than in")
    assert (found.verdict == "comparison_true") == true
    assert "2020" in wording.because(found, world(), "en")


def with_gap(**cells: str) -> Tables:
    """The frozen tables with a printed gap of Hebei's to China, whose figures are held."""
    return with_rows({"hebei": GAP | cells})


def with_rows(added: dict[str, dict[str, str]]) -> Tables:
    """The frozen tables with a row more of each of some regions."""
    files = edits.world()
    for region, cells in added.items():
        name = f"data/observations/{region}.csv"
        held = dict(edits.rows(files))[name]
        files[name] = edits.written([*held, dict.fromkeys(held[0], "") | cells])
    return edits.read(files)


@pytest.mark.parametrize(
    ("cells", "decided"),
    [
        ({}, False),
        ({"status": "target"}, True),
        ({"edition": "census_5"}, True),
        ({"inferred": "scope"}, True),
        ({"qualifier": "about", "value": "-6.9", "as_printed": "低于全国约6.9个百分点"}, True),
    ],
)
def test_a_printed_gap_of_another_kind_decides_nothing_that_two_exact_figures_do(
    cells: dict[str, str], decided: bool
) -> None:
    tables, verdicts = (
        with_gap(**cells),
        ("comparison_true", "comparison_false") if decided else ("agrees", "differs"),
    )
    for told in ("河北规上工业增加值增长17.6%，比全国低{}", "全国规上工业增加值增速比河北高{}"):
        found = [
            judge(f"2021年一季度，{told.format(by)}个百分点。", tables, None, None)[-1]
            for by in ("6.9", "7.9")
        ]
        assert tuple(one.verdict for one in found) == verdicts


@pytest.mark.parametrize(("by", "verdict"), [("3.4", "comparison_true"), ("5.4", "comparison_false")])
def test_an_average_named_before_a_gap_is_no_digit_of_it(by: str, verdict: str) -> None:
    (found,) = judge(
        f"2021年1—3月，江西规上工业增加值两年平均增速比全国高{by}个百分点。", world(), None, None
    )
    assert found.verdict == verdict


@pytest.mark.parametrize("by", ["-8.6", "0.2"])
def test_a_change_beside_a_column_of_averages_is_to_be_confirmed(by: str) -> None:
    table = f"2021年上半年规上工业增加值\n地区\t两年平均增长（%）\t较一季度±（百分点）\n全国\t7.0\t{by}\n"
    average, change = judge(table, world(), None, None)
    assert (average.verdict, change.verdict) == ("agrees", "to_confirm")


@pytest.mark.parametrize(
    ("jiangxi", "told", "verdict"),
    [
        ("8.9", "高2.2个百分点", "comparison_true"), ("8.9", "高2.3个百分点", "other_edition"),
        ("8.9", "高2.4个百分点", "comparison_false"), ("6.1", "高", "other_edition"), ("6.1", "低", "comparison_true"),
    ],
)  # fmt: skip
def test_a_comparison_of_an_older_edition_is_told_as_one_and_never_as_false(
    jiangxi: str, told: str, verdict: str
) -> None:
    """Of a revised figure of Jiangxi's beside 6.7 of Hebei's; first published were 8.8 and 6.5."""
    revised = {"indicator": "gdp_growth", "period": "2021", "status": "actual", "edition": "census_5"}
    values = {"jiangxi": (jiangxi, "jiangxi_communique_2021"), "hebei": ("6.7", "hebei_stats_2021_year")}
    tables = with_rows(
        {
            region: revised | {"value": value, "as_printed": f"{value}%", "source": source}
            for region, (value, source) in values.items()
        }
    )
    (found,) = judge(f"2021年，江西地区生产总值增速比河北{told}。", tables, None, None)
    assert found.verdict == verdict
    assert verdict != "other_edition" or "首次发布值" in wording.because(found, tables, "zh")
