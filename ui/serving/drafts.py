"""Drafts that viewers hold against the tables: a text is checked, a file read, and a Word document given back with
comments.

A draft is in a request's body alone, which is read into memory and goes with the answer: never in an address, which
servers write down, in a file or in a log, where only the kind of what failed stands. What the verdicts are belongs in
``industry.text.proof``, what a page gets of them in ``industry.export.texts``.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar, TypeVar

import anyio
import streamlit as st
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from industry import wording
from industry.export.order import Progress
from industry.export.texts import marked, proofs
from industry.export.texts.commented import commented
from industry.tables.tables import Tables
from industry.text import document
from industry.text.document import Document
from industry.text.unreadable import Unreadable
from ui import store
from ui.guards.origin import ours
from ui.serving.addresses import spoken
from ui.serving.fair import Crowded, Share, viewer
from ui.serving.streaming import Refused, streaming
from ui.trouble import sentence, unforeseen

KINDS = tuple(document.READERS)
WORD = ".docx"
MOST_BYTES = document.MOST_BYTES
_HELD = 3 * MOST_BYTES
"""Bytes of drafts that are held at the same time; whoever comes then is told to wait."""
_OF_ONE = MOST_BYTES
"""Those of one viewer among them: what he doesn't finish keeps nobody else waiting."""
_DRAFTS = Share("drafts", all=2, each=1)
"""Few are worked on at the same time, so that pages go on being shown; others wait their turn."""
_SLOW = 120.0
"""Seconds in which a body must have come."""
_STALLED = 20.0
"""Seconds after which some more of it must have come."""
_LETTER = 4
"""Bytes that a letter takes at most."""
_LOG = logging.getLogger(__name__)
_FRESH = {"Cache-Control": "no-store"}
_T = TypeVar("_T")


async def check(request: Request) -> Response:
    """``POST /draft/check?date=…&region=…&lang=…`` with a text: its numbers with what became of each, as JSON, or
    ``refused``, a sentence."""
    language = spoken(request.query_params)

    def work(body: bytes) -> dict[str, Any]:
        return marked.record(_proof(request, body.decode("utf-8", "replace")), language)

    return await answered(request, proofs.MOST_LETTERS * _LETTER, work, proofs.too_long())


async def read(request: Request) -> Response:
    """``POST /draft/read?kind=.docx&lang=…`` with a file: its ``text`` and what in it is ``unread``, as sentences; or
    ``refused``, as JSON."""
    kind, language = request.query_params.get("kind", ""), spoken(request.query_params)

    def work(body: bytes) -> dict[str, Any]:
        found = _read(kind, body)
        return {"text": document.text_of(found), "unread": wording.unread(found.unread, language)}

    return await answered(request, MOST_BYTES, work, document.too_large())


async def comments(request: Request) -> Response:
    """``POST /draft/commented?date=…&region=…&lang=…`` with a Word document: the same document with comments,
    `streaming`."""

    def work(data: bytes, told: Progress) -> bytes:
        found = _proof(request, document.text_of(_read(WORD, data)))
        return commented(data, found, spoken(request.query_params), told)

    return await streamed(request, work)


ROUTES = [
    Route("/draft/check", check, methods=["POST"]),
    Route("/draft/read", read, methods=["POST"]),
    Route("/draft/commented", comments, methods=["POST"]),
]


def _proof(request: Request, text: str) -> proofs.Proof:
    tables, asked = _tables(), request.query_params
    region = asked.get("region")
    return proofs.proof(
        text,
        tables,
        day(asked.get("date", "")),
        region if region in tables.catalogue.regions else None,
        spoken(request.query_params),
    )


def day(text: str) -> date | None:
    """A day as an address says it; None for anything else."""
    try:
        return proofs.day(text)
    except ValueError:
        return None


def _read(kind: str, body: bytes) -> Document:
    return document.read(f"draft{kind.lower()}", body)


def _tables() -> Tables:
    tables = store.snapshot().tables
    if tables is None:
        raise Unreadable("no_tables")
    return tables


async def answered(
    request: Request, most: int, work: Callable[[bytes], dict[str, Any]], more: Unreadable
) -> Response:
    """What a body becomes, as JSON, worked out away from the event loop; ``more`` is what is told of a longer one."""
    language = spoken(request.query_params)
    if refused := _strange(request):
        return refused
    try:
        body = await _body(request, most, more)
        told = await _DRAFTS.run(request, partial(_safely, lambda: work(bytes(body.data))))
    except Unreadable as one:
        return _refused(one, language)
    except Crowded:
        return _refused(Unreadable("busy"), language)
    return JSONResponse(told, headers=_FRESH)


async def streamed(
    request: Request,
    work: Callable[[bytes, Progress], bytes],
    say: Callable[[Unreadable, str], str] = wording.unreadable,
) -> Response:
    """What a file in a body becomes, `streaming`. ``say`` words why a file can't be read."""
    language = spoken(request.query_params)
    if refused := _strange(request):
        return refused
    try:
        body = await _body(request, MOST_BYTES, document.too_large())
    except Unreadable as too_large:
        return JSONResponse({"refused": _sentence(too_large, language, say)}, headers=_FRESH)

    def made(told: Progress) -> bytes:
        try:
            return _safely(lambda: work(bytes(body.data), told))
        except Unreadable as one:
            raise Refused(_sentence(one, language, say)) from one

    return streaming(made, request, _DRAFTS)


def _safely(work: Callable[[], _T]) -> _T:
    """What ``work`` gives; what nobody foresaw goes to the log without the words of the draft that it may hold."""
    try:
        return work()
    except (Unreadable, Refused):
        raise
    except Exception as error:  # noqa: BLE001 — whatever a hostile file does
        unforeseen(_LOG, "an answer to a draft", error)
        raise Unreadable("failed") from None


class _Body:
    """What a viewer has sent, in memory alone; it counts among what is held as long as it lives."""

    held: ClassVar[Counter[str]] = Counter()
    """Bytes of all that live, by viewer; only the event loop takes in more."""
    lock = threading.RLock()

    def __init__(self, who: str) -> None:
        self.who, self.data = who, bytearray()

    def take(self, part: bytes) -> None:
        """Raises Unreadable, ``busy``, where this viewer or all together hold too many."""
        with self.lock:
            now, own = self.held.total() + len(part), self.held[self.who] + len(part)
            if now > _HELD or own > _OF_ONE:
                raise Unreadable("busy")
            self.data += part
            self.held[self.who] = own

    def __del__(self) -> None:
        with self.lock:
            self.held[self.who] -= len(self.data)
            if not self.held[self.who]:
                del self.held[self.who]


async def _body(request: Request, most: int, more: Unreadable) -> _Body:
    """What was sent. Raises Unreadable: ``more`` where it is more than ``most`` bytes, ``busy`` where its viewer or others
    hold too many, ``failed`` where it doesn't come or stops coming."""
    body, parts = _Body(viewer(request)), aiter(request.stream())
    try:
        with anyio.fail_after(_SLOW):
            while True:
                with anyio.fail_after(_STALLED):
                    one = await anext(parts, None)
                if one is None:
                    return body
                if len(body.data) + len(one) > most:
                    raise more
                body.take(one)
    except (TimeoutError, ClientDisconnect):
        raise Unreadable("failed") from None


def _strange(request: Request) -> Response | None:
    """The refusal of a page of another site, which could make this server work."""
    origins, hosts = request.headers.getlist("origin"), request.headers.getlist("host")
    if not origins or not st.get_option("server.enableCORS") or ours(origins, hosts):
        return None
    return JSONResponse({"refused": sentence("failed", spoken(request.query_params))}, 403, headers=_FRESH)


def _refused(one: Unreadable, language: str) -> Response:
    return JSONResponse({"refused": _sentence(one, language)}, headers=_FRESH)


def _sentence(
    one: Unreadable, language: str, say: Callable[[Unreadable, str], str] = wording.unreadable
) -> str:
    if one.code in ("failed", "no_tables", "busy"):
        words = (
            "draft" if say is wording.unreadable else "refresh"
        )  # of which kind of file the sentence speaks
        return wording.worded(words, f"refused_{one.code}", language, *one.facts)
    return say(one, language)
