"""A figure that is a table, as our own table of buttons: its numbers open their cards, its lines' names lead to the
comparison of their indicator. What stands in it was decided with the figure; how a table looks belongs in ``table``.
"""

from __future__ import annotations

from industry.figures.record import Entry, TableLine, TablePanel
from industry.vocabulary.slide import COMPARE
from ui import address
from ui.parts import table
from ui.parts.table import Bar, Cell, Column, Line, Table
from ui.site import site

NAMES, PERIODS, FIGURES = (236, 150), 116, (168, 132)
"""CSS pixels of the lines' heads and of the columns of figures, on a narrow screen the second; of the periods."""


def show(caption: str, panel: TablePanel, key: str, early: bool = False) -> None:
    """Draw the panel under a ``key`` that no other table of the page has, before all else where it is ``early``."""
    linked = any(one.id == COMPARE for one in site().pages)
    name, period = panel.named
    columns = (
        Column(name, *NAMES, bold=True),
        *([Column(period, PERIODS, folds=True)] if period else []),
        *(Column(region, *FIGURES, sub=beside, bold=True) for region, beside in panel.regions),
    )
    lines = tuple(_line(one, linked, bool(period)) for one in panel.lines)
    table.show(Table(caption, columns, lines), key, early=early)


def _line(line: TableLine, linked: bool, dated: bool) -> Line:
    to = address.link(COMPARE, indicator=line.pick) if linked and line.pick and not line.under else ""
    head = Cell(line.name, line.detail, link=to, faint=line.under, under=line.under)
    figures = (_cell(*one) for one in zip(line.entries, line.bars, strict=True))
    period = Cell(tag=str(line.period)) if line.off else Cell(str(line.period))
    return Line((head, *([period] if dated else []), *figures))


def _cell(entry: Entry, bar: tuple[float, float] | None) -> Cell:
    start, end = sorted(bar) if bar else (0.0, 0.0)
    return Cell(
        str(entry.text),
        str(entry.aside),
        str(entry.tag),
        faint=entry.apart,
        bars=(Bar(start, end, entry.colour),) if bar else (),
        zero=bar[0] if bar else None,
        row=entry.row.id if entry.row else "",
    )
