"""A figure as SVG, its texts as texts, with where it comes from written into it."""

from __future__ import annotations

from industry.export.order import Format, Order
from industry.export.picture import figure_picture
from industry.vocabulary.strict_record import Text


def svg(order: Order) -> bytes:
    return figure_picture.svg(*order.picture("svg"))


FORMAT = Format(
    "svg",
    "image/svg+xml",
    "figure",
    svg,
    Text(zh="矢量图 SVG", en="SVG"),
    pictures=True,
    vector=True,
    place=12,
)
