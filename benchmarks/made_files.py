"""Files of tables made at random, as people have them and damaged: their cells, encodings, forms; bytes and parts changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from industry.export.xml_text import writable
from tests.curation import workbooks
from tests.curation.workbooks import Shown

NAMES = (
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
TRADITIONAL = (
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
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5")
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


def table(rng: Random, names: Sequence[str] = NAMES) -> list[list[str]]:
    """The cells of a table as a bureau prints it: a title, a head, rows of figures, notes."""
    width = rng.randint(2, 8)
    figures = [
        [rng.choice(names), *(_figure(rng) for _ in range(width - 1))] for _ in range(rng.randint(3, 30))
    ]
    head = [[rng.choice(names) for _ in range(width)] for _ in range(rng.randint(1, 2))]
    title = [[rng.choice(names) + rng.choice(names), *[""] * (width - 1)]] * rng.randint(0, 2)
    notes = [[rng.choice(names), *[""] * (width - 1)] for _ in range(rng.randint(0, 2))]
    rows = [*title, *head, *figures, *notes]
    if names is NAMES and rng.random() < 0.5:
        for _ in range(rng.randint(1, 3)):
            rng.choice(rows)[rng.randrange(width)] = rng.choice(_NOTES)
    return [shortened(row) if rng.random() < 0.1 else row for row in rows]


def _figure(rng: Random) -> str:
    number = rng.choice((1, 100, 10_000, 1_000_000)) * rng.uniform(-0.2, 1)
    return rng.choice((f"{number:.1f}", f"{number:,.2f}", f"{number:.0f}", f"{number:.1f}%", ""))


def shortened(row: list[str]) -> list[str]:
    while len(row) > 1 and not row[-1]:
        row = row[:-1]
    return row


def whole(rng: Random) -> bytes:
    """A file of tables in one of the forms that are read."""
    rows = table(rng)
    form = rng.randrange(5)
    if form == 0:
        return workbooks.separated(rows, rng.choice(",\t;"), rng.choice(ENCODINGS[:7]))
    if form == 1:
        return workbooks.web_page(
            rows, rng.choice(NAMES), rng.choice(("utf-8", "gb18030")), {"A1": 'colspan="2" rowspan="2"'}
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


def changed_bytes(rng: Random, data: bytes) -> bytes:
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


def changed_inside(rng: Random, data: bytes) -> bytes:
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
            parts[name] = changed_bytes(rng, parts[name])
    return workbooks.zipped(parts)
