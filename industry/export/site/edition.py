"""The static edition: the whole dashboard in both languages as files that any web server can give, or
that open from a folder. No request leaves it; a figure's address says what it is.

What stands on a page belongs in ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from string import Template

from industry import wording
from industry.export import listing, workbook
from industry.export.formats import formats
from industry.export.markup import asset, html_language, link, plotly, shown, variables
from industry.export.order import Order, drawn
from industry.export.picture.renderer import Renderer
from industry.export.site import pages
from industry.export.site.pages import DATA_FILES
from industry.export.site.parts import Edition, file_of_page, page_name, stem
from industry.figures.draw import comparison, make_safely
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.slide import Slide

LIST = "edition.json"
"""The list of files of an edition: the next one in the same folder removes what it no longer has."""

Progress = Callable[[int, int], None]
"""Is told how many files are written, of how many."""

_WORDS = {
    "skip": ("跳到正文", "Skip to the content"),
    "sections": ("栏目", "Sections"),
    "version": ("数据版本 {}", "Version of the data: {}"),
    "name": ("中文", "English"),
}
_PLOTLY = "assets/plotly.min.js"


def build(
    tables: Tables, folder: Path, progress: Progress | None = None, renderer: Renderer | None = None
) -> None:
    """Write the edition into ``folder``, which is made if it isn't there. With ``renderer`` every figure
    is there as a picture in all sizes too; raises what that raises, and OSError."""
    works = [work for language in LANGUAGES for work in _works(_edition(tables, language, renderer))]
    works += [
        ("assets/site.css", lambda: f":root {{ {variables()} }}\n{asset('site.css', __package__)}"),
        ("assets/site.js", lambda: asset("site.js", __package__)),
        (_PLOTLY, plotly),
        ("index.html", lambda: _door(tables)),
    ]
    before = _listed(folder)
    for number, (path, make) in enumerate(works, start=1):
        content = make()
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        if progress:
            progress(number, len(works))
    for path in before - {path for path, _ in works}:
        (folder / path).unlink(missing_ok=True)
    listed = {"version": tables.version, "files": sorted(path for path, _ in works)}
    (folder / LIST).write_text(json.dumps(listed, indent=1) + "\n", "utf-8")


Work = tuple[str, Callable[[], str | bytes]]
"""A file below the folder, and what makes it."""


def slides(tables: Tables) -> tuple[Slide, ...]:
    """Every slide of an edition, each once: config.yaml's figures, the comparison of each concept, and what
    decks choose besides."""
    config = tables.catalogue.config
    compared = [one for one in config.concepts if tables.catalogue.of_concept(one)]
    listed = [Slide(one.id) for one in config.figures]
    made = [comparison(tables, one) for one in compared]
    return tuple(dict.fromkeys([*listed, *made, *(one for deck in config.decks for one in deck.slides)]))


def _edition(tables: Tables, language: str, renderer: Renderer | None) -> Edition:
    figures = {one.id: one for one in drawn(tables, slides(tables), language)}
    sizes = tables.catalogue.config.sizes
    order = Order("", (), language, tables, sizes[0], renderer or Renderer(), plotly=f"../../{_PLOTLY}")
    pictures = [one for one in formats().values() if one.of == "figure"] if renderer else []
    files = [one for one in formats().values() if one.of == "deck" and not one.pictures]
    return Edition(tables, language, figures, order, pictures, files)


def _works(edition: Edition) -> Iterator[Work]:
    """Every file of a language below the folder."""
    here, config = edition.language, edition.catalogue.config
    for page in config.pages:
        name = file_of_page(config.pages, page)
        yield (
            f"{here}/{name}",
            partial(_page, edition, name, page.title(here), partial(pages.page, edition, page)),
        )
    rows = listing.every(edition.tables)
    sheets = listing.sheets(edition.tables, rows, here)
    yield f"{here}/{DATA_FILES[0]}", lambda: workbook.comma_separated(*next(iter(sheets.values())))
    yield f"{here}/{DATA_FILES[1]}", lambda: workbook.workbook(sheets)
    for deck in config.decks:
        held = tuple(edition.figures[str(one)] for one in deck.slides)
        order = replace(edition.order, title=deck.title(here), figures=held)
        for made in edition.files:
            yield f"{here}/decks/{deck.id}.{made.id}", partial(made.make, order)
    for figure in edition.figures.values():
        name = page_name(figure.id)
        inside = partial(make_safely, partial(pages.figure_page, edition), figure, here)
        yield (
            f"{here}/{name}",
            partial(_page, edition, name, figure.frame.heading, inside, figure.alt),
        )
        yield from _pictures(edition, figure)


def _pictures(edition: Edition, figure: Figure) -> Iterator[Work]:
    for made in edition.pictures:
        for size in edition.catalogue.config.sizes:
            path = f"{edition.language}/pictures/{stem(figure.id)}_{size.id}.{made.id}"
            yield path, made.safely(replace(edition.order, size=size), figure)


def _page(edition: Edition, name: str, title: str, inside: Callable[[], str], told: str = "") -> str:
    """A whole page: header with config.yaml's pages and the other language, the inside, up to when the data go."""
    config, language = edition.catalogue.config, edition.language
    other = "en" if language == "zh" else "zh"
    site = config.title(language)
    files = {file_of_page(config.pages, one): one.title(language) for one in config.pages}
    navigation = "".join(
        link(file, words, **({"aria-current": "page"} if name == file else {}))
        for file, words in files.items()
    )
    body = inside()
    scripts = [_PLOTLY, "assets/site.js"] if 'class="plot"' in body else ["assets/site.js"]
    as_of = wording.as_of(periods.parse(config.as_of, "flow"), language)
    return Template(asset("site.html", __package__)).substitute(
        lang=html_language(language),
        title=shown(f"{title} · {site}"),
        description=shown(told or title),
        version=shown(edition.tables.version),
        root="..",
        other=f"../{other}/{name}",
        other_lang=html_language(other),
        other_name=_say("name", other),
        skip=_say("skip", language),
        site=shown(site),
        sections=_say("sections", language),
        navigation=navigation,
        body=body,
        footer=f"{shown(as_of)} · {_say('version', language).format(shown(edition.tables.version))}",
        scripts="\n".join(f'<script src="../{one}"></script>' for one in scripts),
    )


def _door(tables: Tables) -> str:
    """The page at the top: Chinese at once, both languages by a link."""
    title = tables.catalogue.config.title
    links = "".join(
        link(f"{one}/index.html", _say("name", one), lang=html_language(one)) for one in LANGUAGES
    )
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="refresh" content="0; url=zh/index.html">\n<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="assets/site.css">\n<title>{shown(title.zh)}</title>\n</head>\n<body>\n'
        f'<main class="choice"><h1>{shown(title.zh)}<br><span lang="en">{shown(title.en)}</span></h1>'
        f"<div>{links}</div></main>\n</body>\n</html>\n"
    )


def _listed(folder: Path) -> set[str]:
    """The files that an earlier edition says it put here."""
    try:
        files = json.loads((folder / LIST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    inside = folder.resolve()
    return {one for one in files if isinstance(one, str) and (folder / one).resolve().is_relative_to(inside)}


def _say(key: str, language: str) -> str:
    return _WORDS[key][language != "zh"]
