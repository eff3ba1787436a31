"""Emphasis: which themes each document puts weight on.

Nothing is compared by value. What a document sets out to do is counted by the theme under which curators entered
it; how it judges the situation, and what it says was done, is no emphasis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.documents import by_region, counted, documents, named
from industry.figures.record import Cell, Column, Figure, GridPanel, Table
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec
from industry.wording import citation
from industry.wording.said import Said


class Options(FigureSpec):
    """Every document that sets out to do something, by config.yaml's themes."""

    chart: Literal["emphasis"]


def emphasis(context: Context[Options]) -> Figure:
    """Themes by documents: how many of a document's priorities each theme holds, shaded by their
    share of the document's own."""
    sources = documents(context)
    aims = [one for one in context.catalogue.priorities if one.kind == "aim"]
    counts = Counter((one.source, one.theme) for one in aims)
    totals = Counter(one.source for one in aims)
    sources = tuple(one for one in sources if totals[one.id])
    themes = [id for id in context.catalogue.config.themes if any(counts[one.id, id] for one in sources)]
    most = max((counts[one.id, id] / totals[one.id] for one in sources for id in themes), default=1.0)
    panel = GridPanel(
        heading="",
        unit=context.say("emphasis_unit"),
        columns=tuple(Column(*citation.date_in_parts(one, context.language)) for one in sources),
        names=tuple(_theme(context, id) for id in themes),
        cells=tuple(
            tuple(_weight(context, one, id, counts[one.id, id], totals[one.id], most) for one in sources)
            for id in themes
        ),
        groups=by_region(context, sources),
        unwritten=context.say("emphasis_unwritten"),
    )
    told = (
        context.say("named", named(context, one), context.say("emphasis_total", str(totals[one.id])))
        for one in sources
    )
    subtitle = context.say("emphasis_subtitle", wording.documents(context.catalogue, context.language))
    table = _emphasis_table(context, sources, themes, counts, totals)
    return counted(context, panel, subtitle, context.say("emphasis_note"), sources, (), 0, table, told)


def _weight(
    context: Context[Options], source: Source, theme: str, count: int, total: int, most: float
) -> Cell:
    facts = (named(context, source), _theme(context, theme), str(count), str(total))
    colour = context.region(source.region).colour
    hover = context.say("emphasis_cell", *facts)
    return Cell(Said(str(count) if count else ""), count / total / most, colour, hover)


def _theme(context: Context[Options], id: str) -> str:
    return context.catalogue.config.themes[id](context.language)


def _emphasis_table(
    context: Context[Options],
    sources: Sequence[Source],
    themes: Sequence[str],
    counts: Counter[tuple[str, str]],
    totals: Counter[str],
) -> Table:
    """Themes down, documents across, and each document's total."""
    head = ("主题" if context.zh else "Theme", *(named(context, one) for one in sources))
    body = [(_theme(context, id), *(str(counts[one.id, id]) for one in sources)) for id in themes]
    last = ("合计" if context.zh else "Total", *(str(totals[one.id]) for one in sources))
    return Table(head, (*body, last), tuple(range(1, len(head))))


KIND = Kind(Options, emphasis)
