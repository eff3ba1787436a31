"""What is said of the office's own texts: where in one a figure stands, and why one, or a passage of one, can't be
shown; what in a file isn't read."""

from __future__ import annotations

from collections.abc import Mapping

from industry.text.passage import NotThere
from industry.text.unreadable import Unreadable
from industry.wording.phrases import say
from industry.wording.words import worded

_MACROS = "macros"


def place_in_document(part: int, paged: bool, language: str) -> str:
    """第7段, or 第7页 of a document that knows no paragraphs."""
    return worded("texts", "page" if paged else "paragraph", language, part)


def unreadable(refused: Unreadable, language: str) -> str:
    """Why a file can't be read, as a sentence that says what to do."""
    return worded("texts", f"unreadable_{refused.code}", language, *refused.facts)


def unread(found: Mapping[str, int], language: str) -> str:
    """What in a file isn't read, with how many there are of each kind: sentences, none where there is nothing."""
    kinds = [
        worded("texts", f"unread_{kind}", language, many) for kind, many in found.items() if kind != _MACROS
    ]
    told = [worded("texts", "unread", language, say("listed", language).join(kinds))] if kinds else []
    if _MACROS in found:
        told.append(worded("texts", _MACROS, language))
    return ("" if language == "zh" else " ").join(told)


def not_there(lost: NotThere, language: str) -> str:
    """Why the passage of a figure can't be shown, as a sentence."""
    return worded("texts", f"passage_{lost.code}", language, *([lost.times] if lost.fault else []))
