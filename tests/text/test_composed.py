"""Sentences composed from the frozen tables: true ones are approved, those with one thing changed never."""

from __future__ import annotations

from benchmarks import changes, compound, sentences
from benchmarks.sentences import Sentence
from industry.text.proof import judge
from tests.conftest import world

APPROVED = ("agrees", "agrees_rounded", "comparison_true")
MANY = 400


def approved(one: Sentence) -> bool:
    found = judge(one.text, world(), one.written, one.owner)
    return any(each.verdict in APPROVED for each in found if each.start < one.at[1] and one.at[0] < each.end)


def test_what_is_true_is_approved() -> None:
    refused = [one.text for one in sentences.true(world(), MANY) if not approved(one)]
    assert len(refused) <= 0.03 * MANY, refused[:5]


def test_what_was_changed_is_never_approved() -> None:
    assert not [one for one in changes.changed(world(), MANY) if not one.coincides and approved(one)]


def test_figures_beside_others() -> None:
    right, wrong = compound.composed(world(), MANY)
    assert len([one for one in right if not approved(one)]) <= 0.03 * len(right)
    assert not [one.text for one in wrong if approved(one)]
