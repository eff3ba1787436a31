"""Adopting and taking back: all faults at their cells, whole tables lose nothing, the very bytes of before."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from industry import project
from industry.curation import adopting, history
from industry.curation.proposed import written
from industry.curation.refusal import Place, Refusal
from industry.curation.writing import lock, log
from industry.tables import store
from industry.tables.store import contents
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
    refused,
    row,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


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


def test_another_s_backup_is_not_taken_for_it(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    adopting.adopt(folder, [row(period="2021-01/2021-08", value="17.9")], at=AT)
    after = on_disk(folder)
    one, other = (folder / adopting.BACKUPS / entry.backup for entry in log.read(folder))
    other.write_bytes(one.read_bytes())
    assert refused(lambda: adopting.undo(folder)).key == "version_unreadable"
    path = folder / log.LOG
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:  # as they were written before they said what they packed
        del line["packed"]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert refused(lambda: adopting.undo(folder)).key == "version_other"
    other.unlink()
    other.mkdir()
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
    """Where some are and others aren't; where all are, nothing is to be done."""
    adopting.adopt(folder, **asked())
    again = [row(), row("china", value="11.8")]
    for more in ({"rows": again}, {"rows": [*again, firms()]}, {"rows": again, "sources": []}, {"rows": []}):
        assert adopting.adopt(folder, **asked() | more) is None
    new = row(period="2021-01/2021-08")
    told = refused(lambda: adopting.adopt(folder, **asked() | {"rows": [*again, new], "sources": []}))
    assert {one.fault.code for one in told.wrong if one.fault} == {"duplicate_row"}
    other = [("new.yaml", SOURCE.replace("date: 2021-10-18", "date: 2021-10-19").encode())]
    told = refused(lambda: adopting.adopt(folder, **asked() | {"rows": again, "sources": other}))
    assert "duplicate_id" in {one.fault.code for one in told.wrong if one.fault}
    assert refused(lambda: adopting.adopt(folder, [row(replaces=FIRMS)])).key == "faulty"


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


def test_a_log_with_damaged_lines_is_read_as_far_as_it_goes(folder: Path) -> None:
    before = on_disk(folder)
    adopting.adopt(folder, **asked())
    path = folder / log.LOG
    whole = json.loads(path.read_bytes())
    after = on_disk(folder)
    for odd in [whole | {name: of} for name in whole for of in (None, [1], {"a": 1}, 5, "x")]:
        path.write_bytes(json.dumps(odd).encode())
        try:
            adopting.undo(folder)
        except Refusal:
            assert on_disk(folder) == after
        else:
            assert on_disk(folder) == before, odd
            for name, data in after.items():
                (folder / name).write_bytes(data)
    path.write_bytes(b"nothing\n[]\n{}\n" + json.dumps(whole).encode() + b'\n{"what": "ado')
    assert len(log.read(folder)) == 1
    adopting.adopt(folder, [row(period="2021-01/2021-08")], at=AT)
    assert [one.what for one in log.read(folder)] == ["adopt", "adopt"]
    adopting.undo(folder)


def test_the_store_s_reading_and_a_damaged_journal(folder: Path) -> None:
    (folder / "history").mkdir()
    (folder / "history/under_way.json").write_bytes(b"{")
    assert store.reading(folder)[1] == ("history/under_way.json",)
    assert refused(lambda: adopting.adopt(folder, **asked())).key == "journal_unreadable"
    assert project.read(contents(folder))[0] is not None


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
