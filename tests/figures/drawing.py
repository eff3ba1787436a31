"""What the tests of figures share: a figure of config.yaml drawn for a language, and tables with rows
of a test's own beside the project's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from industry.figures.context import Context, Tables
from industry.figures.record import (
    Figure,
    GridPanel,
    LinesPanel,
    Mark,
    Panel,
    Reference,
    Row,
    RowsPanel,
    Series,
    TablePanel,
)
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices


class Changed:
    """The tables with ``extra`` published rows, or with rows for which ``without`` is true left out."""

    def __init__(
        self,
        tables: Tables,
        extra: Sequence[Observation] = (),
        without: Callable[[Observation], bool] = lambda row: False,
    ) -> None:
        self.held, self.extra, self.without = tables, extra, without
        self.catalogue: Catalogue = tables.catalogue
        self.findings: Sequence[Finding] = tables.findings
        self.version: str = tables.version

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        more = [
            row for row in self.extra if row.indicator.id == indicator and region in (None, row.region.id)
        ]
        return [row for row in (*self.held.rows(indicator, region), *more) if not self.without(row)]

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return [row for row in self.held.derived(indicator, region) if not self.without(row)]


def drawn(
    tables: Tables, kind: Callable[..., Figure], figure: str, language: str = "zh", **spec: Any
) -> Figure:
    """The figure that config.yaml lists, with parts of its spec changed."""
    listed = tables.catalogue.figures[figure].model_copy(update=spec)
    return kind(Context(listed, tables, Choices(), language))


def held(figure: Figure, row: Observation | None) -> Observation:
    """The observation behind a mark, which is among the figure's own: else the mark would have no source."""
    assert row in figure.rows, f"{figure.id} draws {row and row.id}, which isn't among its rows"
    assert row is not None
    return row


def exchanged(value: Any, row: Observation, other: Observation) -> Any:
    """A figure, or a part of one, with ``other`` wherever ``row`` was."""
    if isinstance(value, tuple):
        return tuple(exchanged(one, row, other) for one in value)
    if isinstance(value, Figure | RowsPanel | LinesPanel | Row | Mark | Reference | Series):
        return replace(
            value, **{one.name: exchanged(getattr(value, one.name), row, other) for one in fields(value)}
        )
    return other if value == row else value


def marked(figure: Figure) -> list[Observation]:
    """The observations that have marks: a dashed line is what these are read against."""
    rows = [mark.row for panel in row_panels(figure) for row in panel.rows for mark in row.marks]
    return [
        one
        for one in (*rows, *(row for panel in lines(figure) for line in panel.series for row in line.rows))
        if one
    ]


def words(panel: Panel) -> Iterable[str]:
    """The texts that stand in a panel."""
    yield panel.heading
    if isinstance(panel, RowsPanel):
        for row in panel.rows:
            yield from (row.name, row.detail, row.text, row.aside)
    elif isinstance(panel, LinesPanel):
        yield from (line.name for line in panel.series)
    elif isinstance(panel, TablePanel):
        yield from (one for region in panel.regions for one in region)
        for table_line in panel.lines:
            yield from (table_line.name, table_line.detail, table_line.period)
            yield from (text for one in table_line.entries for text in (one.text, one.aside, one.tag))
    else:
        yield from (*panel.names, *(one.whole for one in panel.columns), *(text for text, _ in panel.groups))


def row_panels(figure: Figure) -> list[RowsPanel]:
    return [panel for panel in figure.panels if isinstance(panel, RowsPanel)]


def lines(figure: Figure) -> list[LinesPanel]:
    return [panel for panel in figure.panels if isinstance(panel, LinesPanel)]


def labels(panel: LinesPanel | GridPanel) -> tuple[str, ...]:
    """What stands at the columns."""
    return tuple(one.whole for one in panel.columns)


def grid(figure: Figure) -> GridPanel:
    (panel,) = figure.panels
    assert isinstance(panel, GridPanel)
    return panel


def called(tables: Tables, indicator: str) -> str:
    """What figures call an indicator in Chinese."""
    one = tables.catalogue.indicators[indicator]
    return (one.short or one.name).zh


def named(tables: Tables, figure: Figure, indicator: str) -> Row:
    """The row of an indicator in a figure drawn in Chinese."""
    name = called(tables, indicator)
    (row,) = [row for panel in row_panels(figure) for row in panel.rows if row.name == name]
    return row


def told(figure: Figure) -> str:
    """Every text of the figure but its table."""
    frame = figure.frame
    texts = [
        frame.title,
        frame.finding,
        frame.subtitle,
        *frame.notices,
        frame.note,
        frame.source,
        figure.empty,
    ]
    for panel in row_panels(figure):
        texts += [
            panel.heading,
            *(part for row in panel.rows for part in (row.name, row.detail, row.text, row.aside)),
        ]
        texts += [mark.text for row in panel.rows for mark in row.marks]
    for slope in lines(figure):
        texts += [
            slope.heading,
            *(one.whole for one in slope.columns),
            *(text for one in slope.series for text in one.texts),
        ]
    return "\n".join(texts)
