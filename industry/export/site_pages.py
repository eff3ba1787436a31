"""The pages of the static edition as HTML: overview, figure, decks, priorities, data, sources.

Each function gives the inside of a page, from figures and tables as they are. Which files there are
and how they hang together belongs in ``site``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from industry import citation, wording
from industry.catalogue import Deck, Size, Source
from industry.export import html, pictures, site_data
from industry.export.html import shown
from industry.figures.compose import screen
from industry.figures.record import Figure, GridPanel
from industry.tables import Tables

WORDS = {
    "lead": (
        "各地区材料说的月份大多不同。每个数字都写明期间和出处；期间不同的数字不在同一坐标轴上比较。",
        "The regions' documents hardly ever speak of the same months. Every number has its period and source; "
        "numbers of different periods never share an axis.",
    ),
    "overview": ("总览", "Overview"),
    "decks": ("汇报", "Presentations"),
    "priorities": ("政策重点", "Priorities"),
    "data": ("数据", "Data"),
    "sources": ("出处", "Sources"),
    "more": ("数据表与全部出处", "Table and all sources"),
    "table": ("数据表", "Table"),
    "pictures": ("图片", "Pictures"),
    "in_decks": ("见于汇报", "Presented in"),
    "present": ("放映（一个文件，可另存）", "Present (one file, may be saved)"),
    "present_hint": (
        "← → 翻页，Esc 目录，S 存图，P 打印。",
        "← → turn the page, Esc lists the slides, S saves a picture, P prints.",
    ),
    "search": ("查找", "Search"),
    "search_hint": ("指标、数字、出处", "indicator, number, source"),
    "region": ("地区", "Region"),
    "topic": ("主题", "Topic"),
    "kind": ("性质", "Kind"),
    "theme": ("主题", "Theme"),
    "document": ("材料", "Document"),
    "all": ("全部", "All"),
    "count": ("共{}个数字", "{} figures"),
    "items": ("共{}项", "{} items"),
    "checks": ("核对", "Checks"),
    "checks_lead": (
        "由表中各数按恒等式核对：差、变动、占比、合计、期末数。只列出两边的数，不作取舍。",
        "The numbers checked by identities: gap, change, share, sum, closing stock. Both sides are listed, "
        "neither is preferred.",
    ),
    "agreed": ("相符的{}项", "{} that agree"),
    "file_data": ("工业数据", "industry_data"),
    "paragraph": ("第{}段", "paragraph {}"),
    "title": ("名称", "Title"),
    "publisher": ("发布者", "Publisher"),
    "via": ("转引自", "Seen in"),
    "date": ("日期", "Date"),
    "confidence": ("可信度", "Confidence"),
    "address": ("网址", "Address"),
}
DATA, SOURCES, PRIORITIES, DECKS = "all-data", "all-sources", "policy-priorities", "all-decks"
"""Pages that are no figure's; a hyphen, since no figure's id has one."""

_TOLD = ("conflict", "out_of_line", "coverage_differs", "agrees_within_rounding")


def say(key: str, language: str, *facts: object) -> str:
    return WORDS[key][language != "zh"].format(*facts)


@dataclass(frozen=True)
class Edition:
    """What the pages of one language are made from. ``figures`` by id in config.yaml's order,
    ``pictures`` the sizes in which each figure's picture lies in ``pictures/``."""

    tables: Tables
    language: str
    figures: Mapping[str, Figure]
    pictures: Sequence[Size] = field(default=())

    def say(self, key: str, *facts: object) -> str:
        return shown(say(key, self.language, *facts))

    @property
    def decks(self) -> tuple[Deck, ...]:
        return self.tables.catalogue.config.decks


def page_name(figure: str) -> str:
    """The file of a figure's page."""
    return f"{figure}.html" if figure != "index" else "index-figure.html"


def overview(edition: Edition) -> str:
    """All figures, by the dashboard's pages."""
    catalogue, language = edition.tables.catalogue, edition.language
    sections, jumps = [], []
    for page in catalogue.config.pages:
        held = [edition.figures[one.id] for one in catalogue.config.figures if one.page == page.id]
        if held:
            title = shown(page.title(language))
            cards = "\n".join(_card(edition, one) for one in held)
            jumps.append(f'<li><a href="#{page.id}">{title}</a></li>')
            sections.append(f'<h2 id="{page.id}">{title}</h2>\n<div class="gallery">\n{cards}\n</div>')
    return (
        f'<h1>{shown(catalogue.config.title(language))}</h1><p class="lead">{edition.say("lead")}</p>'
        f'<ul class="jump">{"".join(jumps)}</ul>\n' + "\n".join(sections)
    )


def figure_page(edition: Edition, figure: Figure) -> str:
    """A figure with its table, sources, pictures, decks and neighbours."""
    parts = [f"<h1>{shown(html.heading(figure))}</h1>", around(figure)]
    parts.append(_heading(edition, "table") + _scrolled(figure.table.header, figure.table.rows))
    if edition.pictures:
        links = [
            f'<li><a href="pictures/{figure.id}_{size.id}.png" '
            f'download="{shown(pictures.filename(figure, size, edition.language))}">'
            f"PNG · {shown(size.name(edition.language))}</a></li>"
            for size in edition.pictures
        ]
        parts.append(_heading(edition, "pictures") + f'<ul class="files">{"".join(links)}</ul>')
    links = [
        f'<li><a href="decks/{deck.id}.html#{deck.figures.index(figure.id) + 2}">'
        f"{shown(deck.title(edition.language))}</a></li>"
        for deck in edition.decks
        if figure.id in deck.figures
    ]
    if links:
        parts.append(_heading(edition, "in_decks") + f'<ul class="files">{"".join(links)}</ul>')
    listed = [
        f'<li><a href="{SOURCES}.html#{one.id}">{shown(citation.full(one, edition.language))}</a></li>'
        for one in citation.sources(figure.rows)
    ]
    if listed:
        parts.append(_heading(edition, "sources") + f'<ul class="items">{"".join(listed)}</ul>')
    return "\n".join([*parts, _turn(edition, figure)])


def around(figure: Figure, last: str = "") -> str:
    """The frame as text around the plots, or around the sentence that there is nothing to draw. With a
    ``last`` line (HTML) the source is brief and that line follows the date of the data."""
    frame = figure.frame
    parts = [f'<p class="subtitle">{shown(frame.subtitle)}</p>'] if frame.subtitle else []
    panels = "".join(_panel(figure, at) for at in range(len(figure.panels)))
    if panels:
        alone = " alone" if _alone(figure) else ""
        parts.append(f'<div class="panels{alone}">{panels}</div>')
    if figure.empty:
        parts.append(f'<p class="empty">{shown(figure.empty)}</p>')
    parts += [f'<p class="notice">{shown(one)}</p>' for one in frame.notices]
    source = (last and frame.source_brief) or frame.source
    parts += [f'<p class="told">{shown(one)}</p>' for one in (*frame.notes, source) if one]
    parts.append(f'<p class="told foot"><span>{shown(frame.as_of)}</span>{last}</p>')
    return "\n".join(parts)


def decks(edition: Edition) -> str:
    """Every deck with its figures."""
    cards = []
    for deck in edition.decks:
        figures = [edition.figures[id] for id in deck.figures]
        items = "".join(
            f'<li><a href="{page_name(one.id)}">{shown(one.frame.title)}</a></li>' for one in figures
        )
        cards.append(
            f'<section class="card"><h3>{shown(deck.title(edition.language))}</h3>'
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
    names = {
        id: f"{one.title(language)} ({citation.date(one, language)})" for id, one in documents.items()
    }
    parts = [f"<h1>{edition.say('priorities')}</h1>"]
    parts.append(_choose(edition, "items", "", {"theme": themes, "document": names}))
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
    rows = site_data.every(tables)
    fields = {
        "region": {id: one.name(language) for id, one in catalogue.regions.items()},
        "topic": {id: name(language) for id, name in catalogue.config.topics.items()},
        "kind": {
            one: wording.status(one, language) for one in dict.fromkeys(row.status for row in rows)
        },
    }
    name = say("file_data", language)
    links = "".join(
        f'<li><a href="{one}" download="{name}.{kind}">{kind.upper()}</a></li>'
        for one in files
        for kind in [one.rpartition(".")[2]]
    )
    head = "".join(f'<th scope="col">{shown(one)}</th>' for one in site_data.header(language))
    body = "\n".join(
        f'<tr data-words="{shown(site_data.words(row))}" data-region="{row.region.id}" '
        f'data-topic="{row.indicator.topic}" data-kind="{row.status}">'
        + "".join(f"<td>{shown(one)}</td>" for one in site_data.line(row, tables, language))
        + "</tr>"
        for row in rows
    )
    return (
        f'<h1>{edition.say("data")}</h1>{_choose(edition, "count", "search", fields)}<ul class="files">{links}</ul>'
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


def _card(edition: Edition, figure: Figure) -> str:
    wide = " wide" if len(figure.panels) > 1 or any(isinstance(one, GridPanel) for one in figure.panels) else ""
    table = _scrolled(figure.table.header, figure.table.rows) if figure.empty else ""
    link = f'<a href="{page_name(figure.id)}">{edition.say("more")}</a>'
    return (
        f'<section class="card{wide}"><h3><a href="{page_name(figure.id)}">{shown(html.heading(figure))}</a></h3>\n'
        f"{around(figure, link)}{table}</section>"
    )


def _panel(figure: Figure, at: int) -> str:
    """A panel: heading and unit as text, the plot, and what it draws as JSON."""
    panel = figure.panels[at]
    held = json.loads(str(screen(figure, at).to_json()))
    height = ceil(held["layout"]["height"])
    head = (f"<b>{shown(panel.heading)}</b>" if panel.heading else "") + (
        f"<span>{shown(panel.unit)}</span>" if panel.unit else ""
    )
    return (
        f'<div class="panel">{f"""<div class="head">{head}</div>""" if head else ""}'
        f'<div class="plot" role="img" aria-label="{shown(figure.alt or html.heading(figure))}" style="height:{height}px"></div>'
        f'<script type="application/json">{html.in_script(held)}</script></div>'
    )


def _alone(figure: Figure) -> bool:
    return len(figure.panels) == 1 or any(isinstance(one, GridPanel) for one in figure.panels)


def _heading(edition: Edition, key: str) -> str:
    return f"<h2>{edition.say(key)}</h2>"


def _scrolled(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return f'<div class="scroll" tabindex="0">{html.table(header, rows)}</div>'


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


def _choose(edition: Edition, count: str, search: str, fields: Mapping[str, Mapping[str, str]]) -> str:
    """The form that filters what has ``data-words``."""
    parts = []
    if search:
        parts.append(
            f'<label>{edition.say(search)}<input type="search" name="q" placeholder="{edition.say("search_hint")}"></label>'
        )
    for name, options in fields.items():
        listed = "".join(f'<option value="{id}">{shown(text)}</option>' for id, text in options.items())
        parts.append(
            f'<label>{edition.say(name)}<select name="{name}"><option value="">{edition.say("all")}</option>'
            f"{listed}</select></label>"
        )
    return (
        f'<form class="choose" data-count="{shown(say(count, edition.language, "{}"))}">{"".join(parts)}'
        "<output></output></form>"
    )


def _checks(edition: Edition) -> str:
    """What the identities found: first what doesn't agree, then what does."""
    told = [one for one in edition.tables.findings if one.code in _TOLD]
    agreed = [one for one in edition.tables.findings if one.code not in _TOLD]
    lists = [
        "".join(f"<li>{shown(wording.audit(one, edition.language))}</li>" for one in held)
        for held in (told, agreed)
    ]
    return (
        f'{_heading(edition, "checks")}<p class="lead">{edition.say("checks_lead")}</p><ul class="items">{lists[0]}</ul>'
        f'<details><summary>{edition.say("agreed", len(agreed))}</summary><ul class="items">{lists[1]}</ul></details>'
    )
