"""Adopting and taking back: all faults at their cells, nothing of a colleague's overwritten, the very bytes of before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from industry import project
from industry.__main__ import main
from industry.curation import adopting, history
from industry.curation.proposed import against, written
from industry.curation.refusal import Place, Refusal
from industry.curation.writing import lock, log
from industry.tables import reader, store
from industry.tables.store import contents
from tests.conftest import ROOT, SHIPPED_STILL
from tests.curation.made import (
    AT,
    CHINA,
    FIRMS,
    JIANGXI,
    SOURCE,
    SOURCES,
    asked,
    differing,
    firms,
    held,
    made,
    on_disk,
    row,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


def refused(work: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as found:
        work()
    for language in ("zh", "en"):
        assert not any("{}" in line or "{0}" in line for line in found.value.told(language))
    return found.value


def test_rows_and_sources_become_part_of_the_tables(folder: Path) -> None:
    before = on_disk(folder)
    done = adopting.adopt(folder, **asked())
    assert done is not None and done.kept and not done.merged and done.recovered is None
    entry = done.entry
    assert entry.files == (CHINA, JIANGXI, SOURCES) == tuple(differing(before, on_disk(folder)))
    assert (entry.what, entry.rows, entry.replaced, entry.named) == (
        "adopt",
        2,
        1,
        ("proposed.csv", "new.yaml"),
    )
    assert (entry.at, entry.who) == ("2031-08-05 09:30:00", lock.me())
    assert entry.after == held(folder).version
    assert log.read(folder) == (entry,)
    assert history.unpacked(folder / adopting.BACKUPS / entry.backup, "") == before
    assert history.files(folder, entry.after) == on_disk(folder)
    assert history.files(folder, entry.before) == before


def test_nothing_accepted_changes_nothing(folder: Path) -> None:
    before = on_disk(folder)
    assert adopting.adopt(folder, [row(accepted=False)]) is None
    assert on_disk(folder) == before and log.read(folder) == ()


def test_taken_back_and_again_and_adopted_again(folder: Path) -> None:
    states = [on_disk(folder)]
    adopting.adopt(folder, **asked())
    states.append(on_disk(folder))
    adopting.adopt(folder, [row(period="2021-01/2021-08", value="17.9")], at=AT)
    states.append(on_disk(folder))
    for at in (1, 0):
        adopting.undo(folder, at=AT)
        assert on_disk(folder) == states[at]
    assert refused(lambda: adopting.undo(folder)).key == "no_undo"
    for at in (1, 2):
        adopting.undo(folder, back=True, at=AT)
        assert on_disk(folder) == states[at]
    assert refused(lambda: adopting.undo(folder, back=True)).key == "no_redo"
    adopting.undo(folder, at=AT)
    assert on_disk(folder) == states[1]
    adopting.adopt(folder, [row(period="2021-01/2021-10", value="17.1")], at=AT)
    assert refused(lambda: adopting.undo(folder, back=True)).key == "no_redo"
    adopting.undo(folder, at=AT)
    assert on_disk(folder) == states[1]
    assert len({one.backup for one in log.read(folder)}) == len(log.read(folder)) == 9


def test_what_was_edited_by_hand_since_is_not_taken_back(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    table = folder / CHINA
    good = table.read_bytes()
    for edited in (good + b"\n", good.replace(b"15.9", b"15.8"), good.replace(b"\n", b"\r\n")):
        table.write_bytes(edited)
        told = refused(lambda: adopting.undo(folder))
        assert told.key == "edited_since" and told.facts[:2] == ("2031-08-05 09:30:00", CHINA)
        assert (folder / str(told.facts[2])).is_file()
        assert table.read_bytes() == edited
    table.write_bytes(good)
    (folder / "config.yaml").write_bytes((folder / "config.yaml").read_bytes() + b"\n# a title\n")
    adopting.undo(folder)
    assert "a title" in (folder / "config.yaml").read_text("utf-8")
    adopting.undo(folder, back=True)
    (folder / "data/indicators/more.yaml").write_text("[]")
    assert refused(lambda: adopting.undo(folder)).facts[1] == "data/indicators/more.yaml"


def test_without_its_backup_nothing_is_taken_back(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    after = on_disk(folder)
    (backup,) = (folder / adopting.BACKUPS).iterdir()
    whole = backup.read_bytes()
    for data in (b"", whole[: len(whole) // 2], b"PK"):
        backup.write_bytes(data)
        assert refused(lambda: adopting.undo(folder)).key == "version_unreadable"
    backup.unlink()
    assert refused(lambda: adopting.undo(folder)).key == "version_unreadable"
    assert on_disk(folder) == after


def test_faults_are_told_at_the_line_of_the_proposal_and_of_the_table(tmp_path: Path, folder: Path) -> None:
    rows = [row(), firms("13710", qualifier="about"), row("china", indicator="growths")]
    file = tmp_path / "proposed.csv"
    file.write_bytes(written(rows))
    before = on_disk(folder)
    from industry.curation import given

    told = refused(lambda: adopting.adopt(folder, given.read([file]).rows))
    assert told.key == "faulty"
    along, *sentences = list(told.told("zh"))[1:]
    assert "bureau_later" in along and ".source.yaml" in along
    assert len(sentences) == 4
    assert sentences[0].startswith(
        "proposed.csv 第4行，录入后即 data/observations/china.csv 第3行 indicator列："
    )
    assert any(
        one.startswith("proposed.csv 第3行，录入后即 data/observations/jiangxi.csv 第4行 qualifier列：")
        for one in sentences
    )
    assert on_disk(folder) == before and not (folder / adopting.BACKUPS).exists()


def test_a_row_that_is_there_already_is_a_fault_of_its_line(tmp_path: Path, folder: Path) -> None:
    adopting.adopt(folder, **asked())
    told = refused(lambda: adopting.adopt(folder, **asked() | {"sources": []}))
    assert {one.fault.code for one in told.wrong if one.fault} == {"duplicate_row"}


def test_what_changed_meanwhile_is_merged_unless_it_is_what_the_rows_touch(folder: Path) -> None:
    base = reader.content(contents(folder))
    mine = against(
        [firms(), row(source="meeting", paragraph="8", period="2021-01/2021-05", value="19")], held(folder)
    )
    adopting.adopt(folder, [row("china", value="11.8")], [("new.yaml", SOURCE.encode())])
    done = adopting.adopt(folder, mine, base=base)
    assert done is not None and done.merged
    tables = held(folder)
    assert str(tables.row(FIRMS).value) == "13710" and len(tables.rows(region="china")) == 2
    yours = replace(firms("13711"), told=mine[0].told)  # proposed when mine was not yet there
    told = refused(lambda: adopting.adopt(folder, [yours], base=base))
    assert [one.key for one in told.wrong] == ["replaces_changed"]
    assert told.wrong[0].facts[1:] == (
        "value=14000 | inferred=scope | as_printed=1.4万家 | note_zh=口径未注明 | note_en=The scope is not printed.",
        "value=13710 | as_printed=13710家",
    )
    same_key = row(source="meeting", paragraph="8", period="2021-01/2021-05", value="18")
    told = refused(lambda: adopting.adopt(folder, [same_key], base=base))
    assert {one.fault.code for one in told.wrong if one.fault} == {"contradictory_row"}


def test_a_file_edited_while_it_is_adopted_stays_as_it_was_edited(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up = adopting._backed_up

    def edited(*told: object) -> Path:
        (folder / CHINA).write_bytes((folder / CHINA).read_bytes() + b"\n")
        return backed_up(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(adopting, "_backed_up", edited)
    before = on_disk(folder)
    assert refused(lambda: adopting.adopt(folder, **asked())).facts == (CHINA,)
    assert differing(before, on_disk(folder)) == [CHINA]
    assert on_disk(folder)[CHINA] == before[CHINA] + b"\n"


def waited(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], None]) -> list[float]:
    """Gets the seconds that are waited, which pass by themselves; meanwhile something happens."""
    looks: list[float] = []

    def passes(seconds: float) -> None:
        looks.append(seconds)
        happens()

    monkeypatch.setattr(store, "STILL", SHIPPED_STILL)
    own = (*(store.still.__defaults__ or ())[:-2], lambda: sum(looks), passes)
    monkeypatch.setattr(store.still, "__defaults__", own)
    return looks


def test_files_that_are_being_saved_are_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (folder / CHINA).read_bytes()
    saved = [b"half", whole[:-30], whole]
    looks = waited(monkeypatch, lambda: saved and (folder / CHINA).write_bytes(saved.pop(0)))  # type: ignore[arg-type,return-value]
    adopting.adopt(folder, **asked())
    assert not saved and on_disk(folder)[CHINA].startswith(whole.rstrip()) and sum(looks) > SHIPPED_STILL
    looks.clear()
    adopting.undo(folder)
    assert on_disk(folder)[CHINA] == whole and not looks, "what adopting has written is whole"


def test_files_that_are_saved_on_and_on_are_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopting, "_PATIENCE", -time.monotonic() + 20)
    sizes = iter(range(10**6))
    looks = waited(monkeypatch, lambda: (folder / CHINA).write_bytes(b"x" * next(sizes)) and None)
    assert refused(lambda: adopting.adopt(folder, **asked())).key == "saving_now"
    assert log.read(folder) == () and 15 < sum(looks) < 25


def test_whole_tables_lose_nothing_unless_they_are_to(folder: Path, tmp_path: Path) -> None:
    copy, old = made(tmp_path / "copy"), made(tmp_path / "old")
    adopting.adopt(copy, [row("china", value="11.8")], [("new.yaml", SOURCE.encode())])
    adopting.adopt(folder, whole=contents(copy))
    assert on_disk(folder) == on_disk(copy)
    told = refused(lambda: adopting.adopt(folder, whole=contents(old)))
    assert told.key == "would_lose" and {one.facts[0] for one in told.wrong} == {CHINA, SOURCES}
    done = adopting.adopt(folder, whole=contents(old), replace=True)
    assert done is not None and on_disk(folder) == on_disk(old)
    adopting.undo(folder)
    assert on_disk(folder) == on_disk(copy)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_colleague_who_comes_second_is_told_who_and_since_when(folder: Path, when: str) -> None:
    before = on_disk(folder)
    with lock.held(folder, AT - timedelta(minutes=2)):
        if when == "after":
            (folder / lock.HOLDER).unlink()
        told = refused(lambda: adopting.adopt(folder, **asked()))
        assert (told.key, told.facts) == (
            ("held_since", (lock.me(), "2031-08-05 09:28:00")) if when == "before" else ("held", ())
        )
        assert refused(lambda: adopting.undo(folder)).key == told.key
    assert on_disk(folder) == before
    assert adopting.adopt(folder, **asked()) is not None
    assert not (folder / lock.HOLDER).exists()


def test_the_lock_of_a_process_that_was_killed_is_free(folder: Path) -> None:
    script = "import sys, time; from datetime import datetime; from pathlib import Path; from industry.curation.writing import lock\n"
    script += "with lock.held(Path(sys.argv[1]), datetime.now()): print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", script, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
        assert refused(lambda: adopting.adopt(folder, **asked())).key == "held_since"
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    assert (folder / lock.HOLDER).exists(), "it had no time to take its note away"
    assert adopting.adopt(folder, **asked()) is not None


def test_two_at_once_lose_nothing(folder: Path) -> None:
    """Eight processes adopt a row each at the same moment, again until it is in: all are in the end, and can be taken back."""
    start = on_disk(folder)
    begin = time.time() + 0.4
    children = []
    for number in range(8):
        child = os.fork()
        if child == 0:
            try:
                time.sleep(max(0, begin - time.time()))
                for _ in range(400):
                    try:
                        adopting.adopt(
                            folder,
                            [row(source="meeting", paragraph=str(number + 20), period="2021-01/2021-05")],
                        )
                        os._exit(0)
                    except Refusal as told:
                        if told.key not in ("held", "held_since"):
                            os._exit(2)
                        time.sleep(0.01)
            finally:
                os._exit(1)
        children.append(child)
    assert [os.WEXITSTATUS(os.waitpid(child, 0)[1]) for child in children] == [0] * 8
    assert len(held(folder).rows(region="jiangxi")) == 4 + 8
    assert len(log.read(folder)) == 8
    for _ in range(8):
        adopting.undo(folder)
    assert on_disk(folder) == start


def test_a_log_with_damaged_lines_is_read_as_far_as_it_goes(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    path = folder / log.LOG
    path.write_bytes(b"nothing\n[]\n{}\n" + path.read_bytes() + b'{"what": "ado')
    assert len(log.read(folder)) == 1
    adopting.adopt(folder, [row(period="2021-01/2021-08")], at=AT)
    assert [one.what for one in log.read(folder)] == ["adopt", "adopt"]
    adopting.undo(folder)


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
    status, out, err = told(capsys, "adopt", str(file), *where, "--language", "en")
    assert (
        status == 1
        and err.startswith("The rows below can't") is False
        and "would be data/observations" in err
    )
    status, out, err = told(capsys, "undo", *where, "--language", "en")
    assert (status, err) == (0, "") and out.startswith("Undone: the adoption of ") and "undo --back" in out
    assert on_disk(folder) == before
    assert told(capsys, "undo", *where) == (1, "", "没有可撤销的采用。\n")
    status, out, err = told(capsys, "undo", "--back", *where)
    assert (status, err) == (0, "") and out.startswith("已恢复")
    assert told(capsys, "check", str(folder), "--language", "en")[0] == 0


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
    from industry.tables import under_way

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


def test_the_store_s_reading_and_a_damaged_journal(folder: Path) -> None:
    (folder / "history").mkdir()
    (folder / "history/under_way.json").write_bytes(b"{")
    assert store.reading(folder)[1] == ("history/under_way.json",)
    assert refused(lambda: adopting.adopt(folder, **asked())).key == "journal_unreadable"
    assert project.read(contents(folder))[0] is not None


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
    assert (status, out) == (1, "") and err.startswith("已中断。")
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


def test_settings_edited_by_hand_stay_unless_they_were_adopted_too(folder: Path) -> None:
    config = folder / "config.yaml"
    adopting.adopt(folder, **asked())
    config.write_bytes(config.read_bytes() + b"# by hand\n")
    adopting.undo(folder)  # rows alone were adopted
    assert config.read_bytes().endswith(b"# by hand\n")
    files = contents(folder)
    adopting.adopt(folder, whole=files | {"config.yaml": files["config.yaml"] + b"# adopted\n"}, replace=True)
    config.write_bytes(config.read_bytes() + b"# later\n")
    assert refused(lambda: adopting.undo(folder)).key == "edited_since"
    assert config.read_bytes().endswith(b"# adopted\n# later\n")


def test_what_killed_processes_left_is_taken_away_by_the_next(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    left = [
        folder / one
        for one in (".config.yaml.part", "data/observations/.hebei.csv.part", "history/backups/.1.zip.part")
    ]
    old, new = folder / "history/.old.zip.part", folder / "history/.new.zip.part"
    for one in (*left, old, new):
        one.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert adopting.recover(folder) is None
    assert not any(one.exists() for one in (*left, old)) and new.exists()


@pytest.mark.parametrize("source", ["bureau_later", "bureau_2021_09"])
def test_rows_of_a_source_that_is_not_given_along_say_so(folder: Path, source: str) -> None:
    config = folder / "data/sources.yaml"
    config.write_bytes(config.read_bytes() + SOURCE.replace("bureau_later", "bureau_2020_09").encode())
    given = [replace(row(source=source), at=Place("rows.csv", 2))]
    told = "\n".join(refused(lambda: adopting.adopt(folder, given)).told("zh"))
    assert ".source.yaml" in told and source in told and "是否为" not in told
