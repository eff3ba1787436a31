"""From what a figure could be had: all that is held of it over each period, and of what it may be worked out from,
whether it compares or not. What is drawn is a part of that; the rest is told with what keeps it away.

Which of it a trend draws is decided in ``trends``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from industry.figures.context import Context
from industry.figures.rows.lookup import actual
from industry.rules import identities
from industry.rules.base_effects import average_indicator
from industry.rules.comparison import Apart, doubt
from industry.rules.lock import comparable, preferred
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

Way = tuple[Sequence[Observation], ...]
"""Of each term the rows that are held of it, one or more: the figure itself as published is a way of one term."""
Ways = Mapping[Period, Sequence[Way]]


def ways(
    context: Context[FigureSpec],
    indicator: Indicator,
    regions: Sequence[Region],
    edition: str,
    worked_out: bool = True,
) -> dict[str, Ways]:
    """To actual figures of ``regions``, by their ids: as published and, where they may be ``worked_out``, by the identities from
    terms of any of which something of the ``edition`` is held."""
    found: dict[str, dict[Period, list[Way]]] = {one.id: defaultdict(list) for one in regions}
    for region in regions:
        published: dict[Period, list[Observation]] = defaultdict(list)
        for row in actual(context, indicator, region):
            if row.period:
                published[row.period].append(row)
        for when, rows in published.items():
            found[region.id][when].append((rows,))
    for slot, terms in identities.ways(context.shelf, indicator) if worked_out else ():
        if slot.region in found and any(row.edition == edition for rows in terms for row in rows):
            found[slot.region][slot.period].append(terms)
    return dict(found)


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


def unfit(terms: Iterable[Sequence[Observation]], edition: str) -> Iterator[Apart]:
    """Of each term of which nothing is fit to be drawn beside figures of this edition all that is held, of one edition
    and one doubt once, with what keeps it away: its edition, what it leaves unsaid, or that it isn't exact."""
    for rows in terms:
        if any(comparable(row) and row.exact and row.edition == edition for row in rows):
            continue
        alike: dict[tuple[object, ...], list[Observation]] = {}
        for row in rows:
            alike.setdefault((row.edition, row.inferred), []).append(row)
        for row in (preferred(held)[0] for held in alike.values()):
            yield Apart(row, doubt(row, edition))
