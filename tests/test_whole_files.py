"""Whenever a command that writes is killed: no file has its name before it is whole, and nothing else is left behind.

What a process that is killed leaves is what lies there at that moment: so the folder is looked at before each operation on
it. How adoptions end is tried in curation/test_cut_off, what becomes of the browser's files in export/test_renderer.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Self

import pytest

from industry.__main__ import COMMANDS, main
from industry.commands import export, one_figure
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.texts import written
from industry.export.texts.written import write
from industry.vocabulary.slide import Slide
from tests.counted import Survived
from tests.curation.made import JIANGXI, held, made
from tests.export.paper import Paper

WRITES = os.O_WRONLY | os.O_RDWR
PART = ".part"
State = dict[str, bytes]


def lying(folder: Path) -> State:
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            now = os.stat(one := os.path.join(path, name))
            stamp = now.st_ino, now.st_mtime_ns, now.st_ctime_ns, now.st_size
            found[os.path.relpath(one, folder)] = _content(one, stamp)
    return found


@cache
def _content(path: str, _stamp: tuple[int, ...]) -> bytes:
    return Path(path).read_bytes()


class Moments:
    """What lies in some folders before each operation on them, and which files are opened there to be written."""

    def __init__(self, *folders: Path) -> None:
        self.folders, self.active = folders, True
        self.seen: list[tuple[str, State]] = []
        self.opened: list[str] = []
        self.fate: Callable[[int], None] = lambda _: None

    def of(self, event: str, told: tuple[object, ...]) -> None:
        paths = [
            one for one in map(_path, told[:2]) if one and any(map(one.startswith, map(str, self.folders)))
        ]
        if not paths or not event.startswith(("open", "os.", "shutil.")) or event in _LOOKS:
            return
        flags = told[2] if event == "open" and len(told) > 2 else 0
        if event == "open" and not (isinstance(flags, int) and flags & WRITES):
            return
        if event == "open" and not Path(paths[0]).is_dir():  # a file without a name yet
            self.opened.append(paths[0])
        self.active = False  # what follows only looks
        try:
            self.seen.append(
                (event, {name: data for one in self.folders for name, data in lying(one).items()})
            )
        finally:
            self.active = True
        self.fate(len(self.seen))


_LOOKS = {"os.listdir", "os.scandir", "os.walk"}
_watching: list[Moments] = []


def _path(told: object) -> str:
    try:
        return os.path.abspath(os.fsdecode(told))  # type: ignore[call-overload,no-any-return]
    except (TypeError, ValueError):
        return ""


def _heard(event: str, told: tuple[object, ...]) -> None:
    if _watching and _watching[-1].active and event.startswith(("open", "os.", "shutil.")):
        _watching[-1].of(event, told)


sys.addaudithook(_heard)  # for good: it does nothing while nobody watches


@contextmanager
def watched(*folders: Path) -> Iterator[Moments]:
    _watching.append(Moments(*folders))
    try:
        yield _watching[-1]
    finally:
        _watching.pop()


def nothing_half(moments: Moments, before: State, after: State) -> int:
    """How many files were written. At no moment is there a file but those of before and after, each whole; one that is moved to its place is whole. What is
    written a second time may be the same."""
    assert len(moments.seen) >= 2 and after
    for event, state in moments.seen:
        for name, data in state.items():
            if name.endswith(PART):
                assert event in ("os.rename", "os.chmod") and data in after.values(), (event, name)
            else:
                assert data in (before.get(name), after.get(name)), (event, name)
    assert all(one.endswith(PART) for one in moments.opened), moments.opened
    assert not [one for one in after if one.endswith(PART)]
    return sum(event == "os.rename" for event, _ in moments.seen)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, of which a version is kept."""
    folder = made(tmp_path_factory.mktemp("whole") / "project")
    assert main(["check", "--folder", str(folder)]) == 0
    return folder


@pytest.fixture
def place(tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in, with one for temporary files inside, and files to work on beside it."""
    (tmp_path / "draft.txt").write_text("2021年上半年，江西规模以上工业增加值增长18.5%。", encoding="utf-8")
    (tmp_path / "table.csv").write_bytes((tables / JIANGXI).read_bytes())
    figures = drawn(held(tables), [Slide("growth")], "zh")
    (tmp_path / "old.pptx").write_bytes(presentation("汇报", figures, "zh", version="0" * 12))
    found = tmp_path / "out"
    (found / "tmp").mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(found / "tmp"))
    monkeypatch.setattr(export, "for_many", _Paper)
    monkeypatch.setattr(one_figure, "Renderer", _Paper)
    return found


class _Paper(Paper):
    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def given(tables: Path, place: Path) -> dict[str, list[list[str]]]:
    """What commands that write files are asked, one after another; none of those that write none, or the tables."""
    beside, out = place.parent, str(place)
    draft, about = str(beside / "draft.txt"), ["--region", "jiangxi"]
    deck = ["brief", "--format", "png,pptx,docx,xlsx,html,zip", "--out", out]
    return {
        "export": [
            deck,
            deck,
            ["--site", f"{out}/site", "--no-pictures"],
            ["--figure", "growth", "--out", out],
        ],
        "refresh": [[str(beside / "old.pptx"), "--out", f"{out}/new.pptx"]],
        "proof": [[draft, *about, "--format", "json", "--out", f"{out}/told.json"]],
        "read": [[draft, *about, "--date", "2021-08-01", "--out", f"{out}/rows.csv"]],
        "import": [[str(beside / "table.csv"), "--out", f"{out}/rows.csv"]],
        "changes": [["--since", held(tables).version, "--format", "xlsx", "--out", f"{out}/changes.xlsx"]],
        "template": [["jiangxi", "--out", f"{out}/jiangxi.xlsx"]],
    }


ELSEWHERE = {"check", "diff", "adopt", "undo"}
"""Commands that write nothing, or the tables: see curation/test_cut_off."""
WRITING = sorted(set(COMMANDS) - ELSEWHERE)
ERRORS = (KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), OSError(errno.EACCES, "no"))
NAMES = {"without a name": True, "with one": False}
"""Whether a file system keeps files without a name."""
FULL = len(WRITING) + (len(ERRORS) + 1) * len(NAMES)
"""Tests of a disk that is full or not to be written."""


def test_every_command_that_writes_is_watched(tables: Path, place: Path) -> None:
    assert set(given(tables, place)) | ELSEWHERE == set(COMMANDS)


@pytest.mark.parametrize("command", WRITING)
def test_no_command_leaves_half_a_file_whenever_it_is_killed(
    command: str, tables: Path, place: Path, survived: Survived
) -> None:
    files = 0
    for arguments in given(tables, place)[command]:
        before = lying(place)
        with watched(place) as moments:
            assert main([command, *arguments, "--folder", str(tables)]) in (
                0,
                1,
            )  # the second: something needs a look
        files += nothing_half(moments, before, lying(place))
    survived("a command is killed while it writes", files, of=len(WRITING))


@pytest.mark.parametrize("command", WRITING)
def test_where_nothing_can_be_written_the_place_that_was_asked_for_is_named(
    command: str, tables: Path, place: Path, capsys: pytest.CaptureFixture[str], survived: Survived
) -> None:
    for arguments in given(tables, place)[command]:
        capsys.readouterr()
        with full_disk(0):
            assert main([command, *arguments, "--folder", str(tables)]) in (
                1,
                2,
            )  # refresh has 1 for what needs a look
        asked = next(one for one in reversed(arguments) if one.startswith(str(place)))
        assert asked in capsys.readouterr().err, arguments
    survived("the disk is full", len(given(tables, place)[command]), of=FULL)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """While it lasts no file grows beyond so many bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fails(place: Path, data: bytes, fate: Callable[[int], None]) -> bool:
    """Whether the writing of a file met its fate; what stood there before stands there still, and nothing else does."""
    path, old = place / "file", b"old"
    path.write_bytes(old)
    with watched(place) as moments:
        moments.fate = fate
        try:
            write(path, data)
        except (OSError, KeyboardInterrupt):
            assert lying(place) == {"file": old}
            return True
    assert lying(place) == {"file": data}
    return False


@pytest.mark.parametrize("unnamed", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_a_file_that_cannot_be_written_leaves_the_one_before(
    place: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, unnamed: bool, survived: Survived
) -> None:
    """At whichever operation, on file systems of both kinds."""
    if not unnamed:
        monkeypatch.setattr(written, "_UNNAMED", None)

    def at(number: int) -> Callable[[int], None]:
        def fate(done: int) -> None:
            if done == number:
                raise error

        return fate

    met = [fails(place, b"new", at(number)) for number in range(1, 8)]
    assert any(met) and not met[-1]
    survived("the disk is full", 1, of=FULL)


@pytest.mark.parametrize("unnamed", NAMES.values(), ids=NAMES)
def test_a_disk_that_is_full_in_the_middle_of_a_file(
    place: Path, monkeypatch: pytest.MonkeyPatch, unnamed: bool, survived: Survived
) -> None:
    if not unnamed:
        monkeypatch.setattr(written, "_UNNAMED", None)
    with full_disk(5000):
        assert fails(place, b"x" * 9000, lambda _: None)
    assert not fails(place, b"x" * 9000, lambda _: None)
    survived("the disk is full", 1, of=FULL)


def test_two_who_write_one_file_at_once(place: Path, survived: Survived) -> None:
    """Whoever reads it meanwhile sees one of them, whole."""
    path, texts, times = place / "file", [letter * 300_000 for letter in (b"a", b"b")], 40
    path.write_bytes(texts[0])
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(lambda text=text: [write(path, text) for _ in range(times)]) for text in texts]
        while not all(one.done() for one in both):
            assert path.read_bytes() in texts
        for one in both:
            one.result()
    assert len(lying(place)) == 1
    survived("two write one file at once", times * len(texts))
