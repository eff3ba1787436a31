"""The texts of a table's cells, broken into the lines that their column has room for.

Where columns and lines stand belongs in ``bands``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry.figures.compose import wrapping
from industry.figures.compose.panel_drawing import Drawing, Pane, Place, styled
from industry.figures.record import Entry, TableLine


@dataclass(frozen=True)
class Text:
    """A line of a cell: marked-up words, their role and colour."""

    words: str
    role: str
    colour: str = ""


Texts = tuple[Text, ...]


def named(line: TableLine, pane: Pane, room: float) -> Texts:
    """The line's name with its detail below it, or where room is short its unit beside it."""
    indent, bold = "　" if line.under else "", not line.under
    free = room - pane.em - pane.measure(indent, "name")
    lines = wrapping.wrap(line.name, free / pane.size("name"), bold, True)
    if pane.tight:
        wide = pane.measure(lines[-1] + " ", "name", bold) + pane.measure(line.unit, "detail")
        unit = " " + styled(line.unit, pane.size("detail"), pane.palette.soft) if wide <= free else ""
        ends = ("",) * (len(lines) - 1) + (unit,)
        return tuple(
            Text(styled(indent + one, bold=bold) + end, "name") for one, end in zip(lines, ends, strict=True)
        )
    below = wrapped(pane, line.detail, "detail", free)
    told = tuple(Text(styled(indent + one, bold=bold), "name") for one in lines)
    return told + tuple(Text(indent + one.words, one.role) for one in below)


def over(line: TableLine, pane: Pane, room: float) -> Texts:
    """The same as the head of a column, with the line's period below."""
    name = wrapped(pane, line.alone or line.name, "tick", room, pane.palette.ink)
    detail = wrapped(pane, line.unit if pane.tight else line.detail, "detail", room)
    return name + detail + dated(line, pane, room, "detail")


def dated(line: TableLine, pane: Pane, room: float, role: str = "tick") -> Texts:
    """The line's period, which breaks before its months, set off where it isn't of the year looked at."""
    whole = pane.measure(line.period, role) <= room - 0.5 * pane.em
    words = line.period if whole else line.period.replace("年", "年 ", 1)
    return wrapped(pane, words, role, room, pane.palette.notice_ink if line.off else "")


def figure(entry: Entry, pane: Pane, room: float) -> Texts:
    """The number with what stands beside it, each below it where there is no room."""
    role, bold = ("tick", False) if entry.apart else ("name", True)
    colour = pane.palette.soft if entry.apart else ""
    lines = pane.wrap(entry.text, role, room - 0.5 * pane.em, bold, True) or ("",)
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
            found += wrapped(pane, words, "detail", room, colour)
    return tuple(found)


def wrapped(pane: Pane, words: str, role: str, room: float, colour: str = "", balanced: bool = True) -> Texts:
    """Words of one look on as many lines as they need, ``balanced`` so that none ends with a single character."""
    lines = pane.wrap(words, role, room - 0.5 * pane.em, balanced=balanced) if words else ()
    return tuple(Text(styled(one), role, colour) for one in lines)


def high(pane: Pane, cell: Texts) -> float:
    """Pixels that a cell is high."""
    return sum(pane.line(text.role) for text in cell)


def put(drawing: Drawing, cells: Sequence[Texts], starts: Sequence[float], top: float) -> float:
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
