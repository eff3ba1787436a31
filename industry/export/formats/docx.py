"""A deck as a briefing in Word, with native charts and tables."""

from __future__ import annotations

from industry.export.docx.briefing import briefing
from industry.export.order import Format, Order
from industry.vocabulary.strict_record import Text


def docx(order: Order) -> bytes:
    return briefing(order.title, order.figures, order.language, order.tables, order.clean, order.told)


FORMAT = Format(
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "deck",
    docx,
    Text(zh="简报 DOCX", en="Briefing, DOCX"),
    place=25,
    clean=Text(zh="报送稿", en="clean copy"),
)
