"""The static edition: the whole dashboard in both languages as files that any web server can give, or
that open from a folder. No request leaves it; a figure's address says what it is.

What stands on a page belongs in ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import industry
from industry.export import listing, workbook
from industry.export.deck import regional
from industry.export.formats import formats
from industry.export.markup import asset, plotly, render, variables
from industry.export.order import Order, Progress, ahead, drawn, each, made_or_told, untold
from industry.export.picture.renderer import Renderer
from industry.export.site import pages
from industry.export.site.pages import DATA_FILES
from industry.export.site.parts import Edition, file_of_page, page_name, pages_of, presents
from industry.export.taking.panel import of_one
from industry.export.texts.written import write
from industry.figures.draw import comparison, make_safely
from industry.tables.tables import Tables
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.slide import Slide

LIST = "edition.json"
"""The list of files of an edition: the next one in the same folder removes what it no longer has."""

_PLOTLY = "assets/plotly.min.js"
_SHARED = "industry.export"
_TAKING = f"{_SHARED}.taking"
_STYLES = ("site.css", __package__), ("panel.css", _TAKING), ("printing.css", _SHARED)
_SCRIPTS = ("copying.js", _TAKING), ("panel.js", _TAKING), ("site.js", __package__), ("printing.js", _SHARED)
"""Each after what it calls; a chart that is drawn for printing alone is there before its drawing for paper is made."""


def build(tables: Tables, folder: Path, told: Progress = untold, renderer: Renderer | None = None) -> None:
    """Write the edition into ``folder``, which is made if it isn't there. With ``renderer`` every figure
    is there as files of its own too; raises what that raises, and OSError. A file that can't be made costs
    itself and the links to it: the log gets the details. Where it ends early the next one knows what is there."""
    missing: set[str] = set()
    works = [work for one in LANGUAGES for work in works_of(edition_in(tables, one, renderer, missing))]
    works += [
        ("assets/site.css", _style),
        ("assets/site.js", _script),
        (_PLOTLY, plotly),
        ("index.html", lambda: render("site/door.html", "pages", "zh", title=tables.catalogue.config.title)),
    ]
    before = _listed(folder)
    written: set[str] = set()
    try:
        for path, make in each(works, told):
            content = made_or_told(path, make)
            if content is None:
                missing.add(path)
                continue
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, content if isinstance(content, bytes) else content.encode("utf-8"))
            written.add(path)
    except BaseException:
        _list(folder, "", before | written)
        raise
    for path in before - written:
        (folder / path).unlink(missing_ok=True)
    _list(folder, tables.version, written)


Work = tuple[str, Callable[[], str | bytes]]
"""A file below the folder, and what makes it."""


def slides(tables: Tables) -> tuple[Slide, ...]:
    """Every slide of an edition that has a page, each once: config.yaml's figures, the comparison of each concept, and what
    its decks choose besides."""
    config = tables.catalogue.config
    compared = [one for one in config.concepts if tables.catalogue.of_concept(one)]
    listed = [Slide(one.id) for one in config.figures]
    made = [comparison(tables, one) for one in compared]
    return tuple(dict.fromkeys([*listed, *made, *(one for deck in config.decks for one in deck.slides)]))


def edition_in(
    tables: Tables, language: str, renderer: Renderer | None = None, missing: AbstractSet[str] = frozenset()
) -> Edition:
    """What all pages and files of a language are made from; pictures with ``renderer`` alone."""
    figures = {one.id: one for one in drawn(tables, slides(tables), language)}
    decks = regional.decks(tables)
    others = dict.fromkeys(one for deck in decks for one in deck.slides if str(one) not in figures)
    presented = figures | {one.id: one for one in drawn(tables, tuple(others), language)}
    sizes = tables.catalogue.config.sizes
    order = Order("", (), language, tables, sizes[0], renderer or Renderer(), plotly=f"../../{_PLOTLY}")
    singles = [one for one in of_one() if not presents(one)] if renderer else []
    files = [one for one in formats().values() if one.of == "deck" and not one.pictures]
    return Edition(tables, language, figures, order, singles, files, missing, decks, presented)


def works_of(edition: Edition) -> Iterator[Work]:
    """Every file of a language below the folder; what pages link to before them."""
    here = edition.language
    sheets = cache(lambda: listing.sheets(edition.tables, listing.every(edition.tables), here))
    yield f"{here}/{DATA_FILES[0]}", lambda: workbook.comma_separated(*next(iter(sheets().values())))
    yield f"{here}/{DATA_FILES[1]}", lambda: workbook.workbook(sheets(), edition.tables.version)
    for deck in edition.decks:
        order = edition.deck_order(deck)
        for made, clean in ((format, way) for format in edition.files for way in format.ways):
            yield (
                f"{here}/{edition.deck_file(deck, made, clean)}",
                partial(made.make, replace(order, clean=clean)),
            )
    for figure in edition.figures.values():
        taken = list(edition.taken(figure))
        works = [offer.made.safely(alone, figure) for offer, alone in taken]
        makes = ahead(works, edition.order.renderer.browsers)
        yield from ((f"{here}/{offer.address}", make) for (offer, _), make in zip(taken, makes, strict=True))
    shown = pages_of(edition.catalogue)
    for page in shown:
        yield f"{here}/{file_of_page(shown, page)}", partial(pages.page, edition, page)
    for figure in edition.figures.values():
        make = partial(pages.figure_page, edition)
        yield f"{here}/{page_name(figure.id)}", partial(make_safely, make, figure, here)


def _style() -> str:
    return "\n".join((f":root {{ {variables()} }}", *(asset(*one) for one in _STYLES)))


def _script() -> str:
    return "\n".join(asset(*one) for one in _SCRIPTS)


def _list(folder: Path, version: str, files: AbstractSet[str]) -> None:
    if folder.is_dir():
        listed = {"version": version, "program": industry.VERSION, "files": sorted(files)}
        write(folder / LIST, (json.dumps(listed, indent=1) + "\n").encode())


def _listed(folder: Path) -> set[str]:
    """The files that an earlier edition says it put here."""
    try:
        files = json.loads((folder / LIST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    inside = folder.resolve()
    return {one for one in files if isinstance(one, str) and (folder / one).resolve().is_relative_to(inside)}
