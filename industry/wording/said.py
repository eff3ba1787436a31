"""A text that knows what it says: of which observations it speaks, and what kind of statement it is.

Whatever shows it takes it for the text that it is; whoever asks what stands in a figure, who published it, or
what may not be cut asks its ``rows`` and its ``kind``, and never the words. Texts put together with ``+``,
`join` and `fill` keep both; an f-string and ``str.join`` don't, and a record that holds `Said` takes
neither. How a single thing is worded belongs to the other modules here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Literal, Self

from industry.vocabulary.observation import Observation

Kind = Literal["plain", "key", "derived", "caveat", "notice", "low_base", "dispute"]
"""What a text says: a figure or a name; what stands beside the figures of a table; of a derived figure how it came about; a curator's caveat; what is set
apart and why; growth over a low or a high base; that printed figures disagree."""
GRAVER: tuple[Kind, ...] = ("plain", "key", "derived", "caveat", "notice", "low_base", "dispute")
"""The kinds, each graver than those before it: a text has the gravest of its parts."""
_GRAVITY = {kind: place for place, kind in enumerate(GRAVER)}
VITAL: tuple[Kind, ...] = ("low_base", "dispute")
"""The kinds that no picture, slide or page may cut."""


class Said(str):
    """``rows``: the observations it speaks of, each once, in the order told. ``about``: those beside which it stands where
    it speaks of none of them (that a region has no figure), none where that is the whole figure; a text by itself has them,
    not what is put together. ``alone``: what it says where no data table stands to which it could send, where that is something
    else."""

    __slots__ = ("about", "alone", "kind", "rows")

    rows: tuple[Observation, ...]
    kind: Kind
    about: tuple[Observation, ...]
    alone: str | None

    def __new__(
        cls,
        text: str = "",
        rows: Iterable[Observation] = (),
        kind: Kind = "plain",
        about: Iterable[Observation] = (),
        alone: str | None = None,
    ) -> Self:
        said = super().__new__(cls, text)
        said.rows, said.kind = tuple(dict.fromkeys(rows)) if rows else (), kind
        said.about = tuple(dict.fromkeys(about)) if about else ()
        said.alone = alone
        return said

    def __add__(self, more: str) -> Said:
        return join((self, more))

    def __radd__(self, before: str) -> Said:
        return join((before, self))

    @property
    def vital(self) -> bool:
        return self.kind in VITAL


def join(parts: Iterable[str], by: str = "", kind: Kind | None = None) -> Said:
    """The parts that say anything, with ``by`` between them; of ``kind``, else of the gravest of theirs."""
    held = [one for one in parts if one]
    alone = by.join(filter(None, map(without_table, held))) if _sends(held) else None
    return Said(by.join(held), rows_of(held), kind or gravest(held), alone=alone)


def fill(form: str, *facts: str, kind: Kind | None = None) -> Said:
    """``form`` with its blanks filled; of ``kind``, else of the gravest of the facts'."""
    alone = form.format(*map(without_table, facts)) if _sends(facts) else None
    return Said(form.format(*facts), rows_of(facts), kind or gravest(facts), alone=alone)


def of_rows(text: str, rows: Iterable[Observation], kind: Kind, about: Iterable[Observation] = ()) -> Said:
    """The same words of these rows, of a kind, beside what they are ``about``."""
    return Said(text, rows, kind, about, alone=without_table(text) if _sends((text,)) else None)


def without_table(text: str) -> str:
    """What a text says where no data table stands."""
    return str(text) if not isinstance(text, Said) or text.alone is None else text.alone


def _sends(texts: Iterable[str]) -> bool:
    return any(isinstance(one, Said) and one.alone is not None for one in texts)


def distinct(texts: Iterable[str]) -> tuple[Said, ...]:
    """Every text that says anything once; of equal ones with all that any of them speaks of and is about, and the gravest
    kind."""
    held: dict[str, list[str]] = {}
    for one in texts:
        if one:
            held.setdefault(str(one), []).append(one)
    return tuple(
        of_rows(alike[0], rows_of(alike), gravest(alike), chain.from_iterable(map(about, alike)))
        for alike in held.values()
    )


def about(text: str) -> tuple[Observation, ...]:
    """The observations beside which a text stands."""
    return text.about if isinstance(text, Said) else ()


def rows_of(texts: Iterable[str]) -> tuple[Observation, ...]:
    """The observations that any of ``texts`` speaks of, each once."""
    speaking = [one.rows for one in texts if isinstance(one, Said) and one.rows]
    if len(speaking) < 2:
        return speaking[0] if speaking else ()
    return tuple(dict.fromkeys(chain.from_iterable(speaking)))


def kind_of(text: str) -> Kind:
    return text.kind if isinstance(text, Said) else "plain"


def gravest(texts: Iterable[str]) -> Kind:
    kinds = {one.kind for one in texts if isinstance(one, Said)}
    return kinds.pop() if len(kinds) == 1 else max(kinds, key=_GRAVITY.__getitem__, default="plain")
