"""The options that several kinds of chart share, each with its own meaning wherever it is used.

What a kind needs besides stands in its own file; what every figure has, in ``catalogue``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import Field, model_validator

from industry.vocabulary import fields
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.strict_record import (
    ConceptId,
    IndicatorId,
    LevelId,
    PeriodText,
    RegionId,
    RegionIds,
    refusal,
)


class RegionsSpec(FigureSpec):
    """A figure of regions: one alone is its subject, whatever the reader chooses; several, all of config.yaml's that
    are of a ``level``, or simply all, are what is shown until the reader chooses others."""

    regions: RegionIds = ()
    level: LevelId | None = None

    @model_validator(mode="after")
    def _regions_or_level(self) -> Self:
        if self.regions and self.level:
            raise refusal("two_subjects", ("level",), "level", ("regions",))
        return self


class OneRegionSpec(RegionsSpec):
    """A figure of a single region: the one named, else the first that the reader chooses."""

    regions: RegionIds = Field(default=(), max_length=1)


class SubjectSpec(RegionsSpec):
    """A figure of one indicator: the one named, or of a concept the foremost that can be compared."""

    one_of: ClassVar[tuple[str, ...]] = ("indicator", "concept")

    indicator: IndicatorId | None = None
    concept: ConceptId | None = None


class OfAmounts(FigureSpec):
    """A figure of levels and counts."""

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.AMOUNTS}


class OfRates(FigureSpec):
    """A figure of growth rates and other percentages."""

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.RATES}


class PeriodsSpec(RegionsSpec):
    """A figure that shows each region over a period of its own, the others over ``period``; where none is
    asked for the kind says which is taken."""

    period: PeriodText | None = None
    own_periods: Mapping[RegionId, PeriodText] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _own_periods_of_its_regions(self) -> Self:
        for id in self.own_periods if self.regions else ():
            if id not in self.regions:
                raise refusal("not_allowed", ("own_periods", id), id, self.regions)
        return self
