"""Which of a figure's numbers are told together: those of one indicator and period, a region each, the benchmark's apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from industry.figures.record import Figure, counts_only
from industry.rules import base_effects
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS, GROWTHS, RATES
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide

GROWTH, AVERAGE, RANK = "growth_yoy", "growth_two_year_average", "rank"
_TOLD = (GROWTH, AVERAGE, RANK, *AMOUNTS, *RATES)
_SUPPOSED = frozenset({"denominator", "period"})
"""What a sentence may leave to a note where the source doesn't print it; its period is told as supposed."""
_POINTS = 2
Fact = tuple[Observation] | tuple[Observation, Observation]
"""What a sentence says: a figure, or a figure and how far it is from another."""


@dataclass(frozen=True)
class Group:
    """Figures of one indicator and period, a region each, in config.yaml's order; the benchmark's among them is apart.
    ``averages`` and ``earlier``: by region, the average over two years beside a growth, and the figure from which a line of two
    points leads to this one. ``lacking``: regions of whom nothing is held. ``figure``: the id of the one that draws them."""

    rows: tuple[Observation, ...]
    benchmark: Observation | None
    averages: dict[str, Observation]
    earlier: dict[str, Observation] = field(default_factory=dict)
    lacking: tuple[Region, ...] = ()
    figure: str = ""

    @property
    def alone(self) -> bool:
        return len(self.rows) == 1 and self.benchmark is None

    def follows(self, told: Sequence[Group], by: Literal["region", "indicator"]) -> bool:
        """Whether one sentence may tell it behind others: each is of a region alone, and all are of one region and alike in
        kind, or of one indicator and edition."""
        every = [*told, self]
        named = by == "indicator"  # once, with its edition
        of = {
            (getattr(one.rows[0], by).id, _kind(one.rows[0]), named and one.rows[0].edition) for one in every
        }
        return all(one.alone for one in every) and len(of) == 1

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What a sentence on it says: each figure, a rate beside the benchmark's, and those that lead to it."""
        beside = self.benchmark if self.rows[0].indicator.measure in RATES else None
        averages = (self.averages.get(row.region.id) for row in self.rows)
        more = (*(row for row in averages if row), *self.earlier.values())
        return (*((row, beside) if beside else (row,) for row in self.rows), *((row,) for row in more))


def groups(figure: Figure, tables: Tables, every: bool = False) -> list[Group]:
    """The groups of what a figure draws, those of the year looked at first, then those of most regions, of as many those of one
    period together: of each indicator and region the last figure, or ``every`` one. None of what is no actual figure of a stated
    period, and of a figure that only counts them."""
    if counts_only(figure.panels):
        return []
    country = tables.catalogue.benchmark
    told = [row for row in figure.drawn if _tells(row, tables)]
    growths = {row.indicator.id for row in told if row.indicator.measure == GROWTH}
    own = [row for row in told if row.region != country and row.indicator.two_year_average_of not in growths]
    members: dict[tuple[object, ...], list[Observation]] = {}
    for row in own if every else _last(own):
        members.setdefault((row.indicator.id, row.period, row.edition), []).append(row)
    listed = dict.fromkeys((*tables.catalogue.config.regions, *tables.catalogue.regions))
    order = {id: place for place, id in enumerate(listed)}
    found, shelf = [], Shelf(tables)
    for key, rows in members.items():
        rows.sort(key=lambda row: order[row.region.id])
        beside = (
            row
            for row in told
            if row.region == country and (row.indicator.id, row.period, row.edition) == key
        )
        benchmark = next(beside, None)
        averages = averages_of([*rows, *([benchmark] if benchmark else [])], told, shelf)
        found.append(Group(tuple(rows), benchmark, averages, _earlier(rows, own), figure=figure.id))
    periods = list(dict.fromkeys(one.rows[0].period for one in found))
    asked = Slide.parse(figure.id).choices.year
    looked_at = Focus.of(asked).pick(one.rows[0].year for one in found)

    def place(one: Group) -> tuple[bool, bool, int, int]:
        first = one.rows[0]
        return bool(first.inferred), first.year != looked_at, -len(one.rows), periods.index(first.period)

    return sorted(found, key=place)


def set_apart(figure: Figure, region: Region, tables: Tables) -> list[Group]:
    """Of a region and what a figure compares with others, and with its province where it draws nothing of the region, the figure that is
    set apart, by itself, where none of the region is drawn, or one of an earlier year."""
    within = [region.id, tables.catalogue.benchmark.id]
    if any(row.region == region for row in figure.drawn):
        within.append(str(region.parent))
    shown = {row.indicator.id for row in figure.drawn if row.region.id not in within}
    latest = {row.indicator.id: row for row in _last(row for row in figure.drawn if row.region == region)}
    apart = (row for row in figure.rows if row.region == region and row.indicator.id in shown)
    rows = _last(row for row in apart if row not in figure.drawn and _tells(row, tables))
    return [
        Group((row,), None, {}, figure=figure.id)
        for row in rows
        if row.indicator.id not in latest or row.year > latest[row.indicator.id].year
    ]


def _last(rows: Iterable[Observation]) -> list[Observation]:
    """Of each indicator and region the last figure."""
    last: dict[tuple[str, str], Observation] = {}
    for row in rows:
        held = last.get((row.indicator.id, row.region.id))
        if held is None or row.period.end > held.period.end:  # type: ignore[union-attr]
            last[row.indicator.id, row.region.id] = row
    return list(last.values())


def averages_of(
    rows: Sequence[Observation], drawn: Sequence[Observation], shelf: Shelf
) -> dict[str, Observation]:
    """By region, the average over two years beside a growth: of those drawn, and of all where the base of one was out of the
    ordinary and none needs a longer one."""
    first = rows[0]
    found = {
        row.region.id: row
        for row in drawn
        if (row.indicator.two_year_average_of, row.period) == (first.indicator.id, first.period)
    }
    effects = [one for row in rows if (one := base_effects.base_effect(shelf, row))]
    if effects and all(one.years == 2 for one in effects):
        averages = ((row, base_effects.average(shelf, row)) for row in rows)
        found |= {row.region.id: one for row, one in averages if one and row.region.id not in found}
    return found


def _earlier(rows: Sequence[Observation], drawn: Sequence[Observation]) -> dict[str, Observation]:
    """By region, the other one of two figures that are drawn of it."""
    found = {}
    for row in rows:
        line = [
            one
            for one in drawn
            if (one.indicator, one.region, one.edition) == (row.indicator, row.region, row.edition)
        ]
        if len(line) == _POINTS and row.indicator.measure not in GROWTHS:
            found[row.region.id] = next(one for one in line if one is not row)
    return found


def _tells(row: Observation, tables: Tables) -> bool:
    """Whether a sentence may tell it: an actual figure of an indicator of the tables."""
    return (
        row.indicator.id in tables.catalogue.indicators
        and row.status == "actual"
        and row.period is not None
        and row.inferred <= _SUPPOSED
        and row.indicator.measure in _TOLD
    )


def _kind(row: Observation) -> str:
    """What sort of figure a clause tells."""
    return "amount" if row.indicator.measure in AMOUNTS else row.indicator.measure


def whole_of(row: Observation, tables: Tables) -> str:
    """The indicator of which that of ``row`` counts a part, as its published share says; empty where there is none."""
    shares = (one.share_of for one in tables.catalogue.indicators.values() if one.share_of)
    return next((one.whole for one in shares if one.part == row.indicator.id), "")
