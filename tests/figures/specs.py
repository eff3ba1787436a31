"""A figure drawn from a spec that a test makes for itself, on whatever tables; one drawn once for many tests."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from industry.figures.context import Tables
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Figure
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import NOTHING, Choices
from industry.vocabulary.strict_record import Text


def made(
    tables: Tables,
    chart: str,
    language: str = "zh",
    regions: tuple[str, ...] = (),
    chosen: Choices = NOTHING,
    **fields: Any,
) -> Figure:
    """The figure of kind ``chart``; ``regions`` or all ``chosen`` are the reader's choice, ``fields`` the spec's."""
    title = Text(zh="标题", en="Title")
    spec = kinds()[chart].options(id=f"made_{chart}", chart=chart, title=title, page="compare", **fields)
    return draw(spec, tables, replace(chosen, regions=regions or chosen.regions), language)


def options(spec: FigureSpec) -> SimpleNamespace:
    """What a figure says, nothing where its kind has no such option."""
    none = dict.fromkeys(("indicator", "concept", "period", "edition", "each_latest", "level"))
    empty = dict.fromkeys(("indicators", "regions", "periods", "figures"), ()) | {"own_periods": {}}
    return SimpleNamespace(**(none | empty | dict(spec)))


def once(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure, drawn once for all tests of a process that ask for it with no period of their own: a record that
    nobody changes, which every page too keeps and hands to all its viewers."""
    return (draw if choices.period else _kept)(spec, tables, choices, language)


_kept = lru_cache(maxsize=2048)(draw)
