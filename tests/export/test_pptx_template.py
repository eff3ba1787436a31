"""What decks need of their template, and what of a restyled one they follow."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.export.office.words import say
from industry.export.pptx.presentation import presentation
from industry.export.pptx.template import TEMPLATE, blank
from tests.export.test_pptx import BARS, FRAME, charts, figure

TITLE, DECK_SUBTITLE, PAGE, SUBTITLE, NOTICE, NOTES, SOURCE, AS_OF = 0, 1, 12, 13, 14, 15, 16, 17
LAYOUTS = {
    "cover": {TITLE: "title", DECK_SUBTITLE: "subtitle", AS_OF: "as_of"},
    "figure": {
        TITLE: "title", SUBTITLE: "subtitle", AS_OF: "as_of", NOTICE: "notice", NOTES: "notes", SOURCE: "source",
        PAGE: "page",
    },
}  # fmt: skip
"""The placeholders of the template's layouts, by their numbers."""
MASTER = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SLIDE_NUMBER}


def restyled(folder: Path, change: Any) -> Path:
    """The template after an office's change to its layouts (by name) and master."""
    held = Presentation(str(TEMPLATE))
    change({one.name: one for one in held.slide_layouts}, held.slide_master)
    held.save(str(folder / "ours.pptx"))
    return folder / "ours.pptx"


def slide(template: Path) -> Any:
    content = presentation("工业数据汇报", [figure(BARS)], "zh", template=template.read_bytes())
    return Presentation(io.BytesIO(content)).slides[1]


def test_the_template_has_the_layouts_and_placeholders_that_decks_need() -> None:
    held = Presentation(str(TEMPLATE))
    layouts = {one.name: one for one in held.slide_layouts}
    assert set(layouts) == {"Cover", "Figure"} and not held.slides
    for name, places in LAYOUTS.items():
        found = {one.placeholder_format.idx: one.name for one in layouts[say(name, "en")].placeholders}
        assert found == {number: say(key, "en") for number, key in places.items()}
    assert {one.placeholder_format.type for one in held.slide_master.placeholders} == MASTER


def test_the_template_is_small_and_holds_nothing_of_who_made_it() -> None:
    assert TEMPLATE.stat().st_size < 40_000
    with ZipFile(TEMPLATE) as held:
        names = held.namelist()
    assert not [one for one in names if "thumbnail" in one or "printer" in one or one == "docProps/app.xml"]
    told = Presentation(str(TEMPLATE)).core_properties
    assert not (told.author or told.last_modified_by or told.comments or told.keywords)


def test_what_a_template_lacks_gets_a_place_of_its_own(tmp_path: Path) -> None:
    def less(layouts: Any, master: Any) -> None:
        for number in (NOTICE, SOURCE):
            shape = layouts["Figure"].placeholders.get(number)._element
            shape.getparent().remove(shape)
        part = master.part.package.presentation_part
        part._element.remove(part._element.find(qn("p:notesMasterIdLst")))
        for name in [name for name, one in part.rels.items() if one.reltype == RT.NOTES_MASTER]:
            part.rels.pop(name)

    held = slide(restyled(tmp_path, less))
    own = {one.name: one for one in held.shapes if not one.is_placeholder and one.has_text_frame}
    assert own[say("source", "zh")].text_frame.text == FRAME.source
    assert own[say("notice", "zh")].text_frame.text
    assert FRAME.source in held.notes_slide.notes_text_frame.text


def test_what_an_office_moves_in_the_template_moves_on_the_slides(tmp_path: Path) -> None:
    def lower(layouts: Any, master: Any) -> None:
        title = layouts["Figure"].placeholders.get(TITLE)
        title.top, title.left, title.width, title.height = Pt(52), Pt(40), Pt(884), Pt(38)
        for number, points in ((13, 92), (AS_OF, 92)):
            layouts["Figure"].placeholders.get(number).top = Pt(points)
        text = master.placeholders.get(PP_PLACEHOLDER.BODY)
        text.left, text.width = Pt(40), Pt(884)

    ours, theirs = (slide(one) for one in (TEMPLATE, restyled(tmp_path, lower)))
    assert theirs.shapes.title.left == Pt(40)
    assert theirs.placeholders[AS_OF].top - ours.placeholders[AS_OF].top == Pt(30)
    first, second = (next(one for one in each.shapes if one.has_chart) for each in (ours, theirs))
    assert (second.left, second.width) == (Pt(40), Pt(884))
    assert second.top - first.top == Pt(30)
    assert charts(theirs)


def test_words_are_broken_in_the_templates_type(tmp_path: Path) -> None:
    def larger(layouts: Any, master: Any) -> None:
        look = layouts["Figure"].placeholders.get(SOURCE)._element.find(f".//{qn('a:defRPr')}")
        look.set("sz", "6000")

    ours, theirs = (slide(one) for one in (TEMPLATE, restyled(tmp_path, larger)))
    assert ours.placeholders[SOURCE].text_frame.text == FRAME.source
    assert ours.placeholders[SOURCE].height < theirs.placeholders[SOURCE].height


def test_a_placeholder_keeps_the_templates_faces(tmp_path: Path) -> None:
    def other(layouts: Any, master: Any) -> None:
        look = layouts["Figure"].placeholders.get(NOTICE)._element.find(f".//{qn('a:defRPr')}")
        look.find(qn("a:latin")).set("typeface", "SimHei")
        look.find(qn("a:ea")).set("typeface", "SimHei")

    run = slide(restyled(tmp_path, other)).placeholders[NOTICE]._element.find(f".//{qn('a:rPr')}")
    assert [run.find(qn(f"a:{one}")).get("typeface") for one in ("latin", "ea")] == ["SimHei", "SimHei"]


def test_sample_slides_and_placeholders_that_decks_do_not_fill_stay_behind(tmp_path: Path) -> None:
    def more(layouts: Any, master: Any) -> None:
        extra = deepcopy(layouts["Figure"].placeholders.get(NOTICE)._element)
        extra.find(f".//{qn('p:ph')}").set("idx", "30")
        layouts["Figure"].shapes._spTree.append(extra)
        for layout in layouts.values():
            layout.part.package.presentation_part.presentation.slides.add_slide(layout)

    template = restyled(tmp_path, more)
    assert len(Presentation(str(template)).slides) == 2
    held = Presentation(
        io.BytesIO(presentation("工业数据汇报", [figure(BARS)], "zh", template=template.read_bytes()))
    )
    assert [one.name for one in held.slides] == ["", "growth"]
    assert 30 not in [one.placeholder_format.idx for one in held.slides[1].placeholders]


def test_what_a_theme_offers_comes_after_the_regions_colours() -> None:
    deck = blank("zh", ["#0B6E74", "#4A5157"], TEMPLATE.read_bytes()).deck
    part = deck.slide_master.part.part_related_by(RT.THEME)
    assert part.blob.index(b"0B6E74") < part.blob.index(b"4A5157") < part.blob.index(b"<a:accent3>")


def test_the_notes_master_speaks_the_decks_language() -> None:
    held = Presentation(io.BytesIO(presentation("标题", [], "zh"))).notes_master.shapes
    told = [one.name for one in held] + [one.text_frame.text for one in held if one.has_text_frame]
    assert held and not any(re.search("[A-Za-z0-9]", one) for one in told), told
