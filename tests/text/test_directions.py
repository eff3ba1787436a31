"""Lists that go two ways: no number with the wrong direction is approved, none with the right one told as false. On the frozen tables."""

from __future__ import annotations

import random
from functools import cache

from industry.text.proof import judge
from tests.conftest import world
from tests.text import directions

MANY = 400
APPROVED = ("agrees", "agrees_rounded", "comparison_true")
WRONG = ("differs", "comparison_false")


@cache
def told() -> tuple[tuple[str, bool, str], ...]:
    """The sentence, the truth and the verdict of each number of a sample."""
    every = list(directions.sentences(world()))
    return tuple(
        (one.text, true, found.verdict)
        for one in random.Random(1).sample(every, min(MANY, len(every)))
        for true, found in zip(one.each, judge(one.text, world(), None, None), strict=True)
    )


def test_no_wrong_direction_is_approved() -> None:
    wrong = [text for text, true, verdict in told() if not true and verdict in APPROVED]
    assert not wrong, (len(wrong), wrong[:10])


def test_no_right_direction_is_told_as_false() -> None:
    wrong = [text for text, true, verdict in told() if true and verdict in WRONG]
    assert not wrong, (len(wrong), wrong[:10])


def test_most_are_judged() -> None:
    judged = [verdict for _, _, verdict in told() if verdict in (*APPROVED, *WRONG)]
    assert len(judged) > 0.5 * len(told())
