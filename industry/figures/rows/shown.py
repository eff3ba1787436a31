"""Which figures show a row: those of config.yaml as they are listed, and those that decks draw with choices of
their own. Asked of the figures themselves: a row is shown where it stands in a panel, or is a term of one that does.

And which published rows no figure can show, and why: is the row of any use in a picture? They stand in tables alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from industry.figures.context import Tables
from industry.figures.draw import draw_safely, known, spec_of
from industry.figures.record import Figure, counts_only
from industry.kept import kept
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices, Slide
from industry.vocabulary.strict_record import named

Reason = Literal["undated", "supplied", "planned", "alone"]
"""No period · scope, denominator, status or indicator supplied, so that it compares with nothing · a target, forecast
or parameter that no figure names · an indicator that belongs to no concept and that no figure names."""
_DOUBTS = frozenset({"scope", "denominator", "status", "indicator"})


def ids_in(figure: Figure) -> frozenset[str]:
    """Ids of the rows that stand in a figure's panels, and of the terms of those that are derived; none of a figure
    that shows only how many there are."""
    if counts_only(figure.panels):
        return frozenset()
    return frozenset(one.id for row in figure.drawn for one in (row, *row.terms))


@kept
def shown_in(tables: Tables) -> Mapping[str, tuple[Slide, ...]]:
    """Row id → the slides that show it: the figures of config.yaml in its order, then what only decks draw. Worked
    out once for tables, since every figure is drawn for it."""
    catalogue = tables.catalogue
    listed = [Slide(one.id) for one in catalogue.config.figures]
    presented = [known(catalogue, one) for deck in catalogue.config.decks for one in deck.slides]
    found: dict[str, list[Slide]] = {}
    for slide in dict.fromkeys((*listed, *presented)):
        if spec := spec_of(catalogue, slide):
            for id in ids_in(draw_safely(spec, tables, slide.choices, "zh")):
                found.setdefault(id, []).append(slide)
    return {id: tuple(slides) for id, slides in found.items()}


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
        yield from ids_in(draw_safely(spec, tables, Choices(), "zh"))


def _compared(tables: Tables) -> Iterator[str]:
    """Ids of the indicators that a reader can choose: those of a concept, or that a figure names."""
    yield from (one.id for one in tables.catalogue.indicators.values() if one.concept)
    for spec in tables.catalogue.config.figures:
        yield from (id for _, id in named(spec, type(spec), "indicator"))
