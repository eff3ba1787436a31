"""A figure as PNG in one of config.yaml's sizes, with where it comes from written into it."""

from __future__ import annotations

from industry.export.order import Format, Order
from industry.export.picture import figure_picture
from industry.vocabulary.strict_record import Text


def png(order: Order) -> bytes:
    return figure_picture.png(*order.picture("png"))


FORMAT = Format("png", "image/png", "figure", png, Text(zh="图片 PNG", en="PNG"), pictures=True, place=10)
