"""What is told of two figures of a named edition is held against that edition alone. On the frozen tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import PurePath

import pytest

from industry.tables.tables import Tables
from industry.text.proof import Judged, judge
from industry.wording.texts.proofs import because
from tests.conftest import world
from tests.curation import edits
from tests.text import editions, told_editions

APPROVED = ("agrees", "agrees_rounded", "comparison_true", "derivable")
WRONG = ("differs", "comparison_false", "other_edition")


@cache
def told() -> tuple[tuple[editions.Told, str], ...]:
    found = ((one, judge(one.text, world(), None, None)[-1:]) for one in editions.sentences(world()))
    return tuple((one, each.verdict) for one, last in found for each in last)


def test_nothing_is_approved_of_another_edition_than_the_one_named() -> None:
    wrong = [one.text for one, verdict in told() if not one.true and verdict in APPROVED]
    assert not wrong, (len(wrong), wrong[:20])


def test_nothing_true_of_the_edition_named_is_called_wrong_or_anothers() -> None:
    wrong = [one.text for one, verdict in told() if one.true and verdict in WRONG]
    assert not wrong, (len(wrong), wrong[:20])


def test_what_is_true_of_the_edition_named_is_mostly_approved() -> None:
    true = Counter(verdict in APPROVED for one, verdict in told() if one.true)
    assert true[True] > 0.8 * sum(true.values()), true


def test_what_is_told_behind_a_figure_of_the_newest_edition_is_held_against_that_whatever_stands_between() -> (
    None
):
    told = "2021年，江西地区生产总值29838.2亿元，比河北少10771.60亿元，比2020年增加3928.2亿元。"
    verdicts = [one.verdict for one in judge(told, world(), None, None)]
    assert verdicts == ["agrees", "other_edition", "other_edition"]


def test_a_gap_beside_figures_of_an_older_edition_is_held_against_these() -> None:
    verdicts = {
        text: (edition, judge(text, world(), None, None)[-1].verdict)
        for edition, text in editions.beside_figures(world())
    }
    wrong = [
        text
        for text, (edition, verdict) in verdicts.items()
        if edition == "census_5"
        and verdict in APPROVED
        or edition == "first_release"
        and verdict in WRONG[:2]
    ]
    assert verdicts and not wrong, (len(wrong), wrong[:20])


@cache
def revised() -> Tables:
    """The frozen tables with a revision of the regions' growth, and none of the country's."""
    files = edits.world()
    for name, rows in edits.rows(files):
        if PurePath(name).stem != "china":
            first = [
                one for one in rows if (one["indicator"], one["edition"]) == ("gdp_growth", "first_release")
            ]
            again = (
                one | {"edition": "census_5", "value": value, "as_printed": f"{value}%"}
                for one in first
                for value in [str(Decimal(one["value"]) + Decimal("0.1"))]
            )
            files[name] = edits.written([*rows, *again])
    return edits.read(files)


def test_a_gap_behind_a_figure_of_an_edition_that_the_country_lacks_is_of_no_other_edition() -> None:
    seen = 0
    for text in editions.without_the_country(revised()):
        one, gap = judge(text, revised(), None, None)
        assert (one.verdict, gap.verdict) == ("agrees", "to_confirm"), text
        assert "版本" in because(gap, revised(), "zh")
        seen += 1
    assert seen == 4


@cache
def behind() -> tuple[tuple[told_editions.Told, Judged], ...]:
    """What is worked out beside figures that were revised, with what becomes of it."""
    return tuple(
        (one, each)
        for one in told_editions.sentences(revised())
        for each in judge(one.text, revised(), None, None)
        if each.claim.relation.kind in ("gap", "change", "above")
    )


def test_nothing_beside_a_figure_is_approved_of_another_edition_whatever_stops_stand_between() -> None:
    wrong = [one.text for one, found in behind() if not one.true and found.verdict in APPROVED]
    assert not wrong, (len(wrong), wrong[:20])


def test_nothing_true_of_a_figures_edition_is_called_wrong_or_anothers() -> None:
    wrong = [one.text for one, found in behind() if one.true and found.verdict in WRONG]
    assert not wrong, (len(wrong), wrong[:20])


@pytest.mark.parametrize(
    ("language", "stop"),
    [(language, stop) for language, some in told_editions.STOPS.items() for stop in some],
)
def test_what_is_true_of_a_figures_edition_is_mostly_approved(language: str, stop: str) -> None:
    true = Counter(
        found.verdict in APPROVED
        for one, found in behind()
        if one.true and (one.language, one.stop) == (language, stop) and not found.claim.doubts
    )
    assert true[True] > 0.8 * sum(true.values()), true
    assert true[True] >= 10, true


@pytest.mark.parametrize(
    ("stop", "verdict"),
    [
        *((stop, "other_edition") for stop in ("，", "；", ", ", "、")),
        *((stop, "comparison_true") for stop in ("。", "！", "! ", "\n", ". ")),
    ],
)
def test_a_figure_of_another_subject_and_an_older_edition_says_of_which_its_sentence_is_and_no_other(
    stop: str, verdict: str
) -> None:
    text = f"2021年，江西地区生产总值29619.67亿元{stop}2021年，江西第二产业增加值比河北少3891.5亿元。"
    assert [one.verdict for one in judge(text, world(), None, None)] == ["other_edition", verdict]


@pytest.mark.parametrize("stop", [". ", "! ", "? "])
def test_no_more_does_it_in_english(stop: str) -> None:
    growth = "growth of the value added of industrial enterprises above designated size in Jiangxi"
    text = f"In 2021, GDP in Jiangxi was 2961.967 billion yuan{stop}In 2021, {growth} was 1.8 percentage points higher than in China."
    verdicts = [one.verdict for one in judge(text, world(), None, None)]
    assert verdicts == ["other_edition", "comparison_true"]


FIRST, AGAIN = "江西地区生产总值增长8.8%", "江西地区生产总值增长8.9%"
GAP = "江西地区生产总值增速比全国高0.7个百分点"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ((GAP,), "comparison_true"),
        ((FIRST, GAP), "comparison_true"),
        ((AGAIN, GAP), "to_confirm"),
        ((FIRST, AGAIN, GAP), "to_confirm"),
        ((AGAIN, FIRST, GAP), "comparison_true"),
        ((GAP, AGAIN), "to_confirm"),
        ((AGAIN, GAP, FIRST), "to_confirm"),
        ((GAP, FIRST, AGAIN), "comparison_true"),
        ((AGAIN, f"按初步核算数，{GAP}"), "comparison_true"),
        ((AGAIN, "江西规上工业增加值增长11.4%", GAP), "to_confirm"),
        (("2020年，江西地区生产总值25825.4亿元", f"2021年，{GAP}"), "comparison_true"),
        (("按最终核实数，江西地区生产总值增长8.8%", GAP), "to_confirm"),
        (("按最终核实数，全国国内生产总值增长8.1%", GAP), "to_confirm"),
        (("河北地区生产总值41205.4亿元", "江西地区生产总值比河北少10771.60亿元"), "other_edition"),
        (("2020年，江西地区生产总值25691.5亿元", "2021年，江西地区生产总值比2020年增加4012.8亿元"), "other_edition"),
    ],
)  # fmt: skip
def test_the_figure_told_last_says_of_which_edition_a_gap_is_else_the_one_told_next(
    said: tuple[str, ...], verdict: str
) -> None:
    found = [
        one.verdict
        for one in judge(f"2021年，{'。'.join(said)}。", revised(), None, None)
        if one.claim.relation.kind in ("gap", "change")
    ]
    assert found == [verdict]


@pytest.mark.parametrize(
    ("told", "share", "verdict"),
    [
        ("29838.2亿元", "2.5", "derivable"),
        ("29838.2亿元", "2.6", "to_confirm"),
        ("29838.2亿元", "3.6", "differs"),
        ("29619.67亿元", "2.6", "derivable"),
        ("29619.67亿元", "2.5", "to_confirm"),
        ("约30000亿元", "2.5", "derivable"),
        ("约30000亿元", "2.6", "derivable"),
    ],
)
def test_what_is_true_of_another_edition_than_the_figures_alone_is_neither_approved_nor_wrong(
    told: str, share: str, verdict: str
) -> None:
    """A figure that is rounded may be of either."""
    text = f"2021年，江西地区生产总值{told}。江西地区生产总值占全国的{share}%。"
    assert judge(text, world(), None, None)[-1].verdict == verdict


def with_rows(*rows: dict[str, str]) -> Tables:
    """The frozen tables with rows of Jiangxi's more."""
    files = edits.world()
    name = "data/observations/jiangxi.csv"
    held = dict(edits.rows(files))[name]
    files[name] = edits.written([*held, *(dict.fromkeys(held[0], "") | STATED | cells for cells in rows)])
    return edits.read(files)


STATED = {"status": "actual", "source": "jiangxi_communique_2021"}
GROWN = {"indicator": "value_added_growth", "value": "18.6", "as_printed": "18.6%", "edition": "census_5"}
EIGHTH = {"indicator": "value_added_growth_rank_china", "value": "8", "as_printed": "第8位"}


@pytest.mark.parametrize(("value", "verdict"), [("18.5", "agrees"), ("18.6", "to_confirm")])
def test_a_place_beside_a_revised_figure_isnt_that_of_the_first(value: str, verdict: str) -> None:
    text = f"2021年上半年，江西规上工业增加值增长{value}%。2021年上半年，江西规上工业增加值增速居全国第8位。"
    for tables, expected in (
        (with_rows(GROWN | {"period": "2021-01/2021-06"}), verdict),
        (world(), "agrees"),
    ):
        assert judge(text, tables, None, None)[-1].verdict == expected


def test_a_place_beside_a_figure_of_one_edition_alone_is_its_place() -> None:
    half = {"period": "2018-01/2018-06"}
    text = "2018年上半年，江西规上工业增加值增长18.6%。2018年上半年，江西规上工业增加值增速居全国第8位。"
    verdicts = [one.verdict for one in judge(text, with_rows(GROWN | half, EIGHTH | half), None, None)]
    assert verdicts == ["agrees", "agrees"]


@pytest.mark.parametrize(
    "cells", [{"period": "2021", "status": "target"}, {"period": "2018", "edition": "first_release"}]
)
def test_a_target_or_another_years_figure_of_the_same_value_says_nothing_of_an_edition(
    cells: dict[str, str],
) -> None:
    tables = with_rows({"indicator": "gdp", "value": "29838.2", "as_printed": "29838.2亿元"} | cells)
    text = "2021年，江西地区生产总值29838.2亿元。江西地区生产总值占全国的2.6%。"
    assert judge(text, tables, None, None)[-1].verdict == "to_confirm"


def test_a_figure_of_the_newest_edition_says_nothing_of_another_subject() -> None:
    text = "2021年，江西地区生产总值29838.2亿元，江西地区生产总值增速比全国高0.7个百分点。"
    assert [one.verdict for one in judge(text, world(), None, None)] == ["agrees", "comparison_true"]


def test_what_is_wrong_of_either_edition_is_told_beside_the_newest() -> None:
    text = "2021年，江西地区生产总值约30000亿元。江西地区生产总值占全国的3.6%。"
    row = judge(text, world(), None, None)[-1].row
    assert row is not None and row.edition == "census_5"


def test_what_a_figure_that_isnt_exact_leaves_open_is_to_be_confirmed_where_another_edition_has_it() -> None:
    amount = {"indicator": "gdp", "edition": "final"}
    about = {"period": "2021", "value": "29700", "qualifier": "about", "as_printed": "约29700亿元"}
    before = {"period": "2020", "value": "25800.1", "as_printed": "25800.1亿元"}
    text = "2021年，江西地区生产总值约29700亿元。2021年，江西地区生产总值比2020年增加4012.8亿元。"
    assert judge(text, with_rows(amount | about, amount | before), None, None)[-1].verdict == "to_confirm"
