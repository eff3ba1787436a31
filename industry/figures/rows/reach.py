"""What becomes of a row: which published rows no figure can show, and why. They stand in tables alone.

A figure that can't be drawn for a reason of its own is told where it should be; this asks only what a curator
would: is the row of any use in a picture?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    drawn, reason_of = frozenset(_drawn(tables)), reasons(tables)
    for row in (row for one in tables.catalogue.indicators.values() for row in tables.rows(one.id)):
        if not row.derived and row.id not in drawn and (reason := reason_of(row)):
            yield row, reason


def reasons(tables: Tables) -> Callable[[Observation], Reason | None]:
    """What tells of a published row that no figure of config.yaml draws why none can; None of one that a reader can
    choose."""
    compared = frozenset(_compared(tables))

    def why(row: Observation) -> Reason | None:
        if row.period is None:
            return "undated"
        if row.inferred & _DOUBTS:
            return "supplied"
        if row.status != "actual":
            return "planned"
        return None if row.indicator.id in compared else "alone"

    return why


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
