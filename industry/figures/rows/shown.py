"""Which figures show a row: those of config.yaml as they are listed, and those that decks draw with choices of
their own. Asked of the figures themselves: a row is shown where it stands in a panel, or is a term of one that does.

Which rows no figure can show is told in ``reach``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from industry.figures.context import Tables
from industry.figures.draw import draw_safely, known, spec_of
from industry.figures.record import Figure, counts_only
from industry.vocabulary.slide import Slide


def ids_in(figure: Figure) -> frozenset[str]:
    """Ids of the rows that stand in a figure's panels, and of the terms of those that are derived; none of a figure
    that shows only how many there are."""
    if counts_only(figure.panels):
        return frozenset()
    return frozenset(one.id for row in figure.drawn for one in (row, *row.terms))


@lru_cache(maxsize=2)
def shown_in(tables: Tables) -> Mapping[str, tuple[Slide, ...]]:
    """Row id → the slides that show it: the figures of config.yaml in its order, then what only decks draw. Worked
    out once for tables, since every figure is drawn for it."""
    catalogue = tables.catalogue
    listed = [Slide(one.id) for one in catalogue.config.figures]
    presented = [known(catalogue, one) for deck in catalogue.config.decks for one in deck.slides]
    found: dict[str, list[Slide]] = {}
    for slide in dict.fromkeys((*listed, *presented)):
        if spec := spec_of(catalogue, slide):
            for id in ids_in(draw_safely(spec, tables, slide.choices, "zh")):
                found.setdefault(id, []).append(slide)
    return {id: tuple(slides) for id, slides in found.items()}
