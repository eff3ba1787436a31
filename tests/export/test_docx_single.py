"""One figure in Word: a page of its own in both copies; and what a whole briefing has that it hasn't: the cover's words, where
who issues it signs."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document

from industry.export.docx.briefing import briefing
from industry.export.docx.told.remarks import closed
from industry.export.formats import docx
from industry.export.order import Order, drawn
from industry.export.refreshing.refreshed import refreshed
from industry.figures.record import Figure
from industry.vocabulary.slide import Slide
from industry.wording import data_version
from tests.conftest import world
from tests.curation import soffice
from tests.export.test_docx import BOTH, DECKS, made, text, wrong
from tests.export.word_rules import faults

SLIDES = ("compare?indicator=profit_growth&regions=jiangxi,hebei", "growth_q1", "benchmark")


def order(slide: str, language: str, clean: bool = False) -> Order:
    (figure,) = drawn(world(), [Slide.parse(slide)], language)
    size = world().catalogue.config.sizes[0]
    return replace(Order("", (figure,), language, world(), size).alone(figure), clean=clean)


def headings(content: bytes) -> list[str]:
    held = Document(io.BytesIO(content)).paragraphs
    return [one.text for one in held if str(one.style.name).lower().startswith("heading")]  # type: ignore[union-attr]


@pytest.mark.parametrize("language", BOTH)
def test_one_figure_has_its_sentence_notes_and_sources_and_no_parts(language: str) -> None:
    for slide in SLIDES:
        (figure,) = order(slide, language).figures
        assert isinstance(figure, Figure)
        draft, clean = (docx.FORMAT.make(order(slide, language, one)) for one in (False, True))
        for content in (draft, clean):
            assert faults(content) == [] and headings(content) == []
            told = text(content).replace("\u2060", "").replace("\N{NO-BREAK SPACE}", " ")
            assert all(one in told for one in (figure.frame.title, figure.frame.note, figure.frame.source))
            assert all(closed(one, language) in told for one in figure.frame.notices)
        assert "①" in text(draft) and "①" not in text(clean)
        assert wrong(text(draft), world()) == []


def test_its_copies_are_called_what_they_are() -> None:
    assert [docx.FORMAT.called("zh", one) for one in docx.FORMAT.ways] == [
        "简报 DOCX（送审稿）",
        "简报 DOCX（报送稿）",
    ]
    called = [docx.FORMAT.file(order(SLIDES[0], "zh", one)) for one in (False, True)]
    assert "送审稿" in called[0] and "报送稿" in called[1]


def test_brought_up_to_date_it_stays_as_it_is() -> None:
    content = docx.FORMAT.make(order(SLIDES[0], "zh"))
    assert refreshed("one.docx", content, world(), "zh").data == content


@soffice.needed
def test_it_is_one_page(tmp_path: object) -> None:
    folder = tmp_path
    paths = []
    for language in BOTH:
        for clean in (False, True):
            paths.append(folder / f"{language}{clean}.docx")  # type: ignore[operator]
            paths[-1].write_bytes(docx.FORMAT.make(order(SLIDES[0], language, clean)))
    assert [len(pypdfium2.PdfDocument(one)) for one in soffice.converted(paths, "pdf", folder)] == [1] * 4  # type: ignore[arg-type]


def test_the_cover_says_of_whom_and_up_to_when_and_the_end_has_room_for_who_issues_it() -> None:
    version = data_version(world().version, "zh")
    for clean in (False, True):
        held = [one.text for one in Document(io.BytesIO(made(DECKS[0], "zh", clean))).paragraphs]
        assert held[2].startswith(
            "江西、吉安、河北、陕西\N{NO-BREAK SPACE}· 数据截至"
        ) and version not in " ".join(held[:4])
        signed = held.index("（单位名称）")
        assert held[signed + 1] == "（成文日期）"
        annexes = [one for one in held[signed + 2 :] if one.startswith("附") and not one[2:3].isdigit()]
        assert [one[:2] for one in annexes if "　" not in one] == (["附表"] if clean else ["附表", "附件"])
        assert held[signed + 2] == "附表"
        assert (held[-1] == version) is not clean


def test_a_deck_without_regions_has_a_cover() -> None:
    assert faults(briefing("空", (), "zh", world())) == []
