"""Whose web sockets the server takes: those of its own pages, judged by their header ``Origin``.

Streamlit judges them too, but where Origin and Host differ it first asks an outside host for this machine's
address, while everybody waits: tens of seconds on a network that swallows packets, and a proxy that doesn't
pass Host on causes it at each reconnect. So it is settled here, at once, and what is let through goes on with
its origin written as Streamlit compares it, so that Streamlit never comes to ask.

Web sockets only: a page of another site may not read other answers, which its viewer's browser sees to, and
Streamlit's uploads are closed (``headers``).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from ipaddress import IPv6Address

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
_MACHINE = r"(\[[0-9a-f:.]+\]|[0-9a-z._-]+)(?::[0-9]+)?"
_HOST = re.compile(_MACHINE, re.IGNORECASE | re.ASCII)
_ORIGIN = re.compile(f"https?://{_MACHINE}", re.IGNORECASE | re.ASCII)
_CONFIGURED = re.compile(f"(?:https?://)?{_MACHINE}/?", re.IGNORECASE | re.ASCII)


class OwnOrigin:
    """ASGI middleware: a web socket whose Origin isn't `ours` is answered 403 before anybody else sees it.

    One without an Origin comes from no browser and is let through, as by Streamlit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "websocket" else Headers()
        origins, hosts = headers.getlist("origin"), headers.getlist("host")
        if not origins or not st.get_option("server.enableCORS"):
            await self.app(scope, receive, send)
        elif ours(origins, hosts):
            origin = f"{origins[0].partition('://')[0]}://{hosts[0]}".encode("ascii")
            same = [(name, origin if name == b"origin" else value) for name, value in scope["headers"]]
            await self.app({**scope, "headers": same}, receive, send)
        else:
            _LOG.warning(
                "refused a web socket of %.200r to %.200r; a proxy must pass Host on "
                "(nginx: proxy_set_header Host $http_host)",
                origins,
                hosts,
            )
            await send({"type": "websocket.close", "code": 1008})  # before it is accepted, which makes it 403


def ours(origins: Sequence[str], hosts: Sequence[str]) -> bool:
    """Whether the one Origin names the machine that the one Host names, whatever colleagues call it, or one
    that the configuration names: ``browser.serverAddress`` and ``server.corsAllowedOrigins``.

    Case and port don't count: proxies drop ports, and whoever serves another port of this machine has it
    anyway. X-Forwarded-Host doesn't count: who wrote it is not known. ``null`` and whatever is no origin are
    nobody's.
    """
    if len(origins) != 1 or len(hosts) != 1:
        return False
    origin, host = _name(_ORIGIN, origins[0]), _name(_HOST, hosts[0])
    if origin is None or host is None:
        return False
    configured = [st.get_option("browser.serverAddress"), *st.get_option("server.corsAllowedOrigins")]
    return origin == host or origin in [_name(_CONFIGURED, one.strip()) for one in configured]


def _name(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.fullmatch(text)
    if found is None:
        return None
    name = found[1].lower()
    try:
        return str(IPv6Address(name[1:-1])) if name.startswith("[") else name
    except ValueError:
        return None
