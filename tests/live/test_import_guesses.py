"""Under a header that calls an indicator by a name of its own the import guesses it, or one that is of an earlier tier, or of the same and
called so by texts too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from industry.curation.importing.importer import imported
from industry.curation.sheets import books
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming
from industry.vocabulary.catalogue import Indicator, Source
from industry.vocabulary.fields import Tier
from tests.curation.workbooks import separated

NEVER = ("rank", "streak", "parameter")
"""Places are left out of an import, and of a parameter there is no actual value."""


def calls(tables: Tables) -> Iterator[tuple[Indicator, str]]:
    for one in tables.catalogue.indicators.values():
        for word in (one.name.zh, *one.aliases, *one.cues):
            if one.measure not in NEVER:
                yield one, word


def guess(word: str, unit: str, tables: Tables, source: Source) -> str | None:
    """The id that is guessed; None where the header names places, whose figures are left out."""
    benchmark = tables.catalogue.benchmark.name.zh
    year = source.published[0]
    rows = [[f"{year}年主要指标"], ["地区", f"{word}（{unit}）"], [benchmark, "5"]]
    found = imported(books.read("x.csv", separated(rows)), tables, {}, source)
    return found.rows[0].cells["indicator"] if found.rows else None


def weightier(told: str | None, one: Indicator, word: str, tables: Tables) -> bool:
    """Whether the indicator that is guessed is of an earlier tier, or of the same and called so by texts too; of a change nothing
    may be guessed, as its words are read as a relation."""
    every, order = tables.catalogue.indicators, get_args(Tier)
    if not told:
        return told is None or one.measure == "change"
    earlier = order.index(every[told].tier) - order.index(one.tier)
    return earlier < 0 or earlier == 0 and told in naming.names(tables).get(alike(word), ())


def test_a_header_that_is_an_indicators_name_guesses_it_or_a_weightier_one(tables: Tables) -> None:
    every = tables.catalogue
    source = max(
        (one for one in every.sources.values() if one.kind == "statistics" and one.published),
        key=lambda one: one.published,
    ).model_copy(update={"region": every.benchmark.id})
    wrong = []
    for one, word in calls(tables):
        told = guess(word, one.unit, tables, source)
        if told != one.id and not weightier(told, one, word, tables):
            wrong.append(f"{word} ({one.unit}): {told}, not {one.id}")
    assert not wrong, "\n".join(wrong)
