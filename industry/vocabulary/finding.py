"""What a check of the tables found: a code with facts, which accuses nobody.

Checks are made in ``rules``; ``wording`` tells what they found.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from industry.vocabulary.observation import Observation

Code = Literal[
    "agrees", "agrees_within_rounding", "conflict", "coverage_differs", "out_of_line", "suspicious"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. ``rows`` are its terms in the rule's order, the disputed figure first;
    ``printed`` is that figure and ``computed`` (``low`` to ``high``) what the others make of it.

    | rule | rows |
    |---|---|
    | gap | gap, value, benchmark |
    | change | change, value, value a year before |
    | rank_change | places gained, rank, rank a year before |
    | share | share, part, whole (which may be a derived row) |
    | contribution | contribution, part, part a year before, whole, whole a year before |
    | sum | total, parts… |
    | closing | stock at the end, stock a year before, added |
    | two_year_average | average, growth, growth a year before |
    | total | the printed rows that can't belong to one whole number |
    | two_sources | the figure, as each source prints it where they differ, last in the source preferred |
    | growth_and_level | growth, level, level a year before |
    | out_of_line | growth, that of the period before, that of the period after |
    | range, index, year, span, old, month, past, ahead | the figure |
    | over_years | the figure, those of its last year from January to the same month |
    | part | the part, its whole |
    | times | the figure, those of the same months, or as many years, before and after |
    | repeated, edition, falling, apart | the figure, the other one (before) |
    """

    code: Code
    rule: str
    rows: tuple[Observation, ...]
    printed: Decimal
    computed: Decimal
    low: Decimal
    high: Decimal

    @property
    def disputed(self) -> tuple[Observation, ...]:
        """The figures beside which it is told wherever they stand: of several sources each; none where they agree."""
        if self.code not in ("conflict", "out_of_line"):
            return ()
        return self.rows if self.rule == "two_sources" else self.rows[:1]

    @property
    def inferred(self) -> frozenset[str]:
        """What any of its rows supplies without its source printing it."""
        return frozenset().union(*(row.inferred for row in self.rows))
