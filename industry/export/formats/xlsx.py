"""A deck's numbers as a workbook: a sheet for each figure, one of sources, one of notices and notes."""

from __future__ import annotations

from collections.abc import Sequence

from industry import wording
from industry.export import listing, workbook
from industry.export.order import Format, Order, each
from industry.figures.draw import make_safely
from industry.figures.record import Failed, Figure, counts_only, marked
from industry.tables.tables import Tables
from industry.vocabulary.strict_record import Text


def xlsx(order: Order) -> bytes:
    language = order.language
    sheets: dict[str, workbook.Sheet] = {}
    notices: list[Sequence[workbook.Cell]] = []
    for figure in each(order.figures, order.told):
        frame = figure.frame
        name = workbook.sheet_name(frame.title, sheets)
        sheets[name] = make_safely(lambda one: numbers(one, order.tables, language), figure, language)
        told = (frame.finding, *frame.notices, frame.note, frame.source, frame.dated)
        notices += [(frame.title, text) for text in told if text]
    sheets |= listing.derived_sheet((row for figure in order.figures for row in figure.rows), language)
    sheets |= listing.sources_sheet(
        (one for figure in order.figures for one in figure.frame.sources), language
    )
    (name,) = listing.columns(language, "notices_sheet")
    sheets[name] = listing.columns(language, "of_figure", "notice"), notices
    return workbook.workbook(sheets, order.tables.version)


def numbers(figure: Figure, tables: Tables, language: str) -> workbook.Sheet:
    """A figure's rows with plain numbers; of a grid its table of counts; of one that failed its sentence."""
    if isinstance(figure, Failed):
        return (figure.empty,), ()
    if counts_only(figure.panels) or not figure.rows:
        table = figure.table
        body = [
            [int(cell) if at in table.counts else cell for at, cell in enumerate(row)] for row in table.rows
        ]
        return table.header, body
    drawn = {row for panel in figure.panels for row in marked(panel)}
    (yes,) = listing.columns(language, "yes")
    told = ("region", "indicator", "period", "number", "unit", "in_words", "drawn", "source", "note", "id")
    return (
        listing.columns(language, *told),
        [
            (
                row.region.name(language),
                row.indicator.name(language),
                wording.period(row.period, language),
                listing.number_cell(row, language),
                wording.unit_name(row.indicator, language),
                wording.number(row, language, marked=True),
                yes if row in drawn else "",
                wording.say("derived", language) if row.derived else row.publication.publisher(language),
                listing.note(row, tables, language),
                row.id,
            )
            for row in figure.rows
        ],
    )


FORMAT = Format(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "deck",
    xlsx,
    Text(zh="XLSX", en="XLSX"),
    place=40,
)
