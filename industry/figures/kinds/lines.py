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

from industry import wording
from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure, LinesPanel, Series
from industry.figures.rows.lookup import families, indicator_of, known
from industry.figures.rows.trends import Line, Rule, Trend, averages, columns, left_out, trend
from industry.rules.base_effects import BaseEffect
from industry.vocabulary import fields
from industry.vocabulary.fields import UNITS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.vocabulary.strict_record import EditionId, IndicatorIds, PeriodText, refusal
from industry.wording.said import Said, rows_of


class Options(SubjectSpec):
    """Over ``periods``, else ``by`` months, quarters or years, in the last ``years`` up to the one to look at; of
    one ``edition``, else of the one held most. ``as_share``: not levels but their shares of the country's. Several ``indicators`` have a panel each."""

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
    found = [
        trend(context, indicator, asked.periods, asked.edition, asked.as_share, asked.by, asked.years)
        for indicator in context.indicators(asked.indicators) or [indicator_of(context)]
    ]
    drawn = [one for one in found if one.rows]
    effects = [bases.effects(context, one.rows) for one in drawn]
    beside = [
        both for one, of in zip(drawn, effects, strict=True) if (both := averages(context, one, of)).rows
    ]
    shown = [row for one in (*drawn, *beside) for row in one.rows]
    published = [row for one in found for row in one.published]
    apart = [one for each in found for one in left_out(context, each)]
    panels = [panel(context, one, heading(context, one, len(found) > 1)) for one in drawn]
    panels += [panel(context, one, bases.heading(context, one.rows)) for one in beside]
    caveats = [said for of in effects for said in caveat(context, of)]
    years_apart = any(one.gaps and not of.yearly for one, of in zip(panels, [*drawn, *beside], strict=True))
    open_ = any(None in line.values for one in panels for line in one.series)
    return figure(
        context,
        panels,
        subtitle(context, drawn) if drawn else "",
        notices=[*context.strip(apart, (), len(found) > 1), lacking(context, found)],
        notes=[
            *caveats,
            *breaks(context, drawn),
            context.say("years_apart") if years_apart else NOTHING,
            context.say("left_open") if open_ else NOTHING,
            *(
                bases.derived_note(context, row, dated=len(one.columns) > 1)
                for one in beside
                for row in one.rows
            ),
            *(context.note_of(row) for one in drawn for row in one.published),
        ],
        lists=(
            *shown,
            *published,
            *(term for row in shown for term in row.terms),
            *rows_of(caveats),
            *(one.row for one in apart),
        ),
        remarks=context.reasons(apart),
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


def panel(context: Context[Options], one: Trend, head: str) -> LinesPanel:
    """The lines as series. Where periods run since January a year's last column ends the line, and so does a
    break."""
    pairs = enumerate(pairwise(one.columns))
    anew = [
        index
        for index, (first, then) in pairs
        if (not one.yearly and first.year != then.year) or one.indicator.broken(first, then)
    ]
    derived = all(row.derived for row in one.rows)
    return LinesPanel(
        heading=head + (wording.derived_mark(one.rows[0], context.language) if derived else ""),
        unit=wording.unit_line(one.rows[0].indicator, context.language),
        columns=columns(context, one.columns),
        series=tuple(series(context, line, not derived) for line in one.lines),
        gaps=tuple(anew),
    )


def breaks(context: Context[Options], drawn: Sequence[Trend]) -> list[Said]:
    """Where indicators began to be counted otherwise between what is drawn, and why."""
    return [
        context.say(
            "named", context.name(one.indicator), wording.broken(each.since, each.reason, context.language)
        )
        for one in drawn
        for each in one.indicator.breaks
        if each.between(one.columns[0].end, one.columns[-1].end)
    ]


def series(context: Context[Options], line: Line, marked: bool) -> Series:
    """A region's line; ``marked``: derived figures say so, unless the heading says it of all."""
    return Series(
        name=context.name(line.region),
        colour=line.region.colour,
        dashed=line.region == context.catalogue.benchmark,
        values=tuple(reading(context, row) if row else None for row in line.rows),
        texts=tuple(context.number(row, True, marked) if row else NOTHING for row in line.rows),
        rows=line.rows,
        hovers=tuple(context.hover(row) if row else NOTHING for row in line.rows),
    )


def reading(context: Context[Options], row: Observation) -> float:
    """The value in the unit that the axis names: in English 亿元 is read as billion yuan."""
    indicator = row.indicator
    named = context.zh or indicator.unit_en is not None
    return float(row.value if named else row.value * UNITS[indicator.unit][1])


def heading(context: Context[Options], one: Trend, many: bool) -> str:
    if many or context.spec.as_share:
        return context.name(one.rows[0].indicator)
    return context.say("year_on_year") if one.indicator.measure == "growth_yoy" else ""


def caveat(context: Context[Options], found: Sequence[BaseEffect]) -> list[Said]:
    """What the bases were; averages over two years have a panel."""
    shown = [one.row for one in found if one.years == 2]
    return bases.notes(context, found, lambda row: context.name(row.region), shown)


def subtitle(context: Context[Options], drawn: Sequence[Trend]) -> Said:
    """Regions, whether periods run since January, and the edition."""
    names = context.listed(context.name(line.region) for one in drawn for line in one.lines)
    since = "" if all(one.yearly for one in drawn) else context.say("cumulated")
    return context.clauses(names, since, *dict.fromkeys(context.edition(one.edition) for one in drawn))


KIND = Kind(Options, lines)
