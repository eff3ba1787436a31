"""The figure as it is printed: the fewest words that are read as what is meant, where they stand, and which one it is
of those that the paragraph prints alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from industry.text.passage import even_spans
from industry.text.proposals.setting import Setting
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import Printed, words

_SIGNS = "+-"
"""A print that begins so is taken for a formula by spreadsheets; the word before it is better there too."""
_FIRMS = "企业"
_MOST = 24
"""Letters before a number that its sign may stand in."""


@dataclass(frozen=True, slots=True)
class Print:
    """``start`` to ``end`` in the paragraph. ``sure``: what stands there is read as what is meant."""

    start: int
    end: int
    sure: bool


def printing(one: Setting, indicator: Indicator, said: Printed | None) -> Print:
    """The shortest print that says of the indicator what is ``said``, from the number on to the left."""
    end = one.end
    if one.text.endswith(_FIRMS, 0, end) and _reads(one, indicator, said, end - len(_FIRMS)):
        end -= len(_FIRMS)
    begin = max(one.sentence[0], one.start - _MOST)
    signed = None
    for start in _starts(one, begin):
        if (
            _reads(one, indicator, said, end, start)
            and _whole(one.text, start)
            and _moves(one, indicator, start)
        ):
            if one.text[start] not in _SIGNS:
                return Print(start, end, True)
            signed = signed or Print(start, end, True)
    return signed or Print(one.start, end, False)


def _reads(
    one: Setting, indicator: Indicator, said: Printed | None, end: int, start: int | None = None
) -> bool:
    begin = one.start if start is None else start
    found = printed.read(one.text[begin:end], indicator.unit, indicator.measure)
    return found is not None and said is not None and _same(found, said)


def _moves(one: Setting, indicator: Indicator, start: int) -> bool:
    """Whether a change of a count or a place has the word that says so in its print (增加1家, 前移4位)."""
    if indicator.measure != "change" or indicator.unit in ("%", "百分点") or one.lead == one.start:
        return True
    return start < one.start


def _starts(one: Setting, begin: int) -> Iterator[int]:
    """Where a print may begin: at the number, before each of the words that lead to it, anywhere before."""
    start = one.start
    yield start
    while word := max(
        (each for each in words.LEAD if one.text.endswith(each, 0, start)), key=len, default=""
    ):
        start -= len(word)
        if start < begin:
            break
        yield start
    yield from range(one.start - 1, begin - 1, -1)


def _same(one: Printed, other: Printed) -> bool:
    return (one.value, one.value_to, one.qualifier) == (other.value, other.value_to, other.qualifier)


def _whole(text: str, start: int) -> bool:
    """Whether no number is cut at a place."""
    return not (start and text[start].isdigit() and (text[start - 1].isdigit() or text[start - 1] in ".,"))


class Occurrences:
    """Which one a print is, from 1, where its paragraph prints the same more than once; of pages, where the document does."""

    def __init__(self, parts: Sequence[str], paged: bool) -> None:
        self._parts, self._paged = parts, paged
        self._places: dict[tuple[int, str], dict[tuple[int, int], int]] = {}

    def of(self, part: int, start: int, end: int) -> int | None:
        """Of the print from ``start`` to ``end`` of a part."""
        text = self._parts[part][start:end]
        key = -1 if self._paged else part, text
        if key not in self._places:
            among = range(len(self._parts)) if self._paged else (part,)
            found = ((at, begin) for at in among for begin, _ in even_spans(text, self._parts[at]))
            self._places[key] = {place: number for number, place in enumerate(found, start=1)}
        places = self._places[key]
        return places.get((part, start)) if len(places) > 1 else None
