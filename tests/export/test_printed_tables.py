"""The sheet of a workbook that is laid out as the table is seen: numbers as numbers, heads on every page."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from industry.export import workbook
from industry.export.formats import formats, xlsx
from industry.export.order import Order
from industry.figures.record import TablePanel
from industry.tables.tables import Tables
from tests.figures.sample_tables import many
from tests.figures.specs import made


def opened(sheet: workbook.Printed) -> Any:
    return load_workbook(io.BytesIO(workbook.workbook({"a": sheet}))).active


@pytest.mark.parametrize(("regions", "lines"), [(1, 3), (3, 20), (31, 8), (31, 20)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_cell_of_a_table_stands_once_under_heads_that_every_page_has(
    regions: int, lines: int, language: str
) -> None:
    figure = many(regions, lines, language)
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel)
    bare = [
        replace(line, entries=tuple(replace(one, row=None) for one in line.entries)) for line in panel.lines
    ]
    panel = replace(panel, lines=tuple(bare))
    sheet = opened(xlsx.printed(figure, panel, language))
    told = Counter(str(cell.value) for row in sheet for cell in row if cell.value is not None)
    for line in panel.lines:
        for entry in line.entries:
            assert told[entry.text] or told[f"{float(entry.text):g}"], entry.text
    assert sum(told[one.aside] > 0 for line in panel.lines for one in line.entries if one.aside)
    assert {name for name, _ in panel.regions} <= set(told)
    assert sheet.print_title_rows and sheet.print_title_cols.startswith("$A:")
    assert sheet.page_setup.orientation == "landscape"
    assert bool(sheet.page_setup.fitToWidth == 1 and sheet.sheet_properties.pageSetUpPr) or len(
        sheet.col_breaks
    )
    assert not any(cell.data_type == "f" for row in sheet for cell in row)


def test_numbers_keep_the_words_around_them_as_their_format(tables: Tables) -> None:
    figure = made(tables, "table", indicators=("value_added_growth",))
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel)
    sheet = opened(xlsx.printed(figure, panel, "zh"))
    forms = {cell.value: cell.number_format for row in sheet for cell in row if isinstance(cell.value, float)}
    assert forms[29.4] == '0.0"*"' and forms[10.2] == "0.0"
    assert any(cell.value == "+4.9" for row in sheet for cell in row)


def test_the_workbook_of_a_table_has_it_as_seen_before_its_numbers(tables: Tables) -> None:
    figure = made(tables, "table", indicators=("value_added_growth",))
    order = Order("题", (figure,), "zh", tables, tables.catalogue.config.sizes[0])
    names = load_workbook(io.BytesIO(formats()["xlsx"].make(order))).sheetnames
    assert names[:2] == ["表 标题", "标题"]
