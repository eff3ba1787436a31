"""What a file that somebody drops is: a document, statistics, proposed rows, a filled template, or a whole table of a region. Told by its name
and what stands at its head; reading it belongs in ``documents``, ``importing``, ``proposed`` and ``template``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Literal, get_args

from industry.curation.proposed import BESIDE
from industry.curation.sheets import books
from industry.curation.sheets.sheet import Book, Cell
from industry.curation.template.reading import REPLACES
from industry.text import document
from industry.text.readers import plain
from industry.text.unreadable import Unreadable
from industry.vocabulary import fields

Kind = Literal["document", "statistics", "proposal", "template", "table"]
KINDS: tuple[str, ...] = get_args(Kind)
ENDINGS = (*document.READERS, ".csv", ".tsv", ".xlsx", ".xlsm", ".xls")
"""Of the names of files that can be opened."""
_HEAD = 12
"""Rows of a sheet among which its heads stand."""
_TEXT = ".txt"
_TABBED = re.compile(r"[^\t]+\t+[^\t]+")
_ASKED = tuple(one.name for one in fields.COLUMNS if not (one.optional or one.open))
"""Columns that no table of ours lacks."""
_PROPOSED = {"region", "accept"}
"""Columns that proposed rows have, and no table."""
_TEMPLATE = REPLACES
"""The column that a template has besides those of the tables."""


def kind(name: str, data: bytes) -> Kind:
    """What a file of this name is. Raises Unreadable, or what ``books.read`` does."""
    ending = PurePath(name).suffix.lower()
    if ending in document.READERS and ending != _TEXT:
        return "document"
    if ending == _TEXT and not _tabular(data):
        return "document"
    return kind_of(books.read(name, data))


def kind_of(book: Book) -> Kind:
    """What a file of tables is: by the ids of our own columns, wherever near the top they stand."""
    found: Kind = "statistics"
    for sheet in book.sheets:
        for row in sheet.rows[:_HEAD]:
            heads = set(_ids(row))
            if not heads.issuperset(_ASKED):
                continue
            if heads >= _PROPOSED:
                return "proposal"
            found = "template" if _TEMPLATE in heads or found == "template" else "table"
    return found


def _ids(row: Sequence[Cell]) -> Iterable[str]:
    """The ids of our columns in a row, also where words stand beside them in the same cell."""
    known = {*fields.COLUMN, *BESIDE}
    for cell in row:
        yield from known.intersection(re.findall(r"[a-z_]+", cell.text.lower()))


def _tabular(data: bytes) -> bool:
    """Whether a text's lines are those of a table: most of them have tabs inside."""
    try:
        lines = [one for part in plain.read(data).parts for one in part.splitlines() if one.strip()]
    except Unreadable:
        return False
    return bool(lines) and 2 * sum(bool(_TABBED.search(one)) for one in lines) > len(lines)
