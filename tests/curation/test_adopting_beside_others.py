"""Adopting while colleagues adopt, edit and save: nothing of theirs is overwritten, and whoever comes second is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from industry.curation import adopting
from industry.curation.proposed import against
from industry.curation.refusal import Refusal
from industry.curation.writing import lock, log
from industry.tables import reader, store
from industry.tables.store import contents
from tests.conftest import ROOT, SHIPPED_STILL
from tests.counted import Survived
from tests.curation.made import (
    AT,
    CHINA,
    FIRMS,
    SOURCE,
    asked,
    differing,
    firms,
    held,
    made,
    on_disk,
    refused,
    row,
)
from tests.unlike import posix


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


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
    folder: Path, monkeypatch: pytest.MonkeyPatch, survived: Survived
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
    survived("two adopt at once", 1, of=2)


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
        assert holder.stdout is not None and holder.stdout.readline().strip() == b"held"
        assert refused(lambda: adopting.adopt(folder, **asked())).key == "held_since"
    finally:
        holder.kill()
        holder.communicate()
    assert (folder / lock.HOLDER).exists(), "it had no time to take its note away"
    assert adopting.adopt(folder, **asked()) is not None


@posix
def test_two_at_once_lose_nothing(folder: Path, survived: Survived) -> None:
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
    survived("two adopt at once", len(children), of=2)


def test_a_clock_that_was_set_back(folder: Path, monkeypatch: pytest.MonkeyPatch, survived: Survived) -> None:
    """Order is that of the log: the last adoption is the one that is taken back, and its backup the last that goes."""
    monkeypatch.setattr(adopting, "_MOST_BACKUPS", 3)
    start = on_disk(folder)
    states = [start]
    for number, year in enumerate((2031, 2030, 2029, 2029)):
        adopting.adopt(
            folder, [row(source="meeting", paragraph=str(number + 20), period="2021-01/2021-05")],
            at=AT.replace(year=year),
        )  # fmt: skip
        states.append(on_disk(folder))
        (backup,) = [
            one for one in (folder / adopting.BACKUPS).iterdir() if one.name == log.read(folder)[-1].backup
        ]
        before = AT.replace(year=year).timestamp()
        os.utime(backup, (before, before))
    assert len(list((folder / adopting.BACKUPS).iterdir())) == 3
    for state in (states[3], states[2]):
        adopting.undo(folder, at=AT.replace(year=2028))
        assert on_disk(folder) == state
    survived("the clock is set back", len(states) - 1)
