"""The record of data/rules.yaml: what changes with the years, and this project's own thresholds.

How they are applied belongs in ``rules`` and in ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from industry.vocabulary.fields import Measure
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import Id, PeriodText, Record, Text, refusal


class Level(Record):
    """A level of regions, and what one region of it, or several, is called."""

    id: Id
    one: Text
    several: Text


class OutOfLine(Record):
    """How far cumulated growth may lie beyond both neighbouring periods: in points, and as a share of the
    nearer one."""

    points: float = Field(ge=0)
    ratio: float = Field(ge=0)


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
    ``years`` of which there may be figures;
    ``joint_months`` the first and the last month that are published as one period; the years of
    ``two_year_averages``; ``low_bases`` the months in which growth ended that started from a low base."""

    levels: tuple[Level, ...] = Field(strict=False)
    joint_months: Annotated[tuple[int, int], BeforeValidator(_months)] = Field(strict=False)
    years: PeriodText
    two_year_averages: tuple[PeriodText, ...] = Field(strict=False)
    low_bases: tuple[PeriodText, ...] = Field(strict=False)
    out_of_line: OutOfLine
    plausible: Plausible

    def averaged(self, period: Period) -> bool:
        """Whether growth over ``period`` is set beside its average over two years."""
        return _ends_in(period, self.two_year_averages)

    def low_base(self, period: Period) -> bool:
        """Whether growth over ``period`` started from a low base, whoever's growth it is."""
        return _ends_in(period, self.low_bases)


def _ends_in(period: Period, spans: Iterable[str]) -> bool:
    held = (parse(one, "flow") for one in spans)
    return any(one.start <= period.end <= one.end for one in held)
