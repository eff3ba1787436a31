"""The newest figures of a region that no figure of its own briefing draws: of the growths by which the headlines are told, of all of
what these are of (增加值, 利润总额, 营业收入), and of the other headlines, as its profile has them; and what the bases of growth were, which
no figure's notes tell."""

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
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import COMPARE, NOTHING
from industry.wording import say as phrase
from industry.wording.said import Said, join


def newest_of(
    region: Region, drawn: Collection[Observation], tables: Tables, figure: str, year: str | None = None
) -> Iterator[Group]:
    """Of each such growth, rate and amount the region's newest figure of this ``year``, else of the one that config.yaml looks at,
    where it isn't ``drawn``: of growths and rates beside those of the region that it is a part of and of the country over the same
    months; as groups of the ``figure``."""
    catalogue, shelf = tables.catalogue, Shelf(tables)
    focus = Focus.of(year, catalogue.config.focus)
    shown = {_place(row) for row in drawn}
    parent = catalogue.regions.get(region.parent or "")
    for indicator in (*headline_growths(tables), *_other_headlines(tables)):
        row = _newest(indicator, region, tables, focus)
        if row is None or _place(row) in shown:
            continue
        beside = {
            other: one
            for other in (parent, catalogue.benchmark)
            for one in (_known(indicator, other, tables) if other and indicator.measure in RATES else ())
            if (one.period, one.edition) == (row.period, row.edition)
        }
        benchmark = beside.pop(catalogue.benchmark, None)
        rows = (row, *beside.values())
        averages = averages_of([*rows, *([benchmark] if benchmark else [])], (), shelf)
        yield Group(rows, benchmark, averages, figure=figure)


def _newest(indicator: Indicator, region: Region, tables: Tables, focus: Focus) -> Observation | None:
    """The region's last figure of the year in ``focus``, or of the nearest before it: of growths and rates over a year, or one
    up to some month."""
    held = [
        row
        for row in _known(indicator, region, tables)
        if indicator.measure not in RATES or row.period and row.period.start % 12 == 0
    ]
    return latest(focus.of_year(held))


def _known(indicator: Indicator, region: Region, tables: Tables) -> list[Observation]:
    """A region's figures that can be compared; of what isn't growth those that are worked out too, where none is published."""
    published = [row for row in tables.rows(indicator.id, region.id) if comparable(row)]
    if indicator.measure == GROWTH:
        return published
    held = {(row.period, row.edition) for row in published}
    more = [row for row in tables.derived(indicator.id, region.id) if comparable(row)]
    return [*(row for row in more if (row.period, row.edition) not in held), *published]


def _place(row: Observation) -> tuple[object, ...]:
    """What it is the figure of."""
    return row.indicator.id, row.region.id, row.period, row.edition


def _other_headlines(tables: Tables) -> list[Indicator]:
    """The headlines that are no growth: rates and amounts."""
    every = (one for one in tables.catalogue.indicators.values() if one.tier == "headline")
    return [one for one in every if one.measure != GROWTH and one.measure in (*RATES, *AMOUNTS)]


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
