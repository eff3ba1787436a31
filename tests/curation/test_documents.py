"""``python -m industry read``: the CSV, and what it says where it can't read."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from industry import project
from industry.__main__ import main
from industry.curation import adopting
from industry.curation.proposed import BESIDE, parsed
from industry.curation.proposed import written as written_rows
from industry.tables.store import contents
from industry.text.passage import Passage
from industry.vocabulary import fields
from tests.conftest import WORLD
from tests.unlike import posix
from ui import ROOT

TEXT = "上半年，全省规模以上工业增加值增长18.5%。\n汽车产量58.2万辆，同比增长37.1%。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "speech.txt"
    made.write_text(TEXT, "utf-8")
    return made


def told(output: bytes) -> list[dict[str, str]]:
    assert output.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(output.decode("utf-8-sig"), newline="")))


def written(file: Path, *arguments: str) -> list[dict[str, str]]:
    out = file.with_suffix(".csv")
    assert main(["read", str(file), *arguments, "--out", str(out)]) == 0
    return told(out.read_bytes())


def test_the_tables_columns_come_first_and_then_what_helps_to_decide(file: Path) -> None:
    rows = written(file, "--region", "jiangxi", "--date", "2021-07-25")
    assert list(rows[0]) == [*fields.COLUMN, *BESIDE]
    first = {name: cell for name, cell in rows[0].items() if cell}
    assert first.pop("held").startswith("jiangxi:value_added_growth:2021-01/2021-06")
    assert first == {
        "indicator": "value_added_growth", "period": "2021-01/2021-06", "value": "18.5", "status": "actual", "paragraph": "1",
        "as_printed": "18.5%", "region": "jiangxi", "name": "规模以上工业增加值", "unit": "%", "measure": "growth_yoy",
        "passage": "上半年，全省规模以上工业增加值增长18.5%。",
    }  # fmt: skip
    assert (rows[-1]["indicator"], rows[-1]["value"], rows[-1]["doubted"].split()[0]) == (
        "",
        "37.1",
        "indicator",
    )


def test_a_source_gives_region_and_date(file: Path) -> None:
    (first, *_) = written(file, "--source", "jiangxi_2021_07")
    assert (first["source"], first["region"], first["period"]) == (
        "jiangxi_2021_07",
        "jiangxi",
        "2021-01/2021-06",
    )


def test_no_text_of_the_document_runs_as_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_text("=HYPERLINK(1)汽车产量58.2万辆。\n@甲乙丙产量增长-7.1%。\n", "utf-8")
    for row in written(file, "--region", "jiangxi", "--date", "2021-07"):
        assert not any(cell.startswith(("=", "@", "+")) for cell in row.values())
        assert not row["as_printed"].startswith("-")


@pytest.mark.parametrize(
    ("date", "doubted"),
    [
        ("2021-06-15", True),
        ("2021年6月15日", True),
        ("2021-06-30", False),
        ("2021-06", False),
        ("2021-07-02", False),
    ],
)
def test_a_period_that_was_not_over_is_doubted(file: Path, date: str, doubted: bool) -> None:
    row = written(file, "--region", "jiangxi", "--date", date)[0]
    assert row["period"] == "2021-01/2021-06" and ("period" in row["doubted"].split()) == doubted


@pytest.mark.parametrize(
    ("aim", "doubted"),
    [("力争增长", True), ("预期目标为增长", False), ("预期目标为力争增长", False), ("确保增长", False)],
)
def test_what_is_striven_for_is_no_sure_target(tmp_path: Path, aim: str, doubted: bool) -> None:
    file = tmp_path / "speech.txt"
    file.write_text(f"2022年，全省规模以上工业增加值{aim}8%。\n", "utf-8")
    (row,) = written(file, "--region", "jiangxi", "--date", "2021-12-31")
    assert row["status"] == "target" and ("status" in row["doubted"].split()) == doubted


def test_word_documents_are_read_by_their_blocks(tmp_path: Path) -> None:
    made = docx.Document()
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(str(tmp_path / "speech.docx"))
    rows = written(tmp_path / "speech.docx", "--region", "jiangxi", "--date", "2021")
    assert rows[0]["paragraph"] == "1" and rows[0]["as_printed"] == "18.5%"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{file}"], "Name the document's source by --source; "),
        (["{file}", "--source", "nobody"], "There is no source “nobody” in data/sources.yaml. "),
        (["{file}", "--region", "nowhere"], "There is no region “nowhere”; there are: china"),
        (["{file}", "--region", "jian", "--date", "2021-13"], "“2021-13” is no date"),
        (["{folder}/none.txt", "--region", "jian"], "There is no such file: "),
        (["{folder}", "--region", "jian"], "This is a folder."),
        (["{folder}/picture.png", "--region", "jian"], "Files of the kind “.png” cannot be read."),
        (["{folder}/scan.pdf", "--region", "jian"], "The file is damaged"),
        (["{file}", "--region", "jian", "--out", "{folder}"], "Can't write to {folder}: "),
        (["{file}", "--region", "jian", "--out", "{folder}/none/a.csv"], "Can't write to {folder}/none/a.csv: "),
        (["{file}", "--region", "jian", "--out", "{file}"], "Can't write to {file}: proposals neither replace"),
        (["{file}", "--region", "jian", "--out", f"{WORLD}/data/observations/a.csv"], "Can't write to "),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_a_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    (file.parent / "picture.png").write_bytes(b"\x89PNG")
    (file.parent / "scan.pdf").write_bytes(b"nothing")
    names = {"file": str(file), "folder": str(file.parent)}
    asked = [one.format(**names) for one in arguments]
    before = {path: path.read_bytes() for path in (file, *WORLD.rglob("*.csv"))}
    assert main(["read", *asked, "--folder", str(WORLD), "--language", "en"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(sentence.format(**names)) and said.out == ""
    assert main(["read", *asked, "--folder", str(WORLD)]) == 1
    chinese = capsys.readouterr().err
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese) and "Traceback" not in chinese
    assert before == {path: path.read_bytes() for path in before}
    assert {*WORLD.rglob("*.csv")} == {path for path in before if path != file}


@posix
@pytest.mark.parametrize(("end", "status"), [("| head -c 9", 0), (">&-", 0), ("> /dev/full", 1)])
def test_wherever_its_rows_go_it_tells_by_its_status(file: Path, end: str, status: int) -> None:
    done = subprocess.run(
        [
            "sh",
            "-c",
            f'"$0" -m industry read "$1" --region jiangxi --date 2021-07 {end}',
            sys.executable,
            str(file),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)


def test_without_a_name_the_rows_go_to_standard_output(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "industry", "read", str(file), "--region", "jiangxi", "--date", "2021-07"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert told(done.stdout)[0]["value"] == "18.5"


TITLES = ("--title", "年中工作会议报道：“新”", "--title-en", "Report: the mid-year meeting")


def test_a_document_that_is_no_source_yet_makes_one_and_its_sentences_are_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file's name is the document's, unless another source's document has it; nothing is copied."""
    folder = tmp_path / "tables"
    shutil.copytree(WORLD, folder)
    like = ("--like", "hebei_2021_11", "--date", "2021-12-03", "--kind", "meeting", *TITLES)
    for number, wanted in enumerate(("讲话.v2", "hebei_2021_12_2")):
        file = tmp_path / str(number) / "讲话.v2.txt"
        file.parent.mkdir()
        file.write_text(f"大会召开。\n1—11月，全省规模以上工业增加值增长{number + 4}.3%。\n", "utf-8")
        out = file.with_name(
            "rows.csv" if number else "讲话.v2.proposed.csv"
        )  # beside it, unless another is said
        asked = ("read", str(file), *like, "--folder", str(folder), *(("--out", str(out)) if number else ()))
        assert main([*asked]) == 0
        said = capsys.readouterr().out
        assert f"请把“讲话.v2.txt”以“{wanted}.txt”为文件名放入 documents 文件夹" in said
        record = out.with_name(f"{out.stem}.source.yaml")
        (row,) = parsed(out.name, out.read_bytes())
        out.write_bytes(written_rows([replace(row, accepted=True)]))
        adopted = adopting.adopt(
            folder, parsed(out.name, out.read_bytes()), [(record.name, record.read_bytes())]
        )
        assert adopted is not None
        tables, faults = project.read(contents(folder))
        assert tables is not None, faults
        source = tables.catalogue.sources[row.cells["source"]]
        assert (source.document, source.kind, source.region) == (wanted, "meeting", "hebei")
        assert source.title.zh == TITLES[1]
        (held,) = (one for one in tables.rows(region="hebei") if one.publication.id == source.id)
        shelf = project.documents(folder, "documents")
        assert not shelf.holds(source) and getattr(shelf.passage(held), "code", "") == "missing"
        (folder / "documents").mkdir(exist_ok=True)
        shutil.copy(file, folder / "documents" / f"{wanted}.txt")
        assert shelf.holds(source)
        found = shelf.passage(held)
        assert isinstance(found, Passage)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--like", "nothing", "--date", "2021-12", *TITLES), "不能仿照“nothing”新建出处"),
        (("--like", "jiangxi_stats_2021_04", "--date", "2021-12", *TITLES), "不能仿照"),
        (("--like", "hebei_2021_11", "--date", "2021-12"), "--title 和 --title-en"),
        (("--like", "hebei_2021_11", *TITLES), "--date（年-月-日"),
        (("--like", "hebei_2021_11", "--date", "昨天", *TITLES), "“昨天”不是日期"),
        (("--like", "hebei_2021_11", "--date", "2021-12", "--region", "jian", *TITLES), "属于地区hebei"),
        (("--like", "hebei_2021_11", "--date", "2021-12", "--source", "hebei_2021_11", *TITLES), "不能再给"),
    ],
)  # fmt: skip
def test_a_source_that_cannot_be_made(
    file: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], sentence: str
) -> None:
    before = set(file.parent.iterdir())
    assert main(["read", str(file), *more, "--folder", str(WORLD)]) == 1
    assert sentence in capsys.readouterr().err
    assert set(file.parent.iterdir()) == before
