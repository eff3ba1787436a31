"""Decks in somebody's presentation: every kind of chart in each of three, in both languages. What is free is found, what
is theirs is met by nothing, words and marks are seen, and a file that is no template is told so in a sentence."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from industry.__main__ import main
from industry.export.office.charts.panels import charted
from industry.export.office.words import say
from industry.export.pptx.presentation import presentation
from industry.export.pptx.template import blank
from industry.export.pptx.templates.opened import BadTemplate, opened
from industry.figures.draw import draw
from industry.figures.record import Figure, RowsPanel, TablePanel
from industry.tables.eyesight import contrast
from industry.vocabulary.slide import Choices
from tests.conftest import world
from tests.export import her_templates
from tests.export.test_pptx import charts, numbers

NAMES = tuple(her_templates.ALL)
LANGUAGES = ("zh", "en")
both = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("name", NAMES)


@cache
def packed(name: str) -> bytes:
    return her_templates.packed(name)


@cache
def figures(language: str) -> tuple[Figure, ...]:
    """One of every kind of chart, the one with most panels."""
    tables = world()
    drawn = [draw(one, tables, Choices(), language) for one in tables.catalogue.config.figures]
    kinds = {one.chart: one for one in sorted(drawn, key=lambda one: len(one.panels))}
    return tuple(kinds.values())


@cache
def made(name: str, language: str) -> bytes:
    return presentation(
        "工业数据汇报", figures(language), language, template=packed(name), version="0123456789ab"
    )


def deck(name: str, language: str) -> Any:
    return Presentation(io.BytesIO(made(name, language)))


def background(name: str) -> str:
    return f"#{her_templates.DARK['dk1']}" if name == "dark" else "#FFFFFF"


def shown(held: Any, language: str) -> Iterator[tuple[Any, Figure]]:
    """Each slide with its figure, which has several where its panels have no room on one."""
    by_id = {one.id: one for one in figures(language)}
    return ((slide, by_id[slide.name]) for slide in list(held.slides)[1:])


@each
@both
def test_nothing_meets_anything_else_or_leaves_the_slide(name: str, language: str) -> None:
    assert her_templates.meetings(deck(name, language)) == []


@each
def test_words_stand_in_their_places_and_no_place_is_empty(name: str) -> None:
    held = deck(name, "zh")
    assert list(dict.fromkeys(one.name for one in held.slides))[1:] == [one.id for one in figures("zh")]
    for slide, figure in shown(held, "zh"):
        assert slide.shapes.title.text_frame.text.startswith(figure.frame.title[:8])
        assert all(one.text_frame.text for one in slide.placeholders)
        told = {one.name: one.text_frame.text for one in slide.shapes if one.has_text_frame}
        assert told.get(say("source", "zh"), "").startswith(("资料来源", ""))
        if figure.frame.source:
            assert told[say("source", "zh")]
    whole = made(name, "zh").decode("latin-1")
    assert "五月数据" not in whole and not held.core_properties.author


@each
@both
def test_charts_hold_the_figures_numbers(name: str, language: str) -> None:
    for slide, figure in shown(deck(name, language), language):
        wanted = {value for panel in figure.panels for value in numbers(panel)}
        for chart in charts(slide):
            values = {value for plot in chart.plots for line in plot.series for value in line.values}
            assert values - {None} <= wanted, slide.name


@each
@both
def test_every_row_stands_on_one_of_its_figures_slides(name: str, language: str) -> None:
    """Bars that have no room as such and are a table go on over further slides: none is left off."""
    told: dict[str, list[str]] = {}
    for slide, figure in shown(deck(name, language), language):
        held = told.setdefault(figure.id, [])
        assert not [one for one in slide.shapes if one.name == "More"], slide.name
        for shape in slide.shapes:
            if shape.has_chart:
                held += map(str, shape.chart.plots[0].categories)
            elif shape.has_table:
                cells = [cell.text_frame.text.split("\n") for line in shape.table.rows for cell in line.cells]
                held += (one for cell in cells for one in cell)
    rows = 0
    for figure in figures(language):
        names = [row.name for one in charted(figure).panels if isinstance(one, RowsPanel) for row in one.rows]
        for one, wanted in Counter(names).items():
            assert sum(words.startswith(one) for words in told[figure.id]) >= wanted, (figure.id, one)
            rows += wanted
        tables = [panel for panel in charted(figure).panels if isinstance(panel, TablePanel)]
        entries = Counter(str(one.text) for panel in tables for line in panel.lines for one in line.entries)
        for one, wanted in entries.items():
            assert told[figure.id].count(one) >= wanted, (figure.id, one)
            rows += wanted
    assert rows > 60


@each
@both
def test_a_plot_of_lines_is_high_enough_to_be_read(name: str, language: str) -> None:
    """However much is noted and however many sources there are: a sixth of the slide; what stands for it is counted, and the
    speaker's notes have it all."""
    held = deck(name, language)
    seen = 0
    for slide, figure in shown(held, language):
        for shape in (one for one in slide.shapes if one.has_chart and one.chart.plots[0].series):
            high = shape.chart._chartSpace.find(f".//{qn('c:manualLayout')}/{qn('c:h')}")
            if (
                next(shape.chart._chartSpace.iter(qn("c:lineChart")), None) is not None
                and len(shape.chart.plots[0].categories) > 2
            ):
                assert float(high.get("val")) * shape.height >= held.slide_height / 6, slide.name
                seen += 1
        said = slide.notes_slide.notes_text_frame.text
        assert (
            any(one.publisher(language) in said for one in figure.frame.sources)
            and figure.frame.source[:4] in said
        )
    assert seen > 1


@each
@both
def test_tables_name_their_columns_and_go_on_in_one_type(name: str, language: str) -> None:
    sizes: dict[str, set[str | None]] = {}
    found = 0
    for slide, figure in shown(deck(name, language), language):
        for table in (shape.table for shape in slide.shapes if shape.has_table):
            assert table.first_row, slide.name
            found += 1
            if len(figure.panels) == 1:
                names = table.cell(len(table.rows) - 1, 0)._tc.iter(qn("a:rPr"))
                sizes.setdefault(slide.name, set()).add(next(names).get("sz"))
    assert found > len(sizes) > 3 and all(len(one) == 1 for one in sizes.values()), sizes


@each
def test_words_and_marks_are_seen_on_what_lies_behind(name: str) -> None:
    behind = background(name)
    words = marks = 0
    for slide in list(deck(name, "zh").slides)[1:]:
        for shape in slide.shapes:
            fill = shape._element.find(f"{qn('p:spPr')}/{qn('a:solidFill')}/{qn('a:srgbClr')}")
            for run in shape._element.iter(qn("a:rPr")):
                cell = next(run.iterancestors(qn("a:tc")), None)
                filled = cell is not None and cell.find(f"{qn('a:tcPr')}/{qn('a:solidFill')}") is not None
                if (colour := run.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}")) is not None and not filled:
                    on = behind if fill is None else f"#{fill.get('val')}"
                    assert contrast(f"#{colour.get('val')}", on) >= 4.5, (slide.name, shape.name)
                    words += 1
        for chart in charts(slide):
            space = chart._chartSpace
            for axis in space.iter(qn("c:txPr")):
                for colour in axis.iter(qn("a:srgbClr")):
                    inside = next(axis.iterancestors(qn("c:dLbl")), None)
                    place = None if inside is None else inside.find(qn("c:dLblPos"))
                    if place is None or place.get("val") != "inEnd":
                        assert contrast(f"#{colour.get('val')}", behind) >= 4.5, slide.name
                        words += 1
            for line in space.iter(qn("c:marker")):
                for colour in line.iter(qn("a:srgbClr")):
                    if f"#{colour.get('val')}" != behind:
                        assert contrast(f"#{colour.get('val')}", behind) >= 3, slide.name
                        marks += 1
    assert words > 50 and marks > 3


@each
def test_type_is_no_smaller_than_on_our_own_slides(name: str) -> None:
    held = deck(name, "zh")
    least = 0.022 * held.slide_height / Pt(1) * 100
    sizes = [
        int(look.get("sz"))
        for slide in held.slides
        for root in (slide._element, *(one._chartSpace for one in charts(slide)))
        for look in root.iter(qn("a:rPr"), qn("a:defRPr"))
        if look.get("sz")
    ]
    assert sizes and min(sizes) >= round(least)


def test_the_theme_s_map_of_colours_faces_and_accents_are_read() -> None:
    found = blank("zh", (), packed("dark"))
    ink = found.ink.colours
    assert (ink.background, ink.ink) == ("#16222F", "#F4F1E8")
    assert found.accents[0] == "#F2B134" and found.scale == 0.75
    assert found.ink.faces == ("+mn-lt", "+mn-ea")
    assert (
        "SimSun"
        in Presentation(io.BytesIO(made("dark", "zh")))
        .slide_master.part.part_related_by(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
        )
        .blob.decode()
    )


def test_a_theme_s_accents_stand_for_the_regions_where_they_are_asked_for() -> None:
    regions = world().catalogue.regions.values()
    content = presentation("标题", figures("zh"), "zh", template=packed("dark"), regions=regions)
    with ZipFile(io.BytesIO(content)) as held:
        drawn = "".join(held.read(one).decode() for one in held.namelist() if "/charts/chart" in one)
    assert her_templates.DARK["accent1"] in drawn
    own = {one.colour.lstrip("#") for one in regions}
    assert not own & set(re.findall(r'srgbClr val="(\w+)"', drawn))


def signs(content: bytes) -> dict[tuple[str, str], str]:
    """By slide, and by a line's name, the symbol that it has there."""
    return {
        (slide.name, series.findtext(f".//{qn('c:tx')}//{qn('c:v')}") or ""): symbol.get("val")
        for slide in Presentation(io.BytesIO(content)).slides
        for chart in charts(slide)
        for series in chart._chartSpace.iter(qn("c:ser"))
        for symbol in series.iter(qn("c:symbol"))
    }


def test_a_region_has_its_own_sign_in_whatever_colour_it_is_drawn() -> None:
    ours = signs(presentation("标题", figures("zh"), "zh"))
    regions = world().catalogue.regions.values()
    accented = presentation("标题", figures("zh"), "zh", template=packed("dark"), regions=regions)
    assert len(set(ours.values())) > 3
    for hers in map(signs, (made("dark", "zh"), accented)):
        shared = ours.keys() & hers.keys()
        assert len(shared) > 5 and {one: ours[one] for one in shared} == {one: hers[one] for one in shared}


def changed(data: bytes, name: str, change: Any) -> bytes:
    """A file with one entry changed."""
    content = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as held, ZipFile(content, "w") as to:
        for one in held.namelist():
            to.writestr(one, change(held.read(one)) if one == name else held.read(one))
    return content.getvalue()


MAIN = b"presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    "kind",
    [b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml",
     b"ms-powerpoint.presentation.macroEnabled.main+xml"],
)  # fmt: skip
def test_templates_shows_and_files_with_macros_become_ordinary_presentations(kind: bytes) -> None:
    other = (
        b"application/vnd." + (b"" if kind.startswith(b"ms") else b"openxmlformats-officedocument.") + kind
    )
    usual = b"application/vnd.openxmlformats-officedocument." + MAIN
    data = changed(packed("plain"), "[Content_Types].xml", lambda told: told.replace(usual, other))
    assert not opened(data).slides
    content = presentation("标题", (), "zh", template=data)
    with ZipFile(io.BytesIO(content)) as held:
        assert usual in held.read("[Content_Types].xml") and not [
            one for one in held.namelist() if "vba" in one
        ]


def test_of_sections_shows_and_makers_nothing_stays() -> None:
    content = made("plain", "zh")
    with ZipFile(io.BytesIO(content)) as held:
        told = held.read("ppt/presentation.xml")
        assert b"extLst" not in told and b"custShow" not in told
        assert len([one for one in held.namelist() if one.startswith("ppt/slides/slide")]) == len(
            deck("plain", "zh").slides
        )


BAD = {
    "no_presentation": b"just text",
    "broken": b"PK\x03\x04" + bytes(60),
    "locked": b"\xd0\xcf\x11\xe0" + bytes(200) + "EncryptedPackage".encode("utf-16-le"),
    "old": b"\xd0\xcf\x11\xe0" + bytes(200) + "PowerPoint Document".encode("utf-16-le"),
}


@pytest.mark.parametrize("code", BAD)
def test_a_file_that_is_no_template_is_told_in_a_sentence(code: str) -> None:
    with pytest.raises(BadTemplate) as told:
        opened(BAD[code])
    assert told.value.code == code
    assert told.value.told("zh").endswith("。") and told.value.told("en").endswith(".")


def test_bombs_strict_files_and_files_without_layouts_are_told() -> None:
    plain = packed("plain")
    strict = changed(plain, "ppt/presentation.xml", lambda told: told.replace(
        b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main"
    ))  # fmt: skip
    marks = changed(plain, "ppt/theme/theme1.xml", lambda _: b"<a>" + b"<b/>" * 1_100_000 + b"</a>")
    entity = changed(
        plain,
        "ppt/theme/theme1.xml",
        lambda told: b'<!DOCTYPE a [<!ENTITY b "c">]>' + told.partition(b"?>")[2],
    )
    themeless = changed(
        plain,
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        lambda told: re.sub(rb"<Relationship [^>]*/theme\"[^>]*/>", b"", told),
    )
    assert themeless != plain
    bare = Presentation(io.BytesIO(plain))
    for layout in list(bare.slide_layouts):
        for one in list(bare.slides._sldIdLst):
            bare.part.drop_rel(one.rId)
            bare.slides._sldIdLst.remove(one)
        bare.slide_layouts.remove(layout)
    saved = io.BytesIO()
    bare.save(saved)
    for data, code in (
        (strict, "strict"),
        (marks, "intricate"),
        (entity, "broken"),
        (themeless, "broken"),
        (saved.getvalue(), "no_layout"),
    ):
        with pytest.raises(BadTemplate) as told:
            opened(data)
        assert told.value.code == code


def test_the_command_takes_a_template_or_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(her_templates.__file__).parents[1] / "world"
    deck = world().catalogue.config.decks[0].id
    bad, good = tmp_path / "她的.docx", tmp_path / "her.pptx"
    bad.write_bytes(b"text")
    good.write_bytes(packed("plain"))
    usual = ["export", deck, "--folder", str(folder), "--out", str(tmp_path / "out")]
    assert main([*usual, "--template", str(bad)]) == 1
    assert "不是演示文稿" in capsys.readouterr().err
    assert main([*usual, "--template", str(tmp_path / "none.pptx"), "--language", "en"]) == 1
    assert "no such file" in capsys.readouterr().err
    assert main([*usual, "--template", str(good), "--format", "xlsx"]) == 1
    assert "--template" in capsys.readouterr().err
    assert main([*usual, "--colours", "theme"]) == 1
    assert "--template" in capsys.readouterr().err
    assert main([*usual, "--template", str(good)]) == 0
    (made,) = (tmp_path / "out").iterdir()
    assert Presentation(str(made)).slide_width == Presentation(str(good)).slide_width
