"""The gap to the country over time: how far each region's rate is above or below the country's over the same
months, a line for each region; where bases were out of the ordinary, beside it the gap of the averages over two years.

A column in which either has no figure stays open; nothing is joined across years of cumulated growth or a break. The gap
over each region's own period, as rows, belongs in ``gap``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from industry.figures import bases, over_time
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfRates, SubjectSpec
from industry.figures.record import Figure
from industry.figures.rows.lookup import (
    difference,
    indicator_of,
    minus,
    row_over,
    without,
)
from industry.figures.rows.trend_columns import Rule
from industry.figures.rows.trends import (
    NO_COLUMN,
    Trend,
    averages,
    gaps,
    left_out,
    lineless,
    nearest_to,
    trend,
)
from industry.rules.verdicts import ALONE
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import EditionId
from industry.vocabulary.subject import misfit
from industry.wording.said import Said, rows_of

FEW = 8
"""Gaps that can each stand at their points: lines around zero cross one another."""


class Options(SubjectSpec, OfRates):
    """``by`` months, quarters or years, in the last ``years`` up to the one to look at; of one ``edition``, else of
    the last one of which enough is held."""

    chart: Literal["gap_trend"]
    by: Rule | None = None
    years: int | None = Field(default=None, ge=1, le=30)
    edition: EditionId | None = None


def gap_trend(context: Context[Options]) -> Figure:
    """A panel of the gaps, where bases were out of the ordinary a second one of the gaps of averages."""
    spec, indicator = context.spec, indicator_of(context)
    if misfit(spec, indicator):
        country = context.name(context.catalogue.benchmark)
        return figure(context, (), empty=context.say("no_gap_of", context.name(indicator), country))
    whole = trend(context, indicator, edition=spec.edition, rule=spec.by, years=spec.years, paired=True)
    drawn = gaps(context, whole)
    growth = drawn.published
    effects = bases.effects(context, growth)
    beside = gaps(context, averages(context, whole, bases.effects(context, whole.rows)))
    both = [one for one in (drawn, beside) if one.rows]
    panels = [
        over_time.panel(context, one, head, FEW)
        for one, head in zip(both, heads(context, both), strict=False)
    ]
    worked = beside.published
    notices = not_drawn(context, whole, drawn, beside)
    caveats = over_time.caveat(context, effects, worked, rows_of(notices))
    country = context.name(context.catalogue.benchmark)
    return figure(
        context,
        panels,
        over_time.subtitle(context, [drawn]) if drawn.rows else "",
        notices=notices,
        notes=[
            context.say("gap_each", country) if drawn.rows else NOTHING,
            *caveats,
            *over_time.breaks(context, [drawn] if drawn.rows else []),
            context.say("gap_years_apart") if any(one.turns for one in both) else NOTHING,
            over_time.uneven(context, both),
            context.say("left_open")
            if any(None in line.rows for one in both for line in one.lines)
            else NOTHING,
            over_time.crowded_note(context, both, FEW),
            *bases.derived_notes(context, worked),
        ],
        lists=(*(row for one in both for row in one.rows), *growth, *worked, *rows_of(caveats)),
        remarks={row.id: minus(context, row) for one in both for row in one.rows}
        | bases.worked(context, (*worked, *rows_of(caveats))),
        empty=context.say("gap_none", country),
    )


def heads(context: Context[Options], both: Sequence[Trend]) -> list[str]:
    """The headings of both panels; of gaps that have no averages beside them what they are gaps of."""
    first = both[0].indicator if both else None
    if first is None:
        return []
    yearly = first.measure == "growth_yoy"
    named = context.name(difference(context, first, context.catalogue.benchmark))
    head = context.say("gap_year_on_year") if yearly else named
    averaged = [row for one in both[1:] for row in one.published]
    return [head, *([bases.heading(context, averaged, "average_gap_panel")] if averaged else [])]


def not_drawn(context: Context[Options], whole: Trend, drawn: Trend, beside: Trend) -> list[Said]:
    """What isn't drawn of what is held, once; of every other chosen region without a line its figure, and why it has no gap."""
    apart = left_out(drawn, beside)
    country = context.catalogue.benchmark
    held: list[Observation] = []
    missing: list[str] = []
    for region in lineless(context, drawn, apart):
        one = nearest_to(context, whole, region)
        if one is None:
            missing.append(context.name(region))
        elif one.verdict != ALONE:
            apart.append(one)
        elif one.row.period in whole.columns or not row_over(
            context, one.row.indicator.id, country.id, one.row.period
        ):
            held.append(one.row)
        else:
            apart.append(replace(one, verdict=NO_COLUMN))
    told = without(context, held, country)
    apart = [one for one in apart if one.row not in rows_of(told)]
    several = any(one.row.indicator != whole.indicator for one in apart)
    return [context.joined(told), *context.strip(apart, missing, several)]


KIND = Kind(Options, gap_trend, comparing=True)
