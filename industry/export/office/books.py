"""The workbook behind a chart, as it is when somebody chooses to edit the chart's data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData

from industry.export.office.archive import Archive
from industry.text.unreadable import Unreadable

_WHEN = "docProps/core.xml"
"""What a workbook says of when it was made: as the old one said, so that equal numbers are equal files."""


def written(names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]], old: bytes) -> bytes:
    """A workbook of these categories and series in the place of an old one."""
    make: Any = CategoryChartData
    data = make(number_format="General")
    data.categories = names
    for name, values in series:
        data.add_series(name, values)
    made = Archive(data._workbook_writer.xlsx_blob)
    try:
        when = Archive(old).bytes_of(_WHEN)
    except Unreadable:
        when = None
    return made.rewritten({_WHEN: when} if when else {})
