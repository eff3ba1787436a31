"""Whose statistic a figure is, whoever prints it."""

from __future__ import annotations

from industry.rules.producers import producers
from industry.rules.shelf import Shelf
from industry.vocabulary.catalogue import Source
from tests.books import Handmade, indicator, source

GROWTH = indicator("growth", "growth_yoy", producer="statistics")
FIRMS = indicator("firms", "level", "家", "stock")


def by(id: str, producer: str) -> Source:
    return source(id, publisher=id).model_copy(update={"producer": producer})


BUREAU, OFFICE = by("bureau", "statistics"), by("office", "industry")


def test_a_departments_count_is_its_own_and_the_bureaus_growth_the_bureaus() -> None:
    book = Handmade(GROWTH, FIRMS)
    growth = book.add("shaanxi", "growth", "2020", "1.0%", source=OFFICE)
    mine = book.add("shaanxi", "firms", "2020-12", "7164家", source=OFFICE)
    theirs = book.add("shaanxi", "firms", "2020-12", "7145家", source=BUREAU)
    assert producers(Shelf(book), growth) == {"statistics"}
    assert (producers(Shelf(book), mine), producers(Shelf(book), theirs)) == ({"industry"}, {"statistics"})


def test_a_quoted_growth_that_the_bureau_contradicts_is_the_departments() -> None:
    book = Handmade(GROWTH)
    quoted = book.add("shaanxi", "growth", "2020", "1.4%", source=OFFICE)
    book.add("shaanxi", "growth", "2020", "1%", source=BUREAU)
    assert producers(Shelf(book), quoted) == {"statistics"}, "1.4 may have been printed as 1"
    book.add("shaanxi", "growth", "2020", "1.0%", source=BUREAU)
    assert producers(Shelf(book), quoted) == {"industry"}
    book.add("hebei", "growth", "2020", "4.7%", source=BUREAU)
    book.add("shaanxi", "growth", "2020", "2.0%", source=BUREAU, edition="final")
    other = book.add("shaanxi", "growth", "2020", "2.0%", source=OFFICE, edition="final")
    assert producers(Shelf(book), other) == {"statistics"}, "of another edition nothing is contradicted"


def test_where_nobody_is_named_it_is_the_publisher() -> None:
    book = Handmade(FIRMS)
    assert producers(Shelf(book), book.add("hebei", "firms", "2020-12", "5家", source="somebody")) == {
        "somebody"
    }
