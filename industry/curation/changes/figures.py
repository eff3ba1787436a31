"""Which figures of config.yaml and of its decks show other marks or say other sentences, with what they showed and said.

What is said of it belongs in ``lines``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from industry.curation.changes.change import Change, changes
from industry.curation.changes.marks import Mark, marks
from industry.figures.draw import draw_safely, headed, known, spec_of
from industry.figures.record import Figure
from industry.figures.rows.shown import ids_in
from industry.rules.arithmetic.order import order, sign
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording.said import Said

Part = Literal["finding", "empty", "notice", "note"]
"""Which sentence of a figure: what its marks show · what stands in their place where there are none · what is set apart · a
note."""


@dataclass(frozen=True)
class Sentence(Change[Said]):
    """A sentence that came, went or became another. ``turned``: figures that both tell of stand in another order, or have
    another sign."""

    part: Part = "note"
    turned: bool = False


@dataclass(frozen=True)
class Figured(Change[Figure]):
    """A figure that differs: its ``marks``, as far as they do, and its ``sentences``."""

    slide: Slide = field(kw_only=True)
    marks: tuple[Change[Mark], ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def finding(self) -> Sentence | None:
        """What became of the finding; None where it is what it was."""
        return next((one for one in self.sentences if one.part == "finding"), None)


def slides(tables: Tables) -> tuple[Slide, ...]:
    """The figures of config.yaml in its order, then what only decks show."""
    catalogue = tables.catalogue
    listed = [Slide(one.id) for one in catalogue.config.figures]
    decks = [known(catalogue, one) for deck in catalogue.config.decks for one in deck.slides]
    return tuple(dict.fromkeys((*listed, *(one for one in decks if spec_of(catalogue, one)))))


@dataclass(frozen=True, eq=False)
class Drawings:
    """The figures of tables as they are drawn in a language, each once."""

    tables: Tables
    language: str
    _made: dict[Slide, Figure | None] = field(default_factory=dict, init=False, repr=False)

    def of(self, slide: Slide) -> Figure | None:
        """The slide's figure; None where there is none."""
        if slide not in self._made:
            spec = spec_of(self.tables.catalogue, slide)
            drawn = draw_safely(spec, self.tables, slide.choices, self.language) if spec else None
            self._made[slide] = headed(drawn, slide.heading) if drawn else None
        return self._made[slide]

    def showing(self, row: Observation, slides: Iterable[Slide]) -> tuple[Slide, ...]:
        """Those of ``slides`` that show a row, or a row worked out from it."""
        return tuple(one for one in slides if (drawn := self.of(one)) and row.id in ids_in(drawn))


def figured(before: Drawings, after: Drawings, slide: Slide) -> Figured | None:
    """What differs in a slide; None where nothing does, or neither has it."""
    old, new = before.of(slide), after.of(slide)
    if old is None and new is None:
        return None
    moved = tuple(one for _, one in changes(marks(old) if old else {}, marks(new) if new else {}, _alike))
    told = tuple(_sentences(old, new))
    if old is not None and new is not None and not moved and not told:
        return None
    return Figured(old, new, moved, told, slide=slide)


def _alike(one: Mark, other: Mark) -> bool:
    return (one.words, one.drawn) == (other.words, other.drawn)


def _sentences(old: Figure | None, new: Figure | None) -> Iterator[Sentence]:
    was, now = (one.frame.finding if one else Said() for one in (old, new))
    if was != now:
        yield Sentence(was or None, now or None, "finding", turned(was, now))
    for part, told in _OTHERS.items():
        there, here = ({_alone(text): text for text in told(one)} if one else {} for one in (old, new))
        yield from (Sentence(None, here[key], part) for key in here if key not in there)
        yield from (Sentence(there[key], None, part) for key in there if key not in here)


def _alone(text: Said) -> str:
    """What a sentence says, whichever order it tells it in: that of regions in a note follows that of the marks."""
    return "".join(sorted(text))


_OTHERS: Mapping[Part, Callable[[Figure], Iterable[Said]]] = {
    "empty": lambda one: [Said(one.empty)] if one.empty else [],
    "notice": lambda one: one.frame.notices,
    "note": lambda one: one.frame.notes,
}


def turned(before: Said, after: Said) -> bool:
    """Whether regions that both sentences speak of stand in another order, or rise where they fell: as far as the printed
    digits of both leave no doubt."""
    old, new = _first(before.rows), _first(after.rows)
    both = sorted(old.keys() & new.keys())
    signs = any(_differ(sign(old[one]), sign(new[one])) for one in both)
    pairs = ((one, two) for one, two in combinations(both, 2) if one[1] == two[1])
    return signs or any(_differ(order(old[a], old[b]), order(new[a], new[b])) for a, b in pairs)


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _first(rows: Iterable[Observation]) -> dict[tuple[str, str], Observation]:
    """The first row of each region and indicator."""
    found: dict[tuple[str, str], Observation] = {}
    for row in rows:
        found.setdefault((row.region.id, row.indicator.id), row)
    return found
