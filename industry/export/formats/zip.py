"""A deck's pictures as a ZIP, numbered in the deck's order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from industry.export.formats import png
from industry.export.order import Format, Order
from industry.vocabulary.strict_record import Text


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of files whose names are UTF-8, as Windows reads them; pictures aren't packed again."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as packed:
        for name, content in files:
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return held.getvalue()


def pictures(order: Order) -> bytes:
    return archive((name, make()) for name, make in png.FORMAT.each(order))


FORMAT = Format(
    "zip",
    "application/zip",
    "deck",
    pictures,
    Text(zh="图片 ZIP", en="Pictures, ZIP"),
    pictures=True,
    place=60,
)
