"""Tiers of enterprises: how many of a region's are in each of several groups that overlap, with the period
and whom the group counts. They have no scale in common, and no share of one in another is worked out.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.options import OfAmounts, OneRegionSpec
from industry.figures.record import Figure, Row, RowsPanel
from industry.figures.rows.lookup import known, latest, stand_in
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import EditionId, IndicatorIds
from industry.wording.said import Said


class Options(OneRegionSpec, OfAmounts):
    """A row for each of ``indicators``, of the ``edition`` named where there is one of it."""

    chart: Literal["tiers"]
    indicators: IndicatorIds = Field(min_length=1)
    edition: EditionId | None = None


def tiers(context: Context[Options]) -> Figure:
    """One region's tiers of enterprises: each with its number, its period and whom it counts."""
    region = context.region(context.regions[0])
    indicators = context.indicators(context.spec.indicators)
    found = {one.id: _latest(context, one, region) for one in indicators}
    rows = [row for row in found.values() if row]
    same = {_end(context, row) for row in rows}
    lines = [_tier(context, one, region, found[one.id], len(same) > 1) for one in indicators]
    name = context.name(region)
    named = (context.say("table_indicator"), context.say("row_figure"), context.say("row_note"))
    return figure(
        context,
        [RowsPanel(heading="", unit="", rows=tuple(lines), own_scales=True, named=named)] if rows else [],
        context.say("tiers_subtitle", name, *same) if len(same) == 1 else name,
        notices=[context.say("tiers_overlap")],
        notes=context.caveats(rows),
        lists=rows,
        remarks={row.id: context.definition(row.indicator) for row in rows},
        empty=context.lacking(name),
    )


def _latest(context: Context[Options], indicator: Indicator, region: Region) -> Observation | None:
    """The latest actual figure, of the edition asked for where there is one."""
    rows = [row for row in known(context, indicator.id, region) if row.period and row.status == "actual"]
    return latest([row for row in rows if row.edition and row.edition == context.spec.edition] or rows)


def _end(context: Context[Options], row: Observation) -> str:
    """2020年末, of a list too."""
    if row.period is None:
        return context.period(None)
    return context.period(Period(row.period.end, row.period.end, row.indicator.timing != "flow"))


def _tier(
    context: Context[Options],
    indicator: Indicator,
    region: Region,
    row: Observation | None,
    with_period: bool,
) -> Row:
    if row is None:
        one = stand_in(context, [indicator], region)
        why = Said(context.reason(one)) if one else context.say("not_held")
        return Row(context.name(indicator), (), why)
    parts = (
        _end(context, row) if with_period else "",
        context.edition(row.edition),
        context.definition(indicator),
    )
    return Row(
        context.short(indicator), (), context.number(row, marked=True), Said(context.joined(parts), (row,))
    )


KIND = Kind(Options, tiers)
