"""A province with a city, a document with targets, a topic, a year, an edition, a deck and a theme, added to a copy of the
shipped tables by data alone, stand wherever a viewer, a presenter or a curator looks for them. The copy lies outside
the program, in a folder with a space and Chinese in its name, with the document beside it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.chart.chart import Chart
from starlette.datastructures import QueryParams
from streamlit.testing.v1 import AppTest

from industry import project
from industry.__main__ import main
from industry.export.formats import html
from industry.export.order import drawn
from industry.export.pages.profile import profile
from industry.export.pages.targets import targets
from industry.export.site import edition
from industry.export.texts import passages
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices, Slide
from tests.conftest import LIVE
from tests.curators import fewer_figures
from tests.grown import Grown, grown
from tests.ui.test_pages import opened
from ui.serving import searched, taken

LANGUAGES = ("zh", "en")
GROWTH = "value_added_growth"
EN_COUNTS = dict(
    enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grown]:
    found = grown(LIVE, tmp_path_factory.mktemp("data only") / "共享 数据")
    os.environ["DATA"], before = str(found.folder), os.environ["DATA"]
    yield found
    os.environ["DATA"] = before


@pytest.fixture(scope="module")
def now(held: Grown) -> Tables:
    found = project.store(held.folder).current(wait=True)
    assert found.tables and not found.faults
    return found.tables


def names(held: Grown, language: str) -> tuple[str, str]:
    """The province and the city."""
    return (held.province.zh, held.city.zh) if language == "zh" else (held.province.en, held.city.en)


def row(now: Tables, region: str, indicator: str, printed: str) -> Observation:
    """The row of the document that prints this."""
    return next(one for one in now.rows(indicator, region) if printed in one.as_printed)


def charts(app: AppTest) -> list[str]:
    found = [one.proto.spec for one in app.get("plotly_chart")]
    return [json.dumps(json.loads(one), ensure_ascii=False) for one in found]


def told(app: AppTest) -> str:
    """All that a page's charts, tables and texts say, as they are read."""
    tables = [json.dumps(json.loads(one.proto.json), ensure_ascii=False) for one in app.get("bidi_component")]
    kinds = ("markdown", "caption", "info", "warning", "title")
    return "\n".join([*charts(app), *tables, *(str(one.value) for kind in kinds for one in app.get(kind))])


def page(id: str, language: str = "zh", **query: str) -> AppTest:
    found = opened(id, language, **query)
    assert not found.exception and not found.error
    return found


def test_check_has_no_fault_and_finds_every_print_in_its_document(
    held: Grown, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(held.folder)]) == 0
    assert "段" not in capsys.readouterr().out.partition("人工确认")[0]  # no row's print is lost


def counted(held: Grown, language: str) -> str:
    """四省, the four provinces."""
    count = len(held.provinces)
    return f"{'一二三四五六七八九十'[count - 1]}省" if language == "zh" else f"{EN_COUNTS[count]} provinces"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_has_columns_of_both_and_ranks_among_all(held: Grown, language: str) -> None:
    app = page("overview", language)
    (table, *_) = [json.loads(json.loads(one.proto.json)["table"]) for one in app.get("bidi_component")]
    heads = [(one["head"], one["sub"]) for one in table["columns"]]
    province, city = names(held, language)
    assert heads[-2][0] == province and heads[-1][0] == city and province in heads[-1][1]
    cells = table["lines"][0]["cells"]
    assert [one["text"] for one in cells[-2:]] == ["12.34", "13.57"]
    assert all(one["small"] and one["bars"] for one in cells[-2:])  # the gap to China
    assert cells[-2]["bars"][0]["colour"] == held.province.colour and str(held.year) in cells[1]["text"]
    assert counted(held, language) in told(app)
    topic = "工业品铁路发运量" if language == "zh" else "Industrial goods sent by rail"
    assert topic in told(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparing_ranks_the_province_and_sets_the_city_below_it(held: Grown, language: str) -> None:
    province, city = names(held, language)
    app = page("compare", language, indicator=GROWTH)
    first = charts(app)[0]
    assert first.index(province) < first.index(city) and held.city.colour in first
    assert counted(held, language) in told(app) and str(held.year) in told(app)
    assert province in charts(page("compare", language, concept="rail_freight"))[0]
    assert (
        str(held.year - 1) in charts(page("compare", language, indicator=GROWTH, year=str(held.year - 1)))[0]
    )


def test_the_new_edition_is_the_one_compared_and_every_province_is_part_of_china(now: Tables) -> None:
    of_census = max(str(one.period) for one in now.rows("gdp") if one.edition == "census_next")
    gdp = drawn(now, [Slide("compare", Choices(indicator="gdp", period=of_census))], "zh")[0]
    assert "第六次经济普查修订值" in gdp.frame.subtitle and "湖南" in gdp.frame.subtitle
    shares = drawn(now, [Slide("province_shares")], "zh")[0]
    assert "湖南" in shares.frame.subtitle and "长沙" not in shares.frame.subtitle


@pytest.mark.parametrize("language", LANGUAGES)
def test_trends_have_its_line(held: Grown, language: str) -> None:
    province, _ = names(held, language)
    lines = [one for one in charts(page("trends", language)) if f'"name": "{province}"' in one]
    assert len(lines) > 3 and held.province.colour in lines[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_profile(held: Grown, now: Tables, language: str) -> None:
    province, city = names(held, language)
    of_province = profile(now, held.province.id, None, language)
    of_city = profile(now, held.city.id, None, language)
    assert "12.34" in of_province.headlines[0].figure and "13.57" in of_city.finding
    assert province in of_city.finding  # the city beside its province
    branch = {one.name: one.numbers[0].figure for one in of_province.industries}
    assert branch["轨道交通装备" if language == "zh" else "Rail equipment"].startswith("12")
    said = told(page("region", language, region=held.province.id))
    assert province in said and "12.34" in said and ("多式联运" if language == "zh" else "multimodal") in said
    said = told(page("region", language, region=held.city.id))
    assert city in said and "13.57" in said and province in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_targets_stand_with_what_is_done_of_them(held: Grown, now: Tables, language: str) -> None:
    found = {one.name: one for one in targets(now, now.catalogue.config.regions, None, language).targets}
    freight = next(one for name, one in found.items() if "铁路" in name or "ail" in name)
    assert freight.region.id == held.province.id
    assert re.sub("[^0-9]", "", freight.done).startswith("43215") and "48" in freight.when and freight.pace
    said = told(page("targets", language))
    assert names(held, language)[0] in said and freight.goal in said


def test_priorities_have_its_document_and_the_new_theme(held: Grown) -> None:
    said = told(page("priorities"))
    assert "现代物流" in said and f"湖南 {held.year}年8月" in said and "推进“多式联运”" in said


def test_a_draft_that_names_it_is_held_against_it(
    held: Grown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "文稿 一.txt"
    draft.write_text(
        f"{held.year}年1—7月，湖南省规模以上工业增加值同比增长12.34%，长沙市规模以上工业增加值同比增长13.6%。"
        f"1—6月，我省铁路工业品发送量4321.5万吨，规模以上工业企业利润总额同比增长99.9%。",
        "utf-8",
    )
    asked = ["--date", f"{held.year}-09-01", "--region", held.province.id, "--folder", str(held.folder)]
    assert main(["proof", str(draft), "--format", "json", *asked]) == 0
    found = {one["text"]: one["verdict"] for one in json.loads(capsys.readouterr().out)}
    assert found == {"12.34%": "agrees", "13.6%": "differs", "4321.5万吨": "agrees", "99.9%": "not_held"}
    assert names(held, "zh")[0] in told(page("proof"))


def test_its_document_read_again_proposes_what_the_tables_hold(
    held: Grown, capsys: pytest.CaptureFixture[str]
) -> None:
    source = f"{held.province.id}_document"
    assert main(["read", str(held.document), "--source", source, "--folder", str(held.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    known = [one for one in lines if source in one and f"{held.province.id}:" in one]
    assert len(known) >= 9, lines


def test_a_number_opens_its_sentence(held: Grown, now: Tables) -> None:
    shelf = project.documents(held.folder, now.catalogue.config.documents)
    found = passages.find(now, row(now, held.province.id, "rail_freight_share", "38.2%"), shelf, "zh")
    assert isinstance(found, passages.Found)
    assert "占工业品货运量的38.2%" in "".join(one.text for one in found.sentence)


@pytest.mark.parametrize(
    "words", ["湖南", "Changsha", "多式联运", "multimodal", "8123.4", "工业品铁路发运量", "更多工业品走铁路"]
)
def test_the_search_finds_it(held: Grown, words: str) -> None:
    found = json.dumps(searched.answer(words, {})["groups"])
    assert any(one in found for one in (held.province.id, held.city.id, "rail_freight"))


def test_the_page_of_data_lists_it(held: Grown) -> None:
    said = told(page("data", region=held.province.id, topic="rail"))
    assert "湖南省工业和信息化厅" in said and "12列/年" in said and "38.2%" in said


def test_its_deck_is_presented_and_taken_away_in_every_form(held: Grown, now: Tables) -> None:
    deck = held.province.id
    offered = [one for box in page("briefing", deck=deck).get("selectbox") for one in box.options]
    assert "湖南工业情况" in offered
    shown = taken.present(deck, QueryParams()).content.decode("utf-8")
    assert "湖南" in shown and "12.34" in shown
    slides = Presentation(io.BytesIO(taken.deck(f"{deck}.pptx", QueryParams()).content)).slides
    native: list[Chart] = [
        shape.chart for one in slides for shape in one.shapes if getattr(shape, "has_chart", False)
    ]
    assert any("湖南" in str(name) for chart in native for name in chart.plots[0].categories)
    book = load_workbook(io.BytesIO(taken.deck(f"{deck}.xlsx", QueryParams()).content))
    cells = {str(cell) for sheet in book for line in sheet.values for cell in line}
    assert {"湖南", "长沙", "12.34"} <= cells
    picture = taken.picture("growth_q1.png", QueryParams({"size": "slide"})).content
    assert Image.open(io.BytesIO(picture)).size == (3840, 2160)


def test_the_command_exports_it(held: Grown, tmp_path: Path) -> None:
    asked = ["--format", "html", "--out", str(tmp_path / "取出"), "--folder", str(held.folder)]
    assert main(["export", held.province.id, *asked]) == 0
    (file,) = (tmp_path / "取出").iterdir()
    assert "湖南" in (said := file.read_text("utf-8")) and "12.34" in said


def test_the_static_edition_has_it_from_tables_that_nobody_may_write(
    held: Grown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of figures one of each kind, and of decks what a browser shows: their other files are taken above, of the same tables."""
    monkeypatch.setattr(edition, "formats", lambda: {html.FORMAT.id: html.FORMAT})
    copy = Path(shutil.copytree(held.folder, tmp_path / "只读 数据"))
    fewer_figures(copy)
    before = {one: one.read_bytes() for one in copy.rglob("*") if one.is_file()}
    for one in (*copy.rglob("*"), copy):
        one.chmod(stat.S_IRUSR | (stat.S_IXUSR if one.is_dir() else 0))
    assert main(["export", "--site", str(tmp_path / "静态版"), "--no-pictures", "--folder", str(copy)]) == 0
    for name in ("page-data", "page-compare", "page-region", "page-targets", "page-priorities"):
        assert "湖南" in (tmp_path / "静态版" / "zh" / f"{name}.html").read_text("utf-8"), name
    assert before == {one: one.read_bytes() for one in copy.rglob("*") if one.is_file()}
