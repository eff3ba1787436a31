"""The numbers that the page which lists them shows, as a file of its own: whichever server is asked makes it from what
the address says, once for all whose conditions the same numbers meet.

What its lines are belongs in ``industry.export.listing``; which address says what in ``ui.parts.listing``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from industry.export import listing, workbook
from industry.export.formats import xlsx
from industry.tables.tables import Tables
from industry.wording import worded
from ui import store
from ui.parts.listing import of_address
from ui.serving.addresses import spoken
from ui.serving.taken import File, once
from ui.trouble import NotFound

_Sheets = Mapping[str, workbook.Sheet]
_MADE: Mapping[str, tuple[str, Callable[[_Sheets, Tables], bytes]]] = {
    "csv": ("text/csv", lambda sheets, _: workbook.comma_separated(*next(iter(sheets.values())))),
    "xlsx": (xlsx.FORMAT.media, lambda sheets, tables: workbook.workbook(sheets, tables.version)),
}
MADE = tuple(_MADE)
"""The kinds of such a file; the first holds the numbers alone."""


def rows(made: str, query: Mapping[str, str]) -> File:
    """The file of this kind of the numbers that ``query`` asks for, in its ``lang``. Raises NotFound without tables, and
    where no number meets it."""
    language = spoken(query)
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", made)
    found = of_address(tables, query)
    if not found:
        raise NotFound("address", f"/rows.{made}")
    media, make = _MADE[made]
    key = (tables.content, media, language, tuple(row.id for row in found))
    content = once(key, lambda: make(listing.sheets(tables, found, language), tables))
    return File(content, f"{worded('pages', 'file', language)}.{made}", media)
