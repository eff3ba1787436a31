"""The search over the office's own texts: the paragraphs in which every word is found, traditional characters or
simplified.

What the tables hold is searched in ``export.search``; how a text is read belongs in ``text``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from industry import wording
from industry.export import typed
from industry.export.search import MOST, Group, Hit
from industry.export.texts.passages import Piece
from industry.export.typed import folded
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source

_ROOM = 36
"""Letters of a paragraph that a hit shows, the first word found among them."""
_BEFORE = 10


@dataclass(frozen=True)
class Place:
    """A paragraph (or page) of a source's document: its number from 1, its text, that as it is compared, and what its
    document is ``about``, likewise."""

    source: Source
    part: int
    text: str
    folded: str
    about: str

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every word is found, at least one of them in the text itself."""
        inside = [word for word in words if word in self.folded]
        return bool(inside) and all(word in self.about for word in words if word not in inside)


def passages(tables: Tables, shelf: Shelf, text: str, language: str, most: int = MOST) -> Group:
    """The first paragraphs in which the words of ``text`` are found (a word may be of the document's title or region),
    and how many there are."""
    words = typed.words(text, _names(tables))
    found = [one for one in _places(tables, shelf, shelf.state) if one.holds(words)]
    return Group("passages", tuple(_hit(one, words, shelf, language) for one in found[:most]), len(found))


def marked(tables: Tables, text: str, asked: str) -> tuple[Piece, ...]:
    """A paragraph with the words marked by which it was found."""
    same, pieces, at = alike(text), [], 0
    spans = [
        one.span()
        for word in typed.words(asked, _names(tables))
        for one in re.finditer(re.escape(word), same)
    ]
    for start, end in sorted(spans):
        if start >= at:
            pieces += [Piece(text[at:start]), Piece(text[start:end], "found")]
            at = end
    return tuple(one for one in (*pieces, Piece(text[at:])) if one.text)


def _names(tables: Tables) -> list[str]:
    return [folded(one.name.zh) for one in tables.catalogue.regions.values()]


@lru_cache(maxsize=2)
def _places(tables: Tables, shelf: Shelf, _state: object) -> tuple[Place, ...]:
    """Every paragraph of the documents that can be read, those of the newest document first."""
    return tuple(_of(tables, shelf))


def _of(tables: Tables, shelf: Shelf) -> Iterator[Place]:
    for source in sorted(tables.catalogue.documents, key=lambda one: one.published, reverse=True):
        try:
            document = shelf.of(source)
        except Unreadable:
            continue
        region = tables.catalogue.regions[source.region]
        about = folded(f"{region.name.zh} {region.name.en} {source.title.zh} {source.title.en}")
        for part, text in enumerate(document.parts, start=1):
            yield Place(source, part, text, folded(text), about)


def _hit(one: Place, words: Sequence[str], shelf: Shelf, language: str) -> Hit:
    """The text around the first word; where folding has changed the length it begins a little off."""
    at = min(one.folded.find(word) for word in words if word in one.folded)
    start = max(0, min(at - _BEFORE, len(one.text) - _ROOM))
    end = min(len(one.text), start + _ROOM)
    shown = ("…" if start else "") + one.text[start:end] + ("…" if end < len(one.text) else "")
    place = wording.place_in_document(one.part, shelf.of(one.source).paged, language)
    more = " · ".join((one.source.title(language), place))
    return Hit(f"{one.source.id}:{one.part}", shown, more)
