"""What docs/deploying says works as written: nginx with a login, TLS and a path before two replicas, of which one dies."""

from __future__ import annotations

import http.client
import re
import shlex
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import chain
from pathlib import Path

import pytest
import streamlit
from streamlit import config

from benchmarks import replicas
from tests.counted import Survived
from tests.loops import apart
from ui import ROOT, ending
from ui.guards import connections
from ui.serving import routes

DEPLOYING = ROOT / "docs" / "deploying"
OPTION = re.compile(r"--([a-z]+\.[A-Za-z]+)")


def test_every_option_that_is_named_there_is() -> None:
    told = [one.read_text("utf-8") for one in (*DEPLOYING.iterdir(), ROOT / "docs" / "deploying.md")]
    named = {option for text in told for option in OPTION.findall(text)}
    assert {"server.port", "server.address", "server.baseUrlPath"} <= named
    assert named <= set(config.get_config_options())


def test_a_container_takes_nothing_that_git_leaves_out() -> None:
    """Exports, secrets and proposed rows of whoever builds it would go with it. Here a pattern is of the whole path."""
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for pattern in (ROOT / ".gitignore").read_text("utf-8").split():
        path = pattern.strip("/")
        anywhere = "/" not in pattern.rstrip("/")
        assert path in ignored if not anywhere else {path, f"**/{path}"} & set(ignored), pattern


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_git_leaves_out_what_the_commands_that_are_named_write(readme: str) -> None:
    told = (ROOT / readme).read_text("utf-8")
    places = {f"{one}/" for one in re.findall(r"--(?:out|site) ([^\s.`]+)(?=[\s`])", told)}
    files = {
        f"{one}.{kind}"
        for one in ("文稿-核稿", "draft-已更新", "one")
        for kind in ("docx", "pptx", "pdf", "xlsx")
    }
    assert places
    patterns = [one.strip("/") for one in (ROOT / ".gitignore").read_text("utf-8").split()]
    left = {one for one in places | files if not any(fnmatch(one.strip("/"), each) for each in patterns)}
    assert left == set()


def test_the_unit_and_nginx_mean_the_same_replicas() -> None:
    unit, nginx = (DEPLOYING / name for name in ("board@.service", "nginx.conf"))
    started = next(one for one in unit.read_text("utf-8").splitlines() if one.startswith("ExecStart="))
    words = shlex.split(started)
    base = words[words.index("--server.baseUrlPath") + 1]
    assert f"location /{base}/ {{" in nginx.read_text("utf-8")
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", nginx.read_text("utf-8"))
    assert f"board@{ports[0]} board@{ports[1]}" in unit.read_text("utf-8")


def test_the_configuration_is_tried_as_it_is(tmp_path: Path) -> None:
    text = replicas.CONFIGURATION.read_text("utf-8")
    made = replicas.configured(
        text, tmp_path, [f"http://localhost:{port}/industry" for port in (7001, 7002)], 7003, 7004
    )
    kept = [line.strip() for line in text.splitlines() if "proxy_" in line]
    assert len(kept) > 8 and all(line in made for line in kept)
    assert "127.0.0.1:7001 max" in made and "127.0.0.1:7002 max" in made
    assert not re.search(r"listen (80|443)|board\.office|/etc/nginx", made)


def test_no_viewer_sees_a_replica_die(survived: Survived) -> None:
    if replicas.find() is None:
        pytest.skip(
            "nginx is not on this machine; `apt-get install nginx` brings it, docs/deploying.md what it is for"
        )
    seen = apart(replicas.tried, 3, 0.5, 8.0)
    assert seen.failed == [] and seen.pages >= 3
    survived("a replica dies behind nginx", 1)


def test_what_takes_long_may_be_silent_for_longer() -> None:
    text = replicas.CONFIGURATION.read_text("utf-8")
    long = re.compile(re.findall(r"location ~ (\S+) \{", text)[0])
    for one in routes.ROUTES:
        assert long.search(f"{replicas.BASE}{one.path}"), one.path
    for path in ("/", "/region", "/_stcore/health", "/_stcore/stream", "/static/js/index.js", "/drafts"):
        assert not long.search(f"{replicas.BASE}{path}"), path


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"answered")

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _answering(port: int = 0) -> Iterator[int]:
    """A replica that answers; gives its port."""
    server = HTTPServer(("127.0.0.1", port), _Answering)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def _behind(place: Path, *ports: int, shortened: int = 1) -> Iterator[str]:
    """The address of nginx before replicas at these ports, its times as written or a part of them."""
    program = replicas.find()
    if program is None:
        pytest.skip("nginx is not on this machine; `apt-get install nginx` brings it")

    def part(found: re.Match[str]) -> str:
        milliseconds = int(found[2]) * {"s": 1000, "m": 60_000}[found[3]] // shortened
        return f"{found[1]}{milliseconds // 1000}s" if "fail" in found[1] else f"{found[1]}{milliseconds}ms"

    text = replicas.CONFIGURATION.read_text("utf-8")
    text = re.sub(r"(proxy_read_timeout |fail_timeout=)(\d+)([sm])", part, text)
    place.chmod(0o755)
    both = [f"http://127.0.0.1:{port}{replicas.BASE}" for port in ports]
    with replicas.in_front(program, place, text, both) as here:
        yield here


@contextmanager
def _silent() -> Iterator[int]:
    """A stopped process takes connections, as its kernel does, and is silent; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield silent.getsockname()[1]


def _asked(here: str, path: str, body: bytes | None = None) -> bytes:
    return replicas.answered(replicas.asked(here, path, body))


HANGS = (("/_stcore/health", None), ("/picture/a.png", None), ("/draft/check", b"text"))


@pytest.mark.parametrize(("path", "body"), HANGS)
def test_a_replica_that_hangs_is_taken_out(
    tmp_path: Path, path: str, body: bytes | None, survived: Survived
) -> None:
    """A request that was sent to it is sent to the other, whatever it is."""
    with _silent() as hung, _answering() as port, _behind(tmp_path, hung, port, shortened=100) as here:
        assert [_asked(here, path, body) for _ in range(3)] == [b"answered"] * 3
    survived("a replica hangs behind nginx", 1, of=len(HANGS))


def test_a_page_waits_once_for_a_replica_that_hangs(tmp_path: Path, survived: Survived) -> None:
    """A page that takes twenty seconds to load, its document first, then its files by six at a time, in a fifth of the time."""
    document = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    files = [f"/{one}" for one in re.findall(r'"\./(static/[^"]+)"', document)][:30]
    assert len(files) == 30
    waited = 0.0
    with (
        _silent() as hung,
        _answering() as port,
        _behind(tmp_path, hung, port, shortened=5) as here,
        ThreadPoolExecutor(6) as browser,
    ):
        for wave in [["/trends"], *(files[start : start + 6] for start in range(0, 30, 6))]:
            start = time.monotonic()
            assert list(browser.map(_asked, [here] * len(wave), wave)) == [b"answered"] * len(wave)
            waited += time.monotonic() - start
            time.sleep(20 / 5 / 6)
    assert waited < 1.5 * 10 / 5
    survived("one hangs while a page loads", 1)


def test_replicas_that_were_restarted_one_after_the_other_answer_at_once(
    tmp_path: Path, survived: Survived
) -> None:
    """Each is still out for nginx when it is there again."""
    with _answering() as one, _answering() as other:
        pass
    with ExitStack() as first, ExitStack() as second:
        second.enter_context(_answering(other))
        here = first.enter_context(_behind(tmp_path, one, other))
        assert [_asked(here, "/trends") for _ in range(3)] == [b"answered"] * 3
        second.close()
        with _answering(one):
            assert [_asked(here, "/trends") for _ in range(3)] == [b"answered"] * 3
    survived("both are restarted", 1)


def test_the_name_of_the_host_alone_leads_to_the_board(tmp_path: Path) -> None:
    with _answering() as port, _behind(tmp_path, port, port) as here:
        host = here.removesuffix(replicas.BASE)
        for path in ("/", replicas.BASE):
            found = http.client.HTTPSConnection(host.removeprefix("https://"), context=replicas.trusting())
            found.request("GET", path)
            answer = found.getresponse()
            found.close()
            assert (answer.status, answer.headers["Location"]) == (301, f"{here}/")


def test_who_sends_a_request_has_as_long_before_nginx_as_before_a_replica() -> None:
    text = replicas.CONFIGURATION.read_text("utf-8")
    assert f"client_header_timeout {connections.HEAD:g}s;" in text


def test_nginx_is_tried_at_other_ports_where_somebody_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.2", 0)) as taken, _answering() as port:
        free = replicas.free_port
        ports = chain([taken.getsockname()[1]], iter(free, None))
        monkeypatch.setattr(replicas, "free_port", lambda: next(ports))
        with _behind(tmp_path, port, port) as here:
            assert _asked(here, "/trends") == b"answered"
    assert "Address already in use" in (tmp_path / "error.log").read_text("utf-8")


def test_a_server_that_is_told_to_end_waits_no_longer_than_systemd() -> None:
    uvicorn = pytest.importorskip("uvicorn")
    server = uvicorn.Server(uvicorn.Config(lambda: None))
    with server.capture_signals():
        ending.bounded()
    assert server.config.timeout_graceful_shutdown == ending.LASTING
    unit = (DEPLOYING / "board@.service").read_text("utf-8")
    assert ending.LASTING < int(re.findall(r"TimeoutStopSec=(\d+)", unit)[0])
