"""What docs/deploying says works as written: nginx with a login, TLS and a path before two replicas, of which one dies."""

from __future__ import annotations

import re
import shlex
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from streamlit import config

from benchmarks import replicas
from tests.loops import apart
from ui import ROOT, ending
from ui.serving import routes

DEPLOYING = ROOT / "docs" / "deploying"
OPTION = re.compile(r"--([a-z]+\.[A-Za-z]+)")


def test_every_option_that_is_named_there_is() -> None:
    told = [one.read_text("utf-8") for one in (*DEPLOYING.iterdir(), ROOT / "docs" / "deploying.md")]
    named = {option for text in told for option in OPTION.findall(text)}
    assert {"server.port", "server.address", "server.baseUrlPath"} <= named
    assert named <= set(config.get_config_options())


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


def test_no_viewer_sees_a_replica_die() -> None:
    if replicas.find() is None:
        pytest.skip(
            "nginx is not on this machine; `apt-get install nginx` brings it, docs/deploying.md what it is for"
        )
    seen = apart(replicas.tried, 3, 0.5, 8.0)
    assert seen.failed == [] and seen.pages >= 3


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
def _one_that_hangs_and_one_that_answers() -> Iterator[list[str]]:
    """A stopped process takes connections, as its kernel does, and is silent."""
    server = HTTPServer(("127.0.0.1", 0), _Answering)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            ports = (silent.getsockname()[1], server.server_port)
            yield [f"http://127.0.0.1:{port}{replicas.BASE}" for port in ports]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_replica_that_hangs_is_taken_out(tmp_path: Path) -> None:
    """With the times of nginx.conf made short; a request that was sent to it is sent to the other, whatever it is."""
    program = replicas.find()
    if program is None:
        pytest.skip("nginx is not on this machine; `apt-get install nginx` brings it")
    written = replicas.CONFIGURATION.read_text("utf-8")
    text = re.sub(r"proxy_read_timeout \w+", "proxy_read_timeout 300ms", written).replace(
        "fail_timeout=5s", "fail_timeout=1s"
    )
    tmp_path.chmod(0o755)
    with (
        _one_that_hangs_and_one_that_answers() as both,
        replicas.in_front(program, tmp_path, text, both) as here,
    ):
        for path, body in (("/_stcore/health", None), ("/picture/a.png", None), ("/draft/check", b"text")):
            answers = [replicas.answered(replicas.asked(here, path, body)) for _ in range(3)]
            assert answers == [b"answered"] * 3, path


def test_a_server_that_is_told_to_end_waits_no_longer_than_systemd() -> None:
    uvicorn = pytest.importorskip("uvicorn")
    server = uvicorn.Server(uvicorn.Config(lambda: None))
    with server.capture_signals():
        ending.bounded()
    assert server.config.timeout_graceful_shutdown == ending.LASTING
    unit = (DEPLOYING / "board@.service").read_text("utf-8")
    assert ending.LASTING < int(re.findall(r"TimeoutStopSec=(\d+)", unit)[0])


def test_what_the_tables_of_faults_name_there_is() -> None:
    """In both languages the same tests and the same counts."""
    told = []
    for page in ("faults.md", "faults.zh.md"):
        lines = [
            line.strip("| \n").split(" | ")
            for line in (ROOT / "docs" / page).read_text("utf-8").splitlines()
            if line.startswith("| ") and "tests/" in line
        ]
        told.append([line[-3:] for line in lines])
        for _, _, named in told[-1]:
            assert (ROOT / named.strip("`")).is_file(), named
        assert all(int(survived) <= int(tried) for tried, survived, _ in told[-1])
    assert told[0] == told[1] and len(told[0]) > 10
