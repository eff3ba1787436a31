"""What stands in native tables: panels that no bar chart can show (targets, ranks, tiers, grids), and a
figure's numbers where nothing is drawn.

How they are set belongs in ``sizes``, charts in ``charts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from industry.export.office.ink import Ink
from industry.export.office.tables.sizes import Cell, SizedTable, fitted, readable, settled
from industry.export.office.words import Box, Run, measure
from industry.figures import theme
from industry.figures.compose.grid import fill
from industry.figures.parts import WHOLE, Way, divided
from industry.figures.record import Cell as Shaded
from industry.figures.record import Entry, GridPanel, Panel, RowsPanel, Table, TablePanel

ENDLESS = 1e6  # points of a page that goes on
TIGHT = 0.0  # points at the sides of a shaded cell
NAMES = 0.34  # of the table that a grid's names may take
WIDEST = 150.0  # points of a grid's column
NAMED, SHADED = 15.0, 16.0  # points in which a grid's names are measured, and the largest in its cells


NONE = "—"  # where a column with a head says nothing of a row


def of_rows(panel: RowsPanel, box: Box, ink: Ink) -> SizedTable:
    """The panel's table, as large as the box allows."""
    heads, rows = _cells(panel, ink)
    return fitted(rows, heads, box, ink)


def _cells(panel: RowsPanel, ink: Ink) -> tuple[int, list[tuple[Cell, ...]]]:
    """Name with detail, the figures of the marks that the legend names, then figure and remark; how many
    rows are headers."""
    legend = {shape: words for shape, _, words in panel.legend}
    names, figures, asides = panel.named
    columns = [(names, [_name(row.name, row.detail, ink) for row in panel.rows])]
    for shape, words in legend.items():
        told = ["、".join(mark.text for mark in row.marks if mark.shape == shape) for row in panel.rows]
        columns.append((words, [_said(one, ink) for one in told]))
    others = ([mark.text for mark in row.marks if mark.shape not in legend] for row in panel.rows)
    columns.append((figures, [_said("、".join(filter(None, one)), ink) for one in others]))
    columns.append((panel.aside_heading or figures, [_said(row.text, ink, True) for row in panel.rows]))
    columns.append((asides, [_said(row.aside, ink) for row in panel.rows]))
    kept = [columns[0], *(one for one in columns[1:] if any(cell.paragraphs for cell in one[1]))]
    head = tuple(_heading(words, ink) for words, _ in kept)
    filled = (
        [one if one.paragraphs or not words else _said(NONE, ink) for one in cells] for words, cells in kept
    )
    body = list(zip(*filled, strict=True))
    body += [(_said(one.text, ink), *([Cell()] * (len(kept) - 1))) for one in panel.references]
    heads = int(any(words for words, _ in kept))
    return heads, [head, *body] if heads else body


def _name(name: str, detail: str, ink: Ink) -> Cell:
    return Cell(
        (Run(name, True, ink.colours.ink), *((Run(detail, False, ink.colours.soft),) if detail else ()))
    )


def _said(words: str, ink: Ink, bold: bool = False) -> Cell:
    return Cell((Run(words, bold, ink.colours.ink),) if words else ())


def _heading(words: str, ink: Ink) -> Cell:
    return Cell((Run(words, True, ink.colours.soft),) if words else ())


def of_table(table: Table, box: Box, ink: Ink) -> SizedTable:
    """The figure's own table."""
    head = tuple(_heading(one, ink) for one in table.header)
    return fitted([head, *(tuple(_said(one, ink) for one in row) for row in table.rows)], 1, box, ink)


def of_entries(panel: TablePanel, box: Box, ink: Ink) -> SizedTable:
    """A benchmark table: indicators with their periods, the regions' figures; or turned, a row for each region, where it
    can be read only so. What isn't compared is grey."""
    sheet = fitted(_upright(panel, ink), 1, box, ink)
    if readable(sheet):
        return sheet
    turned = fitted(_turned(panel, ink), 1, box, ink)
    return turned if readable(turned) else sheet


def as_wide(panel: TablePanel, width: float, ink: Ink) -> SizedTable:
    """A benchmark table ``width`` points wide and as high as it needs, in the largest type in which no word of it is broken; in
    the smallest where some are in each."""
    box = Box(0.0, 0.0, width, ENDLESS)
    for size, _ in ink.steps:
        sheet = of_entries(panel, box, ink.up_to(size))
        if readable(sheet):
            break
    return sheet


def by_width(panel: TablePanel, width: float, ink: Ink, language: str) -> tuple[Way, tuple[Panel, ...]]:
    """In how many parts, each with some of the regions, a table can be read in ``width`` points, however high; and these."""

    def fit(found: Sequence[Panel]) -> bool:
        return all(isinstance(one, TablePanel) and readable(as_wide(one, width, ink)) for one in found)

    every = (
        ((1, across), divided(panel, (1, across), language)) for across in range(1, len(panel.regions) + 1)
    )
    return next((one for one in every if fit(one[1])), (WHOLE, (panel,)))


def _upright(panel: TablePanel, ink: Ink) -> list[tuple[Cell, ...]]:
    """Header and lines, a column for each region."""
    named, dated = [one for one in panel.named if one], bool(panel.named[1])
    heads = (
        *(_heading(one, ink) for one in named),
        *(_name(name, beside, ink) for name, beside in panel.regions),
    )
    body = [
        (
            replace(_name(one.name, one.detail, ink), under=one.under),
            *([_said(one.period, ink)] if dated else []),
            *(_entry(entry, ink) for entry in one.entries),
        )
        for one in panel.lines
    ]
    return [heads, *body]


def _turned(panel: TablePanel, ink: Ink) -> list[tuple[Cell, ...]]:
    """Header and regions, a column for each line."""
    over = (
        Cell(
            (
                Run(one.alone or one.name, True, ink.colours.ink),
                *(Run(words, False, ink.colours.soft) for words in (one.detail, one.period) if words),
            )
        )
        for one in panel.lines
    )
    cells = zip(*(one.entries for one in panel.lines), strict=True)
    body = [
        (_name(name, beside, ink), *(_entry(one, ink) for one in line))
        for (name, beside), line in zip(panel.regions, cells, strict=True)
    ]
    return [(Cell(), *over), *body]


def _entry(one: Entry, ink: Ink) -> Cell:
    if one.apart:
        return Cell(tuple(Run(words, False, ink.colours.soft) for words in (one.text, one.tag) if words))
    beside = tuple(Run(words, False, ink.colours.soft) for words in (one.aside, one.tag) if words)
    return Cell((Run(one.text, True, ink.colours.ink), *beside))


def of_grid(panel: GridPanel, box: Box, ink: Ink) -> SizedTable:
    """The cells with their shades, names at the left, groups above the columns."""
    count = max(len(panel.columns), 1)
    details = panel.details or ("",) * len(panel.names)
    named = min(NAMED, ink.steps[0][0])
    widest = max(
        [measure(name, named, True) for name in panel.names] + [measure(one, ink.small) for one in details]
    )
    names = min(widest + 2 * ink.side, NAMES * box.width)
    each = min((box.width - names) / count, WIDEST)
    heads = []
    if panel.groups:
        line = [Cell()]
        for words, span in panel.groups:
            whole = Cell((Run(words, True, ink.colours.ink),), middle=True, across=span)
            line += [whole, *([Cell()] * (span - 1))]
        heads.append(tuple(line))
    over = (Cell((Run(one.whole, False, ink.colours.soft),), middle=True) for one in panel.columns)
    heads.append((Cell(), *over))
    body = [
        (_name(name, detail, ink), *(_shaded(cell, ink) for cell in cells))
        for name, detail, cells in zip(panel.names, details, panel.cells, strict=True)
    ]
    widths = (names, *([each] * count))
    return settled([*heads, *body], len(heads), widths, box, ink.up_to(SHADED), TIGHT, False)


def _shaded(cell: Shaded, ink: Ink) -> Cell:
    shade = fill(cell, ink.colours)
    return Cell((Run(cell.text, False, theme.ink_on(shade)),) if cell.text else (), shade, middle=True)
