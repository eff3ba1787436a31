"""The newest figures of a region that no figure of its own briefing draws: of the growths by which the headlines are told, of all of
what these are of (增加值, 利润总额, 营业收入); and what their bases were, which no figure's notes tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from industry.export.docx.told.groups import GROWTH, Group, averages_of
from industry.export.docx.told.sentences import say
from industry.figures import bases
from industry.figures.context import Context
from industry.figures.draw import made
from industry.figures.rows.lookup import latest
from industry.rules.lock import comparable
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import COMPARE, NOTHING
from industry.wording import say as phrase
from industry.wording.said import Said, join


def newest_of(
    region: Region, drawn: Collection[Observation], tables: Tables, figure: str, year: str | None = None
) -> Iterator[Group]:
    """Of each such growth the region's newest figure of this ``year``, else of the one that config.yaml looks at, where it isn't ``drawn``, beside those of the
    region that it is a part of and of the country over the same months; as groups of the ``figure``."""
    catalogue, shelf = tables.catalogue, Shelf(tables)
    focus = Focus.of(year, catalogue.config.focus)
    parent = catalogue.regions.get(region.parent or "")
    for indicator in headline_growths(tables):
        held = [row for row in tables.rows(indicator.id, region.id) if comparable(row) and _cumulated(row)]
        row = latest(focus.of_year(held))
        if row is None or row in drawn:
            continue
        beside = [
            one
            for other in dict.fromkeys((parent, catalogue.benchmark))
            for one in (tables.rows(indicator.id, other.id) if other else ())
            if comparable(one) and (one.period, one.edition) == (row.period, row.edition)
        ]
        benchmark = next((one for one in beside if one.region == catalogue.benchmark), None)
        rows = (row, *[one for one in beside if one.region not in (catalogue.benchmark, region)][:1])
        averages = averages_of([*rows, *([benchmark] if benchmark else [])], (), shelf)
        yield Group(rows, benchmark, averages, figure=figure)


def headline_growths(tables: Tables) -> list[Indicator]:
    """Growths over a year: the headlines, and of no branch those of whom a headline counts that is better the higher."""
    growths = [one for one in tables.catalogue.indicators.values() if one.measure == GROWTH]
    headlines = [one for one in growths if one.tier == "headline"]
    scopes = {one.scope for one in headlines if one.better == "higher"}
    core = [one for one in growths if one.tier == "core" and not one.industry and one.better == "higher"]
    return [*headlines, *(one for one in core if one.scope in scopes)]


def bases_of(rows: Collection[Observation], tables: Tables, language: str) -> Said:
    """What the bases of growth among these rows were, by indicators, each with its name; empty where nothing is out of the
    ordinary."""
    said = []
    for indicator in dict.fromkeys(row.indicator for row in rows if row.indicator.measure == GROWTH):
        spec = made(COMPARE, indicator, tables.catalogue)
        context = Context(spec, tables, NOTHING, language)
        found = bases.effects(context, (row for row in rows if row.indicator == indicator))
        told = bases.notes(context, found, lambda row: row.region.name(language)) if found else ()
        if one := join(told, phrase("joined", language)):
            said.append(say("of_part", language, indicator.name(language), one))
    return join(said, phrase("joined", language))


def _cumulated(row: Observation) -> bool:
    """Whether it is of a year, or of one up to some month."""
    return row.period is not None and row.period.start % 12 == 0
