"""A deck's numbers as a workbook: a sheet for each figure, of tables another as they are seen, one of sources, one of notices and notes."""

from __future__ import annotations

from collections.abc import Sequence

from industry import wording
from industry.export import listing, workbook
from industry.export.names import sheet_name
from industry.export.order import Format, Order, each
from industry.figures.draw import make_safely
from industry.figures.record import Entry, Failed, Figure, TablePanel, counts_only, marked
from industry.tables.tables import Tables
from industry.vocabulary.strict_record import Text

_BESIDE = 8  # regions that stand side by side though there are fewer lines


def xlsx(order: Order) -> bytes:
    language = order.language
    sheets: dict[str, workbook.Sheet | workbook.Printed] = {}
    notices: list[Sequence[workbook.Cell]] = []
    for figure in each(order.figures, order.told):
        frame = figure.frame
        for seen in (one for one in figure.panels if isinstance(one, TablePanel)):
            (table,) = listing.columns(language, "table_sheet")
            sheets[sheet_name(frame.title, sheets, f"{table} ")] = printed(figure, seen, language)
        name = sheet_name(frame.title, sheets)
        sheets[name] = make_safely(lambda one: numbers(one, order.tables, language), figure, language)
        told = (frame.finding, frame.plain_subtitle, *frame.notices, frame.note, frame.source, frame.dated)
        notices += [(frame.title, text) for text in told if text]
    sheets |= listing.derived_sheet(
        (row for figure in order.figures for row in figure.rows), order.tables, language
    )
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
    edition = ("edition",) if any(row.edition for row in figure.rows) else ()
    told = ("number", "unit", "in_words", "drawn", "source", "note", "id")
    return (
        listing.columns(language, "region", "indicator", "period", *edition, *told),
        [
            (
                row.region.name(language),
                row.indicator.name(language),
                wording.period(row.period, language),
                *(listing.edition(row, tables, language) for _ in edition),
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


def printed(figure: Figure, panel: TablePanel, language: str) -> workbook.Printed:
    """A table as it is seen, to be printed: its regions side by side, or one below another where they are more than its
    lines. Beside each number in a column of its own stands what stands beside it in the figure."""
    frame = figure.frame
    turned = len(panel.regions) > max(len(panel.lines), _BESIDE)
    if turned:
        names: tuple[str, ...] = ("", "")
        down: Sequence[tuple[str, ...]] = panel.regions
        across = [(one.alone or one.name, wording.between(one.detail, one.period)) for one in panel.lines]
    else:
        first, dated = panel.named
        names = (first, "", dated)
        down = [(one.name, one.detail, one.period) for one in panel.lines]
        across = list(panel.regions)
    cells = [one.entries for one in panel.lines]
    grid = list(zip(*cells, strict=True)) if turned else cells
    wide = [2 if any(_beside(line[at]) for line in grid) else 1 for at in range(len(across))]
    heads: list[list[workbook.Cell]] = [[*names], [""] * len(names)]
    for told, count in zip(across, wide, strict=True):
        for head, words in zip(heads, told, strict=True):
            head += [words, *[None] * (count - 1)]
    heads = [one for one in heads if any(one)]
    rows = []
    for named, line in zip(down, grid, strict=True):
        row: list[workbook.Cell] = [*named]
        for entry, count in zip(line, wide, strict=True):
            row += [listing.worded_cell(entry.row, entry.text, language), _beside(entry)][:count]
        rows.append(row)
    above = [one for one in (frame.title, frame.subtitle, panel.heading) if one]
    below = [one for one in (*frame.notices, frame.note, frame.source, frame.dated) if one]
    return workbook.Printed(above, heads, rows, below, len(names), wide)


def _beside(entry: Entry) -> str:
    return " ".join(one for one in (entry.aside, entry.tag) if one)


FORMAT = Format(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "deck",
    xlsx,
    Text(zh="XLSX", en="XLSX"),
    place=40,
)
