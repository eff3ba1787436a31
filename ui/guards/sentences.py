"""What Starlette and Streamlit refuse in a word of English (“Not Found”, “Bad Request”) is refused in a sentence of ours, in the
language that the address asks for and with the same status. What our own routes refuse they word themselves.
"""

from __future__ import annotations

from starlette.datastructures import Headers, QueryParams
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from industry.export.markup import render
from ui.serving.addresses import spoken

_CODES = {400: "address", 404: "address", 405: "method"}
"""The codes of our sentences for statuses that they give."""


class Worded:
    """ASGI middleware: a refusal that is plain text is answered as a page of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = 0

        async def sent(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] in _CODES:
                heads = Headers(raw=message["headers"])
                if heads.get("content-type", "text/plain").startswith("text/plain"):
                    refused = message["status"]
                    allowed = {name: heads[name] for name in ("allow",) if name in heads}
                    await _told(scope, refused, allowed)(scope, receive, send)
            if not refused:
                await send(message)

        await self.app(scope, receive, sent)


def _told(scope: Scope, status: int, headers: dict[str, str]) -> HTMLResponse:
    language = spoken(QueryParams(scope.get("query_string", b"")))
    told = render("trouble.html", "trouble", language, code=_CODES[status], facts=(scope["path"],))
    return HTMLResponse(told, status, {"Cache-Control": "no-store", **headers})
