"""The record of data/rules.yaml: what changes with the years, and this project's own thresholds.

How they are applied belongs in ``rules`` and in ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import Id, PeriodText, Record, Text, refusal


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


def _months(value: object) -> object:
    pair = isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)
    if pair and 1 <= value[0] < value[1] <= 12:  # type: ignore[index]
        return value
    raise refusal("month_pair", found=str(value))


class Rules(Record):
    """What changes with the years, and our own thresholds. ``levels`` from the highest down;
    ``joint_months`` the first and the last month that are published as one period; the years of
    ``two_year_averages``; ``low_bases`` the months in which growth ended that started from a low base."""

    levels: tuple[Level, ...] = Field(strict=False)
    joint_months: Annotated[tuple[int, int], BeforeValidator(_months)] = Field(strict=False)
    two_year_averages: tuple[PeriodText, ...] = Field(strict=False)
    low_bases: tuple[PeriodText, ...] = Field(strict=False)
    out_of_line: OutOfLine
    on_schedule_within: float = Field(ge=0)

    @property
    def on_schedule(self) -> Decimal:
        """Percentage points within which what is done of a target is level with the months gone by."""
        return Decimal(str(self.on_schedule_within))

    def averaged(self, period: Period) -> bool:
        """Whether growth over ``period`` is set beside its average over two years."""
        return _ends_in(period, self.two_year_averages)

    def low_base(self, period: Period) -> bool:
        """Whether growth over ``period`` started from a low base, whoever's growth it is."""
        return _ends_in(period, self.low_bases)


def _ends_in(period: Period, spans: Iterable[str]) -> bool:
    held = (parse(one, "flow") for one in spans)
    return any(one.start <= period.end <= one.end for one in held)
