"""What is told of two figures of a named edition is held against that edition alone. On the frozen tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import PurePath

from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.wording.texts.proofs import because
from tests.conftest import world
from tests.curation import edits
from tests.text import editions

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
