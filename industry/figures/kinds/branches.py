"""Branches around the whole: growth of an industry's branches beside the region's overall growth,
where both are printed for the same months.

Branches are different indicators, so none is told to be the first; the longest bar stands on top, around the dashed
line of their own region's total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfRates, PeriodsSpec
from industry.figures.record import Figure, RowsPanel
from industry.figures.rows.lookup import (
    actual,
    asked_of,
    ended,
    families,
    row_over,
    rows_asked,
    stand_in,
    unshown,
)
from industry.figures.side_by_side import bar, reference, rows_panel
from industry.rules.comparison import Apart, kept_apart
from industry.rules.pairs import MEASURED_ALIKE
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import ConceptId, IndicatorId, IndicatorIds, refusal
from industry.vocabulary.subject import misfit
from industry.wording.said import Said, rows_of


class Options(PeriodsSpec, OfRates):
    """Around the total ``indicator`` stand its branches: those named, or those of the concept."""

    one_of: ClassVar[tuple[str, ...]] = ("concept", "indicators")
    alike: ClassVar[tuple[str, ...]] = MEASURED_ALIKE

    chart: Literal["branches"]
    indicator: IndicatorId
    concept: ConceptId | None = None
    indicators: IndicatorIds = ()

    @model_validator(mode="after")
    def _total_is_no_branch(self) -> Self:
        if self.indicator in self.indicators:
            at = self.indicators.index(self.indicator)
            raise refusal("repeated_entry", ("indicators", at), self.indicator)
        return self


@dataclass(frozen=True)
class Around:
    """A region's branches around its total over one period."""

    total: Observation
    branches: tuple[Observation, ...]

    @property
    def rows(self) -> tuple[Observation, ...]:
        return self.total, *self.branches


def branches(context: Context[Options]) -> Figure:
    """A panel for each region whose branches are published over the months of its total."""
    total, wanted = total_and_branches(context)
    regions = families(context)
    found = [one for region in regions if (one := around(context, total, wanted, region))]
    # figures that stand apart, since the source leaves out what would place them
    held = (row for region in regions for one in wanted for row in actual(context, one, region))
    unstated = [row for row in held if row.inferred]
    aside = [Apart(row, verdict(row, row)) for row in unstated]
    drawn = {one.total.region for one in found}
    lacking: list[str] = []
    apart = list(aside)
    for one in found:
        apart += doubtful(context, total, wanted, one.total.region, one)
    for region in (one for one in regions if one not in drawn):
        over = asked_of(context, total, region)
        if doubts := doubtful(context, total, wanted, region):
            apart += doubts
            continue
        told = None if rows_asked(context, total, region) else stand_in(context, [total], region, over)
        if told:
            apart.append(told)
        else:
            lacking.append(context.name(region))
    marked = [row for one in found for row in one.rows]
    apart = unshown(apart, marked)
    notes = [caveat(context, one) for one in found]
    return figure(
        context,
        [panel(context, one) for one in found],
        subtitle(context, found) if found else context.name(total),
        notices=[
            *context.strip(apart, with_indicators=True),
            context.say("no_branches", context.listed(lacking)) if lacking else NOTHING,
        ],
        notes=[
            context.say("overlap") if any(len(one.branches) > 1 for one in found) else NOTHING,
            *notes,
            *context.notes_of(marked),
        ],
        lists=(*marked, *(one.row for one in apart), *rows_of(notes)),
        remarks=context.reasons(apart),
        empty=context.say("branches_none"),
        about=regions_of(context, found) if found else None,
    )


def total_and_branches(context: Context[Options]) -> tuple[Indicator, list[Indicator]]:
    """The total and its branches that are measured as it is, in the catalogue's order."""
    known = context.catalogue.indicators
    total = known[context.spec.indicator]
    named = context.spec.indicators or [
        one.id for one in context.catalogue.of_concept(context.spec.concept or "")
    ]

    def fit(one: Indicator) -> bool:
        return one != total and not misfit(context.spec, one, total)

    return total, [one for id, one in known.items() if id in named and fit(one)]


def around(
    context: Context[Options], total: Indicator, wanted: Sequence[Indicator], region: Region
) -> Around | None:
    """The branches of a region over the period asked for; else over the one of the year to look at with most
    branches, of equals the latest; of several editions the one released last."""
    released = context.catalogue.config.released
    found: list[Around] = []
    for period, edition in dict.fromkeys(
        (when, row.edition) for when, row in rows_asked(context, total, region)
    ):
        of_total = row_over(context, total.id, region.id, period, edition)
        if of_total is None:
            continue
        inside = [row_over(context, one.id, region.id, period, edition) for one in wanted]
        if around_it := tuple(row for row in inside if row and verdict(row, of_total).kind == "branch"):
            found.append(Around(of_total, tuple(sorted(around_it, key=lambda row: -row.value))))

    def key(one: Around) -> tuple[object, ...]:
        months = one.total.period and one.total.period.months
        return len(one.branches), ended(one.total), months, released(one.total.edition)

    return max(found, key=key, default=None)


def doubtful(
    context: Context[Options],
    total: Indicator,
    wanted: Sequence[Indicator],
    region: Region,
    one: Around | None = None,
) -> list[Apart]:
    """What keeps branches from standing around their total over the period asked for, else over that drawn, if one is, and
    later ones up to the year looked at."""
    asked, first = asked_of(context, total, region), ended(one.total) if one else 0
    held = actual(context, total, region)
    totals = [row for row in held if asked.fits(row)] if asked else context.focus.of_year(held)
    totals = [row for row in totals if ended(row) > first] + ([one.total] if one else [])
    found = (kept_apart(totals, actual(context, each, region)) for each in wanted)
    return [apart for each in found for apart in each]


def caveat(context: Context[Options], one: Around) -> Said:
    """What the bases of growth were, told of the region; of the branches the averages stand beside them."""

    def called(row: Observation) -> str:
        return context.say("total") if row == one.total else context.short(row.indicator)

    told = context.joined(bases.notes(context, bases.effects(context, one.rows), called, one.branches))
    return context.say("named", context.name(one.total.region), told) if told else NOTHING


def panel(context: Context[Options], one: Around) -> RowsPanel:
    """A region's branches as bars, its total as a dashed line."""
    effects = {found.row: found for found in bases.effects(context, one.branches)}
    lines = [
        bases.beside(context, bar(context, row, context.short(row.indicator)), effects.get(row))
        for row in one.branches
    ]
    dashed = reference(context, one.total, context.say("total"))
    heading = f"{context.name(one.total.region)}  {context.period(one.total.period)}"
    grey = replace(dashed, colour=context.catalogue.benchmark.colour)
    return rows_panel(context, heading, one.total.indicator, lines, [grey], "row_branch")


def regions_of(context: Context[Options], found: Sequence[Around]) -> Said:
    return context.listed(context.name(one.total.region) for one in found)


def subtitle(context: Context[Options], found: Sequence[Around]) -> Said:
    """The regions, and what the branches stand around."""
    return context.clauses(
        regions_of(context, found), context.say("around", context.name(found[0].total.indicator))
    )


KIND = Kind(Options, branches)
