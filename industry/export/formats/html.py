"""A deck as one HTML file that presents itself."""

from __future__ import annotations

from industry.export.deck import html_deck
from industry.export.order import Format, Order
from industry.vocabulary.strict_record import Text


def html(order: Order) -> bytes:
    """In the size asked for if that is a slide's, else in the first of config.yaml that is."""
    sizes = (order.size, *order.tables.catalogue.config.sizes)
    return html_deck.deck(
        order.title,
        order.figures,
        order.language,
        next(filter(html_deck.is_slide, sizes), html_deck.SLIDE),
        order.tables.version,
        order.remarks,
        order.plotly,
        order.told,
    ).encode("utf-8")


FORMAT = Format("html", "text/html; charset=utf-8", "deck", html, Text(zh="网页 HTML", en="HTML"), place=30)
