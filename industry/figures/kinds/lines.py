"""Trends: one indicator of the chosen regions and the country over ordered periods, as published.

A column in which a region has no figure stays open, and growth cumulated since January never runs on
from one year into the next. With the spec's ``as_share`` levels are drawn as shares of the country's.
Which rows make a line is decided in ``trend_rows``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure, LinesPanel, Series
from industry.figures.row_lookup import derived_note, families, indicator_of, strip, told
from industry.figures.trend_rows import Line, Trend, actual, averages, left_out, trend
from industry.rules import base_effects
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import UNITS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.vocabulary.strict_record import EditionId, IndicatorIds, PeriodText, refusal


class Options(SubjectSpec):
    """Over ``periods``, else over all inside the window; of one ``edition``, else of the one held most.
    ``as_share``: not levels but their shares of the country's. Several ``indicators`` have a panel each."""

    one_of: ClassVar[tuple[str, ...]] = ("indicator", "concept", "indicators")

    chart: Literal["lines"]
    indicators: IndicatorIds = ()
    periods: tuple[PeriodText, ...] = Field(default=(), strict=False)
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
    """A panel for each indicator; for growth of 2021 its two-year averages in one of their own."""
    asked = context.spec
    found = [
        trend(context, indicator, asked.periods, asked.edition, asked.as_share)
        for indicator in indicators(context)
    ]
    drawn = [one for one in found if one.rows]
    beside = [both for one in drawn if (both := averages(context, one)).rows]
    shown = [row for one in (*drawn, *beside) for row in one.rows]
    apart = [one for each in found for one in left_out(context, each)]
    rows = [*shown, *(row for one in found for row in one.published)]
    rows += [term for row in shown for term in row.terms]
    rows = list(dict.fromkeys([*rows, *(one.row for one in apart)]))
    table = context.table(context.with_disputed(rows), {one.row.id: told(context, one) for one in apart})
    notices = [
        *(strip(context, apart) if len(found) > 1 else context.strip(apart, ())),
        *lacking(context, found),
    ]
    if not drawn:
        frame = context.frame(rows, "", notices=notices)
        return context.figure((), frame, rows, table, context.say("lines_none"))
    panels = [panel(context, one, heading(context, one, len(found) > 1)) for one in drawn]
    panels += [panel(context, one, context.say("two_year")) for one in beside]
    notes = [caveat(context, one, beside) for one in drawn]
    if any(one.gaps for one in panels):
        notes.append(context.say("years_apart"))
    if any(None in line.values for one in panels for line in one.series):
        notes.append(context.say("left_open"))
    notes += [derived_note(context, row) for one in beside for row in one.rows if row.derived]
    notes += [context.note_of(row) for one in drawn for row in one.published]
    frame = context.frame(rows, subtitle(context, drawn), notices=notices, notes=notes)
    return context.figure(panels, frame, rows, table, drawn=shown)


def indicators(context: Context[Options]) -> list[Indicator]:
    """Those named, else the one, else of its concept the first that compares."""
    if context.spec.indicators:
        return [context.catalogue.indicators[id] for id in context.spec.indicators]
    return [indicator_of(context)]


def lacking(context: Context[Options], found: Sequence[Trend]) -> list[str]:
    """Chosen regions without any figure; with the indicator's name where several are shown."""
    names = []
    for one in found:
        for region in families(context):
            if not actual(context, one.indicator, region):
                name = context.name(region)
                names.append(
                    context.say("whose", name, context.name(one.indicator)) if len(found) > 1 else name
                )
    return (
        [context.say("missing", context.say("joined" if len(found) > 1 else "listed").join(names))]
        if names
        else []
    )


def panel(context: Context[Options], one: Trend, head: str) -> LinesPanel:
    """The lines as series; where periods run since January a year's last column ends the line."""
    pairs = enumerate(zip(one.columns, one.columns[1:], strict=False))
    gaps = [index for index, (first, then) in pairs if not one.yearly and first.year != then.year]
    derived = all(row.derived for row in one.rows)
    return LinesPanel(
        heading=head + (wording.derived_mark(one.rows[0], context.language) if derived else ""),
        unit=wording.unit_line(one.rows[0].indicator, context.language),
        columns=tuple(context.period(when) for when in one.columns),
        series=tuple(series(context, line, not derived) for line in one.lines),
        gaps=tuple(gaps),
    )


def series(context: Context[Options], line: Line, marked: bool) -> Series:
    """A region's line; ``marked``: derived figures say so, unless the heading says it of all."""

    def text(row: Observation) -> str:
        return context.number(row, bare=True) + (
            wording.derived_mark(row, context.language) if marked else ""
        )

    return Series(
        name=context.name(line.region),
        colour=line.region.colour,
        dashed=line.region == context.catalogue.benchmark,
        values=tuple(reading(context, row) if row else None for row in line.rows),
        texts=tuple(text(row) if row else "" for row in line.rows),
        rows=tuple(row.id if row else "" for row in line.rows),
        hovers=tuple(context.hover(row) if row else "" for row in line.rows),
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


def caveat(context: Context[Options], one: Trend, beside: Sequence[Trend]) -> str:
    """Over which columns growth starts from a low base; the averages have a panel or can't be had."""
    held = {row.period for row in one.rows if base_effects.is_low_base(context.tables, row)}
    low = [index for index, when in enumerate(one.columns) if when in held]
    names = [context.period(one.columns[index]) for index in low]
    if not names:
        return ""
    if len(low) > 2 and low[-1] - low[0] == len(low) - 1:
        names = [context.say("from_to", names[0], names[-1])]
    averaged = any(other.indicator == one.indicator for other in beside)
    return context.say("low_base_note" if averaged else "low_base_none", context.listed(names))


def subtitle(context: Context[Options], drawn: Sequence[Trend]) -> str:
    """Regions, whether periods run since January, and the edition."""
    parts = [context.listed(dict.fromkeys(context.name(line.region) for one in drawn for line in one.lines))]
    if not all(one.yearly for one in drawn):
        parts.append(context.say("cumulated"))
    editions = dict.fromkeys(one.edition for one in drawn if one.edition)
    parts += [wording.edition(one, context.catalogue.config, context.language) for one in editions]
    return ("，" if context.zh else ", ").join(parts)


KIND = Kind(Options, lines)
