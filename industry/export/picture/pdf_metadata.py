"""What a PDF file says besides its picture: how large its page is, in which language it speaks, and where its numbers
come from.

The picture is never changed here: what is said stands behind the file that the browser printed, as an update of
its own (ISO 32000, 7.5.6). Which texts are written is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from industry.export.markup import html_language

_POINTS = 72 / 96  # of a CSS pixel
_NAME = re.compile(r"[A-Za-z]{1,60}")
_STANDARD = {"Description": "Subject"}
"""Keys that the format has a name of its own for."""


def stamp(pdf: bytes, sheet: tuple[int, int], language: str, texts: Mapping[str, str]) -> bytes:
    """The same file, its one page cut to a ``sheet`` of so many CSS pixels from its top left corner, with ``texts`` as
    its document information under their keys (Latin letters) and without whatever it said before. Raises ValueError if
    ``pdf`` is not as the browser prints it, or for a key that isn't so."""
    if wrong := [key for key in texts if not _NAME.fullmatch(key)]:
        raise ValueError(f"not a key of a PDF text: {wrong[0]!r}")
    objects = _Objects(pdf)
    root, page = objects.number(b"Root"), objects.number_of(rb"/Type /Page\b")
    told = b"".join(
        f"/{_STANDARD.get(key, key)} ".encode() + _text(text) for key, text in texts.items() if text
    )
    changed = {
        objects.number(b"Info"): b"<<" + told + b">>",
        page: _replaced(rb"/MediaBox \[([^\]]*)\]", _cut(objects.held(page), sheet), objects.held(page)),
        root: _replaced(
            rb"/Lang \([^)]*\)", f"/Lang ({html_language(language)})".encode(), objects.held(root)
        ),
    }
    return objects.updated(changed)


class _Objects:
    """The objects of a PDF with one table of them at its end, as Chromium writes it."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf)
        table = re.compile(rb"xref\n0 (\d+)\n").match(pdf, int(start[1])) if start else None
        if start is None or table is None:
            raise ValueError("not a PDF as the browser prints it")
        self.start, self.count, self._entries = int(start[1]), int(table[1]), table.end()
        self.trailer = pdf[pdf.rindex(b"trailer") : start.start()]

    def number(self, key: bytes) -> int:
        """The number of the object that the trailer names."""
        found = re.search(rb"/" + key + rb" (\d+) 0 R", self.trailer)
        if found is None:
            raise ValueError(f"a PDF without {key.decode()}")
        return int(found[1])

    def number_of(self, form: bytes) -> int:
        """The number of the only object of this form."""
        found = [one for one in range(1, self.count) if re.match(rb"<<" + form, self.held(one))]
        if len(found) != 1:
            raise ValueError(f"a PDF of {len(found)} pages")
        return found[0]

    def held(self, number: int) -> bytes:
        """What stands in an object, up to its stream where it has one."""
        entry = self._entries + 20 * number
        at = int(self.pdf[entry : entry + 10])
        begins = b"%d 0 obj\n" % number
        if not self.pdf.startswith(begins, at):
            return b""
        return self.pdf[at + len(begins) : self.pdf.index(b"endobj", at)]

    def updated(self, changed: Mapping[int, bytes]) -> bytes:
        """The file with these objects in the place of those of their numbers."""
        whole, table = self.pdf.rstrip() + b"\n", b"xref\n"
        for number, held in sorted(changed.items()):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(whole))
            whole += b"%d 0 obj\n%s\nendobj\n" % (number, held.strip())
        trailer = self.trailer.replace(b">>", b"\n/Prev %d>>" % self.start)
        return whole + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(whole)


def _cut(page: bytes, sheet: tuple[int, int]) -> bytes:
    """The part of a page that its picture takes, from the top left: browsers print on sheets of whole 1/300 inches."""
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page)
    if box is None:
        raise ValueError("a PDF whose page has no size")
    (wide, high), top = (side * _POINTS for side in sheet), float(box[2])
    return f"/MediaBox [0 {top - high:.5f} {wide:.5f} {top:.5f}]".encode()


def _replaced(form: bytes, by: bytes, held: bytes) -> bytes:
    found, count = re.subn(form, lambda _: by, held)
    if count != 1:
        raise ValueError("not a PDF as the browser prints it")
    return found


def _text(text: str) -> bytes:
    """A text string: UTF-16 with its mark, as digits."""
    return b"<FEFF" + text.replace("\0", "").encode("utf-16-be", "replace").hex().upper().encode() + b">"
