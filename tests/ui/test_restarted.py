"""A server that ends while its pages are open, and the one that comes in its place: the first click there counts like any other;
and one that a page never comes to hear."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import patience
from tests.servers import serving
from tests.ui.visits import arrived, drawn, ready
from ui import ROOT


def opens_a_number(page: Page) -> None:
    page.locator(".stBidiComponent button[data-row]").nth(1).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def chooses(page: Page) -> None:
    page.get_by_role("radio", name="较上期变动").click(force=True)
    arrived(page, lambda url: "mode=benchmark_change" in url)


@pytest.mark.parametrize("does", [opens_a_number, chooses])
def test_the_first_click_after_another_server_has_come_is_heard(
    page: Page, tmp_path: Path, does: Callable[[Page], None]
) -> None:
    with serving(ROOT, tmp_path / "first") as address:
        page.goto(address)
        ready(page)
    with (
        page.expect_websocket(timeout=patience.SECONDS * 1000) as came,
        serving(ROOT, tmp_path / "second", port=urlsplit(address).port or 0) as again,
    ):
        assert again == address
        came.value.wait_for_event("framereceived")  # the page has asked the server that doesn't know it
        drawn(page)
        does(page)


@contextmanager
def careless(server: str) -> Iterator[str]:
    """The address of a proxy before a server that tells it another Host where a page asks for a web socket."""
    there = urlsplit(server)

    class Passing(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked = self.request.recv(1 << 16)
            if b"upgrade: websocket" in asked.lower():
                asked = asked.replace(f"Host: {here}".encode(), b"Host: elsewhere.office")
            with socket.create_connection((there.hostname, there.port), patience.SECONDS) as beyond:
                beyond.sendall(asked.replace(b"Connection: keep-alive", b"Connection: close"))
                while answer := beyond.recv(1 << 16):
                    self.request.sendall(answer)

    class Proxy(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Proxy(("127.0.0.1", 0), Passing) as proxy:
        here = f"127.0.0.1:{proxy.server_address[1]}"
        thread = threading.Thread(target=proxy.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://{here}"
        proxy.shutdown()
        thread.join()


@pytest.mark.parametrize(("language", "said"), [("zh", "连不上看板服务器"), ("en", "server doesn't answer")])
def test_a_page_that_the_server_never_hears_says_so(
    page: Page, tmp_path: Path, language: str, said: str
) -> None:
    """Streamlit tries again and again, and shows nothing as long as the server answers whether it is well."""
    with serving(ROOT, tmp_path / "log") as address, careless(address) as proxy:
        page.goto(f"{proxy}/compare?lang={language}")
        expect(page.get_by_role("alert").get_by_text(said)).to_be_visible()
        page.goto(f"{address}/compare?lang={language}")
        ready(page)
        expect(page.get_by_text(said)).to_have_count(0)
