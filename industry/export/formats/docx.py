"""A deck as a briefing in Word, or one figure on a page, with native charts and tables."""

from __future__ import annotations

from industry.export.docx.briefing import briefing
from industry.export.order import Format, Order
from industry.vocabulary.strict_record import Text


def docx(order: Order) -> bytes:
    return briefing(
        order.title,
        order.figures,
        order.language,
        order.tables,
        clean=order.clean,
        single=order.single,
        progress=order.told,
    )


FORMAT = Format(
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "deck",
    docx,
    Text(zh="简报 DOCX", en="Briefing, DOCX"),
    place=25,
    copies=(Text(zh="送审稿", en="draft"), Text(zh="报送稿", en="clean copy")),
)
