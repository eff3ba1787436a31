"""What a briefing tells of a figure in sentences: the last figures of each region that it draws, how they stand to the
benchmark, and averages over two years. Each is one that 核稿 understands: region, subject and period are named, and
nothing stands in brackets between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from industry import wording
from industry.figures.record import Figure
from industry.figures.rows.lookup import difference
from industry.rules.arithmetic.derived import gap_of
from industry.rules.pairs import exact
from industry.tables.tables import Tables
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.observation import Observation
from industry.wording import Beside
from industry.wording.numbers import opened
from industry.wording.said import Said, fill, join
from industry.wording.texts.subject import subject, within
from industry.wording.words import form

MOST, MOST_REGIONS = 3, 6
"""Sentences of a figure; regions of one."""
GROWTH, AVERAGE = "growth_yoy", "growth_two_year_average"
COUNTED = ("家", "个", "种", "项")
"""Units of things that are counted."""
_TOLD = (GROWTH, AVERAGE, "rank", *AMOUNTS, *RATES)


@dataclass(frozen=True)
class Group:
    """Figures of one indicator and period, a region each; the benchmark's among them is apart."""

    rows: tuple[Observation, ...]
    benchmark: Observation | None
    averages: dict[str, Observation]


def sentences(figure: Figure, tables: Tables, language: str) -> tuple[Said, ...]:
    """At most `MOST` sentences on what is drawn, those of most regions first; none of what is no actual figure of a stated
    period."""
    groups = sorted(_groups(figure.drawn, tables), key=lambda one: -len(one.rows))
    return tuple(_sentence(one, tables, language) for one in groups[:MOST])


def _groups(rows: Iterable[Observation], tables: Tables) -> Iterator[Group]:
    country = tables.catalogue.benchmark
    told = [row for row in rows if _tells(row, tables)]
    averages = {
        (row.indicator.two_year_average_of, row.period, row.region.id): row
        for row in told
        if row.indicator.two_year_average_of
    }
    growths = {row.indicator.id for row in told if row.indicator.measure == GROWTH}
    last: dict[tuple[str, str], Observation] = {}
    for row in told:
        if row.region == country or row.indicator.two_year_average_of in growths:
            continue
        held = last.get((row.indicator.id, row.region.id))
        if held is None or row.period.end > held.period.end:  # type: ignore[union-attr]
            last[row.indicator.id, row.region.id] = row
    found: dict[tuple[object, ...], list[Observation]] = {}
    for row in last.values():
        found.setdefault((row.indicator.id, row.period, row.edition), []).append(row)
    for (indicator, period, edition), members in found.items():
        beside = [
            row
            for row in told
            if row.region == country
            and (row.indicator.id, row.period, row.edition) == (indicator, period, edition)
        ]
        own = {
            region: row for (of, when, region), row in averages.items() if (of, when) == (indicator, period)
        }
        yield Group(tuple(members[:MOST_REGIONS]), next(iter(beside), None), own)


def _tells(row: Observation, tables: Tables) -> bool:
    """Whether a sentence may tell it: an actual figure of an indicator of the tables, of which nothing is supposed."""
    held = row.indicator.id in tables.catalogue.indicators
    return (
        held
        and row.status == "actual"
        and row.period is not None
        and not row.inferred
        and row.indicator.measure in _TOLD
    )


def _sentence(group: Group, tables: Tables, language: str) -> Said:
    first = group.rows[0]
    rows = [
        *group.rows,
        *([group.benchmark] if group.benchmark and first.indicator.measure not in AMOUNTS else []),
    ]
    rounded: list[Observation] = []
    if language == "zh":
        clauses = []
        for row in rows:
            standing = _standing(row, group, tables, language)
            told = (_figure(row, language, row is first), _average(row, group, language), standing)
            clauses.append(join(told, wording.say("comma", language)))
            rounded += [row] if _rounded(row, standing, group, tables, language) else []
        said = join(clauses, wording.say("joined", language))
    else:
        said = _listed([_figure(row, language, row is first) for row in rows], language)
        averaged = [_average(row, group, language) for row in rows]
        if any(averaged):
            said = _say("and_averaged", language, said, _listed(averaged, language))
    key = "when_at" if first.period is not None and first.period.instant else "when"
    said = _say("sentence", language, _say(key, language, wording.period(first.period, language), said))
    if not _worked(group, rows) and not rounded:
        return said
    return said + (" " if language == "en" else "") + _derived(group, rows, rounded, language)


def _worked(group: Group, rows: Sequence[Observation]) -> list[Observation]:
    """Those of the figures told that are worked out from others."""
    averages = [group.averages.get(row.region.id) for row in rows]
    return [row for row in (*rows, *averages) if row is not None and row.derived]


def _derived(
    group: Group, rows: Sequence[Observation], rounded: Sequence[Observation], language: str
) -> Said:
    """其中江西、陕西两年平均增速为推算数; of ``rounded`` ones how they stand to the benchmark."""
    regions: dict[str, list[str]] = {}
    for row in _worked(group, rows):
        kind = "averages_worked" if row.indicator.measure == AVERAGE else "figures_worked"
        regions.setdefault(kind, []).append(row.region.name(language))
    told = [
        _say(kind, language, wording.say("listed", language).join(some)) for kind, some in regions.items()
    ]
    if group.benchmark and (apart := [row.region.name(language) for row in rounded]):
        whole = group.benchmark.region.name(language)
        told.append(_say("gaps_worked", language, wording.say("listed", language).join(apart), whole))
    return _say("worked", language, join(told, wording.say("joined", language)))


def _listed(clauses: Iterable[str], language: str) -> Said:
    """One after the other, and before the last."""
    *others, last = [one for one in clauses if one]
    return join((join(others, wording.say("comma", language)), last), wording.say("and", language))


def _figure(row: Observation, language: str, named: bool) -> Said:
    """The figure of a region; what it is stands in the first clause alone."""
    region, of = row.region.name(language), subject(row.indicator, language)
    if row.indicator.measure == GROWTH and of:
        key = "grew" if row.value > 0 else "fell" if row.value < 0 else "level"
        return _say(key if named else f"{key}_too", language, region, of, wording.magnitude(row, language))
    key = "counted" if row.indicator.unit in COUNTED else "amount"
    told = wording.number(row, language, bare=language == "en" and key == "counted")
    told = told if opened(row, language) else _say("being", language, told)
    return _say(key if named else f"{key}_too", language, region, within(row.indicator, language), told)


def _standing(row: Observation, group: Group, tables: Tables, language: str) -> Said:
    """高于全国4.9个百分点; by which measure, where both averages are published."""
    other, gap = group.benchmark, _gap(row, group, tables)
    if other is None or gap is None:
        return Said()
    own, theirs = (group.averages.get(one.region.id) for one in (row, other))
    published = own is not None and theirs is not None and not own.derived and not theirs.derived
    beside = Beside(row, other, (own, theirs) if own and theirs and published else None, gap)
    return wording.standing([beside], language, named=False)


def _gap(row: Observation, group: Group, tables: Tables) -> Observation | None:
    """A rate less the benchmark's."""
    other = group.benchmark
    if other is None or row is other or row.indicator.measure not in RATES or not exact(row, other):
        return None
    return gap_of(row, other, difference(tables, row.indicator, other.region))


def _rounded(row: Observation, standing: str, group: Group, tables: Tables, language: str) -> bool:
    """Whether it is told how far a row is from the benchmark's, and only about: 高于全国约31个百分点."""
    gap = _gap(row, group, tables)
    told = gap is not None and gap.derivation is not None and gap.derivation.form != "plain"
    return told and gap is not None and wording.magnitude(gap, language) in standing


def _average(row: Observation, group: Group, language: str) -> Said:
    """两年平均增长10.2%."""
    found = group.averages.get(row.region.id)
    if found is None:
        return Said()
    key = "averaged" if found.value >= 0 else "averaged_fell"
    return _say(key, language, row.region.name(language), wording.magnitude(found, language))


def _say(key: str, language: str, *facts: str) -> Said:
    return fill(form("paper", key, language), *facts)
