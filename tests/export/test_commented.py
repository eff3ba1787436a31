"""The draft as a Word file with comments: each at its number, the text and its formatting as they were."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from industry.export.texts.commented import commented
from industry.export.texts.proofs import Proof, Proofed, proof
from industry.text import document
from tests import drafts, patience
from tests.conftest import world
from tests.curation import soffice
from tests.drafts import A, W, cell, field, p, part, run, table, word

SAID = "表中为18.6%：甲"
NUMBER = re.compile(r"\d+(?: ?[.] ?\d+)?(?:%|个百分点|亿元)")
FONT = '<w:rFonts w:ascii="Times New Roman" w:hint="eastAsia"/>'
ODT_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ODT_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def proofed(data: bytes) -> Proof:
    """Every number of a draft, found by its form: what is judged isn't asked here."""
    text = "\n".join(document.read("a.docx", data).parts)
    numbers = tuple(
        Proofed(one.start(), one.end(), one[0], "differs", None, "digits", f"{SAID}{at}", "不符", "wrong")
        for at, one in enumerate(NUMBER.finditer(text))
    )
    return Proof(text, numbers, "")


def inline(inner: str) -> str:
    return p(run("增长"), inner, run("。"))


ONE = {
    "a run": p(run("全省增长18.5%。")),
    "a run of a number alone": p(run("增长"), run("18.5%"), run("。")),
    "several runs": p(run("增长18.", FONT), run("5", "<w:b/>"), run("%，比"), run("全国高。")),
    "a run without its own properties": p("<w:r><w:t>增长18.5%。</w:t></w:r>"),
    "blanks that don't count": p('<w:r><w:t> 增长18.5% </w:t></w:r><w:r><w:t xml:space="preserve"> 。</w:t></w:r>'),
    "a link": p('<w:hyperlink w:anchor="x">', run("增长1"), run("8.5%。"), "</w:hyperlink>"),
    "into a link": p(run("增长1"), '<w:hyperlink w:anchor="x">', run("8.5%。"), "</w:hyperlink>"),
    "an insertion": inline(f"<w:ins {A}>{run('达18.5%以上')}</w:ins>"),
    "a change": inline(f"{run('1')}<w:del {A}><w:r><w:delText>7</w:delText></w:r></w:del><w:ins {A}>{run('8')}</w:ins>{run('.5%')}"),
    "a move": inline(f"<w:moveFrom {A}>{run('17%')}</w:moveFrom><w:moveTo {A}>{run('18.5%')}</w:moveTo>"),
    "a field": inline(f"<w:fldSimple w:instr=' DOCPROPERTY a '>{run('18.5%')}</w:fldSimple>"),
    "a field in pieces": inline(f"{field('begin')}<w:r><w:instrText> = 17% </w:instrText></w:r>{field('separate')}{run('18.5')}{field('end')}{run('%')}"),
    "a field in a link": p(f"<w:hyperlink w:anchor='x'>{run('增长')}{field('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>{field('separate')}{run('18.5%')}{field('end')}</w:hyperlink>"),
    "a field that never ends": inline(f"{field('begin')}{run('18.5%')}"),
    "a note": inline(f"{run('18.5%')}<w:r><w:footnoteReference w:id='2'/></w:r>"),
    "a tab and a break": p("<w:r><w:t>增长</w:t><w:tab/><w:t>18.5%</w:t><w:br/><w:t>其中</w:t></w:r>"),
    "a control of letters": inline(f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('18.5%')}</w:sdtContent></w:sdt>"),
    "a control": inline(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('约18.5%左右')}</w:sdtContent></w:sdt>"),
    "a control around": f"<w:sdt><w:sdtPr/><w:sdtContent>{p(run('增长18.5%。'))}</w:sdtContent></w:sdt>",
    "hidden letters": inline(f"{run('17%', '<w:vanish/>')}{run('18.5%')}"),
    "a sign": inline("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>18.5%</w:t><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"),
    "a formula and a picture": inline("<m:oMath/><w:r><w:drawing/><w:t>18.5%</w:t><w:object/></w:r><m:oMath/>"),
    "a bookmark": inline(f"{run('18')}<w:bookmarkStart w:id='1' w:name='x'/>{run('.5%')}<w:bookmarkEnd w:id='1'/>"),
    "a choice": inline(f"<mc:AlternateContent><mc:Choice Requires='x'>{run('18.5%')}</mc:Choice><mc:Fallback>{run('17%')}</mc:Fallback></mc:AlternateContent>"),
    "paragraphs made one": p(run("增长"), properties=f"<w:pPr><w:rPr><w:del {A}/></w:rPr></w:pPr>") + p(run("18.5%。")),
    "a table": table((cell(p(run("增速"))), cell(p(run("18.5%")))),),
    "a cell of two paragraphs": table((cell(p(run("增速")), p(run("18.5%"))),),),
    "a table in a table": table((cell(table((cell(p(run("18.5%"))),)), p()),),),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_a_comment_is_around_its_number_and_nothing_else_changes(name: str) -> None:
    data = word(p(run("之前。")), ONE[name], p(run("之后。")))
    held = proofed(data)
    made = commented(data, held, "zh")
    (author, at, said), *more = drafts.comments(made)
    assert (author, at, said) == ("核稿", "18.5%", ["✗ 不符", f"{SAID}0"])
    assert not more
    assert document.read("a.docx", made).parts == document.read("a.docx", data).parts
    assert unchanged(data, made)


def unchanged(data: bytes, made: bytes) -> bool:
    """Whether every letter has the properties that it had, and every part not written for comments its bytes."""
    ours = ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml")
    before, after = drafts.unpacked(data), drafts.unpacked(made)
    parts = all(after[name] == content for name, content in before.items() if name not in ours)
    seen = [[one for one in drafts.letters(each) if one[0].strip()] for each in (data, made)]
    return parts and seen[0] == seen[1]


def test_a_field_in_pieces_is_taken_whole() -> None:
    data = word(
        p(run("增长"), field("begin"), field("separate"), run("约18.5%，3%。"), field("end"), run("。"))
    )
    made = commented(data, proofed(data), "zh")
    assert [at for _, at, _ in drafts.comments(made)] == ["约18.5%，3%。"] * 2
    assert unchanged(data, made)


def test_however_runs_are_cut_every_number_has_its_comment() -> None:
    chance = random.Random(0)
    text = "增长18.5%，高6个百分点。利润982亿元，增长3%。"
    around = (
        "<w:ins {}>{}</w:ins>",
        "<w:hyperlink>{1}</w:hyperlink>",
        "<w:smartTag>{1}</w:smartTag>",
        "{1}",
        "{1}",
    )
    for _ in range(60):
        held, at = [], 0
        while at < len(text):
            more = chance.randint(1, 4)
            letters = run(text[at : at + more], chance.choice(("", "<w:b/>", FONT)))
            held.append(chance.choice(around).format(A, letters))
            at += more
        data = word(p(*held))
        made = commented(data, proofed(data), "zh")
        assert [at for _, at, _ in drafts.comments(made)] == ["18.5%", "6个百分点", "982亿元", "3%"]
        assert unchanged(data, made)


def test_what_is_taken_whole_is_not_cut() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('1')}</w:rt><w:rubyBase>{run('增长18.5%。')}</w:rubyBase></w:ruby></w:r>"
    data = word(p(ruby))
    made = commented(data, proofed(data), "zh")
    assert document.read("a.docx", made).parts == ("增长18.5%。",)
    root = etree.fromstring(drafts.unpacked(made)["word/document.xml"])
    (paragraph,) = root.iter(f"{W}p")
    assert [one.tag.removeprefix(W) for one in paragraph] == [
        "commentRangeStart",
        "r",
        "commentRangeEnd",
        "r",
    ]


def test_a_sign_in_a_number_stands_between_the_marks() -> None:
    data = word(inline("<w:r><w:t>18.</w:t><w:sym w:font='Symbol' w:char='F035'/><w:t>%。</w:t></w:r>"))
    held = proofed(data)
    assert [one.text for one in held.numbers] == ["18.5%"]
    made = commented(data, held, "zh")
    assert [at for _, at, _ in drafts.comments(made)] == ["18.%"]  # the sign itself is no letter of a w:t
    assert document.read("a.docx", made).parts == document.read("a.docx", data).parts
    assert unchanged(data, made)


def test_a_number_that_goes_on_in_another_paragraph_ends_with_its_own() -> None:
    data = word(table((cell(p(run("增长18.")), p(run("5%"))), cell(p(run("3%"))))))
    assert [at for _, at, _ in drafts.comments(commented(data, proofed(data), "zh"))] == ["18.", "3%"]


def test_many_numbers_in_one_run_and_their_order() -> None:
    told = "".join(f"{at}.5%、" for at in range(300))
    data = word(p(run(told), run("利润982亿元，高6个百分点")))
    done: list[tuple[int, int]] = []
    made = commented(data, proofed(data), "en", lambda *told: done.append(told))
    found = drafts.comments(made)
    assert [at for _, at, _ in found] == [*(f"{at}.5%" for at in range(300)), "982亿元", "6个百分点"]
    assert [said[1] for _, _, said in found] == [f"{SAID}{at}" for at in range(302)]
    assert {author for author, _, _ in found} == {"Proofreading"}
    assert done == [(at, 302) for at in range(1, 303)]
    assert unchanged(data, made)


def test_comments_that_were_there_stay_and_are_not_counted_again(tmp_path: Path) -> None:
    made = docx.Document()
    held = made.add_paragraph("增长18.5%").runs[0]
    for text in ("甲的批注", "乙的批注"):
        made.add_comment(held, text, "甲", "甲")
    made.save(str(tmp_path / "a.docx"))
    data = (tmp_path / "a.docx").read_bytes()
    once = commented(data, proofed(data), "zh")
    twice = commented(once, proofed(once), "zh")
    (tmp_path / "b.docx").write_bytes(twice)
    read = list(docx.Document(str(tmp_path / "b.docx")).comments)
    assert [one.text for one in read] == ["甲的批注", "乙的批注", f"✗ 不符\n{SAID}0", f"✗ 不符\n{SAID}0"]
    assert len({one.comment_id for one in read}) == 4


def test_a_file_with_macros_is_given_back_without() -> None:
    macros = {"vbaProject.bin": ("vbaProject", b"macro"), "vbaData.xml": ("wordVbaData", "<x/>")}
    data = word(ONE["a run"], parts=macros, main=drafts.MACROS)
    files = drafts.unpacked(commented(data, proofed(data), "zh"))
    assert not [name for name in files if "vba" in name.lower()]
    assert (
        b"macroEnabled" not in files["[Content_Types].xml"]
        and b"vba" not in files["word/_rels/document.xml.rels"]
    )
    assert drafts.MAIN.encode() in files["[Content_Types].xml"]


def test_what_lies_outside_stays_outside() -> None:
    outside = drafts.relations({"rId1": ("http://127.0.0.1:9/x.dotm", "attachedTemplate")})
    files = drafts.unpacked(word(ONE["a run"]))
    files["word/_rels/document.xml.rels"] = outside.replace(
        "Target=", 'TargetMode="External" Target='
    ).encode()
    data = drafts.packed(files)
    made = drafts.unpacked(commented(data, proofed(data), "zh"))
    assert b"http://127.0.0.1:9/x.dotm" in made["word/_rels/document.xml.rels"]


def test_a_proof_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        commented(word(ONE["a run"]), proofed(word(p(run("增长1%")))), "zh")


def test_what_the_tables_say_becomes_comments() -> None:
    data = word(p(run("上半年，全省规模以上工业增加值增长18.5"), run("%，利润三千"), run("亿元。")))
    held = proof("\n".join(document.read("a.docx", data).parts), world(), date(2021, 7, 25), None, "zh")
    found = drafts.comments(commented(data, held, "zh"))
    assert [(at, said[0].split()[1], said[1]) for _, at, said in found] == [
        (one.text, one.called, one.cited) for one in held.numbers
    ]
    assert len(found) == 2


_OTHERWISE = ("a change", "a field that never ends", "a choice", "a control around")
"""What LibreOffice shows otherwise: deleted letters among the others, no field without an end, no choice that it doesn't know; and of
a control around one whole paragraph it drops the letters before any comment, whoever made it (7.4)."""


def writer() -> str | None:
    """LibreOffice, where its word processor is installed too."""
    found = shutil.which("soffice")
    there = found and (Path(found).resolve().parent / "swriter").exists()
    return found if there else None


@pytest.mark.skipif(writer() is None, reason="LibreOffice Writer isn't installed")
def test_libreoffice_sees_the_same_text_and_each_comment_at_its_number(tmp_path: Path) -> None:
    data_of = [one for name, one in ONE.items() if name not in _OTHERWISE]
    note = f"<w:footnote w:id='2'>{p(run('脚注17%'))}</w:footnote>"
    data = word(*data_of, parts={"footnotes.xml": ("footnotes", part("footnotes", note))})
    held = proofed(data)
    (tmp_path / "draft.docx").write_bytes(data)
    (tmp_path / "made.docx").write_bytes(commented(data, held, "zh"))
    for kind, names in (("txt:Text (encoded):UTF8", ("draft", "made")), ("fodt", ("made",))):
        subprocess.run(
            [str(writer()), soffice.settings(tmp_path / "made"), "--headless", "--convert-to", kind,
             "--outdir", str(tmp_path), *(str(tmp_path / f"{one}.docx") for one in names)],
            check=True, capture_output=True, timeout=3 * patience.SECONDS, env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    assert (tmp_path / "made.txt").read_text("utf-8") == (tmp_path / "draft.txt").read_text("utf-8")
    assert anchored(etree.parse(str(tmp_path / "made.fodt")).getroot()) == [one.text for one in held.numbers]


def anchored(root: etree._Element) -> list[str]:
    """The letters at which each comment is, in an OpenDocument text."""
    told: dict[str, str] = {}
    opened: set[str] = set()

    def walk(one: etree._Element) -> None:
        name = one.get(f"{ODT_OFFICE}name", "")
        if one.tag == f"{ODT_OFFICE}annotation":
            opened.add(name)
            told[name] = ""
        elif one.tag == f"{ODT_OFFICE}annotation-end":
            opened.discard(name)
        elif one.tag not in (f"{ODT_TEXT}note", f"{ODT_TEXT}tracked-changes"):
            for id in opened:
                told[id] += one.text or ""
            for inner in one:
                walk(inner)
        for id in opened:
            told[id] += (one.tail or "").strip("\n ")

    walk(root.find(f"{ODT_OFFICE}body"))
    return list(told.values())
