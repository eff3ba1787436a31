"""Word documents are read as they are seen with all changes accepted, and what isn't read is counted."""

from __future__ import annotations

from datetime import date

import pytest

from industry import wording
from industry.text import document
from industry.text.proof import judge
from tests import drafts
from tests.conftest import world
from tests.drafts import A, cell, field, p, part, run, table, word

BOX = "<w:txbxContent>" + p(run("框内17%")) + "</w:txbxContent>"
NOTES = "".join(
    f"<w:footnote {told}>{p(run(text))}</w:footnote>"
    for told, text in (("w:type='separator' w:id='0'", ""), ("w:id='1'", "注一"), ("w:id='2'", "注二"))
)
PAGE = p(run("— "), f"<w:fldSimple w:instr=' PAGE '>{run('1')}</w:fldSimple>", run(" —"))


def parts(*blocks: str) -> tuple[str, ...]:
    return document.read("a.docx", word(*blocks)).parts


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (p(run("增长"), "<w:hyperlink>", run("18.5%"), "</w:hyperlink>", run("。")), "增长18.5%。"),
        (p(run("增长"), f"<w:ins {A}>", run("18.5%"), "</w:ins>", run("。")), "增长18.5%。"),
        (p(run("增长"), f"<w:del {A}>", run("1%"), "</w:del>", run("。")), "增长。"),
        (p(run("增长"), f"<w:moveFrom {A}>", run("1%"), "</w:moveFrom>", run("。")), "增长。"),
        (p(field("begin"), run("1"), field("separate"), run("2"), field("end"), run("3")), "23"),
        (p(field("begin"), run("1"), field("begin"), run("2"), field("end"), field("separate"), run("3"), field("end")), "3"),
        (p(run("一、总体"), field("begin"), "<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>", field("separate"), run("3"), field("end")), "一、总体"),
        (p(run("第"), "<w:fldSimple w:instr=' page '>", run("3"), "</w:fldSimple>", run("页")), "第页"),
        (p(run("1"), field("end"), run("2")), "12"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>"), "a\tb c-d"),
        (p("<w:r><w:t>增长\n18.5%</w:t></w:r>"), "增长 18.5%"),
        (p(run("甲"), run("乙", "<w:vanish/>"), run("丙", "<w:vanish w:val='0'/>")), "甲￼丙"),
        (p(run("甲", "<w:vanish/>"), "<w:r><w:drawing/></w:r>") + p(run("乙")), "乙"),
        (table((cell(p(run("甲")), properties="<w:vMerge w:val='restart'/>"), cell(p(run("1"))))), "甲\t1"),
        (table((cell(p(run("甲"))), f"<w:sdt><w:sdtContent>{cell(p(run('1')))}</w:sdtContent></w:sdt>")), "甲\t1"),
        (table((cell(p(run("甲"))), cell(p(run("1")), properties=f"<w:cellDel {A}/>"))), "甲"),
        (f"<w:tbl><w:tr><w:trPr><w:del {A}/></w:trPr>{cell(p(run('1')))}</w:tr></w:tbl>" + p(run("甲")), "甲"),
    ],
)  # fmt: skip
def test_a_block_is_read_as_it_is_seen(block: str, told: str) -> None:
    assert parts(block) == (told,)


def test_tables_in_cells_come_after_their_row() -> None:
    inner = table((cell(p(run("内1"))), cell(p(run("内2")))))
    outer = table((cell(p(run("甲")), inner, p(run("乙"))), cell(p(run("丙")))), (cell(p(run("丁"))),))
    assert parts(p(run("前")), outer, p(run("后"))) == ("前", "甲 乙\t丙", "内1\t内2", "丁", "后")


def test_the_strict_form_is_read_too() -> None:
    files = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in drafts.unpacked(word(p(run("增长18.5%。")))).items()
    }
    assert document.read("a.docx", drafts.packed(files)).parts == ("增长18.5%。",)


def test_what_is_not_read_is_counted_and_told() -> None:
    floating = f"<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing><wp:anchor>{BOX}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    sign = "<w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"
    body = p(
        run("增长18.5%"), floating, "<w:r><w:drawing/></w:r>", "<m:oMath/>", sign, run("1", "<w:vanish/>")
    )
    held = {
        "footnotes.xml": ("footnotes", part("footnotes", NOTES)),
        "header1.xml": ("header", part("hdr", p(run("第3期")))),
        "footer1.xml": ("footer", part("ftr", PAGE)),
        "vbaProject.bin": ("vbaProject", "x"),
    }
    read = document.read("a.docx", word(body, parts=held, main=drafts.MACROS))
    assert read.parts == ("增长18.5%￼￼￼￼",)
    assert read.unread == {
        "boxes": 1, "pictures": 1, "formulas": 1, "hidden": 1, "signs": 1, "notes": 2, "headers": 1, "macros": 1,
    }  # fmt: skip
    for language in ("zh", "en"):
        told = wording.unread(read.unread, language)
        assert all(str(many) in told for kind, many in read.unread.items() if kind != "macros")
        assert told != wording.unread({"boxes": 1}, language)
    assert wording.unread({}, "zh") == ""
    assert wording.unread({"boxes": 2, "notes": 3}, "zh") == "未读取、因而未核对：文本框2个、脚注、尾注3条。"


IN_LINE = {
    "a formula": "<m:oMath/>",
    "a formula of a line": "<m:oMathPara/>",
    "a picture": "<w:r><w:drawing><wp:inline/></w:drawing></w:r>",
    "an old picture": "<w:r><w:pict><v:shape style='width:9pt'/></w:pict></w:r>",
    "an object": "<w:r><w:object/></w:r>",
    "a box": f"<w:r><w:pict><v:shape>{BOX}</v:shape></w:pict></w:r>",
    "hidden letters": run("不", "<w:vanish/>"),
    "a sign": "<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>",
    "a sign without its place": "<w:r><w:sym w:font='Symbol'/></w:r>",
    "a sign of another meaning": "<w:r><w:sym w:font='Symbol' w:char='F0AF'/></w:r>",
    "a letter of a font of signs": "<w:r><w:t>\uf0af</w:t></w:r>",
}


@pytest.mark.parametrize("name", IN_LINE)
@pytest.mark.parametrize(
    "before", ["2021年上半年，全省规模以上工业增加值同比增长", "2021年上半年，全省规模以上工业增加值"]
)
def test_what_stands_unread_at_a_number_leaves_it_in_doubt(name: str, before: str) -> None:
    behind = "18.5%。" if before.endswith("增长") else "增长18.5%。"
    for runs in (
        (run(before), IN_LINE[name], run(behind)),
        (run(before + behind.removesuffix("。")), IN_LINE[name], run("。")),
        (run(before + behind.removesuffix(".5%。")), IN_LINE[name], run(".5%。")),
    ):
        text = "\n".join(parts(p(*runs)))
        assert len(text) == len(before + behind) + 1
        told = [one.verdict for one in judge(text, world(), date(2021, 7, 25), "jiangxi")]
        assert told and not {*told} & {"agrees", "agrees_rounded"}, text


@pytest.mark.parametrize(
    "shape",
    ["<w:drawing><wp:anchor/></w:drawing>", "<w:pict><v:shape style='position: absolute;left:0'/></w:pict>"],
)
def test_what_floats_stands_in_no_line(shape: str) -> None:
    assert parts(p(run("增长"), f"<w:r>{shape}</w:r>", run("18.5%"))) == ("增长18.5%",)


@pytest.mark.parametrize(
    ("place", "letter"),
    [
        ("F02D", "−"),
        ("2d", "−"),
        ("F0B3", "≥"),
        ("F0A3", "≤"),
        ("F0B1", "±"),
        ("F0B4", "×"),
        ("F0B8", "÷"),
        ("F025", "%"),
        ("F038", "8"),
    ],
)
def test_a_sign_whose_letter_is_certain_is_read(place: str, letter: str) -> None:
    sign = f"<w:r><w:sym w:font='Symbol' w:char='{place}'/></w:r>"
    read = document.read("a.docx", word(p(run("增长"), sign, run("5。"))))
    assert (read.parts, read.unread) == ((f"增长{letter}5。",), {})


def test_a_sign_that_turns_a_number_is_no_approval() -> None:
    for place in ("F02D", "F0B3", "F0B1", "F0B4", "F038"):
        sign = f"<w:r><w:sym w:font='Symbol' w:char='{place}'/></w:r>"
        (text,) = parts(p(run("2021年上半年，全省规模以上工业增加值增长"), sign, run("18.5%。")))
        told = [one.verdict for one in judge(text, world(), date(2021, 7, 25), "jiangxi")]
        assert told and not {*told} & {"agrees", "agrees_rounded"}, (text, told)


def test_many_runs_and_cells_are_read() -> None:
    assert parts(p(*(run(str(at % 10)) for at in range(20_000)))) == ("0123456789" * 2_000,)
    assert len(parts(table(*((cell(p(run("1"))),) * 10 for _ in range(500))))) == 500
