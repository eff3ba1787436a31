"""Files of tables as people have them: each is read as what its cells show, or a sentence says why it isn't."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from industry.curation.sheets import books, bounds
from industry.curation.sheets.encoded import decoded
from industry.curation.sheets.sheet import Block, Book, Sheet, place
from tests.curation import workbooks
from tests.curation.workbooks import Shown

TABLE = [
    ["规模以上工业增加值"],
    ["地区", "1-6月", "增速(%)", "注"],
    ["江西", "1,234.5", "７.０", "第一行\n第二行，续"],
    ["河北", "8.0", "…", 'a "b"'],
    ["注：快报数，未核实"],
]


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def only(data: bytes, name: str = "表.xlsx") -> Sheet:
    (sheet,) = books.read(name, data).sheets
    return sheet


def told(book: Book) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.facts) for one in book.told]


def refused(data: bytes, name: str = "表.xlsx") -> tuple[str, tuple[str, ...]]:
    with pytest.raises(books.NoBook) as error:
        books.read(name, data)
    for language in ("zh", "en"):
        assert "{" not in bounds.sentence(error.value, language)
    return error.value.code, error.value.facts


def full(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


@pytest.mark.parametrize("separator", [",", "\t", ";", "，", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])  # fmt: skip
def test_tables_of_text_in_all_encodings_and_separators(separator: str, encoding: str) -> None:
    for ends in ("\r\n", "\n", "\r"):
        data = workbooks.separated(TABLE, separator, encoding, ends)
        found = only(data, "表.csv")
        assert texts(found) == full(TABLE)
        assert found.name == "" and place(found.name, 2, 1) == "B3"
        assert all(cell.number is None and cell.day is None for row in found.rows for cell in row)


def test_big5_is_told_apart_where_there_is_text_enough() -> None:
    rows = [["地區", "增速"], ["規模以上工業增加值", "7.0"], ["利潤總額", "8.1"]]
    assert texts(only(workbooks.separated(rows, encoding="big5"))) == rows
    assert texts(only(workbooks.separated(rows, encoding="gb18030"))) == rows


@pytest.mark.parametrize(
    "data",
    [
        "路,1\r\n".encode("gb18030"),  # one character: which?
        "江西,1\r\n".encode("gb18030")[:1],
        "café,路线\r\n".encode("cp1252", "ignore") + b"\x81\x20",
        "地区,增速\r\n江西,7.0\r\n".encode("gb18030") + b"\xff",
        "地区,增速\r\n".encode() + b"\xb9\xa4",
        "地区,增速".encode("utf-16")[:-1],
        b"a,b\0c\r\n",
        "模,1\n".encode("gb18030"),  # as well UTF-8
        "江工,产本\r\n工本,7.0\r\n".encode("gb18030"),  # as well common characters in Big5
    ],
)
def test_an_encoding_that_isnt_certain_is_told(data: bytes) -> None:
    code, facts = refused(data, "表.csv")
    assert code == "encoding" and facts


def test_a_page_says_itself_in_which_of_two_encodings_it_is() -> None:
    text = "江工,产本\r\n"
    data = text.encode("gb18030")
    assert decoded(data, "gb2312") == text
    assert decoded(data, "big5") == data.decode("cp950") != text


def test_latin_letters_in_utf8_are_no_pairs_of_gb18030() -> None:
    assert texts(only("Médaille,café\n1,2\n".encode())) == [["Médaille", "café"], ["1", "2"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区\t产值\n江西\t1,234.5\n河北\t5,678.9\n", [["地区", "产值"], ["江西", "1,234.5"], ["河北", "5,678.9"]]),
        ("地区;产值\n江西;1,5\n河北;2,5\n", [["地区", "产值"], ["江西", "1,5"], ["河北", "2,5"]]),
        ("地区,产值\n江西,\t2020-12\n河北,\t2020-12\n", [["地区", "产值"], ["江西", "\t2020-12"], ["河北", "\t2020-12"]]),
        ("sep=;\n地区;产值\n江西;1\n", [["地区", "产值"], ["江西", "1"]]),
        ("地区\n江西\n河北\n", [["地区"], ["江西"], ["河北"]]),
        ('地区,代码\n江西,="007"\n', [["地区", "代码"], ["江西", "007"]]),
        ("表1，快报\n地区,产值\n江西,1\n\n河北,2\n", [["表1，快报", ""], ["地区", "产值"], ["江西", "1"], ["", ""], ["河北", "2"]]),
        ("a,b,c\n1\n1,2\n", [["a", "b", "c"], ["1", "", ""], ["1", "2", ""]]),
    ],
)  # fmt: skip
def test_the_separator_is_what_makes_a_table_of_the_text(text: str, expected: list[list[str]]) -> None:
    assert texts(only(text.encode())) == expected


@pytest.mark.parametrize(
    "text",
    [
        "江西，2021,18.5，快报\n河北，2021,17.5，快报\n",
        "今年上半年，全市工业增长。\n其中，制造业增长较快，电力平稳，采矿回落。\n",
        "a;b,c;d\ne;f,g;h\n",
    ],
)
def test_a_separator_that_isnt_certain_is_told(text: str) -> None:
    assert refused(text.encode())[0] == "separator"


def test_quotation_marks_that_dont_pair_are_told_with_their_line() -> None:
    assert refused('地区,产值\n江西,"1\n河北,2\n'.encode())[0] == "quotes"
    assert refused('地区,产值\n江西,"1"2\n河北,2\n'.encode()) == ("quotes", ("2",))


def test_a_workbook_shows_what_its_formats_make_of_numbers() -> None:
    rows = [
        [Shown(7, "0.0"), Shown(0.185, "0.0%"), Shown(1234.5, "#,##0.00"), Shown(14000, '0\\.0,"万"')],
        [Shown(date(2021, 6, 1), 'yyyy"年"m"月"'), Shown(3.5, '0.0"亿"'), 18.4, "007"],
        ["'7.0", "１２．３", "=cmd|' /C calc'!A0", True],
    ]
    for data in (workbooks.xlsx({"表1": rows[:2]}), workbooks.xls({"表1": rows[:2]})):
        found = only(data)
        assert texts(found) == [["7.0", "18.5%", "1,234.50", "1.4万"], ["2021年6月", "3.5亿", "18.4", "007"]]
        first, second = found.rows
        assert [one.number for one in first] == [
            Decimal(7),
            Decimal("0.185"),
            Decimal("1234.5"),
            Decimal(14000),
        ]
        assert (second[0].day, second[0].number, second[3].number) == (date(2021, 6, 1), None, None)
    book = books.read("表.xlsx", workbooks.xlsx({"表1": rows[2:]}))
    assert texts(book.sheets[0]) == [["'7.0", "１２．３", "=cmd|' /C calc'!A0", "TRUE"]]
    assert told(book) == [("not_worked_out", ("1", "表1!C1", "=cmd|' /C calc'!A0"))]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    rows = [[Shown(date(2021, 6, 1), "yyyy-mm-dd")]]
    for since_1904 in (False, True):
        (cell,) = only(workbooks.xlsx({"a": rows}, since_1904=since_1904)).rows[0]
        assert (cell.text, cell.day) == ("2021-06-01", date(2021, 6, 1))


def test_merged_hidden_and_what_is_told() -> None:
    data = workbooks.xlsx(
        {"表1": [["标题"], ["地区", "增速", "注"], ["江西", 7.0], [None, None, " "]], "旧": [["a"]]},
        merged={"表1": ["A1:C1", "A2:A3", "X9:Z9"]},
        hidden=("旧",),
        hidden_rows={"表1": [3, 99]},
        hidden_columns={"表1": ["B", "X"]},
    )
    book = books.read("表.xlsx", data)
    (sheet,) = book.sheets
    assert texts(sheet) == [["标题", "", ""], ["地区", "增速", "注"], ["", "7", ""]]
    assert sheet.merged == (Block(0, 0, 0, 2), Block(1, 0, 2, 0))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1})
    assert told(book) == [("hidden_sheet", ("旧",))]
    assert bounds.sentences(book, "zh") == ("工作表“旧”是隐藏的，未读取。要导入的话，请先取消隐藏再保存。",)


def cells(inside: str, **more: str) -> Book:
    return books.read("表.xlsx", workbooks.packed(f"<sheetData>{inside}</sheetData>", **more))


def test_texts_of_several_runs_stand_without_what_tells_how_they_are_spoken() -> None:
    shared = "<si><r><t>江</t></r><r><t>西①</t></r><rPh sb='0' eb='1'><t>jiang</t></rPh></si><si><t>a_x000A_b_x005F_</t></si>"
    inside = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
        '<c t="inlineStr"><is><r><t>河</t></r><r><t>北</t></r><rPh><t>he</t></rPh></is></c>'
        '<c t="str"><f>A1&amp;"x"</f><v>和</v></c></row>'
    )
    (row,) = cells(inside, strings=shared).sheets[0].rows
    assert [one.text for one in row] == ["江西①", "a\nb_", "河北", "和"]
    assert [one.formula for one in row] == [False, False, False, True]


def test_formulas_and_errors() -> None:
    book = cells(
        '<row r="2"><c r="B2"><f t="shared" si="0" ref="B2:B4">A2*2</f><v>18.399999999999999</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" si="0"/></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="5"><c r="B5"><f>[1]表!A1</f><v>5</v></c><c r="C5" t="str"><f>""</f><v></v></c></row>'
    )
    assert texts(book.sheets[0]) == [
        ["", "", ""],
        ["", "18.4", ""],
        ["", "3", ""],
        ["", "=", "#DIV/0!"],
        ["", "5", ""],
    ]
    assert book.sheets[0].rows[1][1].number == Decimal("18.4") and book.sheets[0].rows[1][1].formula
    assert told(book) == [("not_worked_out", ("1", "表1!B4", "=")), ("errors", ("1", "表1!C4", "#DIV/0!"))]


def test_what_a_format_hides_and_a_format_that_isnt_known() -> None:
    formats = '<numFmts><numFmt numFmtId="200" formatCode="# ?/?"/><numFmt numFmtId="201" formatCode=";;;"/></numFmts>'
    styles = f'{formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>'
    book = cells('<row><c s="1"><v>5.5</v></c><c s="2"><v>6</v></c><c><v>7</v></c></row>', styles=styles)
    (row,) = book.sheets[0].rows
    assert [(one.text, one.number) for one in row] == [
        ("5.5⟨# ?/?⟩", None),
        ("", Decimal(6)),
        ("7", Decimal(7)),
    ]
    assert [one.code for one in book.told] == ["unknown_format", "unshown"]


def test_zeros_that_a_sheet_doesnt_show_are_none() -> None:
    data = workbooks.packed('<sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row><c><v>0</v></c><c><v>1</v></c></row></sheetData>')  # fmt: skip
    assert texts(only(data)) == [["", "1"]]


def test_a_chart_has_no_cells() -> None:
    data = workbooks.packed(
        "<sheetData><row><c><v>1</v></c></row></sheetData>",
        parts={
            "xl/workbook.xml": f'<workbook xmlns="{workbooks.MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="图" sheetId="2" r:id="r9"/><sheet name="a/b" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>',
        },
    )
    book = books.read("表.xlsx", data)
    assert [one.name for one in book.sheets] == ["a/b"] and told(book) == [("no_cells", ("图",))]


def test_a_web_page_that_passes_for_a_workbook() -> None:
    rows = [["地区", "1-6月", None], ["江西", "7.0", "1,234.5"], ["河北", "8.0", "…"]]
    for encoding in ("utf-8", "gb2312", "gb18030"):
        found = only(workbooks.web_page(rows, "单位：亿元", encoding, {"B1": 'colspan="2"'}), "表.xls")
        assert texts(found) == [
            ["单位：亿元", "", ""],
            ["地区", "1-6月", ""],
            ["江西", "7.0", "1,234.5"],
            ["河北", "8.0", "…"],
        ]
        assert found.merged == (Block(1, 1, 1, 2),)
    spanned = "<table><tr><td rowspan=2>地区</td><td>a</td></tr><tr><td>b<br>c</td></tr><tr style='display:none'><td>x</td></tr></table>"
    found = only(spanned.encode())
    assert (texts(found), found.hidden_rows) == ([["地区", "a"], ["", "b\nc"], ["x", ""]], {2})


@pytest.mark.parametrize(
    ("data", "code", "facts"),
    [
        (b"", "empty", ()),
        (b"\r\n \r\n", "empty", ()),
        (b"\x89PNG\r\n\x1a\n\0\0", "other_kind", ("PNG",)),
        (b"%PDF-1.7", "other_kind", ("PDF",)),
        (workbooks.zipped({"a.txt": "a"}), "other_kind", ("ZIP",)),
        (workbooks.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), "save_as", (".ods",)),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "save_as", ("XML",)),
        (b"MIME-Version: 1.0\r\n\r\n<table>", "save_as", ("MHTML",)),
        (b"<html><body>a</body></html>", "no_table", ()),
        (workbooks.compound("EncryptionInfo", "EncryptedPackage"), "locked", ()),
        (workbooks.compound("WordDocument"), "other_kind", ("Word",)),
        (workbooks.compound("Workbook"), "broken", ()),
        (workbooks.xlsx({"a": [["1"]], "b": [[]]}, hidden=("a",)), "no_sheet", ("a",)),
        (workbooks.xlsx({"a": [["1"]]})[:-30], "broken", ()),
        (workbooks.xls({"a": [["1"]]})[:700], "broken", ()),
    ],
)  # fmt: skip
def test_what_is_no_book(data: bytes, code: str, facts: tuple[str, ...]) -> None:
    assert refused(data) == (code, facts)


@pytest.mark.parametrize(
    "inside",
    [
        '<row r="1"><c r="A1"><v>１</v></c></row>',
        '<row r="1"><c r="A1"><v>1e999</v></c></row>',
        '<row r="1"><c r="A1"><v>nan</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c t="s"><v>7</v></c></row>',
        '<row r="1"><c t="?"><v>7</v></c></row>',
        "<c><v>1</v></c>",
        "<row>",
    ],
)
def test_a_sheet_that_says_what_cannot_be_is_damaged(inside: str) -> None:
    assert refused(workbooks.packed(f"<sheetData>{inside}</sheetData>"))[0] == "broken"


def test_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    entities = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    sheet = f'{entities}<worksheet xmlns="{workbooks.MAIN}"><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'
    assert refused(workbooks.packed("", parts={"xl/worksheets/sheet1.xml": sheet}))[0] == "broken"
    bomb = workbooks.packed("", parts={"xl/media/a.png": bytes(210 * 1024 * 1024)})
    assert refused(bomb) == ("too_large", ("200 MB",))
    long = f'<row><c t="inlineStr"><is><t>{"a" * 32_768}</t></is></c></row>'
    assert refused(workbooks.packed(f"<sheetData>{long}</sheetData>")) == ("too_long", ("表1!A1", "32,767"))
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert (
        len(only(workbooks.packed(f'<dimension ref="B2"/><sheetData>{far}</sheetData>')).rows) == bounds.ROWS
    )
    monkeypatch.setattr(bounds, "MOST_CELLS", 5)
    assert refused(workbooks.xlsx({"a": [[1, 2, 3], [4, 5, 6]]})) == ("too_many_cells", ("5",))
    assert refused(b"1,2,3\n4,5,6\n") == ("too_many_cells", ("5",))
    monkeypatch.setattr(bounds, "MOST_PLACES", 20)
    assert refused(workbooks.xlsx({"a": [[1], *[[]] * 30, [2]]})) == ("too_wide", ("a!A32", "20"))
    monkeypatch.setattr(bounds, "MOST_MARKS", 10)
    assert refused(workbooks.xlsx({"a": [[1, 2, 3]]}))[0] == "too_intricate"
    monkeypatch.setattr(bounds, "MOST_BYTES", 3)
    assert refused(b"1,2\n")[0] == "too_large"


def test_a_part_without_a_name_is_none() -> None:
    parts = {**workbooks.unzipped(workbooks.xlsx({"a": [["1"]]})), "x": b""}
    data = workbooks.zipped(parts)
    at = data.rindex(b"x", 0, data.index(b"PK\x05\x06"))  # in the list, where a zero ends the name
    assert texts(only(data[:at] + b"\0" + data[at + 1 :])) == [["1"]]
