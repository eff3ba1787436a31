"""In which order a screen reader reads what is taken away: on a slide and in a briefing first what a figure is called and
says, then its panels, each behind its heading, then what is noted of it, its sources last."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from lxml import etree
from pptx import Presentation

from industry.export.pptx import presentation
from industry.text.word.packed import Packed
from tests.export.test_docx import DECKS, figures, made

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
ON_SLIDES = {
    "zh": ("标题", "副标题", "数据截至", "", "提示", "注", "资料来源", "页码"),
    "en": ("Title", "Subtitle", "As of", "", "Notice", "Notes", "Source", "Slide number"),
}
"""The names of placeholders in their order; the panels stand where nothing is named."""
SECTION, PANELS, NOTES = "Heading3", ("Caption", "Figure", "Cell"), ("Note", "Source")


@pytest.mark.parametrize("language", ON_SLIDES)
def test_on_slides(language: str) -> None:
    names = ON_SLIDES[language]
    content = presentation.presentation("x", figures(DECKS[0], language), language)
    charts = 0
    for slide in list(Presentation(io.BytesIO(content)).slides)[1:]:
        shapes = list(slide.shapes)
        places = [names.index(one.name if one.is_placeholder else "") for one in shapes]
        assert places == sorted(places), (slide.name, [one.name for one in shapes])
        assert places[0] == 0 and names.index("") in places
        assert names[-2] in [one.name for one in shapes], slide.name
        for before, one in pairwise(shapes):
            if one.has_chart:
                charts += 1
                assert before.has_text_frame, (slide.name, one.name)
    assert charts > 3


def sections(deck: str, language: str) -> Iterator[list[tuple[str, str]]]:
    """The figures of a briefing, each as the styles and the texts of its paragraphs and tables."""
    body = next(iter(Packed(made(deck, language)).root))
    held: list[tuple[str, str]] | None = None
    for one in body:
        kind = etree.QName(one).localname
        if kind not in ("p", "tbl"):
            continue
        found = one.find(f".//{qn('w:pStyle')}")
        style = "" if found is None else str(found.get(qn("w:val")))
        text = "".join(each.text or "" for each in one.iter(qn("w:t")))
        if style.startswith(("Heading", "Title")):
            if held:
                yield held
            held = [(style, text)] if style == SECTION else None
        elif held is not None and (text or one.find(f".//{CHART}") is not None):
            held.append((style, text))
    if held:
        yield held


@pytest.mark.parametrize("language", ON_SLIDES)
@pytest.mark.parametrize("deck", DECKS[:2])
def test_in_a_briefing(deck: str, language: str) -> None:
    listed = list(sections(deck, language))
    assert listed
    for section in listed:
        told = "".join(
            "h" if style == SECTION else "p" if style in PANELS else "n" if style in NOTES else "t"
            for style, _ in section
        )
        assert re.fullmatch("ht*p(n?p)*n+", told), (
            told,
            section[0],
        )  # what signs of a chart mean stands below it
        assert section[-1][1].startswith(("资料来源", "Source")), section[-1]
