"""What the pages of the static edition are put together from: the edition's words, a figure's texts around
its plots, tables that scroll, the form that filters.

Whole pages belong in ``pages``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import PurePosixPath

from industry.export import page_words
from industry.export.markup import in_script, name, paragraphs, shown, table
from industry.export.order import Format, Order
from industry.figures.compose.on_canvas import screen
from industry.figures.draw import make_safely
from industry.figures.record import Figure, GridPanel
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Catalogue, Deck, Page

WORDS = {
    "more": ("数据表与全部出处", "Table and all sources"),
    "table": ("数据表", "Table"),
    "pictures": ("图片", "Pictures"),
    "in_decks": ("见于汇报", "Presented in"),
    "start": ("放映", "Present"),
    "search_hint": ("指标、数字、出处", "indicator, number, source"),
    "count": ("共{}个数字", "{} figures"),
    "items": ("共{}项", "{} items"),
}
_NOT_IN_FILES = re.compile(r"[^a-z0-9_]+")


@dataclass(frozen=True)
class Edition:
    """What the pages of one language are made from. ``figures`` by their slides' texts, in the order in which
    they follow one another; ``order`` is the beginning of whatever is made to be taken away, ``pictures`` the
    formats in which figures lie in ``pictures/`` in all sizes, ``files`` those in which decks lie in ``decks/``."""

    tables: Tables
    language: str
    figures: Mapping[str, Figure]
    order: Order
    pictures: Sequence[Format]
    files: Sequence[Format]

    def say(self, key: str, *facts: object) -> str:
        """`words` as HTML."""
        return shown(self.words(key, *facts))

    def words(self, key: str, *facts: object) -> str:
        """The edition's own words, or those of the dashboard's pages."""
        if own := WORDS.get(key):
            return own[self.language != "zh"].format(*facts)
        return page_words.say(key, self.language, *facts)

    @property
    def catalogue(self) -> Catalogue:
        return self.tables.catalogue

    @property
    def decks(self) -> tuple[Deck, ...]:
        return self.catalogue.config.decks

    @property
    def sources(self) -> str:
        """The page that lists the sources; empty where config.yaml has none."""
        pages = self.catalogue.config.pages
        return next((file_of_page(pages, one) for one in pages if script(one) == "data"), "")


def script(page: Page) -> str:
    """The name of the page's script, by which the program knows what more than figures it shows."""
    return PurePosixPath(page.script).stem


def file_of_page(pages: Sequence[Page], page: Page) -> str:
    """The file of a page; a hyphen, since no figure's id has one."""
    return "index.html" if page == pages[0] else f"page-{page.id}.html"


def stem(slide: str) -> str:
    """A slide's text as the name of its files."""
    plain = _NOT_IN_FILES.sub("-", slide)
    return plain if plain != "index" else "index-figure"


def page_name(slide: str) -> str:
    """The file of a figure's page."""
    return f"{stem(slide)}.html"


def around(figure: Figure, last: str = "") -> str:
    """The frame as text around the plots, or around the sentence that there is nothing to draw. With a
    ``last`` line (HTML) the source is brief and that line follows the date of the data."""
    frame = figure.frame
    panels = "".join(_panel(figure, at) for at in range(len(figure.panels)))
    alone = " alone" if _alone(figure) else ""
    source = (last and frame.source_brief) or frame.source
    parts = [
        paragraphs([frame.subtitle], "subtitle"),
        f'<div class="panels{alone}">{panels}</div>' if panels else "",
        paragraphs([figure.empty], "empty"),
        paragraphs(frame.notices, "notice"),
        paragraphs([frame.note, source], "told"),
        f'<p class="told foot"><span>{shown(frame.as_of)}</span>{last}</p>',
    ]
    return "\n".join(filter(None, parts))


def card(edition: Edition, level: int, figure: Figure) -> str:
    """A figure in a gallery; ``level`` is its heading's."""
    wide = len(figure.panels) > 1 or any(isinstance(one, GridPanel) for one in figure.panels)
    below = scrolled(figure.table.header, figure.table.rows) if figure.empty else ""
    page = page_name(figure.id)
    more = f'<a href="{page}">{edition.say("more")}</a>'
    return (
        f'<section class="card{" wide" if wide else ""}"><h{level}><a href="{page}">{shown(figure.frame.heading)}</a></h{level}>\n'
        f"{around(figure, more)}{below}</section>"
    )


def gallery(edition: Edition, figures: Sequence[Figure], level: int = 2) -> str:
    """Figures as cards; nothing for none."""
    cards = "\n".join(make_safely(partial(card, edition, level), one, edition.language) for one in figures)
    return f'<div class="gallery">\n{cards}\n</div>' if cards else ""


def _panel(figure: Figure, at: int) -> str:
    """A panel: heading and unit as text, the plot, and what it draws as JSON."""
    panel = figure.panels[at]
    held = json.loads(str(screen(figure, at).to_json()))
    height = ceil(held["layout"]["height"])
    words = (("b", panel.heading), ("span", panel.unit))
    head = "".join(f"<{tag}>{shown(text)}</{tag}>" for tag, text in words if text)
    return (
        f'<div class="panel">{f"""<div class="head">{head}</div>""" if head else ""}'
        f'<div class="plot" role="img" aria-label="{shown(name(figure))}" style="height:{height}px"></div>'
        f'<script type="application/json">{in_script(held)}</script></div>'
    )


def _alone(figure: Figure) -> bool:
    return len(figure.panels) == 1 or any(isinstance(one, GridPanel) for one in figure.panels)


def head(edition: Edition, key: str) -> str:
    return f"<h2>{edition.say(key)}</h2>"


def scrolled(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    given: Sequence[Mapping[str, str]] = (),
    id: str = "",
) -> str:
    """A table in a box of its own; see `markup.table`."""
    tall = " tall" if id else ""
    return f'<div class="scroll{tall}" tabindex="0">{table(header, rows, given, id)}</div>'


def choose(
    edition: Edition, count: str, fields: Mapping[str, Mapping[str, str]], search: bool = False
) -> str:
    """The form that filters what has ``data-words`` and what has ``data-part``; ``count`` words how many of the
    former are left, ``fields`` are ids and labels by the names of the attributes that they filter."""
    parts = []
    if search:
        parts.append(
            f'<label>{edition.say("search")}<input type="search" name="q" placeholder="{edition.say("search_hint")}"></label>'
        )
    for field, options in fields.items():
        listed = "".join(f'<option value="{id}">{shown(text)}</option>' for id, text in options.items())
        parts.append(
            f'<label>{edition.say(field)}<select name="{field}"><option value="">{edition.say("all")}</option>'
            f"{listed}</select></label>"
        )
    return f'<form class="choose" data-count="{edition.say(count, "{}")}">{"".join(parts)}<output></output></form>'
