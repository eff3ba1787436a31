"""The process that reads a PDF: from standard input to the texts of its pages, or to what is wrong with it, as JSON.

``python -m industry.text.readers.pdf_pages PAGES SECONDS BYTES``: at most so many of each. What becomes of the texts belongs
in ``pdf``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MOST_LETTERS = 5_000_000
"""More than any text that is read on."""


def pages(data: bytes, most: int) -> list[str] | dict[str, Any]:
    """The texts of the pages, or the code and the facts of why there are none."""
    import pypdfium2

    try:
        held = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _refused("locked" if "password" in str(error).lower() else "broken")
    if len(held) > most:
        return _refused("too_many_pages", str(most))
    texts: list[str] = []
    letters = 0
    for at in range(len(held)):
        texts.append(_text(held, at))
        letters += len(texts[-1])
        if letters > MOST_LETTERS:
            return _refused("too_long", str(MOST_LETTERS))
    return texts


def _text(held: Any, at: int) -> str:
    import pypdfium2

    try:
        page = held[at]
        told = page.get_textpage()
        text = str(told.get_text_range())
        told.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    return text


def _refused(code: str, *facts: str) -> dict[str, Any]:
    return {"code": code, "facts": facts}


def main(most: int, seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows keeps no such count
        pass
    else:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    told = json.dumps(pages(sys.stdin.buffer.read(), most))
    sys.stdout.write(told)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
