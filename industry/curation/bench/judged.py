"""Proposed rows beside the tables: which say what is there already, which would be new or take a row's place, and what is
wrong with each, at its cell. Whether a row may stand in the tables is for ``tables`` alone: they are read as they would be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from industry import project
from industry.curation.candidate import candidate
from industry.curation.proposed import Proposed
from industry.tables import csv_cells
from industry.tables.faults import Fault
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.observation import Observation

Files = Mapping[str, bytes]
State = Literal["new", "replaces", "differs", "same", "repeats"]
Cells = Mapping[str, str]
_WHAT = ("indicator", "period", "status", "edition")
"""What a figure of a region is of."""
_WHERE = ("source", "paragraph")
_TABLE = "data/observations/{}.csv"


@dataclass(frozen=True)
class Judged:
    """A proposed ``row``: ``new``; one that ``replaces`` another; one that ``differs`` from what is held of the same figure in the
    same place, and neither replaces it nor may stand beside it; the ``same`` as one that is held; one that ``repeats`` another
    proposed one. ``held``: the ids of the rows of the same figure, those of its source first. ``observed``: the row as an
    observation, None where it has faults."""

    row: Proposed
    state: State
    held: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    observed: Observation | None = None

    @property
    def possible(self) -> bool:
        """Whether it may be accepted."""
        return self.state in ("new", "replaces") and not self.faults

    @property
    def sure(self) -> bool:
        """Whether it may be accepted without a look at what is doubted."""
        return self.possible and not self.row.doubted


def judged(
    rows: Sequence[Proposed], now: Files, tables: Tables, sources: Sequence[bytes] = ()
) -> tuple[Judged, ...]:
    """What is to be said of each row, were those adopted that aren't there yet. ``now``: the files of ``tables``; ``sources``: what
    would be added to their sources."""
    states = list(_states(rows, tables))
    trial = [
        replace(row, accepted=state not in ("same", "repeats"))
        for row, (state, _) in zip(rows, states, strict=True)
    ]
    faults = _faults(trial, now, sources)
    good = [replace(row, accepted=row.accepted and not found) for row, found in zip(trial, faults, strict=True)]
    observed = _observed(good, now, sources)
    return tuple(
        Judged(row, state, held, found, seen)
        for row, (state, held), found, seen in zip(rows, states, faults, observed, strict=True)
    )


def _states(rows: Sequence[Proposed], tables: Tables) -> Iterator[tuple[State, tuple[str, ...]]]:
    """The state of each row, and the ids of the rows of the same figure."""
    held = dict(_held(tables))
    known: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, (region, cells) in held.items():
        known[region, *_of(cells, _WHAT)].append(id)
    earlier: set[tuple[str, ...]] = set()
    for row in rows:
        cells = _written(row.cells, tables)
        whole = (row.region, *(cells.get(one, "") for one in fields.COLUMN))

        def placed(id: str, cells: Cells = cells) -> bool:
            return _of(held[id][1], _WHERE) == _of(cells, _WHERE)

        def alike(id: str, cells: Cells = cells, row: Proposed = row) -> bool:
            return held[id][0] == row.region and _of(held[id][1], fields.COLUMN) == _of(cells, fields.COLUMN)

        there = sorted(known.get((row.region, *_of(cells, _WHAT)), ()), key=lambda id: not placed(id))
        here = [row.replaces] if row.replaces in held else [id for id in there if placed(id)]
        if any(map(alike, here)):
            state: State = "same"
        elif whole in earlier:
            state = "repeats"
        else:
            state = "replaces" if row.replaces else "differs" if here else "new"
        earlier.add(whole)
        yield state, tuple(there)


def _held(tables: Tables) -> Iterator[tuple[str, tuple[str, Cells]]]:
    """Of each row by its id its region and its cells."""
    lines = {(tables.file(row.id), tables.line(row.id)): row.id for row in tables.rows()}
    for region, table in tables.tables.items():
        for place, line in enumerate(table.lines):
            yield lines[table.file, line], (region, _written(table.row(place), tables))


def _written(cells: Cells, tables: Tables) -> Cells:
    """Cells in the one form that equal ones share."""
    indicator = tables.catalogue.indicators.get(cells.get("indicator", ""))
    period = cells.get("period", "")
    return {
        **cells,
        "period": periods.shortest(period, indicator.timing) if indicator else period,
        "inferred": " ".join(sorted(cells.get("inferred", "").split())),
    }


def _of(cells: Cells, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(cells.get(name, "") for name in names)


def _faults(rows: Sequence[Proposed], now: Files, sources: Sequence[bytes]) -> list[tuple[Fault, ...]]:
    """The faults of each row that is accepted, were all of them adopted."""
    then = candidate(now, rows, sources)
    found: dict[tuple[str, int], list[Fault]] = defaultdict(list)
    for fault in project.read(then)[1]:
        if fault.line is not None:
            found[fault.file, fault.line].append(fault)
    places = _places(rows, now, then)
    return [tuple(found.get(places[at], ())) if at in places else () for at in range(len(rows))]


def _observed(rows: Sequence[Proposed], now: Files, sources: Sequence[bytes]) -> list[Observation | None]:
    """Each row that is accepted as an observation; None of the others, and where the tables can't be read."""
    then = candidate(now, rows, sources)
    tables, _ = project.read(then)
    if tables is None:
        return [None] * len(rows)
    lines = {(tables.file(row.id), tables.line(row.id)): row for row in tables.rows()}
    places = _places(rows, now, then)
    return [lines.get(places[at]) if at in places else None for at in range(len(rows))]


def _places(rows: Sequence[Proposed], now: Files, then: Files) -> dict[int, tuple[str, int]]:
    """The file and the line in which each row that is accepted would stand, by its place among all: what the tables have
    more than before, in the order of equal ones."""
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.accepted:
            wanted[row.region, *_of(row.cells, fields.COLUMN)].append(at)
    found: dict[int, tuple[str, int]] = {}
    for region in {row.region for row in rows if row.accepted}:
        name = _TABLE.format(region)
        after = csv_cells.table(name, then.get(name, b""))[0]
        if after is None or then[name] == now.get(name):
            continue
        before = csv_cells.table(name, now.get(name, b""))[0]
        old = Counter(before.cells(*fields.COLUMN) if before else ())
        for line, cells in zip(after.lines, after.cells(*fields.COLUMN), strict=True):
            if old[cells] > 0:
                old[cells] -= 1
            elif here := wanted.get((region, *cells)):
                found[here.pop(0)] = (name, line)
    return found
