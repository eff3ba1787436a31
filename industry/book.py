"""The published observations of faultless tables: kept as columns, made into records when asked for.

An index by indicator finds the rows, so that a question costs what it asks for and not what the
tables hold. Derived rows are no part of a book; they are added in ``tables``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import pandas as pd

from industry import fields, periods, printed
from industry.catalogue import Catalogue, Indicator
from industry.observation import Observation
from industry.reading import Table
from industry.rows import canonical

_NUMBERS = ("value", "value_to")


class Book:
    """Observations in the files' order. Never changes; records are made once and shared."""

    def __init__(self, catalogue: Catalogue, tables: Mapping[str, Table]) -> None:
        """``tables`` by the id of their region, all without faults."""
        self.catalogue = catalogue
        self._columns: dict[str, list[str]] = {column.name: [] for column in fields.COLUMNS}
        self._regions: list[str] = []
        self._lines: list[int] = []
        for region, table in tables.items():
            self._regions += [region] * len(table.lines)
            self._lines += table.lines
            for name, cells in self._columns.items():
                cells += table.columns[name]
        self._columns["period"] = self._periods()
        self._ids = self._identities()
        self._made: list[Observation | None] = [None] * len(self._ids)
        self._answers: dict[tuple[str | None, str | None], tuple[Observation, ...]] = {}
        places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._columns["indicator"]):
            places[name].append(place)
        self._places = dict(places)

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self, indicator: str | None = None, region: str | None = None) -> tuple[Observation, ...]:
        """The published rows of an indicator, of a region, of both, or all."""
        asked = indicator, region
        if asked not in self._answers:
            places: Sequence[int] = range(len(self)) if indicator is None else self._places.get(indicator, ())
            if region is not None:
                places = [place for place in places if self._regions[place] == region]
            self._answers[asked] = tuple(self._row(place) for place in places)
        return self._answers[asked]

    def row(self, id: str) -> Observation:
        """The row of an id; KeyError where there is none."""
        return self._row(self._by_id[id])

    @cached_property
    def frame(self) -> pd.DataFrame:
        """All rows with the columns ``region``, ``id``, ``line`` and those of ``fields.COLUMNS``; numbers
        are float64 (``value``, ``value_to``) or Int64 (``paragraph``), all else text."""
        columns: dict[str, object] = {"region": self._regions, "id": self._ids, "line": self._lines}
        for name, cells in self._columns.items():
            columns[name] = [float(cell or "nan") for cell in cells] if name in _NUMBERS else cells
        columns["paragraph"] = pd.array(
            [int(cell) if cell else pd.NA for cell in self._columns["paragraph"]], dtype="Int64"
        )
        return pd.DataFrame(columns)

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self._ids)}

    def _periods(self) -> list[str]:
        indicators = self.catalogue.indicators
        pairs = list(zip(self._columns["period"], self._columns["indicator"], strict=True))
        short = {pair: canonical(pair[0], indicators[pair[1]].timing) for pair in set(pairs)}
        return [short[pair] for pair in pairs]

    def _identities(self) -> list[str]:
        names = ("indicator", "period", "source", "paragraph")
        parts = zip(self._regions, *(self._columns[name] for name in names), strict=True)
        ids = list(map(":".join, parts))
        if len(set(ids)) < len(ids):
            times: dict[str, int] = defaultdict(int)
            for place, id in enumerate(ids):
                times[id] += 1
                if times[id] > 1:
                    ids[place] = f"{id}:{times[id]}"
        return ids

    def _row(self, place: int) -> Observation:
        made = self._made[place]
        if made is None:
            made = self._made[place] = self._make(place)
        return made

    def _make(self, place: int) -> Observation:
        cell = {name: cells[place] for name, cells in self._columns.items()}
        indicator = self.catalogue.indicators[cell["indicator"]]
        step, scale = _digits(cell["as_printed"], cell["value"], indicator)
        return Observation(
            id=self._ids[place],
            region=self.catalogue.regions[self._regions[place]],
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
            as_printed=cell["as_printed"],
            note_zh=cell["note_zh"],
            note_en=cell["note_en"],
            step=step,
            scale=scale,
        )


def _digits(text: str, value: str, indicator: Indicator) -> tuple[Decimal, int]:
    """The weight of the last printed digit, and the 万 or 亿 printed with the number."""
    if text == f"{value}{indicator.unit}":
        return Decimal(1).scaleb(-len(value.partition(".")[2])), 1
    said = printed.read(text, indicator.unit)
    if said is None:
        raise ValueError(f"no number in {text}")
    return said.step, said.scale
