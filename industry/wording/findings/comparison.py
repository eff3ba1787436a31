"""The finding of a comparison: who stands where, how each stands to the benchmark, whether another edition says
otherwise. Nothing where an open or disputed figure is among those drawn; growth over a base out of the ordinary
is ranked only together with its average over two years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from industry.rules.comparison import Comparison
from industry.vocabulary.changing_rules import Level
from industry.vocabulary.fields import AMOUNTS, ORDINALS
from industry.vocabulary.observation import Observation
from industry.wording.findings.benchmark import Beside, against, agreeing
from industry.wording.findings.claims import MOST, Claim, Measured, Speaker, concluded, otherwise, run
from industry.wording.findings.places import Rows, places, turned
from industry.wording.numbers import counted
from industry.wording.phrases import say
from industry.wording.said import Said

Averages = Mapping[str, Observation | None]
"""Region id → the average over two years beside its growth; None where it can't be had."""


def finding(
    found: Comparison,
    language: str,
    when: str = "",
    *,
    marked: bool = False,
    averages: Averages | None = None,
    regions: Sequence[str] = (),
    disputed: Collection[Observation] = (),
    editions: Mapping[str, Rows] | None = None,
) -> Said:
    """What the marks of a comparison show, or nothing where nothing may be said.

    ``when``: its period or edition in words. ``marked``: the base of a growth in it is out of the ordinary.
    ``averages``: those that are shown. ``regions``: ids in the order told. ``disputed``: figures that a check
    contradicts. ``editions``: by its name in words, what another edition gives for the same regions.
    """
    speaker = Speaker(found.indicator, language)
    doubted = {row.region.id for row in (*found.disputed, *disputed) if row.indicator == found.indicator}
    peers = _in_order(found.ranked, regions)
    cities = () if found.indicator.measure in AMOUNTS else found.below
    drawn = _in_order([*peers, *cities], regions)
    silent = not peers or _forbidden(found) or any(row.region.id in doubted for row in drawn)
    if silent or not all(row.exact for row in cities):
        return Said()
    held = {id: row for id, row in (averages or {}).items() if row and row not in disputed and row.exact}
    whom = _population(found.level, peers, language)
    by_year = places(speaker, drawn, cities, whom)
    complete = all(row.region.id in held for row in drawn)
    by_average = places(speaker, _averaged(drawn, held), _averaged(cities, held), whom) if complete else []
    if marked and not any(claim.ranks for claim in by_average):
        by_year = [claim for claim in by_year if not claim.ranks]
    if len({*by_year, *by_average}) > MOST:
        return Said()
    told = [_clauses(speaker, by_year, by_average, "year" if marked or by_average else "")]
    shown: list[Observation] = [*drawn, *(_averaged(drawn, held) if by_average else ())]
    bench = found.benchmark
    pairs: list[Beside] = []
    if bench and bench.exact and bench.region.id not in doubted and found.indicator.measure not in AMOUNTS:
        pairs = agreeing(speaker, [_beside(row, bench, held) for row in drawn])
    signs = any(not claim.ranks for claim in by_year)
    most = MOST - len({*by_year, *by_average})
    named: Measured = "year" if marked or held else ""
    beside = against(speaker, pairs, named, "" if cities else whom, signs, most)
    if beside:
        shown += [row for one in pairs for row in one.rows]
        told.append(beside)
    elif not all(any(row.region in claim.regions for claim in by_year) for row in cities):
        return Said()
    turning = [name for name, others in (editions or {}).items() if turned(speaker, peers, others, whom)]
    if by_year and turning:
        told.append(otherwise(turning, language))
        shown += [row for name in turning for row in (editions or {})[name]]
    return concluded(language, when, told, shown)


def _forbidden(found: Comparison) -> bool:
    """Whether nothing may be said of who stands where: no common period or edition, places instead of amounts,
    or an open figure (超, 约 …) beside the exact ones."""
    lock = found.lock
    unlocked = lock is None or (lock.period is None and not lock.edition)
    return unlocked or found.indicator.measure in ORDINALS or bool(found.open)


def _in_order(rows: Iterable[Observation], regions: Sequence[str]) -> list[Observation]:
    places = {id: place for place, id in enumerate(regions)}
    return sorted(rows, key=lambda row: places.get(row.region.id, len(places)))


def _population(level: Level | None, peers: Rows, language: str) -> str:
    """三省, 四省区市: how many regions, and what they are called; empty for one alone."""
    if level is None or len(peers) < 2:
        return ""
    called = level.called([row.region.code for row in peers], language)
    return say("population", language, counted(len(peers), language), called)


def _averaged(rows: Rows, held: Mapping[str, Observation]) -> list[Observation]:
    return [held[row.region.id] for row in rows]


def _beside(row: Observation, bench: Observation, held: Mapping[str, Observation]) -> Beside:
    own, theirs = held.get(row.region.id), held.get(bench.region.id)
    return Beside(row, bench, (own, theirs) if own and theirs else None)


def _clauses(
    speaker: Speaker, by_year: Sequence[Claim], by_average: Sequence[Claim], named: Measured
) -> Said:
    """Claims by both measures once, then those by one of them, each naming its measure."""
    told: list[tuple[Claim, Measured]] = []
    told += [(claim, "both" if claim in by_average else named) for claim in by_year]
    told += [(claim, "average") for claim in by_average if claim not in by_year]
    return run(speaker, told)
