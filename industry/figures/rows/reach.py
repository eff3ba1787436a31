"""What becomes of a row: which published rows no figure can show, and why. They stand in tables alone.

A figure that can't be drawn for a reason of its own is told where it should be; this asks only what a curator
would: is the row of any use in a picture?
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from industry.figures.context import Tables
from industry.figures.draw import draw_safely
from industry.figures.record import counts_only
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import named

Reason = Literal["undated", "supplied", "planned", "alone"]
"""No period · scope, denominator, status or indicator supplied, so that it compares with nothing · a target, forecast
or parameter that no figure names · an indicator that belongs to no concept and that no figure names."""
_DOUBTS = frozenset({"scope", "denominator", "status", "indicator"})


def unshown(tables: Tables) -> Iterator[tuple[Observation, Reason]]:
    """The rows that neither the figures of config.yaml draw nor a reader's choice can, in the tables' order."""
    drawn = set(_drawn(tables))
    compared = set(_compared(tables))
    for row in (row for one in tables.catalogue.indicators.values() for row in tables.rows(one.id)):
        if row.derived or row.id in drawn:
            continue
        if row.period is None:
            yield row, "undated"
        elif row.inferred & _DOUBTS:
            yield row, "supplied"
        elif row.status != "actual":
            yield row, "planned"
        elif row.indicator.id not in compared:
            yield row, "alone"


def _drawn(tables: Tables) -> Iterator[str]:
    """Ids of the rows that stand in a figure of config.yaml, in its marks or their words, or are a term of one."""
    for spec in tables.catalogue.config.figures:
        figure = draw_safely(spec, tables, Choices(), "zh")
        for row in figure.drawn if not counts_only(figure.panels) else ():
            yield from (one.id for one in (row, *row.terms))


def _compared(tables: Tables) -> Iterator[str]:
    """Ids of the indicators that a reader can choose: those of a concept, or that a figure names."""
    yield from (one.id for one in tables.catalogue.indicators.values() if one.concept)
    for spec in tables.catalogue.config.figures:
        yield from (id for _, id in named(spec, type(spec), "indicator"))
