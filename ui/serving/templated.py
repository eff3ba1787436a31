"""A deck in a viewer's own template: the template in the request's body alone, as drafts are, the deck in the answer, and nothing
kept.

What is taken of a template belongs in ``industry.export.pptx.templates``.
"""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from industry.export.order import Progress
from industry.export.pptx.templates.opened import BadTemplate
from industry.text.unreadable import Unreadable
from ui.serving import taken
from ui.serving.addresses import spoken
from ui.serving.drafts import streamed
from ui.serving.streaming import Refused
from ui.trouble import NotFound, TooMany


async def template(request: Request) -> Response:
    """``POST /template/<deck>?slide=…&lang=…`` with a presentation: lines of how far it is; then ``=``, a line of JSON with the ``name`` of the file that follows
    it and ``summary``; or ``!`` and a sentence."""
    id, query = str(request.path_params["name"]), request.query_params
    language = spoken(query)

    def work(data: bytes, told: Progress) -> bytes:
        try:
            made = taken.in_template(id, query, data, told)
        except BadTemplate as bad:
            raise Refused(bad.told(language)) from bad
        except (NotFound, TooMany) as why:
            raise Refused(why.told(language)) from why
        head = {"name": made.name, "summary": made.name, "blocks": []}
        return json.dumps(head, ensure_ascii=False).encode() + b"\n" + made.content

    return await streamed(request, work, _unread)


def _unread(one: Unreadable, language: str) -> str:
    """Why a body isn't taken in at all."""
    return BadTemplate(one.code, *one.facts).told(language)


ROUTES = [Route("/template/{name}", template, methods=["POST"])]
