"""Several figures of config.yaml on one sheet: their panels side by side, each under its own title, their
strips and notes below, each saying of which it speaks. Nothing is compared across panels: where their periods differ
each says its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.draw import beside_of, draw
from industry.figures.finished import figure
from industry.figures.record import Figure, Panel, RowsPanel, Table
from industry.rules.lock import lock_of
from industry.vocabulary.catalogue import Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.strict_record import FigureIds
from industry.wording.reasons import lock as worded_lock
from industry.wording.said import Said, distinct, of_rows

BARS = "bars"
"""The kind of chart whose subtitle says regions, period and prices, and nothing else."""


class Options(FigureSpec):
    """``figures`` that aren't themselves made of others."""

    chart: Literal["together"]
    figures: FigureIds = Field(min_length=2, max_length=6)

    @property
    def over_a_period(self) -> bool:
        """Each of its figures tells for itself."""
        return True

    @property
    def of_a_span(self) -> bool:
        """Each of its figures tells for itself."""
        return True

    @property
    def of_regions(self) -> bool:
        """Each of its figures tells for itself."""
        return True


def together(context: Context[Options]) -> Figure:
    """The figures that the spec lists, set beside one another. A figure in which nothing may be drawn is told
    in the strip; the sheet tells by itself what is disputed."""
    specs = [context.catalogue.figures[id] for id in context.spec.figures]
    parts = [draw(spec, context.tables, context.choices, context.language) for spec in specs]
    times = _times(context, parts)
    notices: list[Said] = []
    notes: list[Said] = []
    for part in parts:
        told = part.frame.notices or (wording.clause(part.empty),)
        notices += [_of(part, context.say("named", part.frame.title, one)) for one in told if one]
        first, *others = [one for one in part.frame.notes if one.kind != "dispute"] or [Said()]
        notes += [_of(part, context.say("named", part.frame.title, first)) if first else first]
        notes += [_of(part, one) for one in others]
    alike = all(len(part.table.header) == len(parts[0].table.header) for part in parts)
    table = Table(parts[0].table.header, tuple(row for part in parts for row in part.table.rows))
    return figure(
        context,
        [panel for part in parts for panel in _panels(context, part, times.get(part.id, ""))],
        context.joined(_subtitle(context, parts, times)),
        notices=notices,
        notes=notes,
        lists=(row for part in parts for row in part.rows),
        table=table if alike else None,
        about="",
        beside=_subtitle(context, parts, times, True),
        empty=context.say("together_none"),
    )


def _of(part: Figure, said: Said) -> Said:
    """A text of a part, as one about what that draws."""
    return of_rows(said, said.rows, said.kind, part.drawn or part.rows)


def _panels(context: Context[Options], part: Figure, when: str) -> list[Panel]:
    """A part's panels, under its title; of several, each under its own heading, and whose they are if only
    one region is shown, or set against its province and the country; ``when`` behind it, if anything."""
    told = ("" if context.zh else " ") + context.say("in_brackets", when) if when else ""
    if len(part.panels) == 1:
        return [replace(part.panels[0], heading=part.frame.title + told)]
    regions = {row.region for row in part.drawn}
    over = {context.catalogue.benchmark, *(context.catalogue.parent_of(one) for one in regions)}
    subjects = [context.name(one) for one in regions if one not in over] or list(map(context.name, regions))
    owner = subjects[0] + ("" if context.zh else ": ") if len(subjects) == 1 else ""
    return [replace(one, heading=owner + one.heading + told) for one in part.panels]


def _times(context: Context[Options], parts: Sequence[Figure]) -> dict[str, str]:
    """The id of each part that is all of one period, or edition of a list, which its rows don't say → that in words,
    with its prices; empty where the same is true of all, so that it stands in the subtitle."""
    found: dict[str, str] = {}
    rows = [part for part in parts if part.drawn and all(isinstance(one, RowsPanel) for one in part.panels)]
    for part in rows:
        lock, *others = {lock_of(row) for row in part.drawn}
        when = worded_lock(lock, context.catalogue.config, context.language)
        prices = {row.indicator.prices for row in part.drawn if row.indicator.prices}
        details = [row.detail for one in part.panels if isinstance(one, RowsPanel) for row in one.rows]
        if not others and not all(when in one for one in details):
            found[part.id] = context.clauses(when, *(context.say(f"{one}_prices") for one in sorted(prices)))
    return found if len({lock_of(row) for part in rows for row in part.drawn}) > 1 else {}


def _subtitle(
    context: Context[Options], parts: Sequence[Figure], times: Mapping[str, str], about: bool = False
) -> tuple[Said, ...]:
    """What the parts' subtitles share, each part's own where they differ, which is about what that draws; of bars whose ``times`` stand
    above their panels the regions alone; ``about``: what they say besides marks."""
    alone = [part for part in parts if part.id in times and part.chart == BARS]
    if not times and (told := _shared(context, parts, about)):
        return told
    own = (
        _of(part, part.frame.plain_subtitle if about else part.frame.subtitle)
        for part in parts
        if part.panels and part not in alone
    )
    return distinct((Said(context.listed(map(context.name, _regions(context, alone)))), *own))


def _shared(context: Context[Options], parts: Sequence[Figure], about: bool) -> tuple[Said, ...]:
    """Regions, period and prices of parts that are all of one period, told once, and what else their subtitles say of their own;
    nothing of parts that say more, and of bars at several prices."""
    shown = [part for part in parts if part.panels]
    rows = [row for part in shown for row in part.drawn]
    locks, prices = {lock_of(row) for row in rows}, {row.indicator.prices for row in rows}
    beside = [beside_of(part.chart) for part in shown]
    priced = {part.chart for part in shown} == {BARS}
    if len(shown) < 2 or None in beside or len(locks) != 1 or (priced and len(prices) != 1):
        return ()
    regions, benchmark = _regions(context, shown), context.catalogue.benchmark
    names: str = context.listed(context.name(one) for one in regions if one != benchmark)
    if benchmark in regions:
        names = context.say("beside", names, context.name(benchmark)) if names else context.name(benchmark)
    when = worded_lock(locks.pop(), context.catalogue.config, context.language)
    head = context.clauses(names, when, *(context.say(f"{one}_prices") for one in prices if one and priced))
    own = (
        _of(part, context.say(key))
        for part, keys in zip(shown, beside, strict=True)
        for key in (keys or ())[: 1 if about else None]
        if key
    )
    return distinct((head, *own))


def _regions(context: Context[Options], parts: Sequence[Figure]) -> list[Region]:
    """Those that parts draw, in the catalogue's order."""
    order = list(context.catalogue.regions)
    return sorted({row.region for part in parts for row in part.drawn}, key=lambda one: order.index(one.id))


KIND = Kind(Options, together)
