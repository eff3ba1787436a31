"""One observation: a figure with everything that says what it is and who printed it.

The tables keep rows of cells and make this record when it is asked for; the rules of comparison, the
wording and the figures work on it. It decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from industry.vocabulary.catalogue import Catalogue, Indicator, Region, Source
from industry.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived row came about: ``rule`` names the identity (gap, change, share, sum, closing,
    two_year_average …), ``terms`` the ids of its rows in the rule's order, ``low`` to ``high`` the
    interval that the last printed digits of its terms leave open."""

    rule: str
    terms: tuple[str, ...]
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Observation:
    """``value`` (to ``value_to`` for a printed range) in the indicator's unit. ``step`` is the weight
    of the last printed digit, ``scale`` the 万 or 亿 printed with it. ``period`` is None where the
    source lets none be inferred. ``id`` is ``region:indicator:period:source:paragraph``."""

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
    source: Source
    paragraph: int | None
    as_printed: str
    note_zh: str
    note_en: str
    step: Decimal
    scale: int
    derivation: Derivation | None = None

    @property
    def exact(self) -> bool:
        """Printed as one number without a word that opens it (超, 约, 近, 以上 …)."""
        return not self.qualifier and self.value_to is None

    @property
    def derived(self) -> bool:
        return self.derivation is not None


class Book(Protocol):
    """Where observations are looked up. ``rows`` of an indicator, of one region or of all, may hold
    derived rows or not."""

    @property
    def catalogue(self) -> Catalogue: ...

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]: ...
