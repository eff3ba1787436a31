"""The headline cards: what is known of each region at a glance, each figure with its period and source.

How a card looks belongs to the pages, in ``ui`` and ``site``.
"""

from __future__ import annotations

from dataclasses import dataclass

from industry import wording
from industry.export import listing
from industry.figures.context import publishers
from industry.figures.rows.lookup import ended
from industry.rules import base_effects
from industry.rules.lock import comparable, preferred
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said, join, rows_of


@dataclass(frozen=True)
class Card:
    """A headline figure of a region: what it is, the number (未收录 where there is none), and in one line period,
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
    """The last figure of the year to look at that compares, else the last that does, else the last; None where
    it has none."""
    focus = Focus.of(None, tables.catalogue.config.focus)
    rows = [row for row in tables.rows(indicator, region, derived=True) if row.status == "actual"]
    sure = [row for row in rows if comparable(row)]
    held = focus.of_year(sure) or sure or rows
    end = max((ended(row) for row in held), default=0)
    return next(iter(preferred(row for row in held if ended(row) == end)), None)


def _card(tables: Tables, indicator: Indicator, row: Observation | None, language: str) -> Card:
    name = (indicator.short or indicator.name)(language)
    if row is None:
        return Card(name, wording.say("not_held", language), Said())
    disputes = listing.disputes(row, tables, language)
    when, who = wording.period(row.period, language), publishers(row, language)
    unstated = wording.bases(sorted(row.inferred), language)
    doubt = wording.say("not_stated", language, unstated) if unstated else ""
    effect = base_effects.base_effect(Shelf(tables), row)
    base = wording.base(effect, language) if effect else ""
    return Card(
        name,
        wording.number(row, language, marked=True),
        join((when, who, doubt, base, *disputes), " · "),
    )
