"""The draft to try 核稿 with, and what its page gets of a draft."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from industry import wording
from industry.export.card import find
from industry.export.texts import example, marked
from industry.export.texts.proofs import MARKS, proof
from industry.tables.tables import Tables


@pytest.fixture(scope="module", params=["zh", "en"])
def draft(tables: Tables, request: pytest.FixtureRequest) -> str:
    return example.draft(tables, request.param)


def test_it_shows_each_kind_of_mark(tables: Tables, draft: str) -> None:
    found = proof(draft, tables, None, None, "zh")
    assert [one.verdict for one in found.numbers] == [
        "agrees",
        "differs",
        "other_period",
        "not_held",
        "to_confirm",
    ]
    assert {one.tone for one in found.numbers} == set(MARKS)


def test_the_date_and_the_region_settle_what_hung_on_them(tables: Tables, draft: str) -> None:
    year = tables.catalogue.config.focus
    found = proof(draft, tables, date(int(year), 12, 1), tables.catalogue.config.regions[0], "zh")
    assert found.numbers[-1].verdict == "agrees"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_page_gets(tables: Tables, draft: str, language: str) -> None:
    found = proof(draft, tables, None, None, language)
    told = marked.record(found, language)
    assert [draft[one["start"] : one["end"]] for one in told["numbers"]] == [
        one.text for one in found.numbers
    ]
    assert all(one["mark"] == MARKS[one["tone"]] and one["called"] and one["said"] for one in told["numbers"])
    assert all(find(tables, one["row"]) for one in told["numbers"] if one["row"])
    counted = Counter(one.verdict for one in found.numbers)
    assert [one["verdict"] for one in told["counts"]] == [one for one in wording.VERDICTS if counted[one]]
    assert told["counts"][0]["verdict"] == "not_held"
    comma = wording.say("comma", language)
    assert told["sum"].rstrip("。.") == comma.join(one["text"] for one in told["counts"])


def test_a_draft_without_numbers(tables: Tables) -> None:
    told = marked.record(proof("没有数字。", tables, None, None, "zh"), "zh")
    assert told == {"numbers": [], "counts": [], "sum": wording.worded("proofs", "no_number", "zh")}
