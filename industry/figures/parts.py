"""Long figures in parts: a table by its lines and its regions, rows and grids by their rows, so that whoever has
pages of a fixed size loses nothing.

What fits on a page is the caller's to say; how parts look belongs to those who draw them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise, product
from typing import TypeVar

from industry import wording
from industry.figures.compose.own_words import owned
from industry.figures.compose.rows import text_room
from industry.figures.frame import NOTHING, Frame
from industry.figures.record import Figure, GridPanel, Panel, RowsPanel, TableLine, TablePanel

_T = TypeVar("_T")
Way = tuple[int, int]
"""In how many parts a panel is by its lines or rows, and in how many by its regions; `HALVES` stand side by side."""
WHOLE: Way = (1, 1)
HALVES: Way = (2, 0)
SPLIT = 8  # rows from which a panel may be set in two columns
_MOST = 99  # parts of a figure, as far as its title is tried with their number


def parted(figure: Figure, fits: Callable[[Figure], bool]) -> tuple[Figure, ...]:
    """The figure if it fits, else as few figures of its id as do, numbered behind their titles, which among
    them show all that it shows; what can't be parted stays whole."""
    if fits(figure):
        return (figure,)

    language = figure.frame.language

    def alone(number: int, panel: Panel) -> bool:
        return fits(_numbered(figure, panel, number, _MOST))

    def each_alone(first: int, way: Way, found: tuple[Panel, ...]) -> bool:
        return way != HALVES and all(alone(first + at, one) for at, one in enumerate(found))

    if figure.panels:
        panels = [
            part
            for at, one in enumerate(figure.panels, start=1)
            for part in divided(one, fewest(one, partial(each_alone, at), language), language)
        ]
        framed = owned(figure.frame, [(one,) for one in panels])
        return tuple(
            _numbered(replace(figure, frame=frame), one, at, len(panels))
            for at, (one, frame) in enumerate(zip(panels, framed, strict=True), start=1)
        )
    found = by_rows(figure, lambda one: fits(numbered(one)))
    return found if all(map(fits, found)) else (figure,)


def by_rows(figure: Figure, fits: Callable[[Figure], bool]) -> tuple[Figure, ...]:
    """A figure without panels in as few parts as have room, each with some rows of its table; each row by itself where none do."""
    count = range(1, len(figure.table.rows) + 1)
    most = next((one for one in count if all(map(fits, of_rows(figure, one)))), max(1, len(count)))
    return tuple(numbered(one, at, most) for at, one in enumerate(of_rows(figure, most), start=1))


def of_rows(figure: Figure, count: int) -> list[Figure]:
    """So many figures with some rows of its table each."""
    return [
        replace(figure, table=replace(figure.table, rows=tuple(one)))
        for one in _shares(figure.table.rows, max(1, min(count, len(figure.table.rows))))
    ]


def _numbered(figure: Figure, panel: Panel, number: int, count: int) -> Figure:
    return replace(numbered(figure, number, count), panels=(panel,))


def numbered(figure: Figure, number: int = _MOST, count: int = _MOST) -> Figure:
    """A part with its number behind the title; one alone has none. What a table comes to stands on the first alone."""
    if count == 1:
        return figure
    frame = figure.frame
    key = "part_first" if number == 1 else "part_next"
    title = wording.say(key, frame.language, frame.title, str(number), str(count))
    if number > 1 and frame.concludes:
        frame = replace(frame, subtitle=NOTHING, about=None, beside=())
    return replace(figure, frame=replace(frame, title=title))


def again(figure: Figure, wanted: Sequence[Way], number: int) -> Figure:
    """All parts of a figure whose panels are parted in these ways, with the title of the one of this number, from 1; the
    figure where it isn't parted, or has other panels."""
    if len(wanted) == 1 and not figure.panels and wanted[0] != WHOLE:
        found = of_rows(figure, wanted[0][0])
        at = min(number, len(found))
        return numbered(found[at - 1], at, len(found))
    if not wanted or len(wanted) != len(figure.panels):
        return figure
    panels, places = sheets(figure, wanted)
    at = next((at for at, one in enumerate(places, start=1) if one.start < number <= one.stop), len(places))
    return on_sheet(figure, panels, places, at)


def on_sheet(figure: Figure, panels: tuple[Panel, ...], places: Sequence[slice], number: int) -> Figure:
    """All parts of a figure, which stand in these places on its sheets, with the words of the sheet of this number, from 1."""
    frame = owned(figure.frame, [panels[one] for one in places])[number - 1]
    return numbered(replace(figure, frame=frame, panels=panels), number, len(places))


def sheets(figure: Figure, wanted: Sequence[Way]) -> tuple[tuple[Panel, ...], list[slice]]:
    """All parts of a figure whose panels are parted in these ways, and which of them stand on each sheet: each by itself, but for
    halves."""
    found: list[Panel] = []
    places: list[slice] = []
    for panel, way in zip(figure.panels, wanted, strict=True):
        pieces = divided(panel, way, figure.frame.language)
        each = len(pieces) if way == HALVES else 1
        first = len(found)
        places += [slice(first + at, first + at + each) for at in range(0, len(pieces), each)]
        found += pieces
    return tuple(found), places


def wholes(panels: Sequence[Panel], wanted: Sequence[Way], language: str) -> list[Panel]:
    """Of each part of panels that are parted in these ways the panel of which it is."""
    return [panel for panel, way in zip(panels, wanted, strict=False) for _ in divided(panel, way, language)]


def fewest(panel: Panel, fit: Callable[[Way, tuple[Panel, ...]], bool], language: str) -> Way:
    """The way in which a panel has as few parts as ``fit``, all about as long; in one where none do."""
    return next((way for way in ways(panel) if fit(way, divided(panel, way, language))), WHOLE)


def ways(panel: Panel) -> Iterator[Way]:
    """Those in which a panel can be parted, in ever more parts; of as many parts first those that keep a table's regions
    together."""
    yield WHOLE
    if isinstance(panel, TablePanel):
        lines, regions = range(1, len(panel.lines) + 1), range(1, len(panel.regions) + 1)
        yield from sorted(product(lines, regions), key=lambda one: (one[0] * one[1], one[1]))[1:]
    elif isinstance(panel, RowsPanel | GridPanel):
        if isinstance(panel, RowsPanel) and not panel.own_scales and len(panel.rows) >= SPLIT:
            yield HALVES
        count = len(panel.rows if isinstance(panel, RowsPanel) else panel.names)
        yield from ((down, 1) for down in range(2, count + 1))


def divided(panel: Panel, way: Way, language: str) -> tuple[Panel, ...]:
    """A panel parted in this way; in as many parts as there can be where it has fewer lines or regions."""
    down, across = way
    if isinstance(panel, TablePanel):
        across = min(max(across, 1), len(panel.regions))
        named = (_headed(one, across, language) for one in by_regions(panel, across))
        return tuple(part for one in named for part in by_lines(one, min(down, len(panel.lines))))
    if isinstance(panel, RowsPanel):
        found = rows(panel, min(down, len(panel.rows)))
        return found if across else (found[0], *(replace(one, heading="", legend=()) for one in found[1:]))
    if isinstance(panel, GridPanel):
        at = range(len(panel.names))
        return tuple(_grid(panel, one) for one in _shares(at, min(down, len(at))))
    return (panel,)


def _headed(part: TablePanel, count: int, language: str) -> TablePanel:
    """One of several parts, headed by the first and the last of its regions."""
    if count == 1:
        return part
    (first, _), (last, _) = part.regions[0], part.regions[-1]
    told = wording.say("first_to_last", language, first, last) if first != last else first
    return replace(part, heading=wording.say("joined", language).join(filter(None, (part.heading, told))))


def by_lines(panel: TablePanel, count: int) -> tuple[TablePanel, ...]:
    """So many tables of about as many lines; what belongs to a line stays below it, as long as there are no more parts
    than such lines."""
    units = _together(panel.lines)
    if count > len(units):
        units = [(one,) for one in panel.lines]
    ends = _balanced(tuple(map(len, units)), count)
    found = ([line for unit in units[low:high] for line in unit] for low, high in pairwise((0, *ends)))
    return tuple(replace(panel, lines=(_beginning(one[0]), *one[1:])) for one in found)


def _beginning(line: TableLine) -> TableLine:
    """A line as it is called where the one to which it belongs doesn't stand above."""
    return replace(line, name=line.alone, under=False) if line.under and line.alone else line


def beginning(panel: TablePanel, most: int, frame: Frame) -> TablePanel:
    """The first lines of a table; it says how many it has besides, and where."""
    more = len(panel.lines) - most
    told = wording.say("lines_left_out", frame.language, str(more), frame.elsewhere) if more > 0 else ""
    return replace(panel, lines=panel.lines[:most], left_out=told)


def by_regions(panel: TablePanel, count: int) -> tuple[TablePanel, ...]:
    """So many tables of about as many regions, whose bars keep the scale that their line has."""
    if count == 1:
        return (panel,)
    return tuple(
        replace(
            panel,
            regions=tuple(panel.regions[one] for one in part),
            lines=tuple(_of_line(one, part) for one in panel.lines),
        )
        for part in _shares(range(len(panel.regions)), count)
    )


def _of_line(line: TableLine, part: Sequence[int]) -> TableLine:
    ends = tuple(one.end for one in line.entries if one.end is not None)
    return replace(line, entries=tuple(line.entries[one] for one in part), scale=(*line.scale, *ends))


def _together(lines: Sequence[TableLine]) -> list[tuple[TableLine, ...]]:
    """Each line with those that belong to it."""
    starts = [at for at, one in enumerate(lines) if at == 0 or not one.under]
    return [tuple(lines[low:high]) for low, high in pairwise([*starts, len(lines)])]


def rows(panel: RowsPanel, count: int) -> tuple[RowsPanel, ...]:
    """So many panels on the scale of all, one going on where the other ends."""
    low, high = text_room.scale(panel)
    return tuple(replace(panel, rows=tuple(part), low=low, high=high) for part in _shares(panel.rows, count))


def _grid(panel: GridPanel, part: Sequence[int]) -> GridPanel:
    return replace(
        panel,
        names=tuple(panel.names[one] for one in part),
        cells=tuple(panel.cells[one] for one in part),
        details=tuple(panel.details[one] for one in part) if panel.details else (),
    )


@lru_cache(1024)
def _balanced(sizes: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Where so many parts of units of these sizes end, one after another, as alike in size as can be, the first rather longer."""
    if len(set(sizes)) == 1:
        return tuple(accumulate(map(len, _shares(sizes, count))))
    sums = (0, *accumulate(sizes))
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for part in range(1, count + 1):
        best = {
            high: min(
                (
                    (best[low][0] + (sums[high] - sums[low]) ** 2, (*best[low][1], high))
                    for low in best
                    if low < high
                ),
                key=lambda one: (one[0], [-end for end in one[1]]),
            )
            for high in range(part, len(sizes) - (count - part) + 1)
        }
    return best[len(sizes)][1]


def _shares(held: Sequence[_T], count: int) -> list[Sequence[_T]]:
    """In ``count`` parts one after another, the first of them longer by one where they aren't alike."""
    each, more = divmod(len(held), count)
    ends = accumulate((each + (at < more) for at in range(count)), initial=0)
    return [held[low:high] for low, high in pairwise(ends)]
