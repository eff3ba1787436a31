"""Regions side by side: their order, a region's bar, and a panel of rows on one scale.

What is set side by side, and why, is for the kinds of chart that draw it.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry import wording
from industry.figures.context import Context
from industry.figures.record import End, Mark, Reference, Row, RowsPanel
from industry.rules.comparison import Comparison
from industry.vocabulary.catalogue import FigureSpec, Indicator
from industry.vocabulary.observation import Observation

FINISH: dict[str, End] = {
    "over": "open_up",
    "at_least": "open_up",
    "at_most": "open_down",
    "nearly": "about",
    "about": "about",
}
"""How the bar of a qualified figure ends."""


def ordered(found: Comparison) -> list[Observation]:
    """Ranked, then unranked of the same level, each province followed by its cities."""
    order: list[Observation] = []
    below = list(found.below)
    for row in (*found.ranked, *found.open):
        order.append(row)
        order += [city for city in below if city.region.parent == row.region.id]
    return order + [city for city in below if city not in order]


def bar(context: Context[FigureSpec], row: Observation, muted: bool = False, detail: str = "") -> Row:
    """A region's bar with its worded value; open-ended where the figure is qualified."""
    text = context.number(row, bare=True)
    end = float(row.value_to if row.value_to is not None else row.value)
    mark = Mark(
        shape="bar",
        start=0.0,
        end=end,
        colour=row.region.colour,
        finish=FINISH.get(row.qualifier, "closed"),
        row=row.id,
        hover=context.hover(row),
    )
    aside = context.say("derived") if row.derived else ""
    if aside:
        aside = f"（{aside}）" if context.zh else f"({aside})"
    return Row(context.name(row.region), (mark,), text, detail=detail, aside=aside, muted=muted)


def rows_panel(
    context: Context[FigureSpec],
    heading: str,
    indicator: Indicator,
    rows: Sequence[Observation],
    lines: Sequence[Row],
    benchmark: Observation | None,
) -> RowsPanel:
    """Rows on one scale that holds zero, every value and the benchmark."""
    values = [float(v) for row in rows for v in (row.value, row.value_to) if v is not None]
    references: tuple[Reference, ...] = ()
    if benchmark:
        values.append(float(benchmark.value))
        text = f"{context.name(benchmark.region)} {context.number(benchmark, bare=True)}"
        references = (Reference(float(benchmark.value), text, benchmark.region.colour, benchmark.id),)
    return RowsPanel(
        heading=heading,
        unit=wording.unit_line(indicator, context.language),
        rows=tuple(lines),
        low=min(0.0, *values),
        high=max(0.0, *values),
        references=references,
    )
