"""A server that may write answers this machine alone, asked by its own names and by its own pages; without being told to it has
nothing of what writes."""

from __future__ import annotations

import ast
import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Scope
from streamlit.testing.v1 import AppTest

from tests import patience
from tests.servers import serving
from tests.ui.test_origin import HANDSHAKE
from ui import ROOT, mode
from ui.guards.own_machine import own

OWN_HOSTS = ("localhost:8502", "127.0.0.1:8502", "[::1]:8502", "LOCALHOST", "localhost")
FOREIGN_HOSTS = (
    "dashboard.office:8502", "localhost.elsewhere.example", "127.0.0.1.nip.io:8502", "127.0.0.2", "0.0.0.0:8502", "[::2]:8502",
    "localhost:8502@elsewhere.example", "elsewhere.example:80#localhost", "localhost:x", "",
)  # fmt: skip


def asked(
    peer: str | None = "127.0.0.1",
    hosts: tuple[str, ...] = ("localhost:8502",),
    kind: str = "http",
    **headers: str,
) -> Scope:
    told = [(b"host", one.encode()) for one in hosts]
    told += [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return {
        "type": kind,
        "client": (peer, 50000) if peer else None,
        "headers": told,
        "path": "/",
        "query_string": b"",
    }


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("host", OWN_HOSTS)
@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_this_machine_by_its_own_names(kind: str, host: str, peer: str) -> None:
    assert own(asked(peer, (host,), kind))
    assert own(asked(peer, (host,), kind, origin=f"http://{host.lower()}"))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_name(kind: str, host: str) -> None:
    assert not own(asked(hosts=(host,), kind=kind))


@pytest.mark.parametrize(
    "peer", ["10.1.2.3", "192.168.1.7", "::2", "::ffff:10.1.2.3", "localhost.", "", None]
)
def test_a_foreign_peer(peer: str | None) -> None:
    assert not own(asked(peer))


@pytest.mark.parametrize(
    "origin",
    [
        "http://elsewhere.example",
        "null",
        "http://localhost:3000",
        "http://localhost",
        "http://127.0.0.1:8502",
        "file://localhost:8502",
    ],
)
def test_a_page_that_is_not_ours(origin: str) -> None:
    assert not own(asked(origin=origin))


@pytest.mark.parametrize("header", ["forwarded", "x_forwarded_for", "x_forwarded_host", "x_real_ip"])
def test_what_a_proxy_hands_on(header: str) -> None:
    assert not own(asked(**{header: "10.1.2.3"}))


def test_no_name_and_two() -> None:
    assert not own(asked(hosts=()))
    assert not own(asked(hosts=("localhost:8502", "localhost:8502")))
    for other in (b"http://elsewhere.example", b"http://localhost:8502"):
        twice = asked(origin="http://localhost:8502")
        assert own(twice)
        twice["headers"].append((b"origin", other))
        assert not own(twice)


class Asked:
    def __init__(self, address: str) -> None:
        self.port = urlsplit(address).port or 0

    def status(
        self, method: str, path: str, headers: dict[str, str], to: str = "localhost", body: bytes = b""
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection(to, self.port, timeout=patience.SECONDS)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, "" if answer.status == 101 else answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """A server that is told to write and to listen everywhere: it refuses both."""
    told = {"CURATE": "1", "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
    with serving(ROOT, tmp_path_factory.mktemp("everywhere") / "log", environment=told) as address:
        yield Asked(address)


def test_the_server_refuses_others_before_anything_is_read(everywhere: Asked) -> None:
    foreign = {"Host": f"elsewhere.example:{everywhere.port}"}
    for method, path in (
        ("GET", "/"),
        ("GET", "/curate"),
        ("POST", "/curate/file?name=a.csv"),
    ):
        status, told = everywhere.status(method, path, foreign)
        assert status == 403 and "只能在启动它的这台电脑上使用" in told, path
    assert "answers only on the computer" in everywhere.status("GET", "/?lang=en", foreign)[1]
    assert everywhere.status("GET", "/_stcore/stream", HANDSHAKE | foreign)[0] == 403
    here = {"Host": f"localhost:{everywhere.port}"}
    assert everywhere.status("GET", "/_stcore/stream", HANDSHAKE | here)[0] == 101
    for address in _addresses():
        assert everywhere.status("GET", "/", here, address)[0] == 403


def _addresses() -> list[str]:
    """The addresses by which other machines reach this one. (To connect a datagram socket sends nothing.)"""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        try:
            one.connect(("192.0.2.1", 9))
        except OSError:  # no network at all
            return []
        found: str = one.getsockname()[0]
    return [] if mode.own_machine(found) else [found]


def test_no_page_of_another_site_shows_it_inside_itself(everywhere: Asked) -> None:
    connection = http.client.HTTPConnection("localhost", everywhere.port, timeout=patience.SECONDS)
    connection.request("GET", "/curate", headers={"Accept": "text/html"})
    assert connection.getresponse().headers["X-Frame-Options"] == "SAMEORIGIN"
    connection.close()


def test_a_server_that_listens_everywhere_takes_no_file(everywhere: Asked) -> None:
    status, told = everywhere.status(
        "POST", "/curate/file?name=a.csv", {"Host": f"localhost:{everywhere.port}"}, body=b"a,b\n1,2\n"
    )
    assert status == 200 and '"refused"' in told and '"work"' not in told


@pytest.mark.parametrize(("address", "may"), [("localhost", True), ("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("10.1.2.3", False), (None, False)])  # fmt: skip
def test_where_it_may_write(monkeypatch: pytest.MonkeyPatch, address: str | None, may: bool) -> None:
    monkeypatch.setattr(mode.st, "get_option", {"server.address": address}.get)
    monkeypatch.setenv("CURATE", "1")
    assert mode.may_write() == may
    for told in ("", "0", "yes"):
        monkeypatch.setenv("CURATE", told)
        assert not mode.may_write()


def test_a_server_that_is_not_told_to_has_no_such_page(server: str) -> None:
    for path, method in (("/curate/file?name=a.csv", "POST"), ("/curate/template/jiangxi.xlsx", "GET")):
        status, told = Asked(server).status(method, path, {}, body=b"a,b\n")
        assert status in (404, 405) or '<div id="root">' in told, (path, status)


def test_the_page_is_not_there_unless_the_server_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CURATE", raising=False)
    app = (
        AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
        .switch_page(str(ROOT / mode.SCRIPT))
        .run()
    )
    assert not app.exception
    assert not any("资料维护" in str(one.value) for one in app.markdown)


WITHOUT = f"""
import sys, runpy
import streamlit as st
from streamlit.testing.v1 import AppTest
import dashboard
for script in sys.argv[1:]:
    AppTest.from_file("ui/shell.py", default_timeout={patience.SECONDS}).switch_page(script).run()
print([one for one in sys.modules if one.startswith(("industry.curation.adopting", "ui.curating", "ui.serving.bench"))])
"""


def test_without_it_nothing_that_writes_is_ever_imported(tmp_path: Path) -> None:
    told = {name: text for name, text in os.environ.items() if name != "CURATE"}
    pages = [str(ROOT / "pages" / one) for one in ("overview.py", "data.py")]
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, *pages],
        check=False,
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        timeout=2 * patience.SECONDS,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip().endswith("[]"), ran.stdout


def test_one_module_alone_has_anything_written() -> None:
    writers = {"industry.curation.adopting", "industry.curation.writing", "industry.curation.history"}
    found = {}
    for path in (*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"):
        names = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom):
                names |= {f"{node.module}.{one.name}" for one in node.names} | {str(node.module)}
        if used := {one for one in names if any(one.startswith(each) for each in writers)}:
            found[path.relative_to(ROOT).as_posix()] = used
    assert set(found) == {"ui/curating/writing.py"}, found
    assert "industry.curation.adopting" in found["ui/curating/writing.py"]
