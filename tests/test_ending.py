"""Ctrl+C at any time of any command ends it with status 130, with a sentence or silently, never with a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from industry.__main__ import COMMANDS
from tests.conftest import WORLD

_RUN = """
import os, runpy, signal, sys
count, left = 0, int(sys.argv[1])
def seen(event, _):
    global count
    if event in ("import", "open") and signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        count += 1
        if count == left:
            os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(seen)
sys.argv = ["industry", *sys.argv[2:]]
try:
    runpy.run_module("industry", run_name="__main__")
finally:
    print("EVENTS", count)
"""
"""Interrupts itself at the so-manieth module or file that is read."""


def run(at: int, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    given = [sys.executable, "-c", _RUN, str(at), *map(str, arguments)]
    return subprocess.run(
        given,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "DATA": str(folder)},
    )


def ended_quietly(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr and "KeyboardInterrupt" not in done.stderr, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "world")
    (tmp_path / "draft.txt").write_text("2021年上半年，江西规模以上工业增加值增长18.5%。", encoding="utf-8")
    return tmp_path / "world"


def arguments(command: str, folder: Path) -> list[object]:
    """What a command needs to begin its work."""
    table, draft = folder / "data/observations/hebei.csv", folder.parent / "draft.txt"
    needed: dict[str, list[object]] = {
        "export": ["--out", folder.parent / "out"],
        "proof": [draft, "--region", "jiangxi"],
        "read": [draft, "--region", "jiangxi", "--date", "2021-08-01"],
        "import": [table, "--out", folder.parent / "out.csv"],
        "diff": [table],
        "adopt": [table],
        "changes": ["--since", "2021-08-01"],
        "template": ["hebei", "--out", folder.parent / "out.xlsx"],
    }
    return [command, *needed.get(command, [])]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_interrupted_ends_without_a_traceback(command: str, folder: Path) -> None:
    ended_quietly(run(40 + 60 * list(COMMANDS).index(command), folder, *arguments(command, folder)))


def test_one_that_works_is_interrupted_in_order(folder: Path) -> None:
    given = arguments("check", folder)
    whole = run(0, folder, *given)
    assert whole.returncode == 0, whole.stderr
    events = int(whole.stdout.rpartition("EVENTS")[2])
    for part in (0.5, 0.9, 0.99):
        ended_quietly(run(int(events * part), folder, *given))
