"""A document as its paragraphs, and reading one from a file's bytes.

How each sort of file is read belongs in ``readers``, where files lie in ``shelf``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from industry.text.readers import docx, pdf, plain
from industry.text.unreadable import Unreadable

READERS: Mapping[str, Callable[[bytes], tuple[tuple[str, ...], bool]]] = {
    ".txt": plain.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
}
"""By the ending of a file's name what reads it: the texts of its parts, and whether these are pages."""
MOST_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True)
class Document:
    """``parts``: the paragraphs (non-empty lines, or blocks in their order), counted from 1; of a file that knows no
    paragraphs its pages (``paged``), each as one text."""

    name: str
    parts: tuple[str, ...]
    paged: bool = False


def read(name: str, data: bytes) -> Document:
    """The document of a file with this name. Raises Unreadable."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise Unreadable("unknown_kind", ending)
    if len(data) > MOST_BYTES:
        raise Unreadable("too_large", f"{MOST_BYTES // 1024 // 1024} MB")
    parts, paged = READERS[ending](data)
    if not any(parts):
        raise Unreadable("no_text")
    return Document(name, parts, paged)
