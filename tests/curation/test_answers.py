"""Questions answered: in a file, kept as data, found again in the next month's workbook by what its headers say."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import importing as drawn
from industry import project, wording
from industry.__main__ import main
from industry.curation.importing import answers, worded
from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import LEFT_OUT, Key, Question
from industry.curation.importing.typed_periods import typed
from industry.curation.sheets import books
from industry.tables.references import MAPPINGS
from industry.tables.tables import Tables
from industry.vocabulary import fields
from tests.conftest import WORLD
from tests.curation.workbooks import separated, xlsx
from tests.tables.fault_tables import base

SOURCE = "nbs_2022_01_27"
JUNE = [
    ["2021年6月工业经济指标"],
    ["地区", "利润总额（亿元）", "规模以上工业增加值"],
    ["江西", "201.3", "18.1"],
    ["河北", "188.0", "7.2"],
]


def brought(rows: Sequence[Sequence[str]], tables: Tables, given: dict[Key, str] | None = None) -> Imported:
    book = books.read("x.csv", separated(rows))
    return imported(book, tables, given or {}, tables.catalogue.sources[SOURCE])


def test_what_is_confirmed_is_taken_and_what_is_only_guessed_is_not(tables: Tables) -> None:
    found = brought(JUNE, tables)
    text = answers.written(
        {}, found.questions, {one.key: worded.note(one, tables, "zh") for one in found.questions}, ""
    )
    assert answers.parsed("x.yaml", text) == ({}, ())
    given, faults = answers.parsed("x.yaml", text.replace(b"confirmed: no", b"confirmed: yes"))
    assert not faults and given == {one.key: one.guess or "?" for one in found.questions}
    profit = next(one.key for one in found.questions if one.key.said.startswith("利润总额"))
    months = next(one.key for one in found.questions if one.key.what == "months")
    later = brought(JUNE, tables, {profit: "profit", months: "cumulated"})
    sure = [one for one in later.rows if not one.doubted]
    assert [(one.region, one.cells["indicator"], one.cells["period"]) for one in sure] == [
        ("jiangxi", "profit", "2021-01/2021-06"),
        ("hebei", "profit", "2021-01/2021-06"),
    ]
    assert all(one.key not in (profit, months) for one in later.questions)


def test_an_answer_is_found_again_by_what_the_headers_say(tables: Tables) -> None:
    found = brought(JUNE, tables)
    told = {
        one.key: {"indicator": "profit", "months": "cumulated"}.get(one.key.what, "-")
        for one in found.questions
    }
    told = {key: "-" if "增加值" in key.said else one for key, one in told.items()}
    july = [
        ["2022年7月工业经济指标"],
        ["地区", "营业利润（亿元）", "规模以上工业增加值", "利润总额（亿元）"],
        ["河北", "1.0", "7.0", "220.5"],
    ]
    later = brought(july, tables, told)
    assert [(one.key.what, one.key.said) for one in later.questions] == [("indicator", "营业利润(亿元)")]
    row = next(one for one in later.rows if "220.5" in one.told["passage"])
    assert (row.cells["indicator"], row.cells["value"]) == ("profit", "220.5")
    assert {key.what for key in later.used} == {"indicator", "months"}
    other = [[one[0], *("利润总额（万元）" if "利润" in each else each for each in one[1:])] for one in JUNE]
    assert [one.key.said for one in brought(other, tables, told).questions] == ["利润总额(万元)"]
    title = [["2021年6月大中型工业企业指标"], *JUNE[1:]]
    assert len(brought(title, tables, told).questions) > len(found.questions)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("2021年1—10月", "2021-01/2021-10"), ("２０２１年1 - 10月", "2021-01/2021-10"), ("2021年1至10月累计", "2021-01/2021-10"),
        ("2021-01/2021-10", "2021-01/2021-10"), ("2021-01至2021-10", "2021-01/2021-10"), ("Jan–Oct 2021", "2021-01/2021-10"),
        ("January to October 2021", "2021-01/2021-10"), ("2021年前三季度", "2021-01/2021-09"), ("2021年上半年", "2021-01/2021-06"),
        ("2021年10月末", "2021-10"), ("end of Oct 2021", "2021-10"), ("2021年", "2021"), ("202110", "2021-10"),
        ("1-10月", ""), ("2021年10月或11月", ""), ("2021年13月", ""), ("2021-1-10", ""), ("不知道", ""), ("", ""), ("Foo 2021", ""),
    ],
)  # fmt: skip
def test_a_period_however_it_is_written(said: str, period: str) -> None:
    assert typed(said) == period


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_answer_is_words_and_its_words_are_an_answer(tables: Tables, language: str) -> None:
    """Of all that may be asked: the choices in words, none of them a code; each is understood as it is worded."""
    for what, choices in {
        "months": ("cumulated", "alone", "end"), "words": ("yes", "-"), "edition": ("none",), "sign": ("falls", "grows"),
        "status": fields.STATUSES, "period": ("2021-01/2021-10", "2021-10", "2021"), "year": ("source",),
    }.items():  # fmt: skip
        key = Key("表", "table", "n月", what)  # type: ignore[arg-type]
        one = Question(key, "A1", "n月", 3, choices[0], "nothing", (), tuple(choices), True)
        for each in choices:
            said = worded.choice(one, each, tables, language)
            assert language == "en" or not re.search("[a-z]", said)
            assert worded.answers(one, said, tables) == each


def test_answers_that_hold_once_are_never_kept() -> None:
    keys = {
        Key("表", "table", "", "year"): "2021",
        Key("表", "table", "n月", "period"): "2021-06",
        Key("表", "column", "户数", "unit"): "家",
        Key("表", "column", "备用", "indicator"): "-",
        Key("另表", "table", "", "year"): "source",
        Key("另表", "row", "赣", "region"): "jiangxi",
        Key("另表", "table", "", "edition"): "none",
    }
    files = base() | {MAPPINGS: answers.keeping({}, keys, "head")}
    read, faults = project.read(files)
    assert not faults and read is not None
    kept = answers.kept(read.catalogue)
    assert kept == {key: one for key, one in keys.items() if one not in ("2021", "2021-06")}
    plain, _ = project.read(base())
    assert plain is not None and plain.version == read.version and plain.content != read.content
    changed = {Key("表", "column", "户数", "unit"): "个"}
    again, _ = project.read(files | {MAPPINGS: answers.keeping(kept, changed, "head")})
    assert again is not None and answers.kept(again.catalogue) == {**kept, **changed}


@pytest.mark.parametrize(
    "text",
    [
        "- table: x\n  answers: 3\n",
        "x",
        "- {table: x, answers: [{about: row, indicator: a, unit: b}]}",
        "\xff",
        "- [",
        "",
    ],
)
def test_a_broken_file_of_answers_gets_its_sentences(text: str) -> None:
    given, faults = answers.parsed("x.yaml", text.encode("latin-1"))
    assert given == {} and faults


@pytest.mark.parametrize(
    "unwanted", ["indicator: left_out", "indicator: '-'", "left_out: indicator", "indicator: 不导入"]
)
@pytest.mark.parametrize("sure", ["yes", "是", "Y", "true", "接受", "认可", "√"])
def test_what_isnt_wanted_is_said_as_people_would(unwanted: str, sure: str) -> None:
    text = f"- table: x\n  answers:\n    - about: column\n      said: y\n      {unwanted}\n      confirmed: {sure}\n"
    assert answers.parsed("x.yaml", text.encode()) == ({Key("x", "column", "y", "indicator"): LEFT_OUT}, ())
    assert answers.parsed("x.yaml", text.replace(sure, "否").encode()) == ({}, ())
    (fault,) = answers.parsed("x.yaml", text.replace(sure, "也许").encode())[1]
    assert "“也许”不在清单里；应为yes、no之一" in wording.fault(fault, "zh")


def test_a_row_that_a_colleague_has_changed_since_isnt_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two curators bring in a revision of the same figure; the second is told."""
    monkeypatch.chdir(folder)
    heads = ["地区", "规模以上工业增加值增速(%)"]
    for name, value in (("a.csv", "14.5"), ("b.csv", "13.8")):
        Path(name).write_bytes(separated([["2021年1—3月主要指标"], heads, ["江西", value]]))
        assert run(folder, name, "--source", "jiangxi_stats_2021_04") == 0
        out = Path(name.replace(".csv", ".proposed.csv"))
        held = next(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
        assert held["replaces"] and held["was"]
        rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
        rows[1][rows[0].index("accept")] = "yes"
        with out.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    assert main(["adopt", "b.proposed.csv", "--folder", str(folder / "own")]) == 0
    capsys.readouterr()
    assert main(["adopt", "a.proposed.csv", "--folder", str(folder / "own")]) == 1
    assert "13.8" in capsys.readouterr().err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "own")
    return tmp_path


def run(folder: Path, *given: str) -> int:
    return main(["import", *given, "--folder", str(folder / "own")])


def test_the_command_writes_proposals_and_questions_and_nothing_among_the_tables(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    before = {one: one.read_bytes() for one in (folder / "own").rglob("*") if one.is_file()}
    Path("六月.xlsx").write_bytes(xlsx({"Sheet1": JUNE}))
    assert run(folder, "六月.xlsx", "--like", SOURCE, "--date", "2021-07-20") == 0
    said = capsys.readouterr().out
    assert "六月.proposed.csv" in said and "confirmed" in said
    assert "2021年1—6月" in Path("六月.proposed.source.yaml").read_text("utf-8")
    assert before == {one: one.read_bytes() for one in (folder / "own").rglob("*") if one.is_file()}
    mapping = Path("六月.proposed.mapping.yaml")
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace("confirmed: no", "confirmed: yes"), "utf-8")
    assert (
        run(folder, "六月.xlsx", "--source", SOURCE, "--mapping", str(mapping), "--keep", "--language", "en")
        == 0
    )
    assert "kept" in capsys.readouterr().out
    assert main(["check", str(folder / "own")]) == 0
    capsys.readouterr()
    Path("七月.csv").write_bytes(separated([["2021年7月工业经济指标"], *JUNE[1:]]))
    assert run(folder, "七月.csv", "--source", SOURCE) == 0
    assert "已按保存的回答处理" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["七月.xlsx", "七月 (2).xlsx"])
@pytest.mark.parametrize("how", [("--source", SOURCE), ("--like", SOURCE, "--date", "2021-08-20")])
def test_the_line_that_is_told_shows_what_would_change(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    how: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.chdir(folder)
    Path(name).write_bytes(xlsx({"Sheet1": [["2021年7月工业经济指标"], *JUNE[1:]]}))
    assert run(folder, name, *how) == 0
    mapping = Path(name).with_name(f"{Path(name).stem}.proposed.mapping.yaml")
    mapping.write_text(mapping.read_text("utf-8").replace("confirmed: no", "confirmed: yes"), "utf-8")
    capsys.readouterr()
    assert run(folder, name, *how, "--mapping", str(mapping), "--language", language) == 0
    (line,) = re.findall(r"python -m industry (diff .*?)(?:；|\. Empty)", capsys.readouterr().out)
    assert main(shlex.split(line)) == 0
    assert "2021年1—7月" in capsys.readouterr().out


@pytest.mark.parametrize("date", ["2021年7月20日", "2021/7/20", "2021.7.20"])
def test_a_date_is_taken_as_people_write_it(folder: Path, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("六月.xlsx").write_bytes(xlsx({"Sheet1": JUNE}))
    assert run(folder, "六月.xlsx", "--like", SOURCE, "--date", date) == 0
    assert "2021-07-20" in Path("六月.proposed.source.yaml").read_text("utf-8")
    assert "（-）" not in Path("六月.proposed.mapping.yaml").read_text("utf-8")


def test_a_terminal_is_asked_one_by_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    Path("x.csv").write_bytes(separated(JUNE))
    typed = iter(["nonsense", "1", "alone", "-", "?"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def answer(prompt: str) -> str:
        print(prompt)
        try:
            return next(typed)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", answer)
    assert run(folder, "x.csv", "--source", SOURCE) == 0
    rows = Path("x.proposed.csv").read_text("utf-8-sig").splitlines()
    assert sum("profit,2021-06,201.3" in one for one in rows) == 1
    assert "“nonsense”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "--source"),
        (("--source", "nobody"), "nobody"),
        (("--like", SOURCE), "--date"),
        (("--like", SOURCE, "--date", "20210720"), "--date"),
        (("--source", SOURCE, "--region", "jiangsu"), "jiangsu"),
        (("--source", SOURCE, "--out", "own/data/x.csv"), "own/data/x.csv"),
        (("--source", SOURCE, "--out", "x.csv"), "x.csv"),
        (("--source", SOURCE, "--mapping", "own/data/mappings.yaml"), "mappings.yaml"),
        (("--source", SOURCE, "--mapping", "bad.yaml"), "bad.yaml"),
        (("--source", SOURCE, "--mapping", "slip.yaml"), "slip.yaml"),
    ],
)
@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_what_the_command_can_not_do_gets_a_sentence(
    given: tuple[str, ...],
    said: str,
    language: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    Path("x.csv").write_bytes(separated(JUNE))
    Path("bad.yaml").write_text("- {table: x, answers: [{about: row, indicator: a, unit: b}]}", "utf-8")
    assert run(folder, "x.csv", *given, "--language", language) == 1
    told = capsys.readouterr().err
    assert said in told and "Traceback" not in told


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04broken", b"%PDF-1.7", "没有数字的一段话".encode(), b"\x00\x01\x02"]
)
def test_a_file_without_tables_gets_a_sentence(
    data: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    Path("x.xlsx").write_bytes(data)
    assert run(folder, "x.xlsx", "--source", SOURCE) == 1
    assert "x.xlsx" in capsys.readouterr().err


def test_nothing_wrong_is_brought_in_of_drawn_sheets(tables: Tables) -> None:
    found = drawn.counted(tables, 100, 5)
    assert found["wrong"] == 0 and found["right"] > 500, found


def test_nothing_wrong_is_brought_in_of_changed_sheets_by_answers_given_before(tables: Tables) -> None:
    found = drawn.counted_changed(tables, 15, 6)
    assert found["wrong"] == 0 and found["right"] > 100, found
