"""The tables themselves: no fault, every source resolves both ways, every word that a reader needs is there."""

from __future__ import annotations

import pytest

from industry import wording
from industry.__main__ import main
from industry.tables.tables import Tables
from industry.wording import citation
from industry.wording.numbers import UNITS
from tests import spoken
from tests.conftest import LIVE
from tests.forbidden import judging


def test_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--language", "en", str(LIVE)]) == 0, capsys.readouterr().out


def test_nothing_that_people_write_judges() -> None:
    """Names, titles, notes and priorities: none says who comes last, lags or drags."""
    assert not list(judging(spoken.of_tables(LIVE)))


def test_every_source_resolves_both_ways(tables: Tables) -> None:
    known = tables.catalogue.sources
    used = {row.source.id for row in tables.rows()} | {one.source for one in tables.catalogue.priorities}
    assert used == set(known)


def test_every_derived_row_comes_from_rows_that_are_there(tables: Tables) -> None:
    for row in tables.derived():
        assert row.derivation and row.derivation.terms, row.id
        assert [tables.row(one.id) for one in row.terms] == list(row.terms)


def test_every_row_is_cited_by_publisher_and_title(tables: Tables) -> None:
    for row in tables.rows():
        assert row.source.publisher.zh in citation.line(citation.sources([row]), "zh")
        assert row.source.title.zh in citation.full(row.source, "zh")


def test_every_unit_has_english_words(tables: Tables) -> None:
    for one in tables.catalogue.indicators.values():
        assert one.unit_en is not None or one.unit in UNITS, one.id


def test_no_figure_has_more_digits_than_were_printed(tables: Tables) -> None:
    for row in tables.rows():
        shown = sum(one.isdigit() for one in wording.number(row, "zh"))
        printed = sum(one.isdigit() for one in row.as_printed)
        assert not printed or shown <= printed, row.id
