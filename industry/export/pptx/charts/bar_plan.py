"""The plan of a native bar chart: its categories with their names and figures, the room that these take,
and the ends of its scale. Nothing here knows the format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry import wording
from industry.export.pptx.charts.point_labels import FIGURE
from industry.export.pptx.text_runs import LEADING, PALETTE, SMALLEST, Box, lines, measure, say
from industry.figures.record import End, Mark, Row, RowsPanel

NAME = 14.0  # points of the categories' names
NAMES = 0.4  # of the chart that names may take
NARROW = 500.0  # points below which a chart has smaller names
BESIDE = 0.6  # of the bars' room that a figure may take; a longer remark goes below the name
GAP = 8.0
DENSE = 0.9  # of the usual distance from line to line that names may come to


@dataclass(frozen=True)
class Bar:
    """A category of the chart: its label (lines), the track behind its bar and the bar itself (either
    may be missing), how the bar looks, and the figure with its remark."""

    label: str
    track: float | None
    value: float | None
    colour: str
    finish: End = "closed"
    figure: str = ""
    aside: str = ""
    reference: bool = False

    @property
    def ends(self) -> list[float]:
        """Where the bar and its track end, as far as there are any."""
        return [one for one in (self.value, self.track) if one is not None]


@dataclass(frozen=True)
class Plan:
    """A bar chart before it is set: its bars, points kept for names, the scale's ends, the names' size
    in points, and what is said of bars below the chart for want of room beside them."""

    bars: tuple[Bar, ...]
    left: float
    low: float
    high: float
    size: float
    remark: str = ""

    @property
    def filled(self) -> float:
        """The share of the scale that bars take, between the figures at their ends."""
        ends = [0.0, *(end for bar in self.bars for end in bar.ends)]
        return (max(ends) - min(ends)) / (self.high - self.low)

    @property
    def height(self) -> float:
        """The points in which all names can be read."""
        room = self.left - 2 * GAP
        most = max(sum(lines(one, SMALLEST, room) for one in bar.label.split("\n")) for bar in self.bars)
        return DENSE * most * LEADING * SMALLEST * len(self.bars)


def fits(panel: RowsPanel) -> bool:
    """Whether bars from zero on one scale show the panel: at most a track and a bar in a row."""
    if panel.own_scales or not any(row.marks for row in panel.rows):
        return False
    shapes = [tuple(mark.shape for mark in row.marks) for row in panel.rows]
    allowed = {(), ("bar",), ("track",), ("track", "bar")}
    return set(shapes) <= allowed and all(mark.start == 0 for row in panel.rows for mark in row.marks)


def plan(panel: RowsPanel, box: Box, language: str, beside: bool = True) -> Plan:
    """The bars of a panel, room for their names, and a scale with room for their figures. ``beside``:
    remarks stand beside the figures, else below the names."""
    size = NAME if box.width >= NARROW else SMALLEST
    names = _names(panel.rows, NAMES * box.width - 2 * GAP, size)
    references = [
        Bar(one.name, None, one.value, one.colour, figure=one.figure, reference=True)
        for one in panel.references
    ]
    bars = [_bar(row, name) for row, name in zip(panel.rows, names, strict=True)]
    remarks = []
    for index, bar in enumerate(bars):
        if not bar.aside:
            continue
        if not beside and measure(bar.aside, size) <= NAMES * box.width - 2 * GAP:
            bars[index] = replace(bar, aside="", label=f"{bar.label}\n{bar.aside}")
        elif _label_width(bar) > BESIDE * (1 - NAMES) * box.width:
            remarks.append(say("remark", language, panel.rows[index].name, bar.aside))
            bars[index] = replace(bar, aside="")
    bars += references
    widest = max(measure(one.label, size) for one in bars)
    left = min(1.06 * widest + 2 * GAP, NAMES * box.width)
    low, high = extent(bars, box.width - left, panel.low, panel.high)
    return Plan(tuple(bars), left, low, high, size, wording.say("joined", language).join(remarks))


def _names(rows: Sequence[Row], room: float, size: float) -> list[str]:
    """Name and detail, on one line if all have room so; why there is no figure stands there too, since
    an absent bar has no label."""
    parts = [[row.name, row.detail, "" if row.marks else row.text] for row in rows]
    flat = ["  ".join(one for one in line[:2] if one) for line in parts]
    if max(measure(one, size) for one in flat) <= room:
        parts = [[one, line[2]] for one, line in zip(flat, parts, strict=True)]
    return ["\n".join(one for one in line if one) for line in parts]


def _bar(row: Row, name: str) -> Bar:
    found: dict[str, Mark] = {mark.shape: mark for mark in row.marks}
    bar, track = found.get("bar"), found.get("track")
    shown = bar or track
    figure, aside = (row.text, row.aside) if shown else ("", "")
    return Bar(
        name,
        track.end if track else None,
        bar.end if bar else None,
        shown.colour if shown else PALETTE.faint,
        bar.finish if bar else "closed",
        figure,
        aside,
    )


def extent(bars: Sequence[Bar], room: float, low: float, high: float) -> tuple[float, float]:
    """The scale's ends, so far out that every figure at the end of its bar is inside ``room`` points."""
    ends = [end for bar in bars for end in bar.ends]
    low, high = min([0.0, low, *ends]), max([0.0, high, *ends])
    high = high if high > low else low + 1.0
    first, last = low, high
    for _ in range(40):
        unit = room / (last - first)
        for bar in bars:
            wide = 1.06 * _label_width(bar) + GAP
            end = bar.ends[0] if bar.ends else 0.0
            if end >= 0:
                edge = max([end, *bar.ends])
                last = max(last, first + (edge - first) * room / max(room - wide, 0.2 * room))
            else:
                first = min(first, end - wide / unit)
    return first, last


def _label_width(bar: Bar) -> float:
    words = measure(bar.figure, FIGURE, True)
    return words + (measure(f"  {bar.aside}", SMALLEST) if bar.aside else 0.0)
