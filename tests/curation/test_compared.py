"""Regions' places are set beside earlier ones only where the same regions are ranked over the same period or edition."""

from __future__ import annotations

from itertools import product

from industry.curation.changes.compared import Compared
from industry.rules.comparison import Comparison, Question, compare
from industry.rules.lock import Lock
from tests.conftest import world


def over(indicator: str, lock: Lock, *without: str) -> Comparison:
    regions = tuple(one for one in world().catalogue.config.regions if one not in without)
    period = str(lock.period) if lock.period else None
    return compare(world(), Question(indicator, regions, period, lock.edition if period is None else None))


def test_places_over_two_periods_are_never_set_beside_one_another() -> None:
    seen = 0
    for id, indicator in world().catalogue.indicators.items():
        locks = compare(world(), Question(id, world().catalogue.config.regions)).candidates[:6]
        held = [found for lock in locks if (found := over(id, lock)).lock is not None]
        for one, other in product(held, held):
            told = Compared(indicator, one, other)
            ranked = [
                {row.region.id: place for place, row in enumerate(each.ranked)} for each in (one, other)
            ]
            apart = one.lock != other.lock and ranked[0].keys() == ranked[1].keys() and ranked[0] != ranked[1]
            seen += apart
            assert not told.places or one.lock == other.lock
            assert told.moved is (one.lock != other.lock)
    assert seen, "no indicator of which the same regions are ranked otherwise over two periods"


def test_places_among_other_regions_are_never_set_beside_one_another() -> None:
    seen = 0
    for id, indicator in world().catalogue.indicators.items():
        whole = compare(world(), Question(id, world().catalogue.config.regions))
        if whole.lock is None or len(whole.ranked) < 3:
            continue
        ranked = [row.region.id for row in whole.ranked]
        for fewer in [over(id, whole.lock, one) for one in ranked]:
            if fewer.lock == whole.lock and len(fewer.ranked) > 1:
                seen += 1
                assert Compared(indicator, fewer, whole).places == ()
                assert Compared(indicator, whole, fewer).places == ()
    assert seen
