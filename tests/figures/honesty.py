"""What is wrong with a figure, in words: two observations on one scale, ranked, or told in one finding, whose
verdict forbids it; a figure that ends exactly where its print is open; a region that is neither drawn nor
named. Nothing here knows any table: whatever these hold, a right figure has no such fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from industry.figures.context import Choices, Tables
from industry.figures.draw import draw
from industry.figures.record import Figure, LinesPanel, RowsPanel
from industry.rules.comparison import verdict
from industry.rules.lock import UNKNOWN_BASES
from industry.vocabulary.catalogue import Catalogue, FigureSpec, Indicator
from industry.vocabulary.observation import Observation
from tests.figures.drawing import held, words
from tests.figures.specs import options
from tests.figures.true_findings import untrue

BROKEN = (LookupError, ValueError, TypeError, ArithmeticError, StopIteration, AttributeError, AssertionError)
"""What drawing a figure may never end in."""


# What the rules allow


def sure(row: Observation) -> bool:
    """Actual, of a known period, and nothing inferred: DESIGN §3's condition of any comparison."""
    return row.status == "actual" and row.period is not None and not row.inferred & set(UNKNOWN_BASES)


def of_one_place(one: Observation, other: Observation) -> bool:
    """Two sure figures of one region over one period and edition."""
    same = (one.region, one.period, one.edition) == (other.region, other.period, other.edition)
    return same and sure(one) and sure(other)


def alike(one: Indicator, other: Indicator) -> bool:
    """Measured alike, so that one may stand around the other."""
    fields = ("measure", "timing", "unit", "scope", "prices")
    return all(getattr(one, field) == getattr(other, field) for field in fields)


def may_share_a_scale(chart: str, one: Observation, other: Observation) -> bool:
    """Whether two marks may be read on one scale: their verdict, and the two exceptions of DESIGN §3, a
    branch around its total over the same period and nested counts of one whole."""
    if verdict(one, other).one_axis:
        return True
    if chart == "branches":
        return of_one_place(one, other) and alike(one.indicator, other.indicator)
    if chart == "breadth":
        counted = one.indicator.unit == other.indicator.unit and one.indicator.measure in ("count", "level")
        return of_one_place(one, other) and counted
    return False


# What a figure draws


def scaled(figure: Figure, panel: RowsPanel) -> list[Observation]:
    """Every observation whose length or place is read on the panel's one scale."""
    ids = [mark.row for row in panel.rows for mark in row.marks] + [one.row for one in panel.references]
    return [held(figure, id) for id in dict.fromkeys(ids) if id]


def forbidden(figure: Figure, spec: FigureSpec) -> Iterator[str]:
    """Every pair of marks that shares a scale it may not share, in words."""
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            groups = [scaled(figure, panel)]
            if panel.own_scales:
                groups = [[held(figure, mark.row) for mark in row.marks if mark.row] for row in panel.rows]
            fits = in_a_row if panel.own_scales else may_share_a_scale
            for group in groups:
                for one, other in combinations(dict.fromkeys(group), 2):
                    if not fits(spec.chart, one, other):
                        yield f"{figure.id}, {panel.heading}: {one.id} and {other.id}"
        elif isinstance(panel, LinesPanel):
            yield from _crossed(figure, panel)


def in_a_row(chart: str, one: Observation, other: Observation) -> bool:
    """Whether two marks may stand on the scale of a row's own: a part and its whole, a target and its base,
    a rank and that of a year before."""
    if one.indicator.share_of is None and one.indicator.unit == "%" and other.indicator.unit != "%":
        one, other = other, one
    if one.indicator.id == other.indicator.id:
        if one.edition != other.edition or (one.inferred | other.inferred) & set(UNKNOWN_BASES):
            return False
        assert one.period and other.period
        within = abs(one.period.end - other.period.end) < 12  # an actual figure inside the target's year
        return one.region == other.region and (within or one.publishers == other.publishers)
    shared = other.indicator.id == f"{one.indicator.id}_share_of_parent"
    return shared and one.period == other.period and one.edition == other.edition


def _crossed(figure: Figure, panel: LinesPanel) -> Iterator[str]:
    """Lines that change what they are of, and columns whose figures differ in more than the region."""
    for line in panel.series:
        rows = [held(figure, id) for id in line.rows if id]
        if len({(row.indicator.id, row.edition, row.region.id) for row in rows}) > 1:
            yield f"{figure.id}, {panel.heading}: {line.name} is of several figures"
    for column in range(len(panel.columns)):
        rows = [held(figure, line.rows[column]) for line in panel.series if line.rows[column]]
        for one, other in combinations(rows, 2):
            if not verdict(one, other).one_axis:
                yield f"{figure.id}, {panel.heading}: {one.id} and {other.id}"


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
            exact = [row for row in rows if row.exact]
            if rows[: len(exact)] != sorted(exact, key=lambda row: -row.value):
                yield f"{figure.id}: not by value, or an open figure is in the ranking"
            if len({row.region.level for row in rows}) > 1:
                yield f"{figure.id}: regions of several levels are in one order"


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
    figure = draw(spec, tables, choices, "zh")
    if spec.chart == "together":
        return _dishonest_sheet(figure, tables, spec, choices)
    english = draw(spec, tables, choices, "en")
    found = [
        *forbidden(figure, spec),
        *blunt(figure),
        *unsorted(figure, tables.catalogue, spec),
        *untrue(figure, tables, spec, choices),
        *unnamed(figure, tables.catalogue, spec, choices),
    ]
    if bool(figure.frame.finding) != bool(english.frame.finding):
        found.append(f"{figure.id}: a finding in one language only")
    if [row.id for row in figure.rows] != [row.id for row in english.rows]:
        found.append(f"{figure.id}: other rows in English")
    return found


def _dishonest_sheet(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """What is wrong with the figures on a sheet, and with the sheet: it has their panels and no finding."""
    parts = [tables.catalogue.figures[id] for id in options(spec).figures]
    found = [fault for part in parts for fault in dishonest(tables, part, choices)]
    panels = [panel for part in parts for panel in draw(part, tables, choices, "zh").panels]
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
    return list(regions or options(spec).regions or catalogue.config.regions)
