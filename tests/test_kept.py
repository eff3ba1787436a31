"""What is worked out of tables once is their own, and goes with them, whatever was asked of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from weakref import ref

import pytest

from industry import kept as module
from industry import project
from industry.export import card, listing
from industry.figures.draw import draw_safely
from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.proof.judging import judge
from industry.vocabulary.slide import Choices
from tests.conftest import WORLD


class Book:
    """What answers are kept of."""


def test_an_answer_is_worked_out_once_for_its_tables_and_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Book, int]] = []

    @kept
    def answer(book: Book, fact: int) -> int:
        asked.append((book, fact))
        return fact + 1

    one, other = Book(), Book()
    assert [answer(one, 1), answer(one, 1), answer(other, 1), answer(one, 2)] == [2, 2, 2, 3]
    assert asked == [(one, 1), (other, 1), (one, 2)]
    monkeypatch.setattr(module, "MOST", 2)
    assert [answer(one, 3), answer(one, 1)] == [4, 2]
    assert asked[3:] == [(one, 3), (one, 1)], "the others were let go to make room"


def test_that_there_is_no_answer_is_one_that_is_kept() -> None:
    asked: list[Book] = []
    none = kept(lambda book: asked.append(book))
    book = Book()
    assert none(book) is none(book) is None and asked == [book]


def test_tables_go_though_much_was_asked_of_them() -> None:
    def ask() -> Iterator[ref[Tables]]:
        tables = project.store(WORLD).current().tables
        assert tables is not None
        yield ref(tables)
        for spec in tables.catalogue.config.figures:
            draw_safely(spec, tables, Choices(), "zh")
        for row in tables.rows(derived=True):
            listing.line(row, tables, "zh")
        card.card(tables, row, "zh")
        for draft in (
            "江西规上工业增加值同比增长6.2%，高于全国0.3个百分点。",
            "Jiangxi's industry grew by 6.2%.",
        ):
            assert judge(draft, tables, date(2022, 3, 1), "jiangxi")

    (known,) = ask()
    gc.collect()
    assert known() is None, "what is kept holds tables that nobody reads any more"
