"""Bytes of a file into text, and the text of an observation table into rows of cells.

Whatever is wrong with the form (encoding, separators, quotation marks, header, length of rows) is
found here. What the cells say is judged in ``rows``; records are read in ``yaml_lines``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter
from typing import Any

from industry.tables.faults import Fault, near
from industry.vocabulary import characters, fields

Row = tuple[str, ...]
_PLACE = {name: place for place, name in enumerate(fields.COLUMN)}
_FREE = ("as_printed", "note_zh", "note_en")
"""Columns whose text is read by people: no closed list, no id, no number refuses what stands there."""
_SPACES = " \t\r\n\u00a0\u3000"
_NEEDED = tuple(column.name for column in fields.COLUMNS if not column.optional)
csv.field_size_limit(2**31 - 1)  # a long cell is no unpaired quotation mark
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = (";", "\t", "，", "；", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """One observation table: its rows by their line as a spreadsheet numbers them, each with a cell for
    every one of ``fields.COLUMNS``. A column that the file leaves out is empty, and not ``present``."""

    file: str
    rows: dict[int, Row]
    present: frozenset[str]

    def cells(self, *names: str) -> Iterator[Any]:
        """Row by row the cell of this column, or the cells of these columns."""
        return map(itemgetter(*(_PLACE[name] for name in names)), self.rows.values())

    def of(self, texts: Collection[str], *names: str, by: str) -> Iterator[Any]:
        """The cells of these columns of the rows that have one of these texts in the column ``by``."""
        rows = compress(self.rows.values(), map(texts.__contains__, self.cells(by)))
        return map(itemgetter(*(_PLACE[name] for name in names)), rows)


def text(file: str, data: bytes) -> str | Fault:
    """The text of a file in UTF-8 (a byte order mark is fine), or what keeps it from being read."""
    kind = (("kind", "table" if file.endswith(".csv") else "record"),)
    if data.startswith(_UTF16) or data[:1000].count(0) * 3 > len(data[:1000]):
        return Fault("utf16", file, facts=kind)
    zero = data.find(0)
    if zero >= 0:
        return Fault("nul_byte", file, line=data.count(b"\n", 0, zero) + 1)
    try:
        found = data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        return Fault("not_utf8", file, line=data.count(b"\n", 0, error.start) + 1, facts=kind)
    return Fault("empty_file", file) if not found or found.isspace() else found


def table(file: str, data: bytes) -> tuple[Table | None, list[Fault]]:
    """The cells of an observation table, without the spaces around them and without characters that nobody
    can see; None where not even its header can be made out."""
    content = text(file, data)
    if isinstance(content, Fault):
        return None, [content]
    written, faults = _rows(file, content)
    if not written:
        return None, faults
    if not characters.printable(content) or characters.suspect(_texts(written)):
        written, found = _cleaned(file, written)
        faults += found
    header, *below = _narrowed(written)
    names, found = _header(file, header)
    faults += found
    if names is None:
        return None, faults
    present = frozenset(fields.COLUMN.keys() & set(names))
    declared = itemgetter(*(names.index(name) if name in present else -1 for name in fields.COLUMN))
    rows: dict[int, Row] = {}
    for line, row in enumerate(below, start=2):
        bare = tuple(map(str.strip, row))
        if not any(bare):
            continue
        if len(row) != len(names):
            faults.append(Fault("row_length", file, line, found=str(len(row)), expected=(str(len(names)),)))
            continue
        rows[line] = declared((*bare, ""))
        if bare != row:
            cells = zip(fields.COLUMN, declared((*row, "")), rows[line], strict=True)
            faults += [
                Fault("outer_space", file, line, name, cell) for name, cell, good in cells if cell != good
            ]
    return Table(file, rows, present), faults


def _rows(file: str, content: str) -> tuple[list[Row], list[Fault]]:
    """All rows, or those before the first one whose quotation marks don't pair."""
    rows: list[Row] = []
    try:
        rows.extend(map(tuple, csv.reader(io.StringIO(content, newline=""), strict=True)))
    except csv.Error:  # those before it stay
        return rows, [Fault("unclosed_quote", file, line=len(rows) + 1)]
    return rows, []


def _texts(rows: list[Row]) -> set[str]:
    """The header, and the texts of the columns in which anything may stand, each once."""
    header = [cell.strip() for cell in rows[0]]
    full = [row for row in rows if len(row) >= len(header)]
    columns = (map(itemgetter(header.index(name)), full) for name in _FREE if name in header)
    return set(rows[0]).union(*columns)


def _cleaned(file: str, rows: list[Row]) -> tuple[list[Row], list[Fault]]:
    """The rows without odd characters, which are told."""
    header = [characters.clean(cell, tabs=True).strip() for cell in rows[0]]
    if not fields.COLUMN.keys() & set(header):  # no commas, perhaps, but tabs
        return rows, []
    faults = [
        Fault(code, file, line, header[place] if place < len(header) else "", found, (), facts)
        for line, row in enumerate(rows, start=1)
        for place, cell in enumerate(row)
        for code, found, facts in characters.wrong(cell.strip(_SPACES))
    ]
    return [tuple(map(_legible, row)) for row in rows], faults


def _legible(cell: str) -> str:
    """A cell without odd characters; the spaces around it stay, to be told as such."""
    bare = cell.strip(_SPACES)
    return cell.replace(bare, characters.clean(bare, tabs=True)) if bare else cell


def _narrowed(rows: list[Row]) -> list[Row]:
    """The rows without the columns at the right that are empty from the header down."""
    full = len(rows[0])
    width = max((place for place, cell in enumerate(rows[0], start=1) if cell.strip()), default=full)
    for row in rows[1:] if width < full else ():
        width = max([width, *(place for place, cell in enumerate(row[:full], start=1) if cell.strip())])
    return [row[:width] if len(row) <= full else row for row in rows] if width < full else rows


def _header(file: str, row: Sequence[str]) -> tuple[list[str] | None, list[Fault]]:
    names = [cell.strip() for cell in row]
    if not fields.COLUMN.keys() & set(names):
        whole = ",".join(row)
        for separator in _SEPARATORS:
            if fields.COLUMN.keys() & {cell.strip() for cell in whole.split(separator)}:
                return None, [Fault("wrong_delimiter", file, line=1, found=separator)]
        return None, [Fault("no_header", file, line=1, found=whole, expected=_NEEDED)]
    faults = []
    seen: set[str] = set()
    for name, cell in zip(names, row, strict=True):
        if name not in fields.COLUMN:
            faults.append(
                Fault("extra_column", file, 1, name, name, tuple(fields.COLUMN), near(name, fields.COLUMN))
            )
        elif name in seen:
            faults.append(Fault("repeated_column", file, 1, name, name))
        elif name != cell:
            faults.append(Fault("outer_space", file, 1, name, cell))
        seen.add(name)
    faults += [Fault("missing_column", file, 1, name) for name in _NEEDED if name not in seen]
    return names, faults
