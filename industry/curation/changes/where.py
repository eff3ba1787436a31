"""Where a number appears: the figures on pages and the slides of decks that draw it, else what keeps it from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from industry.curation.changes.figures import Drawings
from industry.export.used import Use, used
from industry.figures.rows.shown import Reason, reasons
from industry.rules.lock import comparable, lock_of, preferred
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide


@dataclass(frozen=True)
class Where:
    """``uses`` are the figures and slides that draw it, without its region's table, which has every number. Where there are
    none: ``why`` no figure can, or ``instead`` the row that figures draw in its place, which says the same of another source
    or paragraph; neither where a reader can have it drawn by choosing its indicator."""

    uses: tuple[Use, ...]
    why: Reason | None = None
    instead: Observation | None = None


def where(drawings: Drawings, row: Observation, slides: Iterable[Slide]) -> Where:
    """Of a published row of the tables that are drawn; ``slides``: those that may show it."""
    tables = drawings.tables
    showing = drawings.showing(row, slides)
    uses = tuple(one for one in used(tables, row, drawings.language, showing) if one.deck or one.figure)
    if uses:
        return Where(uses)
    why = reasons(tables)(row)
    return Where((), why, None if why or not comparable(row) else _instead(tables, row))


def _instead(tables: Tables, row: Observation) -> Observation | None:
    """The row that is drawn of what this one is of, where that is another."""
    held = tables.rows(row.indicator.id, row.region.id)
    first, *_ = preferred(one for one in held if comparable(one) and lock_of(one, True) == lock_of(row, True))
    return None if first.id == row.id else first
