"""Where the server can be opened, said once it is ready: on this machine, and by colleagues where it listens for them.

Streamlit would say it too, in English and for this machine alone (``logger.hideWelcomeMessage``).
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import ip_address

import streamlit as st

from ui.address import base
from ui.mode import own_machine

_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "100::1"}
"""Addresses that nobody has, for the machine's own answer by which of its own it would reach them: nothing is sent."""
_ANY = {"": [socket.AF_INET], "0.0.0.0": [socket.AF_INET], "::": [socket.AF_INET, socket.AF_INET6]}
"""What stands for all addresses of the machine, and of which families those are on which Streamlit then listens."""


def told() -> str:
    """The lines for the terminal, in both languages."""
    others = reachable(_ANY.get(_asked(), ()))
    lines = [f"  {here()}   按 Ctrl+C 停止 / Ctrl+C stops it"]
    lines += [f"  {_address(one)}   供同网的人打开 / for colleagues" for one in others]
    return "\n".join(lines)


def here() -> str:
    """The address at which this machine opens it."""
    asked = _asked()
    return _address("localhost" if asked in _ANY or own_machine(asked) else asked)


def reachable(families: Iterable[socket.AddressFamily]) -> list[str]:
    """The addresses of these families by which other machines reach this one, without those that only its own link knows."""
    found = dict.fromkeys(filter(None, map(_own, families)))
    return [one for one in found if not ip_address(one).is_loopback and not ip_address(one).is_link_local]


def _own(family: socket.AddressFamily) -> str | None:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as one:
            one.connect((_ELSEWHERE[family], 9))
            return str(one.getsockname()[0])
    except OSError:  # also where the machine knows nothing of the family
        return None


def _asked() -> str:
    return str(st.get_option("server.address") or "")


def _address(machine: str) -> str:
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    named = f"[{machine}]" if ":" in machine else machine
    return f"{scheme}://{named}:{st.get_option('server.port')}{base()}/"
