"""What is wrong with a figure, in words: two observations on one scale, ranked, or told in one finding, whose
verdict forbids it; a figure that ends exactly where its print is open; a region that is neither drawn nor
named. Nothing here knows any table: whatever these hold, a right figure has no such fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from industry.figures.context import Tables
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.rules.arithmetic.intervals import COUNTED
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.figures.drawing import held, words
from tests.figures.specs import once, options
from tests.figures.true_findings import differing, untrue

BROKEN = (LookupError, ValueError, TypeError, ArithmeticError, StopIteration, AttributeError, AssertionError)
"""What drawing a figure may never end in."""


# What a figure draws


def scales(figure: Figure, panel: Panel) -> Iterator[list[Observation]]:
    """The observations whose lengths or places are read on one scale: all of a panel's with its references,
    those of each row where rows have their own, and those of each column of lines."""
    if isinstance(panel, LinesPanel):
        for column in range(len(panel.columns)):
            yield drawn(figure, (line.rows[column] for line in panel.series))
    elif isinstance(panel, RowsPanel):
        rows = [[mark.row for mark in row.marks] for row in panel.rows]
        references = [one.row for one in panel.references]
        yield from (
            drawn(figure, held)
            for held in (rows if panel.own_scales else [[one for row in rows for one in row] + references])
        )


def drawn(figure: Figure, rows: Iterable[Observation | None]) -> list[Observation]:
    """The observations of marks, each once."""
    return [held(figure, one) for one in dict.fromkeys(rows) if one]


def forbidden(figure: Figure) -> Iterator[str]:
    """Every pair of marks that is read on one scale, or stands on one line, and may not."""
    for panel in figure.panels:
        where = f"{figure.id}, {panel.heading}"
        alone = isinstance(panel, RowsPanel) and panel.own_scales
        for group in scales(figure, panel):
            for one, other in combinations(group, 2):
                found = verdict(one, other)
                if not (found.one_row if alone else found.one_axis):
                    yield f"{where}: {one.id} and {other.id}"
        for line in panel.series if isinstance(panel, LinesPanel) else ():
            ends = (
                [0, *(at + 1 for at in panel.gaps), len(line.rows)] if isinstance(panel, LinesPanel) else []
            )
            for start, end in pairwise(ends):
                for one, other in combinations(drawn(figure, line.rows[start:end]), 2):
                    if not verdict(one, other).one_line:
                        yield f"{where}: {line.name} runs from {one.id} to {other.id}"


def blunt(figure: Figure) -> Iterator[str]:
    """Bars that end exactly although the figure is open (超, 约 …), and differences, shares or averages
    worked from such a figure as if it were exact."""
    for panel in figure.panels:
        for row in panel.rows if isinstance(panel, RowsPanel) else ():
            for mark in row.marks:
                if mark.row and mark.shape == "bar" and mark.finish == "closed" and mark.row.qualifier:
                    yield f"{figure.id}: {mark.row.id} is drawn as if exact"
    for one in figure.rows:
        for term in one.terms:
            if not term.exact:
                yield f"{figure.id}: {one.id} is worked from {term.id}, which is not exact"


def unsorted(figure: Figure, catalogue: Catalogue, spec: FigureSpec) -> Iterator[str]:
    """Rows that are ranked where they may not be, or not ranked where they are: bars stand by value only
    where exact, cities below; gaps always in config.yaml's order."""
    for panel in figure.panels:
        if not isinstance(panel, RowsPanel) or panel.own_scales:
            continue
        names = [row.name for row in panel.rows if not row.muted]
        if spec.chart == "gap":
            order = [catalogue.regions[id].name.zh for id in catalogue.config.regions]
            if names != [one for one in order if one in names]:
                yield f"{figure.id}: gaps are sorted"
        if spec.chart == "bars" and panel is figure.panels[0]:
            rows = [held(figure, row.marks[0].row) for row in panel.rows if not row.muted]
            exact = [row for row in rows if placed(row, rows)]
            if rows[: len(exact)] != sorted(exact, key=lambda row: -row.value):
                yield f"{figure.id}: not by value, or an open figure is in the ranking"
            if not all(verdict(one, other).ranked for one, other in combinations(exact, 2)):
                yield f"{figure.id}: what may not be ranked is in one order"
            if len({row.region.level for row in rows}) > 1:
                yield f"{figure.id}: regions of several levels are in one order"


def placed(row: Observation, rows: Sequence[Observation]) -> bool:
    """Whether a figure may be ranked among the others: a derived one only where no other may be the same."""

    def ends(one: Observation) -> tuple[Decimal, Decimal]:
        if one.derivation:
            return one.derivation.low, one.derivation.high
        doubt = 0 if one.indicator.unit in COUNTED and one.step <= 1 else one.step / 2
        return one.value - doubt, one.value + doubt

    (low, high), others = ends(row), [ends(one) for one in rows if one is not row and one.exact]
    apart = all(high < other[0] or other[1] < low for other in others)
    return row.exact and (apart or not row.derived)


def unnamed(figure: Figure, catalogue: Catalogue, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """Regions chosen that are neither drawn nor named (whom a figure of one region is about: see below)."""
    if len(options(spec).regions) == 1:
        return
    told = [figure.frame.subtitle, *figure.frame.notices, figure.frame.note, figure.empty]
    told += [one for panel in figure.panels for one in words(panel)]
    for id in about(catalogue, spec, choices.regions):
        if not any(catalogue.regions[id].name.zh in text for text in told):
            yield f"{figure.id}: {id} is neither drawn nor named"


def dishonest(tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """All that is wrong with a figure; nothing, if the rules hold."""
    figure = once(spec, tables, choices, "zh")
    if spec.chart == "together":
        return _dishonest_sheet(figure, tables, spec, choices)
    english = once(spec, tables, choices, "en")
    found = [
        *forbidden(figure),
        *blunt(figure),
        *unsorted(figure, tables.catalogue, spec),
        *untrue(figure, tables, spec, choices),
        *unnamed(figure, tables.catalogue, spec, choices),
    ]
    found += differing(figure.frame.finding, english.frame.finding, tables.catalogue)
    if [row.id for row in figure.rows] != [row.id for row in english.rows]:
        found.append(f"{figure.id}: other rows in English")
    return found


def _dishonest_sheet(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """What is wrong with the figures on a sheet, and with the sheet: it has their panels and no finding."""
    parts = [tables.catalogue.figures[id] for id in options(spec).figures]
    found = [fault for part in parts for fault in dishonest(tables, part, choices)]
    panels = [panel for part in parts for panel in once(part, tables, choices, "zh").panels]
    if [replace(one, heading="") for one in figure.panels] != [replace(one, heading="") for one in panels]:
        found.append(f"{figure.id}: not the panels of its figures")
    if figure.frame.finding:
        found.append(f"{figure.id}: {figure.frame.finding}")
    return found


def about(catalogue: Catalogue, spec: FigureSpec, regions: tuple[str, ...]) -> list[str]:
    """Whom a figure must speak of: the regions chosen; or, if its subject is one region, that one; or all
    that have documents, if it is of these."""
    if spec.chart == "together":
        parts = [catalogue.figures[id] for id in options(spec).figures]
        return list(dict.fromkeys(id for one in parts for id in about(catalogue, one, regions)))
    if spec.chart in ("coverage", "emphasis"):
        return list(dict.fromkeys(one.region for one in catalogue.sources.values() if one.document))
    if len(options(spec).regions) == 1:
        return list(options(spec).regions)
    return list(regions or options(spec).regions or catalogue.shown(options(spec).level))
