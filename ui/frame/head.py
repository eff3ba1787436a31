"""Puts the frame's style and script into the document in which Streamlit draws its pages.

Sent with a page they would come after its first paint, and everything would jump; here they are there before
anything is drawn. Answers that aren't that document pass unchanged.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.parts.component import RECEIVING

HERE = Path(__file__).parent
_STYLES = (HERE / "frame.css", HERE / "saving.css")
_SCRIPTS = (HERE / "frame.js", RECEIVING, HERE / "saving.js")
_MARK = b'<div id="root">'
"""What only that document holds."""
_OF_THE_FILE = ("etag", "last-modified", "content-encoding")
"""Headers that say something of the file as it was."""
_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


class FramedDocument:
    """ASGI middleware: the document gets the style, the script and the language of the page it is asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        whole = [(name, value) for name, value in scope["headers"] if name not in _ASKED]
        await self.app({**scope, "headers": whole}, receive, _Framing(send, _language(scope)))


class _Framing:
    """Holds an HTML answer back until it is whole."""

    def __init__(self, send: Send, language: str) -> None:
        self._send, self._language = send, language
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            await self._finish(self._start)
            return
        await self._send(message)

    async def _finish(self, start: Message) -> None:
        if _MARK in self._body:
            self._body = framed(self._body, self._language)
            headers = MutableHeaders(raw=start["headers"])
            for name in _OF_THE_FILE:
                del headers[name]
            headers["content-length"] = str(len(self._body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})


def framed(document: bytes, language: str) -> bytes:
    """The document with the frame's style and script at the end of its head, in this language."""
    styles = "".join(map(_held, _STYLES))
    scripts = "".join(f"<script>{_held(one)}</script>" for one in _SCRIPTS)
    inside = f"<style>{styles}</style>{scripts}</head>"
    told = document.replace(b'<html lang="en"', f'<html lang="{language}"'.encode(), 1)
    return told.replace(b"</head>", inside.encode(), 1)


def _language(scope: Scope) -> str:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang")
    return "en" if asked == ["en"] else "zh-CN"


@lru_cache
def _held(file: Path) -> str:
    return file.read_text("utf-8")
