"""The static edition: the whole dashboard in both languages as files that any web server can give, or
that open from a folder. No request leaves it; a figure's address says what it is.

What stands on a page belongs in ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

from industry import wording
from industry.export import listing, xlsx
from industry.export.deck import html_deck
from industry.export.picture import figure_png
from industry.export.picture.renderer import Renderer, RendererError
from industry.export.site import pages, parts
from industry.export.site.parts import DATA, DECKS, PRIORITIES, SOURCES, Edition
from industry.figures.context import Choices
from industry.figures.draw import draw_safely, make_safely
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Size

LANGUAGES = ("zh", "en")
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
_ASSETS = ("site.css", "site.js")
_FILES = ("data/industry-data.csv", "data/industry-data.xlsx")


def build(
    tables: Tables, folder: Path, progress: Progress | None = None, renderer: Renderer | None = None
) -> None:
    """Write the edition into ``folder``, which is made if it isn't there. With ``renderer`` every figure
    is there as PNG in all sizes too; raises what that raises, and OSError."""
    editions = [_edition(tables, language, renderer is not None) for language in LANGUAGES]
    works = [(path, make) for edition in editions for path, make in _works(edition, renderer)]
    works += [(f"assets/{name}", _asset(name)) for name in _ASSETS]
    works += [("assets/plotly.min.js", _plotly), ("index.html", lambda: _door(tables))]
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


def _edition(tables: Tables, language: str, with_pictures: bool) -> Edition:
    config = tables.catalogue.config
    figures = {one.id: draw_safely(one, tables, Choices(), language) for one in config.figures}
    return Edition(tables, language, figures, config.sizes if with_pictures else ())


def _works(edition: Edition, renderer: Renderer | None) -> Iterator[Work]:
    """Every file of a language below the folder, and what makes it."""
    here = edition.language

    def say(key: str) -> str:
        return parts.say(key, here)

    def page(name: str, title: str, make: Callable[[], str], plots: bool = False, told: str = "") -> Work:
        return f"{here}/{name}", lambda: _page(edition, name, title, make(), plots, told)

    yield page("index.html", "", lambda: pages.overview(edition), True)
    yield page(f"{PRIORITIES}.html", say("priorities"), lambda: pages.priorities(edition))
    yield page(f"{DATA}.html", say("data"), lambda: pages.data(edition, _FILES))
    yield page(f"{SOURCES}.html", say("sources"), lambda: pages.sources(edition))
    rows = listing.every(edition.tables)
    sheets = listing.sheets(edition.tables, rows, here)
    yield f"{here}/{_FILES[0]}", lambda: xlsx.comma_separated(*next(iter(sheets.values())))
    yield f"{here}/{_FILES[1]}", lambda: xlsx.workbook(sheets)
    if edition.decks:
        yield page(f"{DECKS}.html", say("decks"), lambda: pages.decks(edition))
    for deck in edition.decks:
        held = [edition.figures[id] for id in deck.figures]
        yield f"{here}/decks/{deck.id}.html", _deck(edition, deck.title(here), held)
    for figure in edition.figures.values():
        yield page(
            parts.page_name(figure.id), html_deck.heading(figure), _figure(edition, figure), True, figure.alt
        )
        for size in edition.pictures if renderer else ():
            assert renderer is not None
            yield f"{here}/pictures/{figure.id}_{size.id}.png", _picture(renderer, figure, size, edition)


def _figure(edition: Edition, figure: Figure) -> Callable[[], str]:
    return lambda: make_safely(lambda one: pages.figure_page(edition, one), figure, edition.language)


def _deck(edition: Edition, title: str, figures: list[Figure]) -> Callable[[], str]:
    sizes = edition.tables.catalogue.config.sizes
    size = next((one for one in sizes if one.id == html_deck.SLIDE.id), html_deck.SLIDE)
    return lambda: html_deck.deck(title, figures, edition.language, size, edition.tables.version)


def _picture(renderer: Renderer, figure: Figure, size: Size, edition: Edition) -> Callable[[], bytes]:
    link = f"{edition.language}/{parts.page_name(figure.id)}"

    def paint(one: Figure) -> bytes:
        return figure_png.paint(renderer, one, size, edition.tables.version, link)

    return lambda: make_safely(paint, figure, edition.language, (RendererError,))


def _asset(name: str) -> Callable[[], str]:
    if name.endswith(".css"):
        return lambda: f":root {{ {html_deck.variables()} }}\n{html_deck.asset(name, __package__)}"
    return lambda: html_deck.asset(name, __package__)


def _plotly() -> bytes:
    return resources.files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()


def _page(edition: Edition, name: str, title: str, body: str, plots: bool, told: str) -> str:
    """A whole page: header with the sections and the other language, the body, up to when the data go."""
    config, language = edition.tables.catalogue.config, edition.language
    other = "en" if language == "zh" else "zh"
    site = config.title(language)
    sections = {
        "index": "overview",
        DECKS: "decks",
        PRIORITIES: "priorities",
        DATA: "data",
        SOURCES: "sources",
    }
    if not edition.decks:
        del sections[DECKS]
    navigation = "".join(
        f'<a href="{file}.html"{" aria-current=page" if name == f"{file}.html" else ""}>{edition.say(key)}</a>'
        for file, key in sections.items()
    )
    scripts = ["plotly.min.js", "site.js"] if plots else ["site.js"]
    as_of = wording.as_of(periods.parse(config.as_of, "flow"), language)
    return Template(html_deck.asset("site.html", __package__)).substitute(
        lang=html_deck.html_language(language),
        title=html_deck.shown(f"{title} · {site}" if title else site),
        description=html_deck.shown(told or edition.say("lead")),
        version=escape(edition.tables.version),
        root="..",
        other=f"../{other}/{name}",
        other_lang=html_deck.html_language(other),
        other_name=_say("name", other),
        skip=_say("skip", language),
        site=html_deck.shown(site),
        sections=_say("sections", language),
        navigation=navigation,
        body=body,
        footer=f"{as_of} · {_say('version', language).format(escape(edition.tables.version))}",
        scripts="\n".join(f'<script src="../assets/{one}"></script>' for one in scripts),
    )


def _door(tables: Tables) -> str:
    """The page at the top: Chinese at once, both languages by a link."""
    title = tables.catalogue.config.title
    links = "".join(
        f'<a href="{one}/index.html" lang="{html_deck.html_language(one)}">{_say("name", one)}</a>'
        for one in LANGUAGES
    )
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="refresh" content="0; url=zh/index.html">\n<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="assets/site.css">\n<title>{html_deck.shown(title.zh)}</title>\n</head>\n<body>\n'
        f'<main class="choice"><h1>{html_deck.shown(title.zh)}<br><span lang="en">{html_deck.shown(title.en)}</span></h1>'
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
