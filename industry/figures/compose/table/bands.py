"""A table in bands that stand one below another, each as wide as the pane and with its own head: of all its lines some
of the regions, or turned, of all regions some of the lines.

Whether a table is set so belongs in ``table``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from industry.figures.compose.panel_drawing import Drawing, Pane
from industry.figures.compose.table import cells
from industry.figures.compose.table.cells import Texts
from industry.figures.record import Entry, TableLine, TablePanel

LEAST = 6.2  # em that a column of figures needs
NAMES, PERIODS = 0.25, 0.15  # of the pane that the first two columns may take
NAMES_OF_ONE = 0.5  # the first of them, where there is one region only
MOST = 12.0  # em that a line's column asks for where the table is turned
BAR, THIN = 0.34, 0.22  # em, and where room is short
ROOMY = 1.4  # em that a row is given beyond its need
BETWEEN = 1.2  # em between two bands


@dataclass(frozen=True)
class Bar:
    """The thin bar of an entry: its beginning and length in pixels of the pane, and how far its middle lies below the
    top of its row's texts."""

    start: float
    length: float
    below: float
    entry: Entry


@dataclass(frozen=True)
class Shelf:
    """A row of a band: its cells, their bars, the pixels that they need."""

    cells: tuple[Texts, ...]
    bars: tuple[Bar, ...]
    high: float


@dataclass(frozen=True)
class Band:
    """Heads and rows, the places at which their columns begin, and the pixels between two rows."""

    starts: tuple[float, ...]
    heads: tuple[Texts, ...]
    rows: tuple[Shelf, ...]
    gap: float

    def head(self, pane: Pane) -> float:
        """Pixels of the heads with the line below them."""
        return max(cells.high(pane, one) for one in self.heads) + 0.3 * pane.em

    def high(self, pane: Pane) -> float:
        """Pixels that the whole band needs."""
        return self.head(pane) + sum(one.high + self.gap for one in self.rows)


Bands = tuple[Band, ...]
Bars = list[tuple[float, float, float, Entry]]


def needed(pane: Pane, bands: Bands) -> float:
    """The pixels that bands one below another need."""
    return sum(one.high(pane) for one in bands) + BETWEEN * pane.em * (len(bands) - 1)


def put(drawing: Drawing, bands: Bands, foot: Texts) -> Bars:
    """The bands in the drawing, whose height they set, below them what the ``foot`` says; the bars that are to be drawn."""
    pane = drawing.pane
    count = sum(len(one.rows) for one in bands)
    below = cells.high(pane, foot)
    spare = drawing.spread(needed(pane, bands) + below, count, ROOMY)
    bars: Bars = []
    y = 0.0
    for at, band in enumerate(bands):
        y = _band(drawing, band, y + (BETWEEN * pane.em if at else 0.0), spare, bars)
    cells.put(drawing, [foot], [0.0], y)
    return bars


def _band(drawing: Drawing, band: Band, top: float, spare: float, bars: Bars) -> float:
    """A band from ``top``, each of its rows with so many pixels to spare; where it ends."""
    pane, gap = drawing.pane, band.gap
    cells.put(drawing, band.heads, band.starts, top)
    y = top + band.head(pane)
    drawing.rule((0.0, pane.width), (y, y), pane.palette.ink)
    for row in band.rows:
        inside = y + (0.15 * gap + spare / 2 if pane.tight else (gap + spare) / 2)
        cells.put(drawing, row.cells, band.starts, inside)
        bars += [(one.start, one.length, inside + one.below, one.entry) for one in row.bars]
        y += row.high + gap + spare
        if row is not band.rows[-1]:
            drawing.rule((0.0, pane.width), (y, y), pane.palette.faint)
    return y


def first_columns(panel: TablePanel, pane: Pane) -> tuple[float, float]:
    """Pixels of the lines' names and of their periods, where regions are the columns."""
    share = NAMES if len(panel.regions) > 1 else NAMES_OF_ONE
    wide = (
        max(pane.measure(one.name, "name", True), pane.measure(one.detail, "detail")) for one in panel.lines
    )
    names = min(share * pane.width, pane.em + max(wide, default=0.0))
    widest = pane.em + pane.widest((one.period for one in panel.lines), "tick")
    return names, min(PERIODS * pane.width, widest) if panel.named[1] else 0.0


def region_column(panel: TablePanel, pane: Pane) -> float:
    """Pixels of the regions' names, where lines are the columns."""
    wide = (max(pane.measure(name, "tick"), pane.measure(beside, "detail")) for name, beside in panel.regions)
    return min(NAMES * pane.width, pane.em + max(wide, default=0.0))


def upright(panel: TablePanel, pane: Pane, first: tuple[float, float], each: float) -> Band:
    """A column for each region, ``each`` of so many pixels; a row for each line."""
    names, periods = first
    starts = [names + periods + each * at for at in range(len(panel.regions))]
    heads = [cells.wrapped(pane, one, "tick", room) for one, room in zip(panel.named, first, strict=True)]
    for name, beside in panel.regions:
        sub = () if pane.tight > 1 else cells.wrapped(pane, beside, "detail", each)
        heads.append(cells.wrapped(pane, name, "tick", each) + sub)
    rows = []
    for line in panel.lines:
        named = (cells.named(line, pane, names), cells.dated(line, pane, periods))
        figures = [cells.figure(one, pane, each) for one in line.entries]
        bars = zip(line.entries, line.bars, figures, starts, strict=True)
        found = tuple(bar for one in bars if (bar := _bar(pane, *one, each)))
        rows.append(_shelf(pane, (*named, *figures), found, _barred(line, pane)))
    gap = (0.9, 0.7, 0.42)[pane.tight] * pane.em
    return Band((0.0, names, *starts), tuple(heads), tuple(rows), gap)


def turned(panel: TablePanel, pane: Pane) -> Band:
    """A column for each line, headed by its name, detail and period; a row for each region."""
    wide = _wide_lines(panel, pane, pane.width - region_column(panel, pane))
    first = pane.width - sum(wide)
    starts = tuple(accumulate(wide[:-1], initial=first))
    heads = [cells.over(one, pane, room) for one, room in zip(panel.lines, wide, strict=True)]
    barred = max((_barred(one, pane) for one in panel.lines), default=0.0)
    bars_of = [one.bars for one in panel.lines]
    rows = []
    for at, (name, beside) in enumerate(panel.regions):
        sub = () if pane.tight else cells.wrapped(pane, beside, "detail", first)
        named = cells.wrapped(pane, name, "tick", first, pane.palette.ink) + sub
        entries = [one.entries[at] for one in panel.lines]
        figures = [cells.figure(one, pane, room) for one, room in zip(entries, wide, strict=True)]
        ends = [one[at] for one in bars_of]
        bars = zip(entries, ends, figures, starts, wide, strict=True)
        found = tuple(bar for one in bars if (bar := _bar(pane, *one)))
        rows.append(_shelf(pane, (named, *figures), found, barred))
    gap = (0.7, 0.5, 0.42)[pane.tight] * pane.em
    return Band((0.0, *starts), ((), *heads), tuple(rows), gap)


def _wide_lines(panel: TablePanel, pane: Pane, room: float) -> list[float]:
    """The ``room`` shared among the lines by what their widest cells need."""
    needs = []
    for line in panel.lines:
        wide = (
            pane.measure(one.text, "tick" if one.apart else "name", not one.apart)
            + sum(pane.measure("  " + words, "detail") for words in (one.aside, one.tag) if words)
            for one in line.entries
        )
        needs.append(min(max(wide, default=0.0) + pane.em, MOST * pane.em))
    least = LEAST * pane.em
    spare = room - least * len(needs)
    more = [max(one - least, 0.0) for one in needs]
    return [least + spare * (one / sum(more) if any(more) else 1 / len(needs)) for one in more]


def _shelf(pane: Pane, held: tuple[Texts, ...], bars: tuple[Bar, ...], barred: float) -> Shelf:
    return Shelf(held, bars, max(cells.high(pane, one) for one in held) + barred)


def thick(pane: Pane) -> float:
    """Pixels of a bar, which is clear of the letters above it and of the rule below."""
    return (THIN if pane.tight else BAR) * pane.em


def _barred(line: TableLine, pane: Pane) -> float:
    """What its bars add to a line's height; where room is short they stand between the lines."""
    if pane.tight:
        return 0.0
    return 1.9 * BAR * pane.em if any(one.end is not None for one in line.entries) else 0.0


def _bar(
    pane: Pane, entry: Entry, bar: tuple[float, float] | None, cell: Texts, start: float, room: float
) -> Bar | None:
    """A bar of a cell from zero, on the scale that its line has in each cell."""
    if bar is None:
        return None
    zero, end = bar
    wide = room - pane.em
    below = cells.high(pane, cell) + (1.05 if pane.tight else 0.85) * thick(pane)
    return Bar(start + wide * zero, wide * (end - zero), below, entry)
