"""A presentation of ours that its owner opens on 汇报: its slides and the version of the data that it holds, given back as the
text of a deck file, which the page opens like any other.

The file is in the request's body alone and goes with the answer, as in ``drafts``; what a file says of itself is read by
``industry.export.kept``.
"""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from industry import wording
from industry.export.deck import deck_file
from industry.export.kept import NotKept, kept
from industry.text import document
from industry.vocabulary.slide import Slide
from ui.serving.addresses import spoken
from ui.serving.drafts import answered


async def read(request: Request) -> Response:
    """``POST /deck-read?lang=…`` with a file: the ``text`` of a deck file, or ``refused``, a sentence; as JSON."""
    language = spoken(request.query_params)
    return await answered(
        request, document.MOST_BYTES, partial(_opened, language=language), document.too_large()
    )


def _opened(body: bytes, language: str) -> dict[str, Any]:
    try:
        found = kept(body)
    except NotKept as none:
        return {"refused": wording.worded("briefing", f"kept_{none.code}", language)}
    if found.text:
        return {"text": found.text}
    slides = {slide.bare: slide for slide in map(Slide.parse, found.slides)}
    if not slides or not found.date:
        return {"refused": wording.worded("briefing", "kept_no_slides", language)}
    day = datetime.date.fromisoformat(found.date)
    return {"text": deck_file.write(slides.values(), found.version, language, day).decode()}


ROUTES = [Route("/deck-read", read, methods=["POST"])]
