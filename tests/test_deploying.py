"""What docs/deploying says works as written: nginx with a login, TLS and a path before two replicas, of which one dies."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from streamlit import config

from benchmarks import replicas
from tests.loops import apart
from ui import ROOT, ending

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
