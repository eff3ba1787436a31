"""The breadth of a whole: how many of its members meet a condition, and how many of those a stricter one,
laid over the whole, whose nested parts they are.

Shares are shown as published or derived by ``identities``; none is worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OfAmounts, OneRegionSpec
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.rows.lookup import actual, known, stand_in
from industry.figures.side_by_side import mark
from industry.rules.comparison import Apart, doubt
from industry.rules.lock import Asked, comparable, period_in, preferred
from industry.rules.pairs import COUNTED_ALIKE
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import IndicatorIds, PeriodText
from industry.wording.said import Said


class Options(OneRegionSpec, OfAmounts):
    """``indicators``: the whole and its parts, in any order, over ``period``; where none is asked for, over
    the latest that the whole is known for."""

    alike: ClassVar[tuple[str, ...]] = COUNTED_ALIKE

    chart: Literal["breadth"]
    indicators: IndicatorIds = Field(min_length=2)
    period: PeriodText | None = None


def breadth(context: Context[Options]) -> Figure:
    """How many members of one whole meet a condition, and how many of those a stricter one."""
    region = context.region(context.regions[0])
    indicators = context.indicators(context.spec.indicators)
    whole = whole_of(context, indicators)
    period = _period(context, whole, region)
    total = _over(context, whole.id, region, period)
    found = {one.id: _over(context, one.id, region, period, total) for one in indicators}
    parts = [row for one, row in found.items() if row and one != whole.id]
    parts.sort(key=lambda row: -row.value)
    asked = Asked(period, total.edition if total else None) if period else None
    lacking = [one for one in indicators if found[one.id] is None]
    left = {one.id: stand_in(context, [one], region, asked) for one in lacking}
    apart = [against(one, total) for one in left.values() if one]
    missing = (context.name(one) for one in lacking if left[one.id] is None)
    apart += unstated(context, parts, whole, total) if total else []
    notices = context.strip(apart, missing, with_indicators=True)
    if total is None:
        held = [row for one in indicators for row in context.tables.rows(one.id, region.id)]
        empty = context.say("breadth_none", context.name(whole), context.period(period))
        return figure(context, (), context.name(region), notices=notices, lists=held, empty=empty)
    shares = {row.id: _share(context, row, whole, total) for row in parts}
    rows = [total, *(one for row in parts for one in (row, shares[row.id]) if one)]
    panel = RowsPanel(
        heading="",
        unit=wording.unit_line(whole, context.language),
        rows=(_whole(context, total), *(_part(context, row, total, shares[row.id]) for row in parts)),
        high=float(total.value),
        named=(context.say("table_indicator"), context.say("row_figure"), context.say("row_note")),
    )
    definitions = (Said(context.definition(row.indicator), (row,)) for row in parts)
    return figure(
        context,
        [panel],
        context.say("tiers_subtitle", context.name(region), context.period(total.period)),
        notices=notices,
        notes=[context.say("breadth_nested"), *definitions, *context.caveats(rows)],
        lists=rows,
    )


def whole_of(context: Context[Options], indicators: Sequence[Indicator]) -> Indicator:
    """The indicator that the published shares of the others name as their whole, else the first."""
    ids = {one.id for one in indicators}
    for one in context.catalogue.indicators.values():
        if one.share_of and one.share_of.whole in ids and one.share_of.part in ids:
            return context.catalogue.indicators[one.share_of.whole]
    return indicators[0]


def _period(context: Context[Options], whole: Indicator, region: Region) -> Period | None:
    """The period asked for, else the latest that the whole is known for."""
    if asked := context.choices.period or context.spec.period:
        return period_in(asked, whole.timing)
    rows = [row for row in known(context, whole.id, region) if comparable(row)]
    return max((row.period for row in rows if row.period), key=lambda one: one.end, default=None)


def against(one: Apart, total: Observation | None) -> Apart:
    """What keeps a part that is of the period from being laid over its whole."""
    alone = one.verdict.reason.code == "alone" and total is not None
    return replace(one, verdict=verdict(one.row, total)) if alone and total else one


def _over(
    context: Context[Options],
    indicator: str,
    region: Region,
    period: Period | None,
    total: Observation | None = None,
) -> Observation | None:
    """The figure over ``period``, which may be laid over the ``total`` if there is one: published, else derived."""
    fit = [row for row in known(context, indicator, region) if comparable(row) and row.period == period]
    rows = preferred(row for row in fit if total is None or verdict(row, total).one_axis)
    return min(rows, key=lambda row: row.derived, default=None)


def unstated(
    context: Context[Options], parts: Sequence[Observation], whole: Indicator, total: Observation
) -> list[Apart]:
    """The published shares of parts in the whole of which something isn't stated, so that they don't stand beside these."""
    shares = (one for part in parts for one in _shares(context, part, whole))
    rows = (row for one in shares for row in actual(context, one, total.region))
    doubtful = (row for row in rows if row.period == total.period and row.inferred)
    return [Apart(row, doubt(row, row.edition)) for row in doubtful]


def _shares(context: Context[Options], part: Observation, whole: Indicator) -> list[Indicator]:
    """The indicators that are the share of a part in the whole."""
    ids = part.indicator.id, whole.id
    known = context.catalogue.indicators.values()
    return [one for one in known if one.share_of and (one.share_of.part, one.share_of.whole) == ids]


def _share(
    context: Context[Options], row: Observation, whole: Indicator, total: Observation
) -> Observation | None:
    """The published share of the part in the whole, else the derived one."""
    held = (_over(context, one.id, row.region, total.period) for one in _shares(context, row, whole))
    return next(held, None)


def _whole(context: Context[Options], total: Observation) -> Row:
    track = mark(context, "track", total, 0.0)
    text, aside = context.number(total, bare=True), context.marked(total)
    return Row(context.short(total.indicator), (track,), text, aside=aside)


def _part(context: Context[Options], row: Observation, total: Observation, share: Observation | None) -> Row:
    track = Mark("track", 0.0, float(total.value), row.region.colour)
    bar = replace(mark(context, "bar", row, 0.0), end=float(row.value))
    aside = context.number(share, marked=True) if share else NOTHING
    return Row(context.short(row.indicator), (track, bar), context.number(row, bare=True), aside=aside)


KIND = Kind(Options, breadth, beside=("", ""))
