"""The header over the columns of a table: its rows, units among them, merged cells and blanks that belong to those before them. What the
texts say belongs in ``sayings``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from industry.curation.importing.reading import units
from industry.curation.importing.reading.cells import NONE, Seen
from industry.curation.importing.reading.lines import Line, Rows
from industry.curation.sheets.sheet import Sheet

Spans = Mapping[tuple[int, int], tuple[int, int]]
"""Of every cell inside a merged rectangle the first one."""
_SIGNS = "+-±/"
"""What stands before a unit of growth: ±%."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text that says something of figures, and its cell (row and column from 0). ``unit``: it is a unit and nothing else."""

    seen: Seen
    row: int
    column: int
    unit: bool = False


def covered(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Of every cell inside a merged rectangle the first one."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for one in sheet.merged:
        bottom, right = min(one.bottom, len(sheet.rows) - 1), min(one.right, _width(sheet) - 1)
        for row in range(one.top, bottom + 1):
            for column in range(one.left, right + 1):
                if (row, column) != (one.top, one.left):
                    found[row, column] = (one.top, one.left)
    return found


def _width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows), default=0)


def cell(lines: Sequence[Line], row: int, column: int) -> Seen:
    return lines[row][column] if column < len(lines[row]) else NONE


def paths(lines: Sequence[Line], rows: Rows, width: int, spans: Spans) -> list[tuple[Label, ...]]:
    """The header over each column, from top to bottom; a blank beside a header that spans others belongs to it."""
    found: list[list[Label]] = [[] for _ in range(width)]
    for level, row in enumerate(rows.heads):
        lower = rows.heads[level + 1 :]
        last: Label | None = None
        of_units = _of_units(lines[row])
        for column in range(width):
            at = spans.get((row, column), (row, column))
            one = cell(lines, *at)
            if one.kind and of_units and units.named(one.text):
                continue
            if one.kind:
                own = Label(
                    _header(one),
                    *at,
                    unit=of_units and one.text[0] not in _SIGNS or bool(units.alone(one.text)),
                )
                last = own
            elif last is not None and not last.unit and any(cell(lines, each, column).kind for each in lower):
                own = last
            else:
                last = None
                continue
            if own.row in rows.heads and (not found[column] or found[column][-1].seen.text != own.seen.text):
                found[column].append(own)
    return [tuple(one) for one in found]


def _of_units(line: Line) -> bool:
    """Whether a row of a header is of units, but for the word 单位 before them."""
    told = [one.text.lstrip(_SIGNS) for one in line if one.kind]
    if told and units.named(told[0]):
        return any(map(units.alone, told[1:]))
    return bool(told) and all(map(units.alone, told))


def _header(one: Seen) -> Seen:
    """A period where a header may be one."""
    return replace(one, kind="words", text=one.when) if one.when else one


def hanging(lines: Sequence[Line], rows: Rows, columns: Sequence[int]) -> dict[int, str]:
    """Of a column that is blank in a row of units the unit before it, which may hold for it as well."""
    found: dict[int, str] = {}
    for row in rows.heads:
        if not _of_units(lines[row]):
            continue
        last = ""
        for column in columns:
            last = cell(lines, row, column).text or last
            found[column] = "" if cell(lines, row, column).kind else last
    return found


def joint(spans: Spans, heads: Sequence[tuple[Label, ...]]) -> frozenset[tuple[int, int]]:
    """Cells that stand for several rows, or under several heads."""
    return frozenset(
        at
        for (row, column), at in spans.items()
        if row != at[0] or column < len(heads) and heads[column] and heads[column] != heads[at[1]]
    )
