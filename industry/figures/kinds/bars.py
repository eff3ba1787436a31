"""Bars: regions side by side under the same-period lock; for growth over a low base, the two-year
averages in a panel of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure, RowsPanel
from industry.figures.row_lookup import average, averages_said, derived_note, indicator_of
from industry.figures.side_by_side import bar, ordered, reference, rows_panel
from industry.rules import base_effects
from industry.rules.comparison import Comparison, Question, compare
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import EditionId, PeriodText
from industry.wording.reasons import lock as worded_lock
from industry.wording.said import Said

Averages = Mapping[str, Observation | None]


class Options(SubjectSpec):
    """Over ``period``, or of a list's ``edition``; where neither is asked for, what compares most regions."""

    chart: Literal["bars"]
    period: PeriodText | None = None
    edition: EditionId | None = None


def bars(context: Context[Options]) -> Figure:
    """One indicator of the chosen regions over one period, ordered by value."""
    indicator = indicator_of(context)
    asked = context.choices.period or context.spec.period
    edition = None if context.choices.period else context.spec.edition
    found = compare(context.tables, Question(indicator.id, context.regions, asked, edition))
    if indicator.measure in AMOUNTS:
        # Beside the whole country a province is only smaller.
        disputed = tuple(row for row in found.disputed if row.region != context.catalogue.benchmark)
        found = replace(found, benchmark=None, disputed=disputed)
    notices = context.strip(found.apart, map(context.name, found.missing))
    remarks = context.reasons(found.apart)
    if found.lock is None:
        empty = nothing_compares(context, found)
        name = context.name(indicator)
        return figure(context, (), name, notices=notices, lists=found.rows, remarks=remarks, empty=empty)
    averages = two_year(context, found)
    held = [row for row in averages.values() if row]
    both = bool(averages) and len(held) == len(averages)
    panels = [panel(context, found, context.say("year_on_year") if both else "")]
    if both:
        panels.append(panel(context, found, context.say("two_year"), averages))
    low = [row for row in found.drawn if base_effects.is_low_base(context.tables, row)]
    when = worded_lock(found.lock, context.catalogue.config, context.language)
    notes = [disputed_note(context, found, one) for one in found.disputed]
    notes += [context.note_of(row) for row in found.drawn]
    notes += [context.worked_from(row) for row in (*found.drawn, found.benchmark) if row and row.derived]
    if low:
        said = Said(context.period(found.lock.period), low)
        notes.append(context.say("low_base_note" if averages else "low_base_none", said))
    if held and not both:
        named = ((context.name(context.region(id)), row) for id, row in averages.items())
        notes.append(context.joined(reversed(averages_said(context, named))))
    notes += [derived_note(context, row) for row in held]
    peers = [row for one in found.ranked if (row := averages.get(one.region.id))]
    return figure(
        context,
        panels,
        subtitle(context, found, when),
        finding=wording.finding(found, context.language, bool(low), peers, when),
        notices=notices,
        notes=notes,
        lists=(*found.rows, *held),
        remarks=remarks,
    )


def nothing_compares(context: Context[Options], found: Comparison) -> Said:
    """Why nothing is drawn: of what was asked for, or of any period inside the window."""
    if found.asked is None:
        return context.say("nothing_compares", context.period(context.window))
    when = wording.asked(found.asked, context.catalogue.config, context.language)
    return context.say("nothing_compares_over", when)


def subtitle(context: Context[Options], found: Comparison, when: str) -> Said:
    """Regions, period, prices."""
    names = context.listed(context.name(row.region) for row in found.drawn)
    if found.benchmark:
        names = context.say("beside", names, context.name(found.benchmark.region))
    prices = found.indicator.prices
    return context.clauses(names, when, context.say(f"{prices}_prices") if prices else "")


def panel(
    context: Context[Options], found: Comparison, heading: str, averages: Averages | None = None
) -> RowsPanel:
    """The comparison's drawn rows, or their two-year averages in the same order, with the country's dashed line."""

    def shown(row: Observation | None) -> Observation | None:
        return averages.get(row.region.id) if row and averages else row

    drawn = [(one, row) for one in ordered(found) if (row := shown(one))]
    several = len({row.period for _, row in drawn}) > 1
    lines = [bar(context, row, muted=one in found.below, dated=several) for one, row in drawn]
    country = shown(found.benchmark)
    dashed = [reference(context, country)] if country else []
    return rows_panel(context, heading, drawn[0][1].indicator, lines, dashed)


def two_year(context: Context[Options], found: Comparison) -> Averages:
    """Region id → its two-year average over the lock; empty where growth isn't set beside one."""
    if found.lock is None or found.lock.period is None or found.indicator.measure != "growth_yoy":
        return {}
    got = {row.region.id: average(context, row) for row in (*found.drawn, found.benchmark) if row}
    return got if any(got.values()) else {}


def disputed_note(context: Context[Options], found: Comparison, other: Observation) -> Said:
    """陕西：甲为7145家，乙为7164家."""
    mine = next(row for row in (*found.drawn, found.benchmark) if row and row.region.id == other.region.id)
    told = (one for row in (mine, other) for one in (context.publishers(row), context.number(row)))
    return context.say("disputed", context.name(mine.region), *told)


KIND = Kind(Options, bars)
