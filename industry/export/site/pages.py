"""The pages of the static edition as HTML: overview, figure, decks, priorities, data, sources.

Each function gives the inside of a page, from figures and tables as they are. Which files there are
and how they hang together belongs in ``edition``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from industry import wording
from industry.export import listing
from industry.export.deck import html_deck
from industry.export.deck.html_deck import shown
from industry.export.picture import figure_png
from industry.export.site.parts import (
    SOURCES,
    Edition,
    around,
    card,
    choose,
    heading,
    page_name,
    say,
    scrolled,
)
from industry.figures.draw import make_safely
from industry.figures.record import Failed, Figure
from industry.vocabulary.catalogue import Source
from industry.wording import citation

_TOLD = ("conflict", "out_of_line", "coverage_differs", "agrees_within_rounding")


def overview(edition: Edition) -> str:
    """All figures, by the dashboard's pages."""
    catalogue, language = edition.tables.catalogue, edition.language
    sections, jumps = [], []
    for page in catalogue.config.pages:
        held = [edition.figures[one.id] for one in catalogue.config.figures if one.page == page.id]
        if held:
            title = shown(page.title(language))
            cards = "\n".join(make_safely(partial(card, edition), one, language) for one in held)
            jumps.append(f'<li><a href="#{page.id}">{title}</a></li>')
            sections.append(f'<h2 id="{page.id}">{title}</h2>\n<div class="gallery">\n{cards}\n</div>')
    return (
        f'<h1>{shown(catalogue.config.title(language))}</h1><p class="lead">{edition.say("lead")}</p>'
        f'<ul class="jump">{"".join(jumps)}</ul>\n' + "\n".join(sections)
    )


def figure_page(edition: Edition, figure: Figure) -> str:
    """A figure with its table, sources, pictures, decks and neighbours."""
    parts = [f"<h1>{shown(html_deck.heading(figure))}</h1>", around(figure)]
    if not isinstance(figure, Failed):
        parts.append(heading(edition, "table") + scrolled(figure.table.header, figure.table.rows))
    if edition.pictures:
        links = [
            f'<li><a href="pictures/{figure.id}_{size.id}.png" '
            f'download="{shown(figure_png.filename(figure, size, edition.language))}">'
            f"PNG · {shown(size.name(edition.language))}</a></li>"
            for size in edition.pictures
        ]
        parts.append(heading(edition, "pictures") + f'<ul class="files">{"".join(links)}</ul>')
    links = [
        f'<li><a href="decks/{deck.id}.html#{deck.figures.index(figure.id) + 2}">'
        f"{shown(deck.title(edition.language))}</a></li>"
        for deck in edition.decks
        if figure.id in deck.figures
    ]
    if links:
        parts.append(heading(edition, "in_decks") + f'<ul class="files">{"".join(links)}</ul>')
    listed = [
        f'<li><a href="{SOURCES}.html#{one.id}">{shown(citation.full(one, edition.language))}</a></li>'
        for one in citation.sources(figure.rows)
    ]
    if listed:
        parts.append(heading(edition, "sources") + f'<ul class="items">{"".join(listed)}</ul>')
    return "\n".join([*parts, _turn(edition, figure)])


def decks(edition: Edition) -> str:
    """Every deck with its figures."""
    cards = []
    for deck in edition.decks:
        figures = [edition.figures[id] for id in deck.figures]
        items = "".join(
            f'<li><a href="{page_name(one.id)}">{shown(one.frame.title)}</a></li>' for one in figures
        )
        cards.append(
            f'<section class="card"><h2>{shown(deck.title(edition.language))}</h2>'
            f'<ul class="files"><li><a href="decks/{deck.id}.html">{edition.say("present")}</a></li></ul>'
            f"<ol>{items}</ol></section>"
        )
    return (
        f'<h1>{edition.say("decks")}</h1><p class="lead">{edition.say("present_hint")}</p>'
        f'<div class="decks">{"".join(cards)}</div>'
    )


def priorities(edition: Edition) -> str:
    """What each document sets out to do, with a choice of theme and document."""
    catalogue, language = edition.tables.catalogue, edition.language
    themes = {id: name(language) for id, name in catalogue.config.themes.items()}
    documents = {id: one for id, one in catalogue.sources.items() if one.document}
    names = {id: f"{one.title(language)} ({citation.date(one, language)})" for id, one in documents.items()}
    parts = [f"<h1>{edition.say('priorities')}</h1>"]
    parts.append(choose(edition, "items", "", {"theme": themes, "document": names}))
    for id, source in documents.items():
        items = "\n".join(
            f'<li data-words="{one.theme}" data-theme="{one.theme}" data-document="{id}"><b>{shown(themes[one.theme])}</b>　'
            f'{shown(one.text(language))} <span class="soft">{edition.say("paragraph", one.paragraph)}</span></li>'
            for one in catalogue.priorities
            if one.source == id
        )
        if items:
            parts.append(
                f'<section data-group><h2>{shown(source.title(language))}</h2><p class="told">'
                f'{shown(citation.full(source, language))}</p><ul class="items">{items}</ul></section>'
            )
    return "\n".join(parts)


def data(edition: Edition, files: Sequence[str]) -> str:
    """All observations with a search, the ``files`` that hold them, and what the checks found."""
    tables, language = edition.tables, edition.language
    catalogue = tables.catalogue
    rows = listing.every(tables)
    fields = {
        "region": {id: one.name(language) for id, one in catalogue.regions.items()},
        "topic": {id: name(language) for id, name in catalogue.config.topics.items()},
        "kind": {one: wording.status(one, language) for one in dict.fromkeys(row.status for row in rows)},
    }
    name = say("file_data", language)
    links = "".join(
        f'<li><a href="{one}" download="{name}.{kind}">{kind.upper()}</a></li>'
        for one in files
        for kind in [one.rpartition(".")[2]]
    )
    head = "".join(f'<th scope="col">{shown(one)}</th>' for one in listing.header(language))
    body = "\n".join(
        f'<tr data-words="{shown(listing.words(row))}" data-region="{row.region.id}" '
        f'data-topic="{row.indicator.topic}" data-kind="{row.status}">'
        + "".join(f"<td>{shown(one)}</td>" for one in listing.line(row, tables, language))
        + "</tr>"
        for row in rows
    )
    return (
        f'<h1>{edition.say("data")}</h1>{choose(edition, "count", "search", fields)}<ul class="files">{links}</ul>'
        f'<div class="scroll tall" tabindex="0"><table id="rows"><thead><tr>{head}</tr></thead><tbody>\n{body}\n'
        f"</tbody></table></div>\n{_checks(edition)}"
    )


def sources(edition: Edition) -> str:
    """Every source; an address is a link that is followed only when clicked."""
    language = edition.language
    header = [edition.say(one) for one in ("title", "publisher", "via", "date", "confidence", "address")]
    head = "".join(f'<th scope="col">{one}</th>' for one in header)
    body = "\n".join(_source(one, language) for one in edition.tables.catalogue.sources.values())
    table = f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"
    return f'<h1>{edition.say("sources")}</h1>\n<div class="scroll" tabindex="0">{table}</div>'


def _source(one: Source, language: str) -> str:
    via = one.via(language) if one.via else ""
    cells = (one.title(language), one.publisher(language), via, citation.date(one, language), one.confidence)
    told = "".join(f"<td>{shown(text)}</td>" for text in cells)
    safe = one.url if one.url and one.url.startswith(("https://", "http://")) else ""
    link = f'<a href="{shown(safe)}" rel="noreferrer">{shown(safe)}</a>' if safe else ""
    return f'<tr id="{one.id}">{told}<td>{link}</td></tr>'


def _turn(edition: Edition, figure: Figure) -> str:
    """The figures before and after in config.yaml's order."""
    ids = list(edition.figures)
    at = ids.index(figure.id)
    before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
    links = [
        f'<a href="{page_name(id)}" rel="{rel}">{mark.format(shown(edition.figures[id].frame.title))}</a>'
        for id, rel, mark in ((before, "prev", "← {}"), (after, "next", "{} →"))
        if id
    ]
    return f'<nav class="turn">{"".join(links)}</nav>'


def _checks(edition: Edition) -> str:
    """What the identities found: first what doesn't agree, then what does."""
    told = [one for one in edition.tables.findings if one.code in _TOLD]
    agreed = [one for one in edition.tables.findings if one.code not in _TOLD]
    lists = [
        "".join(f"<li>{shown(wording.audit(one, edition.language))}</li>" for one in held)
        for held in (told, agreed)
    ]
    return (
        f'{heading(edition, "checks")}<p class="lead">{edition.say("checks_lead")}</p><ul class="items">{lists[0]}</ul>'
        f'<details><summary>{edition.say("agreed", len(agreed))}</summary><ul class="items">{lists[1]}</ul></details>'
    )
