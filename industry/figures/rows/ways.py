"""From what a figure could be had: all that is held of it over each period, and of what it may be worked out from,
whether it compares or not. What is drawn is a part of that; the rest is told with what keeps it away.

Which of it a trend draws is decided in ``trends``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from industry.figures.context import Context, Tables
from industry.figures.options import RegionsSpec
from industry.figures.rows.lookup import ended, known, latest
from industry.kept import kept
from industry.rules import identities
from industry.rules.arithmetic.relations import Slot
from industry.rules.base_effects import average_indicator
from industry.rules.comparison import Apart, Comparison, doubt
from industry.rules.lock import preferred
from industry.rules.shelf import Shelf
from industry.rules.verdicts import ALONE, Verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

Way = tuple[Sequence[Observation], ...]
"""Of each term the rows that are held of it, one or more: the figure itself as published is a way of one term."""
Ways = Mapping[Period, Sequence[Way]]


def ways(
    context: Context[FigureSpec],
    indicator: Indicator,
    regions: Sequence[Region],
    worked_out: bool = True,
    status: str = "actual",
) -> dict[str, Ways]:
    """To figures of ``regions`` and of a ``status``, by their ids: as published and, where they may be ``worked_out``, by the identities."""
    found: dict[str, dict[Period, list[Way]]] = {one.id: defaultdict(list) for one in regions}
    for region in regions:
        published: dict[Period, list[Observation]] = defaultdict(list)
        for row in context.tables.rows(indicator.id, region.id):
            if row.period and row.status == status:
                published[row.period].append(row)
        for when, rows in published.items():
            found[region.id][when].append((rows,))
    for slot, terms in _derivable(context.tables, indicator.id, status) if worked_out else ():
        if slot.region in found:
            found[slot.region][slot.period].append(terms)
    return dict(found)


@kept
def _derivable(tables: Tables, indicator: str, status: str) -> Sequence[tuple[Slot, Way]]:
    """What the identities could give of an indicator."""
    return tuple(identities.ways(Shelf(tables), tables.catalogue.indicators[indicator], status))


def of_both(one: Ways, other: Ways) -> Ways:
    """To what is worked out from two figures of one period, a gap or a share."""
    return {
        when: [(*first, *second) for first in held for second in other[when]]
        for when, held in one.items()
        if when in other
    }


def to_average(
    context: Context[FigureSpec],
    growth: Indicator,
    region: Region,
    over: Sequence[Period],
    when: Collection[Period],
) -> Ways:
    """To averages over two years: as published ``over`` any of these periods and, of those of them ``when`` one is drawn,
    from growth and that of the year before."""

    def of(indicator: Indicator, period: Period) -> Sequence[Observation]:
        return context.shelf.at(indicator.id, region.id, period)

    def each(period: Period) -> Iterator[Way]:
        yield (of(average_indicator(context.catalogue, growth), period),)
        if period in when:
            yield of(growth, period), of(growth, period.years_earlier())

    return {period: [way for way in each(period) if all(way)] for period in over}


def unfit(terms: Iterable[Sequence[Observation]], keeps: Callable[[Observation], Verdict]) -> Iterator[Apart]:
    """Of each term of which everything is kept from being drawn all that is held, of one edition and one doubt once, with
    what ``keeps`` it away."""
    for rows in terms:
        why = {row: keeps(row) for row in rows}
        if ALONE in why.values():
            continue
        alike: dict[tuple[object, ...], list[Observation]] = {}
        for row in rows:
            alike.setdefault((row.edition, row.inferred), []).append(row)
        for row in (preferred(held)[0] for held in alike.values()):
            yield Apart(row, why[row])


def unfit_terms(context: Context[RegionsSpec], found: Comparison) -> list[Apart]:
    """Of what a region's missing figure could be worked out from what keeps it from that: something isn't stated, or isn't
    exact, and the edition of what stands beside that; where nothing else is told of the region over the period, editions alone."""
    lock = found.lock
    if lock is None or lock.period is None:
        return []
    drawn = {row.region.id for row in (*found.drawn, found.benchmark) if row}
    told = {one.row.region.id for one in found.apart if one.row.period == lock.period}
    country = () if found.indicator.measure in AMOUNTS else (context.catalogue.benchmark.id,)
    left = [context.region(id) for id in dict.fromkeys((*context.regions, *country)) if id not in drawn]
    held = ways(context, found.indicator, left)
    terms = [way for each in held.values() for way in _by_way(each, lock.period, lock.edition)]
    doubted = [way for way in terms if any(one.verdict.kind != "other_edition" for one in way)]
    apart = (one for way in terms for one in way if way in doubted or one.row.region.id not in told)
    return list(dict.fromkeys(apart))


def lacking(held: Ways, when: Period, edition: str) -> Iterator[Apart]:
    """What keeps terms from giving the figure of a period: that something isn't stated, or isn't exact, or its edition."""
    return (one for way in _by_way(held, when, edition) for one in way)


def _by_way(held: Ways, when: Period, edition: str) -> Iterator[list[Apart]]:
    """The same, those of each way by themselves."""
    for way in held.get(when, ()):
        if len(way) > 1:
            yield [*unfit(way, lambda row: doubt(replace(row, status="actual"), edition))]


def last(
    context: Context[FigureSpec],
    indicator: Indicator,
    region: Region,
    keeps: Callable[[Observation], Verdict],
    inside: Callable[[Period], bool] = bool,
    edition: str | None = None,
    status: str = "actual",
) -> tuple[Observation | None, list[Apart]]:
    """Of the figures of a region and a ``status`` ``inside`` of some periods the last that nothing ``keeps`` away; and where a later one
    is held, or all that it could be worked out from, what keeps that away. Terms are of the ``edition``, None for that of the figure."""
    rows = (row for row in known(context, indicator.id, region) if row.status == status)
    fit = latest([row for row in rows if row.period and inside(row.period) and keeps(row) == ALONE])
    if edition is None:
        edition = fit.edition if fit else ""
    held = ways(context, indicator, [region], status=status)[region.id]
    later = [when for when in held if inside(when) and when.end > (ended(fit) if fit else -1)]
    if not later:
        return fit, []
    when = max(later, key=lambda one: one.end)
    published = (way for way in held[when] if len(way) == 1)
    return fit, [
        *(one for way in published for one in unfit(way, keeps)),
        *lacking(held, when, edition),
    ]
