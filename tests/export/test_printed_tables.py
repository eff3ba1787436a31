"""The sheet of a workbook that is laid out as the table is seen: numbers as numbers, heads on every page."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from industry import wording
from industry.export import listing, workbook
from industry.export.formats import formats, xlsx
from industry.export.order import Order, drawn
from industry.figures.record import TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
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


def test_a_number_that_is_rounded_to_zero_has_no_sign(tables: Tables) -> None:
    row = tables.rows("value_added_growth")[0]
    for value, form in (("-0.04", "0.0;0.0"), ("-0.06", '0.0;"−"0.0')):
        told = replace(row, value=Decimal(value), step=Decimal("0.1"))
        cell = listing.worded_cell(told, wording.number(told, "en", bare=True), "en")
        assert isinstance(cell, workbook.Number) and (cell, cell.form) == (float(value), form)


def test_numbers_keep_the_words_around_them_as_their_format(tables: Tables) -> None:
    figure = made(tables, "table", indicators=("value_added_growth",))
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel)
    sheet = opened(xlsx.printed(figure, panel, "zh"))
    forms = {cell.value: cell.number_format for row in sheet for cell in row if isinstance(cell.value, float)}
    assert forms[29.4] == '0.0"*";"−"0.0"*"' and forms[10.2] == '0.0;"−"0.0'
    assert any(cell.value == "+4.9" for row in sheet for cell in row)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_benchmark_table_stands_whole_on_one_page_and_no_cell_is_cut(
    tables: Tables, language: str
) -> None:
    """Its five regions side by side, what is told of them over all columns, every row as high as its words are long."""
    (figure,) = drawn(tables, [Slide("benchmark")], language)
    (panel,) = figure.panels
    assert isinstance(panel, TablePanel)
    told = xlsx.printed(figure, panel, language)
    sheet = opened(told)
    assert sheet.page_setup.fitToWidth == 1 and not sheet.col_breaks
    broken = 0
    for row in sheet:
        for cell in (one for one in row if one.value is not None):
            wide = sheet.column_dimensions[cell.column_letter].width
            shown = len(f"{cell.value:.2f}" if isinstance(cell.value, float) else str(cell.value or ""))
            if isinstance(cell.value, (int, float)):
                assert shown < wide
            elif cell.alignment.wrap_text and shown > wide and cell.coordinate not in sheet.merged_cells:
                broken += 1
                assert sheet.row_dimensions[cell.row].height >= 2 * 14
    assert broken or language == "zh"  # whose words are short
    across = {f"A{one}" for one in range(1, len(told.above) + 1)}
    merged = {str(one).partition(":")[0] for one in sheet.merged_cells.ranges}
    assert across <= merged


def test_the_workbook_of_a_table_has_it_as_seen_before_its_numbers(tables: Tables) -> None:
    figure = made(tables, "table", indicators=("value_added_growth",))
    order = Order("题", (figure,), "zh", tables, tables.catalogue.config.sizes[0])
    names = load_workbook(io.BytesIO(formats()["xlsx"].make(order))).sheetnames
    assert names[:2] == ["表 标题", "标题"]
