"""What a card shows of the document in which a number stands: the sentence with the number marked, other numbers of the
tables in it, the sentences beside it, the paragraph, the whole document.

Where a number stands is found in ``text``; no more of a document leaves this than what somebody looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from industry import wording
from industry.export.card import beside_of
from industry.tables.tables import Tables
from industry.text.passage import NotThere, Passage, passage, sentences
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation

Look = Literal["", "beside", "held", "number", "found"]
MOST = 200_000
"""Letters of a document that are shown at once, those around the number."""


@dataclass(frozen=True)
class Piece:
    """A run of a text. ``look``: of the sentences ``beside`` it, another number that is ``held`` (of the ``row``),
    the ``number`` itself, or a word by which it was ``found``."""

    text: str
    look: Look = ""
    row: str = ""


@dataclass(frozen=True)
class Found:
    """``place``: which paragraph or page; ``sentence`` with its neighbours, and the whole ``paragraph``."""

    place: str
    sentence: tuple[Piece, ...]
    paragraph: tuple[Piece, ...]


def find(tables: Tables, row: Observation, shelf: Shelf, language: str) -> Found | str | None:
    """The passage of a row, a sentence that says why it can't be shown, or None where the document isn't at hand or the
    row isn't of one."""
    if row.source is None or not row.source.document:
        return None
    found = shelf.passage(row)
    if isinstance(found, Unreadable):
        return None if found.code == "missing" else wording.unreadable(found, language)
    if isinstance(found, NotThere):
        return wording.not_there(found, language)
    marks = list(_marks(tables, row, found, shelf))
    start, end = _with_neighbours(found)
    own = found.sentence
    return Found(
        wording.place_in_document(found.part, _paged(shelf, row), language),
        tuple(_pieces(found.text, start, end, marks, own)),
        tuple(_pieces(found.text, 0, len(found.text), marks, own)),
    )


def whole(row: Observation, shelf: Shelf) -> tuple[tuple[str, ...], int]:
    """The document's paragraphs, or those around the row's where they are too many, and which of them holds it. Raises
    Unreadable, and LookupError where the passage isn't there."""
    found = shelf.passage(row)
    part = found.part if isinstance(found, Passage) else 0
    return around(row.publication, part, shelf)


def around(source: Source, part: int, shelf: Shelf) -> tuple[tuple[str, ...], int]:
    """The same around a paragraph, by its number from 1."""
    document = shelf.of(source)
    if not 0 < part <= len(document.parts):
        raise LookupError(part)
    at = part - 1
    first = last = at
    length = len(document.parts[first])
    while length < MOST and (first > 0 or last + 1 < len(document.parts)):
        if first > 0:
            first -= 1
            length += len(document.parts[first])
        if last + 1 < len(document.parts):
            last += 1
            length += len(document.parts[last])
    return document.parts[first : last + 1], at - first


Held = dict[int, list[tuple[int, int, str]]]
"""By the number of a paragraph, where those that are held stand in it, in their order, and the row of each."""


def held(tables: Tables, source: Source, shelf: Shelf) -> Held:
    """The numbers of a document that are held, none over another. Raises Unreadable."""
    document, found = shelf.of(source), Held()
    frame = tables.frame
    for id in frame["id"][frame["source"] == source.id]:
        place = passage(tables.row(id), document)
        if not isinstance(place, Passage):
            continue
        there = found.setdefault(place.part, [])
        if all(place.end <= start or place.start >= end for start, end, _ in there):
            there.append((place.start, place.end, id))
    return {part: sorted(there) for part, there in found.items()}


def underlined(pieces: Iterable[Piece], marks: Iterable[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """A paragraph with its held numbers as pieces of their own, but those that a word runs into by which it was found."""
    found, at, marks = list[Piece](), 0, list(marks)
    for piece in pieces:
        end, done = at + len(piece.text), at
        for first, last, row in marks:
            if not piece.look and done <= first and last <= end:
                found += [
                    Piece(piece.text[done - at : first - at]),
                    Piece(piece.text[first - at : last - at], "held", row),
                ]
                done = last
        found.append(Piece(piece.text[done - at :], piece.look, piece.row))
        at = end
    return tuple(one for one in found if one.text)


Mark = tuple[int, int, Look, str]
"""Where a number begins and ends in its paragraph, and how it looks."""


def _marks(tables: Tables, row: Observation, found: Passage, shelf: Shelf) -> Iterator[Mark]:
    """The number itself and the others of the paragraph that are held, none over another."""
    yield found.start, found.end, "number", row.id
    taken = [(found.start, found.end)]
    for other in beside_of(tables, row):
        place = shelf.passage(other)
        if not isinstance(place, Passage) or place.part != found.part:
            continue
        if all(place.end <= start or place.start >= end for start, end in taken):
            taken.append((place.start, place.end))
            yield place.start, place.end, "held", other.id


def _with_neighbours(found: Passage) -> tuple[int, int]:
    """Where the sentence before the number's begins, and where the one behind it ends."""
    every = list(sentences(found.text))
    at = next(place for place, (start, end) in enumerate(every) if start <= found.start < end)
    return every[max(0, at - 1)][0], every[min(len(every) - 1, at + 1)][1]


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark], own: tuple[int, int]) -> Iterator[Piece]:
    """The text from start to end, cut where a mark or the number's own sentence begins or ends."""
    inside = sorted(one for one in marks if start <= one[0] and one[1] <= end)
    at = start
    for first, last, look, row in inside:
        yield from _plain(text, at, first, own)
        yield Piece(text[first:last], look, row)
        at = last
    yield from _plain(text, at, end, own)


def _plain(text: str, start: int, end: int, own: tuple[int, int]) -> Iterator[Piece]:
    edges: Sequence[int] = sorted({start, end, *(one for one in own if start < one < end)})
    for first, last in pairwise(edges):
        yield Piece(text[first:last], "" if own[0] <= first < own[1] else "beside")


def _paged(shelf: Shelf, row: Observation) -> bool:
    return shelf.of(row.publication).paged
