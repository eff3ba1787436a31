"""Which figure a slide shows: one that config.yaml lists, or one that follows from what is chosen.

How it is drawn belongs in ``draw``.
"""

from __future__ import annotations

from dataclasses import replace

from industry.figures.context import Tables
from industry.figures.kinds import bars
from industry.rules.comparison import Question, compare
from industry.vocabulary.catalogue import Catalogue, FigureSpec, Indicator
from industry.vocabulary.slide import COMPARE, Choices, Slide


def spec_of(catalogue: Catalogue, slide: Slide) -> FigureSpec | None:
    """The slide's figure; None where there is none."""
    chosen = catalogue.indicators.get(slide.choices.indicator or "")
    if slide.figure == COMPARE and chosen:
        return bars.Options(id=COMPARE, chart="bars", title=chosen.name, page=COMPARE, indicator=chosen.id)
    return catalogue.figures.get(slide.figure)


def members(tables: Tables, concept: str) -> tuple[Indicator, ...]:
    """A concept's indicators, those that can be compared first."""
    regions = tables.catalogue.config.regions
    found = tables.catalogue.of_concept(concept)
    return tuple(sorted(found, key=lambda one: not compare(tables, Question(one.id, regions)).candidates))


def comparison(tables: Tables, concept: str) -> Slide:
    """The comparison of a concept's foremost indicator."""
    return Slide(COMPARE, Choices(indicator=members(tables, concept)[0].id))


def known(catalogue: Catalogue, slide: Slide) -> Slide:
    """The slide without regions and an indicator that there aren't."""
    chosen = slide.choices
    regions = tuple(one for one in chosen.regions if one in catalogue.regions)
    indicator = chosen.indicator if chosen.indicator in catalogue.indicators else None
    return Slide(slide.figure, replace(chosen, regions=regions, indicator=indicator))
