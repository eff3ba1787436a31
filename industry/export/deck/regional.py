"""The deck of a region: config.yaml's where it lists one under the region's id, else one made of what the tables hold; and so all
decks that there are."""

from __future__ import annotations

from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.slide import COMPARE, Choices, Slide
from industry.vocabulary.strict_record import Text
from industry.wording.words import worded


def of_region(tables: Tables, id: str) -> Deck | None:
    """The benchmark table of the region, the comparison of each headline indicator of which it has figures, and config.yaml's figures
    of this region alone; None where there is no such region."""
    config, region = tables.catalogue.config, tables.catalogue.regions.get(id)
    if region is None:
        return None
    listed = next((one for one in config.decks if one.id == id), None)
    if listed is not None:
        return listed
    held = tables.catalogue.indicators.values()
    headlines = [one.id for one in held if one.tier == "headline" and tables.rows(one.id, id)]
    tables_of = [one.id for one in config.figures if one.chart == "table" and one.page == "overview"][:1]
    slides = [Slide(one, Choices(regions=(id,))) for one in tables_of]
    slides += [Slide(COMPARE, Choices(regions=(id,), indicator=one)) for one in headlines]
    slides += [Slide(one.id) for one in config.figures if getattr(one, "regions", ()) == (id,)]
    return Deck(
        id=id,
        title=Text(**{one: worded("slides", "region_deck", one, region.name(one)) for one in LANGUAGES}),
        figures=tuple(map(str, slides)),
    )


def decks(tables: Tables) -> tuple[Deck, ...]:
    """Those that config.yaml lists, and one of each other region of which there is anything to show."""
    config = tables.catalogue.config
    listed = {one.id for one in config.decks}
    others = (
        of_region(tables, one)
        for one in tables.catalogue.regions
        if one not in listed and tables.rows(region=one)
    )
    return (*config.decks, *(one for one in others if one and one.slides))
