"""Strict records of what the tables are made of: regions, indicators, sources, priorities; and all of them by their
ids. Unknown keys are refused.

Reading files and telling faults belongs in ``tables``; nothing here opens a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from industry.vocabulary import fields
from industry.vocabulary.changing_rules import Level, Rules
from industry.vocabulary.configuration import Config, FigureSpec
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import (
    Colour,
    ConceptId,
    Id,
    IndicatorId,
    IndustryId,
    LevelId,
    Names,
    PeriodText,
    ProducerId,
    Record,
    RegionId,
    SourceId,
    Text,
    ThemeId,
    named,
    refusal,
)
from industry.vocabulary.workbooks.mappings import Mapping as Answered


class Region(Record):
    """``places``: how many regions right below it are ranked among one another."""

    id: Id
    name: Text
    level: LevelId
    parent: RegionId | None = None
    code: str = Field(pattern=r"^[0-9]{6}$")
    colour: Colour
    places: int | None = Field(default=None, ge=2)


class Source(Record):
    """A publication. ``via`` is the reprint it was seen in, ``via_note`` where curators saw it, which only the
    figure's card says; what is ``internal`` is marked on every export that holds a figure of it. ``document``
    names the file of one whose every figure is entered. ``producer``: whose statistic its figures are, where no
    indicator says otherwise."""

    id: Id
    title: Text
    publisher: Text
    producer: ProducerId | None = None
    via: Text | None = None
    via_note: Text | None = None
    access: fields.Access = "public"
    date: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")] | None = None
    date_note: Text | None = None
    kind: fields.SourceKind
    region: RegionId
    document: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    confidence: fields.Confidence

    @property
    def published(self) -> tuple[int, ...]:
        """Year, month and day of its date, as far as they are known."""
        return _parts(self.date) if self.date else ()

    @property
    def month(self) -> int:
        """The month in which it was published, or the last of its year; 0 where neither is known."""
        known = self.published
        return 12 * known[0] + (known[1] - 1 if len(known) > 1 else 11) if known else 0

    def publishers(self, language: str) -> tuple[str, ...]:
        """Who published it together: ``publisher`` lists them as a sentence does."""
        return tuple(self.publisher(language).split("、" if language == "zh" else ", "))


@lru_cache(maxsize=4096)
def _parts(date: str) -> tuple[int, ...]:
    return tuple(map(int, date.split("-")))


def newest_first(some: Iterable[Source]) -> tuple[Source, ...]:
    """By their dates, those without one last."""
    return tuple(sorted(some, key=lambda one: one.date or "", reverse=True))


class PartOf(Record):
    """Ids of the indicators of a part and of the whole that it is a share of."""

    part: IndicatorId
    whole: IndicatorId


class Closing(Record):
    """Ids of the stock a year before and of what was added."""

    opening: IndicatorId
    added: IndicatorId


class Break(Record):
    """From when on an indicator counts otherwise, with the reason, as a clause."""

    since: PeriodText
    reason: Text

    def between(self, one: int, other: int) -> bool:
        """Whether figures that end in these months (counted as in ``periods``) are counted differently."""
        start = parse(self.since, "flow").start
        return min(one, other) < start <= max(one, other)


class Indicator(Record):
    """``producer``: whose statistic it is, whoever prints it. ``breaks``: nothing is joined, averaged or worked
    out across one."""

    id: Id
    topic: str
    name: Text
    short: Text | None = None
    unit: str = Field(min_length=1)
    unit_en: str | None = None
    aliases: tuple[str, ...] = Field(default=(), strict=False)
    """Other names by which Chinese texts call it: they say the same."""
    cues: tuple[str, ...] = Field(default=(), strict=False)
    """Words by which a Chinese text may mean it, though they say less: they point to it, and approve nothing."""
    of: Text | None = None
    definition: Text | None = None
    concept: ConceptId | None = None
    tier: fields.Tier
    measure: fields.Measure
    timing: fields.Timing
    scope: Id | None = None
    prices: fields.Prices | None = None
    better: fields.Better = "neither"
    negative: Text | None = None
    """What a value below zero is called: 净亏损, a net loss."""
    producer: ProducerId | None = None
    industry: IndustryId | None = None
    joint_january_february: bool = False
    addition: fields.Addition | None = None
    gap_of: IndicatorId | None = None
    gap_to: Annotated[Id, Names("indicator", besides=("china", "parent"))] | None = None
    change_of: IndicatorId | None = None
    rank_of: IndicatorId | None = None
    rank_among: Literal["china", "parent"] | None = None
    share_of: PartOf | None = None
    contribution_of: PartOf | None = None
    sum_of: tuple[IndicatorId, ...] | None = Field(default=None, strict=False)
    closing_of: Closing | None = None
    two_year_average_of: IndicatorId | None = None
    part_of: IndicatorId | None = None
    breaks: tuple[Break, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _pairs(self) -> Indicator:
        for one, other in (("gap_of", "gap_to"), ("gap_to", "gap_of"), ("rank_of", "rank_among")):
            if getattr(self, one) is not None and getattr(self, other) is None:
                raise refusal("incomplete_pair", (one,), one, (other,))
        return self

    def broken(self, one: Period | None, other: Period | None) -> Break | None:
        """The first break between the ends of two periods, if any."""
        if not self.breaks or one is None or other is None:
            return None
        return next((each for each in self.breaks if each.between(one.end, other.end)), None)

    def counted_since(self, when: Period | None) -> str:
        """The last break until the end of a period, as it is written; empty where there is none."""
        if when is None:
            return ""
        starts = {parse(each.since, "flow").start: each.since for each in self.breaks}
        return starts[max(before)] if (before := [one for one in starts if one <= when.end]) else ""

    def relations(self) -> Iterator[str]:
        """Ids of the indicators that its relations name."""
        return (id for _, id in named(self, Indicator, "indicator"))


class Priority(Record):
    """What a document sets out to do, how it judges the situation, or what it says was done, in our own words; a
    set phrase by its name alone, in quotation marks."""

    source: SourceId
    paragraph: int = Field(ge=1)
    kind: fields.PriorityKind
    theme: ThemeId
    text: Text


@dataclass(frozen=True)
class Catalogue:
    """Every record by its id, in the files' order."""

    config: Config
    rules: Rules
    regions: Mapping[str, Region]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    priorities: tuple[Priority, ...]
    mappings: tuple[Answered, ...] = ()

    @cached_property
    def benchmark(self) -> Region:
        """The country that gaps and shares are measured against."""
        return self.regions[self.config.benchmark]

    @cached_property
    def figures(self) -> Mapping[str, FigureSpec]:
        return {figure.id: figure for figure in self.config.figures}

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """The sources that are documents, of which every figure is entered."""
        return tuple(one for one in self.sources.values() if one.document)

    @cached_property
    def averages(self) -> Mapping[str, Indicator]:
        """By the id of a growth the first indicator that is its average over two years."""
        found: dict[str, Indicator] = {}
        for one in self.indicators.values():
            if one.two_year_average_of:
                found.setdefault(one.two_year_average_of, one)
        return found

    @cached_property
    def related(self) -> Mapping[str, frozenset[str]]:
        """By the id of an indicator those of all that relations name beside it, whichever of two names the other."""
        found: dict[str, set[str]] = {id: set() for id in self.indicators}
        for one in self.indicators.values():
            for other in one.relations():
                found[one.id].add(other)
                found[other].add(one.id)
        return {id: frozenset(beside) for id, beside in found.items()}

    def of_concept(self, concept: str | None) -> tuple[Indicator, ...]:
        """The indicators that people would lay side by side, headline before core before detail."""
        order = {"headline": 0, "core": 1, "detail": 2}
        members = [one for one in self.indicators.values() if one.concept == concept]
        return tuple(sorted(members, key=lambda one: order[one.tier]))

    def level_of(self, region: Region) -> Level:
        """The level that a region is of."""
        return next(one for one in self.rules.levels if one.id == region.level)

    def shown(self, level: str | None = None) -> tuple[str, ...]:
        """Ids of the regions that config.yaml shows, in its order, or of those of a level."""
        return tuple(one for one in self.config.regions if level in (None, self.regions[one].level))

    def within(self, region: Region) -> Region | None:
        """The region below the country in which another lies: a city's province, None for a province."""
        parent = self.parent_of(region)
        return None if parent == self.benchmark else parent

    def parent_of(self, region: Region) -> Region | None:
        return self.regions.get(region.parent) if region.parent else None

    def population(self, indicator: Indicator, region: Region) -> Region:
        """The region among whose parts a rank of ``region`` is counted."""
        parent = self.parent_of(region)
        return parent if indicator.rank_among == "parent" and parent else self.benchmark
