"""Bars: regions side by side under the same-period lock; for growth over a low base, the two-year
averages in a panel of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind, reasons_of
from industry.figures.options import SubjectSpec
from industry.figures.record import Figure, RowsPanel
from industry.figures.row_lookup import derived_note, indicator_of
from industry.figures.side_by_side import bar, ordered, rows_panel
from industry.rules import base_effects
from industry.rules.comparison import Comparison, Question, compare
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import EditionId, PeriodText
from industry.wording.reasons import lock as worded_lock


class Options(SubjectSpec):
    """Over ``period``, or of a list's ``edition``; where neither is asked for, what compares most regions."""

    chart: Literal["bars"]
    period: PeriodText | None = None
    edition: EditionId | None = None


def bars(context: Context[Options]) -> Figure:
    """One indicator of the chosen regions over one period, ordered by value."""
    indicator = indicator_of(context)
    asked = context.choices.period or context.spec.period
    found = compare(context.tables, Question(indicator.id, context.regions, asked, context.spec.edition))
    if indicator.measure in AMOUNTS:
        # Beside the whole country a province is only smaller.
        disputed = tuple(row for row in found.disputed if row.region != context.catalogue.benchmark)
        found = replace(found, benchmark=None, disputed=disputed)
    notices = context.strip(found.apart, found.missing)
    if found.lock is None:
        frame = context.frame(found.rows, context.name(indicator), notices=notices)
        return context.figure(
            (),
            frame,
            found.rows,
            context.table(found.rows, reasons_of(found, context)),
            context.say("nothing_compares"),
        )
    averages = two_year(context, found)
    both = bool(averages) and all(averages.values())
    panels = [panel(context, found, context.say("year_on_year") if both else "")]
    low_base = any(base_effects.is_low_base(context.tables, row) for row in found.drawn)
    rows = list(found.rows)
    notes = [disputed_note(context, found, one) for one in found.disputed]
    notes += [context.note_of(row) for row in found.drawn]
    if low_base:
        notes.append(low_base_note(context, found, averages))
    if both:
        panels.append(two_year_panel(context, found, averages))
    elif averages:
        notes.append(averages_note(context, averages))
    rows += [row for row in averages.values() if row]
    notes += [derived_note(context, row) for row in averages.values() if row and row.derived]
    peers = [averages.get(row.region.id) for row in found.ranked]
    told = worded_lock(found.lock, context.catalogue.config, context.language)
    finding = wording.finding(found, context.language, low_base, [row for row in peers if row], told)
    frame = context.frame(rows, subtitle(context, found), finding, notices, notes)
    return context.figure(
        panels, frame, rows, context.table(rows, reasons_of(found, context)), drawn=found.drawn
    )


def subtitle(context: Context[Options], found: Comparison) -> str:
    """Regions, period, prices."""
    names = context.listed(context.name(row.region) for row in found.drawn)
    if found.benchmark:
        names += ("与" if context.zh else " and ") + context.name(found.benchmark.region)
    parts = [names]
    if found.lock:
        parts.append(worded_lock(found.lock, context.catalogue.config, context.language))
    if found.indicator.prices:
        constant = found.indicator.prices == "constant"
        parts.append(
            ("可比价" if constant else "现价")
            if context.zh
            else ("constant prices" if constant else "current prices")
        )
    return ("，" if context.zh else ", ").join(parts)


def panel(context: Context[Options], found: Comparison, heading: str = "") -> RowsPanel:
    """The comparison's drawn rows with the country's dashed line."""
    rows = ordered(found)
    when = {row.period for row in rows}
    lines = [
        bar(context, row, row in found.below, context.period(row.period) if len(when) > 1 else "")
        for row in rows
    ]
    return rows_panel(context, heading, found.indicator, rows, lines, found.benchmark)


def two_year(context: Context[Options], found: Comparison) -> dict[str, Observation | None]:
    """Region id → its two-year average over the lock; empty where growth isn't set beside one."""
    lock = found.lock
    if lock is None or lock.period is None or found.indicator.measure != "growth_yoy":
        return {}
    if not context.catalogue.rules.averaged(lock.period):
        return {}
    rows = [*found.drawn, *((found.benchmark,) if found.benchmark else ())]
    got = {
        row.region.id: base_effects.two_year(
            context.tables, row.region.id, found.indicator.id, lock.period, lock.edition
        )
        for row in rows
    }
    return got if any(got.values()) else {}


def two_year_panel(
    context: Context[Options], found: Comparison, averages: dict[str, Observation | None]
) -> RowsPanel:
    """The same regions in the same order, by two-year average."""
    rows = [row for one in ordered(found) if (row := averages[one.region.id])]
    bench = averages.get(found.benchmark.region.id) if found.benchmark else None
    lines = [bar(context, row, row.region in [one.region for one in found.below]) for row in rows]
    return rows_panel(context, context.say("two_year"), rows[0].indicator, rows, lines, bench)


def low_base_note(
    context: Context[Options], found: Comparison, averages: dict[str, Observation | None]
) -> str:
    """The caveat of a low base, with the regions for which no two-year average can be had."""
    when = context.period(found.lock.period) if found.lock else ""
    return context.say("low_base_note" if averages else "low_base_none", when)


def averages_note(context: Context[Options], averages: dict[str, Observation | None]) -> str:
    """The two-year averages that can be had, where not all can, and for whom not."""
    lacking = context.listed(context.name(context.region(id)) for id, row in averages.items() if row is None)
    held = [f"{context.name(row.region)} {context.worded(row)}" for row in averages.values() if row]
    told = context.say("two_year") + " " + context.listed(held)
    return context.say("joined").join(
        (lacking + ("：" if context.zh else ": ") + context.say("two_year_none"), told)
    )


def disputed_note(context: Context[Options], found: Comparison, other: Observation) -> str:
    """陕西：甲为7145家，乙为7164家."""
    mine = next(row for row in (*found.drawn, found.benchmark) if row and row.region.id == other.region.id)
    return context.say(
        "disputed",
        context.name(mine.region),
        mine.publication.publisher(context.language),
        context.number(mine),
        other.publication.publisher(context.language),
        context.number(other),
    )


KIND = Kind(Options, bars)
