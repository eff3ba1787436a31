"""The bar of every page in a real browser: links without a reload that keep what travels, and one search."""

from __future__ import annotations

import http.client
import json
import re
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit
from lxml.html import fromstring
from playwright.sync_api import Page, expect

from industry.vocabulary import beside
from industry.wording.words import words
from tests import hostile
from tests.accessible import faults
from tests.browsers import until
from tests.ui.visits import Visit, arrived, every, ready
from ui.frame.head import framed
from ui.site import site

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
ASSET = next((INDEX.parent / "static").rglob("*.js")).relative_to(INDEX.parent / "static").as_posix()


def link(page: Page, name: str) -> None:
    page.locator(".bar-pages").get_by_role("link", name=name, exact=True).click()


def test_what_travels_goes_from_page_to_page_without_a_reload(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?lang=en&regions=jiangxi,hebei&year=2021&concept=profit_growth")
    ready(page)
    page.evaluate("window.kept = true")
    link(page, "Trends")
    arrived(page, f"{server}/trends?lang=en&regions=jiangxi,hebei&year=2021")
    expect(page.get_by_role("heading", name="Trends", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Jiangxi", pressed=True)).to_be_visible()
    expect(page.get_by_role("button", name="Shaanxi", pressed=False)).to_be_visible()
    link(page, "Overview")
    arrived(page, f"{server}/?lang=en&regions=jiangxi,hebei&year=2021")
    expect(page.get_by_role("columnheader", name="Hebei", exact=True)).to_be_visible()
    assert page.get_by_role("columnheader", name="Shaanxi", exact=True).count() == 0
    assert page.evaluate("window.kept") is True
    page.go_back()
    expect(page.get_by_role("heading", name="Trends", exact=True)).to_be_visible()
    page.go_back()
    arrived(page, re.compile("concept=profit_growth"))
    expect(page.get_by_role("heading", name="Compare")).to_be_visible()
    expect(page.locator(".bar [aria-current=page]")).to_have_text("Compare")


def test_a_page_keeps_what_travels_though_it_doesn_t_ask_for_it(server: str, page: Page) -> None:
    page.goto(f"{server}/region?regions=hebei&year=2020")
    ready(page)
    page.get_by_role("radio", name="陕西").click(force=True)
    arrived(page, re.compile("region=shaanxi"))
    assert "regions=hebei" in page.url and "year=2020" in page.url
    link(page, "走势")
    arrived(page, f"{server}/trends?regions=hebei&year=2020")


def test_an_unknown_region_is_told_wherever_regions_are_chosen(server: str, page: Page) -> None:
    page.goto(f"{server}/trends?regions=mars,hebei")
    expect(page.get_by_text("“地区”没有“mars”这一选项，现显示“河北”。")).to_be_visible()


@every(widths=(1366,))
def test_the_page_shown_is_marked(visit: Visit) -> None:
    title = next(one.title("zh") for one in site().pages if one.id == visit.id)
    expect(visit.page.locator(".bar [aria-current=page]")).to_have_text(title)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bar_is_one_line_and_nothing_of_it_is_cut(server: str, page: Page, language: str) -> None:
    page.goto(f"{server}/?lang={language}")
    for width, lines in ((1920, 1), (1366, 1), (683, 9), (390, 9)):
        page.set_viewport_size({"width": width, "height": 768})
        expect(page.locator(".bar input")).to_be_visible()
        until(page, f"innerWidth === {width}")
        found = page.evaluate(
            """() => [...document.querySelectorAll('.bar a, .bar-title, .bar input')].map(one => {
                 const box = one.getBoundingClientRect();
                 return [box.left, box.right, Math.round((box.top + box.bottom) / 2)] })"""
        )
        assert all(0 <= left and right <= width for left, right, _ in found)
        middles = [middle for _, _, middle in found]
        assert lines > 1 or max(middles) - min(middles) <= 3, width


def test_a_number_is_one_click_and_its_typing_away(server: str, page: Page) -> None:
    page.goto(f"{server}/?regions=hebei")
    ready(page)
    page.get_by_role("searchbox").press_sequentially("65.7")
    hit = page.locator(".found").get_by_role("link", name=re.compile("^65.7%"))
    expect(hit).to_be_visible()
    hit.click()
    arrived(page, re.compile(r"/data\?regions=hebei&row="))
    expect(page.get_by_role("heading", name="数据与出处")).to_be_visible()
    expect(page.locator(".found")).to_be_hidden()


def test_an_indicator_and_a_priority_have_their_pages(server: str, page: Page) -> None:
    page.goto(f"{server}/?lang=en")
    ready(page)
    field = page.get_by_role("searchbox")
    field.fill("profit growth")
    page.locator(".found a[href*='/compare']").first.click()
    arrived(page, re.compile(r"/compare\?lang=en.*indicator="))
    expect(page.get_by_role("heading", name="Compare")).to_be_visible()
    field.fill("小巨人")
    page.locator(".found a[href*='/priorities']").first.click()
    arrived(page, re.compile(r"/priorities\?lang=en&theme="))


def test_the_search_by_keys(server: str, page: Page) -> None:
    page.goto(f"{server}/")
    ready(page)
    field = page.get_by_role("searchbox")
    field.fill("江西")
    expect(page.locator(".found a").first).to_be_visible()
    field.press("ArrowDown")
    expect(page.locator(".found a").first).to_be_focused()
    assert faults(page, ".found") == []
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    expect(field).to_be_focused()
    field.fill("zzqq")
    expect(page.locator(".found")).to_contain_text("未找到")
    field.fill("65.7")
    field.press("Enter")
    arrived(page, f"{server}/data?q=65.7")
    expect(page.get_by_text("共1个数字")).to_be_visible()


def test_what_the_search_answers(server: str) -> None:
    with urllib.request.urlopen(f"{server}/search?q=%3Cb%3E65.7&lang=en&year=2021") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert json.load(answer) == {"groups": [], "none": json.loads(_nothing("en"))}
    with urllib.request.urlopen(f"{server}/search?q=65.7&year=2021&concept=x") as answer:
        (group, *_) = json.load(answer)["groups"]
    assert group["figures"] and group["hits"][0]["address"].startswith("/data?year=2021&row=")


def _nothing(language: str) -> str:
    from industry import wording

    return json.dumps(wording.worded("pages", "found_nothing", language))


@pytest.mark.parametrize("path", ["", "trends", "data?region=jian"])
def test_a_page_connects_at_once_and_is_refused_nothing(server: str, page: Page, path: str) -> None:
    """Asked for a page by its own address Streamlit looked for the server below that first, and waited when none was there."""
    refused: list[str] = []
    streams: list[str] = []
    page.on("response", lambda one: refused.append(one.url) if one.status >= 400 else None)
    page.on("websocket", lambda one: streams.append(one.url))
    page.goto(f"{server}/{path}")
    ready(page)
    assert (refused, streams) == ([], [f"ws{server.removeprefix('http')}/_stcore/stream"])


def test_a_page_is_asked_for_once(server: str, page: Page) -> None:
    """It is asked for again only where it has connected anew."""
    page.add_init_script("globalThis.again = 0; addEventListener('popstate', () => globalThis.again++)")
    with page.expect_websocket() as stream:
        page.goto(server)
    ready(page)
    page.wait_for_timeout(300)
    assert page.evaluate("again") == 0 and not stream.value.is_closed()


def test_a_page_heeds_messages_of_its_own_origin_alone(server: str, page: Page) -> None:
    """Whoever is named here may have it run anew and turned to another page."""
    page.goto(f"{server}/trends")
    assert page.evaluate("__streamlit.HOST_CONFIG.allowedOrigins") == [server]


def test_the_document_has_the_frame_before_anything_is_drawn(server: str) -> None:
    asked = urllib.request.Request(f"{server}/trends?lang=en", headers={"Accept": "text/html"})
    with urllib.request.urlopen(asked) as answer:
        document = answer.read().decode()
        assert int(answer.headers["Content-Length"]) == len(document.encode())
        assert not {"etag", "last-modified"} & {one.lower() for one in answer.headers}, "of another document"
    assert '<html lang="en"' in document and document.index(".bar {") < document.index("</head>")
    assert b'<html lang="zh-CN"' in framed(b'<html lang="en"><head></head><div id="root"></div>', "zh-CN")
    for path in ("/picture/nirgends.png", "/_stcore/health"):
        try:
            with urllib.request.urlopen(
                urllib.request.Request(server + path, headers=asked.headers)
            ) as other:
                content = other.read()
        except urllib.error.HTTPError as refused:
            content = refused.read()
        assert b".bar {" not in content


ENGLISH = """() => {
  const found = [], told = (text) => /[A-Za-z]{3,}/.test(text.replace(/\\b[A-Z]+\\b/g, "")) && !/[\\u4e00-\\u9fff]/.test(text);
  for (const one of document.querySelectorAll("body *")) {
    if (one.closest("svg, style, script, noscript, [lang=en], [data-testid=stIconMaterial], [translate=no]")) continue;
    for (const name of ["aria-label", "title", "placeholder"]) if (told(one.getAttribute(name) || "")) found.push(one.getAttribute(name));
    for (const node of one.childNodes) if (node.nodeType === Node.TEXT_NODE && told(node.data)) found.push(node.data.trim());
  }
  return found;
}"""
"""What a Chinese page says without a Chinese character, outside figures: of three letters or more, but for names in capitals."""


TOLD = """async texts => {
  const place = Object.assign(document.createElement("div"), { ariaLive: "polite" });
  document.body.append(place);
  for (const one of texts) place.append(Object.assign(document.createElement("p"), { textContent: one }));
  await new Promise(done => setTimeout(done, 0));
  place.remove();
  return [...place.children].map(one => one.textContent);
}"""
"""What becomes of these sentences where Streamlit tells something."""
SAID = {
    "12 options available.": "有12个选项。",
    "Connection failed with status 502, and response:": "看板服务器未能应答（状态502），所得回复：",
    "Streamlit server is not responding. Are you connected to the internet?": "看板服务器没有应答，请检查网络连接，或联系管理员。",
    "Cannot connect to Streamlit (HTTP status: 403).\n\nIf you are trying to access a Streamlit app running on another server, this could be due to the app's ": "看板服务器拒绝了连接（403）。经另一台服务器访问的，请检查其",
    "A sentence of nobody's": "A sentence of nobody's",
}


@every(pages=("overview",), widths=(1366,))
def test_sentences_with_something_in_them_are_said_in_chinese(visit: Visit) -> None:
    assert visit.page.evaluate(TOLD, list(SAID)) == list(SAID.values())


def test_what_names_streamlit_or_the_internet_is_said_in_our_words_on_english_pages(
    server: str, page: Page
) -> None:
    held = beside("industry.wording.words", "streamlit.yaml").values()
    named = {
        one["en"]: one.get("plain")
        for one in held
        if re.search("streamlit|internet", one["en"], re.IGNORECASE)
    }
    assert len(named) > 4 and all(named.values())
    assert not [one for one in named.values() if re.search("streamlit|internet", str(one), re.IGNORECASE)]
    page.goto(f"{server}/?lang=en")
    other = "12 options available."
    assert page.evaluate(TOLD, [*named, other]) == [*named.values(), other]


@every(widths=(1366,))
def test_a_chinese_page_says_nothing_in_english(visit: Visit) -> None:
    assert visit.page.evaluate(ENGLISH) == []


def test_a_box_that_is_open_says_nothing_in_english(server: str, page: Page) -> None:
    page.goto(f"{server}/data")
    page.get_by_test_id("stSelectbox").get_by_role("combobox").first.click()
    expect(page.get_by_text(re.compile("有[0-9]+个选项")).first).to_be_attached()
    assert page.evaluate(ENGLISH) == []


def test_what_streamlit_says_in_english_it_still_says() -> None:
    """Its next version may say something else, which would then stay English."""
    scripts = Path(streamlit.__file__).parent.glob("static/static/js/*.js")
    held = "".join(one.read_text("utf-8") for one in scripts)
    pieces = {piece for _, english in words("streamlit").values() for piece in english.split("{}")}
    unheld = {one for one in pieces if one not in held}
    assert unheld <= {" options available.", " option available."}  # put together there, seen above


@pytest.mark.parametrize("accept", [{"Accept": "*/*"}, {"Accept": "application/xhtml+xml"}, {}])
def test_whatever_asks_for_a_page_gets_it_framed(server: str, accept: dict[str, str]) -> None:
    asked = urllib.request.Request(f"{server}/trends", headers=accept | {"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        document = answer.read().decode("utf-8")
    assert '<html lang="zh-CN"' in document and "You need" not in document and "const EARLY" in document


def test_a_title_is_no_markup_in_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "".join(hostile.MARKS.values())
    monkeypatch.setattr("ui.frame.head._title", lambda _: title)
    assert fromstring(framed(INDEX.read_bytes(), "en")).findtext(".//title") == title


@pytest.mark.parametrize("path", ["/trends", "/?lang=en", "/present/briefing"])
def test_what_is_asked_for_by_its_head_alone_is_as_long(server: str, path: str) -> None:
    lengths = []
    for method in ("GET", "HEAD"):
        with urllib.request.urlopen(urllib.request.Request(f"{server}{path}", method=method)) as answer:
            lengths.append(answer.headers["Content-Length"])
            assert bool(answer.read()) == (method == "GET")
    assert lengths[0] == lengths[1] and int(lengths[0]) > 10_000


@pytest.mark.parametrize("accept", ["*/*", "text/html"])
@pytest.mark.parametrize(
    "path",
    ["/static/none.js", "/a/static/x.js", "/region/jiangxi", "/rows.xml", "/favicon.png", f"/static/{ASSET}"],
)
def test_by_its_head_alone_it_is_learnt_what_there_is(server: str, path: str, accept: str) -> None:
    told = []
    for method in ("GET", "HEAD"):
        with closing(http.client.HTTPConnection(urlsplit(server).netloc)) as asked:
            asked.request(method, path, headers={"Accept": accept})
            answer = asked.getresponse()
            told.append(
                (answer.status, [answer.headers[one] for one in ("Content-Type", "Content-Length", "ETag")])
            )
            assert bool(answer.read()) == (method == "GET")
    assert told[0] == told[1]
    assert told[0][0] == (200 if path in ("/favicon.png", f"/static/{ASSET}") else 404)


def test_the_document_before_the_page() -> None:
    told = {language: framed(INDEX.read_bytes(), language).decode() for language in ("zh-CN", "en")}
    for language, document in told.items():
        assert f'<html lang="{language}"' in document
        assert "service-desc" not in document and "<title>Streamlit</title>" not in document
    assert (
        f"<title>{site().title('zh')}</title>" in told["zh-CN"]
        and f"<title>{site().title('en')}</title>" in told["en"]
    )
    assert (
        "浏览器" in told["zh-CN"].partition("<noscript>")[2]
        and "scripts" in told["en"].partition("<noscript>")[2]
    )
