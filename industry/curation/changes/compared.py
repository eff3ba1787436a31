"""Which comparisons of regions became possible or impossible, moved to another period, or have another order: of every
indicator what pages show of it until somebody chooses otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from industry.rules.comparison import Comparison, Question, compare
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import ORDINALS


@dataclass(frozen=True)
class Place:
    """A region's place by value among those ranked, from 1, the highest first; None where it has none."""

    region: Region
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Compared:
    """An indicator's comparison, which is None where it has no lock: nothing stands on one axis."""

    indicator: Indicator
    before: Comparison | None
    after: Comparison | None

    @property
    def moved(self) -> bool:
        """Whether another period or edition is compared, or none any more, or one at last."""
        return _lock(self.before) != _lock(self.after)

    @cached_property
    def joined(self) -> tuple[Region, ...]:
        """The regions that are drawn and weren't."""
        return _only(_drawn(self.after), _drawn(self.before))

    @cached_property
    def left(self) -> tuple[Region, ...]:
        """The regions that were drawn and aren't."""
        return _only(_drawn(self.before), _drawn(self.after))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that differ, where the same regions are ranked over the same period or edition; none where others are, or
        over another: that is told by itself, and places over two periods say nothing of one another."""
        if self.moved or self.indicator.measure in ORDINALS:
            return ()
        old, new = _places(self.before), _places(self.after)
        if old.keys() != new.keys():
            return ()
        drawn = {row.region.id: row.region for row in (self.after.ranked if self.after else ())}
        return tuple(Place(drawn[id], old[id], place) for id, place in new.items() if old.get(id) != place)

    @property
    def differs(self) -> bool:
        return self.moved or bool(self.joined or self.left or self.places)


def compared(
    before: Tables, after: Tables, indicators: Collection[str] | None = None
) -> tuple[Compared, ...]:
    """The comparisons that differ, of these ``indicators``, None: of all."""
    known: Mapping[str, Indicator] = {**before.catalogue.indicators, **after.catalogue.indicators}
    found = (
        Compared(one, _asked(before, id), _asked(after, id))
        for id, one in known.items()
        if indicators is None or id in indicators
    )
    return tuple(one for one in found if one.differs)


def _asked(tables: Tables, indicator: str) -> Comparison | None:
    if indicator not in tables.catalogue.indicators:
        return None
    found = compare(tables, Question(indicator, tables.catalogue.config.regions))
    return found if found.lock is not None else None


def _lock(one: Comparison | None) -> str | None:
    return None if one is None else str(one.lock)


def _drawn(one: Comparison | None) -> dict[str, Region]:
    return {row.region.id: row.region for row in one.drawn} if one else {}


def _only(these: Mapping[str, Region], others: Iterable[str]) -> tuple[Region, ...]:
    known = set(others)
    return tuple(region for id, region in these.items() if id not in known)


def _places(one: Comparison | None) -> dict[str, int]:
    """Region id → its place; equal values share one. None of fewer than two."""
    rows = one.ranked if one and len(one.ranked) > 1 else ()
    return {row.region.id: 1 + sum(other.value > row.value for other in rows) for row in rows}
