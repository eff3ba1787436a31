"""The static edition as people get it: every page opens from a folder and from a server without a
request to anywhere else, says what the tables say, and fits phones, laptops and projectors."""

from __future__ import annotations

import csv
import functools
import http.server
import io
import json
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page

import industry
from industry import project, wording
from industry.export import listing, search
from industry.export.deck import regional
from industry.export.formats import formats
from industry.export.markup import html_language
from industry.export.pages import profile, targets
from industry.export.site import edition, pages, parts
from industry.figures.draw import draw
from industry.figures.record import TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck, FigureSpec
from industry.vocabulary.configuration import Page as Page_
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests import unheld
from tests.accessible import EVERY, faults
from tests.browsers import eventually
from tests.export.paper import Paper
from tests.export.test_html import in_html, unmarked, wrongs
from tests.figures.specs import once

LANGUAGES = ("zh", "en")
OWN = tuple(
    f"page-{id}" for id in ("compare", "trends", "region", "targets", "priorities", "briefing", "data")
)
PRINTED = ("page-region", "page-targets", "page-data")
"""Pages that list what documents print, in their words."""
WIDTHS = [(390, 844), (1366, 768), (1920, 1080)]
_CHINESE = re.compile(r"[一-鿿]")


class Few:
    """The tables with one deck, so that the edition is small; where told how many, with a few figures and comparisons, and of
    the rows only those of their indicators: lists, workbooks and the search are written line by line."""

    def __init__(self, tables: Tables, figures: int | None = None) -> None:
        config = tables.catalogue.config
        listed = config.figures[:figures]
        deck = Deck(id="briefing", title=Text(zh="汇报", en="Briefing"), figures=(listed[1].id, listed[0].id))
        concepts = dict(list(config.concepts.items())[:figures])
        changed = config.model_copy(update={"decks": (deck,), "figures": listed, "concepts": concepts})
        self.catalogue = replace(tables.catalogue, config=changed)
        self._tables, self._held = tables, None if figures is None else held(tables, listed)
        self.findings = tuple(one for one in tables.findings if len(self._of(one.rows)) == len(one.rows))
        self.version, self.until = tables.version, tables.until

    def _of(self, rows: Iterable[Observation]) -> tuple[Observation, ...]:
        return tuple(one for one in rows if self._held is None or one.indicator.id in self._held)

    def derived(self, *asked: str | None, **named: str | None) -> tuple[Observation, ...]:
        return self._of(self._tables.derived(*asked, **named))

    def rows(self, indicator: str | None = None, region: str | None = None, derived: bool = False) -> Any:
        """Asked what there is of a region, none: so there are no decks of regions."""
        return () if region and not indicator else self._of(self._tables.rows(indicator, region, derived))


def held(tables: Tables, figures: Sequence[FigureSpec]) -> set[str]:
    """The indicators of whatever figures show."""
    return {row.indicator.id for one in figures for row in once(one, tables, Choices(), "zh").rows}


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page; the module's tests fail on any request to elsewhere, or error of a page."""
    found = chromium.new_page(viewport={"width": 1366, "height": 768})
    wrong = wrongs(found)
    yield found
    assert wrong == []


def test_a_page_for_each_page_and_slide_in_both_languages(folder: Path, tables: Tables) -> None:
    slides = edition.slides(Few(tables))  # type: ignore[arg-type]
    for language in LANGUAGES:
        names = {one.name for one in (folder / language).glob("*.html")}
        figures = {parts.page_name(str(one)) for one in slides}
        assert len(figures) == len(slides) > len(tables.catalogue.figures)
        assert {f"{id}.html" for id in tables.catalogue.figures} <= figures
        assert names == figures | {"index.html"} | {f"{one}.html" for one in OWN}
        decks = {one.name for one in (folder / language / "decks").iterdir()}
        assert decks == {
            f"briefing{'_clean' * clean}.{one.id}"
            for one in formats().values()
            if one.of == "deck" and not one.pictures
            for clean in one.ways
        }
    assert (folder / "index.html").read_text("utf-8").count("url=zh/index.html") == 1
    program = f'<meta name="program-version" content="{industry.VERSION}">'
    assert all(program in one.read_text("utf-8") for one in folder.glob("*/*.html"))
    assert json.loads((folder / edition.LIST).read_text("utf-8"))["program"] == industry.VERSION


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_has_its_deck(tables: Tables, language: str) -> None:
    """As on the dashboard; its profile leads there, and figures that have no page of their own are named without a link."""
    made = edition.edition_in(tables, language)
    files = [path for path, _ in edition.works_of(made)]
    shown = {parts.script(one): one for one in parts.pages_of(tables.catalogue)}
    listed = lxml.html.fromstring(pages.page(made, shown["briefing"]))
    profiles = pages.page(made, shown["region"])
    for deck in regional.decks(tables):
        assert f"{language}/decks/{deck.id}.html" in files and f"{language}/decks/{deck.id}.pptx" in files
        (card,) = listed.xpath(f'//*[@id="deck-{deck.id}"]')
        assert len(card.xpath(".//ol/li")) == len(deck.slides)
        links = [f"{language}/{one}" for one in card.xpath(".//a/@href")]
        assert set(links) <= set(files) and f"{language}/decks/{deck.id}.html" in links
    for one in tables.catalogue.config.regions:
        assert f'href="page-briefing.html#deck-{one}"' in profiles


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        if file.parent.name == "decks":
            continue
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            address = urlsplit(unescape(link))
            if address.scheme in ("http", "https", "data"):
                assert address.scheme != "http" or file.stem == "page-data"
                continue
            assert not link.startswith("/")
            target = (file.parent / address.path).resolve() if address.path else file
            assert target.is_file(), f"{file.name}: {link}"
            if address.fragment and target.parent.name != "decks":
                assert f'id="{address.fragment}"' in target.read_text("utf-8"), f"{file.name}: {link}"


def test_a_page_of_figures_alone_needs_config_yaml_only(tables: Tables, tmp_path: Path) -> None:
    few = Few(tables, 3)
    config = few.catalogue.config
    more = Page_(id="more", script="pages/more.py", title=Text(zh="更多", en="More"))
    moved = config.figures[0].model_copy(update={"page": "more"})
    changed = {"pages": (*config.pages, more), "figures": (moved, *config.figures[1:])}
    few.catalogue = replace(few.catalogue, config=config.model_copy(update=changed))
    edition.build(few, tmp_path)  # type: ignore[arg-type]
    for language in LANGUAGES:
        page = (tmp_path / language / "page-more.html").read_text("utf-8")
        assert f"<h1>{more.title(language)}</h1>" in page
        assert f'href="{moved.id}.html"' in page and page.count('<section class="card') == 1
        home = (tmp_path / language / "index.html").read_text("utf-8")
        assert f'<a href="page-more.html">{more.title(language)}</a>' in home
        assert all(one.title(language) in home for one in parts.pages_of(few.catalogue))  # type: ignore[arg-type]


def test_what_only_a_server_can_show_is_no_page_of_files(folder: Path, tables: Tables) -> None:
    listed, written = tables.catalogue.config.pages, parts.pages_of(tables.catalogue)
    assert [one.id for one in listed if one not in written] == ["proof"]
    assert not (folder / "zh" / "page-proof.html").exists()
    assert "核稿" not in (folder / "zh" / "index.html").read_text("utf-8")


def test_plotly_is_there_once(folder: Path) -> None:
    held = [one for one in folder.rglob("*") if one.is_file() and b"plotly.js v" in one.read_bytes()]
    assert [str(one.relative_to(folder)) for one in held] == ["assets/plotly.min.js"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_s_page_says_all_that_the_figure_says(folder: Path, tables: Tables, language: str) -> None:
    for spec in tables.catalogue.config.figures:
        figure = draw(spec, tables, Choices(), language)
        text = unmarked((folder / language / f"{spec.id}.html").read_text("utf-8"))
        frame = figure.frame
        title = in_html(f"{figure.frame.heading} · {tables.catalogue.config.title(language)}")
        assert f"<title>{title}</title>" in text
        assert f'<html lang="{html_language(language)}">' in text
        told = [frame.subtitle, *frame.notices, frame.note, frame.source, frame.as_of, figure.empty]
        told += [cell for row in figure.table.rows for cell in row]
        told += [words for panel in figure.panels for words in (panel.heading, panel.unit)]
        for words in told:
            assert in_html(words) in text, f"{spec.id}: {words}"
        benchmarks = sum(isinstance(one, TablePanel) for one in figure.panels)
        assert text.count('class="plot"') == len(figure.panels) - benchmarks
        assert text.count('<table class="benchmark"') == benchmarks


def test_an_english_page_says_nothing_in_chinese(folder: Path, tables: Tables) -> None:
    for name in ["index", *OWN, *tables.catalogue.figures]:
        main = lxml.html.parse(str(folder / "en" / f"{name}.html")).find(".//main")
        for one in main.xpath(
            ".//script | .//*[@class='scroll' or @class='scroll tall']//td"
            if name in PRINTED
            else ".//script"
        ):
            one.drop_tree()
        found = _CHINESE.findall(main.text_content())
        assert not found, f"{name}: {''.join(found)[:40]}"


@pytest.fixture(scope="module")
def still(chromium: Browser) -> Iterator[Page]:
    """A page whose scripts don't run: its texts and tables lie as they do with them."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_texts_and_tables_of_every_page_fit_every_screen(still: Page, folder: Path, tables: Tables) -> None:
    for name in ("index", *OWN, *tables.catalogue.figures):
        still.goto((folder / "zh" / f"{name}.html").as_uri())
        for width, height in WIDTHS:
            still.set_viewport_size({"width": width, "height": height})
            assert still.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def test_plots_fit_every_screen(page: Page, folder: Path, tables: Tables) -> None:
    """Those of one figure of each kind, from one width to another: all are drawn by one script into boxes of one style."""
    fits = """async one => {
      const wide = () => Math.abs(one.clientWidth - one.querySelector("svg.main-svg").clientWidth) <= 1;
      for (let turn = 0; turn < 100 && !wide(); turn++) await new Promise(requestAnimationFrame);
      return wide();
    }"""
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    named = ("index", *OWN, *kinds.values())  # pages without a plot are looked at above
    plotted = [one for one in named if 'class="plot"' in (folder / "zh" / f"{one}.html").read_text("utf-8")]
    assert len(plotted) > len(kinds) / 2
    for at, name in enumerate(plotted):
        page.goto((folder / "zh" / f"{name}.html").as_uri())
        for width, height in (WIDTHS[at % 3], WIDTHS[(at + 1) % 3]):  # in the first it is loaded
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            plot = page.locator(".plot").first
            plot.scroll_into_view_if_needed()
            plot.locator("svg.main-svg").first.wait_for()
            assert plot.evaluate(fits), (name, width)


def test_plots_are_drawn_as_they_come_into_view(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto((folder / "zh" / "index.html").as_uri())
    page.locator(".plot").first.scroll_into_view_if_needed()
    page.locator(".plot svg.main-svg").first.wait_for()
    many = page.locator(".plot").count()
    assert 0 < page.locator(".plot:has(svg.main-svg)").count() < many
    last = page.locator(".plot").last
    last.scroll_into_view_if_needed()
    last.locator("svg.main-svg").first.wait_for()


def test_a_mark_tells_what_it_is(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto((folder / "zh" / "growth_q1.html").as_uri())
    mark = page.locator(".plot .points path").first
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2 - 2, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    label = page.locator(".hoverlayer .hovertext").first
    label.wait_for()
    assert "29.4%" in (label.text_content() or "")


def test_the_data_page_holds_every_observation_and_finds_them(
    page: Page, folder: Path, tables: Tables
) -> None:
    uri = (folder / "zh" / "page-data.html").as_uri()
    page.goto(uri)
    rows = page.locator("#rows tbody tr")
    held = listing.every(tables)
    every = len(held)
    assert rows.count() == every
    output = page.locator(".choose output")
    assert output.inner_text() == f"共{every}个数字"
    page.fill("[name=q]", "河北  value_added_growth")
    wanted = [row for row in tables.rows("value_added_growth", "hebei")]
    left = page.locator("#rows tbody tr:not([hidden])")
    assert left.count() >= len(wanted) > 0
    assert all("河北" in one for one in left.all_inner_texts())
    page.fill("[name=q]", "")
    page.select_option("[name=region]", "jian")
    assert left.count() == sum(row.region.id == "jian" for row in held)
    page.select_option("[name=status]", "target")
    assert left.count() == sum((row.region.id, row.status) == ("jian", "target") for row in held)
    assert urlsplit(page.url).query == "region=jian&status=target"
    page.reload()
    assert left.count() == sum((row.region.id, row.status) == ("jian", "target") for row in held)
    page.fill("[name=q]", "没有这样的字")
    assert output.inner_text() == "共0个数字"


def test_rows_that_are_laid_out_after_the_first_paint_have_their_room_before(
    page: Page, folder: Path
) -> None:
    """They took the browser three times as long as all else of the page."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto((folder / "zh" / "page-data.html").as_uri())
    high = "document.querySelector('.tall').offsetHeight"
    seen = "document.querySelector('#rows td').checkVisibility({contentVisibilityAuto: true})"
    style = "document.querySelector('.tall').style"
    page.evaluate(f"{style}.animation = 'none', {style}.contentVisibility = 'hidden'")
    before = page.evaluate(high)
    assert not page.evaluate(seen)
    page.evaluate(f"{style}.animation = '', {style}.contentVisibility = ''")
    eventually(page, lambda: page.evaluate(seen))
    assert page.evaluate(high) == before and page.evaluate(seen)


@pytest.mark.parametrize("asked", ["６５．７", "65.7%", "河北65.7", "65.7"])
def test_a_number_is_found_however_it_is_typed_and_never_inside_another(
    page: Page, folder: Path, tables: Tables, asked: str
) -> None:
    page.goto((folder / "zh" / "page-data.html").as_uri())
    left = page.locator("#rows tbody tr:not([hidden])")
    page.fill("[name=q]", asked)
    assert left.count() == len(search.rows(tables, asked) or ()) == 1
    page.fill("[name=q]", "5.7")
    assert not any("65.7" in one for one in left.all_inner_texts())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_regions_and_targets_are_told_as_on_the_dashboard(
    page: Page, folder: Path, tables: Tables, language: str
) -> None:
    page.goto((folder / language / "page-region.html").as_uri())
    shown = page.locator("main").inner_text()
    for id in tables.catalogue.config.regions:
        one = profile.profile(tables, id, None, language)
        told = [str(each.figure) for each in one.headlines] + [branch.name for branch in one.industries]
        assert one.headlines and str(one.finding) in shown
        assert [
            text for text in (*told, *(str(each.last) for each in one.changes)) if text not in shown
        ] == []
    page.goto((folder / language / "page-targets.html").as_uri())
    shown = page.locator("main").inner_text()
    found = targets.targets(tables, list(tables.catalogue.config.regions), None, language)
    assert found.targets
    for aim in found.targets:
        assert [
            text for text in map(str, (aim.goal, aim.required, aim.done, aim.pace)) if text not in shown
        ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_region_without_figures_a_sentence_says_so(language: str) -> None:
    tables, wrong = project.read(unheld.files())
    assert tables is not None, wrong
    found = edition.edition_in(Few(tables, 3), language)  # type: ignore[arg-type]
    (asked,) = [one for one in found.catalogue.config.pages if one.id == "region"]
    shown = lxml.html.fromstring(pages.page(found, asked))
    name = tables.catalogue.regions[unheld.REGION].name(language)
    parts_of = {one.get("data-region"): one for one in shown.iterfind(".//section[@data-part]")}
    told = parts_of.pop(unheld.REGION)
    assert told.text_content() == name + wording.worded("pages", "region_none", language, name)
    assert parts_of and all(one.find("div[@class='blocks']") is not None for one in parts_of.values())


def test_the_checks_are_told(page: Page, folder: Path, tables: Tables) -> None:
    page.goto((folder / "zh" / "page-data.html").as_uri())
    text = page.locator("main").text_content() or ""
    assert all(wording.audit(one, "zh") in text for one in tables.findings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_and_workbook_hold_every_observation(folder: Path, tables: Tables, language: str) -> None:
    content = (folder / language / "data" / "industry-data.csv").read_text("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(content))
    every = listing.every(tables)
    assert len(lines) == len(every)
    assert {row.id for row in every} >= {row.id for row in tables.rows(derived=True)}
    number, id = (
        header.index("Number" if language == "en" else "数"),
        header.index("Indicator id" if language == "en" else "指标代码"),
    )
    assert [(float(one[number]), one[id]) for one in lines] == [
        (wording.value_in(row, language), row.indicator.id) for row in every
    ]
    book = load_workbook(folder / language / "data" / "industry-data.xlsx")
    terms = sum(len(row.terms) for row in every)
    sources = {one.id for row in every for one in row.sources}
    assert [sheet.max_row for sheet in book] == [len(every) + 1, terms + 1, len(sources) + 1]


def test_priorities_are_all_there_and_can_be_chosen(page: Page, folder: Path, tables: Tables) -> None:
    page.goto((folder / "zh" / "page-priorities.html").as_uri())
    listed = tables.catalogue.priorities
    assert page.locator("[data-words]").count() == len(listed)
    assert page.locator("[data-group] h2").count() == len({one.source for one in listed})
    theme = listed[0].theme
    page.select_option("[name=theme]", theme)
    assert page.locator("[data-words]:not([hidden])").count() == sum(one.theme == theme for one in listed)
    assert page.locator("[data-group]:not([hidden])").count() == len(
        {one.source for one in listed if one.theme == theme}
    )


def test_the_other_language_is_one_click_away(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/zh/index.html")
    page.goto((folder / "zh" / "profit.html").as_uri())
    page.locator(".language").click()
    page.wait_for_url("**/en/profit.html")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_deck_opens_at_the_figure(page: Page, folder: Path, tables: Tables) -> None:
    second = tables.catalogue.config.figures[0].id
    page.goto((folder / "zh" / f"{second}.html").as_uri())
    page.locator('.files a[href^="decks/"]').click()
    page.wait_for_url("**/decks/briefing.html#3")
    page.locator(".slide.current svg.main-svg").first.wait_for()


def test_any_web_server_will_do(chromium: Browser, folder: Path) -> None:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(
        ("localhost", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        here = f"http://localhost:{server.server_port}/"
        page = chromium.new_page()
        told = wrongs(page, here)
        page.goto(here)
        page.wait_for_url("**/zh/index.html")
        page.locator(".plot").first.scroll_into_view_if_needed()
        page.locator(".plot svg.main-svg").first.wait_for()
        page.goto(f"{here}en/decks/briefing.html#2")
        page.locator(".slide.current svg.main-svg").first.wait_for()
        assert told == []
    finally:
        server.shutdown()
        server.server_close()


def test_no_barrier_that_axe_can_find(chromium: Browser, folder: Path) -> None:
    page = chromium.new_page(viewport={"width": 1366, "height": 768})  # axe asks for the style sheet itself
    english = ("en/index", "en/growth_q1")
    for name in (*(f"zh/{one}" for one in ("index", "growth_q1", *OWN)), *english):
        page.goto((folder / f"{name}.html").as_uri())
        assert faults(page, impacts=EVERY) == [], name


def test_pictures_in_all_sizes_and_an_older_edition_s_files_go(tables: Tables, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    (tmp_path / "mine.txt").write_text("mine")
    renderer = Paper()
    edition.build(Few(tables, 3), tmp_path, lambda done, of: told.append((done, of)), renderer)  # type: ignore[arg-type]
    assert told == [(at, len(told) - 1) for at in range(len(told))]
    sizes = tables.catalogue.config.sizes
    slides = edition.slides(Few(tables, 3))  # type: ignore[arg-type]
    forms = Counter(one for one, *_ in renderer.drawn)
    many = 2 * len(slides)
    assert forms == {"png": many * len(sizes), "svg": many, "pdf": many}
    first, _, third = (one.id for one in tables.catalogue.config.figures[:3])
    text = (tmp_path / "zh" / f"{first}.html").read_text("utf-8")
    for size in sizes:
        assert (tmp_path / "zh" / "pictures" / f"{first}_{size.id}.png").is_file()
        assert f'href="pictures/{first}_{size.id}.png"' in text
    edition.build(Few(tables, 2), tmp_path)  # type: ignore[arg-type]
    assert not (tmp_path / "zh" / f"{third}.html").exists()
    assert not list(tmp_path.glob("zh/pictures/*.png"))
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert tables.version == json.loads((tmp_path / edition.LIST).read_text("utf-8"))["version"]


def test_a_list_of_files_that_points_elsewhere_removes_nothing(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    inside = tmp_path / "edition"
    inside.mkdir()
    (inside / edition.LIST).write_text(json.dumps({"files": ["../kept.txt", 7, "/etc/hostname"]}))
    edition.build(Few(tables, 2), inside)  # type: ignore[arg-type]
    assert (tmp_path / "kept.txt").exists()
