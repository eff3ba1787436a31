"""The benchmark table: indicators by region, each line over one period that its regions share, what can't stand in
it set apart in small print inside its cell.

Which period a line has and who shares it is decided in ``comparison``; what a cell says, in ``table_cells``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from industry import wording
from industry.figures import bases
from industry.figures.context import Context, Kind
from industry.figures.finished import contradicted, figure
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.record import Figure, TableLine, TablePanel
from industry.figures.rows import cells
from industry.figures.rows.beside import TELL, Beside, left_out
from industry.figures.rows.lookup import editions, ended, families, known, latest
from industry.figures.rows.ways import last, unfit_terms
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, Comparison, Question, compare, unstated
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import IndicatorIds, Text
from industry.wording.said import Said


class Options(RegionsSpec):
    """``indicators``: the lines, else all headline indicators by topic. ``each_latest``: of every region its latest
    figure instead, which are not compared. ``beside``: what stands beside a figure that is compared. ``short``: what it is called where a page offers several views."""

    chart: Literal["table"]
    indicators: IndicatorIds = ()
    each_latest: bool = False
    beside: Beside = "gap"
    short: Text | None = None

    def called(self, language: str) -> str:
        """Its short name, else its title."""
        return (self.short or self.title)(language)


@dataclass(frozen=True)
class Set:
    """What is compared in a line, and the bases of its growths."""

    found: Comparison
    effects: Mapping[Observation, BaseEffect]
    averages: bases.Averages


def table(context: Context[Options]) -> Figure:
    """Every indicator's figures over the period that it shares, with the gap to the country or the share of it;
    below growth over a base out of the ordinary its average over two years."""
    shown = [context.catalogue.benchmark, *families(context)]
    lines: list[TableLine] = []
    listed: list[Observation] = []
    said = NOTHING
    held, beside = indicators(context), context.spec.beside
    if (
        context.spec.each_latest
    ):  # nothing is set against the country, which needs no column where it holds nothing
        country = context.catalogue.benchmark
        known_of = any(known(context, one.id, country) for one in held)
        shown = shown if known_of else [one for one in shown if one != country]
    sets = [] if context.spec.each_latest else [compared(context, one) for one in held]
    apart: list[Apart] = []
    for one in held if context.spec.each_latest else ():
        line, newer = newest(context, one, shown)
        lines += [line] if any(entry.row for entry in line.entries) else []
        apart += newer
    looked_at = year(context, sets)
    for compared_in in sets:
        lines += both(context, compared_in, shown, looked_at)
        listed += compared_in.found.rows
        said = said or finding(context, compared_in)
        apart += [*compared_in.found.newer, *unfit_terms(context, compared_in.found)]
        apart += (each for row in told_of(context, compared_in) for each in left_out(context, beside, row))
    marks = {one.text[-1:] for line in lines for one in line.entries if one.text}
    panel = TablePanel(
        heading="",
        unit="",
        named=(context.say("table_indicator"), context.say("table_period") if sets else ""),
        regions=tuple(
            (context.name(one), wording.lying_in(one, context.catalogue, context.language)) for one in shown
        ),
        lines=tuple(lines),
    )
    return figure(
        context,
        [panel] if lines else [],
        context.say("table_latest")
        if context.spec.each_latest
        else said or context.listed(map(context.name, shown)),
        notes=[
            *(_marked(context, lines, key, mark) for key, mark in cells.MARKS.items() if mark in marks),
            _note(context, lines),
            *_strips(context, apart),
            bases.unused(context, (row for one in sets for row in (*one.found.drawn, one.found.benchmark))),
        ],
        lists=(
            *listed,
            *(one.row for line in lines for one in line.entries if one.row),
            *(one.row for one in apart),
        ),
        remarks=context.reasons(apart),
        empty=context.say("lines_none"),
    )


def _strips(context: Context[Options], apart: Sequence[Apart]) -> list[Said]:
    """What stands apart of the regions, and by itself what does of the country: where not all of it has room the regions' own has."""
    country, said = context.catalogue.benchmark, "not_latest" if context.spec.each_latest else "apart"
    own = [one for one in apart if one.row.region != country]
    theirs = [one for one in apart if one.row.region == country]
    return [*context.strip(own, (), True, said), *context.strip(theirs, (), True, said)]


def _marked(context: Context[Options], lines: Sequence[TableLine], key: str, mark: str) -> Said:
    """*上年同期基数较低: what a sign behind growths says, of all that have it."""
    entries = (one for line in lines for one in line.entries)
    rows = [one.row for one in entries if one.row and one.text[-1:] == mark]
    return Said(context.say(f"base_mark_{key}"), rows, "low_base")


def _note(context: Context[Options], lines: Sequence[TableLine]) -> Said:
    """What stands beside the figures, or that these tables hold nothing of it."""
    beside = context.spec.beside
    derived = context.say("derived")
    entries = [one for line in lines if not line.under for one in line.entries if not one.apart]
    told = [one.row for one in entries if one.row and one.aside and one.aside != derived]
    if context.spec.each_latest or (beside not in TELL and not told):
        return NOTHING
    return Said(context.say(f"beside_{beside}" if told else f"beside_{beside}_none"), told, "key")


def indicators(context: Context[Options]) -> list[Indicator]:
    """Those named, else the headline ones, by the order of config.yaml's topics."""
    if context.spec.indicators:
        return context.indicators(context.spec.indicators)
    order = list(context.catalogue.config.topics)
    wanted = [one for one in context.catalogue.indicators.values() if one.tier == "headline"]
    return sorted(wanted, key=lambda one: order.index(one.topic))


def compared(context: Context[Options], indicator: Indicator) -> Set:
    """The line's comparison, in the year to look at."""
    regions = [one for one in context.regions if one != context.catalogue.benchmark.id]
    question = Question(indicator.id, tuple(regions), year=context.choices.year, parts=True)
    found = compare(context.tables, question)
    growth = [row for row in (*found.drawn, found.benchmark) if row]
    effects = bases.effects(context, growth)
    return Set(found, {one.row: one for one in effects}, bases.averages(context, growth, effects))


def year(context: Context[Options], sets: Sequence[Set]) -> int | None:
    """The year looked at; of the latest that of the newest line, beside which older ones are set off."""
    locks = (one.found.lock.period for one in sets if one.found.lock)
    return context.focus.year or max((one.year for one in locks if one), default=None)


def both(
    context: Context[Options], held: Set, shown: Sequence[Region], looked_at: int | None
) -> list[TableLine]:
    """The indicator's line, set off where it isn't of the year ``looked_at``, and, where a base is out of the ordinary,
    that of the averages over years."""
    found = held.found
    when = wording.lock(found.lock, context.catalogue.config, context.language) if found.lock else ""
    prices = found.indicator.prices
    unit = wording.unit_name(found.indicator, context.language)
    detail = context.clauses(context.say(f"{prices}_prices") if prices else "", unit)
    tell = TELL.get(context.spec.beside)
    drawn = found.lock.period if found.lock else None
    off = bool(drawn and drawn.year != looked_at)
    entries = tuple(cells.entry(context, found, held.effects, one, tell, off) for one in shown)
    name = context.short(found.indicator)
    first = TableLine(
        name,
        detail,
        unit,
        Said(when or context.say("no_shared_period")),
        entries,
        off=off,
        pick=found.indicator.id,
    )
    over_years = [row for row in held.averages.values() if row]
    if not over_years:
        return [first]
    averaged = tuple(cells.average(context, held.averages, found, one, tell, off) for one in shown)
    over = wording.over(wording.years_of(over_years[0]), context.language)
    under = replace(
        first,
        name=bases.heading(context, over_years, "same_averaged"),
        detail=unit,
        entries=averaged,
        under=True,
        alone=context.say("averaged_alone", name, over),
    )
    return [first, under]


def newest(
    context: Context[Options], indicator: Indicator, shown: Sequence[Region]
) -> tuple[TableLine, list[Apart]]:
    """Of every region its latest figure of which all is stated, with its period; nothing is compared. And what is newer, but
    leaves something unsaid."""
    found, newer = [], []
    for one in shown:
        row, apart = last(context, indicator, one, unstated)
        rows = [each for each in known(context, indicator.id, one) if each.status == "actual"]
        drawn = row or latest(rows)
        found.append(cells.alone(context, drawn, one))
        newer += [each for each in apart if drawn is None or ended(each.row) > ended(drawn)]
    unit = wording.unit_name(indicator, context.language)
    return TableLine(context.short(indicator), unit, unit, NOTHING, tuple(found), pick=indicator.id), newer


def told_of(context: Context[Options], held: Set) -> list[Observation]:
    """The line's figures beside which something is told: those that are compared; the year's target beside those apart, too."""
    found = held.found
    apart = (one.row for one in found.apart if context.spec.beside == "target")
    return [row for row in dict.fromkeys((*found.drawn, found.benchmark, *apart)) if row]


def finding(context: Context[Options], held: Set) -> Said:
    """规上工业增加值增速：2021年1—3月，江西…: what the line shows, nothing of amounts; where something else than the gap
    stands beside its figures, that, of each region of which it is told: 规上工业企业数：吉安2021年目标1734家."""
    found = held.found
    if tell := TELL.get(context.spec.beside):
        order = [context.catalogue.benchmark, *families(context)]
        rows = [row for one in order for row in told_of(context, held) if row.region == one]
        each = ((context.name(row.region), tell(context, row, True)) for row in rows)
        told = context.joined(context.say("told_of", *one) for one in each if one[1])
        if told and context.spec.beside == "change" and found.lock:
            told = context.clauses(wording.lock(found.lock, context.catalogue.config, context.language), told)
        return context.say("named", context.short(found.indicator), told) if told else NOTHING
    if found.lock is None or found.indicator.measure in AMOUNTS:
        return NOTHING
    both = {id: row for id, row in held.averages.items() if row and wording.years_of(row) == 2}
    said = wording.finding(
        found,
        context.language,
        wording.lock(found.lock, context.catalogue.config, context.language),
        marked=bool(held.effects),
        averages=both,
        regions=context.regions,
        disputed=contradicted(context.tables, (*found.drawn, found.benchmark, *both.values())),
        editions=editions(context, found.ranked),
    )
    return context.say("named", context.short(found.indicator), said) if said else NOTHING


KIND = Kind(Options, table, comparing=True)
