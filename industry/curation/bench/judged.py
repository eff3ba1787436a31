"""Proposed rows beside the tables: which say what is there already, which would be new or take a row's place, and what is
wrong with each, at its cell. Whether a row may stand in the tables is for ``tables`` alone: they are read as they would be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from industry import project
from industry.curation import candidate
from industry.curation.proposed import Proposed, differing
from industry.curation.refusal import Place, Refusal, Wrong
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.observation import Observation

Files = Mapping[str, bytes]
State = Literal["new", "replaces", "differs", "same", "repeats"]
Cells = Mapping[str, str]
Sources = Sequence[tuple[str, bytes]]
"""Files of records, by name."""
_WHAT = ("indicator", "period", "status", "edition")
"""What a figure of a region is of."""
_WHERE = ("source", "paragraph")
_SAID = ("value", "value_to", "qualifier")
_PLACE = "rows"
"""Of rows that are tried, whose places are their numbers."""


@dataclass(frozen=True)
class Judged:
    """A proposed ``row``: ``new``; one that ``replaces`` another; one that ``differs`` from what is held of the same figure in the
    same place, and doesn't replace it; the ``same`` as one that is held; one that ``repeats`` another proposed one. ``held``: the
    ids of the rows of the same figure, those in its place first. ``wrong``: what keeps it from the tables. ``observed``: the row as
    an observation, None where anything is wrong."""

    row: Proposed
    state: State
    held: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    observed: Observation | None = None

    @property
    def possible(self) -> bool:
        """Whether it may be accepted."""
        return self.state not in ("same", "repeats") and not self.wrong

    @property
    def sure(self) -> bool:
        """Whether it may be accepted without a look at it: nothing of it is doubted, and no row that is there gives way to it."""
        return self.possible and self.state == "new" and not self.row.doubted


def judged(rows: Sequence[Proposed], now: Files, tables: Tables, sources: Sources = ()) -> tuple[Judged, ...]:
    """What is to be said of each row, were those adopted that aren't there yet. ``now``: the files of ``tables``; ``sources``: what
    would be added to their sources."""
    states = list(_states(rows, tables))
    trial = [
        replace(row, accepted=state not in ("same", "repeats"), at=Place(_PLACE, at))
        for at, (row, (state, _)) in enumerate(zip(rows, states, strict=True))
    ]
    wrong = _wrong(trial, now, sources, tables)
    good = [replace(row, accepted=row.accepted and at not in wrong) for at, row in enumerate(trial)]
    observed = _observed(good, now, sources, tables)
    return tuple(
        Judged(row, state, held, tuple(wrong.get(at, ())), observed.get(at))
        for at, (row, (state, held)) in enumerate(zip(rows, states, strict=True))
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
        whole = (row.region, *_of(cells, fields.COLUMN))
        there = sorted(
            known.get((row.region, *_of(cells, _WHAT)), ()), key=lambda id: _apart(held[id][1], cells)
        )
        here = [id for id in there if not _apart(held[id][1], cells)]
        said, differs = _noted(row, held)
        if differs and not _apart(held[differs][1], cells):
            here = here or [differs]
        if row.replaces:
            was = held.get(row.replaces)
            same = was is not None and (was[0], *_of(was[1], fields.COLUMN)) == whole
        else:
            same = bool(said) or any(_of(held[id][1], _SAID) == _of(cells, _SAID) for id in here)
        if same:
            state: State = "same"
        elif whole in earlier:
            state = "repeats"
        else:
            state = "replaces" if row.replaces else "differs" if here else "new"
        earlier.add(whole)
        yield state, tuple(dict.fromkeys(filter(None, (said, *here, *there))))


def _apart(one: Cells, other: Cells) -> bool:
    """Whether two rows stand in other places: of another source, or of another paragraph."""
    return _of(one, _WHERE) != _of(other, _WHERE)


def _noted(row: Proposed, held: Mapping[str, object]) -> tuple[str, str]:
    """The ids that its file's reading noted of the row: of one that says the same, and of one that says another thing in its place;
    empty where there is none, or somebody has corrected the row since."""
    told = "" if row.told.get("touched") else row.told.get("held", "")
    differs = differing(told)
    return told if told in held else "", differs if differs in held else ""


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


def _wrong(rows: Sequence[Proposed], now: Files, sources: Sources, tables: Tables) -> dict[int, list[Wrong]]:
    """What is wrong with each row that is accepted, were all of them adopted."""
    found: dict[int, list[Wrong]] = defaultdict(list)
    try:
        then = candidate.built(now, rows, sources, tables=tables)
    except Refusal as refusal:
        for one in refusal.wrong:
            if one.place is not None:
                found[one.place.line].append(replace(one, place=None))
        left = [replace(row, accepted=row.accepted and at not in found) for at, row in enumerate(rows)]
        more = _wrong(left, now, sources, tables) if found else {}
        return found | more
    for fault in project.read(then.files)[1]:
        if (place := then.origins.get((fault.file, fault.line or 0))) and place.file == _PLACE:
            found[place.line].append(Wrong(None, fault=fault, column=fault.column))
    return found


def _observed(
    rows: Sequence[Proposed], now: Files, sources: Sources, tables: Tables
) -> dict[int, Observation]:
    """The rows that are accepted as observations; none where the tables can't be read."""
    then = candidate.built(now, rows, sources, tables=tables)
    after, _ = project.read(then.files)
    if after is None:
        return {}
    lines = {(after.file(row.id), after.line(row.id)): row for row in after.rows()}
    return {
        place.line: lines[at] for at, place in then.origins.items() if place.file == _PLACE and at in lines
    }
