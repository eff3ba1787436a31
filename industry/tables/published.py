"""The published observations of faultless tables: kept as columns, made into records when asked for.

An index by indicator finds the rows, so that a question costs what it asks for and not what the
tables hold. Derived rows are no part of a book; they are added in ``tables``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from industry.tables.columns import Column, Places, joined
from industry.tables.csv_cells import Table
from industry.tables.rows import shortest
from industry.vocabulary import fields, periods, printed
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.observation import Observation

_PARTS = ("region", "indicator", "period", "source", "paragraph")


class Book:
    """Observations in the files' order. Never changes; records are made once and shared."""

    def __init__(self, catalogue: Catalogue, tables: Mapping[str, Table]) -> None:
        """``tables`` by the id of their region, all without faults."""
        self.catalogue = catalogue
        self._tables = tables
        self._made: dict[int, Observation] = {}
        self._answers: dict[tuple[str | None, str | None], tuple[Observation, ...]] = {}

    def __len__(self) -> int:
        return sum(len(table.lines) for table in self._tables.values())

    def rows(self, indicator: str | None = None, region: str | None = None) -> tuple[Observation, ...]:
        """The published rows of an indicator, of a region, of both, or all."""
        asked = indicator, region
        if asked not in self._answers:
            if region is not None:
                wanted = self.rows(indicator)
                self._answers[asked] = tuple(row for row in wanted if row.region.id == region)
            elif indicator is not None:
                self._answers[asked] = self._rows(self._places.get(indicator, np.empty(0, np.intp)))
            else:
                self._answers[asked] = self._rows(np.arange(len(self)))
        return self._answers[asked]

    def row(self, id: str) -> Observation:
        """The row of an id; KeyError where there is none."""
        return self._rows(np.array([self._by_id[id]]))[0]

    def line(self, id: str) -> int:
        """The line of its table on which a row stands; KeyError where there is none."""
        return int(self._lines[self._by_id[id]])

    @cached_property
    def frame(self) -> pd.DataFrame:
        """All rows with the columns ``region``, ``id``, ``line`` and those of ``fields.COLUMNS``; numbers
        are float64 (``value``, ``value_to``) or Int64 (``paragraph``), all else text."""
        arrays = {"region": self._columns["region"].array, "id": self._ids.array, "line": self._lines}
        for name in fields.COLUMN:
            arrays[name] = self._columns[name].array
        frame: pd.DataFrame = pa.table(arrays).to_pandas()
        for name in ("value", "value_to", "paragraph"):
            numbers = pd.to_numeric(frame[name].where(frame[name] != ""))
            frame[name] = numbers.astype("Int64" if name == "paragraph" else "float64")
        return frame

    @cached_property
    def _columns(self) -> dict[str, Column]:
        """All tables in one, one after the other; periods in their shortest form."""
        tables = self._tables.values()
        regions = np.repeat(np.arange(len(tables)), [len(table.lines) for table in tables])
        columns = {"region": Column(pa.array(list(self._tables), pa.string()).take(pa.array(regions)))}
        for name in fields.COLUMN:
            columns[name] = Column(pa.concat_arrays([table.columns[name].array for table in tables]))
        indicators = self.catalogue.indicators
        columns["period"] = shortest(
            columns["period"], columns["indicator"], lambda name: indicators[name].timing
        )
        return columns

    @cached_property
    def _lines(self) -> Places:
        return np.concatenate([table.lines for table in self._tables.values()])

    @cached_property
    def _places(self) -> dict[str, Places]:
        column = self._columns["indicator"]
        order = np.argsort(column.codes, kind="stable")
        ends = np.cumsum(np.bincount(column.codes, minlength=len(column.distinct)))[:-1]
        return dict(zip(column.distinct, np.split(order, ends), strict=True)) if len(self) else {}

    @cached_property
    def _ids(self) -> Column:
        """``region:indicator:period:source:paragraph``, with a number where that comes again."""
        plain = joined((self._columns[name] for name in _PARTS), ":")
        if len(plain.distinct) == len(plain):
            return plain
        ids: list[str] = plain.array.to_pylist()
        times: dict[str, int] = defaultdict(int)
        for place, id in enumerate(ids):
            times[id] += 1
            if times[id] > 1:
                ids[place] = f"{id}:{times[id]}"
        return Column(ids)

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self._ids.array.to_pylist())}

    def _rows(self, places: Places) -> tuple[Observation, ...]:
        missing = np.array([place for place in places if place not in self._made], np.intp)
        if len(missing):
            names = ("id", *self._columns)
            cells = [(self._ids if name == "id" else self._columns[name]).take(missing) for name in names]
            for place, texts in zip(missing, zip(*cells, strict=True), strict=True):
                self._made.setdefault(int(place), self._make(dict(zip(names, texts, strict=True))))
        return tuple(self._made[int(place)] for place in places)

    def _make(self, cell: Mapping[str, str]) -> Observation:
        indicator = self.catalogue.indicators[cell["indicator"]]
        step, scale = _digits(cell["as_printed"], cell["value"], indicator)
        return Observation(
            id=cell["id"],
            region=self.catalogue.regions[cell["region"]],
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
