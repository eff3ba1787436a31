"""Where a slide or a deck is served, in each format: the one place where links to them are made.

What answers there belongs in ``routes``; the page's own address in ``ui.address``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from industry.export.formats import png
from industry.export.order import Format
from industry.vocabulary.configuration import THUMBNAIL
from industry.vocabulary.slide import Slide
from ui.address import Language, at, language

THEME = "theme"
"""Whose colours regions have in a template: its theme's."""


def picture(
    slide: Slide,
    made: Format,
    size: str = "",
    *,
    download: bool = False,
    title: bool = True,
    clean: bool = False,
) -> str:
    """/picture/<figure>.<format>?<its choices>&lang=…&size=…: a slide in any format; of pictures in a size; ``clean=1``
    without the numbers of sources."""
    flags = ({"download": "1"} if download else {}) | ({"clean": "1"} if clean else {})
    more = _tongue() | (_picture(size, title) if made.pictures else {}) | flags
    return at(slide.address(made.id, more))


def deck(
    id: str,
    made: Format,
    size: str,
    *,
    title: bool = True,
    slides: Sequence[Slide] = (),
    clean: bool = False,
    year: str | None = None,
) -> str:
    """/deck/<deck>.<format>?year=…&slide=…&slide=…: of one that is listed without slides; ``clean=1`` without the numbers of
    sources."""
    more = _tongue() | (_picture(size, title) if made.pictures else {}) | ({"clean": "1"} if clean else {})
    return at(f"/deck/{id}.{made.id}", [*more.items(), *_year(year), *_slides(slides)])


def present(id: str, slides: Sequence[Slide] = (), year: str | None = None) -> str:
    """/present/<deck>?year=…&slide=…&slide=…"""
    return at(f"/present/{id}", [*_tongue().items(), *_year(year), *_slides(slides)])


def thumbnail(slide: Slide) -> str:
    """A slide's picture as one tells it by in a list."""
    return picture(slide, png.FORMAT, THUMBNAIL)


def deck_file(slides: Sequence[Slide]) -> str:
    """/deck-file?slide=…&slide=…: the small file in which a deck is kept."""
    return at("/deck-file", [*_tongue().items(), *_slides(slides)])


def deck_read() -> str:
    """/deck-read: what a presentation holds that is sent in the body of the request."""
    return at("/deck-read", _tongue())


def in_template(
    id: str, slides: Sequence[Slide] = (), *, accents: bool = False, year: str | None = None
) -> str:
    """/template/<deck>?year=…&slide=…&slide=…: a deck as PPTX in a presentation that is sent in the body of the request; ``colours=theme``
    with the accents of its theme for the regions."""
    colours = {"colours": THEME} if accents else {}
    return at(f"/template/{id}", [*_tongue().items(), *colours.items(), *_year(year), *_slides(slides)])


def refresh() -> str:
    """/refresh: what brings our figures in a presentation up to the tables, which is sent in the body of the request."""
    return at("/refresh", _tongue())


def rows(made: str, kept: Mapping[str, str]) -> str:
    """/rows.csv or /rows.xlsx?<the conditions of the page that lists them>: the numbers that meet them."""
    return at(f"/rows.{made}", _tongue() | dict(kept))


def search(kept: Mapping[str, str]) -> str:
    """/search?<what is kept>: the words searched for are added by who asks."""
    return at("/search", kept)


def draft(what: str) -> str:
    """/draft/check, read or commented: what is done with a draft, which is sent in the body of the request."""
    return at(f"/draft/{what}", _tongue())


def curated(what: str) -> str:
    """/curate/file: where a curator's page sends a file, in the body of the request."""
    return at(f"/curate/{what}", _tongue())


def spoken(query: Mapping[str, str]) -> Language:
    """The language that an address asks for, as `_tongue` writes it."""
    return "en" if query.get("lang") == "en" else "zh"


def _tongue() -> dict[str, str]:
    return {"lang": "en"} if language() == "en" else {}


def _picture(size: str, title: bool) -> dict[str, str]:
    return {"size": size} | ({} if title else {"title": "0"})


def _year(year: str | None) -> list[tuple[str, str]]:
    return [("year", year)] if year else []


def _slides(slides: Sequence[Slide]) -> list[tuple[str, str]]:
    return [("slide", str(one)) for one in slides]
