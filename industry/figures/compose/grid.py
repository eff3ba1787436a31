"""Grids of shaded cells: which months a document covers, which themes it stresses.

Names stand beside their cells where there is room, else above them; column labels are wrapped,
thinned or turned, never laid over one another; on screen the browser turns those that have no room level, and leaves out
the numbers of cells that are too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.compose.marks import outline
from industry.figures.compose.panel_drawing import Drawing, Pane, Place, styled
from industry.figures.record import Cell, GridPanel

NAMES = 0.42  # of the pane that names beside the cells may take
ROOMY = 1.9  # em that a cell must keep beside the names
FILL = 0.9  # of a column's width that is cell
MOST_LINES = 4  # of a column's label, or of a text in a cell
WIDEST_PITCH = 2.6  # em that a row is given beyond its need
BY_BROWSER = 2.1  # em of a cell's height in which a browser sets a line of any face
EVERY = (1, 2, 3, 4, 6, 12)
_PAD = "\u00a0"  # one before and one behind are about as wide as a digit


@dataclass(frozen=True)
class Shelf:
    """A row to be set: lines of its name (with role), lines of each cell's text, pixels of both; ``whole``: the name with its
    detail on one line, where a screen is wider than the least."""

    names: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, ...], ...]
    head: float
    cell: float
    whole: str = ""


def draw(panel: GridPanel, pane: Pane) -> Drawing:
    """The panel in its pane; rows are spread over a greater height as far as looks well."""
    count = max(len(panel.columns), 1)
    beside = _beside(panel, pane)
    drawing = Drawing(pane, left=beside, right=0.0, low=-0.5, high=count - 0.5)
    pitch = drawing.span / count
    top = _groups(drawing, panel, pitch)
    top = _columns(drawing, panel, pitch, top)
    bare = any(cell.text and not _cell_lines(cell.text, pane, pitch) for line in panel.cells for cell in line)
    if bare and pane.fluid:
        drawing.told = (panel.unwritten,)
    words = pane.wrap(panel.unwritten, "aside", pane.width) if bare and not pane.fluid else ()
    foot = len(words) * pane.line("aside") + (0.3 * pane.em if words else 0.0)
    shelves = [
        _shelf(panel, index, pane, beside, None if bare else pitch) for index in range(len(panel.names))
    ]
    gap = (0.0 if beside else (0.5, 0.25, 0.15)[pane.tight]) * pane.em
    needed = top + foot + sum(one.head + one.cell + gap for one in shelves)
    spare = drawing.spread(needed, len(shelves), WIDEST_PITCH)
    if drawing.ticks:
        drawing.ticks["position"] = 1 - top / ceil(drawing.height)
    bars: list[tuple[int, float, float, Cell]] = []
    y = top
    for index, shelf in enumerate(shelves):
        high = shelf.cell + spare * (1.0 if beside else 0.6)
        _names(drawing, shelf, y, high if beside else 0.0)
        y += shelf.head
        for column, cell in enumerate(panel.cells[index]):
            bars.append((column, y, high, cell))
            _write(drawing, shelf.texts[column], column, y + high / 2, fill(cell, pane.palette))
        _separators(drawing, panel, y, y + high)
        y += high + gap + (0.0 if beside else 0.4 * spare)
    drawing.traces.append({**_trace(bars, pane), **(_by_browser(bars, pane) if bare and pane.fluid else {})})
    for index, line in enumerate(words):
        drawing.write(
            styled(line), Place(None), y + foot - (len(words) - index - 0.5) * pane.line("aside"), "aside"
        )
    return drawing


def fill(cell: Cell, palette: theme.Palette) -> str:
    """A cell's colour: the emptier, the nearer to the background."""
    if cell.weight <= 0:
        return theme.mix(palette.faint, palette.background, 0.55)
    return theme.mix(cell.colour, palette.background, 0.18 + 0.82 * min(cell.weight, 1.0))


def _trace(bars: list[tuple[int, float, float, Cell]], pane: Pane) -> dict[str, Any]:
    gap = 0.12 * pane.em
    fills = [fill(cell, pane.palette) for _, _, _, cell in bars]
    shown = [
        cell.colour if cell.weight > 0 else one for one, (_, _, _, cell) in zip(fills, bars, strict=True)
    ]
    line = outline(shown, pane)
    return {
        "type": "bar",
        "orientation": "v",
        "x": [column for column, _, _, _ in bars],
        "base": [y + gap / 2 for _, y, _, _ in bars],
        "y": [high - gap for _, _, high, _ in bars],
        "width": FILL,
        "marker": {"color": fills, "line": line},
        "customdata": [[row.id for row in cell.text.rows] for _, _, _, cell in bars],
        "hovertext": [wrapping.plain(cell.hover) for _, _, _, cell in bars],
        "hovertemplate": [
            "%{hovertext}<extra></extra>" if cell.hover else "<extra></extra>" for _, _, _, cell in bars
        ],
    }


def _by_browser(bars: list[tuple[int, float, float, Cell]], pane: Pane) -> dict[str, Any]:
    """The texts of cells that a browser sets where they have room, each as wide as the widest: all of them or none."""
    texts = [cell.text for *_, cell in bars]
    longest = max(map(len, texts))
    return {
        "text": [str(one).join(2 * [_PAD * (longest - len(one))]) if one else "" for one in texts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {
            "size": pane.size("tick"),
            "color": [theme.ink_on(fill(cell, pane.palette)) for *_, cell in bars],
        },
    }


def _detail(panel: GridPanel, index: int) -> str:
    return panel.details[index] if index < len(panel.details) else ""


def _beside(panel: GridPanel, pane: Pane) -> float:
    """Pixels for the names left of the cells; 0 where they stand above them."""
    wide = max(pane.widest(panel.names, "name"), pane.widest(panel.details, "detail")) + 0.9 * pane.em
    least = ROOMY * pane.em * (0.6 if pane.tight > 1 else 1.0)
    for column in (wide, 0.62 * wide):
        lines = [len(pane.wrap(name, "name", column - 0.9 * pane.em)) for name in panel.names]
        if (
            column <= NAMES * pane.width
            and max(lines, default=1) <= 2
            and (pane.width - column) / max(len(panel.columns), 1) >= least
        ):
            return column
    return 0.0


def _shelf(panel: GridPanel, index: int, pane: Pane, beside: float, pitch: float | None) -> Shelf:
    """A row; without a ``pitch`` nothing stands in its cells."""
    room = beside - 0.9 * pane.em if beside else pane.width
    name, detail = panel.names[index], _detail(panel, index)
    joined = pane.measure(f"{name}  ", "name") + pane.measure(detail, "detail")
    whole = ""
    if detail and joined <= room:
        names: tuple[tuple[str, str], ...] = ((_joined(name, detail, pane), "name"),)
    else:
        below = joined if pane.fluid and not beside and detail else None
        lines = [(one, "name") for one in wrapping.wrap(name, room / pane.size("name"), False, True)]
        lines += [(one, "detail") for one in pane.wrap(detail, "detail", room)]
        names = tuple(
            (styled(one) if below is None else _seen(one, role, pane, below, True), role)
            for one, role in lines
        )
        whole = _joined(name, detail, pane, below) if below is not None else ""
    head = sum(pane.line(role) for _, role in names)
    texts = tuple(_cell_lines(cell.text, pane, pitch) if pitch else () for cell in panel.cells[index])
    deepest = max((len(one) for one in texts), default=0)
    cell = max(
        (1.75, 1.35, 1.2)[pane.tight] * pane.em,
        (deepest * 1.25 + (0.45, 0.2, 0.0)[pane.tight]) * pane.size("tick"),
    )
    if beside:
        return Shelf(names, texts, 0.0, max(cell, head + (0.0 if pane.tight else 0.2) * pane.em))
    if not deepest and not pitch:
        cell = BY_BROWSER * pane.em if pane.fluid else min(cell, 1.3 * pane.em)
    return Shelf(names, texts, head, cell, whole)


def _joined(name: str, detail: str, pane: Pane, wide: float | None = None) -> str:
    """A row's name and its detail on one line; on screen only where that is as ``wide``."""
    if wide is None:
        return styled(name) + "  " + styled(detail, pane.size("detail"), pane.palette.soft)
    return _seen(name + "  ", "name", pane, wide) + _seen(detail, "detail", pane, wide)


def _seen(words: str, role: str, pane: Pane, wide: float, narrow: bool = False) -> str:
    """Words of a screen whose type has a size only where the plot is at least ``wide`` CSS pixels wide, or ``narrow``er. The
    browser measures its box, on paper too (``container-type`` in printing.css)."""
    away = f"{wide:.0f}px - 100cqw" if narrow else f"100cqw - {wide:.0f}px"
    size = f"clamp(0px,({away})*999,{pane.size(role):.2f}px)"
    return styled(words, size, pane.palette.soft if role == "detail" else "")


def _cell_lines(words: str, pane: Pane, pitch: float) -> tuple[str, ...]:
    """A cell's text where it fits at the narrowest, else nothing."""
    room = FILL * pitch - 0.25 * pane.em
    if not words or pane.measure(words, "tick") <= room:
        return (words,) if words else ()
    lines = pane.wrap(words, "tick", room)
    fits = room >= 2.6 * pane.em and len(lines) <= MOST_LINES
    return lines if fits and pane.widest(lines, "tick") <= room + 1 else ()


def _names(drawing: Drawing, shelf: Shelf, top: float, high: float) -> None:
    pane = drawing.pane
    total = sum(pane.line(role) for _, role in shelf.names)
    y = top + (max(high - total, 0.0) / 2)
    for words, role in shelf.names:
        pitch = pane.line(role)
        drawing.write(words, Place(None), y + pitch / 2, role)
        y += pitch
    if shelf.whole:
        drawing.write(shelf.whole, Place(None), y - pane.line("name") / 2, "name")


def _write(drawing: Drawing, lines: tuple[str, ...], column: int, middle: float, background: str) -> None:
    pitch = 1.25 * drawing.pane.size("tick")
    for index, line in enumerate(lines):
        y = middle + (index - (len(lines) - 1) / 2) * pitch
        drawing.write(styled(line), Place(column), y, "tick", theme.ink_on(background), "center")


def _groups(drawing: Drawing, panel: GridPanel, pitch: float) -> float:
    """The groups' labels over their columns, on a second line where they would meet."""
    pane = drawing.pane
    line = pane.line("tick")
    taken: list[float] = []
    first = 0
    for words, span in panel.groups:
        start = drawing.left + first * pitch
        wide = pane.measure(words, "tick", True)
        shift = min(pane.width - start - wide, 0.0)
        level = next((index for index, end in enumerate(taken) if start + shift > end), len(taken))
        if level == len(taken):
            taken.append(0.0)
        taken[level] = start + shift + wide + 0.4 * pane.em
        place = Place(first - 0.5, shift + (1 - FILL) / 2 * pitch)
        drawing.write(styled(words, bold=True), place, (level + 0.5) * line, "tick")
        first += span
    return len(taken) * line


def _columns(drawing: Drawing, panel: GridPanel, pitch: float, top: float) -> float:
    """The columns' labels, the first way in which none meets another; where they end."""
    pane = drawing.pane
    room = pitch - 0.3 * pane.em
    line = 1.22 * pane.size("tick")
    whole = pane.widest((one.whole for one in panel.columns), "tick") <= room
    labels = tuple(one.whole if whole else one.broken for one in panel.columns)
    wrapped = [pane.wrap(one, "tick", room) for one in labels]
    narrow = pane.widest((piece for one in labels for piece in wrapping.pieces(one)), "tick") > room
    deepest = max((len(one) for one in wrapped), default=0)
    if not narrow and deepest <= MOST_LINES and (deepest == 1 or room >= 1.8 * pane.em):
        for column, lines in enumerate(wrapped):
            for index, words in enumerate(lines):
                y = top + (deepest - len(lines) + index + 0.5) * line
                drawing.write(styled(words), Place(column), y, "tick", anchor="center")
        return top + deepest * line + 0.25 * pane.em
    short = [one.whole for one in panel.columns]
    widest = pane.widest(short, "tick")
    if panel.sequence or widest > 9 * pane.em or pitch < 1.3 * pane.size("tick"):
        needed = ceil((widest + 0.3 * pane.em) / pitch)
        every = next((one for one in EVERY if one >= needed), needed)
        for column in range(0, len(short), every):
            middle = drawing.left + (column + 0.5) * pitch
            place = Place(column, drawing.inward(middle, pane.measure(short[column], "tick")))
            drawing.write(styled(short[column]), place, top + 0.5 * line, "tick", anchor="center")
        return top + line + 0.25 * pane.em
    if pane.fluid:
        drawing.left_to_browser(list(enumerate(short)), side="top", anchor="free")
        return top + widest + 0.9 * pane.em
    for column, words in enumerate(short):
        y = top + widest - pane.measure(words, "tick") / 2
        drawing.write(styled(words), Place(column), y, "tick", anchor="center", angle=-90)
    return top + widest + 0.35 * pane.em


def _separators(drawing: Drawing, panel: GridPanel, top: float, bottom: float) -> None:
    """Thin lines between the groups."""
    first = 0
    for _, span in panel.groups[:-1]:
        first += span
        drawing.rule((first - 0.5, first - 0.5), (top, bottom), drawing.pane.palette.soft)
