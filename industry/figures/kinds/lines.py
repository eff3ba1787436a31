"""Trends: one indicator of the chosen regions and the country over ordered periods, as published.

A column in which a region has no figure stays open, and growth cumulated since January never runs on
from one year into the next. With the spec's ``as_share`` levels are drawn as shares of the country's.
Which rows make a line is decided in ``trends``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from industry.figures import bases, over_time
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure
from industry.figures.rows.lookup import families, indicator_of, known
from industry.figures.rows.trend_columns import Rule
from industry.figures.rows.trends import Trend, averages, left_out, stand_ins, trend
from industry.rules.comparison import Apart
from industry.vocabulary import fields
from industry.vocabulary.periods import parse
from industry.vocabulary.strict_record import EditionId, IndicatorIds, PeriodText, refusal
from industry.wording.said import Said, rows_of


class Options(SubjectSpec):
    """Over ``periods``, else ``by`` months, quarters or years, in the last ``years`` up to the one to look at; of
    one ``edition``, else of the last one of which enough is held. ``as_share``: not levels but their shares of the country's. Several ``indicators`` have a panel each."""

    one_of: ClassVar[tuple[str, ...]] = ("indicator", "concept", "indicators")

    chart: Literal["lines"]
    indicators: IndicatorIds = ()
    periods: tuple[PeriodText, ...] = Field(default=(), strict=False)
    by: Rule | None = None
    years: int | None = Field(default=None, ge=1, le=30)
    edition: EditionId | None = None
    as_share: bool = False

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.AMOUNTS if self.as_share else fields.TRENDS, "timing": ("flow", "stock")}

    @field_validator("periods")
    @classmethod
    def _ascend(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        for place, (one, then) in enumerate(pairwise(given), start=1):
            if parse(then, "flow").end <= parse(one, "flow").end:
                raise refusal("not_ascending", (place,), then, (one,))
        return given


def lines(context: Context[Options]) -> Figure:
    """A panel for each indicator; where bases were out of the ordinary the two-year averages in one of their own."""
    asked = context.spec
    indicators = context.indicators(asked.indicators) or [indicator_of(context)]
    for one in indicators:
        if (one.measure not in fields.AMOUNTS) if asked.as_share else (one.measure in fields.ORDINALS):
            why = "no_share_of" if asked.as_share else "no_line_of"
            country = context.name(context.catalogue.benchmark)
            return figure(context, (), empty=context.say(why, context.name(one), country))
    found = [
        trend(context, indicator, asked.periods, asked.edition, asked.as_share, asked.by, asked.years)
        for indicator in indicators
    ]
    drawn = [one for one in found if one.rows]
    effects = [bases.effects(context, one.rows) for one in drawn]
    beside = [
        both for one, each in zip(drawn, effects, strict=True) if (both := averages(context, one, each)).rows
    ]
    shown = [row for one in (*drawn, *beside) for row in one.rows]
    published = [row for one in found for row in one.published]
    apart: list[Apart] = []
    for of in found:
        told = left_out(of, *(both for both in beside if both.indicator == of.indicator))
        apart += [*told, *stand_ins(context, of, told, asked.as_share)]
    several = len({*(one.indicator for one in found), *(one.row.indicator for one in apart)}) > 1
    panels = [over_time.panel(context, one, heading(context, one, len(found) > 1)) for one in drawn]
    panels += [over_time.panel(context, one, bases.heading(context, one.rows)) for one in beside]
    averaged = [row for one in beside for row in one.rows]
    left = [one.row for one in apart]
    caveats = [said for each in effects for said in over_time.caveat(context, each, averaged, left)]
    years_apart = any(one.turns for one in (*drawn, *beside))
    open_ = any(None in line.values for one in panels for line in one.series)
    return figure(
        context,
        panels,
        over_time.subtitle(context, drawn) if drawn else "",
        notices=[*context.strip(apart, (), several), lacking(context, found)],
        notes=[
            *caveats,
            *over_time.breaks(context, drawn),
            over_time.crowded_note(context, drawn),
            context.say("years_apart") if years_apart else NOTHING,
            over_time.uneven(context, drawn),
            context.say("left_open") if open_ else NOTHING,
            *bases.derived_notes(context, averaged),
            *context.notes_of(row for one in drawn for row in one.published),
        ],
        lists=(
            *shown,
            *published,
            *(term for row in shown for term in row.terms),
            *rows_of(caveats),
            *left,
        ),
        remarks=context.reasons(apart) | bases.worked(context, (*shown, *rows_of(caveats))),
        empty=context.say("lines_none"),
    )


def lacking(context: Context[Options], found: Sequence[Trend]) -> Said:
    """Chosen regions without any figure; with the indicator's name where several are shown."""
    names = [
        context.say("whose", context.name(region), context.name(one.indicator))
        if len(found) > 1
        else context.name(region)
        for one in found
        for region in families(context)
        if not known(context, one.indicator.id, region)
    ]
    return context.lacking(context.joined(names) if len(found) > 1 else context.listed(names))


def heading(context: Context[Options], one: Trend, many: bool) -> str:
    if many or context.spec.as_share:
        return context.name(one.rows[0].indicator)
    return context.say("year_on_year") if one.indicator.measure == "growth_yoy" else ""


KIND = Kind(Options, lines)
