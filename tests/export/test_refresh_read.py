"""What is compared is what is read, not the form in which a program keeps it: nothing is told of a file that says what the tables say,
whoever saved it, and every word that says something else is told, in a table too."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart

from industry import wording
from industry.export.office.archive import Archive
from industry.export.office.words import say
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing import tables
from industry.export.refreshing.frames import language
from industry.export.refreshing.report import NUMBERS
from industry.export.refreshing.slides import placing
from industry.export.refreshing.slides.found import SlideFrame, page, slides
from industry.export.refreshing.slides.presentation import refresh
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.resaved import resaved
from tests.export.test_refresh import CELLS, changed, deck, entries, packed_of, without

SOME = ("gap_growth", "growth_quarters", "benchmark", "targets_jian")
"""Charts and tables, with numbers of many digits, and texts that are shortened."""


@pytest.mark.parametrize(("spoken", "report"), [("zh", "en"), ("en", "zh")])
def test_nothing_is_told_of_a_file_that_another_program_has_only_saved(spoken: str, report: str) -> None:
    found = refresh(resaved(deck(SOME, spoken)), world(), report).report
    assert found.figures >= len(SOME) and found.lines == []


def test_of_such_a_file_the_same_numbers_are_told() -> None:
    made, now = deck(("growth_quarters",)), changed(CELLS[0], CELLS[2])
    lines = [
        [one for one in refresh(held, now, "zh").report.lines if one.kind in NUMBERS]
        for held in (made, resaved(made))
    ]
    assert lines[0] and [one.facts[0] for one in lines[0]] == [one.facts[0] for one in lines[1]]
    assert all(
        words in whole
        for one, other in zip(*lines, strict=True)
        for words, whole in zip(one.facts[1:], other.facts[1:], strict=True)
    )
    assert all(one.facts[-1] != one.facts[-2] for one in lines[0])


def frame(*rows: tuple[str, ...]) -> Any:
    """A table's frame of these words."""
    held: Any = Presentation()
    slide = held.slides.add_slide(held.slide_layouts[6])
    shape = slide.shapes.add_table(len(rows), len(rows[0]), 0, 0, 9_000_000, 3_000_000)
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            shape.table.cell(at, column).text = words
    return shape._element


HEAD = ("指标", "江西", "吉安")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("快于时序进度", "慢于时序进度"),
        ("未收录", "期间不同"),
        ("18.5%", "未收录"),
        ("未收录", "18.5%"),
        ("18.5%", "18.6%"),
    ],
)
def test_each_cell_that_says_something_else_is_told(was: str, now: str) -> None:
    both = [frame(HEAD, ("增速", one, "24.6%"), ("利润", one, "9.1%")) for one in (was, now)]
    told = tables.refresh(*both, lambda _words: True)
    assert [(one.name, one.before, one.after) for one in told.moved] == [
        ("增速 江西", was, now),
        ("利润 江西", was, now),
    ]


def test_a_comparison_that_is_gone_from_a_table_needs_her_eye() -> None:
    found = refresh(deck(("benchmark",)), without("hebei", "profit_growth", "2021-01/2021-05"), "zh")
    worded = [one for one in found.report.lines if one.kind == "worded"]
    assert worded and all(one.eye for one in worded) and found.report.eye


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_what_a_table_concludes_is_no_other_period(spoken: str) -> None:
    made = deck(("benchmark",), spoken)
    kinds = [
        {one.kind for one in refresh(made, now, "zh").report.lines}
        for now in (changed(CELLS[0]), without("jiangxi", "value_added_growth", "2021-01/2021-03"))
    ]
    assert "finding_disputed" in kinds[0] and "moved" not in kinds[0]
    assert "moved" in kinds[1] and "number" not in kinds[1]


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_a_conclusion_of_a_table_about_another_indicator_is_no_other_period(spoken: str) -> None:
    """It goes on to the next indicator where nothing can be said of the first any more."""
    found = refresh(
        deck(("benchmark",), spoken),
        changed(("hebei", "value_added_growth", "2021-01/2021-03", "31.6")),
        "zh",
    )
    kinds = {one.kind for one in found.report.lines}
    assert "turned" in kinds and not {"moved", "number_other", "turned_other"} & kinds


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_a_slide_that_says_that_nothing_can_be_drawn_follows(spoken: str) -> None:
    """It holds neither a chart nor a table."""
    figures = drawn(never(), [Slide.parse("compare?indicator=gdp_growth&regions=shaanxi")], spoken)
    made = presentation("汇报", figures, spoken, version=never().version)
    assert not any(
        one.has_chart or one.has_table
        for slide in Presentation(io.BytesIO(made)).slides
        for one in slide.shapes
    )
    found = refresh(made, world(), "zh")
    assert [one.kind for one in found.report.lines] == ["drawable"] and found.data == made
    again = refresh(made, never("revenue_growth"), "zh")
    said = [one.text_frame.text for one in Presentation(io.BytesIO(again.data)).slides[1].shapes]
    assert not again.report.behind and wording.short_version(never("revenue_growth").version) in "".join(said)


def never(*others: str) -> Tables:
    """The frozen tables without GDP growth of Shaanxi, and without other indicators of it."""
    files, name = edits.world(), "data/observations/shaanxi.csv"
    held = dict(edits.rows(files))[name]
    kept = [one for one in held if one["indicator"] not in ("gdp_growth", *others)]
    return edits.read(files | {name: edits.written(kept)})


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_a_conclusion_of_a_table_that_is_gone_or_new_is_told_as_that(spoken: str) -> None:
    """Where nothing can be concluded any more the subtitle lists the regions: no period has changed; and the other way round."""
    held = deck(("benchmark_rank",), spoken)
    less = without("jiangxi", "value_added_growth_rank_china", "2021-01/2021-06")
    gone = refresh(held, less, "zh")
    kinds = {one.kind: one for one in gone.report.lines}
    assert "moved" not in kinds and kinds["finding_gone"].eye
    back = refresh(gone.data, world(), "zh")
    kinds = {one.kind: one for one in back.report.lines}
    assert "moved" not in kinds and "finding_new" in kinds
    assert not refresh(back.data, world(), "zh").report.lines


@pytest.mark.parametrize(("words", "spoken"), [("江西 GDP", "zh"), ("Jiangxi 年", "en"), ("2021", "")])
def test_the_language_of_a_table_is_that_of_its_words(words: str, spoken: str) -> None:
    element = frame(("", words), ("1", "2"))
    for one in element.iter("{*}rPr", "{*}endParaRPr"):
        one.attrib.pop("lang", None)
    assert language(SlideFrame(element, "benchmark", 1)) == spoken


def copied(data: bytes) -> bytes:
    """The figures of a presentation of ours in one of hers, as a script copies them: elements with their old ids beside hers, charts and
    workbooks in parts with other names and related otherwise, nothing of tags, layouts and notes."""
    ours: Any = Presentation(io.BytesIO(data))
    hers: Any = Presentation()
    for slide in [*ours.slides][1:]:
        made = hers.slides.add_slide(hers.slide_layouts[5])
        made.shapes.title.text = "我的页"
        for shape in slide.shapes:
            element = deepcopy(shape._element)
            made.shapes._spTree.append(element)
            if shape.has_chart:
                old = shape.chart.part
                part = ChartPart.load(
                    hers.part.package.next_partname("/ppt/charts/hers%d.xml"),
                    old.content_type,
                    hers.part.package,
                    old.blob,
                )
                for one in list(part._element.iter(qn("c:externalData"))):
                    one.getparent().remove(one)
                part.chart_workbook.update_from_xlsx_blob(old.chart_workbook.xlsx_part.blob)
                linked = next(element.iter(qn("c:chart")))
                linked.set(qn("r:id"), made.part.relate_to(part, RT.CHART))
    out = io.BytesIO()
    hers.save(out)
    return out.getvalue()


def test_figures_that_a_script_has_copied_into_another_presentation_are_refreshed() -> None:
    data = copied(deck(("growth_q1", "gap_growth", "benchmark")))
    assert not [one for one in refresh(data, world(), "zh").report.lines if one.kind != "unsigned"]
    found = refresh(data, changed(CELLS[0]), "zh")
    assert any(one.kind == "number" and "15.1" in one.facts[-1] for one in found.report.lines)
    assert len({one.slide for one in found.report.lines if one.kind in NUMBERS}) == 2
    held: Any = Presentation(io.BytesIO(found.data))
    first = next(one.chart for one in held.slides[0].shapes if one.has_chart)
    assert 15.1 in first.plots[0].series[0].values
    assert [one.shapes.title.text for one in held.slides] == ["我的页"] * 3


def test_a_number_format_that_reads_the_same_is_no_change() -> None:
    """Other programs quote the signs in it otherwise."""
    made = deck(("growth_q1",))
    held = {
        name: content.replace(b"&quot;\xe2\x88\x92&quot;", b"\\\xe2\x88\x92")
        if "/charts/" in name
        else content
        for name, content in entries(made).items()
    }
    assert held != entries(made)
    other = packed_of(held)
    assert refresh(other, world(), "zh").data == other


def test_a_box_is_called_as_its_heading_says() -> None:
    made = deck(("structure_shaanxi",))
    now = changed(("shaanxi", "automobile_gross_output_share", "2020", "9.9"))
    held: list[set[str]] = []
    for data in (made, refresh(made, now, "zh").data):
        boxes = [one for one in Presentation(io.BytesIO(data)).slides[1].shapes if one.has_text_frame]
        held.append({one.name for one in boxes if one.name == one.text_frame.text})
    assert held[0] and len(held[0]) == len(held[1]) and held[0] != held[1]


def test_a_title_that_has_no_room_any_more_is_told() -> None:
    archive = Archive(deck(("growth_q1",)))
    parts, scale = slides(archive)
    held = page(archive, world().catalogue, parts[1], 2, scale)
    assert held is not None
    layout = archive.xml(next(archive.related(held.part, "slideLayout")))
    (mark,) = (one for one in held.marks if one.part == "title")
    old = ["增速：江西居首"]
    assert placing.grown(held, layout, mark, old, ["增速：陕西居首"])
    assert not placing.grown(held, layout, mark, old, ["增速：江西同比高于全国" * 20])


def test_a_number_below_a_lines_name_is_told() -> None:
    """How many figures of a region are of other years stands there."""
    now = without("shaanxi", "nonpublic_share_gdp", "2015")
    found = refresh(deck(("coverage",)), now, "zh")
    told = [
        one.facts for one in found.report.lines if one.kind == "number" and one.facts[0].startswith("陕西")
    ]
    assert len(told) == 1 and told[0][1] != told[0][2]
    assert not refresh(found.data, now, "zh").report.lines


def test_a_slide_of_a_part_has_the_sources_that_a_fresh_one_has() -> None:
    cells = [
        (region, "value_added_growth", "2021-01/2021-03", value)
        for region, value in (("hebei", "13.2"), ("jiangxi", "23.9"), ("shaanxi", "26.9"))
    ]
    made, now = deck(("growth_months",), "en"), changed(*cells)
    fresh = presentation("x", drawn(now, [Slide.parse("growth_months")], "en"), "en", version=now.version)
    found = refresh(made, now, "zh")
    assert "crowded" not in {one.kind for one in found.report.lines}
    said = [
        [
            shape.text_frame.text
            for shape in Presentation(io.BytesIO(data)).slides[2].shapes
            if shape.name == say("source", "en")
        ]
        for data in (made, found.data, fresh)
    ]
    assert said[1] == said[2]
    assert refresh(found.data, now, "zh").data == found.data
