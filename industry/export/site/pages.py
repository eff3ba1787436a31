"""What the pages of the static edition show: those of config.yaml, each with its figures and with what else the
dashboard's page of the same script shows, and a page for each figure.

Each function prepares what the template of the same name shows, from figures and tables as they are. Which files
there are and how they hang together belongs in ``edition``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from industry import wording
from industry.export import listing
from industry.export.formats import html
from industry.export.pages import profile, targets
from industry.export.site.parts import Edition, file_of_page, page_name, pages_of, presents, script, shown
from industry.figures.draw import comparison
from industry.figures.kinds import table
from industry.figures.options import RegionsSpec
from industry.figures.record import Failed, Figure
from industry.rules.comparison import Question, compare
from industry.vocabulary.configuration import Deck, FigureSpec, Page
from industry.wording import citation

DATA_FILES = ("data/industry-data.csv", "data/industry-data.xlsx")
TARGET_COLUMNS = ("region", "name", "kind", "before", "goal", "required", "done", "pace")
_MOST = 1000
"""Lines of a table of figures set apart."""
Shown = dict[str, Any]


def page(edition: Edition, page: Page) -> Markup:
    """A page of config.yaml: its figures, and what `MORE` knows of its script."""
    config, name = edition.catalogue.config, script(page)
    specs = [one for one in config.figures if one.page == page.id]
    template, prepare = (name, MORE[name]) if name in MORE else ("page", _nothing)
    more = prepare(edition, specs)
    if "cards" not in more:
        more["cards"] = edition.cards([one.id for one in specs])
    return edition.page(
        template, file_of_page(pages_of(edition.catalogue), page), page.title(edition.language), **more
    )


def _nothing(_: Edition, __: list[FigureSpec]) -> Shown:
    return {}


def _overview(edition: Edition, specs: list[FigureSpec]) -> Shown:
    """The benchmark table in each of its views, and the other figures."""
    views = [one for one in specs if isinstance(one, table.Options)]
    cards = edition.cards([one.id for one in views])
    return {
        "views": [
            {"name": one.called(edition.language), "card": card}
            for one, card in zip(views, cards, strict=True)
        ],
        "cards": edition.cards([one.id for one in specs if one not in views]),
    }


def _compare(edition: Edition, _: list[FigureSpec]) -> Shown:
    catalogue, language = edition.catalogue, edition.language
    names = {id: name(language) for id, name in catalogue.config.concepts.items() if catalogue.of_concept(id)}
    compared = []
    for id in names:
        slide = comparison(edition.tables, id)
        question = Question(slide.choices.indicator or "", catalogue.config.regions)
        found = compare(edition.tables, question)
        header, rows, _count = listing.apart(edition.tables, id, found, question.regions, language, _MOST)
        (card,) = edition.cards([str(slide)])
        compared.append({"concept": id, "card": card, "header": header, "rows": rows})
    return {"names": names, "compared": compared}


def _region(edition: Edition, specs: list[FigureSpec]) -> Shown:
    """What is said of each region, with the figures of it alone; beside them those of no single one."""
    config, language = edition.catalogue.config, edition.language
    of = {one.id: one.regions[0] for one in specs if isinstance(one, RegionsSpec) and len(one.regions) == 1}
    names = {id: edition.catalogue.regions[id].name(language) for id in config.regions}
    rows = {id: listing.of_region(edition.tables, id) for id in names}
    return {
        "held": {id for id in names if rows[id]},
        "cards": edition.cards([one.id for one in specs if of.get(one.id) not in names]),
        "of": {id: edition.cards([one for one, region in of.items() if region == id], 3) for id in names},
        "profiles": {id: profile.profile(edition.tables, id, None, language) for id in names},
        "targets": {id: targets.targets(edition.tables, [id], None, language) for id in names},
        "briefings": _briefings(edition),
        "fields": {"region": names, "topic": {id: name(language) for id, name in config.topics.items()}},
        **edition.listed([row for id in names for row in rows[id]]),
    }


def _targets(edition: Edition, _: list[FigureSpec]) -> Shown:
    """The targets of the year that config.yaml looks at, and all else that is planned."""
    tables, language = edition.tables, edition.language
    found = targets.targets(tables, list(edition.catalogue.config.regions), None, language)
    return {
        "year": found,
        "columns": [wording.worded("pages", f"targets_{one}", language) for one in TARGET_COLUMNS],
        "header": listing.header(language),
        "others": {
            wording.worded("pages", f"targets_{key}", language, len(rows)): [
                listing.line(row, tables, language) for row in rows
            ]
            for key, rows in found.others.items()
        },
    }


def _priorities(edition: Edition, _: list[FigureSpec]) -> Shown:
    catalogue, language = edition.catalogue, edition.language
    dated = {one.id: f"{one.title(language)} ({citation.date(one, language)})" for one in catalogue.documents}
    themes = {id: name(language) for id, name in catalogue.config.themes.items()}
    return {
        "fields": {"kind": wording.kinds_of_priorities(language), "theme": themes, "document": dated},
        "documents": [
            {
                "title": source.title(language),
                "source": citation.full(source, language),
                "priorities": [one for one in catalogue.priorities if one.source == source.id],
            }
            for source in catalogue.documents
        ],
    }


def _briefing(edition: Edition, _: list[FigureSpec]) -> Shown:
    decks = []
    for deck in edition.decks:
        held = edition.deck_order(deck).figures
        slides = [(page_name(one.id) if one.id in edition.figures else "", one.frame.title) for one in held]
        title = deck.title(edition.language)
        decks.append({"id": deck.id, "title": title, "files": _deck_files(edition, deck), "slides": slides})
    return {"decks": decks}


def _briefings(edition: Edition) -> dict[str, str]:
    """Where the deck of each region is found that has one."""
    pages = pages_of(edition.catalogue)
    file = next((file_of_page(pages, one) for one in pages if script(one) == "briefing"), "")
    return {one.id: f"{file}#deck-{one.id}" for one in edition.decks if file}


def _deck_files(edition: Edition, deck: Deck) -> list[Shown]:
    """A deck in each format, first the one that a browser shows: it is presented, not saved."""
    found = []
    order = edition.deck_order(deck)
    for one, clean in ((each, way) for each in edition.files for way in each.ways):
        file, shows = edition.deck_file(deck, one, clean), presents(one)
        if not file:
            continue
        words = (
            wording.worded("pages", "start", edition.language)
            if shows
            else one.called(edition.language, clean)
        )
        save = "" if shows else one.file(replace(order, clean=clean))
        found.append({"address": file, "words": words, "save": save})
    return sorted(found, key=lambda one: one["save"] != "")


def _data(edition: Edition, _: list[FigureSpec]) -> Shown:
    tables, catalogue, language = edition.tables, edition.catalogue, edition.language
    rows = listing.every(tables)
    name = wording.worded("pages", "file", language)
    kinds = [(one, one.rpartition(".")[2]) for one in DATA_FILES]
    noted, agreed = listing.findings(tables, language)
    sources_header, sources = listing.sources(tables, language)
    return {
        "fields": {
            "region": {id: one.name(language) for id, one in catalogue.regions.items()},
            "topic": {id: topic(language) for id, topic in catalogue.config.topics.items()},
            "status": {row.status: wording.status(row.status, language) for row in rows},
            "origin": wording.origins(catalogue, language),
        },
        "links": [{"address": one, "words": kind.upper(), "save": f"{name}.{kind}"} for one, kind in kinds],
        **edition.listed(rows),
        "noted": noted.sentences,
        "agreed": agreed.sentences,
        "sources_header": sources_header,
        "sources": dict(zip(catalogue.sources, sources, strict=True)),
    }


MORE: Mapping[str, Callable[[Edition, list[FigureSpec]], Shown]] = {
    "overview": _overview,
    "compare": _compare,
    "trends": _nothing,
    "region": _region,
    "targets": _targets,
    "priorities": _priorities,
    "briefing": _briefing,
    "data": _data,
}
"""By the name of a script in pages/ what its page shows where that is more than figures."""


def figure_page(edition: Edition, figure: Figure) -> Markup:
    """A figure with its table, sources, files, decks and neighbours."""
    ids = list(edition.figures)
    at = ids.index(figure.id)
    before, after = ("" if not at else ids[at - 1]), ("" if at + 1 == len(ids) else ids[at + 1])
    more = {
        "page": "",
        "failed": isinstance(figure, Failed),
        "panel": edition.panel(figure, open=True),
        "decks": _in_decks(edition, figure),
        "sources": {one.id: citation.full(one, edition.language) for one in figure.frame.sources},
        "before": _neighbour(edition, before),
        "after": _neighbour(edition, after),
    }
    title = figure.frame.heading
    return edition.page("figure", page_name(figure.id), title, figure.alt, **shown(figure), **more)


def _in_decks(edition: Edition, figure: Figure) -> list[Shown]:
    """The decks that show a figure, each at its slide."""
    found = []
    for deck in edition.decks:
        slides = list(map(str, deck.slides))
        file = edition.deck_file(deck, html.FORMAT)
        if file and figure.id in slides:
            address = f"{file}#{slides.index(figure.id) + 2}"
            found.append({"address": address, "words": deck.title(edition.language), "save": ""})
    return found


def _neighbour(edition: Edition, id: str) -> Shown:
    return {"address": page_name(id), "words": edition.figures[id].frame.title} if id else {}
