"""What figures of the documents share: which documents there are, what they are called, and how far what they
print reaches.

Which grid is made of them is for the kinds of chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from industry.figures.context import Context
from industry.figures.finished import figure
from industry.figures.record import Figure, GridPanel, Table
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said


def documents(context: Context[FigureSpec]) -> tuple[Source, ...]:
    """The documents, by region in config.yaml's order, then by date."""
    order = context.catalogue.config.regions

    def key(one: Source) -> tuple[int, str]:
        return order.index(one.region) if one.region in order else len(order), one.date or ""

    return tuple(sorted(context.catalogue.documents, key=key))


def named(context: Context[FigureSpec], source: Source) -> str:
    """江西 2021年7月."""
    return f"{context.name(context.region(source.region))} {citation.date(source, context.language)}"


def by_region(context: Context[FigureSpec], sources: Iterable[Source]) -> tuple[tuple[str, int], ...]:
    """How many documents of each region follow one another, by its name."""
    spans = Counter(one.region for one in sources)
    return tuple((context.name(context.region(region)), count) for region, count in spans.items())


def counted(
    context: Context[FigureSpec],
    panel: GridPanel,
    subtitle: str,
    note: Said,
    sources: Sequence[Source],
    rows: Iterable[Observation],
    until: int,
    table: Table,
    told: Iterable[Said],
) -> Figure:
    """A figure that counts what whole documents hold: every document is a source, those without figures too;
    its data go ``until`` the last month drawn, 0 where only texts are counted. The alternative text says what
    is ``told`` and leaves the cells to the table."""
    stop = context.say("stop")
    alt = stop.join((context.spec.title(context.language), subtitle, context.joined(told)))
    return figure(
        context,
        (panel,),
        subtitle,
        notes=[note],
        lists=rows,
        table=table,
        sources=sources,
        until=until,
        alt=alt + ("。" if context.zh else "."),
    )
