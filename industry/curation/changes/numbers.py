"""Which published numbers are new, changed or no more, matched by what they say.

A row stands for the same number where region, indicator, period, source and paragraph are the same; of several such rows
those that have most cells in common are set against one another. Where only one of these five differs, and no other row could
be meant, it is the same number too, corrected. The order of lines, quotation marks, how a period or a number is
written (2021-01/2021-12, 7.0) are no change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from industry.curation.changes.change import Change
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.observation import Observation

COLUMNS = ("region", *fields.COLUMN)
_KEY = tuple(COLUMNS.index(one) for one in ("region", "indicator", "period", "source", "paragraph"))
_NUMBERS = ("value", "value_to", "paragraph", "occurrence")
_MOST_PAIRS = 40_000
"""Pairs of rows of one place that are held against each other; of more, as if a file were filled with copies of one row,
they are set against one another in the order of what they say."""


@dataclass(frozen=True)
class Cell:
    """A column whose cell differs, as the tables write it."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Number(Change[Observation]):
    """``cells``: of a changed one the columns that differ, in the tables' order, the region before all."""

    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A row by its id: its cells as they are written, and ``said``, the same in one form."""

    id: str
    cells: tuple[str, ...]
    said: tuple[str, ...]


def numbers(before: Tables, after: Tables) -> tuple[Number, ...]:
    """The numbers that differ: those that are in the order of the tables, then those that were."""
    old, new = _left(before, after), _left(after, before)
    pairs = [*_in_place(old, new)]
    pairs += _corrected(*_without(old, new, pairs))
    gone, come = _without(old, new, pairs)
    order = {one.id: place for place, one in enumerate(new)}
    found = [
        Number(before.row(one.id), after.row(two.id), tuple(_differing(one, two)))
        for one, two in sorted(pairs, key=lambda pair: order[pair[1].id])
        if one.said != two.said
    ]
    added = [Number(None, after.row(one.id)) for one in come]
    return (*added, *found, *(Number(before.row(one.id), None) for one in gone))


def _left(tables: Tables, other: Tables) -> list[_Row]:
    """The rows that ``other`` doesn't have alike: as they are written, then as they are meant."""
    found: list[_Row] = []
    for region, table in tables.tables.items():
        beside = other.tables.get(region)
        if beside is not None and table.columns == beside.columns:
            continue
        there = Counter(beside.cells(*fields.COLUMN) if beside is not None else ())
        for id, cells in zip(tables.ids(region), table.cells(*fields.COLUMN), strict=True):
            if there[cells] > 0:
                there[cells] -= 1
            else:
                found.append(_row(tables, id, region, cells))
    return found


def _row(tables: Tables, id: str, region: str, cells: tuple[str, ...]) -> _Row:
    timing = tables.catalogue.indicators[cells[COLUMNS.index("indicator") - 1]].timing
    told = tuple(_meant(name, text, timing) for name, text in zip(fields.COLUMN, cells, strict=True))
    return _Row(id, (region, *cells), (region, *told))


def _meant(column: str, text: str, timing: str) -> str:
    """A cell in the one form in which equal ones are alike."""
    if column == "period":
        return periods.shortest(text, timing)
    if column in _NUMBERS and text:
        return str(Decimal(text).normalize())
    return " ".join(sorted(text.split())) if column == "inferred" else text


def _without(
    old: Sequence[_Row], new: Sequence[_Row], pairs: Iterable[tuple[_Row, _Row]]
) -> tuple[list[_Row], list[_Row]]:
    """The rows that aren't among ``pairs``."""
    ids = [{one.id for one in side} for side in zip(*pairs, strict=True)] or [set(), set()]
    return [one for one in old if one.id not in ids[0]], [one for one in new if one.id not in ids[1]]


def _in_place(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Rows of one place, those alike in most cells together; none of them twice."""
    there, here = _grouped(old, _place), _grouped(new, _place)
    for place in there.keys() & here.keys():
        yield from _nearest(there[place], here[place])


def _place(row: _Row) -> tuple[str, ...]:
    return tuple(row.said[at] for at in _KEY)


def _nearest(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    if len(old) * len(new) > _MOST_PAIRS:
        told = [sorted(side, key=lambda one: one.said) for side in (old, new)]
        yield from zip(*told, strict=False)
        return
    taken: set[tuple[int, int]] = set()

    def near(at: tuple[int, int]) -> tuple[object, ...]:
        """Alike whichever of the two was first."""
        one, two = old[at[0]], new[at[1]]
        apart = sum(a != b for a, b in zip(one.said, two.said, strict=True))
        return apart, *sorted((one.said, two.said))

    for at in sorted(product(range(len(old)), range(len(new))), key=near):
        if (0, at[0]) not in taken and (1, at[1]) not in taken:
            taken |= {(0, at[0]), (1, at[1])}
            yield old[at[0]], new[at[1]]


def _corrected(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """Rows that are alike but for one of what makes their place, where neither could be another's."""
    likely: dict[str, dict[str, _Row | None]] = defaultdict(dict)
    for at in _KEY:
        there, here = (_grouped(side, _but(at)) for side in (old, new))
        for rest in there.keys() & here.keys():
            alone = len(there[rest]) == len(here[rest]) == 1
            for one, two in product(there[rest], here[rest][:1]):
                likely[one.id][two.id if alone else ""] = two if alone else None
            for two in () if alone else here[rest]:
                likely[""][two.id] = None
    times = Counter(id for held in likely.values() for id in held)
    for one in old:
        for id, other in likely.get(one.id, {}).items():
            if other is not None and len(likely[one.id]) == times[id] == 1:
                yield one, other


def _but(at: int) -> Callable[[_Row], tuple[str, ...]]:
    return lambda row: (*row.said[:at], *row.said[at + 1 :])


def _grouped(
    rows: Iterable[_Row], by: Callable[[_Row], tuple[str, ...]]
) -> dict[tuple[str, ...], list[_Row]]:
    found: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for one in rows:
        found[by(one)].append(one)
    return found


def _differing(one: _Row, two: _Row) -> Iterator[Cell]:
    for at, column in enumerate(COLUMNS):
        if one.said[at] != two.said[at]:
            yield Cell(column, one.cells[at], two.cells[at])
