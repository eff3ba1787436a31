"""The cells of the benchmark table: a region's figure in a line, its gap to the country or its share of it, or what
keeps it out of the line, in small print.

Which line there is belongs in ``table``.
"""

from __future__ import annotations

from collections.abc import Mapping

from industry import wording
from industry.figures import bases
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.record import Entry
from industry.figures.rows.beside import Tell, target
from industry.figures.rows.lookup import gap_between, share_of, stand_in
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, Comparison
from industry.rules.lock import Asked
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, join

MARKS = {"low": "*", "high": "†", "unknown": "‡"}
"""What stands behind a growth whose base was out of the ordinary, or may have been."""


def entry(
    context: Context[RegionsSpec],
    found: Comparison,
    effects: Mapping[Observation, BaseEffect],
    region: Region,
    tell: Tell | None = None,
    off: bool = False,
) -> Entry:
    """A region's cell in a comparison's line, which is ``off`` where it isn't of the year looked at; beside its figure
    what ``tell`` says, else its gap or its share."""
    held = {row.region.id: row for row in (*found.drawn, found.benchmark) if row}
    if row := held.get(region.id):
        return _compared(context, found, row, effects.get(row), tell)
    told = next((one for one in found.apart if one.row.region == region), None)
    if told is None and region == context.catalogue.benchmark:
        over = Asked(found.lock.period, found.lock.edition) if found.lock else None
        told = stand_in(context, [found.indicator], region, over, found.fell_back)
    if told:
        return set_apart(context, told, found, tell, off)
    return Entry(context.say("not_held"), apart=True)


def _compared(
    context: Context[RegionsSpec],
    found: Comparison,
    row: Observation,
    effect: BaseEffect | None,
    tell: Tell | None,
) -> Entry:
    text = context.number(row, bare=True)
    if effect:
        text += Said(MARKS[effect.kind], (row,), "low_base")
    others = [one for one in found.disputed if one.region == row.region]
    disputes = (context.say("differs_from", context.publishers(one), context.number(one)) for one in others)
    derived = context.say("derived") if row.derived else NOTHING
    amount = row.indicator.measure in AMOUNTS
    share = share_of(context.tables, row) if amount else None
    usual = _share(context, share) if share else NOTHING if amount else _gap(context, found, row)
    beside = tell(context, row, False) if tell else usual
    end = share.value if share else None if amount else row.value
    if share and context.catalogue.within(row.region):
        end = None  # of another whole
    return Entry(
        text,
        context.joined((join((derived, beside), " "), *disputes)),
        end=None if end is None else float(end),
        colour=row.region.colour,
        row=row,
        hover=context.hover(row),
    )


def _gap(context: Context[RegionsSpec], found: Comparison, row: Observation) -> Said:
    """+4.9: what it is above the country, in points."""
    bench = found.benchmark
    if bench is None or row == bench:
        return NOTHING
    gap = gap_between(context, row, bench)
    return context.number(gap, bare=True) if gap else NOTHING


def _share(context: Context[RegionsSpec], share: Observation) -> Said:
    """占全国3.2%, 占全省11.8%."""
    whole = context.catalogue.parent_of(share.region)
    return context.say("share_of", context.name(whole), context.number(share)) if whole else NOTHING


def set_apart(
    context: Context[RegionsSpec],
    one: Apart,
    found: Comparison,
    tell: Tell | None = None,
    off: bool = False,
) -> Entry:
    """A figure that the line doesn't share, with its period, or else with why; beside it what is told of its region
    whatever is compared, which is the year's target."""
    row, reason = one.row, one.verdict.reason
    if one.verdict.kind in ("other_period", "other_edition") or reason.code == "alone":
        when = context.edition(row.edition) if row.indicator.timing == "list" and row.edition else None
        tag = when or _when(context, row, found, off)
    else:
        tag = context.listed((_when(context, row, found, off), context.reason(one)))
    return Entry(
        context.number(row, marked=True),
        target(context, row) if tell is target else NOTHING,
        Said(tag),
        apart=True,
        row=row,
        hover=context.hover(row),
    )


def _when(context: Context[RegionsSpec], row: Observation, found: Comparison, off: bool) -> Said:
    """1—4月，首次发布值: of what a figure is that the line doesn't share, its period and, where that isn't the line's, its edition."""
    own = wording.edition(row.edition, context.catalogue.config, context.language)
    shared = row.edition == (found.lock.edition if found.lock else "")
    return context.clauses(_period(context, row, found, off), "" if shared else own)


def _period(context: Context[RegionsSpec], row: Observation, found: Comparison, off: bool) -> str:
    """1—4月, with the year where it isn't that of the line, or the line is ``off``."""
    if row.period is None:
        return context.period(None)
    months, _ = wording.months_and_year(row.period, context.language)
    lock = found.lock.period if found.lock and not off else None
    return months if months and lock and lock.year == row.period.year else context.period(row.period)


def average(
    context: Context[RegionsSpec],
    held: bases.Averages,
    found: Comparison,
    region: Region,
    tell: Tell | None = None,
    off: bool = False,
) -> Entry:
    """A region's average over years in the line below its growth; its gap, unless ``tell`` says something else
    there. Of a figure that stands apart in the line its own average, over its own period, which says its years where they
    aren't those of the line; where there is none, why."""
    drawn = {one.region.id: one for one in (*found.drawn, found.benchmark) if one}
    row = held.get(region.id)
    if row is None:
        apart = next((one.row for one in found.apart if one.row.region == region), None)
        growth = drawn.get(region.id, apart)
        if growth is None:
            return Entry(context.say("not_held"), apart=True)
        over = next((wording.years_of(one) for one in held.values() if one), 2)
        spans = () if region.id in drawn else dict.fromkeys((over, 2))
        own = next(filter(None, (bases.average(context, growth, years) for years in spans)), None)
        if own is None:
            return Entry(bases.lacking(context, growth), apart=True)
        alike = wording.years_of(own) == over
        told = context.number(own, marked=True) if alike else wording.average(own, context.language)
        when = _when(context, own, found, off)
        return Entry(told, tag=when, apart=True, row=own, hover=context.hover(own))
    bench = held.get(context.catalogue.benchmark.id)
    gap = gap_between(context, row, bench) if bench and row != bench and not tell else None
    beside = context.number(gap, bare=True) if gap else NOTHING
    return Entry(
        context.number(row, bare=True),
        join((context.say("derived") if row.derived else NOTHING, beside), " "),
        end=float(row.value),
        colour=region.colour,
        row=row,
        hover=context.hover(row),
    )


def alone(context: Context[RegionsSpec], row: Observation | None, region: Region) -> Entry:
    """A region's latest figure with its period and what its source doesn't state, compared with nothing."""
    if row is None:
        return Entry(context.say("not_held"), apart=True)
    unstated = wording.bases(sorted(row.inferred - {"period"}), context.language)
    doubt = context.say("not_stated", unstated) if unstated else NOTHING
    return Entry(
        context.number(row),
        context.joined((context.marked(row), doubt)),
        Said(context.clauses(wording.dated(row, context.language), context.edition(row.edition))),
        row=row,
        hover=context.hover(row),
    )
