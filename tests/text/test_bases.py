"""What is compared with a part of the year before, with another indicator, or what was a gap itself: no false sentence is approved, no
true one told as false."""

from __future__ import annotations

import random
from functools import cache

from industry.text.proof import Judged, judge
from tests.conftest import world
from tests.text import bases
from tests.text.comparisons import Told
from tests.text.test_comparisons import APPROVED, COMPARED, WRONG

MANY, KINDS = 1200, (*COMPARED, "rank_change")


@cache
def judged() -> tuple[tuple[Told, Judged], ...]:
    """Sentences with what is judged of the last of each."""
    every = list(bases.sentences(world()))
    some = random.Random(1).sample(every, min(MANY, len(every)))
    some += [told for told in every if True in told.truths and told not in some]
    found = ((told, judge(told.text, world(), None, None)[-1:]) for told in some)
    return tuple((told, one) for told, last in found for one in last if one.claim.relation.kind in KINDS)


def test_nothing_is_approved_by_another_base_than_the_words_say() -> None:
    wrong = [told.text for told, one in judged() if told.truths != {True} and one.verdict in APPROVED]
    assert not wrong, (len(wrong), wrong[:20])


def test_nothing_true_is_called_wrong_by_another_base() -> None:
    wrong = [told.text for told, one in judged() if True in told.truths and one.verdict in WRONG]
    assert not wrong, (len(wrong), wrong[:20])


def test_most_that_is_told_against_a_part_of_last_year_is_judged() -> None:
    sure = [one.verdict for told, one in judged() if told.truths == {True} and "增速" in told.text]
    assert sum(verdict in APPROVED for verdict in sure) > 0.3 * len(sure), len(sure)


def test_no_growth_is_approved_that_is_told_as_of_another_base_or_of_something_else() -> None:
    every = list(bases.otherwise(world()))
    some = random.Random(1).sample(every, min(MANY, len(every)))
    wrong = [text for text in some if judge(text, world(), None, None)[0].verdict in APPROVED]
    assert not wrong, (len(wrong), wrong[:20])


def test_what_changes_nothing_of_a_growth_leaves_it_approved() -> None:
    every = list(bases.all_the_same(world()))
    refused = [text for text in every if judge(text, world(), None, None)[0].verdict not in APPROVED]
    assert every and not refused, (len(refused), refused[:20])


def test_places_gained_in_a_time_that_nothing_names_are_to_be_confirmed() -> None:
    (found,) = judge("江西规上工业增加值增速在全国位次比2020年上半年前移4位。", world(), None, None)
    assert (found.verdict, found.claim.doubts) == ("to_confirm", {"period"})
