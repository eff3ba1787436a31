"""Many figures at once: a ZIP of pictures, a workbook, and the files that the command line writes.

One file of each kind is made elsewhere (``picture``, ``pptx``, ``deck``, ``xlsx``).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from industry import wording
from industry.export import xlsx
from industry.export.deck import html_deck
from industry.export.picture import figure_png
from industry.export.picture.renderer import Renderer, RendererError
from industry.export.pptx import presentation
from industry.figures.context import Choices
from industry.figures.draw import draw_safely, make_safely
from industry.figures.record import Failed, Figure, counts_only
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Deck, Size
from industry.wording import citation

FORMATS = ("png", "pptx", "html", "xlsx")
Progress = Callable[[Iterable[Figure]], Iterable[Figure]]


@dataclass(frozen=True)
class Order:
    """What is asked for: a deck's title and figures, drawn in ``language`` from tables of ``version``."""

    title: str
    figures: tuple[Figure, ...]
    language: str
    version: str


def order(tables: Tables, deck: Deck, language: str, choices: Choices | None = None) -> Order:
    """A deck, drawn. Raises KeyError for a figure that config.yaml doesn't list."""
    specs = [tables.catalogue.figures[id] for id in deck.figures]
    drawn = tuple(draw_safely(spec, tables, choices or Choices(), language) for spec in specs)
    return Order(deck.title(language), drawn, language, tables.version)


def named_pictures(
    renderer: Renderer, asked: Order, size: Size, title: bool = True, progress: Progress = iter
) -> Iterator[tuple[str, bytes]]:
    """Each figure's file name and PNG, numbered in the deck's order. Raises what the renderer raises."""

    def paint(one: Figure) -> bytes:
        link = f"/picture/{one.id}.png?size={size.id}"
        return figure_png.paint(renderer, one, size, asked.version, link, title)

    for number, figure in enumerate(progress(asked.figures), start=1):
        name = figure_png.filename(figure, size, asked.language, number)
        yield name, make_safely(paint, figure, asked.language, (RendererError,))


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of files whose names are UTF-8, as Windows reads them; pictures aren't packed again."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as packed:
        for name, content in files:
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return held.getvalue()


def workbook(asked: Order) -> bytes:
    """An XLSX: a sheet per figure with its numbers, one of sources, one of notices and notes."""
    zh = asked.language == "zh"
    sheets: dict[str, xlsx.Sheet] = {}
    notices: list[Sequence[xlsx.Cell]] = []
    for figure in asked.figures:
        name = xlsx.sheet_name(figure.frame.title, sheets)
        sheets[name] = make_safely(lambda one: numbers(one, asked.language), figure, asked.language)
        frame = figure.frame
        told = [frame.finding, *frame.notices, frame.note, frame.source, frame.as_of]
        notices += [(frame.title, text) for text in told if text]
    listed = {one.id: one for figure in asked.figures for one in citation.sources(figure.rows)}
    header = ("出处代码", "出处", "可信度") if zh else ("Source id", "Source", "Confidence")
    body = [(id, citation.full(one, asked.language), one.confidence) for id, one in listed.items()]
    sheets["出处" if zh else "Sources"] = (header, body)
    sheets["说明" if zh else "Notices"] = (("图", "说明") if zh else ("Figure", "Notice"), notices)
    return xlsx.workbook(sheets)


def numbers(figure: Figure, language: str) -> xlsx.Sheet:
    """A figure's rows with plain numbers; of a grid its table of counts; of one that failed its sentence."""
    zh = language == "zh"
    if isinstance(figure, Failed):
        return (figure.empty,), ()
    if counts_only(figure.panels) or not figure.rows:
        body = [[int(cell) if cell.isdecimal() else cell for cell in row] for row in figure.table.rows]
        return figure.table.header, body
    zh_header = ("地区", "指标", "期间", "数", "单位", "表述", "作图", "出处", "代码")
    en_header = ("Region", "Indicator", "Period", "Number", "Unit", "In words", "Drawn", "Source", "Id")
    drawn = set(figure.drawn)
    return (
        zh_header if zh else en_header,
        [
            (
                row.region.name(language),
                row.indicator.name(language),
                wording.period(row.period, language),
                float(row.value),
                wording.unit_name(row.indicator, language),
                wording.number(row, language, marked=True),
                ("是" if zh else "yes") if row in drawn else "",
                wording.say("derived", language) if row.derived else row.publication.publisher(language),
                row.id,
            )
            for row in figure.rows
        ],
    )


def write(
    asked: Order,
    formats: Sequence[str],
    size: Size,
    folder: Path,
    name: str,
    title: bool = True,
    progress: Progress = iter,
) -> list[Path]:
    """Write the deck in each of ``formats`` (see `FORMATS`) below ``folder``; gives the files written.

    Raises what the renderer raises if pictures are among them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []

    def keep(path: Path, content: bytes) -> None:
        path.write_bytes(content)
        written.append(path)

    stem = f"{name}_{asked.language}"
    if "png" in formats:
        with Renderer() as renderer:
            for file, content in named_pictures(renderer, asked, size, title, progress):
                keep(folder / file, content)
    if "pptx" in formats:
        keep(folder / f"{stem}.pptx", presentation.presentation(asked.title, asked.figures, asked.language))
    if "html" in formats:
        page = html_deck.deck(asked.title, asked.figures, asked.language, size, asked.version)
        keep(folder / f"{stem}.html", page.encode("utf-8"))
    if "xlsx" in formats:
        keep(folder / f"{stem}.xlsx", workbook(asked))
    return written
