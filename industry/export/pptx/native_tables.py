"""Tables as native cells on a slide.

What stands in the cells and how large they are, belongs in ``office.tables``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from industry.export.office.charts.point_labels import solid
from industry.export.office.tables.sizes import Cell, SizedTable
from industry.export.office.words import LEADING, Box, rgb
from industry.export.pptx.text_runs import write

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the format's own style without fill and lines


def place(shapes: Any, sheet: SizedTable, box: Box) -> Any:
    """The table at the top left of the box."""
    count = len(sheet.widths)
    box = replace(box, width=sum(sheet.widths), height=sheet.height)
    frame = shapes.add_table(len(sheet.rows), count, *box.lengths)
    table = frame.table
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = PLAIN
    table.horz_banding = False
    table.first_row = sheet.heads > 0
    table.first_col = True
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


def _fill(target: Any, cell: Cell, sheet: SizedTable, row: int, column: int) -> None:
    side = sheet.ink.side if column == 0 else sheet.side
    target.margin_left = Pt(0 if column == 0 else side)
    target.margin_right = Pt(side)
    target.margin_top = target.margin_bottom = Pt(sheet.pad)
    target.vertical_anchor = MSO_ANCHOR.BOTTOM if row < sheet.heads else MSO_ANCHOR.MIDDLE
    align = PP_ALIGN.CENTER if cell.middle else PP_ALIGN.RIGHT if cell.right else PP_ALIGN.LEFT
    frame = target.text_frame
    write(frame, cell.sized(sheet.size, sheet.ink.small), align)
    if not cell.paragraphs:
        _empty(frame.paragraphs[0], sheet.size)
    if cell.fill:
        target.fill.solid()
        target.fill.fore_color.rgb = rgb(cell.fill)
    _lines(target, sheet, row)


def _empty(paragraph: Any, size: float) -> None:
    """A paragraph that makes its row no higher than the others."""
    paragraph.line_spacing = Pt(LEADING * size)
    paragraph.font.size = Pt(size)
    paragraph._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))


def _lines(target: Any, sheet: SizedTable, row: int) -> None:
    """A firm line under the header and faint ones under the rows; white ones around shaded cells."""
    properties = target._tc.get_or_add_tcPr()
    head, colours = row == sheet.heads - 1, sheet.ink.colours
    if sheet.ruled:
        drawn: Iterable[tuple[str, str, float]] = (
            ("lnB", colours.soft if head else colours.faint, 1.0 if head else 0.75),
        )
    else:
        drawn = tuple((name, colours.background, 1.5) for name in ("lnL", "lnR", "lnT", "lnB"))
    for place, (name, colour, width) in enumerate(drawn):
        properties.insert(
            place,
            parse_xml(f'<a:{name} {nsdecls("a")} w="{round(width * 12700)}">{solid(colour)}</a:{name}>'),
        )
