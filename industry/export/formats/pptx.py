"""A deck as PPTX, or one figure as a slide, with native charts and tables."""

from __future__ import annotations

from industry.export.order import Format, Order
from industry.export.pptx import presentation
from industry.vocabulary.strict_record import Text


def pptx(order: Order) -> bytes:
    return presentation.presentation(
        order.title,
        order.figures,
        order.language,
        template=order.template,
        version=order.tables.version,
        regions=order.tables.catalogue.regions.values() if order.accents else (),
        cover=not order.single,
        told=order.told,
    )


FORMAT = Format(
    "pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "deck",
    pptx,
    Text(zh="PPTX", en="PPTX"),
    place=20,
)
