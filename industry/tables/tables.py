"""The tables as everybody reads them: the published observations, and the rows and findings that follow from
them. Published rows are kept as columns of cells, and made into records when asked for.

An index by indicator finds the rows, so that a question costs what it asks for and not what the tables hold.
How they are read from files belongs in ``reader``; the rules by which anything follows from them stand in
``rules`` and are handed in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

import pandas as pd

from industry.tables.csv_cells import Table
from industry.vocabulary import fields, periods, printed
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation

Solve = Callable[["Tables"], tuple[Sequence[Observation], Sequence[Finding]]]
"""From the published rows to the derived ones and what the checks found."""


_WHOLE = ("paragraph", "occurrence")
"""Columns of whole numbers."""


@dataclass(frozen=True, eq=False)
class Tables:
    """Everything that the tables say, in the files' order. Nothing in it may be changed by those who read it;
    records are made once and shared.

    ``tables`` by the id of their region, all without faults; ``solve`` works out what follows from them.
    ``version`` names what the data say (tables, indicators, sources, rules), ``content`` everything, titles
    and decks too.
    """

    catalogue: Catalogue
    tables: Mapping[str, Table]
    version: str
    content: str
    solve: Solve
    _made: dict[str, Observation] = field(default_factory=dict, init=False, repr=False)
    _answers: dict[tuple[str | None, str | None], tuple[Observation, ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the identities and the audit found; worked out when first asked for."""
        return self._solved[1]

    @cached_property
    def until(self) -> int:
        """The last month that an actual figure of the tables speaks of; 0 where there is none."""
        named = ("indicator", "period", "status", "source")
        told = {cells for table in self.tables.values() for cells in table.cells(*named)}
        ends = [0]
        for indicator, period, status, source in told:
            if period and status == "actual":
                end = periods.parse(period, self.catalogue.indicators[indicator].timing).end
                ends.append(min(end, self.catalogue.sources[source].month or end))
        return max(ends)

    @property
    def frame(self) -> pd.DataFrame:
        """The published rows with the columns ``region``, ``id``, ``line`` and those of ``fields.COLUMNS``;
        numbers are float64 (``value``, ``value_to``) or Int64 (``paragraph``, ``occurrence``), all else text. A change to it
        stays with the caller."""
        return self._frame.copy(deep=False)

    def rows(
        self, indicator: str | None = None, region: str | None = None, derived: bool = False
    ) -> tuple[Observation, ...]:
        """The published rows of an indicator, of a region, of both, or all, in the files' order;
        with ``derived`` the derived ones after them."""
        asked = indicator, region
        if asked not in self._answers:
            if region is not None:
                found = tuple(row for row in self.rows(indicator) if row.region.id == region)
            else:
                ids = self._places if indicator is None else self._ids.get(indicator, ())
                found = tuple(map(self._published, ids))
            self._answers.setdefault(asked, found)
        return self._answers[asked] + (self.derived(indicator, region) if derived else ())

    def derived(self, indicator: str | None = None, region: str | None = None) -> tuple[Observation, ...]:
        """The derived rows of an indicator, of a region, of both, or all."""
        found = self._solved[0] if indicator is None else self._by_indicator.get(indicator, ())
        return found if region is None else tuple(row for row in found if row.region.id == region)

    @cached_property
    def by_hand(self) -> tuple[str, ...]:
        """The ids of the published rows that a curator vouches for, since their print can't be read."""
        return tuple(
            id
            for id, (region, place, _) in self._places.items()
            if self.tables[region].columns["by_hand"][place]
        )

    def row(self, id: str) -> Observation:
        """The published or derived row of an id; KeyError where there is none."""
        return self._by_id.get(id) or self._published(id)

    def ids(self, region: str) -> tuple[str, ...]:
        """The ids of a region's published rows, in their table's order."""
        return self._of_region.get(region, ())

    def line(self, id: str) -> int:
        """The line of its table on which a published row stands; KeyError where there is none."""
        region, place, _ = self._places[id]
        return self.tables[region].lines[place]

    def file(self, id: str) -> str:
        """The table in which a published row stands; KeyError where there is none."""
        return self.tables[self._places[id][0]].file

    def cells(self, id: str) -> dict[str, str]:
        """The cells of a published row by their columns; KeyError where there is none."""
        region, place, _ = self._places[id]
        return self.tables[region].row(place)

    @cached_property
    def _solved(self) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
        derived, findings = self.solve(self)
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

    @cached_property
    def _frame(self) -> pd.DataFrame:
        places = self._places.values()  # in the order of the tables and their rows
        tables = self.tables.values()
        frame = pd.DataFrame(
            {
                "region": [region for region, _, _ in places],
                "id": list(self._places),
                "line": [line for table in tables for line in table.lines],
            }
            | {name: [cell for table in tables for cell in table.columns[name]] for name in fields.COLUMN}
        )
        frame["period"] = [
            self._period(*pair) for pair in zip(frame["indicator"], frame["period"], strict=True)
        ]
        for name in ("value", "value_to", *_WHOLE):
            numbers = pd.to_numeric(frame[name].where(frame[name] != ""))
            frame[name] = numbers.astype("Int64" if name in _WHOLE else "float64")
        return frame

    @cached_property
    def _places(self) -> dict[str, tuple[str, int, str]]:
        """Region, place and indicator of every row by its id, ``region:indicator:period:source:paragraph``, with
        a number where that comes again."""
        found: dict[str, tuple[str, int, str]] = {}
        times: Counter[str] = Counter()
        for region, table in self.tables.items():
            cells = table.cells("indicator", "period", "source", "paragraph")
            for place, (name, period, source, paragraph) in enumerate(cells):
                id = f"{region}:{name}:{self._period(name, period)}:{source}:{paragraph}"
                times[id] += 1
                found[id if times[id] == 1 else f"{id}:{times[id]}"] = (region, place, name)
        return found

    @cached_property
    def _of_region(self) -> dict[str, tuple[str, ...]]:
        """Ids by region."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, (region, _, _) in self._places.items():
            found[region].append(id)
        return {region: tuple(ids) for region, ids in found.items()}

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """Ids by indicator."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, (_, _, indicator) in self._places.items():
            found[indicator].append(id)
        return dict(found)

    def _period(self, indicator: str, period: str) -> str:
        return periods.shortest(period, self.catalogue.indicators[indicator].timing)

    def _published(self, id: str) -> Observation:
        return self._made.get(id) or self._made.setdefault(id, self._make(id, *self._places[id][:2]))

    def _make(self, id: str, region: str, place: int) -> Observation:
        cell = self.tables[region].row(place)
        indicator = self.catalogue.indicators[cell["indicator"]]
        said = printed.read(cell["as_printed"], indicator.unit, indicator.measure)
        said = said or printed.by_hand(cell["value"])
        return Observation(
            id=id,
            region=self.catalogue.regions[region],
            indicator=indicator,
            period=periods.parse(cell["period"], indicator.timing) if cell["period"] else None,
            value=Decimal(cell["value"]),
            value_to=Decimal(cell["value_to"]) if cell["value_to"] else None,
            qualifier=cell["qualifier"],
            status=cell["status"],
            edition=cell["edition"],
            inferred=frozenset(cell["inferred"].split()),
            source=self.catalogue.sources[cell["source"]],
            paragraph=int(cell["paragraph"]) if cell["paragraph"] else None,
            occurrence=int(cell["occurrence"]) if cell["occurrence"] else None,
            as_printed=cell["as_printed"],
            note_zh=cell["note_zh"],
            note_en=cell["note_en"],
            step=said.step,
            scale=said.scale,
        )
