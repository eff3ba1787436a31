"""What is told of numbers is exactly what differs between the file before and after, read by another library; each line is in its
region's own colour. Over tables from which rows went, came back or changed."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing.outcome import of_one_number
from industry.export.refreshing.report import BEHIND, NUMBERS
from industry.export.refreshing.slides.presentation import refresh
from industry.export.refreshing.word.document import refresh as refresh_written
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.test_refresh import CELLS, changed, entries, saved, without
from tests.export.test_refresh import deck as of_world

INDICATORS = ("gdp_growth", "revenue_growth", "profit_growth", "industrial_investment_growth")
SLIDES = tuple(f"{made}?indicator={one}" for one in INDICATORS for made in ("trend", "compare"))
WORDS = re.compile(r"\d{4}年|(?:(?!\d{4}年)\S)+")
LEAD = re.compile(r"\n| {2}")
OF_HERS = {"failed", "own_cells", "kept", "kept_gone", "kept_elsewhere"}
"""What is never told of a file on which nobody has worked."""
Key = tuple[str, str, str, str]


def varied(chance: Random) -> Tables:
    """The frozen tables without some rows of these indicators, and with other values in some."""
    files = edits.world()
    sources = Counter(one["source"] for _, rows in edits.rows(files) for one in rows if one["source"])
    for name, rows in list(edits.rows(files)):
        kept = []
        for one in rows:
            ours = one.get("indicator") in INDICATORS and one.get("status") == "actual"
            if ours and chance.random() < 0.12 and (not one["source"] or sources[one["source"]] > 1):
                sources[one["source"]] -= 1
                continue
            if ours and chance.random() < 0.1 and re.fullmatch(r"\d+\.\d", one["value"]):
                one = one | {"value": f"{float(one['value']) + 0.3:.1f}"}
                one = one | {"as_printed": f"{one['value']}%"}
            kept.append(one)
        files[name] = edits.written(kept)
    return edits.read(files)


def deck(tables: Tables, language: str) -> tuple[bytes, list[str]]:
    figures = [one for one in drawn(tables, [Slide.parse(one) for one in SLIDES], language) if not one.empty]
    return presentation("汇报", figures, language, version=tables.version), [one.id for one in figures]


def charts(data: bytes) -> Iterator[tuple[str, str, Any]]:
    held: Any = Presentation(io.BytesIO(data))
    for slide in held.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield slide.name, shape.name, shape.chart


def numbers(data: bytes) -> dict[Key, float | None]:
    """Of each slide, chart, series and category its number, None where there is none."""
    found: dict[Key, float | None] = {}
    for slide, name, chart in charts(data):
        bars = next(chart._chartSpace.iter(qn("c:barChart")), None) is not None
        for series in chart.plots[0].series:
            seen: Counter[str] = Counter()
            for category, value in zip(chart.plots[0].categories, series.values, strict=True):
                called = (
                    LEAD.split(category.label)[0] if bars else " ".join(sorted(WORDS.findall(category.label)))
                )
                seen[called] += 1
                found[slide, name, "" if bars else series.name, f"{called}{seen[called]}"] = value
    return found


def colours(data: bytes) -> dict[tuple[str, str, str], str]:
    """Of each line its first colour."""
    found = {}
    for slide, name, chart in charts(data):
        if next(chart._chartSpace.iter(qn("c:lineChart")), None) is not None:
            for series in chart.plots[0].series:
                colour = next(series._element.iter(qn("a:srgbClr")), None)
                found[slide, name, series.name] = "" if colour is None else colour.get("val", "")
    return found


@pytest.mark.parametrize("seed", (0, 1, 7))
def test_the_report_is_what_differs(seed: int) -> None:
    chance = Random(seed)
    before, after = varied(chance), varied(chance)
    language = chance.choice(("zh", "en"))
    old, ids = deck(before, language)
    found = refresh(old, after, "zh")
    old_numbers, new_numbers = numbers(old), numbers(found.data)
    fresh, _ = deck(after, language)
    assert not OF_HERS & {one.kind for one in found.report.lines}
    standing = {one.slide for one in found.report.lines if one.kind in BEHIND}
    names = [one.name for one in Presentation(io.BytesIO(old)).slides]
    for id in ids:
        places = {at for at, name in enumerate(names, start=1) if name == id}  # a figure may go over several
        told = [one for one in found.report.lines if one.slide in places]
        if places & standing:
            continue
        was, now = (
            {key[1:]: value for key, value in held.items() if key[0] == id}
            for held in (old_numbers, new_numbers)
        )
        assert now == {key[1:]: value for key, value in numbers(fresh).items() if key[0] == id}
        differing = {key for key in was.keys() & now.keys() if was[key] != now[key]}
        about = [one for one in told if one.kind in NUMBERS]
        assert len(about) == len(differing), (differing, [one.said("zh") for one in about])
        assert sum(one.kind == "number_gone" for one in about) == sum(now[key] is None for key in differing)
        assert sum(one.kind == "number_new" for one in about) == sum(was[key] is None for key in differing)
    painted = [colours(one) for one in (old, found.data, fresh)]
    for line, colour in painted[1].items():
        assert colour in {held[line] for held in (painted[0], painted[2]) if line in held}, line
        assert [one[2] for one, other in painted[1].items() if one[:2] == line[:2] and other == colour] == [
            line[2]
        ]
    again = refresh(found.data, after, "en")
    assert again.data == found.data


def test_every_figure_follows_where_every_number_is_another() -> None:
    """With it headings, units, notices, notes and what stands below charts."""
    listed = tuple(one.id for one in world().catalogue.config.figures)
    found = refresh(of_world(listed), other(), "zh")
    kinds = Counter(one.kind for one in found.report.lines)
    assert not {"gone", *OF_HERS} & set(kinds) and kinds["number"] > len(listed)
    assert not refresh(found.data, other(), "zh").report.numbers


@cache
def other() -> Tables:
    """The frozen tables with another value in every row that has one decimal."""
    files = edits.world()
    for name, rows in list(edits.rows(files)):
        for one in rows:
            if (
                one["status"] == "actual"
                and re.fullmatch(r"\d+\.\d", one["value"])
                and one["as_printed"] == f"{one['value']}%"
            ):
                one["value"] = f"{float(one['value']) + 0.3:.1f}"
                one["as_printed"] = f"{one['value']}%"
        files[name] = edits.written(rows)
    return edits.read(files)


@pytest.mark.parametrize("figure", ["growth_quarters", "trend?indicator=value_added_growth"])
def test_a_region_leaves_lines_that_have_a_gap_between_years(figure: str) -> None:
    """The gap is a name of a single blank, which nobody has written."""
    found = refresh(of_world((figure,)), without_all("hebei", "value_added_growth"), "zh")
    kinds = {one.kind for one in found.report.lines}
    assert {"left", "rebuilt"} <= kinds and not OF_HERS & kinds


def test_a_number_that_is_gone_needs_her_eye() -> None:
    found = refresh(
        of_world(("growth_quarters",)), without("hebei", "value_added_growth", "2020-01/2020-09"), "zh"
    )
    assert {one.kind for one in found.report.lines} == {"number_gone"} and found.report.eye


def test_a_number_that_is_only_read_otherwise_is_not_gone() -> None:
    """What was worked out about is exact: it has no words of its own any more."""
    found = refresh(
        of_world(("structure_hebei",)),
        changed(("hebei", "new_high_tech_share", "2021-01/2021-10", "21.4")),
        "zh",
    )
    told = {one.facts[1:] for one in found.report.lines if one.kind == "number"}
    assert ("约18.8%（推算）", "19.2") in told and "number_gone" not in {
        one.kind for one in found.report.lines
    }


def test_a_cell_that_was_never_compared_needs_no_eye() -> None:
    found = refresh(
        of_world(("benchmark",)), changed(("jian", "value_added_growth", "2021-01/2021-04", "24.9")), "zh"
    )
    kinds = {one.kind for one in found.report.lines}
    assert "number" in kinds and "worded" not in kinds


def test_a_number_of_another_period_of_its_own_is_no_revision() -> None:
    files = edits.world()
    config = files["config.yaml"].replace(b"shaanxi: 2021-01/2021-09", b"shaanxi: 2021-01/2021-03")
    found = refresh(of_world(("gap_growth",)), edits.read(files | {"config.yaml": config}), "zh")
    about = [one for one in found.report.lines if one.kind in NUMBERS and "陕西" in one.facts[0]]
    assert about and {one.kind for one in about} == {"number_other", "turned_other"}


def test_a_figure_of_which_a_part_is_gone_is_left_whole() -> None:
    """Each chart would be set to the numbers of the one behind it."""
    less = without_all("jiangxi", "revenue")
    made = of_world(("results",))
    found = refresh(made, less, "zh")
    assert [one.kind for one in found.report.lines] == ["rearranged"] and found.data == made
    figures = drawn(world(), [Slide.parse(one) for one in ("results", "growth_q1")], "zh")
    before = briefing("汇报", figures, "zh", world(), False)
    written = refresh_written(before, less, "zh")
    assert "rearranged" in {one.kind for one in written.report.lines}
    charts = [
        {name: held for name, held in entries(one).items() if name.startswith("word/charts/")}
        for one in (before, written.data)
    ]
    assert charts[0] == charts[1]
    assert not any(one.kind in NUMBERS for one in written.report.lines)


def without_all(region: str, indicator: str) -> Tables:
    """The frozen tables without an indicator of a region, and without the sources that nothing else has."""
    files, name = edits.world(), f"data/observations/{region}.csv"
    rows = [one for one in dict(edits.rows(files))[name] if one["indicator"] != indicator]
    files[name] = edits.written(rows)
    others = b"".join(held for name, held in files.items() if name != "data/sources.yaml").decode()
    sources = re.split("(?m)^(?=- id: )", files["data/sources.yaml"].decode())
    used = [one for one in sources if not (id := re.match(r"- id: (\w+)", one)) or id[1] in others]
    return edits.read(files | {"data/sources.yaml": "".join(used).encode()})


def test_where_the_period_is_another_no_number_is_told_as_a_revision() -> None:
    made = of_world(("compare?indicator=gdp_growth&regions=jiangxi,hebei",))
    found = refresh(made, without("jiangxi", "gdp_growth", "2021"), "zh")
    kinds = {one.kind for one in found.report.lines}
    assert "moved" in kinds and "number_other" in kinds and "number" not in kinds


def test_a_chart_that_is_left_standing_keeps_its_heading_and_its_unit() -> None:
    """It would be a bare line beside another that is of now."""
    made = of_world(("growth_quarters",))
    held: Any = Presentation(io.BytesIO(made))
    frame = [one for one in held.slides[1].shapes if one.has_chart][1]
    next(frame.chart._chartSpace.iter(qn("c:tx"))).find(f".//{qn('c:v')}").text = "我省"
    *_, last = frame.chart._chartSpace.iter(qn("c:ser"))
    last.getparent().remove(last)  # she has taken a line out
    found = refresh(saved(held), changed(CELLS[0]), "zh")
    assert {"own_cells", "form"} & {one.kind for one in found.report.lines}
    words = [
        [one.text_frame.text for one in Presentation(io.BytesIO(data)).slides[1].shapes if one.has_text_frame]
        for data in (made, found.data)
    ]
    for heading in (frame.name, "两年平均增速"):
        assert words[0].count(heading) == words[1].count(heading)


@pytest.mark.parametrize("revised", (False, True))
def test_a_region_that_she_calls_otherwise_is_told_of_once_and_its_number_as_others(revised: bool) -> None:
    """As words of hers that were left alone; never as one that is gone and another that is new."""
    held: Any = Presentation(io.BytesIO(of_world(("growth_q1",))))
    chart = next(one.chart for one in held.slides[1].shapes if one.has_chart)
    region = next(one for one in chart._chartSpace.iter(qn("c:v")) if (one.text or "").startswith("江西"))
    region.text = "我省"
    tables = changed(("jiangxi", "value_added_growth", "2021-01/2021-03", "28.4")) if revised else world()
    found = refresh(saved(held), tables, "zh").report
    about = [one for one in found.lines if any("我省" in fact for fact in one.facts)]
    assert [one.kind for one in about] == ["kept"] and not {"left", "joined"} & {
        one.kind for one in found.lines
    }
    told = [one.facts[1:] for one in found.lines if one.kind == "number" and "江西" in one.facts[0]]
    assert bool(told) == revised and all("28.4" in now for _, now in told)


@pytest.mark.parametrize("name", ("江西", "规上工业增加值增速"))
def test_a_tables_line_or_column_of_which_she_has_changed_the_name_goes_on(name: str) -> None:
    """Its numbers are told as those of all others."""
    held: Any = Presentation(io.BytesIO(of_world(("benchmark",))))
    table = next(one.table for one in held.slides[1].shapes if one.has_table)
    cell = next(one for row in table.rows for one in row.cells if one.text_frame.text.startswith(name))
    cell.text_frame.paragraphs[0].runs[0].text = "我省增速"
    revised = changed(("jiangxi", "value_added_growth", "2021-01/2021-03", "28.4"))
    found = refresh(saved(held), revised, "zh").report
    assert not {"left", "joined", "own_cells"} & {one.kind for one in found.lines}
    assert any(one.kind == "kept" and "我省增速" in one.facts[1] for one in found.lines)
    assert any(one.kind == "number" and "28.4" in one.facts[2] for one in found.lines)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("18.5", "18.5（推算）", True),
        ("18.5", "18.6", False),
        ("18.5", "未收录", False),
        ("未收录", "未公布", False),
    ],
)
def test_words_without_a_number_have_none_in_common(before: str, after: str, same: bool) -> None:
    assert of_one_number(before, after) == same
