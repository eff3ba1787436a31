"""The pages of the static edition as HTML: those of config.yaml, each with its figures and with what else the
dashboard's page of the same script shows, and a page for each figure.

Each function gives the inside of a page, from figures and tables as they are. Which files there are
and how they hang together belongs in ``edition``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from industry import wording
from industry.export import headline, listing, page_words
from industry.export.markup import Address, items, link, paragraphs, shown
from industry.export.order import Format
from industry.export.site.parts import (
    Edition,
    around,
    choose,
    gallery,
    head,
    page_name,
    script,
    scrolled,
    stem,
)
from industry.figures.draw import comparison
from industry.figures.options import RegionsSpec
from industry.figures.record import Failed, Figure
from industry.rules.comparison import Question, compare
from industry.vocabulary.catalogue import FigureSpec, Page
from industry.vocabulary.observation import Observation
from industry.wording import citation

DATA_FILES = ("data/industry-data.csv", "data/industry-data.xlsx")
_MOST = 1000
"""Lines of a table of figures set apart."""


def page(edition: Edition, page: Page) -> str:
    """A page of config.yaml: its title, and what `MORE` knows of its script, else its figures."""
    inside = MORE.get(script(page), _figures)(edition, page)
    return f"<h1>{shown(page.title(edition.language))}</h1>\n{inside}"


def _specs(edition: Edition, page: Page) -> list[FigureSpec]:
    return [one for one in edition.catalogue.config.figures if one.page == page.id]


def _figures(edition: Edition, page: Page) -> str:
    return gallery(edition, [edition.figures[one.id] for one in _specs(edition, page)])


def _lead(words: str) -> str:
    return paragraphs([words], "lead")


def _overview(edition: Edition, page: Page) -> str:
    """The headline cards of every region, then the figures."""
    tables, language = edition.tables, edition.language
    cards = []
    for id in edition.catalogue.config.regions:
        region = edition.catalogue.regions[id]
        where = headline.where(tables, region, language)
        held = "".join(
            f'<div title="{shown(one.source(language))}"><dt>{shown(one.name)}</dt><dd><b>{shown(one.number)}</b>'
            f"<span>{shown(one.said)}</span></dd></div>"
            for one in headline.cards(tables, id, language)
        )
        small = f" <small>{shown(where)}</small>" if where else ""
        cards.append(
            f'<section class="card"><h2>{shown(region.name(language))}{small}</h2><dl>{held}</dl></section>'
        )
    lead = _lead(page_words.say("overview", language))
    return f'{lead}<div class="headline">{"".join(cards)}</div>{_figures(edition, page)}'


def _compare(edition: Edition, page: Page) -> str:
    """Every concept's foremost comparison, with what is set apart from it, then the figures."""
    catalogue, language = edition.catalogue, edition.language
    parts = []
    names = {id: name(language) for id, name in catalogue.config.concepts.items() if catalogue.of_concept(id)}
    for id in names:
        slide = comparison(edition.tables, id)
        question = Question(slide.choices.indicator or "", catalogue.config.regions)
        found = compare(edition.tables, question)
        apart, lines, _ = listing.apart(edition.tables, id, found, question.regions, language, _MOST)
        below = (
            f"<details><summary>{edition.say('apart')}</summary>"
            f"{paragraphs([page_words.say('apart_lead', language)], 'told')}{scrolled(apart, lines)}</details>"
        )
        parts.append(
            f'<section data-words="" data-what="{id}">{gallery(edition, [edition.figures[str(slide)]])}'
            f"{below if lines else ''}</section>"
        )
    form = choose(edition, "items", {"what": names})
    return f'{form}<div class="compared">{"".join(parts)}</div>{_figures(edition, page)}'


def _trends(edition: Edition, page: Page) -> str:
    return _lead(page_words.say("trends", edition.language)) + _figures(edition, page)


def _region(edition: Edition, page: Page) -> str:
    """Every region's figures, those of no single one, and all numbers."""
    config, language = edition.catalogue.config, edition.language
    specs = _specs(edition, page)
    of = {one.id: one.regions[0] for one in specs if isinstance(one, RegionsSpec) and len(one.regions) == 1}
    names = {id: edition.catalogue.regions[id].name(language) for id in config.regions}
    parts = []
    for id, name in names.items():
        held = [edition.figures[one.id] for one in specs if of.get(one.id) == id]
        figures = gallery(edition, held, 3) or paragraphs(
            [page_words.say("no_own_figure", language)], "empty"
        )
        parts.append(f'<section data-part data-region="{id}"><h2>{shown(name)}</h2>{figures}</section>')
    others = gallery(edition, [edition.figures[one.id] for one in specs if of.get(one.id) not in names])
    rows = [row for id in names for row in listing.of_region(edition.tables, id)]
    topics = {id: name(language) for id, name in config.topics.items()}
    form = choose(edition, "count", {"region": names, "topic": topics})
    return f"{form}{''.join(parts)}{others}{head(edition, 'all_figures')}{_rows(edition, rows, True)}"


def _targets(edition: Edition, page: Page) -> str:
    parts = [_lead(page_words.targets(edition.tables, edition.language)), _figures(edition, page)]
    for status in page_words.STATUSES:
        rows = listing.of_status(edition.tables, status)
        parts += [head(edition, status), _rows(edition, rows)] if rows else []
    return "\n".join(parts)


def _priorities(edition: Edition, page: Page) -> str:
    """The figures, and what each document sets out to do, with a choice of theme and document."""
    catalogue, language = edition.catalogue, edition.language
    themes = {id: name(language) for id, name in catalogue.config.themes.items()}
    documents = {one.id: one for one in catalogue.documents}
    names = {id: f"{one.title(language)} ({citation.date(one, language)})" for id, one in documents.items()}
    parts = [_figures(edition, page), choose(edition, "items", {"theme": themes, "document": names})]
    for id, source in documents.items():
        listed = "\n".join(
            f'<li data-words="{one.theme}" data-theme="{one.theme}" data-document="{id}"><b>{shown(themes[one.theme])}</b>　'
            f'{shown(one.text(language))} <span class="soft">{edition.say("paragraph", one.paragraph)}</span></li>'
            for one in catalogue.priorities
            if one.source == id
        )
        if listed:
            told = paragraphs([citation.full(source, language)], "told")
            parts.append(
                f"<section data-group><h2>{shown(source.title(language))}</h2>{told}"
                f'<ul class="items">{listed}</ul></section>'
            )
    return "\n".join(parts)


def _briefing(edition: Edition, page: Page) -> str:
    """Every deck with its files and its figures, then the page's own figures."""
    cards = []
    for deck in edition.decks:
        held = [edition.figures[str(one)] for one in deck.slides]
        slides = items((link(page_name(one.id), one.frame.title) for one in held), "slides", "ol")
        files = items(_deck_files(edition, deck.id), "files")
        cards.append(
            f'<section class="card"><h2>{shown(deck.title(edition.language))}</h2>{files}{slides}</section>'
        )
    lead = _lead(page_words.say("present", edition.language))
    return f'{lead}<div class="decks">{"".join(cards)}</div>{_figures(edition, page)}'


def _deck_files(edition: Edition, deck: str) -> list[str]:
    """Links to a deck in each format; one that a browser shows is presented, not saved."""
    shown_first = sorted(edition.files, key=lambda one: not _presents(one))
    return [
        link(f"decks/{deck}.{one.id}", edition.words("start"))
        if _presents(one)
        else link(f"decks/{deck}.{one.id}", one.name(edition.language), download=f"{deck}.{one.id}")
        for one in shown_first
    ]


def _presents(one: Format) -> bool:
    return one.media.startswith("text/html")


def _data(edition: Edition, page: Page) -> str:
    """The figures, all observations with a search, the files that hold them, what the checks found, and every source."""
    tables, language = edition.tables, edition.language
    rows = listing.every(tables)
    fields = {
        "region": {id: one.name(language) for id, one in edition.catalogue.regions.items()},
        "topic": {id: name(language) for id, name in edition.catalogue.config.topics.items()},
        "status": {one: wording.status(one, language) for one in dict.fromkeys(row.status for row in rows)},
        "origin": page_words.origins(tables, language),
    }
    name = page_words.say("file", language)
    files = [(one, one.removeprefix("data/industry-data.")) for one in DATA_FILES]
    links = items((link(one, kind.upper(), download=f"{name}.{kind}") for one, kind in files), "files")
    told = listing.findings(tables, language)
    noted, agreed = (items(map(shown, held), "items") for held in told)
    header, sources = listing.sources(tables, language)
    given = [{"id": f"source-{id}"} for id in edition.catalogue.sources]
    listed = scrolled(header, [(*one[:-1], Address(one[-1])) for one in sources], given)
    return (
        f"{_figures(edition, page)}{choose(edition, 'count', fields, True)}{links}{_rows(edition, rows, True)}\n"
        f"{head(edition, 'checks')}{_lead(page_words.say('checks_lead', language))}{noted}"
        f"<details><summary>{edition.say('agreed', len(told[1]))}</summary>{agreed}</details>"
        f"{head(edition, 'sources')}{listed}"
    )


def _rows(edition: Edition, rows: Sequence[Observation], chosen: bool = False) -> str:
    """Observations as a table; with ``chosen`` the one that the page's form filters."""
    lines = [listing.line(row, edition.tables, edition.language) for row in rows]
    given = [
        {
            "data-words": listing.words(row),
            "data-region": row.region.id,
            "data-topic": row.indicator.topic,
            "data-status": row.status,
            "data-origin": "documents" if row.publication.document else "statistics",
        }
        for row in rows
    ]
    header = listing.header(edition.language)
    return scrolled(header, lines, given, "rows") if chosen else scrolled(header, lines)


MORE: Mapping[str, Callable[[Edition, Page], str]] = {
    "overview": _overview,
    "compare": _compare,
    "trends": _trends,
    "region": _region,
    "targets": _targets,
    "priorities": _priorities,
    "briefing": _briefing,
    "data": _data,
}
"""By the name of a script in pages/ what its page shows where that is more than figures."""


def figure_page(edition: Edition, figure: Figure) -> str:
    """A figure with its table, sources, pictures, decks and neighbours."""
    parts = [f"<h1>{shown(figure.frame.heading)}</h1>", around(figure)]
    if not isinstance(figure, Failed):
        parts.append(head(edition, "table") + scrolled(figure.table.header, figure.table.rows))
    pictures = items((one for made in edition.pictures for one in _pictures(edition, figure, made)), "files")
    decks = items(_in_decks(edition, figure), "files")
    full = [(one.id, citation.full(one, edition.language)) for one in citation.sources(figure.rows)]
    page = edition.sources
    sources = items(
        (link(f"{page}#source-{id}", said) if page else shown(said) for id, said in full), "items"
    )
    for key, found in (("pictures", pictures), ("in_decks", decks), ("sources", sources)):
        parts += [head(edition, key) + found] if found else []
    return "\n".join([*parts, _turn(edition, figure)])


def _pictures(edition: Edition, figure: Figure, made: Format) -> list[str]:
    """Links to a figure's pictures in one format and all sizes."""
    order = edition.order.of(figure)
    return [
        link(
            f"pictures/{stem(figure.id)}_{size.id}.{made.id}",
            f"{made.id.upper()} · {size.name(edition.language)}",
            download=made.file(replace(order, size=size)),
        )
        for size in edition.catalogue.config.sizes
    ]


def _in_decks(edition: Edition, figure: Figure) -> list[str]:
    """Links to the decks that show a figure, each at its slide."""
    found = []
    for deck in edition.decks:
        slides = list(map(str, deck.slides))
        if figure.id in slides:
            place = slides.index(figure.id) + 2
            found.append(link(f"decks/{deck.id}.html#{place}", deck.title(edition.language)))
    return found


def _turn(edition: Edition, figure: Figure) -> str:
    """The figures before and after."""
    ids = list(edition.figures)
    at = ids.index(figure.id)
    before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
    links = [
        link(page_name(id), mark.format(edition.figures[id].frame.title), rel=rel)
        for id, rel, mark in ((before, "prev", "← {}"), (after, "next", "{} →"))
        if id
    ]
    return f'<nav class="turn">{"".join(links)}</nav>'
