"""What stands in a figure, place by place, so that two drawings of it can be laid over each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from industry import wording
from industry.figures.record import Figure, GridPanel, LinesPanel, Panel, RowsPanel, TablePanel
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, join, rows_of

Place = tuple[str | int, ...]
"""Where in a figure: its panel, whose figure it is and of what, which one of those; alike in both languages as far as ids go."""


@dataclass(frozen=True)
class Mark:
    """What stands at a place: ``name`` of whom or what it is told, the ``words``, and how it is ``drawn`` (ends on its scale,
    shades), which words needn't show."""

    name: str
    words: Said
    drawn: tuple[object, ...] = ()


def marks(figure: Figure) -> dict[Place, Mark]:
    """The marks, dashed lines and cells of a figure, by their places; none of one that is empty."""
    found: dict[Place, Mark] = {}
    for number, panel in enumerate(figure.panels):
        times: Counter[Place] = Counter()
        for key, mark in _marks(panel, figure.frame.language):
            times[key] += 1
            found[number, *key, times[key]] = mark
    return found


def _marks(panel: Panel, language: str) -> Iterator[tuple[Place, Mark]]:
    if isinstance(panel, RowsPanel):
        for row in panel.rows:
            rows = [*(one.row for one in row.marks if one.row), *rows_of((row.text, row.detail, row.aside))]
            words = _joined((row.text, row.aside), row.detail, language)
            ends = tuple((one.shape, one.start, one.end, one.finish) for one in row.marks)
            yield _of(rows, row.name), Mark(row.name, words, ends)
        for one in panel.references:
            yield (
                ("|", *_of([one.row] if one.row else [], one.name)),
                Mark(one.name, one.figure, (one.value,)),
            )
    elif isinstance(panel, LinesPanel):
        for line in panel.series:
            whose = _of((row for row in line.rows if row), line.name)
            for column, text, value in zip(panel.columns, line.texts, line.values, strict=True):
                if value is not None or text:
                    name = f"{line.name} {column.broken}"
                    yield (*whose, column.whole), Mark(name, _said(text), (value,))
    elif isinstance(panel, GridPanel):
        for name, cells in zip(panel.names, panel.cells, strict=True):
            for column, cell in zip(panel.columns, cells, strict=True):
                if cell.text or cell.weight:
                    yield (name, column.whole), Mark(f"{name} {column.broken}", cell.text, (cell.weight,))
    elif isinstance(panel, TablePanel):
        for each in panel.lines:
            for (region, _), entry in zip(panel.regions, each.entries, strict=True):
                if entry.text:
                    words = _joined((entry.text, entry.aside), entry.tag or each.period, language)
                    mark = Mark(f"{region} {each.name}", words, (entry.end, entry.apart))
                    yield (each.pick or each.name, each.under, region), mark


def _of(rows: Iterable[Observation], name: str) -> Place:
    """Of whom and what a line tells: the region and the indicator of its first row, else its name."""
    row = next(iter(rows), None)
    return (row.region.id, row.indicator.id) if row else (name,)


def _joined(told: Iterable[Said], beside: Said, language: str) -> Said:
    """18.5% +2.6（2021年1—6月）."""
    words = join(told, " ")
    return wording.say("value_at", language, words, beside) if words and beside else join((words, beside))


def _said(text: str) -> Said:
    return text if isinstance(text, Said) else Said(text)
