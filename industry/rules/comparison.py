"""What may be compared: the verdict on a pair of observations, and the comparison of a question.

Every comparison of the dashboard asks here, and no chart has an exception of its own. Reasons are codes with
facts; ``wording`` speaks them. How something is drawn belongs in ``figures``, what a pair has in common in
``pairs``.

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

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from industry.rules import pairs
from industry.rules.lock import (
    UNKNOWN_BASES,
    Asked,
    Lock,
    asked_for,
    candidates,
    comparable,
    distance,
    lock_of,
    preferred,
    wanted,
)
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.changing_rules import Level
from industry.vocabulary.observation import Observation, Solved
from industry.vocabulary.periods import Period

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
    side_by_side = _side_by_side(a, b)
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


def _side_by_side(a: Observation, b: Observation) -> Verdict:
    """Whether they may stand side by side as figures of two regions."""
    unknown = sorted(a.inferred | b.inferred, key=UNKNOWN_BASES.index)
    if unknown or a.period is None or b.period is None:
        return Verdict("unknown", Reason("inferred", tuple(unknown) or ("period",)))
    if a.indicator.id != b.indicator.id:
        return Verdict("other_basis", _basis(a.indicator, b.indicator))
    if (a.status, b.status) != ("actual", "actual"):
        return Verdict("other_basis", Reason("status", tuple(sorted({a.status, b.status}))))
    if lock_of(a) != lock_of(b) and a.indicator.measure == "gap":
        return Verdict("own_benchmark", Reason("own_benchmark", (str(a.indicator.gap_to),)))
    if a.edition != b.edition:
        return Verdict("other_edition", Reason("edition", tuple(sorted((a.edition, b.edition)))))
    if lock_of(a) != lock_of(b):
        return Verdict("other_period", Reason("period", tuple(sorted((str(a.period), str(b.period))))))
    if a.region.level != b.region.level:
        return Verdict("other_level", Reason("level", tuple(sorted((a.region.level, b.region.level)))))
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

    ``asked``: what the question asks for, if anything; ``lock``: what is drawn, that and no other, None where no
    two regions of one level hold it. ``level``: that of most regions drawn, the reference; None where nothing is.
    ``ranked``: regions of the reference level with exact values, highest value first. ``open``: of the same level
    and lock, but without rank: qualified, or not `decided`. ``below``: regions of another level over the same
    lock. ``benchmark``: the country's row over the lock. ``apart``: every
    other chosen region's nearest figure with the verdict. ``missing``: regions with no figure at all.
    ``candidates``: every lock that could be chosen, best first. ``disputed``: rows of another source
    that differ from one drawn.
    """

    indicator: Indicator
    asked: Asked | None
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
        apart = (one.row for one in self.apart)
        return (*self.drawn, *filter(None, [self.benchmark]), *self.disputed, *apart)


def compare(book: Solved, question: Question) -> Comparison:
    """Set the question's regions side by side under the same-period lock, derived rows where none is
    published. Nothing is drawn in the place of a period or an edition asked for."""
    catalogue = book.catalogue
    indicator = catalogue.indicators[question.indicator]
    country = catalogue.benchmark.id
    chosen = [one for one in question.regions if one != country]
    held_by = (*chosen, country)
    rows = [
        row for row in (*book.rows(indicator.id), *book.derived(indicator.id)) if row.region.id in held_by
    ]
    asked = wanted(question.period, question.edition, indicator.timing)
    window = periods.parse(catalogue.config.window, "flow")
    locks = candidates(rows, chosen, window, asked)
    lock = asked_for(locks, asked) if asked else next(iter(locks), None)
    picked: dict[str, Observation] = {}
    disputed: list[Observation] = []
    fit = [row for row in rows if lock and comparable(row) and lock_of(row, lock.period is not None) == lock]
    for region in held_by:
        if held := preferred(row for row in fit if row.region.id == region):
            picked[region] = held[0]
            disputed += [one for one in held[1:] if one.value != held[0].value and not one.derived]
    shown = [picked[one] for one in chosen if one in picked]
    levels = [level for level, _ in Counter(row.region.level for row in shown).most_common(1)]
    peers = [row for row in shown if row.region.level in levels]
    ranked = sorted((row for row in peers if pairs.decided(row, peers)), key=lambda row: -row.value)
    over = Asked(lock.period, lock.edition) if lock else asked
    left = {one: nearest(rows, one, over, window, country) for one in chosen if one not in picked}
    return Comparison(
        indicator=indicator,
        asked=asked,
        lock=lock,
        level=catalogue.level_of(peers[0].region) if peers else None,
        ranked=tuple(ranked),
        open=tuple(row for row in peers if row not in ranked),
        below=tuple(row for row in shown if row not in peers),
        benchmark=picked.get(country),
        apart=tuple(one for one in left.values() if one),
        missing=tuple(catalogue.regions[region] for region, one in left.items() if one is None),
        candidates=locks,
        disputed=tuple(disputed),
    )


def nearest(
    rows: Iterable[Observation], region: str, asked: Asked | None, window: Period, country: str = ""
) -> Apart | None:
    """Of ``rows`` the one of ``region`` that is told where none is drawn, with what keeps it apart: from what was
    ``asked`` for, else from any other, the ``window``, or the nearest of another region but the ``country``."""
    order = sorted(rows, key=lambda one: distance(one, asked))
    row = next((one for one in order if one.region.id == region), None)
    if row is None:
        return None
    if asked is not None:
        return Apart(row, _beside_others(row, asked, [one for one in order if one.region.id != country]))
    if row.period is None or not comparable(row):
        return Apart(row, verdict(row, row))
    if not row.period.within(window):
        return Apart(row, Verdict("other_period", Reason("window", (str(window),))))
    others = [one for one in order if comparable(one) and one.region.id not in (region, country)]
    other = min(others, key=lambda one: one.region.level != row.region.level, default=None)
    return Apart(row, verdict(row, other) if other else ALONE)


def _beside_others(row: Observation, asked: Asked, others: Iterable[Observation]) -> Verdict:
    """What keeps ``row`` from what was ``asked`` for; where nothing does, from the figure of another region that is
    of it too."""
    found = set_apart(row, asked)
    if found != ALONE:
        return found
    fit = (one for one in others if one.region != row.region and comparable(one) and asked.fits(one))
    kept = (one for other in fit if not (one := verdict(row, other)).one_axis)
    return next(kept, ALONE)


def set_apart(row: Observation, asked: Asked) -> Verdict:
    """What keeps ``row`` from being the actual figure, all of it stated, of what was ``asked`` for; where
    nothing does, it stands alone."""
    edition = row.edition if asked.edition is None else asked.edition
    like = replace(
        row, period=asked.period or row.period, edition=edition, status="actual", inferred=frozenset()
    )
    found = _side_by_side(row, like)
    if found.one_axis and lock_of(row, True) != lock_of(like, True):
        return Verdict("other_period", Reason("period", tuple(sorted((str(row.period), str(like.period))))))
    return ALONE if found.one_axis else found
