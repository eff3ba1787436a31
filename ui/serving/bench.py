"""Files that curators open on their page, as it sends them: kept as a work in progress (``ui.curating.works``). Only a server that
may write has these addresses; what a file is, is told in ``industry.curation.bench``.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import PurePosixPath

import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from industry import wording
from industry.curation.bench import kinds
from industry.curation.sheets.books import NoBook
from industry.text.unreadable import Unreadable
from ui import mode
from ui.curating import works
from ui.trouble import sentence

_LOG = logging.getLogger(__name__)
_FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_LONGEST = 200
"""Letters of a file's name."""


async def opened(request: Request) -> Response:
    """``POST /curate/file?name=…&lang=…`` with a file: the id of the ``work`` that it began; or ``refused``, a sentence."""
    language = "en" if request.query_params.get("lang") == "en" else "zh"
    if not mode.may_write():
        return _refused(sentence("own_machine", language))
    name = PurePosixPath(request.query_params.get("name", "").replace("\\", "/")).name[-_LONGEST:]
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > works.MOST_BYTES:
                return _refused(_too_large(language))
    except ClientDisconnect:
        return _refused(sentence("failed", language))
    begun = await anyio.to_thread.run_sync(partial(_begun, name, bytes(body), language))
    return _refused(begun) if isinstance(begun, str) else JSONResponse({"work": begun.id}, headers=_FRESH)


ROUTES = [Route("/curate/file", opened, methods=["POST"])]


def _begun(name: str, data: bytes, language: str) -> works.Work | str:
    """The work that a file begins, or why there is none."""
    try:
        work = works.Work(name, data, kinds.kind(name, data))
    except Unreadable as why:
        return wording.unreadable(why, language)
    except NoBook as why:
        return wording.worded("sheets", why.code, language, *why.facts)
    except Exception:  # whatever a hostile file does
        _LOG.exception("a file could not be read")
        return sentence("failed", language)
    works.begin(work)
    return work


def _too_large(language: str) -> str:
    return wording.worded("curate", "too_large", language, works.MOST_BYTES // 1024 // 1024)


def _refused(told: str) -> Response:
    return JSONResponse({"refused": told}, headers=_FRESH)
