"""Where the server can be opened, said once it is ready: on this machine, and by colleagues where it listens for them.

Streamlit would say it too, in English and for this machine alone (``logger.hideWelcomeMessage``).
"""

from __future__ import annotations

import socket
from ipaddress import ip_address

import streamlit as st

from ui.address import base
from ui.mode import own_machine

_ANY = ("", "0.0.0.0", "::")
_ELSEWHERE = (("192.0.2.1", socket.AF_INET), ("100::1", socket.AF_INET6))
"""Addresses that nobody has, for the machine's own answer by which of its own it would reach them: nothing is sent."""


def told() -> str:
    """The lines for the terminal, in both languages."""
    others = reachable() if _asked() in _ANY else []
    lines = [f"  {here()}   按 Ctrl+C 停止 / Ctrl+C stops it"]
    lines += [f"  {_address(one)}   供同网的人打开 / for colleagues" for one in others]
    return "\n".join(lines)


def here() -> str:
    """The address at which this machine opens it."""
    asked = _asked()
    return _address("localhost" if asked in _ANY or own_machine(asked) else asked)


def reachable() -> list[str]:
    """The addresses by which other machines reach this one, without those that only its own link knows."""
    found = dict.fromkeys(filter(None, (_own(*one) for one in _ELSEWHERE)))
    return [one for one in found if not ip_address(one).is_loopback and not ip_address(one).is_link_local]


def _own(elsewhere: str, family: socket.AddressFamily) -> str | None:
    with socket.socket(family, socket.SOCK_DGRAM) as one:
        try:
            one.connect((elsewhere, 9))
        except OSError:
            return None
        return str(one.getsockname()[0])


def _asked() -> str:
    return str(st.get_option("server.address") or "")


def _address(machine: str) -> str:
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    named = f"[{machine}]" if ":" in machine else machine
    return f"{scheme}://{named}:{st.get_option('server.port')}{base()}/"
