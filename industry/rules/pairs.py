"""What two observations have to do with one another: small statements about a pair, true both ways round
unless the names of the arguments say which is which. Periods are compared here, never made alike.

Which verdict follows from them is decided in ``comparison``, what a single row may be compared for in ``lock``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from industry.rules.arithmetic.intervals import loose, spanned, strict
from industry.rules.lock import comparable, lock_of, stated
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, RATES, per_year
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

MEASURED_ALIKE = ("measure", "timing", "unit", "scope", "prices")
"""What a branch's indicator has in common with its total's."""
COUNTED_ALIKE = ("unit", "timing", "scope")
"""What counts of one population have in common."""
YEAR = 12


def either(holds: Callable[[Observation, Observation], bool], a: Observation, b: Observation) -> bool:
    """Whether it holds one way round or the other."""
    return holds(a, b) or holds(b, a)


# Where they stand


def one_series(a: Observation, b: Observation) -> bool:
    """Of one indicator, region and edition and counted alike, whatever the time and the status."""
    same = (a.indicator.id, a.region.id, a.edition) == (b.indicator.id, b.region.id, b.edition)
    return same and a.indicator.broken(a.period, b.period) is None


def one_place(a: Observation, b: Observation) -> bool:
    """Of one region, period and edition."""
    return (a.region.id, a.period, a.edition) == (b.region.id, b.period, b.edition)


def part_of_parent(part: Observation, whole: Observation) -> bool:
    """Whether ``part`` is the amount of a region and ``whole`` that of the region that it lies in, of one
    status, edition and period, or of a list of one edition."""
    same = part.indicator.id == whole.indicator.id and part.status == whole.status
    dated = part.period is not None and whole.period is not None
    return same and dated and part.region.parent == whole.region.id and lock_of(part) == lock_of(whole)


def share_in(share: Observation, whole: Observation) -> bool:
    """Whether ``share`` was derived as the share of a region's amount in ``whole``, its parent's."""
    derived = share.derivation is not None and share.derivation.rule == "share"
    lies_in = share.region.parent == whole.region.id and derived and whole in share.terms
    return lies_in and lock_of(share) == lock_of(whole)


# Who says so, and how surely


def sure(*rows: Observation) -> bool:
    return all(comparable(row) for row in rows)


def exact(*rows: Observation) -> bool:
    """Whether a difference, a share or a change may be worked out from ``rows``: none of what is open (超, 约)."""
    return all(row.exact for row in rows)


def one_figure(a: Observation, b: Observation) -> bool:
    """Whether two prints of one figure say the same: one to fewer digits (29619.67, 29619.7), or open and not against the
    other (142.5, 超130). To equally many digits 24.5 and 24.6 don't."""
    return any(spanned(a, digits).overlaps(spanned(b, digits)) for digits in (strict, loose))


def touching(a: Observation, b: Observation) -> bool:
    """Whether the printed digits leave open which of two exact figures is the higher, one of them being derived."""
    derived = a is not b and exact(a, b) and (a.derived or b.derived)
    return derived and strict(a).meets(strict(b))


def decided(row: Observation, others: Sequence[Observation]) -> bool:
    """Whether an exact figure has a place among others: a derived one only where it touches none."""
    return row.exact and not (row.derived and any(touching(row, one) for one in others))


def one_source(a: Observation, b: Observation) -> bool:
    return {one.id for one in a.sources} == {one.id for one in b.sources}


def one_publisher(a: Observation, b: Observation) -> bool:
    return a.publishers == b.publishers


def equal_doubts(a: Observation, b: Observation) -> bool:
    """Whether nothing is more in doubt at one end than at the other: what neither names is the same for both.
    When an end was counts as no doubt of what it is."""
    return a.inferred - {"period"} == b.inferred - {"period"}


# When


def same_months(a: Observation, b: Observation) -> bool:
    """Over the same months of two years; of a stock at the ends of two months."""
    one, other = a.period, b.period
    if one is None or other is None or one == other or one.instant != other.instant:
        return False
    return one.instant or (one.months, one.first_month) == (other.months, other.first_month)


def _years(when: Period) -> int:
    return 1 if when.instant else -(-when.months // YEAR)


def base_period(when: Period) -> Period:
    """The period of like length that ends a year, or for a run of years its length, earlier."""
    return when.years_earlier(_years(when))


def in_base_period(row: Observation, later: Observation) -> bool:
    """Whether ``row`` is of the base period of ``later``; a run of years in ``/年`` is of each of them."""
    if row.period is None or later.period is None:
        return False
    base = base_period(later.period)
    each = per_year(row.indicator.unit) and row.period.whole_years
    return row.period == base or each and row.period.start <= base.start and row.period.end == base.end


def _since_beginning(when: Period, whole: Period) -> bool:
    """Whether ``when`` lies in ``whole`` since its beginning; of stocks, in the year that ends with ``whole``."""
    if whole.instant or when.instant:
        return when.instant and whole.instant and whole.end - YEAR < when.end <= whole.end
    return when.start == whole.start and when.end <= whole.end


def in_progress(row: Observation, target: Observation) -> bool:
    """Whether ``row`` lies inside the period of ``target``, since its beginning."""
    return bool(row.period and target.period and _since_beginning(row.period, target.period))


def follows(later: Observation, base: Observation) -> bool:
    """Whether ``later`` lies, since its beginning, in the period of which that of ``base`` is the base."""
    if later.period is None or base.period is None:
        return False
    return _since_beginning(later.period, base.period.years_earlier(-_years(base.period)))


def within_a_year(a: Observation, b: Observation) -> bool:
    """Whether they end less than a year apart."""
    return bool(a.period and b.period and abs(a.period.end - b.period.end) < YEAR)


# What is said of the pair, in these terms


def part_and_whole(a: Observation, b: Observation) -> bool:
    """A region's amount and that of the region that it lies in, or the share derived from both and the
    latter; for one period or edition of a list, exact."""

    def holds(part: Observation, whole: Observation) -> bool:
        return part_of_parent(part, whole) or share_in(part, whole)

    amounts = a.indicator.measure in AMOUNTS or b.indicator.measure in AMOUNTS
    return amounts and either(holds, a, b) and sure(a, b) and exact(a, b)


def nested_counts(a: Observation, b: Observation) -> bool:
    """Members of one population that meet a condition, and all of them or those that meet another."""
    measures = (a.indicator.measure, b.indicator.measure)
    counts = "count" in measures and all(one in AMOUNTS for one in measures)
    population = a.indicator.scope is not None and _alike(a.indicator, b.indicator, COUNTED_ALIKE)
    return counts and population and one_place(a, b) and sure(a, b)


def branch_and_total(a: Observation, b: Observation) -> bool:
    """A rate of a branch, and that of its region's total or of another branch, measured alike."""
    branch = a.indicator.industry is not None or b.indicator.industry is not None
    alike = a.indicator.measure in RATES and _alike(a.indicator, b.indicator, MEASURED_ALIKE)
    return branch and alike and one_place(a, b) and sure(a, b)


def _alike(a: Indicator, b: Indicator, fields: Sequence[str]) -> bool:
    """Whether two indicators are alike in ``fields``; one is not like itself."""
    return a.id != b.id and all(getattr(a, field) == getattr(b, field) for field in fields)


def two_times(a: Observation, b: Observation) -> bool:
    """One series at two times, nothing inferred."""
    return one_series(a, b) and sure(a, b) and lock_of(a) != lock_of(b)


def ends_of_one_source(a: Observation, b: Observation) -> bool:
    """Both ends of a change: actual and exact, printed by one source or derived from it."""
    actual = a.status == b.status == "actual" and one_series(a, b) and exact(a, b)
    times = same_months(a, b) and lock_of(a) != lock_of(b)
    return actual and times and equal_doubts(a, b) and one_source(a, b)


def figure_and_base(a: Observation, b: Observation) -> bool:
    """A figure and that of its base period by one publisher, or what there is of it within a year."""
    return two_times(a, b) and either(follows, a, b) and (within_a_year(a, b) or one_publisher(a, b))


def target_and_actual(a: Observation, b: Observation) -> bool:
    """A target and its base by one publisher, or what of it is reached; nothing inferred."""
    if {a.status, b.status} != {"actual", "target"} or not one_series(a, b):
        return False
    target, actual = (a, b) if a.status == "target" else (b, a)
    if not (stated(target) and stated(actual)):
        return False
    if in_base_period(actual, target) and one_publisher(actual, target):
        return True
    return in_progress(actual, target) and (within_a_year(a, b) or one_publisher(a, b))
