"""What follows from the published numbers and differs: derived rows, and what the checks found."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from industry import wording
from industry.curation.changes.change import Change, changes
from industry.export import listing
from industry.figures.rows.derived import derived_rows
from industry.tables.tables import Tables
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation


def derived(
    before: Tables, after: Tables, of: Collection[str] | None = None
) -> tuple[Change[Observation], ...]:
    """The derived rows that came, went or moved, those that only figures work out too: another value, interval or form.
    ``of``: those of the rows of these indicators alone."""
    return tuple(one for _, one in changes(_derived(before, of), _derived(after, of), _alike))


def identities(before: Tables, after: Tables) -> tuple[Change[Observation], ...]:
    """The same of those alone that follow by the identities."""
    old, new = ({row.id: row for row in side.derived()} for side in (before, after))
    return tuple(one for _, one in changes(old, new, _alike))


def _derived(tables: Tables, of: Collection[str] | None) -> dict[str, Observation]:
    """By their ids, which say region, indicator, period and rule."""
    regions = tables.catalogue.regions.values()
    return {row.id: row for region in regions for row in derived_rows(tables, region, of)}


def _alike(one: Observation, other: Observation) -> bool:
    return _told(one) == _told(other)


def _told(row: Observation) -> tuple[object, ...]:
    worked = row.derivation
    assert worked is not None
    return row.value, worked.low, worked.high, worked.form, row.step, row.scale, row.inferred, row.status


def audits(before: Tables, after: Tables) -> tuple[Change[Finding], ...]:
    """The findings of the checks that came and went, the gravest first. Two that say the same are one."""
    known: dict[tuple[object, ...], int] = {}
    both = before.tables.keys() & after.tables.keys()
    same = {one for one in both if before.tables[one].columns == after.tables[one].columns}
    old, new = (_found(side, known, same) for side in (before, after))
    come = _worded(one for key, one in new.items() if key not in old)
    gone = _worded(one for key, one in old.items() if key not in new)
    return (
        *(Change[Finding](None, one) for told, one in come.items() if told not in gone),
        *(Change[Finding](one, None) for told, one in gone.items() if told not in come),
    )


def _found(
    tables: Tables, known: dict[tuple[object, ...], int], same: Collection[str]
) -> dict[tuple[object, ...], Finding]:
    """By what they say and of which rows: of a region whose table is the ``same`` in both by their ids, of others by a
    number of each for what it says, ``known`` or a new one."""
    said: dict[str, int] = {}

    def of(row: Observation) -> int | str:
        if row.region.id in same:
            return row.id
        found = said.get(row.id)
        if found is None:
            found = said[row.id] = known.setdefault(_of(row), len(known))
        return found

    return {
        (one.code, one.rule, one.printed, one.low, one.high, *map(of, one.rows)): one
        for one in listing.found(tables)
    }


def _of(row: Observation) -> tuple[object, ...]:
    """What a row says, whatever line it stands on."""
    source = row.source and row.source.id
    whose = row.region.id, row.indicator.id, row.period, row.status, row.edition
    return *whose, row.value, row.value_to, row.qualifier, source, row.paragraph, row.as_printed


def _worded(findings: Iterable[Finding]) -> dict[tuple[str, ...], Finding]:
    return {(one.code, one.rule, wording.audit(one, "zh")): one for one in findings}
