"""Small tables made by hand, for tests of the rules: a catalogue, and rows as sources print them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from industry.rules import identities
from industry.vocabulary import periods, printed
from industry.vocabulary.catalogue import Catalogue, Indicator, Region, Source
from industry.vocabulary.configuration import Config
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import Text
from tests.conftest import world


def text(words: str) -> Text:
    return Text(zh=words, en=words)


def region(id: str, level: Any, parent: str | None = None) -> Region:
    return Region(id=id, name=text(id), level=level, parent=parent, code="100000", colour="#000000")


REGIONS = {
    one.id: one
    for one in (
        region("china", "country"),
        region("jiangxi", "province", "china"),
        region("hebei", "province", "china"),
        region("shaanxi", "province", "china"),
        region("jian", "city", "jiangxi"),
    )
}


def indicator(
    id: str, measure: Any = "level", unit: str = "%", timing: Any = "flow", **more: Any
) -> Indicator:
    return Indicator(
        id=id, topic="growth", name=text(id), unit=unit, tier="detail", measure=measure, timing=timing, **more
    )


def source(id: str, kind: Any = "statistics", publisher: str | None = None, confidence: Any = "A") -> Source:
    """A source of its own publisher unless one is named."""
    return Source(
        id=id,
        title=text(id),
        publisher=text(publisher or id),
        kind=kind,
        region="china",
        confidence=confidence,
    )


class Handmade:
    """Rows of a catalogue; a source is made when a row first names it."""

    def __init__(self, *indicators: Indicator) -> None:
        config = Config.model_construct(benchmark="china", focus="2021", editions={})
        named = {one.id: one for one in indicators}
        self.catalogue = Catalogue(config, world().catalogue.rules, REGIONS, named, {}, ())
        self.all: list[Observation] = []

    def add(self, region: str, indicator: str, period: str, figure: str, **more: Any) -> Observation:
        """A row as the tables would read it from ``figure`` as printed."""
        record = self.catalogue.indicators[indicator]
        read = printed.read(figure, record.unit, record.measure)
        assert read is not None
        by = more.get("source", f"{region}_bureau")
        by = by if isinstance(by, Source) else source(by)
        row = Observation(
            id=f"{region}:{indicator}:{period}:{by.id}:{len(self.all)}",
            region=REGIONS[region],
            indicator=record,
            period=periods.parse(period, record.timing) if period else None,
            value=read.value,
            value_to=read.value_to,
            qualifier=more.get("qualifier", ""),
            status=more.get("status", "actual"),
            edition=more.get("edition", ""),
            inferred=frozenset(more.get("inferred", "").split()),
            source=by,
            paragraph=None,
            as_printed=figure,
            note_zh="",
            note_en="",
            step=read.step,
            scale=read.scale,
        )
        self.all.append(row)
        return row

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return [row for row in self.all if row.indicator.id == indicator and region in (None, row.region.id)]

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        """What follows from the rows: of the identities only, as for a figure."""
        found, _ = identities.solve(self)
        return [row for row in found if row.indicator.id == indicator and region in (None, row.region.id)]


def decimals(*numbers: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(number) for number in numbers)


class Worked:
    """Rows under a catalogue, with what follows from them."""

    version = ""

    def __init__(self, catalogue: Catalogue, rows: Sequence[Observation]) -> None:
        self.catalogue, self.all = catalogue, rows

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return tuple(r for r in self.all if r.indicator.id == indicator and region in (None, r.region.id))

    @cached_property
    def _solved(self) -> tuple[tuple[Observation, ...], tuple[identities.Finding, ...]]:
        return identities.solve(self)

    @property
    def findings(self) -> Sequence[identities.Finding]:
        return self._solved[1]

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        rows = self._solved[0]
        return tuple(r for r in rows if r.indicator.id == indicator and region in (None, r.region.id))
