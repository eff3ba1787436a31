"""Cells of the tables and fields of records in words: no column, key or id of the program's own stands among them, and no English in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from industry.curation.changes.records import _held
from industry.figures import kinds  # noqa: F401  the options of figures are those of their kinds
from industry.tables.faults import Fault
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator, Priority, Region, Source
from industry.vocabulary.changing_rules import Rules
from industry.vocabulary.configuration import Config
from industry.wording import cells, fault_words
from industry.wording.words import words
from tests.conftest import world

CODE = re.compile(r"[a-z]+_[a-z_0-9]+|\d{4}-\d\d|\b(?:yes|no|True|False|None)\b")
LATIN = re.compile(r"[A-Za-z]{2,}")
BESIDE = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^][]*\]|“[^“”]*”")
"""Where an id may stand: behind a name, or as what it is, in quotation marks."""
FREE = ("note_zh", "note_en", "as_printed")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return world()


def own(tables: Tables) -> set[str]:
    """Letters that names and titles of the records have themselves."""
    told = " ".join(text for one in _held(tables.catalogue) for text in one.fields.values())
    return set(LATIN.findall(told)) - {one for one in tables.catalogue.indicators}


@pytest.mark.parametrize("language", fields.LANGUAGES)
@pytest.mark.parametrize("column", [*fields.COLUMN, "region"])
def test_a_cell_is_told_in_words(tables: Tables, column: str, language: str) -> None:
    catalogue = tables.catalogue
    assert language == "en" or not LATIN.search(cells.head(column, language))
    held = {str(tables.cells(one.id).get(column, "")) for one in tables.rows() if not one.derived} - {""}
    held |= set(catalogue.regions) if column == "region" else set()
    held |= set(catalogue.config.editions) if column == "edition" else set()
    held |= {"status": {*fields.STATUSES}, "qualifier": {*fields.QUALIFIERS}, "by_hand": {"yes"}}.get(
        column, set()
    )
    held |= {" ".join(fields.INFERRED), *fields.INFERRED} if column == "inferred" else set()
    for one in held - {""} if column not in FREE else ():
        told = cells.cell(column, one, (catalogue,), language)
        bare = BESIDE.sub("", told)
        assert told and not (CODE.search(bare) and language == "zh"), told
        assert not (bare == one and re.fullmatch(r"[a-z_]+", one) and language == "zh"), told


@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_a_field_of_a_record_is_told_in_words(tables: Tables, language: str) -> None:
    """Of every record that there is, with all that it says."""
    known = own(tables)
    for record in _held(tables.catalogue):
        for path, text in record.fields.items():
            head = cells.key(path, (tables.catalogue,), language)
            assert head or not path.strip("0123456789."), path
            if language == "zh":
                assert not set(LATIN.findall(head)) - known, (path, head)
            if path.rsplit(".", 1)[-1] in ("zh", "en", "id", "date", "url", "code", "document"):
                continue
            told = BESIDE.sub("", cells.field(path, text, (tables.catalogue,), language))
            assert language == "en" or not CODE.search(told), (path, text, told)


def keys(model: type[BaseModel]) -> Iterator[str]:
    """The names of a record's fields, and of those of records inside it."""
    for name, kind in get_type_hints(model).items():
        if name in model.model_fields:
            yield name
            for inside in parts(kind):
                if isinstance(inside, type) and issubclass(inside, BaseModel) and inside is not model:
                    yield from keys(inside) if model in (Source, Indicator, Region, Priority) else ()


def parts(kind: Any) -> Iterator[Any]:
    yield kind
    for one in get_args(kind):
        yield from parts(one)


@pytest.mark.parametrize("model", [Source, Indicator, Region, Priority, Rules, Config])
def test_every_key_has_a_name(model: type[BaseModel]) -> None:
    """Of what curators write, down to the last; of rules and settings the first."""
    besides = {"zh", "en", "decks"}
    lacking = {one for one in keys(model) if f"key_{one}" not in words("keys")} - besides
    assert not lacking


@pytest.mark.parametrize(
    "values",
    [fields.Tier, fields.Measure, fields.Timing, fields.Prices, fields.Better, fields.SourceKind, fields.Access,
     fields.PriorityKind, fields.Addition],
)  # fmt: skip
def test_every_value_of_a_closed_list_has_a_word(values: Any) -> None:
    assert not {one for one in get_args(values) if f"value_{one}" not in words("keys")}


@pytest.mark.parametrize("column", ["status", "qualifier", "inferred"])
def test_a_fault_on_the_page_says_what_is_chosen_there_not_its_code(column: str) -> None:
    codes = {"status": fields.STATUSES, "qualifier": fields.QUALIFIERS, "inferred": fields.INFERRED}[column]
    for one in filter(None, codes):
        fault = Fault("not_allowed", "a.csv", line=2, column=column, found="x", expected=tuple(codes))
        assert one not in fault_words.on_page(fault, "zh")
