"""The tables as everybody reads them: published rows, and the rows and findings that follow from them.

How they are read from files belongs in ``reader``; the rules by which anything follows from them stand in
``rules`` and are handed in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from industry.tables.published import Book
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation

Solve = Callable[[Book], tuple[Sequence[Observation], Sequence[Finding]]]
"""From the published rows to the derived ones and what the checks found."""


@dataclass(frozen=True, eq=False)
class Tables:
    """Everything that the tables say. Nothing in it may be changed by those who read it.

    ``book`` holds the published rows, ``solve`` works out what follows from them. ``version`` names what
    the data say (tables, indicators, sources, rules), ``content`` everything, titles and decks too.
    """

    book: Book
    version: str
    content: str
    solve: Solve

    @property
    def catalogue(self) -> Catalogue:
        return self.book.catalogue

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the identities and the audit found; worked out when first asked for."""
        return self._solved[1]

    @property
    def frame(self) -> pd.DataFrame:
        """The published rows as columns (see `Book.frame`); a change to it stays with the caller."""
        return self.book.frame.copy(deep=False)

    def rows(
        self, indicator: str | None = None, region: str | None = None, derived: bool = False
    ) -> tuple[Observation, ...]:
        """The published rows of an indicator, of a region, of both, or all, in the files' order;
        with ``derived`` the derived ones after them."""
        published = self.book.rows(indicator, region)
        return published + self.derived(indicator, region) if derived else published

    def derived(self, indicator: str | None = None, region: str | None = None) -> tuple[Observation, ...]:
        """The derived rows of an indicator, of a region, of both, or all."""
        found = self._solved[0] if indicator is None else self._by_indicator.get(indicator, ())
        return found if region is None else tuple(row for row in found if row.region.id == region)

    def row(self, id: str) -> Observation:
        """The published or derived row of an id; KeyError where there is none."""
        known = self._by_id.get(id)
        return known if known is not None else self.book.row(id)

    @cached_property
    def _solved(self) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
        derived, findings = self.solve(self.book)
        return tuple(derived), tuple(findings)

    @cached_property
    def _by_id(self) -> dict[str, Observation]:
        return {row.id: row for row in self._solved[0]}

    @cached_property
    def _by_indicator(self) -> dict[str, tuple[Observation, ...]]:
        found: dict[str, tuple[Observation, ...]] = defaultdict(tuple)
        for row in self._solved[0]:
            found[row.indicator.id] += (row,)
        return dict(found)
