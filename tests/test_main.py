"""The command line: ``python -m industry check``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from industry.__main__ import main
from tests.servers import WORLD
from tests.tables.fault_tables import BASE, OBSERVATIONS, base
from ui import ROOT

BROKEN = base()[OBSERVATIONS].decode().replace("18.5,", "18.6,").replace("超300家", "超3O0家")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / OBSERVATIONS).write_text(BROKEN, encoding="utf-8")
    return tmp_path


def test_where_nothing_is_wrong_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("没有错误：")


def test_every_fault_has_its_line(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--language", "en", str(broken)]) == 1
    first, second, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("data/observations/jiangxi.csv, line 2, column value: “18.6” isn't what")
    assert second.startswith(
        "data/observations/jiangxi.csv, line 4, column as_printed: “超3O0家” can't be read"
    )
    assert rest == []
    assert main(["check", "--language", "en", "--folder", str(broken)]) == 1
    assert capsys.readouterr().out.splitlines() == [first, second]


def test_rows_entered_by_hand_are_counted_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    lines = base()[OBSERVATIONS].decode().replace("as_printed,", "as_printed,by_hand,").splitlines()
    lines[1:] = [
        line.replace("18.5%,", "由降转升18.5%,yes,").replace("家,", "家,,").replace("次,", "次,,")
        for line in lines[1:]
    ]
    (tmp_path / OBSERVATIONS).write_text("\n".join(lines), encoding="utf-8")
    assert main(["check", "--language", "en", str(tmp_path)]) == 0
    _, count, *listed, _ = capsys.readouterr().out.splitlines()
    assert count.startswith("Entered by hand: 1")
    assert listed == [
        "data/observations/jiangxi.csv, line 2: Industrial value added growth, 18.5%, printed “由降转升18.5%”"
    ]


@pytest.mark.parametrize("arguments", [["check", "--nonsense"], ["check", "a", "b"], ["nonsense"], []])
def test_an_odd_command_ends_with_1_and_never_another(arguments: list[str]) -> None:
    assert main(arguments) == 1


@pytest.mark.parametrize(("command", "status"), [("check >&-", 0), ("check > /dev/full", 1)])
def test_wherever_its_lines_go_it_tells_by_its_status(command: str, status: int, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m industry {command}', sys.executable],
        cwd=ROOT,
        env={**os.environ, "DATA": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)


def test_chinese_comes_first(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken)]) == 1
    assert capsys.readouterr().out.startswith("data/observations/jiangxi.csv 第2行 value列：“18.6”与")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_any_console_gets_its_lines(broken: Path, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "industry", "check", str(broken)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 2


def test_a_file_has_its_chinese_name_whatever_the_system_takes_names_for(tmp_path: Path) -> None:
    """A process of its own: the encoding is settled where Python starts."""
    ascii = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    asked = [
        "--folder",
        str(WORLD),
        "--figure",
        "coverage",
        "--format",
        "xlsx",
        "--out",
        str(tmp_path / "表格"),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "industry", "export", *asked],
        env=os.environ | ascii, cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and not done.stderr, done.stderr.decode("utf-8", "replace")
    assert [one.suffix for one in (tmp_path / "表格").glob("*_zh_*")] == [".xlsx"]
    assert any("\u4e00" <= one <= "\u9fff" for one in next((tmp_path / "表格").iterdir()).name)
