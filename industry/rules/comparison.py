"""What may be compared: the verdict on a pair of observations, and the comparison of a question.

Every comparison of the dashboard asks here. Reasons are codes with facts; ``wording`` speaks them.
How something is drawn belongs in ``figures``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from industry.rules.lock import UNKNOWN_BASES, Lock, candidates, comparable, lock_of
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Indicator, Region
from industry.vocabulary.changing_rules import Level
from industry.vocabulary.observation import Book, Observation

Kind = Literal[
    "same",
    "qualified",
    "own_benchmark",
    "other_level",
    "other_period",
    "other_edition",
    "other_basis",
    "unknown",
]
BASES = ("unit", "measure", "scope", "prices", "of", "industry")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two observations may or may not be compared: a code and what the sentence names."""

    code: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """``kind`` decides how a pair may be drawn, ``reason`` why.

    same: one axis, ranked · qualified: one axis, open end, no rank · own_benchmark: one axis in the
    regions' fixed order, no rank · other_level: below its province, no rank · all else: no common axis.
    """

    kind: Kind
    reason: Reason

    @property
    def one_axis(self) -> bool:
        """Whether two marks may be read on one scale."""
        return self.kind in ("same", "qualified", "own_benchmark", "other_level")

    @property
    def ranked(self) -> bool:
        return self.kind == "same"


def verdict(a: Observation, b: Observation) -> Verdict:
    """May ``a`` and ``b`` be compared? Symmetric and pure; the gravest obstacle is the one told."""
    unknown = sorted((a.inferred | b.inferred) & set(UNKNOWN_BASES), key=UNKNOWN_BASES.index)
    if unknown or a.period is None or b.period is None:
        return Verdict("unknown", Reason("inferred", tuple(unknown) or ("period",)))
    if a.indicator.id != b.indicator.id:
        return Verdict("other_basis", _basis(a.indicator, b.indicator))
    if (a.status, b.status) != ("actual", "actual"):
        return Verdict("other_basis", Reason("status", tuple(sorted({a.status, b.status}))))
    if a.edition != b.edition:
        return Verdict("other_edition", Reason("edition", tuple(sorted((a.edition, b.edition)))))
    if a.period != b.period and not (a.indicator.timing == "list" and a.edition):
        if a.indicator.measure == "gap":
            return Verdict("own_benchmark", Reason("own_benchmark", (str(a.indicator.gap_to),)))
        return Verdict("other_period", Reason("period", tuple(sorted((str(a.period), str(b.period))))))
    if a.region.level != b.region.level:
        return Verdict("other_level", Reason("level", tuple(sorted((a.region.level, b.region.level)))))
    if not (a.exact and b.exact):
        return Verdict("qualified", Reason("qualified"))
    return Verdict("same", Reason("same"))


def _basis(a: Indicator, b: Indicator) -> Reason:
    """Which bases of two indicators differ."""
    if a.concept is None or a.concept != b.concept:
        return Reason("concept")
    differing = tuple(base for base in BASES if getattr(a, base) != getattr(b, base))
    return Reason("basis", differing or ("definition",))


@dataclass(frozen=True)
class Question:
    """An indicator, the regions chosen (ids, in the order shown), and a period (grammar of
    ``periods``) or edition asked for, if any."""

    indicator: str
    regions: tuple[str, ...]
    period: str | None = None
    edition: str | None = None


@dataclass(frozen=True)
class Apart:
    """A chosen region's figure that isn't drawn, and the verdict that keeps it apart."""

    row: Observation
    verdict: Verdict


@dataclass(frozen=True)
class Comparison:
    """The answer to a question.

    ``level``: that of most regions drawn, the reference; None where nothing is drawn. ``ranked``: regions of the reference level with exact values, highest value first.
    ``open``: of the same level and lock, qualified, so drawn without rank. ``below``: regions of
    another level over the same lock. ``benchmark``: the country's row over the lock. ``apart``: every
    other chosen region's nearest figure with the verdict. ``missing``: regions with no figure at all.
    ``candidates``: every lock that could be chosen, best first. ``disputed``: rows of another source
    that differ from one drawn.
    """

    indicator: Indicator
    lock: Lock | None
    level: Level | None
    ranked: tuple[Observation, ...]
    open: tuple[Observation, ...]
    below: tuple[Observation, ...]
    benchmark: Observation | None
    apart: tuple[Apart, ...]
    missing: tuple[Region, ...]
    candidates: tuple[Lock, ...]
    disputed: tuple[Observation, ...]

    @property
    def drawn(self) -> tuple[Observation, ...]:
        """All that has a mark on the axis but the benchmark."""
        return self.ranked + self.open + self.below

    @property
    def rows(self) -> tuple[Observation, ...]:
        """Everything that is shown."""
        bench = (self.benchmark,) if self.benchmark else ()
        return self.drawn + bench + self.disputed + tuple(one.row for one in self.apart)


def preferred(rows: Iterable[Observation]) -> list[Observation]:
    """``rows`` of one region and lock, the one to draw first: exact before qualified, published
    before derived, the better witnessed, the users' own documents, the later, the finer printed."""

    def key(row: Observation) -> tuple[object, ...]:
        first = row.sources[0]
        date = [-int(part) for part in (first.date or "0").split("-")]
        return (not row.exact, row.derived, first.confidence, first.document is None, date, row.step, row.id)

    return sorted(rows, key=key)


def compare(book: Book, question: Question) -> Comparison:
    """Set the question's regions side by side under the same-period lock.

    A period or edition asked for that is no candidate is passed over (the caller tells the user).
    """
    catalogue = book.catalogue
    indicator = catalogue.indicators[question.indicator]
    country = catalogue.benchmark.id
    chosen = [one for one in question.regions if one != country]
    rows = [row for row in book.rows(indicator.id) if row.region.id in (*chosen, country)]
    window = periods.parse(catalogue.config.window, "flow")
    locks = candidates(rows, chosen, window, question.period or question.edition)
    lock = _asked(locks, question) or (locks[0] if locks else None)
    picked: dict[str, Observation] = {}
    disputed: list[Observation] = []
    if lock is not None:
        for region in (*chosen, country):
            held = preferred(
                r for r in rows if r.region.id == region and comparable(r) and lock_of(r) == lock
            )
            if held:
                picked[region] = held[0]
                disputed += [one for one in held[1:] if one.value != held[0].value]
    levels = [picked[one].region.level for one in chosen if one in picked]
    level = Counter(levels).most_common(1)[0][0] if levels else ""
    peers = [picked[one] for one in chosen if one in picked and picked[one].region.level == level]
    exact = sorted((row for row in peers if row.exact), key=lambda row: -row.value)
    apart, missing = _left_out(rows, chosen, picked, lock or _wanted(indicator, question), catalogue)
    return Comparison(
        indicator=indicator,
        lock=lock,
        level=catalogue.level_of(peers[0].region) if peers else None,
        ranked=tuple(exact),
        open=tuple(row for row in peers if not row.exact),
        below=tuple(picked[one] for one in chosen if one in picked and picked[one].region.level != level),
        benchmark=picked.get(country),
        apart=apart,
        missing=missing,
        candidates=locks,
        disputed=tuple(disputed),
    )


def _asked(locks: Sequence[Lock], question: Question) -> Lock | None:
    if question.period:
        return next((lock for lock in locks if str(lock) == question.period), None)
    return next((lock for lock in locks if question.edition and lock.edition == question.edition), None)


def _wanted(indicator: Indicator, question: Question) -> Lock | None:
    """What was asked for, though nothing can be drawn of it: the figures named are those nearest to it."""
    if question.period is None and question.edition is None:
        return None
    try:
        text = (question.period or "").partition("@")[0]
        return Lock(periods.parse(text, indicator.timing) if text else None, question.edition or "")
    except periods.PeriodError:
        return None


def _left_out(
    rows: Sequence[Observation],
    chosen: Sequence[str],
    picked: dict[str, Observation],
    near: Lock | None,
    catalogue: Catalogue,
) -> tuple[tuple[Apart, ...], tuple[Region, ...]]:
    """The figure nearest in time of each chosen region that isn't drawn, and those without any."""
    apart: list[Apart] = []
    missing: list[Region] = []
    against = next((picked[one] for one in chosen if one in picked), None)
    for region in chosen:
        if region in picked:
            continue
        held = [row for row in rows if row.region.id == region]
        if not held:
            missing.append(catalogue.regions[region])
            continue
        row = min(held, key=lambda one: _distance(one, near))
        peers = [one for one in rows if one.region.id in chosen and one.region.id != region]
        other = against or (min(peers, key=lambda one: _distance(one, near)) if peers else None)
        apart.append(Apart(row, verdict(row, other) if other else Verdict("other_basis", Reason("alone"))))
    return tuple(apart), tuple(missing)


def _distance(row: Observation, lock: Lock | None) -> tuple[object, ...]:
    """Order for the figure that stands for a region: actual first, then nearest to the lock in time."""
    off = 10**6 if row.period is None else -row.period.end
    if lock is not None and lock.period is not None and row.period is not None:
        off = abs(row.period.end - lock.period.end) * 100 + abs(row.period.start - lock.period.start)
    return (row.status != "actual", bool(row.inferred), off, row.id)
