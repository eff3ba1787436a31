"""What can't be decided about a sheet, and what a curator answers. A question is known by what the headers say, not by where they stand nor
by the year or month in them: so that its answer is found again in the next month's workbook. How answers are kept as data belongs in
``answers``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

About = Literal["column", "row", "figure", "table"]
What = Literal[
    "indicator", "region", "year", "period", "months", "unit", "edition", "status", "sign", "words"
]
LEFT_OUT = "-"
"""The answer that leaves out what is asked about."""
OF_SOURCE = "source"
"""The year of the source's date."""
CUMULATED, ALONE, AT_END = "cumulated", "alone", "end"
AS_SAID = "yes"
"""That words which aren't understood change nothing."""
NO_EDITION = "none"


class Key(NamedTuple):
    """``table``: what its lines say, without periods; ``said``: what the header or the label says that is asked about."""

    table: str
    about: About
    said: str
    what: What


@dataclass(frozen=True, slots=True)
class Question:
    """``place``: the first cell it is about, ``shown``: what stands there, word for word; ``figures``: how many hang on it. ``guess``: an answer, empty where there is none, and
    ``reason``: the key of the words that say why, with ``facts``. ``choices``: answers to choose from; others may be given where ``free``."""

    key: Key
    place: str
    shown: str
    figures: int
    guess: str
    reason: str
    facts: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    free: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure asks; ``shown``: the words of the sheet that it is about, ``column``: the cell of its row that hangs on it."""

    key: Key
    shown: str
    guess: str
    reason: str
    column: str
    facts: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    free: bool = False


@dataclass
class Answers:
    """Answers by their questions; ``used``: those that were asked for, with the words of the sheet that they are about."""

    given: Mapping[Key, str]
    used: dict[Key, str] = field(default_factory=dict)

    def of(self, key: Key, shown: str) -> str | None:
        found = self.given.get(key)
        if found is not None:
            self.used.setdefault(key, shown)
        return found


def gathered(asked: Iterable[tuple[str, Asked]]) -> tuple[Question, ...]:
    """The questions of all figures, each once, in order; with the place of the first figure that asks it."""
    found: dict[Key, tuple[str, Asked, int]] = {}
    for place, one in asked:
        first, kept, count = found.get(one.key, (place, one, 0))
        found[one.key] = (first, kept if kept.guess or not one.guess else one, count + 1)
    return tuple(
        Question(key, place, one.shown, count, one.guess, one.reason, one.facts, one.choices, one.free)
        for key, (place, one, count) in found.items()
    )
