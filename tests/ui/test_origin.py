"""A web socket of another site is refused at once, and nobody outside is asked about it."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit as st

from tests.servers import serving
from ui import ROOT
from ui.guards.origin import ours

# Within the server: whatever machine it looks up or calls besides this one is noted, and never answers.
# (To connect a datagram socket sends nothing.)
CLOSED_NETWORK = """
import os, socket, sys, time

def asked(event, arguments):
    if event == "socket.getaddrinfo":
        machine = arguments[0]
    elif event == "socket.connect" and arguments[0].type & socket.SOCK_STREAM or event == "socket.sendto":
        machine = arguments[1][0] if isinstance(arguments[1], tuple) else None
    else:
        return
    if machine not in (None, "localhost", b"localhost", "127.0.0.1", "::1"):
        print(event, machine, file=note, flush=True)
        time.sleep(60)

note = open(os.environ["ASKED"], "a")
sys.addaudithook(asked)
"""
CONFIGURED = "http://portal.office:8080"
FOREIGN = ("http://elsewhere.example", "https://10.1.2.3:8501", "null")
HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ==",
}


class Server:
    """The dashboard on a network that swallows everything."""

    def __init__(self, address: str, note: Path) -> None:
        self.port = urlsplit(address).port
        self._address, self._note = urlsplit(address).netloc, note

    def asked(self) -> str:
        """Whom it tried to reach."""
        return self._note.read_text("utf-8")

    def status(self, method: str, path: str, headers: dict[str, str]) -> int:
        connection = http.client.HTTPConnection(self._address, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def handshake(self, host: str, origin: str | None, forwarded: str | None = None) -> int:
        said = {"Host": host, "Origin": origin, "X-Forwarded-Host": forwarded}
        headers = HANDSHAKE | {name: value for name, value in said.items() if value is not None}
        return self.status("GET", "/_stcore/stream", headers)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("closed")
    (folder / "sitecustomize.py").write_text(CLOSED_NETWORK, "utf-8")
    environment = {
        "PYTHONPATH": str(folder),
        "ASKED": str(folder / "asked"),
        "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": CONFIGURED,
    }
    with serving(ROOT, folder / "log", environment=environment) as address:
        yield Server(address, folder / "asked")


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_origin_is_refused_and_keeps_nobody_waiting(server: Server, origin: str) -> None:
    with ThreadPoolExecutor() as pool:
        start = time.monotonic()
        forwarded = origin.rpartition("/")[2]  # does not count
        refused = pool.submit(server.handshake, f"localhost:{server.port}", origin, forwarded)
        assert server.status("GET", "/_stcore/health", {}) == 200
        assert refused.result() == 403
        assert time.monotonic() - start < 1
    assert server.asked() == ""


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://localhost:{port}", "localhost:{port}"),
        ("http://127.0.0.1:{port}", "127.0.0.1:{port}"),
        ("http://[::1]:{port}", "[::1]:{port}"),
        ("https://dashboard.office", "dashboard.office"),
        ("https://dashboard.office:8443", "dashboard.office"),  # nginx: proxy_set_header Host $host
        ("http://dashboard.office", "Dashboard.office:80"),
        ("http://localhost:3000", "dashboard.office"),  # browser.serverAddress
        (CONFIGURED, "dashboard.office"),
        (None, "dashboard.office"),  # no browser
    ],
)
def test_an_origin_of_ours_is_let_through(server: Server, origin: str | None, host: str) -> None:
    said = origin and origin.format(port=server.port)
    assert server.handshake(host.format(port=server.port), said) == 101
    assert server.asked() == ""


def test_streamlit_s_own_uploads_are_kept_from_nobody(server: Server) -> None:
    headers = {"Content-Length": "0"}
    for origin in (*FOREIGN, f"http://localhost:{server.port}"):
        for path in ("/_stcore/upload_file/session/file", "/_stcore/%75pload_file/session/file"):
            assert server.status("PUT", path, headers | {"Origin": origin}) == 404
    assert server.asked() == ""


@pytest.mark.parametrize(
    ("origins", "hosts"),
    [
        (["http://dashboard.office.example"], ["dashboard.office"]),
        (["http://office"], ["dashboard.office"]),
        (["http://dashboard.office@elsewhere.example"], ["dashboard.office"]),
        (["http://dashboard.office/"], ["dashboard.office"]),  # no origin has a path
        (["dashboard.office"], ["dashboard.office"]),
        (["file://dashboard.office"], ["dashboard.office"]),
        (["null"], ["null"]),
        (["http://[....]"], ["[....]"]),  # no address, at which Streamlit would stumble
        (["http://[:::::]"], ["[:::::]"]),
        ([""], [""]),
        (["http://"], [""]),
        (["http://dashboard.office"], []),
        (["http://dashboard.office"], ["dashboard.office", "elsewhere.example"]),
        (["http://elsewhere.example", "http://dashboard.office"], ["dashboard.office"]),
        (["http://elsewhere.example, http://dashboard.office"], ["dashboard.office"]),
        (["http://dashboard.office"], ["dashboard.office/elsewhere"]),
        (["http://dashboard.office"], ["elsewhere@dashboard.office"]),
        (["http://[::1]"], ["[::2]"]),
        (["http://127.0.0.1"], ["localhost"]),
    ],
)
def test_what_is_nobody_s(origins: list[str], hosts: list[str]) -> None:
    assert not ours(origins, hosts)


def test_a_name_that_the_configuration_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {
        "browser.serverAddress": "Dashboard.office",
        "server.corsAllowedOrigins": ["https://portal.office/ "],
    }
    monkeypatch.setattr(st, "get_option", told.__getitem__)
    for origin in ("https://dashboard.office", "http://portal.office:81"):
        assert ours([origin], ["127.0.0.1:8501"])
    assert not ours(["http://localhost"], ["127.0.0.1:8501"])
