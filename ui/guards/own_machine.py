"""Whose requests a server takes that may write among the tables: those of this machine, made to it by its own names, by
pages of its own.

A page of another site that has its name lead to this machine would be read as one of ours by the browser, but not by the
header ``Host``; a proxy on this machine would hand on what others ask, but says so or changes the names. Web sockets and
requests alike, whatever they ask for.
"""

from __future__ import annotations

import logging
import re

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from industry.export.markup import render
from ui.mode import own_machine

_LOG = logging.getLogger(__name__)
_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?", re.IGNORECASE | re.ASCII)
_HANDED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""Headers by which a proxy says for whom it asks."""


class OwnMachine:
    """ASGI middleware: what comes from elsewhere is answered 403, with a sentence, before anybody else sees it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or own(scope):
            await self.app(scope, receive, send)
            return
        _LOG.warning("refused a request of %.100r to %.200r", scope.get("client"), scope.get("path"))
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # before it is accepted, which makes it 403
            return
        english = b"lang=en" in scope.get("query_string", b"")
        told = render("trouble.html", "trouble", "en" if english else "zh", code="own_machine", facts=())
        await HTMLResponse(told, 403, {"Cache-Control": "no-store"})(scope, receive, send)


def own(scope: Scope) -> bool:
    """Whether a request comes from this machine, to a name of its own, and from no page but ours."""
    headers = Headers(scope=scope)
    client, hosts, origins = scope.get("client"), headers.getlist("host"), headers.getlist("origin")
    if not client or not own_machine(client[0]):
        return False
    if len(hosts) != 1 or not _HOST.fullmatch(hosts[0]) or any(one in headers for one in _HANDED_ON):
        return False
    same = (f"http://{hosts[0]}".lower(), f"https://{hosts[0]}".lower())
    return not origins or (len(origins) == 1 and origins[0].lower() in same)
