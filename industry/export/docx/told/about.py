"""Which region a briefing is about, whatever its figures have of a year: it is told of first, and its own figures are told
where a comparison has none of it.

What is told of it belongs in ``opening``, ``telling`` and ``newest``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from industry.export.deck.regional import of_region
from industry.figures.draw import spec_of
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region
from industry.vocabulary.slide import Slide


def subject_of(figures: Sequence[Figure], tables: Tables) -> Region | None:
    """The region of which one of the figures is alone, where all are of that region's deck, or all that draw anything draw it;
    None where there is none."""
    country = tables.catalogue.benchmark
    slides = [Slide.parse(one.id) for one in figures]
    every = [{row.region for row in one.drawn} - {country} for one in figures]
    for region in dict.fromkeys(filter(None, (only_region(one, tables) for one in slides))):
        deck = of_region(tables, region.id)
        listed = {_timeless(one) for one in deck.slides} if deck else set()
        if region != country and (
            listed.issuperset(map(_timeless, slides)) or all(region in drawn for drawn in every if drawn)
        ):
            return region
    return None


def only_region(slide: Slide, tables: Tables) -> Region | None:
    """The only region that a slide is of, by config.yaml or by choice."""
    own = getattr(spec_of(tables.catalogue, slide), "regions", ())
    chosen = own if len(own) == 1 else slide.choices.regions or own
    return tables.catalogue.regions.get(chosen[0]) if len(chosen) == 1 else None


def _timeless(slide: Slide) -> Slide:
    """The slide with no time chosen, and no heading."""
    return Slide(slide.figure, replace(slide.choices, year=None, period=None, span=None))
