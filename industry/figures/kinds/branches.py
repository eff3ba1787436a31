"""Branches around the whole: growth of an industry's branches beside the region's overall growth,
where both are printed for the same months.

Branches are different indicators, so they are neither ranked nor told as a finding; they stand in the
catalogue's order, around the dashed line of their own region's total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.options import PeriodsSpec
from industry.figures.record import Figure, Reference, Row, RowsPanel
from industry.figures.row_lookup import asked_period, families, low_base, quoted, row_over, short, strip, told
from industry.figures.side_by_side import bar
from industry.rules.comparison import Apart, verdict
from industry.rules.lock import comparable
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import ConceptId, IndicatorId, IndicatorIds, refusal
from industry.vocabulary.subject import misfit


class Options(PeriodsSpec):
    """Around the total ``indicator`` stand its branches: those named, or those of the concept."""

    one_of: ClassVar[tuple[str, ...]] = ("concept", "indicators")
    alike: ClassVar[tuple[str, ...]] = ("measure", "timing", "unit", "scope", "prices")

    chart: Literal["branches"]
    indicator: IndicatorId
    concept: ConceptId | None = None
    indicators: IndicatorIds = ()

    @property
    def draws(self) -> Mapping[str, tuple[str, ...]]:
        return {"measure": fields.RATES}

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
    unstated = [row for region in regions for one in wanted for row in undated(context, one, region)]
    rows = [*(row for one in found for row in one.rows), *unstated]
    rows += [row for one in found for row in quoted(context, one.rows)]
    aside = [Apart(row, verdict(row, row)) for row in unstated]
    remarks = {one.row.id: told(context, one) for one in aside}
    table = context.table(context.with_disputed(rows), remarks)
    notices = strip(context, aside)
    drawn = [one.total.region for one in found]
    if lacking := [context.name(region) for region in regions if region not in drawn]:
        notices.append(context.say("no_branches", context.listed(lacking)))
    if not found:
        frame = context.frame(rows, context.name(total), notices=notices)
        return context.figure((), frame, rows, table, context.say("branches_none"))
    notes = [context.say("overlap")] if any(len(one.branches) > 1 for one in found) else []
    notes += [low_base(context, one.rows, lambda row: called(context, row, total)) for one in found]
    notes += [context.note_of(row) for one in found for row in one.rows]
    frame = context.frame(rows, subtitle(context, found), notices=notices, notes=notes)
    marks = [row for one in found for row in one.rows]
    return context.figure([panel(context, one) for one in found], frame, rows, table, drawn=marks)


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
    """The branches of a region over the period asked for; else over that of its own document, else
    over the one inside the window with most branches, of equals the latest."""
    window = periods.parse(context.catalogue.config.window, "flow")
    asked = asked_period(context, total, region)
    whole = [row for row in context.tables.rows(total.id, region.id) if comparable(row) and row.period]
    kept = {
        row.period
        for row in whole
        if row.period and (row.period == asked if asked else row.period.within(window))
    }
    found: list[Around] = []
    for period in kept:
        of_total = row_over(context, total.id, region.id, period)
        inside = (
            [row_over(context, one.id, region.id, period, of_total.edition) for one in wanted]
            if of_total
            else []
        )
        if of_total and any(inside):
            found.append(Around(of_total, tuple(row for row in inside if row)))

    def key(one: Around) -> tuple[object, ...]:
        own = any(row.publication.document for row in one.branches)
        period = one.total.period
        return own, len(one.branches), period.end if period else 0, period.months if period else 0

    return max(found, key=key, default=None)


def undated(context: Context[Options], indicator: Indicator, region: Region) -> list[Observation]:
    """Branch figures that stand apart, since the source leaves out what would place them."""
    return [
        row for row in context.tables.rows(indicator.id, region.id) if row.status == "actual" and row.inferred
    ]


def called(context: Context[Options], row: Observation, total: Indicator) -> str:
    name = context.say("total") if row.indicator == total else short(context, row.indicator)
    return context.say("whose", context.name(row.region), name)


def panel(context: Context[Options], one: Around) -> RowsPanel:
    """A region's branches as bars, its total as a dashed line."""
    lines = [line(context, row) for row in one.branches]
    values = [float(row.value) for row in one.rows]
    text = f"{context.say('total')} {context.number(one.total, bare=True)}"
    reference = Reference(float(one.total.value), text, context.catalogue.benchmark.colour, one.total.id)
    heading = f"{context.name(one.total.region)}  {context.period(one.total.period)}"
    unit = wording.unit_line(one.total.indicator, context.language)
    return RowsPanel(heading, unit, tuple(lines), min(0.0, *values), max(0.0, *values), (reference,))


def line(context: Context[Options], row: Observation) -> Row:
    drawn = bar(context, row)
    return Row(short(context, row.indicator), drawn.marks, drawn.text, aside=drawn.aside)


def subtitle(context: Context[Options], found: Sequence[Around]) -> str:
    """The regions, and what the branches stand around."""
    names = context.listed(context.name(one.total.region) for one in found)
    return ("，" if context.zh else ", ").join(
        (names, context.say("around", context.name(found[0].total.indicator)))
    )


KIND = Kind(Options, branches)
