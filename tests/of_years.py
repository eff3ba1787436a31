"""What is shown of a year: of each region a figure of that year, else of the nearest before it, else of the first after it."""

from __future__ import annotations

from collections.abc import Iterator

from industry.export.deck import years
from industry.figures.record import Figure
from industry.rules.lock import lock_of
from industry.tables.tables import Tables
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.focus import LATEST, Focus
from industry.vocabulary.slide import Choices
from tests.figures.specs import made


def nearest(tables: Tables, indicator: str, region: str, year: str) -> int | None:
    """The year of the figures that stand for a region in a ``year``, sure ones before others; None where there are none."""
    every = (*tables.rows(indicator, region), *tables.derived(indicator, region))
    rows = [row for row in every if row.status == "actual" and row.period]
    sure = [row for row in rows if not row.inferred] or rows
    held = [row.period.year for row in sure if row.period]
    return Focus.of(year).pick(held) or min(held, default=None)


def passed_over(figure: Figure, tables: Tables, indicator: str, regions: list[str], year: str) -> list[str]:
    """The regions of which neither mark, cell, notice nor note has a figure of that year, or of the list that was counted in it."""
    drawn = [
        row for row in figure.rows if row.indicator.id == indicator and row.period and row.status == "actual"
    ]
    again = (
        one for row in drawn for one in tables.rows(indicator, row.region.id) if lock_of(one) == lock_of(row)
    )
    shown = {(row.region.id, row.period.year) for row in (*drawn, *again) if row.period}
    wanted = ((one, nearest(tables, indicator, one, year)) for one in regions)
    return [one for one, found in wanted if found and (one, found) not in shown]


def of_every_year(tables: Tables) -> Iterator[tuple[str, str, list[str]]]:
    """Each figure of one period, in each year that can be looked at, and which regions it passes over: tables of all
    headlines, for all regions and for each alone, bars and gaps of each of them."""
    catalogue = tables.catalogue
    country, chosen = catalogue.benchmark.id, catalogue.config.regions
    headlines = [one for one in catalogue.indicators.values() if one.tier == "headline"]
    for year in (*map(str, years.held(tables)), LATEST):
        choices = Choices(year=year)
        for regions in (chosen, *((one,) for one in chosen)):
            table = made(tables, "table", regions=regions, chosen=choices)
            for one in headlines:
                shown = [country, *regions]
                yield year, f"table of {regions}: {one.id}", passed_over(table, tables, one.id, shown, year)
        for one in headlines:
            for chart in ("bars",) if one.measure in AMOUNTS else ("bars", "gap"):
                figure = made(tables, chart, chosen=choices, indicator=one.id)
                yield year, f"{chart}: {one.id}", passed_over(figure, tables, one.id, [*chosen], year)
