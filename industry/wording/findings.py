"""Findings: what may be said of the marks drawn, naming the population and the period; or nothing.

A finding is made only where the comparison ranks; it never outlives a dispute, a tie is told as a
tie, and growth over a low base is told only together with the two-year average.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry.rules.comparison import Comparison
from industry.rules.intervals import strict
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.wording.numbers import counted, period
from industry.wording.phrases import say, value
from industry.wording.said import Said


def leaders(rows: Sequence[Observation], lowest: bool = False) -> tuple[Region, ...]:
    """The regions with the highest (or lowest) value, several at a tie."""
    values = [row.value for row in rows]
    extreme = min(values) if lowest else max(values)
    return tuple(row.region for row in rows if row.value == extreme)


def finding(
    comparison: Comparison,
    language: str,
    low_base: bool = False,
    two_year: Sequence[Observation] | None = None,
    edition: str = "",
) -> Said:
    """What the ranked marks show, or nothing where nothing may be said.

    ``low_base`` and ``two_year`` (the two-year averages of the same regions, if all can be had): growth
    over a low base is only told if the averages name the same leader, and then says so. ``edition``: the
    worded edition of a list, which stands in the period's place.
    """
    rows = comparison.ranked
    if len(rows) < 2 or _forbidden(comparison):
        return Said()
    lowest = comparison.indicator.better == "lower"
    best = leaders(rows, lowest)
    if len(best) == len(rows) or not _clear(rows, best, lowest):
        return Said()
    both = False
    if low_base or comparison.indicator.measure == "growth_yoy" and two_year:
        if not two_year or {r.region.id for r in two_year} != {r.region.id for r in rows}:
            if low_base:
                return Said()
        else:
            both = leaders(two_year, lowest) == best and _clear(two_year, best, lowest)
            if not both:
                return Said()
    told = _sentence(comparison, best, lowest, both, edition, language)
    return Said(told, (*rows, *(two_year or ())) if both else rows)


def _forbidden(comparison: Comparison) -> bool:
    """Whether nothing may be said of who stands first: no common period or edition, places instead of
    amounts, an open figure (超, 约 …) beside the exact ones, or another source's figure for one of them."""
    lock, ranked = comparison.lock, {row.region.id for row in comparison.ranked}
    return (
        lock is None
        or (lock.period is None and not lock.edition)
        or comparison.indicator.measure == "rank"
        or bool(comparison.open)
        or any(row.region.id in ranked for row in comparison.disputed)
    )


def _clear(rows: Sequence[Observation], best: Sequence[Region], lowest: bool) -> bool:
    """Whether the printed digits leave no doubt: no other's interval reaches into a leader's."""
    first = [strict(row) for row in rows if row.region in best]
    others = [strict(row) for row in rows if row.region not in best]
    if lowest:
        return max(one.high for one in first) <= min(one.low for one in others)
    return min(one.low for one in first) >= max(one.high for one in others)


def _sentence(
    comparison: Comparison, best: Sequence[Region], lowest: bool, both: bool, edition: str, language: str
) -> str:
    rows, measure = comparison.ranked, comparison.indicator.measure
    when = rows[0].period if comparison.lock and comparison.lock.period else None
    span = period(when, language) if when else edition
    tied = len(best) > 1
    if lowest and measure == "growth_yoy" and all(row.value < 0 for row in rows):
        extreme = "fall_tied" if tied else "fall"
    else:
        extreme = (("highest", "lowest"), ("most", "least"))[measure in AMOUNTS][lowest]
    return say(
        "finding",
        language,
        say("finding_when", language, span) if span else "",
        counted(len(rows), language),
        comparison.level.several(language) if comparison.level else "",
        say("finding_both", language) if both else "",
        say("listed", language).join(region.name(language) for region in best),
        say("finding_tied", language) if tied else "",
        value("extreme", extreme, language),
    )


def gap_finding(
    region: Region,
    benchmark: Region,
    gap: Observation,
    two_year_gap: Observation | None,
    language: str,
) -> Said:
    """Whether a region stood above or below its benchmark over its own period; both measures named
    where they disagree, the year-on-year one alone named where the other can't be had."""
    year, average = (_side(one, language) if one else "" for one in (gap, two_year_gap))
    if not year:
        return Said()
    shown = (gap, two_year_gap) if two_year_gap and average else (gap,)
    key = "gap_found_both" if average == year else "gap_found_either" if average else "gap_found"
    names = region.name(language), benchmark.name(language)
    told = say(key, language, period(gap.period, language), names[0], year, names[1], average)
    return Said(told, shown)


def _side(gap: Observation, language: str) -> str:
    """高于, 低于 or 持平于; "" where the interval of the printed digits leaves it open."""
    low = gap.derivation.low if gap.derivation else gap.value
    high = gap.derivation.high if gap.derivation else gap.value
    side = "above" if low > 0 else "below" if high < 0 else "level" if gap.value == 0 else ""
    return value("side", side, language) if side else ""
