"""Large and hostile files of tables, by what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.curation import workbooks


def _sheet(inside: str) -> bytes:
    return workbooks.packed(
        f"<sheetData>{inside}</sheetData>", styles='<cellXfs><xf numFmtId="4"/></cellXfs>'
    )


def filled(rows: int, columns: int) -> bytes:
    rng = Random(1)
    cells = [
        "".join(f'<c s="0"><v>{rng.random() * 1000:.2f}</v></c>' for _ in range(columns)) for _ in range(rows)
    ]
    return _sheet("".join(f"<row>{one}</row>" for one in cells))


def _laughs() -> bytes:
    more = "".join(
        f'<!ENTITY {chr(98 + one)} "{10 * (chr(38) + chr(97 + one) + chr(59))}">' for one in range(9)
    )
    text = f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{more}]><worksheet xmlns="{workbooks.MAIN}"><sheetData><row><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>'
    return workbooks.packed("", parts={"xl/worksheets/sheet1.xml": text})


LARGE: Mapping[str, Callable[[], bytes]] = {
    "480,000 cells (.xlsx)": lambda: filled(4_800, 100),
    "480,000 cells (.xls)": lambda: workbooks.xls({"a": [[1.5] * 240] * 2_000}),
    "3,000,000 cells, 20 MB (.xlsx)": lambda: filled(15_000, 200),
    "2,600,000 cells, 20 MB (.csv)": lambda: (",".join(["江西", *["1.2345"] * 20]) + "\n").encode() * 127_000,
    "470,000 cells, 30 MB (.csv)": lambda: (",".join(["江西" * 30, "1.5", "江西" * 30]) + "\n").encode("gb18030") * 125_000,
    "20,000,000 empty lines": lambda: b"\n" * 20_000_000 + b"a",
    "a web page, 20 MB": lambda: b"<table>" + b"<tr><td>1</td><td>2</td></tr>" * 690_000 + b"</table>",
    "a web page, 6 MB": lambda: b"<table>" + b"<tr><td>1</td><td>2</td></tr>" * 240_000 + b"</table>",
    "a table that spans 5,000,000,000 cells": lambda: b"<table>" + b"<tr><td colspan=1000 rowspan=1000>1</td></tr>" * 5_000 + b"</table>",
    "1,048,576 × 16,384, empty": lambda: workbooks.packed('<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'),
    "1,048,576 × 16,384, its last cell filled": lambda: _sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "1,900,000 blank cells": lambda: _sheet(("<row>" + '<c s="1"/>' * 1000 + "</row>") * 1_900),
    "960,000 shared texts": lambda: workbooks.packed("<sheetData><row><c t=\"s\"><v>1</v></c></row></sheetData>", "<si><t>江西省规模以上</t></si>" * 960_000),
    "300,000 merges of the whole sheet": lambda: workbooks.packed('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1000"><c r="ZZ1000"><v>1</v></c></row></sheetData><mergeCells>' + '<mergeCell ref="A1:ZZ1000"/>' * 300_000 + "</mergeCells>"),
    "a text of 90 MB in 90 kB": lambda: _sheet(f'<row><c t="inlineStr"><is><t>{"a" * 90_000_000}</t></is></c></row>'),
    "a bomb of 300 MB": lambda: workbooks.packed("", parts={"xl/media/a.png": bytes(300_000_000)}),
    "entities that multiply": _laughs,
}  # fmt: skip
