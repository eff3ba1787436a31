"""What the tables would be with what somebody chose, or what keeps it from being adopted. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from industry import project
from industry.curation import candidate
from industry.curation.candidate import Candidate, Mappings
from industry.curation.difference import Difference, difference
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal, Wrong
from industry.tables.tables import Tables


@dataclass(frozen=True, eq=False)
class Tried:
    """``then``: the files, with what would be new; ``changed``: the names of those that differ. ``difference`` from the tables of
    now; None where something is ``wrong``."""

    then: Candidate
    changed: tuple[str, ...]
    difference: Difference | None
    wrong: tuple[Wrong, ...] = ()


def tried(
    now: Mapping[str, bytes],
    tables: Tables,
    rows: Sequence[Proposed],
    sources: Sequence[tuple[str, bytes]] = (),
    mappings: Mappings | None = None,
    whole: Mapping[str, bytes] | None = None,
) -> Tried:
    """The accepted ``rows`` with new sources and mappings, or ``whole`` tables, tried on the files of ``tables``."""
    try:
        if whole is not None:
            then = candidate.whole_tables(now, whole)
        else:
            then = candidate.built(now, rows, sources, mappings, tables)
    except Refusal as refusal:
        wrong = refusal.wrong or (Wrong(None, refusal.key, tuple(map(str, refusal.facts))),)
        return Tried(Candidate(dict(now)), (), None, wrong)
    changed = tuple(name for name in sorted({*now, *then.files}) if now.get(name) != then.files.get(name))
    after, faults = project.read(then.files)
    if after is None:
        found = [
            Wrong(then.origins.get((one.file, one.line or 0)), fault=one, column=one.column) for one in faults
        ]
        return Tried(then, changed, None, tuple(found))
    return Tried(then, changed, difference(tables, after))
