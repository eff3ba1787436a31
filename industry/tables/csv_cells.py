"""Bytes of a file into text, and the text of an observation table into columns of cells.

Whatever is wrong with the form (encoding, separators, quotation marks, header, length of rows) is
found here. What the cells say is judged in ``rows``; records are read in ``yaml_lines``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, islice

from industry.tables.faults import Fault, near
from industry.vocabulary import characters, fields

Row = list[str]
_BLOCK = 300
"""Rows that are put into columns at a time: few, so that the processor still has their cells at hand."""
_SPACES = " \t\r\n\u00a0\u3000"
_NEEDED = tuple(column.name for column in fields.COLUMNS if not column.optional)
csv.field_size_limit(2**31 - 1)  # a long cell is no unpaired quotation mark
_MEGABYTE = 1024 * 1024
MOST_BYTES = 64 * _MEGABYTE
"""Of a file: several times what a hundred thousand rows take. Nobody need read more of it than one byte beyond."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = (";", "\t", "，", "；", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """One observation table by columns, one for each of ``fields.COLUMNS`` with a cell for every row; ``lines``
    are those of the rows as a spreadsheet numbers them. A column that the file leaves out is empty, and not
    ``present``."""

    file: str
    lines: Sequence[int]
    columns: Mapping[str, Sequence[str]]
    present: frozenset[str]

    def cells(self, *names: str) -> Iterator[tuple[str, ...]]:
        """Row by row the cells of these columns."""
        return zip(*(self.columns[name] for name in names), strict=True)

    def of(self, texts: Collection[str], *names: str, by: str) -> Iterator[tuple[str, ...]]:
        """The cells of these columns of the rows that have one of these texts in the column ``by``."""
        return compress(self.cells(*names), map(texts.__contains__, self.columns[by]))

    def row(self, place: int) -> dict[str, str]:
        """The cells of a row, by its place among all from 0."""
        return {name: column[place] for name, column in self.columns.items()}


def text(file: str, data: bytes) -> str | Fault:
    """The text of a file in UTF-8 (a byte order mark is fine), or what keeps it from being read."""
    if len(data) > MOST_BYTES:
        return Fault("large_file", file, facts=(("size", f"{MOST_BYTES // _MEGABYTE}"),))
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
    faults: list[Fault] = []
    blocks = _blocks(file, content, faults)
    if (block := next(blocks, None)) is None:
        return None, faults
    cleaner = _Cleaner(file, block[0]) if characters.suspect(characters.unusual(data)) else None
    (header,) = cleaner.clean(1, block) if cleaner else block
    sheet = _Sheet(header)
    for block in blocks:
        sheet.add(cleaner.clean(sheet.next, block) if cleaner else block)
    faults += cleaner.faults if cleaner else []
    names, found = _header(file, header[: sheet.width])
    faults += found
    if names is None:
        return None, faults
    held, found = sheet.table(file, names)
    return held, faults + found


def _blocks(file: str, content: str, faults: list[Fault]) -> Iterator[list[Row]]:
    """The rows, first the header alone, then many at a time: all, or those before the first one whose quotation
    marks don't pair, which is told."""
    rows: Iterator[Row] = csv.reader(io.StringIO(content, newline=""), strict=True)
    line, size = 1, 1
    while True:
        block: list[Row] = []
        try:
            block.extend(islice(rows, size))
        except csv.Error:  # those before it stay
            faults.append(Fault("unclosed_quote", file, line=line + len(block)))
            rows = iter(())
        if not block:
            return
        yield block
        line, size = line + len(block), _BLOCK


class _Cleaner:
    """Takes odd characters out of rows, and keeps what is to be told of them and of garbled text."""

    def __init__(self, file: str, header: Row) -> None:
        self.faults: list[Fault] = []
        self._file = file
        self._names = [characters.clean(cell, tabs=True).strip() for cell in header]
        self._read = cache(_read)

    def clean(self, line: int, rows: list[Row]) -> list[Row]:
        """Rows as they are legible, the first of them on this line."""
        if not fields.COLUMN.keys() & set(self._names):  # no commas, perhaps, but tabs
            return rows
        suspect = characters.suspect
        return [self._row(at, row) if suspect("".join(row)) else row for at, row in enumerate(rows, line)]

    def _row(self, line: int, row: Row) -> Row:
        read = list(map(self._read, row))
        self.faults += [
            Fault(
                code,
                self._file,
                line,
                self._names[place] if place < len(self._names) else "",
                found,
                (),
                facts,
            )
            for place, (_, wrong) in enumerate(read)
            for code, found, facts in wrong
        ]
        return [legible for legible, _ in read]


def _read(cell: str) -> tuple[str, tuple[tuple[str, str, characters.Facts], ...]]:
    """A cell without odd characters, and what was wrong with it; the spaces around it stay, to be told as such."""
    bare = cell.strip(_SPACES)
    legible = cell.replace(bare, characters.clean(bare, tabs=True)) if bare else cell
    return legible, tuple(characters.wrong(bare))


class _Sheet:
    """Rows put together by columns, as many as the header has, without the spaces around their cells."""

    def __init__(self, header: Row) -> None:
        self._header = header
        self._columns: list[list[str]] = [[] for _ in header]
        self._lines: list[int] = []
        self._lengths: dict[int, int] = {}
        self._spaced: list[tuple[int, int, str]] = []
        self.next = 2
        """The line of the row that is added next."""

    def add(self, rows: list[Row]) -> None:
        """Rows below those that are there."""
        lines: Sequence[int] = range(self.next, self.next + len(rows))
        self.next += len(rows)
        if not {len(self._header)}.issuperset(map(len, rows)):
            lines, rows = self._fitted(lines, rows)
        self._lines += lines
        for place, (column, cells) in enumerate(zip(self._columns, zip(*rows, strict=True), strict=False)):
            bare = tuple(map(str.strip, cells))
            column += bare
            if bare != cells:
                pairs = zip(lines, cells, bare, strict=True)
                self._spaced += [(line, place, cell) for line, cell, good in pairs if cell != good]

    def _fitted(self, lines: Sequence[int], rows: list[Row]) -> tuple[list[int], list[Row]]:
        """The rows that aren't blank, filled up or cut to the length of the header; theirs is kept in mind."""
        width = len(self._header)
        full = {line: row for line, row in zip(lines, rows, strict=True) if any(map(str.strip, row))}
        self._lengths |= {line: len(row) for line, row in full.items() if len(row) != width}
        return list(full), [[*row, *[""] * (width - len(row))][:width] for row in full.values()]

    @property
    def width(self) -> int:
        """How many columns there are without those at the right that are empty from the header down."""
        header = enumerate(self._header, start=1)
        named = max((place for place, cell in header if cell.strip()), default=len(self._header))
        below = enumerate(self._columns[named:], start=named + 1)
        return max([named, *(place for place, column in below if any(column))])

    def table(self, file: str, names: Sequence[str]) -> tuple[Table, list[Fault]]:
        """The rows that have a cell for each of these names, and the faults of the others and of spaces."""
        wide = range(len(names), len(self._header) + 1)
        wrong = {line: length for line, length in self._lengths.items() if length not in wide}
        blank = {
            line
            for place, (line, first) in enumerate(zip(self._lines, self._columns[0], strict=True))
            if not first and not any(column[place] for column in self._columns)
        }
        present = {name: names.index(name) for name in fields.COLUMN if name in names}
        columns, lines = {name: self._columns[place] for name, place in present.items()}, self._lines
        if left := wrong.keys() | blank:
            kept = [line not in left for line in lines]
            columns = {name: list(compress(column, kept)) for name, column in columns.items()}
            lines = list(compress(lines, kept))
        empty = [""] * len(lines)
        faults = [
            Fault("row_length", file, line, found=str(length), expected=(str(len(names)),))
            for line, length in wrong.items()
        ]
        told = {place: name for name, place in present.items()}
        faults += [
            Fault("outer_space", file, line, told[place], cell)
            for line, place, cell in sorted(self._spaced)
            if place in told and line not in left
        ]
        whole = {name: columns.get(name, empty) for name in fields.COLUMN}
        return Table(file, lines, whole, frozenset(present)), faults


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
