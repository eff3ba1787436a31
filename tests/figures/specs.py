"""A figure drawn from a spec that a test makes for itself, on whatever tables."""

from __future__ import annotations

from typing import Any

from industry.figures.context import Choices, Tables
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Figure
from industry.vocabulary.catalogue import Text


def made(
    tables: Tables, chart: str, language: str = "zh", regions: tuple[str, ...] = (), **fields: Any
) -> Figure:
    """The figure of kind ``chart``; ``regions`` are the reader's choice, ``fields`` the spec's."""
    title = Text(zh="标题", en="Title")
    spec = kinds()[chart].options(id=f"made_{chart}", chart=chart, title=title, page="compare", **fields)
    return draw(spec, tables, Choices(regions=regions), language)
