"""Bytes of a file into text, and the text of an observation table into columns.

Whatever is wrong with the form (encoding, separators, quotation marks, header, length of rows) is
found here. What the cells say is judged in ``rows``; records are read in ``marked``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from industry import fields
from industry.faults import Fault, near

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = (";", "\t", "，", "；", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one observation table, by column; ``lines`` are the rows as a spreadsheet numbers
    them. A column that the file leaves out is empty. ``whole``: every row of the file is in it."""

    file: str
    columns: dict[str, Sequence[str]]
    lines: Sequence[int]
    present: frozenset[str]
    whole: bool


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


def table(file: str, content: str) -> tuple[Table | None, list[Fault]]:
    """The cells of an observation table; None where not even its header can be made out."""
    rows, faults = _rows(file, content)
    if not rows:
        return None, faults or [Fault("empty_file", file)]
    header, found = _header(file, rows[0])
    faults += found
    if header is None:
        return None, faults
    kept: list[list[str]] = []
    lines: list[int] = []
    width = len(header)
    for line, row in enumerate(rows[1:], start=2):
        if len(row) == width and row[0]:
            kept.append(row)
            lines.append(line)
        elif any(cell.strip() for cell in row):
            if len(row) == width:
                kept.append(row)
                lines.append(line)
            else:
                faults.append(Fault("row_length", file, line, found=str(len(row)), expected=(str(width),)))
    cells = list(zip(*kept, strict=True)) if kept else [()] * width
    columns: dict[str, Sequence[str]] = {column.name: ("",) * len(kept) for column in fields.COLUMNS}
    for name, values in zip(header, cells, strict=True):
        if name in columns:
            columns[name] = _trimmed(file, name, values, lines, faults)
    present = frozenset(header) & columns.keys()
    return Table(file, columns, lines, present, whole=not faults), faults


def _rows(file: str, content: str) -> tuple[list[list[str]], list[Fault]]:
    """All rows, or those before the first one whose quotation marks don't pair."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(content, newline=""), strict=True):
            rows.append(row)
    except csv.Error:
        return rows, [Fault("unclosed_quote", file, line=len(rows) + 1)]
    return rows, []


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


def _trimmed(
    file: str, name: str, values: Sequence[str], lines: Sequence[int], faults: list[Fault]
) -> Sequence[str]:
    """The cells of a column; those with a space at either end are told, and read without it."""
    spaced = {value for value in set(values) if value != value.strip()}
    if not spaced:
        return values
    faults.extend(
        Fault("outer_space", file, line, name, value)
        for line, value in zip(lines, values, strict=True)
        if value in spaced
    )
    return [value.strip() for value in values]
