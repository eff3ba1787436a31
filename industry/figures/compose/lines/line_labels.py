"""Where the labels of lines stand: the last figures at the lines' ends, with names unless a legend has these, moved apart
where they would meet; other figures above or below their points, nearer to these than to any point of another line, or
not at all. A derived figure is never left out: where it finds no room at its point it is told in words below the columns.

What is decided holds at the pane's narrowest, and on screen is tried at wider panes too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from math import hypot

from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import Drawing, Pane, Place, styled
from industry.figures.record import LinesPanel

AWAY = 0.75  # em from a point to the label beside it
OVER = 0.95  # em from a point to the middle of the label above it
FARTHER = (OVER, 1.6, 2.2)  # the same for a label that must find room
ENOUGH = 0.6  # of the figures must find room, else only first and last ones are set
NEARER = 0.1  # em by which a figure without a name is nearer to its own point than to those of other lines
EDGE = 0.01  # pixels that are no overlap
MOST = 0.4  # of the pane that names at the lines' ends may take


@dataclass(frozen=True)
class Spot:
    """A point that has a figure: its series, column, pixels from the top, text and text colour. A ``derived``
    one has its figure at the point, unless it is ``told`` in words."""

    series: int
    column: int
    y: float
    text: str
    colour: str
    derived: bool = False
    told: bool = False


@dataclass(frozen=True)
class Labels:
    """What became of the figures: whether every one has found room, the derived ones that are nowhere, and how many
    others are."""

    complete: bool
    untold: tuple[Spot, ...] = ()
    bare: int = 0


@dataclass(frozen=True)
class End:
    """What stands at a line's end: name (unless the legend has it: not ``named``) and last figure, as wide as that, and
    ``beside`` its point where that is in the last column. ``column`` is the last one with a value, −1 where there is none."""

    name: str
    figure: str
    column: int
    named: bool
    beside: bool
    width: float


@dataclass(frozen=True)
class Box:
    """A label: ``column`` it hangs on, left and right edge in pixels from there, top and bottom."""

    column: float
    start: float
    end: float
    top: float
    bottom: float


def ends(panel: LinesPanel, pane: Pane) -> list[End]:
    """The labels at the lines' ends. Names go to a legend where they would take too much room, or where
    a line ends before the last column; figures to their points where even they would."""
    found = []
    last = len(panel.columns) - 1
    for one in panel.series:
        column = one.last
        figure = one.texts[column] if column >= 0 else ""
        wide = pane.measure(one.name, "label") + pane.measure(f" {figure}", "label", True)
        found.append(End(one.name, figure, column, column == last, column == last, wide))
    if any(one.named and one.width + AWAY * pane.em > MOST * pane.width for one in found):
        found = [replace(one, named=False, width=pane.measure(one.figure, "label", True)) for one in found]
        if any(one.beside and one.width + AWAY * pane.em > MOST * pane.width for one in found):
            return [replace(one, beside=False) for one in found]
    return found


def stacked(panel: LinesPanel, pane: Pane, named: Sequence[End]) -> float:
    """Pixels that the labels beside the last points need one below another, in a slope those beside the first too."""
    beside = sum(one.beside for one in named)
    if len(panel.columns) == 2:
        beside = max(beside, sum(1 for one in panel.series if one.values[0] is not None))
    return beside * _pitch(pane)


def write(
    drawing: Drawing,
    panel: LinesPanel,
    spots: list[Spot],
    named: list[End],
    limits: tuple[float, float],
    zero: float | None,
) -> Labels:
    """Sets all labels, clear of the line at ``zero`` pixels, the lines' ends first: a figure without a name stands beside its
    point where no other point is nearer. Where many find no room, only each line's first and last figure are set, and the
    derived ones, since a chance few would look like a choice."""
    pane = drawing.pane
    last, slope = len(panel.columns) - 1, len(panel.columns) == 2
    field = _Field(drawing, panel, spots, limits, zero, [])
    at_end = [one for one in spots if one.column == last and named[one.series].beside and not one.told]
    rest = [one for one in spots if one not in at_end]
    lost: list[Spot] = []
    for one, y in _apart(at_end, pane, limits):
        end = named[one.series]
        box = _box(pane, last, AWAY * pane.em, end.width, y)
        if not end.named and not all(field.own(box, one, span) for span in field.spans):
            rest.append(one)
            continue
        content = (styled(end.name) + " " if end.named else "") + styled(end.figure, bold=True)
        drawing.write(content, Place(last, AWAY * pane.em), y, "label", one.colour)
        field.boxes.append(box)
    if slope:
        first = [one for one in rest if one.column == 0]
        rest = [one for one in rest if one.column != 0]
        for one, y in _apart(first, pane, limits):
            wide = field.wide(one)
            if one.told or not field.own(_box(pane, 0, -AWAY * pane.em - wide, wide, y), one, drawing.span):
                lost.append(one)
                continue
            drawing.write(styled(one.text), Place(0, -AWAY * pane.em), y, "label", one.colour, "right")
    order = sorted(rest, key=lambda one: (one.column != named[one.series].column, -one.column))
    must = [one for one in order if one.derived and not one.told]
    held = field.settled(must, FARTHER)
    for one, y in held:
        field.boxes.append(_box(pane, one.column, field.start(one), field.wide(one), y))
    lost += [one for one in must if one not in [spot for spot, _ in held]]
    untold = tuple(one for one in lost if one.derived and not one.told)
    order = [one for one in order if one not in must and not one.told]
    settled = field.settled(order)
    complete = len(settled) == len(order) and not lost and not any(one.told for one in spots)
    if not complete and (pane.fluid or len(settled) < ENOUGH * len(order)):
        firsts = {one.series: one.column for one in reversed(spots)}
        ends = ((firsts[one.series], named[one.series].column) for one in order)
        settled = field.settled([one for one, both in zip(order, ends, strict=True) if one.column in both])
    for one, y in (*held, *settled):
        shift = field.start(one) + field.wide(one) / 2
        drawing.write(styled(one.text), Place(one.column, shift), y, "label", one.colour, "center")
    return Labels(complete, untold, len(order) - len(settled) + sum(not one.derived for one in lost))


def in_words(panel: LinesPanel, told: Sequence[Spot], more: str = "") -> tuple[str, ...]:
    """Figures without a place at their points as items of a list, each with the mark behind it: 江西2021年7.9（推算）；, and
    what there is ``more`` to say, in English a sentence of its own."""
    zh = any(wrapping.is_chinese(panel.columns[one.column].whole + one.text) for one in told)
    order = sorted(told, key=lambda one: (one.series, one.column))
    parts = ((panel.series[one.series].name, panel.columns[one.column].whole, one.text) for one in order)
    items = [("" if zh else " ").join(filter(None, one)) for one in parts]
    said = [one + ("；" if zh else "; ") for one in items[:-1]]
    last = [one + ("" if not more else "；" if zh else ". ") for one in items[-1:]]
    return (*said, *last, *filter(None, [more]))


def _pitch(pane: Pane) -> float:
    """Pixels from one label beside points to the next."""
    return pane.line("label") * 0.92


def _apart(spots: list[Spot], pane: Pane, limits: tuple[float, float]) -> list[tuple[Spot, float]]:
    """Heights of labels beside points, moved apart to be a line from one another."""
    pitch = _pitch(pane)
    order = sorted(spots, key=lambda one: one.y)
    heights: list[float] = []
    for one in order:
        heights.append(max([one.y, *(heights[-1:] and [heights[-1] + pitch])]))
    floor = limits[1] - pitch / 2
    for index in range(len(heights) - 1, -1, -1):
        heights[index] = min(heights[index], floor)
        floor = heights[index] - pitch
    # what was pushed down is drawn back up by half where there is room, so that a group is centred
    for index, one in enumerate(order):
        above = heights[index - 1] + pitch if index else limits[0] + pitch / 2
        heights[index] = max(above, min(heights[index], heights[index] - (heights[index] - one.y) / 2))
    return list(zip(order, heights, strict=True))


def _box(pane: Pane, column: float, start: float, wide: float, y: float) -> Box:
    half = 0.56 * pane.size("label")
    return Box(column, start, start + wide, y - half, y + half)


@dataclass(frozen=True)
class _Field:
    """What a figure keeps clear of: the limits above and below, the line at ``zero`` pixels, points and
    lines, and the labels that stand already (``boxes``)."""

    drawing: Drawing
    panel: LinesPanel
    spots: list[Spot]
    limits: tuple[float, float]
    zero: float | None
    boxes: list[Box]

    def wide(self, one: Spot) -> float:
        """Pixels of a figure's width."""
        return self.drawing.pane.measure(one.text, "label")

    def start(self, one: Spot) -> float:
        """Pixels from a point to where its figure begins: in its middle, a derived one moved inside the pane."""
        drawing, wide = self.drawing, self.wide(one)
        middle = drawing.left + drawing.share(one.column) * drawing.span
        return (drawing.inward(middle, wide) if one.derived else 0.0) - wide / 2

    def settled(self, order: Sequence[Spot], steps: Sequence[float] = (OVER,)) -> list[tuple[Spot, float]]:
        """The figures that find room above or below their points, ``steps`` em away from them, with the heights
        of their middles."""
        pane = self.drawing.pane
        found = []
        taken = list(self.boxes)
        for one in order:
            near = [
                two.y for two in self.spots if two.series == one.series and abs(two.column - one.column) == 1
            ]
            above = sum(near) / len(near) >= one.y if near else True
            wide = self.wide(one)
            for step, side in product(steps, (-1, 1) if above else (1, -1)):
                y = one.y + side * step * pane.em
                box = _box(pane, one.column, self.start(one), wide, y)
                if self._inside(box) and all(
                    self._clear(box, taken, span) and self.own(box, one, span) for span in self.spans
                ):
                    taken.append(box)
                    found.append((one, y))
                    break
        return found

    @property
    def spans(self) -> tuple[float, ...]:
        """Pixels of the scale for which a label must be right."""
        span = self.drawing.span
        return (span, 2 * span, 4 * span, self.drawing.widest) if self.drawing.pane.fluid else (span,)

    def _inside(self, box: Box) -> bool:
        struck = self.zero is not None and box.top < self.zero < box.bottom
        return box.top >= self.limits[0] and box.bottom <= self.limits[1] and not struck

    def own(self, box: Box, spot: Spot, span: float) -> bool:
        """Whether a label that is read as ``spot``'s by its place alone is nearest to it where the scale has
        ``span`` pixels."""
        share, near = self.drawing.share, NEARER * self.drawing.pane.em

        def away(one: Spot) -> float:
            x = (share(one.column) - share(box.column)) * span
            return hypot(max(box.start - x, 0.0, x - box.end), max(box.top - one.y, 0.0, one.y - box.bottom))

        reach = away(spot) + near
        return all(away(one) >= reach for one in self.spots if one.series != spot.series)

    def _clear(self, box: Box, taken: list[Box], span: float) -> bool:
        """Whether a label is clear where the scale has ``span`` pixels."""
        drawing, em = self.drawing, self.drawing.pane.em

        def x(column: float) -> float:
            return drawing.share(column) * span

        left, right = x(box.column) + box.start, x(box.column) + box.end
        gap, point, pad = 0.35 * em, 0.25 * em, 0.1 * em
        if left < -drawing.left - EDGE or right > span + drawing.right + EDGE:
            return False
        for other in taken:
            start, end = x(other.column) + other.start, x(other.column) + other.end
            if left < end + gap and right > start - gap and box.top < other.bottom and box.bottom > other.top:
                return False
        for one in self.spots:
            if left - point < x(one.column) < right + point and box.top - point < one.y < box.bottom + point:
                return False
        return not any(
            _crosses((x(one.column), one.y, x(two.column), two.y), (left, box.top, right, box.bottom), pad)
            for one, two in pairwise(self.spots)
            if one.series == two.series and two.column == one.column + 1 and one.column not in self.panel.gaps
        )


def _crosses(
    line: tuple[float, float, float, float], box: tuple[float, float, float, float], pad: float
) -> bool:
    """Whether a line meets a box: the line's heights over the box's width against the box's."""
    x0, y0, x1, y1 = line
    start, end = max(x0, box[0] - pad), min(x1, box[2] + pad)
    if start >= end:
        return False
    heights = sorted(y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x in (start, end))
    return heights[0] < box[3] + pad and heights[1] > box[1] - pad
