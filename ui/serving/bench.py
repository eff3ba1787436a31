"""Files that curators open on their page, kept as works in progress (``ui.curating.works``), and what they take away from there.
Only a server that may write has these addresses; what a file is, is told in ``industry.curation.bench``.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import quote

import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from industry import wording
from industry.curation import proposed
from industry.curation.bench import kinds
from industry.curation.sheets import bounds
from industry.curation.sheets.bounds import NoBook
from industry.curation.template import making
from industry.export.formats import xlsx
from industry.export.markup import render
from industry.text.unreadable import Unreadable
from ui import mode, store
from ui.curating import works
from ui.serving.addresses import spoken
from ui.trouble import sentence

_LOG = logging.getLogger(__name__)
_FRESH = {"Cache-Control": "no-store"}
_LONGEST = 200
"""Letters of a file's name."""


async def opened(request: Request) -> Response:
    """``POST /curate/file?name=…&lang=…`` with a file: the id of the ``work`` that it began; or ``refused``, a sentence."""
    language = spoken(request.query_params)
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


async def template(request: Request) -> Response:
    """``/curate/template/<region>.xlsx?lang=…``: the workbook with a region's rows, to be filled in."""
    language = spoken(request.query_params)
    tables = store.snapshot().tables
    region = tables.catalogue.regions.get(request.path_params["region"]) if tables else None
    if tables is None or region is None:
        code = ("data", "") if tables is None else ("address", request.url.path)
        return HTMLResponse(render("trouble.html", "trouble", language, code=code[0], facts=code[1:]), 404)
    made = await anyio.to_thread.run_sync(making.workbook, tables, region, language)
    name = quote(f"{region.name(language)}.xlsx")
    headers = _FRESH | {
        "Content-Disposition": f"attachment; filename=\"{region.id}.xlsx\"; filename*=UTF-8''{name}"
    }
    return Response(made, media_type=xlsx.FORMAT.media, headers=headers)


async def proposal(request: Request) -> Response:
    """``/curate/rows/<work>.csv``: the rows of a work as they are chosen and corrected by now, to go on with another time."""
    work = works.work(request.path_params["work"])
    if work is None or work.rows is None:
        told = render(
            "trouble.html", "trouble", spoken(request.query_params), code="address", facts=(request.url.path,)
        )
        return HTMLResponse(told, 404)
    name = quote(f"{PurePosixPath(work.name).stem}.csv")
    headers = _FRESH | {"Content-Disposition": f"attachment; filename=\"rows.csv\"; filename*=UTF-8''{name}"}
    return Response(proposed.written(work.rows), media_type="text/csv", headers=headers)


ROUTES = [
    Route("/curate/file", opened, methods=["POST"]),
    Route("/curate/template/{region}.xlsx", template),
    Route("/curate/rows/{work}.csv", proposal),
]


def _begun(name: str, data: bytes, language: str) -> works.Work | str:
    """The work that a file begins, or why there is none."""
    try:
        work = works.Work(name, data, kinds.kind(name, data))
    except Unreadable as why:
        return wording.unreadable(why, language)
    except NoBook as why:
        return bounds.sentence(why, language)
    except Exception:  # noqa: BLE001 — whatever a hostile file does
        _LOG.exception("a file could not be read")
        return sentence("failed", language)
    works.begin(work)
    return work


def _too_large(language: str) -> str:
    return wording.worded("curate", "too_large", language, works.MOST_BYTES // 1024 // 1024)


def _refused(told: str) -> Response:
    return JSONResponse({"refused": told}, headers=_FRESH)
