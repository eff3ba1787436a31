"""Which indicators run over time, and over which years: what a reader can choose a trend of. The lines themselves
belong in ``trends``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from industry.figures.context import Tables
from industry.rules.lock import comparable, leading_edition
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_ENOUGH = 3
"""Times of one region that make a line."""
USUAL = 2
"""Years of months or quarters that are shown until a reader chooses others."""


@dataclass(frozen=True)
class Years:
    """The years from the first to the last in which a figure is held, the spans that a reader may want, up to the
    year looked at, and the ``usual`` one."""

    first: int
    last: int
    usual: tuple[int, int]
    two: tuple[int, int]
    five: tuple[int, int]


def running(tables: Tables, regions: Sequence[str]) -> tuple[Indicator, ...]:
    """The indicators that can be drawn over time for any of the regions, the headline ones first, of a tier those
    held for most regions and times."""
    tiers: tuple[str, ...] = get_args(fields.Tier)
    found: list[tuple[int, int, Indicator]] = []
    for one in tables.catalogue.indicators.values():
        if one.measure not in fields.TRENDS or one.timing == "list":
            continue
        held = _held(tables, one, regions)
        times = Counter(row.region.id for row in {(row.region.id, row.period): row for row in held}.values())
        if max(times.values(), default=0) >= _ENOUGH:
            found.append((tiers.index(one.tier), -sum(times.values()), one))
    return tuple(one for *_, one in sorted(found, key=lambda each: each[:2]))


def years(tables: Tables, indicator: Indicator, regions: Sequence[str], focus: Focus) -> Years | None:
    """Over which years an indicator is held for the regions or the country; None where nothing is."""
    shown = (*regions, tables.catalogue.benchmark.id)
    rows = _held(tables, indicator, shown)
    held = [row.period.year for row in rows if row.period]
    if not held:
        return None
    first, last = min(held), max(held)
    end = focus.pick(held) or first
    two, five = ((max(end - many + 1, first), end) for many in (USUAL, 5))
    edition = leading_edition(rows, tables.catalogue.config.released)
    yearly = all(_whole(row.period) for row in rows if row.edition == edition)
    return Years(first, last, (first, last) if yearly or indicator.timing == "stock" else two, two, five)


def _whole(period: Period | None) -> bool:
    return period is not None and period.whole_years


def _held(tables: Tables, indicator: Indicator, regions: Sequence[str]) -> list[Observation]:
    rows = (
        row
        for one in regions
        for row in (*tables.rows(indicator.id, one), *tables.derived(indicator.id, one))
    )
    return [row for row in rows if comparable(row) and row.exact]
