"""Where the charts of a figure stand on a page: side by side where they can be read so, those with many bars in parts that
go on below, each line of them with the headings above its charts.

A line is never higher than `HIGHEST`, so that what goes on to the next page leaves a page well filled. How a chart is drawn
belongs in ``office.charts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from industry.export.docx.styles import HEIGHT, INK, WIDTH
from industry.export.office.charts import bar_plan, line_plan
from industry.export.office.charts.bar_plan import GAP, Plan
from industry.export.office.charts.panels import FILLED, heading_height, plans
from industry.export.office.words import LEADING, Box, measure
from industry.figures.compose.line_room import Room
from industry.figures.parts import WHOLE, Way, divided
from industry.figures.record import LinesPanel, Panel, RowsPanel

PITCH = 21.0
"""Points from bar to bar."""
LINES_HIGH, TURNED_HIGH, SLOPE_HIGH = 180.0, 215.0, 70.0
"""Points of lines, of lines with their columns' names turned upright, and of slopes."""
BELOW = 60.0
"""Points of a chart of lines beside those in which the names at their ends stand one below another."""
HIGHEST = 0.32 * HEIGHT
"""Points of a line of charts, and of several that stay on one page: with their title and the first lines of a note they take
two fifths of a page at most."""
TOGETHER = 0.37 * HEIGHT
"""Points of slopes that stay on one page, since they are read beside one another."""
GUTTER = 14.0
"""Points between charts that stand side by side."""
ABREAST = (3, 2)
MOST_LINES = 3
"""Of a heading above a chart that has others beside it."""
TITLED = 0.78
"""Of a chart's width, what a line of its heading may take: programs break longer ones by themselves."""
ENDLESS = 1e5


@dataclass(frozen=True)
class Place:
    """A chart's place: the panel, its number among the figure's, how its bars are planned, its own size, and its heading in lines."""

    panel: Panel
    number: int
    planned: Plan | None
    box: Box
    heading: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """Charts side by side: the points that all headings take, and the charts below these."""

    places: tuple[Place, ...]

    @property
    def height(self) -> float:
        return self.above + self.high

    @property
    def above(self) -> float:
        return heading_height(max(len(one.heading) for one in self.places), INK)

    @property
    def high(self) -> float:
        return max(one.box.height for one in self.places)

    @property
    def starts(self) -> list[float]:
        """Where each chart but the first begins, in points from the left."""
        return [at * (one.box.width + GUTTER) for at, one in enumerate(self.places) if at]


def parted(panels: Sequence[Panel], language: str) -> tuple[list[Way], list[tuple[Panel, ...]]]:
    """In how many parts each panel is, so that none is higher than a line of charts, and these; only the first has the
    heading."""
    planned = plans(panels, [_box(WIDTH)] * len(panels), language, INK)
    ways = [
        (ceil(_height(planned[at]) / HIGHEST), 1) if at in planned else WHOLE for at in range(len(panels))
    ]
    found = [divided(one, way, language) for one, way in zip(panels, ways, strict=True)]
    return ways, [(pieces[0], *(replace(one, heading="", unit="") for one in pieces[1:])) for pieces in found]


def together(placed: Sequence[Line]) -> bool:
    """Whether lines of a figure's charts stay on one page."""
    slopes = all(
        isinstance(one.panel, LinesPanel) and len(one.panel.columns) == 2
        for line in placed
        for one in line.places
    )
    return sum(one.height for one in placed) <= (TOGETHER if slopes else HIGHEST)


def is_chart(panel: Panel) -> bool:
    return isinstance(panel, LinesPanel) or (isinstance(panel, RowsPanel) and bar_plan.fits(panel))


def arranged(panels: Sequence[tuple[int, Panel]], language: str) -> list[Line]:
    """The charts, each with its number, in lines from top to bottom; all have one width, so that lengths and slopes may be
    compared."""
    across = _across([one for _, one in panels], language)
    width = _wide(across)
    planned = plans([one for _, one in panels], [_box(width)] * len(panels), language, INK)
    places = [
        Place(
            panel,
            number,
            planned.get(at),
            replace(_box(width), height=_high(panel, planned.get(at))),
            _heading(panel, width),
        )
        for at, (number, panel) in enumerate(panels)
    ]
    return [Line(tuple(places[at : at + across])) for at in range(0, len(places), across)]


def _across(panels: Sequence[Panel], language: str) -> int:
    """How many of a figure's charts stand side by side: as many as can all be read so. A slope is as narrow where it is alone."""
    most = max(len(panels), 2 if isinstance(panels[0], LinesPanel) else 1)
    tried = sorted(
        (one for one in ABREAST if one <= most), key=lambda one: len(panels) % one > 0
    )  # full lines first
    return next((one for one in tried if _fit(panels, one, language)), 1)


def _fit(panels: Sequence[Panel], across: int, language: str) -> bool:
    """Whether charts can be read where so many stand side by side: slopes, and bars that need no more height so."""
    width = _wide(across)
    most = MOST_LINES if len(panels) >= across else MOST_LINES - 1  # one alone has room for a wider heading
    if any(len(_heading(one, width)) > most for one in panels):
        return False
    if any(isinstance(one, LinesPanel) for one in panels):
        return all(isinstance(one, LinesPanel) and _narrow(one, width) for one in panels)
    whole, narrow = (plans(panels, [_box(one)] * len(panels), language, INK) for one in (WIDTH, width))
    return all(
        one.filled >= FILLED and one.remark == whole[at].remark and _height(one) <= _height(whole[at])
        for at, one in narrow.items()
    )


def _narrow(panel: LinesPanel, width: float) -> bool:
    """Whether a slope has room for the labels at its ends: beside them, or of a single line above."""
    if len(panel.columns) != 2:
        return False
    first, last = (
        max(measure(f"{one.name}  {one.texts[at]}", INK.figure, True) for one in panel.series)
        for at in (0, -1)
    )
    if len(panel.series) > 1:
        return first + last <= width / 2
    inner = width - 4 * GAP
    return max(first, last) <= 4 * GAP + inner / 2 and first + last <= inner - 2 * GAP


def _wide(across: int) -> float:
    return (WIDTH - (across - 1) * GUTTER) / across


def _box(width: float) -> Box:
    return Box(0, 0, width, ENDLESS)


def _heading(panel: Panel, width: float) -> tuple[str, ...]:
    """What the panel shows in lines, and its unit, which stands behind it where there is room."""
    room = Room(TITLED * width / INK.name, elsewhere=True)
    found = list(room.wrap(panel.heading)) if panel.heading else []
    if panel.unit and found and room.count(f"{found[-1]}  {panel.unit}") == 1:
        found[-1] += f"  {panel.unit}"
    elif panel.unit:
        found.append(panel.unit)
    return tuple(found)


def _high(panel: Panel, planned: Plan | None) -> float:
    if planned:
        return _height(planned)
    if not isinstance(panel, LinesPanel):
        return LINES_HIGH
    turned = line_plan.plan(panel, _box(WIDTH), INK).turned
    usual = SLOPE_HIGH if len(panel.columns) == 2 else TURNED_HIGH if turned else LINES_HIGH
    return max(usual, LEADING * INK.figure * len(panel.series) + BELOW) if len(panel.series) > 1 else usual


def _height(planned: Plan) -> float:
    return max(PITCH * len(planned.bars), 1.1 * planned.height) + 6
