"""Which addresses are named when the server is ready: those on which it listens. That they can be opened is tried in ``test_closed``."""

from __future__ import annotations

import socket

import pytest

from ui import listening

_OWN = {socket.AF_INET: "10.254.0.2", socket.AF_INET6: "fd77::2"}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("0.0.0.0", ["localhost", "10.254.0.2"]),
        ("", ["localhost", "10.254.0.2"]),
        ("::", ["localhost", "10.254.0.2", "[fd77::2]"]),
        ("localhost", ["localhost"]),
        ("10.254.0.2", ["10.254.0.2"]),
    ],
)
def test_no_address_is_named_on_which_nobody_listens(
    monkeypatch: pytest.MonkeyPatch, asked: str, named: list[str]
) -> None:
    told = {
        "server.address": asked,
        "server.port": 8501,
        "server.baseUrlPath": "",
        "server.sslCertFile": None,
    }
    monkeypatch.setattr(listening.st, "get_option", told.__getitem__)
    monkeypatch.setattr(listening, "_own", _OWN.get)
    found = [line.split()[0] for line in listening.told().splitlines()]
    assert found == [f"http://{one}:8501/" for one in named]


def test_a_machine_without_a_way_out_has_no_address_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_ELSEWHERE", dict.fromkeys(_OWN, "127.0.0.1"))
    assert listening.reachable(_OWN) == []


def test_an_address_that_only_its_own_link_knows_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {socket.AF_INET: "169.254.7.7", socket.AF_INET6: "fe80::7"}
    monkeypatch.setattr(listening, "_own", alone.get)
    assert listening.reachable(alone) == []
