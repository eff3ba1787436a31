"""Word documents: a paragraph for each block that isn't empty, in order, a table's rows among them with their cells
parted by tabs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.oxml.exceptions import InvalidXmlError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from industry.text.unreadable import Unreadable

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes; a text of a thousand pages has five million."""
_MOST_PARTS = 10_000
_LOCKED = b"\xd0\xcf\x11\xe0"
"""How a file with a password begins (and one of Word 97)."""


def read(data: bytes) -> tuple[tuple[str, ...], bool]:
    """Raises Unreadable."""
    return tuple(filter(None, (text.strip() for _, text in blocks(opened(data))))), False


def opened(data: bytes) -> Word:
    """The document in the bytes of a file. Raises Unreadable."""
    if data.startswith(_LOCKED):
        raise Unreadable("locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
        if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > MOST_UNPACKED:
            raise Unreadable("too_large", f"{MOST_UNPACKED // 1024 // 1024} MB")
        return docx.Document(io.BytesIO(data))
    except Unreadable:
        raise
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        XMLSyntaxError,
        InvalidXmlError,
        OSError,
        NotImplementedError,
    ) as error:
        raise Unreadable("broken") from error


def blocks(word: Word) -> Iterator[tuple[tuple[Paragraph, ...], str]]:
    """Every block with its text: a paragraph, or a table's row with the paragraphs of its cells. A merged cell counts
    once."""
    for one in word.iter_inner_content():
        if isinstance(one, Paragraph):
            yield (one,), one.text.replace("\n", " ")
        elif isinstance(one, Table):
            yield from _rows(one)


def _rows(table: Table) -> Iterator[tuple[tuple[Paragraph, ...], str]]:
    for row in table.rows:
        cells = {id(one._tc): one for one in row.cells}
        held = [
            (cell.paragraphs, " ".join(one.text for one in cell.paragraphs).replace("\n", " "))
            for cell in cells.values()
        ]
        yield tuple(one for paragraphs, _ in held for one in paragraphs), "\t".join(text for _, text in held)
