"""Streamlit's own files, of which a page's first load asks for a hundred: read once, then answered from memory. Streamlit goes to
the disk for each, from thread to thread, four times as long.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from ui import address

_PART = 256 * 1024
"""Bytes sent at a time: a viewer on a slow line makes the server hold no more."""
_IN_PART = {"range", "if-none-match", "if-modified-since"}
"""What asks for less than the whole file, or for nothing where it is known."""


class HeldAssets:
    """ASGI middleware: what was answered of such a file, for ever, is answered again. All others, and whoever asks for less than
    a whole file, are Streamlit's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._held: dict[str, Sequence[Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = _name(scope)
        if name not in _names():
            await self.app(scope, receive, send)
        elif name in self._held:
            start, *parts = self._held[name]
            await send({**start, "headers": list(start["headers"])})
            for one in parts:
                await send(one)
                await asyncio.sleep(0)  # in which it is learnt that who asks has gone
        else:
            await self.app(scope, receive, _Holding(send, name, self._held))


class _Holding:
    """Passes an answer on and, when it has been sent whole, holds it."""

    def __init__(self, send: Send, name: str, held: dict[str, Sequence[Message]]) -> None:
        self._send, self._name, self._held = send, name, held
        self._start: Message = {}
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = {**message, "headers": tuple(message["headers"])}  # others put theirs into the list
        await self._send(message)
        if message["type"] == "http.response.body" and _lasting(self._start):
            self._body.append(message.get("body", b""))
            if not message.get("more_body"):
                self._held[self._name] = (self._start, *_parts(b"".join(self._body)))


def _name(scope: Scope) -> str:
    """The file asked for as a whole, by its path below the address of the server; empty where none is."""
    if scope["type"] != "http" or scope["method"] != "GET" or not _IN_PART.isdisjoint(Headers(scope=scope)):
        return ""
    path: str = scope["path"]
    below = path.removeprefix(f"{address.base()}/")
    return "" if below == path else below


@lru_cache
def _names() -> frozenset[str]:
    """All files there are: what is held is bounded by them, however else one may be called."""
    folder = Path(get_static_dir())
    return frozenset(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def _lasting(start: Message) -> bool:
    """Whether an answer is the file's and says that it will never be another, whoever asks."""
    told = Headers(raw=start["headers"])
    lasts = "immutable" in told.get("cache-control", "") and "vary" not in told
    return bool(lasts and start["status"] == 200)


def _parts(body: bytes) -> list[Message]:
    return [
        {
            "type": "http.response.body",
            "body": body[at : at + _PART],
            "more_body": at + _PART < len(body),
        }
        for at in range(0, max(len(body), 1), _PART)
    ]
