"""Whatever is held for a period of a figure over time and isn't drawn is told with its reason: every figure that such a figure
draws or is worked out from, made open, of another edition or of something that its source doesn't print, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from industry.figures.record import Figure
from industry.rules import identities
from industry.rules.identities import Finding
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Observation
from tests.figures.drawing import lines
from tests.figures.specs import made

GROWTH: dict[str, Any] = {"indicator": "value_added_growth"}
YEARLY: dict[str, Any] = {"by": "years", "edition": "census_5"}
FIGURES: dict[str, tuple[str, dict[str, Any]]] = {
    "growth by quarters": ("lines", {**GROWTH, "by": "quarters"}),
    "growth by months": ("lines", {**GROWTH, "by": "months", "years": 1}),
    "gaps": ("gap_trend", {**GROWTH, "by": "months", "years": 1}),
    "levels": ("lines", {**YEARLY, "indicators": ("gdp", "all_industry_value_added")}),
    "shares of the country": ("lines", {**YEARLY, "indicators": ("gdp",), "as_share": True}),
    "shares worked out": ("lines", {"indicator": "profit_margin"}),
    "columns unequally far apart": ("lines", {"indicator": "equipment_growth"}),
}
KEPT_AWAY: tuple[tuple[dict[str, Any], str], ...] = (
    ({"qualifier": "over"}, "非确数"),
    ({"edition": "preliminary"}, "版本不同"),
    ({"inferred": frozenset({"scope"})}, "材料未注明"),
)
"""What keeps a figure from being drawn, and words of the reason."""


class Held:
    """Rows under a catalogue by where they stand, and what follows from them once it is asked for."""

    version = ""
    findings: Sequence[Finding] = ()

    def __init__(self, catalogue: Catalogue, rows: Sequence[Observation]) -> None:
        self.catalogue = catalogue
        self.all = self._placed(rows)
        self.solved: dict[tuple[str, str | None], list[Observation]] | None = None

    @staticmethod
    def _placed(rows: Sequence[Observation]) -> dict[tuple[str, str | None], list[Observation]]:
        found = defaultdict(list)
        for row in rows:
            found[row.indicator.id, row.region.id].append(row)
            found[row.indicator.id, None].append(row)
        return found

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return self.all.get((indicator, region), ())

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        if self.solved is None:
            self.solved = self._placed(identities.solve(self)[0])
        return self.solved.get((indicator, region), ())


def cells(figure: Figure) -> dict[tuple[str, str, str], Observation]:
    """What stands in the columns, by its indicator, region and period."""
    drawn = (row for panel in lines(figure) for one in panel.series for row in one.rows if row)
    return {(row.indicator.id, row.region.id, str(row.period)): row for row in drawn}


def behind(rows: Sequence[Observation]) -> Iterator[Observation]:
    """The published rows among these and their terms."""
    for row in rows:
        yield from behind(row.terms) if row.terms else (row,)


def worked_out(row: Observation) -> tuple[bool, ...]:
    """Whether a figure is worked out, and each of its terms."""
    return (row.derived, *(one.derived for one in row.terms))


@pytest.mark.parametrize("name", FIGURES)
def test_every_number_that_is_gone_is_told_of_with_its_reason_and_once(tables: Tables, name: str) -> None:
    chart, spec = FIGURES[name]
    every = tables.rows()
    before = cells(made(tables, chart, **spec))
    gone = 0
    for row, (changed, reason) in zip(
        dict.fromkeys(behind([*before.values()])), cycle(KEPT_AWAY), strict=False
    ):
        other = replace(row, **changed)
        book = Held(tables.catalogue, [other if one.id == row.id else one for one in every])
        figure = made(book, chart, **spec)
        after = cells(figure)
        lost = [
            key
            for key, one in before.items()
            if key not in after or worked_out(after[key]) != worked_out(one)
        ]
        gone += len(lost)
        told = [one for one in figure.frame.notices if other in one.rows]
        noted = [one for one in figure.frame.notes if other in one.rows]
        assert told or noted or not lost, f"{other.id} {changed} takes {lost[0]} away in silence"
        assert len(told) < 2, f"{other.id} {changed} is told of twice: {told}"
        assert all(reason in one for one in told), f"{other.id} {changed}: {told}"
    assert gone, "nothing was taken away"
