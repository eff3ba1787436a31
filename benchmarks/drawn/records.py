"""The records of a drawn sheet: its heads with what they truly say, the parts that it is laid of, the truth of its cells; and two sheets as
one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from industry.curation.sheets.sheet import EMPTY, Block, Cell, Sheet

Fact = tuple[str, object]
"""Of a region, an indicator, a period: its name; None where nothing may be taken for sure."""


@dataclass(frozen=True)
class Head:
    """A label: its ``texts`` from top to bottom, what they truly say (``facts``), the exponent of ten by which its numbers are
    scaled, how its numbers look. ``cell``: what stands in place of the text, where a spreadsheet has changed it."""

    texts: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    exponent: int = 0
    look: str = "rate"
    unit: str = ""
    cell: Cell | None = None


@dataclass
class Drawn:
    """A sheet, and by row and column what its figures truly say: region, indicator, period and value, or None."""

    sheet: Sheet
    truth: dict[tuple[int, int], tuple[str, str, str, Decimal] | None] = field(default_factory=dict)
    how: str = ""
    facts: dict[tuple[int, int], dict[str, object]] = field(default_factory=dict)
    parts: Parts | None = None


@dataclass(frozen=True)
class Parts:
    """Of what a sheet was laid: which axes stand at the left and over it (region R, indicator I, period P), their heads, the words over the
    table, the unit that a line gives, what they say of all."""

    way: tuple[str, str]
    heads: dict[str, list[Head]]
    words: tuple[str, ...]
    titled: str
    over: tuple[Fact, ...]


def stacked(one: Drawn, other: Drawn, gap: int) -> Drawn:
    """Two sheets as one, the second below the first."""
    rows = [*one.sheet.rows, *([[EMPTY]] * gap), *other.sheet.rows]
    width = max(map(len, rows))
    down = len(one.sheet.rows) + gap
    moved = tuple(
        Block(each.top + down, each.left, each.bottom + down, each.right) for each in other.sheet.merged
    )
    even = [[*row, *([EMPTY] * (width - len(row)))] for row in rows]
    truth = {**one.truth, **{(row + down, column): told for (row, column), told in other.truth.items()}}
    return Drawn(Sheet("", even, (*one.sheet.merged, *moved)), truth, f"{one.how} over {other.how}")


def beside(one: Drawn, other: Drawn, gap: int) -> Drawn:
    """Two sheets as one, the second at the right of the first."""
    first = max(map(len, one.sheet.rows))
    across = first + gap
    deep = max(len(one.sheet.rows), len(other.sheet.rows))
    width = across + max(map(len, other.sheet.rows))
    rows = []
    for at in range(deep):
        left = list(one.sheet.rows[at]) if at < len(one.sheet.rows) else []
        right = list(other.sheet.rows[at]) if at < len(other.sheet.rows) else []
        line = [*left, *([EMPTY] * (across - len(left))), *right]
        rows.append([*line, *([EMPTY] * (width - len(line)))])
    moved = tuple(
        Block(each.top, each.left + across, each.bottom, each.right + across) for each in other.sheet.merged
    )
    truth = {**one.truth, **{(row, column + across): told for (row, column), told in other.truth.items()}}
    return Drawn(Sheet("", rows, (*one.sheet.merged, *moved)), truth, f"{one.how} beside {other.how}")


def unmerged(one: Drawn) -> Drawn:
    """As a table of text has it: without merged cells."""
    return replace(one, sheet=Sheet(one.sheet.name, one.sheet.rows))
