"""Files become paragraphs, or it is said why not. All documents here are written by the tests."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from playwright.sync_api import Browser

from industry.text import document
from industry.text.document import Document
from industry.text.unreadable import Unreadable

LINES = ("一、总体情况", "上半年，全市规模以上工业增加值增长9.3%。", "实现利润总额12.5亿元，同比增长8%。")


def packed(made: docx.document.Document) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n  \n"])
def test_a_text_in_any_usual_encoding(encoding: str, end: str) -> None:
    held = document.read("报告.TXT", end.join(LINES).encode(encoding))
    assert (held.parts, held.paged) == (LINES, False)


def test_a_word_document_s_blocks_in_order_with_the_rows_of_tables() -> None:
    made = docx.Document()
    made.add_paragraph(LINES[0])
    made.add_paragraph("")
    table = made.add_table(rows=2, cols=3)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("指标", "本月", "累计", "利润", "1.2", "12.5"),
        strict=True,
    ):
        cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    paragraph = made.add_paragraph("上半年，全市规模以上工业增加值")
    paragraph.add_run("增长9").bold = True
    paragraph.add_run(".3%。")
    held = document.read("报告.docx", packed(made))
    assert held.parts == (LINES[0], "指标\t本月 累计", "利润\t1.2\t12.5", LINES[1])


def test_a_pdf_s_pages_as_one_text_each(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(f"<p style='width:9em'>{LINES[1]}</p><p style='break-before:page'>{LINES[2]}</p>")
    data = page.pdf()
    page.close()
    held = document.read("报告.pdf", data)
    assert held.paged and held.parts == LINES[1:]


def _not_word() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        out.writestr("a.txt", "a")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", b"x", "unknown_kind"),
        ("a", b"x", "unknown_kind"),
        ("a.txt", b" \n\t\r\n", "no_text"),
        ("a.txt", b"\xff\xfe\xfd" * 7, "encoding"),
        ("a.txt", b"PK\0\0\0", "encoding"),
        ("a.docx", b"not packed", "broken"),
        ("a.docx", _not_word(), "broken"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked"),
        ("a.docx", packed(docx.Document()), "no_text"),
        ("a.pdf", b"%PDF-1.4 and nothing more", "broken"),
        ("a.pdf", b"", "broken"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        document.read(name, data)
    assert refused.value.code == code


def test_a_file_cut_short_anywhere_is_told_or_read() -> None:
    made = docx.Document()
    made.add_paragraph(LINES[1])
    whole = packed(made)
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        try:
            document.read("a.docx", whole[:at])
        except Unreadable as refused:
            assert refused.code == "broken"
        else:
            raise AssertionError(at)


def test_of_pages_each_sentence_is_a_paragraph_of_a_draft() -> None:
    """A page knows no paragraphs: what is carried on over a full stop isn't sure there."""
    read = Document("a.pdf", ("题目1—6月增长2%。江西增长3%。", "第二页。"), paged=True)
    assert document.text_of(read) == "题目1—6月增长2%。\n江西增长3%。\n\f\n第二页。"
    assert document.text_of(Document("a.txt", ("一。二。", "三。"))) == "一。二。\n三。"
