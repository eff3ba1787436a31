"""The same-period lock: the period, or of a list the edition, that all figures side by side must share.

What a pair may be compared for, and what is set beside what, is decided in ``comparison``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from industry.kept import kept
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period

UNKNOWN_BASES = ("indicator", "scope", "denominator", "period", "status")
"""What a row may supply without its source printing it, in the order told; such a row equals no other."""


@dataclass(frozen=True)
class Lock:
    """What is the same for all that is drawn: a period, or for a list an edition, and since when it counts as it does
    (the break before, if any: dates of one edition may lie on either side of it)."""

    period: Period | None
    edition: str
    since: str = ""

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
    if of_any_date:
        return Lock(None, row.edition, row.indicator.counted_since(row.period))
    return Lock(row.period, row.edition)


def stated(row: Observation) -> bool:
    """Whether the source prints all that ``row`` is compared by: nothing is inferred."""
    return row.period is not None and not row.inferred


def comparable(row: Observation) -> bool:
    """Whether ``row`` may stand on an axis with another at all: actual, and nothing inferred."""
    return row.status == "actual" and stated(row)


@kept
def locked(book: Book, indicator: str, region: str) -> Mapping[Lock, Sequence[Observation]]:
    """The published rows of an indicator and a region that are `comparable`, by the lock that they belong to, in the files' order."""
    found: dict[Lock, list[Observation]] = defaultdict(list)
    for row in book.rows(indicator, region):
        if comparable(row):
            found[lock_of(row)].append(row)
    return dict(found)


@dataclass(frozen=True)
class _Held:
    """Who holds a lock: how many of the chosen regions of one level, whether the country too; when it ends, and
    where its edition stands in the order of release."""

    lock: Lock
    most: int
    country: bool
    end: int
    released: int

    @property
    def year(self) -> int:
        return self.end // 12

    @property
    def preference(self) -> tuple[object, ...]:
        """Within a year: what most hold, then what the country holds, then the newest, the longest, the edition
        released last."""
        months = self.lock.period.months if self.lock.period else 0
        return (-self.most, not self.country, -self.end, -months, -self.released)


RECENT = 3
"""Months by which a period may be older than the newest and still be the one to look at, if more regions share it."""
LEFT_BEHIND = 1
"""Years by which what two regions of a level share may be older than what one holds beside the country or its
province, and still be the latest to look at."""


def candidates(
    rows: Sequence[Observation],
    chosen: Sequence[str],
    focus: Focus,
    asked: Asked | None = None,
    country: str = "",
    released: Callable[[str], int] = lambda edition: 0,
    parts: bool = False,
) -> tuple[Lock, ...]:
    """Locks that compare, the one to look at first, where ``focus`` has one: those for which two of the ``chosen``
    regions of one level hold a comparable value, or one and the region that it lies in, chosen too or, unless
    amounts are compared, the ``country``; of amounts that are told as ``parts`` of it, where there is no other. ``released``: where an edition stands in the order of
    release.

    Of the focus's year, else of the nearest before it, the one that most regions of a level share. Of the latest:
    the newest that two of a level share, or one of that year at most `RECENT` months older that more of them do;
    where that is more than `LEFT_BEHIND` years old, what the newest year has.
    """
    dated = bool(asked and asked.period)
    held: dict[Lock, dict[str, Region]] = {}
    ends: dict[Lock, int] = {}
    national: set[Lock] = set()
    for row in rows:
        if not comparable(row) or row.period is None:
            continue
        lock = lock_of(row, dated)
        if row.region.id in chosen:
            held.setdefault(lock, {})[row.region.id] = row.region
            ends[lock] = max(ends.get(lock, 0), row.period.end)
        elif row.region.id == country:
            national.add(lock)
    amounts = any(row.indicator.measure in AMOUNTS for row in rows[:1])
    found, whole = [], []
    for lock, regions in held.items():
        most = max(Counter(one.level for one in regions.values()).values())
        within = any(one.parent in regions for one in regions.values())
        each = _Held(lock, most, lock in national, ends[lock], released(lock.edition))
        if most > 1 or within or (lock in national and not amounts):
            found.append(each)
        elif lock in national and parts:
            whole.append(each)
    found = found or whole
    return tuple(one.lock for one in _in_order(found, focus))


def _in_order(found: Sequence[_Held], focus: Focus) -> list[_Held]:
    """The one to look at, then those of its year, then the others, newest first. Of the latest, where what two of a
    level share is older than `LEFT_BEHIND` allows: that of the newest year there is, as if that year were chosen."""
    year = focus.pick(one.year for one in found)
    if year is None:
        return sorted(found, key=lambda one: (-one.year, one.preference))
    ordered = sorted(found, key=lambda one: (one.year != year, -one.year, one.preference))
    if focus.year is not None:
        return ordered
    peers = [one for one in found if one.most > 1] or found
    newest = min(peers, key=lambda one: (-one.end, one.preference))
    if year - newest.year > LEFT_BEHIND:
        return ordered
    recent = [one for one in peers if one.year == newest.year and newest.end - one.end <= RECENT]
    first = min(recent, key=lambda one: (-one.most, one != newest, one.preference))
    return [first, *(one for one in ordered if one != first)]


def leading_edition(rows: Iterable[Observation], released: Callable[[str], int]) -> str:
    """Of what is shown over time in one edition which that is: the one ``released`` last of those of which there are more than half as
    many figures, each place and period once, as of the one that there is most of. So that no series is exchanged for an older one
    because of a figure that it lacks."""
    counted = Counter(edition for edition, *_ in {(row.edition, row.region.id, row.period) for row in rows})
    most = max(counted.values(), default=0)
    led = (edition for edition, count in counted.items() if 2 * count > most)
    return max(led, key=lambda one: (released(one), counted[one], one), default="")


def looked_at(locks: Sequence[Lock], rows: Iterable[Observation], focus: Focus) -> Lock | None:
    """The first of `candidates`, None where all of them are of later years than the focus."""
    first = next(iter(locks), None)
    if first is None or focus.year is None:
        return first
    early = (row for row in rows if row.period and row.period.year <= focus.year and comparable(row))
    return first if any(lock_of(row) == first for row in early) else None


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


def distance(row: Observation, asked: Asked | None, focus: Focus) -> tuple[object, ...]:
    """Order for the figure that stands for a region: actual first, then of the year of the period that is ``asked`` for, else of the
    ``focus``, before earlier ones, and these before later ones; then the nearest to that period, where none is asked for the
    latest up to the year, the first after it."""
    when = asked.period if asked else None
    year = when.year if when else focus.year
    later = row.period is None or year is not None and row.period.year > year
    earlier = not later and row.period is not None and year is not None and row.period.year < year
    off = 0 if row.period is None else row.period.end if later else -row.period.end
    if when is not None and row.period is not None:
        off = abs(row.period.end - when.end) * 100 + abs(row.period.start - when.start)
    other = asked is not None and asked.edition not in (None, row.edition)
    first = other and when is None  # an edition alone is asked for: any of its figures before another's
    undated = row.period is None
    key = (undated, later, earlier, off)
    return (row.status != "actual", bool(row.inferred), first, *key, other, row.derived, row.id)
