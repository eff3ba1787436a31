"""From a figure's spec to its record: the table of kinds, and nothing else."""

from __future__ import annotations

from industry.catalogue import FigureSpec
from industry.figures.bars import bars
from industry.figures.branches import branches
from industry.figures.counts import breadth, tiers
from industry.figures.gap import gap
from industry.figures.grid import coverage, emphasis
from industry.figures.lines import lines
from industry.figures.parent import parent, share
from industry.figures.ranks import ranks
from industry.figures.record import Figure
from industry.figures.scene import Builder, Choices, Scene, Tables
from industry.figures.slope import slope
from industry.figures.target import target
from industry.figures.together import together

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
    return _drawn(Scene(spec, tables, choices, language))


def _drawn(scene: Scene) -> Figure:
    if scene.spec.chart == "together":
        return together(scene, _drawn)
    return KINDS[scene.spec.chart](scene)
