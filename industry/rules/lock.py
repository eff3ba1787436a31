"""The same-period lock: the period, or of a list the edition, that all figures side by side must share.

What a pair may be compared for, and what is set beside what, is decided in ``comparison``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from industry.vocabulary import periods
from industry.vocabulary.fields import AMOUNTS
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


@dataclass(frozen=True)
class Asked:
    """What a question asks to be the same: a period (None: whichever), an edition (None: whichever)."""

    period: Period | None
    edition: str | None

    def meets(self, lock: Lock) -> bool:
        """Whether ``lock`` is what was asked for."""
        return self.period in (None, lock.period) and self.edition in (None, lock.edition)

    def fits(self, row: Observation) -> bool:
        """Whether ``row`` is of the period and the edition asked for."""
        return self.period in (None, row.period) and self.edition in (None, row.edition)


def lock_of(row: Observation, dated: bool = False) -> Lock:
    """The lock that ``row`` belongs to: for a list its edition unless it is asked for ``dated``, else period and
    edition."""
    of_any_date = row.indicator.timing == "list" and row.edition and not dated
    return Lock(None if of_any_date else row.period, row.edition)


def stated(row: Observation) -> bool:
    """Whether the source prints all that ``row`` is compared by: nothing is inferred."""
    return row.period is not None and not row.inferred


def comparable(row: Observation) -> bool:
    """Whether ``row`` may stand on an axis with another at all: actual, and nothing inferred."""
    return row.status == "actual" and stated(row)


def candidates(
    rows: Sequence[Observation], chosen: Sequence[str], window: Period, asked: Asked | None, country: str = ""
) -> tuple[Lock, ...]:
    """Locks for which at least two regions of one level hold a comparable value, ``asked`` for or inside
    ``window``; first those that most of the ``chosen`` hold, of equals the latest. No other region counts; but
    for what is asked for the ``country`` does, unless amounts are compared, and a region of another level."""
    held: dict[Lock, dict[str, set[str]]] = {}
    latest: dict[Lock, int] = {}
    national = {
        lock_of(row, bool(asked and asked.period))
        for row in rows
        if row.region.id == country and comparable(row) and row.indicator.measure not in AMOUNTS
    }
    for row in rows:
        if not comparable(row) or row.region.id not in chosen or row.period is None:
            continue
        lock = lock_of(row, bool(asked and asked.period))
        if not row.period.within(window) and not (asked and asked.meets(lock)):
            continue
        held.setdefault(lock, {}).setdefault(row.region.level, set()).add(row.region.id)
        latest[lock] = max(latest.get(lock, 0), row.period.end)

    def compares(lock: Lock) -> bool:
        levels = held[lock].values()
        if any(len(ids) > 1 for ids in levels):
            return True
        return bool(asked and asked.meets(lock)) and (lock in national or len(levels) > 1)

    possible = [lock for lock in held if compares(lock)]

    def key(lock: Lock) -> tuple[object, ...]:
        most = max(len(ids) for ids in held[lock].values())
        months = lock.period.months if lock.period else 0
        return (-most, -latest[lock], -months, lock.edition)

    return tuple(sorted(possible, key=key))


def asked_for(locks: Sequence[Lock], asked: Asked) -> Lock | None:
    """The one of ``locks`` that is asked for; of several editions that without a name, else the first; None
    where none is."""
    meeting = [lock for lock in locks if asked.meets(lock)]
    return min(meeting, key=lambda lock: lock.edition != (asked.edition or ""), default=None)


def wanted(period: str | None, edition: str | None, timing: str) -> Asked | None:
    """What is asked for by a lock's text (a period, an edition, or both with @ between) and by an ``edition``
    where the text names none; None where nothing is. A period of another ``timing`` is one of which nothing is
    held; a text that is no period at all counts as the name of an edition."""
    if not period:
        return Asked(None, edition) if edition else None
    text, _, named = period.partition("@")
    when = period_in(text, timing) or period_in(text, "flow")
    return Asked(when, named or edition) if when else Asked(None, period)


def is_lock(text: str, editions: Collection[str]) -> bool:
    """Whether a text says a period, one of the ``editions``, or both with @ between."""
    when, _, edition = text.partition("@")
    return text in editions or (period_in(when, "flow") is not None and (not edition or edition in editions))


def period_in(text: str | None, timing: str) -> Period | None:
    """The period in a lock's text, which may name an edition behind it; None where it has none."""
    return periods.read((text or "").partition("@")[0], timing)


def preferred(rows: Iterable[Observation]) -> list[Observation]:
    """``rows`` of one region and lock, the one to draw first: exact before qualified, published
    before derived, the better witnessed, the users' own documents, the later, the finer printed."""

    def key(row: Observation) -> tuple[object, ...]:
        first = row.sources[0]
        date = [-part for part in first.published] or [0]
        return (not row.exact, row.derived, first.confidence, first.document is None, date, row.step, row.id)

    return sorted(rows, key=key)


def distance(row: Observation, asked: Asked | None) -> tuple[object, ...]:
    """Order for the figure that stands for a region: actual first, then nearest in time to what is asked
    for, else the latest."""
    off = 10**6 if row.period is None else -row.period.end
    when = asked.period if asked else None
    if when is not None and row.period is not None:
        off = abs(row.period.end - when.end) * 100 + abs(row.period.start - when.start)
    other = asked is not None and asked.edition not in (None, row.edition)
    first = other and when is None  # an edition alone is asked for: any of its figures before another's
    return (row.status != "actual", bool(row.inferred), first, off, other, row.derived, row.id)
