"""Answers and rows of an import on their way among the tables: kept by adopting, taken back by undoing, told where nobody has read them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.curation.importing.importer import imported
from industry.curation.sheets import books
from industry.tables.references import MAPPINGS
from industry.tables.tables import Tables
from tests.conftest import WORLD
from tests.curation.workbooks import separated

SOURCE = "nbs_2022_01_27"
ROWS = [
    ["2021年1—11月主要指标"],
    ["地区", "利润总额（亿元）", "规模以上工业增加值增速（%）"],
    ["江西", "201.3", "31.4"],
    ["河北", "188.0", "7.3"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(WORLD, tmp_path / "own")
    monkeypatch.chdir(tmp_path)
    Path("x.csv").write_bytes(separated(ROWS))
    return tmp_path / "own"


def run(folder: Path, *given: str) -> int:
    return main([*given, "--folder", str(folder)])


def test_a_confirmed_file_of_answers_is_adopted_along_with_rows_and_one_that_is_not_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "import", "x.csv", "--source", SOURCE) == 0
    assert "还没有人看过" in capsys.readouterr().out
    mapping = Path("x.proposed.mapping.yaml")
    assert run(folder, "adopt", "x.proposed.csv", str(mapping)) == 1
    assert "个回答没有填写或没有确认" in capsys.readouterr().err and not (folder / MAPPINGS).exists()
    mapping.write_text(mapping.read_text("utf-8").replace("confirmed: no", "confirmed: yes"), "utf-8")
    assert run(folder, "adopt", "x.proposed.csv", str(mapping)) == 0
    told = capsys.readouterr().out
    assert "其中1条是 import 预先标明采用的" in told and MAPPINGS in told
    assert "indicator: 'profit'" in (folder / MAPPINGS).read_text("utf-8")
    assert run(folder, "undo") == 0 and not (folder / MAPPINGS).exists()


def test_answers_that_import_keeps_are_adopted_with_a_backup(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "import", "x.csv", "--source", SOURCE) == 0
    mapping = Path("x.proposed.mapping.yaml")
    mapping.write_text(mapping.read_text("utf-8").replace("confirmed: no", "confirmed: yes"), "utf-8")
    given = ("import", "x.csv", "--source", SOURCE, "--mapping", str(mapping), "--keep")
    assert run(folder, *given) == 0
    assert "history/backups" in capsys.readouterr().out and (folder / MAPPINGS).exists()
    assert run(folder, *given) == 0
    assert "没有改动" in capsys.readouterr().out
    assert run(folder, "undo") == 0 and not (folder / MAPPINGS).exists()


@pytest.mark.parametrize(("lasting", "kept"), [("", False), ("      unit: 家\n", True)])
def test_an_answer_that_holds_once_is_counted_as_not_kept(
    lasting: str, kept: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "- table: 表\n  answers:\n    - about: table\n      period: 2021年1—11月\n"
    if lasting:
        text += f"    - about: column\n      said: 户数\n{lasting}"
    Path("given.yaml").write_text(text, "utf-8")
    assert run(folder, "import", "x.csv", "--source", SOURCE, "--mapping", "given.yaml", "--keep") == 0
    told = capsys.readouterr().out
    assert "有1个回答（年份、期间）只对这个文件有效，没有保存" in told
    assert ("已保存1个回答" in told) == (folder / MAPPINGS).exists() == kept
    if kept:
        assert "period" not in (folder / MAPPINGS).read_text("utf-8")


def test_a_template_that_nobody_has_changed_is_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "template", "jiangxi", "--out", "t.xlsx") == 0
    capsys.readouterr()
    assert run(folder, "import", "t.xlsx") == 0
    assert "都已有" in capsys.readouterr().out and not Path("t.proposed.csv").exists()


def test_the_newest_sources_are_listed_and_the_others_counted(
    folder: Path, tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "import", "x.csv") == 1
    told = capsys.readouterr().err.splitlines()
    every = [one for one in tables.catalogue.sources.values() if one.kind == "statistics"]
    shown = told[1:11]
    assert len(told) == (12 if len(every) > 10 else len(every) + 1)
    assert shown[0].split()[-1] == max(one.date or "" for one in every)


def test_a_question_shows_what_stands_in_the_sheet_and_none_is_asked_where_title_and_heads_agree(
    tables: Tables,
) -> None:
    rows = [
        ["2021年1—10月主要指标"],
        ["地区", "规模以上工业增加值", "规模以上工业企业营业收入", "", "工业投资增速(%)"],
        ["", "累计增长(%)", "1—10月（亿元）", "同比增长(%)", ""],
        ["江西", "8.2", "38906.3", "5.6", "10.9"],
    ]
    source = tables.catalogue.sources[SOURCE]
    found = imported(books.read("x.csv", separated(rows)), tables, {}, source)
    assert not [one for one in found.questions if one.key.what == "period"]
    one = imported(books.read("x.csv", separated(ROWS)), tables, {}, source).questions[0]
    assert (one.shown, one.guess) == ("利润总额（亿元）", "profit")


def test_a_line_over_rows_of_a_table_beside_another_speaks_of_them(tables: Tables) -> None:
    left = [["2021年1-6月主要指标", ""], ["地区", "地区生产总值(亿元)"], ["", ""], ["江西", "1.5"]]
    right = [
        ["2021年1-6月主要指标", ""],
        ["指标", "河北"],
        ["其中：国有企业", ""],
        ["工业投资增速(%)", "3.5"],
    ]
    rows = [[*one, "", *other] for one, other in zip(left, right, strict=True)]
    found = imported(books.read("x.csv", separated(rows)), tables, {}, tables.catalogue.sources[SOURCE])
    row = next(one for one in found.rows if "3.5" in one.told["passage"])
    assert row.doubted
