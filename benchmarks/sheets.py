"""Files of tables, read as people have them and as nobody means them: what is made of thousands of tables of text whose
cells are known, of thousands of workbooks and tables that are damaged in every way, and of what is large or hostile.

    python -m benchmarks.sheets [SEED]

A table of text is read as it was written, or a sentence says why not; never otherwise. A damaged file is a Book or NoBook,
nothing else. Large and hostile files are read one in a process of its own, to tell time and memory of each.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from benchmarks.measured import Measured, seconds
from industry.curation.sheets import books, bounds
from industry.curation.sheets.sheet import Book, Cell
from industry.export.xml_text import writable
from tests.curation import workbooks
from tests.curation.workbooks import Shown

ROOT = Path(__file__).resolve().parent.parent
TABLES, DAMAGED = 10_000, 10_000
MOST_MEMORY, MOST_SECONDS = 640, 20
"""MB of a process that reads one file, with all that the program brings; seconds of the processor."""
_NAMES = (
    "江西",
    "河北",
    "陕西",
    "吉安市",
    "全国",
    "地区",
    "合计",
    "规模以上工业增加值",
    "利润总额",
    "单位：亿元",
    "同比增长(%)",
)
_TRADITIONAL = (
    "江西",
    "陝西",
    "地區",
    "合計",
    "規模以上工業增加值",
    "利潤總額",
    "單位：億元",
    "同比增長(%)",
    "營業收入",
    "產品產量",
)
_NOTES = (
    "注：本表为快报数，部分数据尚未核实",
    "1-6月",
    "1—6月累计",
    "12.3①",
    "…",
    "—",
    "（亿元）",
    "5-10个",
    'a"b',
    "第一行\n第二行",
)
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5")
_FORMATS = (
    "General",
    "0.0",
    "#,##0.00",
    "0.0%",
    '0.0"亿"',
    "0.00_ ",
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    "# ?/?",
    ";;;",
)


def run(quick: bool = False) -> Iterator[Measured]:
    """The counts, then the ratios."""
    yield from measure(*(1_000, 1_000) if quick else (TABLES, DAMAGED), quick)


def measure(tables: int, damaged: int, quick: bool, seed: int = 0) -> Iterator[Measured]:
    """So many tables of text, so many damaged files, then each large or hostile one, a few of them if ``quick``."""
    found = Counter(as_written(Random(f"{seed} {number}")) for number in range(tables))
    refused = ", ".join(f"{count:,} {code}" for code, count in found.most_common() if code != "right")
    yield Measured(
        "tables of text, read right", found["right"] / tables, None, "all", refused or "none refused"
    )
    if found["wrong"]:
        raise RuntimeError(f"{found['wrong']} tables of text are read otherwise than they are written")
    ends, slowest = Counter[str](), 0.0
    for number in range(damaged):
        end, taken = damaged_read(Random(f"{seed} {number}"))
        ends[end] += 1
        slowest = max(slowest, taken)
    told = f"{ends['Book']:,} Book, {ends['NoBook']:,} NoBook, slowest {slowest * 1000:,.0f} ms"
    yield Measured(
        "damaged files, read or refused", (ends["Book"] + ends["NoBook"]) / damaged, None, "all", told
    )
    if ends.keys() - {"Book", "NoBook"}:
        raise RuntimeError(f"neither read nor refused: {dict(ends)}")
    yield from _large(quick)


def _rows(rng: Random, names: Sequence[str] = _NAMES) -> list[list[str]]:
    """The cells of a table as a bureau prints it: a title, a head, rows of figures, notes."""
    width = rng.randint(2, 8)
    figures = [
        [rng.choice(names), *(_figure(rng) for _ in range(width - 1))] for _ in range(rng.randint(3, 30))
    ]
    head = [[rng.choice(names) for _ in range(width)] for _ in range(rng.randint(1, 2))]
    title = [[rng.choice(names) + rng.choice(names), *[""] * (width - 1)]] * rng.randint(0, 2)
    notes = [[rng.choice(names), *[""] * (width - 1)] for _ in range(rng.randint(0, 2))]
    rows = [*title, *head, *figures, *notes]
    if names is _NAMES and rng.random() < 0.5:
        for _ in range(rng.randint(1, 3)):
            rng.choice(rows)[rng.randrange(width)] = rng.choice(_NOTES)
    return [_shortened(row) if rng.random() < 0.1 else row for row in rows]


def _figure(rng: Random) -> str:
    number = rng.choice((1, 100, 10_000, 1_000_000)) * rng.uniform(-0.2, 1)
    return rng.choice((f"{number:.1f}", f"{number:,.2f}", f"{number:.0f}", f"{number:.1f}%", ""))


def _shortened(row: list[str]) -> list[str]:
    while len(row) > 1 and not row[-1]:
        row = row[:-1]
    return row


def as_written(rng: Random) -> str:
    """``right``, ``wrong`` or the code of why a table of text isn't read."""
    encoding = rng.choice(_ENCODINGS)
    rows = _rows(rng, _TRADITIONAL if encoding == "big5" else _NAMES)
    separator, ends = rng.choice(",,,\t\t;，|"), rng.choice(("\r\n", "\n", "\r"))
    data = workbooks.separated(rows, separator, encoding, ends, quoted=rng.random() < 0.2)
    try:
        book = books.read("table.csv", data)
    except books.NoBook as error:
        return error.code
    return "right" if shown(book) == _trimmed(rows) else "wrong"


def shown(book: Book) -> list[list[str]]:
    """The texts of the only sheet, each row up to its last."""
    (sheet,) = book.sheets
    return _trimmed([[cell.text for cell in row] for row in sheet.rows])


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    trimmed = [_shortened(list(row)) for row in rows]
    held = [[] if row in ([], [""]) else row for row in trimmed]
    while held and not held[-1]:
        held.pop()
    return held


def whole(rng: Random) -> bytes:
    """A file of tables in one of the forms that are read."""
    rows = _rows(rng)
    form = rng.randrange(5)
    if form == 0:
        return workbooks.separated(rows, rng.choice(",\t;"), rng.choice(_ENCODINGS[:7]))
    if form == 1:
        return workbooks.web_page(
            rows, rng.choice(_NAMES), rng.choice(("utf-8", "gb18030")), {"A1": 'colspan="2" rowspan="2"'}
        )
    cells = [[_cell(rng, text) for text in row] for row in rows]
    if form == 2:
        return workbooks.xls({"表1": cells, "表2": cells[:2]}, {"表1": ["A1:B1"]})
    return workbooks.xlsx(
        {"表1": cells, "表2": cells[:2]},
        {"表1": ["A1:B1"]},
        hidden=("表2",),
        hidden_rows={"表1": [2]},
        since_1904=form == 3,
    )


def _cell(rng: Random, text: str) -> str | float | Shown:
    plain = text.replace(",", "").removesuffix("%")
    try:
        value = float(plain)
    except ValueError:
        return writable(text)
    if rng.random() < 0.05:
        return Shown(date(2021, rng.randint(1, 12), 1), rng.choice(('yyyy"年"m"月"', "yyyy/m/d", "mmm-yy")))
    return Shown(value, rng.choice(_FORMATS))


def damaged_read(rng: Random) -> tuple[str, float]:
    """What becomes of a damaged file: ``Book``, ``NoBook``, or what else was raised; and how long it took."""
    data = whole(rng)
    if data.startswith(b"PK") and rng.random() < 0.7:
        data = _inside(rng, data)
    else:
        data = _bytes(rng, data)
    start = time.perf_counter()
    try:
        book = books.read(rng.choice(("a.xlsx", "a.csv", "a.xls", "")), data)
        for cell in (one for sheet in book.sheets for row in sheet.rows for one in row):
            if not isinstance(cell, Cell):
                return "no cell", 0.0
        end = "Book"
    except books.NoBook as error:
        for language in ("zh", "en"):
            bounds.sentence(error, language)
        end = "NoBook"
    except Exception as error:  # what mustn't be, counted by its name
        logging.getLogger(__name__).exception("neither read nor refused")
        end = repr(error)
    return end, time.perf_counter() - start


def _bytes(rng: Random, data: bytes) -> bytes:
    """Bytes changed, cut out, doubled, or the end cut off."""
    held = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(held) or 1)
        match rng.randrange(5):
            case 0:
                held[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del held[at : at + rng.choice((1, 2, 100))]
            case 2:
                held[at:at] = held[at : at + rng.choice((1, 2, 100))]
            case 3:
                held[at:at] = rng.choice(
                    (b"\0", b"\xff\xfe", b'"', b"\r", b",", "增".encode(), b"<a>", b"&lt;", b"<!DOCTYPE a>")
                )
            case _:
                if rng.random() < 0.2:
                    del held[at:]
    return bytes(held)


def _inside(rng: Random, data: bytes) -> bytes:
    """The parts of a workbook changed, dropped, exchanged, and packed again as a right file."""
    parts = workbooks.unzipped(data)
    name = rng.choice([one for one in parts if one.startswith(("xl/", "_rels"))])
    match rng.randrange(6):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[rng.choice(list(parts))]
        case 2:
            numbers = (b"0", b"-1", b"99999999999", b"1e999", b"nan", b"", "１".encode(), b"1048577", b"true")
            pieces = parts[name].split(b'"')
            at = rng.randrange(len(pieces))
            pieces[at] = rng.choice(numbers)
            parts[name] = b'"'.join(pieces)
        case _:
            parts[name] = _bytes(rng, parts[name])
    return workbooks.zipped(parts)


def _sheet(inside: str) -> bytes:
    return workbooks.packed(
        f"<sheetData>{inside}</sheetData>", styles='<cellXfs><xf numFmtId="4"/></cellXfs>'
    )


def _filled(rows: int, columns: int) -> bytes:
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
    "480,000 cells (.xlsx)": lambda: _filled(4_800, 100),
    "480,000 cells (.xls)": lambda: workbooks.xls({"a": [[1.5] * 240] * 2_000}),
    "3,000,000 cells, 20 MB (.xlsx)": lambda: _filled(15_000, 200),
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


def _large(quick: bool) -> Iterator[Measured]:
    ours = _filled(480, 100) if quick else LARGE["480,000 cells (.xlsx)"]()
    taken = seconds(lambda: books.read("a.xlsx", ours))
    other = seconds(
        lambda: [list(row) for row in load_workbook(BytesIO(ours), read_only=True).worksheets[0].iter_rows()]
    )
    yield Measured(
        "read a workbook of numbers",
        taken / other,
        None,
        "openpyxl, values alone",
        f"{taken:.1f} : {other:.1f} s",
    )
    spent = {name: _alone(name) for name in (list(LARGE)[9:11] if quick else LARGE)}
    slowest = max(spent, key=lambda name: spent[name][0])
    largest = max(spent, key=lambda name: spent[name][1])
    ended = ", ".join(
        f"{name}: {end} {time:.1f} s {memory} MB" for name, (time, memory, end) in spent.items()
    )
    yield Measured(
        "time of a large or hostile file", spent[slowest][0] / MOST_SECONDS, 1, f"{MOST_SECONDS} s", slowest
    )
    yield Measured("memory of a large or hostile file", spent[largest][1] / MOST_MEMORY, 1, f"{MOST_MEMORY} MB", f"{largest}; {ended}")  # fmt: skip


def _alone(name: str) -> tuple[float, int, str]:
    """Seconds of the processor, MB at the peak, and what became of a file, read in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.sheets", "--read"]
    done = subprocess.run(
        command, input=LARGE[name](), capture_output=True, cwd=ROOT, timeout=600, check=True
    )
    taken, peak, end = done.stdout.decode().split()
    return float(taken), int(peak), end


def _read() -> None:
    data = sys.stdin.buffer.read()
    start = time.process_time()
    try:
        books.read("a", data)
        end = "Book"
    except books.NoBook as error:
        end = error.code
    told = Path("/proc/self/status").read_text()  # which only Linux has
    peak = int(told.partition("VmHWM:")[2].split()[0]) // 1024
    print(time.process_time() - start, peak, end)


def main() -> int:
    if sys.argv[1:] == ["--read"]:
        _read()
        return 0
    over = 0
    for one in measure(TABLES, DAMAGED, False, int(sys.argv[1]) if len(sys.argv) > 1 else 0):
        print(f"{one.what}: {one.ratio:.2f} of {one.peer}: {one.detail}", flush=True)
        over |= one.verdict == "over"
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
