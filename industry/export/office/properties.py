"""What an Office file says of itself: its title, language and slides, and of which version of the data and by which of the program it was made.
Such files are read in ``kept``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from textwrap import shorten
from typing import Any
from xml.sax.saxutils import escape

from industry.export.kept import SLIDES, versions
from industry.export.office.words import TAGS
from industry.export.xml_text import LONGEST_PROPERTY, writable

NAME = "docProps/custom.xml"


def core(held: Any, title: str, ids: Sequence[str], language: str) -> None:
    """Title, language and the figures' ids, among the core properties ``held`` as the library has them."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    held.title, held.language = writable(title, LONGEST_PROPERTY), TAGS[language][0]
    held.author = held.last_modified_by = held.comments = held.subject = ""
    held.keywords = shorten(writable(" ".join(dict.fromkeys(ids))), LONGEST_PROPERTY, placeholder="")
    held.created = held.modified = now
    held.revision = 1


def custom(version: str, ids: Sequence[str]) -> bytes:
    """The part that holds the versions of the data and of the program, and the slides: PowerPoint, Word, WPS and LibreOffice keep it when they
    save a file; slides keep their names in the first three alone."""
    told = versions(version) | {SLIDES: " ".join(ids)}
    each = (
        _PROPERTY.format(number=number, name=name, value=escape(writable(value)))
        for number, (name, value) in enumerate(told.items(), start=2)
    )
    return f"{_PROPERTIES}{''.join(each)}</Properties>".encode()


_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
