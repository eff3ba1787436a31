"""A deck as a briefing in Word: valid, with the numbers of its figures, and approved of by our own proofreading."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from industry.__main__ import main
from industry.export.deck import regional
from industry.export.docx.briefing import briefing
from industry.export.docx.chart_places import is_chart
from industry.export.docx.markup import JOINER, bound
from industry.export.docx.sources import circled
from industry.export.docx.styles import INK, MARGINS, WIDTH
from industry.export.docx.tables import TOGETHER, in_fewest_lines, levelled, sized
from industry.export.kept import kept
from industry.export.office.tables.sizes import Cell, fitted, readable
from industry.export.office.words import Box, Run, measure, plain
from industry.export.order import drawn
from industry.figures.record import Figure, RowsPanel, TablePanel
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.text.proof.verdict import OBJECTIONS
from industry.text.word.blocks import blocks
from industry.text.word.packed import Packed
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import soffice
from tests.export.word_rules import W, faults

DECKS = [one.id for one in world().catalogue.config.decks]
BOTH = ("zh", "en")
SIGNS = [circled(one) for one in range(1, 51)]
"""The numbers of sources."""
TORN = re.compile(rf".*(?:[图表]|Figure|Table){JOINER}?\s*\n\s*\d.*")
"""What a chart or a table is called by, over two lines."""


@cache
def figures(deck: str, language: str) -> tuple[Figure, ...]:
    found = next(one for one in world().catalogue.config.decks if one.id == deck)
    return drawn(world(), found.slides, language)


@cache
def made(deck: str, language: str, clean: bool = False) -> bytes:
    return briefing(f"{deck} 工业情况", figures(deck, language), language, world(), clean)


def text(content: bytes) -> str:
    return "\n".join(one.text for one in blocks(Packed(content).root))


def wrong(told: str, tables: Tables) -> list[tuple[str, str, str]]:
    """What proofreading finds wrong in a text, each with what stands before it."""
    found = judge(told, tables, None, None)
    assert found
    return [
        (told[max(0, one.start - 40) : one.end], one.verdict, one.reason.code)
        for one in found
        if one.verdict in OBJECTIONS
    ]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_a_briefing_is_valid_and_passes_our_own_proofreading(deck: str, language: str) -> None:
    for clean in (False, True):
        content = made(deck, language, clean)
        assert faults(content) == []
        assert Document(io.BytesIO(content)).paragraphs
    assert wrong(text(made(deck, language)), world()) == []


APPROVED = ("agrees", "agrees_rounded", "comparison_true", "derivable", "disputed")
AT_LEAST = {"zh": 0.6, "en": 0.4}
"""Of all numbers of briefings the share that proofreading finds in the tables, or works out of them."""


@pytest.mark.parametrize("language", BOTH)
def test_proofreading_finds_most_of_what_briefings_tell_and_no_other_digits(language: str) -> None:
    found = [judge(text(made(deck, language)), world(), None, None) for deck in DECKS]
    approved = [one for some in found for one in some if one.verdict in APPROVED]
    assert len(approved) >= AT_LEAST[language] * sum(map(len, found))
    told = text(made(DECKS[-1], language))
    agreeing = [
        one
        for one in found[-1]
        if one.verdict in ("agrees", "comparison_true") and re.search(r"\d", told[one.start : one.end])
    ]
    for one in agreeing[:: len(agreeing) // 6]:
        at = next(place for place in range(one.start, one.end) if told[place].isdigit())
        other = told[:at] + str((int(told[at]) + 3) % 10) + told[at + 1 :]
        again = [each for each in judge(other, world(), None, None) if each.end == one.end]
        assert again and again[0].verdict not in APPROVED, (told[one.start : one.end], again)


def test_proofreading_reads_the_benchmark_table_of_a_briefing() -> None:
    """Its figures are approved, none is wrong, and one of these that is changed is."""
    spec = next(one for one in world().catalogue.config.figures if one.chart == "table")
    content = briefing("对标", drawn(world(), [Slide(spec.id)], "zh"), "zh", world(), single=True)
    lines = text(content).split("\n")
    head = next(at for at, one in enumerate(lines) if one.count("\t") > 3)
    end = next(at for at, one in enumerate(lines) if at > head and "\t" not in one)
    told = "\n".join(lines[head - 1 : end + 1])
    found = judge(told, world(), None, None)
    agreeing = [one for one in found if one.verdict == "agrees"]
    assert len(agreeing) > 20 and not [one for one in found if one.verdict in OBJECTIONS]
    for one in agreeing[:: len(agreeing) // 4]:
        at = next(place for place in range(one.start, one.end) if told[place].isdigit())
        other = told[:at] + str((int(told[at]) + 3) % 10) + told[at + 1 :]
        (again,) = (each for each in judge(other, world(), None, None) if each.start == one.start)
        assert again.verdict == "differs", (told[one.start : one.end], again.verdict)


_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def test_a_figure_that_is_listed_twice_stands_once() -> None:
    found = figures(DECKS[0], "zh")[:2]
    content = briefing("工业情况", [*found, *found[:1]], "zh", world())
    assert faults(content) == [] and kept(content).slides == tuple(one.id for one in found)


@pytest.mark.parametrize("deck", DECKS)
def test_for_those_who_listen_charts_are_described_and_tables_have_headers(deck: str) -> None:
    """Every table has a head that is repeated, with a name for each column but the first of names under grouped heads, and names
    its rows in the first column."""
    for language in BOTH:
        document = Document(io.BytesIO(made(deck, language)))
        described = [one.get("descr") for one in document.element.body.iter(f"{{{_PLACED}}}docPr")]
        assert all(described) and len(set(described)) == len(described)
        titles = [plain(figure.frame.title, language) for figure in figures(deck, language)]
        for one in described:
            assert any(title in one for title in titles) and re.search(r"\d", one), one
        for table in document.tables:
            held = table._tbl.tblPr
            assert held.find(f"{W}tblDescription").get(f"{W}val")
            first = table.rows[0]._tr
            assert first.find(f"{W}trPr/{W}tblHeader") is not None
            look = held.find(f"{W}tblLook")
            assert look.get(f"{W}firstRow") == look.get(f"{W}firstColumn") == "1"
            assert look.get(f"{W}val") == "04A0"
            assert all(one.text for one in table.rows[0].cells[1:])
            assert all(one._tr.find(f"{W}trPr/{W}cantSplit") is not None for one in table.rows)


def test_a_clean_copy_has_neither_numbers_nor_annex() -> None:
    draft, clean = text(made(DECKS[0], "zh")), text(made(DECKS[0], "zh", True))
    assert "①" in draft and "附件：数据出处" in draft
    assert "①" not in clean and "附件" not in clean and "未经审核" in clean
    shown = {one for figure in figures(DECKS[0], "zh") for row in figure.drawn for one in row.sources}
    assert shown and all(bound(one.title("zh"), "zh") in draft for one in shown)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_to_every_source_of_the_annex_a_number_leads(deck: str, language: str) -> None:
    every = SIGNS
    plain = text(made(deck, language)).replace(JOINER, "")
    told, _, annex = plain.rpartition("附件：" if language == "zh" else "Annex:")
    listed = {one[0] for one in annex.split("\n") if one[:1] in every}
    led = {one for one in told if one in every}
    for first, last in re.findall(f"([{''.join(every)}])—([{''.join(every)}])", told):
        led |= set(every[every.index(first) : every.index(last) + 1])
    assert listed and led == listed


@pytest.mark.parametrize("language", BOTH)
def test_columns_of_a_benchmark_table_share_its_width_by_what_stands_in_them(language: str) -> None:
    """None of them has room that would save another a line, and no word is broken."""
    slides = [Slide(one.id) for one in world().catalogue.config.figures if one.chart == "table"]
    panels = [panel for one in drawn(world(), slides, language) for panel in one.panels]
    tables = [in_fewest_lines(one) for one in panels if isinstance(one, TablePanel)]
    assert tables
    for sheet in tables:
        found = levelled(sheet)
        assert found.height <= sheet.height and (readable(found) or not readable(sheet))
        assert sum(found.widths) == pytest.approx(sum(sheet.widths)) and found.rows == sheet.rows
    assert any(levelled(one).height < one.height for one in tables)


@pytest.mark.parametrize("language", BOTH)
def test_tables_of_a_figure_are_in_one_type_no_smaller_than_that_of_notes(language: str) -> None:
    several = 0
    for figure in (one for deck in DECKS for one in figures(deck, language)):
        panels = [one for one in figure.panels if isinstance(one, RowsPanel) and not is_chart(one)]
        sizes = {sized(one, panels).size for one in panels}
        assert len(sizes) < 2 and all(one >= INK.small for one in sizes), figure.id
        several += len(panels) > 1
    assert several


def test_heads_of_a_table_stand_on_one_line_where_there_is_room() -> None:
    heads, cells = ("", "2020年实际", "目标要求（推算）"), ("规上工业企业数", "1624家", "+6.8%")
    lines = [tuple(Cell((Run(one, True),)) for one in line) for line in (heads, cells)]
    wide, narrow = (fitted(lines, 1, Box(0, 0, width, 1000), INK) for width in (WIDTH, WIDTH / 2))
    needed = [measure(one, wide.size, True) for one in heads]
    assert all(have - 2 * INK.side >= need for have, need in zip(wide.widths, needed, strict=True))
    assert narrow.size <= wide.size and readable(narrow)


@pytest.mark.parametrize("language", BOTH)
def test_short_tables_stand_on_one_page(language: str) -> None:
    tables = [one for deck in DECKS for one in Document(io.BytesIO(made(deck, language))).tables]
    short = [one for one in tables if len(one.rows) <= TOGETHER]
    assert short and len(short) < len(tables)
    for table in short:
        *rows, last = (one._tr for one in table.rows)
        held = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in one.iter(f"{W}p")] for one in rows]
        assert all(map(all, held)) and last.find(f".//{W}keepNext") is None
    for table in (one for one in tables if len(one.rows) > TOGETHER):
        *_, second, third, last = (one._tr.find(f".//{W}keepNext") is not None for one in table.rows)
        assert second and third and not last  # never a row by itself at the head of a page


@pytest.mark.parametrize("language", BOTH)
def test_a_row_that_is_called_by_the_row_above_stays_on_its_page(language: str) -> None:
    figures = drawn(world(), [Slide.parse("benchmark")], language)
    (table,) = Document(io.BytesIO(briefing("", figures, language, world()))).tables
    under = [one.under for panel in figures[0].panels if isinstance(panel, TablePanel) for one in panel.lines]
    kept = [
        before._tr.find(f".//{W}keepNext") is not None
        for (before, _), belongs in zip([*pairwise(table.rows)], under, strict=True)
        if belongs
    ]
    others = [one._tr.find(f".//{W}keepNext") is None for one in table.rows]
    assert len(under) > TOGETHER and any(others)
    assert kept and all(kept)


def test_signs_of_numbers() -> None:
    assert [circled(one) for one in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "㊿①"]


def test_what_a_briefing_says_of_itself() -> None:
    found = kept(made(DECKS[0], "zh"))
    assert found.version == world().version
    assert found.slides == tuple(one.id for one in figures(DECKS[0], "zh"))


def test_a_region_has_a_deck(tables: Tables) -> None:
    assert regional.of_region(tables, "nowhere") is None
    listed = {one.id for one in tables.catalogue.config.decks}
    for id in tables.catalogue.regions:
        deck = regional.of_region(tables, id)
        assert deck is not None and (
            id in listed or tables.catalogue.regions[id].name("zh") in deck.title("zh")
        )


def test_the_command_writes_a_regions_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    region = world().catalogue.config.regions[0]
    for more in ([], ["--clean"]):
        assert main(["export", "--region", region, "--format", "docx", "--out", str(tmp_path), *more]) == 0
    names = sorted(one.name for one in tmp_path.iterdir())
    assert len(names) == 2 and all(sum(copy in one for one in names) == 1 for copy in ("送审稿", "报送稿"))
    capsys.readouterr()
    assert main(["export", "--region", "nowhere", "--format", "docx", "--out", str(tmp_path)]) == 1
    assert "nowhere" in capsys.readouterr().err


FULL = 0.6
"""Of its height that a page is filled, unless it is the last of the text or of the annex."""


def filled(path: Path) -> list[float]:
    """How far each page is filled, without those that may end anywhere."""
    pages = list(pypdfium2.PdfDocument(path))
    heads = [one.get_textpage().get_text_range().strip() for one in pages]
    annex = [at for at, one in enumerate(heads) if one.startswith(("附件", "Annex"))]
    high = pages[0].get_height()
    top, foot = high - MARGINS["top"], MARGINS["bottom"]
    lowest = [
        min(one.get_bounds()[1] for one in page.get_objects() if one.get_bounds()[1] >= foot - 3)
        for page in pages
    ]
    free = {one - 1 for one in annex} | {len(pages) - 1}
    return [(top - one) / (top - foot) for at, one in enumerate(lowest) if at not in free]


def begun_with_numbers(path: Path) -> list[tuple[int, str]]:
    """The numbers of sources, outside the annex, left of which nothing stands on their line, each with its page."""
    found = []
    for at, page in enumerate(pypdfium2.PdfDocument(path), start=1):
        text = page.get_textpage()
        told = text.get_text_range()
        if re.search("附件：|Annex:", told):
            break
        boxes = [(one, text.get_charbox(place)) for place, one in enumerate(told[: text.count_chars()])]
        letters = [box for one, box in boxes if one.isalnum() and one not in SIGNS]
        for one, (left, low, _, high) in (each for each in boxes if each[0] in SIGNS):
            middle = (low + high) / 2
            if not any(box[0] < left and box[1] - 6 < middle < box[3] + 6 for box in letters):
                found.append((at, one))
    return found


@soffice.needed
def test_another_program_shows_every_page(tmp_path: Path) -> None:
    """Opened and printed by LibreOffice: all charts and tables with their titles on one page, no page without words."""
    folder = tmp_path / "one"
    folder.mkdir()
    paths = []
    for language in BOTH:
        for deck in (DECKS[0], DECKS[2]):
            paths.append(folder / f"{deck}_{language}.docx")
            paths[-1].write_bytes(made(deck, language))
    for path in soffice.converted(paths, "pdf", folder):
        pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(path)]
        assert len(pages) > 3 and all(len(one) > 60 for one in pages)
        whole = "".join("".join(pages).split()).replace(JOINER, "")
        document = Document(io.BytesIO(path.with_suffix(".docx").read_bytes()))
        assert all(one >= FULL for one in filled(path)), filled(path)
        assert begun_with_numbers(path) == []
        assert [one[0] for page in pages for one in TORN.finditer(page)] == []
        captions = [one.text for one in document.paragraphs if one.style.name == "Caption"]  # type: ignore[union-attr]
        assert captions and all("".join(one.split()).replace(JOINER, "")[:12] in whole for one in captions)
        assert "—1—" in pages[0]
