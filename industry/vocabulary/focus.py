"""The year that is looked at where no period is asked for: one by name, or the latest there is.

Which period of that year is compared is decided in ``rules.lock``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from industry.vocabulary.periods import Period

LATEST = "latest"
FORM = rf"^({LATEST}|[12][0-9]{{3}})$"
"""How a focus is written."""


class Dated(Protocol):
    @property
    def period(self) -> Period | None: ...


_Dated = TypeVar("_Dated", bound=Dated)


@dataclass(frozen=True)
class Focus:
    """``year``: the one looked at; None for the latest of whatever is held."""

    year: int | None = None

    @classmethod
    def of(cls, text: str | None, usual: str = LATEST) -> Focus:
        """The focus that a text says; the ``usual`` one where it says none."""
        asked = text if text and is_focus(text) else usual
        return cls(None if asked == LATEST else int(asked))

    def __str__(self) -> str:
        return LATEST if self.year is None else str(self.year)

    def pick(self, years: Iterable[int]) -> int | None:
        """Of the ``years`` that something is held for the one to look at: the focus itself, else the nearest
        before it; never a later one. None where there is none."""
        return max((one for one in years if self.year is None or one <= self.year), default=None)

    def until(self, rows: Iterable[_Dated]) -> list[_Dated]:
        """The rows whose period ends no later than the year to look at."""
        return [row for row in rows if row.period and (self.year is None or row.period.year <= self.year)]

    def of_year(self, rows: Sequence[_Dated]) -> list[_Dated]:
        """The rows whose period ends in the year to look at."""
        picked = self.pick(row.period.year for row in rows if row.period)
        return [row for row in rows if row.period and row.period.year == picked]


def is_focus(text: str) -> bool:
    """Whether a text says a focus."""
    return re.fullmatch(FORM, text) is not None
