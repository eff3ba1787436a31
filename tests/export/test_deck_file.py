"""A deck's file: what is written is read; what is none is told apart, and why."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

import industry
from industry.export.deck import deck_file
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide

DAY = datetime.date(2021, 7, 25)
SLIDES = (
    Slide.parse("profit?regions=hebei,jiangxi&year=2021"),
    Slide.parse("compare?indicator=profit_growth&heading=%E5%88%A9%E6%B6%A6"),
)


def written(**more: Any) -> str:
    held = json.loads(deck_file.write(SLIDES, "abc123", "zh", DAY))
    return json.dumps(held | more, ensure_ascii=False)


def test_what_is_written_is_read(tables: Tables) -> None:
    opened = deck_file.read(written(), tables.catalogue)
    assert opened == deck_file.Opened(SLIDES, (), "2021-07-25", "abc123")
    assert deck_file.read("\ufeff" + written(), tables.catalogue) == opened


def test_the_file_reads_as_what_it_is() -> None:
    assert json.loads(written()) == {
        "deck": 1,
        "language": "zh",
        "date": "2021-07-25",
        "version": "abc123",
        "program": industry.VERSION,
        "slides": [
            {"slide": "profit?regions=hebei,jiangxi&year=2021"},
            {"slide": "compare?indicator=profit_growth", "heading": "利润"},
        ],
    }


def test_figures_that_there_are_no_more_are_named(tables: Tables) -> None:
    slides = [{"slide": "gone?year=2021"}, {"slide": "profit"}, {"slide": "compare?indicator=gone"}]
    opened = deck_file.read(written(slides=slides), tables.catalogue)
    assert (opened.slides, opened.missing) == ((Slide("profit"),), ("gone", "compare"))


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("", "no_json", ()),
        ("PK\x03\x04", "no_json", ()),
        ("[" * 60_000, "no_json", ()),
        ("[]", "no_deck", ()),
        ("{}", "no_deck", ()),
        ('{"deck": 1, "a": "' + "x" * 70_000 + '"}', "too_large", ("64",)),
        (written(deck=2), "other_form", ("2",)),
        (written(deck=True), "other_form", ("True",)),
        (written(owner="x"), "foreign_key", ("owner",)),
        (written(slides=[{"slide": "profit", "zoom": 3}]), "foreign_key", ("zoom",)),
        (written(slides=[{"slide": "profit?zoom=3"}]), "foreign_key", ("zoom",)),
        (written(slides=[]), "wrong_place", ("slides",)),
        (written(slides="profit"), "wrong_place", ("slides",)),
        (written(slides=[{"slide": "profit", "heading": "x" * 41}]), "wrong_place", ("slides.0.heading",)),
        (written(date="yesterday"), "wrong_place", ("date",)),
        (written(date="2026-13-45"), "wrong_place", ("date",)),
        (written(date="2026-02-29"), "wrong_place", ("date",)),
        (written(date="２０２１-07-25"), "wrong_place", ("date",)),
        (written(date="20210725"), "wrong_place", ("date",)),
        (written(date="2021-07-25\n"), "wrong_place", ("date",)),
        (written(version="<b>"), "wrong_place", ("version",)),
        (written(slides=[{"slide": "gone"}]), "no_figure", ("gone",)),
    ],
    ids=lambda one: str(one)[:24],
)
def test_what_is_no_deck_is_told_apart(tables: Tables, text: str, code: str, facts: tuple[str, ...]) -> None:
    with pytest.raises(deck_file.NoDeck) as refused:
        deck_file.read(text, tables.catalogue)
    assert (refused.value.code, refused.value.facts) == (code, facts)
