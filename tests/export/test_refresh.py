"""A presentation of somebody's own, half of it ours: three cells of the tables change, and exactly what follows from them changes in
her file, all else keeps its bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

import industry
from industry.export.kept import versions
from industry.export.office.properties import NAME as PROPERTIES
from industry.export.office.words import say
from industry.export.order import drawn
from industry.export.pptx import signing
from industry.export.pptx.presentation import presentation
from industry.export.refreshing import frames, paragraphs, refreshed
from industry.export.refreshing.frames import Refreshed
from industry.export.refreshing.report import as_text
from industry.export.refreshing.slides.presentation import refresh
from industry.figures.record import Entry, TableLine, TablePanel
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits, soffice
from tests.export import her_templates
from tests.figures.sample_tables import many
from tests.figures.sample_tables import numbers as numbers_of

MADE = "compare?indicator=profit_growth&period=2021-01/2021-05&regions=hebei,jiangxi"
OURS = (
    "growth_q1",
    "gap_growth",
    MADE,
    "growth_quarters",
    "gdp_level",
    "benchmark",
    "targets_jian",
    "emphasis",
    "coverage",
    "ranks_jiangxi",
)
CELLS = (
    ("jiangxi", "value_added_growth", "2021-01/2021-03", "15.1"),
    ("hebei", "profit_growth", "2021-01/2021-05", "115.5"),
    ("shaanxi", "value_added_growth", "2020-01/2020-03", "-3.5"),
)
TIMING = (
    '<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par><p:cTn id="1" '
    'dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'
)
OWN = "我省工业开局良好"


def changed(*cells: tuple[str, str, str, str], files: dict[str, bytes] | None = None) -> Tables:
    """The frozen tables, or those of ``files``, with other values in these cells: region, indicator, period, value in per cent."""
    files = files or edits.world()
    for region, indicator, period, value in cells:
        name = f"data/observations/{region}.csv"
        held = dict(edits.rows(files))[name]
        (at,) = [
            at
            for at, one in enumerate(held)
            if (one["indicator"], one["period"], one["status"], one["edition"])
            == (indicator, period, "actual", "")
        ]
        printed = value.replace("-", "−")
        held[at] = held[at] | {"value": value, "as_printed": f"{printed}%"}
        files[name] = edits.written(held)
    return edits.read(files)


def without(region: str, indicator: str, period: str) -> Tables:
    """The frozen tables without the rows of one region's indicator over a period."""
    files, name = edits.world(), f"data/observations/{region}.csv"
    held = dict(edits.rows(files))[name]
    kept = [one for one in held if (one["indicator"], one["period"]) != (indicator, period)]
    return edits.read(files | {name: edits.written(kept)})


def deck(slides: tuple[str, ...], language: str = "zh") -> bytes:
    figures = drawn(world(), [Slide.parse(one) for one in slides], language)
    return presentation("汇报", figures, language, version=world().version)


def hers() -> bytes:
    """Ten figures of ours, one on two slides, among ten slides of hers, moved, resized and written on by her."""
    held: Any = Presentation(io.BytesIO(deck(OURS)))
    ours = len(held.slides)
    for number in range(9):  # with the cover ten that aren't figures
        slide = held.slides.add_slide(held.slide_layouts[1])
        slide.shapes.title.text = f"她的第{number}页 29.4"
        box = slide.shapes.add_textbox(Pt(50), Pt(300), Pt(400), Pt(40))
        box.text_frame.text = "29.4"
        if number % 3 == 0:
            data: Any = CategoryChartData()
            data.categories = ["江西", "河北"]
            data.add_series("自制", (29.4, 114))
            slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(50), Pt(100), Pt(400), Pt(200), data)
        if number % 3 == 1:
            slide._element.append(parse_xml(TIMING))
            slide.notes_slide.notes_text_frame.text = "29.4"
    order = held.slides._sldIdLst
    for place, one in enumerate(list(order)[ours:]):
        order.insert(2 * place + 1, one)
    pages = {slide.name: slide for slide in held.slides}
    first = pages["growth_q1"]
    first._element.append(parse_xml(TIMING))
    frame = next(one for one in first.shapes if one.has_chart)
    frame.left, frame.width = Pt(20), frame.width - Pt(30)
    next(frame.chart._chartSpace.iter(qn("a:srgbClr"))).set("val", "123456")
    first.notes_slide.notes_text_frame.add_paragraph().text = "这里停顿"
    pages[MADE].shapes.title.text = OWN
    return saved(held)


def saved(held: Any) -> bytes:
    content = io.BytesIO()
    held.save(content)
    return content.getvalue()


@pytest.fixture(scope="module")
def before() -> bytes:
    """Packed by another program, so that an entry that is only copied is told from one that is packed anew."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, data in entries(hers()).items():
            made.writestr(name, data)
    return content.getvalue()


@pytest.fixture(scope="module")
def after(before: bytes) -> Refreshed:
    return refresh(before, changed(*CELLS), "zh")


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {one.filename: packed.read(one) for one in packed.infolist()}


def numbers(data: bytes) -> Counter[tuple[str, str, str, str]]:
    """Every number in our charts: slide, chart, series and category."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    held: Any = Presentation(io.BytesIO(data))
    for slide in held.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                plot = shape.chart.plots[0]
                for series in plot.series:
                    for name, value in zip(plot.categories, series.values, strict=True):
                        found[slide.name, shape.name, f"{series.name} {name}", f"{value}"] += 1
    return found


def test_exactly_the_numbers_of_three_cells_change(before: bytes, after: Refreshed) -> None:
    old, new = numbers(before), numbers(after.data)
    gone, come = old - new, new - old
    assert {one[3] for one in gone} == {"29.4", "114.0", "-3.0"}
    assert {one[3] for one in come} == {"15.1", "115.5", "-3.5"}
    assert {one[:3] for one in gone} == {one[:3] for one in come}
    assert {one[0] for one in come} == {"growth_q1", MADE, "growth_quarters"}
    whole: Any = Presentation(io.BytesIO(after.data))
    table = next(one for one in whole.slides if one.name == "benchmark").shapes
    words = [cell.text for one in table if one.has_table for cell in one.table.iter_cells()]
    assert any(one.startswith("15.1") for one in words) and not any("29.4" in one for one in words)


def test_all_other_entries_keep_their_bytes_and_places(before: bytes, after: Refreshed) -> None:
    old, new = entries(before), entries(after.data)
    assert list(old) == list(new)
    ours = re.compile(r"ppt/(slides|charts|embeddings|notesSlides|tags)/|docProps/custom.xml")
    moved = [one for one in old if old[one] != new[one]]
    assert moved and all(map(ours.match, moved))
    slides = {
        name: etree.fromstring(told) for name, told in old.items() if re.match(r"ppt/slides/[^/]+$", name)
    }
    mine = {name for name, root in slides.items() if root.find(qn("p:cSld")).get("name") not in OURS}
    assert len(mine) == 10 and mine & set(moved) == {"ppt/slides/slide1.xml"}, "the cover's date is ours"
    packed = [zipfile.ZipFile(io.BytesIO(one)) for one in (before, after.data)]
    for one, other in zip(*(each.infolist() for each in packed), strict=True):
        if one.filename not in moved:
            assert (one.CRC, one.compress_size, one.date_time) == (
                other.CRC,
                other.compress_size,
                other.date_time,
            )


def test_of_what_is_rewritten_only_words_and_numbers_differ(before: bytes, after: Refreshed) -> None:
    old, new = entries(before), entries(after.data)
    for name in old:
        if old[name] == new[name] or not name.endswith(".xml") or "/tags/" in name:
            continue
        shapes = [Counter(map(looks, etree.fromstring(one[name]).iter())) for one in (old, new)]
        assert shapes[0] == shapes[1], name


def looks(one: Any) -> tuple[Any, ...]:
    """An element without what it says of a number: of a point and its label the place, the format and the step of the scale too;
    of a box without how high it stands and is, since what stands above a text gives way where that grows."""
    said = ("descr", "formatCode", *(("y", "cy") if one.tag in (qn("a:off"), qn("a:ext")) else ()))
    told = {key: value for key, value in one.attrib.items() if key not in said}
    return one.tag, tuple(sorted(told.items())) if one.tag not in (qn("c:idx"), qn("c:majorUnit")) else ()


def test_her_looks_places_and_words_stay(after: Refreshed) -> None:
    held: Any = Presentation(io.BytesIO(after.data))
    pages = {slide.name: slide for slide in held.slides}
    assert len(held.slides) == 21
    assert pages[MADE].shapes.title.text == OWN
    frame = next(one for one in pages["growth_q1"].shapes if one.has_chart)
    assert frame.left == Pt(20)
    assert "123456" in {one.get("val") for one in frame.chart._chartSpace.iter(qn("a:srgbClr"))}
    notes = pages["growth_q1"].notes_slide.notes_text_frame.text
    assert notes.endswith("\n这里停顿") and "29.4" not in notes


def test_the_workbooks_say_what_the_charts_say(after: Refreshed) -> None:
    from openpyxl import load_workbook

    held: Any = Presentation(io.BytesIO(after.data))
    for slide in held.slides:
        for shape in slide.shapes:
            if slide.name in OURS and shape.has_chart:
                book = load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
                rows = [[cell.value for cell in row] for row in book.iter_rows(min_row=2)]  # type: ignore[union-attr]
                assert [row[0] or "" for row in rows] == [str(one) for one in shape.chart.plots[0].categories]
                for at, series in enumerate(shape.chart.plots[0].series, start=1):
                    assert [row[at] for row in rows] == list(series.values)


def test_a_text_that_grows_covers_nothing(before: bytes) -> None:
    """The note says of a low base more than it did; the notice above it gives way, and the chart."""
    found = refresh(before, changed(("jiangxi", "value_added_growth", "2021-01/2021-03", "30.1")), "zh")
    lower = {say(part, "zh") for part in ("notice", "notes", "source")}
    for held in (Presentation(io.BytesIO(before)), Presentation(io.BytesIO(found.data))):
        for slide in held.slides:
            shapes = [one for one in slide.shapes if one.name in lower or one.has_chart]
            boxes = [(one.left, one.top, one.left + one.width, one.top + one.height) for one in shapes]
            for at, one in enumerate(boxes):
                for other in boxes[at + 1 :]:
                    assert (
                        one[2] <= other[0]
                        or other[2] <= one[0]
                        or one[3] <= other[1] + Pt(1)
                        or other[3] <= one[1] + Pt(1)
                    ), (slide.name, [shape.name for shape in shapes])


def test_what_she_should_know_is_told(after: Refreshed) -> None:
    told = "\n".join(as_text(after.report, "zh"))
    assert "江西2021年1—3月规模以上工业增加值增速：29.4 → 15.1" in told
    assert "结论已变（图中有公布数互不一致，存疑）：2021年1—3月，江西同比、两年平均增速均居三省首位" in told
    assert f"标题是您改过的，未动：“{OWN}”" in told
    assert after.report.eye and after.report.figures == 10
    assert "河北2021年1—5月规模以上工业企业利润总额增速：114 → 115.5" in told
    for one in as_text(after.report, "en"):
        assert one is not None


def test_refreshing_twice_changes_nothing_more(after: Refreshed) -> None:
    again = refresh(after.data, changed(*CELLS), "zh")
    assert again.data == after.data
    assert not again.report.lines


def test_one_file_and_one_state_of_the_tables_give_one_file(before: bytes, after: Refreshed) -> None:
    assert refresh(before, changed(*CELLS), "zh").data == after.data


@pytest.mark.parametrize(("language", "names"), [("zh", "abc"), ("en", "甲乙丙")])
def test_a_chart_with_names_of_hers_leaves_the_slide_its_language(language: str, names: str) -> None:
    """She gave the first chart other data, in another language: what stands around it is ours, and tells the language."""
    told = Presentation(io.BytesIO(deck(("growth_q1",), language)))
    slide = told.slides[1]
    chart = next(one.chart for one in slide.shapes if one.has_chart)
    data = CategoryChartData()
    data.categories = list(names)
    data.add_series(names, (1, 2, 3))
    chart.replace_data(data)
    held = io.BytesIO()
    told.save(held)
    found = refresh(held.getvalue(), world(), language)
    before, after = (
        [one.text_frame.text for one in Presentation(io.BytesIO(each)).slides[1].shapes if one.has_text_frame]
        for each in (held.getvalue(), found.data)
    )
    assert before == after


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_touched_where_nothing_has_changed(language: str, tables: Tables) -> None:
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    made = deck((*kinds.values(), MADE, f"growth_q1?heading={OWN}"), language)
    found = refresh(made, tables, "en" if language == "zh" else "zh")
    assert found.data == made, [one.said("zh") for one in found.report.lines]
    assert not found.report.lines and found.report.figures == len(kinds) + 2


def test_a_date_stands_on_as_many_lines_as_before(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "_em", lambda *_: 5.0)  # even where another machine's letters had no room
    figures = drawn(tables, [Slide.parse("growth_q1")], "zh")
    made = presentation("汇报", figures, "zh", version=tables.version)
    after = refresh(made, replace(tables, version="0035ed"), "zh").data
    assert "0035ed" in "".join(shown(after))
    assert [one.count("\n") for one in shown(after)] == [one.count("\n") for one in shown(made)]


def shown(data: bytes) -> list[str]:
    """The dates of the slides, as they stand."""
    shapes = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes]
    texts = [one.text_frame.text for one in shapes if one.has_text_frame]
    return [one for one in texts if one.startswith("数据截至")]


def test_a_figure_that_is_no_more_and_one_that_is_refused_are_left_and_told() -> None:
    held = entries(deck((MADE, "growth_q1")))
    never = {name: told.replace(b"2021-01/2021-05", b"1999-01/1999-05") for name, told in held.items()}
    made = packed_of(never)
    found = refresh(made, gone(), "zh")
    assert found.data == made
    assert [one.kind for one in found.report.lines] == ["refused", "gone"]
    assert found.report.behind
    refused = refresh(made, world(), "zh").report
    assert [one.kind for one in refused.lines] == ["refused"] and refused.behind


def test_a_region_that_is_compared_no_more_leaves_the_figure_and_is_told() -> None:
    found = refresh(deck((MADE,)), without("hebei", "profit_growth", "2021-01/2021-05"), "zh")
    told = {one.kind: one.said("zh") for one in found.report.lines}
    assert told["left"].endswith("河北") and "期间不同，不参与比较：河北" in told["placed"]
    (plot, *_) = (
        one.chart.plots[0] for one in Presentation(io.BytesIO(found.data)).slides[1].shapes if one.has_chart
    )
    assert "河北" not in list(plot.categories)


def gone() -> Tables:
    """The tables without the figure growth_q1, which decks don't show either."""
    files = edits.world()
    text = files["config.yaml"].decode()
    text = re.sub(r"\bgrowth_q1\b", "growth_other", text)
    return edits.read(files | {"config.yaml": text.encode()})


def hostile() -> dict[str, bytes]:
    made = deck(("growth_q1",))
    slide = "ppt/slides/slide2.xml"
    bomb = b'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b; graphicFrame</p>'
    held = entries(made)
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    return {
        "text": b"not a presentation",
        "empty": b"",
        "locked": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "cut": made[: len(made) // 2],
        "other": word.getvalue(),
        "entities": packed_of(held | {slide: bomb}),
        "broken_part": packed_of(held | {slide: held[slide][:300] + b"graphicFrame"}),
        "over": made[:-22] + made[-22:].replace(made[-6:-2], b"\0\0\0\0"),
    }


def packed_of(held: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    return made.getvalue()


def test_a_file_that_is_none_is_a_sentence(tables: Tables) -> None:
    for name, data in hostile().items():
        with pytest.raises(Unreadable) as refused:
            refreshed.refreshed(f"{name}.pptx", data, changed(*CELLS[:1]), "zh")
        for language in ("zh", "en"):
            assert refreshed.refused(refused.value, language)
    with pytest.raises(Unreadable, match="unknown_kind"):
        refreshed.refreshed("x.txt", b"", tables, "zh")


@pytest.mark.parametrize("wrong", [b'<c:pt idx="x">', b'<c:pt idx="-9">', b"<c:pt>"])
def test_a_chart_that_is_not_as_it_should_be_costs_its_slide_alone(wrong: bytes, tables: Tables) -> None:
    held = entries(deck(("growth_q1", MADE)))
    name = "ppt/charts/chart1.xml"
    made = packed_of(held | {name: held[name].replace(b'<c:pt idx="0">', wrong)})
    found = refresh(made, changed(*CELLS[:2]), "zh")
    assert sum(b"<c:v>115.5</c:v>" in told for told in entries(found.data).values()) == 1
    assert {one.slide for one in found.report.lines if one.kind == "number"} >= {3}


def test_the_cover_follows_unless_it_is_in_her_own_words(before: bytes, after: Refreshed) -> None:
    version = changed(*CELLS).version[:6]
    told = [shape.text_frame.text for shape in Presentation(io.BytesIO(after.data)).slides[0].shapes]
    assert sum(version in one for one in told) == 1 and not any(world().version[:6] in one for one in told)
    older = packed_of(
        entries(before) | {PROPERTIES: entries(before)[PROPERTIES].replace(industry.VERSION.encode(), b"0.9")}
    )
    made = entries(refresh(older, changed(*CELLS), "zh").data)[PROPERTIES]
    assert set(versions(changed(*CELLS).version).values()) <= set(re.findall(r">([^<]+)<", made.decode()))
    held: Any = Presentation(io.BytesIO(before))
    dated = next(one for one in held.slides[0].shapes if world().version[:6] in one.text_frame.text)
    dated.text_frame.paragraphs[-1].runs[0].text = OWN
    found = refresh(saved(held), changed(*CELLS), "zh")
    assert [one.kind for one in found.report.lines if one.slide == 1] == ["kept_elsewhere"]
    assert (
        OWN
        in Presentation(io.BytesIO(found.data)).slides[0].shapes[-1].text_frame.text + dated.text_frame.text
    )


def test_a_new_notice_stands_above_the_notes_and_the_chart_ends_above_it() -> None:
    tables = without("hebei", "profit_growth", "2021-01/2021-05")
    found = refresh(deck((MADE,)), tables, "zh")
    slide: Any = Presentation(io.BytesIO(found.data)).slides[1]
    held = {shape.name: shape for shape in slide.shapes}
    names = [shape.name for shape in slide.shapes]
    notice, frame = held["提示"], next(one for one in slide.shapes if one.has_chart)
    assert frame.top + frame.height <= notice.top and notice.top + notice.height <= held["注"].top
    assert names.index("提示") < names.index("注") and notice.is_placeholder
    again = refresh(found.data, tables, "zh")
    assert again.data == found.data and not again.report.lines
    back = refresh(found.data, world(), "zh")
    assert {one.name: one for one in Presentation(io.BytesIO(back.data)).slides[1].shapes}[
        "提示"
    ].text_frame.text == ""


def with_other(held: Any, old: str, new: str) -> Any:
    """A record with other words in the place of those that are just these."""
    if isinstance(held, str):
        return new if held == old else held
    if type(held) is tuple:
        return tuple(with_other(one, old, new) for one in held)
    if isinstance(held, TablePanel | TableLine | Entry):
        told = {one.name: with_other(getattr(held, one.name), old, new) for one in fields(held) if one.init}
        return replace(held, **told)
    return held


def test_a_table_that_goes_over_several_slides_is_refreshed_in_its_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figure = many(31, 8)
    number = numbers_of(figure)[100]
    old = replace(figure, panels=with_other(figure.panels, number, "123.45"))
    monkeypatch.setattr(frames, "drawn", lambda *_: (figure,))
    made, now = (presentation("题", [one], "zh", version=world().version) for one in (old, figure))
    assert len(Presentation(io.BytesIO(made)).slides) > 2
    found = refresh(made, world(), "zh")
    (line,) = found.report.lines
    assert line.kind == "number" and [one.split()[0] for one in line.facts[1:]] == ["123.45", number]
    same = refresh(now, world(), "zh")
    assert same.data == now and not same.report.lines


def test_a_presentation_without_ours_stays_and_is_told(tables: Tables) -> None:
    made = saved(Presentation())
    found = refresh(made, tables, "zh")
    assert found.data == made and found.report.figures == 0
    assert "没有本看板的图表" in next(as_text(found.report, "zh"))


def test_a_text_keeps_the_looks_of_the_words_that_stay() -> None:
    held: Any = Presentation()
    box = held.slides.add_slide(held.slide_layouts[6]).shapes.add_textbox(0, 0, 10, 10).text_frame
    paragraph = box.paragraphs[0]
    for words, bold in (("增长", False), ("18.5%", True), ("，居首位", False)):
        run = paragraph.add_run()
        run.text, run.font.bold = words, bold
    paragraphs.replace(box._txBody, 0, 1, ["增长7.2%，居首位", "另起\n一行"])
    runs = [(one.text, one.font.bold) for one in box.paragraphs[0].runs]
    assert runs == [("增长", False), ("7.2%", True), ("，居首位", False)]
    assert [one.text for one in box.paragraphs] == ["增长7.2%，居首位", "另起\v一行"]
    paragraphs.replace(box._txBody, 0, 2, [])
    assert [one.text for one in box.paragraphs] == [""]


@soffice.needed
def test_libreoffice_opens_it_and_what_it_saves_is_refreshed_too(after: Refreshed, tmp_path: Path) -> None:
    (tmp_path / "her.pptx").write_bytes(after.data)
    (saved_there,) = soffice.converted([tmp_path / "her.pptx"], "pptx", _folder(tmp_path))
    data = saved_there.read_bytes()
    assert "15.1" in {one[3] for one in numbers(data)}
    same = refresh(data, changed(*CELLS), "zh").report
    assert {one.kind for one in same.lines} <= {
        "unsigned"
    }  # her own words; nothing of what is only kept otherwise
    back = refresh(data, world(), "zh")
    assert "29.4" in {one[3] for one in numbers(back.data)}
    kinds = {one.kind for one in back.report.lines}
    assert {"number", "unsigned"} <= kinds
    assert refresh(back.data, world(), "zh").data == back.data


def _folder(path: Path) -> Path:
    (path / "made").mkdir()
    return path / "made"


@pytest.mark.parametrize("name", [*her_templates.ALL])
def test_nothing_is_touched_in_decks_that_are_set_in_her_template(name: str, tables: Tables) -> None:
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    figures = drawn(tables, [Slide(one) for one in kinds.values()], "zh")
    made = presentation("汇报", figures, "zh", template=her_templates.packed(name), version=tables.version)
    found = refresh(made, tables, "zh")
    assert found.data == made, [one.said("zh") for one in found.report.lines]
