"""What a briefing says of its data at the end, below its figures and in its annex: each once, in the document's order, of what stands
there."""

from __future__ import annotations

import io
import re
from calendar import month_abbr

import pytest
from docx import Document
from pptx import Presentation

from industry.export import order
from industry.export.deck import regional
from industry.export.docx.briefing import Writing, briefing
from industry.export.docx.markup import JOINER, bound
from industry.export.docx.package import Package
from industry.export.docx.sources import Numbered, circled
from industry.export.docx.told.remarks import ORDER, closed, remarks
from industry.export.docx.told.worked_out import WorkedOut
from industry.export.pptx.presentation import presentation
from industry.export.refreshing import paragraphs
from industry.figures.record import Figure, RowsPanel, drawn
from industry.wording import citation, number, say
from industry.wording.said import rows_of
from industry.wording.words import worded
from tests.conftest import world
from tests.export.test_docx import BOTH, DECKS, figures, made

SIGNS = re.compile(f"[{JOINER}—{''.join(circled(one) for one in range(1, 51))}]+$")
"""The numbers of sources behind a line."""
SENDS = re.compile("数据表(?!格)|data table|the table shows|the table has")


def listed(deck: str, language: str) -> tuple[dict[str, list[str]], dict[str, str], tuple[Figure, ...]]:
    held = figures(deck, language)
    called = {one.id: f"图{at}" for at, one in enumerate(held, start=1)}
    names = {id: (one,) for id, one in called.items()}
    return (
        {key: [*map(str, told)] for key, told in remarks(held, names, world(), language).items()},
        called,
        held,
    )


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


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_who_is_sent_to_a_note_finds_it_there(deck: str, language: str) -> None:
    """Below the chart or table that is named, before the next one begins."""
    under: dict[str, list[str]] = {}
    sent: list[str] = []
    name, begun = "", str(say("notes", language, ""))
    ways = [worded("paper", one, language, "(.+)") for one in ("bases_seen", "disputes_seen")]
    for one in Document(io.BytesIO(made(deck, language))).paragraphs:
        told = one.text.replace(JOINER, "").replace("\N{NO-BREAK SPACE}", " ")
        if one.style.name == "Caption":  # type: ignore[union-attr]
            name = re.search(r"(?:[图表]|Figure |Table )\d+", told)[0]  # type: ignore[index]
        elif told.startswith(begun):
            under.setdefault(name, []).append(told)
        elif found := next((match for way in ways if (match := re.fullmatch(way, told))), None):
            sent += re.findall(r"(?:[图表]|Figure |Table )\d+", found[1])
    assert sent and not [one for one in sent if one not in under]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_of_each_figure_that_is_worked_out_it_is_told_once_of_what(deck: str, language: str) -> None:
    held = figures(deck, language)
    told = [one for each in remarks(held, {}, world(), language).values() for one in each]
    rows = {row for figure in held for row in figure.drawn if row.derivation}
    alone = {row for row in rows if len({one.region for one in row.terms}) == 1 or row.derivation.place}  # type: ignore[union-attr]
    assert not [
        row for row in alone if not any(row in one.rows or {*row.terms} <= {*one.rows} for one in told)
    ]
    worked, every = WorkedOut(held, world(), language), "".join(told)
    for sentence in (one for figure in held for one in worked.of(figure)):
        (row,) = sentence.rows
        assert all(str(number(one, language)) in sentence for one in (row, *row.terms))
        assert every.count(closed(sentence[1:], language)) == 1


@pytest.mark.parametrize("deck", DECKS)
def test_capitals_stand_where_sentences_and_names_begin(deck: str) -> None:
    found, _, held = listed(deck, "en")
    names = {one for figure in held for row in figure.rows for one in (row.region, *row.sources)}
    proper = [getattr(one, "publisher", getattr(one, "name", None)) for one in names]
    known = {str(one("en")) for one in proper if one} | set(month_abbr[1:])
    for told in (one for key in ("apart", "ways") for one in found.get(key, [])):
        inside = (told[one.start() :] for one in re.finditer("(?<=[;,:] )[A-Z][a-z]", told))
        assert all(one.startswith(tuple(known)) for one in inside), told


def test_notices_below_a_figure_of_its_own_are_told_apart() -> None:
    many = [one for deck in DECKS for one in figures(deck, "zh") if len(one.frame.notices) > 1]
    assert many
    for one in many:
        document = Document(io.BytesIO(briefing("", [one], "zh", world(), single=True)))
        told = "\n".join(each.text for each in document.paragraphs if each.style.name == "Note")  # type: ignore[union-attr]
        notices = [closed(each, "zh") for each in one.frame.tableless.notices]
        short = (each.replace("规模以上工业", "规上工业") for each in (bound("；".join(notices), "zh"), told))
        assert next(short) in next(short), one.id
        assert not any(re.search("[\u4e00-\u9fff] [0-9超约]", each) for each in notices)


def test_titles_of_tables_say_of_which_region_they_are() -> None:
    titled = 0
    for deck in DECKS:
        held = Document(io.BytesIO(made(deck, "zh"))).paragraphs
        captions = [one.text for one in held if one.style.name == "Caption"]  # type: ignore[union-attr]
        for figure in figures(deck, "zh"):
            for panel in figure.panels if len(figure.panels) > 1 else ():
                regions = {row.region.name("zh") for row in drawn(panel)}
                own = [one for one in captions if panel.heading and panel.heading in one]
                if len(regions) == 1 and own:
                    titled += 1
                    assert all(regions & {name for name in regions if name in one} for one in own)
    assert titled


def test_the_year_of_what_is_counted_in_a_table_stands_in_it_or_in_its_title() -> None:
    seen = 0
    for deck in DECKS:
        captions = [
            one.text
            for one in Document(io.BytesIO(made(deck, "zh"))).paragraphs
            if one.style.name == "Caption"  # type: ignore[union-attr]
        ]
        for figure in figures(deck, "zh"):
            for panel in figure.panels:
                if not isinstance(panel, RowsPanel) or not panel.own_scales:
                    continue
                (title,) = [one for one in captions if figure.frame.title in one][:1]
                for row in (one for one in drawn(panel) if one.indicator.timing == "stock" and one.period):
                    told = [title, *(one for each in panel.rows for one in (each.detail, each.aside))]
                    told += [panel.aside_heading, *(words for _, _, words in panel.legend)]
                    assert any(str(row.period.year) in one for one in told)  # type: ignore[union-attr]
                    seen += 1
    assert seen


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
    notes = [one.text for one in document.paragraphs if one.style.name == "Note"]  # type: ignore[union-attr]
    lines = {SIGNS.sub("", one) for one in notes}
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


@pytest.mark.parametrize("language", BOTH)
def test_what_the_opening_tells_of_derived_figures_that_none_draws_is_worked_out_in_part_four(
    language: str,
) -> None:
    """Who reads a number in the first part finds out of what it was reckoned, whether or not a figure shows it."""
    seen = 0
    for deck in regional.decks(world()):
        shown = order.drawn(world(), deck.slides, language)
        writing = Writing("", shown, language, world(), Package(language))
        told = "".join(paragraphs.text(one) for one in writing.content()).replace("\N{NO-BREAK SPACE}", " ")
        known = {row for one in shown for row in one.drawn}
        for row in writing.undrawn:
            if row.derivation and len({one.region for one in row.terms}) == 1 and row not in known:
                terms = [number(one, language) for one in row.terms]
                assert all(told.count(one) > 0 for one in terms), (deck.id, row.id, terms)
                seen += 1
    assert seen
