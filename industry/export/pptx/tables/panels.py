"""What stands in native tables: panels that no bar chart can show (targets, ranks, tiers, grids), and a
figure's numbers where nothing is drawn.

How they are set belongs in ``sizes``, charts in ``charts``.
"""

from __future__ import annotations

from industry.export.pptx.tables.sizes import LARGEST, SIDE, STEPS, Cell, SizedTable, fitted, settled
from industry.export.pptx.text_runs import PALETTE, SMALLEST, Box, Run, measure
from industry.figures import theme
from industry.figures.compose.grid import fill
from industry.figures.record import Cell as Shaded
from industry.figures.record import Entry, GridPanel, RowsPanel, Table, TablePanel

TIGHT = 0.0  # points at the sides of a shaded cell
NAMES = 0.34  # of the table that a grid's names may take
WIDEST = 150.0  # points of a grid's column
NAMED = 15.0  # points in which a grid's names are measured


def of_rows(panel: RowsPanel, box: Box, largest: float = LARGEST) -> SizedTable:
    """The panel's table, as large as the box allows."""
    heads, rows = _cells(panel)
    return fitted(rows, heads, box, largest)


def _cells(panel: RowsPanel) -> tuple[int, list[tuple[Cell, ...]]]:
    """Name with detail, the figures of the marks that the legend names, then figure and remark; how many
    rows are headers."""
    legend = {shape: words for shape, _, words in panel.legend}
    columns = [("", [_name(row.name, row.detail) for row in panel.rows])]
    for shape, words in legend.items():
        told = ["、".join(mark.text for mark in row.marks if mark.shape == shape) for row in panel.rows]
        columns.append((words, [_said(one) for one in told]))
    others = ([mark.text for mark in row.marks if mark.shape not in legend] for row in panel.rows)
    columns.append(("", [_said("、".join(filter(None, one))) for one in others]))
    columns.append((panel.aside_heading, [_said(row.text, True) for row in panel.rows]))
    columns.append(("", [_said(row.aside) for row in panel.rows]))
    kept = [columns[0], *(one for one in columns[1:] if any(cell.paragraphs for cell in one[1]))]
    head = tuple(_heading(words) for words, _ in kept)
    body = list(zip(*(cells for _, cells in kept), strict=True))
    body += [(_said(one.text), *([Cell()] * (len(kept) - 1))) for one in panel.references]
    heads = int(any(words for words, _ in kept))
    return heads, [head, *body] if heads else body


def _name(name: str, detail: str) -> Cell:
    return Cell((Run(name, True, PALETTE.ink), *((Run(detail, False, PALETTE.soft),) if detail else ())))


def _said(words: str, bold: bool = False) -> Cell:
    return Cell((Run(words, bold, PALETTE.ink),) if words else ())


def _heading(words: str) -> Cell:
    return Cell((Run(words, True, PALETTE.soft),) if words else ())


def of_table(table: Table, box: Box) -> SizedTable:
    """The figure's own table."""
    rows = [tuple(map(_heading, table.header)), *(tuple(map(_said, row)) for row in table.rows)]
    return fitted(rows, 1, box)


def of_entries(panel: TablePanel, box: Box, largest: float = LARGEST) -> SizedTable:
    """A benchmark table: indicators with their periods, the regions' figures; what isn't compared in grey."""
    named, dated = [one for one in panel.named if one], bool(panel.named[1])
    heads = (*map(_heading, named), *(_name(name, beside) for name, beside in panel.regions))
    body = [
        (_name(one.name, one.detail), *([_said(one.period)] if dated else []), *map(_entry, one.entries))
        for one in panel.lines
    ]
    return fitted([heads, *body], 1, box, largest)


def _entry(one: Entry) -> Cell:
    if one.apart:
        return Cell(tuple(Run(words, False, PALETTE.soft) for words in (one.text, one.tag) if words))
    beside = tuple(Run(words, False, PALETTE.soft) for words in (one.aside, one.tag) if words)
    return Cell((Run(one.text, True, PALETTE.ink), *beside))


def of_grid(panel: GridPanel, box: Box, largest: float = LARGEST) -> SizedTable:
    """The cells with their shades, names at the left, groups above the columns."""
    count = max(len(panel.columns), 1)
    details = panel.details or ("",) * len(panel.names)
    widest = max(
        [measure(name, NAMED, True) for name in panel.names] + [measure(one, SMALLEST) for one in details]
    )
    names = min(widest + 2 * SIDE, NAMES * box.width)
    each = min((box.width - names) / count, WIDEST)
    heads = []
    if panel.groups:
        line = [Cell()]
        for words, span in panel.groups:
            whole = Cell((Run(words, True, PALETTE.ink),), middle=True, across=span)
            line += [whole, *([Cell()] * (span - 1))]
        heads.append(tuple(line))
    over = (Cell((Run(one.whole, False, PALETTE.soft),), middle=True) for one in panel.columns)
    heads.append((Cell(), *over))
    body = [
        (_name(name, detail), *map(_shaded, cells))
        for name, detail, cells in zip(panel.names, details, panel.cells, strict=True)
    ]
    widths = (names, *([each] * count))
    steps = [one for one in STEPS if one[0] <= min(largest, 16.0)]
    return settled([*heads, *body], len(heads), widths, box, TIGHT, False, steps)


def _shaded(cell: Shaded) -> Cell:
    shade = fill(cell, PALETTE)
    return Cell((Run(cell.text, False, theme.ink_on(shade)),) if cell.text else (), shade, middle=True)
