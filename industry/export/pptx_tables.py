"""Native tables: of panels that no bar chart can show (targets, ranks, tiers, grids) and of a figure's
numbers where nothing is drawn.

Charts belong in ``pptx_charts`` and ``pptx_lines``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from industry.export.pptx_charts import solid
from industry.export.pptx_text import FILLED, LEADING, PALETTE, SMALLEST, Box, Run, lines, measure, pitch, write
from industry.figures import theme
from industry.figures.compose_grid import fill
from industry.figures.record import GridPanel, RowsPanel, Table

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the format's own style without fill and lines
STEPS = ((20.0, 11.0), (18.0, 9.0), (16.0, 7.0), (15.0, 5.0), (14.0, 4.0), (13.0, 3.0), (13.0, 1.5), (13.0, 0.0))  # size, padding
SIDE = 8.0  # points left and right of a cell's words
STRETCH = 90.0  # points that a column may get beyond what it needs
TIGHT = 0.0  # points at the sides of a shaded cell
NAMES = 0.34  # of the table that a grid's names may take


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, each with its size as a share of the table's, and what it looks like.
    ``across`` is how many columns it takes; the cells it covers follow it and are empty."""

    paragraphs: tuple[Run, ...] = ()
    fill: str = ""
    right: bool = False
    middle: bool = False
    across: int = 1


@dataclass(frozen=True)
class Sheet:
    """A table before it is set: its first ``heads`` rows are headers, ``widths`` in points."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float
    pad: float
    side: float = SIDE
    ruled: bool = True
    left_out: int = 0

    @property
    def height(self) -> float:
        return sum(self.heights)


def of_rows(panel: RowsPanel, box: Box, largest: float = STEPS[0][0]) -> Sheet:
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
        "、".join(mark.text for mark in row.marks if mark.text and mark.shape not in named) for row in panel.rows
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


def wanted(panel: RowsPanel, size: float) -> float:
    """The width at which no cell of the panel's table is broken in type of ``size``."""
    heads, rows = _cells(panel)
    return sum(_needed(rows, heads, size))


def _name(name: str, detail: str) -> Cell:
    return Cell((Run(name, True, PALETTE.ink), *((Run(detail, False, PALETTE.soft),) if detail else ())))


def _said(words: str, bold: bool) -> Cell:
    return Cell((Run(words, bold, PALETTE.ink),) if words else ())


def of_table(table: Table, box: Box) -> Sheet:
    """The figure's own table."""
    head = tuple(Cell((Run(words, True, PALETTE.soft),)) for words in table.header)
    return fitted([head, *(tuple(_said(words, False) for words in row) for row in table.rows)], 1, box)


def of_grid(panel: GridPanel, box: Box, largest: float = STEPS[0][0]) -> Sheet:
    """The cells with their shades, names at the left, groups above the columns."""
    count = max(len(panel.columns), 1)
    details = panel.details or ("",) * len(panel.names)
    widest = max(
        [measure(name, 15, True) for name in panel.names] + [measure(one, SMALLEST) for one in details]
    )
    names = min(widest + 2 * SIDE, NAMES * box.width)
    each = min((box.width - names) / count, 150.0)
    heads = []
    if panel.groups:
        line = [Cell()]
        for words, span in panel.groups:
            line += [Cell((Run(words, True, PALETTE.ink),), middle=True, across=span), *([Cell()] * (span - 1))]
        heads.append(tuple(line))
    heads.append((Cell(), *(Cell((Run(one, False, PALETTE.soft),), middle=True) for one in panel.columns)))
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
    return _set([*heads, *body], len(heads), widths, box, TIGHT, False, steps)


def fitted(
    rows: Sequence[tuple[Cell, ...]], heads: int, box: Box, largest: float = STEPS[0][0]
) -> Sheet:
    """A table of texts, its columns as wide as they need and the box allows."""
    steps = [one for one in STEPS if one[0] <= largest]
    for wrapped in (False, True):
        for size, pad in steps:
            need = _needed(rows, heads, size)
            if not wrapped and sum(need) > box.width:
                continue
            sheet = _set(rows, heads, _widths(need, box, size), box, steps=((size, pad),))
            if not sheet.left_out:
                return sheet
    size = STEPS[-1][0]
    return _set(rows, heads, _widths(_needed(rows, heads, size), box, size), box)


def _needed(rows: Sequence[tuple[Cell, ...]], heads: int, size: float) -> list[float]:
    """The width of each column if no cell is broken; headers may take two lines."""
    return [
        max(max(_wide(cell, size) / (1.7 if row < heads else 1.0) for row, cell in enumerate(column)), 2 * size)
        / FILLED
        + 2 * SIDE
        for column in zip(*rows, strict=True)
    ]


def _widths(needed: Sequence[float], box: Box, size: float) -> tuple[float, ...]:
    """What each column needs, and some more where there is room; the widest give way where there isn't."""
    need = list(needed)
    spare = box.width - sum(need)
    if spare >= 0:
        return tuple(one + min(spare / len(need), STRETCH) for one in need)
    least = [min(one, 7 * size) for one in need]
    while spare < -0.5:
        widest = max(range(len(need)), key=lambda index: need[index] - least[index])
        second = max([least[widest], *(one for one in need if one < need[widest])])
        give = min(-spare, max(need[widest] - second, 1.0))
        need[widest] -= give
        spare += give
    return tuple(need)


def _wide(cell: Cell, size: float) -> float:
    sizes = _sizes(cell, size)
    return max(
        (measure(run.text, one, run.bold) for run, one in zip(cell.paragraphs, sizes, strict=True)),
        default=0.0,
    )


def _sizes(cell: Cell, size: float) -> list[float]:
    """The first paragraph in the table's size, details smaller."""
    return [size if index == 0 else max(size - 2, SMALLEST) for index in range(len(cell.paragraphs))]


def _set(
    rows: Sequence[tuple[Cell, ...]],
    heads: int,
    widths: Sequence[float],
    box: Box,
    side: float = SIDE,
    ruled: bool = True,
    steps: Sequence[tuple[float, float]] = STEPS,
) -> Sheet:
    """The largest type in which all rows fit into the box; in the smallest, as many as do."""
    for size, pad in steps:
        heights = [_height(row, widths, size, pad, side) for row in rows]
        if sum(heights) <= box.height:
            return Sheet(tuple(rows), heads, tuple(widths), tuple(heights), size, pad, side, ruled)
    kept, used = 0, 0.0
    while kept < len(rows) and used + heights[kept] <= box.height:
        used += heights[kept]
        kept += 1
    kept = max(kept, min(heads + 1, len(rows)))
    return Sheet(
        tuple(rows[:kept]),
        heads,
        tuple(widths),
        tuple(heights[:kept]),
        size,
        pad,
        side,
        ruled,
        len(rows) - kept,
    )


def _height(row: tuple[Cell, ...], widths: Sequence[float], size: float, pad: float, side: float) -> float:
    most = LEADING * size
    for index, cell in enumerate(row):
        room = sum(widths[index : index + cell.across]) - 2 * (SIDE if index == 0 else side)
        need = sum(
            lines(run.text, one, room, run.bold) * LEADING * one
            for run, one in zip(cell.paragraphs, _sizes(cell, size), strict=True)
        )
        most = max(most, need)
    return most + 2 * pad


def place(shapes: Any, sheet: Sheet, box: Box) -> Any:
    """The table at the top left of the box."""
    count = len(sheet.widths)
    box = replace(box, width=sum(sheet.widths), height=sheet.height)
    frame = shapes.add_table(len(sheet.rows), count, *box.lengths)
    table = frame.table
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = PLAIN
    table.horz_banding = False
    table.first_row = sheet.heads > 0
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width)
    for index, (line, height) in enumerate(zip(sheet.rows, sheet.heights, strict=True)):
        table.rows[index].height = Pt(height)
        for column, cell in enumerate(line):
            _fill(table.cell(index, column), cell, sheet, index, column)
    for index, line in enumerate(sheet.rows):
        for column, cell in enumerate(line):
            if cell.across > 1:
                table.cell(index, column).merge(table.cell(index, column + cell.across - 1))
    return frame


def _fill(target: Any, cell: Cell, sheet: Sheet, row: int, column: int) -> None:
    side = SIDE if column == 0 else sheet.side
    target.margin_left = Pt(0 if column == 0 else side)
    target.margin_right = Pt(side)
    target.margin_top = target.margin_bottom = Pt(sheet.pad)
    target.vertical_anchor = MSO_ANCHOR.BOTTOM if row < sheet.heads else MSO_ANCHOR.MIDDLE
    align = PP_ALIGN.CENTER if cell.middle else PP_ALIGN.RIGHT if cell.right else PP_ALIGN.LEFT
    sizes = _sizes(cell, sheet.size)
    frame = target.text_frame
    if cell.paragraphs:
        write(
            frame,
            [[run._replace(size=size)] for run, size in zip(cell.paragraphs, sizes, strict=True)],
            align,
        )
        for paragraph, size in zip(frame.paragraphs, sizes, strict=True):
            paragraph.line_spacing = Pt(LEADING * size)
    else:
        pitch(frame, LEADING * sheet.size)
        frame.paragraphs[0].font.size = Pt(sheet.size)
        _end(frame, sheet.size)
    if cell.fill:
        target.fill.solid()
        target.fill.fore_color.rgb = RGBColor.from_string(cell.fill.lstrip("#"))
    _lines(target, sheet, row)


def _end(frame: Any, size: float) -> None:
    """The size of an empty paragraph, which makes the row no higher than the others."""
    end = frame.paragraphs[0]._p.get_or_add_endParaRPr()
    end.set("sz", str(round(size * 100)))


def _lines(target: Any, sheet: Sheet, row: int) -> None:
    """A firm line under the header and faint ones under the rows; white ones around shaded cells."""
    properties = target._tc.get_or_add_tcPr()
    head = row == sheet.heads - 1
    if sheet.ruled:
        drawn: Iterable[tuple[str, str, float]] = (
            ("lnB", PALETTE.soft if head else PALETTE.faint, 1.0 if head else 0.75),
        )
    else:
        drawn = tuple((name, PALETTE.background, 1.5) for name in ("lnL", "lnR", "lnT", "lnB"))
    for place, (name, colour, width) in enumerate(drawn):
        properties.insert(
            place,
            parse_xml(f'<a:{name} {nsdecls("a")} w="{round(width * 12700)}">{solid(colour)}</a:{name}>'),
        )
