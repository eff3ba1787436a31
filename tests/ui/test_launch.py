"""A freshly started server, seen through a real browser: our frame on every page, and no request that
leaves the machine. What single pages show is tested elsewhere."""

from __future__ import annotations

import shutil
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from industry import wording
from industry.tables.tables import Tables
from tests.accessible import faults
from tests.browsers import until
from tests.conftest import WORLD, world
from tests.servers import HOST, serving
from tests.ui.visits import arrived
from ui import ROOT
from ui.site import site
from ui.trouble import sentence

PAGES = site().pages
SECOND, LAST = PAGES[1], PAGES[-1]

Open = Callable[[str], Page]


@pytest.fixture
def visit(page: Page) -> Iterator[Open]:
    """Open an address. No request may go anywhere but to the server."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))

    def opened(address: str) -> Page:
        page.goto(address)
        expect(page.get_by_text(_as_of(address), exact=True).last).to_be_visible()
        return page

    yield opened
    outside = {url for url in asked if urlsplit(url).scheme in ("http", "https", "ws", "wss")}
    assert {urlsplit(url).hostname for url in outside} <= {HOST}, sorted(outside)


def _language(address: str) -> str:
    return "en" if "lang=en" in address else "zh"


def _as_of(address: str) -> str:
    language = _language(address)
    versions = wording.data_version(world().version, language), wording.program_version(language)
    return wording.between(wording.as_of(world().until, language), *versions)


def _path(page: Page) -> str:
    path: str = page.evaluate("location.pathname + location.search")
    return path


def _framed(page: Page, title: str, language: str) -> None:
    """The page has our navigation, names itself, and says in which language it is."""
    for one in PAGES:
        link = page.get_by_role("link", name=one.title(language), exact=True)
        expect(link).to_be_visible()
        assert ("lang=en" in (link.get_attribute("href") or "")) == (language == "en")
    expect(page).to_have_title(f"{title} · {site().title(language)}")
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "en" else "zh-CN")
    assert page.get_by_text(sentence("page", language)).count() == 0


def test_a_deep_link_on_a_fresh_server(visit: Open, tmp_path: Path) -> None:
    """In Chinese it is the first that test_below_a_path asks of its server."""
    with serving(ROOT, tmp_path / "log") as address:
        page = visit(f"{address}/{SECOND.id}?lang=en")
        _framed(page, SECOND.title("en"), "en")
        assert urlsplit(page.url).path == f"/{SECOND.id}"


@pytest.mark.parametrize("page_id", [one.id for one in PAGES])
def test_every_page_has_our_frame_in_both_languages(visit: Open, server: str, page_id: str) -> None:
    """And in English too no serious fault of accessibility."""
    title = next(one.title for one in PAGES if one.id == page_id)
    page = visit(f"{server}/{'' if page_id == site().home else page_id}")
    _framed(page, title("zh"), "zh")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_text(_as_of("?lang=en"), exact=True).last).to_be_visible()
    _framed(page, title("en"), "en")
    assert faults(page) == []


def test_the_language_stays_from_page_to_page_and_back(visit: Open, server: str) -> None:
    page = visit(f"{server}/{SECOND.id}")
    page.get_by_role("link", name="English", exact=True).click()
    arrived(page, f"**/{SECOND.id}?lang=en")
    page.get_by_role("link", name=LAST.title("en"), exact=True).click()
    arrived(page, f"**/{LAST.id}?lang=en")
    _framed(page, LAST.title("en"), "en")
    page.go_back()
    _framed(page, SECOND.title("en"), "en")
    page.go_back()
    _framed(page, SECOND.title("zh"), "zh")
    assert _path(page) == f"/{SECOND.id}"


def test_an_address_that_no_page_has(visit: Open, server: str) -> None:
    page = visit(f"{server}/nirgends")
    expect(page.get_by_text("没有“nirgends”这个页面，请从上方选择。")).to_be_visible()
    _framed(page, "没有这个页面", "zh")
    assert page.get_by_role("dialog").count() == 0


def test_the_home_page_under_its_own_name(visit: Open, server: str) -> None:
    page = visit(f"{server}/{site().home}?lang=en")
    _framed(page, PAGES[0].title("en"), "en")
    assert _path(page) == "/?lang=en"


def test_an_unknown_language(visit: Open, server: str) -> None:
    page = visit(f"{server}/?lang=fr")
    expect(page.get_by_text("没有“fr”这种语言，现以中文显示。")).to_be_visible()
    _framed(page, PAGES[0].title("zh"), "zh")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/picture/nirgends.png", "没有名为“nirgends”的图。"),
        ("/picture/nirgends.png?lang=en", "There is no figure named “nirgends”."),
        ("/picture/nirgends", "没有这个地址：/picture/nirgends。"),
        ("/picture/a%2fb.png", "没有名为“a/b”的图。"),
        ("/picture/a/b.png?lang=en", "There is no figure named “a/b”."),
        ("/picture/", "没有这个地址：/picture。"),
        ("/deck/x%2fy.pptx", "没有名为“x/y”的汇报。"),
        ("/deck/", "没有这个地址：/deck。"),
        ("/present/a%2fb", "没有名为“a/b”的汇报。"),
        ("/present/", "没有这个地址：/present。"),
        ("/present/custom?slide=nope", "没有名为“nope”的图。"),
        ("/deck/custom.pptx?slide=nope", "没有名为“nope”的图。"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(server: str, path: str, sentence: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(server + path)
    document = refused.value.read().decode()
    assert refused.value.code == 404
    assert refused.value.headers["Cache-Control"] == "no-store"
    assert sentence in document
    assert f'<html lang="{"en" if "lang=en" in path else "zh-CN"}">' in document


def test_too_many_slides_are_told(server: str, tables: Tables) -> None:
    slides = "&".join(f"slide=compare%3Findicator%3D{one}" for one in tables.catalogue.indicators)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{server}/deck/custom.pptx?{slides}")
    assert refused.value.code == 400
    count = len(tables.catalogue.indicators)
    assert f"一份汇报最多60张图，这里选了{count}张。请分成几份。" in refused.value.read().decode()


def test_streamlit_is_told_to_keep_to_itself() -> None:
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert told["server"]["address"] == told["browser"]["serverAddress"] == "localhost"
    assert told["browser"]["gatherUsageStats"] is False
    assert told["server"]["showEmailPrompt"] is False
    for font in (told["theme"]["font"], told["theme"]["codeFont"]):
        assert "CJK SC" in font.split(",")[0]
        assert ":" not in font  # a font by address would be fetched


CHOICES = """
from ui.choices import choice, choices, flag
import streamlit as st
one = choice("one", {"a": "甲", "b": "乙", "c": "丙"}, "a", "项", "segmented")
some = choices("some", {"x": "子", "y": "丑"}, ["x", "y"], "些")
on = flag("on", "开着", default=True)
st.markdown(f"told {one} {','.join(some)} {on}")
st.plotly_chart({"data": [{"y": [1, 2]}]})
"""


@pytest.fixture(scope="module")
def choosing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of our own frame around a page of choices."""
    folder = tmp_path_factory.mktemp("choosing")
    shutil.copy(ROOT / "dashboard.py", folder / "dashboard.py")
    for name in ("ui", "industry", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(WORLD / "data", folder / "data")
    config = yaml.safe_load((WORLD / "config.yaml").read_text("utf-8"))
    for page in config["pages"]:
        page["script"] = f"{page['id']}.py"
        (folder / page["script"]).write_text(CHOICES, "utf-8")
    (folder / "config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    with serving(folder, folder / "log", folder) as address:
        yield address


def test_the_back_button_brings_a_choice_back(visit: Open, choosing: str) -> None:
    page = visit(f"{choosing}/{SECOND.id}")
    page.get_by_text("丙", exact=True).click()
    arrived(page, "**?one=c")
    expect(page.get_by_text("told c x,y True")).to_be_visible()
    page.get_by_text("开着", exact=True).click()
    arrived(page, "**?one=c&on=0")
    page.go_back()
    expect(page.get_by_text("told c x,y True")).to_be_visible()
    until(page, "[...document.querySelectorAll('[role=switch]')].every(one => one.checked)")
    page.go_back()
    expect(page.get_by_text("told a x,y True")).to_be_visible()
    expect(page.get_by_role("radio", name="甲").last).to_be_checked()
    assert _path(page) == f"/{SECOND.id}"


def test_a_click_before_everything_is_drawn_changes_nothing_else(visit: Open, choosing: str) -> None:
    page = visit(f"{choosing}/{SECOND.id}")
    page.get_by_text("乙", exact=True).click()
    page.wait_for_url("**?one=b")
    page.get_by_role("link", name="English", exact=True).click()
    arrived(page, "**?lang=en&one=b")
    expect(page.get_by_text("told b x,y True")).to_be_visible()


def test_a_link_to_other_choices_on_another_page(visit: Open, choosing: str) -> None:
    page = visit(f"{choosing}/{SECOND.id}?one=b&some=y")
    expect(page.get_by_text("told b y True")).to_be_visible()
    page.get_by_role("link", name=LAST.title("zh"), exact=True).click()
    expect(page.get_by_text("told a x,y True")).to_be_visible()
    assert _path(page) == f"/{LAST.id}"
