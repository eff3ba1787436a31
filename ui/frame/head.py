"""Puts the frame's style and scripts, and the title in the language asked for, into the document in which Streamlit draws its
pages; what that says and asks for before and that no page of ours needs is taken out.

Sent with a page they would come after its first paint, and everything would jump; here they are there before
anything is drawn. Answers that aren't that document pass unchanged.
"""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote_to_bytes

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from industry import export
from industry.vocabulary import beside
from industry.wording import worded
from ui import address
from ui.parts.component import RECEIVING, early
from ui.site import UNREADABLE, site

HERE = Path(__file__).parent
_PRINTING = Path(export.__file__).parent / "printing.js"
_STYLES = (HERE / "frame.css", HERE / "saving.css", _PRINTING.with_suffix(".css"))
_SCRIPTS = (
    HERE / "frame.js",
    RECEIVING,
    HERE / "saving.js",
    HERE / "spoken.js",
    _PRINTING,
    HERE / "early.js",
    HERE / "again.js",
)
_MARK = b'<div id="root">'
"""What only that document holds."""
_NEEDLESS = re.compile(r'<link\s[^>]*rel="(?:preload|service-desc)"[^>]*>')
"""A typeface that no page of ours has, and where programs learn to drive the server, which is closed (``ui.guards``)."""
_TITLE = re.compile(r"<title>[^<]*</title>")
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_THEME = (
    "font",
    "textColor",
    "primaryColor",
    "linkColor",
    "backgroundColor",
    "secondaryBackgroundColor",
    "borderColor",
)
"""What the styles of components ask for."""
_OF_THE_FILE = ("etag", "last-modified", "content-encoding")
"""Headers that say something of the file as it was."""
_CUT_SHORT = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_READING = {"GET", "HEAD"}
_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


class FramedDocument:
    """ASGI middleware: the document gets the style, the script and the language of the page it is asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if there := _tidied(scope):
            await RedirectResponse(there)(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            # Told as if the whole were asked for, a length or that there is none; the server sends no body then.
            scope = {**scope, "method": "GET"}
        if _of_a_page(scope):
            whole = [(name, value) for name, value in scope["headers"] if name not in _ASKED]
            scope = {**scope, "headers": whole}
        await self.app(scope, receive, _Framing(send, _language(scope), _due(scope)))


def _of_a_page(scope: Scope) -> bool:
    """Whether the answer may be the document: browsers say that they want one, others ask for what is no file's name."""
    named = "." in scope["path"].rpartition("/")[2]
    return not named or "text/html" in Headers(scope=scope).get("accept", "")


def _tidied(scope: Scope) -> str:
    """Where an address leads in which blanks or slashes were left at the ends, by a letter or a proxy; empty for all others."""
    base, path = address.base(), scope["path"]
    tidy = "/" + "/".join(one.strip() for one in path.split("/")).strip("/")
    if scope["method"] not in _READING or path == base or not f"{tidy}/".startswith(f"{base}/"):
        return ""
    there = f"{base}/{tidy.removeprefix(base).strip('/')}"
    asked = scope.get("query_string", b"").decode("latin-1")
    return "" if there == path else f"{quote(there)}{asked and f'?{asked}'}"


def _due(scope: Scope) -> bool:
    """Whether the document is due. Streamlit gives it for every address: where no page can have that, it finds none of its files
    and stays white."""
    page = scope["path"].removeprefix(address.base()).strip("/")
    return not any(one in page for one in "/.") and _readable(scope.get("raw_path") or b"")


def _readable(raw: bytes) -> bool:
    """Whether a browser can read the address: one cut short in the middle of a character it can't."""
    try:
        unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _CUT_SHORT.search(raw)


class _Framing:
    """Holds an HTML answer back until it is whole; where the document isn't ``due``, there is none of that address."""

    def __init__(self, send: Send, language: str, due: bool) -> None:
        self._send, self._language, self._due = send, language, due
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
        if _MARK in self._body and not self._due:
            await self._send({"type": "http.response.start", "status": 404, "headers": []})
            await self._send({"type": "http.response.body"})  # worded by whoever words all
            return
        if _MARK in self._body:
            self._body = framed(self._body, self._language)
            headers = MutableHeaders(raw=start["headers"])
            for name in _OF_THE_FILE:
                del headers[name]
            headers["content-length"] = str(len(self._body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})


def framed(document: bytes, language: str) -> bytes:
    """The document with the frame's style and scripts at the end of its head, in this language."""
    tongue = "en" if language == "en" else "zh"
    told = _NEEDLESS.sub("", document.decode("utf-8"))
    told = told.replace('<html lang="en"', f'<html lang="{language}"', 1)
    told = _TITLE.sub(lambda _: f"<title>{html.escape(_title(tongue))}</title>", told, count=1)
    told = _NO_SCRIPT.sub(lambda _: f"<noscript>{worded('pages', 'no_script', tongue)}</noscript>", told)
    styles = "".join((_theme(), *map(_held, _STYLES)))
    scripts = "".join(
        f"<script>{one}</script>"
        for one in (
            _connecting(),
            _unheard(),
            f"const SPOKEN = {_spoken()};",
            _early(),
            *map(_held, _SCRIPTS),
        )
    )
    return told.replace("</head>", f"<style>{styles}</style>{scripts}</head>", 1).encode()


@lru_cache
def _connecting() -> str:
    """Where the server is: Streamlit would take a page's own address for it first, be told that nothing is there, and wait;
    and who may send messages to the page. Knowing both it connects at once."""
    own = f"location.origin + {json.dumps(address.base())}"
    host = "{allowedOrigins: [location.origin], useExternalAuthToken: false}"
    return f"window.__streamlit = {{BACKEND_BASE_URL: {own}, HOST_CONFIG: {host}}};"


@lru_cache
def _unheard() -> str:
    """What again.js says, by language."""
    said = {tongue: worded("pages", "unheard", tongue) for tongue in ("zh", "en")}
    return f"const UNHEARD = {json.dumps(said, ensure_ascii=False)};"


@lru_cache
def _spoken() -> str:
    """As JSON what is said on pages of each language in place of a sentence of Streamlit's."""
    held = beside("industry.wording.words", "streamlit.yaml").values()
    theirs = {
        tongue: {" ".join(one["en"].split()): one[ours] for one in held if ours in one}
        for tongue, ours in (("zh", "zh"), ("en", "plain"))
    }
    return json.dumps(theirs, ensure_ascii=False)


@lru_cache
def _early() -> str:
    """What early.js draws with: by name the style and, as a function, the script of a component."""
    made = (
        f"{json.dumps(name)}: [{json.dumps(css)}, (() => {{{js.replace('export default', 'return', 1)}}})()]"
        for name, (css, js) in early().items()
    )
    return f"const EARLY = {{{','.join(made)}}};"


@lru_cache
def _theme() -> str:
    """What Streamlit tells of its theme to components, for what is drawn before them."""
    told = {"".join(f"-{one.lower()}" if one.isupper() else one for one in name): name for name in _THEME}
    said = ";".join(f"--st-{one}:{st.get_option(f'theme.{name}')}" for one, name in told.items())
    return f"[data-early]{{{said}}}"


def _title(tongue: str) -> str:
    """What the tab says before the page itself names it: nothing while config.yaml can't be read."""
    try:
        return site().title(tongue)
    except UNREADABLE:
        return ""


def _language(scope: Scope) -> str:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang")
    return "en" if asked == ["en"] else "zh-CN"


@lru_cache
def _held(file: Path) -> str:
    return file.read_text("utf-8")
