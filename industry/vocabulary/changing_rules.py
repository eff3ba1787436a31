"""The record of data/rules.yaml: what changes with the years, and this project's own thresholds.

How they are applied belongs in ``rules`` and in ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from industry.vocabulary.fields import Measure
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import (
    ConceptId,
    Id,
    IndicatorIds,
    PeriodText,
    Record,
    RegionIds,
    SourceId,
    Text,
    refusal,
)


class KindOfRegion(Record):
    """Regions of a level that are called otherwise: those whose codes (GB/T 2260) begin with one of
    ``codes``, what several of them are called by themselves, and what ``among`` others."""

    codes: tuple[str, ...] = Field(strict=False, min_length=1)
    several: Text
    among: Text


class Level(Record):
    """A level of regions, and what one region of it, or several, is called."""

    id: Id
    one: Text
    several: Text
    kinds: tuple[KindOfRegion, ...] = Field(default=(), strict=False)

    def called(self, codes: Iterable[str], language: str) -> str:
        """What regions with these codes are called together: 省, 省区, 省区市."""
        each = [next((one for one in self.kinds if code.startswith(one.codes)), None) for code in codes]
        kinds = [one for one in self.kinds if one in each]
        if len(kinds) == 1 and None not in each:
            return kinds[0].several(language)
        own = [self.several(language)] if None in each or not kinds else []
        named = [*own, *(one.among(language) for one in kinds)]
        if language == "zh":
            return "".join(named)
        return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


class OutOfLine(Record):
    """How far cumulated growth may lie beyond both neighbouring periods: in points, and as a share of the
    nearer one."""

    points: float = Field(ge=0)
    ratio: float = Field(ge=0)


class Threshold(Record):
    """How many percentage points growth lies from its average over the years to be told to start from a low
    or a high base: growth of these ``indicators``, and of these ``concepts`` where the indicator itself
    stands nowhere."""

    points: float = Field(ge=0.1)
    concepts: tuple[ConceptId, ...] = Field(default=(), strict=False)
    indicators: IndicatorIds = ()


class Shock(Record):
    """Months whose growth was out of the ordinary for a ``reason`` (a noun, to stand in a sentence), in these
    ``regions``, or in all where none are named; ``source`` prints the fall or the jump."""

    months: PeriodText
    regions: RegionIds = ()
    kind: Literal["epidemic", "disaster", "policy", "other"]
    reason: Text
    source: SourceId

    def touches(self, region: str, period: Period) -> bool:
        """Whether any month of ``period`` lies in it, in this region."""
        when = parse(self.months, "flow")
        return (not self.regions or region in self.regions) and (
            period.start <= when.end and when.start <= period.end
        )


class BaseEffects(Record):
    """By which thresholds, and without which shocks, a base is judged; growth that no threshold is about
    is not judged."""

    thresholds: tuple[Threshold, ...] = Field(strict=False)
    shocks: tuple[Shock, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _one_threshold_each(self) -> Self:
        for key in ("concepts", "indicators"):
            seen: set[str] = set()
            for place, one in enumerate(self.thresholds):
                for at, name in enumerate(getattr(one, key)):
                    if name in seen:
                        raise refusal("repeated_entry", ("thresholds", place, key, at), name)
                    seen.add(name)
        return self

    def threshold(self, indicator: str, concept: str | None) -> Decimal | None:
        """The threshold of an indicator, its own before that of its concept, in percentage points."""
        own = next((one for one in self.thresholds if indicator in one.indicators), None)
        found = own or next((one for one in self.thresholds if concept in one.concepts), None)
        return Decimal(str(found.points)) if found else None

    def shock(self, region: str, period: Period) -> Shock | None:
        """The first shock that ``period`` has months of, in this region."""
        return next((one for one in self.shocks if one.touches(region, period)), None)


class Range(Record):
    """What a number usually is, both ends included."""

    least: float
    most: float

    def holds(self, number: Decimal) -> bool:
        return Decimal(str(self.least)) <= number <= Decimal(str(self.most))


class Plausible(Record):
    """Beyond what a figure is suspicious: ``ranges`` by measure, in its unit; ``times`` as much as the same months
    of the years beside; ``index``: a growth of volumes that looks like an index; ``digits`` of a number that two
    periods can't share by chance; the months by which a period may be older than its source (``months_old``),
    and a target's, or a stock's that ends no quarter (``months_late``); and by which one figure may lie from all others
    of a source without a date (``months_apart``)."""

    ranges: Mapping[Measure, Range]
    times: float = Field(gt=1)
    index: Range
    digits: int = Field(ge=1)
    months_old: int = Field(ge=0)
    months_late: int = Field(ge=0)
    months_apart: int = Field(ge=0)


def _months(value: object) -> object:
    pair = isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)
    if pair and 1 <= value[0] < value[1] <= 12:  # type: ignore[index]
        return value
    raise refusal("month_pair", found=str(value))


class Rules(Record):
    """What changes with the years, and our own thresholds. ``levels`` from the highest down;
    ``years`` of which there may be figures; ``joint_months`` the first and the last month that are published
    as one period."""

    levels: tuple[Level, ...] = Field(strict=False)
    joint_months: Annotated[tuple[int, int], BeforeValidator(_months)] = Field(strict=False)
    years: PeriodText
    base_effects: BaseEffects
    out_of_line: OutOfLine
    plausible: Plausible
    on_schedule_within: float = Field(ge=0)

    @property
    def on_schedule(self) -> Decimal:
        """Percentage points within which what is done of a target is level with the months gone by."""
        return Decimal(str(self.on_schedule_within))
