"""Each sheet that a figure goes over has the words of its own rows and those that every sheet needs, and no other's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from industry import wording
from industry.figures import parts
from industry.figures.compose.own_words import owned
from industry.figures.record import Figure, TablePanel, drawn
from industry.figures.rows.cells import MARKS
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import NOTHING
from industry.wording.said import Said, rows_of
from tests.conftest import world
from tests.figures.specs import once

LANGUAGES = ("zh", "en")


def sheets(figure: Figure, down: int) -> list[Figure]:
    """A figure's sheets, each with its own panel alone, tables in so many parts."""
    ways = [(down, 1) if isinstance(one, TablePanel) else parts.WHOLE for one in figure.panels]
    panels, places = parts.sheets(figure, ways)
    every = [parts.on_sheet(figure, panels, places, at) for at in range(1, len(places) + 1)]
    return [replace(one, panels=one.panels[place]) for one, place in zip(every, places, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_figure_stands_on_the_sheets_of_its_rows(language: str) -> None:
    """Over all figures that go over several sheets: nothing is lost, nothing stands beside rows that it doesn't speak of while
    those of which it does are elsewhere, and marks and small type stand on the sheets that say what they mean."""
    told = 0
    for spec in world().catalogue.config.figures:
        figure = once(spec, world(), NOTHING, language)
        for found in (sheets(figure, 2), sheets(figure, 4)) if figure.panels else ():
            for kind in ("notices", "notes"):
                every: tuple[Said, ...] = getattr(figure.frame, kind)
                each: list[tuple[Said, ...]] = [getattr(one.frame, kind) for one in found]
                assert {*every} == {text for one in each for text in one}
                for text in every:
                    about = _grown(text.rows) if text.kind == "low_base" else {*text.rows}
                    shown = [not about.isdisjoint(one.drawn) for one in found]
                    stands = [text in one for one in each]
                    if text.kind != "derived" and any(shown):
                        assert stands == shown, (spec.id, text)
                        told += not all(shown)
                    elif not text.rows and not text.about:
                        assert all(stands), (spec.id, text)
            for one in found:
                _explained(one, figure)
    assert told > 3


def _grown(rows: Iterable[Observation]) -> set[Observation]:
    """Those that are growth over a year: of their bases a note tells, not of those of the averages that it names."""
    return {one for one in rows if one.indicator.measure == "growth_yoy"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_names_the_sources_of_what_it_shows_and_says_and_goes_as_far_as_that(language: str) -> None:
    """Among them the sheets name all of their figure's; none stands on a sheet on which nothing comes from it while it is another's."""
    fewer = earlier = 0
    for spec in world().catalogue.config.figures:
        figure = once(spec, world(), NOTHING, language)
        found = sheets(figure, 3) if figure.panels else []
        own = [{source.id for row in _stated(one) for source in row.sources} for one in found]
        named = [{source.id for source in one.frame.sources} for one in found]
        every = {source.id for source in figure.frame.sources}
        assert not found or set[str]().union(*named) == every
        for of_sheet, told in zip(own, named, strict=True):
            assert of_sheet & every <= told, spec.id
            assert not (told - of_sheet) & set[str]().union(*own), spec.id
            fewer += told != every
        for one in found:
            last = max((row.until for row in one.drawn if row.status == "actual"), default=0)
            assert one.frame.until <= max(last, figure.frame.until if not last else 0), spec.id
            earlier += one.frame.until < figure.frame.until
        assert not found or max(one.frame.until for one in found) == figure.frame.until
    assert fewer > 3
    assert earlier


def _stated(sheet: Figure) -> tuple[Observation, ...]:
    frame = sheet.frame
    said = (frame.finding, frame.subtitle, *frame.notices, *frame.notes, *frame.beside)
    return (*sheet.drawn, *rows_of(said))


def _explained(sheet: Figure, figure: Figure) -> None:
    """Marks behind a table's figures and small type beside them are told on their sheet, and on no other."""
    entries = [
        entry
        for panel in sheet.panels
        if isinstance(panel, TablePanel)
        for line in panel.lines
        for entry in line.entries
    ]
    notes = sheet.frame.notes
    for mark in MARKS.values():
        says = [one for one in notes if one.kind == "low_base" and one.startswith(mark)]
        assert bool(says) == any(one.text.endswith(mark) for one in entries), (sheet.id, mark)
    legends = [one for one in figure.frame.notes if one.kind == "key" and one.rows]
    compared = {one.row for one in entries if one.aside and not one.apart}
    for one in legends:
        assert (one in notes) == (not compared.isdisjoint(one.rows)), sheet.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_panels_of_several_figures_have_the_words_of_their_own(language: str) -> None:
    """Of figures set beside one another: that a region has no figure in one is not told beside another."""
    catalogue, found = world().catalogue, 0
    for spec in catalogue.config.figures:
        if spec.chart != "together":
            continue
        figure = once(spec, world(), NOTHING, language)
        made = [once(catalogue.figures[one], world(), NOTHING, language) for one in spec.figures]  # type: ignore[attr-defined]
        whose = {
            wording.say("named", language, one.frame.title, text): {*one.drawn}
            for one in made
            for text in one.frame.notices
            if one.panels
        }
        for sheet in sheets(figure, 1):
            for text in sheet.frame.notices:
                if text in whose:
                    assert not whose[text].isdisjoint(row for one in sheet.panels for row in drawn(one))
                    found += 1
    assert found


def test_a_text_that_speaks_of_no_row_that_is_drawn_stands_once() -> None:
    """Where a figure of the same indicator is, else on the first sheet."""
    figure = once(world().catalogue.figures["growth_q1"], world(), NOTHING, "zh")
    panel, *_ = figure.panels
    here, *_ = drawn(panel)
    rows = [one for one in world().rows() if one not in figure.drawn and not one.terms]
    alike = next(one for one in rows if one.indicator == here.indicator)
    other = next(one for one in rows if one.indicator.id == "designated_enterprises")
    frame = replace(
        figure.frame,
        notices=(Said("甲", [other]), Said("乙", [alike]), Said("丙")),
        notes=(),
    )
    empty = replace(panel, rows=())
    told = [one.notices for one in owned(frame, [[empty], [panel]])]
    assert told == [("甲", "丙"), ("乙", "丙")]


@pytest.mark.parametrize("language", ("zh", "en"))
def test_a_sheets_subtitle_names_regions_and_period_once(language: str) -> None:
    """Of parts that are all of one period: who is told twice wonders what is different about the second."""
    told = 0
    for spec in (one for one in world().catalogue.config.figures if one.chart == "together"):
        sheet = once(spec, world(), NOTHING, language)
        periods = {row.period for row in sheet.drawn}
        for words in (sheet.frame.subtitle, sheet.frame.plain_subtitle):
            assert all(words.count(row.region.name(language)) <= 1 for row in sheet.drawn), words
            if len(periods) == 1 and (only := periods.pop()):
                assert words.count(wording.period(only, language)) == 1, words
                told += 1
    assert told


@pytest.mark.parametrize("language", ("zh", "en"))
def test_what_a_subtitle_says_of_a_part_stands_where_that_is(language: str) -> None:
    """That ranks aren't compared on no slide without ranks, whose years another part has on none but that part's."""
    told = 0
    for spec in (one for one in world().catalogue.config.figures if one.chart == "together"):
        sheet = once(spec, world(), NOTHING, language)
        for panel, framed in zip(
            sheet.panels, owned(sheet.frame, [(one,) for one in sheet.panels]), strict=True
        ):
            for said in (one for one in sheet.frame.beside if one.about):
                here = not {*said.about}.isdisjoint(drawn(panel))
                assert (said in framed.plain_subtitle) == here, said
                told += not here
        if len(sheet.panels) > 1:
            assert sheet.frame.plain_subtitle
    assert told
