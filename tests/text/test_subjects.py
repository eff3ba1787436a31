"""Growth of something else than value added, against another time than a year before, or of a moment, each told with a figure of the tables:
it is never approved, nor proposed without a doubt; and what is of value added and on a year before still is."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from benchmarks import subjects
from benchmarks.sentences import Sentence
from tests.conftest import world

MANY = 150


def wrong(made: Iterable[Sentence]) -> list[str]:
    return [one.text for one in made if subjects.approved(one, world()) or subjects.proposed(one, world())]


def test_of_another_subject() -> None:
    assert not wrong(subjects.other_subjects(world(), MANY))


def test_against_another_time() -> None:
    assert not wrong(subjects.bases(world(), MANY, true=False))


def test_of_a_moment() -> None:
    assert not wrong(subjects.moments(world(), MANY))


@pytest.mark.parametrize("how", [subjects.approved, subjects.proposed])
def test_of_value_added_and_on_a_year_before(how: subjects.Taken) -> None:
    own = list(subjects.own_subject(world(), MANY))
    assert sum(how(one, world()) for one in own) >= 0.95 * MANY
    years = list(subjects.bases(world(), MANY, true=True))
    assert sum(how(one, world()) for one in years) >= 0.95 * MANY
