"""Strict records of what is shown, as config.yaml lists it: pages, sizes, figures, decks. Unknown keys are refused.

What the tables are made of belongs in ``catalogue``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from industry.vocabulary.focus import FORM
from industry.vocabulary.slide import Slide
from industry.vocabulary.strict_record import (
    Id,
    PageId,
    Record,
    RegionId,
    RegionIds,
    Text,
    ThemeId,
    other_than,
    refusal,
)

DOCUMENTS = "documents"
"""The folder of the office's own texts, where config.yaml names no other."""


ADDRESSES = frozenset(
    {
        "curate",
        "deck",
        "draft",
        "picture",
        "present",
        "refresh",
        "search",
        "template",
        "auth",
        "oauth2callback",
    }
)
"""Where the server gives something else than a page: ours, and those at which Streamlit lets viewers log in."""
THUMBNAIL = "thumbnail"
"""The size of pictures in lists of slides, in which nothing is taken away."""
CUSTOM = "custom"
"""The id of a deck that is listed nowhere: its slides are told with it."""
_LONGEST, _MOST = 16_000, 89_000_000
"""Pixels of a side, and of a whole picture, that a browser draws and programs for pictures open."""
LEAST = {"width": 24, "height": 28}
"""Sizes of type that a title takes, and below it the sentence that nothing else has room."""


class Page(Record):
    """``script`` is one of the program's own."""

    id: Annotated[Id, other_than(ADDRESSES)]
    script: str
    title: Text


class Size(Record):
    """An export size, in CSS pixels; ``height`` absent: as high as the rows need."""

    id: Annotated[Id, other_than({THUMBNAIL})]
    name: Text
    width: int = Field(ge=100, le=10000)
    height: int | None = Field(default=None, ge=100, le=10000)
    type: float = Field(ge=4, le=400)
    scale: float = Field(ge=0.5, le=20)

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        for key, most in LEAST.items():
            side = getattr(self, key)
            if side is not None and side < most * self.type:
                raise refusal("small_for_type", (key,), f"{side}", (f"{most * self.type:g}",))
        sides = {"width": self.width * self.scale, "height": (self.height or 0) * self.scale}
        for key, pixels in sides.items():
            if pixels > _LONGEST:
                raise refusal("too_many_pixels", (key,), f"{pixels:,.0f}", (f"{_LONGEST:,}",))
        if (pixels := sides["width"] * sides["height"]) > _MOST:
            raise refusal("too_many_pixels", ("scale",), f"{pixels:,.0f}", (f"{_MOST:,}",))
        return self


class FigureSpec(Record):
    """What every figure that config.yaml lists has: its kind of chart and its subject (never a finding).
    What a kind shows besides is declared in its own file. Two are equal, and hash alike, only if all they
    say is the same."""

    one_of: ClassVar[tuple[str, ...]] = ()
    """Keys of which a figure has exactly one: what it is about."""
    alike: ClassVar[tuple[str, ...]] = ()
    """Keys of indicators in which all must be like the first that it names."""

    status: ClassVar[str] = "actual"
    """The status of the figures that it draws over a period."""
    by_year: ClassVar[bool] = False
    """Whether a period stands for its whole year."""

    id: Id
    chart: str
    title: Text
    page: PageId
    note: Text | None = None

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        """Which indicators it can draw: for keys of theirs the values that will do."""
        return {}

    @property
    def over_a_period(self) -> bool:
        """Whether it is drawn over a period that can be chosen."""
        return "period" in type(self).model_fields

    @property
    def of_regions(self) -> bool:
        """Whether the reader can choose regions for it."""
        return "regions" in type(self).model_fields

    @property
    def of_a_span(self) -> bool:
        """Whether the reader can choose the years of its trend."""
        return "years" in type(self).model_fields

    @model_validator(mode="after")
    def _one_subject(self) -> Self:
        given = [key for key in self.one_of if getattr(self, key)]
        if self.one_of and not given:
            raise refusal("no_subject", expected=self.one_of)
        if len(given) > 1:
            raise refusal("two_subjects", (given[1],), given[1], (given[0],))
        return self

    def __hash__(self) -> int:
        held = (frozenset(one.items()) if isinstance(one, Mapping) else one for _, one in self)
        return hash((type(self), *held))


class Deck(Record):
    id: Annotated[Id, other_than({CUSTOM})]
    title: Text
    figures: tuple[str, ...] = Field(strict=False)
    """Slides, as they are written."""

    @property
    def slides(self) -> tuple[Slide, ...]:
        return tuple(map(Slide.parse, self.figures))


def _as_text(given: object) -> object:
    """A year as YAML reads it, without quotation marks."""
    return str(given) if type(given) is int else given


class Config(Record):
    """``focus``: the year that is looked at until the reader chooses another, or ``latest``. The ``benchmark`` stands beside
    all ``regions`` and is none of them. ``editions`` stand in
    the order of their release, ``industries`` in that of a region's profile. ``documents``: the folder of the office's own texts, from the folder of
    config.yaml. ``synonyms``: other words by which a
    search finds a theme, and the topic of the same id."""

    title: Text
    focus: Annotated[str, BeforeValidator(_as_text), Field(pattern=FORM)]
    benchmark: RegionId
    regions: RegionIds
    pages: tuple[Page, ...] = Field(strict=False)
    sizes: tuple[Size, ...] = Field(strict=False)
    concepts: Mapping[Id, Text]
    topics: Mapping[Id, Text]
    themes: Mapping[Id, Text]
    documents: Annotated[str, Field(min_length=1)] = DOCUMENTS
    synonyms: Mapping[ThemeId, Text] = {}
    editions: Mapping[Id, Text]
    edition_words: Mapping[Id, Annotated[tuple[str, ...], Field(strict=False)]] = {}
    """By which words a Chinese text names an edition."""
    producers: Mapping[Id, Text] = {}
    industries: Mapping[Id, Text] = {}
    figures: tuple[FigureSpec, ...] = Field(strict=False)
    decks: tuple[Deck, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _benchmark_beside(self) -> Self:
        if self.benchmark in self.regions:
            at = self.regions.index(self.benchmark)
            raise refusal("repeated_entry", ("regions", at), self.benchmark)
        return self

    def released(self, edition: str) -> int:
        """Where an edition stands in the order of release: the one without a name before all that are named here; one
        that isn't (a derived row's) before that."""
        known = ("", *self.editions)
        return known.index(edition) if edition in known else -1

    def called(self, id: str) -> tuple[Text, ...]:
        """Other words for the theme, or the topic, of this id, if it has any."""
        return (self.synonyms[id],) if id in self.synonyms else ()
