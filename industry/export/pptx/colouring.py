"""A figure's colours on the background of somebody's presentation: ours, or its theme's, so light or dark that marks are
seen.

How its words and lines are inked belongs in ``templates``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from industry.figures.record import Figure, GridPanel, LinesPanel, Panel, RowsPanel, TablePanel
from industry.figures.theme import Palette, mix, readable
from industry.tables.eyesight import SEEN
from industry.vocabulary.catalogue import Region

PALER = 0.55  # of its own colour that a part of a region has
NEXT = 0.3  # of the background that accents take each time that all have been given
Change = Callable[[str], str]


def coloured(figure: Figure, change: Change) -> Figure:
    """The figure for a slide, beside which no data table stands, with every colour changed."""
    return replace(
        figure, frame=figure.frame.tableless, panels=tuple(_panel(one, change) for one in figure.panels)
    )


def seen(palette: Palette, given: dict[str, str]) -> Change:
    """What becomes of a colour: the one that is ``given`` for it, as much lighter or darker as it needs to be seen."""
    return lambda colour: readable(given.get(colour, colour), palette.background, SEEN) if colour else colour


def accented(regions: Iterable[Region], accents: Sequence[str], palette: Palette) -> dict[str, str]:
    """For each region's colour one of the theme's accents, in the regions' order: a part of a region has its region's,
    paler; the country stays grey."""
    held = {one.id: one for one in regions}
    above = {one.id: held.get(one.parent) if one.parent else None for one in held.values()}
    roots = {id for id, whole in above.items() if whole is None}
    found = dict.fromkeys(roots, palette.soft)
    among = [id for id, whole in above.items() if whole is not None and whole.id in roots]
    for place, id in enumerate(among if accents else ()):
        turn, at = divmod(place, len(accents))
        found[id] = mix(accents[at], palette.background, max(1 - NEXT * turn, 0.4))
    for id, whole in above.items():
        if id not in found and whole is not None and whole.id in found:
            found[id] = mix(found[whole.id], palette.background, PALER)
    return {held[id].colour: colour for id, colour in found.items()}


def _panel(panel: Panel, change: Change) -> Panel:
    if isinstance(panel, RowsPanel):
        return replace(
            panel,
            rows=tuple(
                replace(row, marks=tuple(replace(one, colour=change(one.colour)) for one in row.marks))
                for row in panel.rows
            ),
            references=tuple(replace(one, colour=change(one.colour)) for one in panel.references),
            legend=tuple((shape, change(colour), words) for shape, colour, words in panel.legend),
        )
    if isinstance(panel, LinesPanel):
        return replace(panel, series=tuple(replace(one, colour=change(one.colour)) for one in panel.series))
    if isinstance(panel, GridPanel):
        cells = tuple(tuple(replace(one, colour=change(one.colour)) for one in row) for row in panel.cells)
        return replace(panel, cells=cells)
    if isinstance(panel, TablePanel):
        lines = tuple(
            replace(line, entries=tuple(replace(one, colour=change(one.colour)) for one in line.entries))
            for line in panel.lines
        )
        return replace(panel, lines=lines)
    return panel
