"""PDF: its pages, each as one text; lines of a paragraph are joined, since a page knows no paragraphs.

The library is read in a process of its own (``pdf_pages``): it bounds neither its memory nor its time, isn't made for several
threads, and where it fails it takes its process with it, which here would be the dashboard's.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from industry.text.readers import Texts, pdf_pages
from industry.text.unreadable import Unreadable

MOST_PAGES = 3_000
MOST_SECONDS = 60
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes that the process may have, where the system keeps count."""
_HAN = r"[\u3000-\u9fff\uff00-\uffef]"
_BREAK = re.compile(rf"(?<={_HAN})[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?={_HAN})")
"""The end of a line beside Chinese, where no space belongs."""
_PROGRAM = Path(__file__).resolve().parents[3]


def read(data: bytes) -> Texts:
    """Raises Unreadable."""
    pages = tuple(_joined(one) for one in _pages(data))
    empty = sum(not one for one in pages)
    return Texts(pages, paged=True, unread={"pages": empty} if empty else {})


def _pages(data: bytes) -> list[str]:
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("broken")
    command = [sys.executable, "-m", pdf_pages.__name__, *map(str, (MOST_PAGES, MOST_SECONDS, MOST_MEMORY))]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False, cwd=_PROGRAM,
            env={**os.environ, "PYTHONPATH": str(_PROGRAM)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_intricate") from error
    if done.returncode:
        raise Unreadable("too_intricate")
    told = json.loads(done.stdout)
    if isinstance(told, dict):
        raise Unreadable(told["code"], *told["facts"])
    return [str(one) for one in told]


def _joined(page: str) -> str:
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", _BREAK.sub("", page)).strip()
