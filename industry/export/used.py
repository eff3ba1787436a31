"""Where a number is used: the figures on pages, the slides of decks, the page of its region; each with an address.

What a card says of the number itself belongs in ``card``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from industry import wording
from industry.figures.draw import known, spec_of
from industry.figures.options import RegionsSpec
from industry.figures.rows.shown import shown_in
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide


@dataclass(frozen=True)
class Use:
    """A place that draws the number. ``deck`` and ``slide`` (from 1, the cover) name a slide of a deck; else ``page``
    is the id of a page, and ``choices`` what is to be chosen there; ``figure`` that of a figure on it, empty of the page of
    its region, whose table has every number."""

    title: str
    page: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    deck: str = ""
    slide: int = 0
    figure: str = ""


def used(
    tables: Tables, row: Observation, language: str, slides: tuple[Slide, ...] | None = None
) -> tuple[Use, ...]:
    """Where the row is drawn, pages first in config.yaml's order, then decks. ``slides``: those that draw it, where that
    is known; else the first call for new tables draws every figure."""
    slides = shown_in(tables).get(row.id, ()) if slides is None else slides
    return (*_on_pages(tables, slides, row, language), *_in_decks(tables, slides, language))


def _on_pages(tables: Tables, slides: tuple[Slide, ...], row: Observation, language: str) -> list[Use]:
    config = tables.catalogue.config
    pages = {one.id: one.title(language) for one in config.pages}
    listed = {one.id: one for one in config.figures}
    found = []
    for slide in slides:
        spec = listed.get(slide.figure)
        if spec is None or slide != Slide(slide.figure):
            continue
        own = spec.regions if isinstance(spec, RegionsSpec) and len(spec.regions) == 1 else ()
        chosen = {"region": own[0]} if own and spec.page == "region" else {}
        title = _titled(pages[spec.page], spec.title(language), language)
        found.append(Use(title, spec.page, chosen, figure=spec.id))
    if row.region.id in config.regions and "region" in pages:
        title = _titled(pages["region"], row.region.name(language), language)
        found.append(Use(title, "region", {"region": row.region.id}))
    return found


def _titled(page: str, title: str, language: str) -> str:
    return wording.worded("card", "page_of_region", language, page, title)


def _in_decks(tables: Tables, slides: tuple[Slide, ...], language: str) -> list[Use]:
    catalogue = tables.catalogue
    found = []
    for deck in catalogue.config.decks:
        there = [one for one in (known(catalogue, slide) for slide in deck.slides) if spec_of(catalogue, one)]
        for place, slide in enumerate(dict.fromkeys(there), start=2):  # the cover is the first
            if slide in slides:
                title = wording.worded("card", "slide_of_deck", language, deck.title(language), place)
                found.append(Use(title, deck=deck.id, slide=place))
    return found
