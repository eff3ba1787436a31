"""The headline cards: what is known of each region at a glance, each figure with its period and source.

How a card looks belongs to the pages, in ``ui`` and ``site``.
"""

from __future__ import annotations

from dataclasses import dataclass

from industry import wording
from industry.rules import base_effects
from industry.rules.comparison import preferred
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.wording import citation
from industry.wording.said import Said, join, rows_of


@dataclass(frozen=True)
class Card:
    """A headline figure of a region: what it is, the number (— where there is none), and in one line period,
    publisher and what must be said of it."""

    name: str
    number: Said
    said: Said

    def sources(self, language: str) -> tuple[str, ...]:
        """The sources of all that it says, in full."""
        rows = rows_of((self.number, self.said))
        return tuple(citation.full(one, language) for one in citation.sources(rows))


def cards(tables: Tables, region: str, language: str) -> tuple[Card, ...]:
    """A region's cards, one for each headline indicator in the order of config.yaml's topics."""
    order = list(tables.catalogue.config.topics)
    wanted = [one for one in tables.catalogue.indicators.values() if one.tier == "headline"]
    wanted.sort(key=lambda one: order.index(one.topic))
    return tuple(_card(tables, one, _latest(tables, one.id, region), language) for one in wanted)


def where(tables: Tables, region: Region, language: str) -> Said:
    """In which province a city lies; nothing for a province."""
    within = tables.catalogue.within(region)
    if within is None:
        return Said()
    level = tables.catalogue.level_of(region).one(language)
    return wording.say("lying_in", language, within.name(language), level)


def _latest(tables: Tables, indicator: str, region: str) -> Observation | None:
    """The region's own document's figure, else the last inside the window; None where it has none."""
    window = parse(tables.catalogue.config.window, "flow")
    rows = [
        row
        for row in tables.rows(indicator, region)
        if row.period and comparable(row) and row.period.within(window)
    ]
    own = [row for row in rows if row.publication.document and row.publication.region == region]
    held = own or rows
    if not held:
        return None
    end = max(row.period.end for row in held if row.period)
    return preferred(row for row in held if row.period and row.period.end == end)[0]


def _card(tables: Tables, indicator: Indicator, row: Observation | None, language: str) -> Card:
    name = (indicator.short or indicator.name)(language)
    if row is None:
        return Card(name, Said("—"), wording.say("no_data", language))
    when, who = wording.period(row.period, language), row.publication.publisher(language)
    return Card(
        name, wording.number(row, language), join((when, who, _low_base(tables, row, language)), " · ")
    )


def _low_base(tables: Tables, row: Observation, language: str) -> Said:
    """That growth starts from a low base, and its two-year average or that none can be had."""
    if row.period is None or not base_effects.is_low_base(tables, row):
        return Said()
    average = base_effects.two_year(tables, row.region.id, row.indicator.id, row.period)
    if average is None:
        return wording.say("low_base_alone", language)
    return wording.say("low_base_averaged", language, wording.number(average, language, marked=True))
