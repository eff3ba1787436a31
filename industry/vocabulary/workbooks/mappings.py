"""Strict records of what curators have answered about the workbooks that they bring in: which indicator a header means, which unit a column
has. Kept as data, so that the next month's workbook isn't asked about again. How a question is found again belongs in ``importing``."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from industry.vocabulary import fields
from industry.vocabulary.strict_record import IndicatorId, Names, Record, RegionId, refusal

About = Literal["column", "row", "figure", "table"]
Asked = Literal["indicator", "region", "edition", "unit", "months", "year", "status", "sign", "words"]
ASKED: tuple[Asked, ...] = (
    "indicator",
    "region",
    "edition",
    "unit",
    "months",
    "year",
    "status",
    "sign",
    "words",
)


class Answer(Record):
    """An answer about a column, a row, both together or a table, known by what is ``said`` there without year and month. Exactly one of the
    keys of ``ASKED``, or ``left_out`` with one of their names: the figures that hang on it are left out."""

    ASKED: ClassVar[tuple[str, ...]] = ASKED
    about: About
    said: str = ""
    indicator: IndicatorId | None = None
    region: RegionId | None = None
    edition: Annotated[str, Names("edition", besides=("none",))] | None = None
    unit: Annotated[str, Field(min_length=1)] | None = None
    months: Literal["cumulated", "alone", "end"] | None = None
    year: Literal["source"] | None = None
    status: fields.Status | None = None
    sign: Literal["falls", "grows"] | None = None
    words: Literal["yes"] | None = None
    left_out: Asked | None = None

    @property
    def asked(self) -> str:
        return self.left_out or next(one for one in self.ASKED if getattr(self, one) is not None)

    @model_validator(mode="after")
    def _one(self) -> Answer:
        told = [one for one in (*self.ASKED, "left_out") if getattr(self, one) is not None]
        if len(told) != 1:
            raise refusal("one_answer", (), ", ".join(told), (*self.ASKED, "left_out"))
        return self


class Mapping(Record):
    """The answers about tables over which ``table`` is said, without year and month; its headers where nothing is."""

    table: str
    answers: Annotated[tuple[Answer, ...], Field(strict=False)]

    @model_validator(mode="after")
    def _once(self) -> Mapping:
        told: set[tuple[str, str, str]] = set()
        for place, one in enumerate(self.answers):
            key = (one.about, one.said, one.asked)
            if key in told:
                raise refusal("repeated_entry", ("answers", place), " ".join(filter(None, key)))
            told.add(key)
        return self
