"""An adoption that is cut off: killed at every operation on the disk, with the disk full, files open or not to be written, and
stopped by its user. The tables are those of before or those of after, for whoever reads at once and for the next command."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from industry import project
from industry.curation import adopting
from industry.curation.refusal import Refusal
from industry.curation.writing import log
from industry.tables import reader
from industry.tables.lying.under_way import JOURNAL
from industry.tables.store import contents
from tests.counted import Survived
from tests.curation.made import AT, Disk, asked, made, on_disk
from tests.unlike import posix

LEAST = 20
"""Operations that an adoption of three files takes, at least: fewer would mean that they aren't seen."""
KILLED = 5
"""Tests of one that is killed or stopped."""
States = tuple[dict[str, bytes], dict[str, bytes]]


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Equal files are read once: it is the disk that is tried here."""
    read = project.read
    known: dict[str, Any] = {}

    def kept(files: Mapping[str, bytes]) -> Any:
        return known.get(name := reader.content(files)) or known.setdefault(name, read(files))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project, "read", kept)
        yield


@pytest.fixture
def tmp(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has one: nothing is tried of how long a disk takes to be sure."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as found:
        yield Path(found)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> States:
    """The files before and after."""
    folder = made(tmp_path_factory.mktemp("states") / "project")
    before = on_disk(folder)
    adopting.adopt(folder, **asked())
    after = on_disk(folder)
    assert len([name for name in after if after[name] != before[name]]) == 3
    return before, after


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an adoption does on the disk, in order."""
    folder = made(tmp_path_factory.mktemp("operations") / "project")
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(folder, 1_000_000, lambda *_: None)
        disk.put_in(patch)
        adopting.adopt(folder, **asked())
    assert len(disk.names) > LEAST and {"write", "fsync", "replace", "remove"} <= set(disk.names)
    return disk.names


def is_whole(folder: Path, states: States, again: bool = False) -> bool:
    """Asserts that the tables are whole, now and after the next command; whether they are the new ones. With ``again`` that
    what comes next goes well too."""
    seen = contents(folder)
    assert seen in states
    adopting.recover(folder, AT)
    assert not (folder / JOURNAL).exists()
    assert on_disk(folder) == seen
    adopted = seen == states[1]
    assert len(log.read(folder)) == int(adopted)
    if again and adopted:
        adopting.undo(folder, at=AT)
        assert on_disk(folder) == states[0]
    elif again:
        adopting.adopt(folder, **asked())
        assert on_disk(folder) == states[1]
    if again:
        assert not [path for path in (folder / "data").rglob(".*")], "what was staged is gone"
    return adopted


def killed(work: Callable[[], object], folder: Path, at: int, half: bool) -> bool:
    """Whether a process of its own that does the work was killed at an operation, rather than came to its end."""
    child = os.fork()
    if child == 0:
        try:
            with pytest.MonkeyPatch.context() as patch:
                Disk(folder, at, lambda *_: os.kill(os.getpid(), signal.SIGKILL), half).put_in(patch)
                work()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


@posix
@pytest.mark.parametrize("half", [False, True])
def test_killed_at_every_operation(
    tmp: Path, states: States, operations: list[str], half: bool, survived: Survived
) -> None:
    found = []
    for at, name in enumerate(operations, start=1):
        if half and name != "write":
            continue
        folder = made(tmp / str(at))
        assert killed(lambda folder=folder: adopting.adopt(folder, **asked()), folder, at, half)
        found.append(is_whole(folder, states, again=True))
    assert found == sorted(found), "once it is made it stays made"
    assert set(found) == {False, True}
    survived("an adoption is killed", len(found), of=KILLED)


@posix
def test_an_undoing_killed_at_every_operation(tmp: Path, states: States, survived: Survived) -> None:
    adopted = made(tmp / "adopted")
    adopting.adopt(adopted, **asked())
    for at in count(1):
        folder = tmp / str(at)
        shutil.copytree(adopted, folder)
        went_on = not killed(lambda folder=folder: adopting.undo(folder, at=AT), folder, at, half=True)
        seen = contents(folder)
        assert seen in states
        back = seen == states[0]
        adopting.undo(folder, back=back, at=AT)  # takes back what was cut off first
        assert on_disk(folder) == states[int(back)]
        if went_on:
            break
    assert at > LEAST
    survived("an adoption is killed", at - 1, of=KILLED)


@posix
def test_killed_while_it_is_taken_back(
    tmp: Path, states: States, operations: list[str], survived: Survived
) -> None:
    """At every operation of the recovery too; the one after that goes well."""
    files = [at for at in range(len(operations)) if operations[at : at + 4] == ["replace"] * 4][-1]
    middle = files + 3  # before the third of three tables and the log
    cut_off = made(tmp / "cut off")
    assert killed(lambda: adopting.adopt(cut_off, **asked()), cut_off, middle, half=False)
    assert (cut_off / JOURNAL).exists() and on_disk(cut_off) not in states
    for at in count(1):
        folder = tmp / str(at)
        shutil.copytree(cut_off, folder)
        went_on = not killed(lambda folder=folder: adopting.recover(folder, AT), folder, at, half=True)
        assert contents(folder) == states[0]
        assert is_whole(folder, states) is False
        if went_on:
            break
    assert at > 5
    survived("an adoption is killed", at - 1, of=KILLED)


ROOM = ("open", "write", "makedirs", "mkdir", "fsync")
FAILS: dict[str, tuple[int, tuple[str, ...], bool]] = {
    "full": (errno.ENOSPC, ROOM, True),
    "full for a moment": (errno.ENOSPC, ROOM, False),
    "open in Excel": (errno.EACCES, ("replace",), True),
    "open for a moment": (errno.EACCES, ("replace",), False),
    "not to be written": (errno.EACCES, ("open", "makedirs", "mkdir", "replace", "chmod"), True),
    "nothing goes": (errno.EACCES, ("remove",), True),
    "broken": (errno.EIO, (*ROOM, "replace", "remove", "chmod"), False),
}
"""How a disk fails: the error, which operations meet it, and whether it stays so."""
SAID = {errno.ENOSPC: "no_room", errno.EACCES: "no_permission", errno.EIO: "not_written"}


@pytest.mark.parametrize("how", FAILS)
def test_a_disk_that_fails_at_every_operation(
    tmp: Path, states: States, operations: list[str], how: str, survived: Survived
) -> None:
    error, names, lasting = FAILS[how]
    refused = tried = 0
    for at, name in enumerate(operations, start=1):
        if name not in names:
            continue
        folder = made(tmp / str(at))
        met: list[str] = []

        def fate(operation: str, path: str, met: list[str] = met) -> None:
            if operation in names and (lasting or not met):
                met.append(operation)
                raise OSError(error, os.strerror(error), path)

        told = ""
        with pytest.MonkeyPatch.context() as patch:
            Disk(folder, at, fate, half=True).put_in(patch)
            try:
                adopting.adopt(folder, **asked())
            except Refusal as one:
                told = one.key
                assert all("{" not in line for language in ("zh", "en") for line in one.told(language))
        assert met
        assert told in ("", SAID[error])
        assert is_whole(folder, states) is not bool(told), (at, name)
        refused, tried = refused + bool(told), tried + 1
    assert refused
    survived("the disk fails while an adoption is written", tried, of=len(FAILS))


def test_stopped_by_its_user_at_every_operation(
    tmp: Path, states: States, operations: list[str], survived: Survived
) -> None:
    for at, _ in enumerate(operations, start=1):
        folder = made(tmp / str(at))
        met: list[str] = []

        def fate(operation: str, path: str, met: list[str] = met) -> None:
            if not met:
                met.append(operation)
                raise KeyboardInterrupt

        with pytest.MonkeyPatch.context() as patch:
            Disk(folder, at, fate).put_in(patch)
            with pytest.raises(KeyboardInterrupt):
                adopting.adopt(folder, **asked())
        assert is_whole(folder, states) in (True, False)
    survived("an adoption is killed", len(operations), of=KILLED)
