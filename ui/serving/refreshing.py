"""A presentation of a viewer's own whose figures of ours are brought up to the tables: in the request's body alone, as drafts are,
given back with what is told of it, and nothing kept.

What becomes of the file belongs in ``industry.export.refreshing``.
"""

from __future__ import annotations

import json
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from industry.export.order import Progress
from industry.export.refreshing import refreshed
from industry.export.refreshing.report import blocks, summary
from industry.text.unreadable import Unreadable
from ui import store
from ui.serving.addresses import spoken
from ui.serving.drafts import streamed


async def refresh(request: Request) -> Response:
    """``POST /refresh?kind=.pptx&lang=…`` with a file: lines of how far it is; then ``=``, a line of JSON
    that tells what has become of it, and the bytes of the new file, none where nothing has changed; or ``!`` and a sentence."""
    language = spoken(request.query_params)
    name = f"file{PurePath(request.query_params.get('kind', '')).name}"

    def work(data: bytes, told: Progress) -> bytes:
        tables = store.snapshot().tables
        if tables is None:
            raise Unreadable("no_tables")
        found = refreshed.refreshed(name, data, tables, language, told)
        head = {
            "summary": summary(found.report, language),
            "eye": found.report.eye,
            "blocks": [*blocks(found.report, language)],
        }
        made = found.data if found.data != data else b""
        return json.dumps(head, ensure_ascii=False).encode() + b"\n" + made

    return await streamed(request, work, refreshed.refused)


ROUTES = [Route("/refresh", refresh, methods=["POST"])]
