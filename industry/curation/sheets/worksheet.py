"""The cells of a sheet of a workbook, read as a stream of XML: no tree of millions of
elements is built, no entity is resolved. What a number looks like is worked out in ``shown``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Protocol
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from industry.curation.sheets import bounds, shown
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.grid import Grid
from industry.curation.sheets.sheet import EMPTY, Block, Cell
from industry.text.office import Package

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
"""The namespaces of workbooks, as the parser puts them before names."""
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_RANGE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][-+]?\d{1,3})?", re.ASCII)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STRIDE = 1024 * 1024
_BLANKS = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a workbook share: texts, the number formats by style, and from when days are counted."""

    strings: Sequence[str]
    formats: Sequence[str]
    since_1904: bool


Start = Callable[[Mapping[str, str]], None]
End = Callable[[], None]


class Reader(Protocol):
    """Who is told of elements by their names, when they begin and when they end, and of the texts between."""

    def starts(self) -> Mapping[str, Start]: ...

    def ends(self) -> Mapping[str, End]: ...

    def text(self, text: str) -> None: ...


class Parts:
    """The parts of a file, read within the bounds of all together."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._bytes, self._marks = 0, 0

    def parse(self, name: str, reader: Reader) -> None:
        """Tells a reader of each element by its name. Raises NoBook, Unreadable."""
        data = self._package.bytes_of(name)
        if data is None:
            raise NoBook("broken")
        self._bytes += len(data)
        self._marks += data.count(b"<")
        if self._bytes > bounds.MOST_PARSED:
            raise NoBook("too_large", f"{bounds.MOST_PARSED >> 20} MB")
        if self._marks > bounds.MOST_MARKS or _unbroken(data):
            raise NoBook("too_intricate")
        starts = {f"{one}{own}": do for one in MAIN for own, do in reader.starts().items()}
        ends = {f"{one}{own}": do for one in MAIN for own, do in reader.ends().items()}

        def start(told: str, attributes: dict[str, str]) -> None:
            if do := starts.get(told):
                do(attributes)

        def end(told: str) -> None:
            if do := ends.get(told):
                do()

        def refuse(*_: object) -> None:
            raise NoBook("broken")  # no workbook has a document type, and entities come with one

        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(data, True)
        except NoBook:
            raise
        except (
            expat.ExpatError,
            ValueError,
            LookupError,
        ) as error:  # no XML, or in an encoding that nobody knows
            raise NoBook("broken") from error


def _unbroken(data: bytes) -> bool:
    """Whether there is a longer text, or element, than any cell can hold."""
    return any(data.find(b"<", at, at + _STRIDE) < 0 for at in range(0, len(data) - _STRIDE, _STRIDE))


def unescaped(text: str) -> str:
    """Characters that XML can't hold are written as _x000B_; a break between lines is one."""
    if "_x" in text:
        text = _ESCAPED.sub(
            lambda one: "\ufffd" if 0xD800 <= int(one[1], 16) < 0xE000 else chr(int(one[1], 16)), text
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fill(grid: Grid, parts: Parts, part: str, workbook: Workbook) -> None:
    """Put the cells of a sheet into a grid. Raises NoBook, Unreadable."""
    reader = _Sheet(grid, workbook)
    parts.parse(part, reader)


class _Sheet:
    def __init__(self, grid: Grid, workbook: Workbook) -> None:
        self._grid, self._workbook = grid, workbook
        self._row, self._column = -1, -1
        self._style, self._kind = "General", "n"
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._within, self._spoken = False, False
        self._zeros = True
        self._columns: dict[str, int] = {}

    def starts(self) -> Mapping[str, Start]:
        return {
            "c": self._begin,
            "v": self._begin_value,
            "t": self._begin_value,
            "f": self._begin_formula,
            "row": self._begin_row,
            "rPh": self._begin_spoken,
            "mergeCell": self._merge,
            "col": self._hide_columns,
            "sheetView": self._view,
        }

    def ends(self) -> Mapping[str, End]:
        return {"c": self._end, "v": self._end_text, "t": self._end_text, "f": self._end_text, "rPh": self._end_spoken}  # fmt: skip

    def text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _begin_value(self, _: Mapping[str, str]) -> None:
        self._into = self._value if self._within and not self._spoken else None

    def _begin_formula(self, _: Mapping[str, str]) -> None:
        self._formula = self._into = [] if self._within else None

    def _end_text(self) -> None:
        self._into = None

    def _begin_spoken(self, _: Mapping[str, str]) -> None:
        self._spoken = True

    def _end_spoken(self) -> None:
        self._spoken = False

    def _view(self, told: Mapping[str, str]) -> None:
        self._zeros = told.get("showZeros", "1") in ("1", "true")

    def _hide_columns(self, told: Mapping[str, str]) -> None:
        if told.get("hidden") in ("1", "true") or told.get("width") == "0":
            self._grid.hidden_columns.append((_whole(told.get("min")) - 1, _whole(told.get("max")) - 1))

    def _begin_row(self, told: Mapping[str, str]) -> None:
        self._row = _whole(told["r"]) - 1 if "r" in told else self._row + 1
        self._column = -1
        if not 0 <= self._row < bounds.ROWS:
            raise NoBook("broken")
        if told.get("hidden") in ("1", "true") or told.get("ht") == "0":
            self._grid.hidden_rows.add(self._row)

    def _begin(self, told: Mapping[str, str]) -> None:
        if "r" in told:
            found = _PLACE.fullmatch(told["r"])
            if found is None or int(found[2]) - 1 != self._row:
                raise NoBook("broken")
            letters = found[1]
            if letters not in self._columns:
                self._columns[letters] = range_boundaries(f"{letters}1")[0] - 1
            self._column = self._columns[letters]
        else:
            self._column += 1
        if not 0 <= self._column < bounds.COLUMNS or self._row < 0:
            raise NoBook("broken")
        style = _whole(told.get("s", "0"))
        formats = self._workbook.formats
        self._style = formats[style] if style < len(formats) else "General"
        self._kind = told.get("t", "n")
        self._value, self._formula, self._within = [], None, True

    def _end(self) -> None:
        self._within = False
        value = "".join(self._value)
        formula = self._formula is not None
        if not value and not (formula and self._kind not in ("str", "inlineStr")):
            return
        if not value:
            text = "=" + "".join(self._formula or ())
            self._grid.tell("not_worked_out", self._row, self._column, text)
            self._grid.put(self._row, self._column, Cell(text[: bounds.LONGEST], formula=True))
            return
        cell = self._cell(value)
        if formula and cell is not EMPTY:
            cell = Cell(cell.text, cell.number, cell.day, True)
        self._grid.put(self._row, self._column, cell)

    def _cell(self, value: str) -> Cell:
        match self._kind:
            case "s":
                at = _whole(value.strip(_BLANKS))
                if at >= len(self._workbook.strings):
                    raise NoBook("broken")
                return shown.text(self._workbook.strings[at], self._style)
            case "str" | "inlineStr":
                return shown.text(unescaped(value), self._style)
            case "b":
                return Cell("TRUE" if value.strip(_BLANKS) in ("1", "true") else "FALSE")
            case "e":
                self._grid.tell("errors", self._row, self._column, value)
                return Cell(value)
            case "n":
                return self._number(value.strip(_BLANKS))
            case "d":
                return self._day(value.strip(_BLANKS))
        raise NoBook("broken")

    def _number(self, value: str) -> Cell:
        if not _NUMBER.fullmatch(value):
            raise NoBook("broken")
        held = float(value)
        if not isfinite(held):
            raise NoBook("broken")
        cell, known = shown.number(shown.exact(held), self._style, self._workbook.since_1904, self._zeros)
        if not known:
            self._grid.tell("unknown_format", self._row, self._column, self._style)
        return cell

    def _day(self, value: str) -> Cell:
        """A day written out, as few programs write one."""
        try:
            moment = datetime.fromisoformat(value.removesuffix("Z"))
        except ValueError as error:
            raise NoBook("broken") from error
        epoch = CALENDAR_MAC_1904 if self._workbook.since_1904 else CALENDAR_WINDOWS_1900
        serial = to_excel(moment.replace(tzinfo=None), epoch)
        style = self._style if self._style != "General" else "yyyy-mm-dd"
        return shown.number(shown.exact(float(serial)), style, self._workbook.since_1904)[0]

    def _merge(self, told: Mapping[str, str]) -> None:
        block = told.get("ref", "")
        if not _RANGE.fullmatch(block):
            raise NoBook("broken")
        left, top, right, bottom = (one - 1 for one in range_boundaries(block))
        if not (0 <= left <= right < bounds.COLUMNS and 0 <= top <= bottom < bounds.ROWS):
            raise NoBook("broken")
        self._grid.merged.append(Block(top, left, bottom, right))


def _whole(told: str | None) -> int:
    """Raises NoBook."""
    if told is None or not (told.isascii() and told.isdecimal()) or len(told) > 9:
        raise NoBook("broken")
    return int(told)
