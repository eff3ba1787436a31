"""Every derived row: those of the identities, and those that kinds of chart work out of the tables for what they
draw, whatever is chosen: shares of the region's parent, gaps to the country and the parent, averages over two
years. So that what a picture shows can be found in lists and workbooks.

How a row is derived stands in ``rules``; which of them a figure draws is decided by its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from industry.figures import bases
from industry.figures.context import Tables
from industry.figures.rows.lookup import difference, part, with_parents
from industry.rules import base_effects
from industry.rules.arithmetic.derived import gap_of
from industry.rules.lock import Lock, comparable, lock_of, preferred
from industry.rules.shelf import Shelf
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.observation import Observation

Rows = tuple[Observation, ...]


def derived_rows(tables: Tables, region: Region, of: Collection[str] | None = None) -> Rows:
    """Of a region: by indicator what follows from the identities, and the shares, gaps and averages of its rows,
    each once. ``of``: those of the rows of these indicators alone."""
    found: dict[str, Observation] = {}
    every = tables.catalogue.indicators.values()
    for indicator in (one for one in every if of is None or one.id in of):
        rows = [*tables.derived(indicator.id, region.id)]
        if indicator.measure in AMOUNTS:
            rows += _shares(tables, indicator, region)
        elif indicator.measure in RATES:
            rows += _gaps(tables, indicator, region)
        found |= {row.id: row for row in rows if row.id not in found}
    return tuple(found.values())


def _shares(tables: Tables, indicator: Indicator, region: Region) -> Iterator[Observation]:
    rows = [row for row in tables.rows(indicator.id, region.id) if comparable(row)]
    for row, whole in with_parents(tables, rows):
        if verdict(row, whole).kind == "part" and (one := part(row, whole)):
            yield one.share


def _gaps(tables: Tables, indicator: Indicator, region: Region) -> Iterator[Observation]:
    """To the country and to the parent, of the rates and, where they are growth, of their averages."""
    shelf, country = Shelf(tables), tables.catalogue.benchmark
    parent = tables.catalogue.parent_of(region)
    wholes = {
        one.id: (one, _drawn(tables, indicator, one)) for one in (parent, country) if one and one != region
    }
    for lock, row in _drawn(tables, indicator, region).items():
        averages = _averages(shelf, row)
        for whole, held in wholes.values():
            other = held.get(lock)
            if other is None:
                continue
            gap = gap_of(row, other, difference(tables, indicator, whole))
            if gap.derived:
                yield gap
            theirs = _averages(shelf, other, averages)
            averages |= _averages(shelf, row, theirs)
            for years in sorted(averages.keys() & theirs.keys()):
                yield gap_of(
                    averages[years], theirs[years], difference(tables, averages[years].indicator, whole)
                )
        yield from (one for one in averages.values() if one.derived)


def _drawn(tables: Tables, indicator: Indicator, region: Region) -> dict[Lock, Observation]:
    """Of each period and edition the exact row to draw."""
    rows = (*tables.rows(indicator.id, region.id), *tables.derived(indicator.id, region.id))
    exact = [row for row in rows if comparable(row) and row.exact]
    return {lock_of(row): row for row in reversed(preferred(exact))}


def _averages(shelf: Shelf, row: Observation, more: Iterable[int] = ()) -> dict[int, Observation]:
    """Years → the average growth over them, of a rate of growth: two, and as many as its base asks for."""
    if row.indicator.measure != "growth_yoy":
        return {}
    effect = base_effects.base_effect(shelf, row)
    spans = {2, *more, *((effect.years,) if effect else ())}
    held = {years: base_effects.average(shelf, row, years) for years in sorted(spans)}
    named = {years: bases.called(shelf.catalogue, one, years) for years, one in held.items()}
    return {years: one for years, one in named.items() if one}
