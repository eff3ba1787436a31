"""A server below a path of an address that many share, whose every text does its worst: each of its addresses works, every
answer forbids what it must, and a browser makes no link of a text, draws no picture and asks no other machine."""

from __future__ import annotations

import http.client
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from tests import patience
from tests.browsers import eventually
from tests.conftest import world
from tests.servers import HOST, serving
from tests.ui.test_texts_of_tables import nothing_made, worst_of_few
from tests.ui.visits import PAGES, Visit, every, path, ready, settled
from ui import ROOT
from ui.address import ROW
from ui.site import site

BASE = "/industry/board"
LINKS = """() => {
  const found = new Set(), all = (root) => root.querySelectorAll("*").forEach((one) => {
    for (const name of ["href", "src", "action", "data-search", "data-bare"]) if (one.getAttribute(name)) found.add(one.getAttribute(name));
    if (one.shadowRoot) all(one.shadowRoot);
  });
  all(document);
  return [...found];
}"""
"""Whatever a page and its components may ask for."""

FORBIDS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}
"""What every answer says, written here once more: whoever allows more says so twice."""
ATTEMPT = "script-src wasm-eval"
"""Streamlit's reader of messages has a quicker way with long numbers, tries it, and goes on without."""


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """With a figure of each kind: what others ask for differs by their names alone. Every text does its worst."""
    told = {"STREAMLIT_SERVER_BASE_URL_PATH": BASE.strip("/")}
    folder = tmp_path_factory.mktemp("below")
    worst = worst_of_few(tmp_path_factory.mktemp("worst"))
    config = yaml.safe_load((worst / "config.yaml").read_text("utf-8"))
    del config["decks"][0]["figures"][:-1]  # files of a deck are made for their addresses alone
    (worst / "config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    with serving(ROOT, folder / "log", worst, environment=told, base=BASE) as address:
        yield address


def asked(address: str, headers: dict[str, str] | None = None) -> tuple[int, Message]:
    """The status and the headers of an answer."""
    try:
        with urllib.request.urlopen(
            urllib.request.Request(address, headers=headers or {}), timeout=patience.SECONDS
        ) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def each(page: Page, below: str) -> Iterator[None]:
    """Go to every page and to a card, the first by the first address that the server is asked for; most by their links."""
    names = page.locator(".bar-pages a")
    page.goto(f"{below}/{path(PAGES[1])}")
    ready(page)
    expect(page).to_have_title(re.compile(re.escape(site().pages[1].title("zh"))))
    expect(names.nth(1)).to_have_attribute("aria-current", "page")
    assert urlsplit(page.url).path == f"{BASE}/{PAGES[1]}"
    settled(page)
    yield
    for one in (*PAGES[2:], PAGES[0]):
        if one == "data":  # a thousand rows of such texts tell no more
            page.goto(f"{below}/data?region=jian")
        else:
            names.nth(PAGES.index(one)).click()
            expect(names.nth(PAGES.index(one))).to_have_attribute("aria-current", "page")
        settled(page)
        yield
    page.goto(f"{below}/proof?{urlencode({ROW: world().findings[0].rows[0].id})}")
    expect(page.get_by_role("dialog").locator("button[data-row]").first).to_be_visible()
    settled(page)
    yield


def test_every_address_lies_below_the_path_and_nothing_is_made_of_a_text(below: str, page: Page) -> None:
    asked_for: set[str] = set()
    links: set[str] = set()
    root = below.removesuffix(BASE)
    refused: list[str] = []
    page.on("request", lambda one: asked_for.add(one.url))
    page.on("response", lambda one: refused.append(one.url) if one.status >= 400 else None)
    for _ in each(page, below):
        here = {urljoin(page.url, link) for link in page.evaluate(LINKS)}
        links |= {link.partition("#")[0] for link in here if link.startswith(root)}
        nothing_made(page)
    assert refused == [], "the page knows where its server is"
    assert [one for one in asked_for if one.startswith("http") and urlsplit(one).hostname != HOST] == []
    outside = {one for one in asked_for if one.startswith(root)}
    assert len(links) > 40
    assert [one for one in (links | outside) if not urlsplit(one).path.startswith(f"{BASE}/")] == []
    kinds = {
        urlsplit(one).path.rpartition("/")[0] + one.partition("?")[0].rpartition(".")[2][:4]: one
        for one in links
    }
    assert {one: asked(one)[0] for one in kinds.values() if asked(one)[0] != 200} == {}


def test_nothing_of_ours_is_answered_outside_the_path(below: str) -> None:
    root = below.removesuffix(BASE)
    for one in ("/rows.csv", "/picture/gap.png", "/deck/briefing.pptx", "/search?q=1"):
        assert asked(root + one)[1].get_content_type() not in ("text/csv", "image/png", "application/json"), (
            one
        )
        assert asked(root + one)[0] == 404, one


@pytest.mark.parametrize(
    "address", [f"{BASE}x", f"{BASE}2/compare", "/x/", "/compare/", "/compare%20", f"/%20x{BASE}/compare"]
)
def test_no_address_outside_the_path_is_led_into_it(below: str, address: str) -> None:
    status, headers = asked(below.removesuffix(BASE) + address, {"Accept": "text/html"})
    assert status == 404 and "location" not in headers


@pytest.mark.parametrize("address", [f"/%20{BASE[1:]}/compare", f"//{BASE[1:]}/compare/"])
def test_blanks_and_slashes_before_the_path_are_taken_away(below: str, address: str) -> None:
    request = urllib.request.Request(below.removesuffix(BASE) + address, headers={"Accept": "text/html"})
    with urllib.request.urlopen(request, timeout=patience.SECONDS) as answer:
        assert (answer.status, answer.url) == (200, f"{below}/compare")


@pytest.mark.parametrize(
    "address",
    ["/", "/compare", "/rows.csv", "/picture/none.png", "/deck/none.pptx", "/present/none", "/_stcore/health",
     "/static/none.js", "/_stcore/stream", "/search?q=GDP"],
)  # fmt: skip
def test_every_answer_forbids_what_it_must(below: str, address: str) -> None:
    told = asked(below + address)[1]
    assert {name: told.get_all(name) for name in FORBIDS} == {
        name: [value] for name, value in FORBIDS.items()
    }


def test_a_web_socket_that_is_refused_is_told_what_every_answer_tells(below: str) -> None:
    asks = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    asks |= {"Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ==", "Origin": "http://elsewhere.example"}
    there = urlsplit(below)
    with closing(http.client.HTTPConnection(there.netloc, timeout=patience.SECONDS)) as one:
        one.request("GET", f"{there.path}/_stcore/stream", headers=asks)
        answer = one.getresponse()
        assert answer.status == 403
        assert {name: answer.headers.get_all(name) for name in FORBIDS} == {
            name: [value] for name, value in FORBIDS.items()
        }


class _Framing(BaseHTTPRequestHandler):
    """A page that shows inside itself the address that stands behind its own ``?``."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe src="{self.path.partition("?")[2]}"></iframe>'.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a page of another site that shows ours inside itself."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Framing) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/?"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("address", ["/", "/present/chosen?slide=coverage", "/_stcore/health"])
def test_a_browser_shows_nothing_of_ours_inside_a_page_of_another_site(
    below: str, elsewhere: str, window: BrowserContext, address: str
) -> None:
    """Within a page of our own it does."""
    with closing(window.new_page()) as ours, closing(window.new_page()) as theirs:
        ours.goto(f"{below}/_stcore/health")
        ours.evaluate(
            "at => document.body.append(Object.assign(document.createElement('iframe'), {src: at}))",
            below + address,
        )
        eventually(ours, lambda: ours.frames[-1].url == below + address)
        theirs.goto(elsewhere + below + address)
        eventually(theirs, lambda: theirs.frames[-1].url not in ("", "about:blank"))
        assert theirs.frames[-1].url == "chrome-error://chromewebdata/"


@pytest.mark.parametrize(
    "address",
    ["/region/jiangxi", "/compare/x/y?lang=en", "/static/none.js", "/rows.xml", "/%E6%97%A0.php"]
    + ["/%ff", "/compare%FF?lang=en", "/%E5%AF%B9%E6", "/100%", "/100%2?lang=en", "/overview."],
)
def test_an_address_that_no_page_can_have_is_refused_in_a_sentence(below: str, address: str) -> None:
    """Streamlit gives its document for each, which finds none of its files there and stays white, as it does where the browser can't
    read the address."""
    asked_for = urllib.request.Request(below + address, headers={"Accept": "text/html"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked_for, timeout=patience.SECONDS)
    told = refused.value.read().decode()
    assert refused.value.code == 404
    assert ("There is no" if "lang=en" in address else "没有") in told and "<script" not in told


_LEFT = ("%20", "%09", "%0A", "%C2%A0", "%E3%80%80", "%20/", "/%20", "/")
"""What letters, Word and proxies leave at an address's ends."""


@pytest.mark.parametrize(
    ("address", "meant"),
    [(f"/compare{one}?lang=en", "/compare?lang=en") for one in _LEFT]
    + [
        (f"{one if one.startswith('/') else '/' + one}compare?lang=en", "/compare?lang=en")
        for one in _LEFT
        if one not in ("%20/", "%0A")
    ]
    + [
        ("/%20compare%20", "/compare"),
        ("/%20", "/"),
        ("//", "/"),
        ("/%20/%20?year=2021", "/?year=2021"),
        ("//nowhere", "/nowhere"),
    ],
)
def test_blanks_and_slashes_at_an_address_s_ends_are_taken_away(below: str, address: str, meant: str) -> None:
    """With them it is no page's."""
    asked_for = urllib.request.Request(below + address, headers={"Accept": "text/html"})
    with urllib.request.urlopen(asked_for, timeout=patience.SECONDS) as answer:
        found = answer.url.removeprefix(below)
        assert answer.status == 200 and b'<div id="root">' in answer.read()
    assert found.replace("/?", "?").rstrip("/") == meant.replace("/?", "?").rstrip("/")


@pytest.mark.parametrize("left", _LEFT)
@pytest.mark.parametrize(
    "meant", ["/present/briefing", "/picture/growth_q1.svg", "/rows.csv", "/favicon.png"]
)
def test_nor_is_it_any_other_answer_s(below: str, meant: str, left: str) -> None:
    with urllib.request.urlopen(f"{below}{meant}{left}?lang=en", timeout=patience.SECONDS) as answer:
        assert (answer.status, answer.url) == (200, f"{below}{meant}?lang=en")


@pytest.mark.parametrize(
    "path",
    ["nowhere", "overview", "_overview", "100%25", "a%23b"],
)
def test_a_page_that_is_not_there_is_told_and_the_first_one_s_name_leads_home(
    below: str, page: Page, path: str
) -> None:
    """Streamlit's own word for it is a dialogue in English."""
    page.goto(f"{below}/{path}")
    if path == site().home:
        expect(page.locator(".bar-pages a").first).to_have_attribute("aria-current", "page")
    else:
        expect(page.get_by_text(re.compile("没有.+这个页面", re.DOTALL))).to_be_visible()
    ready(page)
    assert page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("address", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_tells_of_the_server_is_for_this_machine_alone(below: str, address: str) -> None:
    assert asked(below + address)[0] == 200
    for name, value in (("X-Forwarded-For", "10.0.0.7"), ("Host", "board.office")):
        assert asked(below + address, {name: value})[0] == 404


@every(widths=(1366,))
def test_no_page_asks_for_what_is_forbidden(visit: Visit) -> None:
    assert set(visit.page.evaluate("window.forbidden")) <= {ATTEMPT}
