"""Rows of marks: the name on a line of its own, below it the marks, the figure at their end.

The same drawing serves 280 and 1280 pixels. Where something may be compared, and what a row says, is
decided before; headings belong in ``on_canvas``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from industry.figures.compose import marks
from industry.figures.compose.marks import Drawn
from industry.figures.compose.panel_drawing import Drawing, Obstacle, Pane, Place, styled
from industry.figures.compose.rows import reference_lines, scale_and_heights
from industry.figures.compose.rows.mark_labels import strong
from industry.figures.compose.rows.scale_and_heights import NEAR, Block, Plan
from industry.figures.record import Reference, RowsPanel

THICKEST = 2.3  # em that a bar grows to where a fixed height leaves room
WIDEST_PITCH = 4.5  # em that a row is given beyond its need


def draw(panel: RowsPanel, pane: Pane) -> Drawing:
    """The panel in its pane; the height follows the rows, or they are spread over the pane's."""
    plan = scale_and_heights.plan(panel, pane)
    blocks = scale_and_heights.blocks(panel, plan)
    drawing = Drawing(pane, left=plan.left, right=plan.right, low=plan.low, high=plan.high)
    foot, _ = reference_lines.references(replace(drawing, texts=[]), panel, 0.0)
    top = drawing.legend(_legend(panel, pane)) + plan.headroom
    needed = top + sum(block.height for block in blocks) + foot
    spare = drawing.spread(needed, len(blocks), WIDEST_PITCH)
    if panel.aside_heading and plan.headroom:
        _column_heading(drawing, panel, plan, top)
    obstacles: list[Obstacle] = []
    drawn: list[Drawn] = []
    y = top
    for block in blocks:
        y = _Setting(drawing, plan, block, spare, obstacles, drawn, panel.references).set(y)
        if scale_and_heights.is_table(panel) and block is not blocks[-1]:
            edge = y - block.space / 2
            drawing.rule((0, 1), (edge, edge), pane.palette.faint, "x domain")
    foot, cuts = reference_lines.references(drawing, panel, y)
    obstacles += cuts
    reference_lines.verticals(drawing, panel, drawn, obstacles, top, y, foot)
    marks.draw(drawing, drawn)
    return drawing


def _legend(panel: RowsPanel, pane: Pane) -> list[tuple[str, str, str]]:
    """The legend's signs, colours and words; a track's is its outline, without which nobody would see it."""
    signs = {"bar": "■", "track": "□", "point": "◆", "ring": "○", "link": "━", "bracket": "├┤"}
    return [(signs[shape], pane.shade(colour), words) for shape, colour, words in panel.legend]


def _column_heading(drawing: Drawing, panel: RowsPanel, plan: Plan, bottom: float) -> None:
    pane = drawing.pane
    pitch = pane.line("aside")
    lines = pane.wrap(panel.aside_heading, "aside", plan.column or pane.width)
    for index, line in enumerate(reversed(lines)):
        y = bottom - (index + 0.5) * pitch - 0.2 * pane.em
        drawing.write(styled(line), Place(None, 0.0, True), y, "aside", anchor="right")


@dataclass
class _Setting:
    """One row being set."""

    drawing: Drawing
    plan: Plan
    block: Block
    spare: float
    obstacles: list[Obstacle]
    marks: list[Drawn]
    references: tuple[Reference, ...]
    name_y: float = 0.0

    def set(self, top: float) -> float:
        """Sets the row from ``top`` and returns where the next one begins."""
        pane, block = self.drawing.pane, self.block
        y = top
        if self.plan.beside:
            self._names(top + (block.height + self.spare - block.head) / 2)
            y += (block.height + self.spare - block.body) / 2
        else:
            y = self._names(y + self.spare * (0.12 if block.band else 0.5))
            y = self._under(y, block.indent) + NEAR * pane.em + self.spare * 0.04
        grown = min(block.band + 0.35 * self.spare, max(THICKEST * pane.em, block.band))
        bar = min(block.bar + 0.35 * self.spare, max(THICKEST * pane.em, block.bar))
        y += block.above + grown / 2
        for share, mark in block.marks:
            start = block.place(mark.start)
            shaded = replace(mark, colour=pane.shade(mark.colour))
            self.marks.append(Drawn(shaded, self._value(start), self._value(share), y, bar))
        self._labels(y, grown / 2)
        self._figure(y)
        if self.plan.beside:
            self._under(y + grown / 2 + block.below, self.plan.left)
        return top + block.height + self.spare

    def _value(self, share: float) -> float:
        return self.plan.low + share * (self.plan.high - self.plan.low)

    def _names(self, y: float) -> float:
        self.name_y = y + self.drawing.pane.line("name") / 2
        for line, role, wide in self.block.names:
            pitch = self.drawing.pane.line(role)
            self._put(line, Place(None, self.block.indent), y + pitch / 2, role, wide)
            y += pitch
        return y

    def _under(self, y: float, edge: float) -> float:
        """What is told of the row in lines of its own, nearer to its name than to the next row's; where they end."""
        pitch = self.drawing.pane.line("aside")
        for line, wide in self.block.under:
            self._put(line, Place(None, edge), y + pitch / 2, "aside", wide)
            y += pitch
        return y

    def _put(self, content: str, place: Place, y: float, role: str, wide: float) -> None:
        """A text that begins at its place, and is in the way of vertical lines."""
        pane = self.drawing.pane
        self.drawing.write(content, place, y, role)
        share = 0.0 if place.at is None else self.drawing.share(place.at)
        start = place.shift - (self.drawing.left if place.at is None else 0.0)
        half = 0.7 * pane.size(role)
        self.obstacles.append(Obstacle(y - half, y + half, share, start, start + wide))

    def _labels(self, y: float, half: float) -> None:
        pane = self.drawing.pane
        pitch = pane.line("label")
        for one in self.block.labels:
            shift = 0.0
            if one.level:
                shift = (half + (abs(one.level) - 0.5) * pitch) * (1 if one.level > 0 else -1)
            at = Place(self._value(one.share), one.shift)
            bold = strong(one.mark)
            colour = pane.palette.ink if bold else pane.palette.soft
            self.drawing.write(styled(one.mark.text, bold=bold), at, y + shift, "label", colour, one.anchor)
            size = 0.62 * pane.size("label")
            self.obstacles.append(Obstacle(y + shift - size, y + shift + size, one.share, one.start, one.end))

    def _figure(self, y: float) -> None:
        """The row's own text (and aside): in the column at the right, or at the end of the marks."""
        block, plan, pane = self.block, self.plan, self.drawing.pane
        if not block.figure:
            return
        if plan.column:
            at = Place(None, 0.0, True)
            pitch = pane.line("aside")
            lines = ((block.figure, "value"), *((line, "aside") for line in block.column_aside))
            y -= (len(lines) - 1) * pitch / 2
            for line, role in lines:
                self.drawing.write(line, at, y, role, anchor="right")
                y += pitch
            return
        if plan.on_name:
            self.drawing.write(block.figure, Place(None, 0.0, True), self.name_y, "value", anchor="right")
            return
        if not block.marks:
            self._put(block.figure, block.figure_place(plan), y, "aside", block.figure_width)
            return
        gap = self._clear_of_references(block.gap)
        self._put(block.figure, Place(self._value(block.end), gap), y, "value", block.figure_width)

    def _clear_of_references(self, gap: float) -> float:
        """On a sheet of known width a figure steps over a reference line close to its bar."""
        drawing, pane = self.drawing, self.drawing.pane
        if pane.fluid:
            return gap
        for one in sorted(self.references, key=lambda one: one.value):
            apart = (drawing.share(one.value) - self.block.end) * drawing.span
            pad = 0.35 * pane.em
            struck = gap - pad < apart < gap + self.block.figure_width + pad
            reach = self.block.end * drawing.span + apart + pad + self.block.figure_width
            if struck and apart < 1.7 * pane.em and reach <= drawing.span + drawing.right:
                gap = apart + pad
        return gap
