"""Of which edition a figure is stands where its number stands: in every format that is taken away, of every figure of the tables, and where
figures of several editions stand beside one another."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import PurePath

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from industry import wording
from industry.export import listing
from industry.export.docx.briefing import briefing
from industry.export.docx.told.groups import Group, groups
from industry.export.docx.told.opening import opening
from industry.export.docx.told.sentences import sentences
from industry.export.docx.told.worked_out import WorkedOut
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.figures.record import Figure, RowsPanel, TablePanel, counts_only, marked
from industry.figures.rows.editions import editions
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.test_docx import text

BOTH = ("zh", "en")
MIXED = {"jiangxi": "final", "hebei": "first_release"}
"""The edition that each figure without any gets of these regions in the tables in which editions are mixed."""


@cache
def mixed() -> Tables:
    """The frozen tables with editions of all of some regions' figures."""
    files = edits.world()
    for name, rows in edits.rows(files):
        if edition := MIXED.get(PurePath(name).stem):
            files[name] = edits.written([row | {"edition": row["edition"] or edition} for row in rows])
    return edits.read(files)


@cache
def figures(name: str, language: str) -> tuple[Figure, ...]:
    tables = TABLES[name]()
    return drawn(tables, [Slide(one.id) for one in tables.catalogue.config.figures], language)


@cache
def here_and_there() -> Tables:
    """The frozen tables with editions of some figures of each region."""
    files = edits.world()
    for name, rows in edits.rows(files):
        told = [row | {"edition": row["edition"] or "final" * (at % 3 == 0)} for at, row in enumerate(rows)]
        files[name] = edits.written(told)
    return edits.read(files)


TABLES = {"as they are": world, "mixed": mixed, "here and there": here_and_there}


def edition(row: Observation, language: str) -> str:
    return wording.edition(row.edition, world().catalogue.config, language)


def at_figures(figure: Figure) -> Iterator[tuple[Observation, str]]:
    """Each figure with an edition that stands in a panel, and the words that stand by it or above all."""
    above = f"{figure.frame.plain_subtitle} {figure.frame.subtitle} "
    for panel in figure.panels if not counts_only(figure.panels) else ():
        head = above + panel.heading
        if isinstance(panel, TablePanel):
            entries = ((line, one) for line in panel.lines for one in line.entries)
            yield from ((one.row, f"{head}{line.period}{one.tag}") for line, one in entries if one.row)
        elif isinstance(panel, RowsPanel):
            held = ((row, one) for row in panel.rows for one in row.marks)
            yield from ((one.row, f"{head}{row.detail}{row.aside}") for row, one in held if one.row)
        else:
            yield from ((row, head) for row in marked(panel))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", TABLES)
def test_a_figure_says_by_its_marks_or_above_all_of_which_edition_each_is(name: str, language: str) -> None:
    of = [
        (one.id, row, told) for one in figures(name, language) for row, told in at_figures(one) if row.edition
    ]
    assert len({id for id, *_ in of}) > 10
    assert [(id, row.id) for id, row, told in of if edition(row, language) not in told] == []
    names = {edition(row, language) for _, row, _ in of}
    alone = [one for one in figures(name, language) if one.chart != "together"]
    twice = [one.id for one in alone for id in names if one.frame.subtitle.count(id) > 1]
    assert twice == []


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", TABLES)
def test_what_stands_above_figures_of_which_not_all_are_of_an_edition_says_of_which(
    name: str, language: str
) -> None:
    catalogue, seen = world().catalogue, 0
    for figure in figures(name, language):
        for one in editions(figure.panels, catalogue, language):
            of = {row for row in figure.drawn if row.edition and edition(row, language) in one}
            assert of, (figure.id, one)
            if others := {*figure.drawn} - of:
                seen += 1
                assert any(
                    any(told(one, row) for row in of) and not any(told(one, row) for row in others)
                    for told in tellings(language)
                ), (figure.id, one)
    assert seen or name == "as they are"


def tellings(language: str) -> Iterator[Callable[[str, Observation], bool]]:
    """Whether words name a figure, by each set of what may tell figures apart."""

    def facts(row: Observation) -> tuple[str, ...]:
        name = row.indicator.short or row.indicator.name
        return row.region.name(language), name(language), wording.period(row.period, language)

    comma = wording.say("comma", language)
    for count in (1, 2, 3):
        for places in combinations(range(3), count):
            yield lambda words, row, places=places: re.search(  # type: ignore[misc]
                rf"(?<![^，、 (]){re.escape(comma.join(facts(row)[one] for one in places))}(?![^，、,)为])",
                words,
            )


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", TABLES)
def test_a_briefing_says_it_in_each_sentence_and_above_each_chart_and_table(name: str, language: str) -> None:
    tables, held = TABLES[name](), figures(name, language)
    said = [one for figure in held for one in sentences(groups(figure, tables), tables, language)]
    said += [one for _, one in opening(held, tables, language)]
    of = [(one, row) for one in said for row in one.rows if row.edition and row.indicator.measure != "gap"]
    assert len(of) > 10
    assert [(str(one), row.id) for one, row in of if edition(row, language) not in one] == []
    for figure in held:
        told = text(briefing("x", [figure], language, tables, single=True))
        captions = [
            one for one in told.split("\n") if re.match(r"(图|表|附表|Figure|Table|Annex table)\W*\d", one)
        ]
        for panel in figure.panels:
            for one in editions([panel], tables.catalogue, language):
                names = {edition(row, language) for row in figure.drawn if row.edition}
                (of,) = (name for name in names if name in one)
                assert any(of in each for each in captions), (figure.id, one)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    "editions_of", [("final", "first_release"), ("final", "final"), ("first_release", "")]
)
def test_a_sentence_of_two_regions_figures_says_of_which_edition_each_is(
    language: str, editions_of: tuple[str, str]
) -> None:
    """Each is told alone: one sentence tells what is of one edition, and names it once."""
    held = [
        next(row for row in world().rows("designated_enterprises", id) if row.exact and comparable(row))
        for id in ("jiangxi", "hebei")
    ]
    rows = [replace(row, edition=one) for row, one in zip(held, editions_of, strict=True)]
    said = sentences([Group((row,), None, {}) for row in rows], world(), language)
    assert len(said) == len({*editions_of})
    names = {one: edition(row, language) for row, one in zip(rows, editions_of, strict=True) if one}
    for one in said:
        own = {row.edition for row in rows if row.region.name(language) in one}
        assert own and {id for id, name in names.items() if name in one} == own - {""}, one


@pytest.mark.parametrize("language", BOTH)
def test_what_a_figure_is_worked_out_of_says_its_edition_where_that_is_another(language: str) -> None:
    row = next(
        row
        for row in world().derived("profit_margin", "jiangxi")
        if len(row.terms) == 2 and row.derivation and row.derivation.place == 0
    )
    own, other = row.terms
    assert row.derivation is not None
    terms = (replace(own, edition="final"), replace(other, edition="first_release"))
    mixed_row = replace(row, edition="final", derivation=replace(row.derivation, terms=terms))
    (said,) = WorkedOut((), world(), language).of_rows([mixed_row])
    names = [edition(one, language) for one in terms]
    assert [said.count(one) for one in names] == [1, 1], said
    of, by = (wording.number(one, language) for one in (mixed_row, terms[1]))
    assert said.index(names[0]) < said.index(of) < said.index(names[1]) < said.index(by), said


@pytest.mark.parametrize("language", BOTH)
def test_a_workbook_says_it_in_each_row_and_of_each_figure(language: str) -> None:
    held = figures("as they are", language)
    book = load_workbook(io.BytesIO(made("xlsx", held, language)))
    rows = {row.id: row for figure in held for row in figure.rows}
    (column, id), seen = listing.columns(language, "edition", "id"), 0
    for sheet in book:
        header, *lines = ([*map(str, line)] for line in sheet.iter_rows(values_only=True))
        for line in lines if id in header else ():
            if (row := rows.get(line[header.index(id)])) and row.edition:
                assert line[header.index(column)] == edition(row, language), (sheet.title, row.id)
                seen += 1
    assert seen > 100
    (notices,) = listing.columns(language, "notices_sheet")
    told = {(line[0], line[1]) for line in book[notices].iter_rows(values_only=True)}
    assert {
        (one.frame.title, str(one.frame.plain_subtitle)) for one in held if one.frame.plain_subtitle
    } <= told


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("format", ["html", "pptx"])
def test_a_deck_says_it_on_its_slides(format: str, language: str) -> None:
    held = [
        one for one in figures("as they are", language) if editions(one.panels, world().catalogue, language)
    ]
    assert held
    for figure in held:
        content = made(format, (figure,), language)
        if format == "pptx":
            shapes = (one for slide in Presentation(io.BytesIO(content)).slides for one in slide.shapes)
            told = " ".join(one.text_frame.text for one in shapes if one.has_text_frame)
        else:
            told = content.decode()
        for one in editions(figure.panels, world().catalogue, language):
            assert one in told, (figure.id, one)


def made(format: str, held: Sequence[Figure], language: str) -> bytes:
    size = world().catalogue.config.sizes[0]
    return formats()[format].make(Order("x", tuple(held), language, world(), size, plotly="plotly.js"))
