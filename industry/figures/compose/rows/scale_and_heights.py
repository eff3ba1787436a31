"""The plan of a panel of rows: what stands at the ends of the scale, and how high each row is.

Room for the texts at the bars' ends is kept in pixels outside the scale, so it is enough at any width
from the pane's narrowest up. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import Pane, Place, styled
from industry.figures.compose.rows import text_room
from industry.figures.compose.rows.mark_labels import HALF, Label, settle
from industry.figures.compose.rows.text_room import Mode
from industry.figures.record import Mark, Row, RowsPanel

NEAR = 0.12  # em between a name and its marks
WIDE = 36  # em from which names stand beside marks that have scales of their own


@dataclass(frozen=True)
class Plan:
    """Pixels outside the scale, the scale's ends, where names and figures stand (``column``: the width of
    the figures' own; ``on_name``: the width that they take of the names' line; ``mode``: else), and the
    pixels of the figures' heading."""

    pane: Pane
    left: float
    right: float
    low: float
    high: float
    beside: bool
    mode: Mode
    column: float
    on_name: float
    headroom: float

    @property
    def span(self) -> float:
        return self.pane.width - self.left - self.right


@dataclass(frozen=True)
class Block:
    """A row as it will be set; heights and widths in pixels. ``names`` are lines with role and width, ``under`` lines below
    these, or below the marks where names stand beside them; ``marks`` with the share of the scale at which they end."""

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
    space: float

    def figure_place(self, plan: Plan) -> Place:
        """Where the text of a row without marks begins: right of zero, or where that is too long at
        the left edge."""
        zero = self.place(0.0)
        if self.gap + self.figure_width <= plan.span * (1 - zero) + plan.right:
            return Place(plan.low + zero * (plan.high - plan.low), self.gap)
        return Place(None, self.indent if not plan.beside else plan.left)


def plan(panel: RowsPanel, pane: Pane) -> Plan:
    """Chooses the first arrangement that leaves the scale enough of the pane: figure and aside at
    the marks' end; the aside below; both below."""
    table = is_table(panel)
    wide = panel.own_scales and not pane.fluid and pane.width >= WIDE * pane.em
    beside = not table and (wide or pane.tight > 1)
    left = max(text_room.names_width(panel, pane) if beside else 0.0, pane.keep[0])
    room = pane.width - left
    low, high = text_room.scale(panel)
    mode: Mode = "inline"
    column, right, on_name = 0.0, 0.0, 0.0
    if panel.own_scales:
        column = 0.0 if table else text_room.column(panel, pane)
        labels = text_room.labels_room(panel, pane, low, high, room - column)
        if table or column > 0.36 * room or room - column - labels < 0.3 * room:
            column, on_name = 0.0, 0.0 if beside else text_room.on_names(panel, pane)
            mode = "inline" if on_name else "under"
        right = column + 1.2 * pane.em if column else 0.0
        right += text_room.labels_room(panel, pane, low, high, room - right)
    else:
        labels = text_room.labels_room(panel, pane, low, high, room)
        modes: tuple[tuple[Mode, float], ...] = (("inline", 0.42), ("value", 0.36), ("under", 0.0))
        for mode, least in modes:
            right = max(text_room.figures_room(panel, pane, mode, low, high, room), labels)
            if room - right >= least * room:
                break
    if any(mark.shape in ("ring", "point") for row in panel.rows for mark in row.marks):
        left, right = max(left, HALF * pane.em), max(right, HALF * pane.em)
    right = max(min(right, 0.8 * room), pane.keep[1])
    headroom = 0.0
    if panel.aside_heading and (column or on_name):
        lines = pane.wrap(panel.aside_heading, "aside", column or pane.width)
        headroom = len(lines) * pane.line("aside") + 0.3 * pane.em
    return Plan(pane, left, right, low, high, beside, mode, column, on_name, headroom)


def blocks(panel: RowsPanel, plan: Plan) -> list[Block]:
    """The rows as they will be set, each at least as high as the pane keeps for it."""
    found = [_block(panel, row, plan) for row in panel.rows]
    kept = plan.pane.keep.rows or (0.0,) * len(found)
    return [replace(one, height=max(one.height, least)) for one, least in zip(found, kept, strict=True)]


def _names(row: Row, pane: Pane, room: float) -> tuple[tuple[str, str, float], ...]:
    """The lines of a row's name and detail: on one line where they fit."""
    name, detail = pane.measure(row.name, "name"), pane.measure("  " + row.detail, "detail")
    if row.detail and name + detail <= room:
        marked = styled(row.name) + "  " + styled(row.detail, pane.size("detail"), pane.palette.soft)
        return ((marked, "name", name + detail),)
    lines = [(styled(one), "name", pane.measure(one, "name")) for one in pane.wrap(row.name, "name", room)]
    lines += [
        (styled(one), "detail", pane.measure(one, "detail")) for one in pane.wrap(row.detail, "detail", room)
    ]
    return tuple(lines)


def _under(panel: RowsPanel, row: Row, pane: Pane, room: float, lead: str) -> list[tuple[str, float]]:
    """Lines below the marks: ``lead``, the row's text where it has no other place, and the aside."""
    head = wrapping.join(panel.aside_heading if lead else "", lead)
    words = "  ".join(one for one in (head, row.aside) if one)
    strong = (len(head) - len(lead), len(head))
    lines, at = [], 0
    for line in pane.wrap(words, "aside", room) if words else ():
        at = words.index(line, at)
        first, last = (min(max(edge - at, 0), len(line)) for edge in strong)
        bold = styled(line[first:last], colour=pane.palette.ink, bold=True) if last > first else ""
        marked = styled(line[:first]) + bold + styled(line[last:])
        lines.append((marked, pane.measure(line, "aside", last > first)))
    return lines


def is_table(panel: RowsPanel) -> bool:
    """Whether a panel draws no marks: its texts are then set as a table."""
    return panel.own_scales and not any(row.marks for row in panel.rows)


def _block(panel: RowsPanel, row: Row, plan: Plan) -> Block:
    pane, mode = plan.pane, plan.mode
    place = text_room.placing(panel, row, plan.low, plan.high)
    indent = text_room.indent(row, pane)
    marks = tuple((place(mark.end), mark) for mark in row.marks)
    outside = panel.own_scales or not row.text
    labels = settle(
        marks, pane, 0.0 if plan.beside else plan.left, plan.span, plan.right - plan.column, outside
    )
    own = bool(plan.column or plan.on_name)
    if own:
        figure, wide = styled(row.text, bold=bool(row.marks) or is_table(panel)), 0.0
    elif mode == "under" and row.marks:
        figure, wide = "", 0.0
    else:
        figure, wide = text_room.figure(row, pane, mode == "inline")
    column_aside = pane.wrap(row.aside, "aside", plan.column) if plan.column and row.aside else ()
    room = pane.width - indent - (plan.left if plan.beside else 0.0)
    lead = row.text if mode == "under" and not own and row.marks else ""
    told = plan.on_name or (not own and mode != "inline")
    under = _under(panel, row, pane, room, lead) if told else []
    if not row.marks and not own and wide > room:
        lines = pane.wrap(f"{row.text}　{row.aside}", "aside", room)
        under = [(styled(one), pane.measure(one, "aside")) for one in lines]
        figure, wide = "", 0.0
    names = _names(
        row, pane, (plan.left - 0.8 * pane.em if plan.beside else pane.width - plan.on_name) - indent
    )
    head = sum(pane.line(role) for _, role, _ in names)
    levels = [0, *(one.level for one in labels)]
    above, below = -min(levels) * pane.line("label"), max(levels) * pane.line("label")
    bar = text_room.bar_height(pane)
    band = 0.0 if plan.on_name and is_table(panel) else bar
    if figure and not plan.on_name:
        band = max(band, pane.line("value")) + pane.line("aside") * len(column_aside)
    elif any(one.level == 0 for one in labels):
        band = max(band, pane.line("label"))
    body = above + band + below + pane.line("aside") * len(under)
    space = (0.75, 0.4, 0.05)[pane.tight] * pane.em
    height = (max(head, body) if plan.beside else head + NEAR * pane.em + body) + space
    return Block(
        names, marks, labels, place, figure, wide, column_aside, tuple(under), text_room.end(row, place),
        text_room.gap(row, pane), indent, head, above, band, bar, below, body, height, space,
    )  # fmt: skip
