"""The verdict on a pair of observations: may they be compared? One symmetric function; every exception is a kind of
verdict here, and no chart has one of its own. Reasons are codes with facts; ``wording`` speaks them. What a pair has
in common is told in ``pairs``, what is asked of several in ``comparison``.

Two regions' figures of one indicator:

| kind | when | how it may be drawn |
|---|---|---|
| same | one period, edition and level of region; both exact | one axis, ranked |
| same_edition | of a list: one edition, other dates | one axis, ranked, the dates beside |
| undecided | as these, but one is derived and their intervals touch | one axis, no rank between them |
| qualified | as these, but one is open (超, 约) | one axis, an open end, no rank |
| own_benchmark | differences from a benchmark, each over its own period and edition | one axis, in the regions' fixed order |
| other_level | one period and edition, two levels of region | one axis, below its province, no rank |

What else relates two figures; a row has a scale of its own, which no other row is read on:

| kind | when | how it may be drawn |
|---|---|---|
| part | a region's amount, or the share derived of it, and its parent's; exact | one axis, over its whole or below it |
| nested | counts of one population, in one region, period and edition | one axis, over their whole |
| branch | branch and total, or two branches, likewise, measured alike | one axis, around the total |
| two_points | two times, printed by one source over the same months; exact | one row, joined as a change |
| same_unknown | likewise, with the same doubt at both ends | joined as a change, nothing else |
| base | a figure and its base, or what there is of it within a year | one row, one line |
| target | a target and its base, or what of it is reached | one row |
| series | two other times | one line |

Two times are always of one indicator, region and edition. A base a year or more away is of one publisher.
All these are actual but the target, and hold nothing inferred but same_unknown. No other pair has an axis:
other_period and other_edition stand in the strip, other_basis and unknown in the table, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from industry.rules import pairs
from industry.rules.lock import UNKNOWN_BASES, lock_of
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation

Kind = Literal[
    "same", "same_edition", "undecided", "qualified", "own_benchmark", "other_level",
    "part", "nested", "branch", "two_points", "same_unknown", "base", "target", "series",
    "other_period", "other_edition", "other_basis", "unknown",
]  # fmt: skip
RANKED: tuple[Kind, ...] = ("same", "same_edition")
AROUND: tuple[Kind, ...] = ("part", "nested", "branch")
IN_A_ROW: tuple[Kind, ...] = ("two_points", "base", "target")
JOINED: tuple[Kind, ...] = ("two_points", "same_unknown")
BASES = ("unit", "measure", "scope", "prices", "of", "industry")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two observations may or may not be compared: a code and what the sentence names."""

    code: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """``kind`` decides how a pair may be drawn, ``reason`` what is told where two regions are compared."""

    kind: Kind
    reason: Reason

    @property
    def one_axis(self) -> bool:
        """Whether two marks may be read on one scale, whatever else stands on it."""
        return self.kind in (*RANKED, "undecided", "qualified", "own_benchmark", "other_level", *AROUND)

    @property
    def one_row(self) -> bool:
        """Whether two marks may be read on the scale of a row that is theirs alone."""
        return self.one_axis or self.kind in IN_A_ROW

    @property
    def ranked(self) -> bool:
        """Whether one may be said to be higher than the other."""
        return self.kind in RANKED

    @property
    def joined(self) -> bool:
        """Whether the difference may be drawn and told as a change."""
        return self.kind in JOINED

    @property
    def one_line(self) -> bool:
        """Whether both may stand on one line over time."""
        return self.kind in (*JOINED, "base", "series")


ALONE = Verdict("other_basis", Reason("alone"))  # on a figure beside which no other stands


def verdict(a: Observation, b: Observation) -> Verdict:
    """May ``a`` and ``b`` be compared? Symmetric and pure; the gravest obstacle is the one told, also where
    something else relates them."""
    side_by_side = beside(a, b)
    related = next((kind for kind, holds in RELATIONS if holds(a, b)), side_by_side.kind)
    return Verdict(related, side_by_side.reason)


RELATIONS: tuple[tuple[Kind, Callable[[Observation, Observation], bool]], ...] = (
    ("part", pairs.part_and_whole),
    ("nested", pairs.nested_counts),
    ("branch", pairs.branch_and_total),
    ("two_points", lambda a, b: pairs.two_times(a, b) and pairs.ends_of_one_source(a, b)),
    ("same_unknown", pairs.ends_of_one_source),
    ("base", pairs.figure_and_base),
    ("target", pairs.target_and_actual),
    ("series", pairs.two_times),
)
"""What may relate two figures that don't stand side by side as two regions' do: the first that holds."""


def beside(a: Observation, b: Observation) -> Verdict:
    """Whether they may stand side by side as figures of two regions."""
    unknown = sorted(a.inferred | b.inferred, key=UNKNOWN_BASES.index)
    if unknown or a.period is None or b.period is None:
        return Verdict("unknown", Reason("inferred", tuple(unknown) or ("period",)))
    if a.indicator.id != b.indicator.id:
        return Verdict("other_basis", _basis(a.indicator, b.indicator))
    if (a.status, b.status) != ("actual", "actual"):
        return Verdict("other_basis", Reason("status", tuple(sorted({a.status, b.status}))))
    if counted := a.indicator.broken(a.period, b.period):
        return Verdict("other_basis", Reason("break", (counted.since, counted.reason.zh, counted.reason.en)))
    if lock_of(a) != lock_of(b) and a.indicator.measure == "gap":
        return Verdict("own_benchmark", Reason("own_benchmark", (str(a.indicator.gap_to),)))
    if lock_of(a) != lock_of(b):
        return other_lock(a, b)
    if a.region.level != b.region.level:
        return Verdict("other_level", Reason("level", tuple(sorted((a.region.level, b.region.level)))))
    return _of_one_lock(a, b)


def other_lock(a: Observation, b: Observation) -> Verdict:
    """That two figures are of two editions of one period, or of a list, whose editions stand for its dates; else of two periods."""
    if a.edition != b.edition and (a.period == b.period or a.indicator.timing == "list"):
        return Verdict("other_edition", Reason("edition", tuple(sorted((a.edition, b.edition)))))
    return Verdict("other_period", Reason("period", tuple(sorted((str(a.period), str(b.period))))))


def across_levels(a: Observation, b: Observation) -> Verdict:
    """What stands in the way of a difference or a share of two regions' figures, of whatever levels these are."""
    found = verdict(a, b)
    return _of_one_lock(a, b) if found.reason.code == "level" else found


def _of_one_lock(a: Observation, b: Observation) -> Verdict:
    """Whether two figures of one indicator, period and edition are ranked."""
    if not pairs.exact(a, b):
        return Verdict("qualified", Reason("qualified"))
    if pairs.touching(a, b):
        return Verdict("undecided", Reason("undecided"))
    return Verdict("same" if a.period == b.period else "same_edition", Reason("same"))


def _basis(a: Indicator, b: Indicator) -> Reason:
    """Which bases of two indicators differ."""
    if a.concept is None or a.concept != b.concept:
        return Reason("concept")
    differing = tuple(one for one in BASES if getattr(a, one) != getattr(b, one))
    return Reason("basis", differing or ("definition",))
