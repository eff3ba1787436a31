"""Bars: regions side by side under the same-period lock; where a base was out of the ordinary, with the
averages over years in a panel of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from industry import wording
from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import contradicted, figure
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure, RowsPanel
from industry.figures.rows.lookup import editions, indicator_of
from industry.figures.rows.ways import unfit_terms
from industry.figures.side_by_side import bar, ordered, reference, rows_panel
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Comparison, Question, compare
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import EditionId, PeriodText
from industry.wording.reasons import lock as worded_lock
from industry.wording.said import Said


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
    found = compare(
        context.tables, Question(indicator.id, context.regions, asked, edition, context.choices.year)
    )
    if indicator.measure in AMOUNTS:
        # Beside the whole country a province is only smaller.
        country = context.catalogue.benchmark
        disputed = tuple(row for row in found.disputed if row.region != country)
        apart, newer = (
            tuple(one for one in some if one.row.region != country) for some in (found.apart, found.newer)
        )
        found = replace(found, benchmark=None, disputed=disputed, apart=apart, newer=newer)
    apart = (*found.apart, *found.newer)
    terms = unfit_terms(context, found)
    notices = [
        *context.strip(apart, map(context.name, found.missing)),
        *context.strip(terms, with_indicators=True),
    ]
    remarks = context.reasons((*apart, *terms))
    if found.lock is None:
        empty = nothing_compares(context, found)
        name = context.name(indicator)
        return figure(context, (), name, notices=notices, lists=found.rows, remarks=remarks, empty=empty)
    growth = [row for row in (*found.drawn, found.benchmark) if row]
    effects = bases.effects(context, growth)
    averages = bases.averages(context, growth, effects)
    held = [row for row in averages.values() if row]
    both = bool(averages) and len(held) == len(averages)
    if both:
        told = bases.heading(context, held)
        panels = [panel(context, found, context.say("year_on_year")), panel(context, found, told, averages)]
    else:
        panels = [panel(context, found, "", effects={one.row: one for one in effects})]
    when = worded_lock(found.lock, context.catalogue.config, context.language)
    notes = [other_date_note(context, found, one) for one in found.disputed]
    notes.append(undecided_note(context, [row for row in found.open if row.exact]))
    notes += context.notes_of(found.drawn)
    notes += [context.worked_from(row) for row in (*found.drawn, found.benchmark) if row and row.derived]
    shown = growth if both else found.drawn
    notes += bases.notes(context, effects, lambda row: context.name(row.region), shown)
    notes.append(bases.unused(context, growth))
    beside = held if both else [one.average for one in effects if one.average]
    notes += [bases.derived_note(context, row) for row in beside]
    over_two = {row.region.id: row for row in beside if wording.years_of(row) == 2}
    return figure(
        context,
        panels,
        subtitle(context, found, when),
        finding=wording.finding(
            found,
            context.language,
            when,
            marked=bool(effects),
            averages=over_two,
            regions=context.regions,
            disputed=contradicted(context.tables, (*found.drawn, found.benchmark, *beside)),
            editions=editions(context, found.ranked),
        ),
        notices=notices,
        notes=notes,
        lists=(*found.rows, *beside),
        remarks=remarks,
    )


def nothing_compares(context: Context[Options], found: Comparison) -> Said:
    """Why nothing is drawn: of what was asked for, or of any period up to the year that is looked at."""
    if found.asked is None:
        year = context.focus.year
        return (
            context.say("nothing_compares_by", context.year(year))
            if year
            else context.say("nothing_compares")
        )
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
    context: Context[Options],
    found: Comparison,
    heading: str,
    averages: bases.Averages | None = None,
    effects: Mapping[Observation, BaseEffect] | None = None,
) -> RowsPanel:
    """The comparison's drawn rows, or their averages over years in the same order, with the country's dashed
    line; ``effects``: the rows whose own average stands beside them."""

    def shown(row: Observation | None) -> Observation | None:
        return averages.get(row.region.id) if row and averages else row

    drawn = [(one, row) for one in ordered(found) if (row := shown(one))]
    several = len({row.period for _, row in drawn}) > 1
    lines = [
        bases.beside(
            context,
            bar(context, row, muted=one in found.below, dated=several),
            (effects or {}).get(row),
        )
        for one, row in drawn
    ]
    country = shown(found.benchmark)
    dashed = [reference(context, country)] if country else []
    return rows_panel(context, heading, drawn[0][1].indicator, lines, dashed)


def undecided_note(context: Context[Options], rows: Sequence[Observation]) -> Said:
    """江西的推算区间与所比数字相接，不排序; nothing of no rows."""
    names = context.listed(Said(context.name(row.region), (row,)) for row in rows)
    return context.say("undecided", names) if rows else Said()


def other_date_note(context: Context[Options], found: Comparison, other: Observation) -> Said:
    """全国：甲为4762家（2021年7月末），乙为4922家（2021年末）: of one edition of a list; what is printed of the same date the frame
    tells."""
    mine = next(row for row in (*found.drawn, found.benchmark) if row and row.region.id == other.region.id)
    if other.period == mine.period:
        return Said()
    told = (one for row in (mine, other) for one in (context.publishers(row), context.worded(row)))
    return context.say("disputed", context.name(mine.region), *told)


KIND = Kind(Options, bars, beside=("", ""))
