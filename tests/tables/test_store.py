"""The store: what it shows while files are edited, broken, renamed, locked and mended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from industry import project, wording
from industry.tables import csv_cells, reader, store
from industry.tables.csv_cells import MOST_BYTES
from industry.tables.faults import Fault
from industry.tables.lying.listed import stamps
from industry.tables.store import Store, contents
from industry.tables.tables import Tables
from tests.conftest import ROOT, SHIPPED_STILL
from tests.counted import Survived
from tests.tables.fault_tables import BASE, OBSERVATIONS, base
from tests.unlike import posix

CHINA = "data/observations/china.csv"
FIGURE = "china:value_added_growth:2021-01/2021-06:bureau:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the right project, last changed an hour ago."""
    found = tmp_path / "project"
    shutil.copytree(BASE, found)
    age(found)
    return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gets an item for each time that tables are read."""
    made: list[int] = []
    read = reader.read

    def counted(*given: Any) -> tuple[Tables | None, tuple[Fault, ...]]:
        made.append(len(given[0]))
        return read(*given)

    monkeypatch.setattr(reader, "read", counted)
    return made


def age(folder: Path) -> None:
    """All files last changed an hour ago."""
    before = time.time() - 3600
    for path in folder.rglob("*.*"):
        os.utime(path, (before, before))


def write(folder: Path, text: str, name: str = CHINA) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def with_value(value: str) -> str:
    return base()[CHINA].decode().replace("15.9", value)


def value(found: Store) -> str:
    """The figure as it lies there now."""
    read = found.current(wait=True).tables
    assert read is not None
    return str(read.row(FIGURE).value)


def codes(found: Store) -> list[str]:
    return [fault.code for fault in found.current(wait=True).faults]


def test_new_data_shows_at_the_next_call(folder: Path) -> None:
    found = project.store(folder)
    assert value(found) == "15.9"
    write(folder, with_value("16.1"))
    assert value(found) == "16.1"


def test_nothing_is_read_where_nothing_has_changed(
    folder: Path, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = project.store(folder)
    first = found.current()
    monkeypatch.setattr(store, "_bytes", lambda path: pytest.fail(f"read again: {path}"))
    assert found.current() is first
    assert len(reads) == 1


def test_a_broken_table_leaves_the_last_good_one(folder: Path, reads: list[int]) -> None:
    found = project.store(folder)
    version = found.current().tables
    write(folder, with_value("15,9"))
    age(folder)
    for _ in range(3):
        assert found.current().tables is version
        assert codes(found) == ["row_length"]
    assert len(reads) == 2, "a bad state is remembered too"
    write(folder, with_value("16.2"))
    assert value(found) == "16.2"
    assert codes(found) == []


def test_a_folder_that_was_never_good(tmp_path: Path) -> None:
    found = project.store(tmp_path / "nowhere").current()
    assert found.tables is None
    assert [fault.code for fault in found.faults] == ["missing_folder"]
    told = [wording.fault(found.faults[0], language) for language in ("zh", "en")]
    where = str(tmp_path / "nowhere")
    assert told == [
        f"{where}：没有这个文件夹；应有放着config.yaml和data的文件夹；请改正DATA中的路径。",
        f"{where}: there is no such folder; expected one that holds config.yaml and data; correct the path in DATA.",
    ]
    shutil.copytree(BASE, tmp_path / "nowhere")
    again = project.store(tmp_path / "nowhere")
    assert value(again) == "15.9"


def test_a_second_change_with_the_same_stamp_is_seen(folder: Path) -> None:
    """Two saves within one tick of the clock leave the same time and size."""
    found = project.store(folder)
    write(folder, with_value("16.1"))
    then = (folder / CHINA).stat().st_mtime_ns
    assert value(found) == "16.1"
    write(folder, with_value("16.3"))
    os.utime(folder / CHINA, ns=(then, then))
    assert value(found) == "16.3"


def test_a_save_by_rename(folder: Path) -> None:
    found = project.store(folder)
    assert value(found) == "15.9"
    write(folder, with_value("16.4"), "data/observations/.china.csv.swp")
    assert value(found) == "15.9"
    os.replace(folder / "data/observations/.china.csv.swp", folder / CHINA)
    assert value(found) == "16.4"


def test_an_old_file_put_back(folder: Path) -> None:
    found = project.store(folder)
    shutil.copy2(folder / CHINA, folder / "data/kept")
    write(folder, with_value("16.5"))
    assert value(found) == "16.5"
    os.replace(folder / "data/kept", folder / CHINA)
    assert value(found) == "15.9"


@pytest.mark.parametrize(
    "name",
    [
        "~$china.csv",
        ".~lock.china.csv#",
        ".china.csv.swp",
        "china.csv~",
        "china.csv.tmp",
        ".DS_Store",
        "README.md",
    ],
)
def test_files_that_editors_leave_are_no_tables(folder: Path, name: str) -> None:
    (folder / "data/observations" / name).write_bytes(b"\x00\xff")
    assert codes(project.store(folder)) == []


VANISHING = (
    *sorted(str(one.relative_to(BASE)) for one in BASE.rglob("*")),
    "",  # the folder itself, as where a share is away
)


@pytest.mark.parametrize("name", VANISHING)
def test_whatever_vanishes_the_last_good_tables_stay_until_it_comes_back(
    folder: Path, name: str, survived: Survived
) -> None:
    found = project.store(folder)
    assert value(found) == "15.9"
    gone = folder.with_name("gone")
    (folder / name).rename(gone)
    assert codes(found)
    assert all(told_all(fault) for fault in found.current().faults)
    assert value(found) == "15.9"
    gone.rename(folder / name)
    assert codes(found) == []
    survived("tables vanish while they are shown", 1, of=len(VANISHING))


LARGE = (CHINA, "data/sources.yaml")


@pytest.mark.parametrize("name", LARGE)
def test_of_what_grows_to_gigabytes_no_more_is_read_than_shows_it(
    folder: Path, name: str, survived: Survived
) -> None:
    found = project.store(folder)
    assert value(found) == "15.9"
    os.truncate(folder / name, 40 * MOST_BYTES)  # it has holes, and takes no room
    assert codes(found) == ["large_file"]
    assert value(found) == "15.9"
    assert len(contents(folder)[name]) == MOST_BYTES + 1
    survived("a table or a record grows", 1, of=len(LARGE))


def told_all(fault: Fault) -> bool:
    """Whether it is a sentence in both languages."""
    return all(wording.fault(fault, language) for language in ("zh", "en"))


def test_what_cannot_be_read_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / CHINA).unlink()
    (folder / CHINA).mkdir()
    assert codes(project.store(folder)) == ["unreadable_file"]
    (folder / CHINA).rmdir()
    shutil.copy(BASE / CHINA, folder / CHINA)
    assert codes(project.store(folder)) == []
    plain = open
    monkeypatch.setattr(
        "builtins.open", lambda path, *rest: plain(path if "china" not in str(path) else "/", *rest)
    )
    assert codes(project.store(folder)) == ["unreadable_file"]


@posix
def test_a_link_to_nowhere_and_a_pipe_are_faults(folder: Path) -> None:
    (folder / CHINA).unlink()
    (folder / CHINA).symlink_to(folder / "nowhere.csv")
    assert codes(project.store(folder)) == ["unreadable_file"]
    (folder / CHINA).unlink()
    os.mkfifo(folder / CHINA)
    assert codes(project.store(folder)) == ["unreadable_file"]


def test_a_folder_that_cannot_be_listed_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = os.listdir

    def listed(path: Path) -> list[str]:
        if str(path).endswith("observations"):
            raise PermissionError(path)
        return plain(path)

    monkeypatch.setattr(os, "listdir", listed)
    found = project.store(folder).current().faults
    assert [(fault.code, fault.file) for fault in found] == [("unreadable_file", "data/observations")]


@posix
def test_a_folder_may_be_a_link(folder: Path) -> None:
    (folder / "data/observations").rename(folder / "elsewhere")
    (folder / "data/observations").symlink_to(folder / "elsewhere")
    (folder / "data/observations/again").symlink_to(folder / "data")
    found = project.store(folder)
    assert OBSERVATIONS in stamps(folder)
    assert found.current().tables is not None or "unexpected_file" in codes(found)


def test_files_that_change_while_being_read_are_read_once_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = store._bytes
    changed: list[str] = []

    def slow(path: str) -> bytes | None:
        found = plain(path)
        if path.endswith("china.csv") and len(changed) < 2:
            changed.append(path)
            write(folder, with_value(f"16.{len(changed)}"))
        return found

    monkeypatch.setattr(store, "_bytes", slow)
    assert value(project.store(folder)) == "16.2"


def test_files_that_never_stand_still_are_read_again_at_the_next_call(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = store._bytes
    changed: list[str] = []
    monkeypatch.setattr(store, "_PAUSE", 0.0)

    def restless(path: str) -> bytes | None:
        found = plain(path)
        if path.endswith("china.csv") and len(changed) < 7:
            changed.append(path)
            write(folder, with_value(f"16.{len(changed)}"))
        return found

    monkeypatch.setattr(store, "_bytes", restless)
    found = project.store(folder)
    assert value(found) == "16.4"
    assert value(found) == "16.7"


def within(seconds: float, true: Callable[[], bool]) -> bool:
    """Whether that becomes true in time."""
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    return true()


def test_a_viewer_never_waits_for_a_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = project.store(folder)
    first = found.current()
    reading, go_on, read = threading.Event(), threading.Event(), reader.read

    def slow(*given: Any) -> tuple[Tables | None, tuple[Fault, ...]]:
        reading.set()
        assert go_on.wait(30)
        return read(*given)

    monkeypatch.setattr(reader, "read", slow)
    write(folder, with_value("16.6"))
    for _ in range(3):
        start = time.perf_counter()
        assert found.current() is first
        assert time.perf_counter() - start < 1
        assert found.behind
        assert reading.wait(10)
    go_on.set()
    assert within(10, lambda: not found.behind)
    read_now = found.current().tables
    assert read_now is not None
    assert str(read_now.row(FIGURE).value) == "16.6"


def test_new_data_shows_within_three_seconds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "STILL", SHIPPED_STILL)
    found = project.store(folder)
    first = found.current()
    write(folder, with_value("16.7"))
    assert within(3, lambda: found.current() is not first)
    assert value(found) == "16.7"


def test_only_what_has_changed_is_read_and_parsed_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = project.store(folder)
    first = found.current().tables
    read: list[str] = []
    parsed: list[str] = []
    take, parse = store._bytes, csv_cells.table
    monkeypatch.setattr(store, "_bytes", lambda path: (read.append(Path(path).name), take(path))[1])
    monkeypatch.setattr(csv_cells, "table", lambda file, data: (parsed.append(file), parse(file, data))[1])
    write(folder, with_value("16.8"))
    assert within(10, lambda: found.current().tables is not first)
    assert set(read) == {"china.csv"}
    assert parsed == [CHINA]
    assert value(found) == "16.8"
    sources = base()["data/sources.yaml"].decode()
    write(folder, sources + "\n", "data/sources.yaml")
    found.current(wait=True)
    assert set(read) == {"china.csv", "sources.yaml"}
    assert parsed == [CHINA]


def test_a_reading_that_fails_is_told_to_who_looks_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = project.store(folder)
    first = found.current()
    told: list[object] = []

    def broken(*_given: Any) -> tuple[Tables | None, tuple[Fault, ...]]:
        raise RuntimeError("no luck")

    with monkeypatch.context() as patch:
        patch.setattr(threading, "excepthook", told.append)
        patch.setattr(reader, "read", broken)
        write(folder, with_value("16.9"))
        assert found.current() is first
        assert within(10, lambda: bool(told) and not found.behind)
        for _ in range(2):
            with pytest.raises(RuntimeError):
                found.current()
    assert value(found) == "16.9"
    assert found.current().faults == ()


def test_a_process_ends_while_a_thread_reads(folder: Path) -> None:
    script = """
import sys, time
from pathlib import Path
from industry import project, wording
from industry.tables import reader
found = project.store(sys.argv[1])
found.current()
read = reader.read
reader.read = lambda *given: (time.sleep(0.05), read(*given))[1]
table = Path(sys.argv[1], "data/observations/china.csv")
table.write_bytes(table.read_bytes() + b"\\n")
found.current()
assert found.behind
"""
    done = subprocess.run([sys.executable, "-c", script, folder], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_many_threads_at_the_start_read_once(folder: Path, reads: list[int]) -> None:
    found = project.store(folder)
    seen: list[object] = []
    threads = [threading.Thread(target=lambda: seen.append(found.current())) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(reads) == 1
    assert len(seen) == 12
    assert all(one is seen[0] for one in seen)


def test_what_follows_is_worked_out_before_it_is_shown(folder: Path) -> None:
    read = project.store(folder).current().tables
    assert read is not None
    assert "_solved" in vars(read)


def test_the_files_of_a_project(folder: Path) -> None:
    (folder / "data/notes.md").write_text("no table")
    (folder / "README.md").write_text("no table")
    assert contents(folder) == base()
