"""From a figure's spec to its record, by its kind of chart."""

from __future__ import annotations

from industry.figures.context import Choices, Context, Tables
from industry.figures.kinds import kinds
from industry.figures.record import Figure
from industry.vocabulary.catalogue import FigureSpec


def draw(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure that ``spec`` describes for these choices, in ``language`` (``zh`` or ``en``)."""
    return kinds()[spec.chart].draw(Context(spec, tables, choices, language))
