"""An openpyxl workbook as bytes: by which versions it was made, and written without a trace on the disk."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from industry.export.kept import versions


def made_of(book: Workbook, version: str) -> None:
    """Among its properties that it was made of tables of this ``version``, and by which of the program."""
    for name, told in versions(version).items():
        book.custom_doc_props.append(StringProperty(name=name, value=told))


def saved(book: Workbook) -> bytes:
    """The file of a workbook."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        _Writer(book, archive).save()
    return held.getvalue()


class _Writer(ExcelWriter):  # type: ignore[misc]
    """openpyxl's own lays each sheet down among the temporary files, where it stays when the process is killed."""

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.out.getvalue())
        self.manifest.append(ws)
