"""A figure as a PDF of one page in one of config.yaml's sizes, its faces inside, with where it comes from written into
it."""

from __future__ import annotations

from industry.export.order import Format, Order
from industry.export.picture import figure_picture
from industry.vocabulary.strict_record import Text


def pdf(order: Order) -> bytes:
    return figure_picture.pdf(*order.picture("pdf"))


FORMAT = Format(
    "pdf",
    "application/pdf",
    "figure",
    pdf,
    Text(zh="矢量图 PDF", en="PDF"),
    pictures=True,
    vector=True,
    place=14,
)
