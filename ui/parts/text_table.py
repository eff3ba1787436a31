"""A header and lines of texts as a table: a figure's data, what stands apart, sources. A text that is a single figure
opens its card; how a table looks belongs in ``table``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from industry.figures.compose import wrapping
from industry.figures.record import Table as Texts
from industry.wording.said import Said
from ui.parts import table
from ui.parts.table import Cell, Column, Line, Table

HEIGHT = 560
"""CSS pixels beyond which a long table scrolls inside its box."""
_NARROW, _FIGURE, _LONG = 322, 132, 152
"""CSS pixels on a narrow screen of a line's head, with what folds under it, and the figure beside it together; of a figure at least, and at
most: one that is longer is broken, not the names of all lines."""
_TYPE, _EDGE = 14.5, 26
_LEAST, _MOST = 64, 268


def show(caption: str, texts: Texts, key: str) -> None:
    """Draw texts as a table under a ``key`` that no other of the page has. Where one column alone is of single
    figures, those between it and the lines' heads fold under these on a narrow screen, so that the figure is seen."""
    if not texts.rows:
        return
    lines = tuple(Line(tuple(map(_cell, line))) for line in texts.rows)
    of_figures = [at for at in range(len(texts.header)) if any(line.cells[at].row for line in lines)]
    figure = of_figures[0] if len(of_figures) == 1 else 0
    narrow = beside(line[figure] for line in texts.rows)
    columns = tuple(
        Column(
            head,
            _width((head, *(line[at] for line in texts.rows))),
            narrow=dict(zip((0, figure), narrow, strict=True)).get(at, 0) if figure > 1 else 0,
            folds=0 < at < figure,
            bold=at in of_figures,
        )
        for at, head in enumerate(texts.header)
    )
    table.show(Table(caption, columns, lines, most=HEIGHT), key)


def beside(figures: Iterable[str]) -> tuple[int, int]:
    """CSS pixels on a narrow screen of a line's head, with what folds under it, and of these figures beside it, few of which are broken
    between number and unit."""
    figure = min(max(_FIGURE, table.least(figures)), _LONG)
    return _NARROW - figure, figure


def _cell(told: str) -> Cell:
    single = isinstance(told, Said) and told.kind in ("plain", "derived") and len(told.rows) == 1
    return Cell(str(told), row=told.rows[0].id if isinstance(told, Said) and single else "")


def _width(texts: Sequence[str]) -> int:
    widest = max(wrapping.width(one, True) for one in texts) * _TYPE + _EDGE
    return round(min(max(widest, _LEAST), _MOST))
