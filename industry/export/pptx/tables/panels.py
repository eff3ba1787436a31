"""What stands in native tables: panels that no bar chart can show (targets, ranks, tiers, grids), and a
figure's numbers where nothing is drawn.

How they are set belongs in ``tables.sizes``, charts in ``charts`` and ``charts``.
"""

from __future__ import annotations

from industry.export.pptx.tables.sizes import LARGEST, SIDE, STEPS, Cell, SizedTable, fitted, settled
from industry.export.pptx.text_runs import PALETTE, SMALLEST, Box, Run, measure
from industry.figures import theme
from industry.figures.compose.grid import fill
from industry.figures.record import GridPanel, RowsPanel, Table

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
    shapes = list(dict.fromkeys(shape for shape, _, _ in panel.legend))
    legend = {shape: words for shape, _, words in panel.legend}
    columns: list[tuple[str, list[Cell]]] = [("", [_name(row.name, row.detail) for row in panel.rows])]
    named = set(shapes)
    for shape in shapes:
        words = ["、".join(mark.text for mark in row.marks if mark.shape == shape) for row in panel.rows]
        columns.append((legend[shape], [_said(one, False) for one in words]))
    others = [
        "、".join(mark.text for mark in row.marks if mark.text and mark.shape not in named)
        for row in panel.rows
    ]
    columns.append(("", [_said(one, False) for one in others]))
    columns.append((panel.aside_heading, [_said(row.text, True) for row in panel.rows]))
    columns.append(("", [_said(row.aside, False) for row in panel.rows]))
    references = [one.text for one in panel.references]
    kept = [columns[0], *(one for one in columns[1:] if any(cell.paragraphs for cell in one[1]))]
    head = tuple(Cell((Run(words, True, PALETTE.soft),) if words else (), right=False) for words, _ in kept)
    body = [tuple(cells[index] for _, cells in kept) for index in range(len(panel.rows))]
    body += [(_said(one, False), *(Cell() for _ in kept[1:])) for one in references]
    heads = int(any(words for words, _ in kept))
    return heads, [head, *body] if heads else body


def _name(name: str, detail: str) -> Cell:
    return Cell((Run(name, True, PALETTE.ink), *((Run(detail, False, PALETTE.soft),) if detail else ())))


def _said(words: str, bold: bool) -> Cell:
    return Cell((Run(words, bold, PALETTE.ink),) if words else ())


def of_table(table: Table, box: Box) -> SizedTable:
    """The figure's own table."""
    head = tuple(Cell((Run(words, True, PALETTE.soft),)) for words in table.header)
    return fitted([head, *(tuple(_said(words, False) for words in row) for row in table.rows)], 1, box)


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
            line += [
                Cell((Run(words, True, PALETTE.ink),), middle=True, across=span),
                *([Cell()] * (span - 1)),
            ]
        heads.append(tuple(line))
    heads.append(
        (Cell(), *(Cell((Run(one.whole, False, PALETTE.soft),), middle=True) for one in panel.columns))
    )
    body = []
    for name, detail, cells in zip(panel.names, details, panel.cells, strict=True):
        shades = [fill(one, PALETTE) for one in cells]
        body.append(
            (
                _name(name, detail),
                *(
                    Cell((Run(one.text, False, theme.ink_on(shade)),) if one.text else (), shade, middle=True)
                    for one, shade in zip(cells, shades, strict=True)
                ),
            )
        )
    widths = (names, *([each] * count))
    steps = [one for one in STEPS if one[0] <= min(largest, 16.0)]
    return settled([*heads, *body], len(heads), widths, box, TIGHT, False, steps)
