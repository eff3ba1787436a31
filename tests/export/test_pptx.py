"""The deck as PPTX: native charts and tables hold the figure's numbers and words, in faces and places
that PowerPoint and WPS can restyle, and the speaker's notes hold what has no room."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from industry.export.pptx.presentation import presentation
from industry.figures.compose.lines.lines import markers
from industry.figures.draw import draw
from industry.figures.finished import SPOKEN
from industry.figures.frame import Frame
from industry.figures.record import Figure, GridPanel, LinesPanel, Mark, Panel, Row, RowsPanel, Table
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording.said import Said
from tests.curation import soffice
from tests.figures.handmade import cell, column, frame, line, reference, rewritten, seen

TEAL, GREY = "#0B6E74", "#4A5157"
FRAME = frame(
    "规模以上工业增加值增速",
    "2021年一季度，所比三省中江西最高",
    "江西、河北与全国，2021年1—3月，可比价",
    ("期间不同，不参与比较：吉安24.6%（2021年1—4月）",),
    ("注：低基数，宜看两年平均。",),
    "资料来源：江西省统计局，2021年4月",
    "数据截至2021年4月",
)


def bar(value: float, finish: Any = "closed") -> Mark:
    return Mark("bar", 0.0, value, TEAL, finish, row=seen(f"row:{value}"))


BARS = RowsPanel(
    "同比增速",
    "单位：%",
    (
        Row("江西", (bar(29.4),), "29.4", "2021年1—3月"),
        Row("陕西", (bar(-4.6),), "−4.6", aside="（推算）"),
        Row("河北", (bar(7200.0, "open_up"),), "超7200"),
        Row("山西", (), "未收录"),
    ),
    -4.6,
    7200.0,
    (reference(24.5, "全国", "24.5", GREY),),
)
LINES = LinesPanel(
    "",
    "单位：%",
    tuple(map(column, ("2020年1—2月", "2020年", "2021年1—2月"))),
    (
        line("江西", TEAL, False, (1.5, None, 11.4), ("1.5", "", "11.4"), ("a", "", "b"), ("", "", "")),
        line("全国", GREY, True, (2.8, 9.6, 10.0), ("2.8", "9.6", "10.0"), ("c", "d", "e"), ("", "", "")),
    ),
    gaps=(1,),
)
TARGETS = RowsPanel(
    "",
    "",
    (
        Row(
            "5G基站",
            (
                Mark("link", 2692, 4700, TEAL),
                Mark("ring", 2692, 2692, TEAL, text="2692个"),
                Mark("point", 4700, 4700, TEAL, text="4700个"),
            ),
            "+74.6%",
            "累计",
        ),
    ),
    own_scales=True,
    legend=(("ring", TEAL, "2020年"), ("point", TEAL, "2021年目标")),
    aside_heading="需要的变化",
)
GRID = GridPanel(
    "",
    "单位：项",
    (column("7月"), column("8月")),
    ("江西", "河北"),
    ((cell("2", 1.0, TEAL), cell("", 0.0, TEAL)), (cell("", 0.0, TEAL), cell("1", 0.5, TEAL))),
    groups=(("2021年", 2),),
)
TABLE = Table(("地区", "数值"), (("江西", "29.4%"), ("河北", "17.6%")))


def figure(*panels: Panel, frame: Frame = FRAME, empty: str = "", id: str = "growth") -> Figure:
    return Figure(id, "bars", frame, panels, TABLE, (), "江西29.4%，河北17.6%。", empty)


def deck(*figures: Figure, language: str = "zh") -> Any:
    return Presentation(io.BytesIO(presentation("工业数据汇报", figures, language)))


def only(*panels: Panel, **more: Any) -> Any:
    """The one slide of a figure."""
    return deck(figure(*panels, **more)).slides[1]


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def cells(slide: Any) -> list[list[str]]:
    """The texts of the slide's tables."""
    return [
        [cell.text for cell in row.cells]
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def labels(series: Any) -> dict[int, str]:
    """What the points' labels read: their words, or the value in the label's format."""
    found = {}
    for label in series._element.iter(qn("c:dLbl")):
        index = int(label.find(qn("c:idx")).get("val"))
        words = "".join(one.text for one in label.iter(qn("a:t")))
        found[index] = words or shown(series.values[index], label.find(qn("c:numFmt")).get("formatCode"))
    return found


def shown(value: float, code: str) -> str:
    """A value as a spreadsheet shows it in one of the formats used here."""
    positive, negative, *_ = code.split(";")
    body = (negative if value < 0 else positive).replace('"', "")
    number = re.search(r"[#,0]*0(?:\.(0+))?", body)
    assert number is not None
    grouped = "," if "," in number.group() else ""
    said = f"{abs(value):{grouped}.{len(number.group(1) or '')}f}"
    return body.replace(number.group(), said)


def elements(content: bytes) -> Iterator[tuple[str, Any]]:
    """Every part that holds words, parsed."""
    with ZipFile(io.BytesIO(content)) as held:
        for name in held.namelist():
            if re.match(r"ppt/(slides|charts|notesSlides|slideLayouts|slideMasters)/\w+\.xml", name):
                yield name, parse_xml(held.read(name))


def test_bars_hold_the_marks_numbers_and_the_country_as_a_category_of_its_own() -> None:
    chart = charts(only(BARS))[0]
    plot = chart.plots[0]
    names = [one.replace("\n", "  ").split("  ")[0] for one in plot.categories]
    assert names == ["江西", "陕西", "河北", "山西", "全国"]
    assert plot.series[0].values == (29.4, -4.6, 7200.0, None, 24.5)
    assert chart.category_axis.reverse_order
    assert {one.get("val") for one in chart._chartSpace.iter(qn("c:invertIfNegative"))} == {"0"}
    assert list(plot.categories)[3].endswith("未收录")
    last = list(chart._chartSpace.iter(qn("c:dPt")))[-1]
    assert last.find(f".//{qn('a:prstDash')}").get("val") == "dash"


def test_a_label_that_is_only_the_number_follows_it_and_one_that_says_more_is_text(tables: Tables) -> None:
    series = charts(only(BARS))[0].plots[0].series[0]
    assert labels(series) == {0: "29.4", 1: "−4.6（推算）", 2: "超7200", 4: "24.5"}
    held = draw(tables.catalogue.figures["growth_q1"], tables, Choices(), "zh")
    first, second = (one.plots[0].series[0] for one in charts(deck(held).slides[1]))
    assert labels(first) == {0: "29.4", 1: "18.9", 2: "17.6", 3: "24.5"}
    assert not list(first._element.iter(qn("c:tx")))[1:], "every number of a region is a number"
    worded = {index for index, words in labels(second).items() if "（推算）" in words}
    told = [one for one in second._element.iter(qn("c:dLbl")) if one.find(qn("c:tx")) is not None]
    assert worded == {int(one.find(qn("c:idx")).get("val")) for one in told}


def test_the_workbook_behind_a_chart_holds_the_same_numbers_and_adds_no_digits() -> None:
    for panel in (BARS, LINES):
        chart = charts(only(panel))[0]
        sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        for place, series in enumerate(chart.plots[0].series, start=2):
            held = [sheet.cell(row, place) for row in range(2, len(series.values) + 2)]
            assert tuple(one.value for one in held) == series.values
            assert {one.number_format for one in held} == {"General"}


def test_lines_stay_open_where_a_value_is_missing_and_where_no_line_runs_on() -> None:
    chart = charts(only(LINES))[0]
    plot = chart.plots[0]
    assert [one.replace("\n", "") for one in plot.categories] == ["2020年1—2月", "2020年", " ", "2021年1—2月"]
    assert plot.series[0].values == (1.5, None, None, 11.4)
    assert plot.series[1].values == (2.8, 9.6, None, 10.0)
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"
    dashes = [one._element.find(f"./{qn('c:spPr')}//{qn('a:prstDash')}") for one in plot.series]
    assert [one is not None for one in dashes] == [False, True]
    assert labels(plot.series[0])[3] == "江西  11.4"


def test_names_go_into_a_legend_where_a_line_ends_early() -> None:
    early = replace(
        LINES.series[0], values=(1.5, 2.0, None), texts=("1.5", "2.0", ""), rows=(seen("a"), seen("b"), None)
    )
    chart = charts(only(replace(LINES, series=(early, LINES.series[1]))))[0]
    assert chart.has_legend
    assert labels(chart.plots[0].series[0]) == {1: "2.0"}


def test_two_panels_stand_side_by_side_each_with_heading_and_unit() -> None:
    slide = only(BARS, replace(BARS, heading="两年平均增速"))
    left, right = [shape for shape in slide.shapes if shape.has_chart]
    assert left.top == right.top and left.left + left.width < right.left
    assert {"同比增速", "两年平均增速", "单位：%"} <= set(texts(slide))
    ends = {(one.value_axis.minimum_scale, one.value_axis.maximum_scale) for one in charts(slide)}
    assert len(ends) == 1  # of one scale: lengths may be compared across them


def test_rows_without_a_common_scale_become_a_table() -> None:
    assert cells(only(TARGETS)) == [
        ["", "2020年", "2021年目标", "需要的变化"],
        ["5G基站\n累计", "2692个", "4700个", "+74.6%"],
    ]


def test_a_grid_becomes_a_table_with_shaded_cells() -> None:
    slide = only(GRID)
    assert cells(slide) == [["", "2021年", ""], ["", "7月", "8月"], ["江西", "2", ""], ["河北", "", "1"]]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert str(table.cell(2, 1).fill.fore_color.rgb) == TEAL[1:]
    assert table.cell(0, 1).is_merge_origin


def test_nothing_to_draw_gives_the_sentence_and_the_table() -> None:
    slide = only(empty="没有两个地区公布同一期间的同一指标，不作比较。")
    assert "没有两个地区公布同一期间的同一指标，不作比较。" in texts(slide)
    assert cells(slide) == [list(TABLE.header), *map(list, TABLE.rows)]


def test_the_layout_has_named_placeholders_and_no_slide_an_empty_one() -> None:
    for language, names in (
        ("zh", {"标题", "副标题", "提示", "注", "资料来源", "数据截至", "页码"}),
        ("en", {"Title", "Subtitle", "Notice", "Notes", "Source", "As of", "Slide number"}),
    ):
        bare = rewritten(FRAME, notices=(), note="", as_of="", subtitle="")
        held = deck(figure(BARS), figure(LINES, frame=bare), language=language)
        assert {one.name for one in held.slide_layouts[1].placeholders} == names
        assert {one.name for one in held.slides[1].placeholders} == names
        for slide in held.slides:
            assert all(one.text_frame.text for one in slide.placeholders)


def test_the_frame_stands_on_the_slide() -> None:
    slide = only(BARS)
    told = {one.name: one.text_frame.text for one in slide.placeholders}
    assert told["标题"].replace("\v", "") == f"{FRAME.title}：{FRAME.finding}"
    assert told["副标题"] == FRAME.subtitle
    assert told["提示"] == FRAME.notices[0]
    assert told["注"] == FRAME.note
    assert told["资料来源"] == FRAME.source
    assert told["数据截至"] == FRAME.as_of


def test_what_has_no_room_is_counted_on_the_slide_and_whole_in_the_notes() -> None:
    notices = tuple(
        Said(f"期间不同，不参与比较：{place}" + "吉安24.6%（2021年1—4月）；" * 40) for place in "一二"
    )
    notes = (Said("低基数" * 5, kind="low_base"), Said("宜看两年平均" * 40), Said("累计数"))
    long = replace(FRAME, notices=(*notices, Said("未列：陕西")), notes=notes)
    slide = only(BARS, frame=long)
    told = {one.name: one.text_frame.text for one in slide.placeholders}
    assert told["提示"].split("\n") == ["未列：陕西", "另有2条提示，见本页备注"]
    assert told["注"] == f"注：{notes[0]}；累计数；另有1条注，见本页备注。"
    said = slide.notes_slide.notes_text_frame.text.split("\n")
    whole = [f"{long.title}：{long.finding}", *long.notices, long.note, long.as_of]
    assert [one for one in said if one in whole] == whole


def test_the_brief_source_line_stands_where_the_whole_has_no_room() -> None:
    frame = rewritten(
        FRAME, source="资料来源：" + "江西省统计局；" * 40, source_brief="资料来源：江西省统计局等"
    )
    slide = only(BARS, frame=frame)
    assert "资料来源：江西省统计局等" in texts(slide)
    assert frame.source in slide.notes_slide.notes_text_frame.text


def test_slides_are_found_by_the_figures_id_and_described() -> None:
    held = deck(figure(BARS, id="growth_q1"), figure(GRID, id="emphasis"))
    assert [slide.name for slide in held.slides][1:] == ["growth_q1", "emphasis"]
    assert held.core_properties.keywords == "growth_q1 emphasis"
    assert held.core_properties.title == "工业数据汇报"
    for slide in list(held.slides)[1:]:
        frames = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert [one._element.nvGraphicFramePr.cNvPr.get("descr") for one in frames] == [
            "江西29.4%，河北17.6%。"
        ]


def test_each_of_several_charts_is_described_by_its_own_numbers(real: tuple[list[Figure], Any]) -> None:
    figures, held = real
    several = 0
    shapes: dict[str, list[Any]] = {}
    for slide in held.slides:
        shapes.setdefault(slide.name, []).extend(slide.shapes)
    for one in figures:
        frames = shapes[one.id]
        told = [
            shape._element.nvGraphicFramePr.cNvPr.get("descr")
            for shape in frames
            if shape.has_chart or shape.has_table
        ]
        assert all(told) and len(set(told)) == len(told), one.id
        if len(told) != len(one.panels) or len(told) == 1:
            continue
        for panel, words in zip(one.panels, told, strict=True):
            shown = [row.text for row in panel.rows] if isinstance(panel, RowsPanel) else []
            shown += [line.texts[line.last] for line in panel.series] if isinstance(panel, LinesPanel) else []
            assert panel.heading in words and all(one in words for one in shown[:SPOKEN])
            several += bool(shown)
    assert several > 5


def test_no_chart_fixes_the_ends_of_its_scale(real: tuple[list[Figure], Any]) -> None:
    drawn = [shape.chart for slide in real[1].slides for shape in slide.shapes if shape.has_chart]
    assert len(drawn) > 20
    for chart in drawn:
        space = chart._chartSpace
        assert not [*space.iter(qn("c:min")), *space.iter(qn("c:max"))]
        assert {one.get("val") for one in space.iter(qn("c:invertIfNegative"))} <= {"0"}
        for one in space.iter(qn("c:tickLblSkip")):
            assert one.get("val") == "1"


def test_the_cover_has_title_date_and_number_of_figures() -> None:
    content = presentation("工业数据汇报", [figure(BARS), figure(LINES)], "zh", "四地比较")
    assert texts(Presentation(io.BytesIO(content)).slides[0]) == [
        "工业数据汇报",
        "四地比较",
        "数据截至2021年4月，共2幅图",
    ]
    assert texts(deck(figure(BARS), language="en").slides[0])[-1].endswith(", 1\N{NO-BREAK SPACE}figure")


def test_no_line_of_a_text_around_charts_ends_at_a_space_inside_a_period_or_a_count() -> None:
    whole = said = "Jan–Jun 2021: 1,816.97 billion yuan of 7,164 firms"
    told = frame("Growth", subtitle=said, notes=[said], notices=[said], language="en")
    words = texts(deck(figure(BARS, frame=told), language="en").slides[1])
    for one in ("Jan–Jun 2021", "1,816.97 billion yuan", "7,164 firms"):
        whole = whole.replace(one, one.replace(" ", "\N{NO-BREAK SPACE}"))
    assert sum(whole in one for one in words) == 3, words


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en-US")])
def test_every_run_names_a_chinese_face_right_after_the_latin_one(language: str, tag: str) -> None:
    content = presentation(
        "标题", [figure(one) for one in (BARS, LINES, TARGETS, GRID)] + [figure(empty="空")], language
    )
    seen = set()
    for name, root in elements(content):
        for run in root.iter(qn("a:r"), qn("a:fld")):
            assert run.find(qn("a:rPr")) is not None, name
        for look in root.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
            faces = [one for one in look if one.tag in (qn("a:latin"), qn("a:ea"))]
            assert [one.tag for one in faces] == [qn("a:latin"), qn("a:ea")], name
            assert faces[0].getnext() is faces[1] and faces[1].get("typeface") in ("+mn-ea", "+mj-ea")
            assert look.get("lang") == tag
            seen.add(name.split("/")[1])
            assert int(look.get("sz", 1300)) >= 1300, name
    assert seen == {"slides", "charts", "notesSlides", "slideLayouts", "slideMasters"}


def test_the_theme_has_a_simplified_chinese_face_for_both_scripts() -> None:
    with ZipFile(io.BytesIO(presentation("标题", [figure(BARS)], "zh"))) as held:
        themes = [parse_xml(held.read(one)) for one in held.namelist() if "/theme/" in one]
        assert not [one for one in held.namelist() if "printer" in one or "thumbnail" in one]
    assert len(themes) == 2
    for theme in themes:
        for font in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
            assert {font.find(qn(f"a:{one}")).get("typeface") for one in ("latin", "ea")} == {
                "Microsoft YaHei"
            }


def test_english_has_straight_quotation_marks() -> None:
    row = Row("The “little giants”", (bar(3.0),), "3")
    slide = deck(figure(replace(BARS, rows=(row,), references=())), language="en").slides[1]
    assert next(iter(charts(slide)[0].plots[0].categories)) == 'The "little giants"'


@pytest.fixture(scope="module", params=["zh", "en"])
def real(tables: Tables, request: pytest.FixtureRequest) -> tuple[list[Figure], Any]:
    """All figures of config.yaml, and their deck."""
    drawn = [draw(one, tables, Choices(), request.param) for one in tables.catalogue.config.figures]
    return drawn, deck(*drawn, language=request.param)


def numbers(panel: Panel) -> set[float]:
    """The values of the panel's marks."""
    if isinstance(panel, RowsPanel):
        marks = {mark.end for row in panel.rows for mark in row.marks}
        return marks | {one.value for one in panel.references}
    if isinstance(panel, LinesPanel):
        return {value for one in panel.series for value in one.values if value is not None}
    return set()


def words(panel: Panel) -> Sequence[str]:
    """The worded figures that a table of the panel must show."""
    if isinstance(panel, GridPanel):
        return [cell.text for row in panel.cells for cell in row]
    if isinstance(panel, RowsPanel):
        return [row.text for row in panel.rows]
    return []


def test_every_figure_of_the_dashboard_keeps_its_numbers(real: tuple[list[Figure], Any]) -> None:
    figures, held = real
    for one in figures:
        own = [slide for slide in held.slides if slide.name == one.id]
        by_heading = {
            shape._element.nvGraphicFramePr.cNvPr.get("title", ""): shape
            for slide in own
            for shape in slide.shapes
            if shape.has_chart or shape.has_table
        }
        for panel in one.panels:
            shape = by_heading[panel.heading]
            if shape.has_chart:
                values = [
                    value for plot in shape.chart.plots for line in plot.series for value in line.values
                ]
                assert {value for value in values if value is not None} == numbers(panel), one.id
            else:
                said = {cell for slide in own for row in cells(slide) for cell in row}
                lacking = set(words(panel)) - said - {""}
                assert not lacking or "\t" in own[0].notes_slide.notes_text_frame.text, one.id


def test_every_bar_of_the_dashboard_has_its_worded_figure(real: tuple[list[Figure], Any]) -> None:
    figures, held = real
    for one in figures:
        own = [slide for slide in held.slides if slide.name == one.id]
        drawn = [chart for slide in own for chart in charts(slide)]
        said = " ".join(
            [
                *(
                    text
                    for chart in drawn
                    for line in chart.plots[0].series
                    for text in labels(line).values()
                ),
                *(name for chart in drawn for name in chart.plots[0].categories),
                *(text for slide in own for row in cells(slide) for text in row),
                own[0].notes_slide.notes_text_frame.text,
            ]
        )
        for panel in one.panels:
            if isinstance(panel, RowsPanel):
                assert all(row.text in said for row in panel.rows), one.id


def test_nothing_overlaps_or_leaves_the_slide(real: tuple[list[Figure], Any]) -> None:
    _, held = real
    for slide in held.slides:
        boxes = [
            (one.name, one.left, one.top, one.left + one.width, one.top + one.height) for one in slide.shapes
        ]
        for index, (name, left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left and 0 <= top and right <= held.slide_width and bottom <= held.slide_height
            for other, west, north, east, south in boxes[index + 1 :]:
                apart = right <= west + 9 or east <= left + 9 or bottom <= north + 9 or south <= top + 9
                assert apart, f"{slide.name}: {name} and {other}"


@soffice.needed
def test_libreoffice_opens_every_slide(tmp_path: Path) -> None:
    figures = [figure(one) for one in (BARS, LINES, TARGETS, GRID)]
    (tmp_path / "deck.pptx").write_bytes(presentation("工业数据汇报", figures, "zh"))
    (printed,) = soffice.converted([tmp_path / "deck.pptx"], "pdf", tmp_path / "printed")
    pages = re.findall(rb"/Type\s*/Page\b", printed.read_bytes())
    assert len(pages) == 5


def test_the_targets_slide_shows_every_row(tables: Tables) -> None:
    for language in ("zh", "en"):
        one = draw(tables.catalogue.figures["targets_jian"], tables, Choices(), language)
        own = list(deck(one, language=language).slides)[1:]
        said = {row[0].split("\n")[0] for slide in own for row in cells(slide)}
        rows = [row for panel in one.panels if isinstance(panel, RowsPanel) for row in panel.rows]
        assert rows and {row.name for row in rows} <= said


def test_notices_and_vital_notes_are_whole() -> None:
    vital = Said("江西该季度同比增速基数偏低，宜看两年平均；" * 9, kind="low_base")
    strip = tuple(Said("期间不同，不参与比较：" + "吉安24.6%（2021年1—4月）；" * 5) for _ in range(4))
    slide = only(BARS, frame=replace(FRAME, notices=strip, notes=(vital, Said("累计" * 90))))
    told = {one.name: one.text_frame.text for one in slide.placeholders}
    assert all(one.rstrip("；") in told["提示"] for one in strip)
    assert told["注"] == f"注：{vital}；另有1条注，见本页备注。"


def test_a_region_has_the_same_marker_in_every_panel(tables: Tables) -> None:
    series = [replace(LINES.series[0], own=one.colour) for one in tables.catalogue.regions.values()]
    assert len(set(markers(series))) == len(series)
    assert [markers([one])[0] for one in series] == markers(series)
    assert markers(series[:1]) == [0]
    assert len(set(markers([series[0], series[0]]))) == 2


def test_no_slide_speaks_of_marks_that_it_does_not_have(real: tuple[list[Figure], Any]) -> None:
    """越靠左，位次越靠前 is of a picture's marks: slides have tables in their place, and bars for dashed lines."""
    figures, held = real
    said = [figure for figure in figures if figure.frame.about is not None]
    assert {one.chart for one in said} >= {"ranks", "share", "target", "branches"}
    for one in said:
        slide = next(slide for slide in held.slides if slide.name == one.id)
        told = "".join([*texts(slide), slide.notes_slide.notes_text_frame.text])
        for words in ("越靠左", "各行自有尺度", "虚线", "further left", "own scale", "dashed"):
            assert words not in told, one.id
    assert any("越靠左" in one.frame.subtitle or "further left" in one.frame.subtitle for one in said)
