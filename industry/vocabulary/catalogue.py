"""Strict records of what the tables and figures are made of: regions, indicators, sources,
priorities and the configuration. Unknown keys are refused.

Reading files and telling faults belongs in ``tables``; nothing here opens a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from industry.vocabulary import fields

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
PeriodText = Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?(/\d{4}(-\d{2})?)?$")]


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Record(BaseModel):
    """A record that refuses unknown keys and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Record):
    """The same words in both languages. Called with a language it gives them, in English with straight
    quotation marks: a Chinese face sets curly ones a whole character wide."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __call__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en.translate(STRAIGHT)


class Region(Record):
    id: Id
    name: Text
    level: fields.Level
    parent: Id | None = None
    code: str = Field(pattern=r"^\d{6}$")
    colour: Colour


class Source(Record):
    """A publication. ``via`` is the reprint it was seen in; ``document`` names the file of one whose every figure is entered."""

    id: Id
    title: Text
    publisher: Text
    via: Text | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    date_note: Text | None = None
    kind: fields.SourceKind
    region: Id
    document: str | None = None
    url: str | None = None
    confidence: fields.Confidence


class PartOf(Record):
    """Ids of the indicators of a part and of the whole that it is a share of."""

    part: Id
    whole: Id


class Closing(Record):
    """Ids of the stock a year before and of what was added."""

    opening: Id
    added: Id


class Indicator(Record):
    id: Id
    topic: str
    name: Text
    short: Text | None = None
    unit: str = Field(min_length=1)
    unit_en: str | None = None
    of: Text | None = None
    definition: Text | None = None
    concept: Id | None = None
    tier: fields.Tier
    measure: fields.Measure
    timing: fields.Timing
    scope: Id | None = None
    prices: fields.Prices | None = None
    better: fields.Better = "neither"
    industry: Text | Id | None = None
    joint_january_february: bool = False
    addition: fields.Addition | None = None
    gap_of: Id | None = None
    gap_to: Id | None = None
    change_of: Id | None = None
    rank_of: Id | None = None
    rank_among: Literal["china", "parent"] | None = None
    share_of: PartOf | None = None
    contribution_of: PartOf | None = None
    sum_of: tuple[Id, ...] | None = Field(default=None, strict=False)
    closing_of: Closing | None = None
    two_year_average_of: Id | None = None

    @model_validator(mode="after")
    def _pairs(self) -> Indicator:
        if (self.gap_of is None) != (self.gap_to is None):
            raise ValueError("gap_of and gap_to go together")
        if self.rank_of is not None and self.rank_among is None:
            raise ValueError("rank_of needs rank_among")
        return self

    def relations(self) -> Iterable[str]:
        """Ids of the indicators that its relations name."""
        named = (self.gap_of, self.change_of, self.rank_of, self.two_year_average_of)
        yield from (one for one in named if one)
        if self.gap_to and self.gap_to not in ("china", "parent"):
            yield self.gap_to
        for pair in (self.share_of, self.contribution_of):
            if pair:
                yield from (pair.part, pair.whole)
        if self.closing_of:
            yield from (self.closing_of.opening, self.closing_of.added)
        yield from self.sum_of or ()


class Priority(Record):
    """What a document sets out to do, in our own words."""

    source: Id
    paragraph: int = Field(ge=1)
    theme: Id
    text: Text


class Page(Record):
    id: Id
    script: str
    title: Text
    icon: str


class Size(Record):
    """An export size, in CSS pixels; ``height`` absent: as high as the rows need."""

    id: Id
    name: Text
    width: int
    height: int | None = None
    type: float
    scale: float


class FigureSpec(Record):
    """A figure that config.yaml lists: its kind, its subject (never a finding) and what it shows."""

    id: Id
    chart: fields.Chart
    title: Text
    page: Id
    concept: Id | None = None
    indicator: Id | None = None
    indicators: tuple[Id, ...] = Field(default=(), strict=False)
    regions: tuple[Id, ...] = Field(default=(), strict=False)
    period: PeriodText | None = None
    periods: tuple[PeriodText, ...] = Field(default=(), strict=False)
    edition: str | None = None
    own_periods: Mapping[Id, PeriodText] = Field(default_factory=dict)
    as_share: bool = False
    figures: tuple[Id, ...] = Field(default=(), strict=False)
    note: Text | None = None

    def __hash__(self) -> int:
        return hash((self.id, self.chart, self.indicator, self.period))


class Deck(Record):
    id: Id
    title: Text
    figures: tuple[Id, ...] = Field(strict=False)


class Config(Record):
    title: Text
    as_of: PeriodText
    window: PeriodText
    benchmark: Id
    regions: tuple[Id, ...] = Field(strict=False)
    pages: tuple[Page, ...] = Field(strict=False)
    sizes: tuple[Size, ...] = Field(strict=False)
    concepts: Mapping[Id, Text]
    topics: Mapping[Id, Text]
    themes: Mapping[Id, Text]
    editions: Mapping[Id, Text]
    figures: tuple[FigureSpec, ...] = Field(strict=False)
    decks: tuple[Deck, ...] = Field(default=(), strict=False)


@dataclass(frozen=True)
class Catalogue:
    """Every record by its id, in the files' order."""

    config: Config
    regions: Mapping[str, Region]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    priorities: tuple[Priority, ...]

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

    def of_concept(self, concept: str) -> tuple[Indicator, ...]:
        """The indicators that people would lay side by side, headline before core before detail."""
        order = {"headline": 0, "core": 1, "detail": 2}
        members = [one for one in self.indicators.values() if one.concept == concept]
        return tuple(sorted(members, key=lambda one: order[one.tier]))

    def parent_of(self, region: Region) -> Region | None:
        return self.regions.get(region.parent) if region.parent else None
