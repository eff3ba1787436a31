"""What a briefing says of its data at the end, below its figures and in its annex: each once, in the document's order, of what stands
there."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from pptx import Presentation

from industry.export.docx.markup import bound
from industry.export.docx.sources import Numbered
from industry.export.docx.told.remarks import ORDER, remarks
from industry.export.pptx.presentation import presentation
from industry.figures.record import Figure
from industry.wording import citation
from industry.wording.said import rows_of
from tests.export.test_docx import BOTH, DECKS, figures, made

SENDS = re.compile("数据表(?!格)|data table|the table shows|the table has")


def listed(deck: str, language: str) -> tuple[dict[str, list[str]], dict[str, str], tuple[Figure, ...]]:
    held = figures(deck, language)
    called = {one.id: f"图{at}" for at, one in enumerate(held, start=1)}
    return {key: [*map(str, told)] for key, told in remarks(held, called, language).items()}, called, held


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_the_last_part_is_in_the_documents_order_and_says_nothing_twice(deck: str, language: str) -> None:
    found, _, _ = listed(deck, language)
    assert found and list(found) == [one for one in ORDER if one in found]
    for key in ("apart", "ways"):
        first = [int(re.search(r"图(\d+)", one)[1]) for one in found.get(key, [])]  # type: ignore[index]
        assert first == sorted(first)
    every = [one for told in found.values() for one in told]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_no_note_stands_below_its_figure_and_in_the_last_part(deck: str, language: str) -> None:
    document = Document(io.BytesIO(made(deck, language)))
    notes = " ".join(one.text for one in document.paragraphs if one.style.name == "Note")  # type: ignore[union-attr]
    found, _, held = listed(deck, language)
    every = " ".join(one for told in found.values() for one in told)
    vital = [one for figure in held for one in figure.frame.notes if one.vital]
    assert vital and notes and not any(str(one) in every for one in vital)


def test_what_is_set_apart_is_told_with_one_colon_at_most() -> None:
    for deck in DECKS:
        found, _, _ = listed(deck, "zh")
        for one in found.get("apart", []):
            outside = re.sub("（[^（）]*）", "", one)
            assert "：" not in outside and "的有" in outside


@pytest.mark.parametrize("language", BOTH)
def test_nothing_sends_to_a_table_that_does_not_stand_there(language: str) -> None:
    """Of any figure that says so on the screen, neither page nor slide does."""
    sending = [
        one for deck in DECKS for one in figures(deck, language) if SENDS.search(" ".join(one.frame.notes))
    ]
    assert sending
    for one in sending:
        assert not SENDS.search(" ".join((*one.frame.tableless.notes, *one.frame.tableless.notices)))
    deck_of = Presentation(io.BytesIO(presentation("", sending[:1], language)))
    slides = [one.text_frame.text for each in deck_of.slides for one in each.shapes if one.has_text_frame]
    assert slides and not SENDS.search("\n".join(slides))
    for deck in DECKS:
        document = Document(io.BytesIO(made(deck, language)))
        assert not SENDS.search("\n".join(one.text for one in document.paragraphs))


def test_below_a_figure_stand_the_sources_of_what_it_shows() -> None:
    """图1 draws no city, and names no source of one that is only set apart."""
    held = figures(DECKS[0], "zh")
    fewer = 0
    document = Document(io.BytesIO(made(DECKS[0], "zh")))
    lines = {one.text for one in document.paragraphs if one.style.name == "Note"}  # type: ignore[union-attr]
    for figure in held:
        vital = [one for one in figure.frame.notes if one.vital]
        shown = citation.line(citation.sources((*figure.drawn, *rows_of(vital))), "zh")
        assert not figure.rows or bound(shown, "zh") in lines, figure.id
        fewer += shown != figure.frame.source
    assert fewer


def test_paragraphs_of_a_source_are_told_as_spans() -> None:
    rows = [
        row
        for row in [one for figure in figures(DECKS[0], "zh") for one in figure.rows]
        if row.paragraph and not row.derived
    ]
    source = max(
        {row.publication.id for row in rows}, key=lambda id: sum(row.publication.id == id for row in rows)
    )
    numbered = Numbered()
    numbered.marks(row for row in rows if row.publication.id == source)
    for language, said, dash in (("zh", "见第", "—"), ("en", "paragraphs ", "–")):
        (told,) = numbered.entries(language)
        tail = told.rpartition(said)[2]
        assert re.fullmatch(rf"(\d+({dash}\d+)?(、|, )?)+段?[。.]", tail) and dash in tail
        spans = [[*map(int, one.split(dash))] for one in re.findall(rf"\d+(?:{dash}\d+)?", tail)]
        every = [at for first, *last in spans for at in range(first, (last or [first])[0] + 1)]
        assert every == sorted(
            {int(row.paragraph) for row in rows if row.publication.id == source and row.paragraph}
        )


def test_no_line_ends_behind_the_dash_of_months() -> None:
    document = Document(io.BytesIO(made(DECKS[0], "zh")))
    told = "\n".join(one.text for one in document.paragraphs)
    assert bound("1—3月", "zh") in told and not re.search(r"\d—\d+月", told)
    styles = {one.name: one for one in document.styles}
    assert styles["Source"].paragraph_format.alignment in (None, 0)  # type: ignore[union-attr]
