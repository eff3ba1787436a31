"""What a target asks for beside its base, and how far it has come beside the months gone by (时序进度).

Which rows stand beside a target is looked up in ``figures``, how it is told in ``wording``; here is when there is a
percentage at all. A base or a target of zero or less has none, and no rate, rank or range has a progress.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from industry.rules.arithmetic.intervals import Interval, exactly, strict
from industry.rules.lock import comparable, stated
from industry.rules.pairs import base_period, in_progress, one_publisher
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, GROWTHS, per_year
from industry.vocabulary.observation import Observation

TargetKind = Literal["level", "net", "gross", "amount", "rate", "rank"]
COUNTED_UP: tuple[TargetKind, ...] = ("net", "gross", "amount")
"""Targets that are worked off month by month."""
Asked = Literal["percent", "points", "rate", "ends"]
"""How the change from base to target is told: as a percentage, in percentage points, by the target's own growth,
by both ends alone."""
Pace = Literal["ahead", "level", "behind", ""]

_HUNDRED = exactly(100)
_OPEN_UPWARDS = ("", "at_least", "over")
_SHARES = ("share", "rate")


def kind(indicator: Indicator) -> TargetKind:
    """What a target of ``indicator`` is: a level at the end, a net or gross addition, an amount to be done, a
    rate; or a place."""
    if indicator.addition:
        return indicator.addition
    if indicator.measure == "rank":
        return "rank"
    if indicator.measure not in AMOUNTS:
        return "rate"
    return "amount" if indicator.timing == "flow" else "level"


def moves(indicator: Indicator) -> bool:
    """Whether the figure itself says by how much something grows or falls."""
    return indicator.measure in (*GROWTHS, "change")


def asked(base: Observation, goal: Observation) -> tuple[Asked, Interval | None] | None:
    """The change from ``base`` to ``goal``, in percent or percentage points; None where it can't be told, and for
    a gross addition: adding fewer than last year is no fall that anyone needs."""
    told = kind(goal.indicator)
    if moves(goal.indicator):
        return "rate", None
    if told in ("gross", "rank") or not (base.exact and goal.exact):
        return None
    if goal.indicator.measure in _SHARES:
        return "points", strict(goal) - strict(base)
    if goal.indicator.measure not in AMOUNTS:
        return None
    first, last = strict(base), strict(goal)
    if first.low <= 0 or last.low <= 0:
        return "ends", None
    return "percent", _HUNDRED * (last / first - exactly(1))


@dataclass(frozen=True)
class Progress:
    """``share``: how much of ``target`` is ``done``, in percent; ``elapsed``: how many of its months have gone by,
    in percent. ``before``: how much of the whole of a year before was done over the same months, and its rows.
    ``least``: the target is a lower bound (300个以上)."""

    target: Observation
    done: Observation
    share: Interval
    elapsed: Interval
    before: Interval | None = None
    terms_before: tuple[Observation, ...] = ()

    @property
    def least(self) -> bool:
        return not self.target.exact

    @property
    def over(self) -> bool:
        """Whether all its months have gone by."""
        return self.done.period == self.target.period

    @property
    def ahead(self) -> Interval:
        """By how many percentage points it is ahead of the months."""
        return self.share - self.elapsed

    @property
    def rest(self) -> Interval:
        """What of the target isn't done, in its unit."""
        return strict(self.target) - strict(self.done)

    def pace(self, tolerance: Decimal) -> Pace:
        """Whether it is ahead of the months by more than ``tolerance`` (percentage points), behind, or neither;
        empty where the printed digits leave it open, or its months are over."""
        by = self.ahead
        if self.over:
            return ""
        if by.low > tolerance:
            return "ahead"
        if by.high < -tolerance:
            return "behind"
        return "level" if -tolerance <= by.low and by.high <= tolerance else ""


def progress(target: Observation, rows: Iterable[Observation]) -> Progress | None:
    """How far ``target`` has come by the latest of ``rows``, the region's of its indicator; None unless it is an
    amount or an addition above zero, printed as one number or its lower bound, and something is known to be done
    since the beginning of its period."""
    span, held = target.period, list(rows)
    fit = target.status == "target" and stated(target) and target.qualifier in _OPEN_UPWARDS
    fit = fit and target.value_to is None and kind(target.indicator) in COUNTED_UP
    if not fit or span is None or span.instant or per_year(target.indicator.unit) or strict(target).low <= 0:
        return None
    inside = [row for row in held if comparable(row) and row.exact and row.edition == target.edition]
    inside = [row for row in inside if in_progress(row, target) and verdict(row, target).one_row]
    if not inside:
        return None
    done = max(inside, key=lambda row: (row.period.end if row.period else 0, not row.derived, row.id))
    if done.period is None or done.value < 0:
        return None
    elapsed = exactly(100 * done.period.months) / exactly(span.months)
    share = _HUNDRED * (strict(done) / strict(target))
    return Progress(target, done, share, elapsed, *_before(target, done, held))


def _before(
    target: Observation, done: Observation, rows: Iterable[Observation]
) -> tuple[Interval | None, tuple[Observation, ...]]:
    """What was done of a whole year over the same months, where one publisher gives both."""
    if done.period is None or target.period is None or target.period.months != 12:
        return None, ()
    if done.period == target.period:
        return None, ()
    sure = [row for row in rows if comparable(row) and row.exact and not row.derived]
    sure = [row for row in sure if row.edition == done.edition]
    wholes = [row for row in sure if row.period == base_period(target.period)]
    parts = [row for row in sure if row.period == done.period.years_earlier()]
    for whole in sorted(wholes, key=lambda row: row.id):
        for part in sorted(parts, key=lambda row: row.id):
            if one_publisher(part, whole) and strict(whole).low > 0 and part.value >= 0:
                return _HUNDRED * (strict(part) / strict(whole)), (part, whole)
    return None, ()
