"""``python -m industry read``: the CSV, and what it says where it can't read."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from industry.__main__ import main
from industry.curation.proposed import BESIDE
from industry.vocabulary import fields
from tests.conftest import WORLD
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
        (["{file}"], "Name the document's source by --source (jiangxi_2021_07"),
        (["{file}", "--source", "nobody"], "There is no source “nobody” in data/sources.yaml; its documents are: jiangxi"),
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
