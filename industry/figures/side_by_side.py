"""Regions side by side: their order, a region's bar, and a panel of rows on one scale.

What is set side by side, and why, is for the kinds of chart that draw it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from industry import wording
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.record import End, Mark, Reference, Row, RowsPanel, Shape
from industry.rules.comparison import Comparison
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.wording.said import Said

FINISH: dict[str, End] = {
    "over": "open_up",
    "at_least": "open_up",
    "at_most": "open_down",
    "under": "open_down",
    "nearly": "about",
    "about": "about",
}
"""How the bar of a qualified figure ends."""
_BELOW_ZERO: dict[End, End] = {"open_up": "open_down", "open_down": "open_up"}
"""A qualifier speaks of a figure's size: a fall by over 20 % goes on to the left."""


def ordered(found: Comparison) -> list[Observation]:
    """Ranked, then unranked of the same level, each province followed by its cities."""
    order: list[Observation] = []
    below = list(found.below)
    for row in (*found.ranked, *found.open):
        order.append(row)
        order += [city for city in below if city.region.parent == row.region.id]
    return order + [city for city in below if city not in order]


def mark(
    context: Context[FigureSpec],
    shape: Shape,
    row: Observation,
    start: float | None = None,
    colour: str = "",
    text: Said | None = None,
) -> Mark:
    """A mark of one figure: from ``start``, or a point where that is None; a bar ends open where the figure
    is qualified."""
    end = float(row.value_to if row.value_to is not None else row.value)
    return Mark(
        shape=shape,
        start=end if start is None else start,
        end=end,
        colour=colour or row.region.colour,
        finish=_finish(row) if shape == "bar" else "closed",
        row=row,
        text=text or NOTHING,
        hover=context.hover(row),
    )


def _finish(row: Observation) -> End:
    end = FINISH.get(row.qualifier, "closed")
    return _BELOW_ZERO.get(end, end) if row.value < 0 else end


def bar(
    context: Context[FigureSpec], row: Observation, name: str = "", muted: bool = False, dated: bool = False
) -> Row:
    """A region's bar with its worded value, under its name its period where that is ``dated``."""
    text = context.number(row, bare=True)
    detail = Said(context.period(row.period), (row,)) if dated else NOTHING
    name = name or context.name(row.region)
    return Row(name, (mark(context, "bar", row, 0.0),), text, detail, context.marked(row), muted)


def reference(context: Context[FigureSpec], row: Observation, name: str = "") -> Reference:
    """The dashed line of a figure that others are read against: the country's, or a total's."""
    called, figure = name or context.name(row.region), context.number(row, bare=True)
    return Reference(float(row.value), called, figure, row.region.colour, row)


def rows_panel(
    context: Context[FigureSpec],
    heading: str,
    indicator: Indicator,
    lines: Sequence[Row],
    references: Sequence[Reference] = (),
    of: str = "row_region",
) -> RowsPanel:
    """Rows on one scale, in the unit that the panel names, that holds zero, every mark and every reference; ``of``: the
    phrase for what they are named after."""
    times = wording.factor(indicator, context.language)

    def turned(value: float) -> float:
        return float(Decimal(str(value)) * times)

    if times != 1:
        lines = [
            replace(
                row,
                marks=tuple(replace(one, start=turned(one.start), end=turned(one.end)) for one in row.marks),
            )
            for row in lines
        ]
        references = [replace(one, value=turned(one.value)) for one in references]
    unit = wording.unit_line(indicator, context.language)
    named = (context.say(of), context.say("row_figure"), context.say("row_note"))
    panel = RowsPanel(heading, unit, tuple(lines), references=tuple(references), named=named)
    return on_one_scale([panel])[0]


def on_one_scale(panels: Sequence[RowsPanel]) -> list[RowsPanel]:
    """The panels on the scale that holds zero, every mark and every reference of all; where nothing is but zeros, one
    that has a length all the same."""
    marks = [mark for panel in panels for row in panel.rows for mark in row.marks]
    values = [0.0, *(value for mark in marks for value in (mark.start, mark.end))]
    values += [one.value for panel in panels for one in panel.references]
    low, high = min(values), max(values)
    return [replace(one, low=low, high=high if low < high else 1.0) for one in panels]
