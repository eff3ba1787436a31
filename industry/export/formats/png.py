"""A figure as PNG in one of config.yaml's sizes, with where it comes from written into it."""

from __future__ import annotations

from industry.export.order import Format, Order
from industry.export.picture import figure_png
from industry.vocabulary.slide import Slide
from industry.vocabulary.strict_record import Text


def png(order: Order) -> bytes:
    (figure,) = order.figures
    link = Slide.parse(figure.id).address("png", {"lang": order.language, "size": order.size.id})
    version = order.tables.version
    return figure_png.paint(order.renderer, figure, order.size, version, link, order.with_title)


FORMAT = Format("png", "image/png", "figure", png, Text(zh="图片 PNG", en="PNG"), pictures=True, place=10)
