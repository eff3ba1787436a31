"""What the pages of the static edition are put together from: the edition itself, the names of its files, a figure
and observations as templates show them.

What whole pages show belongs in ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from industry import wording
from industry.export import listing, markup
from industry.export.names import within
from industry.export.order import Format, Order
from industry.export.site.columns import BELOW, columns
from industry.export.taking import panel as takes
from industry.export.taking.panel import Offer
from industry.figures.compose.on_canvas import around, as_json, screen
from industry.figures.draw import make_safely
from industry.figures.record import Figure, GridPanel, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import Deck, Page
from industry.vocabulary.observation import Observation

_IN_FILES = str.maketrans({"?": "--", "&": "--", "=": ".", ",": "+", "/": "~"})
"""What stands in a file's name for the signs of a slide's text; ids and periods have none of these."""
_SERVED = ("proof",)
"""Scripts of pages that only a server can show."""
LONGEST_STEM = 160
"""Bytes of a name without what tells a size and a format."""


@dataclass(frozen=True)
class Edition:
    """What the pages of one language are made from. ``figures`` by their slides' texts, in the order in which
    they follow one another; ``order`` is the beginning of whatever is made to be taken away, ``singles`` the
    formats in which each figure lies in ``pictures/`` and ``files/``, ``files`` those in which decks lie in ``decks/``;
    ``missing`` the files below the folder that could not be made so far, to which no page links. ``decks`` are all there
    are, of which ``presented`` holds the figures: those of regions' decks alone have no page of their own."""

    tables: Tables
    language: str
    figures: Mapping[str, Figure]
    order: Order
    singles: Sequence[Format]
    files: Sequence[Format]
    missing: AbstractSet[str] = frozenset()
    decks: Sequence[Deck] = ()
    presented: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return self.tables.catalogue

    @property
    def title(self) -> str:
        return self.catalogue.config.title(self.language)

    @property
    def dated(self) -> str:
        """数据截至…, of all that the tables hold, their version and the program's."""
        until = wording.as_of(self.tables.until, self.language) if self.tables.until else ""
        language = self.language
        versions = wording.data_version(self.tables.version, language), wording.program_version(language)
        return wording.between(until, *versions)

    @property
    def navigation(self) -> dict[str, str]:
        """The titles of the pages by their files."""
        pages = pages_of(self.catalogue)
        return {file_of_page(pages, one): one.title(self.language) for one in pages}

    @property
    def sources(self) -> str:
        """The page that lists the sources; empty where config.yaml has none."""
        pages = pages_of(self.catalogue)
        return next((file_of_page(pages, one) for one in pages if script(one) == "data"), "")

    def deck_file(self, deck: Deck, made: Format, clean: bool = False) -> str:
        """Where a deck lies in a format, below the language's folder; empty where it could not be made."""
        path = f"decks/{within(deck.id, LONGEST_STEM)}{_copy(clean)}.{made.id}"
        return "" if f"{self.language}/{path}" in self.missing else path

    def deck_order(self, deck: Deck) -> Order:
        """What a deck's files are made of."""
        held = tuple(self.presented[str(one)] for one in deck.slides)
        return replace(self.order, title=deck.title(self.language), figures=held)

    def taken(self, figure: Figure) -> Iterator[tuple[Offer, Order]]:
        """Every file of a figure, its address below the language's folder, and what it is made of."""
        for made in self.singles:
            name = stem(figure.id)
            for size in takes.rows_of(made, self.catalogue.config.sizes) if made.pictures else ():
                order = self.order.alone(figure, size)
                address = f"pictures/{name}_{size.id}.{made.id}"
                yield Offer(made, address, size, save=made.file(order)), order
            for clean in () if made.pictures else made.ways:
                order = replace(self.order.alone(figure), clean=clean)
                address = f"files/{name}{_copy(clean)}.{made.id}"
                yield Offer(made, address, save=made.file(order), clean=clean), order

    def panel(self, figure: Figure, open: bool = False) -> Markup:
        """The panel of a figure's files, folded unless it is ``open``; nothing where there are none."""
        offers = [
            one for one, _ in self.taken(figure) if f"{self.language}/{one.address}" not in self.missing
        ]
        if not offers:
            return Markup()
        held = takes.panel(figure.frame.title, offers, self.language)
        return markup.render("site/takes.html", "taking", self.language, panel=held, open=open)

    def page(self, template: str, file: str, title: str, description: str = "", **shown: Any) -> Markup:
        """A whole page of this name, from a template that extends ``base``."""
        other = "en" if self.language == "zh" else "zh"
        given = {"edition": self, "other": other, "file": file, "title": title, "description": description}
        return markup.render(f"site/{template}.html", "pages", self.language, **given, **shown)

    def cards(self, ids: Sequence[str], level: int = 2) -> list[Markup]:
        """Figures in a gallery; ``level`` is that of their headings."""
        make = partial(self._card, level)
        return [make_safely(make, self.figures[one], self.language) for one in ids]

    def _card(self, level: int, figure: Figure) -> Markup:
        more = {"level": level, "page": page_name(figure.id), "panel": self.panel(figure)}
        return markup.render("site/card.html", "pages", self.language, **more, **shown(figure))

    def listed(self, rows: Sequence[Observation]) -> dict[str, object]:
        """Observations as a table that is filtered, and how wide its columns are on paper."""
        header, lines = listing.header(self.language), [self._line(row) for row in rows]
        tracks = columns(header, [one["cells"] for one in lines])
        return {"header": header, "rows": lines, "columns": tracks, "below": BELOW}

    def _line(self, row: Observation) -> dict[str, Any]:
        return {
            "cells": listing.line(row, self.tables, self.language),
            "words": listing.words(row),
            "region": row.region.id,
            "topic": row.indicator.topic,
            "status": row.status,
            "origin": listing.origin(row),
        }


def _copy(clean: bool) -> str:
    return "_clean" if clean else ""


def pages_of(catalogue: Catalogue) -> tuple[Page, ...]:
    """Those of config.yaml's pages that files can show."""
    return tuple(one for one in catalogue.config.pages if script(one) not in _SERVED)


def script(page: Page) -> str:
    """The name of the page's script, by which the program knows what more than figures it shows."""
    return PurePosixPath(page.script).stem


def file_of_page(pages: Sequence[Page], page: Page) -> str:
    """The file of a page; a hyphen, since no figure's id has one."""
    return "index.html" if page == pages[0] else f"page-{page.id}.html"


def stem(slide: str) -> str:
    """A slide's text as the name of its files; no two slides have one."""
    return within(slide.translate(_IN_FILES), LONGEST_STEM) if slide != "index" else "index--figure"


def presents(made: Format) -> bool:
    """Whether a browser shows what is made: it is looked at, not saved."""
    return made.media.startswith("text/html")


def page_name(slide: str) -> str:
    """The file of a figure's page."""
    return f"{stem(slide)}.html"


def shown(figure: Figure) -> dict[str, Any]:
    """What the template ``frame`` shows of a figure: each panel with its words, its plot and the plot's height; of a
    table the record itself."""
    panels: list[dict[str, Any]] = []
    for at, panel in enumerate(figure.panels):
        held: dict[str, Any] = {"heading": panel.heading, "unit": panel.unit}
        if isinstance(panel, TablePanel):
            panels.append(held | {"table": panel})
            continue
        plot = json.loads(as_json(screen(figure, at)))
        legend, told = around(plot)
        held |= {"plot": plot, "legend": legend, "told": told}
        panels.append(held | {"height": ceil(plot["layout"]["height"])})
    grid = any(isinstance(one, GridPanel | TablePanel) for one in figure.panels)
    return {"figure": figure, "panels": panels, "grid": grid}
