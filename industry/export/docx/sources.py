"""The numbered sources of a briefing: ① behind a paragraph, and at the end each source with the paragraphs of it that were used.

The numbers are circled: no reader, and no check of the draft, takes them for figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from industry.export.docx.markup import JOINER
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording import citation, say
from industry.wording.words import worded

_CIRCLED = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
"""Numbers and their signs in Unicode, which has no more."""

SPELT = 4
"""Numbers that follow one another, from which on only the first and the last stand."""


class Numbered:
    """Sources in the order in which they are first used, behind those that have their numbers."""

    def __init__(self, held: Collection[tuple[Source, int]] = ()) -> None:
        self.numbers = {one.id: number for one, number in held}
        self.places: dict[str, tuple[Source, set[int]]] = {one.id: (one, set()) for one, _ in held}

    def marks(self, rows: Iterable[Observation]) -> str:
        """①③—⑥: the numbers of the sources of these figures."""
        found: dict[int, None] = {}
        for row in published(rows):
            source = row.publication
            held = self.places.setdefault(source.id, (source, set()))
            if row.paragraph:
                held[1].add(row.paragraph)
            following = max(self.numbers.values(), default=0) + 1
            found[self.numbers.setdefault(source.id, following)] = None
        return "".join(_runs(sorted(found)))

    def entries(self, language: str) -> list[str]:
        """A line for each source: its number, all that is known of it, and the paragraphs used."""
        lines = []
        for id, (source, paragraphs) in self.places.items():
            number = self.numbers[id]
            cited = citation.full(source, language)
            if paragraphs:
                key = "paragraphs" if len(paragraphs) > 1 else "paragraph"
                listed = say("listed", language).join(_spans(sorted(paragraphs), language))
                told = worded("paper", key, language, listed)
                lines.append(worded("paper", "entry_paragraphs", language, circled(number), cited, told))
            else:
                lines.append(worded("paper", "entry", language, circled(number), cited))
        return lines


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Their signs; of those that follow one another the first and the last."""
    for _, members in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        held = [circled(number) for _, number in members]
        yield "".join(held) if len(held) < SPELT else f"{held[0]}—{held[-1]}"


def _spans(numbers: Sequence[int], language: str) -> Iterator[str]:
    """15, 20—21: numbers, those that follow one another as a span."""
    for _, members in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        held = [number for _, number in members]
        yield worded("paper", "span", language, held[0], held[-1]) if len(held) > 1 else str(held[0])


def led_to(text: str) -> set[int]:
    """The numbers to which signs in a text lead, those between the first and the last of a span too."""
    found: set[int] = set()
    for first, last in _SPAN.findall(text.replace(JOINER, "")):
        found |= set(range(_NUMBERS[first], _NUMBERS[last or first] + 1))
    return found


def published(rows: Iterable[Observation]) -> list[Observation]:
    """The rows that a source prints, of derived ones those from which they are worked out."""
    found: dict[Observation, None] = {}
    for row in rows:
        found |= dict.fromkeys(published(row.terms)) if row.derived else {row: None}
    return list(found)


def _signs() -> dict[str, int]:
    return {chr(first + at - low): at for low, high, first in _CIRCLED for at in range(low, high + 1)}


_NUMBERS = _signs()
_SPAN = re.compile(f"([{''.join(_NUMBERS)}])(?:—([{''.join(_NUMBERS)}]))?")


def circled(number: int) -> str:
    """①, ⑳, ㊿; of a greater number the sign for fifty and another."""
    for low, high, first in _CIRCLED:
        if low <= number <= high:
            return chr(first + number - low)
    return circled(_CIRCLED[-1][1]) + circled(number - _CIRCLED[-1][1])
