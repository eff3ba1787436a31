"""The parts of a sheet that stand beside one another with an empty column between, each with labels of its own: each is read by itself, so
that the rows of one aren't taken for those of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from industry.curation.importing.reading.cells import NONE
from industry.curation.importing.reading.lines import Line, Rows, parted

_MOST = 24
"""Parts side by side; of more than that none is read by itself."""


def areas(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Rows]]:
    """The rows of each table with the cells of its part alone. A part without titles stands under those of the first; notes are of
    all parts and all tables of a sheet."""
    parts = _parts(lines)
    if len(parts) == 1:
        every = list(parted(lines))
        below = sorted({at for rows in every for at in rows.notes})
        yield from ((lines, replace(rows, notes=below)) for rows in every)
        return
    cut = [_cut(lines, part) for part in parts]
    found = [list(parted(one)) for one in cut]
    over = found[0][0].titles if found[0] else []
    notes = sorted({at for each in found for rows in each for at in rows.notes})
    for part, (own, each) in enumerate(zip(cut, found, strict=True)):
        for number, rows in enumerate(each):
            told = list(own)
            titles = rows.titles
            if part and not number and not titles:
                titles = over
                for at in over:
                    told[at] = lines[at]
            for at in notes:
                told[at] = lines[at]
            yield told, replace(rows, titles=titles, notes=notes)


def _cut(lines: Sequence[Line], part: range) -> list[Line]:
    """The lines with the cells of some columns alone."""
    return [[one if at in part else NONE for at, one in enumerate(line)] for line in lines]


def _parts(lines: Sequence[Line]) -> list[range]:
    width = max(map(len, lines), default=0)
    filled = [False] * width
    for line in lines:
        for at, one in enumerate(line):
            filled[at] = filled[at] or bool(one.kind)
    found: list[range] = []
    begin = 0
    for at in range(1, width):
        if filled[at] and not filled[at - 1] and any(filled[:at]) and _labelled(lines, at, filled):
            found.append(range(begin, at))
            begin = at
    found.append(range(begin, width))
    return found if len(found) <= _MOST and all(_figured(lines, one) for one in found) else [range(width)]


def _labelled(lines: Sequence[Line], at: int, filled: Sequence[bool]) -> bool:
    """Whether a column has labels beside figures in the columns behind it."""
    end = next((each for each in range(at, len(filled)) if not filled[each]), len(filled))
    rows = [line for line in lines if at < len(line) and line[at].kind == "words"]
    return any(one.kind == "figure" for line in rows for one in line[at + 1 : end])


def _figured(lines: Sequence[Line], part: range) -> bool:
    return any(one.kind == "figure" for line in lines for one in line[part.start : part.stop])
