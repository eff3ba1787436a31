"""Plain text: UTF-8 or GB18030, a paragraph on each line that isn't empty."""

from __future__ import annotations

from industry.text.readers import Texts
from industry.text.unreadable import Unreadable

MOST_BYTES = 8 * 1024 * 1024
"""A text of a thousand pages has three million."""
_ENCODINGS = ("utf-8-sig", "gb18030")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read(data: bytes) -> Texts:
    """Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too_large", f"{MOST_BYTES // 1024 // 1024} MB")
    text = decoded(data)
    return Texts(tuple(filter(None, (line.strip() for line in text.splitlines()))))


def decoded(data: bytes) -> str:
    """The text of bytes in UTF-8, GB18030, or UTF-16 with its mark. Raises Unreadable."""
    marked = _MARKS.get(data[:2])
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("encoding")
