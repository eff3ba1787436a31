"""What an SVG file says besides its picture: its title and description, for people who hear it, its language, and
where its numbers come from.

The picture is never changed here. Which texts are written is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from industry.export.markup import html_language
from industry.export.xml_text import writable

_OURS = "urn:industry:provenance"
_ROOT = re.compile(rb"<svg\b[^>]*>")
_TITLE, _DESCRIPTION = "Title", "Description"


def stamp(svg: bytes, language: str, texts: Mapping[str, str]) -> bytes:
    """The same picture with ``texts`` in it: Title and Description as its own elements, all of them, by their keys,
    as its metadata. Raises ValueError if ``svg`` is none."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("not an SVG")
    told = {key: writable(text) for key, text in texts.items() if text}
    named = "".join(
        f"<{element}>{escape(told[key])}</{element}>"
        for element, key in (("title", _TITLE), ("desc", _DESCRIPTION))
        if key in told
    )
    each = "".join(f"<p:meta name={quoteattr(key)} content={quoteattr(text)}/>" for key, text in told.items())
    said = f'{named}<metadata xmlns:p="{_OURS}">{each}</metadata>'.encode()
    opening = root[0][:-1] + f' role="img" xml:lang={quoteattr(html_language(language))}>'.encode()
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + opening + said + svg[root.end() :]
