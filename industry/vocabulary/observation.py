"""One observation: a figure with everything that says what it is and who printed it.

The tables keep columns of cells and make this record when it is asked for; the rules of comparison, the
wording and the figures work on it. It decides nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from industry.vocabulary.catalogue import Catalogue, Indicator, Region, Source
from industry.vocabulary.periods import Period

Form = Literal["plain", "about", "range"]
"""How a derived figure is told: its sure digits, a number with 约, or the ends of its interval."""

_SENTENCE = re.compile(r"(?<=。)|(?<=\.) (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived row came about: ``rule`` names the identity (gap, change, share, sum, closing,
    two_year_average …), ``terms`` its rows in the rule's order, ``low`` to ``high`` the
    interval that the last printed digits of its terms leave open, ``form`` how that is told; ``place`` is that of
    the row among the identity's terms, 0 for the one that the others make."""

    rule: str
    terms: tuple[Observation, ...]
    low: Decimal
    high: Decimal
    form: Form = "plain"
    place: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Observation:
    """``value`` (to ``value_to`` for a printed range) in the indicator's unit. ``step`` is the weight
    of the last printed digit, ``scale`` the 万 or 亿 printed with it; the value of a derived one is exact, and
    ``step`` the weight of the last digit that is shown of it. ``period`` is None where the
    source lets none be inferred. ``occurrence``: which one it is of those that its paragraph prints alike. A derived one has no ``source``: it has terms. ``id`` says where it
    stands, so that the same figure has the same one from day to day; nothing is read from it."""

    id: str
    region: Region
    indicator: Indicator
    period: Period | None
    value: Decimal
    value_to: Decimal | None
    qualifier: str
    status: str
    edition: str
    inferred: frozenset[str]
    source: Source | None
    paragraph: int | None
    as_printed: str
    note_zh: str
    note_en: str
    step: Decimal
    scale: int
    derivation: Derivation | None = None
    occurrence: int | None = None

    @property
    def exact(self) -> bool:
        """Printed as one number without a word that opens it (超, 约, 近, 以上 …)."""
        return not self.qualifier and self.value_to is None

    @property
    def year(self) -> int:
        """The year in which its period ends, 0 where it has none."""
        return self.period.year if self.period else 0

    @property
    def derived(self) -> bool:
        return self.derivation is not None

    @property
    def terms(self) -> tuple[Observation, ...]:
        """The rows that it was derived from, none of a published one."""
        return self.derivation.terms if self.derivation else ()

    @property
    def publication(self) -> Source:
        """The source that prints it. Raises LookupError for a derived one, which none does."""
        if self.source is None:
            raise LookupError(f"{self.id} is printed nowhere")
        return self.source

    @property
    def sources(self) -> tuple[Source, ...]:
        """The source that prints it, or those of its terms, in their order, each once."""
        if self.source is not None:
            return (self.source,)
        return tuple({one.id: one for term in self.terms for one in term.sources}.values())

    @property
    def publishers(self) -> frozenset[str]:
        """The Chinese names of all who published it or its terms."""
        return frozenset(one.publisher.zh for one in self.sources)

    @property
    def until(self) -> int:
        """The last month that it speaks of: of a period that its source didn't see the end of, the source's
        own; 0 where there is no period."""
        ends = [self.period.end if self.period else 0, *filter(None, (one.month for one in self.sources))]
        return ends[0] if self.derived else min(ends[:2])

    def note(self, language: str) -> str:
        """The curators' caveat, empty where there is none; without a stop at its end, to stand among others."""
        return (self.note_zh if language == "zh" else self.note_en).rstrip("。.")

    def caveats(self, language: str) -> list[str]:
        """The sentences of the note, each without its stop."""
        return [one.rstrip("。.") for one in _SENTENCE.split(self.note(language)) if one]

    def __hash__(self) -> int:
        return hash((self.id, self.value))  # of corrected ones too, not all are gone through

    def __repr__(self) -> str:
        return f"<{self.id} {self.value}>"


class Book(Protocol):
    """Where observations are looked up, of an indicator and one region or all: the published ``rows``, and
    the ``derived`` ones."""

    @property
    def catalogue(self) -> Catalogue: ...

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]: ...


class Solved(Book, Protocol):
    """A book whose ``rows`` are published, and that has what follows from them besides."""

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]: ...
