"""The addresses beside the pages: a slide in any format, a deck to present, to take away or to keep, what a search finds.

Each handler turns a request into a call of ``taken``, away from the event loop, and what goes wrong there into
a status and a sentence. Where links to them are made is told in ``addresses``.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import anyio
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from industry.export.markup import render
from industry.export.picture.renderer import RendererBusy, RendererFailed, RendererUnavailable
from ui.serving import drafts, opened, refreshing, searched, taken, templated
from ui.trouble import NotFound, TooMany

_LOG = logging.getLogger(__name__)
_FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_AT_ONCE = 40
"""More than the renderer queues, so that it is the renderer who says that it is busy."""


async def picture(request: Request) -> Response:
    """``/picture/<figure>.<format>?<its choices>&size=…``, with ``download=1`` as a file."""
    return await _answer(request, taken.picture, request.query_params.get("download") == "1")


async def deck(request: Request) -> Response:
    """``/deck/<deck>.<format>?lang=zh``, or ``?slide=…&slide=…``: a deck to take away."""
    return await _answer(request, taken.deck, True)


async def deck_file(request: Request) -> Response:
    """``/deck-file?slide=…&slide=…``: a deck as the file in which its owner keeps it."""
    return await _answer(request, lambda _, query: taken.deck_file(query), True)


async def present(request: Request) -> Response:
    """``/present/<deck>?lang=zh``, or ``?slide=…&slide=…``: a deck that presents itself."""
    return await _answer(request, taken.present, False)


async def search(request: Request) -> Response:
    """``/search?q=…&<choices that travel>``: what a search finds, as JSON."""
    words, query = request.query_params.get("q", ""), dict(request.query_params)
    found = partial(searched.answer, words, query)
    return JSONResponse(await anyio.to_thread.run_sync(found, limiter=_limiter(request)), headers=_FRESH)


ROUTES = [
    *drafts.ROUTES,
    *opened.ROUTES,
    *refreshing.ROUTES,
    *templated.ROUTES,
    Route("/search", search),
    Route("/deck-file", deck_file),
    Route("/picture/{name:path}", picture),
    Route("/deck/{name:path}", deck),
    Route("/present/{name:path}", present),
]
"""Of whatever lies below the last three, a / in a name too: what is not answered here Streamlit answers with a page."""


Take = Callable[[str, QueryParams], taken.File]


async def _answer(request: Request, take: Take, download: bool) -> Response:
    """The file of the name that is asked for, or a status and a sentence in the request's language."""
    name = str(request.path_params.get("name", ""))

    def make() -> Response:
        file = take(name, request.query_params)
        headers = {
            "Content-Disposition": _disposition(file.name, download),
            "ETag": f'"{zlib.crc32(file.content):08x}"',
        }
        return Response(file.content, media_type=file.media, headers=headers)

    refuse = partial(_refuse, _language(request))
    # Threads of our own: Streamlit serves its files with the shared ones.
    limiter = _limiter(request)
    try:
        response = await anyio.to_thread.run_sync(make, limiter=limiter)
    except NotFound as missing:
        response = refuse(503 if missing.what == "data" else 404, missing.what, missing.name)
    except TooMany as more:
        response = refuse(400, "too_many", str(more.count), str(more.most))
    except RendererBusy:
        response = refuse(503, "busy")
        response.headers["Retry-After"] = "5"
    except RendererUnavailable as missing:
        response = refuse(503, missing.code)
    except RendererFailed:
        _LOG.exception("%s could not be made", request.url)
        response = refuse(500, "failed")
    response.headers.update(_FRESH)
    return response


async def failed(request: Request, _error: Exception) -> Response:
    """What no one foresaw: the server logs it, the viewer gets a sentence."""
    return _refuse(_language(request), 500, "failed")


def _language(request: Request) -> str:
    return "en" if request.query_params.get("lang") == "en" else "zh"


def _refuse(language: str, status: int, code: str, *facts: str) -> Response:
    return HTMLResponse(render("trouble.html", "trouble", language, code=code, facts=facts), status)


def _limiter(request: Request) -> anyio.CapacityLimiter:
    state = request.app.state
    if not hasattr(state, "picture_threads"):
        state.picture_threads = anyio.CapacityLimiter(_AT_ONCE)
    limiter: anyio.CapacityLimiter = state.picture_threads
    return limiter


def _disposition(filename: str, download: bool) -> str:
    """The header that names the file, for browsers that read UTF-8 names and for those that don't."""
    plain = "".join(one for one in filename if one.isascii() and one.isprintable() and one not in '"\\')
    plain = plain.strip(" -_.") or "picture"
    ending = "." + filename.rpartition(".")[2]
    suffix = "" if plain.endswith(ending) else ending
    kind = "attachment" if download else "inline"
    return f"{kind}; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(filename.encode(errors='ignore'), safe='')}"
