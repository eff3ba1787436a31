"""The plan of a native bar chart: its categories with their names and figures, the room that these take,
and the step of its scale. Nothing here knows the format.

The scale's ends are the program's own, so that an edited number is drawn true. They are whole steps, and a step is
longer than the longest bar: so bars always begin at zero, charts of one step have one scale, and what outgrows it
gets another step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry import wording
from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, lines, measure, say
from industry.figures.record import End, Mark, Row, RowsPanel

NAMES = 0.4  # of the chart that names may take
NARROW = 500.0  # points below which a chart has smaller names
BESIDE = 0.6  # of the bars' room that a figure may take; a longer remark goes below the name
LEFT = 0.25  # of it that a figure left of a bar may take with its remark
GAP = 8.0
BEYOND = 1.12  # of the longest bar that a step is: Office keeps a twentieth of the span free beyond it
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
    """A bar chart before it is set in ``width`` points: its bars, points kept left for names and right for
    figures, the ends of what all charts of its scale show, the scale's step, the names' size in points, and what
    is said of bars below the chart for want of room beside them; how all this looks."""

    bars: tuple[Bar, ...]
    width: float
    left: float
    right: float
    low: float
    high: float
    step: float
    size: float
    ink: Ink
    remark: str = ""

    @property
    def filled(self) -> float:
        """The share of the room beside the names that bars may take."""
        return 1 - self.right / (self.width - self.left)

    @property
    def ends(self) -> tuple[float, float]:
        """Where a program ends its own scale."""
        return ends(self.bars, self.step)

    @property
    def unit(self) -> float:
        """Points that 1 is long."""
        return (self.width - self.left - self.right) / (self.high - self.low)

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the scale reaches, in points from the left: zero in one place in all charts of it."""
        low, high = self.ends
        return self.left + (low - self.low) * self.unit, self.left + (high - self.low) * self.unit

    @property
    def height(self) -> float:
        """The points in which all names can be read."""
        room = self.left - 2 * GAP
        most = max(
            sum(lines(one, self.ink.small, room) for one in bar.label.split("\n")) for bar in self.bars
        )
        return DENSE * most * LEADING * self.ink.small * len(self.bars)


def fits(panel: RowsPanel) -> bool:
    """Whether bars from zero on one scale show the panel: at most a track and a bar in a row."""
    if panel.own_scales or not any(row.marks for row in panel.rows):
        return False
    shapes = [tuple(mark.shape for mark in row.marks) for row in panel.rows]
    allowed = {(), ("bar",), ("track",), ("track", "bar")}
    return set(shapes) <= allowed and all(mark.start == 0 for row in panel.rows for mark in row.marks)


def plan(panel: RowsPanel, box: Box, language: str, ink: Ink, beside: bool = True) -> Plan:
    """The bars of a panel, room for their names and figures, and a scale. ``beside``: remarks stand beside the figures, else below the names."""
    size = ink.name if box.width >= NARROW else ink.small
    names = _names(panel.rows, NAMES * box.width - 2 * GAP, size)
    references = [
        Bar(one.name, None, one.value, one.colour, figure=one.figure, reference=True)
        for one in panel.references
    ]
    bars = [_bar(row, name, ink.colours.faint) for row, name in zip(panel.rows, names, strict=True)]
    remarks = []
    falls = [
        _label_width(bar, ink) for bar in bars if min(bar.ends, default=0.0) < 0
    ]  # left of them stand the names
    beside = beside and max(falls, default=0.0) <= LEFT * (1 - NAMES) * box.width
    for index, bar in enumerate(bars):
        if not bar.aside:
            continue
        if not beside and measure(bar.aside, size) <= NAMES * box.width - 2 * GAP:
            bars[index] = replace(bar, aside="", label=f"{bar.label}\n{bar.aside}")
        elif not beside or _label_width(bar, ink) > BESIDE * (1 - NAMES) * box.width:
            row = panel.rows[index]
            whose = f"{row.name}{'' if language == 'zh' else ' '}{row.text}".strip()
            remarks.append(say("remark", language, whose, bar.aside))
            bars[index] = replace(bar, aside="")
    bars += references
    widest = max(measure(one.label, size) for one in bars)
    left = min(1.06 * widest + 2 * GAP, NAMES * box.width)
    right = min(max(1.06 * _label_width(one, ink) for one in bars) + GAP, 0.8 * (box.width - left))
    step = _step(bars, box.width - left - right, ink)
    told = wording.say("joined", language).join(remarks)
    if told and panel.heading:
        told = wording.say("remarks_of", language, panel.heading, told)
    return Plan(tuple(bars), box.width, left, right, *ends(bars, step), step, size, ink, told)


def of_one_scale(plans: Sequence[Plan]) -> list[Plan]:
    """The plans of charts whose bars are compared: one step, one zero, and a unit of one length."""
    step = max(one.step for one in plans)
    found = [ends(one.bars, step) for one in plans]
    low, high = min(one for one, _ in found), max(one for _, one in found)
    left, right = max(one.left for one in plans), max(one.right for one in plans)
    return [replace(one, left=left, right=right, low=low, high=high, step=step) for one in plans]


def _names(rows: Sequence[Row], room: float, size: float) -> list[str]:
    """Name and detail, on one line if all have room so; why there is no figure stands there too, since
    an absent bar has no label."""
    parts = [[row.name, row.detail, "" if row.marks else row.text] for row in rows]
    flat = ["  ".join(one for one in line[:2] if one) for line in parts]
    if max(measure(one, size) for one in flat) <= room:
        parts = [[one, line[2]] for one, line in zip(flat, parts, strict=True)]
    return ["\n".join(one for one in line if one) for line in parts]


def _bar(row: Row, name: str, faint: str) -> Bar:
    found: dict[str, Mark] = {mark.shape: mark for mark in row.marks}
    bar, track = found.get("bar"), found.get("track")
    shown = bar or track
    figure, aside = (row.text, row.aside) if shown else ("", "")
    return Bar(
        name,
        track.end if track else None,
        bar.end if bar else None,
        shown.colour if shown else faint,
        bar.finish if bar else "closed",
        figure,
        aside,
    )


def ends(bars: Sequence[Bar], step: float) -> tuple[float, float]:
    """Where a program ends a scale of this step, of which no bar takes more than one."""
    found = [end for bar in bars for end in bar.ends]
    low, high = -step if min(found, default=0.0) < 0 else 0.0, step if max(found, default=0.0) > 0 else 0.0
    return low, high if high > low else step


def _step(bars: Sequence[Bar], room: float, ink: Ink) -> float:
    """The step of a scale in ``room`` points, beyond the longest bar and, below zero, its figure, which has the
    names beside it."""
    sides = 2 if {end < 0 for bar in bars for end in bar.ends} == {True, False} else 1
    found = [0.0]
    for bar in bars:
        for end in bar.ends:
            wide = sides * (1.06 * _label_width(bar, ink) + GAP) / room if end < 0 else 0.0
            found.append(abs(end) * max(BEYOND, 1 / (1 - min(wide, 0.7))))
    return float(f"{1.005 * max(found):.3g}") or 1.0


def _label_width(bar: Bar, ink: Ink) -> float:
    words = measure(bar.figure, ink.figure, True)
    return words + (measure(f"  {bar.aside}", ink.small) if bar.aside else 0.0)
