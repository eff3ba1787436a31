"""What is told of a briefing and of a deck of a region is true of the two states of the tables: what stands in both is never told as
gone or as new, and what changed is told once, with both. Over tables in which a row went, came, got another value or an edition."""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest
from docx import Document

from industry.export.deck.regional import of_region
from industry.export.docx.briefing import Writing, briefing
from industry.export.docx.markup import JOINER
from industry.export.docx.package import Package
from industry.export.docx.told.short_names import shortened
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing.report import BEHIND, Line, Report
from industry.export.refreshing.signs import bare
from industry.export.refreshing.slides.presentation import refresh
from industry.export.refreshing.word.document import refresh as refresh_written
from industry.figures.record import Figure, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.test_refresh import without

REGIONS = ("jiangxi", "hebei", "shaanxi", "jian")
KINDS = ("deleted", "added", "valued", "of_edition")
BENCHMARK = "benchmark"
GONE, CHANGED = ("finding_gone", "finding_gone_disputed"), ("finding", "finding_disputed", "revised")
NUMBER = re.compile(r"[\d.,]*\d")
EDITION = "final"


@dataclass
class States:
    """The tables before and after, and what a region's deck says of them."""

    before: Tables
    after: Tables
    region: str

    @cache  # noqa: B019
    def figures(self, after: bool, language: str) -> tuple[Figure, ...]:
        return figures(self.after if after else self.before, self.region, language)

    def __hash__(self) -> int:
        return id(self)


def figures(tables: Tables, region: str, language: str) -> tuple[Figure, ...]:
    deck = of_region(world(), region)
    assert deck is not None
    slides = dict.fromkeys((*deck.figures, BENCHMARK))
    return tuple(drawn(tables, [Slide.parse(one) for one in slides], language))


@cache
def spoken_of(region: str) -> tuple[tuple[str, str, str], ...]:
    """The cells of which a region's briefing speaks: region, indicator and period, those that it opens with first."""
    held = figures(world(), region, "zh")
    rows = [row for one in opened(held, world(), "zh").values() for row in one]
    rows += [row for one in held for row in one.drawn]
    published = [each for row in rows for each in (row, *row.terms) if not each.derived]
    return tuple(
        dict.fromkeys((one.region.id, one.indicator.id, str(one.period)) for one in published if one.period)
    )


def opened(held: tuple[Figure, ...], tables: Tables, language: str) -> dict[str, tuple[Observation, ...]]:
    """The sentences that a briefing opens with, and of which observations each is."""
    writing = Writing("", held, language, tables, Package(language))
    writing.content()
    found = [one for one in writing.parts if one.name.startswith("finding")]
    return {said(one.words, language): one.rows for one in found}


def said(words: str, language: str) -> str:
    """A sentence without what keeps its words on a line, its long name the short one."""
    return bare(shortened(words, language))


def edited(region: str, kind: str, chance: Random) -> States:
    """The frozen tables and those with one row edited of which the region's briefing speaks, half of the time the region's own."""
    cells = [*spoken_of(region)]
    own = [one for one in cells if one[0] == region]
    while True:
        of, indicator, period = chance.choice(own if chance.random() < 0.5 else cells)
        files, name = edits.world(), f"data/observations/{of}.csv"
        held = [*dict(edits.rows(files))[name]]
        at = next(
            (
                at
                for at, one in enumerate(held)
                if (one["indicator"], one["period"], one["status"]) == (indicator, period, "actual")
            ),
            None,
        )
        if at is None:
            continue
        if kind in ("deleted", "added"):
            held.pop(at)
        elif kind == "of_edition":
            held[at] = held[at] | {"edition": EDITION}
        elif re.fullmatch(r"-?\d+\.\d", held[at]["value"]):
            value = f"{float(held[at]['value']) + chance.choice((0.3, -0.3, 7.1)):.1f}"
            held[at] = held[at] | {"value": value, "as_printed": value.replace("-", "−")}
        else:
            continue
        try:
            other = edits.read(files | {name: edits.written(held)})
        except AssertionError:  # of a source that nothing else has
            continue
        return States(*((other, world()) if kind == "added" else (world(), other)), region)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_told_of_a_briefing_is_true_of_both_states(region: str, kind: str) -> None:
    chance = Random(f"{region} {kind}")
    check_written(edited(region, kind, chance), chance.choice(("zh", "en")))


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_told_of_a_deck_is_true_of_both_states(region: str, kind: str) -> None:
    chance = Random(f"{region} {kind} slides")
    check_slides(edited(region, kind, chance), chance.choice(("zh", "en")))


@pytest.mark.parametrize("came", (False, True))
def test_the_sentences_behind_one_that_goes_or_comes_stand(came: bool) -> None:
    """They have other numbers among the findings, and their paragraphs among those of the overview."""
    less = without("china", "profit_growth", "2021-01/2021-05")
    check_written(States(*((less, world()) if came else (world(), less)), "jiangxi"), "zh")


def check_written(states: States, language: str) -> None:
    before, after = (states.figures(one, language) for one in (False, True))
    made = briefing("汇报", before, language, states.before)
    found = refresh_written(made, states.after, language)
    was, now = opened(before, states.before, language), opened(after, states.after, language)
    told = [
        (one.kind, [said(each, language) for each in one.facts])
        for one in found.report.lines
        if one.kind in (*GONE, *CHANGED, "finding_new")
    ]
    if not found.report.behind:  # else what is said of the figures that were left stays
        gone = [facts[0] for kind, facts in told if kind != "finding_new"]
        come = [facts[-1] for kind, facts in told if kind not in GONE]
        assert Counter(gone) == Counter({*was} - {*now}), (gone, {*was} - {*now})
        assert Counter(come) == Counter({*now} - {*was}), (come, {*now} - {*was})
        for kind, (one, *other) in told:
            if kind in CHANGED:
                assert regions_of(was[one]) & regions_of(now[other[0]]), (one, other)
        for kind, (one, *_) in told:
            if kind in GONE:
                left = [each for each in now if each not in was and about(now[each]) == about(was[one])]
                assert not left, (one, left)
    held = {one.text for one in Document(io.BytesIO(made)).paragraphs if one.text}
    whole = [one for one in found.report.lines if not one.figure]  # others' sources may be alike
    renewed = [one.facts[1] for one in whole if one.kind in ("text", "placed", "unplaced")]
    assert not {*renewed} & held, {*renewed} & held
    check_numbers(found.report, before, after)
    again = refresh_written(found.data, states.after, language)
    assert again.data == found.data and all(one.kind in BEHIND for one in again.report.lines)


def check_slides(states: States, language: str) -> None:
    before, after = (states.figures(one, language) for one in (False, True))
    found = refresh(
        presentation("汇报", before, language, version=states.before.version), states.after, language
    )
    for one, other in zip(before, after, strict=True):
        if str(one.frame.title) != str(other.frame.title):
            continue
        if [*map(str, concluded(one))] == [*map(str, concluded(other))]:
            told = {
                line.kind
                for line in found.report.lines
                if line.figure.split("（")[0] == other.frame.title and line.kind.startswith("finding")
            }
            assert not told, (one.id, told)
    check_numbers(found.report, before, after)
    again = refresh(found.data, states.after, language)
    assert again.data == found.data and all(one.kind in BEHIND for one in again.report.lines)


def check_numbers(report: Report, before: tuple[Figure, ...], after: tuple[Figure, ...]) -> None:
    """A number that is told as another is another, and a cell of which it is told that it isn't compared now was."""
    cells = [apart(each) for each in (before, after)]
    for line in report.lines:
        key = (line.figure, line.facts[0].replace(JOINER, "") if line.facts else "")
        alike = len(line.facts) == 3 and numbers(line, 1) == numbers(line, 2)
        if line.kind in ("number", "number_other", "noted"):
            assert line.facts[1] != line.facts[2]
            assert alike if line.kind == "noted" else not (alike and key in cells[1]), line
        if line.kind in ("number", "noted", "worded") and key in cells[0] and key in cells[1]:
            assert cells[1][key] or line.kind != "worded", line
            assert cells[0][key] or not cells[1][key] or line.kind == "worded", line


def apart(held: tuple[Figure, ...]) -> dict[tuple[str, str], bool]:
    """Of each cell of a table, by its figure, its line and its column, whether it is set apart; of lines of one name none."""
    found: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for figure in held:
        for panel in figure.panels:
            for line in panel.lines if isinstance(panel, TablePanel) else ():
                for (region, _), entry in zip(panel.regions, line.entries, strict=True):
                    found[figure.frame.title, f"{line.name} {region}"].add(entry.apart)
    return {key: one for key, (one, *more) in found.items() if not more}


def numbers(line: Line, fact: int) -> list[float]:
    return [float(one.replace(",", "")) for one in NUMBER.findall(line.facts[fact])]


def concluded(figure: Figure) -> tuple[object, ...]:
    return figure.frame.finding, figure.frame.plain_subtitle if figure.frame.concludes else ""


def regions_of(rows: tuple[Observation, ...]) -> set[str]:
    return {one.region.id for one in rows}


def about(rows: tuple[Observation, ...]) -> set[tuple[str, str, str]]:
    return {(one.indicator.id, str(one.period), one.region.id) for one in rows}
