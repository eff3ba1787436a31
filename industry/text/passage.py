"""Where in a document a published figure stands: the span of its print, the sentence around it, and that of which other
figures that are held it speaks.

Never a wrong passage: where it isn't certain that the print stands there, it is said why not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from industry.text.alike import alike, pairs
from industry.text.document import Document
from industry.vocabulary.observation import Observation
from industry.vocabulary.printed import words

_ENDS = re.compile(r"[。！？!?]+[”’」』）)]*")
_SCALES = "万亿千百"


@dataclass(frozen=True)
class Passage:
    """``part``: the number of the paragraph, or page, and ``text`` its text; ``start`` and ``end`` of the print in it."""

    part: int
    text: str
    start: int
    end: int

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence begins and ends in which the print stands."""
        return next(span for span in sentences(self.text) if span[0] <= self.start < span[1])


@dataclass(frozen=True)
class NotThere:
    """That a print has no one place. ``code``: ``changed`` (the document no longer holds it where the row says),
    ``ambiguous`` (it stands there ``times`` and the row doesn't say which) or ``beyond`` (it stands there ``times``, fewer than
    the row says)."""

    code: str
    times: int = 0

    @property
    def fault(self) -> bool:
        """Whether it is the row that must be mended."""
        return self.code in ("ambiguous", "beyond")


def passage(row: Observation, document: Document) -> Passage | NotThere:
    """The passage of a published row of the document."""
    found = list(_places(row, document))
    if row.occurrence is not None and not document.paged:
        if len(found) < max(row.occurrence, 2):  # it is told of a print that stands there more than once
            return NotThere("beyond" if len(found) > 1 else "changed", len(found))
        found = found[row.occurrence - 1 : row.occurrence]
    if len(found) > 1:
        return NotThere("ambiguous", len(found))
    if not found or _opened(found[0]) or not _of(row, found[0]):
        return NotThere("changed")
    return found[0]


def _opened(place: Passage) -> bool:
    """Whether words before the print make another figure of it that it didn't have when the row was entered (不到, 超)."""
    before = alike(place.text)[: place.start]
    return before.endswith(("不", "未", "非", "不到", "不足", *words.QUALIFIER))


def _of(row: Observation, place: Passage) -> bool:
    """Whether the sentence speaks of the row's indicator: it shares two letters at least with a name of that, beside the
    print itself. A paragraph that has taken another's place doesn't."""
    start, end = place.sentence
    said = alike(place.text)
    around = pairs(said[start : place.start]) | pairs(said[place.end : end])
    one = row.indicator
    names = (one.name.zh, one.name.en, one.short.zh if one.short else "", *one.aliases, *one.cues)
    return any(around & pairs(alike(name)) for name in names)


def _places(row: Observation, document: Document) -> Iterator[Passage]:
    """Every place of the print in its paragraph; of a document of pages, on any of them."""
    wanted, parts = alike(row.as_printed), list(enumerate(document.parts, start=1))
    if not document.paged:
        parts = [one for one in parts if one[0] == row.paragraph]
    for number, text in parts:
        for start, end in even_spans(wanted, _page(text) if document.paged else alike(text)):
            yield Passage(number, text, start, end)


_page = lru_cache(maxsize=512)(alike)
"""A page as it is compared: each of its document is asked anew for every row."""


def spans(printed: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a print stands in a text, never beginning or ending inside another number."""
    yield from even_spans(alike(printed), alike(text))


def even_spans(wanted: str, whole: str) -> Iterator[tuple[int, int]]:
    """The same of a print and a text that ``alike`` has made."""
    start = whole.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (_cuts_before(whole, start) or _cuts_behind(whole, end)):
            yield start, end
        start = whole.find(wanted, start + 1)


def _cuts_before(text: str, start: int) -> bool:
    """Whether a number that begins before goes on at the place."""
    if not text[start].isdigit() or not start:
        return False
    before = text[start - 1]
    if before.isdigit():
        return True
    if before in ".,":
        return start > 1 and text[start - 2].isdigit()
    return before in "-+" and (start < 2 or not (text[start - 2].isalnum() or text[start - 2] in "%)"))


def _cuts_behind(text: str, end: int) -> bool:
    """Whether the number at whose end the place is goes on."""
    last, behind = text[end - 1], text[end : end + 2]
    if not behind:
        return False
    if last.isdigit():
        return (
            behind[0].isdigit() or behind[0] in _SCALES + "%‰" or (behind[0] in ".," and behind[1:].isdigit())
        )
    return last in _SCALES and behind[0] in _SCALES


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends."""
    start = 0
    for end in _ENDS.finditer(text):
        yield start, end.end()
        start = end.end()
    if start < len(text):
        yield start, len(text)
