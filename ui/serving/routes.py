"""The addresses beside the pages: a slide in any format, a deck to present, to take away or to keep, what a search finds.

Each handler turns a request into a call of ``taken``, away from the event loop, and what goes wrong there into
a status and a sentence. Where links to them are made is told in ``addresses``.
"""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from industry.export.markup import render
from industry.export.order import Progress, untold
from industry.export.picture.renderer import RendererBusy, RendererError, RendererUnavailable
from ui.address import base
from ui.serving import drafts, listed, opened, refreshing, searched, taken, templated
from ui.serving.addresses import spoken
from ui.serving.fair import Crowded, Share
from ui.serving.streaming import Refused, streaming
from ui.trouble import NotFound, TooMany, sentence

_LOG = logging.getLogger(__name__)
_FRESH = {"Cache-Control": "no-store"}
_PICTURES = Share("pictures", all=40, each=2)
"""More than the renderer queues, so that it is the renderer who says that it is busy; of each viewer one that is drawn and
one that is made ready."""
_ROWS = Share("rows", all=2, each=1)
"""A workbook of all numbers takes seconds, in which pages are drawn more slowly."""
_SEARCHES = Share("searches", all=8, each=2)


async def picture(request: Request) -> Response:
    """``/picture/<figure>.<format>?<its choices>&size=…``, with ``download=1`` as a file."""
    return await _answer(request, taken.picture, request.query_params.get("download") == "1")


async def deck(request: Request) -> Response:
    """``/deck/<deck>.<format>?lang=zh``, or ``?slide=…&slide=…``: a deck to take away."""
    return await _answer(request, taken.deck, True)


async def deck_file(request: Request) -> Response:
    """``/deck-file?slide=…&slide=…``: a deck as the file in which its owner keeps it."""
    return await _answer(request, lambda _, query, _told: taken.deck_file(query), True)


async def present(request: Request) -> Response:
    """``/present/<deck>?lang=zh``, or ``?slide=…&slide=…``: a deck that presents itself."""
    return await _answer(request, lambda id, query, _told: taken.present(id, query), False)


async def rows(request: Request) -> Response:
    """``/rows.csv`` or ``/rows.xlsx?<conditions>``: the numbers that the page which lists them shows."""
    made = request.url.path.rpartition(".")[2]
    return await _answer(request, lambda _, query, _told: listed.rows(made, query), True, _ROWS)


async def search(request: Request) -> Response:
    """``/search?q=…&<choices that travel>``: what a search finds, as JSON."""
    words, query = request.query_params.get("q", ""), dict(request.query_params)
    found = partial(searched.answer, words, query)
    try:
        return JSONResponse(await _SEARCHES.run(request, found), headers=_FRESH)
    except Crowded:
        return _busy(spoken(request.query_params))


ROUTES = [
    *drafts.ROUTES,
    *opened.ROUTES,
    *refreshing.ROUTES,
    *templated.ROUTES,
    *(Route(f"/rows.{one}", rows) for one in listed.MADE),
    Route("/search", search),
    Route("/deck-file", deck_file),
    Route("/picture/{name:path}", picture),
    Route("/deck/{name:path}", deck),
    Route("/present/{name:path}", present),
]
"""Of whatever lies below the last three, a / in a name too: what is not answered here Streamlit answers with a page."""


def based() -> list[Route]:
    """The routes below the path of this server, and behind them their addresses asked for in another way or without a name, which
    Streamlit would answer with a page."""
    served = [Route(base() + one.path, one.endpoint, methods=one.methods) for one in ROUTES]
    others = [Route(one.path, _Otherwise(", ".join(sorted(one.methods or ())))) for one in served]
    bare = {one.path.partition("/{")[0] for one in served if "/{" in one.path}
    return [*served, *others, *(Route(one, _Otherwise()) for one in sorted(bare))]


class _Otherwise:
    """ASGI application: 405 where other methods are allowed, else 404; worded as all that is refused."""

    def __init__(self, allowed: str = "") -> None:
        self._answer = PlainTextResponse("", 405 if allowed else 404, {"Allow": allowed} if allowed else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(scope, receive, send)


Take = Callable[[str, QueryParams, Progress], taken.File]


async def _answer(request: Request, take: Take, download: bool, share: Share = _PICTURES) -> Response:
    """The file of the name that is asked for, made within ``share``, or a status and a sentence in the request's language; with ``progress=1``
    how far it is before, a line of JSON with its ``name`` and ``size``, and it."""
    name, language = str(request.path_params.get("name", "")), spoken(request.query_params)

    def work(told: Progress) -> bytes:
        try:
            file = take(name, request.query_params, told)
        except Exception as error:
            _, code, facts = _refusal(request, error)
            raise Refused(sentence(code, language, *facts)) from error
        head = {"name": file.name, "size": len(file.content)}
        return json.dumps(head).encode() + b"\n" + file.content

    def make() -> Response:
        file = take(name, request.query_params, untold)
        headers = {
            "Content-Disposition": _disposition(file.name, download),
            "ETag": f'"{zlib.crc32(file.content):08x}"',
        }
        return Response(file.content, media_type=file.media, headers=headers)

    if request.query_params.get("progress") == "1":
        return streaming(work, request, share)
    try:
        response = await share.run(request, make)
    except (NotFound, TooMany, RendererError) as error:
        response = _refuse(language, *_refusal(request, error))
    except Crowded:
        response = _busy(language)
    response.headers.update(_FRESH)
    return response


def _refusal(request: Request, error: Exception) -> tuple[int, str, tuple[str, ...]]:
    """The status, the code of the sentence and its facts for what went wrong; the log gets what nobody can help."""
    match error:
        case NotFound():
            return 503 if error.what == "data" else 404, error.what, (error.name,)
        case TooMany():
            return 400, "too_many", (str(error.count), str(error.most))
        case RendererBusy():
            return 503, "busy", ()
        case RendererUnavailable():
            return 503, error.code, ()
    _LOG.error("%s could not be made", request.url, exc_info=error)
    return 500, "failed", ()


async def failed(request: Request, _error: Exception) -> Response:
    """What no one foresaw: the server logs it, the viewer gets a sentence."""
    return _refuse(spoken(request.query_params), 500, "failed")


def _refuse(language: str, status: int, code: str, facts: tuple[str, ...] = ()) -> Response:
    told = render("trouble.html", "trouble", language, code=code, facts=facts)
    return HTMLResponse(told, status, {"Retry-After": "5"} if code == "busy" else {})


def _busy(language: str) -> Response:
    return _refuse(language, 503, "busy")


def _disposition(filename: str, download: bool) -> str:
    """The header that names the file, for browsers that read UTF-8 names and for those that don't."""
    plain = "".join(one for one in filename if one.isascii() and one.isprintable() and one not in '"\\')
    plain = plain.strip(" -_.") or "picture"
    ending = "." + filename.rpartition(".")[2]
    suffix = "" if plain.endswith(ending) else ending
    kind = "attachment" if download else "inline"
    return f"{kind}; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(filename.encode(errors='ignore'), safe='')}"
