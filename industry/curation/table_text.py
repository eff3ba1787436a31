"""The text of an observation table with rows put in or replaced: all other lines stay byte for byte, with their order,
quotation marks, ends and byte order mark. Which rows, and where from, belongs in ``candidate``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence

from industry.vocabulary import fields

_MARK = b"\xef\xbb\xbf"
_CELL = r'(?:"(?:[^"]|"")*"[^,\r\n]*|[^",\r\n][^,\r\n]*|)'
_LINE = re.compile(rf"{_CELL}(?:,{_CELL})*(\r\n|\n|\r|\Z)")
_ONE = re.compile(_CELL)
Cells = Mapping[str, str]


class TableText:
    """A table's lines. ``number`` of a line as a spreadsheet counts, the header being 1.

    A column that rows need and the table lacks is named behind the last one; so that each line has as many cells as the
    header, every other line gets an empty cell at its end, where it hasn't one already.

    Raises ValueError for bytes that aren't UTF-8 or have no header of ours.
    """

    def __init__(self, data: bytes) -> None:
        self._mark = _MARK if data.startswith(_MARK) else b""
        text = data[len(self._mark) :].decode("utf-8", "surrogatepass")
        found = [(one[0].removesuffix(one[1]), one[1]) for one in _LINE.finditer(text) if one[0]]
        if "".join(body + end for body, end in found) != text or not found:
            raise ValueError("no table")
        self._lines = found
        self._names = [cell.strip() for cell in _cells(found[0][0])]
        while self._names and not self._names[-1]:
            self._names.pop()
        if not fields.COLUMN.keys() & set(self._names):
            raise ValueError("no header")
        self._end = found[0][1] or "\n"

    @staticmethod
    def blank(end: str = "\n") -> TableText:
        """A table of a header alone, with every column there is."""
        return TableText((",".join(fields.COLUMN) + end).encode())

    def row(self, number: int) -> dict[str, str]:
        """The cells of a line, those of the columns of ``fields`` alone."""
        pairs = zip(self._names, _cells(self._lines[number - 1][0]), strict=False)
        return {name: cell.strip() for name, cell in pairs if name in fields.COLUMN}

    def edited(
        self, new: Sequence[Cells], replaced: Mapping[int, Cells] = {}, gone: Collection[int] = ()
    ) -> tuple[bytes, dict[int, int], dict[int, int]]:
        """The bytes with these rows, and the lines on which the ``new`` and the ``replaced`` ones stand then: by their place
        in ``new``, and by the number they had.

        A new row stands behind the last row of its indicator, where the table has one, else behind the last row of all; so
        no row that is there is counted anew. Several stand in their order. ``gone`` are the lines that leave.
        """
        self._widen([*new, *replaced.values()])
        behind = self._behind([cells.get("indicator", "") for cells in new], gone)
        lines: list[tuple[str, str]] = []
        placed: dict[int, int] = {}
        moved: dict[int, int] = {}
        for number, (body, end) in enumerate(self._lines, start=1):
            if number not in gone:
                lines.append((self._written(replaced[number]) if number in replaced else body, end))
                moved[number] = len(lines)
            for place in behind.get(number, ()):
                before, end_before = lines[-1]
                lines[-1] = before, end_before or self._end
                lines.append((self._written(new[place]), end_before))
                placed[place] = len(lines)
        whole = "".join(body + end for body, end in lines)
        return (
            self._mark + whole.encode("utf-8", "surrogatepass"),
            placed,
            {number: moved[number] for number in replaced},
        )

    def _behind(self, indicators: Sequence[str], gone: Collection[int]) -> dict[int, list[int]]:
        """The places of new rows of these indicators by the number of the line behind which they stand."""
        column = self._names.index("indicator") if "indicator" in self._names else 0
        last, of = 1, dict[str, int]()
        for number, (body, _) in enumerate(self._lines, start=1):
            cells = [cell.strip() for cell in _cells(body)] if number > 1 and number not in gone else []
            if any(cells):
                last = number
                if column < len(cells):
                    of[cells[column]] = number
        found: dict[int, list[int]] = {}
        first = {indicator: place for place, indicator in reversed([*enumerate(indicators)])}
        for place in sorted(range(len(indicators)), key=lambda place: (first[indicators[place]], place)):
            found.setdefault(of.get(indicators[place], last), []).append(place)
        return found

    def _widen(self, rows: Sequence[Cells]) -> None:
        """Names the columns that the rows need and the table lacks."""
        needed = [
            name
            for name in fields.COLUMN
            if name not in self._names and any(cells.get(name) for cells in rows)
        ]
        if not needed:
            return
        width = len(self._names) + len(needed)
        widened = []
        for number, (body, end) in enumerate(self._lines, start=1):
            cells = _cells(body)
            if number == 1:
                kept = _first(body, len(self._names))
                rest = ["" for _ in range(len(cells) - width)]
                body = ",".join([kept, *needed, *rest])
            elif any(cell.strip() for cell in cells) and len(cells) < width:
                body += "," * (width - len(cells))
            widened.append((body, end))
        self._lines = widened
        self._names += needed

    def _written(self, cells: Cells) -> str:
        """A row under the table's own columns."""
        made = io.StringIO(newline="")
        row = [cells.get(name, "") for name in self._names]
        row += [""] * (len(_cells(self._lines[0][0])) - len(row))
        csv.writer(made, lineterminator="\r\n").writerow(
            row
        )  # so that a cell with a break is put in quotation marks
        return made.getvalue().removesuffix("\r\n")


def _first(body: str, count: int) -> str:
    """The text of a line's first cells as it stands there."""
    end = 0
    for place in range(count):
        found = _ONE.match(body, end + bool(place))
        assert found is not None
        end = found.end()
    return body[:end]


def _cells(body: str) -> list[str]:
    return next(csv.reader(io.StringIO(body, newline="")), [])
