"""What is said of a chart or a table to those who don't see it: of the only one of a figure what is said of the figure, of one
among several what it shows itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from industry import wording
from industry.export.xml_text import writable
from industry.figures.compose.wrapping import join
from industry.figures.finished import SPOKEN
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel


def described(figure: Figure, panel: Panel | None = None) -> str:
    """The alternative text of a panel's chart or table, or of the figure's own table: title, heading and unit, and the first of
    its numbers; a table's own are read from its cells."""
    whole = figure.alt or figure.frame.title
    if panel is None or figure.panels == (panel,):
        return writable(whole)
    language = figure.frame.language
    named = join(figure.frame.title, panel.heading)
    told = [wording.say("value_at", language, named, panel.unit) if panel.unit else named]
    if shown := [*_shown(panel, language)][:SPOKEN]:
        told.append(wording.say("joined", language).join(shown))
    stop = wording.say("stop", language)
    return writable("".join(one + stop for one in told).rstrip(" "))


def _shown(panel: Panel, language: str) -> Iterator[str]:
    """Each bar with its figure, each line with its last one."""
    comma = wording.say("comma", language)
    if isinstance(panel, RowsPanel):
        for row in panel.rows:
            yield comma.join(one for one in (row.name, row.detail, row.text) if one)
        for one in panel.references:
            yield comma.join((one.name, one.figure))
    elif isinstance(panel, LinesPanel):
        for line in panel.series:
            if line.last >= 0:
                held = (line.name, panel.columns[line.last].whole, line.texts[line.last])
                yield comma.join(one for one in held if one)
