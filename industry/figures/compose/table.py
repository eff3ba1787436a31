"""Benchmark tables: a column for each region where there is room; else turned, a column for each line, which many regions
need; else the regions one below another under each line's name. A thin bar under a number has the scale of its line.

What a cell says is decided in the record; what it looks like on the screen, by the page's own table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import Drawing, Pane, Place, styled
from industry.figures.record import Entry, TableLine, TablePanel

LEAST = 6.2  # em that a region's column needs
NAMES, PERIODS = 0.25, 0.15  # of the pane that the first two columns may take
NAMES_OF_ONE = 0.5  # the first of them, where there is one region only
MOST = 12.0  # em that a line's column asks for where the table is turned
BAR = 0.34  # em
ROOMY = 1.4  # em that a line is given beyond its need


@dataclass(frozen=True)
class Text:
    """A line of a cell: marked-up words, their role and colour."""

    words: str
    role: str
    colour: str = ""


Texts = tuple[Text, ...]


def draw(panel: TablePanel, pane: Pane) -> Drawing:
    """The panel in its pane, with columns, turned or, in a narrow one, stacked. Type is made smaller to have it turned, not to
    have more columns of regions: those would go on and on."""
    share = NAMES if len(panel.regions) > 1 else NAMES_OF_ONE
    names = min(share * pane.width, pane.em + max(_wide_names(panel, pane), default=0.0))
    widest = pane.em + pane.widest((one.period for one in panel.lines), "tick")
    periods = min(PERIODS * pane.width, widest) if panel.named[1] else 0.0
    each = (pane.width - names - periods) / max(len(panel.regions), 1)
    drawing = Drawing(pane, low=0.0, high=max(pane.width, 1.0))
    bars: list[tuple[float, float, float, Entry]] = []
    if each >= LEAST * pane.type:
        _columns(drawing, panel, (names, periods, each), bars)
    elif (room := pane.width - _wide_regions(panel, pane)) >= LEAST * pane.em * len(panel.lines):
        _turned(drawing, panel, _wide_lines(panel, pane, room), bars)
    else:
        _stacked(drawing, panel, bars)
    drawing.traces.append(_trace(bars, pane))
    return drawing


def _wide_names(panel: TablePanel, pane: Pane) -> list[float]:
    return [
        max(pane.measure(one.name, "name", True), pane.measure(one.detail, "detail")) for one in panel.lines
    ]


def _columns(
    drawing: Drawing,
    panel: TablePanel,
    widths: tuple[float, float, float],
    bars: list[tuple[float, float, float, Entry]],
) -> None:
    """Heads, then the lines; each is as high as its highest cell."""
    pane, (names, periods, each) = drawing.pane, widths
    starts = [names + periods + each * at for at in range(len(panel.regions))]
    heads = [
        _wrapped(pane, one, "tick", room) for one, room in zip(panel.named, (names, periods), strict=True)
    ]
    for name, beside in panel.regions:
        sub = () if pane.tight > 1 else _wrapped(pane, beside, "detail", each)
        heads.append(_wrapped(pane, name, "tick", each) + sub)
    top = _set(drawing, heads, [0.0, names, *starts], 0.0) + 0.3 * pane.em
    drawing.rule((0.0, pane.width), (top, top), pane.palette.ink)
    cells = [_cells(one, pane, widths) for one in panel.lines]
    gap = (0.9, 0.7, 0.42)[pane.tight] * pane.em
    highs = [
        max(sum(pane.line(text.role) for text in cell) for cell in line) + _barred(one, pane)
        for one, line in zip(panel.lines, cells, strict=True)
    ]
    spare = drawing.spread(top + sum(highs) + gap * len(highs), len(highs), ROOMY)
    y = top
    for line, texts, high in zip(panel.lines, cells, highs, strict=True):
        inside = y + (0.15 * gap + spare / 2 if pane.tight else (gap + spare) / 2)
        _set(drawing, texts, [0.0, names, *starts], inside)
        for start, entry, bar, cell in zip(starts, line.entries, line.bars, texts[2:], strict=True):
            below = (
                inside
                + sum(pane.line(text.role) for text in cell)
                + (0.5 if pane.tight else 0.85) * BAR * pane.em
            )
            _bar(bars, bar, entry, start, each - pane.em, below)
        y += high + gap + spare
        if line is not panel.lines[-1]:
            drawing.rule((0.0, pane.width), (y, y), pane.palette.faint)


def _wide_regions(panel: TablePanel, pane: Pane) -> float:
    wide = (max(pane.measure(name, "tick"), pane.measure(beside, "detail")) for name, beside in panel.regions)
    return min(NAMES * pane.width, pane.em + max(wide, default=0.0))


def _wide_lines(panel: TablePanel, pane: Pane, room: float) -> list[float]:
    """The ``room`` shared among the lines by what their widest cells need."""
    needs = []
    for line in panel.lines:
        cells = (
            pane.measure(one.text, "tick" if one.apart else "name", not one.apart)
            + sum(pane.measure("  " + words, "detail") for words in (one.aside, one.tag) if words)
            for one in line.entries
        )
        needs.append(min(max(cells, default=0.0) + pane.em, MOST * pane.em))
    least = LEAST * pane.em
    spare = room - least * len(needs)
    over = [max(one - least, 0.0) for one in needs]
    return [least + spare * (one / sum(over) if any(over) else 1 / len(needs)) for one in over]


def _turned(
    drawing: Drawing,
    panel: TablePanel,
    wide: Sequence[float],
    bars: list[tuple[float, float, float, Entry]],
) -> None:
    """A column for each line, headed by its name, detail and period; a row for each region."""
    pane = drawing.pane
    first = pane.width - sum(wide)
    starts = [first + sum(wide[:at]) for at in range(len(wide))]
    heads = [
        _wrapped(pane, one.alone or one.name, "tick", room, pane.palette.ink)
        + _wrapped(pane, one.unit if pane.tight else one.detail, "detail", room)
        + _wrapped(pane, one.period, "detail", room, pane.palette.notice_ink if one.off else "")
        for one, room in zip(panel.lines, wide, strict=True)
    ]
    top = _set(drawing, heads, starts, 0.0) + 0.3 * pane.em
    drawing.rule((0.0, pane.width), (top, top), pane.palette.ink)
    gap = (0.7, 0.5, 0.42)[pane.tight] * pane.em
    rows = []
    for at, (name, beside) in enumerate(panel.regions):
        sub = () if pane.tight else _wrapped(pane, beside, "detail", first)
        named = _wrapped(pane, name, "tick", first, pane.palette.ink) + sub
        entries = zip((one.entries[at] for one in panel.lines), wide, strict=True)
        rows.append([named, *(_entry(one, pane, room) for one, room in entries)])
    barred = max((_barred(one, pane) for one in panel.lines), default=0.0)
    highs = [max(sum(pane.line(text.role) for text in cell) for cell in row) + barred for row in rows]
    spare = drawing.spread(top + sum(highs) + gap * len(highs), len(highs), ROOMY)
    y = top
    for at, (row, high) in enumerate(zip(rows, highs, strict=True)):
        inside = y + (0.15 * gap + spare / 2 if pane.tight else (gap + spare) / 2)
        _set(drawing, row, [0.0, *starts], inside)
        for start, room, line, cell in zip(starts, wide, panel.lines, row[1:], strict=True):
            height = sum(pane.line(text.role) for text in cell)
            below = inside + height + (0.5 if pane.tight else 0.85) * BAR * pane.em
            _bar(bars, line.bars[at], line.entries[at], start, room - pane.em, below)
        y += high + gap + spare
        if at + 1 < len(rows):
            drawing.rule((0.0, pane.width), (y, y), pane.palette.faint)


def _cells(line: TableLine, pane: Pane, widths: tuple[float, float, float]) -> list[Texts]:
    names, periods, each = widths
    return [
        _name(line, pane, names),
        _wrapped(pane, line.period, "tick", periods, pane.palette.notice_ink if line.off else ""),
        *(_entry(one, pane, each) for one in line.entries),
    ]


def _name(line: TableLine, pane: Pane, room: float) -> Texts:
    """The line's name with its detail below it, or where room is short its unit beside it."""
    indent, bold = "　" if line.under else "", not line.under
    free = room - pane.em - pane.measure(indent, "name")
    wrapped = wrapping.wrap(line.name, free / pane.size("name"), bold, True)
    if pane.tight:
        wide = pane.measure(wrapped[-1] + " ", "name", bold) + pane.measure(line.unit, "detail")
        unit = " " + styled(line.unit, pane.size("detail"), pane.palette.soft) if wide <= free else ""
        ends = ("",) * (len(wrapped) - 1) + (unit,)
        return tuple(
            Text(styled(indent + one, bold=bold) + end, "name")
            for one, end in zip(wrapped, ends, strict=True)
        )
    below = _wrapped(pane, line.detail, "detail", free)
    named = tuple(Text(styled(indent + one, bold=bold), "name") for one in wrapped)
    return named + tuple(Text(indent + one.words, one.role) for one in below)


def _entry(entry: Entry, pane: Pane, room: float) -> Texts:
    """The number with what stands beside it, each below it where there is no room."""
    role, bold = ("tick", False) if entry.apart else ("name", True)
    colour = pane.palette.soft if entry.apart else ""
    lines = pane.wrap(entry.text, role, room - 0.5 * pane.em, bold) or ("",)
    wide = pane.measure(lines[0], role, bold)
    found = [Text(styled(one, bold=bold, colour=colour), role) for one in lines]
    for words, colour in ((entry.aside, pane.palette.soft), (entry.tag, pane.palette.notice_ink)):
        if not words:
            continue
        more = pane.measure("  " + words, "detail")
        if len(found) == 1 and wide + more <= room - 0.5 * pane.em:
            beside = styled(words, pane.size("detail"), colour)
            found = [Text(f"{found[0].words} {beside}", role)]
            wide += more
        else:
            found += _wrapped(pane, words, "detail", room, colour)
    return tuple(found)


def _wrapped(pane: Pane, words: str, role: str, room: float, colour: str = "") -> Texts:
    lines = pane.wrap(words, role, room - 0.5 * pane.em) if words else ()
    return tuple(Text(styled(one), role, colour) for one in lines)


def _set(drawing: Drawing, cells: Sequence[Texts], starts: Sequence[float], top: float) -> float:
    """Texts of cells side by side from ``top``; where the longest ends."""
    bottom = top
    for cell, start in zip(cells, starts, strict=True):
        y = top
        for text in cell:
            pitch = drawing.pane.line(text.role)
            drawing.write(text.words, Place(start), y + pitch / 2, text.role, text.colour)
            y += pitch
        bottom = max(bottom, y)
    return bottom


def _barred(line: TableLine, pane: Pane) -> float:
    """What its bars add to a line's height; where room is short they stand between the lines."""
    if pane.tight:
        return 0.0
    return 1.9 * BAR * pane.em if any(one.end is not None for one in line.entries) else 0.0


def _bar(
    bars: list[tuple[float, float, float, Entry]],
    bar: tuple[float, float] | None,
    entry: Entry,
    start: float,
    room: float,
    y: float,
) -> None:
    """A bar of a cell from zero, on the scale that its line has in each cell."""
    if bar:
        zero, end = bar
        bars.append((start + room * zero, room * (end - zero), y, entry))


def _stacked(drawing: Drawing, panel: TablePanel, bars: list[tuple[float, float, float, Entry]]) -> None:
    """Each line's name with its period, then a row for each region that has anything to say."""
    pane = drawing.pane
    names = min(0.3 * pane.width, pane.em + pane.widest((name for name, _ in panel.regions), "tick"))
    y = 0.0
    for line in panel.lines:
        head = _wrapped(pane, f"{line.name}　{line.period}".rstrip("　"), "name", pane.width)
        head = tuple(Text(f"<b>{one.words}</b>", one.role) for one in head)
        y = _set(drawing, [head + _wrapped(pane, line.detail, "detail", pane.width)], [0.0], y)
        for (name, _), entry, bar in zip(panel.regions, line.entries, line.bars, strict=True):
            if not entry.text:
                continue
            texts = _entry(entry, pane, pane.width - names)
            end = _set(drawing, [_wrapped(pane, name, "tick", names + pane.em), texts], [0.0, names], y)
            _bar(bars, bar, entry, names, pane.width - names - pane.em, end + 0.85 * BAR * pane.em)
            y = end + (1.9 * BAR * pane.em if entry.end is not None else 0.2 * pane.em)
        y += 0.6 * pane.em
    drawing.height = max(y, pane.height or 0.0)


def _trace(bars: Sequence[tuple[float, float, float, Entry]], pane: Pane) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start for start, *_ in bars],
        "x": [length for _, length, _, _ in bars],
        "y": [y for _, _, y, _ in bars],
        "width": BAR * pane.em,
        "marker": {"color": [pane.shade(entry.colour) for *_, entry in bars], "line": {"width": 0}},
        "customdata": [[entry.row.id] if entry.row else [] for *_, entry in bars],
        "hovertext": [wrapping.plain(entry.hover) for *_, entry in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
