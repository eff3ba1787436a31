"""What the pages of the static edition are put together from: the edition's words, a figure's texts around
its plots, tables that scroll, the form that filters.

Whole pages belong in ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from industry.export.deck import html_deck
from industry.export.deck.html_deck import shown
from industry.figures.compose.on_canvas import screen
from industry.figures.record import Figure, GridPanel
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Deck, Size

WORDS = {
    "lead": (
        "各地区材料说的月份大多不同。每个数字都写明期间和出处；期间不同的数字不在同一坐标轴上比较。",
        (
            "The regions' documents hardly ever speak of the same months. Every number has its period and source; "
            "numbers of different periods never share an axis."
        ),
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
        (
            "The numbers checked by identities: gap, change, share, sum, closing stock. Both sides are listed, "
            "neither is preferred."
        ),
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
    parts += [f'<p class="told">{shown(one)}</p>' for one in (frame.note, source) if one]
    parts.append(f'<p class="told foot"><span>{shown(frame.as_of)}</span>{last}</p>')
    return "\n".join(parts)


def card(edition: Edition, figure: Figure) -> str:
    wide = (
        " wide" if len(figure.panels) > 1 or any(isinstance(one, GridPanel) for one in figure.panels) else ""
    )
    table = scrolled(figure.table.header, figure.table.rows) if figure.empty else ""
    link = f'<a href="{page_name(figure.id)}">{edition.say("more")}</a>'
    return (
        f'<section class="card{wide}"><h3><a href="{page_name(figure.id)}">{shown(html_deck.heading(figure))}</a></h3>\n'
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
        f'<div class="plot" role="img" aria-label="{shown(figure.alt or html_deck.heading(figure))}" style="height:{height}px"></div>'
        f'<script type="application/json">{html_deck.in_script(held)}</script></div>'
    )


def _alone(figure: Figure) -> bool:
    return len(figure.panels) == 1 or any(isinstance(one, GridPanel) for one in figure.panels)


def heading(edition: Edition, key: str) -> str:
    return f"<h2>{edition.say(key)}</h2>"


def scrolled(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return f'<div class="scroll" tabindex="0">{html_deck.table(header, rows)}</div>'


def choose(edition: Edition, count: str, search: str, fields: Mapping[str, Mapping[str, str]]) -> str:
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
