"""The commands that adopt, take back and check: what they say, and what of files can't be adopted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.curation import adopting, history
from industry.curation.proposed import written
from industry.curation.writing import lock
from industry.tables.store import contents
from tests.curation.made import (
    CHINA,
    JIANGXI,
    SOURCE,
    asked,
    held,
    made,
    on_disk,
    row,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main([*arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_commands(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = asked()["rows"]
    file, records = tmp_path / "proposed.csv", tmp_path / "new.yaml"
    file.write_bytes(written([replace(one, accepted=False) for one in rows]))
    records.write_text(SOURCE, "utf-8")
    where = ("--folder", str(folder))
    before = on_disk(folder)
    status, out, err = told(capsys, "adopt", str(file), *where)
    assert (status, out) == (1, "") and "共3条待录数据，没有一条标明采用" in err and "yes" in err
    status, out, err = told(capsys, "adopt", str(file), str(records), *where)
    assert status == 1 and "没有一条标明采用" in err
    file.write_bytes(written([*rows, row(accepted=False)]))
    status, out, err = told(capsys, "adopt", str(file), str(records), *where)
    assert (status, err) == (0, "")
    assert out.startswith("已采用：新增2条，替换1条；改动的文件：data/observations/china.csv, ")
    assert "history/backups/" in out and "另有1条未标明采用" in out and "python -m industry undo" in out
    assert told(capsys, "adopt", str(file), str(records), *where) == (
        0,
        "这些数据都已录入，表格未改动。\n",
        "",
    )
    again = tmp_path / "again.csv"
    again.write_bytes(written([*rows, row(period="2021-01/2021-08")]))
    status, out, err = told(capsys, "adopt", str(again), *where, "--language", "en")
    assert status == 1 and "would be data/observations" in err
    status, out, err = told(capsys, "undo", *where, "--language", "en")
    assert (status, err) == (0, "") and out.startswith("Undone: the adoption of ") and "undo --back" in out
    assert f" by {lock.me()}; files" in out, "whose it was"
    assert on_disk(folder) == before
    assert told(capsys, "undo", *where) == (1, "", "没有可撤销的采用。\n")
    status, out, err = told(capsys, "undo", "--back", *where)
    assert (status, err) == (0, "") and out.startswith("已恢复") and f"由{lock.me()}撤销的采用" in out
    assert told(capsys, "check", str(folder), "--language", "en")[0] == 0


def test_undo_says_whose_adoption_it_takes_back_and_of_when(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def by(name: str) -> None:
        monkeypatch.setattr(lock, "me", lambda: name)

    by("first@office")
    adopting.adopt(folder, **asked())
    by("second@office")
    status, out, _ = told(capsys, "undo", "--folder", str(folder))
    assert status == 0 and "2031-08-05 09:30:00" in out and "first@office" in out and "second" not in out
    by("third@office")
    status, out, _ = told(capsys, "undo", "--back", "--folder", str(folder))
    assert status == 0 and "second@office" in out and "third" not in out


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("none.csv", None, "没有这个文件："),
        ("a.csv", b"a,b\n", "a.csv：不是待录数据；"),
        ("a.yaml", b"5", "a.yaml：不是出处的清单；"),
        ("a.yaml", b"- [", "a.yaml：出处有错误，"),
        ("a.docx", b"PK", "a.docx：下列各处读不懂，"),
        ("a.csv", "\ufeff".encode() + b"x" * 9, "a.csv：不是待录数据；"),
        ("empty", "folder", "文件夹"),
    ],
)  # fmt: skip
def test_what_cannot_be_adopted_is_told_in_sentences(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | str | None,
    sentence: str,
) -> None:
    if isinstance(data, bytes):
        (tmp_path / name).write_bytes(data)
    elif data:
        (tmp_path / name).mkdir()
    before = on_disk(folder)
    status, out, err = told(capsys, "adopt", str(tmp_path / name), "--folder", str(folder))
    assert (status, out) == (1, "") and err.startswith(sentence), err
    status, out, err = told(
        capsys, "adopt", str(tmp_path / name), "--folder", str(folder), "--language", "en"
    )
    assert status == 1 and "Traceback" not in err
    assert on_disk(folder) == before


def test_a_region_s_table_and_folders_are_adopted_whole(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = made(tmp_path / "other")
    adopting.adopt(other, [row(source="meeting", paragraph="8", period="2021-01/2021-05")])
    after = on_disk(other)
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "jiangxi.csv").write_bytes(after[JIANGXI])
    for what in (tables / "jiangxi.csv", tables, other):
        status, out, err = told(capsys, "adopt", str(what), "--folder", str(folder))
        assert (status, err) == (0, "") and out.startswith(
            "已采用整表；改动的文件：data/observations/jiangxi.csv。"
        ), what
        assert on_disk(folder) == after
        assert told(capsys, "undo", "--folder", str(folder))[0] == 0
    (tables / "jiangxi.csv").write_bytes(b"".join(after[JIANGXI].splitlines(keepends=True)[:-1]))
    status, out, err = told(capsys, "adopt", str(tables), "--folder", str(folder))
    assert status == 1 and "--replace" in err and "data/observations/jiangxi.csv 第5行：meetings" in err
    files = [str(tables), str(tmp_path / "p.csv")]
    (tmp_path / "p.csv").write_bytes(written([row()]))
    assert told(capsys, "adopt", *files, "--folder", str(folder))[2].startswith("整表和待录数据不能一次采用")


def test_check_keeps_the_version_and_says_so_where_it_cannot(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = held(folder).version
    assert told(capsys, "check", str(folder))[0] == 0
    assert [one.version for one in history.held(folder)] == [version]
    for path in (folder / "history").iterdir():
        path.unlink()
    (folder / "history").rmdir()
    (folder / "history").write_text("no folder")
    status, out, err = told(capsys, "check", str(folder))
    assert (status, err) == (0, "") and out.count("history") == 1


def test_check_takes_back_what_was_cut_off(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from industry.tables.lying import under_way

    before = on_disk(folder)
    change = under_way.UnderWay(
        {CHINA: before[CHINA]}, {CHINA: under_way.fingerprint(b"half")}, "adopt", "她", "2031-08-05 09:30:00"
    )
    (folder / "history").mkdir()
    (folder / under_way.JOURNAL).write_bytes(under_way.written(change))
    (folder / CHINA).write_bytes(b"half")
    assert contents(folder) == before
    status, out, _ = told(capsys, "check", str(folder))
    assert status == 0 and out.startswith("2031-08-05 09:30:00由她进行的一次采用或撤销曾中断")
    assert on_disk(folder) == before
    (folder / under_way.JOURNAL).write_bytes(under_way.written(change))
    (folder / CHINA).write_bytes(before[CHINA] + b"\n")  # a hand's own edit after it was cut off
    found = adopting.recover(folder)
    assert found is not None and found.kept == (CHINA,)
    assert (folder / CHINA).read_bytes() == before[CHINA] + b"\n"


@pytest.mark.parametrize("command", ["adopt", "undo"])
def test_who_stops_it_is_told_what_to_rely_on(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    (tmp_path / "p.csv").write_bytes(
        written([row(source="meeting", paragraph="8", period="2021-01/2021-05")])
    )
    adopting.adopt(folder, **asked())
    before = on_disk(folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(adopting.journal, "change", stop)
    files = [str(tmp_path / "p.csv")] if command == "adopt" else []
    status, out, err = told(capsys, command, *files, "--folder", str(folder))
    assert (status, out) == (130, "") and err.startswith("已中断。")
    assert on_disk(folder) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_folder_without_tables_is_named(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    rows = tmp_path / "rows.csv"
    rows.write_bytes(written([row()]))
    for name, told in (
        ("nowhere", {"zh": "没有文件夹", "en": "There is no folder"}),
        ("empty", {"zh": "没有表格", "en": "no tables"}),
    ):
        for command in (["adopt", str(rows)], ["undo"], ["undo", "--back"]):
            given = [*command, "--folder", str(tmp_path / name), "--language", language]
            assert main(given) == 1
            said = capsys.readouterr().err
            assert told[language] in said and str(tmp_path / name) in said
        assert not (tmp_path / name / "history").exists()
