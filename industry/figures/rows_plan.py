"""The plan of a panel of rows: what stands at the ends of the scale, and how high each row is.

Room for the texts at the bars' ends is kept in pixels outside the scale, so it is enough at any width
from the pane's narrowest up. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from industry.figures.compose_labels import GAP, HALF, Label, settle, strong
from industry.figures.compose_marks import ARROW
from industry.figures.pane import Pane, Place, styled
from industry.figures.record import Mark, Row, RowsPanel

LINE = 1.34  # em from one line of text to the next
NEAR = 0.12  # em between a name and its marks
WIDE = 36  # em from which names stand beside marks that have scales of their own
Mode = Literal["inline", "value", "under"]


@dataclass(frozen=True)
class Block:
    """A row as it will be set; heights and widths in pixels. ``names`` are lines with role and width,
    ``under`` lines below the marks; ``marks`` with the share of the scale at which they end."""

    names: tuple[tuple[str, str, float], ...]
    marks: tuple[tuple[float, Mark], ...]
    labels: tuple[Label, ...]
    place: Callable[[float], float]
    figure: str
    figure_width: float
    column_aside: tuple[str, ...]
    under: tuple[tuple[str, float], ...]
    end: float
    gap: float
    indent: float
    head: float
    above: float
    band: float
    bar: float
    below: float
    body: float
    height: float
    zero: float

    def figure_place(self, plan: Plan) -> Place:
        """Where the text of a row without marks begins: right of zero, or where that is too long at
        the left edge."""
        room = plan.span * (1 - self.zero) + plan.right
        if self.gap + self.figure_width <= room:
            return Place(plan.low + self.zero * (plan.high - plan.low), self.gap)
        return Place(None, self.indent if not plan.beside else plan.left)


@dataclass(frozen=True)
class Plan:
    left: float
    right: float
    span: float
    low: float
    high: float
    beside: bool
    column: float
    on_name: bool
    headroom: float
    blocks: tuple[Block, ...]


def plan(panel: RowsPanel, pane: Pane) -> Plan:
    """Chooses the first arrangement that leaves the scale enough of the pane: figure and aside at
    the marks' end; the aside below; both below."""
    beside = pane.tight > 1 or (panel.own_scales and not pane.fluid and pane.width >= WIDE * pane.em)
    left = max(_names_width(panel, pane) if beside else 0.0, pane.keep[0])
    room = pane.width - left
    low, high = _scale(panel)
    mode: Mode = "inline"
    column, right, on_name = 0.0, 0.0, False
    if panel.own_scales:
        column = _column(panel, pane)
        if column > 0.36 * room or room - column - _labels_room(panel, pane, low, high, room - column) < 0.3 * room:
            column, on_name = 0.0, not beside and _fits_names(panel, pane)
            mode = "inline" if on_name else "under"
        right = (column + 1.2 * pane.em if column else 0.0)
        right += _labels_room(panel, pane, low, high, room - right)
    else:
        modes: tuple[tuple[Mode, float], ...] = (("inline", 0.42), ("value", 0.36), ("under", 0.0))
        for mode, least in modes:
            right = max(
                _figures_room(panel, pane, mode, low, high, room), _labels_room(panel, pane, low, high, room)
            )
            if room - right >= least * room:
                break
    if any(mark.shape in ("ring", "point") for row in panel.rows for mark in row.marks):
        left, right = max(left, HALF * pane.em), max(right, HALF * pane.em)
    right = max(min(right, 0.8 * room), pane.keep[1])
    span = pane.width - left - right
    headroom = 0.0
    if panel.aside_heading and (column or on_name):
        lines = pane.wrap(panel.aside_heading, "aside", column or pane.width)
        headroom = len(lines) * LINE * pane.size("aside") + 0.3 * pane.em
    blocks = tuple(
        _block(panel, row, pane, mode, left, span, right - column, (low, high), column, on_name, beside)
        for row in panel.rows
    )
    return Plan(left, right, span, low, high, beside, column, on_name, headroom, blocks)


def _scale(panel: RowsPanel) -> tuple[float, float]:
    """The scale's ends, with zero, every mark and every reference on it; 0 to 1 for own scales."""
    if panel.own_scales:
        return 0.0, 1.0
    values = [value for row in panel.rows for mark in row.marks for value in (mark.start, mark.end)]
    values += [one.value for one in panel.references]
    low, high = min([panel.low, 0.0, *values]), max([panel.high, 0.0, *values])
    return low, high if high > low else low + 1.0


def _placing(panel: RowsPanel, row: Row, low: float, high: float) -> Callable[[float], float]:
    """From a value to its share of the row's scale."""
    if panel.own_scales:
        values = [value for mark in row.marks for value in (mark.start, mark.end)]
        low, high = min([0.0, *values]), max([0.0, *values])
        high = high if high > low else low + 1.0
    return lambda value: (value - low) / (high - low)


def _end(row: Row, place: Callable[[float], float]) -> float:
    """The share of the scale at which the row's text begins: its longest mark, at least zero."""
    return max([place(0.0), *(place(max(mark.start, mark.end)) for mark in row.marks)])


def _gap(row: Row, pane: Pane) -> float:
    gap = GAP * pane.em
    if any(mark.shape in ("point", "ring") for mark in row.marks):
        gap += HALF * pane.em
    if any(mark.finish == "open_up" for mark in row.marks):
        gap += ARROW * 0.5 * bar_height(pane) * 1.6
    return gap


def bar_height(pane: Pane) -> float:
    return (1.15 if pane.tight == 0 else 0.85) * pane.em


def _figure(row: Row, pane: Pane, with_aside: bool) -> tuple[str, float]:
    """The row's text as it is set at the marks' end, and its width."""
    if not row.marks:
        words = "　".join(one for one in (row.text, row.aside if with_aside else "") if one)
        return styled(words), pane.measure(words, "aside")
    content = styled(row.text, bold=True) if row.text else ""
    wide = pane.measure(row.text, "value", True)
    if with_aside and row.aside:
        gap = "  " if content else ""
        content += gap + styled(row.aside, pane.size("aside"), pane.palette.soft)
        wide += pane.measure(gap + row.aside, "aside")
    return content, wide


def _figures_room(panel: RowsPanel, pane: Pane, mode: Mode, low: float, high: float, room: float) -> float:
    """Pixels to keep right of the scale so that every row's text is within the pane."""
    need = 0.0
    for row in panel.rows:
        if not row.marks or mode == "under":
            continue
        place = _placing(panel, row, low, high)
        wide = _figure(row, pane, mode == "inline")[1] + _gap(row, pane)
        need = max(need, _kept(_end(row, place), wide, room))
    return need


def _kept(share: float, wide: float, room: float) -> float:
    return room - (room - wide) / share if share > 0.01 else 0.0


def _labels_room(panel: RowsPanel, pane: Pane, low: float, high: float, room: float) -> float:
    """The same for the label right of each row's last mark."""
    need = 0.0
    for row in panel.rows:
        place = _placing(panel, row, low, high)
        worded = [mark for mark in row.marks if mark.text]
        if not worded or (row.text and not panel.own_scales):
            continue
        last = max(worded, key=lambda mark: place(mark.end))
        wide = pane.measure(last.text, "label", strong(last)) + (HALF + GAP) * pane.em
        need = max(need, _kept(place(last.end), wide, room))
    return min(need, 0.5 * room)


def _column(panel: RowsPanel, pane: Pane) -> float:
    """Width of the column of figures at the right: its widest text, or half of a long heading."""
    texts = [pane.measure(row.text, "value", True) for row in panel.rows]
    texts += [pane.measure(row.aside, "aside") for row in panel.rows if pane.measure(row.aside, "aside") < 9 * pane.em]
    heading = pane.measure(panel.aside_heading, "aside")
    return max([*texts, heading if heading < 9 * pane.em else 0.55 * heading, 1.0])


def _fits_names(panel: RowsPanel, pane: Pane) -> bool:
    return all(
        pane.measure(f"{row.name}{row.detail}", "name") + pane.measure(row.text, "value", True) + 2 * pane.em
        <= pane.width
        for row in panel.rows
    )


def _names_width(panel: RowsPanel, pane: Pane) -> float:
    widest = max((pane.measure(row.name, "name") for row in panel.rows), default=0.0)
    details = max((pane.measure(row.detail, "detail") for row in panel.rows), default=0.0)
    return min(max(widest, details) + 0.8 * pane.em, 0.36 * pane.width)


def _names(row: Row, pane: Pane, room: float) -> tuple[tuple[str, str, float], ...]:
    """The lines of a row's name and detail: on one line where they fit."""
    name, detail = pane.measure(row.name, "name"), pane.measure("  " + row.detail, "detail")
    if row.detail and name + detail <= room:
        marked = styled(row.name) + "  " + styled(row.detail, pane.size("detail"), pane.palette.soft)
        return ((marked, "name", name + detail),)
    lines = [(styled(one), "name", pane.measure(one, "name")) for one in pane.wrap(row.name, "name", room)]
    lines += [(styled(one), "detail", pane.measure(one, "detail")) for one in pane.wrap(row.detail, "detail", room)]
    return tuple(lines)


def _block(
    panel: RowsPanel,
    row: Row,
    pane: Pane,
    mode: Mode,
    left: float,
    span: float,
    right: float,
    scale: tuple[float, float],
    column: float,
    on_name: bool,
    beside: bool,
) -> Block:
    place = _placing(panel, row, *scale)
    indent = 1.0 * pane.em if row.muted else 0.0
    marks = tuple((place(mark.end), mark) for mark in row.marks)
    outside = panel.own_scales or not row.text
    labels = settle(marks, pane, 0.0 if beside else left, span, right, outside)
    own = bool(column or on_name)
    figure, wide = _figure(row, pane, mode == "inline" and not own) if mode != "under" or not row.marks else ("", 0.0)
    if own:
        figure, wide = styled(row.text, bold=bool(row.marks)), pane.measure(row.text, "value", True)
    column_aside = pane.wrap(row.aside, "aside", column) if column and row.aside else ()
    under: list[tuple[str, float]] = []
    room = pane.width - indent - (left if beside else 0.0)
    if mode != "inline" and not own and row.marks or on_name:
        lead = row.text if mode == "under" and not own else ""
        words = "  ".join(one for one in (lead, row.aside) if one)
        for index, line in enumerate(pane.wrap(words, "aside", room) if words else ()):
            marked = styled(line)
            if index == 0 and lead and line.startswith(lead):
                marked = styled(lead, colour=pane.palette.ink, bold=True) + styled(line[len(lead) :])
            under.append((marked, pane.measure(line, "aside", index == 0)))
    if not row.marks and mode != "inline" and not own and row.aside:
        under = [(styled(one), pane.measure(one, "aside")) for one in pane.wrap(row.aside, "aside", room)]
    gap = _gap(row, pane)
    if not row.marks and not own and wide > room:
        under = [(styled(one), pane.measure(one, "aside")) for one in pane.wrap(f"{row.text}　{row.aside}", "aside", room)]
        figure, wide = "", 0.0
    names = _names(row, pane, (left - 0.8 * pane.em if beside else pane.width) - indent)
    head = sum(LINE * pane.size(role) for _, role, _ in names)
    pitch = LINE * pane.size("label")
    above = -min([0, *(one.level for one in labels)]) * pitch
    below = max([0, *(one.level for one in labels)]) * pitch
    bar = bar_height(pane)
    band = bar
    if figure and not on_name:
        band = max(band, LINE * pane.size("value"))
        band += LINE * pane.size("aside") * len(column_aside)
    elif any(one.level == 0 for one in labels):
        band = max(band, LINE * pane.size("label"))
    body = above + band + below + LINE * pane.size("aside") * len(under)
    space = (0.75, 0.4, 0.15)[pane.tight] * pane.em
    height = (max(head, body) if beside else head + NEAR * pane.em + body) + space
    return Block(
        names, marks, labels, place, figure, wide, column_aside, tuple(under), _end(row, place), gap, indent,
        head, above, band, bar, below, body, height, place(0.0),
    )  # fmt: skip


