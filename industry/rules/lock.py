"""The same-period lock: the period, or of a list the edition, that all figures side by side must share.

What a pair may be compared for, and what is set beside what, is decided in ``comparison``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry.vocabulary import periods
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

UNKNOWN_BASES = ("indicator", "scope", "denominator", "period", "status")
"""What a row may supply without its source printing it, in the order told; such a row equals no other."""


@dataclass(frozen=True)
class Lock:
    """What is the same for all that is drawn: a period, or for a list an edition."""

    period: Period | None
    edition: str

    def __str__(self) -> str:
        return "@".join(str(one) for one in (self.period, self.edition) if one)


def lock_of(row: Observation) -> Lock:
    """The lock that ``row`` belongs to: for a list its edition, else period and edition."""
    return Lock(None if row.indicator.timing == "list" and row.edition else row.period, row.edition)


def stated(row: Observation) -> bool:
    """Whether the source prints all that ``row`` is compared by: nothing is inferred."""
    return row.period is not None and not row.inferred


def comparable(row: Observation) -> bool:
    """Whether ``row`` may stand on an axis with another at all: actual, and nothing inferred."""
    return row.status == "actual" and stated(row)


def candidates(
    rows: Sequence[Observation], chosen: Sequence[str], window: Period, asked: str | None
) -> tuple[Lock, ...]:
    """Locks for which at least two regions of one level hold a comparable value, ``asked`` for or inside
    ``window``; first those that most of the ``chosen`` hold, of equals the latest. No other region counts."""
    held: dict[Lock, dict[str, set[str]]] = {}
    latest: dict[Lock, int] = {}
    for row in rows:
        if not comparable(row) or row.region.id not in chosen or row.period is None:
            continue
        lock = lock_of(row)
        if not row.period.within(window) and str(lock) != asked:
            continue
        held.setdefault(lock, {}).setdefault(row.region.level, set()).add(row.region.id)
        latest[lock] = max(latest.get(lock, 0), row.period.end)
    possible = [lock for lock, levels in held.items() if any(len(ids) > 1 for ids in levels.values())]

    def key(lock: Lock) -> tuple[object, ...]:
        most = max(len(ids) for ids in held[lock].values())
        months = lock.period.months if lock.period else 0
        return (-most, -latest[lock], -months, lock.edition)

    return tuple(sorted(possible, key=key))


def asked_for(locks: Sequence[Lock], period: str | None, edition: str | None) -> Lock | None:
    """The one of ``locks`` that is asked for, by its text, else by a list's edition; None where none is."""
    if period:
        return next((lock for lock in locks if str(lock) == period), None)
    return next((lock for lock in locks if edition and lock.edition == edition), None)


def wanted(period: str | None, edition: str | None, timing: str) -> Lock | None:
    """What was asked for, though nothing can be drawn of it: the figures named are those nearest to it."""
    asked = period_in(period, timing)
    if period and not asked or not (period or edition):
        return None
    return Lock(asked, edition or "")


def period_in(text: str | None, timing: str) -> Period | None:
    """The period in a lock's text, which may name an edition behind it; None where it has none."""
    return periods.read((text or "").partition("@")[0], timing)
