"""What every answer forbids the browser that reads it: scripts and pictures of other machines, being shown inside pages of others, guessing
what a file is, telling other sites which page a link was on; and the addresses of Streamlit's that no page of ours asks for: those
that tell of the server itself, which nobody but this machine is answered, and that at which it keeps in memory whatever
anybody sends, which nobody is.

Scripts may be part of the page and of `blob:`, by which Streamlit loads those of components; made of texts
(``eval``) they may not be.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.guards.own_machine import own

_FROM = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{one} {where}" for one, where in _FROM.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}
"""Of every answer, by name."""
_EXPLAINED = "websocket.http.response"
"""ASGI's name for an answer to a web socket that isn't accepted; its `websocket.close` is the server's own, without headers."""
_INNER = ("/_stcore/metrics", "/_stcore/agent/")
"""Ends and parts of the addresses that tell of the server: how much it holds, whom it serves, how programs drive it."""
_KEEPING = "/_stcore/upload_file/"
"""Part of the addresses for files of ``st.file_uploader``, which no page has: what is dropped on ours is sent to routes."""


class Forbidding:
    """ASGI middleware: every answer gets `HEADERS`, also to a web socket that isn't accepted; what no page asks for is 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        accepted = False

        async def sent(message: Message) -> None:
            nonlocal accepted
            accepted |= message["type"] == "websocket.accept"
            if (
                message["type"] == "websocket.close"
                and not accepted
                and _EXPLAINED in scope.get("extensions", ())
            ):
                await sent({"type": f"{_EXPLAINED}.start", "status": 403, "headers": []})
                message = {"type": f"{_EXPLAINED}.body", "body": b""}
            elif message["type"] in ("http.response.start", f"{_EXPLAINED}.start"):
                MutableHeaders(raw=message["headers"]).update(HEADERS)
            await send(message)

        if scope["type"] == "http" and _closed(scope):
            await Response("", 404)(scope, receive, sent)
        else:
            await self.app(scope, receive, sent)


def _closed(scope: Scope) -> bool:
    path = scope["path"]
    return _KEEPING in path or (any(one in path for one in _INNER) and not own(scope))
