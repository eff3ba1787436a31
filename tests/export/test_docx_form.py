"""The form of a briefing in Word, by GB/T 9704: page, lines and letters, faces, the page's number, its parts; what stands in which
part, and what never does."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from docx.shared import Pt
from lxml import etree

from industry.export.docx.briefing import Writing
from industry.export.docx.markup import JOINER, paragraph, running, w
from industry.export.docx.package import Package
from industry.export.docx.styles import INK
from industry.export.docx.tables import native
from industry.export.docx.told.telling import Telling
from industry.export.office.tables.sizes import Cell, settled
from industry.export.office.words import Box, Run
from industry.wording.said import kind_of
from industry.wording.words import worded
from tests.conftest import world
from tests.curation import soffice
from tests.export.test_docx import BOTH, DECKS, figures, made
from tests.export.word_rules import W

LINES, LETTERS = 22, 28


def test_a_page_has_so_many_lines_and_letters() -> None:
    """22 lines of 28 letters, paragraphs set in by two, the page's number as —1— at its outer side: GB/T 9704."""
    document = Document(io.BytesIO(made(DECKS[0], "zh")))
    section: Any = document.sections[0]
    grid = section._sectPr.find(f"{W}docGrid")
    high = (section.page_height - section.top_margin - section.bottom_margin) / Pt(1)
    assert grid.get(f"{W}type") == "lines" and _fitting(high, _units(grid, "linePitch") / 20) == LINES
    wide = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
    text = ("Normal", "Heading 1", "Heading 2", "Heading 3")
    for style in (document.styles[name] for name in text):
        told, properties = style.element.pPr, style.element.rPr
        spacing, indent = told.find(f"{W}spacing"), told.find(f"{W}ind")
        assert (
            spacing.get(f"{W}lineRule") == "exact" and _fitting(high, _units(spacing, "line") / 20) == LINES
        )
        assert {_units(spacing, one) for one in ("before", "after")} == {0}
        letter = (
            _units(properties.find(f"{W}sz"), "val") / 2 + _units(properties.find(f"{W}spacing"), "val") / 20
        )
        assert _fitting(wide, letter) == LETTERS
        assert _units(indent, "firstLineChars") == 200 and _units(indent, "firstLine") == 2 * 16 * 20
    behind = [one for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert all(
        _units(one._p.pPr.find(f"{W}ind"), "firstLine") == 0 for one in behind
    )  # annexes begin at the edge
    plain = [
        one
        for one in document.paragraphs
        if one.style.name in text and not one.paragraph_format.page_break_before
    ]  # type: ignore[union-attr]
    assert plain and not any(
        one._p.pPr is not None and one._p.pPr.find(f"{W}{name}") is not None
        for one in plain
        for name in ("ind", "spacing")
    )
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        number = footer.paragraphs[0]
        assert number.text == "—1—" and " PAGE " in "".join(
            one.text for one in number._p.iter(f"{W}instrText")
        )
        held = number._p.pPr
        assert (
            held.find(f"{W}jc").get(f"{W}val") == side and _units(held.find(f"{W}ind"), f"{side}Chars") == 100
        )
        assert {one.font.size.pt for one in number.runs} == {14} and round(section.footer_distance.mm) == 23


def _units(element: Any, name: str) -> int:
    return int(element.get(f"{W}{name}"))


def _fitting(room: float, each: float) -> int:
    """How many fit that take so much each; a few thousandths more than there is are nothing."""
    return int(room / each + 0.01)


def test_the_form_of_an_official_document() -> None:
    content = made(DECKS[0], "zh")
    document = Document(io.BytesIO(content))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    across = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    down = section.page_height - section.top_margin - section.bottom_margin  # type: ignore[operator]
    assert (round(across / 36000), round(down / 36000)) == (156, 225)
    styles = document.styles
    looks = {
        name: (styles[name].font.size.pt, _face(styles[name]))
        for name in ("Title", "Normal", "Heading 1", "Heading 2")
    }
    assert looks == {
        "Title": (22, "方正小标宋简体"),
        "Normal": (16, "仿宋_GB2312"),
        "Heading 1": (16, "黑体"),
        "Heading 2": (16, "楷体_GB2312"),
    }
    told = [one.text for one in document.paragraphs]
    assert told[1] == "（系统生成，未经审核）"
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]  # type: ignore[union-attr]
    assert heads == [
        "一、总体情况",
        "二、生产、效益、投资、企业",
        "三、对标",
        "四、需说明的数据",
        "附表",
        "附件：数据出处",
    ]
    assert document.core_properties.language == "zh-CN" and document.core_properties.title
    assert "—" in section.footer.paragraphs[0].text and "—" in section.even_page_footer.paragraphs[0].text


@pytest.mark.parametrize("language", BOTH)
def test_numbers_of_sources_stand_before_the_stop_and_never_begin_a_line(language: str) -> None:
    """GB/T 7714. The joiners between them are known to the programs by the document's settings, too."""
    content = made(DECKS[0], language)
    found = 0
    for one in Document(io.BytesIO(content)).paragraphs:
        raised = [at for at, each in enumerate(one.runs) if each.font.superscript]
        for at in raised:
            found += 1
            numbers = one.runs[at].text
            assert numbers[::2] == JOINER * len(numbers[1::2]) and JOINER not in numbers[1::2]
            behind = "".join(each.text for each in one.runs[at + 1 :])
            assert behind in ("", "。", ".") and not one.runs[at - 1].text.endswith(("。", "."))
            assert behind or one.style.name == "Note"  # type: ignore[union-attr]
    assert found > 10
    with ZipFile(io.BytesIO(content)) as held:
        settings = etree.fromstring(held.read("word/settings.xml"))
    for name in ("noLineBreaksAfter", "noLineBreaksBefore"):
        assert JOINER in settings.find(f"{W}{name}").get(f"{W}val")


@pytest.mark.parametrize("language", BOTH)
def test_what_charts_and_tables_are_called_by_is_never_torn_from_its_number(language: str) -> None:
    named = "[图表]|Figure|Table"
    whole = f"[图表]{JOINER}|(?:Figure|Table)\N{NO-BREAK SPACE}"
    content = made(DECKS[0], language)
    told = "\n".join(one.text for one in Document(io.BytesIO(content)).paragraphs)
    found = re.findall(rf"(?<=.)(?:{named})[\s{JOINER}]*(?=\d)", told)
    assert len(found) > 10 and all(re.fullmatch(whole, one) for one in found)


def _face(style: Any) -> str:
    return str(style.element.rPr.rFonts.get(f"{W}eastAsia"))


HEADS = {"low_base": "bases", "dispute": "disputes", "notice": "apart"}
"""What is told of statements of a kind in part four."""


def test_what_must_be_said_of_the_data_stands_under_its_kind() -> None:
    for language, head in (("zh", "四、"), ("en", "4. ")):
        content = made(DECKS[0], language)
        document = Document(io.BytesIO(content))
        told = [one.text for one in document.paragraphs]
        styles = [one.style.name for one in document.paragraphs]  # type: ignore[union-attr]
        begin = next(at for at, one in enumerate(styles) if one == "Heading 1" and told[at].startswith(head))
        stated = [
            note for one in figures(DECKS[0], language) for note in (*one.frame.notices, *one.frame.notes)
        ]
        kinds = {HEADS[kind] for one in stated if (kind := kind_of(one)) in HEADS}
        assert len(kinds) == len(HEADS)
        heads = [one for at, one in enumerate(told[begin:], begin) if styles[at] == "Heading 2"]
        for kind in kinds:
            assert any(worded("paper", kind, language) in one for one in heads), kind


@pytest.mark.parametrize("language", BOTH)
def test_no_sentence_is_told_to_which_proofreading_objects(language: str) -> None:
    writing = Writing("工业情况", figures(DECKS[0], language), language, world(), Package(language))
    told = [str(one) for _, one in writing.telling.opening(writing.figures)]
    assert told and all(map(writing.telling.fit, told))
    shown = next(one for one in told if re.search(r"\d\.\d%", one))
    other = re.sub(r"(\d)%", lambda one: f"{(int(one[1]) + 3) % 10}%", shown, count=1)
    assert other != shown and not writing.telling.fit(other)
    silent = Telling(world(), language, lambda said: False)
    assert silent.opening(writing.figures) == ()
    assert not [one for figure in writing.figures for one in silent.of(figure, ()) if "%" in one]


@soffice.needed
def test_no_line_of_a_narrow_cell_ends_inside_what_says_that_its_number_is_derived(tmp_path: Path) -> None:
    """Printed by LibreOffice, which in Chinese ends lines beside a joiner too."""

    def cell(words: str) -> Cell:
        return Cell((Run(words, True, INK.colours.ink),))

    body = []
    for wide in range(50, 96, 5):
        rows = [(cell("目标要求（推算）"),), (cell("11.56%（推算）"),), (cell("2012—2020年（推定）"),)]
        sheet = settled(rows, 1, (float(wide),), Box(0, 0, 500, 1e6), INK)
        body += [native(sheet, "x", "y", "zh"), paragraph()]
    path = tmp_path / "narrow.docx"
    path.write_bytes(Package("zh").written(w("body", *body), "", [], ""))
    (made_of,) = soffice.converted([path], "pdf", tmp_path / "made")
    told = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(made_of))
    assert len(re.findall("推.?[算定]", told)) == 3 * 10
    assert not re.search(r"推\W?\s*[\r\n]", told)


def test_no_line_of_a_text_ends_at_a_space_inside_a_period_or_a_count() -> None:
    told = "".join(
        "".join(one.itertext()) for one in running("1,816.97 billion yuan in Jan–May 2021; the rest", "en")
    )
    tight = told.replace("\N{NO-BREAK SPACE}", "_").replace(JOINER, "")
    assert tight == "1,816.97_billion_yuan in Jan–May_2021; the rest"
