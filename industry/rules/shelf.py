"""The published rows of a book by where they stand, to be looked up often while one thing is worked out.

A shelf is made for that and let go: it knows nothing of rows that come later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period

Key = tuple[str, int, int, str]
"""Region, first and last month, status."""


class Shelf:
    """The published rows of the indicators asked for; an indicator's are sorted when first asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._kept: dict[str, Mapping[Key, Sequence[Observation]]] = {}

    @property
    def catalogue(self) -> Catalogue:
        return self._book.catalogue

    def of(self, indicator: str) -> Mapping[Key, Sequence[Observation]]:
        kept = self._kept.get(indicator)
        if kept is None:
            rows: dict[Key, list[Observation]] = defaultdict(list)
            for row in self._book.rows(indicator):
                if row.period is not None and not row.derived:
                    rows[row.region.id, row.period.start, row.period.end, row.status].append(row)
            kept = self._kept[indicator] = rows
        return kept

    def at(
        self, indicator: str, region: str, period: Period, status: str = "actual"
    ) -> Sequence[Observation]:
        return self.of(indicator).get((region, period.start, period.end, status), ())
