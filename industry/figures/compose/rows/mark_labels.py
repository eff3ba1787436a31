"""Where the labels of a row's marks stand: beside the outer marks, else above or below them.

All labels are decided at the pane's narrowest; as marks only move apart when it widens, what is clear
there is clear at any width. Drawing them belongs in ``rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from industry.figures.compose.panel_drawing import Anchor, Pane, inward
from industry.figures.record import Mark

GAP = 0.45  # em between a mark and the label beside it
HALF = 0.6  # em from the middle of a point to its edge


@dataclass(frozen=True)
class Label:
    """A mark's text: on the line of the marks (``level`` 0) or so many lines above (−) or below (+),
    ``shift`` pixels from the mark's ``share`` of the scale to its anchor, ``width`` pixels wide."""

    mark: Mark
    share: float
    level: int
    shift: float
    anchor: Anchor
    width: float

    @property
    def start(self) -> float:
        return self.shift - {"left": 0.0, "center": self.width / 2, "right": self.width}[self.anchor]

    @property
    def end(self) -> float:
        return self.start + self.width


def strong(mark: Mark) -> bool:
    """Whether a mark's label is set bold: targets and bars are, baselines (rings) are not."""
    return mark.shape != "ring"


def settle(
    marks: tuple[tuple[float, Mark], ...], pane: Pane, left: float, span: float, right: float, outside: bool
) -> tuple[Label, ...]:
    """Labels of one row. ``marks`` are (share of the scale, mark); ``left`` and ``right`` the pixels
    free outside the scale of ``span`` pixels; ``outside`` False: no label on the line of the marks,
    since the row's own text stands there."""
    worded = sorted(((share, mark) for share, mark in marks if mark.text), key=lambda one: one[0])
    widths = {id(mark): pane.measure(mark.text, "label", strong(mark)) for _, mark in worded}
    beside = (HALF + GAP) * pane.em
    near = any((two[0] - one[0]) * span < 1.3 * pane.em for one, two in pairwise(worded))
    labels: list[Label] = []
    rest = list(worded)
    if outside and worded and not near:
        share, mark = worded[-1]
        if share * span + beside + widths[id(mark)] <= span + right + 0.5:
            labels.append(Label(mark, share, 0, beside, "left", widths[id(mark)]))
            rest.pop()
        if rest:
            share, mark = rest[0]
            if share * span + left >= beside + widths[id(mark)]:
                labels.append(Label(mark, share, 0, -beside, "right", widths[id(mark)]))
                rest.pop(0)
    order = {id(mark): place for place, (_, mark) in enumerate(marks)}
    rest.sort(key=lambda one: order[id(one[1])], reverse=True)
    for index, (share, mark) in enumerate(rest):
        levels = (-1, 1, -2, 2, -3, 3) if index % 2 == 0 else (1, -1, 2, -2, 3, -3)
        # centred on its mark, within the pane, on the first level where it is clear
        shift = inward(share * span, widths[id(mark)], -left, span + right)
        tried = [Label(mark, share, level, shift, "center", widths[id(mark)]) for level in levels]
        clear = (one for one in tried if all(_clear(one, other, span, 0.5 * pane.em) for other in labels))
        labels.append(next(clear, tried[-1]))
    return tuple(labels)


def _clear(one: Label, other: Label, span: float, gap: float) -> bool:
    if one.level != other.level:
        return True
    apart = (one.share - other.share) * span
    return apart + one.start >= other.end + gap or apart + one.end + gap <= other.start
