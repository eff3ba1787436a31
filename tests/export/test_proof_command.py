"""The command line: ``python -m industry proof``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.commands import proof as command
from industry.text import document
from tests import drafts
from tests.conftest import WORLD
from tests.drafts import p, run, word

TEXT = "上半年，全省规模以上工业增加值增长18.5%。\n\n规模以上工业企业实现利润总额982亿元。\n"
GIVEN = ("--date", "2021-07-25", "--region", "jiangxi", "--folder", str(WORLD))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "稿.txt").write_text(TEXT, "utf-8")
    return tmp_path / "稿.txt"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "稿.docx").write_bytes(word(*(p(run(line)) for line in TEXT.splitlines() if line)))
    return tmp_path / "稿.docx"


def test_a_line_for_each_number_and_the_sum(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(draft), *GIVEN]) == 0
    told = capsys.readouterr()
    first, second, total = told.out.splitlines()
    assert "1  第1段  18.5%  " in first and "2  第2段  982亿元  " in second and total.endswith("。")
    assert told.err == ""


def test_json_counts_the_characters_of_the_text(
    draft: Path, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (draft, written):
        assert main(["proof", str(file), *GIVEN, "--format", "json"]) == 0
        listed = json.loads(capsys.readouterr().out)
        text = "\n".join(document.read(file.name, file.read_bytes()).parts)
        assert [text[one["start"] : one["end"]] for one in listed] == ["18.5%", "982亿元"]
        assert set(listed[0]) == {
            "start",
            "end",
            "text",
            "verdict",
            "row",
            "reason",
            "said",
            "paragraph",
            "place",
        }


@pytest.mark.parametrize("data", [
    ("\ufeff" + TEXT).encode(), TEXT.replace("\n", "\r\n").encode(), ("\n\n\u3000\u3000" + TEXT.replace("\n", "  \n\n")).encode(),
    TEXT.encode("gb18030"), TEXT.encode("utf-16"), b"",
])  # fmt: skip
def test_json_tells_the_paragraph_and_the_place_in_it(
    data: bytes, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written.parent / "稿2.txt" if data else written
    if data:
        file.write_bytes(data)
    assert main(["proof", str(file), *GIVEN, "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    paragraphs = [one for one in TEXT.split("\n") if one]
    assert [one["paragraph"] for one in listed] == [1, 2]
    for one in listed:
        paragraph = paragraphs[one["paragraph"] - 1]
        assert paragraph[one["place"] :].startswith(one["text"])


def test_what_hangs_on_date_and_region_is_told(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(draft), "--folder", str(WORLD), "--language", "en"]) == 0
    date, region = capsys.readouterr().err.splitlines()
    assert date.startswith("No --date was given") and "jiangxi, " in region


def test_a_draft_comes_back_with_comments_beside_it(
    written: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written.read_bytes()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)  # how far it is is drawn on a terminal alone
    for name in ("稿-核稿.docx", "稿-核稿-2.docx"):
        assert main(["proof", str(written), *GIVEN, "--format", "docx"]) == 0
        told = capsys.readouterr()
        assert f"{name}：核对数字2处" in told.err and "2/2" in told.err and told.out == ""
        assert [at for _, at, _ in drafts.comments((written.parent / name).read_bytes())] == [
            "18.5%",
            "982亿元",
        ]
    assert written.read_bytes() == before


def test_a_named_file_is_written_and_a_folder_gets_the_name(written: Path) -> None:
    folder = written.parent / "out"
    folder.mkdir()
    for out, name in (("a.docx", "a.docx"), ("a.docx", "a.docx"), ("out", "out/稿-proofread.docx")):
        asked = ["--format", "docx", "--out", str(written.parent / out), "--language", "en"]
        assert main(["proof", str(written), *GIVEN, *asked]) == 0
        assert (written.parent / name).exists()
    assert main(["proof", str(written), *GIVEN, "--format", "json", "--out", str(folder / "a.json")]) == 0
    assert len(json.loads((folder / "a.json").read_text("utf-8"))) == 2


@pytest.mark.parametrize(
    ("file", "more", "said"),
    [
        ("none.txt", (), "没有这个文件"),
        (".", (), "这是一个文件夹"),
        ("/dev/zero", (), "不是普通文件"),
        ("稿.txt", ("--date", "2021-13-01"), "“2021-13-01”读不懂"),
        ("稿.txt", ("--date", "昨天"), "“昨天”读不懂"),
        ("稿.txt", ("--region", "atlantis"), "没有代码为“atlantis”的地区；有："),
        ("稿.txt", ("--format", "pdf"), "没有“pdf”这种格式；有：text, json, docx"),
        ("稿.txt", ("--format", "docx"), "只有 .docx 文稿"),
        ("稿.xls", (), "不能读取“.xls”格式"),
        ("空.txt", (), "没有可读的文字"),
        ("乱.docx", (), "文件已损坏"),
        ("长.txt", (), "超过500000字"),
        ("稿.docx", ("--format", "docx", "--out", "稿.docx"), "就是文稿本身"),
        ("稿.docx", ("--format", "docx", "--out", "none/a.docx"), "不能写入"),
        ("稿.txt", ("--folder", "none"), "config.yaml"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    draft: Path, written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    file: str, more: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(draft.parent)
    Path("稿.xls").write_bytes(b"x")
    Path("空.txt").write_bytes(b" \n")
    Path("乱.docx").write_bytes(written.read_bytes()[:200])
    Path("长.txt").write_bytes(b"1" * 500_001)
    before = written.read_bytes()
    for language in ("zh", "en"):
        assert main(["proof", file, *GIVEN, "--language", language, *more]) == 1
        told = capsys.readouterr()
        assert told.out == "" and "Traceback" not in told.err
        assert language == "en" or said in told.err
        assert len(told.err.splitlines()) == 1 or "%|" in told.err or "--folder" in more
    assert written.read_bytes() == before


def test_what_is_not_read_is_told(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written.write_bytes(
        word(p(run("增长18.5%"), "<w:r><w:drawing/></w:r>"), parts={"vbaProject.bin": ("vbaProject", "x")})
    )
    assert main(["proof", str(written), *GIVEN]) == 0
    told = capsys.readouterr().err
    assert "图片、图表或嵌入对象1个" in told and "文件含有宏" in told


def test_a_page_of_a_pdf_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    read = document.Document("a.pdf", ("前", "", "增长18.5%"), paged=True, unread={"pages": 1})
    monkeypatch.setattr(document, "read", lambda *_: read)
    assert main(["proof", str(tmp_path / "a.pdf"), *GIVEN]) == 0
    told = capsys.readouterr()
    assert "1  第3页  18.5%" in told.out and "没有文字的页（可能是扫描件）1页" in told.err


def test_stopped_by_hand_it_leaves_nothing(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "commented", stopped)
    assert main(["proof", str(written), *GIVEN, "--format", "docx"]) == 130
    assert os.listdir(written.parent) == [written.name]


def test_a_console_of_another_encoding_gets_json_that_says_the_same(
    draft: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "out.json").open("w", encoding="ascii", errors="replace") as out:
        monkeypatch.setattr("sys.stdout", out)
        assert main(["proof", str(draft), *GIVEN, "--format", "json"]) == 0
        monkeypatch.undo()
    assert [one["text"] for one in json.loads((tmp_path / "out.json").read_text("ascii"))] == [
        "18.5%",
        "982亿元",
    ]
