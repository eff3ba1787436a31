"""PDF: its pages, each as one text; lines of a paragraph are joined, since a page knows no paragraphs."""

from __future__ import annotations

import re

import pypdfium2

from industry.text.unreadable import Unreadable

MOST_PAGES = 3_000
_HAN = r"[\u3000-\u9fff\uff00-\uffef]"
_BREAK = re.compile(rf"(?<={_HAN})[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?={_HAN})")
"""The end of a line beside Chinese, where no space belongs."""


def read(data: bytes) -> tuple[tuple[str, ...], bool]:
    """Raises Unreadable."""
    try:
        held = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("locked" if "password" in str(error).lower() else "broken") from error
    try:
        if len(held) > MOST_PAGES:
            raise Unreadable("too_large", f"{MOST_PAGES} 页 pages")
        return tuple(_text(held[at]) for at in range(len(held))), True
    finally:
        held.close()


def _text(page: pypdfium2.PdfPage) -> str:
    try:
        told = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return ""
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", _BREAK.sub("", told)).strip()
