"""Figures over time: a trend's lines as a panel, where they stop, and what is said of all that they show.

Which rows make a line is decided in ``rows.trends``; which trends a figure draws, by the kinds of chart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from industry import wording
from industry.figures import bases
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.record import LinesPanel, Series
from industry.figures.rows.trend_columns import columns
from industry.figures.rows.trends import Line, Trend
from industry.rules.base_effects import BaseEffect
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.fields import UNITS
from industry.vocabulary.observation import Observation
from industry.wording.said import Said

CROWD = 20
"""Derived figures of a panel beyond which not each can stand at its point."""


def panel(context: Context[FigureSpec], one: Trend, head: str, most: int = CROWD) -> LinesPanel:
    """The lines as series, which end where they aren't `joined`."""
    derived = all(row.derived for row in one.rows)
    mark = wording.derived_mark(one.rows[0], context.language)
    return LinesPanel(
        heading=(head or context.short(one.indicator)) + mark if derived else head,
        unit=wording.unit_line(one.rows[0].indicator, context.language),
        columns=columns(context, one.columns, whole=not one.even),
        series=tuple(series(context, line, not derived, crowded(one, most)) for line in one.lines),
        gaps=tuple(at for at in range(len(one.columns) - 1) if not one.joined(at)),
        grouped=not context.zh,
        unwritten=NOTHING if crowded(one, most) else context.say("points_unwritten"),
    )


def breaks(context: Context[FigureSpec], drawn: Sequence[Trend]) -> list[Said]:
    """Where indicators began to be counted otherwise between what is drawn, and why."""
    return [
        context.say(
            "named", context.name(one.indicator), wording.broken(each.since, each.reason, context.language)
        )
        for one in drawn
        for each in one.indicator.breaks
        if each.between(one.columns[0].end, one.columns[-1].end)
    ]


def uneven(context: Context[FigureSpec], drawn: Sequence[Trend]) -> Said:
    """Why points are not joined where they are unequally far apart in time."""
    return NOTHING if all(one.even for one in drawn) else context.say("uneven")


def crowded(one: Trend, most: int = CROWD) -> bool:
    """Whether a panel, all of derived figures, has more than can each stand at its point: more than ``most``."""
    return len(one.rows) > most and all(row.derived for row in one.rows)


def crowded_note(context: Context[FigureSpec], drawn: Sequence[Trend], most: int = CROWD) -> Said:
    """That the table has the figures that don't stand at their points."""
    return context.say("see_points") if any(crowded(one, most) for one in drawn) else NOTHING


def series(context: Context[FigureSpec], line: Line, marked: bool, free: bool = False) -> Series:
    """A region's line; ``marked``: derived figures say so, unless the heading says it of all; ``free``: they may be
    left out where there is no room."""
    texts = [context.number(row, True, marked) if row else NOTHING for row in line.rows]
    return Series(
        name=context.name(line.region),
        own=line.region.colour,
        colour=line.region.colour,
        dashed=line.region == context.catalogue.benchmark,
        values=tuple(reading(context, row) if row else None for row in line.rows),
        texts=tuple(Said(one, one.rows) if free else one for one in texts),
        rows=line.rows,
        hovers=tuple(context.hover(row) if row else NOTHING for row in line.rows),
    )


def reading(context: Context[FigureSpec], row: Observation) -> float:
    """The value in the unit that the axis names: in English 亿元 is read as billion yuan."""
    indicator = row.indicator
    named = context.zh or indicator.unit_en is not None
    return float(row.value if named else row.value * UNITS[indicator.unit][1])


def caveat(
    context: Context[FigureSpec],
    found: Sequence[BaseEffect],
    averages: Collection[Observation],
    told: Collection[Observation],
) -> list[Said]:
    """What the bases were; averages over two years have a panel, and the ``averages`` in it a note of their own, as what is
    ``told`` to be left out has."""
    shown = [one.row for one in found if one.years == 2]
    return bases.notes(context, found, lambda row: context.name(row.region), shown, averages, told)


def subtitle(context: Context[FigureSpec], drawn: Sequence[Trend]) -> Said:
    """Regions, whether periods run since January, and the edition."""
    names = context.listed(context.name(line.region) for one in drawn for line in one.lines)
    since = "" if all(one.yearly for one in drawn) else context.say("cumulated")
    return context.clauses(names, since, *dict.fromkeys(context.edition(one.edition) for one in drawn))
