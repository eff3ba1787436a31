"""A document as its paragraphs, and reading one from a file or from a file's bytes.

How each sort of file is read belongs in ``readers``, where files lie in ``shelf``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from industry.text import plain_file
from industry.text.readers import Texts, docx, pdf, plain
from industry.text.unreadable import Unreadable

READERS: Mapping[str, Callable[[bytes], Texts]] = {
    ".txt": plain.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
}
"""By the ending of a file's name what reads it."""
PAGE = "\f"
_SENTENCE = re.compile(r"[。！？!?]+[”’」』）)]*|\.(?= [A-Z])")
MOST_BYTES = 100 * 1024 * 1024
MOST_LETTERS = 2_000_000
"""Of all parts; a thousand pages have a million."""


@dataclass(frozen=True)
class Document:
    """``parts``: the paragraphs (non-empty lines, or blocks in their order), counted from 1; of a file that knows no
    paragraphs its pages (``paged``), each as one text. ``unread``: how many there are of each kind of thing in the file that
    isn't read (``word.beside``; ``pages`` without text)."""

    name: str
    parts: tuple[str, ...]
    paged: bool = False
    unread: Mapping[str, int] = field(default_factory=dict)


def read(name: str, data: bytes) -> Document:
    """The document of a file with this name. Raises Unreadable."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise Unreadable("unknown_kind", ending)
    if len(data) > MOST_BYTES:
        raise too_large()
    found = READERS[ending](data)
    if not any(found.parts):
        raise Unreadable("no_text")
    if sum(len(one) + 1 for one in found.parts) > MOST_LETTERS:
        raise Unreadable("too_long", str(MOST_LETTERS))
    return Document(name, found.parts, found.paged, found.unread)


def bytes_of(path: Path) -> bytes:
    """What a file holds, of one that is no larger than may be read. Raises Unreadable."""
    try:
        if path.is_dir():
            raise Unreadable("folder")
        data = plain_file.read(path, MOST_BYTES)
    except plain_file.NoPlainFile as error:
        raise Unreadable("no_plain_file") from error
    except FileNotFoundError as error:
        raise Unreadable("no_file", str(path)) from error
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("no_file", str(path)) from error  # a name that no file can have
    except OSError as error:
        raise Unreadable("closed", error) from error
    if len(data) > MOST_BYTES:
        raise too_large()
    return data


def too_large() -> Unreadable:
    return Unreadable("too_large", f"{MOST_BYTES // 1024 // 1024} MB")


def text_of(read: Document) -> str:
    """The text that is judged: a line for each paragraph. A page knows no paragraphs, and what belongs together isn't sure there:
    it has a line for each sentence, and PAGE between it and the next."""
    if not read.paged:
        return "\n".join(read.parts)
    return f"\n{PAGE}\n".join(_SENTENCE.sub(r"\g<0>\n", one).rstrip("\n") for one in read.parts)
