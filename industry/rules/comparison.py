"""What a question asks of several regions: which period or edition they share, who is drawn, and what keeps the
others apart. Every comparison of the dashboard asks here; the verdict on a pair is ``verdicts``. How something is
drawn belongs in ``figures``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from industry.kept import kept
from industry.rules import pairs
from industry.rules.lock import (
    Asked,
    Lock,
    asked_for,
    candidates,
    comparable,
    distance,
    lock_of,
    looked_at,
    preferred,
    stated,
    wanted,
)
from industry.rules.verdicts import ALONE, Reason, Verdict, beside, other_lock, verdict
from industry.vocabulary.catalogue import Catalogue, Indicator, Region
from industry.vocabulary.changing_rules import Level
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation, Solved
from industry.vocabulary.periods import Period


@dataclass(frozen=True)
class Question:
    """An indicator, the regions chosen (ids, in the order shown), and a period (grammar of
    ``periods``) or edition asked for, if any; else the year to look at, config.yaml's where none is chosen. ``parts``:
    whether, where nothing else compares, one region's amount stands beside the country's, of which it is a part."""

    indicator: str
    regions: tuple[str, ...]
    period: str | None = None
    edition: str | None = None
    year: str | None = None
    parts: bool = False


@dataclass(frozen=True)
class Apart:
    """A chosen region's figure that isn't drawn, and the verdict that keeps it apart."""

    row: Observation
    verdict: Verdict


@dataclass(frozen=True)
class Comparison:
    """The answer to a question.

    ``asked``: what the question asks for, if anything; ``lock``: what is drawn, that and no other, None where
    nobody holds it beside another. ``level``: that of most regions drawn, the reference; None where nothing is.
    ``ranked``: regions of the reference level with exact values, highest value first. ``open``: of the same level
    and lock, but without rank: qualified, or not `decided`. ``below``: regions of another level over the same
    lock. ``benchmark``: the country's row over the lock. ``apart``: every
    other chosen region's nearest figure with the verdict, and what the country holds over the lock that isn't drawn.
    ``missing``: regions with no figure at all. ``candidates``: every lock that could be chosen, best first. ``disputed``: rows of another source
    that differ from one drawn. ``fell_back``: nothing is asked for, and nobody compares over the year looked at (of
    the latest: the newest of any figure), so that ``lock`` is of an earlier one. ``newer``: where nothing is asked for, of
    regions that are drawn, and of the benchmark, the last figure up to the year looked at that is of a later year than the one drawn, with what
    keeps it from that: a year's own figure never gives way in silence to one of an earlier year that more regions share.
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
    fell_back: bool = False
    newer: tuple[Apart, ...] = ()

    @property
    def drawn(self) -> tuple[Observation, ...]:
        """All that has a mark on the axis but the benchmark."""
        return self.ranked + self.open + self.below

    @property
    def rows(self) -> tuple[Observation, ...]:
        """Everything that is shown."""
        apart = (one.row for one in (*self.apart, *self.newer))
        return (*self.drawn, *filter(None, [self.benchmark]), *self.disputed, *apart)


@kept
def compare(book: Solved, question: Question) -> Comparison:
    """Set the question's regions side by side under the same-period lock, derived rows where none is
    published. Nothing is drawn in the place of a period or an edition asked for."""
    catalogue = book.catalogue
    indicator = catalogue.indicators[question.indicator]
    country = catalogue.benchmark.id
    chosen = _with_parent(catalogue, [one for one in question.regions if one != country])
    held_by = (*chosen, country)
    rows = [
        row for row in (*book.rows(indicator.id), *book.derived(indicator.id)) if row.region.id in held_by
    ]
    asked = wanted(question.period, question.edition, indicator.timing)
    focus = Focus.of(question.year, catalogue.config.focus)
    locks = candidates(rows, chosen, focus, asked, country, catalogue.config.released, question.parts)
    lock = asked_for(locks, asked) if asked else looked_at(locks, rows, focus)
    picked: dict[str, Observation] = {}
    disputed: list[Observation] = []
    fit = [row for row in rows if lock and comparable(row) and lock_of(row, lock.period is not None) == lock]
    for region in held_by:
        if held := preferred(row for row in fit if row.region.id == region):
            picked[region] = held[0]
            disputed += [one for one in held[1:] if not one.derived and not pairs.one_figure(one, held[0])]
    shown = [picked[one] for one in chosen if one in picked]
    levels = [level for level, _ in Counter(row.region.level for row in shown).most_common(1)]
    peers = [row for row in shown if row.region.level in levels]
    ranked = sorted((row for row in peers if pairs.decided(row, peers)), key=lambda row: -row.value)
    over = Asked(lock.period, lock.edition) if lock else asked
    fell_back = asked is None and _fell_back(lock, rows, focus)
    left = {
        one: nearest(rows, one, over, focus, country, fell_back)
        for one in question.regions
        if one not in picked
    }
    if (
        country not in picked
        and lock
        and over
        and any(_over(row, over) for row in rows if row.region.id == country)
    ):
        left[country] = nearest(rows, country, over, focus)
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
        fell_back=fell_back,
        newer=tuple(_newer(rows, picked, focus)) if asked is None else (),
    )


def _newer(rows: Iterable[Observation], picked: Mapping[str, Observation], focus: Focus) -> Iterator[Apart]:
    """Of each region that is ``picked`` its last figure up to the year looked at, if it is of a later year than that,
    and not of the list that is drawn."""
    actual = [one for one in focus.until(rows) if one.status == "actual"]
    for region, drawn in picked.items():
        later = (one for one in actual if one.region.id == region and one.year > drawn.year)
        held = (one for one in later if lock_of(one) != lock_of(drawn))  # a list may be counted again
        row = min(held, key=lambda one: distance(one, None, focus), default=None)
        if row is not None:
            yield Apart(row, set_apart(row, Asked(drawn.period, drawn.edition)))


def _over(row: Observation, asked: Asked) -> bool:
    """Whether ``row`` is an actual figure of the period asked for, whatever its edition, or of a list's edition."""
    same = row.edition == asked.edition if asked.period is None else row.period == asked.period
    return same and row.status == "actual"


def _fell_back(lock: Lock | None, rows: Iterable[Observation], focus: Focus) -> bool:
    """Whether ``lock`` is of a year before the one looked at."""
    if lock is None or lock.period is None:
        return False
    newest = max((row.period.year for row in rows if row.period and row.status == "actual"), default=0)
    return lock.period.year < (newest if focus.year is None else focus.year)


def _with_parent(catalogue: Catalogue, chosen: Sequence[str]) -> list[str]:
    """What is chosen; a city alone is compared with its province."""
    over = catalogue.within(catalogue.regions[chosen[0]]) if len(chosen) == 1 else None
    return [over.id, *chosen] if over else list(chosen)


def nearest(
    rows: Iterable[Observation],
    region: str,
    asked: Asked | None,
    focus: Focus,
    country: str = "",
    fell_back: bool = False,
) -> Apart | None:
    """Of ``rows`` the one of ``region`` that is told where none is drawn, with what keeps it apart: from what was
    ``asked`` for, else from any other, the ``focus``, or the nearest of another region but the ``country``: one of the
    period asked for, else the nearest; where the comparison itself ``fell_back`` behind the year looked at, the last up to
    that year."""

    def key(one: Observation) -> tuple[object, ...]:
        elsewhere = asked is None or not _over(one, asked)
        return elsewhere, distance(one, None if fell_back else asked, focus)

    order = sorted(rows, key=key)
    row = next((one for one in order if one.region.id == region), None)
    if row is None:
        return None
    if asked is not None:
        return Apart(row, _beside_others(row, asked, [one for one in order if one.region.id != country]))
    if row.period is None or not comparable(row):
        return Apart(row, verdict(row, row))
    if focus.year is not None and row.period.year > focus.year:
        return Apart(row, Verdict("other_period", Reason("later", (str(focus.year),))))
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


def doubt(row: Observation, edition: str) -> Verdict:
    """What keeps ``row`` from being worked with beside figures of ``edition`` over its period: that, what it leaves unsaid,
    or that it isn't exact; where nothing does, it stands alone."""
    found = set_apart(row, Asked(row.period, edition))
    return found if found != ALONE or row.exact else Verdict("qualified", Reason("open"))


def unstated(row: Observation) -> Verdict:
    """What keeps ``row``, of whatever status, from being told as it is: something in it that its source doesn't print; where
    nothing does, it stands alone."""
    return ALONE if stated(row) else verdict(row, row)


def kept_apart(
    rows: Iterable[Observation],
    others: Iterable[Observation],
    exactly: bool = False,
    edition: str | None = None,
) -> list[Apart]:
    """Of ``rows`` and ``others`` that would be set side by side those which a doubt keeps from it, period by period, or edition of
    a list: something isn't stated, editions differ, or, where that takes figures that are ``exactly`` known, one isn't exact.
    None of a period over which any two go together; of an ``edition``, if one is named, is either of the two."""
    found: list[Apart] = []
    mine: dict[Lock | Period | None, list[Observation]] = {}
    theirs: dict[Lock | Period | None, list[Observation]] = {}
    for held, some in ((mine, rows), (theirs, others)):
        for row in some:
            held.setdefault(time_of(row), []).append(row)
    for when in (one for one in mine if one in theirs):
        both = product(mine[when], theirs[when])
        pairs = [one for one in both if edition in (None, one[0].edition, one[1].edition)]
        reasons = [_doubts(*pair, exactly) for pair in pairs]
        least: list[Apart] = min(reasons, key=len, default=[])
        found += least
    return sorted(found, key=lambda one: -(one.row.period.end if one.row.period else 0))


def time_of(row: Observation) -> Lock | Period | None:
    """A list's edition, else the period, of whichever edition."""
    lock = lock_of(row)
    return row.period if lock.period else lock


def _doubts(one: Observation, other: Observation, exactly: bool) -> list[Apart]:
    loose = [row for row in (one, other) if row.inferred or (exactly and not row.exact)]
    if loose or one.edition == other.edition:
        return [Apart(row, doubt(row, row.edition)) for row in loose]
    return [Apart(one, doubt(one, other.edition)), Apart(other, doubt(other, one.edition))]


def set_apart(row: Observation, asked: Asked) -> Verdict:
    """What keeps ``row`` from being the actual figure, all of it stated, of what was ``asked`` for; where
    nothing does, it stands alone."""
    edition = row.edition if asked.edition is None else asked.edition
    like = replace(
        row, period=asked.period or row.period, edition=edition, status="actual", inferred=frozenset()
    )
    found = beside(row, like)
    if found.one_axis and lock_of(row, True) != lock_of(like, True):
        return other_lock(row, like)
    return ALONE if found.one_axis else found
