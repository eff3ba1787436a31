"""From a figure's spec to its record: the table of kinds, and nothing else."""

from __future__ import annotations

from industry.figures.context import Builder, Choices, Context, Tables
from industry.figures.kinds.bars import bars
from industry.figures.kinds.branches import branches
from industry.figures.kinds.coverage import coverage, emphasis
from industry.figures.kinds.gap import gap
from industry.figures.kinds.lines import lines
from industry.figures.kinds.parent import parent, share
from industry.figures.kinds.ranks import ranks
from industry.figures.kinds.slope import slope
from industry.figures.kinds.target import target
from industry.figures.kinds.tiers import breadth, tiers
from industry.figures.kinds.together import together
from industry.figures.record import Figure
from industry.vocabulary.catalogue import FigureSpec

KINDS: dict[str, Builder] = {
    "bars": bars,
    "branches": branches,
    "breadth": breadth,
    "coverage": coverage,
    "emphasis": emphasis,
    "gap": gap,
    "lines": lines,
    "parent": parent,
    "ranks": ranks,
    "share": share,
    "slope": slope,
    "target": target,
    "tiers": tiers,
}


def draw(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure that ``spec`` describes for these choices, in ``language`` (``zh`` or ``en``)."""
    return _drawn(Context(spec, tables, choices, language))


def _drawn(context: Context) -> Figure:
    if context.spec.chart == "together":
        return together(context, _drawn)
    return KINDS[context.spec.chart](context)
