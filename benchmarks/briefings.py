"""A deck as a briefing in Word, from its figures to the file, against python-docx writing a like one: as many paragraphs, its
tables as tables, and matplotlib's picture in the place of each chart, which python-docx can't make.

Both are warm. Ours also forms its sentences, has what it concludes proofread, and brings each chart's workbook along.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
from docx import Document
from docx.shared import Pt

from benchmarks.measured import Measured, in_turn, milliseconds, ratio
from industry import project
from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.figures.record import Figure, LinesPanel, RowsPanel
from industry.tables.tables import Tables

AT_MOST = 0.5
DPI = 200
_PLACED = ".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratio."""
    tables = project.store(project.folder()).current().tables
    if tables is None:
        raise RuntimeError("the tables have faults; see: python -m industry check")
    yield measure(tables, 1 if quick else 5)


def measure(tables: Tables, rounds: int, most: int | None = None) -> Measured:
    """Write the first deck, or its first ``most`` slides, by ours and by the peer ``rounds`` times in turn."""
    slides = tables.catalogue.config.decks[0].slides[:most]
    figures = drawn(tables, slides, "zh")
    content = briefing("x", figures, "zh", tables)
    model = Document(io.BytesIO(content))
    matplotlib.use("Agg")
    like(model, figures)
    taken = in_turn(lambda: briefing("x", figures, "zh", tables), lambda: like(model, figures), rounds)
    detail = f"{milliseconds(taken[0])} : {milliseconds(taken[1])}, {len(content) / 1000:,.0f} kB"
    what = f"a briefing of {len(figures)} figures in Word"
    return Measured(what, ratio(*taken), AT_MOST, "python-docx with pictures", detail)


def like(model: Any, figures: Sequence[Figure]) -> bytes:
    """A file of python-docx's with the paragraphs and tables of ``model``, and a picture for each of its charts."""
    made = Document()
    for one in model.paragraphs:
        made.add_paragraph(one.text, style=None)
    for one in model.tables:
        table = made.add_table(rows=len(one.rows), cols=len(one.columns))
        for ours, theirs in zip(one._tbl.tr_lst, table._tbl.tr_lst, strict=True):
            for cell, target in zip(ours.tc_lst, theirs.tc_lst, strict=False):
                target.p_lst[0].add_r().text = "".join(each.text for each in cell.iter() if each.text)
    panels = [one for figure in figures for one in figure.panels if isinstance(one, RowsPanel | LinesPanel)]
    for frame, panel in zip(model.element.findall(_PLACED), panels, strict=False):
        made.add_picture(_picture(panel), width=Pt(int(frame[0].get("cx")) / 12700))
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _picture(panel: RowsPanel | LinesPanel) -> io.BytesIO:
    sheet, axes = plt.subplots(figsize=(6, 2.5), dpi=DPI)
    if isinstance(panel, RowsPanel):
        values = [mark.end for row in panel.rows for mark in row.marks]
        axes.barh(range(len(values)), values)
    else:
        for one in panel.series:
            axes.plot([float("nan") if each is None else each for each in one.values], marker="o")
    held = io.BytesIO()
    sheet.savefig(held, format="png", dpi=DPI)
    plt.close(sheet)
    return held
