"""Where a figure's panels stand on its slide: side by side, tables one below another where they can be
read so; and whether they have room there. What they look like belongs in ``slide_body``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeGuard

from industry.export.office.charts import bar_plan, line_plan
from industry.export.office.charts.bar_plan import Plan
from industry.export.office.charts.panels import plans
from industry.export.office.ink import Ink
from industry.export.office.tables import panels as panel_tables
from industry.export.office.tables.sizes import SizedTable, readable
from industry.export.office.words import LEADING, Box, lines, measure
from industry.figures.parts import SPLIT
from industry.figures.record import Figure, GridPanel, LinesPanel, Panel, RowsPanel, Table, TablePanel

GUTTER = 28.0  # points between panels
HEADING = 16.0
APART = 14.0  # points between a sentence and the table below it
BESIDE = 15.0  # points: the largest type of a table that isn't alone
READABLE = 14.0  # points of type in which tables may stand one below another
ALONE = 20.0  # points: the largest type of a table without a chart
NARROWEST, LOWEST, LEAST = (
    190.0,
    60.0,
    24.0,
)  # points of a panel without its heading, and without its remarks, in which it can be read
SPLITS = (0.5, 0.44, 0.56, 0.38, 0.62)  # shares of the width that the first of two tables is tried in
Tabular = RowsPanel | GridPanel | TablePanel


@dataclass(frozen=True)
class Laid:
    """Panels on a slide: each with its whole place; the points that headings take of it; where charts and tables stand; the
    bars that are planned, by their panels; the points for remarks below these; how tables look. What isn't lines and
    isn't planned is a table."""

    placed: Sequence[tuple[Panel, Box]]
    head: float
    boxes: Sequence[Box]
    plans: dict[int, Plan]
    foot: float
    ink: Ink

    @classmethod
    def of(
        cls, panels: Sequence[Panel], room: Box, language: str, ink: Ink, figure: Sequence[Panel] = ()
    ) -> Laid:
        """Panels in a room, on the scales that they share with all of their ``figure``."""
        placed = places(panels, room, ink)
        head = max((head_lines(panel, box, ink) for panel, box in placed), default=0) * LEADING * HEADING
        boxes = [box.below(head + 6) if head else box for _, box in placed]
        made = plans(panels, boxes, language, ink, figure)
        foot = max((_remark_height(one, boxes[index]) for index, one in made.items()), default=0.0)
        made = {index: one for index, one in made.items() if one.height <= boxes[index].height - foot}
        stand = [
            replace(box, height=box.height - foot) if index in made else box
            for index, box in enumerate(boxes)
        ]
        return cls(placed, head, stand, made, foot, ink.up_to(BESIDE if made else ALONE))

    def tables(self) -> Sequence[tuple[Tabular, SizedTable]]:
        """The panels that are tables, with these."""
        found = (
            (panel, box)
            for at, ((panel, _), box) in enumerate(zip(self.placed, self.boxes, strict=True))
            if at not in self.plans
        )
        return [
            (panel, fit(panel, box, self.ink)) for panel, box in found if not isinstance(panel, LinesPanel)
        ]


def cramped(panels: Sequence[Panel], room: Box, language: str, ink: Ink) -> bool:
    """Whether several panels have so little room beside one another that each had better have a slide of its own."""
    if len(panels) < 2:
        return False
    laid = Laid.of(panels, room, language, ink)
    if min(one.width for one in laid.boxes) < NARROWEST:
        return True
    lowest = min(one.height for one in laid.boxes)
    if lowest < LEAST or lowest + laid.foot < LOWEST:
        return True
    bars = (one for at, one in enumerate(panels) if at not in laid.plans and _drawable(one))
    if any(not crushed([one], room, language, ink) for one in bars):
        return True
    lined = [(one, box) for one, box in zip(panels, laid.boxes, strict=True) if isinstance(one, LinesPanel)]
    alone = room.below(laid.head + 6)
    for one, box in lined:
        if line_plan.plan(one, alone, ink).level > line_plan.plan(one, box, ink).level:
            return True
        if line_plan.lacking(one, box, ink) > line_plan.lacking(one, alone, ink):
            return True
        if line_plan.crowded(one, box, ink) and not line_plan.crowded(one, alone, ink):
            return True
    return any(sheet.left_out for _, sheet in laid.tables())


def complete(
    panels: Sequence[Panel], room: Box, language: str, ink: Ink, figure: Sequence[Panel] = ()
) -> bool:
    """Whether panels have room with all their rows, though some words may be broken."""
    laid = Laid.of(panels, room, language, ink, figure)
    return not any(sheet.left_out for _, sheet in laid.tables())


def low(panels: Sequence[Panel], room: Box, ink: Ink) -> bool:
    """Whether lines can't be read in a room, not even each panel by itself."""
    lined = [one for one in panels if isinstance(one, LinesPanel)]
    return any(line_plan.lacking(one, room.below(LEADING * HEADING + 6), ink) > 0 for one in lined)


def crushed(panels: Sequence[Panel], room: Box, language: str, ink: Ink) -> bool:
    """Whether bars that could be drawn are a table for want of room."""
    planned = Laid.of(panels, room, language, ink).plans if panels else {}
    return any(_drawable(one) and at not in planned for at, one in enumerate(panels))


def _drawable(panel: Panel) -> bool:
    """Whether a panel can be bars, where there is room for them."""
    return isinstance(panel, RowsPanel) and bar_plan.fits(panel)


def tells(figure: Figure, room: Box, ink: Ink) -> bool:
    """Whether a figure without panels has room with its sentence and all rows of its table."""
    return not figure.table.rows or not fit(figure.table, below_sentence(figure.empty, room), ink).left_out


def below_sentence(said: str, room: Box) -> Box:
    """The room without a sentence above and what parts it from the table."""
    return room.below(lines(said, HEADING, room.width, True) * LEADING * HEADING + APART) if said else room


def whole(panels: Sequence[Panel], room: Box, language: str, ink: Ink, figure: Sequence[Panel] = ()) -> bool:
    """Whether panels have room with all that they show: many bars as bars, tables with all their rows and whole words."""
    for panel, sheet in Laid.of(panels, room, language, ink, figure).tables():
        if (
            sheet.left_out
            or sheet.height > room.height
            or (isinstance(panel, TablePanel) and not readable(sheet))
        ):
            return False
        if isinstance(panel, RowsPanel) and not is_table(panel) and len(panel.rows) >= SPLIT:
            return False
    return True


def head_lines(panel: Panel, box: Box, ink: Ink) -> int:
    """Lines of a panel's heading, beside its unit."""
    if not panel.heading and not panel.unit:
        return 0
    return max(1, lines(panel.heading, HEADING, box.width - unit_width(panel, ink), True))


def unit_width(panel: Panel, ink: Ink) -> float:
    """The points that a panel's unit takes beside its heading."""
    return measure(panel.unit, ink.small) * 1.05 + 10 if panel.unit else 0.0


def _remark_height(planned: Plan, box: Box) -> float:
    if not planned.remark:
        return 0.0
    return lines(planned.remark, planned.ink.small, box.width) * LEADING * planned.ink.small + 4


def places(panels: Sequence[Panel], room: Box, ink: Ink) -> Sequence[tuple[Panel, Box]]:
    """Each panel's place: side by side, up to three in a row; tables and long lines one below another."""
    count = len(panels)
    tables = [one for one in panels if is_table(one)]
    if 1 < len(tables) == count:
        return _stacked(tables, room, ink)
    across = count if count <= 3 else ceil(count / 2)
    down = ceil(count / across)
    weights = _weights(panels, room, ink) if down == 1 else [1.0] * across
    gap = GUTTER / 2
    high = (room.height - (down - 1) * gap) / down
    rows = [replace(room, y=room.y + row * (high + gap), height=high) for row in range(down)]
    return list(zip(panels, (box for row in rows for box in _beside(row, weights)), strict=False))


def is_table(panel: Panel) -> TypeGuard[Tabular]:
    return not isinstance(panel, LinesPanel) and not (isinstance(panel, RowsPanel) and bar_plan.fits(panel))


def fit(panel: Tabular | Table, box: Box, ink: Ink) -> SizedTable:
    """The table of a panel or a figure's own, in the box or, with a line that says so, cut to it."""

    def within(place: Box) -> SizedTable:
        if isinstance(panel, RowsPanel):
            return panel_tables.of_rows(panel, place, ink)
        if isinstance(panel, TablePanel):
            return panel_tables.of_entries(panel, place, ink)
        if isinstance(panel, Table):
            return panel_tables.of_table(panel, place, ink)
        return panel_tables.of_grid(panel, place, ink)

    sheet = within(box)
    return within(shorter(box, ink)) if sheet.left_out else sheet


def one_type(
    parts: Sequence[tuple[Sequence[Panel], Box]], language: str, ink: Ink, figure: Sequence[Panel]
) -> Ink:
    """How the parts of a panel that goes on from slide to slide are inked, each in its room: tables in the type of the one
    that has the smallest."""
    laid = (Laid.of(panels, room, language, ink, figure) for panels, room in parts)
    sizes = [sheet.size for one in laid for _, sheet in one.tables()]
    return ink.up_to(min(sizes)) if sizes else ink


def shorter(room: Box, ink: Ink) -> Box:
    """The room without a line for what is left out."""
    return replace(room, height=room.height - LEADING * ink.small)


def _weights(panels: Sequence[Panel], room: Box, ink: Ink) -> list[float]:
    """How wide panels are that stand side by side: lines by what their columns need for names that stand level, in the first form
    for which there is room; slopes are all as wide as one another."""
    lined = [one for one in panels if isinstance(one, LinesPanel)]
    if len(lined) == len(panels) and any(len(one.columns) > 2 for one in lined):
        free = room.width - GUTTER * (len(panels) - 1)
        for needed in zip(*(line_plan.needed(one, room, ink) for one in lined), strict=True):
            if sum(needed) <= free:
                spare = (free - sum(needed)) / sum(len(one.columns) for one in lined)
                return [one + spare * len(panel.columns) for one, panel in zip(needed, lined, strict=True)]
    if lined:
        return [len(one.columns) + 8.0 if isinstance(one, LinesPanel) else 12.0 for one in panels]
    return [1.0] * len(panels)


def _beside(room: Box, weights: Sequence[float]) -> list[Box]:
    """The room cut into boxes side by side, as wide as their weights."""
    free = room.width - (len(weights) - 1) * GUTTER
    found: list[Box] = []
    x = room.x
    for weight in weights:
        found.append(replace(room, x=x, width=free * weight / sum(weights)))
        x += found[-1].width + GUTTER
    return found


def _stacked(panels: Sequence[Tabular], room: Box, ink: Ink) -> Sequence[tuple[Panel, Box]]:
    """Tables one below another where they can be read so, else side by side."""
    weights = [2.0 + (len(one.rows) if isinstance(one, RowsPanel) else 0) for one in panels]
    gap, y = 14.0, room.y
    free = room.height - gap * (len(panels) - 1)
    below: list[Box] = []
    for weight in weights:
        below.append(replace(room, y=y, height=free * weight / sum(weights)))
        y = below[-1].bottom + gap
    head = LEADING * HEADING + 6

    def sheets(boxes: Sequence[Box]) -> list[SizedTable]:
        return [
            fit(panel, box.below(head), ink.up_to(BESIDE)) for panel, box in zip(panels, boxes, strict=True)
        ]

    if all(one.size >= READABLE and not one.left_out for one in sheets(below)):
        return list(zip(panels, below, strict=True))
    splits = [(share, 1 - share) for share in SPLITS] if len(panels) == 2 else [(1.0,) * len(panels)]
    beside = min((_beside(room, one) for one in splits), key=lambda one: _lacking(sheets(one)))
    return list(zip(panels, beside, strict=True))


def _lacking(sheets: Sequence[SizedTable]) -> tuple[float, float, float, float]:
    """How far tables are from what they should be: rows left out, broken words, small type, broken cells."""
    size, torn = min(one.size for one in sheets), sum(not readable(one) for one in sheets)
    return sum(one.left_out for one in sheets), torn, -size, sum(one.height for one in sheets)
