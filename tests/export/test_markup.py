"""Texts stay texts: whatever the tables and config.yaml say, no page of the edition and no deck takes it for markup,
for a script or for a template's own language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from jinja2 import UndefinedError
from playwright.sync_api import Browser

from industry.export.formats import formats
from industry.export.markup import render, straight
from industry.export.site import edition
from industry.export.site.parts import page_name
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests import hostile
from tests.conftest import WORLD
from tests.export.test_html import in_html, unmarked, wrongs
from tests.figures.specs import options

HOSTILE = "".join(hostile.MARKS[one] for one in ("an element that runs", "a template"))
TEMPLATES = Path(edition.__file__).parents[1] / "templates"


@pytest.fixture(scope="module")
def read() -> Tables:
    """The tables with hostile titles, names, sources, priorities, definitions, themes, a figure of each kind, a few
    comparisons, and a deck."""
    found = hostile.tables(WORLD, hostile.behind(HOSTILE))
    config = found.catalogue.config
    first = {one.chart: one for one in reversed(config.figures)}.values()
    held = {id for one in first for id in (one.id, *options(one).figures)}
    figures = tuple(one for one in config.figures if one.id in held)
    deck = config.decks[0].model_copy(update={"figures": tuple(one.id for one in figures)})
    concepts = dict(list(config.concepts.items())[:3])  # one comparison is written as the other
    few = config.model_copy(update={"decks": (deck,), "figures": figures, "concepts": concepts})
    return replace(found, catalogue=replace(found.catalogue, config=few))


@pytest.fixture(scope="module")
def folder(read: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of them with a deck, as what a browser reads."""
    found = tmp_path_factory.mktemp("hostile_site")
    with pytest.MonkeyPatch.context() as patch:
        for other in [id for id, one in formats().items() if one.of == "deck" and id != "html"]:
            patch.delitem(formats(), other)  # type: ignore[arg-type]
        edition.build(read, found)
    return found


class Seen:
    """What a browser makes of a page: its tags, its attributes, its texts."""

    def __init__(self, page: str) -> None:
        root = lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(huge_tree=True))
        self.tags = {str(one.tag) for one in root.iter("*")}
        self.attributes: list[tuple[str, str]] = [told for one in root.iter("*") for told in one.items()]
        self.texts: list[str] = root.xpath("//text()")


def test_no_text_becomes_markup_on_any_page_or_in_a_deck(folder: Path, read: Tables) -> None:
    files = list(folder.rglob("*.html"))
    assert len(files) > 2 * len(read.catalogue.figures)
    for file in files:
        seen = Seen(file.read_text("utf-8"))
        assert not seen.tags & {"img", "iframe", "object", "embed"}, file
        assert not [name for name, _ in seen.attributes if name.startswith("on")], file
        assert not [value for name, value in seen.attributes if value.startswith("javascript:")], file
        assert HOSTILE in "".join(seen.texts), file
        assert HOSTILE in "".join(value for _, value in seen.attributes) or file.name == "index.html", file


@pytest.mark.parametrize("language", ("zh", "en"))
def test_every_text_is_there_as_it_is(folder: Path, read: Tables, language: str) -> None:
    catalogue, here = read.catalogue, folder / language
    for spec in catalogue.config.figures:
        figure = draw(spec, read, Choices(), language)
        frame, page = figure.frame, unmarked((here / page_name(spec.id)).read_text("utf-8"))
        told = [frame.title, frame.subtitle, *frame.notices, frame.note, frame.source, figure.alt]
        told += [cell for row in (figure.table.header, *figure.table.rows) for cell in row]
        told += [words for panel in figure.panels for words in (panel.heading, panel.unit)]
        assert all(in_html(words) in page for words in told), spec.id
    told = [text for one in catalogue.sources.values() for text in (one.title, one.publisher)]
    data = unmarked((here / "page-data.html").read_text("utf-8"))
    assert all(in_html(text(language)) in data for text in told)
    listed = unmarked((here / "page-priorities.html").read_text("utf-8"))
    assert all(in_html(one.text(language)) in listed for one in catalogue.priorities)
    for deck in catalogue.config.decks:
        text = (here / "decks" / f"{deck.id}.html").read_text("utf-8")
        assert f"<title>{in_html(deck.title(language))}</title>" in text


def test_nothing_of_it_runs(chromium: Browser, folder: Path, read: Tables) -> None:
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    told = wrongs(page)
    page.on("dialog", lambda one: told.append(one.message))
    config = read.catalogue.config
    bars, deck = next(one.id for one in config.figures if one.chart == "bars"), config.decks[0].id
    for name in ("index", "page-data", "page-priorities", bars, f"decks/{deck}"):
        page.goto((folder / "zh" / f"{name}.html").as_uri() + "#2")
        if page.locator(".plot").count():
            page.locator(".plot").first.scroll_into_view_if_needed()
            page.locator(".plot svg.main-svg").first.wait_for(state="attached")
        assert page.locator("img").count() == 0, name
    assert told == []


def test_what_a_template_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("trouble.html", "trouble", "zh", code="busy")


def test_only_our_own_styles_and_scripts_are_let_through() -> None:
    through = {
        found
        for file in TEMPLATES.rglob("*.html")
        for found in re.findall(r"\{\{ ?([^{}]*\|\s*safe[^{}]*?) ?\}\}|autoescape", file.read_text("utf-8"))
    }
    assert through == {"css|safe", "script|safe", "inlined|safe"}


def test_an_english_apostrophe_is_set_straight() -> None:
    assert straight("Ji’an") == "Ji'an"
    assert straight("“江西”’") == "“江西”’"
    assert "Ji&#39;an" in render("trouble.html", "trouble", "en", code="figure", facts=["Ji’an"])
