"""A file of tables from its bytes, whatever its name says: workbooks, old ones, web pages that pass for such, tables of text.
Nothing in it is run, nothing that it points at is fetched. The bounds stand in ``bounds``.

OpenDocument (.ods), .xlsb, XML spreadsheets and web archives aren't read: whoever has one can save it as .xlsx.
"""

from __future__ import annotations

from industry.curation.sheets import bounds, encoded, markup, old, separated, workbook
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.grid import plain
from industry.curation.sheets.sheet import Book, Sheet, Told

__all__ = ["NoBook", "read"]
_OLD = (b"\xd0\xcf\x11\xe0", b"\t\x08", b"\t\x04\x06\0", b"\t\x02\x06\0", b"\t\0\x04\0")
"""A compound file, or a workbook without one around it."""
_KINDS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"RIFF": "RIFF",
    b"SQLite format 3": "SQLite",
    b"MZ\x90": "EXE",
}


def read(name: str, data: bytes) -> Book:
    """The file as its sheets, those left out that are hidden. Raises NoBook."""
    if not data.strip(b"\0 \t\r\n"):
        raise NoBook("empty")
    if len(data) > bounds.MOST_BYTES:
        raise NoBook("too_large", f"{bounds.MOST_BYTES >> 20} MB")
    sheets, told = _sheets(data)
    if not any(one.rows for one in sheets):
        hidden = " ".join(one.facts[0] for one in told if one.code == "hidden_sheet")
        raise NoBook("no_sheet", hidden) if hidden else NoBook("empty")
    return Book(name, sheets, told)


def _sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Told, ...]]:
    if data.startswith(b"PK"):
        return workbook.read(data)
    if data.startswith(_OLD):
        return old.read(data)
    for begins, kind in _KINDS.items():
        if data.startswith(begins) and (len(begins) > 2 or b"\0" in data[:64]):
            raise NoBook("other_kind", kind)
    text = encoded.decoded(data, markup.declared(data))
    start = text[:4096].lstrip().lower()
    if start.startswith("<?xml") and (
        "excel.sheet" in start or "urn:schemas-microsoft-com:office:spreadsheet" in start
    ):
        raise NoBook("save_as", "XML")
    if start.startswith("mime-version:"):
        raise NoBook("save_as", "MHTML")
    if markup.is_page(text):
        return (markup.read(text),), ()
    return (plain("", separated.rows(text)),), ()
