"""Where sources differ about a figure that is drawn each is told once, with what it prints, however many there are and whichever is
drawn: also where two of them differ that both agree, rounded, with the one that is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, combinations_with_replacement
from typing import Any

import pytest

from industry import wording
from industry.rules import audit
from industry.rules.identities import Finding
from industry.rules.pairs import one_figure
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.observation import Observation
from industry.wording.audits import MOST_BESIDE
from tests.figures.specs import made
from tests.figures.test_left_out import GROWTH, Held, growth

PRINTS = ("17.6", "17.7", "17.64", "17.56", "18")
FIGURES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("bars", GROWTH),
    ("lines", {**GROWTH, "by": "quarters"}),
    ("table", {"indicators": ("value_added_growth",)}),
)


class Audited(Held):
    """Rows with what a check of those of one figure finds."""

    def __init__(
        self, catalogue: Catalogue, rows: Sequence[Observation], some: Sequence[Observation]
    ) -> None:
        super().__init__(catalogue, rows)
        self.findings: Sequence[Finding] = tuple(audit.two_sources(some))


def printed(tables: Tables, figures: Sequence[str]) -> list[Observation]:
    """One figure as sources of as many publishers print it."""
    row = growth(tables, "hebei", "2021-01/2021-03")
    sources = {one.publisher.zh: one for one in tables.catalogue.sources.values() if one.kind == "statistics"}
    return [
        replace(
            row,
            id=f"hebei:{at}",
            value=Decimal(one),
            step=Decimal(1).scaleb(int(Decimal(one).as_tuple().exponent)),
            source=source,
        )
        for at, (one, source) in enumerate(zip(figures, sources.values(), strict=False))
    ]


def of_source(row: Observation, at: int, more: int, **of: Any) -> Observation:
    """A figure so much more than that of ``row``, as another source of its publisher prints it."""
    assert row.source is not None
    source = row.source.model_copy(update={"id": f"s{at}", **of})
    return replace(row, id=f"{row.region.id}:{at}", value=row.value + more, source=source)


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize(("chart", "spec"), FIGURES, ids=[chart for chart, _ in FIGURES])
def test_each_source_that_differs_is_told_once(
    tables: Tables, chart: str, spec: dict[str, Any], count: int
) -> None:
    row = growth(tables, "hebei", "2021-01/2021-03")
    others = [one for one in tables.rows(GROWTH["indicator"]) if one != row]
    for figures in combinations_with_replacement(PRINTS, count):
        some = printed(tables, figures)
        against = {one for pair in combinations(some, 2) if not one_figure(*pair) for one in pair}
        notes = made(Audited(tables.catalogue, [*others, *some], some), chart, **spec).frame.notes  # type: ignore[arg-type]
        told = [one for one in notes if one.kind == "dispute"]
        assert len(told) == bool(against), (figures, told)
        for one in against:
            said = f"{one.publication.publisher.zh}为{wording.number(one, 'zh')}"
            assert "".join(told).count(said) == 1, (figures, said, told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [2, MOST_BESIDE, MOST_BESIDE + 1, 40])
@pytest.mark.parametrize("alike", [1, 2])
def test_beside_a_number_of_many_sources_stands_one_that_differs_and_how_many_more_there_are(
    tables: Tables, language: str, count: int, alike: int
) -> None:
    """``alike``: how many of the sources print the same."""
    row = growth(tables, "hebei", "2021-01/2021-03")
    some = [of_source(row, at, more=at // alike) for at in range(count + alike - 1)]
    (found,) = (one for one in audit.two_sources(some) if one.code == "conflict")
    for one in some:
        told = wording.dispute(found, one, language)
        assert one in told.rows and any(not one_figure(one, other) for other in told.rows)
        assert all(wording.number(other, language) in told for other in told.rows)
        left = len(some) - len(set(told.rows))
        more = wording.say("more_prints", language, "", str(left))
        assert told.endswith(more) if len(some) > MOST_BESIDE else not left


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_of_several_prints_are_called_alike(tables: Tables, language: str) -> None:
    row = growth(tables, "hebei", "2021-01/2021-03")
    sources = [one for one in tables.catalogue.sources.values() if one.kind == "statistics"][:2]
    places = [(source, paragraph) for source in sources for paragraph in (None, 1, 2)]
    for count in range(2, MOST_BESIDE + 1):
        for chosen in combinations(places, count):
            some = [
                replace(row, id=f"hebei:{at}", value=row.value + at, source=source, paragraph=paragraph)
                for at, (source, paragraph) in enumerate(chosen)
            ]
            (found,) = (one for one in audit.two_sources(some) if one.code == "conflict")
            told = str(wording.dispute(found, row, language))
            for one in some:
                told = told.replace(wording.number(one, language), "|")
            named = [one.strip("，,为 ") for one in told.split("|") if one.strip("，,为 ")]
            assert len({*named}) == len(named) == count, told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2021-04-16", "2021-07-15"), (("2021年4月", "2021年7月"), ("Apr 2021", "Jul 2021"))),
        (("2021-04-16", "2021-04-20"), (("2021年4月16日", "2021年4月20日"), ("16 Apr 2021", "20 Apr 2021"))),
    ],
)
def test_texts_of_one_publisher_are_told_apart_by_no_more_of_their_dates_than_that_takes(
    tables: Tables, language: str, days: tuple[str, ...], told: tuple[tuple[str, ...], ...]
) -> None:
    row = growth(tables, "hebei", "2021-01/2021-03")
    some = [of_source(row, at, more=at, date=day) for at, day in enumerate(days)]
    (found,) = (one for one in audit.two_sources(some) if one.code == "conflict")
    said = str(wording.dispute(found, row, language))
    brackets = "（{}）" if language == "zh" else "({})"
    assert all(brackets.format(one) in said for one in told[language != "zh"]), said
