"""A renderer without a browser: every picture is a small one of its form, as the browser would make it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image

SVG = b'<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="4" height="4"><text>4</text></svg>'


def printed(objects: Sequence[bytes] = ()) -> bytes:
    """A PDF of one empty page, in the form in which Chromium writes it."""
    held = [
        b"<</Creator (a browser)>>",
        b"<</Type /Page\n/MediaBox [0 0 9.6 9.6]\n/Parent 3 0 R>>",
        b"<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>",
        b"<</Type /Catalog\n/Pages 3 0 R\n/Lang (zh-CN)>>",
        *objects,
    ]
    whole, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, one in enumerate(held, start=1):
        table += b"%010d 00000 n \n" % len(whole)
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    trailer = b"trailer\n<</Size %d\n/Root 4 0 R\n/Info 1 0 R>>" % (len(held) + 1)
    return whole + b"xref\n0 %d\n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(held) + 1, table, trailer, len(whole))


class Paper:
    """``drawn`` tells how large each picture was to be, and in which form."""

    browsers = 1

    def __init__(self) -> None:
        self.drawn: list[tuple[str, int, int | None]] = []

    def warm(self) -> None:
        """There is nothing to start."""

    def png(self, _: str, canvas: Any) -> bytes:
        self.drawn.append(("png", canvas.width, canvas.height))
        held = io.BytesIO()
        Image.new("RGB", (4, 4), "white").save(held, "PNG")
        return held.getvalue()

    def svg(self, _: str, canvas: Any) -> bytes:
        self.drawn.append(("svg", canvas.width, canvas.height))
        return SVG

    def pdf(self, _: str, canvas: Any) -> bytes:
        self.drawn.append(("pdf", canvas.width, canvas.height))
        return printed()
