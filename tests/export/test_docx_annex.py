"""The annex of tables: of each chart of lines that doesn't write all its figures every one, in a briefing that is made and in one that
is brought up to date."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from typing import Any

import pytest
from docx import Document

from industry.export.docx import figure_body
from industry.export.docx.annexed import DISPUTED, Annexed, by_period
from industry.export.docx.briefing import briefing
from industry.export.docx.markup import JOINER
from industry.export.docx.sources import led_to, published
from industry.export.office.charts.line_plan import labelled, unlabelled
from industry.export.office.frame_names import behind_name
from industry.export.order import drawn
from industry.export.refreshing import paragraphs
from industry.export.refreshing.paragraphs import W
from industry.export.refreshing.word.document import refresh
from industry.figures.parts import divided
from industry.figures.record import Figure, LinesPanel, TablePanel
from industry.figures.rows.cells import MARKS
from industry.rules.base_effects import base_effect
from industry.rules.shelf import Shelf
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.export.test_docx import BOTH, text
from tests.export.test_refresh import changed, without
from tests.export.word_rules import faults

SLIDES = ("growth_q1", "growth_quarters", "growth_months", "gap_growth")
CELL = ("jiangxi", "value_added_growth", "2021-01/2021-06", "18.9")


@cache
def figures(language: str) -> tuple[Figure, ...]:
    return drawn(world(), [Slide.parse(one) for one in SLIDES], language)


@cache
def made(language: str = "zh", clean: bool = False) -> bytes:
    return briefing("汇报", figures(language), language, world(), clean)


def tables(content: bytes) -> dict[str, list[list[str]]]:
    """By its name the cells of each table."""
    body: Any = Document(io.BytesIO(content)).element.body
    return {
        one.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val"): [
            ["".join(paragraphs.told(cell)).replace(JOINER, "") for cell in row.iter(f"{W}tc")]
            for row in one.iter(f"{W}tr")
        ]
        for one in body.iter(f"{W}tbl")
    }


def said(content: bytes) -> list[str]:
    body: Any = Document(io.BytesIO(content)).element.body
    return [one for one in paragraphs.told(body) if one.strip()]


@pytest.mark.parametrize("language", BOTH)
def test_every_figure_that_a_chart_does_not_write_stands_in_a_table(language: str) -> None:
    content = made(language)
    held, told = tables(content), text(content).replace(JOINER, "").replace("\N{NO-BREAK SPACE}", " ")
    assert faults(content) == []
    hidden = [
        (one, number, panel)
        for one in figures(language)
        for number, panel in enumerate(one.panels, start=1)
        if isinstance(panel, LinesPanel) and unlabelled(panel)
    ]
    assert len(hidden) > 2
    for place, (figure, number, panel) in enumerate(hidden, start=1):
        head, *rows = held[behind_name(figure.id, number)]
        assert head[1:] == [one.name for one in panel.series]
        assert [row[0] for row in rows] == [one.whole for one in panel.columns]
        for at, line in enumerate(panel.series):
            for row, words, value in zip(rows, line.texts, line.values, strict=True):
                assert row[at + 1].startswith(words) and (value is not None) == bool(words)
                assert words or row[at + 1] in ("未收录", "not in our data")
        name = f"附表{place}" if language == "zh" else f"Annex table {place}"
        assert told.count(name) >= 2  # where it stands, and where it is sent to


def test_no_table_repeats_a_chart_that_writes_all_its_figures() -> None:
    for figure in figures("zh"):
        for number, panel in enumerate(figure.panels, start=1):
            if isinstance(panel, LinesPanel) and not unlabelled(panel):
                for one in panel.series:
                    assert all(
                        labelled(panel, one, at) for at, value in enumerate(one.values) if value is not None
                    )
            if not isinstance(panel, LinesPanel) or not unlabelled(panel):
                assert behind_name(figure.id, number) not in tables(made())


def test_a_sign_stands_behind_every_growth_of_a_base_out_of_the_ordinary() -> None:
    shelf, signs = Shelf(world()), Counter[str]()
    for figure in figures("zh"):
        for panel in figure.panels:
            if isinstance(panel, LinesPanel):
                for line in by_period(panel, shelf, "zh").lines:
                    for one in line.entries:
                        effect = base_effect(shelf, one.row) if one.row else None
                        sign = MARKS[effect.kind] if effect else ""
                        assert one.text.endswith(sign or tuple("0123456789）录"))
                        signs[sign] += 1
    assert signs["*"] > 5 and signs[""] > 5 and signs["‡"]


@pytest.mark.parametrize("language", BOTH)
def test_a_sign_stands_behind_every_figure_that_a_note_of_its_chart_disputes_and_sends_there(
    language: str,
) -> None:
    """Who copies a number from the annex sees that another is published; below a table without such a number nothing is said of it."""
    now = changed(("china", "value_added_growth", "2021-01/2021-09", "12.8"))
    annexed, marked = drawn(now, [Slide.parse(one) for one in SLIDES], language), Counter[bool]()
    content = briefing("汇报", annexed, language, now)
    cells = [cell for one in tables(content).values() for row in one for cell in row]
    for figure in annexed:
        doubted = {row for one in figure.frame.notes if one.kind == "dispute" for row in one.rows}
        for panel in figure.panels:
            if isinstance(panel, LinesPanel):
                for line in by_period(panel, Shelf(now), language, doubted).lines:
                    for one in line.entries:
                        assert one.text.endswith(DISPUTED) == (one.row in doubted)
                        marked[one.row in doubted] += 1
    assert marked[True] and marked[False]
    assert any(one.endswith(DISPUTED) for one in cells)
    told = [one for one in text(content).splitlines() if DISPUTED in one and "\t" not in one]
    assert told and all(("图" if language == "zh" else "Figure") in one for one in told)
    assert refresh(content, now, language).data == content
    assert DISPUTED not in text(made(language))


@pytest.mark.parametrize("language", BOTH)
def test_brought_up_to_date_the_annex_says_what_a_new_one_says_and_each_number_is_told_once(
    language: str,
) -> None:
    now = changed(CELL)
    found = refresh(made(language), now, language)
    fresh = briefing("汇报", drawn(now, [Slide.parse(one) for one in SLIDES], language), language, now)
    assert tables(found.data) == tables(fresh) != tables(made(language))
    told = Counter(one.said(language) for one in found.report.lines if "18.9" in one.said(language))
    moved = [one for one in found.report.lines if one.kind == "number" and one.facts[1:] == ("18.5", "18.9")]
    assert len({one.figure for one in moved}) == len(moved) and max(told.values()) <= len(SLIDES)
    assert refresh(found.data, now, language).data == found.data


@pytest.mark.parametrize("clean", [False, True])
def test_an_annex_comes_and_goes_with_what_stands_in_it(clean: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made("zh", clean)
    with monkeypatch.context() as patch:
        patch.setattr(Annexed, "of", lambda *_: [])
        bare = made.__wrapped__("zh", clean)
        assert "附表" in said(whole) and "附表" not in said(bare)
        shrunk = refresh(whole, world(), "zh")
        assert said(shrunk.data) == said(bare) and tables(shrunk.data) == tables(bare)
        assert refresh(shrunk.data, world(), "zh").data == shrunk.data
    grown = refresh(bare, world(), "zh")
    assert said(grown.data) == said(whole) and tables(grown.data) == tables(whole)
    assert faults(grown.data) == []
    assert refresh(grown.data, world(), "zh").data == grown.data


def test_a_source_to_which_nothing_leads_any_more_leaves_the_annex_and_the_others_keep_their_numbers() -> (
    None
):
    shown = published(row for one in figures("zh") for row in one.rows)
    here = Counter(row.publication.id for row in shown)
    everywhere = Counter(row.publication.id for row in world().rows() if not row.derived)
    alone = next(
        row
        for row in figures("zh")[SLIDES.index("growth_months")].drawn
        if not row.derived
        and row.indicator.id == "value_added_growth"
        and here[row.publication.id] == 1 < everywhere[row.publication.id]
    )
    now = without(alone.region.id, alone.indicator.id, str(alone.period))
    found = refresh(made("zh"), now, "zh")
    before, after = (entries_of(one) for one in (made("zh"), found.data))
    gone = [one for one in before if one not in after]
    assert len(gone) == 1
    assert all(before[one].split("，见")[0] == after[one].split("，见")[0] for one in after)
    assert led_to("".join(one for one in said(found.data) if one not in after.values())) == {*after}
    assert refresh(found.data, now, "zh").data == found.data


def entries_of(content: bytes) -> dict[int, str]:
    """The sources of the annex, by their numbers."""
    told = said(content)
    listed = told[told.index("附件：数据出处") + 1 :]
    return {number: one for one in listed for number in led_to(one[:1])}


def test_a_figure_that_is_parted_otherwise_is_left_whole_without_a_title_of_a_table_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = drawn(world(), [Slide.parse("benchmark")], "zh")
    before = briefing("汇报", shown, "zh", world())

    def in_two(panel: TablePanel, *_: object) -> object:
        return (1, 2), divided(panel, (1, 2), "zh")

    monkeypatch.setattr(figure_body, "by_width", in_two)
    assert len(tables(briefing("汇报", shown, "zh", world()))) == 2
    found = refresh(before, world(), "zh")
    assert [one.kind for one in found.report.lines] == ["form"]
    assert found.data == before
