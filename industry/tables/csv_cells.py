"""Bytes of a file into text, and the text of an observation table into columns.

Whatever is wrong with the form (encoding, separators, quotation marks, header, length of rows) is
found here. What the cells say is judged in ``rows``; records are read in ``yaml_file``.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.csv as pacsv  # type: ignore[import-untyped]

from industry.tables.columns import Column, Places
from industry.tables.faults import Fault, near
from industry.vocabulary import fields

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FREE = ("value", "value_to", "as_printed", "note_zh", "note_en")
"""Columns whose texts hardly ever come twice."""
_SEPARATORS = (";", "\t", "，", "；", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one observation table, by column; ``lines`` are the rows as a spreadsheet numbers
    them. A column that the file leaves out is empty, and not ``present``."""

    file: str
    columns: dict[str, Column]
    lines: Places
    present: frozenset[str]


def text(file: str, data: bytes) -> str | Fault:
    """The text of a file in UTF-8 (a byte order mark is fine), or what keeps it from being read."""
    kind = (("kind", "table" if file.endswith(".csv") else "record"),)
    if data.startswith(_UTF16) or data[:1000].count(0) * 3 > len(data[:1000]):
        return Fault("utf16", file, facts=kind)
    zero = data.find(0)
    if zero >= 0:
        return Fault("nul_byte", file, line=data.count(b"\n", 0, zero) + 1)
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Fault("not_utf8", file, line=data.count(b"\n", 0, error.start) + 1, facts=kind)
    return found if found.strip() else Fault("empty_file", file)


def table(file: str, data: bytes) -> tuple[Table | None, list[Fault]]:
    """The cells of an observation table; None where not even its header can be made out."""
    quick = _quick(data)
    content = "" if quick else text(file, data)
    if isinstance(content, Fault):
        return None, [content]
    rows, faults = ([quick[0]], []) if quick else _rows(file, content)
    if not rows:
        return None, faults
    rows = _narrowed(rows)
    header, found = _header(file, rows[0])
    faults += found
    if header is None:
        return None, faults
    if quick:
        cells, lines = quick[1], np.arange(2, len(quick[1][0]) + 2)
    else:
        cells, lines = _cells(file, rows, faults)
    columns: dict[str, Column] = {}
    for name, values in zip(header, cells, strict=True):
        if name in fields.COLUMN and name not in columns:
            columns[name] = _trimmed(file, name, values, lines, faults)
    present = frozenset(columns)
    for name in fields.COLUMN:
        if name not in present:
            columns[name] = Column(pa.repeat(pa.scalar(""), len(lines)))
    return Table(file, columns, lines, present), faults


def _cells(file: str, rows: Sequence[Sequence[str]], faults: list[Fault]) -> tuple[list[Column], Places]:
    """The rows below the header that are as long as it and not blank, by column."""
    width = len(rows[0])
    kept = [(line, row) for line, row in enumerate(rows[1:], start=2) if any(cell.strip() for cell in row)]
    faults += [
        Fault("row_length", file, line, found=str(len(row)), expected=(str(width),))
        for line, row in kept
        if len(row) != width
    ]
    kept = [(line, row) for line, row in kept if len(row) == width]
    lines = np.array([line for line, _ in kept], np.intp)
    return [Column([row[place] for _, row in kept]) for place in range(width)], lines


def _quick(data: bytes) -> tuple[list[str], list[Column]] | None:
    """Header and columns of a table without a fault of form, many times faster than row by row; None
    where there may be one, or a blank row, which moves the numbers of the lines."""
    head = data[: data.find(b"\n") + 1].removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n")
    names = [name.decode("utf-8", "replace") for name in head.split(b",")]
    if not head or b'"' in head or not names[-1].strip() or len(set(names)) < len(names):
        return None
    if 0 in data or not _paired(data):
        return None
    try:
        read = pacsv.read_csv(
            pa.py_buffer(data),
            pacsv.ReadOptions(column_names=names, skip_rows=1, block_size=len(data) + 1),
            pacsv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    columns = [Column(column.combine_chunks()) for column in read.columns]
    blank = not len(columns[0]) or "" in columns[0].distinct
    return None if blank else (names, columns)


def _paired(data: bytes) -> bool:
    """Whether every quotation mark opens, closes or doubles as it should, and every line ends alike."""
    if b"\r" in data and data.count(b"\r") != data.count(b"\r\n"):
        return False
    first, *parts = data.split(b'"')
    if not parts:
        return True
    ends = (b"", b",", b"\r", b"\n")
    return (
        len(parts) % 2 == 0
        and first[-1:] in ends
        and all(part[:1] in ends and part[-1:] in ends for part in parts[1::2])
    )


def _rows(file: str, content: str) -> tuple[list[list[str]], list[Fault]]:
    """All rows, or those before the first one whose quotation marks don't pair."""
    rows: list[list[str]] = []
    try:
        found = csv.reader(io.StringIO(content, newline=""), strict=True)
        while (row := next(found, None)) is not None:
            rows.append(row)
    except csv.Error:
        return rows, [Fault("unclosed_quote", file, line=len(rows) + 1)]
    return rows, []


def _narrowed(rows: list[list[str]]) -> list[list[str]]:
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
        return None, [Fault("no_header", file, line=1, found=whole, expected=_needed())]
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
    faults += [Fault("missing_column", file, 1, name) for name in _needed() if name not in seen]
    return names, faults


def _needed() -> tuple[str, ...]:
    return tuple(column.name for column in fields.COLUMNS if not column.optional)


def _trimmed(file: str, name: str, column: Column, lines: Places, faults: list[Fault]) -> Column:
    """The cells of a column; those with a space at either end are told, and read without it."""
    free = name in _FREE
    if free and pc.utf8_trim_whitespace(column.array).equals(column.array):
        return column
    spaced = column.where(lambda text: text != text.strip())
    faults += [Fault("outer_space", file, int(lines[place]), name, column[place]) for place in spaced]
    return column.mapped(str.strip) if len(spaced) else column
