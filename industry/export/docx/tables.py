"""Tables as native ones of Word: three lines, a header that is repeated on every page, rows that stay whole. What stands in the
cells and how wide columns are belongs in ``office.tables``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from industry.export.docx.markup import in_cell, paragraph, twips, w
from industry.export.docx.styles import INK, WIDTH
from industry.export.office.tables.panels import as_wide, of_grid, of_rows, of_table
from industry.export.office.tables.sizes import Cell, SizedTable, inked, least, readable, settled
from industry.export.office.words import LEADING, Box
from industry.export.xml_text import writable
from industry.figures.record import GridPanel, LinesPanel, RowsPanel, Table, TablePanel

MOVED, MOVES = (6.0, 14.0, 26.0), 12
"""Points that a column may be given, and how often any is."""
TOGETHER = 6
"""Rows below its header that a table has at most to stand on one page."""
ENDING = 3
"""Last rows of a longer one that stand on one page: a row alone at the head of a page says nothing of what it is of."""
ENDLESS = 1e6
"""Points: a table goes on over as many pages as it takes."""


def sized(
    of: RowsPanel | GridPanel | TablePanel | LinesPanel | Table, beside: Iterable[object] = ()
) -> SizedTable:
    """The table of a panel, or a figure's own, as wide as the text at most; one of rows in no larger type than any ``beside`` it."""
    box = Box(0, 0, WIDTH, ENDLESS)
    if isinstance(of, RowsPanel):
        rows = (one for one in (of, *beside) if isinstance(one, RowsPanel))
        return _of_rows(of, min(_of_rows(one).size for one in rows))
    if isinstance(of, TablePanel):
        return levelled(in_fewest_lines(of))
    if isinstance(of, GridPanel):
        return of_grid(of, box, INK)
    assert isinstance(of, Table)
    return of_table(of, box, INK)


def _of_rows(of: RowsPanel, largest: float = INK.name) -> SizedTable:
    """A table of rows in no larger type; cells take several lines before its type is smaller than that of notes."""
    box, ink = Box(0, 0, WIDTH, ENDLESS), INK.up_to(largest)
    steps = tuple(one for one in ink.steps if one[0] >= INK.small)
    sheet = of_rows(of, box, replace(ink, steps=steps)) if steps else None
    return sheet if sheet and readable(sheet) else of_rows(of, box, ink)


def in_fewest_lines(of: TablePanel) -> SizedTable:
    """A benchmark table in the type, none smaller than that of notes, in which its cells are broken into fewest lines; in a smaller
    one where it can be read only so."""
    tried = [as_wide(of, WIDTH, INK.up_to(size)) for size, _ in INK.steps if size >= INK.small]
    return min(tried, key=lambda one: (not readable(one), round(one.height / one.size, 1), -one.size))


def levelled(sheet: SizedTable) -> SizedTable:
    """The table with room moved between its columns while that makes it less high, or spares lines, and breaks no word."""
    box = Box(0, 0, WIDTH, ENDLESS)
    for _ in range(MOVES):
        tried = (
            settled(sheet.rows, sheet.heads, widths, box, sheet.ink, sheet.side) for widths in _moved(sheet)
        )
        lower = [one for one in tried if _lines(one) < _lines(sheet)]
        best = next((one for one in sorted(lower, key=_lines) if readable(one)), None)
        if best is None:
            break
        sheet = best
    return sheet


def _lines(sheet: SizedTable) -> tuple[float, float]:
    return round(sheet.height, 3), round(inked(sheet), 3)


def _moved(sheet: SizedTable) -> Iterator[tuple[float, ...]]:
    """Widths with more room in one column: from another, or from all others by what they have beyond their longest words."""
    widths = sheet.widths
    spare = [max(0.0, have - need) for have, need in zip(widths, least(sheet), strict=True)]
    for to, more in product(range(len(widths)), MOVED):
        others = sum(spare) - spare[to]
        if others >= more:
            yield tuple(
                have + more if at == to else have - more * spare[at] / others
                for at, have in enumerate(widths)
            )
        for giving in range(len(widths)):
            if giving != to and spare[giving] >= more:
                yield tuple(have + more * ((at == to) - (at == giving)) for at, have in enumerate(widths))


def native(sheet: SizedTable, name: str, alt: str, language: str) -> Any:
    """The table with its ``name`` as its title, and its alternative text."""
    lines = (("top", 12), ("bottom", 12), ("insideH", 4))
    colours = {"insideH": INK.colours.faint.lstrip("#")}
    borders = (
        w(side, val="single", sz=size, space=0, color=colours.get(side, "000000")) for side, size in lines
    )
    margins = (w(side, w=twips(INK.side), type="dxa") for side in ("left", "right"))
    properties = w(
        "tblPr",
        w("tblW", w=sum(map(twips, sheet.widths)), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *borders),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
        w(
            "tblLook",
            val="04A0" if sheet.heads else "0480",
            firstRow=int(sheet.heads > 0),
            firstColumn=1,
            noVBand=1,
        ),
        w("tblCaption", val=writable(name)),
        w("tblDescription", val=writable(alt)),
    )
    grid = w("tblGrid", *(w("gridCol", w=twips(one)) for one in sheet.widths))
    rows = (_row(line, place, sheet, language) for place, line in enumerate(sheet.rows))
    return w("tbl", properties, grid, *rows)


def _row(line: tuple[Cell, ...], place: int, sheet: SizedTable, language: str) -> Any:
    header = place < sheet.heads
    cells, column = [], 0
    while column < len(line):
        cell = line[column]
        cells.append(_cell(cell, column, place, sheet, language))
        column += cell.across
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None), *cells)


def _cell(cell: Cell, column: int, place: int, sheet: SizedTable, language: str) -> Any:
    width = sum(sheet.widths[column : column + cell.across])
    under = (
        w("tcBorders", w("bottom", val="single", sz=6, space=0, color="000000"))
        if place == sheet.heads - 1
        else None
    )
    properties = w(
        "tcPr",
        w("tcW", w=twips(width), type="dxa"),
        w("gridSpan", val=cell.across) if cell.across > 1 else None,
        under,
        w("shd", val="clear", color="auto", fill=cell.fill.lstrip("#")) if cell.fill else None,
        w("vAlign", val="bottom" if place < sheet.heads else "center"),
    )
    align = "center" if cell.middle else "right" if cell.right else "left"
    last = place == len(sheet.rows) - 1
    whole = len(sheet.rows) - sheet.heads <= TOGETHER
    ending = place >= len(sheet.rows) - ENDING
    followed = not last and sheet.rows[place + 1][0].under
    told = cell.sized(sheet.size, INK.small)
    paragraphs = []
    for number, one in enumerate(told or [None]):
        size = one.size if one else sheet.size
        room = {
            "before": twips(sheet.pad) if number == 0 else 0,
            "after": twips(sheet.pad) if number == max(len(told), 1) - 1 else 0,
            "line": twips(LEADING * size),
            "lineRule": "exact",
        }
        held = [
            w("keepNext") if (whole or ending or followed or place < sheet.heads) and not last else None,
            w("spacing", **room),
            w("jc", val=align),
        ]
        looks = [w("b")] if one and one.bold else []
        if one and one.colour and one.colour != INK.colours.ink:
            looks.append(w("color", val=one.colour.lstrip("#")))
        looks += [w("sz", val=round(2 * size)), w("szCs", val=round(2 * size))]
        runs = in_cell(one.text, language, *looks) if one else []
        paragraphs.append(
            paragraph(*runs, style="Cell", properties=[each for each in held if each is not None])
        )
    return w("tc", properties, *paragraphs)
