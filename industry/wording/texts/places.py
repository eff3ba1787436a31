"""What is said of the office's own texts: where in one a figure stands, and why one, or a passage of one, can't be
shown."""

from __future__ import annotations

from industry.text.passage import NotThere
from industry.text.unreadable import Unreadable
from industry.wording.words import worded


def place_in_document(part: int, paged: bool, language: str) -> str:
    """第7段, or 第7页 of a document that knows no paragraphs."""
    return worded("texts", "page" if paged else "paragraph", language, part)


def unreadable(refused: Unreadable, language: str) -> str:
    """Why a file can't be read, as a sentence that says what to do."""
    return worded("texts", f"unreadable_{refused.code}", language, *refused.facts)


def not_there(lost: NotThere, language: str) -> str:
    """Why the passage of a figure can't be shown, as a sentence."""
    return worded(
        "texts", f"passage_{lost.code}", language, *([lost.times] if lost.code == "ambiguous" else [])
    )
