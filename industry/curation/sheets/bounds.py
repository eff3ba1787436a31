"""What is read of a file and what isn't: the bounds of time and memory, that a file is none of tables and why, and the
sentences about both. Within these bounds a file costs at most some ten seconds and half a gigabyte."""

from __future__ import annotations

from industry.curation.sheets.sheet import Book, Told
from industry.wording.words import worded

MOST_BYTES = 32 * 1024 * 1024
"""Of a file."""
MOST_CELLS = 500_000
"""Of a file, empty ones apart: 31 provinces × 100 indicators × 12 months are 37,200."""
MOST_PLACES = 2_000_000
"""Of a file, empty cells that stand between others among them."""
MOST_MARKS = 4_000_000
"""Elements and ends of elements that are read of a workbook, or of a web page."""
MOST_PARSED = 100 * 1024 * 1024
"""Bytes that are read of the unpacked parts of a workbook."""
LONGEST = 32_767
"""Characters of a cell, as Excel has it."""
ROWS, COLUMNS = 1_048_576, 16_384
"""Of a sheet, as Excel has it."""


class NoBook(ValueError):
    """A file that isn't read. ``code``: ``empty``, ``too_large`` (bytes), ``too_many_cells``, ``too_wide`` (empty cells between
    others), ``too_long`` (a cell), ``too_intricate`` (XML), ``broken``, ``locked`` (a password), ``save_as`` (a table in a form
    that isn't read), ``other_kind`` (a picture, a text …), ``no_table`` (a web page without one), ``no_sheet`` (all hidden),
    ``encoding``, ``separator``, ``quotes``. ``facts`` hold what its sentence needs."""

    def __init__(self, code: str, *facts: str) -> None:
        super().__init__(code, *facts)
        self.code, self.facts = code, facts


def sentence(one: NoBook | Told, language: str) -> str:
    """What it says, to stand behind the file's name."""
    return worded("sheets", one.code, language, *one.facts)


def sentences(book: Book, language: str) -> tuple[str, ...]:
    """All that is told of a book."""
    return tuple(sentence(one, language) for one in book.told)
